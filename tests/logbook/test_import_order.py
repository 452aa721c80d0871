"""Real exports of many apps, one after another in any order or all in one go: the log is the same."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from hybridtui.domain.imports import ImportOptions
from hybridtui.domain.units import WeightUnit
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock

FOLDER = os.environ.get("HYBRIDTUI_FIXTURES")
pytestmark = [pytest.mark.fixtures, pytest.mark.skipif(not FOLDER, reason="HYBRIDTUI_FIXTURES names no folder")]


def test_the_order_of_imports_does_not_matter(tmp_path: Path, clock: FixedClock) -> None:
    files = sorted(path for path in Path(FOLDER or "").glob("*/*") if path.is_file())
    options = ImportOptions(weight_unit=WeightUnit.KG)
    with Logbook.open(tmp_path / "together.db", clock) as book:
        book.imports.run(files, options)
        together = book._kit.store.everything.content_hash()
    random.Random(6).shuffle(files)
    with Logbook.open(tmp_path / "apart.db", clock) as book:
        for path in files:
            book.imports.run([path], options)
        assert book._kit.store.everything.content_hash() == together
        assert book.imports.run(files, options).sessions == 0
