"""The most an athlete ever did: what an unusual entry is told from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hybridtui.domain.session import LoggedSet, RunEntry, SetKind

RUNNING = "run"
"""The sport whose entries count as running."""

PACED_FROM_M = 400.0
"""Shorter stretches say nothing about the pace of a run (a product decision)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bests:
    """The most there ever was of an exercise, without warm-ups and failed sets; None: never."""

    kg: float | None = None
    """Heaviest load."""
    added_kg: float | None = None
    """Heaviest load on top of the body."""
    reps: int | None = None
    """Most reps of a set, on each side where there are sides."""
    seconds: float | None = None
    """Longest hold."""

    def including(self, sets: Iterable[LoggedSet]) -> Bests:
        """Return the bests with some more sets, such as those of a session that runs."""
        best = self
        for done in sets:
            if done.kind is SetKind.WARMUP or not (done.reps or done.seconds):
                continue
            kg = done.load.kg if done.load else None
            best = Bests(
                kg=best.kg if done.bodyweight else _most(best.kg, kg),
                added_kg=_most(best.added_kg, kg) if done.bodyweight else best.added_kg,
                reps=int(_most(best.reps, done.reps) or 0) or None,
                seconds=_most(best.seconds, done.seconds or None),
            )
        return best


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBests:
    """The most there ever was of running; None: never."""

    metres: float | None = None
    """Longest distance at a stretch."""
    seconds: float | None = None
    """Longest time at a stretch."""
    s_per_km: float | None = None
    """Fastest pace, of stretches of 400 m and more."""

    def including(self, runs: Iterable[RunEntry]) -> RunBests:
        """Return the bests with some more runs, such as those of a session that runs."""
        best = self
        for run in (run for run in runs if run.sport == RUNNING):
            metres = run.distance.metres if run.distance else None
            best = replace(best, metres=_most(best.metres, metres), seconds=_most(best.seconds, run.seconds or None))
            if metres is not None and metres >= PACED_FROM_M and run.seconds:
                s_per_km = run.seconds * 1000 / metres
                best = replace(best, s_per_km=min(best.s_per_km or s_per_km, s_per_km))
        return best


def _most(best: float | None, value: float | None) -> float | None:
    return max((one for one in (best, value) if one is not None), default=None)
