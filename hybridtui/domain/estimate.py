"""How long a session will take. Source: science.md B.7 and section 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from hybridtui.domain.guide import BETWEEN_MEMBERS_S, is_superset
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.tempo import UNSAID, Tempo
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.workout import Form, Step

SET_UP_S = 20
"""Getting to the next exercise and ready for it (B.7)."""

UNKNOWN_PACE_S_PER_KM = 420.0
"""Assumed for a distance without a pace: 7:00/km, an easy beginner's (a product decision)."""


def set_seconds(step: Step) -> float:
    """Return how long one set, hold, station or stretch of running takes, both sides, without rest.

    A range of reps counts with its middle: targets start at its bottom and grow to its top.
    In an EMOM it is the time from one start to the next.
    """
    if step.form is Form.EMOM:
        return float(step.block_s)
    sides = 2 if step.per_side else 1
    if step.seconds is not None:
        return step.seconds * sides
    if step.distance_m is not None:
        return step.distance_m / 1000 * (step.pace_s_per_km or UNKNOWN_PACE_S_PER_KM) * sides
    if step.reps is None:
        return 0.0
    reps = (step.reps + (step.reps_max or step.reps)) / 2
    tempo = Tempo.parse(step.tempo) if step.tempo else UNSAID
    return reps * tempo.seconds * sides


def step_seconds(step: Step) -> float:
    """Return how long a step takes with its rests, and its set-up if sets are logged at it.

    >>> from hybridtui.domain.workout import StepKind
    >>> step_seconds(Step(kind=StepKind.SET, title="Squat", sets=3, reps=10, tempo="3-1-1-0", rest_s=90))
    350.0
    """
    set_up = SET_UP_S if step.logs_sets and step.form is None else 0  # in a block one sets up by the clock
    # A ramp set is one step of its own, and its rest comes before the next step.
    rests = step.sets if is_ramp(step) else step.sets - 1
    return step.sets * set_seconds(step) + max(0, rests) * step.rest_s + set_up


def session_seconds(steps: Iterable[Step]) -> float:
    """Return how long the steps take one after another, warm-up and cool-down included.

    An AMRAP takes its time once; a superset rests after its rounds, not after each of its sets.
    """
    return sum(_together_s(list(members)) for _, members in groupby(steps, key=lambda step: (step.form, step.group)))


def session_minutes(steps: Iterable[Step]) -> int:
    """Return :func:`session_seconds` in whole minutes, rounded half up."""
    return whole_minutes(session_seconds(steps))


def _together_s(members: Sequence[Step]) -> float:
    if members[0].form is Form.AMRAP:
        return float(members[0].block_s)
    if members[0].group is not None and is_superset(members):
        return sum(step.sets * set_seconds(step) + SET_UP_S for step in members) + _rests_s(members)
    return sum(step_seconds(step) for step in members)


def _rests_s(superset: Sequence[Step]) -> float:
    """The changes within the rounds, and the longest rest of the members after each round but the last."""
    rounds = max(step.sets for step in superset)
    changes = sum(step.sets for step in superset) - rounds
    return changes * BETWEEN_MEMBERS_S + (rounds - 1) * max(step.rest_s for step in superset)
