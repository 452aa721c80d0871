"""Reading a plan that a program wrote: strict where it would mislead, lenient where a default is plain.

Reasons, titles, flags and steps may be left out; keys that are not known are passed over.
What is there must be of its kind and range, and a refusal names its path:
``weeks[3].days[1].workouts[0].kind``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Never

from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan.inputs import validate
from hybridtui.domain.plan.stated import StatedWeek
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Correction, Phase, Plan, PlannedWeek, Relaxed, Why, Workout
from hybridtui.formats.plans import answers
from hybridtui.formats.plans.entries import Entry
from hybridtui.formats.plans.workout_reading import DAY_MINUTES, why, workout

READ_ID = "read"
"""Id of a plan that was read: a document has none."""

_MOST_WEEKS, _MOST_WORKOUTS, _MOST_RELAXED = 104, 6, 500
_WEEK_MINUTES = 7 * DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Document:
    """A plan as it was read, and what its weeks say of themselves."""

    plan: Plan
    stated: tuple[StatedWeek, ...]


def read(text: str, name: str) -> Plan:
    """Read a plan; ``name`` is what the file is called in refusals.

    Raises:
        Problem: naming what is no JSON, or the path of the first value that cannot be a plan's.
    """
    return read_document(text, name).plan


def read_document(text: str, name: str) -> Document:
    """Read a plan together with the sums that its weeks state.

    Raises:
        Problem: as :func:`read`.
    """
    top = Entry(name, "", _parsed(text, name))
    held = top.table()
    given = top.needed(held, "athlete").table()
    asking = answers.asked(given, strict=False)
    _validated(asking, held["athlete"])
    weeks = _weeks(top.needed(held, "weeks"))
    relaxed = held["relaxed"].items(_MOST_RELAXED) if "relaxed" in held else ()
    corrected = held["corrections"].items(_MOST_WEEKS) if "corrections" in held else ()
    plan = Plan(
        id=READ_ID,
        engine=held["engine"].text() if "engine" in held else "",
        athlete=asking.athlete,
        start=asking.start or weeks[0][0].week.monday,
        weeks=tuple(week for week, _ in weeks),
        relaxed=tuple(_relaxed(entry) for entry in relaxed),
        corrections=tuple(_correction(entry) for entry in corrected),
    )
    return Document(plan, tuple(stated for _, stated in weeks))


def _parsed(text: str, name: str) -> object:
    whole = Entry(name, "", None)
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise whole.refused(f"this is not JSON: {error}") from error
    except _NoNumberError as error:
        raise whole.refused(f"{error} is not a number that a plan can hold") from error
    except (ValueError, RecursionError) as error:  # digits or brackets without end
        raise whole.refused("this is not a plan; 'hybridtui plan draft --json' prints one") from error


class _NoNumberError(ValueError):
    """NaN and the infinities, which JSON does not know."""


def _no_number(word: str) -> Never:
    raise _NoNumberError(word)


def _validated(asking: answers.Asking, entry: Entry) -> None:
    try:
        validate(asking.athlete)
    except Problem as problem:
        raise Problem(f"{entry.file}: athlete.{problem}") from problem


def _weeks(entry: Entry) -> list[tuple[PlannedWeek, StatedWeek]]:
    read_weeks: list[tuple[PlannedWeek, StatedWeek]] = []
    for number, item in enumerate(entry.items(_MOST_WEEKS), 1):
        week = _week(item, number)
        if read_weeks and (week.week <= read_weeks[-1][0].week or week.number <= read_weeks[-1][0].number):
            raise item.refused("weeks must follow one another, each with a later number and later days")
        read_weeks.append((week, _stated(item.table(), week.number)))
    if not read_weeks:
        raise entry.refused("a plan needs at least one week")
    return read_weeks


def _week(entry: Entry, number: int) -> PlannedWeek:
    held = entry.table()
    named = entry.needed(held, "days")
    days = named.items(len(Weekday))
    if not days:
        raise named.refused("list the seven days of the week, Monday first")
    dates = [day.needed(day.table(), "date").day() for day in days]
    week = Week.of(dates[0])
    found: list[Workout] = []
    for day, when in zip(days, dates, strict=True):
        if Week.of(when) != week or dates.count(when) > 1:
            raise day.refused(f"{when} is named twice, or lies outside the week that begins on {week.monday}")
        found += _workouts(day.table(), when, f"{when}")
    return PlannedWeek(
        number=held["number"].whole(1, 10_000) if "number" in held else number,
        week=week,
        phase=held["phase"].choice(Phase, "a phase") if "phase" in held else Phase.GENERAL,
        deload=held["deload"].flag() if "deload" in held else False,
        workouts=tuple(sorted(found, key=lambda w: (w.day, w.slot))),
        cost=held["cost"].number() if "cost" in held else 0.0,
    )


def _workouts(held: Mapping[str, Entry], when: date, prefix: str) -> list[Workout]:
    if "weekday" in held and held["weekday"].weekday() != when.weekday():
        is_one = Weekday(when.weekday()).key
        raise held["weekday"].refused(f"{held['weekday'].shown}, but {when} is '{is_one}'; correct one of them")
    listed = held["workouts"].items(_MOST_WORKOUTS) if "workouts" in held else ()
    return [workout(entry, when, f"{prefix}-{at}") for at, entry in enumerate(listed, 1)]


def _stated(held: Mapping[str, Entry], number: int) -> StatedWeek:
    return StatedWeek(
        number,
        run_minutes=held["run_minutes"].number(0, _WEEK_MINUTES) if "run_minutes" in held else None,
        strength_minutes=held["strength_minutes"].number(0, _WEEK_MINUTES) if "strength_minutes" in held else None,
    )


def _relaxed(entry: Entry) -> Relaxed:
    held = entry.table()
    weeks = held["weeks"].items(_MOST_WEEKS) if "weeks" in held else ()
    return Relaxed(
        entry.needed(held, "rule").text(),
        held["text"].text() if "text" in held else "",
        tuple(week.whole(1, 10_000) for week in weeks),
    )


def _correction(entry: Entry) -> Correction:
    held = entry.table()
    return Correction(
        week=entry.needed(held, "week").whole(1, 10_000),
        base=held["base"].whole(0, _WEEK_MINUTES) if "base" in held else None,
        longest=held["longest"].whole(0, DAY_MINUTES) if "longest" in held else None,
        runwalk=held["runwalk"].whole(1, 9) if "runwalk" in held else None,
        lighter=held["lighter"].flag() if "lighter" in held else False,
        why=why(held["why"]) if "why" in held else Why("", ""),
    )
