"""``hybridtui import``: reports, exit codes, one transaction, known sessions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hybridtui.__main__ import main
from hybridtui.domain.calendar import By
from hybridtui.domain.clock import Clock
from hybridtui.domain.exports import ExportFormat
from hybridtui.domain.imports import ImportOptions
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import WeightUnit
from hybridtui.logbook import Logbook
from tests.cli.conftest import Command
from tests.formats import fit_writer as fit
from tests.formats.options import strong

START = datetime(2025, 10, 1, 9, 10, 26, tzinfo=UTC)
SQUAT = "Squat (Barbell),1,100,5,0,0,,,"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a Strong export, a run, a strength session, and two files that are none."""
    folder = tmp_path / "exports"
    folder.mkdir()
    folder.joinpath("strong.csv").write_text(strong(SQUAT, "T Bar Row,1,40,8,0,0,,,"), encoding="utf-8")
    folder.joinpath("run.fit").write_bytes(fit.fit(fit.file_id(START), fit.session(START)))
    later = START + timedelta(days=1)
    sets = (fit.strength_set(0, later, reps=10, kg=20.0), fit.strength_set(1, later, fit.REST))
    folder.joinpath("Gym.FIT").write_bytes(
        fit.fit(fit.file_id(later), *sets, fit.session(later, fit.TRAINING, fit.STRENGTH, metres=0))
    )
    folder.joinpath("workout.fit").write_bytes(fit.fit(fit.file_id(START, kind=5)))
    folder.joinpath("notes.txt").write_text("not for import", encoding="utf-8")
    return folder


def test_the_report_tells_what_each_file_added(imported: Command, files: Path) -> None:
    outcome = imported("--json", "--unit", "kg", files / "strong.csv", files / "run.fit")
    assert (outcome.code, outcome.err) == (0, "")
    counts = {"completed": 0, "changed": 0, "told_again": 0, "weights": 0, "beside": []}
    assert outcome.report == {
        "files": [
            {
                "file": str(files / "strong.csv"),
                "status": "imported",
                "new": 1,
                "known": 0,
                **counts,
                "differences": [],
                "refused": [],
                "warnings": ["the file names no time zone: Europe/Berlin was assumed"],
                "workouts": [
                    {
                        "start": "2024-05-01T17:36:08+02:00",
                        "kind": "strength",
                        "distance_m": None,
                        "seconds": 3900.0,
                        "avg_hr": None,
                        "sets": 2,
                        "reps": 13,
                        "volume_kg": 820.0,
                    }
                ],
            },
            {
                "file": str(files / "run.fit"),
                "status": "imported",
                "new": 1,
                "known": 0,
                **counts,
                "differences": [],
                "refused": [],
                "warnings": ["the file names no time zone: Europe/Berlin was assumed"],
                "workouts": [
                    {
                        "start": "2025-10-01T11:10:26+02:00",
                        "kind": "run",
                        "distance_m": 5000.0,
                        "seconds": 1800.0,
                        "avg_hr": 150,
                        "sets": 0,
                        "reps": 0,
                        "volume_kg": 0.0,
                    }
                ],
            },
        ],
        "sessions": 2,
        "sets": 2,
        "runs": 1,
        **counts,
        "planned": 0,
        "unmatched": [{"name": "T Bar Row", "sets": 1, "guesses": outcome.report["unmatched"][0]["guesses"]}],
    }


def test_a_second_import_adds_nothing(imported: Command, files: Path) -> None:
    arguments = ("--json", "--unit", "kg", files / "strong.csv", files / "run.fit")
    imported(*arguments)
    again = imported(*arguments)
    assert again.code == 0
    assert [again.report[key] for key in ("sessions", "sets", "runs")] == [0, 0, 0]
    assert [(again.file(n)["status"], again.file(n)["new"], again.file(n)["known"]) for n in (0, 1)] == [
        ("known", 0, 1),
        ("known", 0, 1),
    ]


def test_a_session_in_two_files_of_a_call_is_imported_once(imported: Command, files: Path) -> None:
    copy = files / "copy.bin"
    copy.write_bytes((files / "run.fit").read_bytes())
    outcome = imported("--json", files / "run.fit", copy)
    assert outcome.report["sessions"] == 1
    assert (outcome.file(0)["status"], outcome.file(1)["status"]) == ("imported", "known")


def test_a_bad_file_does_not_stop_the_others(imported: Command, files: Path) -> None:
    outcome = imported("--json", "--unit", "kg", files / "workout.fit", files / "strong.csv", files / "missing.csv")
    assert outcome.code == 1
    assert [outcome.file(n)["status"] for n in range(3)] == ["refused", "imported", "refused"]
    assert outcome.file(0)["refused"] == [
        {"where": "file", "reason": "it is a FIT workout file, not an activity"},
    ]
    assert outcome.report["sessions"] == 1
    assert "workout.fit was refused: it is a FIT workout file" in outcome.err
    assert "missing.csv was refused: there is no such file" in outcome.err


def test_a_bad_row_makes_a_file_partial_and_is_named(imported: Command, tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    path.write_text(strong(SQUAT, "Squat (Barbell),2,x,5,0,0,,,"), encoding="utf-8")
    outcome = imported("--json", "--unit", "kg", path)
    assert (outcome.code, outcome.file()["status"], outcome.file()["new"]) == (0, "partial", 1)
    assert outcome.file()["refused"] == [
        {"where": "line 3", "reason": "the weight 'x' is no number; the row was left out"}
    ]


def test_people_read_which_rows_were_left_out(imported: Command, tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    path.write_text(strong(SQUAT, *["Squat (Barbell),2,x,5,0,0,,,"] * 30), encoding="utf-8")
    out = imported("--unit", "kg", path).out
    assert "1 new session, 30 left out" in out
    assert "  left out, line 3: the weight 'x' is no number; the row was left out" in out
    assert "  ... and 20 more (--json lists them)" in out


def test_of_thousands_of_rows_left_out_json_lists_some_and_counts_the_others(imported: Command, tmp_path: Path) -> None:
    path = tmp_path / "strong.csv"
    path.write_text(strong(SQUAT, *["Squat (Barbell),2,x,5,0,0,,,"] * 3_000), encoding="utf-8")
    refused = imported("--json", "--unit", "kg", path).file()["refused"]
    assert (len(refused), refused[-1]) == (1_001, {"where": "file", "reason": "2,000 more"})


def test_a_file_without_a_unit_is_refused_with_the_way_out(imported: Command, files: Path) -> None:
    outcome = imported("--json", files / "strong.csv")
    assert outcome.code == 1
    assert outcome.file()["status"] == "refused"
    assert outcome.report["sessions"] == 0
    assert "your best Squat (Barbell) would be 100 kg or 100 lb. Give --unit kg or --unit lb." in outcome.err


def test_the_unit_asked_for_is_kept_with_the_weights(
    imported: Command, files: Path, database: Path, clock: Clock
) -> None:
    assert imported("--unit", "lb", files / "strong.csv").code == 0
    with Logbook.open(database, clock) as book:
        (line,) = book.history.lines()
        session = book.history.session(line.id)
    assert session is not None
    assert str(session.sets[0].load) == "100 lb"


def test_a_dry_run_reports_and_writes_nothing(imported: Command, files: Path, database: Path, clock: Clock) -> None:
    outcome = imported("--dry-run", "--unit", "kg", files / "strong.csv")
    assert outcome.code == 0
    assert "Would add 1 session (2 sets), on 2024-05-01." in outcome.out
    with Logbook.open(database, clock) as book:
        assert book.history.count() == 0


def test_people_read_what_was_added_what_was_kept_as_own_and_what_is_assumed(imported: Command, files: Path) -> None:
    outcome = imported("--unit", "kg", files / "strong.csv", files / "run.fit")
    assert f"{files / 'strong.csv'}: 1 new session" in outcome.out
    assert outcome.out.count("the file names no time zone: Europe/Berlin was assumed") == 1
    assert "Note on 2 files: the file names no time zone" in outcome.out
    assert "Not in the library, kept as your own:\n  T Bar Row (1 set)" in outcome.out
    assert "Added 2 sessions (2 sets, 1 run), 2024-05-01 to 2025-10-01." in outcome.out
    again = imported("--unit", "kg", files / "strong.csv")
    assert "nothing new, 1 session in the log already" in again.out
    assert "Nothing new was added." in again.out


def test_a_folder_stands_for_its_exports(imported: Command, files: Path) -> None:
    outcome = imported("--json", "--unit", "kg", files)
    names = [Path(str(outcome.file(n)["file"])).name for n in range(4)]
    assert names == ["Gym.FIT", "run.fit", "strong.csv", "workout.fit"]
    assert (outcome.code, outcome.report["sessions"], outcome.report["sets"], outcome.report["runs"]) == (1, 3, 3, 1)


def test_an_empty_folder_is_refused_in_words(imported: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "it is a folder without .csv, .txt, .fit" in imported(tmp_path / "empty").err


def test_an_import_is_undone_as_a_whole(imported: Command, files: Path, database: Path, clock: Clock) -> None:
    imported("--unit", "kg", files / "strong.csv", files / "run.fit")
    with Logbook.open(database, clock) as book:
        assert book.history.count() == 2
        assert book.sessions.undo_last() == "import of 2 files"
        assert book.history.count() == 0
        assert not any(exercise.own for exercise in book.exercises().values())
    assert imported("--json", "--unit", "kg", files / "strong.csv").report["sessions"] == 1


def test_the_athletes_own_exercise_takes_imported_sets(
    imported: Command, files: Path, database: Path, clock: Clock
) -> None:
    with Logbook.open(database, clock) as book:
        own = book.add_exercise("T-bar row")
    imported("--unit", "kg", files / "strong.csv")
    with Logbook.open(database, clock) as book:
        assert len(book.history.exposures(own.id)) == 1
        assert [exercise.name for exercise in book.exercises().values() if exercise.own] == ["T-bar row"]


def test_history_adds_up_what_was_imported(imported: Command, files: Path, database: Path, clock: Clock) -> None:
    imported("--unit", "kg", files)
    with Logbook.open(database, clock) as book:
        weeks = {str(each.period): each for each in book.history.totals(By.WEEK, 60)}
    week = weeks["2025-W40"]
    assert (week.run_s, week.run_m, week.runs, week.strength_s, week.sets, week.tonnage_kg) == (
        1800,
        5000,
        1,
        1800,
        1,
        200,
    )


def test_a_log_that_cannot_be_used_is_told_in_the_report_too(
    tmp_path: Path, files: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"not a log at all, but long enough to be somebody's file" * 20)
    assert main(["--database", str(foreign), "import", "--json", str(files / "run.fit")], clock) == 1
    said = capsys.readouterr()
    report = json.loads(said.out)
    assert (report["sessions"], report["files"][0]["status"]) == (0, "refused")
    assert str(foreign) in report["files"][0]["refused"][0]["reason"]
    assert main(["--database", str(foreign), "import", str(files / "run.fit")], clock) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert str(foreign) in said.err


@pytest.mark.parametrize("arguments", [["import"], ["import", "--unit", "stone", "x"], ["fly"]])
def test_wrong_usage_ends_with_2(arguments: list[str], clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments, clock)
    assert ended.value.code == 2
    assert "usage: hybridtui" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "words"), [(["--help"], "import"), (["import", "--help"], "examples:")])
def test_help_has_examples(arguments: list[str], words: str, clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments, clock)
    assert ended.value.code == 0
    assert words in capsys.readouterr().out


def test_names_of_files_cannot_send_escape_codes(imported: Command, tmp_path: Path) -> None:
    path = tmp_path / "bad\x1b]0;pwned\x07.csv"
    path.write_text("x", encoding="utf-8")
    outcome = imported(path)
    assert "\x1b" not in outcome.err + outcome.out
    assert "\x07" not in outcome.err + outcome.out


@pytest.fixture
def book(database: Path, clock: Clock) -> Iterator[Logbook]:
    with Logbook.open(database, clock) as opened:
        yield opened


def test_a_preview_writes_nothing_and_asks_for_the_unit(book: Logbook, files: Path) -> None:
    report = book.imports.run([files / "strong.csv"], ImportOptions(dry_run=True))
    (asking,) = report.asking
    assert str(asking.question.in_lb) == "100 lb"
    options = ImportOptions(weight_unit=WeightUnit.LB)
    with book.imports.begin([files / "strong.csv"], options) as reading:
        reading.read()
        report = book.imports.preview(reading, options)
    assert (report.asking, report.sessions, report.first) == ((), 1, "2024-05-01")
    assert book.history.count() == 0


def test_a_stopped_import_leaves_nothing_behind(book: Logbook, files: Path) -> None:
    read: list[tuple[int, int]] = []
    paths = [files / "run.fit", files / "Gym.FIT", files / "workout.fit"]
    with pytest.raises(Problem, match="stopped: nothing was added"):
        book.imports.run(
            paths,
            ImportOptions(),
            progress=lambda progress: read.append((progress.files, progress.of_files)),
            cancelled=lambda: (2, 3) in read,
        )
    assert sorted(set(read)) == [(0, 3), (1, 3), (2, 3)]
    assert book.history.count() == 0


def test_an_unknown_zone_is_a_problem(book: Logbook, files: Path) -> None:
    with pytest.raises(Problem, match="The time zone 'Mars/Olympus' is not known"):
        book.imports.begin([files / "run.fit"], ImportOptions(zone="Mars/Olympus"))


def test_a_name_can_be_said_on_the_command_line(imported: Command, files: Path, database: Path, clock: Clock) -> None:
    outcome = imported("--unit", "kg", "--exercise", "t-bar row=barbell row", files / "strong.csv")
    assert "Not in the library" not in outcome.out
    with Logbook.open(database, clock) as opened:
        assert not any(exercise.own for exercise in opened.exercises().values())


@pytest.mark.parametrize("said", ["T Bar Row", "=barbell row", "T Bar Row=", "T Bar Row=no such thing"])
def test_a_name_that_is_said_wrongly_stops_before_anything_is_read(imported: Command, files: Path, said: str) -> None:
    outcome = imported("--unit", "kg", "--exercise", said, files / "strong.csv")
    assert outcome.code == 1
    assert outcome.out == ""
    assert "hybridtui: " in outcome.err


def test_the_zone_of_files_that_name_none_can_be_said(imported: Command, files: Path) -> None:
    outcome = imported("--json", "--unit", "kg", "--zone", "America/New_York", files / "strong.csv")
    assert outcome.workouts()[0]["start"] == "2024-05-01T17:36:08-04:00"


def test_a_dry_run_of_a_changed_daybook_shows_the_lines_that_change(
    imported: Command, tmp_path: Path, database: Path, clock: Clock
) -> None:
    path = tmp_path / "daybook.txt"
    path.write_text("hybridtui daybook 1\n\n2025-03-02\n  18:05 run 8km 44:10 rpe 4\n", encoding="utf-8")
    imported(path)
    with Logbook.open(database, clock) as opened:
        opened.exports.write(ExportFormat.DAYBOOK, path, None)
    assert imported("--json", path).report["changed"] == 0
    path.write_text(path.read_text(encoding="utf-8").replace("8km", "8.2km"), encoding="utf-8")
    outcome = imported("--dry-run", path)
    assert "1 session of the log would be changed as the files say." in outcome.out
    assert "Nothing new" not in outcome.out
    assert any(line.strip().startswith("- ") and "8km" in line for line in outcome.out.splitlines())
    assert any(line.strip().startswith("+ ") and "8.2km" in line for line in outcome.out.splitlines())
    assert imported("--json", path).report["changed"] == 1
    assert imported("--json", path).report["changed"] == 0


def test_a_changed_set_asks_nothing_about_own_exercises_that_the_log_knows(
    imported: Command, files: Path, tmp_path: Path, database: Path, clock: Clock
) -> None:
    assert "Not in the library" in imported("--unit", "kg", files / "strong.csv").out
    path = tmp_path / "daybook.txt"
    with Logbook.open(database, clock) as opened:
        opened.exports.write(ExportFormat.DAYBOOK, path, None)
    path.write_text(path.read_text(encoding="utf-8").replace("40kg", "42.5kg"), encoding="utf-8")
    outcome = imported("--dry-run", path)
    assert "1 session of the log would be changed" in outcome.out
    assert "Not in the library" not in outcome.out


def test_a_daybook_without_sessions_brings_what_else_it_holds(imported: Command, tmp_path: Path) -> None:
    path = tmp_path / "daybook.txt"
    path.write_text('hybridtui daybook 1\n\nexercise "Zercher squat"\n', encoding="utf-8")
    assert "Would be added beside sessions: 1 exercise of your own." in imported("--dry-run", path).out
    assert imported("--json", path).report["beside"] == ["1 exercise of your own"]
    assert "Nothing new was added." in imported(path).out
