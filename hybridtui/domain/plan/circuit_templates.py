"""The eighteen circuits: three levels, three lengths, with and without equipment. Source: science.md R13, F.4.

Stations follow one another as lower body, upper body, core, cardio. A ``|`` separates
what may stand at a station, the first wanted first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Length(StrEnum):
    """How long a circuit is, warm-up and cool-down included."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


USUAL_MINUTES = {Length.SHORT: 12, Length.MEDIUM: 25, Length.LONG: 40}
"""Of each length, where nothing else is asked (F.4)."""

_UP_TO = ((20, Length.SHORT), (32, Length.MEDIUM))
"""Slots of so many minutes take this length (a product decision between R14 and F.4)."""

LOW_IMPACT = ("step_jack", "march_in_place", "squat_thrust")
"""What makes warm at level 1 without a jump."""

CARDIO = {
    1: LOW_IMPACT,
    2: ("jumping_jack", "high_knees", "jump_rope", "mountain_climber", *LOW_IMPACT),
    3: ("burpee", "jumping_jack", "high_knees", "jump_rope", "mountain_climber", *LOW_IMPACT),
}
"""Cardio stations of each level, also as substitutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitTemplate:
    """One of the eighteen."""

    level: int
    length: Length
    kit: bool
    """True if it is the variant with equipment."""
    stations: tuple[str, ...]
    """Ids of exercises.csv, alternatives separated by ``|``."""

    @property
    def id(self) -> str:
        """Its name for programs: ``circuit-2-medium-kit``."""
        return f"circuit-{self.level}-{self.length}{'-kit' if self.kit else ''}"

    @property
    def title(self) -> str:
        """Its name for people."""
        return f"Circuit, level {self.level}, {self.length}{', with equipment' if self.kit else ''}"


def length_of(minutes: int) -> Length:
    """Return the length that a slot of so many minutes takes.

    >>> length_of(12).value, length_of(25).value, length_of(40).value
    ('short', 'medium', 'long')
    """
    return next((length for most, length in _UP_TO if minutes <= most), Length.LONG)


_ROW, _PRESS_UP = "band_row|db_row|superman_row", "db_floor_press|push_up"
_OVERHEAD = "db_overhead_press|band_overhead_press|pike_push_up"
_HOP = "jump_rope|jumping_jack"

_STATIONS: dict[tuple[int, Length, bool], tuple[str, ...]] = {
    (1, Length.SHORT, False): (
        "reverse_lunge", "knee_push_up", "dead_bug", "step_jack", "glute_bridge", "prone_w_raise",
    ),
    (1, Length.MEDIUM, False): (
        "split_squat", "knee_push_up", "bird_dog", "march_in_place", "bodyweight_squat", "superman_row",
    ),
    (1, Length.LONG, False): (
        "reverse_lunge", "wall_push_up", "knee_side_plank", "step_jack", "bodyweight_squat", "prone_y_raise",
    ),
    (1, Length.SHORT, True): (
        "reverse_lunge", "single_arm_band_chest_press|db_floor_press|knee_push_up", "dead_bug", "step_jack",
        "glute_bridge", _ROW,
    ),
    (1, Length.MEDIUM, True): (
        "split_squat", "knee_push_up", "band_pallof_press|bird_dog", "march_in_place",
        "goblet_squat|bodyweight_squat", _ROW,
    ),
    (1, Length.LONG, True): (
        "reverse_lunge", "band_overhead_press|db_overhead_press|wall_push_up", "knee_side_plank", "step_jack",
        "goblet_squat|band_squat|bodyweight_squat", _ROW,
    ),
    (2, Length.SHORT, False): (
        "forward_lunge", "push_up", "plank", "jumping_jack",
        "single_leg_bridge", "superman_row", "russian_twist", "high_knees",
    ),
    (2, Length.MEDIUM, False): (
        "walking_lunge", "push_up", "bicycle_crunch", "high_knees",
        "bodyweight_squat", "superman_row", "side_plank", "jumping_jack",
    ),
    (2, Length.LONG, False): (
        "lateral_lunge", "pike_push_up", "plank_shoulder_tap", "jumping_jack",
        "tempo_squat", "superman_row", "russian_twist", "mountain_climber",
    ),
    (2, Length.SHORT, True): (
        "db_reverse_lunge|reverse_lunge", "push_up", "weighted_russian_twist|russian_twist", _HOP,
        "kettlebell_swing|single_leg_bridge", _ROW, "plank", "high_knees",
    ),
    (2, Length.MEDIUM, True): (
        "forward_lunge", _PRESS_UP, "weighted_russian_twist|russian_twist", "high_knees",
        "goblet_squat|band_squat|bodyweight_squat", _ROW, "plank", _HOP,
    ),
    (2, Length.LONG, True): (
        "lateral_lunge", _OVERHEAD, "plank_shoulder_tap", "jumping_jack",
        "kettlebell_swing|tempo_squat", _ROW, "weighted_russian_twist|russian_twist", "high_knees",
    ),
    (3, Length.SHORT, False): (
        "walking_lunge", "push_up", "plank_shoulder_tap", "burpee", "single_leg_bridge",
        "superman_row", "russian_twist", "high_knees", "squat_jump", "pike_push_up",
    ),
    (3, Length.MEDIUM, False): (
        "forward_lunge", "push_up", "bicycle_crunch", "high_knees", "squat_jump",
        "superman_row", "side_plank", "burpee", "single_leg_bridge", "pike_push_up",
    ),
    (3, Length.LONG, False): (
        "lateral_lunge", "shuffle_push_up", "slow_bicycle_crunch", "jumping_jack", "squat_jump",
        "superman_row", "russian_twist", "burpee", "single_leg_bridge", "pike_push_up",
    ),
    (3, Length.SHORT, True): (
        "db_reverse_lunge|walking_lunge", "push_up", "weighted_russian_twist|russian_twist", "burpee",
        "kettlebell_swing|single_leg_bridge", _ROW, "plank_shoulder_tap", "jump_rope|high_knees",
        "goblet_squat|band_squat|squat_jump", _OVERHEAD,
    ),
    (3, Length.MEDIUM, True): (
        "db_walking_lunge|walking_lunge", _PRESS_UP, "weighted_russian_twist|russian_twist", "jump_rope|high_knees",
        "goblet_squat|band_squat|squat_jump", _ROW, "slow_bicycle_crunch", "burpee",
        "kettlebell_swing|single_leg_bridge", _OVERHEAD,
    ),
    (3, Length.LONG, True): (
        "lateral_lunge", "shuffle_push_up", "plank_shoulder_tap", "jumping_jack", "squat_jump",
        _ROW, "weighted_russian_twist|russian_twist", "burpee", "kettlebell_swing|single_leg_bridge", _OVERHEAD,
    ),
}  # fmt: skip

CIRCUITS = {
    template.id: template
    for template in (
        CircuitTemplate(level=level, length=length, kit=kit, stations=stations)
        for (level, length, kit), stations in _STATIONS.items()
    )
}
"""All eighteen by id."""


def template_of(minutes: int, level: int, *, kit: bool) -> CircuitTemplate:
    """Return the circuit for a slot of so many minutes."""
    wanted = (level, length_of(minutes), kit)
    return next(t for t in CIRCUITS.values() if (t.level, t.length, t.kit) == wanted)
