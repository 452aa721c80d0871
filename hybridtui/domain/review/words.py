"""The pieces that sentences of a review are put together from."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.days.adherence import Missed
from hybridtui.domain.history import Totals
from hybridtui.domain.loads.days import LoadSum
from hybridtui.domain.review.facts import SideFacts
from hybridtui.domain.text import clean
from hybridtui.domain.units import round_half_up, whole_minutes
from hybridtui.domain.workout import Workout

MOST_NAMED = 2
"""So many missed workouts are named; the others are counted."""


def count(number: int, noun: str) -> str:
    """Write a number with its noun: ``1 session``, ``3 sessions``."""
    return f"{number} {noun if number == 1 else noun + 's'}"


def minutes(seconds: float) -> str:
    """Write seconds as ``45 min``."""
    return f"{whole_minutes(seconds):,} min"


def done_of(side: SideFacts) -> str:
    """Write how much of a side was done: ``150 of 160 min``; ``150 min against a usual 140``."""
    done = whole_minutes(side.kept.done_s)
    if side.planned:
        return f"{done:,} of {minutes(side.kept.planned_s)}" if side.kept.planned_s else f"{done:,} min, 0 planned"
    if side.usual_s is None:
        return f"{done:,} min"
    usual = whole_minutes(side.usual_s)
    return f"{done:,} min against a usual {usual:,}" if usual else f"{done:,} min, usually 0"


def done_in(totals: Totals) -> str:
    """Write what a week holds: ``60 min of running in 1 session``; other sports if there was neither."""
    done = [
        f"{minutes(seconds)} of {name} in {count(number, 'session')}"
        for name, seconds, number in (
            ("running", totals.run_s, totals.runs),
            ("strength", totals.strength_s, totals.strength_sessions),
        )
        if number
    ]
    return listed(done) or f"{minutes(totals.other_s)} of other sports in {count(totals.sessions, 'session')}"


def of_sports(sums: LoadSum) -> str:
    """Write the loads that a sum is made of: `` (run 480, strength 120)``; empty without any."""
    sides = [("run", sums.run.au), ("strength", sums.strength.au), ("other", sums.other.au)]
    told = ", ".join(f"{name} {round_half_up(au):,.0f}" for name, au in sides if au)
    return f" ({told})" if told else ""


def listed(parts: Sequence[str]) -> str:
    """Join parts as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def named(workout: Workout) -> str:
    """Write a workout with its day: ``Full body A on Thu``."""
    return f"{clean(workout.title) or workout.kind.value} on {workout.day:%a}"


def missed(workouts: Sequence[Missed]) -> str:
    """Name what was missed, with the reason where one is known: ``Full body B on Thu (travel)``."""
    names = [f"{named(each.workout)}{_because(each)}" for each in workouts[:MOST_NAMED]]
    if len(workouts) > MOST_NAMED:
        names.append(f"{len(workouts) - MOST_NAMED} more")
    return listed(names)


def reason(each: Missed) -> str:
    """Say why a workout was missed: the athlete's own word, else what the log knows; empty: nothing is known."""
    if each.said is not None:
        return each.said.reason.value.replace("_", " ")
    return clean(each.known[0]) if each.known else ""


def _because(each: Missed) -> str:
    why = reason(each)
    return f" ({why})" if why else ""


def sentence(text: str) -> str:
    """Begin with a capital and end with one full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('. ')}."
