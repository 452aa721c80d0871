"""Domain values as JSON text, loss-free, for the columns that are read whole.

A codec is built once from the annotations of a dataclass. What is written carries the
version of the encoding. Fields that hold an empty default (None, zero, an empty tuple)
are left out; a field that is missing when read takes its default, and one that is not
known is ignored, so that a noun may gain fields without a migration.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Callable, Hashable, Iterable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache, partial
from typing import Generic, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Batch
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.session import Pause
from hybridtui.domain.workout import Plan, Step, Workout

T = TypeVar("T")

Encode: TypeAlias = Callable[[object], object]
Decode: TypeAlias = Callable[[object], object]

ENCODING = 1
"""Version of the encoding; a greater one was written by a newer hybridtui."""

DAMAGE = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What reading something damaged raises, one way or the other."""

REMEMBERED = 400
"""Values kept as they were read: a year of planned workouts, which every page of Today and Plan asks for again."""


class Codec(Generic[T]):
    """Writes values of one type as text and reads them back."""

    def __init__(self, kind: type[T]) -> None:
        self._hint = cast("Hashable", kind)

    def dumps(self, value: T) -> str:
        """Return ``value`` as JSON text.

        Raises:
            ValueError: if it holds a number that is not finite.
        """
        encode, _ = _pair(self._hint)
        return to_json({"v": ENCODING, "is": encode(value)})

    def loads(self, text: str) -> T:
        """Return the value written as ``text``.

        Raises:
            StoreProblem: if a newer hybridtui wrote it, or if it is no such value.
        """
        return cast("T", _read(self._hint, text))


@lru_cache(maxsize=REMEMBERED)
def _read(hint: Hashable, text: str) -> object:
    """Read a value; the same text is the same value for good, so nothing here can go out of date."""
    try:
        document = json.loads(text)
        if document["v"] <= ENCODING:
            _, decode = _pair(hint)
            return decode(document["is"])
    except DAMAGE as error:
        raise StoreProblem("The log holds a damaged entry; restore a copy of the file.") from error
    raise StoreProblem("A newer hybridtui wrote an entry of this log; update hybridtui to read it.")


def to_json(value: object) -> str:
    """Return compact JSON; numbers that are not finite raise ValueError."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


@cache
def _pair(hint: object) -> tuple[Encode, Decode]:
    """Return how values annotated with ``hint`` are written and read."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional(hint)
    if origin in (tuple, frozenset):
        return _many(hint, origin)
    if isinstance(hint, type):
        return _single(hint)
    raise TypeError(f"{hint!r} cannot be written as JSON")


def _single(kind: type) -> tuple[Encode, Decode]:
    if is_dataclass(kind):
        return _record(kind)
    if issubclass(kind, Enum):
        return (lambda value: cast("Enum", value).value), kind
    if issubclass(kind, date):  # a datetime is one, too
        read = _instant if issubclass(kind, datetime) else date.fromisoformat
        return (lambda value: cast("date", value).isoformat()), cast("Decode", read)
    if kind is float:
        return _same, _finite
    if kind is int:
        return _same, _number
    if kind in (str, bool):
        return _same, partial(_of_kind, kind)
    raise TypeError(f"{kind!r} cannot be written as JSON")


def _same(value: object) -> object:
    return value


def _of_kind(kind: type, value: object) -> object:
    if not isinstance(value, kind):
        raise TypeError(f"no {kind.__name__}")
    return value


def _number(value: object) -> object:
    """Return a number as it was written: what is annotated as whole need not have been."""
    _finite(value)
    return value


def _finite(value: object) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("no number")
    return float(value)


def _instant(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    if read.tzinfo is None:
        raise ValueError("an instant of nowhere")
    return read


def _optional(hint: object) -> tuple[Encode, Decode]:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    if len(kinds) != 1:
        raise TypeError(f"{hint!r} cannot be written as JSON")
    encode, decode = _pair(kinds[0])
    return (
        lambda value: None if value is None else encode(value),
        lambda value: None if value is None else decode(value),
    )


def _many(hint: object, origin: type) -> tuple[Encode, Decode]:
    kinds = [kind for kind in get_args(hint) if kind is not Ellipsis]
    if len(kinds) != 1:
        raise TypeError(f"{hint!r} cannot be written as JSON")
    encode, decode = _pair(kinds[0])

    def write(value: object) -> object:
        items = [encode(item) for item in cast("Iterable[object]", value)]
        return items if origin is tuple else sorted(items, key=to_json)

    return write, lambda value: origin(map(decode, cast("Iterable[object]", value)))


def _record(kind: type) -> tuple[Encode, Decode]:
    hints = get_type_hints(kind)
    parts = [(field.name, _empty(field), *_pair(hints[field.name])) for field in fields(kind)]
    return partial(_write_record, parts), partial(_read_record, kind, parts)


def _empty(field: Field[object]) -> object:
    """Return the default that is left out; MISSING if the field is always written.

    A default that says something (45 minutes) is written, so that another default in
    a later version does not change what was stored.
    """
    return MISSING if field.default is MISSING or field.default else field.default


_Parts: TypeAlias = list[tuple[str, object, Encode, Decode]]


def _write_record(parts: _Parts, value: object) -> object:
    written: dict[str, object] = {}
    for name, empty, encode, _ in parts:
        held = getattr(value, name)
        if empty is MISSING or held != empty:
            written[name] = encode(held)
    return written


def _read_record(kind: type, parts: _Parts, value: object) -> object:
    held = cast("dict[str, object]", value)
    return kind(**{name: decode(held[name]) for name, _, _, decode in parts if name in held})


ATHLETE = Codec(Athlete)
PLAN = Codec(Plan)
WORKOUT = Codec(Workout)
STEPS = Codec(tuple[Step, ...])
EXERCISE = Codec(Exercise)
BATCH = Codec(Batch)
PAUSES = Codec(tuple[Pause, ...])
CLOCK = Codec(KeptClock)
