"""Which exercise fills a slot: possible, allowed, within reach, and best for a runner.

Source: science.md F.4 with I.15; R8, R15, R26, R31.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from hybridtui.domain.athlete import Athlete, Level, Limit
from hybridtui.domain.exercises import CORE_PATTERNS, Exercise, catalogue
from hybridtui.domain.plan.limits import excluded_by
from hybridtui.domain.plan.mix import OLDER, STARTING_WEEKS

GENTLE_EQUIPMENT = frozenset({"band", "mini_band", "dumbbell", "kettlebell", "cable", "machine"})
"""All that a beginner's first weeks may use besides the floor (R8)."""

REACH = {Level.BEGINNER: 1, Level.INTERMEDIATE: 3, Level.ADVANCED: 99}
"""Steps above the easiest exercise at hand that a level may take."""

FOUNDING = {
    Level.BEGINNER: frozenset({"bodyweight_squat"}),
    Level.INTERMEDIATE: frozenset({"bodyweight_squat", "push_up", "back_squat", "deadlift"}),
    Level.ADVANCED: frozenset[str](),
}
"""The seed exercises of their patterns, legal at these levels wherever they stand on the ladder (I.15)."""

YOUTH = 16
"""Below this age strength is bodyweight and technique only (F.1)."""

_MAKESHIFT = frozenset({"table", "towel"})

_SEED, _ONE_SIDED, _LOADED, _USED, _CROWDED = 2, 2, 1, 3, -5
_ONE_SIDED_PATTERNS = frozenset({"hinge", "lunge", "bridge", "calf"})
_WEIGHT_RANK = ("barbell", "dumbbell", "kettlebell", "cable", "machine", "band", "mini_band")

FALLBACK = {
    "push_v": ("push_h",),
    "pull_v": ("pull_h",),
    "pull_h": ("pull_v",),
    "push_h": ("push_v",),
    "hinge": ("bridge",),
    "bridge": ("hip_abd",),
    "calf": ("bridge",),
    "core_antirot": ("core_lateral", "core_rot", "core_antiext"),
    "core_lateral": ("core_antirot", "core_rot", "core_antiext"),
    "core_antiext": ("core_antirot", "core_lateral", "core_flex"),
}
"""What takes a slot that nothing possible fills."""

CORE_ORDER = ("core_antiext", "core_antirot", "core_lateral", "core_rot", "core_flex")
"""Core patterns in the order a week takes them up (R17)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What decides which exercises are possible: body, level and equipment."""

    equipment: frozenset[str]
    limits: frozenset[Limit]
    level: Level
    starting: bool
    """True in a beginner's first four weeks (R8)."""
    run_led: bool
    """True from a balance of 0.5 on: one-sided leg work is preferred (F.4)."""
    balance_work: bool = False
    """True from 65 years on: side planks first, and standing on one leg (H.2)."""

    @classmethod
    def of(cls, athlete: Athlete, week: int) -> Means:
        """Return what an athlete can use in a training week."""
        young = athlete.age is not None and athlete.age < YOUTH
        return cls(
            equipment=athlete.equipment & {"band", "mini_band"} if young else athlete.equipment,
            limits=athlete.limits,
            level=Level.BEGINNER if young else athlete.level,
            starting=athlete.level is Level.BEGINNER and week <= STARTING_WEEKS,
            run_led=athlete.balance >= 0.5,
            balance_work=athlete.age is not None and athlete.age >= OLDER,
        )


def possible(exercise: Exercise, means: Means) -> bool:
    """Return whether equipment and limits allow an exercise (R8, R15, R26)."""
    at_hand = means.equipment & GENTLE_EQUIPMENT if means.starting else means.equipment
    return exercise.possible_with(at_hand) and excluded_by(exercise, means.limits) is None


def height(exercise: Exercise, means: Means) -> int:
    """Return the steps above the easiest possible exercise of its ladder."""
    steps, easier = 0, exercise.easier
    while easier is not None:
        below = catalogue()[easier]
        steps += possible(below, means)
        easier = below.easier
    return steps


@cache
def suited(pattern: str, means: Means) -> tuple[Exercise, ...]:
    """Return the exercises of a pattern that suit an athlete, best first."""
    return tuple(
        sorted(
            (e for e in catalogue().values() if e.pattern == pattern and possible(e, means) and _in_reach(e, means)),
            key=lambda e: (-_score(e, means), _weight_rank(e, means), e.id not in FOUNDING[means.level], e.id),
        )
    )


def _in_reach(exercise: Exercise, means: Means) -> bool:
    return exercise.id in FOUNDING[means.level] or height(exercise, means) <= REACH[means.level]


def _score(exercise: Exercise, means: Means) -> int:
    trained = means.level is not Level.BEGINNER
    score = _SEED if exercise.seed else 0
    # Two legs carry the heavy load that helps a runner's economy (B.3): squats stay two-sided.
    one_sided = (trained and means.run_led) or means.balance_work
    if one_sided and exercise.unilateral and exercise.pattern in _ONE_SIDED_PATTERNS:
        score += _ONE_SIDED
    if trained and frozenset() not in exercise.equipment:
        score += _LOADED
    return score


def _weight_rank(exercise: Exercise, means: Means) -> int:
    """Among equals the heavier tool first, for those who have outgrown the beginning."""
    if means.level is Level.BEGINNER:
        return 0
    needed = frozenset().union(*(way for way in exercise.equipment if way <= means.equipment))
    return next((rank for rank, tool in enumerate(_WEIGHT_RANK) if tool in needed), len(_WEIGHT_RANK))


def choose(
    pattern: str, means: Means, *, session: Iterable[Exercise] = (), used: frozenset[str] = frozenset()
) -> Exercise | None:
    """Return the best exercise for a slot, or for what replaces it; None if nothing is possible.

    ``session`` is what the session holds already, ``used`` what the training block uses
    (kept for its four weeks).
    """
    taken = tuple(session)
    for wanted in (pattern, *FALLBACK.get(pattern, ())):
        free = [e for e in suited(wanted, means) if e not in taken]
        if free:
            # max keeps the first of equals, and suited() has the best order.
            return max(free, key=lambda e: _with_session(e, means, taken, used))
    return None


def _with_session(exercise: Exercise, means: Means, taken: tuple[Exercise, ...], used: frozenset[str]) -> int:
    score = _score(exercise, means)
    if exercise.id in used:
        score += _USED
    if sum(other.primary == exercise.primary for other in taken) >= 2:
        score += _CROWDED
    return score


def core_patterns(covered: Iterable[str], means: Means) -> Iterator[str]:
    """Yield core patterns that something suits, those the week lacks first (R17)."""
    had = tuple(covered)
    order = sorted(CORE_ORDER, key=lambda p: p != "core_lateral") if means.balance_work else CORE_ORDER
    for pattern in sorted(order, key=had.count):
        if suited(pattern, means):
            yield pattern


@cache
def can_pull(means: Means) -> bool:
    """Return whether there is something to pull on: floor, table and towel are makeshifts (R18)."""
    pulls = (e for pattern in ("pull_h", "pull_v") for e in suited(pattern, means))
    return any(way and way <= means.equipment - _MAKESHIFT for e in pulls for way in e.equipment)


def is_core(exercise: Exercise) -> bool:
    """Return whether an exercise trains the core."""
    return exercise.pattern in CORE_PATTERNS
