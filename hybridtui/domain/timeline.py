"""One engine for every timer: rest, hold, tempo, stopwatch, rounds, intervals.

A timeline is a row of phases and the moment it began on a steady clock. What it shows
and what it announces are functions of that clock: nothing is counted, so a blocked
loop, a sleeping laptop or a stepped wall clock change nothing, and every edge passed
meanwhile is still told, once and in order. Source: platform.md 4, reliability.md 2.6.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hybridtui.domain.phases import Edge, EdgeKind, Phase, PhaseKind, Reading, edges_of
from hybridtui.domain.tempo import Tempo
from hybridtui.domain.workout import Step, StepKind

__all__ = [
    "Edge",
    "EdgeKind",
    "Phase",
    "PhaseKind",
    "Reading",
    "Timeline",
    "amrap",
    "countdown",
    "emom",
    "hold",
    "intervals",
    "numbered",
    "of_step",
    "rest",
    "rounds",
    "stopwatch",
    "tabata",
    "tempo",
]

BLUR = 1e-6
"""Seconds by which sums of floats may miss a boundary."""

CHANGE_SIDES_S = 5.0
"""Time to turn round between the sides of a hold or of a tempo set."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Phases, and when they began on the steady clock."""

    phases: tuple[Phase, ...]
    started: float
    pauses: tuple[tuple[float, float | None], ...] = ()
    """From when to when it stood still; None: still does."""

    @property
    def is_paused(self) -> bool:
        """True while it stands still."""
        return bool(self.pauses) and self.pauses[-1][1] is None

    @property
    def length_s(self) -> float | None:
        """Seconds of all phases together; None if one is open."""
        lengths = [phase.seconds for phase in self.phases]
        return None if None in lengths else sum(length for length in lengths if length is not None)

    def running_s(self, ticks: float) -> float:
        """Return how long it ran until ``ticks``, pauses taken out; 0 before its start."""
        upto = min(ticks, self.pauses[-1][0]) if self.is_paused else ticks
        stood = sum(min(end, upto) - begin for begin, end in self.pauses if end is not None and begin < upto)
        return max(0.0, upto - self.started - stood)

    def ticks_at(self, running_s: float) -> float:
        """Return what the steady clock shows when it has run so long, as far as its pauses are known.

        What is reached at the very moment of a pause is told when the pause begins, so what
        is asked for only after it, such as the end of a phase cut short, lies behind it.
        """
        at = self.started + running_s
        for begin, end in self.pauses:
            if end is not None and begin <= at:
                at += end - begin
        return at

    def reading(self, ticks: float) -> Reading:
        """Return what to show at ``ticks``."""
        now = self.running_s(ticks)
        starts = self._starts()
        index = max(n for n, start in enumerate(starts) if start <= now + BLUR)
        phase = self.phases[index]
        into = max(0.0, now - starts[index])
        over = into - phase.seconds if phase.seconds is not None and index == len(self.phases) - 1 else -math.inf
        return Reading(
            phase_index=index,
            phase=phase,
            left_s=None if phase.seconds is None else max(0.0, phase.seconds - into),
            elapsed_s=into if phase.seconds is None else min(into, phase.seconds),
            total_s=now,
            over_s=max(0.0, over),
            finished=over >= -BLUR,
            paused=self.is_paused,
            count=f"{phase.number} of {phase.of}" if phase.of else "",
            next_phase=self.phases[index + 1] if index + 1 < len(self.phases) else None,
        )

    def edges(self, since: float, until: float) -> tuple[Edge, ...]:
        """Return what happened after ``since``, up to and at ``until``, in order.

        Called with the previous ``until`` as ``since`` it tells each edge once, however
        long the process slept. The first call takes ``-inf``.
        """
        first = self.running_s(since) if since >= self.started else -1.0
        last = self.running_s(until) if until >= self.started else -1.0
        return tuple(edge for edge in self._edges() if first < edge.at <= last)

    def paused(self, ticks: float) -> Timeline:
        """Stand still from ``ticks`` on."""
        return self if self.is_paused else replace(self, pauses=(*self.pauses, (ticks, None)))

    def resumed(self, ticks: float) -> Timeline:
        """Run on from ``ticks``; every deadline moves by the length of the pause."""
        if not self.is_paused:
            return self
        begin = self.pauses[-1][0]
        return replace(self, pauses=(*self.pauses[:-1], (begin, max(begin, ticks))))

    def extended(self, seconds: float, ticks: float | None = None) -> Timeline:
        """Make the phase that runs at ``ticks`` longer, or shorter if ``seconds`` is negative.

        It never gets shorter than what has gone of it. Without ``ticks`` the first phase
        is meant. After the end, the last phase runs again for ``seconds``.
        """
        if ticks is None:
            return self._with_phase(0, self.phases[0].seconds, seconds, gone=0.0)
        now = self.reading(ticks)
        if now.finished and seconds > 0:
            return self._with_phase(now.phase_index, now.elapsed_s + now.over_s, seconds, gone=0.0)
        return self._with_phase(now.phase_index, now.phase.seconds, seconds, gone=now.elapsed_s)

    def skipped_to_next(self, ticks: float) -> Timeline:
        """End the phase that runs at ``ticks`` there; the last one: everything."""
        now = self.reading(ticks)
        if now.finished:
            return self
        return self._with_phase(now.phase_index, now.elapsed_s, 0.0, gone=now.elapsed_s)

    def _with_phase(self, index: int, length: float | None, by: float, *, gone: float) -> Timeline:
        if length is None:
            return self
        changed = replace(self.phases[index], seconds=max(gone, length + by))
        return replace(self, phases=(*self.phases[:index], changed, *self.phases[index + 1 :]))

    def _starts(self) -> list[float]:
        """When each phase begins, in running time; those after an open one have not yet a time."""
        starts = [0.0]
        for phase in self.phases[:-1]:
            if phase.seconds is None:
                break
            starts.append(starts[-1] + phase.seconds)
        return starts

    def _edges(self) -> Iterator[Edge]:
        for index, start in enumerate(self._starts()):
            yield from edges_of(self.phases[index], index, start)
        last = self.phases[-1]
        if last.seconds is not None and len(self._starts()) == len(self.phases):
            yield Edge(EdgeKind.FINISHED, self._starts()[-1] + last.seconds, len(self.phases) - 1)


def rest(seconds: float, started: float) -> Timeline:
    """Count a rest down; it then counts its overtime up."""
    return Timeline((Phase(PhaseKind.REST, "Rest", seconds),), started)


def countdown(
    seconds: float, started: float, label: str, kind: PhaseKind = PhaseKind.WORK, *, sides: int = 1
) -> Timeline:
    """Count a warm-up, a run, a walk or a stretch down; with two ``sides`` the other one after a change."""
    return Timeline(sided((Phase(kind, label, seconds),), sides), started)


def stopwatch(started: float, label: str = "Stopwatch") -> Timeline:
    """Count up until it is stopped."""
    return Timeline((Phase(PhaseKind.OPEN, label, None),), started)


def hold(seconds: float, started: float, count_in: float = 3, *, sides: int = 1) -> Timeline:
    """Count in 3-2-1, then the hold down; with two ``sides`` the other one after a change."""
    one = (Phase(PhaseKind.HOLD, "Hold", seconds),)
    return Timeline(_count_in(count_in) + sided(one, sides), started)


def tempo(pattern: Tempo, reps: int, started: float, count_in: float = 3, *, sides: int = 1) -> Timeline:
    """Count in, then lead through the phases of every rep; it ends at the target (B.7)."""
    parts = _tempo_parts(pattern)
    one = tuple(Phase(kind, label, s, rep, reps) for rep in range(1, reps + 1) for kind, label, s in parts)
    return Timeline(_count_in(count_in) + sided(one, sides), started)


def rounds(work: float, rest: float, rounds: int, started: float, prepare: float = 5) -> Timeline:
    """Alternate work and rest; there is no rest after the last round."""
    phases = list(_count_in(prepare))
    for number in range(1, rounds + 1):
        phases.append(Phase(PhaseKind.WORK, "Work", work, number, rounds))
        if rest > 0 and number < rounds:
            phases.append(Phase(PhaseKind.REST, "Rest", rest, number, rounds))
    return Timeline(tuple(phases), started)


def tabata(started: float) -> Timeline:
    """Eight rounds of 20 s work and 10 s rest."""
    return rounds(20, 10, 8, started)


def emom(minutes: int, started: float, prepare: float = 5) -> Timeline:
    """Every minute on the minute: a start every 60 s; what is left of the minute is rest."""
    every = tuple(Phase(PhaseKind.WORK, "Minute", 60, n, minutes) for n in range(1, minutes + 1))
    return Timeline(_count_in(prepare) + every, started)


def amrap(minutes: int, started: float, prepare: float = 5) -> Timeline:
    """As many rounds as possible within the minutes: one long countdown."""
    return Timeline((*_count_in(prepare), Phase(PhaseKind.WORK, "As many rounds as possible", minutes * 60)), started)


def intervals(
    reps: int,
    work: float | None,
    jog: float,
    started: float,
    *,
    label: str = "Run",
    jog_label: str = "Jog",
    prepare: float = 5,
) -> Timeline:
    """Alternate running and jogging; ``work`` None: by distance, ended by the split key."""
    phases = list(_count_in(prepare))
    for number in range(1, reps + 1):
        phases.append(Phase(PhaseKind.RUN, label, work, number, reps))
        if jog > 0 and number < reps:
            phases.append(Phase(PhaseKind.JOG, jog_label, jog, number, reps))
    return Timeline(tuple(phases), started)


def numbered(line: Timeline, number: int, of: int) -> Timeline:
    """Return the timeline with its work phases counted: repeat ``number`` of so many; one alone has no count."""
    if of < 2:
        return line
    counted = (p if p.kind is PhaseKind.PREPARE else replace(p, number=number, of=of) for p in line.phases)
    return replace(line, phases=tuple(counted))


def of_step(step: Step, reps: int | None, started: float) -> Timeline:
    """Return the timer that one set of a step asks for; a stopwatch where nothing is timed."""
    sides = 2 if step.per_side else 1
    if step.logs_sets and step.tempo and reps:
        return tempo(Tempo.parse(step.tempo), reps, started, sides=sides)
    if step.logs_sets and step.seconds:
        return hold(step.seconds, started, sides=sides)
    if step.seconds:
        return countdown(step.seconds, started, step.title, _KINDS.get(step.kind, PhaseKind.WORK), sides=sides)
    return stopwatch(started, step.title)


_KINDS = {StepKind.INTERVAL: PhaseKind.RUN, StepKind.RECOVERY: PhaseKind.JOG}


def _count_in(seconds: float) -> tuple[Phase, ...]:
    return (Phase(PhaseKind.PREPARE, "Get ready", seconds),) if seconds > 0 else ()


def sided(one: tuple[Phase, ...], sides: int) -> tuple[Phase, ...]:
    """Return the phases of one side once, or with two ``sides`` again after a change."""
    if sides == 1:
        return one
    return (*one, Phase(PhaseKind.PREPARE, "Change sides", CHANGE_SIDES_S), *one)


def _tempo_parts(pattern: Tempo) -> list[tuple[PhaseKind, str, float]]:
    parts = [
        (PhaseKind.LOWER, "Lower", pattern.lower),
        (PhaseKind.STRETCH, "Pause", pattern.pause_stretch),
        (PhaseKind.LIFT, "Lift fast" if pattern.explosive else "Lift", pattern.lift),
        (PhaseKind.TOP, "Pause", pattern.pause_top),
    ]
    return [(kind, label, seconds) for kind, label, seconds in parts if seconds > 0]
