"""The athlete and the plan: written whole, read whole; workouts are rows of their own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.workout import Plan, Workout
from hybridtui.store import codec, tables
from hybridtui.store.instants import week_key
from hybridtui.store.rows import Row, Value


def plan_row(plan: Plan, adopted: int) -> Row:
    """Return everything of a plan but its workouts."""
    bare = replace(plan, weeks=tuple(replace(week, workouts=()) for week in plan.weeks))
    return {"id": plan.id, "adopted": adopted, "start": plan.start.isoformat(), "data": codec.PLAN.dumps(bare)}


def workout_rows(plan: Plan) -> list[Row]:
    """Return the workouts of a plan, in order."""
    return [
        {
            "id": workout.id,
            "plan_id": plan.id,
            "week_number": week.number,
            "position": position,
            "week": week_key(workout.day),
            "day": workout.day.isoformat(),
            "run_minutes": workout.run_minutes,
            "strength_minutes": workout.strength_minutes,
            "data": codec.WORKOUT.dumps(workout),
        }
        for week in plan.weeks
        for position, workout in enumerate(week.workouts)
    ]


def told(row: Row) -> Row:
    """Return a row of a workout with the columns that follow from its data, if that is to be written."""
    if "data" not in row:
        return row
    held = json.loads(str(row["data"]))["is"]
    return {**row, **{column: held.get(column, default) for column, default in _OF_DATA.items()}}


_OF_DATA: Mapping[str, Value] = {
    "kind": "", "subtype": "", "title": "", "minutes": 0, "slot": "", "moved_from": None, "because": "",
}  # fmt: skip
"""Columns beside the data of a workout; its codec leaves out what is empty."""


def athlete(connection: Connection) -> Athlete | None:
    """Return the athlete, if the first run was done."""
    data = connection.execute(select(tables.athlete.c.data)).scalar()
    return None if data is None else codec.ATHLETE.loads(data)


def current(connection: Connection) -> Plan | None:
    """Return the plan adopted last, with its workouts."""
    newest = select(tables.plan.c.id).order_by(tables.plan.c.adopted.desc()).limit(1)
    id_ = connection.execute(newest).scalar()
    return None if id_ is None else of(connection, id_)


def of(connection: Connection, plan_id: str) -> Plan | None:
    """Return a plan with its workouts."""
    plan, workout = tables.plan, tables.workout
    row = connection.execute(select(plan.c.id, plan.c.data).where(plan.c.id == plan_id)).first()
    if row is None:
        return None
    bare = codec.PLAN.loads(row.data)
    in_order = (
        select(workout.c.week_number, workout.c.data)
        .where(workout.c.plan_id == row.id)
        .order_by(workout.c.week_number, workout.c.position)
    )
    by_week: defaultdict[int, list[Workout]] = defaultdict(list)
    for number, data in connection.execute(in_order):
        by_week[number].append(codec.WORKOUT.loads(data))
    return replace(bare, weeks=tuple(replace(week, workouts=tuple(by_week[week.number])) for week in bare.weeks))


def own_exercises(connection: Connection) -> tuple[Exercise, ...]:
    """Return the athlete's own exercises by name."""
    exercise = tables.exercise
    found = connection.execute(select(exercise.c.data).order_by(exercise.c.name, exercise.c.id)).scalars()
    return tuple(map(codec.EXERCISE.loads, found))
