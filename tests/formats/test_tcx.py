"""TCX: every sentence of formats.md 1.4."""

from __future__ import annotations

import pytest

from hybridtui.domain.workout import Kind
from tests.formats.xml_files import (
    STEP_M,
    activity,
    beats,
    lap,
    metres,
    one,
    position,
    refusal,
    tcx,
    told,
    trackpoint,
)

RUN = activity(
    lap(metres(1000), points=(trackpoint(0), trackpoint(300)), seconds=300),
    lap(metres(500), points=(trackpoint(400), trackpoint(560)), start_s=400, seconds=160),
)
"""1500 m in 460 s, with 100 s of pause."""


def test_laps_add_up_and_the_pause_between_them_does_not() -> None:
    session = one(tcx(RUN))
    (run,) = session.runs
    assert (session.kind, session.title, session.source.value) == (Kind.RUN, "Run", "tcx")
    assert session.started.utc.isoformat() == "2026-03-01T08:00:00+00:00"
    assert run.distance is not None
    assert (run.distance.metres, run.seconds, run.elapsed_s, session.run_s) == (1500, 460, 560, 460)
    assert "zone assumed" in session.flags


@pytest.mark.parametrize(
    ("word", "kind", "sport"),
    [
        ("Running", Kind.RUN, ""),
        ("running", Kind.RUN, ""),
        ("RUNNING", Kind.RUN, ""),
        ("Biking", Kind.OTHER, "cycling"),
        ("biking", Kind.OTHER, "cycling"),
        ("Walking", Kind.OTHER, "walking"),
        ("Other", Kind.OTHER, "training"),
        ("", Kind.OTHER, "training"),
    ],
)
def test_the_sport_is_known_in_any_case(word: str, kind: Kind, sport: str) -> None:
    session = one(tcx(activity(lap(), sport=word)))
    assert (session.kind, session.sport) == (kind, sport)


@pytest.mark.parametrize(
    ("says", "kind", "sport"),
    [
        ("<Notes>Strength training, legs</Notes>", Kind.STRENGTH, ""),
        ("<Notes>Rowing 5k</Notes>", Kind.OTHER, "rowing"),
        ("<Creator><Name>Treadmill by Woodway</Name></Creator>", Kind.RUN, ""),
        ("<Notes>felt good</Notes><Creator><Name>Forerunner 245</Name></Creator>", Kind.OTHER, "training"),
    ],
)
def test_another_sport_is_named_by_notes_or_device_if_they_do(says: str, kind: Kind, sport: str) -> None:
    session = one(tcx(activity(lap(), says, sport="Other")))
    assert (session.kind, session.sport) == (kind, sport)


def test_notes_are_kept() -> None:
    assert one(tcx(activity(lap(), "<Notes>felt good</Notes>"))).note == "felt good"


def test_every_activity_is_a_session_those_of_a_multisport_file_too() -> None:
    ride = activity(lap(metres(5000)), sport="Biking", id_="2026-03-01T10:00:00Z")
    run = activity(lap(metres(2000)), id_="2026-03-01T11:00:00Z")
    multi = f"<MultiSportSession><FirstSport>{ride}</FirstSport><NextSport>{run}</NextSport></MultiSportSession>"
    found = told(tcx(RUN, multi))
    assert [each.kind for each in found.sessions] == [Kind.RUN, Kind.OTHER, Kind.RUN]
    assert [each.runs[0].distance.metres for each in found.sessions if each.runs[0].distance] == [1500, 5000, 2000]
    assert len({each.fingerprint for each in found.sessions}) == 3


def test_an_activity_is_known_by_its_id_in_whatever_file_it_stands() -> None:
    other = activity(lap(metres(5000)), id_="2026-03-01T10:00:00Z")
    assert told(tcx(other, RUN)).sessions[1].fingerprint == one(tcx(RUN)).fingerprint
    twice = told(tcx(RUN, RUN)).sessions
    assert twice[0].fingerprint != twice[1].fingerprint


def test_it_begins_with_its_first_lap_or_else_when_its_id_says() -> None:
    later = activity(lap(start_s=5), id_="2026-03-01T08:00:00Z")
    assert one(tcx(later)).started.utc.second == 5
    assert one(tcx(later.replace("StartTime", "Begin"))).started.utc.second == 0


def test_an_indoor_run_without_positions_has_the_distance_of_its_watch() -> None:
    points = [trackpoint(0, metres(0)), trackpoint(300, metres(900)), trackpoint(600, metres(1900))]
    (run,) = one(tcx(activity(lap(points=points)))).runs
    assert run.distance is not None
    assert run.distance.metres == 1900


def test_missing_distances_come_from_trackpoints_lap_by_lap_or_else_from_places() -> None:
    first = lap(points=[trackpoint(0, metres(0)), trackpoint(300, metres(900))], seconds=300)
    second = lap(metres(1000), points=[trackpoint(300, metres(900)), trackpoint(600, metres(1880))], seconds=300)
    (run,) = one(tcx(activity(first, second))).runs
    assert run.distance is not None
    assert run.distance.metres == 1900
    places = [trackpoint(n * 40, position(n)) for n in range(11)]
    (run,) = one(tcx(activity(lap(points=places)))).runs
    assert run.distance is not None
    assert run.distance.metres == pytest.approx(10 * STEP_M, rel=0.001)


def test_an_empty_first_point_and_places_nowhere_harm_nothing() -> None:
    nowhere = "<Position><LatitudeDegrees>0</LatitudeDegrees><LongitudeDegrees>0</LongitudeDegrees></Position>"
    points = ["<Trackpoint/>", trackpoint(0, position(0)), trackpoint(40, nowhere), trackpoint(80, position(1))]
    (run,) = one(tcx(activity(lap(points=points, seconds=80)))).runs
    assert run.distance is not None
    assert run.distance.metres == pytest.approx(STEP_M, rel=0.001)


def test_a_negative_pause_is_none() -> None:
    (run,) = one(tcx(activity(lap(points=[trackpoint(0), trackpoint(500)], seconds=600)))).runs
    assert (run.seconds, run.elapsed_s) == (600, 600)


def test_without_lap_times_the_trackpoints_tell_the_length() -> None:
    assert one(tcx(activity(lap(points=[trackpoint(0), trackpoint(500)], seconds=None)))).run_s == 500


def test_heart_rate_is_the_mean_of_trackpoints_or_else_of_laps_by_their_length() -> None:
    points = [trackpoint(0, beats(100)), trackpoint(10, beats(0)), trackpoint(20, beats(150))]
    of_lap = beats(140, "AverageHeartRateBpm") + beats(170, "MaximumHeartRateBpm")
    session = one(tcx(activity(lap(of_lap, points=points))))
    assert (session.avg_hr, session.runs[0].max_hr) == (125, 170)
    long = lap(beats(160, "AverageHeartRateBpm"), seconds=900)
    session = one(tcx(activity(lap(of_lap, seconds=300), long, lap(seconds=60))))
    assert (session.avg_hr, session.runs[0].max_hr) == (155, 170)
    assert one(tcx(RUN)).avg_hr is None


def test_extensions_and_calories_are_passed_over() -> None:
    speed = "<Extensions><ns3:TPX><ns3:Speed>3.0</ns3:Speed><ns3:RunCadence>80</ns3:RunCadence></ns3:TPX></Extensions>"
    text = tcx(activity(lap(metres(1000), "<Calories>300</Calories>", points=[trackpoint(0, speed)])))
    assert one(text).runs[0].distance is not None
    assert one(text).flags == one(tcx(activity(lap(metres(1000), points=[trackpoint(0)])))).flags


@pytest.mark.parametrize("before", ["          ", "\n\n", "\ufeff"])
def test_spaces_and_marks_before_it_do_not_matter(before: str) -> None:
    assert one((before + tcx(RUN)).encode()).run_s == 460


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (tcx(), "it holds no activity"),
        (tcx("<Course/>").replace("Activities", "Courses"), "it holds a course"),
        (tcx("<Workout/>").replace("Activities", "Workouts"), "it holds planned workouts"),
        (tcx(activity(lap(seconds=0))), "it lasted no time at all"),
        (tcx(activity(lap(seconds=None))), "it lasted no time at all"),
        (tcx(activity(lap(seconds=700_000))), "the length"),
        (tcx(activity(lap(metres(2e6)))), "the distance"),
        (tcx(activity(id_="soon")), "it does not say when it began"),
    ],
)
def test_what_is_no_training_is_refused_in_words(text: str, reason: str) -> None:
    assert reason in refusal(text)


def test_the_points_of_a_course_are_no_activity() -> None:
    course = f"<Courses><Course><Track>{trackpoint(0, position(0))}</Track></Course></Courses>"
    text = tcx(RUN).replace("<Activities>", f"{course}<Activities>")
    assert one(text).run_s == 460


def test_a_file_that_was_cut_off_is_recovered_and_marked() -> None:
    points = [trackpoint(n * 10, metres(n * 30)) for n in range(60)]
    text = tcx(activity(lap(metres(1800), points=points, seconds=None)))
    session = one(text[: text.index(metres(900))])
    assert (session.run_s, "recovered" in session.flags) == (300, True)
    assert session.runs[0].distance is not None
    assert session.runs[0].distance.metres >= 870
