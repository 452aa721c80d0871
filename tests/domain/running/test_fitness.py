"""What is known of an athlete's running, and who runs by pace at all (science.md C.1, C.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import running
from hybridtui.domain.athlete import Athlete, Level, RaceResult

TEN_K = RaceResult(10000, 3000)
RUNNER = Athlete(level=Level.INTERMEDIATE, result=TEN_K)


def test_a_result_gives_its_vdot_before_any_easy_pace() -> None:
    known = running.vdot_of(replace(RUNNER, easy_pace_s_per_km=500))
    assert known is not None
    assert known.value == pytest.approx(40.0121, abs=5e-4)
    assert not known.rough
    assert not known.extrapolated


def test_an_easy_pace_gives_a_rough_vdot_whose_easy_pace_it_is() -> None:
    known = running.vdot_of(Athlete(easy_pace_s_per_km=375))
    assert known is not None
    assert known.rough
    assert running.paces(known.value).easy == pytest.approx(375, abs=1e-6)


def test_without_either_nothing_is_known() -> None:
    assert running.vdot_of(Athlete()) is None
    assert running.race_prediction(Athlete(), 10000) is None


@pytest.mark.parametrize("result", [RaceResult(5000, 3000), RaceResult(42195, 3600)])
def test_a_result_outside_what_is_shown_is_not_gone_by(result: RaceResult) -> None:
    """VDOT 15 and 200: the input says more than the runner."""
    assert running.vdot_of(replace(RUNNER, result=result)) is None


@pytest.mark.parametrize("pace", [150, 1200])
def test_an_easy_pace_beyond_what_is_shown_is_not_gone_by(pace: float) -> None:
    assert running.vdot_of(Athlete(easy_pace_s_per_km=pace)) is None


@pytest.mark.parametrize(
    "athlete",
    [
        replace(RUNNER, level=Level.BEGINNER),
        replace(RUNNER, result=RaceResult(5000, 1900)),  # VDOT 28.9
        Athlete(level=Level.ADVANCED),
    ],
    ids=["beginner", "below VDOT 30", "nothing known"],
)
def test_no_pace_targets_for(athlete: Athlete) -> None:
    assert running.paces_of(athlete) is None


def test_pace_targets_come_from_the_result() -> None:
    paces = running.paces_of(RUNNER)
    assert paces is not None
    assert [round(paces.of(zone)) for zone in "EMTIR"] == [375, 326, 305, 281, 261]


def test_a_race_is_estimated_with_caution() -> None:
    """The slower of VDOT and Riegel: both assume training for the distance."""
    by_vdot, by_riegel = running.race_time(40.0121, 21097.5), running.riegel(10000, 3000, 21097.5).time_s
    assert by_vdot > by_riegel
    assert running.race_prediction(RUNNER, 21097.5) == pytest.approx(by_vdot, abs=0.1)
    faster = replace(RUNNER, result=RaceResult(21097.5, 5000))
    by_riegel = running.riegel(21097.5, 5000, 10000).time_s
    assert by_riegel > running.race_time(running.vdot(21097.5, 5000), 10000)
    assert running.race_prediction(faster, 10000) == by_riegel
    assert running.race_prediction(RUNNER, 10000) == pytest.approx(3000, abs=0.01)


def test_a_beginners_race_is_estimated_too() -> None:
    assert running.race_prediction(replace(RUNNER, level=Level.BEGINNER), 21097.5) is not None


@pytest.mark.parametrize("distance", [800, 50000])
def test_no_estimate_beyond_what_vdot_is_made_for(distance: float) -> None:
    assert running.race_prediction(RUNNER, distance) is None
