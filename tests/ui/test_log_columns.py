"""The log's columns at every width."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from rich.cells import cell_len

from hybridtui.domain.history import SessionLine
from hybridtui.domain.session import Source
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.ui.widgets.log_columns import log_columns

KG, LB, KM, MI = WeightUnit.KG, WeightUnit.LB, DistanceUnit.KM, DistanceUnit.MI


def line(**changed) -> SessionLine:
    told = {
        "id": "1", "local_date": date(2026, 3, 1), "started_local": datetime(2026, 3, 1, 9, 5), "kind": Kind.RUN,
        "title": "Long run", "total_s": 4800.0, "run_s": 4800.0, "strength_s": 0.0, "distance_m": 13_678.0, "sets": 0,
        "tonnage_kg": 0.0, "load_au": 320.0, "source": Source.FIT,
    }  # fmt: skip
    return SessionLine(**{**told, **changed})


def written(told: SessionLine, width=120, weight=KG, distance=KM) -> dict[str, str]:
    return {c.title.strip() or f"column {n}": c.text(told) for n, c in enumerate(log_columns(width, weight, distance))}


@pytest.mark.parametrize("width", range(58, 220))
def test_columns_never_ask_for_more_than_there_is(width):
    columns = log_columns(width, KG, KM)
    assert sum(column.width + 1 for column in columns) <= width
    assert next(column for column in columns if column.title == "session").width >= 4


@pytest.mark.parametrize(
    "text", ["", "short", "a very long title indeed, longer than any column", "全身トレーニング週間", "👩‍👩‍👧" * 9]
)
def test_a_cell_is_exactly_as_wide_as_its_column(text):
    for column in log_columns(80, KG, KM):
        assert cell_len(column.fit(text)) == column.width


def test_a_run_shows_minutes_distance_and_load():
    told = written(line())
    assert (told["min"], told["km"], told["sets"], told["kg"], told["load"]) == ("80", "13.7", "", "", "320")


def test_units_are_the_athletes():
    told = written(line(kind=Kind.STRENGTH, tonnage_kg=453.59237, sets=12), weight=LB, distance=MI)
    assert (told["lb"], told["mi"]) == ("1,000", "8.5")


def test_another_sport_is_named():
    assert written(line(kind=Kind.OTHER, sport="cycling"))["kind"] == "cycling"


def test_where_it_comes_from_and_what_was_odd_is_told_where_there_is_room():
    assert "FIT: zone assumed" in written(line(flags=("zone assumed",))).values()
    assert "FIT: zone assumed" not in written(line(flags=("zone assumed",)), width=80).values()
