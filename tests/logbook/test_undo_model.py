"""Whatever is done in a session, in whatever order and through any number of restarts, can be taken back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hybridtui.domain import guide
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.entry import SetDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.session import LoggedSet, Session
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook import plans

Content = tuple[tuple[tuple[int | None, int | None, int | None], ...], frozenset[tuple[int, int, str]]]
"""What the athlete would say was done: sets as reps and place, and ticks and skips."""

PLACES = guide.places(plans.strength("x", plans.MONDAY).steps)


def content(session: Session) -> Content:
    return (
        tuple((logged.reps, logged.step, logged.set_number) for logged in session.sets),
        frozenset((mark.step, mark.set_number, mark.kind.value) for mark in session.marks),
    )


class SessionMachine(RuleBasedStateMachine):
    """The logbook beside a plain list of what was before."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._clock = FixedClock()
        numbers = count()
        self._ids = lambda: f"id{next(numbers):06d}"
        self._open()

    def _open(self) -> None:
        self.book = Logbook.open(Path(self._folder.name) / "log.db", self._clock, ids=self._ids)

    @initialize()
    def start(self) -> None:
        self.book.save_athlete(Athlete())
        self.book.plans.adopt(plans.plan(weeks=6))
        self.id = self.book.sessions.start("w1-wed").id
        self.past: list[Content] = [((), frozenset())]
        self.future: list[Content] = []

    def _did(self, new: Content) -> None:
        self.past.append(new)
        self.future.clear()

    @property
    def _sets(self) -> tuple[LoggedSet, ...]:
        return self.book.sessions.get(self.id).sets

    @rule(place=st.sampled_from(PLACES), reps=st.integers(0, 20), passed=st.integers(0, 200))
    def log(self, place: Place, reps: int, passed: int) -> None:
        self._clock.pass_(passed)
        self.book.sessions.log_sets(self.id, place, "push_up", [SetDraft(reps=reps)])
        sets, marks = self.past[-1]
        self._did(((*sets, (reps, place.step, place.set_number)), marks))

    @rule()
    def skip(self) -> None:
        place = guide.current(self.book.sessions.get(self.id))
        if place is not None:
            self.book.sessions.skip(self.id, place)
            sets, marks = self.past[-1]
            self._did((sets, marks | {(place.step, place.set_number, "skipped")}))

    @rule()
    def tick(self) -> None:
        place = guide.current(self.book.sessions.get(self.id))
        if place is not None:
            self.book.sessions.tick(self.id, place)
            sets, marks = self.past[-1]
            self._did((sets, marks | {(place.step, place.set_number, "done")}))

    @precondition(lambda self: self.past[-1][0])
    @rule(which=st.integers(0, 99), reps=st.integers(21, 40))
    def edit(self, which: int, reps: int) -> None:
        sets, marks = self.past[-1]
        index = which % len(sets)
        if sets[index][0] != reps:
            self.book.sessions.edit_set(self.id, replace(self._sets[index], reps=reps))
            self._did(((*sets[:index], (reps, *sets[index][1:]), *sets[index + 1 :]), marks))

    @precondition(lambda self: self.past[-1][0])
    @rule(which=st.integers(0, 99))
    def delete(self, which: int) -> None:
        sets, marks = self.past[-1]
        index = which % len(sets)
        self.book.sessions.delete_set(self.id, self._sets[index].id)
        self._did(((*sets[:index], *sets[index + 1 :]), marks))

    @rule(by=st.sampled_from([-15, 15]))
    def adjust_rest(self, by: int) -> None:
        before = self.book.sessions.get(self.id)
        if self.book.sessions.adjust_rest(self.id, by) != before:
            self.future.clear()

    @rule()
    def undo(self) -> None:
        if len(self.past) > 1:
            assert self.book.sessions.undo(self.id)[1] is not None
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        label = self.book.sessions.redo(self.id)[1]
        assert (label is not None) == bool(self.future)
        if self.future:
            self.past.append(self.future.pop())

    @rule()
    def crash_and_reopen(self) -> None:
        self.book.close()
        self._open()

    @invariant()
    def the_log_holds_what_was_done(self) -> None:
        if hasattr(self, "past"):
            assert content(self.book.sessions.get(self.id)) == self.past[-1]

    def teardown(self) -> None:
        self.book.close()
        self._folder.cleanup()


TestSession = SessionMachine.TestCase
TestSession.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
