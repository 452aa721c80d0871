"""Weeks, lines and exposures against plain sums over the sessions."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from typing import TypeAlias

import pytest
from sqlalchemy import Connection, event

from hybridtui.domain.calendar import By, Moment, Month, Period, Week
from hybridtui.domain.change import Change
from hybridtui.domain.history import Totals
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import RunEntry, Session, Source, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load
from hybridtui.domain.workout import Kind, Step, StepKind
from hybridtui.store import Store, history
from tests.store.builders import NOW, SQUAT, logged, plan, session, workout

WEEK = Week.of(NOW.date())
Question: TypeAlias = Callable[[Connection, str], object]


def put(store: Store, *sessions: Session) -> None:
    store.add_batch(Batch("b" + sessions[0].id, "import", "strong"), [], sessions, NOW)


def year_of_training(chance: random.Random) -> list[Session]:
    made = []
    for n in range(300):
        is_run = chance.random() < 0.4
        sets = tuple(
            logged(
                f"{n}.{k}", k, exercise=chance.choice("abc"), reps=chance.randrange(9), per_side=chance.random() < 0.2
            )
            for k in range(0 if is_run else chance.randrange(9))
        )
        sports = [chance.choice(["run", "run", "cycling"]) for _ in range(chance.randrange(3) if is_run else 0)]
        runs = tuple(
            RunEntry(id=f"{n}.r{k}", position=k, sport=sport, distance=Distance(1.5, DistanceUnit.MI))
            for k, sport in enumerate(sports)
        )
        made.append(
            session(
                f"s{n}",
                day=-chance.randrange(400),
                status=chance.choice([Status.FINISHED, Status.FINISHED, Status.OPEN]),
                kind=Kind.RUN if is_run else Kind.STRENGTH,
                sets=sets,
                runs=runs,
                run_s=chance.choice([0.0, 1800.0]),
                strength_s=chance.choice([0.0, 2400.0]),
                other_s=chance.choice([0.0, 0.0, 600.0]),
                tonnage_kg=sum(part.volume_kg for part in sets),
                load_au=chance.uniform(0, 400),
                load_estimated=chance.random() < 0.5,
            )
        )
    return made


def summed(period: Period, sessions: list[Session]) -> Totals:
    """Sum a week or a month up the plain way."""
    days = set(period.days)
    mine = [s for s in sessions if s.started.local_date in days and s.status is Status.FINISHED]
    guessed = [s for s in mine if s.load_estimated]
    ran = [[r for r in s.runs if r.sport == "run"] for s in mine]
    return Totals(
        period=period,
        run_s=sum(s.run_s for s in mine),
        strength_s=sum(s.strength_s for s in mine),
        other_s=sum(s.other_s for s in mine),
        run_m=sum(r.distance.metres for runs in ran for r in runs if r.distance),
        runs=sum(1 for s, runs in zip(mine, ran, strict=True) if s.run_s or runs),
        strength_sessions=sum(1 for s in mine if s.strength_s or (s.sets and s.kind is Kind.STRENGTH)),
        sessions=len(mine),
        sets=sum(len(s.sets) for s in mine),
        reps=sum((part.reps or 0) * part.sides for s in mine for part in s.sets),
        tonnage_kg=sum(s.tonnage_kg for s in mine),
        run_load_au=sum(s.load_au * s.run_s / s.total_s for s in mine if s.total_s),
        strength_load_au=sum(s.load_au * s.strength_s / s.total_s for s in mine if s.total_s),
        other_load_au=sum(s.load_au * s.other_s / s.total_s for s in mine if s.total_s),
        run_load_estimated_au=sum(s.load_au * s.run_s / s.total_s for s in guessed if s.total_s),
        strength_load_estimated_au=sum(s.load_au * s.strength_s / s.total_s for s in guessed if s.total_s),
        other_load_estimated_au=sum(s.load_au * s.other_s / s.total_s for s in guessed if s.total_s),
        sessions_estimated=len(guessed),
        longest_run_s=max((s.run_s for s in mine if s.kind in (Kind.RUN, Kind.COMBO)), default=0.0),
        longest_run_m=max(
            (
                sum(r.distance.metres for r in runs if r.distance)
                for s, runs in zip(mine, ran, strict=True)
                if s.kind in (Kind.RUN, Kind.COMBO)
            ),
            default=0.0,
        ),
    )


def rounded(totals: Totals) -> Totals:
    names = (
        "run_m", "tonnage_kg", "run_load_au", "strength_load_au", "other_load_au", "run_load_estimated_au",
        "strength_load_estimated_au", "other_load_estimated_au", "longest_run_m",
    )  # fmt: skip
    return replace(totals, **{name: round(getattr(totals, name), 6) for name in names})


def test_weeks_are_the_sums_of_their_sessions(store: Store) -> None:
    made = year_of_training(random.Random(7))
    put(store, *made)
    first = WEEK.plus(-60)
    found = store.totals(By.WEEK, first, WEEK.plus(1))
    assert [totals.period for totals in found] == [first.plus(n) for n in range(62)]
    assert [rounded(totals) for totals in found] == [rounded(summed(totals.period, made)) for totals in found]


def test_months_are_the_sums_of_their_sessions(store: Store) -> None:
    made = year_of_training(random.Random(11))
    put(store, *made)
    first = Month.of(NOW.date()).plus(-14)
    found = store.totals(By.MONTH, first, first.plus(15))
    assert [totals.period for totals in found] == [first.plus(n) for n in range(16)]
    assert [rounded(totals) for totals in found] == [rounded(summed(totals.period, made)) for totals in found]


def test_an_empty_log_has_empty_weeks(store: Store) -> None:
    assert store.totals(By.WEEK, WEEK, WEEK.plus(1)) == (Totals(period=WEEK), Totals(period=WEEK.plus(1)))
    assert store.lines() == ()
    assert store.exposures("back_squat") == ()
    assert store.last_exposures(["back_squat"]) == {}


def test_the_week_is_that_of_the_athletes_wrist(store: Store) -> None:
    """Sunday night in Auckland is Sunday, though Sunday noon in UTC; and New Year's week 53 is 2026's."""
    sunday = datetime(2026, 3, 8, 23, 30, tzinfo=timezone(timedelta(hours=13)))
    new_year = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
    moments = {"a": Moment.at(sunday, "Pacific/Auckland"), "b": Moment.at(new_year)}
    put(store, *(session(id_, status=Status.FINISHED, started=moment) for id_, moment in moments.items()))
    assert store.totals(By.WEEK, Week(2026, 10), Week(2026, 10))[0].sessions == 1
    assert store.totals(By.WEEK, Week(2026, 53), Week(2026, 53))[0].sessions == 1
    assert store.lines()[1].started_local == datetime(2026, 3, 8, 23, 30)


def test_planned_minutes_come_from_the_plan_adopted_last(store: Store) -> None:
    day = NOW.date()
    first = plan("p", (workout("a", day), workout("b", day)), (workout("c", day + timedelta(days=7)),))
    second = plan("q", (workout("d", day, run_minutes=30, strength_minutes=10),))
    store.apply(Change(label="plan", plan=first), NOW)
    store.apply(Change(label="plan", plan=second), NOW)
    this, following, later = store.totals(By.WEEK, WEEK, WEEK.plus(2))
    assert (this.planned_run_s, this.planned_strength_s) == (1800.0, 600.0)
    assert (following.planned_run_s, following.planned_strength_s) == (0.0, 2400.0)
    assert (later.planned_run_s, later.planned_strength_s) == (None, None)


def test_planned_minutes_of_a_month_are_those_of_its_days(store: Store) -> None:
    """The plan adopted last counts for all of the week in which March ends, also for the days of the older one."""
    tuesday, wednesday = date(2026, 3, 31), date(2026, 4, 1)
    first = plan("p", (workout("a", tuesday), workout("b", wednesday), workout("c", date(2026, 4, 8))))
    store.apply(Change(label="plan", plan=first), NOW)
    store.apply(Change(label="plan", plan=plan("q", (workout("d", wednesday, strength_minutes=25),))), NOW)
    february, march, april = store.totals(By.MONTH, Month(2026, 2), Month(2026, 4))
    assert (february.planned_strength_s, march.planned_strength_s) == (None, None)
    assert (april.planned_run_s, april.planned_strength_s) == (0.0, (25 + 40) * 60.0)


def test_lines_come_newest_first_page_by_page(store: Store) -> None:
    made = year_of_training(random.Random(3))
    put(store, *made)
    finished = sum(1 for each in made if each.status is Status.FINISHED)
    everything = store.lines()
    assert store.count_lines() == len(everything) == finished
    assert [line.started_local for line in everything] == sorted((x.started_local for x in everything), reverse=True)
    pages = [store.lines(offset=offset, limit=37) for offset in range(0, finished, 37)]
    assert tuple(line for page in pages for line in page) == everything
    assert store.lines(offset=finished, limit=5) == ()
    assert store.lines(offset=finished - 2) == everything[-2:]


def test_lines_of_some_days(store: Store) -> None:
    put(store, *(session(f"s{n}", day=n, status=Status.FINISHED) for n in range(5)))
    days = {"first": date(2026, 3, 5), "last": date(2026, 3, 7)}
    assert [line.id for line in store.lines(**days)] == ["s3", "s2", "s1"]
    assert store.count_lines(**days) == 3
    assert store.count_lines(first=days["last"]) == 2


def test_a_line_says_what_was_done(store: Store) -> None:
    ride = RunEntry(id="r", position=0, sport="cycling", distance=Distance(20.0, DistanceUnit.KM), seconds=3600.0)
    whole = session(
        status=Status.FINISHED,
        kind=Kind.OTHER,
        sport="cycling",
        runs=(ride,),
        other_s=3600.0,
        load_au=240.0,
        source=Source.FIT,
        flags=("recovered",),
    )
    put(store, whole)
    (line,) = store.lines()
    assert (line.kind, line.sport, line.total_s, line.run_s, line.distance_m) == (
        Kind.OTHER,
        "cycling",
        3600,
        0,
        20_000,
    )
    assert (line.source, line.flags, line.load_au, line.sets) == (Source.FIT, ("recovered",), 240.0, 0)
    assert store.totals(By.WEEK, WEEK, WEEK)[0].run_m == 0
    assert store.totals(By.WEEK, WEEK, WEEK)[0].runs == 0


def test_exposures_are_the_latest_oldest_first(store: Store) -> None:
    squats = [session(f"s{n}", day=n, status=Status.FINISHED, sets=(logged(f"a{n}"),)) for n in range(9)]
    bench = session("t", day=20, status=Status.FINISHED, sets=(logged("b", exercise="bench_press"),))
    running = session("u", day=21, sets=(logged("c"),))
    put(store, bench, running, *reversed(squats))
    assert [past.session_id for past in store.exposures("back_squat", 3)] == ["s6", "s7", "s8"]
    assert [past.session_id for past in store.exposures("back_squat", 2, include_open=True)] == ["s8", "u"]
    assert [past.session_id for past in store.exposures("back_squat")] == [f"s{n}" for n in range(9)]


def test_an_exposure_knows_what_was_asked(store: Store) -> None:
    warm = Step(kind=StepKind.WARMUP, title="Ramp", exercise="back_squat", reps=10)
    asked = replace(SQUAT, rpe=8.0, load=Load(100.0))
    sets = (logged("a", 1), logged("b", 0), logged("c", 2, exercise="bench_press"))
    put(store, session(status=Status.FINISHED, steps=(warm, asked), sets=sets))
    (past,) = store.exposures("back_squat")
    assert [part.id for part in past.sets] == ["b", "a"]
    wanted = (past.target_sets, past.target_reps, past.target_reps_max, past.target_load_kg, past.target_rpe)
    assert wanted == (3, 5, 8, 100.0, 8.0)
    (unasked,) = store.exposures("bench_press")
    assert (unasked.target_reps, unasked.target_sets) == (None, None)


def test_each_different_set_is_found_once(store: Store) -> None:
    twice = (logged("a", 1), logged("b", 2), logged("c", 3, reps=3), logged("d", 4, exercise="bench_press"))
    put(store, session("s", status=Status.FINISHED, sets=twice), session("t", sets=(logged("e", reps=2),)))
    found = store.different_sets("back_squat")
    assert sorted(part.reps or 0 for part in found) == sorted({twice[0].reps or 0, 3, 2})
    assert {part.load for part in found} == {twice[0].load}
    assert store.different_sets("never") == ()


def test_different_sets_outside_a_session_are_those_that_another_session_has_too(store: Store) -> None:
    first = (logged("a", 1), logged("b", 2), logged("c", 3, reps=3), logged("f", 4, rpe=8.0))
    put(store, session("s", status=Status.FINISHED, sets=first), session("t", sets=(logged("e"), logged("g", reps=2))))
    found = store.different_sets("back_squat", outside="s")
    assert sorted((part.reps, part.rpe) for part in found) == [(2, None), (first[0].reps, None)]
    assert {(part.reps, part.rpe) for part in store.different_sets("back_squat", outside="t")} == {
        (part.reps, part.rpe) for part in first
    }


@pytest.mark.parametrize("question", [history.bests, partial(history.different_sets, outside="s")])
def test_what_was_lifted_in_ten_years_is_read_from_an_index_alone(store: Store, question: Question) -> None:
    asked: list[str] = []
    with store._db.reading() as connection:
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append(told[2]))
        question(connection, "back_squat")
        plans = [
            str(connection.exec_driver_sql(f"explain query plan {each}", ("x",) * each.count("?")).all())
            for each in tuple(asked)
            if "logged_set" in each
        ]
    assert len(plans) == 1
    assert "COVERING INDEX logged_set_bests_ix" in plans[0]


def test_the_last_time_of_each_exercise(store: Store) -> None:
    put(store, *year_of_training(random.Random(11)))
    found = store.last_exposures(["a", "b", "never", "a"])
    assert found == {name: store.exposures(name, 1)[0] for name in ("a", "b")}
    assert store.last_exposures([]) == {}


def test_the_open_session_is_the_one_begun_last(store: Store) -> None:
    assert store.open_session() is None
    put(store, session("old", day=-9), session("new", day=-1), session("done", status=Status.FINISHED))
    found = store.open_session()
    assert found is not None
    assert found.id == "new"


def test_done_workouts(store: Store) -> None:
    put(
        store, session("a", workout_id="w1"), session("b", workout_id="w1"), session("c"), session("d", workout_id="w2")
    )
    assert store.done_workouts() == {"w1", "w2"}


def test_trained_are_the_finished_sessions_of_the_days_asked_for(store: Store) -> None:
    done = Status.FINISHED
    put(
        store,
        session("early", day=-1, status=done),
        session("last", day=3, status=done, strength_s=2400.0),
        session("first", status=done, workout_id="w1", run_s=1800.0),
        session("late", day=4, status=done),
        session("open", day=1),
    )
    start = NOW.date()
    found = store.trained(start, start + timedelta(days=3))
    assert [(t.session_id, t.workout_id, t.day - start) for t in found] == [
        ("first", "w1", timedelta(0)),
        ("last", None, timedelta(days=3)),
    ]
    assert (found[0].run_minutes, found[1].strength_minutes) == (30.0, 40.0)


@pytest.mark.parametrize("number", [0, 1, 12_345])
def test_known_fingerprints(store: Store, number: int) -> None:
    put(store, session("a", fingerprint="f7"), session("b", fingerprint="other"), session("c"))
    asked = [f"f{n}" for n in range(number)]
    assert set(store.knowing.sessions(asked)) == ({"f7"} if number > 7 else set())
