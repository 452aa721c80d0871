"""Numbers that can be traced: what is shown, what it means, and which sessions it was made from.

A figure names its definition (``domain.definitions``) and a filter of the log
(``domain.query``) that finds the sessions behind it: no number on a screen of
history stands without both.
"""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "n/a"
"""In place of a number that is not known."""

AT_LEAST, AT_MOST, ABOUT = "≥ ", "≤ ", "~"
"""Before a number that is a bound, or an estimate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a number means, how it is made, and where that comes from."""

    id: str
    """Such as ``load.ctl``."""
    title: str
    """Its usual name: ``Fitness (CTL)``."""
    meaning: str
    """One or two sentences for people."""
    formula: str
    """How it is made, in one line."""
    source: str
    """Section of science.md and who it goes back to, or ``product decision``."""
    unit: str = ""
    """``AU``, ``kg``, ``min``; empty: a plain number or words."""
    caveat: str = ""
    """What it does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number as it is shown."""

    definition: str
    """Id of its definition."""
    name: str
    """What it is of: ``Back squat``, ``Run``, ``quads``."""
    value: str
    """As shown, with its unit: ``≥ 98 kg``, ``43 min``, ``n/a``."""
    note: str = ""
    """What qualifies it, in a few words: the formula, ``2 of 5 estimated``, ``too little data``."""
    made: tuple[str, ...] = ()
    """How this very number was made, a line each: ``100 kg × 5 at RPE 8: 100 / 0.811 = 123.3``."""
    behind: str = ""
    """Filter of the log that finds the sessions behind it; empty: none are."""
