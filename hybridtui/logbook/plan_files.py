"""Plans for programs: answers in, a plan out; a plan in, its breaches out. No log is opened.

Pure but for reading the files that are named.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from hybridtui.domain import plan as engine
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.check import unexplained
from hybridtui.domain.plan.stated import verdict
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Breach, Plan
from hybridtui.formats.plans import answers, plan_json

STANDARD_INPUT = "-"
"""Stands for the standard input where a file is named."""

ANSWERS_BYTES = 100_000
"""Largest file of answers; one that says everything has about a thousand."""

PLAN_BYTES = 20_000_000
"""Largest plan: a year of six workouts a week takes about 2 MB."""

DRAFTED_ID = "draft"
"""Id of a plan that is nobody's yet."""


def drafted(file: str, today: date, weeks: int | None = None) -> Plan:
    """Draft a plan from a file of answers; the same answers give the same plan.

    Without a start it begins today if that is a Monday, else on the Monday after.

    Raises:
        Problem: naming the file and the answer that cannot be used.
    """
    name = _name(file)
    asking = answers.read(_text(file, ANSWERS_BYTES), name)
    start = asking.start or today + timedelta(days=-today.weekday() % len(Weekday))
    numbers = count(1)
    try:
        return engine.draft(
            asking.athlete,
            start,
            weeks=weeks,
            plan_id=DRAFTED_ID,
            ids=lambda: f"workout-{next(numbers)}",
        )
    except Problem as problem:
        raise Problem(f"{name}: {problem}") from problem


def checked(file: str) -> tuple[Breach, ...]:
    """Return what a plan in a file breaks, by day; what it tells as relaxed itself is not hard.

    Raises:
        Problem: naming the file and what in it is no plan.
    """
    document = plan_json.read_document(_text(file, PLAN_BYTES), _name(file))
    return verdict(document.plan, document.stated)


def document(plan: Plan) -> dict[str, object]:
    """Return a plan as values that JSON knows."""
    return plan_json.document(plan)


def breaches_document(found: tuple[Breach, ...]) -> dict[str, object]:
    """Return breaches as values that JSON knows."""
    return {"breaches": plan_json.breaches(found)}


def judged(plan: Plan) -> Plan:
    """Return a plan with what it breaks as it stands now, moved workouts included."""
    return replace(plan, breaches=unexplained(plan))


def _name(file: str) -> str:
    return "standard input" if file == STANDARD_INPUT else clean(file, 200)


def _text(file: str, most: int) -> str:
    """Return the text of a file, or of the standard input."""
    data = _bytes(file, most + 1)
    if len(data) > most:
        raise Problem(f"{_name(file)}: it is larger than {most // 1_000:,} kB; this is not the file that is meant")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(f"{_name(file)}: it is not written in UTF-8; save it as UTF-8 text") from error


def _bytes(file: str, most: int) -> bytes:
    try:
        if file == STANDARD_INPUT:
            if sys.stdin is None:
                raise Problem(f"{_name(file)}: it is closed; name a file")
            return sys.stdin.buffer.read(most)
        with Path(file).open("rb") as opened:
            return opened.read(most)
    except FileNotFoundError as error:
        raise Problem(f"{_name(file)}: there is no such file") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Problem(f"{_name(file)}: it cannot be read: {reason}") from error
