"""What the store is asked of the past: each question of history in a module of its own, loaded when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.store.database import Database

if TYPE_CHECKING:
    from hybridtui.domain.calendar import By, Period
    from hybridtui.domain.history import SessionLine, Totals
    from hybridtui.store.days import Days
    from hybridtui.store.everything import Everything
    from hybridtui.store.knowing import Knowing
    from hybridtui.store.lifting import Lifting
    from hybridtui.store.loads import Loads
    from hybridtui.store.mileage import Mileage
    from hybridtui.store.search import Search
    from hybridtui.store.weights import Weights


class Past:
    """The part of the store that History asks; the first screen loads none of it."""

    _db: Database

    def look_past_damage(self) -> bool:
        """Leave out from now on what cannot be read; return whether there is any that was not left out before."""
        if self._db.left_out:
            return False
        from hybridtui.store import sound

        with self._db.reading() as connection:
            left_out = sound.left_out(connection)
        if left_out:
            self._db.look_past(sound.past_damage(self._db.path, self._db.access), left_out)
        return bool(left_out)

    @property
    def left_out(self) -> str:
        """What is left out because it cannot be read, in words; empty: nothing."""
        return self._db.left_out

    def totals(self, by: By, first: Period, last: Period) -> tuple[Totals, ...]:
        """Return the sums of every week or month from ``first`` to ``last``, those without training included."""
        from hybridtui.store.totals import totals

        with self._db.reading() as connection:
            return totals(connection, by, first, last)

    def changed(self) -> tuple[int, int]:
        """Return what is another one after each change to the log, and each undo."""
        from hybridtui.store.newest import changed

        with self._db.reading() as connection:
            return changed(connection)

    def told_again(self, session_id: str) -> tuple[SessionLine, ...]:
        """Return the other records of the same workout as lines, the one that counts first."""
        from hybridtui.store.sessions import told_again

        with self._db.reading() as connection:
            return told_again(connection, session_id)

    @property
    def lifting(self) -> Lifting:
        """What was lifted."""
        from hybridtui.store.lifting import Lifting

        return Lifting(self._db)

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

    @property
    def search(self) -> Search:
        """Sessions by a filter."""
        from hybridtui.store.search import Search

        return Search(self._db)

    @property
    def knowing(self) -> Knowing:
        """What is known already of sessions that are imported again."""
        from hybridtui.store.knowing import Knowing

        return Knowing(self._db)

    @property
    def everything(self) -> Everything:
        """All that the log holds, for exports and for comparing logs."""
        from hybridtui.store.everything import Everything

        return Everything(self._db)
