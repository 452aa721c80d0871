"""A filter of the log as a value: conditions, joined by and, or, not.

Days are absolute (``7d`` was resolved when the line was read), so that a query means the
same whenever it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from hybridtui.domain.query.fields import Amount, Flag, Wording
from hybridtui.domain.session import Source
from hybridtui.domain.workout import Kind


class Comparison(StrEnum):
    """How a number is compared; ``!=`` is a ``=`` that is denied."""

    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class OfType:
    """Sessions of one kind: ``type=run``."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class From:
    """Sessions that came from somewhere: ``source=strong``."""

    source: Source


@dataclass(frozen=True, slots=True)
class Flagged:
    """Sessions of which something is so: ``same=yes``."""

    flag: Flag


@dataclass(frozen=True, slots=True)
class Bounds:
    """The stored values that a number is compared with; None: no bound."""

    least: float | None = None
    most: float | None = None
    least_too: bool = True
    """Whether ``least`` itself is inside."""
    most_too: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """Sessions by a number: ``km>10``. One whose number is unknown is not among them, unless what is known decides.

    What is known in part is at least that: 50 minutes of strength and a run without its time are
    more than 45 minutes. And what was done took more than no time: ``run>0`` finds every run.
    """

    amount: Amount
    comparison: Comparison
    value: float
    """In the unit of the field; a pace in seconds."""

    @property
    def bounds(self) -> Bounds:
        """What it asks for in stored units; ``=`` holds equal what the log shows alike (halves upwards)."""
        half, scale = self.amount.step / 2, self.amount.scale
        if self.comparison is Comparison.EQUAL:
            return Bounds((self.value - half) * scale, (self.value + half) * scale, most_too=False)
        bound = self.value * scale
        if self.comparison in (Comparison.MORE, Comparison.AT_LEAST):
            return Bounds(least=bound, least_too=self.comparison is Comparison.AT_LEAST)
        return Bounds(most=bound, most_too=self.comparison is Comparison.AT_MOST)

    @property
    def asks_for_any(self) -> bool:
        """True for ``run>0``: sessions that took any time at all."""
        return self.amount.is_time and self.comparison is Comparison.MORE and self.value == 0


@dataclass(frozen=True, slots=True)
class Unknown:
    """Sessions without a number: ``rpe=none``."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Within:
    """Sessions of the days from ``first`` to ``last``, both included; None: open."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Says:
    """Sessions by their words, in any case: ``title="Easy run"``, ``note~rain``."""

    wording: Wording
    text: str
    whole: bool = False
    """True if the text is all of it; else a part."""


@dataclass(frozen=True, slots=True)
class Holds:
    """Sessions with sets of an exercise: its id, its name, or part of it."""

    exercise: str
    ids: tuple[str, ...] = ()
    """The exercises that are meant, once they were looked up (``domain.query.exercises``)."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Sessions with a word in title, note or the name of an exercise: a bare word."""

    text: str
    ids: tuple[str, ...] = ()
    """The exercises whose names hold it, once they were looked up."""


@dataclass(frozen=True, slots=True)
class Not:
    """All sessions that a query does not find."""

    query: Query


@dataclass(frozen=True, slots=True)
class AllOf:
    """Sessions that every part finds; without parts: all there are. Made by :func:`all_of`."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Sessions that at least one part finds. Made by :func:`one_of`."""

    parts: tuple[Query, ...]


Query: TypeAlias = OfType | From | Flagged | Measured | Unknown | Within | Says | Holds | Mentions | Not | AllOf | OneOf

Everything = AllOf(())
"""What an empty line asks for."""


def all_of(parts: Iterable[Query]) -> Query:
    """Join by and; a part that is one itself is taken apart, and a single part stands alone."""
    flat = tuple(one for part in parts for one in (part.parts if isinstance(part, AllOf) else (part,)))
    return flat[0] if len(flat) == 1 else AllOf(flat)


def one_of(parts: Iterable[Query]) -> Query:
    """Join by or, likewise."""
    flat = tuple(one for part in parts for one in (part.parts if isinstance(part, OneOf) else (part,)))
    return flat[0] if len(flat) == 1 else OneOf(flat)
