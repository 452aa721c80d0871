"""The daybook as people write and edit it: what they type is understood, what is wrong is named by its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain.calendar import Moment
from hybridtui.domain.contents import Contents
from hybridtui.domain.session import LoggedSet, Session, SetKind, Side, Source
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import read as read_any
from hybridtui.formats.daybook import differences
from hybridtui.formats.daybook.reading import EMPTY, MOST_COMPLAINTS, read
from hybridtui.formats.daybook.writing import lines
from hybridtui.formats.reading import Read, UnreadableError
from tests.formats.options import options
from tests.hostile import HOSTILE
from tests.pace import at_once

FIRST = "hybridtui daybook 1\n"
LIFTS = """
2026-03-02 Mon
  18:05 strength "Lower A" 52min rpe 7
    Barbell back squat: 40kg x 5 warmup, 80kg x 5 @8, 80kg x 5 @8.5
    Plank: 45s, 45s
    | felt strong
"""


def told(text: str, **known: object) -> Read:
    found = read((FIRST + text).encode(), options(**known))  # type: ignore[arg-type]
    assert found.refused == ()
    return found


def session(text: str) -> Session:
    (only,) = told(text).sessions
    return only


def sets(words: str, exercise: str = "Barbell back squat") -> list[LoggedSet]:
    return list(session(f"2026-03-02\nstrength 50min\n{exercise}: {words}\n").sets)


def written(*sessions: Session, contents: Contents | None = None) -> list[str]:
    return list(lines(contents or Contents(), iter(sessions)))


def complaints(text: str) -> list[tuple[str, str]]:
    return [(refusal.where, refusal.reason) for refusal in read((FIRST + text).encode(), options()).refused]


def test_a_day_and_a_line_are_a_run() -> None:
    run = session("2026-03-02\nrun 8km 44:10 rpe 4\n")
    (entry,) = run.runs
    assert (run.kind, run.rpe, run.started.local_date) == (Kind.RUN, 4.0, date(2026, 3, 2))
    assert (entry.distance, entry.seconds, run.run_s) == (Distance(8.0, DistanceUnit.KM), 2650.0, 2650.0)


def test_a_block_is_a_strength_session() -> None:
    lifted = session(LIFTS)
    assert (lifted.title, lifted.rpe, lifted.strength_s, lifted.note) == ("Lower A", 7.0, 52 * 60.0, "felt strong")
    assert lifted.started == Moment.at(lifted.started.utc.astimezone(options().zone), "Europe/Berlin")
    assert f"{lifted.started.local:%H:%M}" == "18:05"
    assert [each.exercise for each in lifted.sets] == ["back_squat"] * 3 + ["plank"] * 2
    assert [each.kind for each in lifted.sets[:2]] == [SetKind.WARMUP, SetKind.WORKING]
    assert [each.rpe for each in lifted.sets] == [None, 8.0, 8.5, None, None]
    assert lifted.sets[3].seconds == 45.0


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("80kg x 5 @8", {"load": Load(80.0), "reps": 5, "rpe": 8.0}),
        ("175lb x 5", {"load": Load(175.0, WeightUnit.LB), "reps": 5}),
        ("bw+10kg x 5", {"load": Load(10.0), "bodyweight": True, "reps": 5}),
        ("bw x 5", {"bodyweight": True, "reps": 5}),
        ("12", {"reps": 12}),
        ("80kg x 0 failure", {"load": Load(80.0), "reps": 0, "kind": SetKind.FAILURE}),
        ("60kg x 8 drop", {"load": Load(60.0), "reps": 8, "kind": SetKind.DROP}),
        ("20kg x 45s left", {"load": Load(20.0), "seconds": 45.0, "side": Side.LEFT}),
        ("20kg x 8 each", {"load": Load(20.0), "reps": 8, "per_side": True}),
        ("32kg x 40m", {"load": Load(32.0), "distance": Distance(40.0)}),
        ("80kg x 5 guessed", {"load": Load(80.0), "reps": 5, "unconfirmed": True}),
        ('80kg x 5 "slow, \\"ok\\""', {"load": Load(80.0), "reps": 5, "note": 'slow, "ok"'}),
        ("80x5@8", {"load": Load(80.0), "reps": 5, "rpe": 8.0}),
        ("82,5kg x 5", {"load": Load(82.5), "reps": 5}),
        ("-", {}),
    ],
)
def test_a_set_is_read_as_it_is_written_or_typed(words: str, known: dict[str, object]) -> None:
    (done,) = sets(words)
    bare = LoggedSet(id=done.id, position=1, exercise="back_squat")
    assert done == replace(bare, **known)  # type: ignore[arg-type]


def test_sets_alike_may_be_typed_once() -> None:
    assert [(each.load, each.reps) for each in sets("80kg x 5 x 3, 70kg x 8")] == [(Load(80.0), 5)] * 3 + [
        (Load(70.0), 8)
    ]
    assert [each.reps for each in sets("80x8,8,6")] == [8, 8, 6]


def test_reps_alone_go_on_with_the_load_before_them() -> None:
    assert [(each.load, each.reps) for each in sets("80kg x 8, 6, - x 5, 4")] == [
        *((Load(80.0), 8), (Load(80.0), 6)),
        *((None, 5), (None, 4)),
    ]
    again = written(session("2026-03-02\nstrength 50min\nPlank: 10kg x 45s, - x 30s, 20s\n"))
    assert any("Plank: 10kg x 45s, - x 30s, 20s" in line for line in again)


def test_sets_or_load_is_asked_as_it_is_in_one_line_of_a_shell() -> None:
    ((where, reason),) = complaints("2026-03-02\nstrength\nPull-up: 3x8\n")
    assert where == "line 4"
    assert "3 sets of 8, or a load of 3 kg? Type 8,8,8, or 3kgx8" in reason


def test_weights_without_a_unit_are_in_the_athletes() -> None:
    text = "athlete\n  weight_unit lb\n2026-03-02\nweight 163\nstrength 50min\nBarbell back squat: 175x5\n"
    found = told(text)
    assert found.contents is not None
    assert found.contents.weights[0].weight == Load(163.0, WeightUnit.LB)
    assert found.sessions[0].sets[0].load == Load(175.0, WeightUnit.LB)


@pytest.mark.parametrize(
    ("line", "kind", "sport", "metres", "seconds"),
    [
        ("run long 15km 1:20:00", Kind.RUN, "", 15_000.0, 4_800.0),
        ("swim 1.2km 30:00", Kind.OTHER, "swimming", 1_200.0, 1_800.0),
        ("cycling 20km 1h", Kind.OTHER, "cycling", 20_000.0, 3_600.0),
        ("other rowing 5km 25min", Kind.OTHER, "rowing", 5_000.0, 1_500.0),
        ("yoga 30min", Kind.OTHER, "yoga", None, 1_800.0),
    ],
)
def test_runs_and_other_sports_take_one_line(
    line: str, kind: Kind, sport: str, metres: float | None, seconds: float
) -> None:
    done = session(f"2026-03-02 {line}\n")
    (entry,) = done.runs
    assert (done.kind, done.sport, entry.seconds, done.total_s) == (kind, sport, seconds, seconds)
    assert (entry.distance.metres if entry.distance is not None else None) == metres


def test_runs_stand_among_sets_in_the_order_in_which_they_were_done() -> None:
    combo = session("2026-03-02\ncombo 60min\nrun: 5km 25:00 @6\nsquats: 20\nrun interval: 400m 1:30\n")
    assert [run.position for run in combo.runs] == [1, 3]
    assert [run.subtype for run in combo.runs] == ["easy", "interval"]
    assert [done.exercise for done in combo.sets] == ["bodyweight_squat"]


def test_what_the_athlete_calls_an_exercise_is_known_below() -> None:
    text = (
        'exercise "Sled push"\nname "Kniebeuge" is back squat\n'
        "2026-03-02\nstrength 50min\nKniebeuge: 80kg x 5\nSled push: 100kg x 20m\n"
    )
    assert [done.exercise for done in session(text).sets] == ["back_squat", "own:sled-push-59b4e2"]
    assert [own.name for own in told(text).exercises] == ["Sled push"]


def test_an_own_exercise_of_another_log_is_the_one_of_that_name_here() -> None:
    text = 'exercise "Sled push"\n  ~ id own:other\n2026-03-02\nstrength 50min\nSled push: 12\n'
    found = told(text, own={"sledpush": "own:here"})
    assert found.sessions[0].sets[0].exercise == "own:here"
    assert found.exercises == ()


def test_what_was_typed_by_hand_is_known_again_and_twice_alike_is_twice() -> None:
    text = "2026-03-02\nrun 8km 44:10\n"
    assert session(text) == session(text)
    assert session(text).fingerprint == session(text.replace("44:10", "44:12")).fingerprint
    first, second = told(text + "run 8km 44:10\n").sessions
    assert len({first.fingerprint, second.fingerprint}) == len({first.id, second.id}) == 2


def test_a_copied_day_brings_its_own_sets() -> None:
    block = 'strength 50min\nPlank: 45s\n~ ids ["a"]\n'
    one, other = told(f"2026-03-02\n{block}2026-03-03\n{block}").sessions
    assert one.sets[0].id == "a"
    assert other.sets[0].id != "a"


def test_a_session_copied_with_its_id_is_refused() -> None:
    text = "2026-03-02\nrun 8km 44:10\n~ id a\n2026-03-03\nrun 8km 44:10\n~ id a\n"
    ((where, reason),) = complaints(text)
    assert where == "line 6"
    assert "first on line 3" in reason
    assert "~ id" in reason


def test_comments_blank_lines_and_indents_mean_nothing() -> None:
    bare = LIFTS.replace("  ", "").strip()
    assert session(f"# my log\n\n{bare}\r\n\n  # the end\n") == session(LIFTS)


COMPLAINTS = [
    ("2026-02-30\n", "line 2", "there is no day '2026-02-30'"),
    ("run 8km 44:10\n", "line 2", "no day that exists is told above it"),
    ("2026-03-02\nrun 8kmm 44:10\n", "line 3", "'8kmm' is not understood"),
    ("2026-03-02\nrun 8km 44:70\n", "line 3", "'44:70' is not understood"),
    ("2026-03-02\nrun 8km 44:10 rpe 11\n", "line 3", "the RPE 11 is outside 0-10"),
    ("2026-03-02\n25:00 run 8km 44:10\n", "line 3", "a day has 24 hours"),
    ("2027-03-02\nrun 8km 44:10\n", "line 3", "in the future"),
    ("2026-03-02\nrum 8km 44:10\n", "line 3", "'rum 8km 44:10' is not understood"),
    ("2026-03-02\nstrength\nPlank: fast\n", "line 4", "'fast' is no set"),
    ("2026-03-02\nstrength\nPlank: 45s, 5000\n", "line 4", "the reps 5000 is outside 0-1000"),
    ("2026-03-02\nstrength\nPlank:\n", "line 4", "'Plank' has no sets"),
    ('2026-03-02\nstrength\nPlank: 45s "slow\n', "line 4", "its quote is never closed"),
    ("2026-03-02\nstrength\nBarbel bak sqat: 8\n", "line 4", "Perhaps Barbell back squat"),
    ("2026-03-02\nstrength\n~ colour blue\n", "line 4", "'colour' is no key here"),
    ("2026-03-02\nstrength\n~ steps [{}]\n", "line 3", "steps […] is not understood"),
    ("2026-03-02\nstrength\n~ load_au 1e400\n", "line 3", "load_au 'inf' is not understood"),
    ("2026-03-02\nweight 800\n", "line 3", "from 20 to 400 kg"),
    ("2026-03-02\nweight 74kg\nweight 75kg\n", "line 4", "told twice, first on line 3"),
    ("2026-03-02\nfeel fatigue 4\n", "line 3", "'sleep' is missing"),
    ("2026-03-02\npain left tail 3\n", "line 3", "the places are foot"),
    ("zone Mars/Base\n2026-03-02\nrun 8km 44:10\n", "line 2", "no time zone is called so"),
    ("athlete\nage old\n", "line 3", "age 'old' is not understood"),
    ("athlete\nbalance 3\n", "line 2", "balance"),
    ("plan from 2026-03-02\nMon run easy 45min\n", "line 3", "a workout belongs below a week"),
    ("plan from 2026-03-02\nweek 1 2026-03-02\nMon run easy 45min\n> set Plank\n", "line 5", "a step is written like"),
    ("plan from 2026-03-02\nweek 1 2026-03-02\nMon run easy 45min\n~ cost 3\n", "line 5", "'cost' is no key here"),
    ("skip x bored\n", "line 2", "the reasons are ill"),
    ("| a note\n", "line 2", "a note belongs below"),
    ("2026-03-02\nrun 8km\n", "line 3", "how long did it take?"),
    ("2026-03-02\nstrength\nPlank 45s\n", "line 4", "such as Plank: 45s, and its note behind |; the session of line 3"),
    ("2026-03-02\n18:05 yoga 30min\n18:05 yoga 30min\n", "line 4", "told twice, first on line 3"),
    ("2026-03-02\nrun 18:05 8km 44:10\n", "line 3", "the time is said twice"),
]


@pytest.mark.parametrize(("text", "where", "reason"), COMPLAINTS)
def test_what_is_wrong_is_named_by_its_line(text: str, where: str, reason: str) -> None:
    found = complaints(text)
    assert found[0][0] == where
    assert reason in found[0][1]


def test_a_wrong_line_leaves_out_its_session_and_keeps_the_rest() -> None:
    text = f"{LIFTS}  07:00 strength\n    Plank: fast\n    Plank: 1kgg\n    | hm\n2026-03-03\nrun 8km 44:10\n"
    found = read((FIRST + text).encode(), options())
    assert [each.title for each in found.sessions] == ["Lower A", "Run"]
    assert [refusal.where for refusal in found.refused] == ["line 9", "line 10"]
    assert all("the session of line 8 was left out" in refusal.reason for refusal in found.refused)


@pytest.mark.parametrize("day", ["03.03.2026", "2026/03/03", "3/3/2026", "Tue, 3 March", "2026-03-33"])
def test_nothing_is_told_of_another_day_where_a_day_is_written_otherwise(day: str) -> None:
    found = read(f"{FIRST}2026-03-02\nyoga 30min\n{day}\nrun 8km 44:10\nstrength\nPlank: 45s\n".encode(), options())
    assert [each.title for each in found.sessions] == ["Yoga"]
    assert [refusal.where for refusal in found.refused] == ["line 4", "line 5", "line 6"]


@pytest.mark.parametrize("line", ["\trun\t8,5 km 44:10 rpe4", "Run\u00a08.5km 44:10 rpe 4", "run 8.5k 44:10 rpe 4"])
def test_a_run_may_be_typed_as_in_a_shell(line: str) -> None:
    run = session(f"2026-03-02\n{line}\n")
    assert (run.runs[0].distance, run.runs[0].seconds, run.rpe) == (Distance(8.5, DistanceUnit.KM), 2650.0, 4.0)


def test_quotes_of_a_word_processor_are_quotes_but_in_free_text() -> None:
    done = session("2026-03-02\nstrength “Lower B” 50min\nPlank: 45s „shaky”\n| so “hard”\n")
    assert (done.title, done.sets[0].note, done.note) == ("Lower B", "shaky", "so “hard”")


def test_half_a_plan_is_no_plan() -> None:
    text = "plan from 2026-03-02\nweek 1 2026-03-02\nMon run easy 45min\nTue jump 45min\nWed run easy 30min\n"
    found = read((FIRST + text).encode(), options())
    assert found.contents is None
    assert [(each.where, "the plan was left out" in each.reason) for each in found.refused] == [("line 5", True)]


def test_complaints_are_all_told_up_to_a_number_that_can_be_read() -> None:
    found = complaints("2026-03-02\n" + "rum 8km\n" * 200)
    assert len(found) == MOST_COMPLAINTS + 1
    assert found[-1] == ("file", "150 more lines are not understood")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("hybridtui daybook 2\n2026-03-02\nrun 8km 44:10\n", "a newer hybridtui wrote it"),
        ("hybridtui daybook one\n2026-03-02\n", "line 1"),
        (
            f"{FIRST}2026-03-02\n<<<<<<< HEAD\nrun 8km 44:10\n=======\nrun 8km 44:12\n>>>>>>> b\n",
            "line 3: two versions",
        ),
        (f"{FIRST}2026-03-02\n\n2026-03-03\n", "tells nothing of them"),
    ],
)
def test_a_daybook_of_a_newer_version_or_of_nothing_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(text.encode(), options())


@pytest.mark.parametrize("text", [FIRST, f"{FIRST}# soon\n"])
def test_the_daybook_of_an_empty_log_is_read_and_said_to_be_empty(text: str) -> None:
    found = read(text.encode(), options())
    assert (found.sessions, found.refused, found.warnings) == ((), (), (EMPTY,))


def test_it_is_recognised_by_its_first_line() -> None:
    found = read_any(f"\ufeff{FIRST}2026-03-02\nrun 8km 44:10\n".encode(), options())
    assert len(found.sessions) == 1
    assert found.own
    assert found.replaces


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    run = session(LIFTS)
    told_of = replace(run, title=clean(text) or "x", note=clean_note(text))
    again = read("\n".join(written(told_of)).encode("utf-8", "replace"), options())
    assert again.sessions == (told_of,)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_put_into_a_daybook_is_harmless(text: str) -> None:
    for place in (f"| {text}", f"run 8km 44:10\n| {text}", f'run "{text}" 8km 44:10', f"Plank: {text}", text):
        found = read_any((FIRST + "2026-03-02\n" + place).encode("utf-8", "replace"), options())
        words = [*(each.title + each.note for each in found.sessions), *(each.reason for each in found.refused)]
        assert not any(char in word for word in words for char in "\x1b\x07\x9b\u202e")


def _lines_changed(before: Session, after: Session) -> int:
    old, new = written(before), written(after)
    assert len(old) == len(new)
    return sum(one != other for one, other in zip(old, new, strict=True))


def test_a_changed_set_changes_one_line_and_nothing_else_moves() -> None:
    lifted = session(LIFTS)
    heavier = replace(lifted.sets[1], load=Load(85.0))
    # as a file tells it, so that what it adds up to is not told beside the sets
    changed = session(LIFTS.replace("80kg x 5 @8,", "85kg x 5 @8,"))
    assert changed.sets[1].load == heavier.load
    assert _lines_changed(lifted, changed) == 1
    assert written(lifted) == written(lifted)


def test_what_is_logged_later_is_added_at_the_end() -> None:
    monday, tuesday = told(LIFTS + "2026-03-03\nrun 8km 44:10\n").sessions
    assert written(monday, tuesday)[: len(written(monday))] == written(monday)


def test_days_are_told_once_in_their_zone() -> None:
    found = told("2026-03-02\nweight 74.2kg\nrun 8km 44:10\n2026-03-03\nrun 5km 25min\nweight 74kg\n")
    assert found.contents is not None
    text = written(*found.sessions, contents=found.contents)
    heads = [line for line in text if line.startswith(("2026", "zone"))]
    assert heads == ["zone Europe/Berlin", "2026-03-02 Mon", "2026-03-03 Tue"]


def test_a_session_of_a_file_without_zone_tells_its_offset() -> None:
    run = replace(session("2026-03-02\n07:10 run 8km 44:10\n"), source=Source.FIT)
    moment = replace(run.started, zone=None)
    apart = replace(run, started=moment, ended=moment.later(run.ended.utc - run.started.utc) if run.ended else None)
    assert any(line.startswith("  07:10+01:00 run 8km 44:10") for line in written(apart))


def test_differences_are_the_lines_that_differ() -> None:
    before, after = session(LIFTS), session(LIFTS.replace("80kg x 5 @8.5", "80kg x 4 @9.5").replace("strong", "weak"))
    assert differences(before, after) == (
        "2026-03-02 Mon Lower A",
        "- Barbell back squat: 40kg x 5 warmup, 80kg x 5 @8, 80kg x 5 @8.5",
        "+ Barbell back squat: 40kg x 5 warmup, 80kg x 5 @8, 80kg x 4 @9.5",
        "- | felt strong",
        "+ | felt weak",
    )


PLAN = """plan from 2026-03-02
  week 1 2026-03-02 base
    Mon run easy "Easy run" 45min
      | Endurance that costs little.
      why R2 Running takes half of the minutes.
      > interval Easy running: 45min @3 zone E
    Wed pm strength SF 50min hard legs
      > set Barbell back squat: 3x6-8 80kg @8 tempo 3-1-1-0 rest 2min
      > hold Plank: 2x40s rest 45s
    Sun run long 1h30min
  week 2 2026-03-09 base deload
    Tue hybrid circuit 40min level 2
      > station Push-up: 4x40s rest 20s group 1 emom 60s
"""


def test_a_plan_is_read_as_it_is_typed() -> None:
    found = told(PLAN).contents
    assert found is not None
    (plan,) = found.plans
    easy, strength, long, circuit = plan.workouts
    assert [each.day.isoweekday() for each in plan.workouts] == [1, 3, 7, 2]
    assert (easy.run_minutes, easy.purpose, easy.why[0].rule) == (45, "Endurance that costs little.", "R2")
    assert (strength.slot, strength.strength_minutes, strength.hard, strength.leg_heavy) == ("pm", 50, True, True)
    squat, plank = strength.steps
    assert (squat.exercise, squat.sets, squat.reps, squat.reps_max) == ("back_squat", 3, 6, 8)
    assert (squat.load, squat.rpe, squat.tempo, squat.rest_s) == (Load(80.0), 8.0, "3-1-1-0", 120)
    assert (plank.sets, plank.seconds) == (2, 40)
    assert (long.long, long.minutes) == (True, 90)
    assert (circuit.run_minutes, circuit.strength_minutes, circuit.level) == (20, 20, 2)
    assert (circuit.steps[0].group, circuit.steps[0].block_s) == (1, 60)
    assert [week.deload for week in plan.weeks] == [False, True]
    again = read("\n".join(written(contents=found)).encode(), options())
    assert again.contents == found


@pytest.mark.parametrize(
    "text",
    [
        "strength\nPlank: " + "1 x " * 2_000,
        "strength\nPlank: " + '"' * 20_000,
        "strength\nPlank: " + '\\"' * 20_000,
        "run 8km 44:10\n~ a " + "[" * 50_000,
        "run 8km 44:10\n~ " + 'a "x" ' * 20_000,
        "strength\n" + "".join(f"zzz{n}: 1\n" for n in range(2_000)),
        "run" + " " * 90_000 + "8kmm",
    ],
)
def test_lines_without_end_are_refused_soon(text: str) -> None:
    with at_once(2.0):
        found = read((f"{FIRST}2026-03-02\n{text}").encode(), options())
    assert found.refused
