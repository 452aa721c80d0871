"""What a strength session holds: exercises chosen, and cut or stretched to the minutes there are.

Source: science.md F.4 with I.11-I.13, R14, R16, R17.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan.bookends import Bookends
from hybridtui.domain.plan.budget import nearest_to
from hybridtui.domain.plan.choice import Means, choose, core_patterns, is_core
from hybridtui.domain.plan.coverage import Coverage, Needed, lead, movement
from hybridtui.domain.plan.definitions import LEG_HEAVY_SETS
from hybridtui.domain.plan.prescription import (
    Change,
    Prescription,
    Stage,
    fewer_sets,
    lightened,
    longer_rest,
    more_sets,
    prescribe,
    shorter_rest,
)
from hybridtui.domain.plan.templates import CORE, LEGS_FIRST, Template

FEWEST = 4
"""Down to so many exercises, variety is cut before rests are."""

LIGHTER_STRENGTH = 0.70
"""Length that half the sets leave of a strength session in a lighter week (a product decision)."""

EXTRAS = {
    "SF": ("calf", CORE, "hip_abd"),
    "SL": ("bridge", "hip_abd", CORE),
    "SU": (CORE, "hip_abd"),
    "SA": (CORE,),
    "SB": (CORE,),
    "SC": (CORE, CORE, "hip_abd", "push_h"),
}
"""What is added where there is time left."""

MOST_EXTRAS = 2
"""So many exercises more than the template has."""

_OTHER_SIDE = {"push_h": "pull_h", "push_v": "pull_v", "pull_h": "push_h", "pull_v": "push_v"}
"""Where the week has pushed more than pulled, pulls take the better places and pushes come last (R18)."""

LONGEST_BOOKENDS = Bookends(600, 900)
"""Warm-up and cool-down are stretched no further."""

_LIGHT_HINGE = "bridge"
_HIPS = ("bridge", "hip_abd")
"""One set of these at most in upper and core sessions beside lower ones (I.12)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked of a strength session."""

    template: Template
    seconds: int
    """For everything, warm-up and cool-down included."""
    bookends: Bookends
    stage: Stage
    means: Means
    needed: Needed
    covered: Coverage
    used: frozenset[str] = frozenset()
    """Exercises of this training block."""
    lower_nearby: bool = False
    """True if a lower session lies on an adjacent day (I.12)."""
    one_set: bool = False
    """True if a single set may do (I.13)."""

    @property
    def slots(self) -> tuple[str, ...]:
        """The patterns wanted, most wanted first."""
        slots = LEGS_FIRST if self.template.id == "SF" and self.stage.heavy else self.template.slots
        if self.covered.lead > 0 and self.template.id in ("SF", "SU"):
            return tuple(sorted((_OTHER_SIDE.get(slot, slot) for slot in slots), key=lambda slot: lead(slot) > 0))
        if self.covered.lead >= 0 and self.template.id == "SC" and "push" not in self.needed.movements:
            return tuple(slot for slot in slots if slot != "push_h")
        return slots


@dataclass(frozen=True, slots=True)
class Filled:
    """A session's exercises in their order, and what is left for warm-up and cool-down."""

    prescriptions: tuple[Prescription, ...]
    bookends: Bookends
    cut: tuple[str, ...] = ()
    """Movements that the week needed and the time did not allow."""
    impossible: tuple[str, ...] = ()
    """Patterns that neither limits nor equipment leave anything for."""

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises in order."""
        return tuple(p.exercise for p in self.prescriptions)


def fill(order: Order) -> Filled:
    """Choose exercises for a session and fit them to its time."""
    if order.stage.deload:
        return _lighter(order)
    chosen, impossible = _chosen(order)
    room = order.seconds - order.bookends.seconds
    kept, cut = _shrunk(_light_legs(chosen, order), room, order)
    _grow(kept, room, order)
    return _closed(kept, room, cut, impossible, order)


def _lighter(order: Order) -> Filled:
    """The session of a full week with half its sets: the same exercises, a shorter time (B.6)."""
    longer = nearest_to(order.seconds / LIGHTER_STRENGTH, 300)
    full = fill(replace(order, seconds=longer, stage=replace(order.stage, deload=False)))
    room = order.seconds - order.bookends.seconds
    kept, cut = _shrunk([lightened(p) for p in full.prescriptions], room, order)
    _lengthen(kept, room, order, longer_rest)
    return _closed(kept, room, [*full.cut, *cut], full.impossible, order)


def _closed(
    kept: list[Prescription], room: float, cut: Sequence[str], impossible: Sequence[str], order: Order
) -> Filled:
    kept.sort(key=lambda p: _rank(p.exercise))
    return Filled(tuple(kept), _stretched(order.bookends, room - _seconds(kept)), tuple(cut), tuple(impossible))


def _chosen(order: Order) -> tuple[list[Prescription], list[str]]:
    session: list[Exercise] = []
    impossible: list[str] = []
    for slot in order.slots:
        exercise = _exercise_for(slot, session, order)
        if exercise is None:
            impossible.append(slot)
        else:
            session.append(exercise)
    return [prescribe(exercise, order.stage) for exercise in session], impossible


def _exercise_for(slot: str, session: Sequence[Exercise], order: Order) -> Exercise | None:
    for pattern in _patterns(slot, session, order):
        found = choose(pattern, order.means, session=session, used=order.used)
        if found is not None:
            return found
    return None


def _patterns(slot: str, session: Sequence[Exercise], order: Order) -> Iterator[str]:
    if slot == CORE:
        here = [e.pattern for e in session if is_core(e)]
        yield from core_patterns((*here, *order.covered.cores), order.means)
        return
    if slot == "hinge" and order.template.id == "SF" and not order.stage.heavy:
        yield _LIGHT_HINGE  # so that squat and lunge keep two sets each below leg-heavy (I.11)
    if slot == _LIGHT_HINGE and order.lower_nearby:
        yield "hip_abd"
    yield slot


def _light_legs(chosen: Iterable[Prescription], order: Order) -> list[Prescription]:
    """Keep a session that is not meant to be leg-heavy below it (I.11)."""
    listed = list(chosen)
    if order.lower_nearby:
        light = order.template.id in ("SU", "SC")
        listed = [replace(p, sets=1, sets_most=1) if light and p.exercise.pattern in _HIPS else p for p in listed]
    if order.stage.heavy:
        return listed
    for index in reversed(range(len(listed))):
        while _lower(listed) >= LEG_HEAVY_SETS and listed[index].lower and listed[index].sets > 1:
            spare = 2 if listed[index].exercise.pattern != "hinge" else 1
            if listed[index].sets <= spare:
                break
            listed[index] = replace(listed[index], sets=listed[index].sets - 1)
    return listed


def _lower(listed: Iterable[Prescription]) -> int:
    return sum(p.sets for p in listed if p.lower)


def _seconds(listed: Iterable[Prescription]) -> float:
    return sum(p.length for p in listed)


def _shrunk(listed: list[Prescription], room: float, order: Order) -> tuple[list[Prescription], list[str]]:
    """Cut until it fits: what others have, then rests, then sets, then more of it, at last what is needed."""
    kept = list(listed)
    _drop_spare(kept, room, order, FEWEST)
    _shorten(kept, room, shorter_rest)
    _shorten(kept, room, fewer_sets(1 if order.one_set else 2))
    _drop_spare(kept, room, order, 1)
    cut: list[str] = []
    while _seconds(kept) > room and len(kept) > 1:
        if not _spare(kept[-1], kept, order):
            cut.append(movement(kept[-1].exercise.pattern))
        kept.pop()
    _shorten(kept, room, fewer_sets(1))
    return kept, cut


def _drop_spare(kept: list[Prescription], room: float, order: Order, fewest: int) -> None:
    for index in reversed(range(len(kept))):
        if _seconds(kept) <= room or len(kept) <= fewest:
            return
        only_core = is_core(kept[index].exercise) and sum(is_core(p.exercise) for p in kept) == 1
        if _behind(kept[index], kept, order) and fewest > 1:
            continue
        if _spare(kept[index], kept, order) and not (only_core and fewest > 1):  # R31: core work in each session
            del kept[index]


def _behind(one: Prescription, kept: Iterable[Prescription], order: Order) -> bool:
    """Return whether an exercise belongs to the side, push or pull, that has fewer sets (R18)."""
    return lead(one.exercise.pattern) * _lead(kept, order) < 0


def _lead(kept: Iterable[Prescription], order: Order) -> int:
    return order.covered.lead + sum(p.sets * lead(p.exercise.pattern) for p in kept)


def _spare(one: Prescription, kept: Sequence[Prescription], order: Order) -> bool:
    what = movement(one.exercise.pattern)
    here = sum(movement(p.exercise.pattern) == what for p in kept)
    if what == "core":
        return here > order.needed.cores
    return here > 1 or what not in order.needed.movements


def _shorten(kept: list[Prescription], room: float, change: Change) -> None:
    for index in reversed(range(len(kept))):
        while _seconds(kept) > room and (changed := change(kept[index])) is not None:
            kept[index] = changed


def _grow(kept: list[Prescription], room: float, order: Order) -> None:
    """Fill what room is left: rests as usual, a set more, another exercise, then more of all."""
    for index, one in enumerate(kept):
        usual = prescribe(one.exercise, order.stage).rest
        while kept[index].rest < usual and _lengthen_one(kept, index, room, order, longer_rest):
            pass
    _lengthen(kept, room, order, more_sets, rounds=1)
    for slot in EXTRAS[order.template.id]:
        if order.lower_nearby and slot in _HIPS:
            continue
        exercise = _exercise_for(slot, [p.exercise for p in kept], order)
        extra = prescribe(exercise, order.stage) if exercise is not None else None
        if (
            extra is not None
            and len(kept) < len(order.template.slots) + MOST_EXTRAS
            and _seconds(kept) + extra.length <= room
        ):
            kept.append(extra)
    _lengthen(kept, room, order, more_sets)
    _lengthen(kept, room, order, longer_rest)


def _lengthen(kept: list[Prescription], room: float, order: Order, change: Change, rounds: int = 20) -> None:
    """Take what fits, evenly: every exercise once before any of them again."""
    for _ in range(rounds):
        if not sum(_lengthen_one(kept, index, room, order, change) for index in range(len(kept))):
            return


def _lengthen_one(kept: list[Prescription], index: int, room: float, order: Order, change: Change) -> bool:
    longer = change(kept[index])
    if longer is None or _seconds(kept) - kept[index].length + longer.length > room:
        return False
    more_legs = longer.lower and longer.sets > kept[index].sets
    if more_legs and not order.stage.heavy and _lower(kept) + 1 >= LEG_HEAVY_SETS:
        return False
    if longer.sets > kept[index].sets and lead(longer.exercise.pattern) * _lead(kept, order) > 0:
        return False
    kept[index] = longer
    return True


def _stretched(bookends: Bookends, left: float) -> Bookends:
    """Give what is left over to cool-down and warm-up, in half minutes."""
    spare = max(0, int(left) // 30 * 30)
    after = min(spare, LONGEST_BOOKENDS.after - bookends.after)
    before = min(spare - after, LONGEST_BOOKENDS.before - bookends.before) if bookends.before else 0
    return Bookends(bookends.before + before, bookends.after + after)


def _rank(exercise: Exercise) -> int:
    """R16: jumps, compound, isolation, core."""
    if exercise.pattern == "plyo":
        return 0
    if is_core(exercise):
        return 3
    return 1 if exercise.compound else 2
