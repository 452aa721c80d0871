"""What each phase of a session's clock asks for, in words: ``400 m at 4:10/km``, ``12 reps``, ``right side``."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain import guide
from hybridtui.domain.engine.leading import place_of, side_left
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import TEMPO_PHASES, Phase, PhaseKind
from hybridtui.domain.session import Session, Side
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.units import DistanceUnit, pace
from hybridtui.domain.workout import Form, Step, StepKind
from hybridtui.ui import words
from hybridtui.ui.look import DOT

LEFT, RIGHT = "left side", "right side"
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of one phase."""

    asks: str = ""
    """What is to be done in it, beyond its name and length."""
    counted: str = ""
    """What its number counts: ``rep``, ``round``, ``minute``."""


def asked(session: Session, line: Timeline, unit: DistanceUnit) -> tuple[Asked, ...]:
    """Return the words of every phase, in order."""
    return tuple(_phase(session, line, index, unit) for index in range(len(line.phases)))


def rounds_begun(session: Session, place: Place | None) -> int:
    """Return in which round of an AMRAP the athlete is; 0 if the place belongs to none."""
    here = guide.current(session)
    if place is None or session.steps[place.step].form is not Form.AMRAP:
        return 0
    return here.set_number if here is not None and _same_block(session, here, place) else session.steps[place.step].sets


def _phase(session: Session, line: Timeline, index: int, unit: DistanceUnit) -> Asked:
    phase = line.phases[index]
    place = place_of(phase)
    if place is None or place.step >= len(session.steps) or phase.kind in (PhaseKind.PREPARE, PhaseKind.REST):
        return Asked()
    step = session.steps[place.step]
    if step.form is Form.AMRAP:
        return Asked(_amrap(session, place, unit))
    parts = (_side(session, line, index), _task(step, place, phase, unit))
    return Asked(DOT.join(part for part in parts if part), _counted(step, phase))


def _task(step: Step, place: Place, phase: Phase, unit: DistanceUnit) -> str:
    """The amount that the clock does not show: a distance, reps, a load; for runs how fast."""
    if step.is_run:
        fast = (
            pace(step.pace_s_per_km, 1000, unit) if step.pace_s_per_km else words.zone(step.zone) if step.zone else ""
        )
        far = words.target(step, place.set_number, unit) if step.distance_m else ""
        return " at ".join(part for part in (far, fast) if part)
    if phase.kind in TEMPO_PHASES or not step.logs_sets or step.reps is None:
        return str(step.load) if step.logs_sets and step.load else ""
    return words.target(step, place.set_number, unit)


def _counted(step: Step, phase: Phase) -> str:
    if phase.kind in TEMPO_PHASES:
        return "rep"
    if step.form is Form.EMOM:
        return "minute" if step.block_s == MINUTE_S else "start"
    return {StepKind.STATION: "round", StepKind.INTERVAL: "rep"}.get(step.kind, "")


def _side(session: Session, line: Timeline, index: int) -> str:
    """Which side a phase is for: left before the change, right after it; alone, the one still to do."""
    place = place_of(line.phases[index])
    if place is None or not session.steps[place.step].per_side:
        return ""
    mine = [n for n, phase in enumerate(line.phases) if place_of(phase) == place]
    changes = [n for n in mine if n > mine[0] and line.phases[n].kind is PhaseKind.PREPARE and _works(line, mine, n)]
    if changes:
        return LEFT if index < changes[-1] else RIGHT
    left = side_left(session, place)
    return {Side.LEFT: LEFT, Side.RIGHT: RIGHT}[left] if left is not None else ""


def _works(line: Timeline, mine: list[int], before: int) -> bool:
    """Whether there is work for the same place before a phase: then it is a change of sides, not a count-in."""
    return any(line.phases[n].kind not in (PhaseKind.PREPARE, PhaseKind.REST) for n in mine if n < before)


def _amrap(session: Session, place: Place, unit: DistanceUnit) -> str:
    """What is to be done now in the round, and what after it."""
    here = guide.current(session)
    if here is None or not _same_block(session, here, place):
        return ""
    after = guide.following(session, here)
    told = [_station(session, here, unit)]
    if after is not None and after != here and _same_block(session, after, place):
        told.append(_station(session, after, unit))
    return ", then ".join(told)


def _station(session: Session, place: Place, unit: DistanceUnit) -> str:
    step = session.steps[place.step]
    return f"{step.title}{DOT}{target}" if (target := words.target(step, place.set_number, unit)) else step.title


def _same_block(session: Session, one: Place, other: Place) -> bool:
    a, b = session.steps[one.step], session.steps[other.step]
    return a.form is b.form and a.group == b.group
