"""Sets of each muscle: hard ones, unrated ones, and what running cost it. Source: science.md 0, B.6."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hybridtui.domain.calendar import Period
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.lifting.done import LikeSets, RunPart
from hybridtui.domain.lifting.leg_cost import CIRCUIT, EASY, leg_sets
from hybridtui.domain.volume import fractional_sets
from hybridtui.domain.workout import Kind

WITHOUT_EFFORT = frozenset({"stretch", "mobility", "recovery", "warmup", "run_drill"})
"""Patterns whose sets are no work for a muscle, whatever they are rated."""

_RUNS_OF = {Kind.HYBRID: CIRCUIT, Kind.COMBO: EASY}
"""What running counts as in sessions whose subtype says something of their strength."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleSets:
    """Fractional sets of one muscle in a stretch of time."""

    hard: float = 0.0
    """Lifted, at RPE 7 or more, or asked for at that; running left out."""
    unrated: float = 0.0
    """Lifted, neither rated nor asked for at an effort: perhaps hard."""
    from_running: float = 0.0
    """What running cost, an estimate (``leg_cost``)."""

    @property
    def lifted(self) -> float:
        """Sets that were lifted, hard or perhaps so."""
        return self.hard + self.unrated

    def times(self, factor: float) -> MuscleSets:
        """Return each part multiplied, as for a mean."""
        return MuscleSets(
            hard=self.hard * factor, unrated=self.unrated * factor, from_running=self.from_running * factor
        )

    def plus(self, other: MuscleSets) -> MuscleSets:
        """Return both together."""
        return MuscleSets(
            hard=self.hard + other.hard,
            unrated=self.unrated + other.unrated,
            from_running=self.from_running + other.from_running,
        )


NONE = MuscleSets()
"""Of a muscle that did nothing."""


def muscle_sets(
    done: Iterable[LikeSets], runs: Iterable[RunPart], exercises: Mapping[str, Exercise]
) -> dict[Period, dict[str, MuscleSets]]:
    """Return the sets of each muscle in each period: a whole one for the primary, half a one for each secondary.

    Sets of exercises that name no muscle count for none (:func:`uncounted`), easy sets and
    warm-ups for none either.
    """
    hard: dict[Period, list[tuple[Exercise, float]]] = {}
    unrated: dict[Period, list[tuple[Exercise, float]]] = {}
    for sets in done:
        exercise = exercises.get(sets.exercise)
        if exercise is None or not sets.sets or not sets.working or exercise.pattern in WITHOUT_EFFORT:
            continue
        if sets.hard is not False:
            (hard if sets.hard else unrated).setdefault(sets.period, []).append((exercise, sets.sets))
    ran: dict[Period, list[tuple[str, float]]] = {}
    for run in runs:
        ran.setdefault(run.period, []).append((_RUNS_OF.get(run.kind, run.subtype), run.minutes))
    return {
        period: _together(
            fractional_sets(hard.get(period, ())),
            fractional_sets(unrated.get(period, ())),
            leg_sets(ran.get(period, ())),
        )
        for period in {**hard, **unrated, **ran}
    }


def _together(
    hard: Mapping[str, float], unrated: Mapping[str, float], ran: Mapping[str, float]
) -> dict[str, MuscleSets]:
    return {
        muscle: MuscleSets(
            hard=hard.get(muscle, 0.0), unrated=unrated.get(muscle, 0.0), from_running=ran.get(muscle, 0.0)
        )
        for muscle in {**hard, **unrated, **ran}
    }


def uncounted(done: Iterable[LikeSets], exercises: Mapping[str, Exercise]) -> float:
    """Return the sets, hard or unrated, of exercises that name no muscle: own ones, and imported ones."""
    return sum(
        sets.sets
        for sets in done
        if sets.working
        and sets.hard is not False
        and ((of := exercises.get(sets.exercise)) is None or not (of.primary or of.secondary))
    )
