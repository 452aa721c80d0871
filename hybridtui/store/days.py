"""What the calendar asks: what was planned, done and said, of a stretch of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, bindparam, func, or_, select

from hybridtui.domain.calendar import Week
from hybridtui.domain.days import Ache, Did, WeekAsked
from hybridtui.domain.pain import STOP_FROM, Part
from hybridtui.domain.session import Status
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.workout import Kind, Plan, Workout
from hybridtui.store import codec
from hybridtui.store.codec import DAMAGE
from hybridtui.store.counting import COUNTS, ESTIMATED, LOAD, counted_workout
from hybridtui.store.database import Database
from hybridtui.store.instants import week_key, week_of_key
from hybridtui.store.rows import Columns
from hybridtui.store.spans import WITHIN, bounds
from hybridtui.store.tables import pain, plan, session, skip_reason, workout


class Days:
    """The calendar's questions."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def asked(self, first: Week, last: Week) -> tuple[WeekAsked, ...]:
        """Return the planned weeks from ``first`` to ``last``, of each the plan that was adopted last.

        Workouts come without their steps: reading those takes many times as long.
        """
        with self._db.reading() as connection:
            return _asked(connection, week_key(first.monday), week_key(last.monday))

    def done(self, first: date, last: date) -> tuple[Did, ...]:
        """Return the finished sessions that count of these days, oldest first."""
        with self._db.reading() as connection:
            found = connection.execute(_DONE, bounds(first, last)).mappings()
            return tuple(_did(row) for row in found)

    def reasons(self, first: Week, last: Week) -> Mapping[str, SkipReason]:
        """Return what was said of workouts that were planned for these weeks, by the workout's id.

        Of those that were taken out of the plan, by :func:`~hybridtui.domain.skips.left_out_key`,
        which begins with their day; others may be among them.
        """
        weeks = {"first": week_key(first.monday), "last": week_key(last.monday)}
        days = {"day": first.first.isoformat(), "after": last.plus(1).first.isoformat()}
        with self._db.reading() as connection:
            found = connection.execute(_REASONS, {**weeks, **days})
            said = (SkipReason(workout_id=id_, reason=_reason(why), note=note) for id_, why, note in found)
            return {each.workout_id: each for each in said}

    def reason(self, workout_id: str) -> SkipReason | None:
        """Return what was said of a workout, if anything."""
        with self._db.reading() as connection:
            found = connection.execute(_REASON, {"id": workout_id}).first()
        return None if found is None else SkipReason(workout_id=found[0], reason=_reason(found[1]), note=found[2])

    def aches(self, first: date, last: date) -> tuple[Ache, ...]:
        """Return the pains of these days from which on what loads the part is to end."""
        with self._db.reading() as connection:
            found = connection.execute(_ACHES, bounds(first, last)).mappings()
            return tuple(ache for ache in map(_ache, found) if ache is not None)

    def begun(self) -> date | None:
        """Return the first day that a session or a workout lies on; None: there is neither."""
        with self._db.reading() as connection:
            firsts = [connection.execute(query).scalar() for query in (_FIRST_DONE, _FIRST_ASKED)]
        return min((date.fromisoformat(day) for day in firsts if day is not None), default=None)


_SOUND = workout.c.kind != ""
"""Of one that was damaged when the columns came nothing is told."""

# Built once: every scroll of the calendar asks them.
_ASKED = (
    select(
        plan.c.adopted, *(workout.c[name] for name in (
            "plan_id", "id", "week", "day", "run_minutes", "strength_minutes",
            "kind", "subtype", "title", "minutes", "slot", "moved_from", "because",
        )),
    )
    .join_from(workout, plan)
    .where(workout.c.week.between(bindparam("first"), bindparam("last")), _SOUND)
    .order_by(workout.c.week, workout.c.week_number, workout.c.position)
)  # fmt: skip
_PLANS = select(plan.c.id, plan.c.data).where(plan.c.id.in_(bindparam("ids", expanding=True)))
_DONE = (
    select(counted_workout().label("workout_id"), *(session.c[name] for name in (
        "id", "local_date", "kind", "title", "sport", "run_s", "strength_s", "other_s", "distance_m",
    )), LOAD.label("load_au"), ESTIMATED.label("load_estimated"))
    .where(COUNTS, WITHIN)
    .order_by(session.c.local_date, session.c.started_us, session.c.id)
)  # fmt: skip
_REASON = select(skip_reason.c.workout_id, skip_reason.c.reason, skip_reason.c.note).where(
    skip_reason.c.workout_id == bindparam("id")
)
_REASONS = (
    select(skip_reason.c.workout_id, skip_reason.c.reason, skip_reason.c.note)
    .join_from(skip_reason, workout, workout.c.id == skip_reason.c.workout_id, isouter=True)
    .where(
        or_(
            workout.c.week.between(bindparam("first"), bindparam("last")),
            skip_reason.c.workout_id.between(bindparam("day"), bindparam("after")),
        )
    )
)
_ACHES = (
    select(pain.c.day, pain.c.part, pain.c.level)
    .where(pain.c.day.between(bindparam("first"), bindparam("last")), pain.c.level >= STOP_FROM)
    .order_by(pain.c.day, pain.c.at_us, pain.c.id)
)
_FIRST_DONE = select(func.min(session.c.local_date)).where(session.c.status == Status.FINISHED.value)
_FIRST_ASKED = select(func.min(workout.c.day))


def _asked(connection: Connection, first: int, last: int) -> tuple[WeekAsked, ...]:
    by_week: defaultdict[int, dict[int, list[Columns]]] = defaultdict(dict)
    for row in connection.execute(_ASKED, {"first": first, "last": last}).mappings():
        by_week[row["week"]].setdefault(row["adopted"], []).append(row)
    counting = {week: plans[max(plans)] for week, plans in by_week.items()}
    ids = sorted({rows[0]["plan_id"] for rows in counting.values()})
    frames = {id_: codec.PLAN.loads(data) for id_, data in connection.execute(_PLANS, {"ids": ids})}
    return tuple(
        _week_asked(week_of_key(key), frames[rows[0]["plan_id"]], rows) for key, rows in sorted(counting.items())
    )


def _week_asked(week: Week, frame: Plan, rows: Sequence[Columns]) -> WeekAsked:
    """Return a week of a plan; ``frame``: the plan without its workouts."""
    planned = frame.week_of(week.first)
    asked = WeekAsked(
        week=week,
        since=frame.start,
        workouts=tuple(map(_workout, rows)),
        dropped=tuple(each for each in map(_dropped, frame.dropped) if Week.of(each[0]) == week),
    )
    if planned is None:
        return asked
    return replace(asked, number=planned.number, phase=planned.phase, deload=planned.deload)


def _workout(row: Columns) -> Workout:
    moved_from = row["moved_from"]
    return Workout(
        id=row["id"],
        day=date.fromisoformat(row["day"]),
        kind=Kind(row["kind"]),
        subtype=row["subtype"],
        title=row["title"],
        minutes=row["minutes"],
        run_minutes=row["run_minutes"],
        strength_minutes=row["strength_minutes"],
        steps=(),
        slot=row["slot"],
        moved_from=date.fromisoformat(moved_from) if moved_from else None,
        because=row["because"],
    )


def _dropped(mark: str) -> tuple[date, Kind]:
    """Return the day and the kind of what was taken out of a plan, as ``Plan.dropped`` writes them."""
    day, _, kind = mark.partition(" ")
    return date.fromisoformat(day), Kind(kind)


def _did(row: Columns) -> Did:
    return Did(
        session_id=row["id"],
        workout_id=row["workout_id"],
        day=date.fromisoformat(row["local_date"]),
        kind=Kind(row["kind"]),
        title=row["title"],
        sport=row["sport"],
        run_s=row["run_s"],
        strength_s=row["strength_s"],
        other_s=row["other_s"],
        distance_m=row["distance_m"],
        load_au=row["load_au"],
        load_estimated=row["load_estimated"],
    )


def _reason(stored: str) -> Reason:
    """A reason that a newer hybridtui knows is some other one here: its note still says it."""
    try:
        return Reason(stored)
    except ValueError:
        return Reason.OTHER


def _ache(row: Columns) -> Ache | None:
    """One that cannot be read is left out, as ``pains`` does: the others still count."""
    try:
        return Ache(day=date.fromisoformat(row["day"]), part=Part(row["part"]), level=int(row["level"]))
    except DAMAGE:
        return None
