"""Steps of a workout in plain words: for pipes, calendars and other places without a screen."""

from __future__ import annotations

from hybridtui.domain.text import clean
from hybridtui.domain.units import Distance, DistanceUnit, clock, decimal, pace
from hybridtui.domain.workout import Form, Step, StepKind


def asked(step: Step, unit: DistanceUnit) -> str:
    """Return what a step asks for, without its name.

    >>> asked(Step(kind=StepKind.SET, title="Row", sets=3, reps=8, reps_max=10, rpe=7, rest_s=90), DistanceUnit.KM)
    '3 x 8-10, RPE 7, rest 90 s'
    """
    parts = [
        amount(step, unit),
        f"{decimal(step.load.value)} {step.load.unit}" if step.load is not None else "",
        f"RPE {decimal(step.rpe)}" if step.rpe is not None else "",
        pace(step.pace_s_per_km, 1000, unit) if step.pace_s_per_km else "",
        f"zone {step.zone}" if step.zone else "",
        f"rest {time(step.rest_s)}" if step.rest_s and (step.sets > 1 or step.kind is StepKind.STATION) else "",
        f"tempo {step.tempo}" if step.tempo else "",
    ]
    return ", ".join(clean(part) for part in parts if part)


def amount(step: Step, unit: DistanceUnit) -> str:
    """Return how much a step asks for: ``3 x 8-10``, ``2 x 30 s each side``, ``30 min``."""
    one = ""
    if step.reps is not None:
        one = f"{step.reps}" if step.reps_max in (None, step.reps) else f"{step.reps}-{step.reps_max}"
    elif step.distance_m:
        one = length(step.distance_m, unit)
    elif step.seconds:
        one = time(step.seconds)
    side = " each side" if step.per_side else ""
    return f"{step.sets} x {one}{side}" if step.sets > 1 or step.reps is not None else f"{one}{side}"


def form(step: Step) -> str:
    """Return how the clock leads through the group of a step; empty if it does not.

    >>> form(Step(kind=StepKind.STATION, title="Squat", form=Form.AMRAP, block_s=720))
    'as many rounds as possible in 12 min'
    """
    match step.form:
        case Form.AMRAP:
            return f"as many rounds as possible in {time(step.block_s)}"
        case Form.EMOM:
            return f"one begins every {time(step.block_s)}"
        case None:
            return ""


def time(seconds: float) -> str:
    """Return a length of time.

    >>> time(90), time(1800), time(150)
    ('90 s', '30 min', '2:30 min')
    """
    if seconds < 120 and seconds % 60:
        return f"{decimal(seconds, 0)} s"
    return f"{seconds / 60:.0f} min" if seconds % 60 == 0 else f"{clock(seconds)} min"


def length(metres: float, unit: DistanceUnit) -> str:
    """Return a distance: below a kilometre in metres, else in the athlete's unit."""
    if metres < 1000:
        return f"{decimal(metres, 0)} m"
    return str(Distance(metres).to(unit))
