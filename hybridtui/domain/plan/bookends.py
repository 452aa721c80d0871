"""What stands before and after the work: warm-up and cool-down, to the second. Source: science.md R21, F.4, E.7.

Cool-downs feel good and help to wind down; no more is claimed for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.plan.choice import Means, possible
from hybridtui.domain.workout import Step, StepKind, Why

SHORT_SESSION = 20
"""Up to this many minutes, warm-up and cool-down may be shorter (R21)."""

DRILL_S = 30
"""A mobility drill, both sides together."""

STRETCH_S = 30
"""A stretch, each side."""

WARM_UP_WHY = Why("R21", "First warm, then mobile: it prepares for what follows.")
COOL_DOWN_WHY = Why("R21", "A few easy minutes to wind down; it feels good.")

_MOBILITY = {
    "squat": ("ankle_rocker", "hip_circle"),
    "lunge": ("worlds_greatest_stretch", "hip_circle"),
    "hinge": ("leg_swing_front", "inchworm"),
    "bridge": ("leg_swing_front", "hip_circle"),
    "push_h": ("arm_circle", "scapular_push_up"),
    "push_v": ("thoracic_rotation", "arm_circle"),
    "pull_h": ("thoracic_rotation", "arm_circle"),
    "pull_v": ("thoracic_rotation", "arm_circle"),
}
"""Drills that prepare each main pattern, the first wanted first."""

_ALWAYS_MOBILE = ("cat_cow", "hip_circle", "thoracic_rotation", "leg_swing_front")
_RUN_DRILLS = ("marching_a", "running_high_knees", "butt_kick")
_RUN_STRETCHES = ("calf_stretch_straight", "hip_flexor_stretch", "hamstring_stretch", "standing_quad_stretch",
                  "figure_four", "calf_stretch_bent")  # fmt: skip
_STRETCH_OF = {
    "quads": "standing_quad_stretch",
    "hamstrings": "hamstring_stretch",
    "glutes": "figure_four",
    "calves": "calf_stretch_straight",
    "chest": "chest_doorway_stretch",
    "shoulders": "cross_body_shoulder_stretch",
    "triceps": "cross_body_shoulder_stretch",
    "lats": "childs_pose",
    "upper_back": "childs_pose",
    "rear_delts": "cross_body_shoulder_stretch",
    "lower_back": "supine_twist",
    "obliques": "supine_twist",
    "abs": "cobra",
    "abductors": "figure_four",
}
_SPARE_STRETCHES = ("hip_flexor_stretch", "childs_pose", "figure_four", "calf_stretch_straight", "adductor_stretch",
                    "standing_quad_stretch")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bookends:
    """Seconds of warm-up and cool-down."""

    before: int
    after: int

    @property
    def seconds(self) -> int:
        """Both together."""
        return self.before + self.after


def usual(minutes: int) -> Bookends:
    """Return the usual lengths for a session of so many minutes.

    >>> usual(20), usual(45)
    (Bookends(before=180, after=120), Bookends(before=360, after=240))
    """
    if minutes <= SHORT_SESSION:
        return Bookends(180, 120)
    if minutes <= 35:
        return Bookends(300, 180)
    return Bookends(360, 240) if minutes <= 50 else Bookends(420, 300)


def strength_warm_up(seconds: int, exercises: Iterable[Exercise], means: Means) -> tuple[Step, ...]:
    """Return a warm-up for these exercises: get warm, mobility for their patterns, one activation."""
    listed = tuple(exercises)
    wanted = [drill for e in listed for drill in _MOBILITY.get(e.pattern, ())[:1]]
    wanted += [drill for e in listed for drill in _MOBILITY.get(e.pattern, ())[1:]]
    drills = _some((*wanted, *_ALWAYS_MOBILE), means, 2 if seconds < 300 else 4)
    activation = _some(("band_pull_apart", "glute_bridge", "bird_dog"), means, 1)
    rest = seconds - DRILL_S * (len(drills) + len(activation))
    return (
        _step(StepKind.WARMUP, "brisk_walk", rest, title="Brisk walk or march on the spot"),
        *(_step(StepKind.WARMUP, drill, DRILL_S) for drill in (*drills, *activation)),
    )


def run_warm_up(seconds: int, means: Means, *, drills: bool = False, walk: bool = False) -> tuple[Step, ...]:
    """Return a warm-up for a run: brisk walking or jogging, leg swings, before fast running drills too."""
    mobile = _some(("leg_swing_front", "hip_circle"), means, 1)
    quick = _some(_RUN_DRILLS, means, 2) if drills else ()
    rest = seconds - DRILL_S * (len(mobile) + len(quick))
    raised: tuple[Step, ...]
    if walk or rest < 120:
        raised = (_step(StepKind.WARMUP, "brisk_walk", rest, zone="E"),)
    else:
        walked = 60 if drills else min(120, rest // 2)
        raised = (
            _step(StepKind.WARMUP, "brisk_walk", walked, zone="E"),
            _step(StepKind.WARMUP, "easy_jog", rest - walked, zone="E"),
        )
    return (*raised, *(_step(StepKind.WARMUP, drill, DRILL_S) for drill in (*mobile, *quick)))


def cool_down(seconds: int, muscles: Sequence[str], means: Means) -> tuple[Step, ...]:
    """Return a cool-down: easy walking, then stretches for the muscles that worked."""
    wanted = (*(_STRETCH_OF[m] for m in muscles if m in _STRETCH_OF), *_SPARE_STRETCHES)
    return _stretches(seconds, wanted, means)


def run_cool_down(seconds: int, means: Means) -> tuple[Step, ...]:
    """Return a cool-down after a run: easy walking, then stretches for the legs."""
    return _stretches(seconds, _RUN_STRETCHES, means)


def _stretches(seconds: int, wanted: Iterable[str], means: Means) -> tuple[Step, ...]:
    count = 2 if seconds <= 180 else 3 if seconds <= 240 else 4
    chosen = _some(wanted, means, count)
    each = STRETCH_S if seconds >= 180 else STRETCH_S // 2
    stretches = tuple(_step(StepKind.COOLDOWN, stretch, each * _sides(stretch)) for stretch in chosen)
    walk = seconds - sum(each * _sides(stretch) for stretch in chosen)
    return (_step(StepKind.COOLDOWN, "brisk_walk", walk, title="Easy walk", zone="E"), *stretches)


def _some(wanted: Iterable[str], means: Means, count: int) -> tuple[str, ...]:
    """The first few of these that equipment and limits allow, each once."""
    allowed = (name for name in dict.fromkeys(wanted) if possible(catalogue()[name], means))
    return tuple(name for name, _ in zip(allowed, range(count), strict=False))


def _sides(exercise: str) -> int:
    return 2 if catalogue()[exercise].unilateral else 1


def _step(kind: StepKind, exercise: str, seconds: int, *, title: str | None = None, zone: str | None = None) -> Step:
    known = catalogue()[exercise]
    step = Step(
        kind=kind,
        title=title or known.name,
        exercise=exercise,
        seconds=seconds,
        zone=zone,
        why=(WARM_UP_WHY if kind is StepKind.WARMUP else COOL_DOWN_WHY,),
    )
    return replace(step, seconds=seconds // 2, per_side=True) if known.unilateral else step
