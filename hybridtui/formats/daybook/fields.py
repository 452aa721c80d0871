"""Fields of a value that its words do not say, and fields that say otherwise than its words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, get_type_hints

from hybridtui.domain.codec import DAMAGE, Decode, Encode, pair
from hybridtui.domain.text import NOTE_LIMIT, clean, clean_note
from hybridtui.formats.daybook.complaints import Misread, quoted

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

MOST = 1e12
"""No number of a log is larger, whichever way it counts."""

_DEEPEST = 12
"""So many lists and tables may lie in one another; a plan's answers lie four deep."""


class _Way(NamedTuple):
    """How one field is written and read."""

    encode: Encode
    decode: Decode
    whole: bool


class Fields(Generic[T]):
    """The fields of one kind of value, each written as a plain JSON value."""

    def __init__(self, kind: type[T], names: Collection[str] | None = None, *, without: Collection[str] = ()) -> None:
        """Take all fields of a dataclass, or those of ``names``, but not those ``without``."""
        self._kind = kind
        every = [field.name for field in fields(kind)]
        self.names = tuple(name for name in every if (names is None or name in names) and name not in without)

    def otherwise(self, told: T, value: T) -> list[tuple[str, object]]:
        """Return the fields in which ``value`` is not what its words ``told``, as keys and plain values."""
        ways = _ways(self._kind)
        return [
            (name, ways[name].encode(held))
            for name in self.names
            if (held := getattr(value, name)) != getattr(told, name)
        ]

    def applied(self, told: T, held: Mapping[str, object]) -> T:
        """Return what was ``told`` with the fields that ``held`` says otherwise.

        Raises:
            Misread: if one of them is no such value.
        """
        if not held:
            return told
        ways = _ways(self._kind)
        return replace(told, **{name: _read(name, ways[name], held[name]) for name in self.names if name in held})


def _read(name: str, way: _Way, plain: object) -> object:
    try:
        if way.whole and plain is not None and (isinstance(plain, bool) or not isinstance(plain, int)):
            raise ValueError("no whole number")
        return way.decode(_cleaned(plain, notes=name == "note"))
    except DAMAGE as error:
        raise Misread(f"{name} {_shown(plain)} is not understood") from error


def _shown(plain: object) -> str:
    """Quote a plain value; a list or a table may be too deep or too long to be shown."""
    return "[…]" if isinstance(plain, list | dict) else quoted(str(plain))


def _cleaned(plain: object, *, notes: bool, deep: int = 0) -> object:
    """Return a plain value whose texts hold nothing that a terminal would obey, its numbers nothing absurd."""
    if isinstance(plain, str):
        if plain.isascii() and plain.isprintable() and len(plain) <= NOTE_LIMIT:
            return plain
        return clean_note(plain) if notes else clean(plain, NOTE_LIMIT)
    if isinstance(plain, int | float) and not abs(plain) <= MOST:
        raise ValueError("absurd")
    if deep > _DEEPEST:
        raise ValueError("too deep")
    if isinstance(plain, list):
        return [_cleaned(each, notes=notes, deep=deep + 1) for each in plain]
    if isinstance(plain, dict):
        return {key: _cleaned(each, notes=notes, deep=deep + 1) for key, each in plain.items()}
    return plain


@cache
def _ways(kind: type) -> Mapping[str, _Way]:
    hints = get_type_hints(kind)
    return {
        field.name: _Way(*pair(hints[field.name]), hints[field.name] in (int, int | None)) for field in fields(kind)
    }
