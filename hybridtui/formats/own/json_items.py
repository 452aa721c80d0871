"""Reading a JSON document piece by piece: what is read of a long list need not be held as plain values.

The parser is Python's own; this walks the two outermost levels only. Numbers that are not
finite, names that come twice in one object, and texts without end are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_NAMES = 1_000
"""Names of values in one document: those that are known, and what a newer version may add."""

_MOST_DIGITS = 4_000
"""Python itself takes a few more, and what it says of longer ones is not for people."""

_SPACE = re.compile(r"[ \t\n\r]*")


class OddJsonError(ValueError):
    """A text that is no JSON, or not all of one; the message says where."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value of the document, or an item of one of its lists."""

    name: str
    """Its name in the document."""
    place: int | None
    """Its place in the list that has this name; None: the value is not a list that is taken apart."""
    value: object


def items(text: str, apart: frozenset[str]) -> Iterator[Item]:
    """Yield the values of a document in their order; lists named in ``apart`` item by item.

    Raises:
        OddJsonError: where it ceases to be a JSON object.
    """
    reader = _Reader(text)
    reader.take("{")
    seen: set[str] = set()
    if not reader.took("}"):
        while True:
            name = reader.name()
            if name in seen:
                raise reader.odd(f"'{name[:40]}' comes twice")
            seen.add(name)
            if len(seen) > MOST_NAMES:
                raise reader.odd(f"over {MOST_NAMES:,} names are no log's")
            if name in apart and reader.took("["):
                yield from _list(reader, name)
            else:
                yield Item(name, None, reader.value())
            if not reader.took(","):
                break
        reader.take("}")
    reader.end()


def _list(reader: _Reader, name: str) -> Iterator[Item]:
    if reader.took("]"):
        return
    index = 0
    while True:
        yield Item(name, index, reader.value())
        index += 1
        if not reader.took(","):
            break
    reader.take("]")


class _Reader:
    """A place in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refused, parse_int=_whole)

    def took(self, sign: str) -> bool:
        """Step over a sign, if it is next."""
        self._step_over_space()
        found = self._text.startswith(sign, self._at)
        self._at += len(sign) if found else 0
        return found

    def take(self, sign: str) -> None:
        """Step over a sign that must be next."""
        if not self.took(sign):
            raise self.odd(f"'{sign}' is missing" if self._at < len(self._text) else "its end is missing")

    def name(self) -> str:
        """Step over a name and its colon."""
        self._step_over_space()
        if not self._text.startswith('"', self._at):
            raise self.odd("a name is missing")
        name = self.value()
        self.take(":")
        return str(name)

    def value(self) -> object:
        """Step over any value and return it."""
        self._step_over_space()
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            at_end = error.pos >= len(self._text.rstrip()) or error.msg.startswith("Unterminated")
            self._at = error.pos
            raise self.odd("its end is missing" if at_end else "this is no JSON") from error
        except RecursionError as error:
            raise self.odd("it is nested too deeply") from error
        except ValueError as error:
            raise self.odd(str(error)) from error
        return value

    def end(self) -> None:
        """Check that nothing follows."""
        self._step_over_space()
        if self._at < len(self._text):
            raise self.odd("something follows its end")

    def odd(self, reason: str) -> OddJsonError:
        """Return an error that names the line."""
        return OddJsonError(f"line {self._text.count(chr(10), 0, self._at) + 1}: {reason}")

    def _step_over_space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError("a name comes twice in one object")
    return read


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number of {len(digits):,} digits is none of training")
    return int(digits)


def _refused(name: str) -> object:
    raise ValueError(f"{name} is no number")
