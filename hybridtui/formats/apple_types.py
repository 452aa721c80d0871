"""What the types of Apple's workouts stand for. Source: formats.md 1.12.

Most types name their sport, ``HKWorkoutActivityTypeTableTennis``; here are those that need a
word of ours, because the plan knows them or other files call them otherwise.
"""

from __future__ import annotations

import re

from hybridtui.domain.workout import Kind
from hybridtui.formats.sport_words import INTERVALS, RUN, SPORT_LIMIT, STRENGTH, TRAINING, Sport

PREFIX = "HKWorkoutActivityType"

_TYPES = {
    "Running": RUN,
    "TraditionalStrengthTraining": STRENGTH,
    "FunctionalStrengthTraining": STRENGTH,
    "CoreTraining": STRENGTH,
    "CrossTraining": STRENGTH,
    "HighIntensityIntervalTraining": INTERVALS,
    "Other": TRAINING,
    "Stairs": Sport(Kind.OTHER, "stairs"),
    "StairClimbing": Sport(Kind.OTHER, "stairs"),
    "SkatingSports": Sport(Kind.OTHER, "skating"),
    "DownhillSkiing": Sport(Kind.OTHER, "skiing"),
    "CrossCountrySkiing": Sport(Kind.OTHER, "skiing"),
    "SwimBikeRun": Sport(Kind.OTHER, "triathlon"),
    "MartialArts": Sport(Kind.OTHER, "martial arts"),
    "MixedMetabolicCardioTraining": Sport(Kind.OTHER, "mixed cardio"),
    "DanceInspiredTraining": Sport(Kind.OTHER, "dance"),
    "CardioDance": Sport(Kind.OTHER, "dance"),
    "SocialDance": Sport(Kind.OTHER, "dance"),
}
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME = re.compile(r"[A-Za-z]{2,60}")


def sport(type_: str) -> Sport:
    """Return what was done, by ``workoutActivityType``.

    >>> sport("HKWorkoutActivityTypeTableTennis").name
    'table tennis'
    """
    name = type_.removeprefix(PREFIX)
    if name in _TYPES:
        return _TYPES[name]
    if not _NAME.fullmatch(name):
        return TRAINING
    return Sport(Kind.OTHER, _WORDS.sub(" ", name).lower()[:SPORT_LIMIT])
