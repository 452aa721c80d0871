"""Finding one's way in the exercise library: groups, search, ladders. Source: science.md G, R15, R28."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.exercises import CORE_PATTERNS, Exercise


class Group(StrEnum):
    """What one looks for, by its name on screen: patterns that people do not tell apart lie together."""

    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge and bridge"
    HIPS = "hips"
    CALF = "calf"
    PUSH = "push"
    PULL = "pull"
    ARMS = "arms"
    CORE = "core"
    CARRY = "carry"
    JUMPS = "jumps"
    CARDIO = "cardio"
    WARMUP = "warm-up and mobility"
    DRILLS = "running drills"
    STRETCH = "stretching"
    RECOVERY = "recovery"
    OWN = "your own"


_PATTERNS = {
    Group.SQUAT: ("squat",),
    Group.LUNGE: ("lunge",),
    Group.HINGE: ("hinge", "bridge"),
    Group.HIPS: ("hip_abd", "hip_add"),
    Group.CALF: ("calf",),
    Group.PUSH: ("push_h", "push_v"),
    Group.PULL: ("pull_h", "pull_v"),
    Group.ARMS: ("arm",),
    Group.CORE: CORE_PATTERNS,
    Group.CARRY: ("carry",),
    Group.JUMPS: ("plyo",),
    Group.CARDIO: ("cardio",),
    Group.WARMUP: ("warmup", "mobility"),
    Group.DRILLS: ("run_drill",),
    Group.STRETCH: ("stretch",),
    Group.RECOVERY: ("recovery",),
}
_GROUP_OF = {pattern: group for group, patterns in _PATTERNS.items() for pattern in patterns}

PATTERN_WORDS = {
    "hip_abd": "hip abduction",
    "hip_add": "hip adduction",
    "push_h": "push forward",
    "push_v": "push overhead",
    "pull_h": "row",
    "pull_v": "pull down",
    "core_antiext": "core: resist arching",
    "core_antirot": "core: resist turning",
    "core_lateral": "core: resist side bending",
    "core_rot": "core: turn",
    "core_flex": "core: curl",
    "core_ext": "core: extend",
    "plyo": "jump",
    "warmup": "warm-up",
    "run_drill": "running drill",
}
"""Patterns whose id is no word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; everything, by default."""

    text: str = ""
    """Words that must all occur in name, pattern or muscles."""
    group: Group | None = None
    equipment: frozenset[str] | None = None
    """Only what can be done with these; None: anything."""


def pattern_words(exercise: Exercise) -> str:
    """Return how an exercise's pattern is called."""
    return PATTERN_WORDS.get(exercise.pattern, exercise.pattern.replace("_", " "))


def group_of(exercise: Exercise) -> Group:
    """Return where an exercise is looked for; what fits nowhere is the athlete's own."""
    return _GROUP_OF.get(exercise.pattern, Group.OWN)


def found(exercises: Iterable[Exercise], wanted: Wanted) -> tuple[Exercise, ...]:
    """Return those of the exercises that are wanted, in their order; those called so come first.

    >>> from hybridtui.domain.exercises import catalogue
    >>> [e.id for e in found(catalogue().values(), Wanted(text="BRIDGE single", equipment=frozenset()))]
    ['single_leg_bridge']
    """
    words = wanted.text.casefold().split()
    matching = (exercise for exercise in exercises if _fits(exercise, wanted, words))
    return tuple(sorted(matching, key=lambda exercise: not _occur(words, exercise.name)))


def ladder(exercises: Mapping[str, Exercise], exercise: Exercise) -> tuple[Exercise, ...]:
    """Return the steps below and above an exercise, easiest first, itself among them."""
    below = _way(exercises, exercise, "easier")
    above = _way(exercises, exercise, "harder")
    return (*reversed(below), exercise, *above)


def _way(exercises: Mapping[str, Exercise], exercise: Exercise, direction: str) -> tuple[Exercise, ...]:
    steps: list[Exercise] = []
    seen = {exercise.id}
    following = exercises.get(getattr(exercise, direction) or "")
    while following is not None and following.id not in seen:
        steps.append(following)
        seen.add(following.id)
        following = exercises.get(getattr(following, direction) or "")
    return tuple(steps)


def _fits(exercise: Exercise, wanted: Wanted, words: list[str]) -> bool:
    if wanted.group not in (None, group_of(exercise)) and not (wanted.group is Group.OWN and exercise.own):
        return False
    if wanted.equipment is not None and not exercise.possible_with(wanted.equipment):
        return False
    text = " ".join((exercise.name, exercise.pattern, pattern_words(exercise), exercise.primary, *exercise.secondary))
    return _occur(words, text.replace("_", " "))


def _occur(words: Iterable[str], text: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
