"""A whole log as a daybook: the year of the demo out, and in again."""

from __future__ import annotations

from pathlib import Path

import pytest

from hybridtui.demo import open_demo
from hybridtui.domain.exports import ExportFormat
from hybridtui.domain.imports import ImportOptions, ImportReport
from hybridtui.logbook import Logbook
from hybridtui.logbook.imports.correcting import OTHERS_KEPT
from hybridtui.logbook.imports.missing import ANSWERS_KEPT
from hybridtui.store import Store
from tests.conftest import FixedClock


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's log and its daybook, in one folder."""
    folder = tmp_path_factory.mktemp("daybook")
    with open_demo(folder / "demo.db", FixedClock()) as book:
        book.exports.write(ExportFormat.DAYBOOK, folder / "one.daybook", None)
        book.exports.write(ExportFormat.DAYBOOK, folder / "two.daybook", None)
    return folder


def _hash(log: Path) -> str:
    with Store.open(log) as store:
        return store.everything.content_hash()


def _imported(log: Path, daybook: Path, *, dry_run: bool = False) -> ImportReport:
    with Logbook.open(log, FixedClock()) as book:
        if dry_run:
            with book.imports.begin([daybook], ImportOptions()) as reading:
                reading.read(None, lambda: False)
                return book.imports.preview(reading, ImportOptions())
        return book.imports.run([daybook], ImportOptions())


def test_the_same_log_is_the_same_text(exported: Path) -> None:
    assert (exported / "one.daybook").read_bytes() == (exported / "two.daybook").read_bytes()


def test_an_empty_log_becomes_the_same_log(exported: Path, tmp_path: Path) -> None:
    report = _imported(tmp_path / "new.db", exported / "one.daybook")
    assert not report.refused
    assert report.files[0].refused == ()
    assert _hash(tmp_path / "new.db") == _hash(exported / "demo.db")


TYPED = """hybridtui daybook 1
2026-03-02
  weight 74.2kg
  18:05 strength "Lower A" 52min rpe 7
    Barbell back squat: 80kg x 5 @8, 80kg x 5 @8.5
2026-03-03
  run 5km 25:00
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a log and its daybook."""
    (tmp_path / "typed.daybook").write_text(TYPED, encoding="utf-8")
    _imported(tmp_path / "log.db", tmp_path / "typed.daybook")
    with Logbook.open(tmp_path / "log.db", FixedClock()) as book:
        book.exports.write(ExportFormat.DAYBOOK, tmp_path / "kept.daybook", None)
    return tmp_path


@pytest.mark.parametrize("name", ["typed.daybook", "kept.daybook"])
def test_a_daybook_read_again_changes_nothing(kept: Path, name: str) -> None:
    before = _hash(kept / "log.db")
    report = _imported(kept / "log.db", kept / name)
    assert (report.sessions, report.changed, report.weights) == (0, 0, 0)
    assert _hash(kept / "log.db") == before


@pytest.mark.parametrize("name", ["typed.daybook", "kept.daybook"])
def test_an_edited_line_is_one_change_that_can_be_undone(kept: Path, name: str) -> None:
    log, daybook = kept / "log.db", kept / name
    before = _hash(log)
    edited = daybook.read_text(encoding="utf-8").replace("80kg x 5 @8.5", "80kg x 4 @9.5")
    daybook.write_text(f"{edited}2026-03-04\n  06:30 run 8km 44:10 rpe 4\n", encoding="utf-8")

    preview = _imported(log, daybook, dry_run=True)
    assert _hash(log) == before
    assert (preview.sessions, preview.changed) == (1, 1)
    assert preview.files[0].differences == (
        "2026-03-02 Mon Lower A",
        "- Barbell back squat: 80kg x 5 @8, 80kg x 5 @8.5",
        "+ Barbell back squat: 80kg x 5 @8, 80kg x 4 @9.5",
    )

    report = _imported(log, daybook)
    assert (report.sessions, report.changed) == (1, 1)
    again = _imported(log, daybook)
    assert (again.sessions, again.changed) == (0, 0)
    with Store.open(log) as store:
        store.undo(FixedClock().now())
    assert _hash(log) == before


PLANNED = TYPED.replace(
    "2026-03-02\n",
    """athlete
  age 36

exercise "Sled push"

note Barbell back squat
  | Feet wide.

plan from 2026-02-23
  week 1 2026-02-23 base
    Mon run easy 30min

plan from 2026-03-02
  week 1 2026-03-02 base
    Mon strength SF 50min hard legs
      > set Barbell back squat: 3x6-8 80kg @8 rest 2min
    Wed run easy 45min

2026-03-02
  feel fatigue 4 sleep 3 soreness 4 stress 3 mood 5
  pain left knee 2
""",
    1,
)
EDITS = (
    ("age 36", "age 37"),
    ("Sled push", "Prowler push"),
    ("Feet wide.", "Feet wide.\n  | Knees out."),
    ("3x6-8 80kg", "3x6-8 82.5kg"),
    ('Easy run" 45min', 'Easy run" 40min'),
    ("sleep 3", "sleep 2"),
    ("knee 2", "knee 3"),
    ("weight 74.2kg", "weight 71.1kg"),
)


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """A folder with a log that follows the second of two plans, and its daybook."""
    (tmp_path / "typed.daybook").write_text(PLANNED, encoding="utf-8")
    assert _imported(tmp_path / "log.db", tmp_path / "typed.daybook").files[0].refused == ()
    with Logbook.open(tmp_path / "log.db", FixedClock()) as book:
        book.exports.write(ExportFormat.DAYBOOK, tmp_path / "kept.daybook", None)
    return tmp_path


def test_what_stands_beside_sessions_takes_its_place_too_and_undo_takes_it_back(planned: Path) -> None:
    log, daybook = planned / "log.db", planned / "kept.daybook"
    before = _hash(log)
    text = daybook.read_text(encoding="utf-8")
    for old, new in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    daybook.write_text(text, encoding="utf-8")

    assert set(_imported(log, daybook, dry_run=True).files[0].differences) >= {
        "- age 36",
        "+ age 37",
        '+ exercise "Prowler push"',
        "+ note Barbell back squat | Knees out.",
        "- 2026-03-02 > set Barbell back squat: 3x6-8 80kg @8 rest 2min",
        "+ 2026-03-02 > set Barbell back squat: 3x6-8 82.5kg @8 rest 2min",
        '+ 2026-03-04 Wed run easy "Easy run" 40min',
        "- 2026-03-02 weight 74.2kg",
        "+ 2026-03-02 weight 71.1kg",
        "+ 2026-03-02 pain left knee 3",
    }
    assert _hash(log) == before

    report = _imported(log, daybook)
    assert (report.files[0].warnings, report.beside) == ((), ("7 entries changed",))
    assert _imported(log, daybook).is_empty
    with Logbook.open(log, FixedClock()) as book:
        book.exports.write(ExportFormat.DAYBOOK, planned / "again.daybook", None)
    again = (planned / "again.daybook").read_text(encoding="utf-8").splitlines()
    assert [line for line in again if "~ athlete" not in line] == text.splitlines()  # the earlier plan was for 36
    with Store.open(log) as store:
        store.undo(FixedClock().now())
    assert _hash(log) == before


@pytest.mark.parametrize(("edit", "warning"), [('Easy run" 30min', OTHERS_KEPT), ("2026-03-02\n  ~ id ", ANSWERS_KEPT)])
def test_a_plan_that_is_not_followed_is_left_out_in_words(planned: Path, edit: str, warning: str) -> None:
    daybook = planned / "kept.daybook"
    text = daybook.read_text(encoding="utf-8")
    assert edit in text
    daybook.write_text(text.replace(edit, edit.replace("30min", "35min").replace("id ", "id other")), encoding="utf-8")
    report = _imported(planned / "log.db", daybook)
    assert report.is_empty
    assert report.files[0].warnings == (warning,)


def test_what_was_typed_without_ids_is_known_again_and_can_be_changed(tmp_path: Path) -> None:
    log, daybook = tmp_path / "log.db", tmp_path / "typed.daybook"
    daybook.write_text(PLANNED, encoding="utf-8")
    first = _imported(log, daybook)
    assert (first.files[0].warnings, first.sessions, first.weights) == ((), 2, 1)
    assert _imported(log, daybook).is_empty
    daybook.write_text(
        PLANNED.replace("knee 2", "knee 4").replace("run easy 45min", "run easy 50min"), encoding="utf-8"
    )
    assert _imported(log, daybook, dry_run=True).beside == ("2 entries changed",)
