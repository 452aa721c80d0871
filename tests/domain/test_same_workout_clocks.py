"""Records of one workout whose starts are told by other clocks, or whose sport has other names."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.same_workout import lends, told_twice
from hybridtui.domain.session import Source
from hybridtui.domain.workout import Kind
from hybridtui.domain.workout_records import Record, Told, told_of
from tests.domain.test_same_workout import LIFTED, record

HOUR = 3600
LIST = record("list", source=Source.GARMIN, metres=10_000.0, told=Told.WALL, offset_s=HOUR)
"""Six o'clock UTC and seven on the wall, if its athlete was at home."""


def abroad(hours: float, **fields: object) -> Record:
    """Return the same run by a watch that knew that it was so many hours further east: the wall says seven, too."""
    given = {"source": Source.FIT, "metres": 10_000.0, "offset_s": round(HOUR * (1 + hours))} | fields
    return record("watch", at=-60 * hours, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("hours", [-8, 0, 5.75])
def test_a_list_without_a_zone_and_a_watch_abroad_are_compared_by_the_clock_on_the_wall(hours: float) -> None:
    assert told_twice([LIST, abroad(hours)]) == {"list": "watch"}
    assert told_twice([LIST, replace(abroad(hours), offset_s=HOUR)]) == ({} if hours else {"list": "watch"})


def test_a_list_and_a_file_with_a_wrong_zone_are_compared_as_assumed() -> None:
    wrong = replace(abroad(0), offset_s=0)
    assert told_twice([LIST, wrong]) == {"list": "watch"}


def test_a_lifting_app_and_a_watch_abroad_are_compared_by_the_clock_on_the_wall() -> None:
    log = replace(LIFTED, told=Told.WALL, offset_s=HOUR)
    watch = abroad(7, kind=Kind.STRENGTH, metres=0.0, minutes=55.0)
    assert told_twice([log, watch]) == {"watch": "strong"}


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({}, True),
        ({"metres": 10_049.0, "seconds": 3590.0}, True),
        ({"metres": 10_100.0}, False),
        ({"seconds": 3650.0}, False),
        ({"metres": 0.0}, False),
        ({"kind": Kind.OTHER, "sport": "cycling"}, False),
    ],
)
@pytest.mark.parametrize(("late", "whole"), [(9.0, True), (-5.75, True), (5 + 4 / 60, False), (15.0, False)])
def test_a_start_without_a_clock_is_whole_quarters_of_an_hour_off(
    late: float, *, whole: bool, fields: dict[str, object], same: bool
) -> None:
    began = LIST.began + timedelta(hours=late, seconds=2)
    watch = replace(LIST, id="watch", source=Source.FIT, told=Told.INSTANT, began=began, ended=began)
    watch = replace(watch, day=began.date(), **fields)  # type: ignore[arg-type]
    assert (len(told_twice([LIST, watch])) == 1) is (same and whole)
    assert told_twice([LIST, watch]) == told_twice([watch, LIST])


def test_of_the_same_run_twice_a_day_each_finds_its_own_record() -> None:
    """Four hours apart, to the second: the nearest go first."""
    lists = [LIST, replace(LIST, id="later list", began=LIST.began + timedelta(hours=4))]
    watches = [replace(each, id=f"{each.id} fit", source=Source.FIT, told=Told.INSTANT) for each in lists]
    assert told_twice([*lists, *watches]) == {"list": "list fit", "later list": "later list fit"}


def test_which_clock_a_source_tells() -> None:
    assumed = ("zone assumed",)
    assert [told_of(source, assumed) for source in (Source.HEVY, Source.GARMIN)] == [Told.WALL] * 2
    assert [told_of(source, assumed) for source in (Source.STRAVA, Source.GPX, Source.LIFTOSAUR)] == [Told.INSTANT] * 3
    assert told_of(Source.STRONGLIFTS, (*assumed, "time of day assumed")) is Told.DAY
    assert told_of(Source.GARMIN, ()) is Told.WHOLE


def test_an_app_that_tells_a_time_is_not_matched_by_its_day() -> None:
    lifted = replace(LIFTED, source=Source.STRONGLIFTS, told=Told.WALL)
    evening = record("x", at=200, kind=Kind.STRENGTH, source=Source.STRAVA)
    assert told_twice([lifted, evening]) == {}
    assert told_twice([replace(lifted, told=Told.DAY), evening]) == {"x": "strong"}


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({}, True),
        ({"sets": 2}, False),
        ({"reps": 95}, False),
        ({"began": LIFTED.began + timedelta(seconds=1)}, False),
    ],
)
def test_a_workout_that_was_renamed_between_two_exports_counts_once(fields: dict[str, object], *, same: bool) -> None:
    renamed = replace(LIFTED, id="renamed", key="another", **fields)  # type: ignore[arg-type]
    assert (len(told_twice([LIFTED, renamed])) == 1) is same
    watch = record("watch", at=10, minutes=50, kind=Kind.STRENGTH, source=Source.FIT)
    assert len(told_twice([LIFTED, renamed, watch])) == 1 + same


@pytest.mark.parametrize("kind", [Kind.HYBRID, Kind.COMBO])
@pytest.mark.parametrize("sport", ["hiit", "cardio training", "training"])
def test_a_circuit_logged_here_is_what_a_watch_has_another_name_for(kind: Kind, sport: str) -> None:
    app = record("app", kind=kind, sets=12)
    watch = record("watch", at=4, minutes=50, kind=Kind.OTHER, sport=sport, source=Source.FIT)
    assert told_twice([app, watch]) == {"watch": "app"}
    assert lends(watch, app), "it was all of it"
    assert told_twice([app, replace(watch, sport="yoga")]) == {}
    assert told_twice([app, replace(watch, began=app.ended, ended=app.ended + timedelta(hours=1))]) == {}


def test_what_was_saved_in_parts_is_told_by_each_part() -> None:
    """A warm-up run, a circuit, a run to cool down: one session here, three of the watch."""
    app = record("app", kind=Kind.HYBRID, minutes=60)
    parts = [
        record("warm-up", minutes=12, source=Source.FIT, metres=2000.0),
        record("circuit", at=14, minutes=30, kind=Kind.OTHER, sport="hiit", source=Source.FIT),
    ]
    assert told_twice([app, *parts]) == {"warm-up": "app", "circuit": "app"}
    assert not lends(parts[0], app)


def test_a_track_whose_sport_was_guessed_is_a_copy_of_the_file_that_knows_it() -> None:
    fit = record("fit", source=Source.FIT, metres=9000.0)
    track = record("track", at=0.5, kind=Kind.OTHER, sport="walking", source=Source.GPX, metres=9040.0)
    assert told_twice([fit, track]) == {}, "its file says that it was a walk"
    assert told_twice([fit, replace(track, guessed=True)]) == {"track": "fit"}
    assert told_twice([replace(fit, source=Source.STRAVA), replace(track, guessed=True)]) == {"track": "fit"}
    assert told_twice([fit, replace(track, guessed=True, metres=8000.0)]) == {}
