"""Steps, sets and sessions as the screens write them: short, with units, the same everywhere.

What comes from people (titles, notes) is cleaned by whoever shows it; nothing here
is markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.dates import day_and_month
from hybridtui.domain.guide import target_reps
from hybridtui.domain.history import Exposure
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import LoggedSet, RunEntry, Side
from hybridtui.domain.units import DistanceUnit, Load, clock, decimal, pace
from hybridtui.domain.workout import Form, Step
from hybridtui.ui.big_type import Big
from hybridtui.ui.look import DOT, TIMES, distance, minutes

ZONES = {"E": "easy", "M": "marathon", "T": "threshold", "I": "interval", "R": "repetition"}
"""What the letters of the training zones stand for (science C.2)."""


def zone(letter: str) -> str:
    """Write a zone with its word: ``E easy``."""
    return f"{letter} {ZONES[letter]}" if letter in ZONES else f"zone {letter}"


def reps_range(step: Step) -> str:
    """Write the reps asked for: ``8``, ``6–8``; empty if none are."""
    if step.reps is None:
        return ""
    return str(step.reps) if step.reps_max in (None, step.reps) else f"{step.reps}–{step.reps_max}"


def amount(step: Step, unit: DistanceUnit = DistanceUnit.KM) -> str:
    """Write how much a step asks for: ``3 × 6–8``, ``3 × 30 s``, ``5 × 400 m``, ``20 min``."""
    one = reps_range(step)
    if not one and step.distance_m:
        one = distance(step.distance_m, unit)
    if not one and step.seconds:
        one = duration(step.seconds) if step.logs_sets or step.seconds % 60 else minutes(step.seconds)
    if step.form is Form.AMRAP and one:
        return f"{one} reps" if step.reps is not None else one  # of each round; how many there will be, nobody knows
    if step.sets == 1 and (step.reps is None or not one):
        return one
    return f"{step.sets} {TIMES} {one}" if one else f"{step.sets} sets"


def duration(seconds: float) -> str:
    """Write a hold: ``45 s``, from two minutes on ``2:00``."""
    return f"{decimal(seconds, 1)} s" if seconds < 120 else clock(seconds)


def pause(seconds: int) -> str:
    """Write a rest to the second: ``2 min``, ``90 s``, ``2:30``.

    >>> pause(120), pause(90), pause(150)
    ('2 min', '90 s', '2:30')
    """
    return minutes(seconds) if seconds % 60 == 0 else duration(seconds)


def manner(step: Step, unit: DistanceUnit = DistanceUnit.KM) -> str:
    """Write how it is to be done: tempo, pace, effort, zone, rest."""
    parts = [
        f"tempo {step.tempo}" if step.tempo else "",
        pace(step.pace_s_per_km, 1000, unit) if step.pace_s_per_km else "",
        f"RPE {decimal(step.rpe)}" if step.rpe is not None else "",
        zone(step.zone) if step.zone else "",
        f"rest {pause(step.rest_s)}" if step.rest_s else "",
    ]
    return DOT.join(part for part in parts if part)


def big_target(step: Step, set_number: int, load: Load | None, reps: int | None, unit: DistanceUnit) -> tuple[Big, ...]:
    """Return what one set asks for as large numbers with small units.

    ``load`` and ``reps`` are the targets of the day as the athlete may have changed them.
    """
    if step.logs_sets or is_ramp(step):
        return _big_set(step, load, reps if reps is not None else target_reps(step, set_number))
    if step.distance_m:
        number, name = distance(step.distance_m, unit).split(" ")
        return ((number, name),)
    if step.seconds:
        minute = step.seconds == 60  # as ``amount`` writes it beside
        return (_each_side(step, ("1", "min") if minute else big_duration(step.seconds)),)
    return ()


def _each_side(step: Step, one: Big) -> Big:
    return (one[0], f"{one[1]} each side") if step.per_side else one


def _big_set(step: Step, load: Load | None, reps: int | None) -> tuple[Big, ...]:
    parts: list[Big] = [(decimal(load.value), str(load.unit))] if load else []
    if reps is not None:
        parts.append((str(reps), "each side" if step.per_side else "rep" if reps == 1 else "reps"))
    elif step.seconds:
        parts.append(_each_side(step, big_duration(step.seconds)))
    return tuple(parts)


def target(step: Step, set_number: int, unit: DistanceUnit, load: Load | None = None) -> str:
    """Write what one set asks for on one line: ``80 kg × 6``, ``10 reps``, ``30 s each side``, ``400 m``.

    ``load`` is what is lifted where the plan knows none yet.
    """
    parts = big_target(step, set_number, step.load or load, None, unit)
    texts = [f"{number} {small}" for number, small in parts]
    if len(parts) > 1:
        texts[-1] = texts[-1].removesuffix(" reps").removesuffix(" rep")
    return f" {TIMES} ".join(texts)


def big_of_set(logged: LoggedSet) -> tuple[Big, ...]:
    """Return a set that was done as large numbers with small units, to be done again."""
    parts: list[Big] = [(decimal(logged.load.value), str(logged.load.unit))] if logged.load else []
    if logged.reps:
        parts.append((str(logged.reps), "rep" if logged.reps == 1 else "reps"))
    elif logged.seconds:
        parts.append(big_duration(round(logged.seconds)))
    return tuple(parts)


def big_duration(seconds: int) -> Big:
    """Return a length of time as a large number and its unit."""
    if seconds < 120:
        return str(seconds), "s"
    return (str(seconds // 60), "min") if seconds % 60 == 0 else (clock(seconds), "min")


def done_set(logged: LoggedSet) -> str:
    """Write one logged set: ``80 kg × 8``, ``12 reps``, ``45 s``, ``500 m in 1:55``, ``left 8``.

    ``failed`` if nothing came of it.
    """
    if logged.failed:
        return f"{_load(logged)} failed".strip()
    count = f"{logged.reps}" if logged.reps else _how_far(logged) or duration(logged.seconds or 0)
    if logged.side is not None:
        count = f"{'left' if logged.side is Side.LEFT else 'right'} {count}"
    weight = _load(logged)
    if not weight:
        return f"{count} {'rep' if logged.reps == 1 else 'reps'}" if logged.reps else count
    return f"{weight} {TIMES} {count}"


def done_sets(sets: Sequence[LoggedSet]) -> str:
    """Write the sets of one exercise, a repeated load only once: ``80 kg × 8, 8, 7 · 75 kg × 8``."""
    groups: list[str] = []
    before: str | None = None
    for logged in sets:
        weight, text = _load(logged), done_set(logged)
        if weight and weight == before:
            groups[-1] += ", " + text.removeprefix(f"{weight} {TIMES} ").removeprefix(f"{weight} ")
        else:
            groups.append(text)
        before = weight
    if before == "" and len(groups) > 1 and len({text.split(" ")[-1].removesuffix("s") for text in groups}) == 1:
        bare = (text.removesuffix(" reps").removesuffix(" rep") for text in groups[:-1])
        return f"{', '.join(bare)}, {groups[-1]}"
    return DOT.join(groups)


def _how_far(logged: LoggedSet) -> str:
    """Write what was carried or rowed over a distance, in the unit it was told in: ``500 m in 1:55``."""
    if logged.distance is None:
        return ""
    unit = DistanceUnit.MI if logged.distance.unit is DistanceUnit.MI else DistanceUnit.KM
    far = distance(logged.distance.metres, unit)
    return f"{far} in {clock(logged.seconds)}" if logged.seconds else far


def _load(logged: LoggedSet) -> str:
    if logged.load is None or not logged.load.value:
        return "bodyweight" if logged.bodyweight else ""
    return f"bw + {logged.load}" if logged.bodyweight else str(logged.load)


def done_run(run: RunEntry, unit: DistanceUnit = DistanceUnit.KM) -> str:
    """Write one logged run: ``8 km · 44:10 · 5:31/km``."""
    parts = []
    if run.distance is not None:
        parts.append(distance(run.distance.metres, unit))
    if run.seconds:
        parts.append(clock(run.seconds))
        if run.distance is not None:
            parts.append(pace(run.seconds, run.distance.metres, unit))
    return DOT.join(parts)


def last_time(exposure: Exposure) -> str:
    """Write the last time of an exercise: ``3 Mar · 80 kg × 8, 8, 7``."""
    day = exposure.local_date
    return f"{day_and_month(day)}{DOT}{done_sets(exposure.sets)}"


def with_times(text: str) -> str:
    """Write ``80 kg x 8`` with a proper multiplication sign."""
    return text.replace(" x ", f" {TIMES} ")
