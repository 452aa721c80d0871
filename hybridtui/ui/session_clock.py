"""The clock of a session as the screens show it: what it does now, what it asks for, what it stands for.

The logbook keeps it and says what comes of it; nothing here changes anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain import guide
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.leading import leads, place_of
from hybridtui.domain.entry import write_run, write_sets
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import TEMPO_PHASES, PhaseKind
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Form
from hybridtui.ui.clock_asks import asked, rounds_begun
from hybridtui.ui.running import Running
from hybridtui.ui.stage import Doing
from hybridtui.ui.step_card import step_line

if TYPE_CHECKING:
    from hybridtui.domain.session import Session
    from hybridtui.domain.timeline import Timeline
    from hybridtui.ui.spot import Spot


def doing(running: Running | None, session: Session | None, ticks: float) -> Doing:
    """Return what the clock of the session does at ``ticks``; a clock that stands still does what it will do."""
    if running is None or session is None or running.origin != "step":
        return Doing.NOTHING
    reading = running.timeline.reading(ticks)
    phase = reading.phase
    place = place_of(phase)
    step = session.steps[place.step] if place is not None and place.step < len(session.steps) else None
    if step is not None and step.form is Form.AMRAP and phase.kind is not PhaseKind.PREPARE:
        return Doing.OVER_ROUNDS if reading.finished else Doing.ROUNDS
    if reading.finished:
        return Doing.OVER
    if step is not None and leads(step):
        return Doing.WAITS if phase.seconds is None else Doing.LEADS
    return Doing.HOLDS if any(each.ends for each in running.timeline.phases) else Doing.TIMES


def clock_of(session: Session, line: Timeline, ticks: float, unit: DistanceUnit | None) -> Running:
    """Return the clock of a session for the screens: its name, what each phase asks for, what comes after it."""
    unit = unit or DistanceUnit.KM
    last = next((place for phase in reversed(line.phases) if (place := place_of(phase)) is not None), None)
    here = place_of(line.reading(ticks).phase)
    rounds = rounds_begun(session, here)
    label = line.phases[-1].label if rounds else session.steps[here.step].title if here is not None else session.title
    after = _after(session, last)
    told = asked(session, line, unit)
    return Running(
        timeline=line,
        origin="step",
        label=label,
        following=step_line(session, after, unit) if after is not None else "",
        asks=tuple(each.asks for each in told),
        counted=tuple(each.counted for each in told),
        rounds=rounds,
    )


def due_s(session: Session, line: Timeline) -> float | None:
    """Return at how many seconds of its running time the clock next ends a place that is still open.

    None: never by itself; an open phase has to be ended by the athlete first.
    """
    end = 0.0
    for phase in line.phases:
        if phase.seconds is None:
            return None
        end += phase.seconds
        place = place_of(phase)
        if phase.ends and place is not None and guide.outcome(session, place) is None:
            return end
    return None


def entry_at(spot: Spot, line: Timeline, ticks: float) -> str:
    """Return the entry that a clock stands for: the seconds held, the time run; empty where it stands for none."""
    reading = line.reading(ticks)
    seconds = round(reading.elapsed_s + reading.over_s)
    if reading.phase.kind is PhaseKind.PREPARE or reading.phase.kind in TEMPO_PHASES or seconds < 1:
        return ""
    if spot.expected.is_run:
        metres = spot.step.distance_m if spot.step else None
        return write_run(RunDraft(distance=Distance(metres) if metres else None, seconds=seconds))
    return write_sets((SetDraft(seconds=seconds),)) if spot.expected.is_hold else ""


def _after(session: Session, last: Place | None) -> Place | None:
    """What follows the last place of a clock; an AMRAP with all its rounds is one."""
    if last is None:
        return guide.current(session)
    block = guide.group_of(session.steps, last.step) if session.steps[last.step].form is Form.AMRAP else ()
    after = guide.following(session, last)
    while after is not None and after.step in block:
        after = guide.following(session, after)
    return after
