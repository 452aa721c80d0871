"""What progression asks of the past: of an exercise, of running.

Only finished sessions count: one that still runs is not history yet; and the same workout once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, literal, or_, select, union_all

from hybridtui.domain.bests import PACED_FROM_M, RUNNING, Bests, RunBests
from hybridtui.domain.history import Exposure
from hybridtui.domain.run_log import WHOLE_SHARE, RunDay
from hybridtui.domain.session import LoggedSet, SetKind
from hybridtui.domain.units import Load, WeightUnit, whole_minutes
from hybridtui.domain.workout import Step, StepKind
from hybridtui.store import codec, rows
from hybridtui.store.counting import COUNTS, RPE, counted_workout, not_counting
from hybridtui.store.rows import Columns
from hybridtui.store.tables import logged_set, run_entry, session, workout


def run_days(connection: Connection, first: date) -> tuple[RunDay, ...]:
    """Return the finished sessions from ``first`` on, in order of days, by their running: what a plan is fitted to."""
    asked = workout.c.run_minutes
    columns = (session.c.local_date, session.c.run_s, session.c.subtype, RPE, asked)
    query = (
        select(*columns)
        .select_from(session.outerjoin(workout, workout.c.id == counted_workout()))
        .where(COUNTS, session.c.local_date >= first.isoformat())
        .order_by(session.c.local_date, session.c.started_us, session.c.id)
    )
    return tuple(
        RunDay(
            day=date.fromisoformat(day),
            minutes=whole_minutes(run_s),
            subtype=subtype,
            rpe=rpe,
            finished=wanted is None or run_s / 60 >= WHOLE_SHARE * wanted,
        )
        for day, run_s, subtype, rpe, wanted in connection.execute(query)
    )


def exposures(
    connection: Connection, exercise_id: str, *, limit: int, include_open: bool = False
) -> tuple[Exposure, ...]:
    """Return the latest sessions that hold sets of an exercise, oldest first."""
    latest = (
        select(session.c.id, session.c.local_date, session.c.started_us, session.c.steps)
        .where(*_holding(exercise_id), session.c.same_as.is_(None) if include_open else COUNTS)
        .order_by(session.c.started_us.desc(), session.c.id.desc())
        .limit(limit)
        .subquery()
    )
    parts = (
        select(latest.c.id.label("of_session"), latest.c.local_date, latest.c.steps, logged_set)
        .join_from(latest, logged_set, logged_set.c.session_id == latest.c.id)
        .where(logged_set.c.exercise == exercise_id)
        .order_by(latest.c.started_us, latest.c.id, logged_set.c.position, logged_set.c.id)
    )
    return tuple(_exposures(connection.execute(parts).mappings().all()))


def last_exposures(connection: Connection, exercise_ids: Sequence[str]) -> dict[str, Exposure]:
    """Return the last time each exercise was done; nothing for one that never was."""
    if not exercise_ids:
        return {}
    latest = union_all(*map(_latest_session, dict.fromkeys(exercise_ids))).subquery()
    parts = (
        select(latest.c.of_session, session.c.local_date, session.c.steps, logged_set)
        .join_from(latest, session, session.c.id == latest.c.of_session)
        .join(
            logged_set,
            and_(logged_set.c.session_id == session.c.id, logged_set.c.exercise == latest.c.exercise),
        )
        .order_by(logged_set.c.exercise, logged_set.c.position, logged_set.c.id)
    )
    return {past.sets[0].exercise: past for past in _exposures(connection.execute(parts).mappings().all())}


def different_sets(connection: Connection, exercise_id: str, outside: str = "") -> tuple[LoggedSet, ...]:
    """Return each different set of an exercise once, but for one session: all that records can be read from.

    A tenth of the rows of a long past, and only what decides a record.
    """
    found = connection.execute(_DIFFERENT, {"exercise": exercise_id, "session": outside})
    return tuple(lifted(exercise_id, *parts) for parts in found)


def lifted(
    exercise_id: str,
    kind: str,
    value: float | None,
    unit: str | None,
    bodyweight: bool,
    reps: int | None,
    seconds: float | None,
    rpe: float | None,
) -> LoggedSet:
    """Return a set as far as a record is read from it: the columns of ``LIFTED``."""
    return LoggedSet(
        id="",
        position=0,
        exercise=exercise_id,
        kind=SetKind(kind),
        load=None if value is None or unit is None else Load(value, WeightUnit(unit)),
        bodyweight=bodyweight,
        reps=reps,
        seconds=seconds,
        rpe=rpe,
    )


LIFTED = ("kind", "load_value", "load_unit", "bodyweight", "reps", "seconds", "rpe")
"""Columns that decide a record."""

_LIFTED = [logged_set.c[part] for part in LIFTED]
_COUNTED = (
    logged_set.c.exercise == bindparam("exercise"),
    logged_set.c.session_id.not_in(not_counting()),
)
# Built once: they are asked at every set.
_DIFFERENT = select(*_LIFTED).where(*_COUNTED, logged_set.c.session_id != bindparam("session")).distinct()


def bests(connection: Connection, exercise_id: str) -> Bests:
    """Return the most there ever was of an exercise, in any session."""
    kg, added_kg, reps, seconds = connection.execute(_MOST, {"exercise": exercise_id}).one()
    return Bests(kg=kg, added_kg=added_kg, reps=reps or None, seconds=seconds or None)


_KG = logged_set.c.load_kg
_MOST = select(
    func.max(case((logged_set.c.bodyweight, None), else_=_KG)),
    func.max(case((logged_set.c.bodyweight, _KG), else_=None)),
    func.max(logged_set.c.reps),
    func.max(logged_set.c.seconds),
).where(
    *_COUNTED,
    logged_set.c.kind != SetKind.WARMUP.value,
    or_(logged_set.c.reps > 0, logged_set.c.seconds > 0),
)


def run_bests(connection: Connection) -> RunBests:
    """Return the most there ever was of running, in any session."""
    paced = and_(run_entry.c.distance_m >= PACED_FROM_M, run_entry.c.seconds > 0)
    per_km = case((paced, run_entry.c.seconds * 1000 / run_entry.c.distance_m), else_=None)
    most = (func.max(run_entry.c.distance_m), func.max(run_entry.c.seconds), func.min(per_km))
    ran = (run_entry.c.sport == RUNNING, run_entry.c.session_id.not_in(not_counting()))
    metres, seconds, s_per_km = connection.execute(select(*most).where(*ran)).one()
    return RunBests(metres=metres, seconds=seconds or None, s_per_km=s_per_km)


def _latest_session(exercise_id: str) -> Select[str, str]:
    return (
        select(literal(exercise_id).label("exercise"), session.c.id.label("of_session"))
        .where(*_holding(exercise_id), COUNTS)
        .order_by(session.c.started_us.desc(), session.c.id.desc())
        .limit(1)
        .subquery()
        .select()
    )


def _holding(exercise_id: str) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions for sessions with an exercise.

    The first is the same for all sessions: it saves the search for one never done.
    """
    of_it = select(logged_set.c.id).where(logged_set.c.exercise == exercise_id)
    here = of_it.where(logged_set.c.session_id == session.c.id)
    return of_it.correlate(None).exists(), here.correlate(session).exists()


def _exposures(parts: Sequence[Columns]) -> list[Exposure]:
    """Gather sets that follow one another into one exposure for each session and exercise."""
    sets: defaultdict[tuple[str, str], list[LoggedSet]] = defaultdict(list)
    heads: dict[tuple[str, str], Columns] = {}
    for part in parts:
        key = (part["of_session"], part["exercise"])
        heads.setdefault(key, part)
        sets[key].append(rows.set_of(part))
    return [_exposure(heads[key], tuple(sets[key])) for key in heads]


def _exposure(head: Columns, sets: tuple[LoggedSet, ...]) -> Exposure:
    steps = codec.STEPS.loads(head["steps"])
    asked = [s for s in steps if s.exercise == head["exercise"] and s.logs_sets]
    step: Step | None = asked[0] if asked else None
    stations = {index for index, each in enumerate(steps) if each.kind is StepKind.STATION}
    return Exposure(
        session_id=head["of_session"],
        local_date=date.fromisoformat(head["local_date"]),
        sets=sets,
        target_reps=step.reps if step else None,
        target_reps_max=step.reps_max if step else None,
        target_sets=sum(s.sets for s in asked) if step else None,
        target_load_kg=step.load.kg if step and step.load else None,
        target_rpe=step.rpe if step else None,
        by_clock=all(logged.step in stations for logged in sets),
    )
