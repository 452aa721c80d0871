"""A week against its plan: minutes and sessions of each side, rest days, and what was missed.

A workout counts as done by any session that ``matching.credited`` finds for it, whatever
its day. Rest days count by their number: who swaps a rest day for another has kept it
(R3 asks for rest days in a week, not for certain ones). Sources: science.md 0, R3, R41.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.days.marks import Day
from hybridtui.domain.days.values import WeekAsked
from hybridtui.domain.matching import TRAINING
from hybridtui.domain.skips import SkipReason, left_out_key
from hybridtui.domain.workout import Kind, Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class SideKept:
    """One side of a week, running or strength. A combo and a circuit belong to both."""

    planned_s: float = 0.0
    """Seconds that were planned, a race included, as ``Totals`` counts them."""
    done_s: float = 0.0
    """Seconds of all sessions, planned or not."""
    planned: int = 0
    """Workouts with this side in them."""
    kept: int = 0
    """Those of them that count as done."""
    done: int = 0
    """Sessions with this side in them, planned or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A workout that was planned for a day before today, and does not count as done."""

    workout: Workout
    """Without its steps."""
    said: SkipReason | None = None
    """The athlete's own reason, if one was given."""
    known: tuple[str, ...] = ()
    """What the log knows of why, in a few words each."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A workout that the athlete took out of the plan: its first day and its kind are all that stays of it."""

    day: date
    kind: Kind
    said: SkipReason | None = None
    """The athlete's own reason, if one was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekKept:
    """How far a week went as it was planned."""

    week: Week
    planned: bool
    """False: no plan covered it; only what was done is told."""
    run: SideKept
    strength: SideKept
    workouts: int = 0
    """Runs, strength sessions, circuits and combos that were planned."""
    kept: int = 0
    """Those of them that count as done."""
    due: int = 0
    """Those of them that are not done, but not past either."""
    missed: tuple[Missed, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    """What the athlete took out of the plan."""
    rest_planned: int = 0
    """Planned rest days that are past."""
    rest_kept: int = 0
    """As many of them as there were days of rest, on whichever day."""


def week_kept(
    asked: WeekAsked | None,
    days: Sequence[Day],
    credited: Collection[str],
    today: date,
    explained: Callable[[Workout], Missed],
    said: Mapping[str, SkipReason],
) -> WeekKept:
    """Return how a week went: ``days`` are its seven, ``explained`` finds the reason for a missed workout.

    ``said`` has the reasons for what was taken out, by :func:`~hybridtui.domain.skips.left_out_key`.
    """
    workouts = [each for each in (asked.workouts if asked is not None else ()) if each.kind in TRAINING]
    past = [day for day in days if day.day < today]
    rests = sum(day.planned_rest for day in past)
    missed = tuple(explained(workout) for day in days for workout in day.missed)
    kept = sum(each.id in credited for each in workouts)
    return WeekKept(
        week=Week.of(days[0].day),
        planned=asked is not None,
        run=_run(workouts, days, credited),
        strength=_strength(workouts, days, credited),
        workouts=len(workouts),
        kept=kept,
        due=sum(each.id not in credited and each.day >= today for each in workouts),
        missed=missed,
        dropped=tuple(
            Dropped(day, kind, said.get(left_out_key(day, kind)))
            for day, kind in (asked.dropped if asked is not None else ())
        ),
        rest_planned=rests,
        rest_kept=min(rests, sum(day.rested for day in past)),
    )


def _run(workouts: Sequence[Workout], days: Sequence[Day], credited: Collection[str]) -> SideKept:
    mine = [each for each in workouts if each.kind is not Kind.STRENGTH]
    done = [did for day in days for did in day.done]
    return SideKept(
        planned_s=60.0 * sum(each.run_minutes for each in workouts),
        done_s=sum(did.run_s for did in done),
        planned=len(mine),
        kept=sum(each.id in credited for each in mine),
        done=sum(did.run_s > 0 for did in done),
    )


def _strength(workouts: Sequence[Workout], days: Sequence[Day], credited: Collection[str]) -> SideKept:
    mine = [each for each in workouts if each.kind is not Kind.RUN]
    done = [did for day in days for did in day.done]
    return SideKept(
        planned_s=60.0 * sum(each.strength_minutes for each in workouts),
        done_s=sum(did.strength_s for did in done),
        planned=len(mine),
        kept=sum(each.id in credited for each in mine),
        done=sum(did.strength_s > 0 for did in done),
    )
