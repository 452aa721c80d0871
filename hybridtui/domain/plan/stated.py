"""What is said of a plan that somebody else wrote: the rules, and the sums its weeks state of themselves.

A program may write a week's minutes without its workouts agreeing; the balance is then
judged by the stated minutes too. Source: science.md R2, E.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.plan.check import check, unexplained
from hybridtui.domain.units import decimal
from hybridtui.domain.workout import Breach, Plan, PlannedWeek


@dataclass(frozen=True, slots=True)
class StatedWeek:
    """The minutes that a week of a document says it holds; None where it does not say."""

    number: int
    run_minutes: float | None = None
    strength_minutes: float | None = None


def verdict(plan: Plan, stated: Sequence[StatedWeek] = ()) -> tuple[Breach, ...]:
    """Return every breach of a plan, by day; what it tells as relaxed itself, and may relax, is not hard.

    A week whose sums are not those of its workouts is named, and R2 is judged by them too.
    """
    hard = set(unexplained(plan))
    found = [replace(breach, hard=breach in hard) for breach in check(plan)]
    known = {(breach.rule, breach.day) for breach in found}
    found += [b for b in _by_stated_minutes(plan, stated) if (b.rule, b.day) not in known]
    found += _wrong_sums(plan, stated)
    return tuple(sorted(found, key=lambda breach: (breach.day, breach.rule, breach.text)))


def _by_stated_minutes(plan: Plan, stated: Sequence[StatedWeek]) -> Iterator[Breach]:
    """Yield how the balance is broken if the weeks held the minutes that they state."""
    said = {one.number: one for one in stated}
    weeks = tuple(_holding(week, said.get(week.number)) for week in plan.weeks)
    if weeks != plan.weeks:
        yield from (breach for breach in check(replace(plan, weeks=weeks)) if breach.rule == "R2")


def _holding(week: PlannedWeek, said: StatedWeek | None) -> PlannedWeek:
    """Return a week with the stated sums, put on one of its workouts: R2 asks for sums alone."""
    if said is None or not _differing(week, said):
        return week
    run = week.run_minutes if said.run_minutes is None else said.run_minutes
    strength = week.strength_minutes if said.strength_minutes is None else said.strength_minutes
    bearer = next((w for w in week.workouts if not w.is_race), None)
    workouts = tuple(
        replace(w, run_minutes=round(run) if w is bearer else 0, strength_minutes=round(strength) if w is bearer else 0)
        if not w.is_race
        else w
        for w in week.workouts
    )
    return replace(week, workouts=workouts)


def _wrong_sums(plan: Plan, stated: Sequence[StatedWeek]) -> Iterator[Breach]:
    said = {one.number: one for one in stated}
    for week in plan.weeks:
        for name, says, holds in _differing(week, said.get(week.number, StatedWeek(week.number))):
            text = f"week {week.number} says {decimal(says)} min of {name}, but its workouts hold {holds}"
            yield Breach("R2", week.week.monday, text, hard=False)


def _differing(week: PlannedWeek, said: StatedWeek) -> list[tuple[str, float, int]]:
    sums = (
        ("running", said.run_minutes, week.run_minutes),
        ("strength", said.strength_minutes, week.strength_minutes),
    )
    return [(name, says, holds) for name, says, holds in sums if says is not None and abs(says - holds) >= 1]
