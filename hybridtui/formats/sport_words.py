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
from hybridtui.formats import activity_types

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
        return "Run" if self.kind is Kind.RUN else "Strength"


RUN = Sport(Kind.RUN)
STRENGTH = Sport(Kind.STRENGTH)

TRAINING = Sport(Kind.OTHER, "training")
"""Nobody knows what."""

_UMBRELLAS = frozenset({
    "", "generic", "sport", "uncategorized", "unknown", "track", "activity", "multisport", "transition", "default",
})  # fmt: skip
"""Words that say nothing."""

_NUMBERS = {"1": Sport(Kind.OTHER, "cycling"), "9": RUN}
"""Strava's numbers for the types of its GPX files, as far as they are known."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def by_word(word: str) -> Sport | None:
    """Return what a word of any app and language stands for; None if it says nothing.

    >>> by_word("trail_running").kind.value, by_word("VirtualRide").name, by_word("Other")
    ('run', 'cycling', None)
    """
    word = apart(word)
    if word.casefold() in _UMBRELLAS:
        return None
    if word.isdecimal():
        return _NUMBERS.get(word)
    return _sport(activity_types.activity(word))


def by_known_word(text: str) -> Sport | None:
    """Return the sport that a text has a word of; None if it has none."""
    found = activity_types.known(apart(text))
    return _sport(found) if found is not None else None


def by_speed(metres: float, seconds: float) -> Sport:
    """Return what a track without a word probably was, by its mean speed."""
    speed = metres / seconds if seconds > 0 else 0.0
    if not speed or speed > FASTEST_RIDE:
        return TRAINING
    if speed < SLOWEST_RUN:
        return Sport(Kind.OTHER, "walking")
    return RUN if speed <= FASTEST_RUN else Sport(Kind.OTHER, "cycling")


def apart(name: str) -> str:
    """Return a name with its words apart.

    >>> apart("VirtualRide")
    'Virtual Ride'
    """
    return _CAMEL.sub(" ", clean(name, 400))


def _sport(found: activity_types.Activity) -> Sport | None:
    if found.kind is not Kind.OTHER:
        return Sport(found.kind)
    return Sport(Kind.OTHER, found.sport) if found.sport != TRAINING.name else None
