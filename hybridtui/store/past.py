"""What the store is asked of the past: each question of history in a module of its own, loaded when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.store.database import Database

if TYPE_CHECKING:
    from hybridtui.store.mileage import Mileage


class Past:
    """The part of the store that History asks; the first screen loads none of it."""

    _db: Database

    @property
    def mileage(self) -> Mileage:
        """What was run."""
        from hybridtui.store.mileage import Mileage

        return Mileage(self._db)
