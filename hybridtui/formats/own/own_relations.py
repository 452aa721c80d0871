"""What the fields of a value must be together: an end after its beginning, a step that there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hybridtui.domain.calendar import Moment, Week
from hybridtui.domain.codec import OddValueError
from hybridtui.domain.session import Pause, Session, Status
from hybridtui.domain.units import Distance, Load
from hybridtui.domain.workout import Plan
from hybridtui.formats import limits

_ZONE = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,3}")


def _load(value: object) -> None:
    limits.within("the weight", cast("Load", value).kg, limits.KG, "kg")


def _distance(value: object) -> None:
    metres = cast("Distance", value).metres
    limits.within("the distance", metres, limits.METRES, "m")
    if not metres > 0:
        raise OddValueError("a distance is more than nothing")


def _week(value: object) -> None:
    try:
        cast("Week", value).monday  # noqa: B018 - it is asked for to see whether there is one
    except (ValueError, OverflowError) as error:
        raise OddValueError("there is no such week") from error


def _moment(value: object) -> None:
    moment = cast("Moment", value)
    if abs((moment.local.date() - moment.local_date).days) > 1:
        raise OddValueError(f"{moment.local_date} is not the day of that instant", "local_date")
    if moment.zone is not None and not _is_zone(moment.zone):
        raise OddValueError("it is no time zone", "zone")


@cache
def _is_zone(name: str) -> bool:
    """Return whether a zone may be asked for; one that only another system knows is kept by its name."""
    if not _ZONE.fullmatch(name):
        return False
    try:
        ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return True
    except (ValueError, OSError):
        return False
    return True


def _session(value: object) -> None:
    session = cast("Session", value)
    finished = session.status is Status.FINISHED
    if session.ended is not None and not finished:
        raise OddValueError("a session that runs has no end yet", "ended")
    if session.ended is not None and session.ended.utc < session.started.utc:
        raise OddValueError("it ended before it began", "ended")
    if session.total_s > limits.SECONDS[1]:
        raise OddValueError("it lasts longer than a week")
    _pauses(session.pauses, finished=finished)
    _steps("sets", [each.step for each in session.sets], len(session.steps))
    _steps("runs", [each.step for each in session.runs], len(session.steps))
    _steps("marks", [each.step for each in session.marks], len(session.steps))


def _steps(entries: str, steps: Sequence[int | None], count: int) -> None:
    for index, step in enumerate(steps):
        if step is not None and step >= count:
            raise OddValueError(f"the session has no step {step}", f"{entries}[{index}].step")


def _plan(value: object) -> None:
    plan = cast("Plan", value)
    if not plan.weeks:
        raise OddValueError("a plan has at least one week", "weeks")
    for index, week in enumerate(plan.weeks):
        if week.week != plan.weeks[0].week.plus(index):
            raise OddValueError("its weeks do not follow one another", f"weeks[{index}].week")
        for place, workout in enumerate(week.workouts):
            if Week.of(workout.day) != week.week:
                raise OddValueError(f"{workout.day} is not in its week", f"weeks[{index}].workouts[{place}].day")


def _pauses(pauses: tuple[Pause, ...], *, finished: bool) -> None:
    for index, pause in enumerate(pauses):
        last = index == len(pauses) - 1
        if pause.ended is None and (finished or not last):
            raise OddValueError("only the last pause of a session that runs may last on", f"pauses[{index}].ended")
        if pause.ended is not None and pause.ended < pause.began:
            raise OddValueError("it ended before it began", f"pauses[{index}].ended")


TOGETHER: Mapping[type, Callable[[object], None]] = {
    Load: _load,
    Distance: _distance,
    Week: _week,
    Moment: _moment,
    Session: _session,
    Plan: _plan,
}
"""By noun; each raises ValueError, with the place if it is not all of the value."""
