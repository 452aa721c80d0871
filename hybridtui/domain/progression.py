"""The target of the day: a pure function of the log. Source: science.md B.4, R22, R28, R39.

Every target says why it is what it is, and what a hit and a miss lead to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain import reasons
from hybridtui.domain.autoregulation import regulated
from hybridtui.domain.breaks import days_away, share_after
from hybridtui.domain.double_progression import (
    EASY_RPE,
    HARDEST_RPE,
    LAYOFF,
    standing,
)
from hybridtui.domain.e1rm import MOST_REPS, by_formula, estimate, percent
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure
from hybridtui.domain.holds import hold_standing
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.standing import Asked, Event, Round, Standing, judged, rounds
from hybridtui.domain.tempo import Aim, Tempo, default_tempo
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.volume import LIGHTER_WEEK_LOAD
from hybridtui.domain.workout import Step, StepKind

FIRST_SECONDS = 20
"""A hold begins with this where the step does not say (B.3)."""

MOST_CARRIED = 1.10
"""A new range starts at most a tenth above the load it is worked out from (B.4)."""

ENDURANCE_SHARE = 0.50
"""Share of 1RM for ranges that begin above 12 reps (B.3)."""

POWER_SHARE = 0.50
"""Share of 1RM for what is lifted as fast as possible: within 30-60 % (B.3)."""

RECENT = 3
"""Sessions that a new range may be worked out from (B.4)."""

_STEADY = frozenset({"warmup", "mobility", "run_drill", "stretch", "recovery", "cardio"})
"""Patterns that are done as planned and do not grow from session to session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to do at a step today, and why."""

    load: Load | None = None
    """None: bodyweight, or to be chosen by the athlete (``why`` says so)."""
    bodyweight: bool = False
    """True if the load comes on top of the body's weight."""
    reps: tuple[int, ...] = ()
    """Set by set; empty for holds."""
    seconds: int | None = None
    """Of each set, for holds and carries."""
    why: str
    """One sentence: what in the log it follows from."""
    hit: str
    """What reaching it leads to."""
    miss: str
    """What falling short of it leads to."""


def next_target(
    step: Step,
    exercise: Exercise,
    past: Sequence[Exposure],
    unit: WeightUnit,
    *,
    day: date | None = None,
    lighter: bool = False,
    beginner: bool = False,
    racks: Racks = USUAL,
) -> Target:
    """Return the target of ``step`` from what was done before, oldest first.

    ``unit`` is the athlete's; a load typed in another one stays in it. With ``day`` a
    lift rises at most twice an ISO week (R22), and after two weeks without it there is
    less of it. ``lighter`` asks for a deload week's target (B.6). Fixed reps are linear
    progression; a ``beginner``'s squats and hinges may then rise by two steps at first.
    Loads are rounded to what ``racks`` hold.

    3x6-8: 8, 8, 8 at 60 kg leads to 62.5 kg x 6, 6, 6; 8, 7, 7 to 60 kg x 8, 8, 7.
    """
    if step.kind is StepKind.STATION or not step.logs_sets or exercise.pattern in _STEADY:
        return _target(step, reasons.as_planned())
    done = judged(past)
    if step.seconds is not None or exercise.timed:
        return _hold(step, exercise, done, day)
    if step.reps is None:
        return _target(step, reasons.as_planned())
    asked = Asked(step.sets, step.reps, max(step.reps, step.reps_max or step.reps), step.rpe, beginner, racks)
    in_range = _in_range(done, asked)
    if not in_range and (best := _strongest(done)):
        return _carried(step, asked, exercise, best, unit, days_away(_days(done), day))
    by_feel = regulated(in_range, asked, exercise, day, _days(done))
    if by_feel is not None and lighter:
        return _lighter(step, Standing(load=by_feel.load), asked, exercise, unit)
    if by_feel is not None:
        said = reasons.by_feel(by_feel, asked, unit)
        return replace(_target(step, said), load=by_feel.load)
    now = standing(in_range or done, asked, exercise, day, _days(done))
    if now.event is Event.FIRST and step.load is not None:
        now = replace(now, load=step.load)
    if lighter and now.event is not Event.FIRST:
        return _lighter(step, now, asked, exercise, unit)
    said = reasons.double_progression(now, asked, exercise, unit)
    return replace(_target(step, said), load=now.load, bodyweight=now.on_body, reps=now.reps)


def _target(step: Step, said: reasons.Reasons) -> Target:
    """Return a target with the step's own numbers."""
    reps = (step.reps,) * step.sets if step.reps is not None else ()
    return Target(load=step.load, reps=reps, seconds=step.seconds, why=said.why, hit=said.hit, miss=said.miss)


def _lighter(step: Step, now: Standing, asked: Asked, exercise: Exercise, unit: WeightUnit) -> Target:
    """Return a deload week's target: the bottom of the range at nine tenths of the load."""
    load = now.load
    if load is not None:
        less = Load(load.value * LIGHTER_WEEK_LOAD, load.unit)
        load = loadable_below(less, exercise.equipment, load.unit, asked.racks)
    return replace(_target(step, reasons.lighter_week(now, unit)), load=load, bodyweight=now.on_body)


def _in_range(done: Sequence[Exposure], asked: Asked) -> list[Exposure]:
    """Return the sessions of the asked range; none if they are much older than the others.

    A lift trained heavy and light in turn so keeps one standing for each range. For
    bodyweight every session counts: there is no load to tell ranges apart.
    """
    if not any(r.load for exposure in done for r in rounds(exposure.sets)):
        return list(done)
    fitting = [exposure for exposure in done if _fits(exposure, asked)]
    recent = bool(fitting) and done[-1].local_date - fitting[-1].local_date < LAYOFF
    return fitting if recent else []


def _fits(exposure: Exposure, asked: Asked) -> bool:
    """Return whether a session asked for that range or, if it asked for none, lies in it."""
    if exposure.target_reps is not None:
        return (exposure.target_reps, exposure.target_reps_max or exposure.target_reps) == (asked.lo, asked.hi)
    return asked.lo <= max(r.reps for r in rounds(exposure.sets)) <= asked.hi


def _strongest(done: Sequence[Exposure]) -> Round | None:
    """Return the set of the last sessions with the highest e1RM, if one was loaded."""
    sets = [r for exposure in done[-RECENT:] for r in rounds(exposure.sets) if r.kg and r.reps and not r.on_body]
    return max(sets, key=_maximum, default=None)


def _maximum(done: Round) -> float:
    """Return the e1RM; where there is none to be had, a low guess."""
    found = estimate(done.kg, done.reps, done.rpe)
    return found.kg if found else by_formula(done.kg, min(done.reps, MOST_REPS))


def _days(done: Sequence[Exposure]) -> tuple[date, ...]:
    return tuple(exposure.local_date for exposure in done)


def _carried(step: Step, asked: Asked, exercise: Exercise, best: Round, unit: WeightUnit, away: int) -> Target:
    """Start a new range from a set of other reps: e1RM times percent (B.4), less of it after a break."""
    typed = best.load.unit if best.load else unit
    kg = min(_maximum(best) * _share(step, asked), best.kg * MOST_CARRIED) * share_after(away)
    load = loadable_below(Load(kg).to(typed), exercise.equipment, typed, asked.racks)
    return replace(_target(step, reasons.carried_over(best, load, asked, unit, away)), load=load)


def _share(step: Step, asked: Asked) -> float:
    """Return the share of 1RM of a range's bottom; what is lifted as fast as possible is light (B.3)."""
    effort = max(EASY_RPE, asked.rpe or HARDEST_RPE)
    if step.tempo is not None and Tempo.parse(step.tempo) == default_tempo(Aim.POWER):
        return POWER_SHARE
    return percent(asked.lo, effort) or ENDURANCE_SHARE


def _hold(step: Step, exercise: Exercise, done: Sequence[Exposure], day: date | None) -> Target:
    now = hold_standing(done, step.sets, step.seconds or FIRST_SECONDS, step.load, day=day)
    return replace(_target(step, reasons.holding(now, exercise)), load=now.load, reps=(), seconds=now.seconds)
