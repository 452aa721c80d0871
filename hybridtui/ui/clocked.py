"""An app with one session being followed and one clock that runs, the same on all its screens."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from textual.reactive import var
from textual.timer import Timer

from hybridtui.domain.clock import Clock
from hybridtui.ui.preferences import PreferringApp
from hybridtui.ui.running import Resting, Running

if TYPE_CHECKING:
    from hybridtui.domain.phases import Phase
    from hybridtui.domain.session import Session
    from hybridtui.domain.timeline import Timeline
    from hybridtui.domain.units import DistanceUnit
    from hybridtui.ui.alarm import Alarm

TICK_S = 0.1
"""How often a running clock is looked at; nothing is counted by it."""

TRY_AGAIN_S = 10.0
"""So long after what the clock led through could not be saved, that is tried again."""


class ClockedApp(PreferringApp):
    """Knows the time, rings, and keeps the rest of the session where the log says it is.

    What changes here is ``var``, not ``reactive``: an app that repaints repaints all there is.
    """

    session: var[Session | None] = var(None)
    """The session being followed."""
    running: var[Running | None] = var(None)
    """The clock that runs, whichever screen shows it."""
    now: var[float] = var(0.0)
    """Steady seconds at the newest look at the running clock."""

    clock: Clock
    distance_unit: DistanceUnit | None = None
    """The athlete's; None: not known yet."""
    _due_s: float | None = None
    """When the clock of the session next ends something to do, in seconds of its running time."""
    _phase: Phase | None = None
    """The phase that the clock of the session was last named for."""
    _resting: Resting | None = None
    """The rest that was shown last, by the steady clock: a step of the wall clock changes nothing of it."""
    _ticker: Timer | None = None
    _alarm: Alarm | None = None

    def follow(self, session: Session | None, line: Timeline | None = None) -> None:
        """Follow a session as it is now: its clock, if ``line`` is one, else its rest becomes the running clock.

        A clock that the athlete started on the Timer screen runs on, unless the session has one.
        """
        self.session = session
        self._due_s = None
        if session is not None and line is not None:
            from hybridtui.ui.session_clock import clock_of, due_s

            self._due_s = due_s(session, line)
            self.running = clock_of(session, line, self.clock.ticks(), self.distance_unit)
        elif self.running is None or self.running.origin != "own":
            self.running = self.rest_clock()

    def is_due(self, ticks: float) -> bool:
        """Return whether the clock of the session has led past the end of something to do; True only once."""
        running = self.running
        if self._due_s is None or running is None or running.origin != "step":
            return False
        from hybridtui.domain.timeline import BLUR  # a clock runs, so it is loaded

        if running.timeline.running_s(ticks) < self._due_s - BLUR:
            return False
        self._due_s = None  # until what comes of it is followed
        return True

    def try_again(self) -> None:
        """Let what the clock of the session led through be due again in a while: it could not be saved."""
        running = self.running
        if running is not None and running.origin == "step":
            self._due_s = running.timeline.running_s(self.clock.ticks()) + TRY_AGAIN_S

    def rest_clock(self) -> Running | None:
        """Return the clock of the rest that the log says is running, if any."""
        from hybridtui.domain import guide, timeline  # not before there is a session: the first paint is quicker

        session = self.session
        if session is None:
            self._resting = None
            return None
        now, ticks = self.clock.now().astimezone(UTC), self.clock.ticks()
        rest, known = guide.rest_running(session, now), self._resting
        if rest is None and known is not None:  # by the wall clock it was forgotten: by the steady one it may run
            rest = guide.rest_running(session, known.wall(ticks))
        if rest is None:
            return None
        if known is not None and known.goes_on_in(rest):
            line = known.line.extended(rest.seconds - known.rest.seconds)
        else:
            line = timeline.rest(rest.seconds, rest.started(now, ticks))
        line = line.paused(ticks) if rest.is_paused else line.resumed(ticks)
        self._resting = Resting(rest, line)
        return Running(
            timeline=line,
            origin="rest",
            label="Rest",
            following=guide.name(session, rest.next) if rest.next is not None else "",
        )

    def lengthen(self, seconds: int) -> None:
        """Make the running phase of a clock that the log does not keep longer, or shorter."""
        if self.running is not None:
            ticks = self.clock.ticks()
            self.running = self.running.with_timeline(self.running.timeline.extended(seconds, ticks))

    def watch_running(self, old: Running | None, running: Running | None) -> None:
        """Look at the clock as long as there is one."""
        self.now = self.clock.ticks()
        if self._ticker is None or self._alarm is None:
            if running is None:
                return
            self._ticker, self._alarm = self._ticking()
        if running is None:
            self._ticker.pause()
            self._alarm.end()
        else:
            if old is None or old.timeline.started != running.timeline.started:
                self._alarm.begin(self.now)
            self._ticker.resume()

    def _ticking(self) -> tuple[Timer, Alarm]:
        from hybridtui.ui.alarm import Alarm

        return self.set_interval(TICK_S, self._look, pause=True), Alarm(self)

    def _look(self) -> None:
        if self.running is not None and self._alarm is not None:
            ticks = self.clock.ticks()
            self._name_phase(ticks)
            self._alarm.hear(self.running, ticks)
            self.now = ticks

    def _name_phase(self, ticks: float) -> None:
        """Let the clock of the session say what it leads through now, once that is something else."""
        running, session = self.running, self.session
        if running is None or running.origin != "step" or session is None:
            return
        phase = running.timeline.reading(ticks).phase
        if phase is not self._phase:
            from hybridtui.ui.session_clock import clock_of

            self._phase = phase
            self.running = clock_of(session, running.timeline, ticks, self.distance_unit)

    def name_window(self, title: str) -> None:
        """Name the terminal's window, where it has one."""
        if callable(set_title := getattr(self._driver, "set_title", None)):
            set_title(title)
