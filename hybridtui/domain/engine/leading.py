"""The clock of what comes next: the phases that lead through places, each knowing the one it belongs to.

A clock that leads goes through neighbouring places by itself: warm-ups, runs, stations,
the minutes of an EMOM. Anything counted in reps gets a clock of its own: a hold, a
tempo, a stopwatch. Source: science.md B.7, C.7, C.8, R12, R13.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hybridtui.domain import guide, timeline
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import Phase, PhaseKind
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import Session, Side
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.workout import Form, Step, StepKind

GET_READY_S = 5.0
"""Before work that begins at an instant: a station, a repeat, the first minute."""

_BY_TIME = {
    StepKind.WARMUP: PhaseKind.WORK,
    StepKind.COOLDOWN: PhaseKind.WORK,
    StepKind.RECOVERY: PhaseKind.JOG,
    StepKind.INTERVAL: PhaseKind.RUN,
}
_WORK = (StepKind.STATION, StepKind.INTERVAL)


def lead(session: Session, place: Place, ticks: float) -> Timeline:
    """Return the clock that begins at a place at ``ticks``, through all it leads on to."""
    if leads(session.steps[place.step]):
        return Timeline(phases_from(session, place, None), ticks)
    return Timeline(_alone(session, place), ticks)


def leads(step: Step) -> bool:
    """Return whether a step goes by the clock by itself: by time, by distance, or by the form of its group."""
    if step.form is not None:
        return step.block_s > 0
    if step.kind is StepKind.STATION:
        return bool(step.seconds)
    return step.kind in _BY_TIME and not is_ramp(step) and bool(step.seconds or step.distance_m)


def place_now(line: Timeline, ticks: float) -> Place | None:
    """Return the place of the phase that runs; None: a clock of its own."""
    return place_of(line.reading(ticks).phase)


def place_of(phase: Phase) -> Place | None:
    """Return the place a phase belongs to; None: to none."""
    return None if phase.step is None or phase.set_number is None else Place(phase.step, phase.set_number)


def phases_from(session: Session, place: Place, before: Place | None) -> tuple[Phase, ...]:
    """Return the phases from a place on, with the rest that follows ``before``, or a moment to get ready."""
    phases: list[Phase] = []
    for here in stretch(session, place):
        phases += _lead_in(session, before, here)
        phases += _work(session, here)
        before = here
    return tuple(phases)


def stretch(session: Session, place: Place) -> Iterator[Place]:
    """Yield the places still to do that one clock leads through, ``place`` first."""
    walk = guide.places(session.steps)
    left = {place, *guide.to_do(session)}
    before: Place | None = None
    for here in walk[walk.index(place) :]:
        if here not in left:
            continue
        if before is not None and not goes_on(session, before, here):
            return
        yield here
        before = here


def goes_on(session: Session, before: Place, after: Place) -> bool:
    """Return whether the clock of one place leads on to another: both go by it, in the same form; an AMRAP ends it."""
    one, other = session.steps[before.step], session.steps[after.step]
    return leads(one) and leads(other) and one.form is other.form and one.form is not Form.AMRAP


def _lead_in(session: Session, before: Place | None, here: Place) -> tuple[Phase, ...]:
    """The rest after a station or a repeat, else a moment to get ready where a block of work begins."""
    step = session.steps[here.step]
    if before is not None:
        done = session.steps[before.step]
        if done.form is Form.EMOM and step.form is Form.EMOM:
            return _sat_out(session, before, here)
        if done.form is None and done.kind in _WORK and done.rest_s and step.kind in _WORK:
            return _belonging(session, here, (Phase(PhaseKind.REST, "Rest", float(done.rest_s)),))
        if done.kind is StepKind.RECOVERY or before.step in guide.group_of(session.steps, here.step):
            return ()
    if not _begins_at_an_instant(step):
        return ()
    return _belonging(session, here, (Phase(PhaseKind.PREPARE, "Get ready", GET_READY_S),), counted=False)


def _sat_out(session: Session, before: Place, here: Place) -> tuple[Phase, ...]:
    """The starts between two of an EMOM that are done already or left out: the others stay on their minute."""
    walk = guide.places(session.steps)
    between = (session.steps[other.step] for other in walk[walk.index(before) + 1 : walk.index(here)])
    rests = tuple(Phase(PhaseKind.REST, "Rest", float(step.block_s)) for step in between if step.form is Form.EMOM)
    return _belonging(session, here, rests) if rests else ()


def _begins_at_an_instant(step: Step) -> bool:
    repeats = step.kind is StepKind.INTERVAL and (step.sets > 1 or bool(step.distance_m))
    return step.form is not None or step.kind is StepKind.STATION or repeats


def _work(session: Session, here: Place) -> tuple[Phase, ...]:
    step = session.steps[here.step]
    if step.form is Form.AMRAP:
        whole = Phase(PhaseKind.WORK, "As many rounds as possible", float(step.block_s))
        return _belonging(session, here, (whole,), counted=False)
    if step.form is Form.EMOM:
        return _belonging(session, here, (Phase(PhaseKind.WORK, step.title, float(step.block_s)),), ends=True)
    seconds = float(step.seconds) if step.seconds else None
    one = Phase(_BY_TIME.get(step.kind, PhaseKind.WORK), step.title, seconds)
    return _belonging(session, here, timeline.sided((one,), sides_left(session, here)), ends=True)


def sides_left(session: Session, place: Place) -> int:
    """Return how many sides of a place are still to do: 2 of per-side work nothing was logged of, else 1."""
    step = session.steps[place.step]
    return 2 if step.per_side and side_left(session, place) is None else 1


def side_left(session: Session, place: Place) -> Side | None:
    """Return the side that is still to do at a place where only the other one was logged."""
    done = {s.side for s in session.sets if (s.step, s.set_number) == (place.step, place.set_number) and s.per_side}
    return Side.RIGHT if done == {Side.LEFT} else Side.LEFT if done == {Side.RIGHT} else None


def _belonging(
    session: Session, place: Place, phases: tuple[Phase, ...], *, ends: bool = False, counted: bool = True
) -> tuple[Phase, ...]:
    """Tie phases to a place, and say which of how many it is; with ``ends`` the last one ends it."""
    number, of = _count(session, place) if counted else (0, 0)
    tied = [replace(p, step=place.step, set_number=place.set_number, number=number, of=of) for p in phases]
    return (*tied[:-1], replace(tied[-1], ends=ends))


def _count(session: Session, place: Place) -> tuple[int, int]:
    """Which repeat or round of how many; of an EMOM which of all its starts; nothing of what is done once."""
    step = session.steps[place.step]
    if step.form is Form.EMOM:
        group = guide.group_of(session.steps, place.step)
        starts = [other for other in guide.places(session.steps) if other.step in group]
        return starts.index(place) + 1, len(starts)
    return (place.set_number, step.sets) if step.sets > 1 else (0, 0)


def _alone(session: Session, place: Place) -> tuple[Phase, ...]:
    """A hold ends its set by itself; of a tempo set and of what a stopwatch times, the athlete says so."""
    step = session.steps[place.step]
    aimed = step if sides_left(session, place) == 2 else replace(step, per_side=False)
    line = timeline.of_step(aimed, guide.target_reps(step, place.set_number), 0.0)
    if not step.logs_sets:
        line = timeline.numbered(line, place.set_number, step.sets)
    tied = [replace(phase, step=place.step, set_number=place.set_number) for phase in line.phases]
    return (*tied[:-1], replace(tied[-1], ends=tied[-1].kind is PhaseKind.HOLD))
