"""What was done, by the words that files have for it, or else by how fast it was. Source: formats.md 1.3, 1.4.

A track without a word is judged by its mean speed (a product decision, marked in the
session and said in a warning): slower than 1.9 m/s (7 km/h) nobody runs on the whole,
faster than 4.5 m/s (16 km/h) few do and every ride is. A ride that counts as a run is
worse than a fast run that counts as a ride: the first would swell the weeks that a plan
builds on.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind
from hybridtui.formats import names

SPORT_LIMIT = 40
"""Longest name of a sport, in characters."""

SLOWEST_RUN, FASTEST_RUN, FASTEST_RIDE = 1.9, 4.5, 20.0
"""Mean speeds in m/s between which a track without a word is a run, and up to which it is a ride."""


class Sport(NamedTuple):
    """What was done."""

    kind: Kind
    name: str = ""
    """Of another sport: which."""

    @property
    def title(self) -> str:
        """What a session of it is called for want of a name."""
        if self.kind is Kind.OTHER:
            return self.name[:1].upper() + self.name[1:]
        return _TITLES[self.kind]


_TITLES = {Kind.RUN: "Run", Kind.STRENGTH: "Strength", Kind.HYBRID: "Intervals"}

RUN = Sport(Kind.RUN)
STRENGTH = Sport(Kind.STRENGTH)
INTERVALS = Sport(Kind.HYBRID)
"""High-intensity intervals: both sports by halves, as every circuit (science.md 0)."""

TRAINING = Sport(Kind.OTHER, "training")
"""Nobody knows what."""

_STRENGTH = re.compile(
    r"\b(?:strength|weight ?(?:training|lifting|s)|lifting|crossfit|kraft(?:training|sport)?|musculation|renforcement"
    r"|musculacion|musculacao|fuerza|forza|pesi|krachttraining|trening silowy|silownia|styrke(?:trening)?)\b|силов"
)
_INTERVALS = re.compile(r"\b(?:hiit|high intensity interval(?: training)?)\b")
_RIDES = re.compile(r"\b(?:ride|mtb|ebike|radfahren|rad|fahrrad|ciclismo|cyclisme|wielrennen|cykling|rower)\b")
_UMBRELLAS = frozenset({
    "", "other", "training", "workout", "generic", "fitness", "fitness equipment", "sport", "uncategorized",
    "unknown", "track", "activity", "multisport", "transition", "sonstiges", "autre", "otro", "altro", "default",
})  # fmt: skip
"""Words that say nothing."""

_NUMBERS = {"1": Sport(Kind.OTHER, "cycling"), "9": RUN}
"""Strava's numbers for the types of its GPX files, as far as they are known."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[\W_]+")


def by_word(word: str) -> Sport | None:
    """Return what a word of any app and language stands for; None if it says nothing.

    >>> by_word("trail_running").kind.value, by_word("VirtualRide").name, by_word("Other")
    ('run', 'cycling', None)
    """
    word = _plain(word)
    if word in _UMBRELLAS:
        return None
    if word.isdecimal():
        return _NUMBERS.get(word)
    return by_known_word(word) or Sport(Kind.OTHER, word[:SPORT_LIMIT])


def by_known_word(text: str) -> Sport | None:
    """Return what a text names, if it names a sport that is known; None if not."""
    text = _plain(text)
    if _STRENGTH.search(text):
        return STRENGTH
    if _INTERVALS.search(text):
        return INTERVALS
    sport = "cycling" if _RIDES.search(text) else names.sport(text)
    if sport is None:
        return None
    return RUN if sport == "run" else Sport(Kind.OTHER, sport)


def by_speed(metres: float, seconds: float) -> Sport:
    """Return what a track without a word probably was, by its mean speed."""
    speed = metres / seconds if seconds > 0 else 0.0
    if not metres or speed > FASTEST_RIDE or not seconds:
        return TRAINING
    if speed < SLOWEST_RUN:
        return Sport(Kind.OTHER, "walking")
    return RUN if speed <= FASTEST_RUN else Sport(Kind.OTHER, "cycling")


def _plain(text: str) -> str:
    """Return a text in lower case, its words apart."""
    return _PARTS.sub(" ", _CAMEL.sub(" ", clean(text))).strip().casefold()
