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
            DAMAGE: one of these, if it is no such value.
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

    return write, lambda value: origin(map(decode, cast("Iterable[object]", value)))


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
    held = cast("dict[str, object]", value)
    return kind(**{name: decode(held[name]) for name, _, _, decode in parts if name in held})
