"""A generated history, loaded through Strong's CSV and FIT files: every total is that of its ground truth.

The generator is not part of this repository: it lies beside the folder that HYBRIDTUI_FIXTURES names.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from hybridtui.domain import gym_exercises
from hybridtui.domain.calendar import By, Month, Period, Week
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.history import Totals
from hybridtui.domain.imports import ImportOptions
from hybridtui.domain.names import match
from hybridtui.domain.units import KG_PER_LB, DistanceUnit, WeightUnit
from hybridtui.logbook import Logbook

GENERATOR = Path(os.environ.get("HYBRIDTUI_FIXTURES", "nowhere")).parent / "tools" / "make_history.py"
pytestmark = [pytest.mark.fixtures, pytest.mark.skipif(not GENERATOR.is_file(), reason="there is no generator")]

SIZE = "--sessions 140 --runs 70 --sets 1500 --fit 70 --every 60 --seed 25"
SPAN = "--start-year 2020 --years 1.2 --tz Europe/Berlin"
CLOCKS_CHANGED = (date(2020, 3, 29), date(2020, 10, 25))
YEAR_END = Week(2020, 53)
LAST = date(2021, 3, 31)

Truth = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """How Strong wrote the file."""

    unit: WeightUnit
    style: str

    @property
    def whole_minutes(self) -> bool:
        """The old export tells lengths as ``1h 13m``; the new one in seconds."""
        return self.style == "old"

    def rounded_kg(self, reps: int) -> float:
        """Return how far a tonnage may be off: the file tells pounds to hundredths, and kilograms exactly."""
        return 1e-6 if self.unit is WeightUnit.KG else 0.005 * KG_PER_LB * reps


def generated(folder: Path, source: Source) -> list[Truth]:
    """Make the files; return what is true of the sessions in them."""
    arguments = f"--out {folder} {SIZE} {SPAN} --unit {source.unit} --strong-style {source.style}"
    subprocess.run([sys.executable, str(GENERATOR), *arguments.split()], check=True, capture_output=True)
    for packed in (folder / "strava" / "activities").glob("*.fit.gz"):
        (folder / packed.stem).write_bytes(gzip.decompress(packed.read_bytes()))
    told: list[Truth] = json.loads((folder / "history.json").read_text(encoding="utf-8"))["sessions"]
    return told


def sums(period: Period, sessions: Iterable[Truth], source: Source) -> dict[str, float]:
    """Sum up what is true of a period, as exactly as the files tell it; loads by the defaults of D.1."""
    days = set(period.days)
    mine = [each for each in sessions if datetime.fromisoformat(each["start_local"]).date() in days]
    runs = [each for each in mine if each["kind"] == "run"]
    lifting = [each for each in mine if each["kind"] == "strength"]
    sets = [row for each in lifting for part in each["exercises"] for row in part["sets"]]
    lengths = [s["duration_s"] // 60 * 60 if source.whole_minutes else s["duration_s"] for s in lifting]
    efforts = [7 if leg_heavy(each) else 6 for each in lifting]
    return {
        "sessions": len(mine),
        "runs": len(runs),
        "run_s": sum(each["moving_s"] for each in runs),
        "run_m": sum(int(each["distance_m"] * 100) / 100 for each in runs),
        "longest_run_s": max((each["moving_s"] for each in runs), default=0),
        "strength_sessions": len(lifting),
        "strength_s": sum(lengths),
        "other_s": 0,
        "run_load_au": sum(3 * each["moving_s"] / 60 for each in runs),
        "strength_load_au": sum(rpe * s / 60 for rpe, s in zip(efforts, lengths, strict=True)),
        "sessions_estimated": len(mine),
        "sets": len(sets),
        "reps": sum(row["reps"] or 0 for row in sets),
        "tonnage_kg": sum((row["kg"] or 0.0) * (row["reps"] or 0) for row in sets),
    }


def hard_sets(session: Truth) -> Iterator[Exercise]:
    """Yield the exercise, of the library or known by its name, of each set at RPE 7 or more as Strong's file tells."""
    for part in session["exercises"]:
        found = match(part["exercise"])
        if found is not None:
            loaded = any(row["kg"] for row in part["sets"])
            known = catalogue()[found.loaded if loaded and found.loaded else found.exercise]
        else:
            by_name = gym_exercises.known(part["exercise"])
            if by_name is None:
                continue
            known = by_name
        yield from (known for row in part["sets"] if (row["rpe"] or 0) >= 7)


def leg_heavy(session: Truth) -> bool:
    return sum(each.pattern in ("squat", "hinge", "lunge", "plyo") for each in hard_sets(session)) >= 6


def muscles(period: Period, sessions: Iterable[Truth]) -> dict[str, float]:
    """Return the hard sets of each muscle: a whole one of the first, a half of each other (B.6)."""
    days = set(period.days)
    sums: Counter[str] = Counter()
    for each in sessions:
        if each["kind"] == "strength" and datetime.fromisoformat(each["start_local"]).date() in days:
            for exercise in hard_sets(each):
                sums.update({exercise.primary: 1.0})
                sums.update(dict.fromkeys(exercise.secondary, 0.5))
    return {name: sets for name, sets in sums.items() if name}


def told(totals: Totals, names: Iterable[str]) -> dict[str, float]:
    return {name: getattr(totals, name) for name in names}


@pytest.mark.parametrize(
    "source",
    [Source(WeightUnit.KG, "old"), Source(WeightUnit.LB, "old"), Source(WeightUnit.LB, "new")],
    ids=["kg", "lb", "lb, in seconds"],
)
def test_every_week_and_month_of_each_sport_adds_up(
    reopen: Callable[[], Logbook], tmp_path: Path, source: Source
) -> None:
    truth = generated(tmp_path / "made", source)
    days = {datetime.fromisoformat(each["start_local"]).date() for each in truth}
    assert days.issuperset(CLOCKS_CHANGED)
    assert {day.year for day in YEAR_END.days if day in days} == {2020, 2021}

    book = reopen()
    options = ImportOptions(weight_unit=source.unit, distance_unit=DistanceUnit.KM, zone="Europe/Berlin")
    files = [tmp_path / "made" / "strong.csv", *(tmp_path / "made").glob("*.fit")]
    report = book.imports.run(files, options)
    assert not report.refused
    assert report.sessions == len(truth)

    weeks = book.history.totals(By.WEEK, 66, LAST)
    months = book.history.totals(By.MONTH, 15, LAST)
    assert (weeks[0].period, months[0].period) == (Week(2020, 1), Month(2020, 1))
    for totals in (*weeks, *months):
        wanted = sums(totals.period, truth, source)
        tonnage = wanted.pop("tonnage_kg")
        assert told(totals, wanted) == pytest.approx(wanted, abs=1e-6), totals.period
        assert totals.tonnage_kg == pytest.approx(tonnage, abs=source.rounded_kg(totals.reps), rel=0), totals.period
        minutes = wanted["run_s"] + wanted["strength_s"]
        assert totals.run_share == (pytest.approx(wanted["run_s"] / minutes) if minutes else None)
        found = book.lifting.muscles(totals.period)
        assert {name: each.hard for name, each in found.items() if each.hard} == muscles(totals.period, truth)
    whole = [sum(each.sessions for each in periods) for periods in (weeks, months)]
    assert whole == [len(truth), len(truth)], "no session lies between two weeks or months"
    assert book.imports.run(files, options).sessions == 0
    assert book.history.totals(By.WEEK, 66, LAST) == weeks
