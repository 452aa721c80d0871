"""Sessions for tests, written short."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hybridtui.domain.calendar import Moment
from hybridtui.domain.guide import Place
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, Status, StepMark
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Step, StepKind

BEGAN = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)

WARM_UP = Step(kind=StepKind.WARMUP, title="Brisk walk", seconds=300)
COOL_DOWN = Step(kind=StepKind.COOLDOWN, title="Calf stretch", seconds=60)
SQUAT = Step(
    kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=6, reps_max=8, rest_s=120, load=Load(80)
)
PLANK = Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=2, seconds=40, rest_s=45)
LUNGE = Step(kind=StepKind.SET, title="Lunge", exercise="forward_lunge", sets=2, reps=10, rest_s=60, per_side=True)
RUN = Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800)


def station(title: str, sets: int = 3, group: int = 1) -> Step:
    return Step(kind=StepKind.STATION, title=title, sets=sets, seconds=40, rest_s=20, group=group)


def after(seconds: float) -> datetime:
    return BEGAN + timedelta(seconds=seconds)


def session(*steps: Step, kind: Kind = Kind.STRENGTH, **known: object) -> Session:
    moment = Moment(BEGAN, 3600, "Europe/Berlin", date(2026, 3, 4))
    bare = Session(id="s", kind=kind, title="Full body", status=Status.OPEN, started=moment, steps=steps)
    return replace(bare, **known)  # type: ignore[arg-type]


def with_set(before: Session, place: Place, at: float = 0.0, **known: object) -> Session:
    step = before.steps[place.step]
    position = len(before.sets) + len(before.runs) + 1
    logged = LoggedSet(
        id=f"e{position}",
        position=position,
        exercise=step.exercise or "",
        reps=8,
        per_side=step.per_side,
        step=place.step,
        set_number=place.set_number,
        logged_at=after(at),
        rest_s=step.rest_s,
    )
    return replace(before, sets=(*before.sets, replace(logged, **known)))  # type: ignore[arg-type]


def with_run(before: Session, place: Place | None, seconds: float, at: float = 0.0, **known: object) -> Session:
    position = len(before.sets) + len(before.runs) + 1
    run = RunEntry(
        id=f"e{position}",
        position=position,
        seconds=seconds,
        step=place.step if place else None,
        set_number=place.set_number if place else None,
        logged_at=after(at),
    )
    return replace(before, runs=(*before.runs, replace(run, **known)))  # type: ignore[arg-type]


def with_mark(before: Session, place: Place, kind: MarkKind = MarkKind.DONE, at: float = 0.0) -> Session:
    mark = StepMark(id=f"m{len(before.marks)}", step=place.step, set_number=place.set_number, kind=kind, at=after(at))
    return replace(before, marks=(*before.marks, mark))
