"""Reading the tables that come with the package, ``data/*.csv``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources


def table(name: str) -> Iterator[dict[str, str]]:
    """Return the rows of ``data/<name>.csv`` by column; lines that begin with ``#`` are comments."""
    text = resources.files("hybridtui.domain").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
