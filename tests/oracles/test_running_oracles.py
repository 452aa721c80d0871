"""Every row of the oracle tables of running: VDOT and paces, Riegel, slopes.

A row whose quantity nothing here computes fails, so none is skipped in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from hybridtui.domain import running
from tests.oracles.tables import near, rows

ZONES: dict[str, Callable[[running.Paces], float]] = {
    "E_slow": lambda paces: paces.easy_slow,
    "E_fast": lambda paces: paces.easy_fast,
    "M": lambda paces: paces.marathon,
    "T": lambda paces: paces.threshold,
    "I": lambda paces: paces.interval,
    "R": lambda paces: paces.repetition,
}

PRINTED = ("_computed", "_printed")
"""Rows of one quantity come in pairs: the formula's own within a hair, the printed book's within its rounding."""


def computed(row: dict[str, str]) -> float:
    """Return what the package says to a row of vdot.csv."""
    if row["quantity"] == "vdot_from_race":
        return running.vdot(float(row["distance_m"]), float(row["time_s"]))
    quantity, _, source = row["quantity"].rpartition("_")
    assert f"_{source}" in PRINTED
    value = float(row["vdot"])
    if quantity == "race_time":
        return running.race_time(value, float(row["distance_m"]))
    return ZONES[quantity.removeprefix("pace_")](running.paces(value))


def test_tables_are_whole() -> None:
    kinds = Counter(row["quantity"] for row in rows("vdot.csv"))
    assert kinds == {
        "vdot_from_race": 21,
        **{f"race_time{source}": 72 for source in PRINTED},
        **{f"pace_{zone}{source}": 12 for zone in ZONES for source in PRINTED},
    }
    assert (len(rows("riegel.csv")), len(rows("minetti.csv"))) == (13, 23)


@pytest.mark.parametrize("row", rows("vdot.csv"), ids=lambda r: f"{r['case']}-{r['quantity']}")
def test_vdot(row: dict[str, str]) -> None:
    near(computed(row), row["expected"], row["tolerance"])


def test_slips_of_the_transcription_are_no_rows() -> None:
    """VDOT 46 over 1500 m reads 549 for 5:49, and the slow easy pace of VDOT 72 is ten seconds too fast."""
    assert not [row for row in rows("vdot.csv") if row["vdot"] in ("46", "72")]
    assert running.race_time(46, 1500) == pytest.approx(349, abs=1)
    assert running.paces(72).easy_slow == pytest.approx(250, abs=4)


@pytest.mark.parametrize("row", rows("riegel.csv"), ids=lambda r: r["case"])
def test_riegel(row: dict[str, str]) -> None:
    found = running.riegel(float(row["d1_m"]), float(row["t1_s"]), float(row["d2_m"]), float(row["exponent"]))
    near(found.time_s, row["expected_s"], row["tolerance"])


@pytest.mark.parametrize("row", rows("minetti.csv"), ids=lambda r: f"{r['grade']}@{r['pace_s_km']}")
def test_slopes(row: dict[str, str]) -> None:
    rise, pace = float(row["grade"]), float(row["pace_s_km"])
    near(running.cost_of_grade(rise), row["cost_J_kg_m"], row["tolerance"])
    near(running.cost_of_grade(rise) / running.cost_of_grade(0), row["cost_ratio"], row["tolerance"])
    # The table prints three places of the pace.
    near(running.gap_pace(pace, rise), row["gap_s_km"], "0.0005")
