"""Loads from how hard the last sets were: for heavy sets that are rated. Source: science.md B.4, B.2, R22.

Only honest ratings count: 1 to 12 reps at RPE 6 to 10. The load moves by a tenth at
most, and up only on sets that were done at the heaviest load of late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.breaks import days_away, last_return, share_after
from hybridtui.domain.calendar import Week
from hybridtui.domain.double_progression import BY_FEEL_REPS, BY_FEEL_RPE, EASY_RPE, RAISES_A_WEEK
from hybridtui.domain.e1rm import estimate, percent
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure
from hybridtui.domain.plates import loadable_above, loadable_below
from hybridtui.domain.standing import Asked, Event, Round, rounds
from hybridtui.domain.units import Load

EXPOSURES = 3
"""So many sessions are looked at (B.4)."""

MOST_CHANGE = 0.10
"""The load changes by a tenth at most (B.4)."""

_SAME_KG = 0.01


@dataclass(frozen=True, slots=True)
class Regulated:
    """A load that follows from rated sets."""

    load: Load
    best: Round
    """The set it was worked out from."""
    held: Event | None
    """What holds back a load that would be earned: MORE_SETS or ENOUGH_RAISES (R22)."""
    away: int
    """Days without the lift, if they were a break."""


def regulated(
    done: Sequence[Exposure], asked: Asked, exercise: Exercise, day: date | None, trained: Sequence[date]
) -> Regulated | None:
    """Return the load that ratings lead to; None where the prescription or the log does not call for it.

    ``done`` are the sessions of the asked range, oldest first; ``trained`` are all days
    of the lift. What was lifted before a break says nothing about what comes after it.
    """
    if asked.hi > BY_FEEL_REPS or asked.rpe is None or asked.rpe < BY_FEEL_RPE:
        return None
    hard = (e for e in done if e.target_rpe is None or e.target_rpe > EASY_RPE)
    worked = [e for e in hard if e.local_date >= last_return(trained)][-EXPOSURES:]
    sets = [r for exposure in worked for r in rounds(exposure.sets)]
    share = percent(asked.lo, asked.rpe)
    if not sets or share is None or not all(_rated(r) for r in sets):
        return None
    heaviest = max(sets, key=lambda r: r.kg)
    best = max(sets, key=_maximum)
    earned = [r for r in sets if r.kg >= heaviest.kg - _SAME_KG]
    wanted = _maximum(best) * share
    if wanted > heaviest.kg:
        wanted = max(heaviest.kg, max(map(_maximum, earned)) * share)
    held = _held(done, worked[-1], asked, day) if wanted > heaviest.kg else None
    away = days_away(trained, day)
    last = max(rounds(worked[-1].sets), key=lambda r: r.kg)
    highest = heaviest.kg if held or share_after(away) < 1 else _most(heaviest, asked, exercise)
    most = min(highest, _most(last, asked, exercise))
    kg = min(max(wanted, heaviest.kg * (1 - MOST_CHANGE)), most) * share_after(away)
    unit = heaviest.load.unit if heaviest.load is not None else None
    if unit is None:
        return None
    load = loadable_below(Load(kg + _SAME_KG).to(unit), exercise.equipment, unit, asked.racks)
    return Regulated(load, best, held, away if share_after(away) < 1 else 0)


def _rated(done: Round) -> bool:
    return (
        done.load is not None
        and not done.on_body
        and estimate(done.kg, done.reps, done.rpe) is not None
        and (done.rpe is not None)
    )


def _maximum(done: Round) -> float:
    found = estimate(done.kg, done.reps, done.rpe)
    return found.kg if found is not None else 0.0


def _most(heaviest: Round, asked: Asked, exercise: Exercise) -> float:
    """A tenth more, or one step where that is bigger (R22)."""
    step = loadable_above(heaviest.load, exercise.equipment, asked.racks).kg if heaviest.load is not None else 0.0
    return max(heaviest.kg * (1 + MOST_CHANGE), step)


def _held(done: Sequence[Exposure], last: Exposure, asked: Asked, day: date | None) -> Event | None:
    """Return what holds the load: more sets than last time, or the week's increases are used up."""
    if asked.sets > (last.target_sets or len(rounds(last.sets))):
        return Event.MORE_SETS
    used_up = day is not None and _raises(done, Week.of(day)) >= RAISES_A_WEEK
    return Event.ENOUGH_RAISES if used_up else None


def _raises(done: Iterable[Exposure], week: Week) -> int:
    """Count the sessions of a week that were heavier than any before them."""
    most, raises = 0.0, 0
    for exposure in done:
        kg = max((r.kg for r in rounds(exposure.sets)), default=0.0)
        raises += most > 0 and kg > most + _SAME_KG and Week.of(exposure.local_date) == week
        most = max(most, kg)
    return raises
