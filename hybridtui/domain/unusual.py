"""Entries far above anything the athlete has done: a slip of the finger is asked about once.

More than a fifth above the best ever is unusual (reliability.md 3 bounds what is possible,
this what is likely). What the plan asks for is never asked about, nor are warm-up sets,
nor anything where there is nothing to compare with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hybridtui.domain.bests import PACED_FROM_M, Bests, RunBests
from hybridtui.domain.drafts import SetDraft, seconds
from hybridtui.domain.entry import Entry, Expected, RunDraftEntry, SetEntry
from hybridtui.domain.session import SetKind
from hybridtui.domain.units import Distance, DistanceUnit, Load, clock, decimal, pace, round_half_up

ABOVE = 1.20
"""So many times the best ever, and more, is unusual."""

MORE_REPS = 2
MORE_KG = 5.0
MORE_SECONDS = 15.0
MORE_METRES = 1000.0
MORE_RUNNING_S = 300.0
"""So much more than the best is never asked about, whatever share of it that is (a product decision).

The bests of somebody who has only begun are low: the next dumbbell, a few reps or a
kilometre more are steps, not slips.
"""

_SAME = 1e-6


def unusual(entry: Entry, bests: Bests | RunBests | None, expected: Expected | None = None) -> str | None:
    """Return what to ask before an entry is logged, with its numbers; None: nothing.

    ``expected`` is what the plan asks for.

    >>> from hybridtui.domain.entry import parse
    >>> from hybridtui.domain.exercises import catalogue
    >>> squat = Expected(exercise=catalogue()["back_squat"])
    >>> unusual(parse("120x5", squat), Bests(kg=95, reps=8), squat)
    '120 kg is 26 % above your heaviest, 95 kg: enter again logs it'
    """
    words = far_above(entry, bests, expected)
    return None if words is None else f"{words}: enter again logs it"


def far_above(entry: Entry, bests: Bests | RunBests | None, expected: Expected | None = None) -> str | None:
    """Return how far an entry is above the best ever, with its numbers; None: not far."""
    planned = expected or Expected()
    match entry, bests:
        case SetEntry(sets), Bests():
            found = _of_sets(sets, bests, planned)
        case RunDraftEntry(), RunBests():
            found = _of_run(entry, bests, planned)
        case _:
            return None
    return next(found, None)


def _of_sets(sets: Sequence[SetDraft], bests: Bests, planned: Expected) -> Iterator[str]:
    for draft in sets:
        if draft.kind is SetKind.WARMUP:
            continue
        if draft.load is not None:
            best_kg = bests.added_kg if draft.bodyweight else bests.kg
            target = planned.load.kg if planned.load is not None else None
            if _is_far_above(draft.load.kg, best_kg, target, MORE_KG) and best_kg:
                heaviest = f"{decimal(Load(best_kg).to(draft.load.unit).value, 1)} {draft.load.unit}"
                yield f"{draft.load} is {_above(draft.load.kg, best_kg)} your heaviest, {heaviest}"
        if draft.reps is not None and bests.reps:
            most = planned.step.reps_max if planned.step is not None else None
            if _is_far_above(draft.reps, bests.reps, max(planned.reps or 0, most or 0), MORE_REPS):
                yield f"{draft.reps} reps are {_above(draft.reps, bests.reps)} your most, {bests.reps}"
        held = draft.seconds
        if held is not None and bests.seconds and _is_far_above(held, bests.seconds, planned.seconds, MORE_SECONDS):
            yield f"{seconds(held)} is {_above(held, bests.seconds)} your longest, {seconds(bests.seconds)}"


def _of_run(run: RunDraftEntry, bests: RunBests, planned: Expected) -> Iterator[str]:
    step = planned.step
    far, metres = (step.distance_m if step is not None else None), run.distance.metres if run.distance else None
    if run.distance is not None and metres and bests.metres and _is_far_above(metres, bests.metres, far, MORE_METRES):
        longest = Distance(bests.metres).to(run.distance.unit)
        yield f"{run.distance} is {_above(metres, bests.metres)} your longest, {longest}"
    if run.seconds and bests.seconds and _is_far_above(run.seconds, bests.seconds, planned.seconds, MORE_RUNNING_S):
        longest_s = clock(bests.seconds)
        yield f"{clock(run.seconds)} is {_above(run.seconds, bests.seconds)} your longest, {longest_s}"
    if metres and run.seconds and bests.s_per_km and metres >= PACED_FROM_M:
        speed, fastest = metres / run.seconds, 1000 / bests.s_per_km
        asked = 1000 / step.pace_s_per_km if step is not None and step.pace_s_per_km else None
        if _is_far_above(speed, fastest, asked):
            unit = run.distance.unit if run.distance is not None else DistanceUnit.KM
            now, before = pace(run.seconds, metres, unit), pace(bests.s_per_km, 1000, unit)
            yield f"{now} is {_above(speed, fastest, 'faster than')} your fastest, {before}"


def _is_far_above(value: float, best: float | None, asked: float | None, more: float = 0.0) -> bool:
    """Return whether a value is above the best by more than a fifth, and ``more``, and above what was asked for."""
    if not best:
        return False
    return value > max(best * ABOVE, best + more, asked or 0.0) + _SAME


def _above(value: float, best: float, more: str = "above") -> str:
    """Say by how much; from twice as much on in times: the line is short."""
    if value >= 2 * best:
        return f"{decimal(value / best, 1)} times"
    return f"{int(round_half_up((value / best - 1) * 100))} % {more}"
