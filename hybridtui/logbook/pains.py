"""Pain while training: told, kept, and what follows from it in the session. Source: science.md D.6, H.1, R26, R38."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hybridtui.domain import recording
from hybridtui.domain.change import Change
from hybridtui.domain.engine.leading import place_of
from hybridtui.domain.engine.state import Halt, Split
from hybridtui.domain.guide import Logged
from hybridtui.domain.pain import MOST, RETURNS_WITHIN_DAYS, SIDELESS, Pain, Part, active, comes_back, is_running
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import MarkKind, Session, Side
from hybridtui.domain.sparing import Choice, Spared, Sparing, spared
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.readiness import CheckIns
from hybridtui.logbook.sessions import Sessions
from hybridtui.logbook.sparing import acting, sparing


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a pain would lead to; nothing is saved yet."""

    pain: Pain
    concerned: tuple[int, ...] = ()
    """Indexes of the session's steps that it concerns now."""
    swaps: tuple[str, ...] = ()
    """What would change by exchanging, in words; nothing if no step is concerned."""
    skips: tuple[str, ...] = ()
    """What would change by leaving out."""
    ends_run: bool = False
    """True if running is among it: it ends, and one walks home."""
    comes_back: bool = False
    """True if the part hurt on another day of late (R38)."""

    @property
    def can_swap(self) -> bool:
        """True if something can be done in place of what hurts."""
        return self.swaps != self.skips


class Pains:
    """What the athlete says of pains; each report can be undone."""

    def __init__(self, kit: Kit, plans: Plans, check_ins: CheckIns, sessions: Sessions) -> None:
        self._kit = kit
        self._plans = plans
        self._check_ins = check_ins
        self._sessions = sessions

    def active(self) -> tuple[Pain, ...]:
        """Return the pains that act today, oldest first."""
        return acting(self._kit)

    def told_in(self, session: Session) -> tuple[Pain, ...]:
        """Return what was said of pains in a session, oldest first."""
        return tuple(
            pain for pain in self._kit.store.pains(session.started.local_date) if pain.session_id == session.id
        )

    def outlook(self, session_id: str | None, part: Part, side: Side | None, level: int) -> Outlook:
        """Return what a pain would lead to in a session, or on a day without one.

        Raises:
            Problem: if the number is none of 0 to 10.
        """
        return self._seen(self._said(session_id, part, side, level))

    def report(self, session_id: str | None, part: Part, side: Side | None, level: int) -> Outlook:
        """Keep what the athlete said, 0 for gone, and return what it leads to.

        Raises:
            Problem: if the number is none of 0 to 10.
            NotSaved: if nothing was written.
        """
        said = self._said(session_id, part, side, level)
        what = "gone" if not level else f"{level} of 10"
        seen = self._seen(said)
        self._kit.apply(Change(label=f"{said.name}: {what}", session_id=session_id, pains=(said,)))
        return seen

    def apply(self, session_id: str, choice: Choice) -> Logged:
        """Exchange or leave out what is left of the steps that acting pains concern.

        A run is ended where it is: what was run so far is logged, the rest left out.

        Raises:
            Problem: if they concern nothing that is left.
            NotSaved: if nothing was written.
        """
        stopped = self._stopped(session_id)
        session = self._sessions.get(session_id) if stopped is None else stopped.session
        after = self._spared(session, self.active(), choice)
        if not after.changes:
            if stopped is not None:
                return stopped
            raise Problem("Nothing that is left of this session loads what hurts.")
        names = " and ".join(pain.name.lower() for pain in self.active() if pain.stops)
        return self._sessions.rework(session_id, after.session, f"changes for {names}")

    def _said(self, session_id: str | None, part: Part, side: Side | None, level: int) -> Pain:
        if not 0 <= level <= MOST:
            raise Problem(f"Pain is a number from 0 to {MOST}: 0 is none, {MOST} the worst.")
        return Pain(
            id=self._kit.ids(),
            session_id=session_id,
            at=self._after_all_others(),
            day=self._kit.today(),
            part=part,
            side=None if part in SIDELESS else side,
            level=level,
        )

    def _after_all_others(self) -> datetime:
        """Return now, or if the clock was set back, the instant after the newest report: the last word counts."""
        told = self._kit.store.pains(self._kit.today() - timedelta(days=RETURNS_WITHIN_DAYS))
        return max([self._kit.utc(), *(pain.at + timedelta(microseconds=1) for pain in told[-1:])])

    def _seen(self, said: Pain) -> Outlook:
        told = self._kit.store.pains(said.day - timedelta(days=RETURNS_WITHIN_DAYS))
        seen = Outlook(pain=said, comes_back=comes_back((*told, said), said.part, said.day))
        if said.session_id is None or not said.stops:
            return seen
        session, pains = self._sessions.get(said.session_id), active((*told, said), said.day)
        concerned = self._by(session, pains).concerned(session)
        return replace(
            seen,
            concerned=concerned,
            ends_run=any(session.steps[index].is_run for index in concerned),
            swaps=self._spared(session, pains, Choice.SWAP).changes,
            skips=self._spared(session, pains, Choice.SKIP).changes,
        )

    def _by(self, session: Session, pains: Sequence[Pain]) -> Sparing:
        return sparing(self._kit, self._plans, self._check_ins, session, pains)

    def _spared(self, session: Session, pains: Sequence[Pain], choice: Choice) -> Spared:
        return spared(session, choice, self._by(session, pains), self._skipped)

    def _skipped(self, session: Session, step: int) -> Session:
        places = recording.places_left(session, step)
        new = recording.marks(places, MarkKind.SKIPPED, self._kit.utc(), self._kit.ids)
        return replace(session, marks=(*session.marks, *new))

    def _stopped(self, session_id: str) -> Logged | None:
        """Put the clock of what hurts away, if it runs; a stretch of running ends with what was run of it."""
        session, line = self._sessions.get(session_id), self._sessions.clock(session_id)
        phase = line.reading(self._kit.instant().ticks).phase if line is not None else None
        place = place_of(phase) if phase is not None else None
        if phase is None or place is None or place.step not in self._by(session, self.active()).concerned(session):
            return None
        if phase.ends and is_running(session.steps[place.step]):
            self._sessions.do(session_id, Split())
        return self._sessions.do(session_id, Halt())
