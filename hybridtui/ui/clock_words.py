"""What is said around the digits of a running clock: what it is, what to do, what comes next."""

from __future__ import annotations

from hybridtui.domain.phases import TEMPO_PHASES, Phase, PhaseKind, Reading
from hybridtui.domain.text import clean
from hybridtui.ui.look import DOT
from hybridtui.ui.running import Running, face
from hybridtui.ui.words import pause

EFFORTS = frozenset({PhaseKind.WORK, PhaseKind.HOLD, PhaseKind.RUN})
"""Phases that are counted for people: the last of them is said to be the last."""


def shown(reading: Reading) -> str:
    """Return what the digits say: a whole second of a tempo phase counted down, else the clock."""
    if reading.phase.kind in TEMPO_PHASES and not reading.finished:
        return face(reading).removeprefix("0:0").removeprefix("0:")
    return face(reading)


def heading(running: Running, reading: Reading) -> str:
    """Say what is timed, and which of how many: ``400 m 5 of 11``, ``Push-up · rep 8 of 8 · last one``."""
    if reading.finished:
        return "Rest is over" if running.origin == "rest" else f"{clean(running.label)}{DOT}done"
    stands = "paused" if reading.paused else ""
    named = f"{_subject(running, reading)}{_count(reading.phase)}"
    return DOT.join(part for part in (named, "last one" if is_last(reading.phase) else "", stands) if part)


def _subject(running: Running, reading: Reading) -> str:
    label, phase = clean(running.label), clean(reading.phase.label)
    if running.origin == "rest":
        return "Rest"
    if reading.phase.kind in TEMPO_PHASES or phase == label or not phase:
        return label
    return phase if running.leads else f"{label}{DOT}{phase}"


def _count(phase: Phase) -> str:
    if not phase.of:
        return ""
    return f"{DOT}rep" * (phase.kind in TEMPO_PHASES) + f" {phase.number} of {phase.of}"


def is_last(phase: Phase) -> bool:
    """Return whether a phase is the last of several that are counted for people."""
    return phase.number == phase.of > 1 and phase.kind in EFFORTS | TEMPO_PHASES


def task(running: Running, reading: Reading) -> str:
    """Say what to do now, beyond the heading: the part of the rep, the repeat's pace, the minute's exercise."""
    if reading.finished:
        return ""
    asked = clean(running.asked(reading.phase_index), 200)
    if reading.phase.kind in TEMPO_PHASES:
        return DOT.join(part for part in (clean(reading.phase.label), asked) if part)
    return asked


def coming(running: Running, reading: Reading) -> str:
    """Say what comes next: the next phase that asks for something else, or what follows the clock."""
    index = _next_index(running, reading)
    if index is not None and not reading.finished:
        phase = running.timeline.phases[index]
        return f"then {_amount(running, index)}{_which(phase)}"
    if running.following:
        return f"next  {clean(running.following)}"
    return "" if reading.finished or running.origin == "rest" else "then you are done"


def _next_index(running: Running, reading: Reading) -> int | None:
    """The next phase that is told: no other part of the same rep, and no get-ready."""
    phases = running.timeline.phases
    for index in range(reading.phase_index + 1, len(phases)):
        phase = phases[index]
        same_rep = phase.kind in TEMPO_PHASES and reading.phase.kind in TEMPO_PHASES
        if phase.kind is not PhaseKind.PREPARE and not same_rep:
            return index
        if phase.kind is PhaseKind.PREPARE and same_rep_side(reading.phase):
            return index
    return None


def same_rep_side(phase: Phase) -> bool:
    """Return whether a change of sides after this phase is worth telling."""
    return phase.kind in TEMPO_PHASES or phase.kind is PhaseKind.HOLD


def _amount(running: Running, index: int) -> str:
    phase = running.timeline.phases[index]
    label = clean(phase.label)
    if asked := clean(running.asked(index), 200):
        return f"{label}{DOT}{asked}"
    if phase.seconds is None:
        return label
    return f"{pause(round(phase.seconds))} {label[:1].lower()}{label[1:]}"


def _which(phase: Phase) -> str:
    if is_last(phase):
        return ", the last one"
    return f", {phase.number} of {phase.of}" if phase.of and phase.kind in EFFORTS else ""
