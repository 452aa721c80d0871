"""What is left out for a body that asks to be spared. Source: science.md F.4 and R26.

Cautious on purpose: what the source names, and what loads the same joint in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hybridtui.domain.athlete import Limit
from hybridtui.domain.exercises import Exercise

_JUMPS = frozenset(
    {"burpee", "jumping_jack", "jump_rope", "a_skip", "b_skip", "bounding", "mountain_climber", "running_high_knees"}
)
_ON_HANDS = frozenset(
    {
        "knee_push_up", "push_up", "incline_push_up", "shuffle_push_up", "lateral_box_push_up", "decline_push_up",
        "pike_push_up", "elevated_pike_push_up", "plank_shoulder_tap", "bird_dog_plank", "mountain_climber", "burpee",
        "squat_thrust", "inchworm", "scapular_push_up", "bench_dip", "ab_wheel",
    }
)  # fmt: skip
_OVERHEAD = frozenset(
    {
        "dead_hang", "negative_pull_up", "band_assisted_pull_up", "pull_up", "weighted_pull_up", "hanging_knee_raise",
        "lat_pulldown", "band_pulldown", "step_jack", "jumping_jack", "arm_circle",
    }
)  # fmt: skip
_ON_THE_BACK = frozenset(
    {
        "dead_bug", "glute_bridge", "single_leg_bridge", "bicycle_crunch", "feet_down_bicycle_crunch",
        "slow_bicycle_crunch", "bent_knee_leg_raise", "leg_raise", "db_floor_press", "db_bench_press", "bench_press",
        "hamstring_walkout", "hamstring_stretch", "figure_four", "supine_twist", "superman", "superman_row",
        "prone_w_raise", "prone_y_raise", "cobra", "floor_lat_slide",
    }
)  # fmt: skip

_PATTERNS: dict[Limit, frozenset[str]] = {
    Limit.KNEE: frozenset({"plyo"}),
    Limit.ANKLE: frozenset({"plyo"}),
    Limit.NO_JUMP: frozenset({"plyo"}),
    Limit.HIP: frozenset({"plyo"}),
    Limit.SHOULDER: frozenset({"push_v"}),
    Limit.NO_OVERHEAD: frozenset({"push_v"}),
    Limit.PREGNANCY: frozenset({"plyo"}),
}
_EXERCISES: dict[Limit, frozenset[str]] = {
    Limit.KNEE: _JUMPS | {"pistol_squat", "cossack_squat", "lateral_step_down", "assisted_single_leg_squat"},
    Limit.ANKLE: _JUMPS,
    Limit.NO_JUMP: _JUMPS,
    Limit.HIP: _JUMPS
    | {"pistol_squat", "cossack_squat", "lateral_lunge", "kettlebell_swing", "copenhagen_short", "carioca"},
    Limit.BACK: frozenset(
        {
            "deadlift", "romanian_deadlift", "barbell_row", "superman", "superman_row", "kettlebell_swing",
            "weighted_russian_twist", "cobra",
        }
    ),
    Limit.SHOULDER: frozenset(
        {"dip", "bench_dip", "burpee", "dead_hang", "jumping_jack", "step_jack", "decline_push_up", "ab_wheel"}
    ),
    Limit.WRIST: _ON_HANDS,
    Limit.NO_OVERHEAD: _OVERHEAD,
    Limit.PREGNANCY: _ON_THE_BACK | _JUMPS,
}  # fmt: skip


@cache
def excluded_by(exercise: Exercise, limits: frozenset[Limit]) -> Limit | None:
    """Return the limit that leaves an exercise out, if one does (R26)."""
    for limit in sorted(limits):
        if exercise.pattern in _PATTERNS.get(limit, ()) or exercise.id in _EXERCISES.get(limit, ()):
            return limit
    return None


def spares_legs(limits: Iterable[Limit]) -> bool:
    """Return whether heavy leg work is left out altogether (a product decision)."""
    return not {Limit.KNEE, Limit.BACK, Limit.HIP, Limit.PREGNANCY}.isdisjoint(limits)
