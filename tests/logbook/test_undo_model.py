"""Whatever is done in a session, in whatever order and through any number of kills, is kept and can be taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.arranging import exchanged
from hybridtui.domain.engine.leading import place_now
from hybridtui.domain.engine.state import Begin, Event, GoOn, Halt, Hold, Longer, Pass, Split
from hybridtui.domain.guide import Logged, Place
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Status
from hybridtui.domain.workout import Kind, Step, StepKind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.session_model import Asked, At, Content, Done, Mark, Model

STEPS = (
    Step(kind=StepKind.WARMUP, title="Walk", seconds=60),
    Step(kind=StepKind.WARMUP, title="Leg swings", seconds=45),
    Step(kind=StepKind.SET, title="Squat", exercise="back_squat", sets=3, reps=5, rest_s=90),
    Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=2, seconds=30, rest_s=45),
    Step(kind=StepKind.INTERVAL, title="Run", seconds=120),
    Step(kind=StepKind.COOLDOWN, title="Stretch", seconds=60),
)
ASKED = (
    Asked("Walk", "time", seconds=60, group="warm-up"),
    Asked("Leg swings", "time", seconds=45, group="warm-up"),
    Asked("Squat", "reps", 3, what="back_squat"),
    Asked("Plank", "hold", 2, 30, what="plank"),
    Asked("Run", "time", seconds=120, is_run=True),
    Asked("Stretch", "time", seconds=60),
)
OTHERS = (
    (
        Step(kind=StepKind.SET, title="Push-up", exercise="push_up", reps=12, rest_s=60),
        Asked("Push-up", "reps", what="push_up"),
    ),
    (
        Step(kind=StepKind.HOLD, title="Side plank", exercise="side_plank", seconds=20),
        Asked("Side plank", "hold", seconds=20, what="side_plank"),
    ),
)


@cache
def begun() -> bytes:
    """Return a log with a session that was just begun."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        with Logbook.open(path, FixedClock(), ids=lambda: "session") as book:
            book.save_athlete(Athlete())
            book.sessions.start_free(Kind.COMBO, steps=STEPS)
        return path.read_bytes()


def running(machine: SessionMachine) -> bool:
    return machine.model.runs


def there(machine: SessionMachine) -> bool:
    return machine.model.content is not None


def with_sets(machine: SessionMachine) -> bool:
    return there(machine) and any(each.what for each in machine.model.here.done)


def rests(session: Session) -> tuple[int | None, ...]:
    return (*(logged.rest_s for logged in session.sets), *(run.rest_s for run in session.runs))


class SessionMachine(RuleBasedStateMachine):
    """The logbook beside a plain model."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "log.db"
        self._path.write_bytes(begun())
        self._clock = FixedClock()
        self._began = self._clock.at
        numbers = count(100)
        self._ids = lambda: f"id{next(numbers):06d}"
        self._opened: list[Logbook] = []
        self.model = Model(ASKED)
        self._told_last: Session | None = None
        self._open()

    def _open(self) -> None:
        self.book = Logbook.open(self._path, self._clock, ids=self._ids)
        self._opened.append(self.book)

    @property
    def _session(self) -> Session:
        return self.book.sessions.get("session")

    def _did(self, after: Content, told: Session | Logged) -> None:
        """Expect a state of the session, which is the one that was told."""
        self._told_last = told.session if isinstance(told, Logged) else told
        self.model.put(replace(after, rests=rests(self._told_last)))

    # What is done in it.

    @precondition(running)
    @rule(which=st.integers(0, 99), reps=st.integers(0, 20))
    def log(self, which: int, reps: int) -> None:
        model = self.model
        places = [at for at in model.here.walk if model.here.steps[at.step].by != "time"]
        at = places[which % len(places)]
        after = self._going_on(model.passed(at)).with_done(at, model.now, reps=reps)
        logged = self.book.sessions.log_sets(
            "session", Place(*at), model.here.steps[at.step].what, [SetDraft(reps=reps)]
        )
        model.happened(after)
        self._did(after, logged)

    @precondition(running)
    @rule(seconds=st.integers(1, 900))
    def run(self, seconds: int) -> None:
        model = self.model
        at = next(at for at in model.here.walk if model.here.steps[at.step].is_run)
        after = self._going_on(model.passed(at)).with_done(at, model.now, seconds=seconds)
        logged = self.book.sessions.log_run("session", Place(*at), RunDraft(seconds=seconds))
        model.happened(after)
        self._did(after, logged)

    @precondition(lambda self: running(self) and self.model.here.left)
    @rule(which=st.integers(0, 99), skips=st.booleans())
    def tick_or_skip(self, which: int, skips: bool) -> None:
        model = self.model
        left = model.here.left
        at = left[0] if which < 50 else left[which % len(left)]
        after = model.passed(at)
        if skips:
            logged = self.book.sessions.skip("session", Place(*at))
        else:
            after = self._going_on(after)
            logged = self.book.sessions.tick("session", Place(*at))
        after = after.marked("skipped" if skips else "done", [at], model.now)
        model.happened(after)
        self._did(after, logged)

    @precondition(running)
    @rule(which=st.integers(0, 99))
    def skip_step(self, which: int) -> None:
        model = self.model
        index = which % len(model.here.steps)
        logged = self.book.sessions.skip_step("session", index)
        after = model.passed()
        group = after.steps[index].group
        mine = [at for at in after.left if at.step == index or (group and after.steps[at.step].group == group)]
        after = after.marked("skipped", mine, model.now)
        model.happened(after)
        self._did(after, logged)

    @precondition(running)
    @rule(which=st.integers(0, 9), other=st.sampled_from(OTHERS))
    def swap(self, which: int, other: tuple[Step, Asked]) -> None:
        model, steps = self.model, self.model.here.steps
        runs = model.queue[0].at if model.queue else None
        left = {at.step for at in model.here.left if steps[at.step].by != "time"} - {runs.step if runs else None}
        if not left or other[1] in (replace(step, sets=1) for step in steps):
            return
        begun = {each.at.step for each in model.here.done}
        index = sorted(left, key=lambda step: (step not in begun, step))[max(0, which - 5) % len(left)]
        logged = self.book.sessions.rework("session", exchanged(self._session, index, other[0]), "swap")
        before = model.here
        model.content = before.swapped(index, other[1])
        model.moved(index, len(model.here.steps) - len(steps))
        after = model.passed()
        model.content = before
        self._did(after, logged)

    # What can be done to it at any time.

    @precondition(with_sets)
    @rule(which=st.integers(0, 99), reps=st.integers(21, 40), how=st.sampled_from(["edit", "note", "delete"]))
    def correct(self, which: int, reps: int, how: str) -> None:
        done = self.model.here.done
        places = [n for n, each in enumerate(done) if each.what]
        index = places[which % len(places)]
        logged = self._session.sets[places.index(index)]
        if how == "delete":
            told = self.book.sessions.delete_set("session", logged.id)
            changed: tuple[Done, ...] = ()
        elif how == "edit":
            told = self.book.sessions.edit_set("session", replace(logged, reps=reps))
            changed = (done[index]._replace(reps=reps),)
        else:
            told = self.book.sessions.note_set("session", logged.id, f"note {reps}").session
            changed = (done[index]._replace(note=f"note {reps}"),)
        self._did(replace(self.model.here, done=(*done[:index], *changed, *done[index + 1 :])), told)

    @precondition(there)
    @rule(text=st.sampled_from(["", "hot", "slept badly"]))
    def note(self, text: str) -> None:
        told = self.book.sessions.note_session("session", text)
        self._did(replace(self.model.here, note=text), told)

    @precondition(running)
    @rule(minutes=st.integers(1, 90), deletes=st.booleans())
    def finish_or_delete(self, minutes: int, deletes: bool) -> None:
        if deletes:
            self.book.sessions.delete("session")
            self.model.queue.clear()
            self.model.put(None)
            return
        told = self.book.sessions.finish("session", rpe=7, minutes=minutes)
        self.model.queue.clear()
        self._did(replace(self.model.here.went_on(self.model.now), minutes=minutes), told)

    @precondition(lambda self: there(self) and not running(self))
    @rule()
    def reopen(self) -> None:
        with pytest.raises(Problem, match="finished"):
            self.book.sessions.do("session", Begin())
        told = self.book.sessions.reopen("session")
        self._did(self.model.here.reopened(self.model.now), told)

    @precondition(lambda self: self.model.can_undo())
    @rule(levels=st.sampled_from([1, 1, 2, 4]))
    def undo(self, levels: int) -> None:
        for _ in range(levels):
            if self.model.can_undo():
                self._caught_up(lambda model: model.before)
                assert self.book.sessions.undo("session")[1] is not None
                self.model.undo()

    @precondition(lambda self: self.model.future or self.model.past)
    @rule(levels=st.sampled_from([1, 1, 2, 4]))
    def redo(self, levels: int) -> None:
        for _ in range(levels):
            self._caught_up(lambda model: model.after)
            label = self.book.sessions.redo("session")[1]
            assert (label is not None) == bool(self.model.future)
            if self.model.future:
                self.model.redo()

    def _caught_up(self, next_: Callable[[Model], Content | None]) -> None:
        """Keep first what the clock led through until now; where the steps will be others, put it away."""
        model = self.model
        if not model.queue:
            return
        logged = self.book.sessions.do("session", Pass())
        self._did(model.passed(), logged)
        self._told_last = None
        then = next_(model)
        if then is not None and then.steps != model.here.steps:
            self.book.sessions.do("session", Halt())
            model.queue.clear()

    # The clock.

    @precondition(lambda self: running(self) and not self.model.queue)
    @rule()
    def begin(self) -> None:
        logged = self.book.sessions.do("session", Begin())
        after = self._going_on(self.model.here)
        self.model.begin(after)
        self._did(after, logged)

    @precondition(running)
    @rule()
    def split(self) -> None:
        logged = self.book.sessions.do("session", Split())
        after = self._going_on(self.model.passed())
        self._did(self.model.split(after), logged)

    @precondition(running)
    @rule(event=st.sampled_from([Pass(), Pass(), Pass(), Begin(), Halt()]))
    def time_passes(self, event: Event) -> None:
        model = self.model
        logged = self.book.sessions.do("session", event)
        after = model.passed()
        if isinstance(event, Begin):
            after = self._going_on(after)
            model.begin(after)
        elif isinstance(event, Halt):
            model.queue.clear()
        self._did(after, logged)

    @precondition(running)
    @rule(by=st.sampled_from([-15, 15, 60]))
    def longer(self, by: int) -> None:
        model = self.model
        told = self.book.sessions.do("session", Longer(by)).session
        after = model.passed()
        if model.queue:
            model.longer(by)
        self._did(after, told)

    @precondition(running)
    @rule()
    def pause_or_go_on(self) -> None:
        model = self.model
        paused = model.here.paused
        logged = self.book.sessions.do("session", GoOn() if paused else Hold())
        after = model.passed()
        if paused:
            after = self._going_on(after)
        else:
            model.hold()
            after = replace(after, pauses=(*after.pauses, (model.now, None)))
        self._did(after, logged)

    @rule(seconds=st.sampled_from([1, 7, 20, 30, 31, 45, 61, 100, 200, 1500, 20_000]))
    def wait(self, seconds: int) -> None:
        self._clock.pass_(seconds)
        self.model.now += seconds

    @rule(away=st.sampled_from([3, 20, 50, 130, 1500]), tick=st.integers(0, 10_000))
    def kill_and_start(self, away: int, tick: int) -> None:
        """The old process leaves everything as it is, and the machine's steady clock begins anew."""
        self.wait(away)
        self._clock.tick = float(tick)
        self._open()
        self.model.restarted()

    @invariant()
    def the_log_holds_what_was_done(self) -> None:
        session, kept = self.book._kit.store.running("session")
        assert (None if session is None else self._told(session)) == self.model.content
        assert self._told_last in (None, session)
        self._told_last = None
        assert self._clock_reads(session, kept) == self.model.reading()

    def teardown(self) -> None:
        assert self.book.check() is None
        for book in self._opened:
            book.close()
        self._folder.cleanup()

    def _going_on(self, after: Content) -> Content:
        if after.paused:
            self.model.go_on()
        return after.went_on(self.model.now)

    def _clock_reads(self, session: Session | None, kept: KeptClock | None) -> tuple[At | None, int | None] | None:
        line = self.book.sessions._clocks.line(kept, session, self.book._kit.instant())
        if line is None:
            return None
        place, left = place_now(line, self._clock.tick), line.reading(self._clock.tick).left_s
        return (None if place is None else At(place.step, place.set_number)), (None if left is None else round(left))

    def _told(self, session: Session) -> Content:
        """Return a session as the model would tell it."""
        entries: list[LoggedSet | RunEntry] = [*session.sets, *session.runs]
        return Content(
            steps=tuple(
                replace(next(asked for asked in KNOWN if asked.title == step.title), sets=step.sets)
                for step in session.steps
            ),
            done=tuple(self._entry(entry) for entry in sorted(entries, key=lambda entry: entry.position)),
            marks=tuple(sorted(Mark(m.kind.value, At(m.step, m.set_number), self._time(m.at)) for m in session.marks)),
            pauses=tuple(
                (self._time(p.began), None if p.ended is None else self._time(p.ended)) for p in session.pauses
            ),
            note=session.note,
            minutes=round(session.total_s / 60) if session.status is Status.FINISHED else None,
            rests=rests(session),
        )

    def _entry(self, entry: LoggedSet | RunEntry) -> Done:
        assert entry.step is not None
        assert entry.set_number is not None
        assert entry.logged_at is not None
        what, reps = (entry.exercise, entry.reps) if isinstance(entry, LoggedSet) else ("", None)
        seconds = None if entry.seconds is None else round(entry.seconds)
        at = At(entry.step, entry.set_number)
        return Done(what, reps, seconds, at, self._time(entry.logged_at), entry.note)

    def _time(self, at: datetime) -> int:
        return round((at - self._began).total_seconds())


KNOWN = (*ASKED, *(asked for _, asked in OTHERS))


def test_two_ends_taken_back_one_after_another_bring_the_first_of_them_back() -> None:
    machine = SessionMachine()
    for step in (2, 3):
        machine.skip_step(which=step)
    machine.begin()
    machine.wait(7)
    machine.split()
    machine.wait(7)
    machine.split()
    for _ in range(2):
        machine.undo(levels=1)
        machine.the_log_holds_what_was_done()
    assert machine.model.reading() == (At(0, 1), 46)
    machine.teardown()


def test_what_is_cut_short_right_after_a_pause_ends_after_the_pause() -> None:
    machine = SessionMachine()
    machine.begin()
    machine.longer(by=-15)
    machine.wait(30)
    machine.pause_or_go_on()
    machine.wait(1)
    machine.pause_or_go_on()
    machine.longer(by=-15)
    machine.time_passes(Pass())
    machine.the_log_holds_what_was_done()
    assert machine.model.here.marks == (Mark("done", At(0, 1), 31),)
    machine.teardown()


TestSession = SessionMachine.TestCase
TestSession.settings = settings(
    max_examples=max(120, settings().max_examples),
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
