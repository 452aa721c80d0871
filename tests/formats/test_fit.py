"""What of a FIT file counts as what: runs, strength with its sets, other sports, damaged files."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hybridtui.domain.session import LoggedSet, Session, Source
from hybridtui.domain.units import Distance, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import read
from tests.formats import fit_writer as fit
from tests.formats.fit_cases import START, after, read_fit
from tests.formats.options import only, options


def test_a_run_is_read_with_its_times_distance_and_heart_rate() -> None:
    session = only(read_fit(fit.session(START), fit.activity(after(1860), offset_s=3 * 3600)))
    (run,) = session.runs
    assert (session.kind, session.source, session.title) == (Kind.RUN, Source.FIT, "Run")
    assert (run.sport, run.distance, run.seconds, run.elapsed_s) == ("run", Distance(5000), 1800, 1860)
    assert (run.avg_hr, run.max_hr, run.hr_computed, session.avg_hr) == (150, 180, False, 150)
    assert (session.run_s, session.strength_s, session.other_s) == (1800, 0, 0)
    assert session.ended is not None
    assert session.ended.utc == after(1860)


def test_the_watchs_offset_gives_the_local_time() -> None:
    session = only(read_fit(fit.session(START), fit.activity(after(1860), offset_s=3 * 3600)))
    assert session.started.utc == START
    assert (session.started.offset_s, session.started.zone) == (10800, None)
    assert session.started.local.isoformat() == "2025-10-01T12:10:26"
    assert "zone assumed" not in session.flags


def test_the_zone_is_named_where_its_clocks_agree() -> None:
    session = only(read_fit(fit.session(START), fit.activity(after(1860), offset_s=2 * 3600)))
    assert (session.started.offset_s, session.started.zone) == (7200, "Europe/Berlin")


@pytest.mark.parametrize(("maker", "offset_s"), [(1, 0), (294, 7200)])
def test_utc_in_the_place_of_the_local_time_is_the_habit_of_one_maker(maker: int, offset_s: int) -> None:
    def read_it(offset_s: int) -> Session:
        told = (fit.session(START), fit.activity(after(1860), offset_s=offset_s))
        return only(read(fit.fit(fit.file_id(START, maker=maker), *told), options()))

    assert read_it(0).started.offset_s == offset_s
    assert ("zone assumed" in read_it(0).flags) is (maker == 294)
    assert "zone assumed" not in read_it(3600).flags


@pytest.mark.parametrize("offset_s", [None, 40 * 3600, 1234])
def test_without_a_possible_offset_the_zone_is_assumed(offset_s: int | None) -> None:
    found = read_fit(fit.session(START), fit.activity(after(1860), offset_s=offset_s))
    assert only(found).started.zone == "Europe/Berlin"
    assert "zone assumed" in only(found).flags
    assert any("Europe/Berlin was assumed" in warning for warning in found.warnings)


def test_the_session_begins_at_its_own_start_not_when_the_file_was_made() -> None:
    data = fit.fit(fit.file_id(after(4 * 86400)), fit.session(START))
    assert read(data, options()).sessions[0].started.utc == START


@pytest.mark.parametrize(
    ("sport", "sub_sport", "title"),
    [
        (fit.RUNNING, None, "Run"),
        (fit.RUNNING, fit.TREADMILL, "Treadmill run"),
        (fit.RUNNING, fit.TRAIL, "Trail run"),
        (4, fit.TREADMILL, "Treadmill run"),  # fitness equipment
    ],
)
def test_treadmill_and_trail_are_runs(sport: int, sub_sport: int | None, title: str) -> None:
    session = only(read_fit(fit.session(START, sport, sub_sport)))
    assert (session.kind, session.title, session.run_s) == (Kind.RUN, title, 1800)


@pytest.mark.parametrize(
    ("sport", "sub_sport", "name"),
    [(fit.CYCLING, None, "cycling"), (fit.TRAINING, fit.YOGA, "yoga"), (11, None, "walking"), (4, 15, "elliptical")],
)
def test_other_sports_are_kept_and_are_no_runs(sport: int, sub_sport: int | None, name: str) -> None:
    session = only(read_fit(fit.session(START, sport, sub_sport)))
    assert (session.kind, session.sport, session.runs[0].sport) == (Kind.OTHER, name, name)
    assert (session.run_s, session.other_s) == (0, 1800)


def test_the_timer_falls_back_to_the_elapsed_time() -> None:
    session = only(read_fit(fit.session(START, timer=None)))
    assert (session.run_s, session.runs[0].elapsed_s) == (1860, 1860)


def test_a_missing_heart_rate_is_computed_from_the_records_and_marked() -> None:
    beats = (140, 0xFF, 151, 255, 150)
    records = [fit.record(after(n), beat) for n, beat in enumerate(beats)]
    session = only(read_fit(*records, fit.session(START, heart_rate=None)))
    assert (session.avg_hr, session.runs[0].hr_computed) == (147, True)
    assert "heart rate computed" in session.flags


def test_impossible_heart_rates_are_no_heart_rates() -> None:
    session = only(read_fit(fit.record(after(1), 251), fit.record(after(2), 3), fit.session(START, heart_rate=5)))
    assert session.avg_hr is None


def test_the_effort_entered_on_the_watch_is_the_sessions() -> None:
    session = only(read_fit(fit.session(START, rpe=70)))
    assert (session.rpe, session.load_au, session.load_estimated) == (7.0, 210.0, False)


def strength(*sets: bytes) -> tuple[LoggedSet, ...]:
    session = only(read_fit(*sets, fit.session(START, fit.TRAINING, fit.STRENGTH, metres=0.0)))
    assert session.kind is Kind.STRENGTH
    assert session.runs == ()
    assert session.strength_s == 1800
    return session.sets


def test_only_active_sets_count_and_rests_belong_to_the_set_before() -> None:
    first, second = strength(
        fit.strength_set(0, after(0), fit.REST, lasted=9),
        fit.strength_set(1, after(10), reps=10, kg=14.0),
        fit.strength_set(2, after(40), fit.REST, lasted=61.4),
        fit.strength_set(3, after(102), reps=8, kg=14.5),
    )
    assert (first.reps, first.load, first.rest_s, first.volume_kg) == (10, Load(14.0), 61, 140)
    assert (second.reps, second.load, second.rest_s, second.volume_kg) == (8, Load(14.5), None, 116)
    assert first.logged_at == after(40)


def test_sets_are_ordered_by_their_index_else_by_their_start() -> None:
    by_index = strength(
        fit.strength_set(2, after(5), reps=3),
        fit.strength_set(0, after(90), reps=1),
        fit.strength_set(1, START, reps=2),
    )
    assert [logged.reps for logged in by_index] == [1, 2, 3]
    by_start = strength(fit.strength_set(None, after(90), reps=2), fit.strength_set(None, after(5), reps=1))
    assert [(logged.position, logged.reps) for logged in by_start] == [(0, 1), (1, 2)]


def test_a_weight_of_zero_and_none_mean_that_none_was_entered() -> None:
    assert [logged.load for logged in strength(fit.strength_set(0, START, kg=0.0), fit.strength_set(1, START))] == [
        None,
        None,
    ]


def test_a_weight_set_in_pounds_comes_back_in_pounds() -> None:
    (logged,) = strength(fit.strength_set(0, START, reps=5, kg=45.375, unit=fit.POUND))
    assert logged.load == Load(100.0, WeightUnit.LB)


def test_a_set_without_reps_is_timed_and_one_without_both_failed() -> None:
    held, failed = strength(fit.strength_set(0, START, lasted=45.5), fit.strength_set(1, after(60), reps=0, lasted=0))
    assert (held.reps, held.seconds, held.failed) == (None, 45.5, False)
    assert (failed.reps, failed.seconds, failed.failed) == (0, None, True)


def test_a_guess_is_kept_with_the_best_first_and_unconfirmed() -> None:
    found = read_fit(
        fit.strength_set(0, START, reps=8, category=(21, 26, 10), subtype=(0xFFFF, 0xFFFF, 0xFFFF)),
        fit.strength_set(1, after(60), reps=8, category=(30, 22, 21), subtype=(0, 0xFFFF, 0xFFFF)),
        fit.strength_set(2, after(120), reps=8, category=(65534, 7, 0)),
        fit.strength_set(3, after(180), reps=8, category=(28, 22, 21), subtype=(0xFFFF, 0xFFFF, 0xFFFF)),
        fit.session(START, fit.TRAINING, fit.STRENGTH),
    )
    pull, dip, unknown, squat = only(found).sets
    assert all(logged.unconfirmed for logged in (pull, dip, unknown, squat))
    assert (pull.exercise, dip.exercise) == ("pull_up", "bench_dip")
    names = {exercise.id: exercise.name for exercise in found.exercises}
    assert (names[unknown.exercise], names[squat.exercise]) == ("Unknown exercise", "Squat (watch)")
    assert any("guessed" in warning for warning in found.warnings)


def test_an_exercise_chosen_on_the_watch_is_confirmed() -> None:
    (logged,) = strength(fit.strength_set(0, START, reps=5, kg=60.0, category=(28,), subtype=(6,)))
    assert (logged.exercise, logged.unconfirmed) == ("back_squat", False)


@pytest.mark.parametrize(
    ("category", "subtype", "exercise"),
    [
        (17, 32, "forward_lunge"),
        (10, 11, "glute_bridge"),
        (15, 0, "leg_curl"),
        (37, 6, "clamshell"),
        (37, 7, "band_curl"),
    ],
)
def test_a_watchs_name_is_understood_by_its_category(category: int, subtype: int, exercise: str) -> None:
    (logged,) = strength(fit.strength_set(0, START, reps=5, category=(category,), subtype=(subtype,)))
    assert logged.exercise == exercise


def test_what_is_only_near_an_exercise_is_none_of_the_librarys() -> None:
    found = read_fit(
        fit.strength_set(0, START, reps=5, category=(22,), subtype=(57,)),  # staggered hands
        fit.session(START, fit.TRAINING, fit.STRENGTH),
    )
    assert only(found).sets[0].exercise.startswith("own:")


def test_sets_make_a_strength_session_of_a_training_without_a_name() -> None:
    session = only(read_fit(fit.strength_set(0, START, reps=5), fit.session(START, fit.TRAINING, None)))
    assert session.kind is Kind.STRENGTH


def test_a_file_with_three_sessions_gives_three_each_with_its_own() -> None:
    found = read_fit(
        fit.strength_set(0, after(5), reps=10),
        fit.strength_set(1, after(700 + 900), reps=7, kg=20.0),
        fit.record(after(10), 80),
        fit.record(after(710), 120),
        fit.record(after(730), 130),
        fit.record(after(1610), 100),
        fit.session(START, fit.TRAINING, fit.STRENGTH, timer=353, elapsed=586, metres=0, heart_rate=None),
        fit.session(after(700), fit.RUNNING, timer=800, elapsed=850, metres=1065.5, heart_rate=None),
        fit.session(after(1600), fit.TRAINING, fit.STRENGTH, timer=1180, elapsed=1184, metres=0, heart_rate=None),
    )
    first, run, last = found.sessions
    assert [each.kind for each in found.sessions] == [Kind.STRENGTH, Kind.RUN, Kind.STRENGTH]
    assert [each.avg_hr for each in found.sessions] == [80, 125, 100]
    assert [logged.reps for logged in first.sets] == [10]
    assert [logged.reps for logged in last.sets] == [7]
    assert run.runs[0].distance == Distance(1065.5)
    assert len({each.fingerprint for each in found.sessions}) == 3


def test_chained_files_are_read_one_after_another() -> None:
    one = fit.fit(fit.file_id(START), fit.session(START))
    two = fit.fit(fit.file_id(after(9000)), fit.session(after(9000), fit.CYCLING))
    found = read(one + two, options())
    assert [each.kind for each in found.sessions] == [Kind.RUN, Kind.OTHER]
    assert found.sessions[0].fingerprint == read(one, options()).sessions[0].fingerprint


def test_a_chain_that_is_cut_keeps_its_whole_part() -> None:
    one = fit.fit(fit.file_id(START), fit.session(START))
    found = read(one + one[:20], options())
    assert len(found.sessions) == 1
    assert [refusal.where for refusal in found.refused] == ["part of the chain"]


@pytest.mark.parametrize("header", [12, 14])
def test_both_lengths_of_header_are_read(header: int) -> None:
    assert only(read_fit(fit.session(START), header=header)).flags == ("zone assumed",)


def test_a_header_checksum_of_zero_means_not_computed() -> None:
    assert "checksum wrong" not in only(read_fit(fit.session(START), header_crc=0)).flags


@pytest.mark.parametrize("wrong", [{"file_crc": 1}, {"header_crc": 1}])
def test_a_wrong_checksum_is_imported_and_said(wrong: dict[str, int]) -> None:
    found = read_fit(fit.session(START), **wrong)
    assert "checksum wrong" in only(found).flags
    assert any("checksum" in warning for warning in found.warnings)


def whole_run() -> bytes:
    records = [fit.record(after(n), 140, 3.0 * n) for n in range(100)]
    return fit.fit(fit.file_id(START), *records, fit.session(START))


def test_a_file_cut_off_is_recovered_from_its_records() -> None:
    data = whole_run()
    found = read(data[: len(data) // 2], options())
    session = only(found)
    (run,) = session.runs
    assert (session.kind, session.started.utc) == (Kind.RUN, START)
    assert {"recovered", "heart rate computed"} <= set(session.flags)
    assert run.seconds > 30
    assert run.distance is not None
    assert run.distance.metres == pytest.approx(3.0 * run.seconds)
    assert any("recovered" in warning for warning in found.warnings)


def test_a_pause_is_no_time_of_a_recovered_run() -> None:
    records = [fit.record(after(n), 140) for n in (0, 10, 20, 620, 630)]
    session = only(read(fit.fit(fit.file_id(START), *records)[:-2], options()))
    assert (session.run_s, session.runs[0].elapsed_s) == (30, 630)


def test_a_recovered_file_keeps_the_sport_it_named() -> None:
    data = fit.fit(fit.file_id(START), fit.sport_name(fit.CYCLING, 0), fit.record(START), fit.record(after(60)))
    assert only(read(data[:-2], options())).sport == "cycling"


def test_a_file_that_was_cut_at_its_end_keeps_its_summary() -> None:
    session = only(read(whole_run()[:-2], options()))
    assert "recovered" in session.flags
    assert session.runs[0].distance == Distance(5000)


def test_a_file_whose_size_was_never_written_is_recovered() -> None:
    data = whole_run()
    session = only(read(data[:4] + bytes(4) + data[8:-2], options()))
    assert "recovered" in session.flags
    assert session.runs[0].distance == Distance(5000)


def test_nothing_to_recover_is_refused_in_words() -> None:
    found = read(whole_run()[:60], options())
    assert found.sessions == ()
    assert "too little of it is left" in found.refused[0].reason


@pytest.mark.parametrize(("kind", "name"), [(5, "workout"), (6, "course"), (2, "settings"), (32, "monitoring b")])
def test_what_is_no_activity_is_refused_in_words(kind: int, name: str) -> None:
    found = read(fit.fit(fit.file_id(START, kind=kind)), options())
    assert found.refused[0].reason == f"it is a FIT {name} file, not an activity"


def test_a_file_of_a_kind_unknown_is_taken_for_what_it_holds() -> None:
    assert only(read(fit.fit(fit.file_id(START, kind=99), fit.session(START)), options())).kind is Kind.RUN
    assert read(fit.fit(fit.file_id(START, kind=99)), options()).refused[0].reason.startswith("it holds neither")


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (fit.session(datetime(2030, 1, 1, tzinfo=UTC)), "in the future"),
        (fit.session(START, timer=8 * 86400, elapsed=None), "the length"),
        (fit.session(START, metres=2_000_000), "the distance"),
        (fit.session(START, timer=None, elapsed=None), "no time"),
    ],
)
def test_a_session_that_cannot_be_believed_is_refused(message: bytes, reason: str) -> None:
    found = read_fit(message)
    assert found.sessions == ()
    assert reason in found.refused[0].reason
    assert found.refused[0].where == "session 1"


def test_a_set_that_cannot_be_believed_is_left_out_alone() -> None:
    found = read_fit(
        fit.strength_set(0, START, reps=5000),
        fit.strength_set(1, after(60), reps=5, kg=4000.0),
        fit.strength_set(2, after(120), reps=5),
        fit.session(START, fit.TRAINING, fit.STRENGTH),
    )
    assert [logged.reps for logged in found.sessions[0].sets] == [5]
    assert [refusal.where for refusal in found.refused] == ["set 1", "set 2"]


def test_sets_that_are_left_out_do_not_count_among_the_sessions() -> None:
    lifting = fit.session(START, fit.TRAINING, fit.STRENGTH, timer=600, elapsed=600, metres=None)
    endless = fit.session(after(600), timer=700_000, elapsed=700_000)
    found = read_fit(fit.strength_set(0, START, reps=5_000), lifting, endless)
    assert [refusal.where for refusal in found.refused] == ["set 1", "session 2"]


def test_a_session_is_known_again_by_watch_and_start_or_by_the_files_content() -> None:
    first, second = (
        read(fit.fit(fit.file_id(START), fit.session(START, heart_rate=beat)), options()).sessions[0]
        for beat in (150, 151)
    )
    assert first.fingerprint == second.fingerprint
    without = [
        read(fit.fit(fit.file_id(START, serial=None), fit.session(START, heart_rate=beat)), options()).sessions[0]
        for beat in (150, 150, 151)
    ]
    assert without[0].fingerprint == without[1].fingerprint
    assert without[0].fingerprint != without[2].fingerprint
