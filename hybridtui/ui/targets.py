"""Planned workouts with the targets that the log gives them, read when they are looked at."""

from __future__ import annotations

from hybridtui.domain.workout import Plan, Workout
from hybridtui.ui.logbook_thread import LogbookThread

AIMED_WEEKS = 4
"""So many weeks from this one on have their targets ready before one looks; the others when one does."""

GLANCE_S = 0.1
"""Who looks at a workout no longer than that passes it: the log is not asked for it."""


class Targets:
    """What the log asks of each workout today, as far as it was read."""

    def __init__(self, book: LogbookThread) -> None:
        self._book = book
        self._aimed: dict[str, Workout] = {}

    def __contains__(self, workout: Workout) -> bool:
        return workout.id in self._aimed

    def of(self, workout: Workout) -> Workout:
        """Return the workout with its targets if they were read, else as it was drafted."""
        aimed = self._aimed.get(workout.id, workout)
        return aimed if (aimed.day, aimed.because) == (workout.day, workout.because) else workout

    async def read(self, workout: Workout, plan: Plan | None) -> bool:
        """Ask the log for the targets; return whether they are others than before.

        Raises:
            Problem: if the log cannot be read.
        """
        aimed = await self._book.ask(lambda book: book.plans.targeted(workout, plan))
        changed = self._aimed.get(workout.id) != aimed
        self._aimed[workout.id] = aimed
        return changed
