"""ANSWERS.toml: what an athlete wants and has, as a program or a person writes it down.

The keys are those of the questions; every one may be left out and then has the default
of science.md F.1. The ranges are the domain's (``domain.plan.inputs``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hybridtui.domain.athlete import (
    DEFAULT_BALANCE,
    EQUIPMENT,
    EQUIPMENT_PROFILES,
    Athlete,
    Goal,
    Level,
    Limit,
    Race,
    RaceResult,
    StrengthGoal,
)
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.formats.plans.entries import WEEKDAYS, Entry, plain

T = TypeVar("T")

KEYS = (
    "goal", "balance", "level", "days", "days_per_week", "minutes", "slots", "equipment", "run_minutes", "longest_run",
    "strength_sessions", "race", "result", "easy_pace_s_per_km", "limits", "age", "long_run_day", "units", "start",
    "seed", "allow_doubles", "strength_goal", "quality_runs", "lighter_every", "bodyweight_kg", "see_professional",
)  # fmt: skip
"""Every key of the answers."""

MOST_DAYS_UNASKED = 5
"""Training days a week unless another number is asked for (R3)."""

_USUAL = Athlete()
_UNITS = {
    "metric": (WeightUnit.KG, DistanceUnit.KM),
    "imperial": (WeightUnit.LB, DistanceUnit.MI),
}
_DISTANCES = (DistanceUnit.KM.value, DistanceUnit.MI.value)
_LONG_LIST = 100
_NO_LIMIT = "none"
"""The default of F.1, as a word."""


@dataclass(frozen=True, slots=True)
class Asking:
    """An athlete, and the day the plan shall start, if it is said."""

    athlete: Athlete
    start: date | None = None


def read(text: str, name: str) -> Asking:
    """Read answers written as TOML; ``name`` is what the file is called in refusals.

    Raises:
        Problem: naming the line that is no TOML, or the first key that cannot be understood.
    """
    whole = Entry(name, "", None)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise whole.refused(f"this is not TOML: {clean(str(error), 200)}") from error
    except (ValueError, RecursionError) as error:  # digits or brackets without end
        raise whole.refused("this is not a file of answers; a few keys are enough") from error
    return asked(Entry(name, "", document).table(KEYS), strict=True)


def asked(given: Mapping[str, Entry], *, strict: bool) -> Asking:
    """Return what the answers say, key by key; not ``strict``: keys inside race or result may be unknown.

    Raises:
        Problem: naming the first key that cannot be understood.
    """
    start = _value(given, "start", Entry.day, None)
    return Asking(_athlete(given, strict=strict), start)


def _value(given: Mapping[str, Entry], key: str, reader: Callable[[Entry], T], default: T) -> T:
    return reader(given[key]) if key in given else default


def _athlete(given: Mapping[str, Entry], *, strict: bool) -> Athlete:
    goal = _value(given, "goal", lambda entry: entry.choice(Goal, "a goal"), _USUAL.goal)
    weight, distance = _value(given, "units", _units, _UNITS["metric"])
    return Athlete(
        goal=goal,
        balance=_value(given, "balance", Entry.number, DEFAULT_BALANCE[goal]),
        level=_value(given, "level", lambda entry: entry.choice(Level, "a level"), _USUAL.level),
        days=_value(given, "days", _days, _USUAL.days),
        days_per_week=_value(given, "days_per_week", Entry.whole, None),
        minutes=_value(given, "minutes", _minutes, _USUAL.minutes),
        slots=_value(given, "slots", lambda entry: _by_day(entry, 1), _USUAL.slots),
        allow_doubles=_value(given, "allow_doubles", Entry.flag, _USUAL.allow_doubles),
        equipment=_value(given, "equipment", _equipment, _USUAL.equipment),
        run_minutes=_value(given, "run_minutes", Entry.whole, _USUAL.run_minutes),
        longest_run=_value(given, "longest_run", Entry.whole, _USUAL.longest_run),
        strength_sessions=_value(given, "strength_sessions", Entry.whole, _USUAL.strength_sessions),
        limits=_value(given, "limits", _limits, _USUAL.limits),
        age=_value(given, "age", Entry.whole, None),
        long_run_day=_value(given, "long_run_day", Entry.weekday, _USUAL.long_run_day),
        weight_unit=weight,
        distance_unit=distance,
        race=_value(given, "race", lambda entry: _race(entry, strict=strict), None),
        result=_value(given, "result", lambda entry: _result(entry, strict=strict), None),
        easy_pace_s_per_km=_value(given, "easy_pace_s_per_km", Entry.number, None),
        bodyweight_kg=_value(given, "bodyweight_kg", Entry.number, None),
        see_professional=_value(given, "see_professional", Entry.flag, _USUAL.see_professional),
        seed=_value(given, "seed", Entry.whole, _USUAL.seed),
        strength_goal=_value(
            given, "strength_goal", lambda entry: entry.choice(StrengthGoal, "a goal of strength work"), None
        ),
        quality_runs=_value(given, "quality_runs", Entry.whole, _USUAL.quality_runs),
        lighter_every=_value(given, "lighter_every", Entry.whole, None),
    )


def _days(entry: Entry) -> tuple[Weekday, ...]:
    named: list[Weekday] = []
    for item in entry.items(_LONG_LIST):
        # A list of a person's days is short: the key says enough, the position would only distract.
        day = Entry(entry.file, entry.path, item.value).weekday()
        if day in named:
            raise entry.refused(f"'{day.key}' is named twice; name each day once")
        named.append(day)
    return tuple(sorted(named))


def _minutes(entry: Entry) -> tuple[int, ...]:
    if isinstance(entry.value, dict):
        return _by_day(entry, _USUAL.minutes[0])
    return (entry.whole(),) * len(Weekday)


def _by_day(entry: Entry, default: int) -> tuple[int, ...]:
    given = entry.table(WEEKDAYS)
    return tuple(_value(given, day, Entry.whole, default) for day in WEEKDAYS)


def _equipment(entry: Entry) -> frozenset[str]:
    """Return what ids and profile names amount to; the floor is always at hand."""
    known = (*EQUIPMENT, *EQUIPMENT_PROFILES)
    words = [item.word(known, "equipment we know") for item in _one_or_more(entry)]
    return frozenset[str]().union(*(EQUIPMENT_PROFILES.get(word, {word}) for word in words))


def _limits(entry: Entry) -> frozenset[Limit]:
    known = (*(limit.value for limit in Limit), _NO_LIMIT)
    words = {item.word(known, "a limit") for item in _one_or_more(entry)}
    return frozenset(Limit(word) for word in words - {_NO_LIMIT})


def _one_or_more(entry: Entry) -> tuple[Entry, ...]:
    """Return the words of a list, or a single word; refusals name the key alone."""
    items = (entry,) if isinstance(entry.value, str) else entry.items(_LONG_LIST)
    return tuple(Entry(entry.file, entry.path, item.value) for item in items)


def _units(entry: Entry) -> tuple[WeightUnit, DistanceUnit]:
    if not isinstance(entry.value, dict):
        return _UNITS[entry.word(_UNITS, "a system of units")]
    given = entry.table(("weight", "distance"))
    weight = _value(given, "weight", lambda unit: unit.choice(WeightUnit, "a unit of weight"), WeightUnit.KG)
    distance = _value(given, "distance", lambda unit: unit.word(_DISTANCES, "a unit of distance"), _DISTANCES[0])
    return weight, DistanceUnit(distance)


def _race(entry: Entry, *, strict: bool) -> Race:
    given = entry.table(("distance_m", "date") if strict else None)
    return Race(entry.needed(given, "distance_m").number(), entry.needed(given, "date").day())


def _result(entry: Entry, *, strict: bool) -> RaceResult:
    given = entry.table(("distance_m", "time_s") if strict else None)
    return RaceResult(entry.needed(given, "distance_m").number(), entry.needed(given, "time_s").number())


def document(athlete: Athlete, start: date) -> dict[str, object]:
    """Return the answers of an athlete, completed: what was left out is said; what does not apply is not."""
    units = (athlete.weight_unit, athlete.distance_unit)
    one_length = len(set(athlete.minutes)) == 1
    race, result = athlete.race, athlete.result
    answers: dict[str, object] = {
        "goal": athlete.goal.value,
        "balance": plain(athlete.balance),
        "level": athlete.level.value,
        "days": [day.key for day in athlete.days],
        "days_per_week": athlete.days_per_week or min(len(athlete.days), MOST_DAYS_UNASKED),
        "minutes": athlete.minutes[0] if one_length else dict(zip(WEEKDAYS, athlete.minutes, strict=True)),
        "slots": dict(zip(WEEKDAYS, athlete.slots, strict=True)),
        "equipment": [item for item in EQUIPMENT if item in athlete.equipment],
        "run_minutes": athlete.run_minutes,
        "longest_run": athlete.longest_run,
        "strength_sessions": athlete.strength_sessions,
        "race": race and {"distance_m": plain(race.distance_m), "date": race.day.isoformat()},
        "result": result and {"distance_m": plain(result.distance_m), "time_s": plain(result.time_s)},
        "easy_pace_s_per_km": athlete.easy_pace_s_per_km and plain(athlete.easy_pace_s_per_km),
        "limits": [limit.value for limit in Limit if limit in athlete.limits],
        "age": athlete.age,
        "long_run_day": athlete.long_run_day.key,
        "units": next((name for name, pair in _UNITS.items() if pair == units), _mixed(*units)),
        "start": start.isoformat(),
        "seed": athlete.seed,
        "allow_doubles": athlete.allow_doubles,
        "strength_goal": athlete.strength_goal and athlete.strength_goal.value,
        "quality_runs": athlete.quality_runs,
        "lighter_every": athlete.lighter_every,
        "bodyweight_kg": athlete.bodyweight_kg and plain(athlete.bodyweight_kg),
        "see_professional": athlete.see_professional or None,
    }
    return {key: value for key, value in answers.items() if value is not None}


def _mixed(weight: WeightUnit, distance: DistanceUnit) -> dict[str, str]:
    return {"weight": weight.value, "distance": distance.value}
