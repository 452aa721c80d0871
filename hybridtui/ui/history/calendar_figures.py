"""The numbers of the day and the week in hand, with where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.dates import short_day
from hybridtui.domain.days import Day, SideKept, WeekKept
from hybridtui.domain.figures import Figure
from hybridtui.domain.query.writing import COUNTED, behind, between
from hybridtui.domain.text import clean
from hybridtui.domain.units import whole_minutes
from hybridtui.ui import look
from hybridtui.ui.history.calendar_signs import STATE_WORDS
from hybridtui.ui.history.calendar_words import Units, weight_line


def figures_of(day: Day, week: WeekKept, weights: Sequence[BodyWeight], units: Units) -> Iterator[Figure]:
    """Yield the numbers of a week, its day in hand first, then the body weight if it was logged."""
    yield _of_day(day)
    if week.planned:
        yield _of_workouts(week)
        yield _of_side(week, week.run, "days.run", "run")
        yield _of_side(week, week.strength, "days.strength", "strength")
        yield _of_rest(week)
    told = weight_line(weights, units)
    if told is not None:
        made = tuple(f"{short_day(each.day)} {each.day.year}: {each.weight}" for each in weights[-12:])
        value = told.plain.removeprefix("Body weight ")
        yield Figure(definition="weight.body", name="Body weight", value=value, made=made)


def _of_day(day: Day) -> Figure:
    made = [f"{clean(did.title)}: {whole_minutes(did.total_s)} min" for did in day.done]
    made += [f"planned: {clean(each.title)}" for each in day.asked]
    minutes = f", {whole_minutes(day.minutes * 60)} min" if day.done else ""
    return Figure(
        definition="days.day",
        name=short_day(day.day),
        value=f"{STATE_WORDS[day.state] or 'nothing yet'}{minutes}",
        made=tuple(made),
        behind=between(day.day, day.day, COUNTED) if day.done else "",
    )


def _of_workouts(week: WeekKept) -> Figure:
    missed = [f"not done: {clean(each.workout.title)}, {short_day(each.workout.day)}" for each in week.missed]
    made = [f"{week.workouts} planned", f"{week.kept} that a session counts for", *missed]
    return Figure(
        definition="days.kept",
        name=f"Week {week.week.iso_week}",
        value=f"{week.kept} of {week.workouts}",
        note=f"{week.due} to come" if week.due else "",
        made=tuple(made),
        behind=behind(week.week, COUNTED),
    )


def _of_side(week: WeekKept, side: SideKept, definition: str, word: str) -> Figure:
    return Figure(
        definition=definition,
        name=f"Week {week.week.iso_week} {word}",
        value=f"{whole_minutes(side.done_s)} of {whole_minutes(side.planned_s)} min",
        note=f"{side.kept} of {side.planned} workouts",
        made=(
            f"{look.minutes(side.done_s)} in {look.count(side.done, 'session')}",
            f"{look.minutes(side.planned_s)} in {look.count(side.planned, 'planned workout')}",
        ),
        behind=behind(week.week, f"{word}>0", COUNTED),
    )


def _of_rest(week: WeekKept) -> Figure:
    return Figure(
        definition="days.rest",
        name=f"Week {week.week.iso_week} rest",
        value=f"{week.rest_kept} of {week.rest_planned}",
        made=(f"{week.rest_planned} planned up to yesterday", f"{week.rest_kept} of them rested, on whichever day"),
    )
