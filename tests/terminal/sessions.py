"""Workouts of every kind to be followed in a terminal, on a clock that the test moves."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level
from hybridtui.domain.calendar import Week
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Form, Kind, Phase, Plan, PlannedWeek, Step, StepKind, Workout
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.terminal.conftest import MONDAY
from tests.terminal.terminal import Terminal

DAY = date(2026, 3, 2)
BEGIN = datetime.fromisoformat(MONDAY)

WALK = Step(kind=StepKind.WARMUP, title="Brisk walk", seconds=60)
STRETCH = Step(kind=StepKind.COOLDOWN, title="Calf stretch", seconds=30, per_side=True)


def lift(exercise: str, title: str, sets: int, reps: int, **more: object) -> Step:
    """Return straight sets of 40 kg with 90 s of rest, or what ``more`` makes of them."""
    given = {"load": Load(40.0), "rest_s": 90, **more}
    return Step(kind=StepKind.SET, title=title, exercise=exercise, sets=sets, reps=reps, **given)  # type: ignore[arg-type]


def station(exercise: str, title: str, **more: object) -> Step:
    """Return a station of a group."""
    given = {"group": 1, **more}
    return Step(kind=StepKind.STATION, title=title, exercise=exercise, **given)  # type: ignore[arg-type]


def running(title: str, **more: object) -> Step:
    """Return a stretch of running."""
    return Step(kind=StepKind.INTERVAL, title=title, **more)  # type: ignore[arg-type]


def jog(title: str, seconds: int, sets: int) -> Step:
    """Return the recoveries between repeats."""
    return Step(kind=StepKind.RECOVERY, title=title, seconds=seconds, sets=sets, group=1)


def workout(kind: Kind, title: str, *steps: Step, subtype: str = "") -> Workout:
    """Return today's workout of these steps."""
    strength = 0 if kind is Kind.RUN else 20
    run = 20 if kind is not Kind.STRENGTH else 0
    return Workout(
        id="today", day=DAY, kind=kind, subtype=subtype or ("easy" if kind is Kind.RUN else "SF"), title=title,
        minutes=run + strength, run_minutes=run, strength_minutes=strength, steps=steps,
    )  # fmt: skip


STRAIGHT = workout(
    Kind.STRENGTH, "Straight sets", WALK, lift("back_squat", "Back squat", 3, 5), lift("push_up", "Push-up", 2, 8)
)
SUPERSET = workout(
    Kind.STRENGTH,
    "Superset",
    lift("bench_press", "Bench press", 2, 8, group=1),
    lift("barbell_row", "Barbell row", 2, 8, group=1),
)
CIRCUIT = workout(
    Kind.HYBRID,
    "Circuit",
    station("bodyweight_squat", "Bodyweight squat", sets=2, seconds=40, rest_s=20),
    station("push_up", "Push-up", sets=2, seconds=40, rest_s=20),
    running("Run", sets=2, seconds=60, group=1),
    subtype="circuit",
)
TEMPO = workout(Kind.STRENGTH, "Tempo", lift("push_up", "Push-up", 2, 4, load=None, tempo="3-1-1-0"))
HOLD = workout(
    Kind.STRENGTH,
    "Hold",
    Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=2, seconds=30, rest_s=45),
)
BY_DISTANCE = workout(
    Kind.RUN,
    "Fast 400s",
    WALK,
    running("Fast 400 m", sets=4, distance_m=400.0, pace_s_per_km=240.0, group=1),
    jog("Walk or jog slowly", 90, 4),
    STRETCH,
    subtype="reps",
)
BY_TIME = workout(
    Kind.RUN,
    "Three minutes hard",
    WALK,
    running("Three minutes hard", sets=4, seconds=180, group=1),
    jog("Easy jog", 120, 4),
    STRETCH,
    subtype="vo2",
)
RUN_WALK = workout(
    Kind.RUN,
    "Run/walk",
    Step(kind=StepKind.WARMUP, title="Brisk walk", seconds=300),
    running("Run", sets=8, seconds=60, group=1),
    jog("Walk", 90, 8),
    subtype="runwalk",
)
COMBO = workout(
    Kind.COMBO, "Run, then strength", running("Easy run", seconds=600), lift("back_squat", "Back squat", 2, 5)
)
AMRAP = workout(
    Kind.HYBRID,
    "AMRAP",
    station("pull_up", "Pull-up", reps=5, form=Form.AMRAP, block_s=600),
    station("push_up", "Push-up", reps=10, form=Form.AMRAP, block_s=600),
    subtype="circuit",
)
EMOM = workout(
    Kind.HYBRID,
    "EMOM",
    station("burpee", "Burpee", sets=3, reps=8, form=Form.EMOM, block_s=60),
    station("push_up", "Push-up", sets=3, reps=10, form=Form.EMOM, block_s=60),
    subtype="circuit",
)


@dataclass
class Training:
    """A workout being followed in a terminal, on a clock that stands until it is moved."""

    open_app: Callable[..., Terminal]
    log: Path
    file: Path
    passed: float = field(default=0.0)
    keys: int = 0

    def plan(self, today: Workout) -> None:
        """Make a log whose plan holds this workout today."""
        self.log.parent.mkdir(mode=0o700, exist_ok=True)
        athlete = Athlete(level=Level.INTERMEDIATE, equipment=EQUIPMENT_PROFILES["gym"], bodyweight_kg=75.0)
        week = PlannedWeek(number=1, week=Week.of(DAY), phase=Phase.GENERAL, deload=False, workouts=(today,))
        with Logbook.open(self.log, FixedClock(BEGIN)) as book:
            book.save_athlete(athlete)
            book.plans.adopt(Plan(id="plan", engine="1", athlete=athlete, start=DAY, weeks=(week,)))

    def opened(self) -> Terminal:
        """Open the app at the moment the clock has reached."""
        self.file.write_text(str(self.passed), encoding="ascii")
        return self.open_app(
            now=(BEGIN + timedelta(seconds=self.passed)).isoformat(), HYBRIDTUI_TEST_CLOCK=str(self.file)
        )

    def wait(self, seconds: float) -> None:
        """Let time pass, whether the app runs or not."""
        self.passed += seconds
        draft = self.file.with_suffix(".new")
        draft.write_text(str(self.passed), encoding="ascii")
        draft.replace(self.file)

    def sets(self) -> Sequence[tuple[object, ...]]:
        """Return exercise, reps and seconds of what is stored, read with nothing but SQLite."""
        return self._read("SELECT exercise, reps, seconds FROM logged_set ORDER BY position")

    def runs(self) -> Sequence[tuple[object, ...]]:
        """Return metres and seconds of the runs that are stored."""
        return self._read("SELECT distance_m, seconds FROM run_entry ORDER BY position")

    def _read(self, query: str) -> Sequence[tuple[object, ...]]:
        with closing(sqlite3.connect(self.log)) as base:
            return list(base.execute(query))
