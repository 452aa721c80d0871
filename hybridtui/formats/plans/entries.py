"""Values of a file that programs or people wrote, each with the place it stands at.

What is read is refused in one sentence that names the file, the key and the way out;
nothing here raises anything but a Problem. Ranges of training belong to the domain:
only what no number can sensibly be is refused here.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.units import decimal

Word = TypeVar("Word", bound=StrEnum)

LARGEST = 1e9
"""No number of an athlete or a plan is larger."""

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
"""Days that a plan can have."""

WEEKDAYS = {day.key: day for day in Weekday}
"""The days of the week by their keys, ``mon`` to ``sun``."""

_SHOWN = 40
_MOST_NAMED = 30
"""Up to so many allowed words are all named."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value, the file that holds it and the path of keys that leads to it."""

    file: str
    path: str
    value: object

    def refused(self, complaint: str) -> Problem:
        """Return the refusal of this value."""
        where = f"{clean(self.file)}: {self.path}" if self.path else clean(self.file)
        return Problem(f"{where}: {complaint}")

    @property
    def shown(self) -> str:
        """The value as it may stand in a sentence: short, on one line, harmless."""
        value = self.value
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int | float):
            return decimal(value) if math.isfinite(value := _float(value)) and abs(value) < LARGEST else "this number"
        if isinstance(value, str):
            return f"'{clean(value, _SHOWN)}'"
        if isinstance(value, list):
            return "a list"
        return "a table" if isinstance(value, dict) else f"'{clean(str(value), _SHOWN)}'"

    def at(self, key: str, value: object) -> Entry:
        """Return a value inside this one."""
        return Entry(self.file, f"{self.path}.{key}" if self.path else key, value)

    def number(self, least: float = -LARGEST, most: float = LARGEST) -> float:
        """Return a number, both ends of the range included.

        Raises:
            Problem: if it is none, not finite, or outside.
        """
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.refused(f"{self.shown} is not a number")
        value = _float(self.value)
        if not least <= value <= most:
            reach = f"; give {decimal(least)} to {decimal(most)}" if most < LARGEST else ""
            raise self.refused(f"{self.shown} is out of range{reach}")
        return value

    def whole(self, least: int = -int(LARGEST), most: int = int(LARGEST)) -> int:
        """Return a whole number, both ends of the range included.

        Raises:
            Problem: if it is none, or outside.
        """
        value = self.number(least, most)
        if not value.is_integer():
            raise self.refused(f"{self.shown} is not a whole number")
        return int(value)

    def flag(self) -> bool:
        """Return true or false.

        Raises:
            Problem: if it is neither.
        """
        if not isinstance(self.value, bool):
            raise self.refused(f"{self.shown} is neither true nor false")
        return self.value

    def text(self) -> str:
        """Return a text, cleaned.

        Raises:
            Problem: if it is none.
        """
        if not isinstance(self.value, str):
            raise self.refused(f"{self.shown} is not a text; put it in quotes")
        return clean(self.value, 400)

    def word(self, allowed: Collection[str], what: str) -> str:
        """Return a text that is one of the allowed ones; ``what`` says what they are: "a weekday".

        Raises:
            Problem: if it is none of them, naming the nearest or all.
        """
        if isinstance(self.value, str) and self.value in allowed:
            return self.value
        raise self.refused(f"{self.shown} is not {what}{way_out(self.value, allowed)}")

    def choice(self, words: type[Word], what: str) -> Word:
        """Return the member of an enumeration that is meant.

        Raises:
            Problem: if none is.
        """
        return words(self.word([word.value for word in words], what))

    def weekday(self) -> Weekday:
        """Return a day of the week.

        Raises:
            Problem: if it is none of ``mon`` to ``sun``.
        """
        return WEEKDAYS[self.word(WEEKDAYS, "a weekday")]

    def day(self) -> date:
        """Return a date: TOML's own, or ``2026-03-02`` in quotes.

        Raises:
            Problem: if there is no such day, or it is too far away.
        """
        value = self.value
        if isinstance(value, str) and len(value) == len("2026-03-02"):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                value = None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refused(f"{self.shown} is not a date; write it as 2026-03-02")
        if not EARLIEST <= value <= LATEST:
            raise self.refused(f"{self.shown} is too far away; give a day from {EARLIEST.year} to {LATEST.year}")
        return value

    def items(self, most: int) -> tuple[Entry, ...]:
        """Return the members of a list of at most so many.

        Raises:
            Problem: if it is no list, or longer.
        """
        if not isinstance(self.value, list):
            raise self.refused(f"{self.shown} is not a list; write it in square brackets")
        if len(self.value) > most:
            raise self.refused(f"a list of {len(self.value)} is too long; give at most {most}")
        return tuple(Entry(self.file, f"{self.path}[{at}]", value) for at, value in enumerate(self.value))

    def table(self, keys: Collection[str] | None = None) -> Mapping[str, Entry]:
        """Return what a table holds by key, nulls left out; no other than these ``keys`` if they are named.

        Raises:
            Problem: if it is no table, or a key is not known.
        """
        if not isinstance(self.value, dict):
            raise self.refused(f"{self.shown} is not a table of keys and values")
        held = {str(key): self.at(str(key), value) for key, value in self.value.items() if value is not None}
        for key in held:
            if keys is not None and key not in keys:
                raise self.refused(f"'{clean(key, _SHOWN)}' is not a key{way_out(key, keys)}")
        return held

    def needed(self, held: Mapping[str, Entry], key: str) -> Entry:
        """Return the entry of a key that this table must have.

        Raises:
            Problem: if it is missing.
        """
        if key not in held:
            raise self.refused(f"'{key}' is missing")
        return held[key]


def way_out(value: object, allowed: Collection[str]) -> str:
    """Return what to write instead: the nearest word, or all of them if they are few.

    >>> way_out("munday", ("mon", "tue")), way_out("gim", ("gym", "home"))
    ('; use mon or tue', "; did you mean 'gym'?")
    """
    written = value[:_SHOWN].lower() if isinstance(value, str) else ""
    near = difflib.get_close_matches(written, allowed, 1)
    if near:
        return f"; did you mean '{near[0]}'?"
    if len(allowed) > _MOST_NAMED:
        return ""
    *others, last = allowed
    return f"; use {', '.join(others)} or {last}" if others else f"; use {last}"


def plain(value: float) -> int | float:
    """Return a number as JSON shows it best: whole where it is whole, else to six places.

    >>> plain(45.0), plain(0.1 + 0.2)
    (45, 0.3)
    """
    return int(value) if float(value).is_integer() else round(value, 6)


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf
