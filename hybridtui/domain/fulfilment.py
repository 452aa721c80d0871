"""What was done against what was planned, in words: more, less, skipped, exchanged. Source: B.4, DESIGN 2.

Both are kept: the session's steps say what was asked for on the day, the workout what
the plan had in mind. Only what differs is told, and none of it is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guide import outcome, places, target_reps
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind
from hybridtui.domain.units import M_PER_MI, DistanceUnit, Load, decimal, round_half_up, whole_minutes
from hybridtui.domain.workout import Step, StepKind, Workout

MINUTES_ALIKE = 5
"""Sessions that differ by less are as long as planned."""

SECONDS_ALIKE = 0.05
"""Share by which running may differ and still be as planned: nobody stops a watch on the second."""

_M_PER = {DistanceUnit.KM: 1000.0, DistanceUnit.MI: M_PER_MI, DistanceUnit.M: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """How a session went against its plan."""

    done: int
    """Places that were done: sets, repeats, ticks."""
    skipped: int
    left: int
    """Places that were neither done nor skipped."""
    differences: tuple[str, ...]
    """What was more, less, left out or added; nothing if all was as planned."""


def fulfilment(
    session: Session,
    workout: Workout | None,
    exercises: Mapping[str, Exercise],
    unit: DistanceUnit = DistanceUnit.KM,
) -> Fulfilment:
    """Compare a session with its steps, and with the workout of the plan that it follows, if it is known."""
    ended = [outcome(session, place) for place in places(session.steps)]
    return Fulfilment(
        done=ended.count("done"),
        skipped=ended.count("skipped"),
        left=ended.count(None),
        differences=(
            *_lifting(session),
            *_running(session, unit),
            *_ends(session),
            *_exchanged(session, workout, exercises),
            *_added(session, exercises),
            *_length(session, workout),
        ),
    )


def _lifting(session: Session) -> Iterator[str]:
    """Yield what differs of each exercise; sets of one that stands there twice are taken together."""
    asked: dict[str, list[int]] = {}
    for index, step in enumerate(session.steps):
        if step.logs_sets:
            asked.setdefault(step.exercise or step.title, []).append(index)
    for indexes in asked.values():
        steps = {index: session.steps[index] for index in indexes}
        if words := _of_exercise(steps, session):
            yield f"{session.steps[indexes[0]].title}: {words}"


def _of_exercise(steps: Mapping[int, Step], session: Session) -> str:
    planned = sum(step.sets for step in steps.values())
    done = sum(outcome(session, place) == "done" for place in places(session.steps) if place.step in steps)
    sets = [s for s in session.sets if s.step in steps and s.kind is not SetKind.WARMUP]
    beyond = len({(s.step, s.set_number) for s in sets if (s.set_number or 0) > steps[s.step or 0].sets})
    if not done and not beyond:
        return _nothing(session, steps)
    parts = (
        f"{done} of {planned} sets" if done < planned else f"{beyond} more than {planned} sets" if beyond else "",
        _load(sets, steps),
        _amount(sets, steps),
    )
    return ", ".join(part for part in parts if part)


def _nothing(session: Session, steps: Iterable[int]) -> str:
    """Say of steps of which nothing was done whether that was said, or they were not come to."""
    at = set(steps)
    ended = [outcome(session, place) for place in places(session.steps) if place.step in at]
    return "skipped" if all(how == "skipped" for how in ended) else "not done"


def _load(sets: Iterable[LoggedSet], steps: Mapping[int, Step]) -> str:
    """Say by how much the heaviest set differs from what was asked for."""
    loads = [(s.load, asked) for s in sets if s.load is not None and (asked := steps[s.step or 0].load) is not None]
    if not loads:
        return ""
    load, asked = max(loads, key=lambda pair: pair[0].kg)
    more = load.to(asked.unit).value - asked.value
    return _more(Load(round_half_up(abs(more), 0.01), asked.unit), more) if abs(more) >= 0.05 else ""


def _more(by: Load, sign: float) -> str:
    return f"{by} {'more' if sign > 0 else 'less'}"


def _amount(sets: Iterable[LoggedSet], steps: Mapping[int, Step]) -> str:
    """Say by how many reps, or seconds of holding, all sets together differ from what was aimed at."""
    reps = seconds = 0
    for logged in sets:
        step = steps[logged.step or 0]
        aim = target_reps(step, min(logged.set_number or 1, step.sets))
        if aim is not None and logged.reps is not None:
            reps += logged.reps - aim
        elif aim is None and step.seconds and logged.seconds is not None and step.form is None:
            seconds += round(logged.seconds) - step.seconds
    if reps:
        return f"{abs(reps)} {'rep' if abs(reps) == 1 else 'reps'} {'more' if reps > 0 else 'fewer'}"
    return f"{abs(seconds)} s {'longer' if seconds > 0 else 'shorter'}" if seconds else ""


def _running(session: Session, unit: DistanceUnit) -> Iterator[str]:
    """Yield what differs of all running together: repeats, minutes or distance."""
    steps = [(index, step) for index, step in enumerate(session.steps) if step.is_run]
    if not steps:
        return
    planned = sum(step.sets for _, step in steps)
    at = {index for index, _ in steps}
    done = sum(outcome(session, place) == "done" for place in places(session.steps) if place.step in at)
    runs = [run for run in session.runs if run.step in at]
    if not runs:
        yield f"Running: {_nothing(session, at)}"
        return
    parts = [f"{done} of {planned} repeats"] if 1 < planned != done else []
    parts += [words for words in (_minutes(runs, steps), _metres(runs, steps, unit)) if words]
    if parts:
        yield f"Running: {', '.join(parts)}"


def _minutes(runs: Iterable[RunEntry], steps: Iterable[tuple[int, Step]]) -> str:
    """Compare the time of stretches that go by time."""
    timed = {index: step for index, step in steps if step.seconds and not step.distance_m}
    planned = sum(step.sets * (step.seconds or 0) for step in timed.values())
    done = sum(run.seconds for run in runs if run.step in timed)
    if not timed or abs(done - planned) <= planned * SECONDS_ALIKE:
        return ""
    return (
        f"{whole_minutes(done)} of {whole_minutes(planned)} min"
        if done < planned
        else f"{whole_minutes(done - planned)} min more"
    )


def _metres(runs: Iterable[RunEntry], steps: Iterable[tuple[int, Step]], unit: DistanceUnit) -> str:
    """Compare the distance of stretches that go by distance."""
    measured = {index: step for index, step in steps if step.distance_m}
    planned = sum(step.sets * (step.distance_m or 0.0) for step in measured.values())
    done = sum(run.distance.metres for run in runs if run.step in measured and run.distance is not None)
    if not measured or abs(done - planned) <= planned * SECONDS_ALIKE:
        return ""
    if done < planned:
        return f"{decimal(done / _M_PER[unit], 2)} of {decimal(planned / _M_PER[unit], 2)} {unit}"
    return f"{decimal((done - planned) / _M_PER[unit], 2)} {unit} more"


def _ends(session: Session) -> Iterator[str]:
    """Yield warm-up and cool-down if nothing of them was done."""
    for kind, name in ((StepKind.WARMUP, "Warm-up"), (StepKind.COOLDOWN, "Cool-down")):
        at = {i for i, step in enumerate(session.steps) if step.kind is kind and not is_ramp(step)}
        if at and not any(outcome(session, place) == "done" for place in places(session.steps) if place.step in at):
            yield f"{name}: {_nothing(session, at)}"


def _exchanged(session: Session, workout: Workout | None, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Yield what the plan held and what was trained in its place; which for which is not kept."""
    if workout is None or workout.kind is not session.kind:
        return
    planned, asked = _named(workout.steps), _named(session.steps)
    gone = [exercises[name].name for name in planned if name not in asked and name in exercises]
    new = [exercises[name].name for name in asked if name not in planned and name in exercises]
    if gone and new:
        yield f"{', '.join(new)} in place of {', '.join(gone)}"
    elif gone or new:
        yield f"{'Left out' if gone else 'Added'}: {', '.join(gone or new)}"


def _named(steps: Iterable[Step]) -> dict[str, None]:
    return {step.exercise: None for step in steps if step.logs_sets and step.exercise is not None}


def _added(session: Session, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Yield what was done outside the steps, in a session that has some."""
    counted: dict[str, int] = {}
    for logged in session.sets if session.steps else ():
        if logged.step is None:
            counted[logged.exercise] = counted.get(logged.exercise, 0) + 1
    for name, sets in counted.items():
        title = exercises[name].name if name in exercises else "Another exercise"
        yield f"{title}: {sets} {'set' if sets == 1 else 'sets'} added"


def _length(session: Session, workout: Workout | None) -> Iterator[str]:
    if workout is None or session.ended is None:
        return
    minutes = whole_minutes(session.total_s)
    if abs(minutes - workout.minutes) >= MINUTES_ALIKE:
        yield (
            f"{minutes} of {workout.minutes} min"
            if minutes < workout.minutes
            else (f"{minutes} min, {workout.minutes} planned")
        )
