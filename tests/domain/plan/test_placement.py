"""The placement against the six personas of science.md F.5 and the rules it never bends."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.frame import Frame
from hybridtui.domain.plan.placement import border_agrees, cost_of, place
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.templates import TEMPLATES
from hybridtui.domain.workout import Kind

PERSONAS = Path(__file__).parents[2] / "oracles" / "personas.csv"
MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
RUNS = {"RW": "runwalk", "E": "easy", "Q": "tempo", "L": "long"}


def sketch(code: str, run: int = 0, strength: int = 0, *, legs: bool = False, level: int = 2) -> Sketch:
    if code in RUNS:
        return Sketch(kind=Kind.RUN, subtype=RUNS[code], run_minutes=run, long=code == "L")
    if code == "HY":
        every = TEMPLATES["SF"].regions
        return Sketch(
            kind=Kind.HYBRID, subtype="circuit", run_minutes=run, strength_minutes=strength, level=level, regions=every
        )
    return Sketch(
        kind=Kind.STRENGTH,
        subtype=code,
        strength_minutes=strength,
        leg_heavy=legs,
        regions=TEMPLATES[code].regions,
    )


def rows() -> dict[str, list[dict[str, str]]]:
    listed: dict[str, list[dict[str, str]]] = {}
    with PERSONAS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            listed.setdefault(row["persona"], []).append(row)
    return listed


ORACLE = rows()
FRAMES = {
    "P1": Frame(available=(MON, WED, FRI), caps=(30,) * 7, beginner=True, hard_days=2),
    "P2": Frame(available=(TUE, WED, THU, SAT, SUN), caps=(90,) * 7, doubles=True),
    "P3": Frame(available=tuple(Weekday), caps=(60,) * 7),
    "P4": Frame(available=(TUE, WED, THU, SAT, SUN), caps=(90,) * 7, doubles=True),
    "P5": Frame(available=(TUE, THU, SAT, SUN), caps=(95,) * 7, slots=(2,) * 7, doubles=True),
    "P6": Frame(available=tuple(Weekday), caps=(20,) * 7),
}


def persona(name: str) -> tuple[list[Sketch], list[Weekday]]:
    sketches, days = [], []
    for row in ORACLE[name]:
        minutes = int(row["run_minutes"]), int(row["strength_minutes"])
        sketches.append(
            sketch(row["session"], *minutes, legs=row["leg_heavy"] == "1", level=2 if row["hard_run"] == "1" else 1)
        )
        days.append(Weekday(int(row["iso_weekday"]) - 1))
    return sketches, days


@pytest.mark.parametrize("name", FRAMES)
def test_a_personas_week_costs_no_more_than_the_reference(name: str) -> None:
    sketches, _ = persona(name)
    placed = place(sketches, FRAMES[name])
    assert placed is not None
    assert placed.cost <= float(ORACLE[name][0]["min_soft_cost"]) + 1e-5
    assert cost_of(sketches, placed.days, FRAMES[name]) == pytest.approx(placed.cost)


@pytest.mark.parametrize("name", FRAMES)
def test_the_reference_week_is_legal_and_costs_what_it_says(name: str) -> None:
    sketches, days = persona(name)
    assert cost_of(sketches, days, FRAMES[name]) == pytest.approx(float(ORACLE[name][0]["min_soft_cost"]), abs=1e-5)


EVERY_DAY = Frame(available=tuple(Weekday), caps=(120,) * 7, doubles=True, slots=(2,) * 7)
EASY, LONG, QUALITY = sketch("E", 40), sketch("L", 70), sketch("Q", 50)
LEGS, FULL, UPPER, LOWER = (
    sketch("SL", strength=50, legs=True),
    sketch("SF", strength=40),
    sketch("SU", strength=40),
    sketch("SL", strength=40),
)


@pytest.mark.parametrize(
    ("week", "rule"),
    [
        ([(LEGS, SAT), (LONG, SUN)], "H3: no long run the day after leg-heavy"),
        ([(LEGS, SUN), (LONG, MON)], "H3 across the border of the week"),
        ([(LEGS, TUE), (QUALITY, WED)], "H4: no quality the day after leg-heavy"),
        ([(LOWER, MON), (FULL, TUE)], "H5: same muscles on neighbouring days"),
        ([(QUALITY, SAT), (LONG, SUN)], "H6: hard runs on consecutive days"),
        ([(LONG, SUN), (UPPER, SUN)], "H7: a long run is never doubled"),
        ([(EASY, MON), (LONG, MON)], "H7: one run a day"),
        ([(LEGS, MON), (sketch("E", 50), TUE)], "R6: at most 45 min easy after leg-heavy"),
        (
            [(LEGS, MON), (FULL, WED), (QUALITY, FRI), (LONG, SUN), (sketch("SF", 0, 40, legs=True), WED)],
            "one strength",
        ),
        ([(QUALITY, MON), (QUALITY, WED), (LEGS, FRI), (LONG, SUN)], "H11: three hard days"),
        ([(sketch("E", 130), MON)], "H1: the day's cap"),
        ([(EASY, day) for day in (MON, TUE, WED, THU, FRI, SAT)], "H2: two rest days"),
        ([(sketch("HY", 15, 15), MON), (sketch("HY", 15, 15), TUE)], "R13: 48 hours between circuits"),
    ],
)
def test_an_illegal_week_has_no_cost(week: list[tuple[Sketch, Weekday]], rule: str) -> None:
    assert cost_of([s for s, _ in week], [d for _, d in week], EVERY_DAY) is None, rule


def test_quality_and_legs_share_a_day_only_with_hours_between() -> None:
    week, days = [QUALITY, LEGS], [TUE, TUE]
    assert cost_of(week, days, EVERY_DAY) is not None
    assert cost_of(week, days, Frame(available=tuple(Weekday), caps=(120,) * 7, doubles=True)) is None


def test_beginners_rest_after_leg_heavy_and_never_double() -> None:
    frame = Frame(available=tuple(Weekday), caps=(120,) * 7, beginner=True)
    assert cost_of([LEGS, EASY], [MON, TUE], frame) is None
    assert cost_of([UPPER, EASY], [MON, MON], frame) is None


def test_a_monday_respects_the_sunday_before() -> None:
    assert not border_agrees([LEGS], [LONG], beginner=False)
    assert border_agrees([LEGS], [EASY], beginner=False)
    frame = Frame(available=(MON, WED), caps=(120,) * 7)
    placed = place([EASY, FULL], frame, sunday_before=[LOWER])
    assert placed is not None
    assert placed.days == (MON, WED)


def test_no_legal_week_is_none() -> None:
    assert place([FULL, LOWER], Frame(available=(MON, TUE), caps=(60,) * 7)) is None
