"""Every row of the oracle table of readiness bands (science.md D.6)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from hybridtui.domain.readiness import Band, Readiness, band

with (Path(__file__).parent / "readiness.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 14
    assert {row["band"] for row in ROWS} == set(Band)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['total']}-{row['band']}")
def test_band(row: dict[str, str]) -> None:
    reading = Readiness(
        day=date(2026, 3, 4),
        fatigue=int(row["fatigue"]),
        sleep_quality=int(row["sleep_quality"]),
        soreness=int(row["soreness"]),
        stress=int(row["stress"]),
        mood=int(row["mood"]),
        sleep_hours=float(row["sleep_hours"]),
        ill=row["ill"] == "1",
        pain=int(row["pain_0_10"]),
    )
    found = band(reading, ())
    assert (found.total, found.percent, found.band) == (int(row["total"]), int(row["score_pct"]), row["band"])
    assert found.why or found.band is Band.GREEN
