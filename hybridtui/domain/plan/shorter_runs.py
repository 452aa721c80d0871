"""Runs and circuits on a day that is not a good one: shorter, fewer repetitions, gentler. Source: science.md D.6."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hybridtui.domain.estimate import session_seconds, step_seconds
from hybridtui.domain.plan.circuits import LEVELS, Level
from hybridtui.domain.plan.definitions import is_above_easy
from hybridtui.domain.plan.lighter_strength import Part
from hybridtui.domain.workout import Step, StepKind, Why

REPETITIONS_KEPT = 0.7
LEAST_REPETITIONS = 2
_SHORTEST_S = 60
_METRES = 100
"""Distances are cut to whole hundreds of metres."""


def fewer_repetitions(steps: Sequence[Step]) -> Part:
    """Return a quality run with 7 of 10 repetitions, two at least, at the same pace; one long effort gets shorter."""
    groups = {step.group for step in steps if step.group is not None and is_above_easy(step)}
    after = tuple(_fewer(step, groups) for step in steps)
    changes = [_told(old, new) for old, new in zip(steps, after, strict=True) if is_above_easy(old) and old != new]
    return Part(after, tuple(changes))


def _fewer(step: Step, groups: set[int]) -> Step:
    if not is_above_easy(step) and (step.group is None or step.group not in groups):
        return step
    if step.sets > 1:
        return replace(step, sets=max(min(step.sets, LEAST_REPETITIONS), _floor(step.sets * REPETITIONS_KEPT)))
    return _scaled(step, REPETITIONS_KEPT, whole_s=60) if step.group is None else step


def _told(old: Step, new: Step) -> str:
    if old.sets != new.sets:
        return f"{old.title}: {old.sets} × → {new.sets} ×, at the same pace"
    if old.seconds is not None and new.seconds is not None:
        return f"{old.title}: {old.seconds // 60} min → {new.seconds // 60} min, at the same pace"
    return f"{old.title}: {old.distance_m or 0:.0f} m → {new.distance_m or 0:.0f} m, at the same pace"


def shortened(steps: Sequence[Step], cut_s: float) -> tuple[Step, ...]:
    """Return running that is ``cut_s`` seconds shorter, or a little more: repeats go first, then each stretch.

    Warm-up and cool-down stay; so does a minute of each stretch.
    """
    target = session_seconds(steps) - cut_s
    fewer = _fewer_rounds(steps, target)
    stretches = [step for step in fewer if _is_stretch(step)]
    long = sum(map(step_seconds, stretches))
    wanted = long - (session_seconds(fewer) - target)
    if not stretches or wanted >= long:
        return fewer
    share = max(0.0, wanted / long)
    scaled = [_scaled(step, share) if _is_stretch(step) else step for step in fewer]
    return _filled(scaled, target)


def _fewer_rounds(steps: Sequence[Step], target: float) -> tuple[Step, ...]:
    """Drop rounds of repeated running, the last repeats first, one of each kept."""
    now = list(steps)
    for group in reversed([g for g in dict.fromkeys(s.group for s in steps) if g is not None]):
        while session_seconds(now) > target and any(s.group == group and s.sets > 1 for s in now):
            now = [replace(s, sets=max(1, s.sets - 1)) if s.group == group else s for s in now]
    return tuple(now)


def _is_stretch(step: Step) -> bool:
    return step.is_run and step.group is None and step.sets == 1


def _filled(steps: Sequence[Step], target: float) -> tuple[Step, ...]:
    """Give the seconds that rounding took to the longest stretch told by time."""
    missing = int(target - session_seconds(steps))
    timed = [index for index, step in enumerate(steps) if _is_stretch(step) and step.seconds is not None]
    if missing <= 0 or not timed:
        return tuple(steps)
    longest = max(timed, key=lambda index: steps[index].seconds or 0)
    seconds = (steps[longest].seconds or 0) + missing
    return tuple(replace(s, seconds=seconds) if index == longest else s for index, s in enumerate(steps))


def _scaled(step: Step, share: float, *, whole_s: int = 1) -> Step:
    seconds, metres = step.seconds, step.distance_m
    if seconds is not None:
        seconds = min(seconds, max(_SHORTEST_S, _floor(seconds * share / whole_s) * whole_s))
    if metres is not None:
        metres = min(metres, max(float(_METRES), float(_floor(metres * share / _METRES) * _METRES)))
    return replace(step, seconds=seconds, distance_m=metres)


def _floor(value: float) -> int:
    """Round down, but not a whole number that floating point left a hair short."""
    return int(value + 1e-9)


def one_level_down(steps: Sequence[Step], level: int) -> Part:
    """Return a circuit with the work, rest and effort of the level below; the gentlest one stays."""
    if level - 1 not in LEVELS:
        return Part(tuple(steps))
    asked = LEVELS[level - 1]
    told = f"Level {level} → level {level - 1}: stations of {asked.work_s} s, {asked.rest_s} s between them"
    return Part(tuple(_gentler(step, asked) for step in steps), (told,))


def _gentler(step: Step, asked: Level) -> Step:
    if step.kind is StepKind.STATION:
        why = Why("D.6", f"One level down: {asked.work_s} s of work, then {asked.rest_s} s to breathe and change.")
        return replace(
            step,
            seconds=min(step.seconds, asked.work_s) if step.seconds is not None else None,
            rest_s=max(step.rest_s, asked.rest_s),
            rpe=_at_most(step.rpe, asked.station_rpe),
            why=(why, *step.why),
        )
    return replace(step, rpe=_at_most(step.rpe, asked.run_rpe)) if step.is_run else step


def _at_most(rpe: float | None, most: float) -> float:
    return most if rpe is None else min(rpe, most)
