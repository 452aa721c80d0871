"""The ranges of everything that a file of our own may hold, field by field.

What the store would refuse, what a screen could not show, and what would take for ever is
refused here, in words. The rules are compiled once from the annotations of each dataclass:
by the field's name where that says what it is, else by its type.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from typing import TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from hybridtui.domain.codec import OddValueError
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.pain import MOST, Pain
from hybridtui.formats import limits
from hybridtui.formats.limits import OutOfRangeError, within
from hybridtui.formats.own.own_relations import TOGETHER

Check: TypeAlias = Callable[[object], None]
"""Raises OddValueError if a value is out of range."""

MOST_ITEMS = 10_000
"""Entries of one list: sets of a session, workouts of a plan."""

LONGEST_TEXT, LONGEST_NOTE, LONGEST_NAME, LONGEST_ID = 20_000, 2_000, 200, 64
"""Characters: of anything, of what the athlete wrote, of a name, of an id."""

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)
_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)

_HALF_A_DAY_AND_MORE = (-18 * 3600.0, 18 * 3600.0)
_ORDER = (0.0, 10_000.0)
_NUMBERS: dict[str, tuple[float, float, str]] = {
    "rpe": (*limits.RPE, ""),
    "reps": (*limits.REPS, ""),
    "reps_max": (*limits.REPS, ""),
    "sets": (0, 1_000, ""),
    "seconds": (*limits.SECONDS, "s"),
    "rest_s": (*limits.SECONDS, "s"),
    "elapsed_s": (*limits.SECONDS, "s"),
    "block_s": (*limits.SECONDS, "s"),
    "run_s": (*limits.SECONDS, "s"),
    "strength_s": (*limits.SECONDS, "s"),
    "other_s": (*limits.SECONDS, "s"),
    "avg_hr": (*limits.BPM, "bpm"),
    "max_hr": (*limits.BPM, "bpm"),
    "resting_hr": (*limits.BPM, "bpm"),
    "threshold_hr": (*limits.BPM, "bpm"),
    "ascent_m": (*limits.ASCENT_M, "m"),
    "distance_m": (*limits.METRES, "m"),
    "tonnage_kg": (*limits.TONNAGE_KG, "kg"),
    "load_au": (0, 1e9, ""),
    "level": (1, 3, ""),
    "offset_s": (*_HALF_A_DAY_AND_MORE, "s"),
    "position": (*_ORDER, ""),
    "step": (*_ORDER, ""),
    "set_number": (*_ORDER, ""),
    "group": (*_ORDER, ""),
    "number": (*_ORDER, ""),
    "iso_year": (1970, 2199, ""),
    "seed": (-(2.0**62), 2.0**62, ""),
}
_ANY_NUMBER = (0.0, 1e9, "")
NAMES = frozenset(
    {
        "title",
        "name",
        "folded",
        "exercise",
        "old",
        "new",
        "subtype",
        "sport",
        "slot",
        "zone",
        "rule",
        "pattern",
        "tempo",
    }
)
"""Fields that are one line."""

_NOTES = frozenset({"note", "text", "because"})
_IDS = frozenset({"id", "session_id", "workout_id"})
_ID = re.compile(rf"[\w:.@+ -]{{1,{LONGEST_ID}}}", re.ASCII)


def check(value: object) -> None:
    """Check a value with all that is in it.

    Raises:
        OddValueError: naming the first field that is out of range, and the range.
    """
    _record(cast("type", type(value)))(value)


@cache
def _record(kind: type) -> Check:
    """Return the check of a dataclass: of its fields, then of what they are together."""
    hints = get_type_hints(kind)
    checks = [(field.name, own) for field in fields(kind) if (own := _field(kind, field.name, hints[field.name]))]
    together = TOGETHER.get(kind)

    def of_record(value: object) -> None:
        for name, own in checks:
            held = getattr(value, name)
            if held is not None:
                try:
                    own(held)
                except OddValueError as error:
                    raise error.within(name) from error
        if together is not None:
            try:
                together(value)
            except OutOfRangeError as error:
                raise OddValueError(str(error)) from error

    return of_record


def _field(kind: type, name: str, hint: object) -> Check | None:
    """Return the check of a field, if it has a range."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
        return _field(kind, name, hint)
    if origin in (tuple, frozenset):
        item = next(each for each in get_args(hint) if each is not Ellipsis)
        return partial(_many, _field(kind, name, item))
    if not isinstance(hint, type):
        raise TypeError(f"{hint!r} has no range")
    return _record(hint) if is_dataclass(hint) else _plain(kind, name, hint)


def _plain(kind: type, name: str, hint: type) -> Check | None:
    if hint in (int, float):
        low, high, unit = _OTHERWISE.get((kind, name)) or _NUMBERS.get(name, _ANY_NUMBER)
        return partial(_number, name.removesuffix("_s").replace("_", " "), (low, high), unit, whole=hint is int)
    if hint is str:
        if name in _IDS and kind is not Exercise:
            return _id
        return partial(_text, _longest(name))
    if issubclass(hint, datetime):
        return _instant
    return _day if issubclass(hint, date) else None


def _longest(name: str) -> int:
    if name in NAMES or name in _IDS:
        return LONGEST_NAME
    return LONGEST_NOTE if name in _NOTES else LONGEST_TEXT


def _many(item: Check | None, values: object) -> None:
    held = cast("Collection[object]", values)
    if len(held) > MOST_ITEMS:
        raise OddValueError(f"it has {len(held):,} entries, more than {MOST_ITEMS:,}")
    if item is None:
        return
    for index, value in enumerate(held):
        try:
            item(value)
        except OddValueError as error:
            raise error.within(f"[{index}]") from error


def _number(what: str, range_: tuple[float, float], unit: str, value: object, *, whole: bool = False) -> None:
    number = cast("float", value)
    try:
        within(what, number, range_, unit)
    except OutOfRangeError as error:
        raise OddValueError(str(error)) from error
    if whole and number != int(number):
        raise OddValueError(f"{what} {number:g} is no whole number")


def _text(most: int, value: object) -> None:
    length = len(cast("str", value))
    if length > most:
        raise OddValueError(f"it has {length:,} characters, more than {most:,}")


def _id(value: object) -> None:
    if not _ID.fullmatch(cast("str", value)):
        raise OddValueError(f"an id has 1 to {LONGEST_ID} letters, digits and signs")


def _instant(value: object) -> None:
    instant = cast("datetime", value)
    if instant.utcoffset():
        raise OddValueError("an instant is told in UTC, as in 2026-03-04T17:00:00+00:00")
    if not _FIRST <= instant < _LAST:
        raise OddValueError(f"it is not between {FIRST_DAY} and {LAST_DAY}")


def _day(value: object) -> None:
    if not FIRST_DAY <= cast("date", value) <= LAST_DAY:
        raise OddValueError(f"{value} is not between {FIRST_DAY} and {LAST_DAY}")


_OTHERWISE: dict[tuple[type, str], tuple[float, float, str]] = {(Pain, "level"): (0, MOST, "")}
"""Ranges of fields whose name means something else in this noun."""
