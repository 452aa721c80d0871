"""Files made to do harm: refused or read within two seconds, in words, in little memory. Source: reliability.md 3."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from hybridtui.formats.activity_types import activity
from hybridtui.formats.incoming.opening import Shelf
from hybridtui.formats.incoming.packing import unpacked
from hybridtui.formats.incoming.sources import found
from hybridtui.formats.incoming.telling import Parcel, tell
from tests.formats.archive_builder import gzipped, zipped
from tests.formats.believing import believable
from tests.formats.options import HEADER, options, strong
from tests.pace import at_once

SQUAT = "Squat (Barbell),1,100,5,0,0,,,"
SECONDS = 2.0
MEMORY = 120_000_000
"""Bytes that reading an attack may take: two copies of the largest member that is read."""


@pytest.fixture(autouse=True)
def soon_and_small() -> Iterator[None]:
    """Hold each attack to its time; the memory is measured where it matters."""
    with at_once(SECONDS * 3):  # building the attack takes longer than refusing it
        yield


def outcome(path: Path) -> tuple[list[str], int]:
    """Return why what a path stands for was refused, and how many sessions came of the rest."""
    sessions = 0
    with at_once(SECONDS), Shelf() as shelf:
        seen = found([path])
        reasons = [each.reason for each in seen.refused]
        for source in seen.sources:
            for what in tell(source, shelf, options()):
                if isinstance(what, Parcel):
                    told = unpacked(what.data)
                    sessions += len(told)
                    assert all(believable(session) for session in told)
                else:
                    reasons += [refusal.reason for refusal in what.read.refused]
    assert all(reason.isprintable() for reason in reasons)
    return reasons, sessions


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_bomb_in_a_zip_is_refused_by_what_it_claims(tmp_path: Path) -> None:
    path = put(tmp_path, "bomb.zip", zipped({"activities/1.gpx": b" " * 40_000_000}))
    reasons, _ = outcome(path)
    assert reasons == ["it is packed more than 200 times smaller than it is, as no training is"]


def test_a_bomb_that_claims_to_be_small_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    honest = zipped({"activities/1.gpx": b" " * 40_000_000})
    size = struct.pack("<L", 40_000_000)
    path = put(tmp_path, "bomb.zip", honest.replace(size, struct.pack("<L", 90_000)))
    (reason,), sessions = outcome(path)
    assert ("damaged in its archive" in reason, sessions) == (True, 0)


@pytest.mark.parametrize("name", ["bomb.gpx.gz", "bomb"])
def test_a_bomb_that_is_packed_by_itself_is_refused_while_it_is_unpacked(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, name, gzipped(b"<gpx>" + b" " * 60_000_000))
    tracemalloc.start()
    try:
        (reason,), _ = outcome(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "packed more than 200 times smaller" in reason
    assert peak < MEMORY


def test_archives_in_archives_are_opened_once_and_no_deeper(tmp_path: Path) -> None:
    inner = zipped({"UploadedFiles_1.zip": zipped({"a.fit": b"x"}), "b.gpx": b"<gpx></gpx>"})
    path = put(tmp_path, "deep.zip", zipped({"UploadedFiles_0.zip": inner}))
    assert [source.members for source in found([path]).sources] == [("UploadedFiles_0.zip", "b.gpx")]


@pytest.mark.parametrize(
    "name", ["../../evil.fit", "/etc/evil.fit", "C:\\evil.fit", "a\x1b]0;x\x07.fit", "..\\evil.fit"]
)
def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    path = put(tmp_path / "in", "names.zip", zipped({name: strong(SQUAT).encode()}))
    _, sessions = outcome(path)
    assert sessions == 1
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["in", "names.zip"]
    assert all(source.name.isprintable() for source in found([path]).sources)


def _listed(count: int, *, told: int | None = None) -> bytes:
    """Return an archive that lists so many files, all of them in one place."""
    name = b"1.fit"
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    entry = struct.pack("<4s4B4H3L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0)
    entries = (entry + name) * count
    said = count if told is None else told
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, said, said, len(entries), len(local))
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(local) + len(entries), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(entries), len(local), 0)
    return local + entries + end64 + locator + end


@pytest.mark.parametrize(
    ("told", "reason"), [(None, "it holds more than 100,000 files"), (5, "its list of files is longer than it says")]
)
def test_an_archive_of_more_files_than_anybody_has_is_refused(tmp_path: Path, told: int | None, reason: str) -> None:
    path = put(tmp_path, "many.zip", _listed(100_001, told=told))
    assert outcome(path)[0] == [reason]


def test_members_that_claim_gigabytes_are_refused(tmp_path: Path) -> None:
    honest = zipped({"activities/1.gpx": b"<gpx/>", "activities/2.gpx": b"<gpx></gpx>"}, packed=False)
    path = put(tmp_path, "claims.zip", honest.replace(struct.pack("<LL", 6, 6), struct.pack("<LL", 6, 4_000_000_000)))
    reasons, _ = outcome(path)
    assert reasons[0] == "what is in it is larger than 2 GB when unpacked"


def test_what_is_locked_is_refused_by_name(tmp_path: Path) -> None:
    data = bytearray(zipped({"activities/1.gpx": b"<gpx/>"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    reasons, _ = outcome(put(tmp_path, "locked.zip", bytes(data)))
    assert "locked with a password" in reasons[0]


def test_what_is_packed_in_another_way_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("activities/1.gpx", b"<gpx/>")
    assert "packed in a way that is not read here" in outcome(path)[0][0]


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e308", "1_000", "٣", "9" * 5_000, "0x10", "1e-400"])
@pytest.mark.parametrize(
    "row", ["Squat (Barbell),1,{},5,0,0,,,", "Squat (Barbell),1,100,{},0,0,,,", "Run,1,0,0,{},60,,,"]
)
def test_odd_numbers_become_no_numbers(tmp_path: Path, row: str, number: str) -> None:
    path = put(tmp_path, "a.csv", strong(row.format(number), SQUAT).encode())
    _, sessions = outcome(path)
    assert sessions == 1


@pytest.mark.parametrize(
    "day", ["0001-01-01 00:00:00", "9999-12-31 23:59:59", "0000-00-00 00:00:00", "99999-01-01 1:00"]
)
def test_days_that_nobody_trained_on_are_left_out(tmp_path: Path, day: str) -> None:
    path = put(tmp_path, "a.csv", f"{HEADER}\n{day},Push,1h,{SQUAT}\n".encode())
    reasons, sessions = outcome(path)
    assert (len(reasons), sessions) == (1, 0)


def test_a_quote_that_is_never_closed_is_told_by_its_line(tmp_path: Path) -> None:
    rows = ['Squat (Barbell),1,100,5,0,0,"open,,', *[SQUAT] * 10_000]
    reasons, sessions = outcome(put(tmp_path, "a.csv", strong(*rows).encode()))
    assert ("line 2: a quote is opened and never closed" in reasons[0], sessions) == (True, 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_read_or_refused(tmp_path: Path, encoding: str) -> None:
    reasons, sessions = outcome(put(tmp_path, "a.csv", strong(SQUAT).encode(encoding)))
    assert sessions == (encoding == "utf-16")
    assert bool(reasons) == (encoding != "utf-16")


@pytest.mark.parametrize("size", [0xFFFFFFFF, 0x7FFFFFFF, 0])
def test_a_watchs_file_that_claims_gigabytes_is_read_as_far_as_it_goes(tmp_path: Path, size: int) -> None:
    header = struct.pack("<BBHI4s", 12, 0x20, 2100, size, b".FIT")
    reasons, sessions = outcome(put(tmp_path, "a.fit", header + b"\x40" * 200))
    assert (len(reasons), sessions) == (1, 0)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["2026-03-02", *["weight 74.2"] * 20_000], "over 5,000 of its lines are not understood"),
        (["xyzzy"] * 50_000, "the first is line 2: 'xyzzy' is not understood"),
        (["2026-03-02", "18:00 strength", *["Squat (Barbell): 100kg x5"] * 5_050], "the number of entries 5001"),
        (["2026-03-02", *["pain knee 3"] * 10_000], "over 5,000 of its lines are not understood"),
        (["2026-03-02"] * 50_000, "it names days but tells nothing of them"),
        (["2026-03-02"] * 150_000, "it tells of over 100,000 days"),
    ],
)
def test_a_daybook_of_endless_lines_is_refused(tmp_path: Path, lines: list[str], reason: str) -> None:
    path = put(tmp_path, "a.daybook", "\n".join(["hybridtui daybook 1", *lines]).encode())
    reasons, sessions = outcome(path)
    assert (reason in " ".join(reasons), sessions) == (True, 0)


def test_a_day_of_more_sessions_than_anybody_has_is_left_out(tmp_path: Path) -> None:
    starts = [f"2025-10-01 {hour:02}:{minute:02}:00" for hour in range(24) for minute in range(0, 60, 5)]
    rows = [f"{start},Push,1m,{SQUAT}" for start in (*starts, "2025-10-02 10:00:00")]
    reasons, sessions = outcome(put(tmp_path, "a.csv", "\n".join([HEADER, *rows]).encode()))
    assert reasons == ["288 sessions on one day are more than anybody has; they were left out"]
    assert sessions == 1


def test_a_list_of_endless_empty_activities_is_refused(tmp_path: Path) -> None:
    listed = ",".join('{"activityId":1}' for _ in range(100_000))
    data = f'[{{"summarizedActivitiesExport":[{listed}]}}]'.encode()
    reasons, sessions = outcome(put(tmp_path, "a.json", data))
    assert reasons == ["over 10,000 of its activities cannot be read; of activity 10001, it does not say when it began"]
    assert sessions == 0


def test_a_watchs_file_of_endless_sessions_is_refused_before_each_is_looked_at(tmp_path: Path) -> None:
    layout = b"\x40\0\0\x12\0\x03" + b"\xfd\x04\x86" + b"\x02\x04\x86" + b"\x08\x04\x86"
    told = b"".join(b"\0" + struct.pack("<3L", 1_000_000_000 + at, 1_000_000_000 + at, 60_000) for at in range(100_000))
    body = layout + told
    header = struct.pack("<BBHI4s", 12, 0x20, 2100, len(body), b".FIT")
    assert outcome(put(tmp_path, "a.fit", header + body + b"\0\0")) == (["it holds more than 1,000 sessions"], 0)


def test_a_file_of_endless_activities_is_refused(tmp_path: Path) -> None:
    activities = '<Activity Sport="Running"><Id>soon</Id></Activity>' * 10_001
    xml = f"<TrainingCenterDatabase><Activities>{activities}</Activities></TrainingCenterDatabase>"
    assert outcome(put(tmp_path, "a.tcx", xml.encode())) == (["it holds more than 10,000 activities"], 0)


def test_an_endless_name_of_a_sport_is_read_soon() -> None:
    assert activity("a-" * 100_000 + "run").sport.startswith("a a a")


def test_rows_of_one_workout_beyond_what_anybody_lifts_are_left_out(tmp_path: Path) -> None:
    reasons, sessions = outcome(put(tmp_path, "a.csv", strong(*[SQUAT] * 5_010).encode()))
    assert (len(reasons), sessions) == (10, 1)
    assert reasons[0] == "the number of rows of a workout 5001 is outside 0-5000; the row was left out"
