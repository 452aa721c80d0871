"""Domain values as plain JSON values and back, loss-free: what the store keeps whole and what exports write.

A codec is built once from the annotations of a dataclass. Fields that hold an empty
default (None, zero, an empty tuple) are left out; a field that is missing when read takes
its default, and one that is not known is ignored, so that a noun may gain fields without
a migration.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Callable, Hashable, Iterable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from typing import Generic, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

Encode: TypeAlias = Callable[[object], object]
Decode: TypeAlias = Callable[[object], object]

DAMAGE = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""What reading something damaged raises, one way or the other."""


class OddValueError(ValueError):
    """Something that is not what it should be, and where in the whole it stands."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path
        """Such as ``sets[3].reps``; empty: the whole."""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.path else self.reason

    def within(self, step: str) -> OddValueError:
        """Return it as seen from one level further out: ``step`` is a name, or an index in brackets."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return OddValueError(self.reason, f"{step}{joint}{self.path}")


def _odd(error: Exception, step: str) -> OddValueError:
    known = error if isinstance(error, OddValueError) else OddValueError(str(error))
    return known.within(step)


class Codec(Generic[T]):
    """Writes values of one type as plain JSON values and reads them back."""

    def __init__(self, kind: type[T]) -> None:
        self.hint = cast("Hashable", kind)

    def plain(self, value: T) -> object:
        """Return ``value`` as lists, dicts, texts, numbers, flags and None."""
        encode, _ = pair(self.hint)
        return encode(value)

    def value(self, plain: object) -> T:
        """Return the value that was written as ``plain``.

        Raises:
            DAMAGE: one of these, if it is no such value; an OddValueError names the place in it.
        """
        _, decode = pair(self.hint)
        return cast("T", decode(plain))


def to_json(value: object) -> str:
    """Return compact JSON; numbers that are not finite raise ValueError."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


@cache
def pair(hint: object) -> tuple[Encode, Decode]:
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
        return (lambda value: cast("Enum", value).value), partial(_member, kind)
    if issubclass(kind, date):  # a datetime is one, too
        return (lambda value: cast("date", value).isoformat()), _instant if issubclass(kind, datetime) else _day
    if kind is float:
        return _same, _finite
    if kind is int:
        return _same, _number
    if kind in (str, bool):
        return _same, partial(_of_kind, kind)
    raise TypeError(f"{kind!r} cannot be written as JSON")


def _member(kind: type[Enum], value: object) -> object:
    try:
        return kind(value)
    except ValueError as error:
        known = ", ".join(str(each.value) for each in kind)
        raise OddValueError(f"{_told(value)} is none of {known}") from error


def _told(value: object) -> str:
    """Return a value as a sentence may name it: a short one in JSON, else what it is."""
    if isinstance(value, str | int | float | None) and len(text := repr(value)) <= _LONGEST_TOLD:
        return text
    return f"this {type(value).__name__}"


_LONGEST_TOLD = 40


def _same(value: object) -> object:
    return value


def _of_kind(kind: type, value: object) -> object:
    if not isinstance(value, kind):
        raise OddValueError(f"{_told(value)} is {'no text' if kind is str else 'neither true nor false'}")
    return value


def _number(value: object) -> object:
    """Return a number as it was written: what is annotated as whole need not have been."""
    _finite(value)
    return value


def _finite(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise OddValueError(f"{_told(value)} is no number")
    if not math.isfinite(value):
        raise OddValueError("it is no finite number")
    return float(value)


def _day(text: object) -> date:
    try:
        return date.fromisoformat(cast("str", text))
    except (ValueError, TypeError) as error:
        raise OddValueError(f"{_told(text)} is no day") from error


def _instant(text: object) -> datetime:
    try:
        read = datetime.fromisoformat(cast("str", text))
    except (ValueError, TypeError) as error:
        raise OddValueError(f"{_told(text)} is no instant") from error
    if read.tzinfo is None:
        raise OddValueError(f"{_told(text)} is an instant of nowhere: it has no offset")
    return read


def _optional(hint: object) -> tuple[Encode, Decode]:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    if len(kinds) != 1:
        raise TypeError(f"{hint!r} cannot be written as JSON")
    encode, decode = pair(kinds[0])
    return (
        lambda value: None if value is None else encode(value),
        lambda value: None if value is None else decode(value),
    )


def _many(hint: object, origin: type) -> tuple[Encode, Decode]:
    kinds = [kind for kind in get_args(hint) if kind is not Ellipsis]
    if len(kinds) != 1:
        raise TypeError(f"{hint!r} cannot be written as JSON")
    encode, decode = pair(kinds[0])

    def write(value: object) -> object:
        items = [encode(item) for item in cast("Iterable[object]", value)]
        return items if origin is tuple else sorted(items, key=to_json)

    return write, partial(_read_many, origin, decode)


def _read_many(origin: type, decode: Decode, value: object) -> object:
    if not isinstance(value, list):
        raise OddValueError(f"{_told(value)} is no list")
    read: list[object] = []
    try:
        for item in value:
            read.append(decode(item))  # noqa: PERF401 - its length says which item is odd
    except DAMAGE as error:
        raise _odd(error, f"[{len(read)}]") from error
    return origin(read)


def _record(kind: type) -> tuple[Encode, Decode]:
    hints = get_type_hints(kind)
    parts = [(field.name, _empty(field), *pair(hints[field.name])) for field in fields(kind)]
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
    if not isinstance(value, dict):
        raise OddValueError(f"{_told(value)} is no object")
    read: dict[str, object] = {}
    name = ""
    try:
        for name, _, _, decode in parts:
            if name in value:
                read[name] = decode(value[name])
    except DAMAGE as error:
        raise _odd(error, name) from error
    try:
        return kind(**read)
    except TypeError as error:
        missing = ", ".join(field.name for field in fields(kind) if _needed(field) and field.name not in read)
        raise OddValueError(f"{missing} is missing") from error


def _needed(field: Field[object]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
