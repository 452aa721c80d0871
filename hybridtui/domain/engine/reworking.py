"""A session rearranged while its clock runs: the phase that runs goes on, what follows is written anew."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain import guide
from hybridtui.domain.engine.following import followed, not_ended
from hybridtui.domain.engine.leading import lead, leads, place_now, place_of
from hybridtui.domain.engine.state import State
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import Phase
from hybridtui.domain.session import Session, Status
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.workout import Form, Step


def relocated(state: State, after: Session) -> State:
    """Return the state with the session as it is ``after``, each phase of the clock with its step where it is now."""
    line = state.line
    if line is None:
        return State(after)
    return State(after, replace(line, phases=tuple(_moved(phase, state.session, after) for phase in line.phases)))


def settled(state: State, ticks: float) -> State:
    """Return the state of a session changed from outside with its clock leading through what is to do now.

    Where the place of the running phase was taken out or exchanged for another kind of
    work, the clock goes on with what is to do now; it is put away where that goes by no clock.
    """
    session, line = state.session, state.line
    if line is None:
        return state
    here = place_now(line, ticks)
    if here is None or not _stands(session, here):
        return State(session, _anew(session, line, ticks))
    return State(session, followed(session, line, ticks, done=False))


def taken_along(state: State, after: Session, ticks: float) -> State:
    """Return the state after undo or redo made the session what it is ``after``: the clock stays where it still fits.

    It is put away where the session is over, where its place is gone, and where something
    comes first again that goes by no clock.
    """
    if after.status is Status.FINISHED:
        return State(after)
    moved = relocated(state, after)
    line = moved.line
    here = place_now(line, ticks) if line is not None else None
    if line is None or here is None or not _stands(after, here) or _comes_first(after, here):
        return State(after)
    line = line.paused(ticks) if after.is_paused else line.resumed(ticks)
    return State(after, not_ended(after, line, ticks) or settled(State(after, line), ticks).line)


def _stands(session: Session, here: Place) -> bool:
    """True if there still is such a place; the rounds of an AMRAP come and go."""
    is_round = here.step < len(session.steps) and session.steps[here.step].form is Form.AMRAP
    return is_round or here in guide.places(session.steps)


def _comes_first(session: Session, here: Place) -> bool:
    """True if something that goes by no clock is to be done before the place of the clock."""
    first, walk = guide.current(session), guide.places(session.steps)
    if first is None or here not in walk or leads(session.steps[first.step]):
        return False
    return walk.index(first) < walk.index(here)


def _anew(session: Session, line: Timeline, ticks: float) -> Timeline | None:
    here = guide.current(session)
    if here is None or not leads(session.steps[here.step]):
        return None
    began = lead(session, here, ticks)
    return began.paused(ticks) if line.is_paused else began


def _moved(phase: Phase, before: Session, after: Session) -> Phase:
    """A phase with the place it has now; without one it ends nothing."""
    place = place_of(phase)
    if place is None:
        return phase
    step = _whereabouts(before.steps, after.steps, place)
    if step is None:
        return replace(phase, step=None, set_number=None, ends=False)
    return replace(phase, step=step)


def _whereabouts(before: tuple[Step, ...], after: tuple[Step, ...], place: Place) -> int | None:
    """Where a step is now: the same one, or what it has become; None: it is gone."""
    for sameness in (_itself, _in_essence, _in_time):
        was = [sameness(step) for step in before]
        wanted = was[place.step]
        alike = [index for index, step in enumerate(after) if sameness(step) == wanted]
        nth = was[: place.step].count(wanted)
        if nth < len(alike) and len(alike) == was.count(wanted):
            return alike[nth]
    return None


def _itself(step: Step) -> object:
    return step


def _in_essence(step: Step) -> object:
    return (step.kind, step.exercise, step.title)


def _in_time(step: Step) -> object:
    return (step.kind, step.seconds, step.distance_m, step.form, step.block_s)
