"""What is told of a day beside its sessions: body weight, how one feels, pain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Final

from hybridtui.domain import body_weight, pain
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import HIGHEST_ITEM, LOWEST_ITEM, MOST_PAIN, MOST_SLEEP_H, Readiness
from hybridtui.domain.session import Side
from hybridtui.domain.units import WeightUnit
from hybridtui.formats import limits
from hybridtui.formats.daybook import amounts, moments, pairs
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.fields import Fields

WEIGHT: Final = "weight"
FEEL: Final = "feel"
PAIN: Final = "pain"

FEELING = Fields(Readiness, ("kept", "instead", "answered"))
OF_PAIN = Fields(Pain, ("id", "session_id", "at"))

_ITEMS: Mapping[str, str] = MappingProxyType(
    {"fatigue": "fatigue", "sleep": "sleep_quality", "soreness": "soreness", "stress": "stress", "mood": "mood"}
)
"""What the line calls the five answers."""

_FEEL_EXPECTED = "how one feels is written like feel fatigue 4 sleep 3 soreness 4 stress 3 mood 5 slept 7.5h"
_PAIN_EXPECTED = f"pain is written like pain left knee 3; the places are {', '.join(Part)}"


def write_weight(weighed: BodyWeight) -> str:
    """Write a body weight: ``weight 74.2kg``."""
    return f"{WEIGHT} {amounts.load(weighed.weight)}"


def read_weight(words: str, day: date, unit: WeightUnit) -> BodyWeight:
    """Read a body weight, without a unit in ``unit``.

    Raises:
        Misread: if it is none.
    """
    try:
        exact = amounts.read_load(words)
        return BodyWeight(day, body_weight.typed(words, unit) if exact is None else body_weight.checked(exact))
    except Problem as problem:
        raise Misread(str(problem)) from problem


def write_feeling(told: Readiness) -> tuple[str, list[tuple[str, object]]]:
    """Write the answers of a day, and what the line leaves unsaid."""
    words = [FEEL, *(f"{word} {getattr(told, name)}" for word, name in _ITEMS.items())]
    if told.sleep_hours is not None:
        words.append(f"slept {amounts.number(told.sleep_hours)}h")
    if told.pain is not None:
        words.append(f"pain {told.pain}")
    if told.ill:
        words.append("ill")
    line = " ".join(words)
    return line, FEELING.otherwise(read_feeling(line.removeprefix(FEEL), told.day), told)


def read_feeling(words: str, day: date) -> Readiness:
    """Read the answers of a day.

    Raises:
        Misread: naming what is not understood or missing.
        OutOfRangeError: if an answer is not one of those that there are.
    """
    held: dict[str, object] = {}
    rest = iter(words.split())
    for token in rest:
        if token == "ill":  # noqa: S105 - a word of the line
            held["ill"] = True
            continue
        value = next(rest, None)
        if value is None:
            raise misread(token, _FEEL_EXPECTED)
        name, number = _answer(token, value)
        held[name] = number
    if missing := next((word for word, name in _ITEMS.items() if name not in held), None):
        raise Misread(f"'{missing}' is missing: {_FEEL_EXPECTED}")
    return Readiness(day=day, **held)  # type: ignore[arg-type]  # keys are fields


def _answer(token: str, value: str) -> tuple[str, float]:
    if token == "slept":  # noqa: S105 - a word of the line
        hours = amounts.read_number(value.removesuffix("h"))
        return "sleep_hours", limits.within("the hours slept", hours, (0, MOST_SLEEP_H))
    bounds = (0, MOST_PAIN) if token == PAIN else (LOWEST_ITEM, HIGHEST_ITEM)
    name = PAIN if token == PAIN else _ITEMS.get(token)
    if name is None or not (value.isascii() and value.isdigit() and len(value) < 4):
        raise misread(f"{token} {value}", _FEEL_EXPECTED)
    return name, int(limits.within(token, int(value), bounds))


def write_pain(said: Pain) -> tuple[str, list[tuple[str, object]]]:
    """Write a pain, and what the line leaves unsaid."""
    side = [said.side.value] if said.side is not None else []
    line = " ".join([PAIN, *side, said.part.value, str(said.level)])
    return line, OF_PAIN.otherwise(read_pain(line.removeprefix(PAIN), said.day), said)


def read_pain(words: str, day: date) -> Pain:
    """Read a pain told at noon, as far as is known; no id is told.

    Raises:
        Misread: if it is none.
        OutOfRangeError: if it is above 10.
    """
    *where, level = words.split() or [""]
    side = Side(where.pop(0)) if where and where[0] in tuple(Side) else None
    if len(where) != 1 or where[0] not in tuple(Part) or not (level.isascii() and level.isdigit() and len(level) < 4):
        raise misread(words, _PAIN_EXPECTED)
    return Pain(
        id="",
        at=datetime.combine(day, moments.NOON, UTC),
        day=day,
        part=Part(where[0]),
        side=side,
        level=int(limits.within("pain", int(level), (0, pain.MOST))),
    )


def as_told(said: Pain, held: Mapping[str, object], fresh: str) -> Pain:
    """Return a pain with what stands after ``~``, or with a ``fresh`` id.

    Raises:
        Misread: if that is not understood.
    """
    pairs.only(held, OF_PAIN.names)
    told = OF_PAIN.applied(said, held)
    told = replace(told, at=told.at.astimezone(UTC))
    return told if told.id else replace(told, id=fresh)
