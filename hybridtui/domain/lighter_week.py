"""Tiredness that lasts, and the week that could be a lighter one for it. Source: science.md R25, B.6."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.readiness import Readiness, fatigue
from hybridtui.domain.workout import Phase, Plan, PlannedWeek, Why

TOO_LATE = Weekday.FRI
"""From this day on it is the next week that gets lighter: little is left of this one (a product decision)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LighterWeek:
    """A week that is proposed to be a lighter one."""

    number: int
    """Of the plan's week."""
    this_week: bool
    """False: it is the next one."""
    why: Why


def proposed(readings: Sequence[Readiness], plan: Plan | None, today: date) -> LighterWeek | None:
    """Return the week that lasting tiredness asks to make lighter; None if nothing does.

    Never beside a week that is lighter already, and not again while the last answer is fresh.
    """
    why = fatigue(readings, today)
    if plan is None or why is None:
        return None
    this = Week.of(today)
    wanted = this.plus(1) if today.weekday() >= TOO_LATE else this
    near = {week.week: week for week in plan.weeks if wanted.plus(-1) <= week.week <= wanted.plus(1)}
    if wanted not in near or any(map(_is_light, near.values())):
        return None
    return LighterWeek(number=near[wanted].number, this_week=wanted == this, why=why)


def _is_light(week: PlannedWeek) -> bool:
    return week.deload or week.phase is Phase.TAPER
