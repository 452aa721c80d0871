"""Reading the oracle tables, which stand beside this file."""

from __future__ import annotations

import csv
import re
from pathlib import Path

HERE = Path(__file__).parent


def rows(table: str) -> list[dict[str, str]]:
    """Return every row of a table, by column."""
    with (HERE / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers(inputs: str) -> dict[str, float]:
    """Read ``run=190 strength=80`` as numbers by name."""
    return {name: float(value) for name, value in re.findall(r"(\w+)=(-?\d+(?:\.\d+)?)(?=\s|$)", inputs)}


def near(actual: float | None, expected: str, tolerance: str) -> None:
    """Compare as the tables ask; an empty expectation is None."""
    if not expected:
        assert actual is None
        return
    assert actual is not None
    assert abs(actual - float(expected)) <= float(tolerance) + 1e-9
