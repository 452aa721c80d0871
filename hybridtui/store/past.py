"""What the store is asked of the past: each question of history in a module of its own, loaded when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.store.database import Database

if TYPE_CHECKING:
    from hybridtui.store.days import Days
    from hybridtui.store.loads import Loads
    from hybridtui.store.mileage import Mileage
    from hybridtui.store.weights import Weights


class Past:
    """The part of the store that History asks; the first screen loads none of it."""

    _db: Database

    @property
    def mileage(self) -> Mileage:
        """What was run."""
        from hybridtui.store.mileage import Mileage

        return Mileage(self._db)

    @property
    def loads(self) -> Loads:
        """The load of each day."""
        from hybridtui.store.loads import Loads

        return Loads(self._db)

    @property
    def days(self) -> Days:
        """What the calendar shows."""
        from hybridtui.store.days import Days

        return Days(self._db)

    @property
    def weights(self) -> Weights:
        """What the athlete weighed."""
        from hybridtui.store.weights import Weights

        return Weights(self._db)
