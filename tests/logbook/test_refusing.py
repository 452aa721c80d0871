"""Tens of thousands of refused files: an archive that is no export is one refusal, others are told in counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from hybridtui.commands.import_text import refused_lines
from hybridtui.domain.imports import FileReport, FileStatus, ImportReport
from hybridtui.formats.incoming.opening import Source
from hybridtui.formats.incoming.strangers import MOST_STRANGE, Strangers
from hybridtui.formats.incoming.telling import Parcel, Told, refusing
from hybridtui.formats.reading import Read
from hybridtui.logbook.imports.read_file import ReadFile
from hybridtui.logbook.imports.refusing import MOST_BY_NAME, counted, given_up

UNKNOWN = Told(refusing("its first line is no header that is known: 'x'"), unknown=True)
DAMAGED = Told(refusing("its data is damaged, and too little of it is left to recover"))


def source(place: int, *, among: str = "a.zip", perhaps: bool = False, one_of_many: bool = True) -> Source:
    path = Path("a.zip")
    return Source(
        name=f"{among}: {place}.fit", path=path, size=1, among=among, perhaps=perhaps, one_of_many=one_of_many
    )


def read_file(place: int, told: Told | None, among: str = "a.zip") -> ReadFile:
    return ReadFile(f"{among}: {place}.fit", place, source(place, among=among), among, told=told)


def noted(strangers: Strangers, *, times: int = MOST_STRANGE, perhaps: bool = False, one_of_many: bool = True) -> bool:
    """Return whether an archive is given up after so many of its files were of no known kind."""
    one = source(0, perhaps=perhaps, one_of_many=one_of_many)
    return [strangers.note(one, UNKNOWN) for _ in range(times)][-1]


def test_an_archive_is_given_up_after_many_files_of_no_known_kind() -> None:
    assert not noted(Strangers(), times=MOST_STRANGE - 1)
    assert noted(Strangers())


def test_an_archive_with_one_file_of_a_known_kind_is_read_to_its_end() -> None:
    for known in (Parcel(b"", ()), DAMAGED, Told(Read(), irrelevant=True)):
        strangers = Strangers()
        strangers.note(source(0), known)
        assert not noted(strangers)


@pytest.mark.parametrize("perhaps", [True, False])
def test_a_folder_may_hold_any_number_of_files_that_are_no_exports(*, perhaps: bool) -> None:
    """One may lie among thousands of a bank's tables; looking at them can be watched and stopped."""
    assert not noted(Strangers(), perhaps=perhaps, one_of_many=False)


def test_what_was_given_up_is_one_refusal_with_the_way_out() -> None:
    beside = read_file(9, DAMAGED, among="b.zip")
    files = given_up([*(read_file(at, UNKNOWN) for at in range(5)), *(read_file(at, None) for at in (5, 6)), beside])
    assert [file.name for file in files] == ["b.zip: 9.fit", "a.zip"]
    told = files[1].told
    assert told is not None
    (refusal,) = told.read.refused
    assert "the other 2 were not looked at; name those that are exports" in refusal.reason


def test_of_many_refused_files_the_first_are_told_by_name_and_the_others_by_their_reasons() -> None:
    files = counted([read_file(at, UNKNOWN if at % 3 else DAMAGED) for at in range(MOST_BY_NAME + 3000)])
    assert len(files) == MOST_BY_NAME + 1
    told = files[-1].told
    assert files[-1].name == "a.zip: 3,000 more files"
    assert sum(file.stands_for for file in files) == MOST_BY_NAME + 3000
    assert told is not None
    assert [(each.where, each.reason) for each in told.read.refused] == [
        ("2,000 files", "its first line is no header that is known"),
        ("1,000 files", "its data is damaged, and too little of it is left to recover"),
    ]


def test_files_that_were_named_one_by_one_are_told_one_by_one() -> None:
    files = [read_file(at, UNKNOWN, among="") for at in range(MOST_BY_NAME + 5)]
    assert counted(files) == files


def test_files_that_are_told_together_are_counted_one_by_one() -> None:
    """Of a folder with 3,100 bank tables 3,100 files were refused, not 101."""
    named = [FileReport(file=f"{at}.csv", status=FileStatus.REFUSED) for at in range(MOST_BY_NAME)]
    report = ImportReport(files=(*named, FileReport(file="3,000 more", status=FileStatus.REFUSED, stands_for=3000)))
    assert (report.refused_files, report.refused) == (3100, True)
    assert list(refused_lines(report))[-1] == "hybridtui: 3,060 more were refused (--json lists them)"
