"""What an athlete hears and sees when a clock reaches an edge: bell, flash, terminal title, desktop notification.

Start, last ten seconds and end are told apart by each of them. Edges that were slept
through are all passed on, in order, but only the newest is told: an alarm is for now.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hybridtui.domain.phases import TEMPO_PHASES, Edge, EdgeKind, PhaseKind
from hybridtui.ui.clock_words import heading
from hybridtui.ui.look import APP_NAME, DOT
from hybridtui.ui.running import Running, face

if TYPE_CHECKING:
    from textual.timer import Timer

    from hybridtui.ui.clocked import ClockedApp


class Cue(StrEnum):
    """What an edge says to the athlete."""

    COUNT = "count"
    """3, 2, 1; or a beat."""
    START = "start"
    LAST_TEN = "last-ten"
    END = "end"


@dataclass(frozen=True, slots=True)
class Signal:
    """How a cue is told."""

    bells: int
    flash_s: float = 0.0
    word: str = ""
    """In the terminal's title."""


SIGNALS = {
    Cue.COUNT: Signal(1),
    Cue.START: Signal(1, 0.35, "GO"),
    Cue.LAST_TEN: Signal(2, 0.15, "LAST 10 S"),
    Cue.END: Signal(3, 0.7, "END"),
}

BELL_GAP_S = 0.2
"""Between the bells of one cue."""

WORD_S = 2.0
"""So long the title says what just happened."""

STALE_S = 3.0
"""Edges older than this are not told one by one: after a sleep that would be a drum roll."""

SHORT_S = 20.0
"""In phases shorter than this the last ten seconds are no news."""

SHORT_REST_S = 30.0
"""After a rest shorter than this nobody has gone away: no notification."""

EFFORTS = frozenset({PhaseKind.WORK, PhaseKind.HOLD, PhaseKind.RUN, PhaseKind.OPEN}) | TEMPO_PHASES
EASE = frozenset({PhaseKind.REST, PhaseKind.JOG})


@dataclass(frozen=True, slots=True)
class Passed:
    """An edge that was passed, and how long ago."""

    edge: Edge
    cue: Cue
    late_s: float


class Alarm:
    """Follows the running clock from the last instant it heard; each edge is passed on once, late or not."""

    def __init__(self, app: ClockedApp) -> None:
        self._app = app
        self._heard = 0.0
        self._titled = ""
        self._word, self._word_until = "", 0.0
        self._running: Running | None = None
        self._bells, self._bell_due = 0, 0.0
        self._ringing: Timer | None = None

    def begin(self, ticks: float) -> None:
        """Listen to another clock: what lies before is never told (a rest that ended before a restart).

        What the clock before it reached since it was last heard is told first.
        """
        known, self._running = self._running, None
        if known is not None:
            self.hear(known, ticks)
            self._running = None
        self._heard = ticks

    def hear(self, running: Running, ticks: float) -> tuple[Passed, ...]:
        """Tell what was reached since the last call, let the title show the clock; return every edge passed.

        An edge that the athlete makes, by ending a phase before its time, needs no alarm.
        """
        line, known = running.timeline, self._running
        if known is not None and known.timeline.phases != line.phases:
            self.begin(ticks)
        edges = line.edges(self._heard, ticks)
        self._heard, self._running = ticks, running
        now = line.running_s(ticks)
        passed = tuple(
            Passed(edge, found, now - edge.at)
            for edge in edges
            if (found := cue(running, edge, beat=self._app.settings.beat)) is not None
        )
        fresh = [each for each in passed if each.late_s <= STALE_S]
        for each in fresh or passed[-1:]:
            self._tell(running, each, ticks)
        reading = line.reading(ticks)
        word = f"{self._word}{DOT}" if ticks < self._word_until else ""
        self._title(f"{word}{face(reading)} {heading(running, reading)}{DOT}{APP_NAME}")
        return passed

    def end(self) -> None:
        """The clock was put away."""
        self._running = None
        self._title(APP_NAME)

    def _tell(self, running: Running, passed: Passed, ticks: float) -> None:
        signal = SIGNALS[passed.cue]
        if self._app.settings.bell:
            self._ring(signal.bells, ticks)
        if self._app.settings.flash and signal.flash_s:
            self._flash(f"-flash-{passed.cue}", signal.flash_s)
        if signal.word:
            self._word, self._word_until = signal.word, ticks + WORD_S
        if self._app.settings.notify and (said := notice(running, passed.edge)):
            self._app.announce(*said)

    def _ring(self, bells: int, ticks: float) -> None:
        """Ring now, and again at deadlines; what still rings of an earlier cue gives way."""
        self._app.bell()
        self._bells, self._bell_due = bells - 1, ticks + BELL_GAP_S
        if self._bells:
            if self._ringing is None:
                self._ringing = self._app.set_interval(BELL_GAP_S / 4, self.ring_due, pause=True)
            self._ringing.resume()

    def ring_due(self) -> None:
        """Ring the next bell of a cue once its time has come; late ones keep their distance."""
        ticks = self._app.clock.ticks()
        if self._bells and ticks >= self._bell_due:
            self._app.bell()
            self._bells, self._bell_due = self._bells - 1, ticks + BELL_GAP_S
        if not self._bells and self._ringing is not None:
            self._ringing.pause()

    def _flash(self, look: str, seconds: float) -> None:
        screen = self._app.screen
        screen.remove_class(*(f"-flash-{other}" for other in Cue))
        screen.add_class(look)
        screen.set_timer(seconds, lambda: screen.remove_class(look))

    def _title(self, title: str) -> None:
        if self._app.settings.title and title != self._titled:
            self._titled = title
            self._app.name_window(title)


def cue(running: Running, edge: Edge, *, beat: bool = False) -> Cue | None:
    """Return what an edge says; None: nothing. With ``beat`` every phase of a rep is counted."""
    phases = running.timeline.phases
    phase = phases[edge.phase]
    before = phases[edge.phase - 1] if edge.phase else None
    match edge.kind:
        case EdgeKind.FINISHED:
            return Cue.START if running.origin == "rest" else Cue.END
        case EdgeKind.TICK3:
            return Cue.COUNT
        case EdgeKind.LAST_TEN:
            return Cue.LAST_TEN if (phase.seconds or 0) >= SHORT_S else None
        case EdgeKind.START if before is not None:
            if phase.kind in TEMPO_PHASES and before.kind in TEMPO_PHASES:
                return Cue.COUNT if beat else None
            if phase.kind in EFFORTS:
                return Cue.START
            return Cue.END if before.kind in EFFORTS else None
    return None


def notice(running: Running, edge: Edge) -> tuple[str, str] | None:
    """Return title and text for the desktop: at the end of all, and at a start after a rest worth walking away in."""
    phases = running.timeline.phases
    phase = phases[edge.phase]
    if edge.kind is EdgeKind.FINISHED:
        if running.origin == "rest":
            return "Rest is over", running.following or running.label
        return "Done", f"{running.label}, then {running.following}" if running.following else running.label
    before = [other for other in phases[: edge.phase] if other.kind is not PhaseKind.PREPARE]
    rested = bool(before) and before[-1].kind in EASE and (before[-1].seconds or 0) >= SHORT_REST_S
    if edge.kind is EdgeKind.START and phase.kind in EFFORTS and rested:
        count = f" {phase.number} of {phase.of}" if phase.of else ""
        return "Go", f"{phase.label}{count}"
    return None
