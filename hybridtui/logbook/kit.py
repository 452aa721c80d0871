"""What every use case works with: the store, the clock and new ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Moment
from hybridtui.domain.change import Change
from hybridtui.domain.clock import Clock
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.problems import Problem
from hybridtui.store import Store

if TYPE_CHECKING:
    from hybridtui.domain.engine.state import Now


@dataclass(frozen=True, slots=True)
class Kit:
    """Shared by the parts of the logbook."""

    store: Store
    clock: Clock
    ids: Callable[[], str]

    def utc(self) -> datetime:
        """Return now, in UTC: what all arithmetic uses."""
        return self.clock.now().astimezone(UTC)

    def instant(self) -> Now:
        """Return now on both clocks."""
        from hybridtui.domain.engine.state import Now  # what leads a session, once one is led

        return Now(self.utc(), self.clock.ticks())

    def moment(self) -> Moment:
        """Return now, as the athlete's clock says it."""
        return Moment.at(self.clock.now(), self.clock.zone)

    def today(self) -> date:
        """Return the day on the athlete's wrist."""
        return self.clock.now().date()

    def apply(self, change: Change) -> None:
        """Make a change; it is on disk when this returns."""
        self.store.apply(change, self.utc())

    def athlete(self) -> Athlete:
        """Return the athlete, or before the first run the defaults."""
        return self.store.athlete() or Athlete()

    def exercises(self) -> Mapping[str, Exercise]:
        """Return the library and the athlete's own exercises, by id, with what is known of these by their names."""
        own = self.store.own_exercises()
        if not own:
            return catalogue()
        from hybridtui.domain.own_exercises import WithOwn  # most athletes start without any

        return WithOwn(own)

    def exercise(self, exercise_id: str) -> Exercise:
        """Return an exercise by its id.

        Raises:
            Problem: if there is none.
        """
        found = self.exercises().get(exercise_id)
        if found is None:
            raise Problem("That exercise is no longer in the library: choose another one.")
        return found
