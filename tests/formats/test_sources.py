"""What paths stand for: folders and archives are looked through, and what holds no training is passed over."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hybridtui.formats.incoming.opening import Shelf
from hybridtui.formats.incoming.packing import unpacked
from hybridtui.formats.incoming.sources import Found, found
from hybridtui.formats.incoming.telling import Parcel, Told, tell
from tests.formats import fit_writer as fit
from tests.formats.archive_builder import gzipped, zipped
from tests.formats.options import options

START = datetime(2025, 10, 1, 9, 10, 26, tzinfo=UTC)
RUN = fit.fit(fit.file_id(START), fit.session(START))


def names(seen: Found, folder: Path) -> list[str]:
    return [source.name.removeprefix(f"{folder}/") for source in seen.sources]


def reasons(seen: Found) -> list[str]:
    return [each.reason for each in seen.refused]


def starts(seen: Found) -> list[datetime]:
    """Read everything, and return when each session began."""
    began = []
    with Shelf() as shelf:
        for source in seen.sources:
            for what in tell(source, shelf, options()):
                if isinstance(what, Parcel):
                    began += [session.started.utc for session in unpacked(what.data)]
                else:
                    assert isinstance(what, Told)
                    assert what.read.refused == ()
    return began


def test_a_folder_stands_for_the_exports_in_it_and_below_it_by_name(tmp_path: Path) -> None:
    for name in ("b.fit", "a.csv", "photo.jpg", ".hidden.fit", "later/c.GPX", ".git/d.fit", "later/deep/e.tcx.gz"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert names(found([tmp_path]), tmp_path) == ["a.csv", "b.fit", "later/c.GPX", "later/deep/e.tcx.gz"]


def test_a_link_that_leads_in_a_circle_is_gone_through_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.fit").write_bytes(RUN)
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    (tmp_path / "in" / "loop.fit").symlink_to("loop.fit")
    assert names(found([tmp_path]), tmp_path) == ["in/a.fit"]


def test_a_file_named_by_itself_may_be_called_anything(tmp_path: Path) -> None:
    path = tmp_path / "export.bin"
    path.write_bytes(RUN)
    assert starts(found([path])) == [START]


def test_a_file_that_is_packed_by_itself_is_read_as_if_it_were_not(tmp_path: Path) -> None:
    path = tmp_path / "1.fit.gz"
    path.write_bytes(gzipped(RUN))
    assert starts(found([path])) == [START]


def test_of_an_archive_of_strava_the_activities_are_taken_and_the_rest_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    held = {
        "activities.csv": b"Activity ID,Activity Date\n",
        "profile.csv": b"x",
        "media/1.jpg": b"x",
        "activities/1.fit.gz": gzipped(RUN),
        "activities/2.gpx": b"<gpx/>",
        "__MACOSX/activities/._2.gpx": b"x",
    }
    path.write_bytes(zipped(held))
    seen = found([path])
    assert names(seen, tmp_path) == [
        "export.zip: activities.csv",
        "export.zip: activities/1.fit.gz",
        "export.zip: activities/2.gpx",
        "export.zip: profile.csv",
    ]
    assert [source.perhaps for source in seen.sources] == [False, False, False, True]
    assert seen.sources[0].notes == (
        "2 files in export.zip without training (pictures, settings and the like) left out",
    )
    with Shelf() as shelf:
        (parcel, _) = tell(seen.sources[1], shelf, options())
    assert isinstance(parcel, Parcel)
    assert [outline.record.began for outline in parcel.outlines] == [START]


def test_of_garmins_archive_the_uploaded_files_in_the_archives_in_it_are_read(tmp_path: Path) -> None:
    monitoring = fit.fit(fit.file_id(START, kind=32))
    inner = zipped({"1.fit": RUN, "2.fit": monitoring, "3.zip": zipped({"4.fit": RUN})})
    path = tmp_path / "garmin.zip"
    path.write_bytes(zipped({"DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip": inner}))
    seen = found([path])
    assert [name.rpartition(": ")[2] for name in names(seen, tmp_path)] == ["1.fit", "2.fit"]
    with Shelf() as shelf:
        told = [list(tell(source, shelf, options()))[-1] for source in seen.sources]
    assert [isinstance(each, Told) and each.irrelevant for each in told] == [False, True]


def test_of_apples_archive_only_the_export_counts(tmp_path: Path) -> None:
    path = tmp_path / "apple.zip"
    held = {
        "apple_health_export/Exportieren.xml": b"<HealthData/>",
        "apple_health_export/export_cda.xml": b"<ClinicalDocument/>",
        "apple_health_export/workout-routes/route_1.gpx": b"<gpx/>",
    }
    path.write_bytes(zipped(held))
    seen = found([path])
    assert names(seen, tmp_path) == ["apple.zip: apple_health_export/Exportieren.xml"]
    assert seen.sources[0].notes[0] == "1 track in apple.zip was left out: what counts of it is in the export"


def test_an_archive_without_training_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    path.write_bytes(zipped({"a.jpg": b"x"}))
    assert "it holds no file of training" in reasons(found([path]))[0]
    assert "unpack it" in reasons(found([path]))[0]


@pytest.mark.parametrize("keep", [0.2, 0.6, 0.99])
def test_an_archive_that_was_cut_off_is_refused_by_name(tmp_path: Path, keep: float) -> None:
    path = tmp_path / "cut.zip"
    whole = zipped({f"activities/{number}.fit": RUN for number in range(20)})
    path.write_bytes(whole[: int(len(whole) * keep)])
    (refused,) = found([path]).refused
    assert (refused.name, "damaged zip archive" in refused.reason) == (str(path), True)


def test_nothing_more_is_looked_for_once_it_is_stopped(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.fit").write_bytes(RUN)
    asked: list[bool] = []
    seen = found([tmp_path], lambda: asked.append(True) or len(asked) > 2)  # type: ignore[func-returns-value]
    assert len(seen.sources) == 2


def test_what_is_missing_or_no_file_is_told(tmp_path: Path) -> None:
    assert reasons(found([tmp_path / "missing.csv"])) == ["there is no such file"]
    assert "it is a folder without .csv" in reasons(found([tmp_path]))[0]
