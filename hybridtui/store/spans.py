"""Stretches of days in statements of history: their bounds, and the weeks or months they are summed up by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sqlalchemy import ColumnElement, bindparam, func

from hybridtui.domain.calendar import By, Month, Period
from hybridtui.store.instants import week_of_key
from hybridtui.store.tables import session

WITHIN = session.c.local_date.between(bindparam("first"), bindparam("last"))
"""Sessions of the days that :func:`bounds` binds."""

PERIOD_KEYS: Mapping[By, ColumnElement[int] | ColumnElement[str]] = MappingProxyType(
    # The civil month is the beginning of the ISO date, in any dialect.
    {By.WEEK: session.c.week, By.MONTH: func.substr(session.c.local_date, 1, 7)}
)
"""What sessions of one week, or of one month, have in common."""


def bounds(first: date, last: date) -> dict[str, str]:
    """Return the bounds of a stretch of days, to be bound."""
    return {"first": first.isoformat(), "last": last.isoformat()}


def period_of(key: int | str) -> Period:
    """Return the week or month that such a key stands for."""
    if isinstance(key, int):
        return week_of_key(key)
    year, month = key.split("-")
    return Month(int(year), int(month))
