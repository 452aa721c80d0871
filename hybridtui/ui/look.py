"""How the screens say things: one sign, one word and one colour for each, everywhere.

A state is always told by its sign or word; colour only repeats it (NO_COLOR, colour
blindness). Colours are names of theme variables, so every Textual theme works.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain.units import M_PER_MI, DistanceUnit, decimal, round_half_up, whole_minutes

if TYPE_CHECKING:
    from hybridtui.domain.workout import Kind

APP_NAME = "hybridtui"

SIGNS = {"run": "▲", "strength": "■", "hybrid": "◆", "combo": "◆", "recovery": "~", "other": "○"}
"""By Kind: one cell each, told apart without colour."""

WORDS = {kind: kind for kind in SIGNS} | {"other": "other sport"}
"""By Kind."""

COLOURS = {
    "run": "primary",
    "strength": "accent",
    "hybrid": "text-secondary",
    "combo": "text-secondary",
    "recovery": "success",
    "other": "foreground-muted",
}
"""By Kind: theme variables, without the dollar sign (``$primary`` in CSS and markup)."""

TIMES = "×"

RUN_COLOUR = "primary"
"""Running, in strip, charts and log."""

STRENGTH_COLOUR = "accent"
"""Strength, in strip, charts and log."""

REST_SIGN = "·"
DONE_SIGN = "✓"
MISSED_SIGN = "✗"
SKIPPED_SIGN = "–"
CURRENT_SIGN = "▸"
RACE_SIGN, RACE_WORD = "⚑", "race"
BEST_SIGN = "★"
BENT_SIGN = "!"
DOT = " · "
"""Between the facts of one line."""


def sign(kind: Kind) -> str:
    """Return the sign of a kind of workout."""
    return SIGNS[kind]


def word(kind: Kind) -> str:
    """Return the word for a kind of workout, in lower case."""
    return WORDS[kind]


def signed(kind: Kind) -> str:
    """Return sign and word: ``▲ run``."""
    return f"{SIGNS[kind]} {WORDS[kind]}"


def colour(kind: Kind) -> str:
    """Return the theme variable of a kind, ready for CSS or markup: ``$primary``."""
    return f"${COLOURS[kind]}"


def minutes(seconds: float) -> str:
    """Write a length of training: ``45 min``, ``1 h 30``; under a minute in seconds.

    >>> minutes(2700), minutes(5400), minutes(7200), minutes(40), minutes(0)
    ('45 min', '1 h 30', '2 h', '40 s', '0 min')
    """
    if 0 < seconds < 60:
        return f"{int(round_half_up(seconds))} s"
    whole = whole_minutes(seconds)
    hours, rest = divmod(whole, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def distance(metres: float, unit: DistanceUnit = DistanceUnit.KM) -> str:
    """Write a distance in the athlete's unit, one decimal from 10 up.

    >>> distance(8040), distance(42195), distance(400), distance(16093.44, DistanceUnit.MI)
    ('8.04 km', '42.2 km', '400 m', '10 mi')
    """
    if unit is DistanceUnit.MI:
        value, name = metres / M_PER_MI, "mi"
    elif metres < 1000:
        return f"{decimal(metres, 0)} m"
    else:
        value, name = metres / 1000, "km"
    return f"{decimal(value, 2 if value < 10 else 1)} {name}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: ``1 set``, ``3,915 sets``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
