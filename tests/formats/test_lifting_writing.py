"""Our exports in Strong's and Hevy's formats: our own readers find the same numbers in them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.names import in_files, match
from hybridtui.domain.own_exercises import own_id
from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind, Source, Status
from hybridtui.domain.text import clean_note
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import Read, read
from hybridtui.formats.lifting import app_writing, hevy_writing, strong_writing
from hybridtui.formats.writing import Exported, OutFile
from tests.formats.options import options

Write = Callable[[Exported], Iterator[OutFile]]
BOTH = pytest.mark.parametrize("write", [strong_writing.write, hevy_writing.write], ids=["strong", "hevy"])
OWN = Exercise(id=own_id('Käfer, "tot"'), name='Käfer, "tot"', pattern="other")
EXERCISES = {**catalogue(), OWN.id: OWN}
START = datetime(2025, 5, 1, 16, 30, 8, tzinfo=UTC)


def exported(*sessions: Session, since: date | None = None) -> Exported:
    return Exported(
        sessions=lambda: iter(sessions),
        contents=Contents(),
        exercises=EXERCISES,
        since=since,
        now=datetime(2026, 3, 5, 17, 0, tzinfo=UTC),
    )


def written(write: Write, *sessions: Session, since: date | None = None) -> bytes:
    (file,) = write(exported(*sessions, since=since))
    return b"".join(file.parts)


def again(write: Write, *sessions: Session) -> Read:
    found = read(written(write, *sessions), options())
    assert not found.refused
    return replace(found, sessions=tuple(sorted(found.sessions, key=lambda each: each.started.utc)))


def session(*parts: LoggedSet | RunEntry, start: datetime = START, minutes: int = 60, title: str = "Push") -> Session:
    placed = [replace(part, position=at) for at, part in enumerate(parts)]
    return with_totals(
        Session(
            id="s",
            kind=Kind.COMBO,
            title=title,
            status=Status.FINISHED,
            started=options().at(start, None),
            ended=options().at(start + timedelta(minutes=minutes), None),
            sets=tuple(part for part in placed if isinstance(part, LoggedSet)),
            runs=tuple(part for part in placed if isinstance(part, RunEntry)),
        )
    )


def lifted(exercise: str = "back_squat", kg: float | None = 100, reps: int = 5, **more: object) -> LoggedSet:
    load = Load(kg) if kg is not None else None
    return replace(LoggedSet(id="x", position=0, exercise=exercise, load=load, reps=reps), **more)  # type: ignore[arg-type]


def run(metres: float | None = 5000, seconds: float = 1500, sport: str = "run") -> RunEntry:
    distance = Distance(metres) if metres is not None else None
    return RunEntry(id="r", position=0, sport=sport, distance=distance, seconds=seconds)


NOTES = st.builds(clean_note, st.text(st.characters(codec="utf-8"), max_size=40)).map(str.strip)
LOADS = (
    st.none()
    | st.builds(Load, st.integers(1, 800).map(lambda n: n / 4), st.just(WeightUnit.KG))
    | st.builds(Load, st.integers(1, 800).map(lambda n: n / 2), st.just(WeightUnit.LB))
)
RPES = st.none() | st.integers(1, 20).map(lambda n: n / 2)
SETS = st.builds(
    LoggedSet,
    id=st.just("x"),
    position=st.just(0),
    exercise=st.sampled_from(["back_squat", "bench_press", "deadlift", "leg_press", OWN.id]),
    kind=st.sampled_from(SetKind),
    load=LOADS,
    reps=st.integers(0, 50),
    seconds=st.none() | st.integers(1, 300).map(float),
    rpe=RPES,
    note=NOTES,
)
RUNS = st.builds(
    RunEntry,
    id=st.just("r"),
    position=st.just(0),
    distance=st.none()
    | st.builds(
        Distance, st.integers(1, 400).map(lambda n: n / 10), st.sampled_from([DistanceUnit.KM, DistanceUnit.MI])
    ),
    seconds=st.integers(60, 9000).map(float),
    rpe=RPES,
    note=NOTES,
)
SESSIONS = st.lists(
    st.tuples(
        st.lists(SETS | RUNS, min_size=1, max_size=8), st.integers(160, 300), st.sampled_from(["Push", "Läufe"]), NOTES
    ),
    max_size=4,
).map(
    lambda drawn: [
        replace(session(*parts, start=START + timedelta(days=at), minutes=minutes, title=title), note=note)
        for at, (parts, minutes, title, note) in enumerate(drawn)
    ]
)


def told(sets: Sequence[LoggedSet]) -> list[object]:
    return [
        (
            each.position,
            each.exercise,
            each.kind,
            round(each.load.kg, 6) if each.load is not None else None,
            each.reps or (0 if not each.seconds else None),
            each.seconds,
            each.rpe,
            each.note,
        )
        for each in sets
    ]


def runs_told(runs: Sequence[RunEntry]) -> list[object]:
    return [
        (
            each.position,
            each.sport,
            round(each.distance.metres, 3) if each.distance is not None else None,
            each.seconds,
            each.rpe,
            each.note,
        )
        for each in runs
    ]


@BOTH
@settings(max_examples=60, deadline=None)
@given(sessions=SESSIONS)
def test_what_is_written_is_read_to_the_same_numbers(write: Write, sessions: list[Session]) -> None:
    if not sessions:
        assert len(written(write).splitlines()) == 1
        return
    found = again(write, *sessions).sessions
    assert len(found) == len(sessions)
    for before, after in zip(sessions, found, strict=True):
        seconds = 0 if write is hevy_writing.write else before.started.local.second
        assert after.started.local == before.started.local.replace(second=seconds)
        assert (after.title, after.note, after.status) == (before.title, before.note, Status.FINISHED)
        assert told(after.sets) == told(before.sets)
        assert runs_told(after.runs) == runs_told(before.runs)
        assert after.tonnage_kg == pytest.approx(before.tonnage_kg)


@BOTH
def test_only_finished_sessions_that_hold_something_are_written_once(write: Write) -> None:
    good = session(lifted())
    others = (
        session(start=START + timedelta(days=1)),
        replace(session(lifted(), start=START + timedelta(days=2)), status=Status.OPEN, ended=None),
        replace(session(lifted(), start=START + timedelta(days=3)), same_as="s"),
        session(run(None, 0), start=START + timedelta(days=4)),
    )
    assert len(again(write, good, *others).sessions) == 1


@BOTH
def test_only_what_is_wanted_is_written(write: Write) -> None:
    old, new = session(lifted()), session(lifted(), start=START + timedelta(days=1))
    text = written(write, old, new, since=date(2025, 5, 2))
    assert [each.started.local_date for each in read(text, options()).sessions] == [date(2025, 5, 2)]


@BOTH
def test_two_of_one_title_that_begin_at_once_stay_two(write: Write) -> None:
    found = again(write, session(lifted(reps=3)), session(lifted(reps=4)), session(lifted(reps=5)))
    assert sorted(each.title for each in found.sessions) == ["Push", "Push (2)", "Push (3)"]
    assert len({each.fingerprint for each in found.sessions}) == 3


@BOTH
def test_kinds_of_sets_are_kept(write: Write) -> None:
    sets = [lifted(kind=kind) for kind in SetKind]
    assert [logged.kind for logged in again(write, session(*sets)).sessions[0].sets] == list(SetKind)


@BOTH
@pytest.mark.parametrize("sport", ["run", *(sport for sport in app_writing._SPORTS if sport != "run")])
def test_every_sport_is_known_again(write: Write, sport: str) -> None:
    by_time, by_distance = run(None, 1800, sport), run(9000, 1800, sport)
    for stretch in (by_time, by_distance):
        (found,) = again(write, session(stretch)).sessions
        assert [(each.sport, each.seconds) for each in found.runs] == [(sport, 1800)]
        assert not found.sets


@BOTH
def test_a_library_exercise_over_a_distance_is_a_set_again(write: Write) -> None:
    carried = LoggedSet(id="x", position=0, exercise="farmer_carry", load=Load(24), seconds=30, distance=Distance(40))
    bare = replace(carried, load=None)
    (found,) = again(write, session(carried, bare)).sessions
    assert not found.runs
    assert [logged.distance.metres for logged in found.sets if logged.distance] == [pytest.approx(40)] * 2


@pytest.mark.parametrize("exercise", sorted(catalogue()))
def test_an_exercise_of_the_library_is_found_again_by_the_name_that_is_written(exercise: str) -> None:
    found = match(in_files(exercise, loaded=False) or catalogue()[exercise].name)
    assert found is not None
    loaded_found = match(in_files(exercise, loaded=True) or catalogue()[exercise].name)
    assert loaded_found is not None
    assert exercise in (found.exercise, loaded_found.loaded or loaded_found.exercise)


def test_strong_knows_an_exercise_by_its_own_name_for_it() -> None:
    text = written(strong_writing.write, session(lifted(), lifted(OWN.id, kg=None))).decode()
    assert [row["Exercise Name"] for row in csv.DictReader(text.splitlines())] == ["Squat (Barbell)", OWN.name]


def test_strong_numbers_sets_by_exercise_and_tells_its_units_behind_its_usual_columns() -> None:
    text = written(strong_writing.write, session(lifted(), lifted("bench_press"), lifted(kg=62.5))).decode()
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["Set Order"] for row in rows] == ["1", "1", "2"]
    assert [(row["Weight"], row["Duration"]) for row in rows] == [("100", "1h"), ("100", "1h"), ("62.5", "1h")]
    assert text.splitlines()[0] == (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE,"
        "Weight Unit,Distance Unit"
    )


def test_our_own_export_as_strongs_asks_nobody_for_its_units() -> None:
    ran = RunEntry(id="r", position=1, seconds=2650.0, distance=Distance(8.0, DistanceUnit.KM))
    text = written(strong_writing.write, session(lifted(), ran))
    found = read(text, options(unit=None, distance=DistanceUnit.MI))
    assert found.question is None
    assert found.sessions[0].sets[0].load == Load(100.0)
    assert found.sessions[0].runs[0].distance == Distance(8.0, DistanceUnit.KM)


def test_hevy_is_written_newest_first_with_english_months() -> None:
    text = written(hevy_writing.write, session(lifted()), session(lifted(), start=START + timedelta(days=60))).decode()
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["start_time"] for row in rows] == ["30 Jun 2025, 18:30", "1 May 2025, 18:30"]
    assert rows[0]["end_time"] == "30 Jun 2025, 19:30"


def test_a_note_begins_a_new_block_in_hevy() -> None:
    sets = [lifted(), lifted(note="slow"), lifted(), lifted(note="fast")]
    text = written(hevy_writing.write, session(*sets)).decode()
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["set_index"] for row in rows] == ["0", "0", "1", "0"]
    assert [row["exercise_notes"] for row in rows] == ["", "slow", "slow", "fast"]


def test_pounds_come_back_as_pounds() -> None:
    logged = lifted(load=Load(135, WeightUnit.LB))
    for write in (strong_writing.write, hevy_writing.write):
        assert again(write, session(logged)).sessions[0].sets[0].load == Load(135, WeightUnit.LB)


def test_sources_are_told_apart_when_read_again() -> None:
    assert again(strong_writing.write, session(lifted())).sessions[0].source is Source.STRONG
    assert again(hevy_writing.write, session(lifted())).sessions[0].source is Source.HEVY
