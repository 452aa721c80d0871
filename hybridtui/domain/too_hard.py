"""Sets that turn out much harder than they were meant to be: less weight for the rest. Source: science.md D.6."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.session import LoggedSet
from hybridtui.domain.standing import rounds
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Step

HARDER_BY = 1.5
"""More than so many points of RPE above the target is too hard."""

SETS = 2
"""So many such sets at one step lower the load of those to come."""

LOAD_KEPT = 0.95


def eased_load(step: Step, done: Sequence[LoggedSet], exercise: Exercise, racks: Racks = USUAL) -> Load | None:
    """Return the load for the rest of a step whose sets were too hard; None: as it stands.

    ``done`` are the sets logged at the step, ``racks`` the weights there are. A load that was
    lowered since then stays. Where the step asks for no load, the last one is what stands.
    Left and right are one set.
    """
    loaded = [each for each in rounds(done) if each.load is not None]
    now = step.load or (loaded[-1].load if loaded else None)
    if now is None or step.rpe is None:
        return None
    hard = [each for each in loaded if (each.rpe or 0) > step.rpe + HARDER_BY]
    if len(hard) < SETS or any(each.kg > now.kg for each in hard):
        return None
    lighter = Load(now.value * LOAD_KEPT, now.unit)
    eased = loadable_below(lighter, exercise.equipment, lighter.unit, racks)
    return eased if eased.kg < now.kg else None
