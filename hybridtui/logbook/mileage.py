"""Running as the log tells it: its page of History, and the VDOT of a day."""

from __future__ import annotations

from datetime import date, timedelta

from hybridtui.domain.mileage.fitness import CURRENT_DAYS, RunFitness, fitness
from hybridtui.logbook.kit import Kit


class Mileage:
    """What was run, finished sessions only."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def fitness(self, day: date) -> RunFitness | None:
        """Return the VDOT of a day and where it comes from; None if nothing says."""
        since = day - timedelta(days=CURRENT_DAYS)
        return fitness(self._kit.store.mileage.stretches(since, day), self._kit.athlete(), day)
