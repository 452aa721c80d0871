"""A plan and its breaches as plain text: for people, also through a pipe."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from hybridtui.domain.balance import percents, run_share
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.estimate import session_seconds
from hybridtui.domain.step_words import asked, length, time
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Breach, Plan, PlannedWeek, Relaxed, Step, StepKind, Workout

WIDTH = 110
"""Widest line; a sentence goes on below itself."""

_NAME, _LABEL = 32, 11
_INDENT = " " * 9
_LABELS = {StepKind.WARMUP: "warm-up", StepKind.COOLDOWN: "cool-down"}


def plan_lines(plan: Plan, breaches: Sequence[Breach]) -> Iterator[str]:
    """Yield a plan week by week, then what was bent and what is broken."""
    yield from _heading(plan)
    for week in plan.weeks:
        yield ""
        yield from _week(week, plan)
    yield ""
    yield from _bent(plan.relaxed)
    if breaches:
        yield ""
        yield from breach_lines(breaches)


def breach_lines(breaches: Sequence[Breach]) -> Iterator[str]:
    """Yield the breaches by day, and their number."""
    for breach in breaches:
        day = f"{Weekday(breach.day.weekday()).short} {breach.day}"
        lead = f"{day}  {breach.rule:<6} {'hard' if breach.hard else 'soft'}  "
        yield from _wrapped(clean(breach.text, 400), lead)
    hard = sum(breach.hard for breach in breaches)
    soft = len(breaches) - hard
    if not breaches:
        yield "No rule is broken."
    elif hard:
        yield f"{_count(hard, 'hard breach')}{f', {soft} soft' if soft else ''}."
    else:
        yield f"{_count(soft, 'soft breach')}; no hard rule is broken."


def _heading(plan: Plan) -> Iterator[str]:
    athlete = plan.athlete
    run, strength = percents(athlete.balance)
    days = " ".join(day.short for day in athlete.days)
    yield f"Plan of {_count(len(plan.weeks), 'week')} from {_weekday(plan.start)} {_day(plan.start)} {plan.start.year}"
    yield f"{athlete.goal.value}, {athlete.level.value}, balance {run}/{strength}, days {days}, engine {plan.engine}"
    if athlete.race is not None:
        race = athlete.race
        yield f"Race of {length(race.distance_m, athlete.distance_unit)} on {_day(race.day)} {race.day.year}"


def _week(week: PlannedWeek, plan: Plan) -> Iterator[str]:
    share = run_share(week.run_minutes, week.strength_minutes)
    balance = "" if share is None else " ({}/{})".format(*percents(share))
    phase = "" if week.phase.value == "general" else f", {week.phase.value}"
    lighter = ", lighter week" if week.deload else ""
    yield (
        f"Week {week.number} of {len(plan.weeks)}, {_day(week.week.days[0])} to {_day(week.week.days[-1])}{phase}"
        f"{lighter}: run {week.run_minutes} min, strength {week.strength_minutes} min{balance}"
    )
    for day in week.week.days:
        workouts = week.on(day)
        apart = len({workout.slot for workout in workouts}) > 1
        if not workouts and day >= plan.start:
            yield f"  {_weekday(day)}    rest"
        for workout in workouts:
            yield from _workout(workout, plan.athlete.distance_unit, slot=workout.slot if apart else "")


def _workout(workout: Workout, unit: DistanceUnit, *, slot: str) -> Iterator[str]:
    flags = (("long", workout.long), ("leg-heavy", workout.leg_heavy), ("hard", workout.hard))
    title, length = clean(workout.title), f"{workout.minutes} min"
    marks = [title, *([] if title.endswith(length) else [length]), *(word for word, is_so in flags if is_so)]
    yield f"  {_weekday(workout.day)} {slot:<2} {', '.join(marks)}"
    for kind, steps in groupby(workout.steps, key=lambda step: step.kind if step.kind in _LABELS else None):
        if kind is None:
            yield from (f"{_INDENT}{_step(step, unit)}" for step in steps)
        else:
            yield from _wrapped(_ends(list(steps)), f"{_INDENT}{_LABELS[kind]:<{_LABEL}}")
    for why in workout.why[:1]:
        yield from _wrapped(f"{clean(why.rule)}: {clean(why.text, 400)}", f"{_INDENT}{'why':<{_LABEL}}")


def _ends(steps: Sequence[Step]) -> str:
    """Write a warm-up or a cool-down on one line: its length and what it holds."""
    names = "; ".join(clean(step.title) for step in steps)
    return f"{time(session_seconds(steps))}: {names}"


def _step(step: Step, unit: DistanceUnit) -> str:
    return f"{clean(step.title):<{_NAME}} {asked(step, unit)}".rstrip()


def _bent(relaxed: Sequence[Relaxed]) -> Iterator[str]:
    if not relaxed:
        yield "No rule had to be bent."
        return
    yield "What had to be bent:"
    for one in relaxed:
        weeks = f" (week{'s' if len(one.weeks) > 1 else ''} {_runs(one.weeks)})" if one.weeks else ""
        yield from _wrapped(f"{clean(one.text, 400)}{weeks}", f"  {clean(one.rule):<6} ")


def _runs(weeks: Sequence[int]) -> str:
    """Write week numbers, neighbours together: ``1-4, 8``."""
    spans: list[list[int]] = []
    for week in sorted(weeks):
        if spans and week == spans[-1][-1] + 1:
            spans[-1].append(week)
        else:
            spans.append([week])
    return ", ".join(f"{span[0]}-{span[-1]}" if len(span) > 1 else f"{span[0]}" for span in spans)


def _wrapped(text: str, lead: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead)) or [lead.rstrip()]


def _weekday(day: date) -> str:
    return Weekday(day.weekday()).short


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def _count(number: int, noun: str) -> str:
    plural = f"{noun}es" if noun.endswith("ch") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
