"""Whether a set was hard. Source: science.md 0.

A hard set is a working set at RPE 7 or more (three repetitions in reserve or fewer), or
one of a prescription that asks for that. A warm-up never is. What nobody rated and
nobody asked anything of is unknown: neither counted nor left out in silence.
"""

from __future__ import annotations

from hybridtui.domain.session import LoggedSet, SetKind
from hybridtui.domain.workout import Step

HARD_RPE = 7.0
"""From this effort on a set is hard."""


def hardness(kind: SetKind, rpe: float | None, asked_rpe: float | None) -> bool | None:
    """Return whether a set was hard; None where it was neither rated nor asked for at an effort.

    What the athlete felt goes before what was asked for.

    >>> hardness(SetKind.WORKING, 8.0, 6.0), hardness(SetKind.WARMUP, 9.0, None), hardness(SetKind.WORKING, None, None)
    (True, False, None)
    """
    if kind is SetKind.WARMUP:
        return False
    if kind is SetKind.FAILURE:
        return True
    effort = rpe if rpe is not None else asked_rpe
    return None if effort is None else effort >= HARD_RPE


def is_hard(logged: LoggedSet, steps: tuple[Step, ...]) -> bool | None:
    """Return whether a set of a session with these steps was hard; None: unknown."""
    return hardness(logged.kind, logged.rpe, asked_rpe(steps, logged.step))


def asked_rpe(steps: tuple[Step, ...], step: int | None) -> float | None:
    """Return the effort that a step asks for, if there is such a step and it asks."""
    return steps[step].rpe if step is not None and 0 <= step < len(steps) else None
