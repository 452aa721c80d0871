"""Running summed up by the store against plain sums over the sessions."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from hybridtui.domain.calendar import By, Period
from hybridtui.domain.imports import Batch
from hybridtui.domain.mileage.bests import DISTANCES, Best, Feat, best_of
from hybridtui.domain.mileage.effort import Effort, judged
from hybridtui.domain.mileage.stretch import Stretch
from hybridtui.domain.running import cost_of_grade
from hybridtui.domain.session import RunEntry, Session, Status
from hybridtui.domain.units import Distance, DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.store import Store
from hybridtui.store.tables import session as table
from tests.store.builders import NOW, session

TODAY = NOW.date()
THRESHOLD = 168


def put(store: Store, *sessions: Session) -> None:
    store.add_batch(Batch("b" + sessions[0].id, "import", "strong"), [], sessions, NOW)


def months_of_training(chance: random.Random) -> list[Session]:
    """Runs, circuits, combos and rides; half of the runs unrated, some without distance, time, heart rate, ascent."""
    made = []
    for n in range(250):
        kind = chance.choice([Kind.RUN] * 5 + [Kind.COMBO, Kind.HYBRID, Kind.STRENGTH, Kind.OTHER])
        bpm = chance.choice([None, chance.randint(120, 185)])
        runs = tuple(
            RunEntry(
                id=f"{n}.{k}",
                position=k,
                sport="cycling" if kind is Kind.OTHER else chance.choice(["run", "run", "run", "walking"]),
                distance=chance.choice([None, far(chance), far(chance), far(chance)]),
                seconds=chance.choice([0.0, chance.uniform(30, 9000), chance.uniform(30, 9000)]),
                avg_hr=bpm,
                ascent_m=chance.choice([None, 0.0, chance.uniform(0, 4000)]),
            )
            for k in range(0 if kind is Kind.STRENGTH else chance.randrange(4))
        )
        made.append(
            session(
                f"s{n}",
                day=-chance.randrange(-3, 200),
                status=chance.choice([Status.FINISHED] * 5 + [Status.OPEN]),
                kind=kind,
                subtype=chance.choice(["", "easy", "long", "tempo", "race", "timetrial"]) if kind is Kind.RUN else "",
                level=chance.choice([1, 2]) if kind is Kind.HYBRID else None,
                rpe=chance.choice([None, None, 2.0, 4.0, 4.5, 7.0, 9.0]),
                runs=runs,
                run_s=0.0 if kind in (Kind.STRENGTH, Kind.OTHER) else chance.choice([0.0, chance.uniform(60, 9000)]),
                avg_hr=bpm,
            )
        )
    return made


def far(chance: random.Random) -> Distance:
    """Return a distance, often near one that is raced."""
    if chance.random() < 0.4:
        return Distance(chance.choice([1.0, 5.0, 10.0, 21.0975]) * chance.uniform(0.985, 1.015), DistanceUnit.KM)
    return Distance(chance.uniform(0.1, 15), DistanceUnit.MI)


def counted(sessions: Iterable[Session], last: date = TODAY) -> list[Session]:
    return [s for s in sessions if s.status is Status.FINISHED and s.started.local_date <= last]


def stretches(of: Session) -> list[Stretch]:
    return [
        Stretch(
            session_id=of.id,
            day=of.started.local_date,
            title=of.title,
            kind=of.kind,
            subtype=of.subtype,
            metres=(run.distance.metres or None) if run.distance else None,
            seconds=run.seconds,
            avg_hr=run.avg_hr,
            ascent_m=run.ascent_m,
        )
        for run in of.runs
        if run.sport == "run" and run.seconds
    ]


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize("by_heart", [False, True])
def test_weeks_and_months_are_the_sums_of_their_sessions(store: Store, by: By, by_heart: bool) -> None:
    made = months_of_training(random.Random(4))
    put(store, *made)
    first = TODAY - timedelta(days=150)
    threshold = THRESHOLD if by_heart else None
    minutes: defaultdict[tuple[Period, Effort], float] = defaultdict(float)
    metres: defaultdict[Period, float] = defaultdict(float)
    longest: defaultdict[Period, float] = defaultdict(float)
    runs: defaultdict[Period, int] = defaultdict(int)
    for one in counted(made):
        day = one.started.local_date
        ran = [run for run in one.runs if run.sport == "run"]
        if day < first or not (one.run_s or ran):
            continue
        period = by.of(day)
        effort = judged(one.kind, one.subtype, one.rpe, one.avg_hr, threshold, level=one.level).effort
        minutes[period, effort] += one.run_s
        metres[period] += sum(run.distance.metres for run in ran if run.distance)
        longest[period] = max(longest[period], one.run_s)
        runs[period] += 1
    found = store.mileage.sessions(by, first, TODAY, by_heart=by_heart)
    for period, count in runs.items():
        parts = [part for part in found if part.period == period]
        assert sum(part.sessions for part in parts) == count
        assert sum(part.metres for part in parts) == pytest.approx(metres[period])
        assert max(part.longest_s for part in parts) == longest[period]
        for effort in Effort:
            told = sum(part.seconds for part in parts if part.judged(threshold).effort is effort)
            assert told == pytest.approx(minutes[period, effort])
    assert {part.period for part in found} == set(runs)


def test_stretches_add_up_with_hills_taken_out_and_every_heartbeat(store: Store) -> None:
    made = months_of_training(random.Random(5))
    put(store, *made)
    found = store.mileage.stretch_sums(By.MONTH, TODAY - timedelta(days=400), TODAY, by_heart=True)
    metres = seconds = flat = beats = 0.0
    known = 0
    for each in (stretch for one in counted(made) for stretch in stretches(one)):
        beats += each.avg_hr * each.seconds / 60 if each.avg_hr else 0.0
        if each.metres is None or each.metres < 400:
            continue
        slope = 2 * (each.ascent_m or 0.0) / each.metres
        metres, seconds = metres + each.metres, seconds + each.seconds
        flat += each.seconds / ((cost_of_grade(slope) + cost_of_grade(-slope)) / 2 / cost_of_grade(0))
        known += each.ascent_m is not None
    assert sum(part.metres for part in found) == pytest.approx(metres)
    assert sum(part.seconds for part in found) == pytest.approx(seconds)
    assert sum(part.flat_seconds for part in found) == pytest.approx(flat)
    assert sum(part.beats for part in found) == pytest.approx(beats)
    assert sum(part.known_climbs for part in found) == known


@pytest.mark.parametrize("seed", range(3))
def test_bests_are_those_of_all_stretches_looked_through(store: Store, seed: int) -> None:
    made = months_of_training(random.Random(seed))
    put(store, *made)
    every = [stretch for one in counted(made) for stretch in stretches(one)]

    def best(of: object) -> float | None:
        bests = [found for each in every if (found := best_of(of, each, TODAY)) is not None]  # type: ignore[arg-type]
        return min((measure(one) for one in bests), default=None)

    found = {one.of: measure(one) for one in store.mileage.bests(TODAY)}
    for of in (*DISTANCES, *Feat):
        assert found.get(of) == pytest.approx(best(of))


def measure(best: Best) -> float:
    if best.of is Feat.LONGEST:
        return -best.metres
    return best.seconds / best.metres if best.of is Feat.FASTEST else best.seconds


def test_stretches_of_a_window_come_with_all_races_before_it(store: Store) -> None:
    made = months_of_training(random.Random(6))
    put(store, *made)
    first = TODAY - timedelta(days=40)
    wanted = [
        each
        for one in counted(made)
        for each in stretches(one)
        if one.started.local_date >= first or (one.kind is Kind.RUN and one.subtype in ("race", "timetrial"))
    ]
    found = store.mileage.stretches(first, TODAY)
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
    assert [each.day for each in found] == sorted(each.day for each in found)


def test_a_second_record_of_the_same_workout_counts_nowhere(store: Store) -> None:
    run = RunEntry(id="r", position=1, distance=Distance(5000.0), seconds=1500.0)
    put(store, session("twice", kind=Kind.RUN, status=Status.FINISHED, runs=(run,), run_s=1500.0))
    assert store.mileage.bests(TODAY)
    store._db.write("same", lambda c: c.execute(update(table).values(same_as="another")))
    assert not store.mileage.bests(TODAY)
    assert not store.mileage.stretches(TODAY, TODAY)
    assert not store.mileage.sessions(By.WEEK, TODAY, TODAY, by_heart=False)
    assert not store.mileage.stretch_sums(By.WEEK, TODAY, TODAY, by_heart=False)
