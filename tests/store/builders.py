"""Values for the store's tests, plain and arbitrary."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Moment, Week
from hybridtui.domain.session import LoggedSet, Session, Status
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Phase, Plan, PlannedWeek, Step, StepKind, Workout

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
"""Wednesday of week 10 of 2026."""

SQUAT = Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=5, reps_max=8, load=Load(80.0))


def session(id_: str = "s", *, day: int = 0, **fields_: object) -> Session:
    """Return a strength session so many days after NOW; open unless told otherwise."""
    started = Moment.at(NOW + timedelta(days=day), "Europe/Berlin")
    given = {"kind": Kind.STRENGTH, "title": "Lower body", "status": Status.OPEN, "started": started} | fields_
    return Session(id=id_, **given)  # type: ignore[arg-type]


def logged(id_: str, position: int = 0, **fields_: object) -> LoggedSet:
    """Return a set of five squats with 80 kg."""
    given = {"exercise": "back_squat", "load": Load(80.0), "reps": 5, "logged_at": NOW} | fields_
    return LoggedSet(id=id_, position=position, **given)  # type: ignore[arg-type]


def workout(id_: str, day: date, **fields_: object) -> Workout:
    """Return a strength workout of 40 minutes."""
    given = {"kind": Kind.STRENGTH, "subtype": "SF", "title": "Strength A", "minutes": 40, "run_minutes": 0}
    given |= {"strength_minutes": 40, "steps": (SQUAT,)}
    return Workout(id=id_, day=day, **(given | fields_))  # type: ignore[arg-type]


def plan(id_: str, *weeks: tuple[Workout, ...]) -> Plan:
    """Return a plan of whole weeks, beginning with the week of NOW."""
    first = Week.of(NOW.date())
    planned = tuple(
        PlannedWeek(number=n, week=first.plus(n), phase=Phase.BASE, deload=False, workouts=workouts)
        for n, workouts in enumerate(weeks)
    )
    return Plan(id=id_, engine="1", athlete=Athlete(), start=first.monday, weeks=planned)


def any_value(hint: object) -> st.SearchStrategy[object]:
    """Return arbitrary values of an annotated type: what JSON must not lose."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*[st.none() if kind is type(None) else any_value(kind) for kind in get_args(hint)])
    if origin is tuple:
        return st.lists(any_value(get_args(hint)[0]), max_size=3).map(tuple)
    if origin is frozenset:
        return st.frozensets(any_value(get_args(hint)[0]), max_size=3)
    assert isinstance(hint, type)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.deferred(lambda: st.builds(hint, **{f.name: any_value(hints[f.name]) for f in fields(hint)}))
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _PLAIN[hint]


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_PLAIN: dict[type, st.SearchStrategy[object]] = {
    bool: st.booleans(),
    int: st.one_of(st.integers(20, 250), st.integers(-(2**70), 2**70)),
    float: st.one_of(st.floats(0.5, 10), st.floats(allow_nan=False, allow_infinity=False)),
    str: _TEXT,
    date: st.dates(date(1970, 1, 1), date(2199, 12, 31)),
    datetime: st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1), timezones=st.just(UTC)),
}
