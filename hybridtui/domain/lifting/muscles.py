"""Sets of each muscle: hard ones, unrated ones, and what running cost it. Source: science.md 0, B.6."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
) -> dict[str, MuscleSets]:
    """Return the sets of each muscle: a whole one for the primary, half a one for each secondary.

    Sets of exercises that name no muscle count for none (:func:`uncounted`), easy sets and
    warm-ups for none either.
    """
    hard: dict[str, float] = {}
    unrated: dict[str, float] = {}
    for sets in done:
        if _perhaps_hard(sets):
            counted = hard if sets.hard else unrated
            counted[sets.exercise] = counted.get(sets.exercise, 0.0) + sets.sets
    return _together(
        fractional_sets(_working(hard, exercises)),
        fractional_sets(_working(unrated, exercises)),
        leg_sets((_RUNS_OF.get(run.kind, run.subtype), run.minutes) for run in runs),
    )


def _working(sets: Mapping[str, float], exercises: Mapping[str, Exercise]) -> Iterator[tuple[Exercise, float]]:
    for id_, count in sets.items():
        exercise = exercises.get(id_)
        if exercise is not None and exercise.pattern not in WITHOUT_EFFORT:
            yield exercise, count


def _perhaps_hard(sets: LikeSets) -> bool:
    return sets.working and sets.hard is not False and sets.sets > 0


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
        if _perhaps_hard(sets) and ((of := exercises.get(sets.exercise)) is None or not (of.primary or of.secondary))
    )
