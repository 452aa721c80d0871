"""What FIT files of real watches do that the format's own text does not lead one to expect. Source: formats.md 1.1."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest

from hybridtui.domain.units import Distance
from hybridtui.domain.workout import Kind
from hybridtui.formats import Read, read
from hybridtui.formats.fit.messages import checksum
from tests.formats import fit_writer as fit
from tests.formats.fit_cases import START, after, read_fit
from tests.formats.fit_writer import ENUM, UINT8, UINT16, UINT32, Field, message
from tests.formats.options import only, options


def beats(found: Read) -> int | None:
    """Return the mean heart rate, which had to come from the records."""
    session = only(found)
    assert "heart rate computed" in session.flags
    return session.avg_hr


def summary(**known: float | None) -> bytes:
    return fit.session(START, heart_rate=None, **known)  # type: ignore[arg-type]


def compressed(local: int, offset: int, heart_rate: int) -> bytes:
    """A record without a time of its own: five bits of it stand in the byte that heads it."""
    return bytes((0x80 | local << 5 | offset, heart_rate))


def defined(local: int, number: int, fields: bytes, *, big: bool = False, developed: bytes = b"") -> bytes:
    """A definition alone; ``fields`` are triples of number, size and base type."""
    head = 0x40 | local | (0x20 if developed else 0)
    order = ">" if big else "<"
    definition = struct.pack(f"{order}BBBHB", head, 0, int(big), number, len(fields) // 3) + fields
    return definition + (bytes((len(developed) // 3,)) + developed if developed else b"")


def test_times_in_the_byte_that_heads_a_record_count_on_from_the_last_whole_one() -> None:
    first = START.replace(microsecond=0)
    low = fit.seconds(first) & 0x1F
    records = [compressed(1, (low + 3 * n) & 0x1F, 100 + n) for n in range(40)]
    body = (
        message(21, Field(253, UINT32, fit.seconds(first))),  # the timer's start: the only whole time
        defined(1, 20, bytes((3, 1, UINT8))),
        *records,
    )
    found = read_fit(*body, summary(timer=None, elapsed=None))
    session = only(found)
    assert (session.run_s, session.avg_hr) == (117, 120)


@pytest.mark.parametrize("odd", [0xFFFFFFFF, 0xFFFFFFFE])
def test_a_whole_time_that_is_missing_or_damaged_stops_no_counting(odd: int) -> None:
    records = [compressed(1, 3 * n & 0x1F, 100 + n) for n in range(40)]
    timed = message(21, Field(253, UINT32, fit.seconds(START))), message(21, Field(253, UINT32, odd))
    found = read_fit(*timed, defined(1, 20, bytes((3, 1, UINT8))), *records, summary(timer=600))
    assert only(found).run_s == 600


def test_a_field_of_an_app_that_was_never_described_is_passed_over() -> None:
    body = defined(1, 20, bytes((253, 4, UINT32, 3, 1, UINT8)), developed=bytes((7, 2, 3)))
    data = b"".join(struct.pack("<BIBH", 1, fit.seconds(after(n)), 140 + n, 0xBEEF) for n in range(3))
    assert beats(read_fit(body + data, summary())) == 141


def test_a_summary_with_fields_of_an_app_keeps_its_own() -> None:
    fields = bytes((2, 4, UINT32, 5, 1, ENUM, 8, 4, UINT32))
    body = defined(2, 18, fields, developed=bytes((0, 4, 9)))
    session = only(read_fit(body + struct.pack("<BIBII", 2, fit.seconds(START), 1, 600_000, 77)))
    assert (session.kind, session.run_s, session.started.utc) == (Kind.RUN, 600, START)


def test_a_watch_may_write_its_numbers_the_other_way_round() -> None:
    body = defined(3, 20, bytes((253, 4, UINT32, 3, 1, UINT8, 5, 4, UINT32)), big=True)
    data = b"".join(struct.pack(">BIBI", 3, fit.seconds(after(10 * n)), 150, 2500 * n) for n in range(4))
    cut_off = fit.fit(fit.file_id(START), body + data)[:-2]
    session = only(read(cut_off, options()))
    assert (session.run_s, session.avg_hr, session.runs[0].distance) == (30, 150, Distance(75.0))


def test_a_number_of_a_message_may_be_given_to_another_one_in_the_middle() -> None:
    records = defined(0, 20, bytes((253, 4, UINT32, 3, 1, UINT8)))
    hrv = defined(0, 78, bytes((0, 2, UINT16)))
    data = [struct.pack("<BIB", 0, fit.seconds(after(n)), 120) for n in range(3)]
    more = [struct.pack("<BIB", 0, fit.seconds(after(9 + n)), 180) for n in range(3)]
    body = records + b"".join(data) + hrv + struct.pack("<BH", 0, 800) + records + b"".join(more)
    assert beats(read_fit(body, summary())) == 150


@pytest.mark.parametrize("steps", [(0, 1, 2, 3), (0, 30, 5, 31, 32)])
def test_records_may_step_back_in_time(steps: tuple[int, ...]) -> None:
    records = [fit.record(after(n), 140, 3.0 * n) for n in steps]
    session = only(read(fit.fit(fit.file_id(START), *records)[:-2], options()))
    assert (session.started.utc, session.run_s, session.avg_hr) == (START, max(steps), 140)
    assert session.runs[0].distance == Distance(3.0 * max(steps))


def test_records_are_left_undecoded_where_the_summary_says_all() -> None:
    broken_record = defined(1, 20, bytes((253, 4, UINT32, 3, 0, UINT8))) + struct.pack("<BI", 1, fit.seconds(START))
    session = only(read_fit(broken_record, fit.session(START)))
    assert (session.avg_hr, session.flags) == (150, ("zone assumed",))
    damaged = only(read_fit(broken_record, summary()))
    assert (damaged.avg_hr, "recovered" in damaged.flags) == (None, True)


def test_damage_in_the_middle_keeps_what_came_before() -> None:
    found = read_fit(fit.record(after(1), 140), fit.record(after(61), 142), b"\x07", fit.session(START))
    session = only(found)
    assert (session.run_s, session.avg_hr, "recovered" in session.flags) == (60, 141, True)
    assert any("damaged" in warning for warning in found.warnings)


def test_a_session_without_laps_records_or_heart_rate_is_a_session() -> None:
    session = only(read_fit(summary(metres=None)))
    assert (session.run_s, session.avg_hr, session.runs[0].distance) == (1800, None, None)


def test_a_watch_that_was_paused_for_weeks_tells_its_timer() -> None:
    session = only(read_fit(fit.session(START, elapsed=31 * 86400.0)))
    assert (session.run_s, session.runs[0].elapsed_s) == (1800, None)


def test_laps_and_events_make_no_sessions_of_their_own() -> None:
    lap = message(19, Field(2, UINT32, fit.seconds(START)), Field(7, UINT32, 600_000), Field(9, UINT32, 100_000))
    assert only(read_fit(lap, lap, message(21, Field(253, UINT32, fit.seconds(START))), fit.session(START))).runs


@pytest.mark.parametrize("maker", [23, 294])  # Suunto, COROS
def test_a_strength_session_without_a_sub_sport_or_sets_is_kept(maker: int) -> None:
    made_later = fit.file_id(after(3 * 3600), maker=maker)
    named = fit.fit(made_later, fit.session(START, fit.TRAINING, fit.STRENGTH, metres=None))
    session = read(named, options()).sessions[0]
    assert (session.kind, session.sets, session.strength_s, session.started.utc) == (Kind.STRENGTH, (), 1800, START)
    unnamed = fit.fit(made_later, fit.session(START, fit.TRAINING, None, metres=None))
    assert read(unnamed, options()).sessions[0].kind is Kind.OTHER


def test_an_old_watchs_strength_session_has_laps_only() -> None:
    laps = [message(19, Field(2, UINT32, fit.seconds(after(60 * n))), Field(7, UINT32, 60_000)) for n in range(16)]
    session = only(read_fit(*laps, fit.session(START, fit.TRAINING, fit.STRENGTH, metres=0.0)))
    assert (session.kind, session.sets, session.runs) == (Kind.STRENGTH, (), ())


def test_sets_of_a_yoga_session_do_not_make_strength_of_it() -> None:
    found = read_fit(fit.strength_set(0, START, lasted=60), fit.session(START, fit.TRAINING, fit.YOGA))
    session = only(found)
    assert (session.kind, session.sport, len(session.sets)) == (Kind.OTHER, "yoga", 1)


def test_the_watchs_serial_number_or_time_may_be_missing() -> None:
    by_content = read(fit.fit(fit.file_id(START, serial=None), fit.session(START)), options()).sessions[0]
    never_set = fit.fit(fit.file_id(datetime(1989, 12, 31, tzinfo=UTC)), fit.session(START))
    assert by_content.fingerprint != read(never_set, options()).sessions[0].fingerprint
    assert read(never_set, options()).sessions[0].started.utc == START


def test_the_checksum_is_the_one_of_the_format() -> None:
    for length in (0, 1, 2, 3, 255, 1024):
        data = bytes((7 * n + length) % 256 for n in range(length))
        assert checksum(data) == fit.crc(data)


def test_of_more_records_than_a_day_has_some_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hybridtui.formats.fit.sieve.MOST_RECORDS", 10)
    records = [fit.record(after(n), 140 + n % 3, 3.0 * n) for n in range(30)]
    session = only(read(fit.fit(fit.file_id(START), *records)[:-2], options()))
    assert (session.run_s, session.avg_hr) == (27, 140)


def test_no_more_summaries_are_decoded_than_a_week_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hybridtui.formats.fit.sieve.MOST_SUMMARY_BYTES", 200)
    sets = [fit.strength_set(n, after(60 * n), reps=5) for n in range(9)]
    found = read_fit(fit.session(START, fit.TRAINING, fit.STRENGTH), *sets)
    assert 0 < len(only(found).sets) < 9


def test_messages_without_end_are_not_stepped_over_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hybridtui.formats.fit.sieve.MOST_MESSAGES", 50)
    found = read_fit(fit.session(START), defined(5, 9999, b"") + b"\x05" * 1000)
    assert "recovered" in only(found).flags


def test_sets_without_a_start_belong_to_the_session_of_their_time() -> None:
    timed = message(225, Field(254, UINT32, fit.seconds(after(1700))), Field(5, UINT8, 1), Field(3, UINT16, 9))
    found = read_fit(
        timed,
        fit.session(START, fit.RUNNING, timer=900, elapsed=900),
        fit.session(after(1600), fit.TRAINING, fit.STRENGTH, timer=900, elapsed=900, metres=None),
    )
    assert [len(session.sets) for session in found.sessions] == [0, 1]
