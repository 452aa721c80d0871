"""Searching the log by the language of filters (``domain.query``)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hybridtui.domain.history import SessionLine
from hybridtui.domain.query.exercises import looked_up
from hybridtui.domain.query.found import Found, Sums
from hybridtui.domain.query.reading import parse
from hybridtui.domain.query.sorting import NEWEST, Order
from hybridtui.domain.query.values import Everything, Query
from hybridtui.logbook.kit import Kit


class Search:
    """The finished sessions that a filter finds, in any order.

    Each question may raise a Problem that proposes the nearest names, where an exercise is
    named that there is none of.
    """

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def parse(self, text: str) -> Query:
        """Read a filter as of today, exercises looked up.

        Raises:
            Problem: if it is none, or names an exercise that there is none of; it says where and the way out.
        """
        return self._meant(parse(text, self._kit.today()))

    def found(self, query: Query = Everything, order: Order = NEWEST) -> Found:
        """Return which sessions there are, in order, and what they amount to."""
        return self._kit.store.search.found(self._meant(query), order)

    def lines(
        self, query: Query = Everything, order: Order = NEWEST, offset: int = 0, limit: int | None = None
    ) -> tuple[SessionLine, ...]:
        """Return sessions as lines, from ``offset`` on."""
        return self._kit.store.search.lines(self._meant(query), order, offset, limit)

    def lines_of(self, ids: Sequence[str]) -> tuple[SessionLine, ...]:
        """Return these sessions as lines, in this order; those that are gone are left out."""
        return self._kit.store.search.lines_of(ids)

    def count(self, query: Query = Everything) -> int:
        """Return how many sessions there are, records that are counted elsewhere among them."""
        return self.sums(query).sessions

    def sums(self, query: Query = Everything) -> Sums:
        """Return what the sessions amount to."""
        return self._kit.store.search.sums(self._meant(query))

    def index_of_day(self, query: Query, day: date) -> int:
        """Return the place of the newest session of ``day`` or before in the log from the newest on."""
        return self._kit.store.search.index_of_day(self._meant(query), day)

    def nearest(self, query: Query, day: date) -> str | None:
        """Return the id of the newest session of ``day`` or before, or else of the first after; None: none at all."""
        return self._kit.store.search.nearest(self._meant(query), day)

    def _meant(self, query: Query) -> Query:
        return looked_up(query, self._kit.exercises()) if query != Everything else query
