"""What is said around the digits of a running clock: what it is, what to do, what comes next."""

from __future__ import annotations

import re

from hybridtui.domain.phases import TEMPO_PHASES, Phase, PhaseKind, Reading
from hybridtui.domain.text import clean
from hybridtui.ui.look import DOT
from hybridtui.ui.running import Running, face
from hybridtui.ui.words import pause

EFFORTS = frozenset({PhaseKind.WORK, PhaseKind.HOLD, PhaseKind.RUN})
"""Phases that are counted for people; a rest between them is not."""

_LENGTH = re.compile(r"\d ?(s|min)\b|\bminutes?\b", re.IGNORECASE)
"""A name that says how long it takes: ``Uphill 60 s``, ``Three minutes hard``."""

ASK_LIMIT = 200
"""Longest text of what is to be done, in characters."""


def shown(reading: Reading) -> str:
    """Return what the digits say: a whole second of a tempo phase counted down, else the clock."""
    if reading.phase.kind in TEMPO_PHASES and not reading.finished:
        return face(reading).removeprefix("0:0").removeprefix("0:")
    return face(reading)


def heading(running: Running, reading: Reading) -> str:
    """Say what is timed, and which of how many: ``400 m · rep 5 of 11``, ``Push-up · rep 8 of 8 · last one``."""
    if reading.finished:
        return "Rest is over" if running.origin == "rest" else f"{clean(running.label)}{DOT}done"
    parts = (
        f"{_subject(running, reading)}{_count(running, reading.phase_index)}",
        "last one" if is_last(reading.phase) else "",
        f"round {running.rounds}" if running.rounds else "",
        "paused" if reading.paused else "",
    )
    return DOT.join(part for part in parts if part)


def task(running: Running, reading: Reading) -> str:
    """Say what to do now, beyond the heading: the part of the rep, the repeat's pace, the side."""
    if reading.finished:
        return ""
    part = clean(reading.phase.label) if reading.phase.kind in TEMPO_PHASES else ""
    return DOT.join(text for text in (part, _asked(running, reading.phase_index)) if text)


def coming(running: Running, reading: Reading) -> str:
    """Say what comes next: the next phase that asks for something else, or what follows the clock."""
    index = None if reading.finished else _next(running, reading)
    if index is not None:
        return f"then {_phase(running, index, reading.phase)}"
    if running.following:
        return f"next  {clean(running.following, ASK_LIMIT)}"
    return "" if reading.finished or running.origin == "rest" or _is_watch(reading.phase) else "then you are done"


def _is_watch(phase: Phase) -> bool:
    """Return whether a phase is a stopwatch that leads to nothing: whoever stops it is not done by that."""
    return phase.seconds is None and phase.step is None


def is_last(phase: Phase) -> bool:
    """Return whether a phase is the last of several that are counted for people."""
    return phase.number == phase.of > 1 and phase.kind in EFFORTS | TEMPO_PHASES


def _subject(running: Running, reading: Reading) -> str:
    label, phase = clean(running.label), clean(reading.phase.label)
    if running.origin == "rest":
        return "Rest"
    if reading.phase.kind in TEMPO_PHASES or phase in (label, ""):
        return label
    return phase if running.leads else f"{label}{DOT}{phase}"


def _count(running: Running, index: int) -> str:
    phase = running.timeline.phases[index]
    if not phase.of or phase.kind not in EFFORTS | TEMPO_PHASES:
        return ""
    word = running.counts(index) or ("rep" if phase.kind in TEMPO_PHASES else "")
    return f"{DOT}{word} {phase.number} of {phase.of}" if word else f" {phase.number} of {phase.of}"


def _asked(running: Running, index: int) -> str:
    return clean(running.asked(index), ASK_LIMIT)


def _next(running: Running, reading: Reading) -> int | None:
    """The next phase that is told: not one to get ready in, nor another rep of the same side."""
    phases = running.timeline.phases
    another = reading.phase.kind not in TEMPO_PHASES
    for index in range(reading.phase_index + 1, len(phases)):
        another = another or phases[index].kind is PhaseKind.PREPARE
        if another and phases[index].kind is not PhaseKind.PREPARE:
            return index
    return None


def _phase(running: Running, index: int, now: Phase) -> str:
    """Say what a phase will be: ``90 s jog``, ``400 m at 4:10/km``, ``right side``; after a rest, which of how many."""
    phase, asks, label = (
        running.timeline.phases[index],
        _asked(running, index),
        clean(running.timeline.phases[index].label),
    )
    if asks and phase.kind in TEMPO_PHASES | {PhaseKind.HOLD}:
        return asks
    told = _lower(label)
    says_length = _LENGTH.search(label) or (asks and phase.seconds == now.seconds)
    if phase.seconds is not None and not says_length:
        told = f"{pause(round(phase.seconds))} {told}"
    far = asks.partition(" at ")[0]
    if far and label.endswith(f" {far}"):
        told += asks.removeprefix(far)
    else:
        told = asks if asks.startswith(label) else DOT.join(text for text in (told, asks) if text)
    if is_last(phase) and phase.kind in EFFORTS:
        return f"{told}, the last one"
    counted_now = now.kind in EFFORTS and bool(running.counts(index))
    return told if counted_now else told + _count(running, index).replace(DOT, ", ")


def _lower(label: str) -> str:
    """Begin a name small within a line, unless it is an abbreviation."""
    return label if label[1:2].isupper() or label[1:2].isdigit() else label[:1].lower() + label[1:]
