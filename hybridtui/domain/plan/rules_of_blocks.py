"""Rules about weeks together: balance of a block, pattern of weekdays. Source: science.md R2, R32, I.14, I.17."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.judging import breach, is_race_week, warning, whole
from hybridtui.domain.plan.rules_of_weeks import drift, share
from hybridtui.domain.workout import Breach, Kind, Plan, PlannedWeek

BLOCK = 4
"""Weeks whose balance is judged on average, and whose days stay the same."""

BLOCK_TOLERANCE = 0.05
_ROUNDING = 0.005


def breaches_of_blocks(plan: Plan) -> Iterator[Breach]:
    """Yield what blocks of four weeks, and weeks that follow one another, break."""
    weeks = [week for week in plan.weeks if whole(week, plan)]
    for first in range(0, len(weeks) - BLOCK + 1, BLOCK):
        yield from _block(weeks[first : first + BLOCK], plan)
    for before, week in pairwise(weeks):
        if _same_block(before, week, plan):
            yield from _pattern(before, week)


def _block(block: Sequence[PlannedWeek], plan: Plan) -> Iterator[Breach]:
    judged = [(running, drift(w, plan)) for w in block if not is_race_week(w, plan) and (running := share(w))]
    if not judged:
        return
    mean = sum(running for running, _ in judged) / len(judged)
    further = max(more for _, more in judged)
    off, allowed = mean - plan.athlete.balance, BLOCK_TOLERANCE + _ROUNDING
    if not -allowed <= off <= allowed + further:
        text = f"{100 * mean:.0f} % running on average of these weeks, {100 * plan.athlete.balance:.0f} % wanted"
        yield breach("R2", block[0].week.monday, text)


def _same_block(before: PlannedWeek, week: PlannedWeek, plan: Plan) -> bool:
    """Return whether nothing but a hand would change the days between two weeks."""
    late = 0 if whole(plan.weeks[0], plan) else 1
    bordered = any((week.number - 1 - shift) % BLOCK == 0 for shift in range(late + 1))
    corrected = any(c.week == week.number for c in plan.corrections)
    raced = is_race_week(week, plan) or is_race_week(before, plan)
    return not (bordered or corrected or raced) and week.phase is before.phase


def _pattern(before: PlannedWeek, week: PlannedWeek) -> Iterator[Breach]:
    old, new = _weekdays(before), _weekdays(week)
    if old != new:
        days = ", ".join(Weekday(day).short for day in sorted(new))
        text = f"The training days change to {days}: the same days every week become a habit"
        yield warning("R32", week.week.monday, text)


def _weekdays(week: PlannedWeek) -> frozenset[int]:
    return frozenset(_drafted(w.day, w.moved_from) for w in week.workouts if w.kind is not Kind.RECOVERY)


def _drafted(day: date, moved_from: date | None) -> int:
    """The weekday that a workout was drafted on: a single move changes no habit."""
    return (moved_from or day).weekday()
