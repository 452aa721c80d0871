"""Strength on a day that is not a good one: fewer sets, less weight, less effort. Source: science.md D.6."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.exercises import LOWER_PATTERNS
from hybridtui.domain.plan.definitions import exercise_of
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.readiness import Band
from hybridtui.domain.units import Load, decimal
from hybridtui.domain.workout import Step, Why

_LEGS = LOWER_PATTERNS | {"bridge", "calf", "hip_abd"}
_ENOUGH_WITHOUT_LEGS = 2
"""With so many exercises besides those for the legs a session is worth doing without them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Steps as they are today, and what changed about them, in words."""

    steps: tuple[Step, ...]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a band leaves of a strength session."""

    sets: Callable[[int], int]
    load: float
    rpe: float


def _one_less(sets: int) -> int:
    return max(min(sets, 2), sets - 1)


def _half(sets: int) -> int:
    return max(1, sets // 2)


_CUTS = {Band.AMBER: _Cut(_one_less, 0.95, 7.0), Band.ORANGE: _Cut(_half, 0.85, 6.0)}


def lighter(steps: Sequence[Step], band: Band, *, leg_heavy: bool, racks: Racks = USUAL) -> Part:
    """Return strength work as AMBER or ORANGE leave it.

    AMBER takes a set off each exercise, of those with more than two, 5 % off the loads,
    and keeps the effort at RPE 7. ORANGE takes 15 % and keeps it at RPE 6; of a leg-heavy
    session it leaves out the legs, of any other (or where too little else is in it) half the sets.
    Loads are rounded to what ``racks`` hold.
    """
    cut = _CUTS[band]
    kept = tuple(step for step in steps if not _trains_legs(step))
    spares_legs = band is Band.ORANGE and leg_heavy and sum(s.logs_sets for s in kept) >= _ENOUGH_WITHOUT_LEGS
    if spares_legs:
        cut = replace(cut, sets=lambda sets: sets)
    before = kept if spares_legs else tuple(steps)
    after = tuple(_lighter(step, cut, band, racks) if step.logs_sets else step for step in before)
    left_out = [step.title for step in steps if step not in before]
    changes = (
        *([f"Left out, to spare the legs: {_listed(left_out)}"] if left_out else ()),
        *_sets_told(before, after),
        *_loads_told(before, after, cut),
        *([f"Effort: RPE {decimal(cut.rpe)} at most"] if _efforts(before) != _efforts(after) else ()),
    )
    return Part(after, changes)


def _trains_legs(step: Step) -> bool:
    exercise = exercise_of(step) if step.logs_sets else None
    return exercise is not None and exercise.pattern in _LEGS


def _lighter(step: Step, cut: _Cut, band: Band, racks: Racks) -> Step:
    sets = cut.sets(step.sets)
    load = _lighter_load(step, cut.load, racks)
    rpe = cut.rpe if step.rpe is None else min(step.rpe, cut.rpe)
    eased = replace(step, sets=sets, aims=step.aims[:sets], load=load, rpe=rpe)
    if eased == step:
        return step
    parts = (
        f"{sets} {'set' if sets == 1 else 'sets'} instead of {step.sets}" if sets != step.sets else "",
        f"{load} instead of {step.load}" if load != step.load else "",
        f"RPE {decimal(cut.rpe)} at most",
    )
    told = ", ".join(part for part in parts if part)
    return replace(eased, why=(Why("D.6", f"{band} today: {told}."), *step.why))


def _lighter_load(step: Step, share: float, racks: Racks) -> Load | None:
    """Return that share of the load, down to a weight that exists; never more than was planned."""
    load = step.load
    if load is None or not load.value:
        return load
    exercise = exercise_of(step)
    equipment = exercise.equipment if exercise is not None else (frozenset[str](),)
    lower = loadable_below(Load(load.value * share, load.unit), equipment, load.unit, racks)
    return lower if lower.value < load.value else load


def _sets_told(before: Iterable[Step], after: Iterable[Step]) -> list[str]:
    """Say how many sets are left, once for all exercises to which it happens."""
    changed: dict[tuple[int, int], list[str]] = {}
    same = 0
    for old, new in zip(before, after, strict=True):
        if old.sets != new.sets:
            changed.setdefault((old.sets, new.sets), []).append(old.title)
        else:
            same += old.is_lift
    everywhere = len(changed) == 1 and not same
    return [
        f"{was} sets → {now}" + (" of each exercise" if everywhere else f": {_listed(titles)}")
        for (was, now), titles in changed.items()
    ]


def _loads_told(before: Iterable[Step], after: Iterable[Step], cut: _Cut) -> list[str]:
    pairs = zip(before, after, strict=True)
    changed = [f"{old.title} {old.load} → {new.load}" for old, new in pairs if old.load != new.load]
    return [f"Loads about {round((1 - cut.load) * 100)} % lighter: {_listed(changed)}"] if changed else []


def _efforts(steps: Iterable[Step]) -> list[float | None]:
    return [step.rpe for step in steps]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
