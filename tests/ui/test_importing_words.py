"""What an import says while files are read and before they are written: calm, grouped, never only a number."""

from __future__ import annotations

from hybridtui.domain.exercises import catalogue
from hybridtui.domain.imports import FileReport, FileStatus, Progress, Refusal, UnmatchedName
from hybridtui.domain.pace import Pace, left_words
from hybridtui.domain.unit_questions import DistanceQuestion, UnitQuestion, Units
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.ui.imports.file_lines import file_lines
from hybridtui.ui.imports.naming import OWN, Naming
from hybridtui.ui.imports.open_units import OpenUnits


def told(*files: FileReport, width: int = 60) -> list[str]:
    return [line.plain.rstrip() for line in file_lines(files, width)]


def refused(name: str, reason: str = "it is empty") -> FileReport:
    return FileReport(file=f"/home/me/{name}", status=FileStatus.REFUSED, refused=(Refusal("file", reason),))


def progress(done: int, of: int = 1000) -> Progress:
    return Progress(files=done // 10, of_files=of // 10, bytes=done, of_bytes=of)


class TestFiles:
    def test_refused_files_come_first_and_those_refused_alike_are_told_together_by_name(self):
        good = FileReport(file="/home/me/run.fit", status=FileStatus.IMPORTED, new=1)
        lines = told(good, *(refused(f"{n}.fit") for n in range(3)), refused("odd.fit", "it is a picture"))
        assert lines == [
            "✗ 3 files  refused",
            "    it is empty",
            "    0.fit, 1.fit, 2.fit",
            "✗ odd.fit  refused",
            "    it is a picture",
            "✓ run.fit  1 new",
        ]

    def test_lines_left_out_for_one_reason_are_named_together(self):
        left_out = (*(Refusal(f"line {n}", "no number") for n in range(2, 10)), Refusal("line 20", "no date"))
        file = FileReport(file="strong.csv", status=FileStatus.PARTIAL, new=3, refused=left_out)
        assert told(file) == [
            "! strong.csv  3 new, 9 left out",
            "    lines 2, 3, 4, 5, 6, 7 and 2 more: no number",
            "    line 20: no date",
        ]

    def test_thousands_of_files_with_as_many_reasons_are_told_in_a_page_or_two(self):
        odd = [refused(f"{n}.fit", f"it is odd in way {n}") for n in range(5000)]
        lines = told(*odd, *(refused(f"empty{n}.fit") for n in range(300)), refused("last.fit"))
        assert lines[:2] == ["✗ 301 files  refused", "    it is empty"]
        assert lines[-1] == "✗ 4,801 more files refused, for other reasons"
        assert len(lines) < 500

    def test_no_line_is_wider_than_there_is_room(self):
        long = refused(f"{'name ' * 30}.fit", "reason " * 30)
        assert all(line.cell_length <= 40 for line in file_lines([long], 40))

    def test_what_a_daybook_changes_is_told_line_by_line(self):
        file = FileReport(file="d", status=FileStatus.IMPORTED, changed=1, differences=("- run 8km", "+ run 9km"))
        assert told(file) == ["✓ d  1 changed", "    - run 8km", "    + run 9km"]

    def test_names_of_files_are_text_only(self):
        assert told(refused("[red]a[1m\x1b[2J.fit"))[0] == "✗ [red]a[1m[2J.fit  refused"


class TestUnits:
    def units(self) -> OpenUnits:
        files = [
            FileReport(
                file=f"/home/me/{folder}/strong.csv",
                status=FileStatus.REFUSED,
                question=UnitQuestion("Squat", 140, likely),
                distance_question=DistanceQuestion("Running", 10, 3130, DistanceUnit.KM) if likely is None else None,
            )
            for folder, likely in (("old", None), ("new", WeightUnit.LB))
        ]
        return OpenUnits(files, WeightUnit.KG)

    def test_numbers_that_speak_for_a_unit_are_proposed_in_it_and_others_in_the_usual_one(self):
        assert self.units().answers == {
            "/home/me/old/strong.csv": Units(weight=WeightUnit.KG, distance=DistanceUnit.KM),
            "/home/me/new/strong.csv": Units(weight=WeightUnit.LB),
        }

    def test_the_first_line_answers_for_all_files_and_the_others_for_one(self):
        units = self.units()
        everything, old, _, far = units.rows
        assert everything.answer is None
        everything.turn()
        assert {each.weight for each in units.answers.values()} == {WeightUnit.LB}
        old.turn()
        far.turn()
        assert units.answers["/home/me/old/strong.csv"] == Units(weight=WeightUnit.KG, distance=DistanceUnit.MI)
        assert everything.answer is None

    def test_an_answer_shows_what_it_would_mean(self):
        _, weight, _, far = self.units().rows
        (heavy,), (long,) = weight.opens, far.opens
        assert [heavy.amount(way) for way in heavy.ways] == ["140 kg", "140 lb"]
        assert [heavy.meaning(way) for way in heavy.ways] == ["that is 308.65 lb", "that is 63.5 kg"]
        assert [long.meaning(way) for way in long.ways] == ["that is 6.2 mi, 5:13/km", "that is 16.1 km, 5:13/mi"]

    def test_files_of_one_name_are_told_apart_by_their_folders(self):
        assert self.units().called("/home/me/old/strong.csv") == "old/strong.csv"
        assert OpenUnits().called("/home/me/old/strong.csv") == "strong.csv"


class TestPace:
    def test_nothing_is_foretold_before_something_is_known(self):
        pace = Pace(100.0)
        assert pace.left_s(progress(100), 101.0) is None
        assert pace.left_s(progress(0), 160.0) is None

    def test_time_left_goes_down_and_does_not_jump_for_one_slow_file(self):
        pace = Pace(0.0)
        first = pace.left_s(progress(500), 100.0)
        later = pace.left_s(progress(510), 110.0)
        assert first == 100.0
        assert later == 90.0  # 105.7 s by the newest rate alone

    def test_an_estimate_that_was_far_too_short_is_mended(self):
        pace = Pace(0.0)
        pace.left_s(progress(500), 10.0)
        assert pace.left_s(progress(500), 60.0) == 60.0

    def test_minutes_are_said_in_whole(self):
        assert left_words(125.0) == "about 2 min left"


class TestNaming:
    def naming(self) -> Naming:
        names = [("Kniebeuge", ("back_squat", "front_squat", "gone")), ("Blorp", ())]
        asked = [
            UnmatchedName(folded=name.lower(), name=name, own_id=name, sets=1, loaded=True, guesses=guesses)
            for name, guesses in names
        ]
        return Naming(asked, catalogue())

    def test_what_nobody_answered_stays_the_athletes_own(self):
        assert self.naming().answers == {}

    def test_answers_are_for_the_import_and_own_ones_are_none(self):
        naming = self.naming()
        naming.say(0, "front_squat")
        naming.say(1, OWN)
        assert naming.answers == {"kniebeuge": "front_squat"}
        assert naming.open == 0
        assert naming.next_open(0) is None

    def test_arrows_go_through_the_guesses_and_own(self):
        naming = self.naming()
        assert naming.turned(0, 1) == "front_squat"
        assert naming.turned(0, -1) == OWN
        naming.say(0, "deadlift")  # picked: none of the guesses
        assert naming.turned(0, 1) == "back_squat"

    def test_a_poor_guess_is_offered_but_not_proposed(self):
        names = [("Hip Abduction (Machine)", ("leg_press",)), ("Squat (Smith Machine)", ("back_squat",))]
        asked = [
            UnmatchedName(folded=name, name=name, own_id=name, sets=1, loaded=True, guesses=guesses)
            for name, guesses in names
        ]
        naming = Naming(asked, catalogue(), {"Squat (Smith Machine)": OWN})
        assert [each.would_be for each in naming.asked] == [OWN, OWN]
        assert naming.turned(0, 1) == "leg_press"
        assert [each.proposed for each in naming.asked] == [OWN, "back_squat"]
        assert naming.said == {"Squat (Smith Machine)": OWN}

    def test_the_next_open_name_is_found_past_the_end(self):
        naming = self.naming()
        assert naming.next_open(1) == 0
