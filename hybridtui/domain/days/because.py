"""Why a workout was not done, as far as it is known without asking.

Sources: science.md D.6 (illness, bands, pain), R41; which of them explain a day is a product decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hybridtui.domain.dates import short_day
from hybridtui.domain.days.values import Ache, Did
from hybridtui.domain.pain import NAMES
from hybridtui.domain.readiness import Band, Instead, Readiness, band
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.workout import Workout

LOWERED = (Band.ORANGE, Band.RED)
"""Bands on which hard work is shortened, exchanged or left out (D.6)."""


def known_reasons(
    workout: Workout, readings: Sequence[Readiness], aches: Iterable[Ache], others: Iterable[Did]
) -> tuple[str, ...]:
    """Return, in a few words each, what explains that ``workout`` was not done; empty: nothing is known.

    ``readings`` and ``aches`` may be of any days; ``others`` are the sessions of its day
    that do not count for it.
    """
    reading = next((each for each in readings if each.day == workout.day), None)
    of_the_day = () if reading is None else _of_reading(reading, readings)
    return (*of_the_day, *_of_aches(aches, workout.day), *_of_move(workout), *_of_others(others))


def _of_reading(reading: Readiness, readings: Sequence[Readiness]) -> Iterator[str]:
    if reading.ill:
        yield "you said you were ill"
    elif not reading.kept:
        found = band(reading, readings).band
        if found in LOWERED:
            yield f"check-in {found.value}"
    if reading.instead is not None:
        yield "you chose rest" if reading.instead is Instead.REST else "you chose easy movement"


def _of_aches(aches: Iterable[Ache], day: date) -> Iterator[str]:
    mine = [ache for ache in aches if ache.day == day]
    if mine:
        worst = max(mine, key=lambda ache: ache.level)
        yield f"pain {worst.level} of 10: {NAMES[worst.part]}"


def _of_move(workout: Workout) -> Iterator[str]:
    if workout.moved_from is not None:
        why = f": {workout.because}" if workout.because else ""
        yield f"moved from {short_day(workout.moved_from)}{why}"


def _of_others(others: Iterable[Did]) -> Iterator[str]:
    for other in others:
        if other.total_s:
            name = other.title or other.sport or other.kind.value
            yield f"you did {name}, {whole_minutes(other.total_s)} min, instead"
