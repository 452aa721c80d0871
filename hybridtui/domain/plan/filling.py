"""What a strength session holds: exercises chosen, and cut or stretched to the minutes there are.

Source: science.md F.4 with I.11-I.13, B.6, R14, R16, R17, R22.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan.budget import nearest_to
from hybridtui.domain.plan.choice import choose, core_patterns, is_core
from hybridtui.domain.plan.definitions import LEG_HEAVY_SETS
from hybridtui.domain.plan.fitting import (
    evened,
    left_over,
    lengthen,
    lengthened,
    lower_sets,
    seconds,
    shrunk,
    stretched,
    within_limits,
)
from hybridtui.domain.plan.order import Filled, Order
from hybridtui.domain.plan.prescription import (
    Prescription,
    lightened,
    longer_rest,
    more_sets,
    prescribe,
    with_share,
)
from hybridtui.domain.plan.templates import CORE

LIGHTER_STRENGTH = 0.70
"""Length that half the sets leave of a strength session in a lighter week (a product decision)."""

MOST_EXTRAS = 2
"""So many exercises more than the template has."""

SLACK_S = 60
"""A session may end so much before its time."""

_LIGHT_HINGE = "bridge"
_HIPS = ("bridge", "hip_abd")
"""One set of these at most in upper and core sessions beside lower ones (I.12)."""


def fill(order: Order) -> Filled:
    """Choose exercises for a session and fit them to its time."""
    if order.stage.deload:
        whole = replace(order, stage=replace(order.stage, deload=False))
        return _fewer(whole, order, LIGHTER_STRENGTH, lightened)
    share = order.stage.share
    if share < 1:
        whole = replace(order, stage=replace(order.stage, share=1.0))
        return _fewer(whole, order, _length_of(share), partial(with_share, share=share))
    chosen, impossible = _chosen(order)
    room = order.seconds - order.bookends.seconds
    kept, cut = shrunk(evened(within_limits(_light_legs(chosen, order), order), order), room, order)
    kept = evened(kept, order)
    _grow(kept, room, order)
    bent = _without_limits(kept, room, order)
    if any(order.ceiling.rises(p.exercise.primary, [p.done for p in kept]) for p in kept):
        bent.append("R22")
    return _closed(kept, room, order, cut=cut, impossible=impossible, bent=bent)


def _length_of(share: float) -> float:
    """The length that so much of the sets leaves; half of them leave LIGHTER_STRENGTH."""
    return 1 - 2 * (1 - LIGHTER_STRENGTH) * (1 - share)


def _fewer(whole: Order, order: Order, length: float, change: Callable[[Prescription], Prescription]) -> Filled:
    """The session of a full week with fewer sets: the same exercises, a shorter time (B.6, C.9)."""
    full = fill(replace(whole, seconds=nearest_to(order.seconds / length, 300)))
    order = replace(order, one_set=True)  # with half the sets one is enough, and nothing need be left out
    room = order.seconds - order.bookends.seconds
    kept, cut = shrunk([change(p) for p in _of_the_block(full.prescriptions, order)], room, order)
    lengthen(kept, room, order, longer_rest)
    return _closed(kept, room, order, cut=[*full.cut, *cut], impossible=full.impossible)


def _of_the_block(listed: Sequence[Prescription], order: Order) -> list[Prescription]:
    """What the block has of these, and core work in any case: a longer session would have more in it (B.6, R31)."""
    known = [p for p in listed if not order.used or p.exercise.id in order.used]
    if not any(is_core(p.exercise) for p in known):
        known += [p for p in listed if is_core(p.exercise)][:1]
    return known or list(listed)


def _closed(
    kept: list[Prescription],
    room: float,
    order: Order,
    *,
    cut: Sequence[str],
    impossible: Sequence[str],
    bent: Sequence[str] = (),
) -> Filled:
    kept.sort(key=lambda p: turn(p.exercise))
    return Filled(
        prescriptions=tuple(kept),
        bookends=stretched(order.bookends, room - seconds(kept)),
        cut=tuple(cut),
        impossible=tuple(impossible),
        bent=tuple(bent),
    )


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
    first: Exercise | None = None
    here = [(exercise, 1, False) for exercise in session]
    for pattern in _patterns(slot, session, order):
        found = choose(pattern, order.means, session=session, used=order.used)
        if found is not None and not order.ceiling.rises(found.primary, [*here, (found, 1, False)]):
            return found
        first = first or found
    return first


def _patterns(slot: str, session: Sequence[Exercise], order: Order) -> Iterator[str]:
    if slot == CORE:
        here = [e.pattern for e in session if is_core(e)]
        yield from core_patterns((*here, *order.covered.patterns), order.means)
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
        while lower_sets(listed) >= LEG_HEAVY_SETS and listed[index].lower and listed[index].sets > 1:
            spare = 2 if listed[index].exercise.pattern != "hinge" else 1
            if listed[index].sets <= spare:
                break
            listed[index] = replace(listed[index], sets=listed[index].sets - 1)
    return listed


def _grow(kept: list[Prescription], room: float, order: Order) -> None:
    """Fill what room is left: rests as usual, a set more, another exercise, then more of all."""
    for index, one in enumerate(kept):
        usual = prescribe(one.exercise, order.stage).rest
        while kept[index].rest < usual and lengthened(kept, index, room, order, longer_rest):
            pass
    lengthen(kept, room, order, more_sets, rounds=1)
    _add(kept, order.extras, room, order)
    lengthen(kept, room, order, more_sets)
    lengthen(kept, room, order, longer_rest)
    if left_over(order.bookends, room - seconds(kept)) > SLACK_S:
        _add(kept, order.small_extras, room, order)
        lengthen(kept, room, order, more_sets)
        lengthen(kept, room, order, longer_rest)


def _add(kept: list[Prescription], slots: Iterable[str], room: float, order: Order) -> None:
    for slot in slots:
        if (order.lower_nearby and slot in _HIPS) or len(kept) >= len(order.slots) + MOST_EXTRAS:
            continue
        exercise = _exercise_for(slot, [p.exercise for p in kept], order)
        extra = _fitting(exercise, kept, room, order) if exercise is not None else None
        if extra is not None:
            kept.append(extra)


def _fitting(exercise: Exercise, kept: list[Prescription], room: float, order: Order) -> Prescription | None:
    """The exercise with as many sets as room and week allow, two at least."""
    extra = prescribe(exercise, order.stage)
    while extra.sets >= 2:
        crowded = order.ceiling.too_much(exercise, [*(p.done for p in kept), extra.done])
        if not crowded and seconds(kept) + extra.length <= room:
            return extra
        extra = replace(extra, sets=extra.sets - 1)
    return None


def _without_limits(kept: list[Prescription], room: float, order: Order) -> list[str]:
    """Where time is left that nothing else can fill, let muscles have more sets; name the rules bent so (R14)."""
    bent: list[str] = []
    tight = order.ceiling
    for rule, ceiling in (("B.6", replace(tight, capped=False)), ("", replace(tight, capped=False, before=None))):
        if left_over(order.bookends, room - seconds(kept)) <= SLACK_S:
            break
        sets = sum(p.sets for p in kept)
        _grow(kept, room, replace(order, ceiling=ceiling))
        if rule and sum(p.sets for p in kept) > sets:
            bent.append(rule)
    return bent


def turn(exercise: Exercise) -> int:
    """Return an exercise's turn in a session: jumps, compound, isolation, core (R16)."""
    if exercise.pattern == "plyo":
        return 0
    if is_core(exercise):
        return 3
    return 1 if exercise.compound else 2
