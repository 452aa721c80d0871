"""What is put into the log comes back equal, to the last digit."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete, Race
from hybridtui.domain.calendar import Moment
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, SetKind, Side, Source, Status, StepMark
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind, Plan, Step, Why
from hybridtui.store import Store, codec
from hybridtui.store.instants import instant, micros, week_key, week_of_key
from tests.hostile import MARKUP
from tests.store.builders import NOW, SQUAT, any_value, logged, plan, session, workout

CODECS = [
    (codec.ATHLETE, Athlete),
    (codec.PLAN, Plan),
    (codec.STEPS, tuple[Step, ...]),
    (codec.EXERCISE, Exercise),
]


@pytest.mark.parametrize(("of", "hint"), CODECS, ids=["athlete", "plan", "steps", "exercise"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_json_loses_nothing(of: codec.Codec[object], hint: object, data: st.DataObject) -> None:
    value = data.draw(any_value(hint))
    assert of.loads(of.dumps(value)) == value


def test_the_library_survives_json() -> None:
    for exercise in catalogue().values():
        assert codec.EXERCISE.loads(codec.EXERCISE.dumps(exercise)) == exercise


def test_a_noun_that_gained_a_field_reads_what_was_written_before() -> None:
    text = codec.STEPS.dumps((SQUAT,)).replace('"title":', '"colour":"red","title":')
    assert codec.STEPS.loads(text) == (SQUAT,)


def test_json_of_a_newer_program_is_refused() -> None:
    text = codec.STEPS.dumps((SQUAT,)).replace('"v":1', '"v":2')
    with pytest.raises(StoreProblem, match="newer hybridtui"):
        codec.STEPS.loads(text)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"v":1,"is":[{"kind":"juggling"}]}', '{"v":1}', '{"v":"x"}'])
def test_damaged_json_is_refused_in_words(text: str) -> None:
    with pytest.raises(StoreProblem, match="damaged entry"):
        codec.STEPS.loads(text)


def test_numbers_that_are_none_are_never_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        codec.STEPS.dumps((replace(SQUAT, load=Load(float("nan"))),))


FULL = Session(
    id="full",
    kind=Kind.COMBO,
    title="Easy run, then strength",
    status=Status.FINISHED,
    started=Moment.at(NOW.astimezone(timezone(timedelta(hours=5, minutes=45))), "Asia/Kathmandu"),
    ended=Moment.at((NOW + timedelta(minutes=61, microseconds=1)).astimezone(timezone(-timedelta(hours=3)))),
    subtype="easy",
    sport="",
    workout_id="w1",
    steps=(SQUAT, Step(kind=SQUAT.kind, title="Row", why=(Why("R15", "a bar is at hand"),))),
    sets=(
        logged("a", 0, kind=SetKind.WARMUP, load=Load(100.0, WeightUnit.LB), rest_s=90, note="slow"),
        logged("b", 1, load=None, bodyweight=True, side=Side.LEFT, step=0, set_number=2, rpe=8.5),
        LoggedSet(id="c", position=2, exercise="plank", seconds=45.5, per_side=True, unconfirmed=True),
        LoggedSet(id="d", position=3, exercise="carry", distance=Distance(0.1, DistanceUnit.MI), load=Load(0.1)),
        logged("e", 4, reps=0, kind=SetKind.FAILURE),
    ),
    runs=(
        RunEntry(
            id="r",
            position=0,
            subtype="tempo",
            distance=Distance(3.1, DistanceUnit.MI),
            seconds=1500.25,
            elapsed_s=1600.0,
            avg_hr=150,
            max_hr=171,
            hr_computed=True,
            ascent_m=12.5,
            rpe=4.0,
            step=1,
            set_number=1,
            logged_at=NOW,
            rest_s=0,
            note="wind",
        ),
        RunEntry(id="q", position=1, sport="cycling"),
    ),
    marks=(StepMark(id="m", step=1, set_number=1, kind=MarkKind.SKIPPED, at=NOW + timedelta(microseconds=7)),),
    rpe=6.5,
    run_s=1500.25,
    strength_s=1200.0,
    other_s=1.0,
    tonnage_kg=226.8,
    load_au=301.5,
    load_estimated=False,
    avg_hr=140,
    source=Source.FIT,
    fingerprint="f" * 64,
    flags=("zone assumed", "recovered"),
    note="first line\nsecond line",
)


def put(store: Store, whole: Session) -> None:
    store.apply(
        Change(
            label="all at once",
            sessions=(whole,),
            sets=tuple((whole.id, part) for part in whole.sets),
            runs=tuple((whole.id, part) for part in whole.runs),
            marks=tuple((whole.id, part) for part in whole.marks),
        ),
        NOW,
    )


def test_a_session_comes_back_whole(store: Store, path: Path) -> None:
    put(store, FULL)
    assert store.session("full") == FULL
    with Store.open(path) as again:
        assert again.session("full") == FULL


def test_sets_come_back_by_position_not_by_time_of_writing(store: Store) -> None:
    put(store, replace(session(), sets=(logged("x", 2), logged("y", 0), logged("z", 1))))
    whole = store.session("s")
    assert whole is not None
    assert [part.id for part in whole.sets] == ["y", "z", "x"]


def test_a_hundred_pounds_stay_a_hundred_pounds(store: Store) -> None:
    put(store, replace(session(), sets=(logged("x", load=Load(100.0, WeightUnit.LB)),)))
    whole = store.session("s")
    assert whole is not None
    assert whole.sets[0].load == Load(100.0, WeightUnit.LB)


@settings(max_examples=30, deadline=None)
@given(sets=st.lists(any_value(LoggedSet), max_size=4), runs=st.lists(any_value(RunEntry), max_size=2))
def test_any_set_is_stored_as_it_is_or_refused(sets: list[LoggedSet], runs: list[RunEntry]) -> None:
    whole = replace(
        session(),
        sets=tuple(replace(part, id=f"s{n}", position=n) for n, part in enumerate(sets)),
        runs=tuple(replace(part, id=f"r{n}", position=n) for n, part in enumerate(runs)),
    )
    with tempfile.TemporaryDirectory() as directory, Store.open(Path(directory) / "x.db") as store:
        try:
            put(store, whole)
        except StoreProblem:
            assert store.session("s") is None
        else:
            assert store.session("s") == whole


@pytest.mark.parametrize("text", [*MARKUP, "'; DROP TABLE session; --", "%_\\", "👩‍🚀"])
def test_texts_are_kept_as_they_are_and_never_obeyed(store: Store, text: str) -> None:
    put(store, replace(session(title=text, note=text, flags=(text,)), sets=(logged("a", exercise=text, note=text),)))
    assert store.session("s") == replace(
        session(title=text, note=text, flags=(text,)), sets=(logged("a", exercise=text, note=text),)
    )
    store.apply(Change(label=text, drop=(Ref(Noun.SET, "a"),)), NOW)
    assert store.undo_label() == text


def test_athlete_is_one_and_the_last(store: Store) -> None:
    assert store.athlete() is None
    store.apply(Change(label="answers", athlete=Athlete(age=41)), NOW)
    second = Athlete(balance=0.7, race=Race(21_097.5, NOW.date()), equipment=frozenset({"band", "bench"}))
    store.apply(Change(label="answers", athlete=second), NOW)
    assert store.athlete() == second


def test_the_plan_adopted_last_is_the_current_one(store: Store) -> None:
    assert store.plan() is None
    monday = NOW.date() - timedelta(days=2)
    first = plan("p1", (workout("a", monday), workout("b", monday + timedelta(days=2))), ())
    second = plan("p2", (), (workout("c", monday + timedelta(days=7)),))
    store.apply(Change(label="plan", plan=first), NOW)
    assert store.plan() == first
    store.apply(Change(label="plan", plan=second), NOW)
    assert store.plan() == second
    store.apply(Change(label="plan", plan=first), NOW)
    assert store.plan() == first


def test_a_plan_put_again_loses_the_workouts_it_no_longer_has(store: Store) -> None:
    day = NOW.date()
    store.apply(Change(label="plan", plan=plan("p", (workout("a", day), workout("b", day)))), NOW)
    shorter = plan("p", (workout("b", day, title="Strength B"),))
    store.apply(Change(label="move", plan=shorter), NOW)
    assert store.plan() == shorter
    store.undo(NOW)
    assert store.plan() == plan("p", (workout("a", day), workout("b", day)))


def test_own_exercises_come_by_name(store: Store) -> None:
    mine = [Exercise(id=f"own:{name}", name=name, pattern="squat") for name in ("Sled", "Ascent")]
    store.apply(Change(label="exercises", exercises=tuple(mine)), NOW)
    assert [each.name for each in store.own_exercises()] == ["Ascent", "Sled"]


@given(any_value(datetime))
def test_instants_are_exact(when: datetime) -> None:
    assert instant(micros(when)) == when


@given(any_value(date))
def test_weeks_are_numbered_without_gaps(day: date) -> None:
    key = week_key(day)
    week = week_of_key(key)
    assert day in week.days
    assert week_key(week.monday) == key
    assert all(week_key(each) == key for each in week.days)


def test_a_workout_that_was_read_is_not_read_again(store: Store) -> None:
    store.apply(Change(label="plan", plan=plan("p", (workout("a", NOW.date()),))), NOW)
    first, again = store.plan(), store.plan()
    assert first is not None
    assert again is not None
    assert first.weeks[0].workouts
    assert all(w is v for w, v in zip(first.weeks[0].workouts, again.weeks[0].workouts, strict=True))
    store.apply(Change(label="plan", plan=plan("p", (workout("a", NOW.date(), title="Other"),))), NOW)
    changed = store.plan()
    assert changed is not None
    assert [w.title for w in changed.weeks[0].workouts] == ["Other"]
