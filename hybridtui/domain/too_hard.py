"""Sets that turn out much harder than they were meant to be: less weight for the rest. Source: science.md D.6."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.session import LoggedSet, SetKind
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Step

HARDER_BY = 1.5
"""More than so many points of RPE above the target is too hard."""

SETS = 2
"""So many such sets at one step lower the load of those to come."""

LOAD_KEPT = 0.95


def eased_load(step: Step, done: Sequence[LoggedSet], exercise: Exercise, racks: Racks = USUAL) -> Load | None:
    """Return the load for the rest of a step whose sets were too hard; None: as it stands.

    ``done`` are the sets logged at the step, ``racks`` the weights there are. A load that was lowered since then stays.
    """
    if step.load is None or step.rpe is None:
        return None
    hardest = step.rpe + HARDER_BY
    hard = [s for s in done if s.kind is not SetKind.WARMUP and s.load is not None and (s.rpe or 0) > hardest]
    if len(hard) < SETS or any(s.load is not None and s.load.kg > step.load.kg for s in hard):
        return None
    lighter = Load(step.load.value * LOAD_KEPT, step.load.unit)
    eased = loadable_below(lighter, exercise.equipment, lighter.unit, racks)
    return eased if eased.kg < step.load.kg else None
