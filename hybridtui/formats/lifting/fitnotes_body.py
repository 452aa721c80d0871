"""FitNotes' body tracker: what the athlete weighed; other measurements are left out. Source: formats.md 1.7."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hybridtui.domain import body_weight
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.names import fold
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean, some
from hybridtui.domain.units import Load
from hybridtui.formats import cells, limits
from hybridtui.formats.lifting import app_rows
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.tables import Table, cell

_BODY_WEIGHT = {"bodyweight", "weight"}


def read(data: bytes, options: ReadOptions) -> Read:
    """Read the weights of days; of several of one day the last one counts.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    at = table.header.position
    day_at, name_at, value_at, unit_at = at("date"), at("measurement"), at("value"), at("unit")
    weights: dict[date, BodyWeight] = {}
    others: dict[str, int] = {}
    for line, texts in table.records(max(day_at or 0, name_at or 0, value_at or 0) + 1):
        name = cell(texts, name_at)
        if fold(name) not in _BODY_WEIGHT:
            others[clean(name, 40)] = others.get(clean(name, 40), 0) + 1
            continue
        try:
            weighed = _weighed(cell(texts, day_at), cell(texts, value_at), cell(texts, unit_at), options)
            weights[weighed.day] = weighed
        except (cells.OddCellError, limits.OutOfRangeError, Problem) as error:
            table.refuse(line, f"{error}; the row was left out")
    if not weights and not table.refused:
        raise UnreadableError("it holds no body weight, and other measurements are not kept")
    counted = [f"{name} ({count})" for name, count in others.items()]
    left_out = (f"measurements that are not kept: {some(counted)}",) if counted else ()
    return Read(
        weights=tuple(sorted(weights.values(), key=lambda each: each.day)),
        refused=table.refused,
        warnings=(*table.warnings, *left_out),
    )


def _weighed(day_text: str, value: str, unit_text: str, options: ReadOptions) -> BodyWeight:
    """Read one weight.

    Raises:
        OddCellError, OutOfRangeError, Problem: if it cannot be understood or believed.
    """
    day = cells.local_time(day_text)
    limits.started(datetime(day.year, day.month, day.day, tzinfo=UTC), options.latest + timedelta(days=1))
    unit = app_rows.weight_unit(unit_text) or options.weight_unit
    if unit is None:
        raise cells.OddCellError("it does not say kg or lb (--unit kg or --unit lb says it)")
    return BodyWeight(day.date(), body_weight.checked(Load(cells.number("the weight", value), unit)))
