"""Running as it is said and drawn: units, unknown things, percents, and that every number can be traced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Level, RaceResult, Sex
from hybridtui.domain.calendar import By, span
from hybridtui.domain.definitions import definitions
from hybridtui.domain.figures import Figure
from hybridtui.domain.mileage.bests import DISTANCES, best_of
from hybridtui.domain.mileage.page import Found, MileagePage, mileage_page
from hybridtui.domain.mileage.stretch import Stretch
from hybridtui.domain.mileage.sums import SessionSums, StretchSums
from hybridtui.domain.query.reading import parse
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats.plans.workout_reading import RUN_SUBTYPES
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.history import running_charts, running_fitness, running_hearts, running_weeks
from hybridtui.ui.history.running_words import Told
from hybridtui.ui.run_kinds import RUN_KINDS

TODAY = date(2026, 3, 4)
ATHLETE = Athlete(
    level=Level.INTERMEDIATE, age=40, resting_hr=50, max_hr=190, threshold_hr=170, sex=Sex.FEMALE
)  # fmt: skip
RACE = Stretch(
    session_id="race", day=TODAY - timedelta(days=60), title="City race", kind=Kind.RUN, subtype="race",
    metres=5020.0, seconds=1474.0, avg_hr=176, ascent_m=20.0,
)  # fmt: skip
EASY = replace(RACE, session_id="easy", day=TODAY, title="Run", subtype="easy", metres=8046.72, seconds=3000.0)


def page(athlete: Athlete = ATHLETE, by: By = By.WEEK, *, stretches: tuple[Stretch, ...] = (RACE, EASY)) -> MileagePage:
    """Return a page of two runs of this week, a third of it moderate, and a race two months ago."""
    sessions = [
        SessionSums(
            period=by.of(TODAY), kind=Kind.RUN, subtype="easy", level=None, rpe=rpe, bpm=None,
            sessions=1, seconds=seconds, metres=8046.72, longest_s=seconds, longest_m=8046.72,
        )
        for rpe, seconds in ((3.0, 2000.0), (5.0, 1000.0))
    ]  # fmt: skip
    sums = StretchSums(
        period=by.of(TODAY), kind=Kind.RUN, subtype="easy", level=None, rpe=3.0, bpm=None,
        stretches=1, metres=8046.72, seconds=3000.0, known_climbs=1, flat_seconds=2900.0,
        beats=7000.0, beating_s=3000.0,
    )  # fmt: skip
    bests = tuple(best for each in stretches[:1] if (best := best_of(DISTANCES[1], each, TODAY)) is not None)
    found = Found(sessions=sessions, stretch_sums=[sums], stretches=stretches, bests=bests)
    return mileage_page(found, athlete, by, span(by, 12, TODAY), TODAY)


def told(of: MileagePage) -> list[Told]:
    parts = (running_weeks, running_fitness, running_hearts)
    return [each for part in parts for section in part.sections(of) for each in section.told]


def figures(of: MileagePage) -> dict[tuple[str, str], Figure]:
    return {(each.figure.definition, each.figure.name): each.figure for each in told(of)}


def test_kilometres_and_miles_are_the_same_run() -> None:
    km, mi = (figures(page(replace(ATHLETE, distance_unit=unit))) for unit in (DistanceUnit.KM, DistanceUnit.MI))
    assert km["run.distance", "Distance"].value == "16.1 km"
    assert mi["run.distance", "Distance"].value == "10 mi"
    assert km["run.easy_pace", "Pace"].value == "6:13/km"
    assert mi["run.easy_pace", "Pace"].value == "10:00/mi"
    chart = running_charts.chart(page(replace(ATHLETE, distance_unit=DistanceUnit.MI)), "easy")
    assert (chart.unit, chart.write(chart.series[0].values[-1] or 0.0)) == ("/mi", "10:00")
    assert chart.upside_down


def test_shares_of_effort_sum_to_a_hundred() -> None:
    found = figures(page())
    assert [found["run.effort", name].value for name in ("Easy", "Moderate", "Hard")] == ["67 %", "33 %", "0 %"]


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize(
    "athlete",
    [ATHLETE, Athlete(), Athlete(result=RaceResult(5000, 2000)), Athlete(easy_pace_s_per_km=400.0, age=30)],
    ids=["known", "unknown", "slow", "rough"],
)
def test_every_number_has_a_definition_a_chart_and_a_filter_that_can_be_read(athlete: Athlete, by: By) -> None:
    for stretches in ((RACE, EASY), (EASY,), ()):
        of = page(athlete, by, stretches=stretches)
        for each in told(of):
            assert each.figure.definition in definitions()
            chart: ChartData = running_charts.chart(of, each.chart)
            assert len(chart.periods) == 12
            if each.figure.behind:
                parse(each.figure.behind, TODAY)
            assert each.figure.value


def test_what_is_not_known_says_what_is_missing() -> None:
    found = figures(page(Athlete(), stretches=()))
    assert found["run.vdot", "VDOT"].value == "n/a"
    assert "sex" in found["run.trimp", "TRIMP"].note
    assert "threshold" in found["run.hrss", "HRSS"].note
    assert found["run.max_hr", "Maximum"].value == "n/a"


def test_a_vdot_is_said_with_where_it_comes_from() -> None:
    found = figures(page())["run.vdot", "VDOT"]
    assert (found.value, found.note) == ("39.1", "race of 3 Jan 2026")
    least = figures(page(stretches=(EASY,)))["run.vdot", "VDOT"]
    assert least.value.startswith("≥ ")
    rough = figures(page(replace(ATHLETE, easy_pace_s_per_km=400.0), stretches=()))["run.vdot", "VDOT"]
    assert (rough.value[0], rough.note) == ("~", "easy pace, rough")
    slow = figures(page(replace(ATHLETE, result=RaceResult(5000, 2000)), stretches=()))["run.vdot", "VDOT"]
    assert slow.note == "the result you gave, extrapolated"


def test_zones_and_bands_are_those_of_the_athlete() -> None:
    found = figures(page())
    assert [found["run.hr_zone", zone].value for zone in ("Z1", "Z2", "Z5c")] == [
        "< 145 bpm",
        "145-152 bpm",
        "182+ bpm",
    ]
    assert found["run.hr_band", "Moderate"].value == "106-133 bpm"
    usual = figures(page(replace(ATHLETE, max_hr=None)))
    assert usual["run.max_hr", "Maximum"].value == "~180 bpm"
    assert "±10" in usual["run.max_hr", "Maximum"].note


def test_all_kinds_of_runs_can_be_chosen() -> None:
    assert set(RUN_KINDS) == set(RUN_SUBTYPES)
