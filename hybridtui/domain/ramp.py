"""Ramp sets: lighter sets of the first heavy lift, so that it is not begun cold. Source: science.md F.4, R21.

A plan knows no loads: it holds the ramp as warm-up steps with reps. On the day they
get their loads from the target of the lift, or fall away where it is light.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Step, StepKind, Why

RAMP = ((0.50, 8), (0.70, 5), (0.85, 3))
"""Share of the working load, and reps (F.4)."""

RAMPED_FROM_KG = 20.0
"""Loads up to this are lifted without a ramp (F.4)."""

REST_S = 45
"""Changing plates, and a breath (a product decision)."""


def ramp(exercise: Exercise) -> tuple[Step, ...]:
    """Return the ramp for a lift whose load is not known yet.

    >>> from hybridtui.domain.exercises import catalogue
    >>> [(step.title, step.reps) for step in ramp(catalogue()["deadlift"])][0]
    ('Barbell deadlift, 50 %', 8)
    """
    return tuple(
        Step(
            kind=StepKind.WARMUP,
            title=f"{exercise.name}, {100 * share:.0f} %",
            exercise=exercise.id,
            reps=reps,
            rest_s=REST_S,
            why=(Why("F.4", f"About {100 * share:.0f} % of the load to come, so that no heavy set is begun cold."),),
        )
        for share, reps in RAMP
    )


def is_ramp(step: Step) -> bool:
    """Return whether a step is a ramp set: the only warm-up that is counted in reps of one exercise."""
    return step.kind is StepKind.WARMUP and step.reps is not None and step.exercise is not None


def ramped(
    steps: Sequence[Step], exercise_of: Callable[[str], Exercise | None], racks: Racks = USUAL
) -> tuple[Step, ...]:
    """Give ramp sets the loads that follow from the targets of their lifts, rounded down to what can be loaded.

    ``steps`` have the targets of the day, ``racks`` are the weights there are. Ramps of a
    light lift, and those that would repeat the load before them, are left out; where no
    load is known yet they stay as they are.
    """
    working = {step.exercise: step.load for step in reversed(steps) if step.logs_sets}
    return tuple(_loaded(steps, working, exercise_of, racks))


def _loaded(
    steps: Iterable[Step],
    working: dict[str | None, Load | None],
    exercise_of: Callable[[str], Exercise | None],
    racks: Racks,
) -> Iterator[Step]:
    shares = {reps: share for share, reps in RAMP}
    last: Load | None = None
    for step in steps:
        load, share = working.get(step.exercise), shares.get(step.reps or 0)
        exercise = exercise_of(step.exercise) if step.exercise else None
        if not is_ramp(step) or load is None or share is None or exercise is None:
            yield step
        elif load.kg > RAMPED_FROM_KG:
            lighter = loadable_below(Load(load.value * share, load.unit), exercise.equipment, load.unit, racks)
            if lighter != last and lighter.kg < load.kg:
                yield replace(step, load=lighter, why=(Why("F.4", _words(share, load)),))
            last = lighter


def _words(share: float, load: Load) -> str:
    return f"{100 * share:.0f} % of today's {load}, rounded down: no heavy set is begun cold."
