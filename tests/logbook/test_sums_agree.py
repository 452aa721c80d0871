"""Every sum that any part of history tells is that of one plain model, whatever was done to the log.

The model reads the sessions one by one, keeps those that count, and adds them up by the
civil day on which each began.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hybridtui.commands.week import document
from hybridtui.domain.balance import headline
from hybridtui.domain.calendar import By, Moment, Period, Week
from hybridtui.domain.change import Change
from hybridtui.domain.history import Totals
from hybridtui.domain.imports import Batch
from hybridtui.domain.query.writing import COUNTED, WITH_RUNNING, WITH_STRENGTH, behind
from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind, Side, Source, Status
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock

FIRST = datetime(2025, 12, 15, tzinfo=UTC)
NOW = datetime(2026, 4, 15, 20, 0, tzinfo=UTC)
"""Between them: the turn of an ISO year, the days on which clocks change, and months that begin inside weeks."""

ZONES = ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles", "Pacific/Honolulu"]
SUBTYPES = ["", "easy", "long", "tempo", "race"]
WEEKS, MONTHS = 20, 5
SEED = 1


def on_the_wrist(begun: datetime, zone: str) -> Moment:
    return Moment.at(begun.astimezone(ZoneInfo(zone)), zone)


class Chance(random.Random):
    """Any session, from anywhere, at any hour; some that several records tell."""

    def moment(self) -> Moment:
        minutes = self.choice([-1, 0, 1, 61, 119, 600, 1080, 1439])
        begun = FIRST + timedelta(days=self.randrange(122), minutes=minutes, seconds=self.choice([0, 30]))
        return on_the_wrist(begun, self.choice(ZONES))

    def sets(self, id_: str) -> tuple[LoggedSet, ...]:
        return tuple(
            LoggedSet(
                id=f"{id_}s{n}",
                position=n,
                exercise=self.choice(["back_squat", "push_up", "plank", "db_row", "own:rowing-1"]),
                kind=self.choice(list(SetKind)),
                load=self.choice([None, Load(62.5), Load(135.0, WeightUnit.LB)]),
                reps=self.choice([None, 0, 5, 12]),
                seconds=self.choice([None, 45.0]),
                rpe=self.choice([None, 6.5, 7.0, 9.0]),
                side=(side := self.choice([None, None, Side.LEFT])),
                per_side=side is None and self.random() < 0.3,
            )
            for n in range(self.randrange(8))
        )

    def runs(self, id_: str) -> tuple[RunEntry, ...]:
        return tuple(
            RunEntry(
                id=f"{id_}r{n}",
                position=20 + n,
                sport=self.choice(["run", "run", "run", "cycling"]),
                distance=self.choice([None, Distance(3.0, DistanceUnit.MI), Distance(5.0, DistanceUnit.KM)]),
                seconds=self.choice([0.0, 900.0, 2400.0]),
            )
            for n in range(self.randrange(3))
        )

    def session(self, id_: str, source: Source = Source.APP, began: Moment | None = None) -> Session:
        kind = self.choice(list(Kind))
        began = began or self.moment()
        length = self.choice([0, 40, 3600, 5400])
        return with_totals(
            Session(
                id=id_,
                kind=kind,
                title=id_,
                subtype=self.choice(SUBTYPES) if kind is Kind.RUN else "",
                status=Status.OPEN if source is Source.APP and self.random() < 0.05 else Status.FINISHED,
                started=began,
                ended=began.later(timedelta(seconds=length)),
                sets=() if kind in (Kind.RUN, Kind.RECOVERY, Kind.OTHER) else self.sets(id_),
                runs=self.runs(id_),
                rpe=self.choice([None, None, 0.0, 4.0, 8.5]),
                source=source,
                fingerprint=None if source is Source.APP else f"{source}:{id_}:x",
            )
        )


@dataclass(frozen=True)
class Model:
    """The sessions that count, read one by one."""

    sessions: tuple[Session, ...]

    @classmethod
    def of(cls, book: Logbook) -> Model:
        read = [book.history.session(line.id) for line in book.history.lines()]
        return cls(tuple(each for each in read if each and each.status is Status.FINISHED and each.same_as is None))

    def during(self, period: Period) -> list[Session]:
        days = set(period.days)
        return [each for each in self.sessions if each.started.local_date in days]


def metres(session: Session) -> float:
    return sum(run.distance.metres for run in session.runs if run.distance and run.sport == "run")


def ran(session: Session) -> bool:
    return session.run_s > 0 or any(run.sport == "run" for run in session.runs)


def lifted(session: Session) -> bool:
    of_strength = session.kind in (Kind.STRENGTH, Kind.HYBRID, Kind.COMBO)
    return session.strength_s > 0 or (bool(session.sets) and of_strength)


def sides(logged: LoggedSet) -> int:
    return 2 if logged.per_side else 1


def load(sessions: Iterable[Session], part: str) -> float:
    return sum(
        (each.load_au if each.lent_load_au is None else each.lent_load_au)
        * float(getattr(each, part))
        / (each.run_s + each.strength_s + each.other_s)
        for each in sessions
        if each.run_s + each.strength_s + each.other_s
    )


def sums(sessions: list[Session]) -> dict[str, float]:
    sets = [logged for each in sessions for logged in each.sets]
    unrated = [each for each in sessions if each.rpe is None and each.lent_rpe is None]
    whole = [each for each in sessions if each.kind in (Kind.RUN, Kind.COMBO)]
    return {
        "run_s": sum(each.run_s for each in sessions),
        "strength_s": sum(each.strength_s for each in sessions),
        "other_s": sum(each.other_s for each in sessions),
        "run_m": sum(map(metres, sessions)),
        "runs": sum(map(ran, sessions)),
        "strength_sessions": sum(map(lifted, sessions)),
        "sessions": len(sessions),
        "sets": len(sets),
        "reps": sum((each.reps or 0) * sides(each) for each in sets),
        "tonnage_kg": sum(each.load.kg * (each.reps or 0) * sides(each) for each in sets if each.load),
        "run_load_au": load(sessions, "run_s"),
        "strength_load_au": load(sessions, "strength_s"),
        "other_load_au": load(sessions, "other_s"),
        "run_load_estimated_au": load(unrated, "run_s"),
        "strength_load_estimated_au": load(unrated, "strength_s"),
        "other_load_estimated_au": load(unrated, "other_s"),
        "sessions_estimated": len(unrated),
        "longest_run_s": max((each.run_s for each in whole), default=0.0),
        "longest_run_m": max(map(metres, whole), default=0.0),
    }


def agree(book: Logbook) -> None:
    model, today = Model.of(book), NOW.date()
    for by, count in ((By.WEEK, WEEKS), (By.MONTH, MONTHS)):
        totals = book.history.totals(by, count)
        ran_, lifted_ = book.mileage.page(by, count, today), book.lifting.page(by, count, today)
        loads = book.loads.page(by, count)
        for n, each in enumerate(totals):
            wanted = sums(model.during(each.period))
            told = {name: getattr(each, name) for name in wanted}
            assert told == pytest.approx(wanted), each.period
            of_running(ran_.periods[n], wanted)
            assert (lifted_.tonnage_kg[n] or 0.0) == pytest.approx(wanted["tonnage_kg"])
            of_load(loads.periods[n].sums, wanted)
            of_log(book, each.period, wanted)
            if isinstance(each.period, Week):
                of_review(book, each)
    (week,) = book.history.totals(By.WEEK, 1)
    page = book.today()
    athlete, plan = page.athlete, page.plan
    assert athlete is not None
    assert plan is not None
    assert page.balance == headline(week, athlete.balance, plan.week_of(today))
    of_last_weeks(book, model)


def of_last_weeks(book: Logbook, model: Model) -> None:
    """What a plan is fitted to."""
    age = {each.id: (NOW.date() - each.started.local_date).days for each in model.sessions}
    lately = [each for each in model.sessions if 0 <= age[each.id] < 28]
    told = book.history.recent()
    assert told.run_minutes == pytest.approx(sum(each.run_s for each in lately) / 240, abs=0.51)
    assert told.strength_sessions == pytest.approx(sum(each.strength_s > 0 for each in lately) / 4, abs=0.51)
    longest = max((each.run_s for each in model.sessions if 0 <= age[each.id] < 30), default=0.0)
    assert told.longest_run == pytest.approx(longest / 60, abs=0.51)


def of_running(period: object, wanted: dict[str, float]) -> None:
    told = {name: getattr(period, name) for name in ("sessions", "seconds", "metres", "longest_s", "longest_m")}
    names = ("runs", "run_s", "run_m", "longest_run_s", "longest_run_m")
    assert told == pytest.approx(dict(zip(told, (wanted[name] for name in names), strict=True)))


def of_load(told: object, wanted: dict[str, float]) -> None:
    parts = (told.run.au, told.strength.au, told.other.au, told.run_s, told.strength_s)  # type: ignore[attr-defined]
    names = ("run_load_au", "strength_load_au", "other_load_au", "run_s", "strength_s")
    assert parts == pytest.approx(tuple(wanted[name] for name in names))
    assert told.together.sessions == wanted["sessions"]  # type: ignore[attr-defined]
    assert told.together.estimated == wanted["sessions_estimated"]  # type: ignore[attr-defined]


def of_log(book: Logbook, period: Period, wanted: dict[str, float]) -> None:
    """The log, filtered as the traces of the numbers filter it."""
    every = book.search.sums(book.search.parse(behind(period, COUNTED)))
    assert (every.sessions, every.counted_elsewhere) == (wanted["sessions"], 0)
    assert every.total_s == pytest.approx(wanted["run_s"] + wanted["strength_s"] + wanted["other_s"])
    assert every.load_au == pytest.approx(sum(wanted[f"{part}_load_au"] for part in ("run", "strength", "other")))
    assert every.estimated == wanted["sessions_estimated"]
    again = book.search.sums(book.search.parse(behind(period)))
    assert replace(again, sessions=0, counted_elsewhere=0) == replace(every, sessions=0), "others add nothing"
    assert again.sessions - again.counted_elsewhere == every.sessions
    for condition, of in ((WITH_RUNNING, "run_s"), (WITH_STRENGTH, "strength_s")):
        lines = book.search.lines(book.search.parse(behind(period, condition, COUNTED)))
        assert sum(getattr(line, of) for line in lines) == pytest.approx(wanted[of])


def of_review(book: Logbook, totals: Totals) -> None:
    told = document(book.reviews.week(totals.period.last))
    run, strength = told["run"], told["strength"]
    assert isinstance(run, dict)
    assert isinstance(strength, dict)
    assert run == pytest.approx(
        {"minutes": totals.run_minutes, "km": totals.run_m / 1000, "sessions": totals.runs, "load": totals.run_load_au},
        abs=1e-5,
    )
    assert strength == pytest.approx(
        {
            "minutes": totals.strength_minutes,
            "sets": totals.sets,
            "sessions": totals.strength_sessions,
            "load": totals.strength_load_au,
        },
        abs=1e-5,
    )
    share = told["run_share"]
    assert (share is None) == (totals.run_share is None)
    assert share == pytest.approx(totals.run_share, abs=1e-5) if share is not None else True


def change(book: Logbook, chance: Chance, step: int) -> None:
    lines = book.history.lines()
    some = chance.choice(lines).id if lines else ""
    match chance.randrange(8):
        case 0:
            new = [chance.session(f"f{step}.{n}", chance.choice([Source.FIT, Source.STRONG])) for n in range(4)]
            book._kit.store.add_batch(Batch(f"b{step}", "import", "fit"), [], new, book._kit.utc())
        case 1 if lines:
            told = book.sessions.get(some)
            again = chance.session(f"c{step}", Source.FIT, told.started)
            again = with_totals(replace(again, kind=told.kind, ended=told.ended, sets=(), run_s=0.0, strength_s=0.0))
            book._kit.store.add_batch(Batch(f"b{step}", "import", "fit"), [], [again], book._kit.utc())
        case 2 if lines:
            book.sessions.delete(some)
        case 3 if lines:
            book.sessions.edit_session(book.sessions.get(some), minutes=chance.choice([1, 30, 75]))
        case 4 if lines:
            book.sessions.count_by_itself(some, alone=chance.random() < 0.7)
        case 5:
            book.sessions.undo_last()
        case 6:
            book.sessions.redo_last()
        case _:
            put(book, chance.session(f"a{step}"))


def put(book: Logbook, new: Session) -> None:
    sets, runs = tuple((new.id, each) for each in new.sets), tuple((new.id, each) for each in new.runs)
    book._kit.apply(Change(label="put", session_id=new.id, sessions=(new,), sets=sets, runs=runs))


def run_of_tomorrow() -> Session:
    """Return what was run where it was the next day already, before a flight home over the date line."""
    began = on_the_wrist(NOW - timedelta(hours=1), "Pacific/Auckland")
    ended = began.later(timedelta(minutes=40))
    whole = Session(id="there", kind=Kind.RUN, title="There", status=Status.FINISHED, started=began, ended=ended)
    return with_totals(replace(whole, rpe=5.0))


def test_every_sum_of_history_is_that_of_its_sessions(book: Logbook, clock: FixedClock) -> None:
    clock.at = NOW
    chance = Chance(SEED)
    for step in range(100):
        change(book, chance, step)
        if step == 50:
            agree(book)
    put(book, run_of_tomorrow())
    agree(book)
    lines = book.history.lines()
    assert len(lines) > 25
    assert any(line.same_as is not None for line in lines)
