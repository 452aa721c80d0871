"""The import dialog, by keys: choose, answer the unit, look, import, once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.events import Paste

from hybridtui.domain.text import harmless
from hybridtui.domain.units import WeightUnit
from hybridtui.ui.dialogs.import_files import ImportDialog, Stage
from hybridtui.ui.widgets.choice import Choice
from hybridtui.ui.widgets.file_picker import FileList, FilePicker
from tests.hostile import HOSTILE

HEAD = "Date,Workout Name,Exercise Name,Set Order,Weight{unit},Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
ROW = "{day} 18:00:00,{name},Squat (Barbell),{order},{weight},5,0,0,,,\n"


def strong(*days: str, unit: str = "", name: str = "Legs", weight: int = 140) -> str:
    """Write an export of Strong that does not say its unit: two sets a day."""
    rows = (ROW.format(day=day, name=name, order=order, weight=weight) for day in days for order in (1, 2))
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


async def test_only_folders_and_what_can_be_read_are_listed(open_story, with_plan, folder):
    async with open_story() as story:
        await open_dialog(story, folder)
        assert "hybridtui" in story.text
        for name in ("watch/", "broken.fit", "strong.csv", "2 files here", "Liftosaur"):
            assert name in story.text
        assert "photo.jpg" not in story.text


async def test_a_file_is_asked_for_its_unit_looked_at_and_imported_once(open_story, with_plan, folder):
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        await story.type("str")
        await story.press("tab", "enter")
        assert dialog.stage is Stage.UNIT
        assert "140 kg" in story.text
        assert "140 lb" in story.text
        await story.press("up", "up", "down", "enter")
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
            again.query_one(Choice).choose(WeightUnit.LB)
            await story.press("enter")
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


async def test_enter_on_a_folder_takes_all_of_it(open_story, with_plan, folder):
    async with open_story(size=(120, 40)) as story:
        dialog = await open_dialog(story, folder)
        assert "2 files here" in story.text
        await story.press("enter")
        assert dialog.stage is Stage.UNIT
        await story.press("enter")
        assert "strong.csv" in story.text
        assert "broken.fit" in story.text


async def test_folders_are_entered_and_left(open_story, with_plan, folder):
    (folder / "watch" / "run.fit").write_bytes(b"")
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        await story.press("down", "enter")
        assert dialog.query_one(FilePicker).path.value == f"{folder}/watch/"
        assert "run.fit" in story.text
        await story.press("backspace")
        assert dialog.query_one(FilePicker).path.value == f"{folder}/"


async def test_what_is_not_there_is_told_and_escape_leaves(open_story, with_plan, folder):
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        await story.type("nothing here")
        await story.press("enter")
        assert dialog.stage is Stage.CHOOSE
        assert "There is no file or folder" in story.text
        await story.press("escape")
        assert not isinstance(story.app.screen, ImportDialog)


async def test_escape_after_looking_goes_back_to_the_files_and_nothing_is_written(open_story, with_plan, folder):
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        await story.type("str")
        await story.press("tab", "enter", "enter", "escape")
        assert dialog.stage is Stage.CHOOSE
        assert sessions(story) == 0


async def test_an_import_is_undone_as_a_whole(open_story, with_plan, folder):
    async with open_story() as story:
        await open_dialog(story, folder)
        await story.type("str")
        await story.press("tab", "enter", "enter", "enter")
        assert "u takes all of it back" in story.text
        await story.press("enter")
        assert sessions(story) == 2
        await story.press("H", "u")
        assert sessions(story) == 0


async def test_the_dialog_is_reached_from_the_palette_and_by_a_key_of_today(open_story, with_plan):
    async with open_story() as story:
        await story.press("i")
        assert isinstance(story.app.screen, ImportDialog)


async def test_hostile_file_names_are_shown_harmless_and_can_be_imported(open_story, with_plan, tmp_path):
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
    async with open_story() as story:
        dialog = await open_dialog(story, place)
        listed = dialog.query_one(FileList)
        for _ in range(listed.option_count):
            await story.pilot.press("down")
        await story.settle()
        assert not any(ord(character) < 32 for character in story.text if character != "\n")
        listed.highlighted = 0
        await story.press("enter")
        assert dialog.stage in (Stage.LOOK, Stage.UNIT)
        assert not any(ord(character) < 32 for character in story.text if character != "\n")


def _storable(text: str) -> bool:
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return True


async def test_hostile_paths_are_refused_and_cannot_act(open_story, with_plan, folder):
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        path = dialog.query_one(FilePicker).path
        for text in HOSTILE:
            path.value = "/"
            path.cursor_position = 1
            path.post_message(Paste(text))
            await story.pilot.pause()
            assert path.value == harmless(path.value), text
            await story.settle()
        await story.press("enter")
        assert isinstance(story.app.screen, ImportDialog)


async def test_a_whole_path_pasted_behind_the_folder_begins_anew(open_story, with_plan, folder):
    async with open_story() as story:
        dialog = await open_dialog(story, folder)
        picker = dialog.query_one(FilePicker)
        picker.path.post_message(Paste(f"'{folder}/strong.csv' "))
        await story.settle()
        assert picker.path.value == f"{folder}/strong.csv"
        await story.press("enter")
        assert "kilograms or pounds" in story.text
