"""Someone who walks through a session while a clock runs that tests can wind."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from hybridtui.domain import guide
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.handling import handle
from hybridtui.domain.engine.leading import place_now
from hybridtui.domain.engine.state import Begin, Event, LogRun, LogSets, Now, Outcome, Pass, Split, State, Tick
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import Edge
from hybridtui.domain.session import Session
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.workout import Form, Step, StepKind
from tests.domain.sessions import BEGAN

BOOT = 5_000.0
"""What the steady clock shows when the session begins."""


def interval(title: str, times: int = 1, *, seconds: int | None = None, metres: float | None = None) -> Step:
    return Step(
        kind=StepKind.INTERVAL,
        title=title,
        sets=times,
        seconds=seconds,
        distance_m=metres,
        group=1 if times > 1 else None,
    )


def recovery(title: str, times: int, seconds: int) -> Step:
    return Step(kind=StepKind.RECOVERY, title=title, sets=times, seconds=seconds, group=1)


def counted(exercise: str, reps: int, form: Form, block_s: int, sets: int = 1) -> Step:
    return Step(
        kind=StepKind.STATION,
        title=exercise,
        exercise=exercise,
        sets=sets,
        reps=reps,
        group=1,
        form=form,
        block_s=block_s,
    )


def timed(exercise: str, sets: int, seconds: int, rest_s: int, *, group: int = 1, per_side: bool = False) -> Step:
    return Step(
        kind=StepKind.STATION, title=exercise, exercise=exercise, sets=sets, seconds=seconds, rest_s=rest_s,
        group=group, per_side=per_side,
    )  # fmt: skip


@dataclass(frozen=True)
class Heard:
    """An edge, the label of its phase, on which clock, and how late it was told."""

    edge: Edge
    label: str
    clock: int
    late: float


@dataclass
class Walk:
    """The state of a session, and what was heard of its clock."""

    session: Session
    line: Timeline | None = None
    seconds: float = 0.0
    """Since the session began."""
    wall_ahead: float = 0.0
    """By how much the wall clock was set ahead of the truth."""
    heard: list[Heard] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    _listened: float = -math.inf
    _clocks: int = 0
    _ids: count[int] = field(default_factory=count)

    @property
    def now(self) -> Now:
        return Now(BEGAN + timedelta(seconds=self.seconds + self.wall_ahead), BOOT + self.seconds)

    @property
    def state(self) -> State:
        return State(self.session, self.line)

    @property
    def here(self) -> Place | None:
        """The place of the phase that runs."""
        return place_now(self.line, self.now.ticks) if self.line is not None else None

    @property
    def phase(self) -> str:
        return self.line.reading(self.now.ticks).phase.label if self.line is not None else ""

    def do(self, event: Event) -> Outcome:
        ran = self.line is not None
        outcome = handle(self.state, event, self.now, lambda: f"e{next(self._ids)}")
        self.session, self.line = outcome.state.session, outcome.state.line
        self.outcomes.append(outcome)
        if not ran and self.line is not None:
            self._listened, self._clocks = -math.inf, self._clocks + 1
        return outcome

    def listen(self) -> None:
        """Hear what the clock told since it was listened to last."""
        if self.line is not None:
            edges = self.line.edges(self._listened, self.now.ticks)
            for edge in edges:
                late = self.now.ticks - self.line.ticks_at(edge.at)
                self.heard.append(Heard(edge, self.line.phases[edge.phase].label, self._clocks, late))
        self._listened = self.now.ticks

    def sleep(self, seconds: float) -> Outcome:
        """Let time go by, then look at the clock once."""
        self.seconds += seconds
        self.listen()
        return self.do(Pass())

    def sleep_until(self, seconds: float) -> Outcome:
        return self.sleep(seconds - self.seconds)

    def enter(self) -> Outcome:
        """Do what enter does when all went as planned: go on with the clock, begin it, log or tick."""
        here = guide.current(self.session)
        if self.line is not None:
            return self.do(Split())
        assert here is not None
        step = self.session.steps[here.step]
        if step.logs_sets:
            draft = SetDraft(load=step.load, reps=guide.target_reps(step, here.set_number), seconds=step.seconds)
            return self.do(LogSets(here, step.exercise or "", (draft,)))
        return self.do(LogRun(here, RunDraft(seconds=step.seconds)) if step.is_run else Tick(here))

    def begin(self) -> Outcome:
        return self.do(Begin())

    @property
    def left(self) -> int:
        done, of = guide.progress(self.session)
        return of - done

    @property
    def log(self) -> list[tuple[str, float | None, float]]:
        """What was done: the title of its step, its reps or seconds, and when, in seconds since the start."""
        steps = self.session.steps
        sets = [
            (s.logged_at, steps[s.step].title, s.reps or s.seconds) for s in self.session.sets if s.step is not None
        ]
        runs = [(r.logged_at, steps[r.step].title, r.seconds) for r in self.session.runs if r.step is not None]
        marks = [(m.at, f"{steps[m.step].title} {m.kind}", None) for m in self.session.marks]
        entries = [entry for entry in (*sets, *runs, *marks) if entry[0] is not None]
        return [(what, much, (at - BEGAN).total_seconds()) for at, what, much in sorted(entries, key=lambda e: e[0])]


def parts(line: Timeline | None) -> list[tuple[str, float | None, str]]:
    """Phases of a clock, written short: label, seconds, which of how many."""
    assert line is not None
    return [(p.label, p.seconds, f"{p.number}/{p.of}" if p.of else "") for p in line.phases]
