"""GPX: every sentence of formats.md 1.3."""

from __future__ import annotations

import pytest

from hybridtui.domain.workout import Kind
from tests.formats.xml_files import STEP_M, gpx, one, point, points, refusal, segment, told, track

RUN = track(segment(points(0, 10, 40)))
"""1112 m in 400 s."""


def test_a_track_has_its_start_time_distance_and_length() -> None:
    session = one(gpx(RUN))
    (run,) = session.runs
    assert (session.kind, session.title, session.source.value) == (Kind.RUN, "Run", "gpx")
    assert (session.started.utc.isoformat(), session.started.zone) == ("2026-03-01T08:00:00+00:00", "Europe/Berlin")
    assert run.distance is not None
    assert run.distance.metres == pytest.approx(10 * STEP_M, rel=0.001)
    assert (run.seconds, run.elapsed_s, session.run_s) == (400, 400, 400)
    assert session.ended is not None
    assert (session.ended.utc - session.started.utc).total_seconds() == 400


def test_it_says_that_the_zone_was_assumed_unless_the_times_name_an_offset() -> None:
    assert "zone assumed" in one(gpx(RUN)).flags
    assert any("Europe/Berlin was assumed" in warning for warning in told(gpx(RUN)).warnings)
    abroad = one(gpx(RUN).replace("Z</time>", "+05:30</time>"))
    assert ("zone assumed" in abroad.flags, abroad.started.offset_s) == (False, 5 * 3600 + 1800)
    assert abroad.started.local.isoformat() == "2026-03-01T08:00:00"


@pytest.mark.parametrize("decimals", ["", ".1", ".123", ".123456", ".123456789"])
def test_times_have_none_to_nine_decimals(decimals: str) -> None:
    session = one(gpx(RUN).replace("Z</time>", f"{decimals}Z</time>"))
    assert session.run_s == pytest.approx(400, abs=0.001)


def test_a_pause_between_segments_adds_neither_distance_nor_time() -> None:
    far = segment(points(100, 105, 40, start_s=1000))
    (run,) = one(gpx(track(segment(points(0, 5, 40)), far))).runs
    assert run.distance is not None
    assert run.distance.metres == pytest.approx(10 * STEP_M, rel=0.001)
    assert (run.seconds, run.elapsed_s) == (400, 1200)


def test_every_track_is_a_session_and_one_without_points_is_said() -> None:
    later = track(segment(points(0, 5, 40, start_s=7200)), type_="cycling", name="Home")
    found = told(gpx(RUN, track(segment()), later))
    assert [(each.kind, each.title) for each in found.sessions] == [(Kind.RUN, "Run"), (Kind.OTHER, "Home")]
    assert len({each.fingerprint for each in found.sessions}) == 2
    assert "track 2 without points: left out" in found.warnings
    assert found.refused == ()


def test_the_same_file_has_the_same_fingerprints() -> None:
    assert one(gpx(RUN)).fingerprint == one(gpx(RUN)).fingerprint != one(gpx(RUN) + "\n").fingerprint


def test_points_without_a_place_or_with_none_on_earth_are_passed_over() -> None:
    lost = '<trkpt><time>2026-03-01T08:00:20Z</time></trkpt><trkpt lat="0" lon="0"/><trkpt lat="91" lon="nan"/>'
    (run,) = one(gpx(track(segment(point(0, 0), lost, point(1, 40))))).runs
    assert run.distance is not None
    assert run.distance.metres == pytest.approx(STEP_M, rel=0.001)


def test_an_empty_segment_harms_nothing() -> None:
    assert one(gpx(track(segment(points(0, 10, 40)), segment()))).run_s == 400


def test_a_clock_that_steps_back_does_not_shorten_the_run() -> None:
    times = [0, 10, 9, 20, 30]
    once = segment(*(point(n, seconds) for n, seconds in enumerate(times)))
    assert one(gpx(track(once))).run_s == 30
    back = [3600, 3610, 3620, 0, 10]
    assert one(gpx(track(segment(*(point(n, seconds) for n, seconds in enumerate(back)))))).run_s == 30


@pytest.mark.parametrize(
    "extension",
    [
        "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>{}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>",
        "<extensions><ns3:TrackPointExtension><ns3:hr>{}</ns3:hr><ns3:cad>80</ns3:cad></ns3:TrackPointExtension></extensions>",
        "<extensions><gpxdata:hr>{}</gpxdata:hr></extensions>",
        "<extensions><hr>{}</hr></extensions>",
        "<hr>{}</hr>",
    ],
)
@pytest.mark.parametrize("declared", [True, False])
def test_heart_rate_is_read_under_any_namespace_even_an_undeclared_one(extension: str, declared: bool) -> None:
    names = " ".join(f'xmlns:{prefix}="u:{prefix}"' for prefix in ("gpxtpx", "ns3", "gpxdata")) if declared else ""
    beats = [100, 150, 0, 141]
    held = segment(*(point(n, n * 40, extension.format(beat)) for n, beat in enumerate(beats)))
    session = one(gpx(track(held), attributes=names))
    assert (session.avg_hr, session.runs[0].max_hr, session.runs[0].hr_computed) == (130, 150, True)
    assert "recovered" not in session.flags


def test_ascent_is_smoothed() -> None:
    heights = [100, 101, 100, 101, 100, 110, 109, 111, 90, 95]
    held = segment(*(point(n, n * 40, f"<ele>{height}</ele>") for n, height in enumerate(heights)))
    assert one(gpx(track(held))).runs[0].ascent_m == 15
    assert one(gpx(RUN)).runs[0].ascent_m is None


@pytest.mark.parametrize(
    ("word", "kind", "sport"),
    [
        ("running", Kind.RUN, ""),
        ("Run", Kind.RUN, ""),
        ("9", Kind.RUN, ""),
        ("1", Kind.OTHER, "cycling"),
        ("trail_running", Kind.RUN, ""),
        ("VirtualRun", Kind.RUN, ""),
        ("Laufen", Kind.RUN, ""),
        ("Course à pied", Kind.RUN, ""),
        ("Ride", Kind.OTHER, "cycling"),
        ("mountain_biking", Kind.OTHER, "cycling"),
        ("Hiking", Kind.OTHER, "hiking"),
        ("Wandern", Kind.OTHER, "hiking"),
        ("strength_training", Kind.STRENGTH, ""),
        ("WeightTraining", Kind.STRENGTH, ""),
        ("HIIT", Kind.OTHER, "hiit"),
        ("Kite-Surfing", Kind.OTHER, "kite surfing"),
    ],
)
def test_the_type_says_what_it_was(word: str, kind: Kind, sport: str) -> None:
    session = one(gpx(track(segment(points(0, 10, 40)), type_=word)))
    assert (session.kind, session.sport) == (kind, sport)
    assert "sport assumed" not in session.flags
    assert session.total_s == 400
    assert (session.run_s, session.strength_s) == (400 * (kind is Kind.RUN), 400 * (kind is Kind.STRENGTH))


@pytest.mark.parametrize(
    ("every_s", "name", "sport"),
    [(80, "", "walking"), (40, "", "run"), (15, "", "cycling"), (3, "", "training"), (40, "Evening Ride", "cycling")],
)
def test_without_a_type_name_or_mean_speed_decides_and_it_is_marked(every_s: int, name: str, sport: str) -> None:
    text = gpx(track(segment(points(0, 10, every_s)), type_="", name=name))
    session = one(text)
    assert session.runs[0].sport == sport
    assert "sport assumed" in session.flags
    assert any("does not say which sport" in warning and sport in warning for warning in told(text).warnings)


def test_an_indoor_session_without_points_is_kept_as_a_summary() -> None:
    time = "<metadata><time>2026-03-01T08:00:00Z</time></metadata>"
    text = gpx(time, track(segment(), name="Treadmill"))
    session = one(text)
    assert (session.kind, session.title, session.started.utc.hour) == (Kind.RUN, "Treadmill", 8)
    assert (session.total_s, session.runs[0].distance) == (0, None)
    assert "length unknown" in session.flags
    assert "it does not say how long it took: it counts no minutes" in told(text).warnings


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("", "it holds no track"),
        ('<rte><rtept lat="48" lon="11"/></rte>', "it holds a route"),
        ('<wpt lat="48" lon="11"/>', "it holds waypoints"),
        (track(segment()), "it has no points, and nothing in it says when it was"),
        (track(segment(point(0), point(1))), "its points have no times"),
        (track(segment(point(0, 10**7), point(1, 10**7))), "in the future"),
        (track(segment(point(0, 0), point(1, 8 * 86_400))), "the length"),
        (track(segment(*(point(n % 2 * 40_000, n) for n in range(300)))), "the distance"),
    ],
)
def test_what_is_no_training_is_refused_in_words(inside: str, reason: str) -> None:
    assert reason in refusal(gpx(inside))


def test_a_track_without_times_is_kept_if_the_file_says_when_it_was() -> None:
    time = "<metadata><time>2026-03-01T08:00:00Z</time></metadata>"
    session = one(gpx(time, track(segment(point(0), point(1)))))
    assert session.runs[0].distance is not None
    assert (session.run_s, "length unknown" in session.flags) == (0, True)


def test_one_bad_track_leaves_the_others() -> None:
    found = told(gpx(RUN, track(segment(point(0), point(1)))))
    assert len(found.sessions) == 1
    assert [each.where for each in found.refused] == ["track 2"]


def test_a_file_that_was_cut_off_is_recovered_as_far_as_it_goes_and_marked() -> None:
    text = gpx(RUN)
    session = one(text[: text.index("</trkpt>", len(text) // 2) + 3])
    assert 100 < session.run_s < 400
    assert "recovered" in session.flags
    assert "cut off or damaged" in refusal(text[:60] + ">")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_spaces_and_encodings_before_it_do_not_matter(encoding: str) -> None:
    text = gpx(track(segment(points(0, 10, 40)), name="Überlauf")).replace("UTF-8", encoding.upper()[:6])
    assert one(text.encode(encoding)).title == "Überlauf"
    assert one(b"\n  " + gpx(RUN).encode()).run_s == 400
    latin = gpx(track(segment(points(0, 9, 40)), name="Über")).replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert one(latin).title == "Über"


def test_a_description_is_kept_as_a_note() -> None:
    assert one(gpx(RUN.replace("<trkseg>", "<desc>windy,\nbut fine&#x9b;</desc><trkseg>"))).note == "windy,\nbut fine"


def test_names_are_cleaned() -> None:
    assert one(gpx(track(segment(points(0, 9, 40)), name="a\u202e[red]&#x9b;"))).title == "a[red]"
