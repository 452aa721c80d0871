"""Pain while training: where, how much, what it concerns, and what follows. Source: science.md D.6, H.1, R26, R42.

A number and a place, never a diagnosis. A report acts for a week at most, and less if the
athlete says that it is gone. The source says when to stop; which exercises load which
part of the body is a product decision, cautious on purpose: what works the part, and
what jars it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hybridtui.domain.athlete import Limit
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.session import Side
from hybridtui.domain.workout import Step, StepKind

STOP_FROM = 4
"""From this number on the exercise ends: it changes how one moves (D.6)."""

SEVERE_FROM = 7
"""From this number on a joint asks for the stop text of H.1 (a product decision)."""

MOST = 10

ACTS_DAYS = 7
"""A report acts on its day and the six after it (a product decision)."""

RETURNS_WITHIN_DAYS = 28
"""Pain in the same place on a second day within so many is one that stays or comes back (R38; a product decision)."""


class Part(StrEnum):
    """Where it hurts; from the ground up, then what is no matter of training."""

    FOOT = "foot"
    ANKLE = "ankle"
    SHIN = "shin"
    CALF = "calf"
    KNEE = "knee"
    THIGH_FRONT = "thigh_front"
    THIGH_BACK = "thigh_back"
    HIP = "hip"
    """Hip or groin."""
    LOWER_BACK = "lower_back"
    UPPER_BACK = "upper_back"
    NECK = "neck"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    """Wrist or hand."""
    CHEST = "chest"
    HEAD = "head"
    """Dizzy, faint, a headache."""


NAMES = {
    Part.FOOT: "foot",
    Part.ANKLE: "ankle",
    Part.SHIN: "shin",
    Part.CALF: "calf",
    Part.KNEE: "knee",
    Part.THIGH_FRONT: "front thigh",
    Part.THIGH_BACK: "back thigh",
    Part.HIP: "hip or groin",
    Part.LOWER_BACK: "lower back",
    Part.UPPER_BACK: "upper back",
    Part.NECK: "neck",
    Part.SHOULDER: "shoulder",
    Part.ELBOW: "elbow",
    Part.WRIST: "wrist or hand",
    Part.CHEST: "chest",
    Part.HEAD: "head, dizzy or faint",
}
"""For people."""

SIDELESS = frozenset({Part.LOWER_BACK, Part.UPPER_BACK, Part.NECK, Part.CHEST, Part.HEAD})
"""Parts that there is one of."""

JOINTS = frozenset({Part.ANKLE, Part.KNEE, Part.HIP, Part.SHOULDER, Part.ELBOW, Part.WRIST})

ALARMING = frozenset({Part.CHEST, Part.HEAD})
"""Parts where any pain, pressure or dizziness ends training (R42, H.1)."""

OF_RUNNING = frozenset(
    {Part.FOOT, Part.ANKLE, Part.SHIN, Part.CALF, Part.KNEE, Part.THIGH_FRONT, Part.THIGH_BACK, Part.HIP,
     Part.LOWER_BACK}
)  # fmt: skip
"""Parts that every stride loads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """What the athlete said at one instant."""

    id: str
    session_id: str | None = None
    """The session it was told in; None: told on the day itself."""
    at: datetime
    """UTC."""
    day: date
    """On the athlete's calendar."""
    part: Part
    side: Side | None = None
    """None: both sides, or the middle."""
    level: int
    """0-10; 0: it is gone."""

    @property
    def stops(self) -> bool:
        """True if what loads the part is to end (D.6); below, a lighter load will do."""
        return self.level >= STOP_FROM

    @property
    def alarms(self) -> bool:
        """True if training ends, and the stop text of H.1 and R42 is shown."""
        return (self.part in ALARMING and self.level > 0) or (self.part in JOINTS and self.level >= SEVERE_FROM)

    @property
    def name(self) -> str:
        """Where it is, in words: ``Left knee``."""
        where = NAMES[self.part] if self.side is None else f"{self.side} {NAMES[self.part]}"
        return where[0].upper() + where[1:]

    @property
    def words(self) -> str:
        """What was said: ``Left knee: 5 of 10``, ``Left knee: gone``."""
        return f"{self.name}: {f'{self.level} of {MOST}' if self.level else 'gone'}"


_JARS = frozenset(
    {"high_knees", "shuttle_run", "step_jack", "jumping_jack", "squat_thrust", "burpee", "jump_rope",
     "mountain_climber"}
)  # fmt: skip
"""Cardio on the feet, by which it comes down."""

_RUNNING = frozenset({"easy_jog", "shuttle_run", "stride", "hill_stride"})

_LOADED_SPINE = frozenset(
    {"back_squat", "front_squat", "barbell_lunge", "barbell_row", "overhead_press", "db_row", "ab_wheel", "burpee",
     "squat_thrust", "goblet_squat", "leg_press"}
)  # fmt: skip

_LIMITS = {
    Part.FOOT: Limit.ANKLE,
    Part.ANKLE: Limit.ANKLE,
    Part.SHIN: Limit.ANKLE,
    Part.CALF: Limit.ANKLE,
    Part.KNEE: Limit.KNEE,
    Part.HIP: Limit.HIP,
    Part.LOWER_BACK: Limit.BACK,
    Part.SHOULDER: Limit.SHOULDER,
    Part.WRIST: Limit.WRIST,
}
"""What a lasting limit of the part leaves out (R26), pain in it leaves out too."""

_PATTERNS: dict[Part, frozenset[str]] = {
    Part.FOOT: frozenset({"plyo", "calf", "run_drill"}),
    Part.ANKLE: frozenset({"plyo", "calf", "lunge", "run_drill"}),
    Part.SHIN: frozenset({"plyo", "calf", "run_drill"}),
    Part.CALF: frozenset({"plyo", "calf", "run_drill"}),
    Part.KNEE: frozenset({"squat", "lunge", "plyo", "run_drill"}),
    Part.THIGH_FRONT: frozenset({"squat", "lunge", "plyo", "run_drill"}),
    Part.THIGH_BACK: frozenset({"hinge", "bridge", "lunge", "plyo", "run_drill"}),
    Part.HIP: frozenset(
        {"squat", "lunge", "hinge", "bridge", "hip_abd", "hip_add", "core_flex", "plyo", "run_drill"}
    ),
    Part.LOWER_BACK: frozenset({"hinge", "core_ext", "core_rot", "core_flex", "carry", "plyo", "run_drill"}),
    Part.UPPER_BACK: frozenset({"pull_h", "pull_v", "carry"}),
    Part.NECK: frozenset({"push_v", "pull_v", "carry"}),
    Part.SHOULDER: frozenset({"push_h", "push_v", "pull_v"}),
    Part.ELBOW: frozenset({"push_h", "push_v", "pull_h", "pull_v", "arm"}),
    Part.WRIST: frozenset({"push_h", "push_v", "carry"}),
}  # fmt: skip
"""Patterns that work a part, or jar it."""

_MUSCLES: dict[Part, frozenset[str]] = {
    Part.SHIN: frozenset({"tibialis"}),
    Part.CALF: frozenset({"calves"}),
    Part.THIGH_FRONT: frozenset({"quads"}),
    Part.THIGH_BACK: frozenset({"hamstrings"}),
    Part.HIP: frozenset({"hip_flexors", "adductors", "abductors"}),
    Part.LOWER_BACK: frozenset({"lower_back"}),
    Part.UPPER_BACK: frozenset({"upper_back", "rear_delts"}),
    Part.SHOULDER: frozenset({"shoulders", "rear_delts", "serratus"}),
    Part.ELBOW: frozenset({"biceps", "triceps", "forearms"}),
    Part.WRIST: frozenset({"forearms"}),
}
"""Primary muscles of a part: they tell where the pattern does not, as of exercises of the athlete's own."""

_EXERCISES: dict[Part, frozenset[str]] = {
    Part.FOOT: _JARS,
    Part.ANKLE: _JARS,
    Part.SHIN: _JARS,
    Part.CALF: _JARS,
    Part.KNEE: _JARS | {"leg_curl", "nordic_curl", "hamstring_walkout"},
    Part.THIGH_FRONT: _JARS,
    Part.THIGH_BACK: _JARS,
    Part.HIP: _JARS | {"side_plank_leg_raise"},
    Part.LOWER_BACK: _LOADED_SPINE,
    Part.UPPER_BACK: frozenset({"deadlift", "barbell_row", "back_squat", "front_squat"}),
    Part.NECK: frozenset(
        {"back_squat", "barbell_lunge", "bicycle_crunch", "feet_down_bicycle_crunch", "slow_bicycle_crunch"}
    ),
    Part.SHOULDER: frozenset({"plank_shoulder_tap", "side_plank", "side_plank_leg_raise", "knee_side_plank"}),
    Part.ELBOW: frozenset({"ab_wheel", "farmer_carry", "suitcase_carry"}),
    Part.WRIST: frozenset({"front_squat", "kettlebell_swing", "farmer_carry", "suitcase_carry"}),
}

_GENTLE = frozenset({"mobility", "stretch", "recovery", "warmup"})
"""Unloaded, and left to the athlete: as far as it does not hurt."""


def loads(part: Part, exercise: Exercise) -> bool:
    """Return whether an exercise works or jars a part of the body."""
    if exercise.id in _RUNNING and part in OF_RUNNING:
        return True
    if exercise.pattern in _GENTLE:
        return False
    from hybridtui.domain.plan.limits import excluded_by  # an ordinary Today needs nothing of the plan engine

    limit = _LIMITS.get(part)
    return (
        exercise.pattern in _PATTERNS.get(part, ())
        or exercise.primary in _MUSCLES.get(part, ())
        or exercise.id in _EXERCISES.get(part, ())
        or (limit is not None and excluded_by(exercise, frozenset({limit})) is not None)
    )


def is_running(step: Step) -> bool:
    """Return whether a step is running, or the jog or walk between repeats."""
    return step.is_run or (step.kind is StepKind.RECOVERY and step.exercise is None)


def concerns(
    what: Exercise | Step, pains: Iterable[Pain], exercises: Mapping[str, Exercise] | None = None
) -> Pain | None:
    """Return the worst pain for which an exercise or a step is to end, if one is; ``pains`` are those that act."""
    stopping = sorted((pain for pain in pains if pain.stops), key=lambda pain: -pain.level)
    return next((pain for pain in stopping if touches(pain.part, what, exercises)), None)


def touches(part: Part, what: Exercise | Step, exercises: Mapping[str, Exercise] | None = None) -> bool:
    """Return whether an exercise or a step loads a part; ``exercises`` are all that a step may name."""
    if isinstance(what, Exercise):
        return loads(part, what)
    if is_running(what):
        return part in OF_RUNNING
    known = catalogue() if exercises is None else exercises
    exercise = known.get(what.exercise) if what.exercise is not None else None
    return exercise is not None and loads(part, exercise)


def active(pains: Iterable[Pain], day: date) -> tuple[Pain, ...]:
    """Return the reports that act on a day: the newest of each place, not older than a week, not gone."""
    newest: list[Pain] = []
    for pain in sorted(pains, key=lambda pain: pain.at):
        newest = [other for other in newest if not _same_place(other, pain)]
        newest.append(pain)
    return tuple(pain for pain in newest if pain.level and 0 <= (day - pain.day).days < ACTS_DAYS)


def worst_of(pains: Iterable[Pain], day: date) -> int | None:
    """Return the highest number that was told on a day and still holds: what a check-in of that day says of pain."""
    return max((pain.level for pain in active(pains, day) if pain.day == day), default=None)


def comes_back(pains: Iterable[Pain], part: Part, day: date) -> bool:
    """Return whether a part hurt on a second day of the last weeks: one for someone who looks (R38)."""
    days = {pain.day for pain in pains if pain.part is part and pain.level}
    return sum(0 <= (day - told).days < RETURNS_WITHIN_DAYS for told in days) > 1


def _same_place(one: Pain, other: Pain) -> bool:
    return one.part is other.part and (one.side is other.side or None in (one.side, other.side))
