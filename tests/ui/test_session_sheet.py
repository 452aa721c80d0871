"""One session in words, and its entries as they could have been typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Moment
from hybridtui.domain.entry import RunDraftEntry, SetEntry, parse
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.history import SessionLine
from hybridtui.domain.session import (
    LoggedSet,
    MarkKind,
    RunEntry,
    Session,
    SetKind,
    Side,
    Source,
    Status,
    StepMark,
)
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind, Step, StepKind, Workout
from hybridtui.ui import corrections, session_sheet
from hybridtui.ui.session_page import SessionPage

BERLIN = ZoneInfo("Europe/Berlin")
START = Moment.at(datetime(2026, 3, 28, 18, 5, tzinfo=BERLIN), "Europe/Berlin")
SQUAT = LoggedSet(id="a", position=1, exercise="back_squat", load=Load(80), reps=8, rpe=7.5, rest_s=120)
RUN = RunEntry(id="r", position=1, distance=Distance(8.04, DistanceUnit.KM), seconds=2650, avg_hr=142, max_hr=160)
SESSION = Session(
    id="s", kind=Kind.STRENGTH, title="Legs", status=Status.FINISHED, started=START,
    ended=START.later(timedelta(minutes=50)), sets=(SQUAT,), strength_s=3000, tonnage_kg=640, load_au=300,
)  # fmt: skip


def facts(session: Session, weight=WeightUnit.KG, distance=DistanceUnit.KM, **more) -> str:
    athlete = Athlete(weight_unit=weight, distance_unit=distance)
    given = {"session": session, "exercises": catalogue(), "athlete": athlete, "counts_as": None, "pains": ()}
    return session_sheet.facts(SessionPage(**(given | more)), session).plain


def rows(session: Session) -> list[str]:
    return [row.text.plain for row in session_sheet.rows(session, catalogue(), DistanceUnit.KM)]


def test_a_load_without_a_rating_is_called_estimated():
    assert "load 300 estimated" in facts(SESSION)
    assert "load 300\n" in facts(replace(SESSION, rpe=6.0, load_estimated=False))


def test_what_another_record_lends_is_said_with_whose_it_is():
    strava = replace(SESSION, id="x", source=Source.STRAVA, rpe=6.0, avg_hr=131)
    mine = replace(SESSION, rpe=None, avg_hr=None, lent_rpe=6.0, lent_load_au=360.0, lent_hr=131)
    told = facts(mine, lenders=(strava,))
    assert "RPE 6 from Strava · load 360\n" in told
    assert "heart rate 131 from Strava" in told
    assert "RPE 6 from the other record" in facts(mine)


def test_weights_and_distances_are_in_the_athletes_units():
    both = replace(SESSION, runs=(RUN,))
    assert "1,411 lb" in facts(both, WeightUnit.LB)
    assert "5 mi" in facts(both, distance=DistanceUnit.MI)


def test_flags_and_source_stand_together():
    imported = replace(SESSION, source=Source.FIT, flags=("recovered", "zone assumed"))
    assert "from a FIT file · recovered · time zone assumed" in facts(imported)


def test_records_of_one_workout_name_each_other_and_say_which_counts():
    watch = SessionLine(
        id="w", local_date=date(2026, 3, 28), started_local=datetime(2026, 3, 28, 18, 3), kind=Kind.STRENGTH,
        title="Strength[/b]", total_s=3000, run_s=0, strength_s=3000, distance_m=0, sets=0, tonnage_kg=0, load_au=0,
        source=Source.FIT,
    )  # fmt: skip
    mine = replace(watch, id="a", source=Source.APP, title="Legs")
    told = facts(SESSION, others=(watch, replace(watch, source=Source.STRONG)))
    twice = "Strength[/b] at 18:03 from a FIT file and Strength[/b] at 18:03 from Strong"
    assert f"Also told by {twice}: counts once, here" in told
    assert "Same as Legs at 18:03 logged here: counts once, there" in facts(
        replace(SESSION, same_as="a"), others=(mine, watch)
    )


def test_sets_stand_under_their_exercise_in_the_order_it_was_first_done():
    press = replace(SQUAT, id="b", position=2, exercise="bench_press", load=Load(60))
    again = replace(SQUAT, id="c", position=3, reps=6)
    told = rows(replace(SESSION, sets=(SQUAT, press, again)))
    assert [text.strip() for text in told if "×" not in text] == ["Barbell back squat", "Barbell bench press"]
    assert "80 kg × 6" in told[2]


def test_an_exercise_of_no_library_is_shown_by_its_id():
    assert rows(replace(SESSION, sets=(replace(SQUAT, exercise="own:gone"),)))[0] == "own:gone"


@pytest.mark.parametrize(
    ("logged", "words"),
    [
        (replace(SQUAT, kind=SetKind.WARMUP), "warm-up"),
        (replace(SQUAT, rest_s=90), "rest 90 s"),
        (replace(SQUAT, rest_s=150), "rest 2:30"),
        (replace(SQUAT, per_side=True), "each side"),
        (replace(SQUAT, unconfirmed=True), "guessed"),
        (replace(SQUAT, reps=0), "failed"),
        (replace(SQUAT, reps=None, distance=Distance(0.04, DistanceUnit.KM)), "80 kg × 40 m"),
        (replace(SQUAT, load=None, reps=None, seconds=115.0, distance=Distance(500.0)), "500 m in 1:55"),
        (replace(SQUAT, note="deep"), "deep"),
    ],
)
def test_what_was_special_about_a_set_is_said(logged, words):
    assert words in rows(replace(SESSION, sets=(logged,)))[1]


@pytest.mark.parametrize(
    "logged",
    [
        SQUAT,
        replace(SQUAT, load=Load(62.5, WeightUnit.LB), rpe=None),
        replace(SQUAT, load=Load(10), bodyweight=True, exercise="pull_up", reps=5),
        replace(SQUAT, load=None, exercise="push_up", reps=15),
        replace(SQUAT, load=None, exercise="plank", reps=None, seconds=45.0),
        replace(SQUAT, side=Side.LEFT, exercise="db_row"),
        replace(SQUAT, kind=SetKind.WARMUP),
        replace(SQUAT, reps=0),
    ],
)
def test_a_set_typed_again_as_offered_stays_as_it_was(logged):
    expected = corrections.expected(logged, SESSION, catalogue(), Athlete())
    read = parse(corrections.as_typed(logged), expected)
    assert isinstance(read, SetEntry)
    assert corrections.corrected(logged, read.sets[0]) == logged


@pytest.mark.parametrize("run", [RUN, replace(RUN, rpe=4.0), replace(RUN, distance=None), replace(RUN, seconds=59.5)])
def test_a_run_typed_again_as_offered_stays_as_it_was(run):
    expected = corrections.expected(run, SESSION, catalogue(), Athlete())
    read = parse(corrections.as_typed(run), expected)
    assert isinstance(read, RunDraftEntry)
    assert corrections.corrected(run, read.draft) == run


def test_a_session_moved_over_the_clock_change_keeps_its_length_and_wall_time():
    moved = SESSION.begun_at(datetime(2026, 3, 29, 18, 5))
    assert moved.started.offset_s == START.offset_s + 3600
    assert str(moved.started.local) == "2026-03-29 18:05:00"
    assert moved.ended.utc - moved.started.utc == timedelta(minutes=50)
    assert str(moved.started.local_date) == "2026-03-29"


# --- planned and done -----------------------------------------------------------------------------

STEPS = (
    Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=6, reps_max=8, load=Load(80)),
    Step(kind=StepKind.SET, title="Push-up", exercise="push_up", sets=2, reps=10),
    Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=2, seconds=30),
    Step(kind=StepKind.COOLDOWN, title="Hip stretch", seconds=60),
)
WORKOUT = Workout(
    id="w", day=date(2026, 3, 27), kind=Kind.STRENGTH, subtype="SF", title="Full body", minutes=45, run_minutes=0,
    strength_minutes=45, steps=STEPS,
)  # fmt: skip


def test_what_was_planned_stands_beside_what_was_done_and_what_was_left_below():
    at_step = replace(SQUAT, step=0, set_number=1)
    skipped = StepMark(id="m", step=1, set_number=1, kind=MarkKind.SKIPPED, at=START.utc)
    told = rows(replace(SESSION, steps=STEPS, sets=(at_step,), marks=(skipped,)))
    assert told[0] == "Barbell back squat  planned 3 × 6–8 at 80 kg"
    assert [" ".join(line.split()) for line in told[2:]] == [
        "Planned, not done",
        "Push-up 2 × 10 · skipped",
        "Plank 2 × 30 s",
        "Hip stretch 1 min",
    ]


def test_of_a_session_that_stands_for_a_workout_both_are_told():
    free = replace(SESSION, title="3x8 squat 80", steps=STEPS[:1], sets=(SQUAT,))
    told = [row.text.plain for row in session_sheet.rows(free, catalogue(), DistanceUnit.KM, WORKOUT)]
    assert told[0] == "Barbell back squat  planned 3 × 6–8 at 80 kg"
    assert [" ".join(line.split()) for line in told[2:]] == ["Planned, not done", "Push-up 2 × 10", "Plank 2 × 30 s"]
    assert "Planned: Full body, 45 min, Fri 27 Mar" in facts(free, counts_as=WORKOUT)


def test_a_run_that_stands_for_a_workout_has_its_plan_beside_it():
    step = Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800)
    planned = replace(WORKOUT, kind=Kind.RUN, title="Easy run 40 min", steps=(step,))
    ran = replace(SESSION, kind=Kind.RUN, sets=(), runs=(RUN,))
    told = [row.text.plain for row in session_sheet.rows(ran, catalogue(), DistanceUnit.KM, planned)]
    assert told[0] == "Runs  planned 30 min"
    assert len(told) == 2
