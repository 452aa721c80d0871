"""What history asks of running. Only finished sessions that are no second record of another count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, cast

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, or_, select

from hybridtui.domain.bests import PACED_FROM_M, RUNNING
from hybridtui.domain.calendar import By, Period
from hybridtui.domain.mileage.bests import DISTANCES, Best, Feat, best_of
from hybridtui.domain.mileage.courses import NEAR, Course
from hybridtui.domain.mileage.stretch import ALL_OUT, Stretch
from hybridtui.domain.mileage.sums import SessionSums, StretchSums
from hybridtui.domain.running.grade import FLAT_COST, FOURTH, SQUARE, STEEPEST
from hybridtui.domain.workout import Kind
from hybridtui.store.counting import COUNTS, HEART_RATE, RAN, RPE
from hybridtui.store.database import Database
from hybridtui.store.rows import Columns
from hybridtui.store.spans import PERIOD_KEYS, WITHIN, bounds, period_of
from hybridtui.store.tables import run_entry, session

# The index of the totals tells which sessions have a run: the others' entries are not looked for.
_IS_RUN = and_(session.c.run_count > 0, run_entry.c.sport == RUNNING, run_entry.c.seconds > 0)
_RACED = and_(session.c.kind == Kind.RUN.value, session.c.subtype.in_(sorted(ALL_OUT)))

_STRETCH = (
    session.c.id.label("session_id"),
    session.c.local_date,
    session.c.title,
    session.c.kind,
    session.c.subtype,
    run_entry.c.distance_m,
    run_entry.c.seconds,
    run_entry.c.avg_hr,
    run_entry.c.ascent_m,
)
_JOINED = session.join(run_entry, run_entry.c.session_id == session.c.id)

_SINCE = (
    select(*_STRETCH)
    .select_from(_JOINED)
    .where(COUNTS, _IS_RUN, session.c.local_date <= bindparam("last"))
    .where(or_(session.c.local_date >= bindparam("first"), _RACED))
    .order_by(session.c.local_date, session.c.started_us, session.c.id, run_entry.c.position)
)

_ALIKE = (
    session.c.kind,
    session.c.subtype,
    session.c.level,
    RPE.label("rpe"),
    # A rating says more, and without a threshold a heart rate says nothing: fewer groups.
    case((and_(bindparam("by_heart"), RPE.is_(None)), HEART_RATE), else_=None).label("bpm"),
)


def _session_sums(by: By) -> Select[*tuple[object, ...]]:
    key = PERIOD_KEYS[by].label("period")
    sums = (
        func.count().label("sessions"),
        func.sum(session.c.run_s).label("seconds"),
        func.sum(session.c.run_m).label("metres"),
        func.max(session.c.run_s).label("longest_s"),
        func.max(session.c.run_m).label("longest_m"),
    )
    return select(key, *_ALIKE, *sums).where(COUNTS, WITHIN, RAN).group_by(key, *_ALIKE)


def _there_and_back() -> ColumnElement[float]:
    """Return the cost of a stretch as a multiple of the flat: ``domain.running.grade.there_and_back``."""
    slope = 2 * run_entry.c.ascent_m / run_entry.c.distance_m
    held = case((slope > STEEPEST, STEEPEST), else_=slope)
    square = held * held
    return cast("ColumnElement[float]", 1 + (SQUARE * square + FOURTH * square * square) / FLAT_COST)


def _stretch_sums(by: By) -> Select[*tuple[object, ...]]:
    key = PERIOD_KEYS[by].label("period")
    metres, seconds, beats = run_entry.c.distance_m, run_entry.c.seconds, run_entry.c.avg_hr
    paced = metres >= PACED_FROM_M
    climbed = and_(paced, run_entry.c.ascent_m.is_not(None))
    on_the_flat = case((climbed, seconds / _there_and_back()), (paced, seconds), else_=0.0)
    sums = (
        func.sum(case((paced, 1), else_=0)).label("stretches"),
        func.sum(case((paced, metres), else_=0.0)).label("metres"),
        func.sum(case((paced, seconds), else_=0.0)).label("seconds"),
        func.sum(case((climbed, 1), else_=0)).label("known_climbs"),
        func.sum(on_the_flat).label("flat_seconds"),
        func.sum(case((beats.is_not(None), beats * seconds / 60), else_=0.0)).label("beats"),
        func.sum(case((beats.is_not(None), seconds), else_=0.0)).label("beating_s"),
    )
    return select(key, *_ALIKE, *sums).select_from(_JOINED).where(COUNTS, _IS_RUN, WITHIN).group_by(key, *_ALIKE)


_SESSION_SUMS = {by: _session_sums(by) for by in By}
_STRETCH_SUMS = {by: _stretch_sums(by) for by in By}


_FEATS: tuple[Course | Feat, ...] = (*DISTANCES, *Feat)
_EVER = (COUNTS, _IS_RUN, run_entry.c.distance_m > 0, session.c.local_date <= bindparam("last"))


def _measure(of: Course | Feat) -> ColumnElement[float]:
    """Return what is least of the best stretch: seconds a metre, or metres below zero; nothing where it is too short.

    A race near a distance was over it, as ``domain.mileage.bests.best_time`` says.
    """
    metres, seconds = run_entry.c.distance_m, run_entry.c.seconds
    if of is Feat.LONGEST:
        return -metres
    counted: ColumnElement[float] = metres
    least = PACED_FROM_M
    if isinstance(of, Course):
        near = and_(_RACED, metres.between(of.metres * (1 - NEAR), of.metres * (1 + NEAR)))
        counted, least = case((near, of.metres), else_=metres), of.metres
    return case((counted >= least, seconds / counted), else_=None)


_MEASURES = tuple(_measure(of) for of in _FEATS)
# Two passes over all runs: the least of each measure, and then whose it is. One search for each would be six.
_LEAST = select(*(func.min(measure) for measure in _MEASURES)).select_from(_JOINED).where(*_EVER)
_WHOSE = (
    select(*_STRETCH, *(measure.label(f"measure_{n}") for n, measure in enumerate(_MEASURES)))
    .select_from(_JOINED)
    .where(*_EVER, or_(*(measure == bindparam(f"least_{n}") for n, measure in enumerate(_MEASURES))))
    .order_by(session.c.local_date.desc(), session.c.started_us.desc(), run_entry.c.position.desc())
)


class Mileage:
    """Running in the log, asked by statements that are built once."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def stretches(self, first: date, last: date) -> tuple[Stretch, ...]:
        """Return what was run from ``first`` to ``last``, and all races before; oldest first."""
        with self._db.reading() as connection:
            found = connection.execute(_SINCE, bounds(first, last))
            return tuple(_stretch(row) for row in found.mappings())

    def bests(self, today: date) -> tuple[Best, ...]:
        """Return the best of each kind of all that was run up to ``today``; of equals the earliest."""
        with self._db.reading() as connection:
            least = connection.execute(_LEAST, {"last": today.isoformat()}).one()
            given = {f"least_{n}": value for n, value in enumerate(least)}
            rows = connection.execute(_WHOSE, {"last": today.isoformat(), **given}).mappings().all()
        # The earliest comes last, and stays.
        whose = {
            n: row
            for row in rows
            for n, value in enumerate(least)
            if value is not None and row[f"measure_{n}"] == value
        }
        found = (best_of(_FEATS[n], _stretch(whose[n]), today) for n in sorted(whose))
        return tuple(best for best in found if best is not None)

    def sessions(self, by: By, first: date, last: date, *, by_heart: bool) -> tuple[SessionSums, ...]:
        """Return the sums of sessions that are judged alike, by week or month; heart rates if ``by_heart``."""
        return tuple(
            SessionSums(
                **_alike(row),
                sessions=row["sessions"],
                seconds=row["seconds"],
                metres=row["metres"],
                longest_s=row["longest_s"],
                longest_m=row["longest_m"],
            )
            for row in self._rows(_SESSION_SUMS[by], first, last, by_heart=by_heart)
        )

    def stretch_sums(self, by: By, first: date, last: date, *, by_heart: bool) -> tuple[StretchSums, ...]:
        """Return the sums of the stretches of such sessions."""
        return tuple(
            StretchSums(
                **_alike(row),
                stretches=row["stretches"],
                metres=row["metres"],
                seconds=row["seconds"],
                known_climbs=row["known_climbs"],
                flat_seconds=row["flat_seconds"],
                beats=row["beats"],
                beating_s=row["beating_s"],
            )
            for row in self._rows(_STRETCH_SUMS[by], first, last, by_heart=by_heart)
        )

    def _rows(
        self, statement: Select[*tuple[object, ...]], first: date, last: date, *, by_heart: bool
    ) -> Sequence[Columns]:
        given = {**bounds(first, last), "by_heart": by_heart}
        with self._db.reading() as connection:
            return connection.execute(statement, given).mappings().all()


class _Alike(TypedDict):
    """What runs that are judged alike have in common."""

    period: Period
    kind: Kind
    subtype: str
    level: int | None
    rpe: float | None
    bpm: int | None


def _alike(row: Columns) -> _Alike:
    return {
        "period": period_of(row["period"]),
        "kind": Kind(row["kind"]),
        "subtype": row["subtype"],
        "level": row["level"],
        "rpe": row["rpe"],
        "bpm": row["bpm"],
    }


def _stretch(row: Columns) -> Stretch:
    return Stretch(
        session_id=row["session_id"],
        day=date.fromisoformat(row["local_date"]),
        title=row["title"],
        kind=Kind(row["kind"]),
        subtype=row["subtype"],
        metres=row["distance_m"] or None,
        seconds=row["seconds"],
        avg_hr=row["avg_hr"],
        ascent_m=row["ascent_m"],
    )
