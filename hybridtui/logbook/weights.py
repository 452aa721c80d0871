"""The body weight: logged by day, read by whatever needs it."""

from __future__ import annotations

from datetime import date
from functools import cache

from hybridtui.domain.body_weight import BodyWeight, Weighed, checked, typed, weighing
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Load
from hybridtui.logbook.kit import Kit


class Weights:
    """One weight a day; a day's second one takes the place of its first."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def log(self, day: date, weight: Load | str) -> BodyWeight:
        """Keep the weight of a day, as typed (``74.2``, ``163lb``) or as a load; undo takes it back.

        A bare number is in the athlete's own unit.

        Raises:
            Problem: if it is no weight of a person, or of a day to come.
            NotSaved: if nothing was written.
        """
        load = typed(weight, self._kit.athlete().weight_unit) if isinstance(weight, str) else checked(weight)
        if day > self._kit.today():
            raise Problem("That day is still to come: weigh yourself first.")
        logged = BodyWeight(day=day, weight=load)
        self._kit.apply(Change(label=f"body weight {load}", weights=(logged,)))
        return logged

    def drop(self, day: date) -> None:
        """Take the weight of a day out again; undo brings it back.

        Raises:
            NotSaved: if nothing was written.
        """
        drop = (Ref(Noun.WEIGHT, day.isoformat()),)
        self._kit.apply(Change(label=f"deletion of the body weight of {day:%d %b %Y}", drop=drop))

    def on(self, day: date) -> BodyWeight | None:
        """Return the newest weight of ``day`` or before; None: none was logged by then."""
        return self._kit.store.weights.on(day)

    def between(self, first: date, last: date) -> tuple[BodyWeight, ...]:
        """Return the weights of the days from ``first`` to ``last``, oldest first."""
        return self._kit.store.weights.between(first, last)


def weighed(kit: Kit) -> Weighed:
    """Return what the body weighed on any day; the log is read when first asked."""

    @cache
    def known() -> Weighed:
        return weighing(kit.store.weights.between(date.min, date.max), kit.athlete().bodyweight_kg)

    return lambda day: known()(day)
