"""The import dialog, by keys: choose, answer the unit, look, import, once."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path
from threading import Event

import pytest
from textual.events import Paste

from hybridtui.domain.text import harmless
from hybridtui.logbook.imports import Reading
from hybridtui.store import Store
from hybridtui.ui.dialogs.import_files import ImportDialog
from hybridtui.ui.imports.file_picker import FileList, FilePicker
from hybridtui.ui.imports.name_list import NameList
from hybridtui.ui.imports.stages import Stage
from hybridtui.ui.widgets.title_bar import TitleBar
from tests.hostile import HOSTILE
from tests.stories import calm

HEAD = "Date,Workout Name,Exercise Name,Set Order,Weight{unit},Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
ROW = "{day} 18:00:00,{name},{exercise},{order},{weight},5,0,0,,,\n"
SQUAT = "Squat (Barbell)"


def strong(*days: str, unit: str = "", name: str = "Legs", weight: int = 140, exercises: tuple[str, ...] = ()) -> str:
    """Write an export of Strong that does not say its unit: two sets a day, and one of each other exercise."""
    rows = [
        ROW.format(day=day, name=name, order=order, weight=weight, exercise=exercise)
        for day in days
        for order, exercise in [(1, SQUAT), (2, SQUAT), *((1, exercise) for exercise in exercises)]
    ]
    return HEAD.format(unit=unit) + "".join(rows)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with an export, something broken, something else, and a folder."""
    place = tmp_path / "files"
    (place / "watch").mkdir(parents=True)
    (place / "strong.csv").write_text(strong("2026-02-23", "2026-02-25"), encoding="utf-8")
    (place / "broken.fit").write_bytes(b"no fit at all")
    (place / "photo.jpg").write_text("not for us", encoding="utf-8")
    return place


async def open_dialog(story, folder: Path) -> ImportDialog:
    dialog = ImportDialog(folder)
    await story.app.push_screen(dialog)
    await story.settle()
    return dialog


def sessions(story) -> int:
    with story.log() as book:
        return book.history.count()


def heaviest(story) -> set[str]:
    with story.log() as book:
        return {str(logged.load) for exposure in book.history.exposures("back_squat") for logged in exposure.sets}


async def test_folders_and_what_can_be_read_are_listed_entered_typed_and_pasted(open_story, with_plan, folder):
    (folder / "watch" / "run.fit").write_bytes(b"")
    async with open_story() as story:
        await story.press("i")
        assert isinstance(story.app.screen, ImportDialog)
        await story.press("escape")
        dialog = await open_dialog(story, folder)
        for shown in (
            "hybridtui",
            "watch/",
            "broken.fit",
            "strong.csv",
            "3 files here, 1 in folders below",
            "Liftosaur",
        ):
            assert shown in story.text
        assert "photo.jpg" not in story.text
        await story.press("down", "enter")
        picker = dialog.query_one(FilePicker)
        assert picker.path.value == f"{folder}/watch/"
        assert "run.fit" in story.text
        await story.press("backspace")
        assert picker.path.value == f"{folder}/"
        picker.path.focus()
        picker.path.value = f"{folder}/nothing here"
        await story.press("enter")
        assert dialog.stage is Stage.CHOOSE
        assert "There is no file or folder" in story.text
        picker.path.value = f"{folder}/"
        picker.path.cursor_position = len(picker.path.value)
        picker.path.post_message(Paste(f"'{folder}/strong.csv' "))  # a whole path behind the folder begins anew
        await story.settle()
        assert picker.path.value == f"{folder}/strong.csv"
        await story.press("enter")
        assert "kilograms or pounds" in story.text
        await story.press("enter")
        assert dialog.stage is Stage.LOOK
        await story.press("escape")
        assert dialog.stage is Stage.UNIT
        await story.press("right", "enter")
        assert dialog.stage is Stage.LOOK
        await story.press("escape", "escape")
        assert dialog.stage is Stage.CHOOSE
        assert story.app.importing is None
        assert sessions(story) == 0
        await story.press("escape")
        assert not isinstance(story.app.screen, ImportDialog)


async def test_a_file_is_asked_for_its_unit_looked_at_and_imported_once(open_story, with_plan, folder):
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        await story.type("str")
        await story.press("tab", "enter")
        assert dialog.stage is Stage.UNIT
        assert "strong.csv does not say" in story.text
        assert "140 kg" in story.text
        assert "140 lb" in story.text
        await story.press("up", "right", "down", "enter")
        assert dialog.stage is Stage.LOOK
        assert "2  new sessions  23 February 2026 to 25 February 2026" in story.text
        assert sessions(story) == 0
        await story.press("enter")
        assert dialog.stage is Stage.DONE
        assert sessions(story) == 2
        assert heaviest(story) == {"140 lb"}
        await story.press("enter")
        assert not isinstance(story.app.screen, ImportDialog)

        again = await open_dialog(story, folder)
        await story.type("str")
        await story.press("tab", "enter", "enter")
        assert again.stage in (Stage.LOOK, Stage.UNIT)
        if again.stage is Stage.UNIT:
            await story.press("space", "enter")
        assert "nothing new" in story.text
        await story.press("enter")  # there is nothing that enter could import
        assert again.stage is Stage.LOOK
        assert sessions(story) == 2


async def test_marked_files_are_taken_together_and_a_broken_one_does_not_stop_the_others(open_story, with_plan, folder):
    (folder / "more.csv").write_text(strong("2026-02-27", unit=" (kg)"), encoding="utf-8")
    async with open_story(size=(120, 40)) as story:
        dialog = await open_dialog(story, folder)
        await story.press("down", "down", "space", "down", "space", "enter")  # broken.fit and more.csv
        assert dialog.stage in (Stage.LOOK, Stage.UNIT)
        if dialog.stage is Stage.UNIT:
            await story.press("enter")
        assert "broken.fit  refused" in story.text
        assert "more.csv  1 new" in story.text
        await story.press("enter")
        assert sessions(story) == 1


async def test_files_of_one_folder_may_be_in_different_units(open_story, with_plan, tmp_path):
    (tmp_path / "a.csv").write_text(strong("2026-02-23", weight=100), encoding="utf-8")
    ran = "2026-02-25 18:00:00,Out,Running,1,0,0,10,3000,,,\n"
    (tmp_path / "b.csv").write_text(strong("2026-02-25", weight=225) + ran, encoding="utf-8")
    async with open_story(size=(120, 40)) as story:
        dialog = await open_dialog(story, tmp_path)
        await story.press("enter")
        assert dialog.stage is Stage.UNIT
        assert "2 files do not say whether they are in kilograms or pounds" in story.text
        await story.press("down", "down", "right")
        assert "that is 102.06 kg" in story.text
        await story.press("end", "right")
        assert "b.csv does not say whether it is in kilometres or miles" in story.text
        assert "that is 16.1 km, 5:00/mi" in story.text
        await story.press("enter")
        assert dialog.stage is Stage.LOOK
        assert "km or mi" not in story.text
        await story.press("enter")
        with story.log() as book:
            lines = book.history.lines()
            assert {round(line.distance_m) for line in lines if line.distance_m} == {16093}
        assert heaviest(story) == {"100 kg", "225 lb"}


async def test_hostile_names_and_paths_are_shown_harmless_and_files_of_such_names_imported(
    open_story, with_plan, tmp_path
):
    place = tmp_path / "hostile"
    place.mkdir()
    made = 0
    for text in HOSTILE:
        name = os.fsencode(text.replace("/", "_").replace("\0", "")[:40] + ".csv") if _storable(text) else b""
        if not name or len(name) > 200:
            continue
        (place / os.fsdecode(name)).write_text(strong("2026-02-20", unit=" (kg)"), encoding="utf-8")
        made += 1
    assert made > 20
    async with open_story(size=(120, 40)) as story:
        dialog = await open_dialog(story, place)
        listed = dialog.query_one(FileList)
        assert listed.option_count > 20
        for key in ("down", "pagedown", "end"):
            assert not any(ord(character) < 32 for character in story.text if character != "\n")
            await story.press(key)
        path = dialog.query_one(FilePicker).path
        before = path.value
        for text in HOSTILE:
            path.post_message(Paste(text))
        await story.settle()
        assert path.value != before
        assert path.value == harmless(path.value)
        path.value = before
        await story.settle()
        await story.press("enter")  # on the last of the list
        assert dialog.stage in (Stage.LOOK, Stage.UNIT)
        assert not any(ord(character) < 32 for character in story.text if character != "\n")


def _storable(text: str) -> bool:
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True


def content_hash(story) -> str:
    """Return the hash of all that the log says."""
    store = Store.open(story.location)
    try:
        return store.everything.content_hash()
    finally:
        store.close()


@pytest.fixture
def held(monkeypatch) -> Event:
    """Hold every reading up at its beginning until this is set; one that is stopped goes on and hears so."""
    go_on, read = Event(), Reading.read
    monkeypatch.setattr(calm, "THREADS_S", 0.02)  # it is held up on purpose

    def waiting(self, progress=None, cancelled=None):
        while not go_on.wait(0.001) and not cancelled():
            pass
        read(self, progress, cancelled)

    monkeypatch.setattr(Reading, "read", waiting)
    return go_on


async def test_a_folder_comes_in_as_it_is_told_goes_out_by_one_undo_and_comes_in_again(
    open_story, with_plan, folder, held
):
    names = ("Unknown exercise", "Back Squatt")
    (folder / "watch" / "more.csv").write_text(strong("2026-02-27", unit=" (kg)", exercises=names), encoding="utf-8")
    (folder / "strong.csv").unlink()
    async with open_story() as story:
        before = content_hash(story)
        dialog = await open_dialog(story, folder)
        await story.pilot.press("enter")
        assert dialog.stage is Stage.READING
        await story.press("escape")
        assert dialog.stage is Stage.CHOOSE
        assert "nothing is left behind" in story.text
        assert story.app.importing is None
        assert not multiprocessing.active_children()
        assert content_hash(story) == before

        held.set()
        await story.press("enter")
        assert dialog.stage is Stage.NAMES
        assert "2 names are not in the library   2 open" in story.text
        await story.press("end")
        assert "o keeps it as your own." in " ".join(story.text.replace("│", " ").split())  # nothing is like it
        await story.press("slash")
        await story.type("front")
        await story.press("enter", "1")
        assert "all answered" in story.text
        assert dialog.query_one(NameList).naming.answers.keys() == {"unknownexercise", "backsquatt"}
        await story.press("enter", "escape")  # looked at; a step back is the names, and another one the files
        assert dialog.stage is Stage.NAMES
        await story.press("escape")
        assert dialog.stage is Stage.CHOOSE
        await story.press("enter")
        assert "all answered" in story.text
        await story.press("enter")
        assert dialog.stage is Stage.LOOK
        assert "1  new session  27 February 2026" in story.text
        assert "broken.fit  refused" in story.text
        assert sessions(story) == 0
        await story.press("enter")
        assert dialog.stage is Stage.DONE
        with story.log() as book:
            assert len(book.history.exposures("front_squat")) == 1
            assert not any(exercise.own for exercise in book.exercises().values())
        await story.press("enter", "H", "u")
        assert content_hash(story) == before

        again = await open_dialog(story, folder)
        await story.press("enter")
        assert again.stage is Stage.NAMES  # what was taken back is asked anew
        await story.press("r", "enter")
        assert sessions(story) == 1
        with story.log() as book:
            assert {exercise.name for exercise in book.exercises().values() if exercise.own} == set(names)


async def test_files_are_read_behind_the_screens_while_sets_are_logged(open_story, with_plan, folder, held):
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        await story.pilot.press("enter")
        assert dialog.stage is Stage.READING
        await story.press("b")
        assert not isinstance(story.app.screen, ImportDialog)
        await story.hurry("enter", "enter", "enter")  # start, warm-up done, a set as planned
        assert "Saved" in story.text
        assert "import" in story.text.splitlines()[0]
        held.set()
        await story.app.importing.preview()
        await story.press("i")
        assert isinstance(story.app.screen, ImportDialog)
        assert story.app.screen.stage is Stage.UNIT
        assert "import" not in story.app.screen_stack[-2].query_one(TitleBar).news


async def test_an_app_that_ends_stops_what_it_reads(open_story, with_plan, folder, held):
    async with open_story() as story:
        await open_dialog(story, folder)
        await story.pilot.press("enter", "b")
        assert story.app.importing is not None
    assert story.app.importing is None


async def test_many_files_are_read_in_processes_of_their_own_that_end(open_story, with_plan, tmp_path):
    for day in range(1, 18):
        (tmp_path / f"{day}.csv").write_text(strong(f"2026-02-{day:02}", unit=" (kg)"), encoding="utf-8")
    async with open_story() as story:
        dialog = await open_dialog(story, tmp_path)
        await story.press("enter")
        assert dialog.stage is Stage.LOOK
        assert "17  new sessions" in story.text
        assert "17 files  17 new" in story.text
        assert not multiprocessing.active_children()


async def test_a_newcomer_imports_before_the_first_question_and_is_told_so(open_story, folder):
    (folder / "strong.csv").write_text(strong("2026-02-23", "2026-02-25", unit=" (kg)"), encoding="utf-8")
    async with open_story() as story:
        await story.press("i")
        dialog = story.app.screen
        assert isinstance(dialog, ImportDialog)
        dialog.query_one(FilePicker).path.value = f"{folder}/"
        await story.settle()
        await story.press("down", "down")
        assert "enter reads broken.fit; space marks several" in story.text
        await story.press("down", "enter")
        assert dialog.stage is Stage.LOOK
        await story.press("enter", "enter")
        assert "Your history is in: 2 sessions" in story.text
        assert sessions(story) == 2
