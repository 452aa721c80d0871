"""Apple Health: every sentence of formats.md 1.12."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain.unit_questions import DistanceQuestion
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats.reading import UnreadableError
from hybridtui.formats.xml import apple as reader
from tests.formats.options import options
from tests.formats.xml_files import apple, body_mass, one, refusal, told, workout

_TYPES = """
    AmericanFootball Archery AustralianFootball Badminton Barre Baseball Basketball Bowling Boxing CardioDance
    Climbing Cooldown CoreTraining Cricket CrossCountrySkiing CrossTraining Curling Cycling Dance
    DanceInspiredTraining DiscSports DownhillSkiing Elliptical EquestrianSports Fencing Fishing FitnessGaming
    Flexibility Golf FunctionalStrengthTraining Gymnastics HandCycling Handball HighIntensityIntervalTraining
    Hiking Hockey Hunting JumpRope Kickboxing Lacrosse MartialArts MindAndBody MixedCardio
    MixedMetabolicCardioTraining Other PaddleSports Pickleball Pilates Play PreparationAndRecovery Racquetball
    Rowing Rugby Running Sailing SkatingSports SnowSports Snowboarding Soccer SocialDance Softball Squash
    StairClimbing Stairs StepTraining SurfingSports SwimBikeRun Swimming TableTennis TaiChi Tennis
    TrackAndField TraditionalStrengthTraining Transition UnderwaterDiving Volleyball Walking WaterFitness
    WaterPolo WaterSports WheelchairRunPace WheelchairWalkPace Wrestling Yoga
"""
TYPES = _TYPES.split()
"""All that Apple has."""

HEART = '<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="{}" maximum="{}" unit="count/min"/>'
WAY = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistance{}" sum="{}" {}/>'


def test_the_types_that_apple_has_are_all_known_and_only_running_is_a_run() -> None:
    starts = [f"2026-03-01 {8 + n // 60:02d}:{n % 60:02d}:00 +0100" for n in range(len(TYPES))]
    texts = [workout(type_, startDate=start) for type_, start in zip(TYPES, starts, strict=True)]
    found = told(apple(*texts))
    assert (found.refused, len(found.sessions)) == ((), len(TYPES))
    kinds = dict(zip(TYPES, ((each.kind, each.sport or each.title) for each in found.sessions), strict=True))
    assert [type_ for type_, (kind, _) in kinds.items() if kind is Kind.RUN] == ["Running"]
    assert {type_ for type_, (kind, _) in kinds.items() if kind is Kind.STRENGTH} == {
        "TraditionalStrengthTraining", "FunctionalStrengthTraining", "CoreTraining", "CrossTraining",
    }  # fmt: skip
    named = {type_: name for type_, (_, name) in kinds.items()}
    told_as = {"Cycling": "cycling", "Walking": "walking", "TableTennis": "table tennis", "Other": "training",
               "Stairs": "stair climbing", "HighIntensityIntervalTraining": "hiit", "SwimBikeRun": "triathlon",
               "DownhillSkiing": "alpine skiing", "TrackAndField": "track and field"}  # fmt: skip
    assert {type_: named[type_] for type_ in told_as} == told_as
    assert all(named.values())


def test_a_workout_of_the_first_generation() -> None:
    session = one(apple(workout(duration="38.5", durationUnit="min", totalDistance="8.2", totalDistanceUnit="km")))
    (run,) = session.runs
    assert (session.kind, session.title, session.source.value) == (Kind.RUN, "Run", "apple")
    assert (session.started.local.isoformat(), session.started.offset_s) == ("2026-03-01T18:00:00", 3600)
    assert run.distance is not None
    assert (str(run.distance), run.seconds, run.elapsed_s, session.run_s) == ("8.2 km", 2310, 2400, 2310)
    assert session.flags == ()


def test_a_workout_of_the_second_generation() -> None:
    inside = WAY.format("WalkingRunning", "5.1", 'unit="mi"') + HEART.format("151.6", "178")
    climbed = '<MetadataEntry key="HKElevationAscended" value="4210 cm"/>'
    session = one(apple(workout("Running", inside, climbed, totalDistance="5", totalDistanceUnit="mi")))
    (run,) = session.runs
    assert (str(run.distance), session.avg_hr, run.max_hr, run.hr_computed) == ("5.1 mi", 152, 178, False)
    assert run.ascent_m == pytest.approx(42.1)


def test_statistics_may_stand_in_the_activities_of_a_workout() -> None:
    part = "<WorkoutActivity>" + WAY.format("Cycling", "20", 'unit="km"') + "</WorkoutActivity>"
    assert str(one(apple(workout("Cycling", part))).runs[0].distance) == "20 km"


@pytest.mark.parametrize(
    ("unit", "metres"),
    [("km", 2000), ("mi", 3218.688), ("m", 2), ("yd", 1.8288), ("ft", 0.6096), ("", 2000)],
)
def test_units_of_distance_are_read_and_missing_ones_are_the_athletes(unit: str, metres: float) -> None:
    (run,) = one(apple(workout("Running", WAY.format("WalkingRunning", "2", f'unit="{unit}"' if unit else "")))).runs
    assert run.distance is not None
    assert run.distance.metres == pytest.approx(metres)
    in_miles = told(apple(workout(totalDistance="2")), distance_unit=DistanceUnit.MI)
    assert str(in_miles.sessions[0].runs[0].distance) == "2 mi"
    assert any("does not say km or mi" in warning for warning in in_miles.warnings)
    assert in_miles.distance_question == DistanceQuestion("Run", 2, 2400, DistanceUnit.MI)
    named = told(apple(workout(totalDistance="2", totalDistanceUnit="mi")))
    assert (named.distance_question, [each for each in named.warnings if "km or mi" in each]) == (None, [])


@pytest.mark.parametrize(
    ("value", "unit", "seconds"),
    [("30", "min", 1800), ("1800", "s", 1800), ("0.5", "hr", 1800), ("", "", 2400)],
)
def test_lengths_come_in_units_or_from_start_and_end(value: str, unit: str, seconds: float) -> None:
    assert one(apple(workout(duration=value, durationUnit=unit))).run_s == seconds


def test_without_a_length_pauses_are_taken_out() -> None:
    events = "".join(
        f'<WorkoutEvent type="HKWorkoutEventType{type_}" date="2026-03-01 18:{minute}:00 +0100"/>'
        for type_, minute in [("Lap", "05"), ("Pause", "10"), ("Resume", "15"), ("Pause", "20"), ("Resume", "22")]
    )
    (run,) = one(apple(workout("Running", events))).runs
    assert (run.seconds, run.elapsed_s) == (33 * 60, 40 * 60)


def test_strength_has_its_minutes_and_no_sets() -> None:
    session = one(apple(workout("TraditionalStrengthTraining", HEART.format("110", "150"), duration="35")))
    assert (session.kind, session.strength_s, session.sets, session.runs) == (Kind.STRENGTH, 2100, (), ())
    assert session.avg_hr == 110


def test_the_day_is_told_by_the_zone_of_the_workout_if_it_names_one() -> None:
    abroad = '<MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>'
    session = one(apple(workout("Running", abroad)))
    assert session.started.local.isoformat() == "2026-03-02T02:00:00"
    assert session.started.local_date == date(2026, 3, 2)


def test_a_workout_is_known_by_its_app_start_and_type_wherever_the_phone_was_at_its_export() -> None:
    here = one(apple(workout()))
    there = one(apple(workout(startDate="2026-03-02 01:00:00 +0800", endDate="2026-03-02 01:40:00 +0800")))
    assert here.fingerprint == there.fingerprint
    others = [workout(sourceName="Strava"), workout("Walking"), workout(startDate="2026-03-01 18:00:01 +0100")]
    assert len({each.fingerprint for each in told(apple(workout(), *others)).sessions}) == 4


def test_a_workout_of_two_apps_is_two_records_and_one_that_stands_twice_is_one() -> None:
    found = told(apple(workout(), workout(sourceName="Strava"), workout()))
    assert len(found.sessions) == 2
    assert "1 of its workouts stand in it twice: taken once" in found.warnings


@pytest.mark.parametrize(
    "start", ["2026-03-01 6:00:00 PM +0100", "2026-03-01 6:00:00\u202fPM +0100", "2026-03-01T18:00:00+0100"]
)
def test_times_are_read_as_phones_write_them(start: str) -> None:
    assert one(apple(workout(startDate=start))).started.utc.hour == 17


def test_body_weights_are_one_a_day_the_last_in_the_unit_they_were_told_in() -> None:
    weights = [
        body_mass("74.2", start="2026-03-01 21:00:00 +0100"),
        body_mass("73.8", start="2026-03-01 07:00:00 +0100"),
        body_mass("163", "lb", start="2026-02-28 07:00:00 +0100"),
        body_mass("11.5", "st", start="2026-02-27 07:00:00 +0100"),
        body_mass("4000", start="2026-02-26 07:00:00 +0100"),
        body_mass("70", "bananas", start="2026-02-25 07:00:00 +0100"),
        body_mass("70", start="2036-02-25 07:00:00 +0100"),
    ]
    found = told(apple(*weights))
    assert [(each.day, each.weight) for each in found.weights] == [
        (date(2026, 2, 27), Load(161.0, WeightUnit.LB)),
        (date(2026, 2, 28), Load(163.0, WeightUnit.LB)),
        (date(2026, 3, 1), Load(74.2)),
    ]
    assert (found.sessions, found.refused) == ((), ())
    assert any(warning.startswith("3 of its body weights") for warning in found.warnings)


def test_a_workout_that_cannot_be_is_refused_alone() -> None:
    ended = "2026-03-01 18:00:00 +0100"
    found = told(apple(workout(), workout("Walking", endDate=ended), workout("Rowing", startDate="soon")))
    assert len(found.sessions) == 1
    assert [(each.where, each.reason.split(";")[0]) for each in found.refused] == [
        ("workout 2", "it lasted no time at all"),
        ("workout 3", "it does not say when it began"),
    ]


def test_an_export_without_training_is_refused_in_words() -> None:
    assert refusal(apple()) == "it holds no workouts and no body weights"


def test_its_dtd_is_cut_out_unread_even_a_broken_one() -> None:
    """As iOS 16 wrote it: a list of attributes that never ends well."""
    broken = "<!DOCTYPE HealthData [\n<!ATTLIST Workout\n  device CDATA #IMPLIED\n  startDate <!ELEMENT x>\n]>\n"
    assert one(apple(workout(), dtd=broken)).run_s == 2400
    assert one(apple(workout(), dtd="")).run_s == 2400


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE HealthData [<!ENTITY a "aaaa">]>',
        '<!DOCTYPE HealthData [<!entity % a SYSTEM "file:///etc/passwd"> %a;]>',
        '<!DOCTYPE HealthData SYSTEM "http://example.org/x.dtd">',
        '<!DOCTYPE HealthData SYSTEM "x.dtd" [<!ELEMENT a ANY>]>',
        "<!DOCTYPE HealthData [<!ELEMENT a ANY>]><!DOCTYPE HealthData [<!ELEMENT a ANY>]>",
        "<!DOCTYPE HealthData [",
    ],
)
def test_a_dtd_that_could_harm_refuses_the_export(dtd: str) -> None:
    assert "DOCTYPE" in refusal(apple(workout(), dtd=dtd))


def test_an_export_that_was_cut_off_keeps_what_was_read_and_marks_the_last() -> None:
    text = apple(workout(), workout("Walking"), workout("Rowing", HEART.format(100, 120)))
    found = told(text[: text.rindex("average")])
    assert [("recovered" in each.flags) for each in found.sessions] == [False, False, True]
    assert any("cut off" in warning for warning in found.warnings)


class Trickle(io.BytesIO):
    """A pipe: it hands out less than it is asked for."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 0, 40_000))


def test_records_are_passed_over_as_they_come_and_progress_is_told() -> None:
    record = '<Record type="HKQuantityTypeIdentifierHeartRate" value="70"><MetadataEntry key="a" value="b"/></Record>\n'
    data = apple(record * 50_000, workout()).encode()
    seen: list[int] = []
    found = reader.read_stream(Trickle(data), replace(options(), progress=seen.append))
    assert len(found.sessions) == 1
    assert seen == sorted(seen)
    assert len(seen) > 10
    assert seen[-1] == len(data)


def test_more_workouts_than_a_life_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_WORKOUTS", 5)
    data = apple(*[workout()] * 6).encode()
    with pytest.raises(UnreadableError, match="more than 5 workouts"):
        reader.read_stream(io.BytesIO(data), options())
