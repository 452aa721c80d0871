"""What the types of Apple's workouts stand for. Source: formats.md 1.12.

Most types name their sport, ``HKWorkoutActivityTypeTableTennis``, in words that other
files use too; here are those that would be misread or belong to strength.
"""

from __future__ import annotations

import re

from hybridtui.domain.workout import Kind
from hybridtui.formats.sport_words import STRENGTH, TRAINING, Sport, apart, by_word

PREFIX = "HKWorkoutActivityType"

_NAMES = {
    "HandCycling": "hand cycling",
    "WheelchairRunPace": "wheelchair",
    "WheelchairWalkPace": "wheelchair",
    "SwimBikeRun": "triathlon",
    "Transition": "transition",
    "StepTraining": "step training",
    "FitnessGaming": "fitness gaming",
    "WaterFitness": "water fitness",
    "PaddleSports": "paddling",
    "SkatingSports": "skating",
    "SurfingSports": "surfing",
    "CardioDance": "dance",
    "SocialDance": "dance",
    "DanceInspiredTraining": "dance",
}
_STRENGTH = frozenset({"TraditionalStrengthTraining", "FunctionalStrengthTraining", "CoreTraining", "CrossTraining"})
_NAME = re.compile(r"[A-Za-z]{2,60}")


def sport(type_: str) -> Sport:
    """Return what was done, by ``workoutActivityType``.

    >>> sport("HKWorkoutActivityTypeTableTennis").name, sport("HKWorkoutActivityTypeHighIntensityIntervalTraining").name
    ('table tennis', 'hiit')
    """
    name = type_.removeprefix(PREFIX)
    if name in _STRENGTH:
        return STRENGTH
    if name in _NAMES:
        return Sport(Kind.OTHER, _NAMES[name])
    return (by_word(apart(name)) if _NAME.fullmatch(name) else None) or TRAINING
