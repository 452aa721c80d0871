"""What may stand after each field of a filter, read into a condition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from hybridtui.domain.calendar import Month, Week
from hybridtui.domain.problems import Problem
from hybridtui.domain.query.days import Days, days_typed
from hybridtui.domain.query.fields import Amount, Flag, Wording
from hybridtui.domain.query.values import (
    Comparison,
    Flagged,
    From,
    Holds,
    Measured,
    Not,
    OfType,
    Query,
    Says,
    Unknown,
    Within,
    all_of,
)
from hybridtui.domain.session import Source
from hybridtui.domain.workout import Kind

Reader: TypeAlias = Callable[[str, str, date], Query]
"""Makes a condition of a comparison, a value and today.

Raises:
    Problem: if that comparison or value is none of the field's.
"""

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

_ANSWERS = {"yes": True, "no": False, "true": True, "false": False}
_UNKNOWN = frozenset({"none", "unknown", "n/a"})
_CLOSE_ENOUGH = 0.5
_NUMBER = re.compile(r"(\d{1,7}(?:[.,]\d{1,4})?)\s*([a-z/]*)", re.ASCII)
_HOURS = re.compile(r"(\d{1,3})(?::|h)([0-5]?\d)", re.ASCII)
_PACE = re.compile(r"(\d{1,2})(?::([0-5]\d))?\s*(?:min)?/?(km|mi|)", re.ASCII)

_UNITS: Mapping[Amount, Mapping[str, tuple[Amount, float]]] = {
    **{
        minutes: {"min": (minutes, 1.0), "h": (minutes, 60.0)}
        for minutes in (Amount.MINUTES, Amount.RUN_MINUTES, Amount.STRENGTH_MINUTES, Amount.OTHER_MINUTES)
    },
    **{distance: {"km": (Amount.KM, 1.0), "mi": (Amount.MI, 1.0)} for distance in (Amount.KM, Amount.MI)},
    **{weight: {"kg": (Amount.KG, 1.0), "lb": (Amount.LB, 1.0)} for weight in (Amount.KG, Amount.LB)},
    Amount.LOAD: {"au": (Amount.LOAD, 1.0)},
    Amount.HEART_RATE: {"bpm": (Amount.HEART_RATE, 1.0)},
}
"""Units that a number may have: the field that it then is of, and how much of that it is."""


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return the likeliest of what is known as a question with a space before it; empty if none is near."""
    near = get_close_matches(typed.casefold(), list(known), 1, _CLOSE_ENOUGH)
    return f" Did you mean {near[0]}?" if near else ""


def units_of(field: str) -> frozenset[str]:
    """Return the units that may stand after a number of the field, apart from it."""
    amount = _AMOUNTS.get(field)
    return frozenset(_UNITS.get(amount, ())) if amount is not None else frozenset()


def _choice(field: str, options: type[ChoiceT], made: Callable[[ChoiceT], Query]) -> Reader:
    def read(sign: str, value: str, _today: date) -> Query:
        word = value.casefold()
        if word not in {option.value for option in options}:
            raise Problem(
                f"there is no {field} {value}.{did_you_mean(value, options)} It is one of {', '.join(options)}."
            )
        return _equal(field, sign, made(options(word)))

    return read


def _flag(flag: Flag) -> Reader:
    def read(sign: str, value: str, _today: date) -> Query:
        answer = _ANSWERS.get(value.casefold())
        if answer is None:
            raise Problem(f"{flag} is yes or no, not {value}.")
        return _equal(flag, sign, Flagged(flag) if answer else Not(Flagged(flag)))

    return read


def _wording(wording: Wording) -> Reader:
    def read(sign: str, value: str, _today: date) -> Query:
        if sign == "~":
            if not value:
                raise Problem(f"type what {wording} should hold.")
            return Says(wording, value)
        return _equal(wording, sign, Says(wording, value, whole=True), "= != or ~")

    return read


def _exercise(sign: str, value: str, _today: date) -> Query:
    if not value.strip():
        raise Problem("type the name of an exercise, or a part of it.")
    return _equal("exercise", "=" if sign == "~" else sign, Holds(value), "= != or ~")


def _equal(field: str, sign: str, query: Query, signs: str = "= or !=") -> Query:
    if sign not in ("=", "!="):
        raise Problem(f"{field} is compared by {signs}, not by {sign}.")
    return query if sign == "=" else Not(query)


def _number(amount: Amount) -> Reader:
    def read(sign: str, value: str, _today: date) -> Query:
        if sign == "~":
            raise Problem(f"{amount} is compared by = != > >= < or <=, not by ~.")
        if amount.can_be_unknown and value.casefold() in _UNKNOWN:
            return _equal(amount, sign, Unknown(amount))
        low, dots, high = value.partition("..")
        if not dots:
            found, number = _amount(amount, value)
            if sign == "!=":
                return Not(Measured(found, Comparison.EQUAL, number))
            return Measured(found, Comparison(sign), number)
        bounds = ((Comparison.AT_LEAST, low), (Comparison.AT_MOST, high))
        parts = [Measured(of, c, n) for c, text in bounds if text for of, n in [_amount(amount, text)]]
        if not parts:
            raise Problem(f"type two numbers: {amount}=5..10.")
        return _equal(amount, sign, all_of(parts))

    return read


def _amount(amount: Amount, text: str) -> tuple[Amount, float]:
    """Read a number with its unit, if it has one: the field that it is then of."""
    word = text.casefold()
    if amount is Amount.PACE:
        return _pace(word)
    units = _UNITS.get(amount, {})
    if "h" in units and (clock := _HOURS.fullmatch(word)):
        return amount, int(clock[1]) * 60.0 + int(clock[2])
    found = _NUMBER.fullmatch(word)
    if found is None or (found[2] and found[2] not in units):
        told = f", with {' or '.join(units)} if you like" if units else ""
        raise Problem(f"{amount} is a number{told}, not {text or 'nothing'}.")
    of, scale = units[found[2]] if found[2] else (amount, 1.0)
    return of, round(float(found[1].replace(",", ".")) * scale, 4)


def _pace(word: str) -> tuple[Amount, float]:
    found = _PACE.fullmatch(word)
    if found is None:
        raise Problem(f"pace is minutes and seconds, such as 5:30 or 8:45/mi, not {word or 'nothing'}.")
    seconds = int(found[1]) * 60.0 + int(found[2] or 0)
    return (Amount.PACE_MI if found[3] == "mi" else Amount.PACE), seconds


def _days(field: str, widened: Callable[[Days], Days]) -> Reader:
    def read(sign: str, value: str, today: date) -> Query:
        if sign == "~":
            raise Problem(f"{field} is compared by = != > >= < or <=, not by ~.")
        first, dots, last = value.partition("..")
        if dots:
            return _equal(field, sign, _range(first, last, widened, today))
        return _compared(sign, widened(days_typed(value, today)))

    return read


def _range(first: str, last: str, widened: Callable[[Days], Days], today: date) -> Query:
    if not first and not last:
        raise Problem("type two days: day=2026-01-05..2026-01-12.")
    begin = widened(days_typed(first, today)).first if first else None
    end = widened(days_typed(last, today)).last if last else None
    if begin is not None and end is not None and begin > end:
        raise Problem(f"{first} is later than {last}: type the earlier day first.")
    return Within(begin, end)


def _compared(sign: str, days: Days) -> Query:
    day = timedelta(days=1)
    try:
        match sign:
            case ">":
                return Within(first=days.last + day)
            case ">=":
                return Within(first=days.first)
            case "<":
                return Within(last=days.first - day)
            case "<=":
                return Within(last=days.last)
    except OverflowError:
        raise Problem("there is no day beyond that.") from None
    within = Within(days.first, days.last)
    return within if sign == "=" else Not(within)


def _since(sign: str, value: str, today: date) -> Query:
    return _equal("since", "=" if sign == ">=" else sign, Within(first=days_typed(value, today).first), "=")


def _until(sign: str, value: str, today: date) -> Query:
    return _equal("until", "=" if sign == "<=" else sign, Within(last=days_typed(value, today).last), "=")


def _weeks(days: Days) -> Days:
    return Days(Week.of(days.first).first, Week.of(days.last).last)


def _months(days: Days) -> Days:
    return Days(Month.of(days.first).first, Month.of(days.last).last)


def _years(days: Days) -> Days:
    return Days(days.first.replace(month=1, day=1), days.last.replace(month=12, day=31))


_AMOUNTS = {amount.value: amount for amount in Amount if amount is not Amount.PACE_MI}

FIELDS: Mapping[str, Reader] = MappingProxyType(
    {
        "type": _choice("type", Kind, OfType),
        **{field: _number(amount) for field, amount in _AMOUNTS.items()},
        "exercise": _exercise,
        **{wording.value: _wording(wording) for wording in Wording},
        "since": _since,
        "until": _until,
        "day": _days("day", lambda days: days),
        "week": _days("week", _weeks),
        "month": _days("month", _months),
        "year": _days("year", _years),
        "source": _choice("source", Source, From),
        **{flag.value: _flag(flag) for flag in Flag},
    }
)
"""Every field, in the order in which they are told."""

TEXTS = frozenset({*Wording, "exercise"})
"""Fields whose value may be several words."""
