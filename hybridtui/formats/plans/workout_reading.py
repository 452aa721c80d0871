"""Reading one workout of a plan that a program wrote, with its steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hybridtui.domain.exercises import OWN, catalogue
from hybridtui.domain.plan.definitions import QUALITY_SUBTYPES, is_hard, is_leg_heavy
from hybridtui.domain.plan.templates import TEMPLATES
from hybridtui.domain.problems import Problem
from hybridtui.domain.tempo import Tempo
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Step, StepKind, Why, Workout
from hybridtui.formats.plans.entries import Entry

T = TypeVar("T")

DAY_MINUTES = 24 * 60
RUN_SUBTYPES = ("easy", "long", "runwalk", "strides", *sorted(QUALITY_SUBTYPES))
"""The run subtypes of science 0."""

_STRENGTH = tuple(TEMPLATES)
_SUBTYPES = {Kind.RUN: RUN_SUBTYPES, Kind.STRENGTH: _STRENGTH, Kind.COMBO: _STRENGTH, Kind.HYBRID: ("circuit",)}
_KINDS = tuple(kind.value for kind in Kind if kind is not Kind.OTHER)
_ZONES = ("E", "M", "T", "I", "R")
_SLOTS = ("am", "pm")
_MOST_STEPS, _MOST_REASONS = 200, 100
_SHARE_OF_RUNNING = {Kind.RUN: 1.0, Kind.STRENGTH: 0.0, Kind.HYBRID: 0.5}
_SIDED = (StepKind.SET, StepKind.HOLD)
"""Steps whose reps and seconds are per side if the exercise is one-sided; other times are for both."""

_PREPARES = (StepKind.WARMUP, StepKind.COOLDOWN)


def workout(entry: Entry, day: date, workout_id: str) -> Workout:
    """Read one workout of a day; marks that are left out follow from its steps.

    A mark that contradicts the steps is kept: the checker looks at both and says so.

    Raises:
        Problem: naming the path of the first value that cannot be a workout's.
    """
    held = entry.table()
    kind = Kind(entry.needed(held, "kind").word(_KINDS, "a kind of workout"))
    subtype = _subtype(entry, held, kind)
    minutes, run, strength = _minutes(entry, held, kind)
    steps = tuple(_step(item) for item in held["steps"].items(_MOST_STEPS)) if "steps" in held else ()
    reasons = held["why"].items(_MOST_REASONS) if "why" in held else ()
    made = Workout(
        id=workout_id,
        day=day,
        kind=kind,
        subtype=subtype,
        title=_value(held, "title", Entry.text, "") or _title(kind, subtype),
        minutes=minutes,
        run_minutes=run,
        strength_minutes=strength,
        steps=steps,
        slot=_value(held, "slot", lambda slot: slot.word(_SLOTS, "a slot"), _SLOTS[0]),
        leg_heavy=_value(held, "leg_heavy", Entry.flag, is_leg_heavy(steps)),
        long=_value(held, "long", Entry.flag, False) or subtype == "long",
        level=_value(held, "level", lambda level: level.whole(1, 3), None),
        why=tuple(why(reason) for reason in reasons),
        moved_from=_value(held, "moved_from", Entry.day, None),
        because=_value(held, "because", Entry.text, ""),
    )
    return replace(made, hard=_value(held, "hard", Entry.flag, is_hard(made)))


def _value(held: Mapping[str, Entry], key: str, reader: Callable[[Entry], T], default: T) -> T:
    return reader(held[key]) if key in held else default


def _subtype(entry: Entry, held: Mapping[str, Entry], kind: Kind) -> str:
    allowed = _SUBTYPES.get(kind)
    if allowed is None:
        return _value(held, "subtype", Entry.text, kind.value)
    if kind is Kind.HYBRID and "subtype" not in held:
        return allowed[0]
    return entry.needed(held, "subtype").word(allowed, f"a subtype of {kind.value}")


def _title(kind: Kind, subtype: str) -> str:
    if kind in (Kind.STRENGTH, Kind.COMBO):
        return TEMPLATES[subtype].title
    return f"{subtype.capitalize()} run" if kind is Kind.RUN else subtype.capitalize()


def _minutes(entry: Entry, held: Mapping[str, Entry], kind: Kind) -> tuple[int, int, int]:
    """Return the minutes in all, of running and of strength; what is not said follows from the kind."""
    keys = ("minutes", "run_minutes", "strength_minutes")
    total, run, strength = (_value(held, key, lambda e: e.whole(0, DAY_MINUTES), None) for key in keys)
    if total is None:
        if run is None and strength is None:
            raise entry.refused("'minutes' is missing")
        total = (run or 0) + (strength or 0)
    if kind is Kind.RECOVERY:
        return total, run or 0, strength or 0
    if run is None and strength is None:
        if kind is Kind.COMBO:
            raise entry.refused("'run_minutes' and 'strength_minutes' are missing; a combo has both")
        run = round(total * _SHARE_OF_RUNNING[kind])
    if run is None:
        run = max(0, total - (strength or 0))
    return total, run, max(0, total - run) if strength is None else strength


def why(entry: Entry) -> Why:
    """Read a reason.

    Raises:
        Problem: if it is no table of texts.
    """
    held = entry.table()
    return Why(_value(held, "rule", Entry.text, ""), _value(held, "text", Entry.text, ""))


def _step(entry: Entry) -> Step:
    held = entry.table()
    kind = entry.needed(held, "kind").choice(StepKind, "a kind of step")
    exercise = _value(held, "exercise", _exercise, None)
    known = catalogue().get(exercise or "")
    reps = _value(held, "reps", lambda reps: reps.whole(0, 1_000), None)
    seconds = _value(held, "seconds", lambda seconds: seconds.whole(0, DAY_MINUTES * 60), None)
    counted = kind in _PREPARES and reps is not None  # its seconds follow from its reps
    load = _value(held, "load_kg", lambda load: load.number(0, 1_000), None)
    return Step(
        kind=kind,
        title=known.name if known is not None else kind.value.capitalize(),
        exercise=exercise,
        sets=_value(held, "sets", lambda sets: sets.whole(1, 100), 1),
        reps=reps,
        reps_max=_value(held, "reps_max", lambda most: most.whole(reps or 0, 1_000), None),
        seconds=None if counted else seconds,
        load=None if load is None else Load(load),
        rpe=_value(held, "rpe", lambda rpe: rpe.number(0, 10), None),
        rest_s=_value(held, "rest_s", lambda rest: rest.whole(0, DAY_MINUTES * 60), 0),
        tempo=_value(held, "tempo", _tempo, None),
        distance_m=_value(held, "distance_m", lambda metres: metres.number(0, 1_000_000), None),
        pace_s_per_km=_value(held, "pace_s_per_km", lambda pace: pace.number(60, 3_600), None),
        zone=_value(held, "zone", lambda zone: zone.word(_ZONES, "a zone"), None),
        per_side=known is not None and known.unilateral and (kind in _SIDED or counted),
    )


def _exercise(entry: Entry) -> str:
    if isinstance(entry.value, str) and entry.value.startswith(OWN):
        return entry.text()
    return entry.word(catalogue(), "an exercise of the library")


def _tempo(entry: Entry) -> str:
    try:
        return str(Tempo.parse(entry.text()))
    except Problem as problem:
        raise entry.refused(str(problem)) from problem
