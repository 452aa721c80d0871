"""Weeks to be reviewed, as plain or as odd as a test wants them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hybridtui.domain.calendar import Week
from hybridtui.domain.days.adherence import Missed, SideKept, WeekKept
from hybridtui.domain.history import Totals
from hybridtui.domain.loads.days import LoadSum, SideLoad
from hybridtui.domain.loads.state import LoadState
from hybridtui.domain.review.facts import WeekFacts
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.workout import Kind, Phase, PlannedWeek, Workout

WEEK = Week(2026, 10)
OVER, RUNNING = date(2026, 3, 11), date(2026, 3, 5)
"""Wednesday of the week after, and Thursday of the week itself."""


def workout(day: int, kind: Kind = Kind.STRENGTH, minutes: int = 45, *, week: Week = WEEK, **more: object) -> Workout:
    run = minutes if kind is Kind.RUN else 0
    given = {"id": f"{week}-{day}-{kind}", "subtype": "", "title": "Full body A" if not run else "Easy run"} | more
    return Workout(
        day=week.monday + timedelta(days=day), kind=kind, minutes=minutes, run_minutes=run,
        strength_minutes=minutes - run, steps=(), **given,  # type: ignore[arg-type]
    )  # fmt: skip


def planned_week(*workouts: Workout, week: Week = WEEK, deload: bool = False) -> PlannedWeek:
    return PlannedWeek(number=1, week=week, phase=Phase.BASE, deload=deload, workouts=workouts)


NEXT = planned_week(
    workout(0, week=WEEK.plus(1)),
    workout(1, Kind.RUN, 60, week=WEEK.plus(1)),
    workout(3, week=WEEK.plus(1)),
    workout(5, Kind.RUN, 100, week=WEEK.plus(1)),
    week=WEEK.plus(1),
)
"""160 min of running and 90 of strength."""


def totals(run: float, strength: float, week: Week = WEEK, *, load: float | None = None) -> Totals:
    return Totals(
        period=week, run_s=run * 60, strength_s=strength * 60, runs=bool(run) * 3, strength_sessions=bool(strength) * 2,
        sessions=bool(run) * 3 + bool(strength) * 2, run_load_au=run * 3 if load is None else load,
        strength_load_au=strength * 6 if load is None else 0.0,
    )  # fmt: skip


def kept(run: tuple[float, float], strength: tuple[float, float], *missed: Missed, due: int = 0) -> WeekKept:
    """A planned week of three runs and two strength sessions: minutes done and planned of each side."""
    gone_runs = sum(each.workout.kind is Kind.RUN for each in missed)
    return WeekKept(
        week=WEEK, planned=True,
        run=SideKept(done_s=run[0] * 60, planned_s=run[1] * 60, planned=3, kept=3 - gone_runs, done=3 - gone_runs),
        strength=SideKept(
            done_s=strength[0] * 60, planned_s=strength[1] * 60, planned=2, kept=2 - len(missed) + gone_runs, done=2
        ),
        workouts=5, kept=5 - len(missed) - due, due=due, missed=missed, rest_planned=2, rest_kept=2,
    )  # fmt: skip


def unplanned(run: float, strength: float) -> WeekKept:
    return WeekKept(
        week=WEEK, planned=False, run=SideKept(done_s=run * 60, done=3), strength=SideKept(done_s=strength * 60, done=2)
    )


def missed(day: int, kind: Kind = Kind.STRENGTH, reason: Reason | None = None, *known: str) -> Missed:
    gone = workout(day, kind)
    return Missed(workout=gone, said=None if reason is None else SkipReason(gone.id, reason), known=known)


def sums(run: float, strength: float, *, estimated: int = 0) -> LoadSum:
    return LoadSum(
        run=SideLoad(au=run * 3, sessions=3, estimated=estimated),
        strength=SideLoad(au=strength * 6, sessions=2, estimated=0),
        other=SideLoad(au=0.0, sessions=0, estimated=0),
        together=SideLoad(au=run * 3 + strength * 6, sessions=5, estimated=estimated),
        run_s=run * 60,
        strength_s=strength * 60,
    )


STEADY = LoadState(
    day=WEEK.last, days_known=100, ctl=140.0, atl=150.0, form=-8.0, monotony=1.2, strain=1300.0, week_au=990.0,
    usual_au=950.0, acwr=1.04,
)  # fmt: skip


def facts(run: float = 160, strength: float = 80, **more: object) -> WeekFacts:
    """A week over that went as planned, 70/30 wanted, with four like it before; ``more`` replaces any part."""
    before = tuple(totals(160, 70, WEEK.plus(-n), load=400.0 - 150 * (n == 2)) for n in range(4, 0, -1))
    given: dict[str, object] = {
        "week": WEEK, "today": OVER, "totals": totals(run, strength), "before": before,
        "kept": kept((run, 160), (strength, 80)), "sums": sums(run, strength), "load": STEADY, "target": 0.70,
        "planned": None, "after": NEXT,
    }  # fmt: skip
    return WeekFacts(**(given | more))  # type: ignore[arg-type]


def without_plan(run: float = 160, strength: float = 80, **more: object) -> WeekFacts:
    return replace(facts(run, strength, kept=unplanned(run, strength), after=None), **more)  # type: ignore[arg-type]
