"""The words of a target: why it is so, what a hit and what a miss lead to. DESIGN 1, Why."""

from __future__ import annotations

from typing import NamedTuple

from hybridtui.domain.autoregulation import Regulated
from hybridtui.domain.breaks import share_after
from hybridtui.domain.double_progression import (
    BIG_STEP,
    HARDEST_RPE,
    MASTERY_RPE,
    STALL_SESSIONS,
    STALL_SHARE,
    WIDENINGS,
    WIDER_BY,
)
from hybridtui.domain.effort import MOST, TECHNIQUE
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.holds import HoldStanding
from hybridtui.domain.plates import is_loadable, loadable_above, loadable_below
from hybridtui.domain.standing import Asked, Event, Round, Standing
from hybridtui.domain.units import Load, WeightUnit, decimal

_IN_HAND = decimal(MOST - TECHNIQUE)
"""Reps left in a technique set (R39)."""

_NO_HEAVIER = "your plates make nothing heavier, so take 3 s down and 3 s up"

_EFFORT = f"at effort {decimal(HARDEST_RPE)} or less"


class Reasons(NamedTuple):
    """Three plain sentences."""

    why: str
    hit: str
    miss: str


def as_planned() -> Reasons:
    """Return the words for what does not grow from session to session."""
    return Reasons(
        "As the plan has it.",
        "The plan goes on as it is.",
        "Do what is comfortable; nothing changes.",
    )


def double_progression(now: Standing, asked: Asked, exercise: Exercise, unit: WeightUnit) -> Reasons:
    """Return the words for reps and load."""
    return Reasons(
        _why(now, asked, exercise, unit), _hit(now, asked, exercise, unit), _miss(now, asked, exercise, unit)
    )


def carried_over(best: Round, load: Load, asked: Asked, unit: WeightUnit, away: int = 0) -> Reasons:
    """Return the words for a load worked out from sets of other reps, ``away`` days ago if that was a break."""
    done = load_words(best.load, unit) if best.load else ""
    less = f", and less of it after {away} days" if share_after(away) < 1 else ""
    return Reasons(
        f"Worked out from your {best.reps} reps at {done}, for {asked.lo} reps today{less}.",
        f"{asked.hi} in every set {_EFFORT}: one step above {load_words(load, unit)} next time.",
        f"A set below {asked.lo}: {load_words(load, unit)} again.",
    )


def by_feel(found: Regulated, asked: Asked, unit: WeightUnit) -> Reasons:
    """Return the words for a load worked out from how hard sets were."""
    best = found.best
    done = load_words(best.load, unit) if best.load else ""
    text = f"From {best.reps} reps at {done}, rated {decimal(best.rpe or 10)}"
    if found.away:
        text += f"; {found.away} days ago, so {_kept(found.away)}"
    elif found.held is Event.MORE_SETS:
        text += "; more would be due, but today has more sets, so the load stays"
    elif found.held is Event.ENOUGH_RAISES:
        text += "; more would be due, but it rose twice this week already"
    effort = decimal(asked.rpe or HARDEST_RPE)
    return Reasons(
        f"{text}.",
        f"{asked.lo} in every set below effort {effort}: a little more next time, a tenth at most.",
        f"Harder than effort {effort}, or fewer than {asked.lo}: a little less next time, a tenth at most.",
    )


def _kept(away: int) -> str:
    """Say how much of a load is kept after so many days."""
    return f"{decimal(100 * share_after(away))} % of it"


def lighter_week(now: Standing, unit: WeightUnit) -> Reasons:
    """Return the words for a deload week's target."""
    if now.load is None:
        return Reasons(
            "A lighter week: fewer sets, well short of tired.", "Next week on as before.", "Nothing is lost."
        )
    usual = load_words(now.load, unit, on_body=now.on_body)
    return Reasons(
        f"A lighter week: 90 % of {usual}, and fewer sets.", f"Next week on from {usual}.", "Nothing is lost."
    )


def load_words(load: Load, unit: WeightUnit, *, on_body: bool = False) -> str:
    """Write a load as typed, in the athlete's unit behind it if that is another.

    >>> load_words(Load(135, WeightUnit.LB), WeightUnit.KG), load_words(Load(10), WeightUnit.KG, on_body=True)
    ('135 lb (61.2 kg)', 'bodyweight + 10 kg')
    """
    typed = f"bodyweight + {load}" if on_body else str(load)
    return typed if load.unit is unit else f"{typed} ({decimal(load.to(unit).value, 1)} {unit})"


def _why(now: Standing, asked: Asked, exercise: Exercise, unit: WeightUnit) -> str:
    load = load_words(now.load, unit, on_body=now.on_body) if now.load else ""
    match now.event:
        case Event.FIRST if _to_choose(now, exercise):
            return f"New to your log: choose a load you could lift {_IN_HAND} more times, and mind the form."
        case Event.FIRST:
            return f"New to your log: end the first set with {_IN_HAND} more reps in you, and mind the form."
        case Event.EASED:
            less = f"a tenth less, {load}" if load else _easier(exercise)
            return f"Three sessions in a row with a set below {asked.lo} reps: {less}."
        case Event.LIGHT:
            return f"The last session was a lighter one: on from {load or 'where you were'}."
        case Event.RETURNED:
            kept = f"{_kept(now.away)}, {load}" if load else f"from {asked.lo} reps again"
            return f"{now.away} days since the last time: {kept}, and up from there."
        case Event.RESTARTED:
            return f"You have trained it lighter lately: on from {load or 'there'}."
        case _:
            return f"Last time {_last(now, unit)}{_after_last(now, asked, exercise)}."


def _last(now: Standing, unit: WeightUnit) -> str:
    reps = ", ".join(str(reps) for reps in now.last)
    return f"{reps} at {load_words(now.last_load, unit, on_body=now.on_body)}" if now.last_load else reps


def _after_last(now: Standing, asked: Asked, exercise: Exercise) -> str:
    """Say what follows from the reps of last time."""
    match now.event:
        case Event.TOO_HARD:
            return f", the last set at effort {decimal(now.last_rpe or 10)}: the same again, easier"
        case Event.RAISED:
            return f": one step up, from {asked.lo} reps again"
        case Event.MORE_SETS:
            return ": a step is earned, but today has more sets, so the load stays"
        case Event.ENOUGH_RAISES:
            return ": raised twice this week already, so the load stays"
        case Event.WIDENED:
            return f": the next load is a big step, so up to {_top(now, asked)} reps first"
        case Event.HEAVIEST:
            return f", all at the top: {_NO_HEAVIER}"
        case Event.TOP if now.mastered > 1:
            return f", all at the top twice in a row: {_harder(exercise)}"
        case Event.TOP:
            return f", all at the top: once more like this, then {_harder(exercise)}"
        case _ if now.load is None and now.short > 1:
            return f", below {asked.lo} twice in a row: {_easier(exercise)}"
        case _:
            return f": {_more(now, asked)}"


def _more(now: Standing, asked: Asked) -> str:
    """Say what is asked beyond last time."""
    if min(now.last[: asked.sets]) < asked.lo:
        return f"bring every set up to {asked.lo}"
    if len(now.last) < now.sets:
        return f"all {asked.sets} sets today"
    grown = [n for n, (reps, done) in enumerate(zip(now.reps, now.last, strict=False), 1) if reps > done]
    return f"one more rep in set {grown[0]}" if len(grown) == 1 else "the same again"


def _hit(now: Standing, asked: Asked, exercise: Exercise, unit: WeightUnit) -> str:
    reached = f"{_top(now, asked)} in every set {_EFFORT}"
    if _to_choose(now, exercise):
        return f"{reached}: one step up next time."
    if now.load is None:
        easily = f"{_top(now, asked)} in every set at effort {decimal(MASTERY_RPE)} or less"
        return f"{easily}, two sessions in a row: {_harder(exercise)}."
    higher = loadable_above(now.load, exercise.equipment, asked.racks)
    if higher == now.load:
        return f"{reached}: {_NO_HEAVIER}."
    big = higher.kg - now.load.kg > BIG_STEP * now.load.kg and not now.on_body
    if big and now.widened < WIDENINGS:
        return f"{reached}: up to {_top(now, asked) + WIDER_BY} reps, then {load_words(higher, unit)}."
    return f"{reached}: {load_words(higher, unit, on_body=now.on_body)} next time."


def _miss(now: Standing, asked: Asked, exercise: Exercise, unit: WeightUnit) -> str:
    below = f"A set below {asked.lo}"
    if _to_choose(now, exercise):
        return f"{below}: something lighter next time."
    if now.load is None:
        return f"{below}: the same again; two sessions in a row: {_easier(exercise)}."
    words = load_words(now.load, unit, on_body=now.on_body)
    lower = Load(now.load.value * STALL_SHARE, now.load.unit)
    eased = loadable_below(lower, exercise.equipment, lower.unit, asked.racks)
    less = load_words(eased, unit, on_body=now.on_body)
    if now.short == STALL_SESSIONS - 1:
        return f"{below} for the third time in a row: {less}."
    return f"{below}: {words} again; three sessions in a row: {less}."


def holding(now: HoldStanding, exercise: Exercise) -> Reasons:
    """Return the words for a hold or carry."""
    aim = f"{now.seconds} s"
    grown = _harder(exercise) if now.at_top else "a little longer next time"
    return Reasons(
        _why_held(now, exercise, aim),
        f"{aim} in every set {_EFFORT}: {grown}.",
        f"A set short of {aim}: the same again; twice in a row: {_easier(exercise)}.",
    )


def _why_held(now: HoldStanding, exercise: Exercise, aim: str) -> str:
    if not now.last:
        return f"New to your log: {aim} with clean form and steady breath."
    if now.away:
        return f"{now.away} days since the last time: {aim}, and up from there."
    done = f"Last time {', '.join(decimal(seconds, 0) for seconds in now.last)} s"
    if now.mastered:
        return f"{done}, as long as it gets: {_harder(exercise)}."
    if now.short > 1:
        return f"{done}, short of {aim} twice in a row: {_easier(exercise)}."
    return f"{done}: today {aim}."


def _to_choose(now: Standing, exercise: Exercise) -> bool:
    """Return whether the athlete has to pick the load: nothing is known of it yet."""
    return now.event is Event.FIRST and now.load is None and is_loadable(exercise)


def _top(now: Standing, asked: Asked) -> int:
    return asked.hi + WIDER_BY * now.widened


def _harder(exercise: Exercise) -> str:
    """Say how to go on at the top: the next of the ladder, the next band, or slower (R28, R29)."""
    harder = catalogue().get(exercise.harder or "")
    if harder:
        return f"go on to {harder.name}"
    if any("band" in way for way in exercise.equipment):
        return "take the next stronger band"
    return "take 3 s down and 3 s up to make it harder"


def _easier(exercise: Exercise) -> str:
    easier = catalogue().get(exercise.easier or "")
    return f"{easier.name} may fit better for now" if easier else "fewer reps, or a shorter way, for now"
