"""Making a strength session as long as its time: cut where it is too long, stretched where it is too short.

Source: science.md R14, R18, R22, R31, B.6 with I.11-I.13.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.plan.bookends import Bookends
from hybridtui.domain.plan.choice import is_core
from hybridtui.domain.plan.coverage import lead, movement
from hybridtui.domain.plan.definitions import LEG_HEAVY_SETS
from hybridtui.domain.plan.order import Order
from hybridtui.domain.plan.prescription import Change, Prescription, fewer_reps, fewer_sets, shorter_rest

FEWEST = 4
"""Down to so many exercises, variety is cut before rests are."""

LONGEST_BOOKENDS = Bookends(600, 900)
"""Warm-up and cool-down are stretched no further."""

_BRIEFER: tuple[Change, ...] = (shorter_rest, fewer_reps)
_EDGE = 1e-9
_LEGS = ("squat", "hinge")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two kinds of movement that a week has about as much of."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    most: float
    """Sets of either for each set of the other."""
    legs: bool = False


_PAIRS = (_Pair(("push_h", "push_v"), ("pull_h", "pull_v"), 1.33), _Pair(("squat",), ("hinge",), 1.5, legs=True))


def lower_sets(listed: Iterable[Prescription]) -> int:
    """Return the sets that tire legs, hard or not yet: what keeps a session below leg-heavy."""
    return sum(p.sets for p in listed if p.lower)


def seconds(listed: Iterable[Prescription]) -> float:
    """Return how long these take, rests and set-up included (B.7)."""
    return sum(p.length for p in listed)


def within_limits(listed: Sequence[Prescription], order: Order) -> list[Prescription]:
    """Take sets off muscles that would have more than a week allows, what is spare first (R22, B.6)."""
    kept = list(listed)
    for limit, helping in ((order.ceiling.rises, False), (order.ceiling.crowds, True)):
        for muscle in dict.fromkeys(p.exercise.primary for p in listed):
            while limit(muscle, [p.done for p in kept]) and (index := _to_lessen(kept, muscle, order)) is not None:
                if kept[index].sets > 2 or len(kept) == 1 or not _spare(kept[index], kept, order):
                    kept[index] = replace(kept[index], sets=kept[index].sets - 1)
                else:
                    del kept[index]
            while helping and limit(muscle, [p.done for p in kept]) and (index := _helper(kept, muscle)) is not None:
                kept[index] = replace(kept[index], sets=kept[index].sets - 1)
    return kept


def _helper(kept: Sequence[Prescription], muscle: str) -> int | None:
    """The exercise with most sets in which a muscle only helps, the last of equals, if it can give one."""
    able = [i for i, p in enumerate(kept) if p.hard and p.sets > 2 and muscle in p.exercise.secondary]
    return max(able, key=lambda i: (kept[i].sets, i), default=None)


def _to_lessen(kept: Sequence[Prescription], muscle: str, order: Order) -> int | None:
    """The exercise of a muscle that gives a set: the one with most, the last of equals; at last a spare one goes."""
    here = [i for i, p in enumerate(kept) if p.exercise.primary == muscle]
    able = [i for i in here if kept[i].sets > 1 or (len(kept) > 1 and _spare(kept[i], kept, order))]
    return max(able, key=lambda i: (kept[i].sets > 2, _spare(kept[i], kept, order), kept[i].sets, i), default=None)


def evened(listed: Sequence[Prescription], order: Order) -> list[Prescription]:
    """Take sets off what the week has much more of than of its counterpart (R18, B.9)."""
    kept = list(listed)
    for pair in _PAIRS:
        if pair.legs or order.last:
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                _even(kept, one, other, pair, order)
    return kept


def _even(kept: list[Prescription], one: Sequence[str], other: Sequence[str], pair: _Pair, order: Order) -> None:
    """Take sets off ``one`` down to what ``other`` allows, one for each exercise staying."""
    while True:
        here = [i for i, p in enumerate(kept) if p.exercise.pattern in one and p.sets > 1]
        counts = [_count(kept, patterns, pair, order) for patterns in (one, other)]
        if not here or not counts[1] or counts[0] <= pair.most * counts[1] + _EDGE:
            return
        index = max(here, key=lambda i: (kept[i].sets, i))
        kept[index] = replace(kept[index], sets=kept[index].sets - 1)


def _count(kept: Iterable[Prescription], patterns: Sequence[str], pair: _Pair, order: Order) -> int:
    here = sum(p.sets for p in kept if p.exercise.pattern in patterns)
    return here + order.covered.count(*patterns, circuits=not pair.legs)


def _tips(longer: Prescription, kept: Sequence[Prescription], order: Order) -> bool:
    """Return whether one more set of a squat or hinge is too many for the other (B.9)."""
    one = longer.exercise.pattern
    if one not in _LEGS:
        return False
    other = _LEGS[1 - _LEGS.index(one)]
    counts = [_count(kept, (pattern,), _PAIRS[1], order) for pattern in (one, other)]
    return counts[1] > 0 and counts[0] + 1 > _PAIRS[1].most * counts[1] + _EDGE


def shrunk(listed: list[Prescription], room: float, order: Order) -> tuple[list[Prescription], list[str]]:
    """Return what fits, and the needed movements that do not.

    Cut until it fits: what others have, then rests, then sets, then more of it, at last what is needed.
    """
    kept = _all_briefly(listed, room, order) if order.stage.learning else list(listed)
    _drop_spare(kept, room, order, FEWEST)
    _shorten(kept, room, shorter_rest)
    _shorten(kept, room, fewer_sets(1 if order.one_set else 2))
    _drop_spare(kept, room, order, 1)
    _shorten(kept, room, fewer_sets(1))
    cut: list[str] = []
    while seconds(kept) > room and len(kept) > 1:
        if not _spare(kept[-1], kept, order):
            cut.append(movement(kept[-1].exercise.pattern))
        kept.pop()
    return kept, cut


def _all_briefly(listed: Sequence[Prescription], room: float, order: Order) -> list[Prescription]:
    """Return what fits at the bottom of the ranges: who learns practises every movement first (F.5, P1)."""
    briefest = [_briefest(p) for p in listed]
    _drop_spare(briefest, room, order, FEWEST)
    left = {p.exercise.id for p in briefest}
    kept = [p for p in listed if p.exercise.id in left]
    if seconds(briefest) <= room:
        for change in _BRIEFER:
            _shorten(kept, room, change)
    return kept


def _briefest(p: Prescription) -> Prescription:
    for change in _BRIEFER:
        while (changed := change(p)) is not None:
            p = changed
    return p


def _drop_spare(kept: list[Prescription], room: float, order: Order, fewest: int) -> None:
    for index in reversed(range(len(kept))):
        if seconds(kept) <= room or len(kept) <= fewest:
            return
        only_core = is_core(kept[index].exercise) and sum(is_core(p.exercise) for p in kept) == 1
        if fewest > 1 and (_behind(kept[index], kept, order) or _unevens(index, kept, order)):
            continue
        if _spare(kept[index], kept, order) and not (only_core and fewest > 1):  # R31: core work in each session
            del kept[index]


def _behind(one: Prescription, kept: Iterable[Prescription], order: Order) -> bool:
    """Return whether an exercise belongs to the side, push or pull, that has fewer sets (R18)."""
    return lead(one.exercise.pattern) * _lead(kept, order) < 0


def _unevens(index: int, kept: Sequence[Prescription], order: Order) -> bool:
    """Return whether without an exercise the week would push much more than it pulls, or the other way (R18)."""
    if not order.last or not lead(kept[index].exercise.pattern):
        return False
    left = [p for n, p in enumerate(kept) if n != index]
    fewer, more = sorted(_count(left, side, _PAIRS[0], order) for side in (_PAIRS[0].one, _PAIRS[0].other))
    return more > _PAIRS[0].most * fewer + _EDGE


def _lead(kept: Iterable[Prescription], order: Order) -> int:
    return order.covered.lead + sum(p.sets * lead(p.exercise.pattern) for p in kept)


def _spare(one: Prescription, kept: Sequence[Prescription], order: Order) -> bool:
    what = movement(one.exercise.pattern)
    here = sum(movement(p.exercise.pattern) == what for p in kept)
    if what == "core":
        return here > 1 and _same_again(one, kept, order) if order.needed.cores else True
    return here > 1 or what not in order.needed.movements


def _same_again(one: Prescription, kept: Sequence[Prescription], order: Order) -> bool:
    """Return whether the week has enough kinds of core work without this one (R17)."""
    had = order.covered.patterns
    kinds = {p.exercise.pattern for p in kept if p is not one and is_core(p.exercise)}.difference(had)
    return len(kinds) >= order.needed.cores or one.exercise.pattern in kinds or one.exercise.pattern in had


def _shorten(kept: list[Prescription], room: float, change: Change) -> None:
    for index in reversed(range(len(kept))):
        while seconds(kept) > room and (changed := change(kept[index])) is not None:
            kept[index] = changed


def lengthen(kept: list[Prescription], room: float, order: Order, change: Change, rounds: int = 20) -> None:
    """Take what fits, evenly: every exercise once before any of them again."""
    for _ in range(rounds):
        if not sum(lengthened(kept, index, room, order, change) for index in range(len(kept))):
            return


def lengthened(kept: list[Prescription], index: int, room: float, order: Order, change: Change) -> bool:
    """Change one exercise if the room, the legs, the week and the balance of push and pull allow it; say whether."""
    longer = change(kept[index])
    if longer is None or seconds(kept) - kept[index].length + longer.length > room:
        return False
    if longer.sets > kept[index].sets and not _may_gain(longer, index, kept, order):
        return False
    kept[index] = longer
    return True


def _may_gain(longer: Prescription, index: int, kept: Sequence[Prescription], order: Order) -> bool:
    if longer.lower and not order.stage.heavy and lower_sets(kept) + 1 >= LEG_HEAVY_SETS:
        return False
    if lead(longer.exercise.pattern) * _lead(kept, order) > 0 or _tips(longer, kept, order):
        return False
    after = [(longer if n == index else p).done for n, p in enumerate(kept)]
    return not order.ceiling.too_much(longer.exercise, after)


def left_over(bookends: Bookends, left: float) -> float:
    """Return the seconds that not even the longest warm-up and cool-down would fill."""
    room = LONGEST_BOOKENDS.after - bookends.after
    if bookends.before:
        room += LONGEST_BOOKENDS.before - bookends.before
    return left - room


def stretched(bookends: Bookends, left: float) -> Bookends:
    """Give what is left over to cool-down and warm-up, in half minutes."""
    spare = max(0, int(left) // 30 * 30)
    after = min(spare, LONGEST_BOOKENDS.after - bookends.after)
    before = min(spare - after, LONGEST_BOOKENDS.before - bookends.before) if bookends.before else 0
    return Bookends(bookends.before + before, bookends.after + after)
