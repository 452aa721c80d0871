"""Filters as text: a query written back, and what a number of history names its sessions with."""

from __future__ import annotations

import re
from datetime import date

from hybridtui.domain.calendar import Period
from hybridtui.domain.query.fields import Amount
from hybridtui.domain.query.values import (
    AllOf,
    Flagged,
    From,
    Holds,
    Measured,
    Mentions,
    Not,
    OfType,
    OneOf,
    Query,
    Says,
    Unknown,
    Within,
)
from hybridtui.domain.text import harmless
from hybridtui.domain.units import decimal

KEYWORDS = frozenset({"and", "or", "not"})
COUNTED = "same=no"
"""Condition: of two records of the same workout only the one that counts."""

WITH_RUNNING, WITH_STRENGTH, WITH_EITHER = "run>0", "strength>0", "(run>0 or strength>0)"
"""Conditions: sessions with minutes of running, of strength, of one of them at least."""

WITH_OTHER = "other>0"
"""Condition: sessions with minutes of other sports or recovery."""

PLACES = 4
"""Decimals that a number of the language may have."""

_PLAIN = re.compile(r"\w[\w./+'&%#-]*")
"""Words that need no quotation marks."""


def behind(period: Period, *conditions: str) -> str:
    """Return the filter that finds the sessions of a week or month, on conditions.

    >>> from hybridtui.domain.calendar import Week
    >>> behind(Week(2026, 10), "type=run", of_exercise("back_squat"))
    'type=run and exercise=back_squat and week=2026-W10'
    """
    return together(*conditions, f"{period.by}={period}")


def between(first: date, last: date, *conditions: str) -> str:
    """Return the filter that finds the sessions of the days from ``first`` to ``last``, on conditions.

    >>> between(date(2026, 3, 2), date(2026, 3, 8), "run>0")
    'run>0 and since=2026-03-02 and until=2026-03-08'
    """
    return together(*conditions, since(first), until(last))


def since(day: date) -> str:
    """Return the condition for sessions of ``day`` and later."""
    return f"since={day.isoformat()}"


def until(day: date) -> str:
    """Return the condition for sessions of ``day`` and earlier."""
    return f"until={day.isoformat()}"


def of_exercise(exercise: str) -> str:
    """Return the condition for sessions with an exercise, by its id."""
    return f"exercise={quoted(exercise)}"


def together(*conditions: str) -> str:
    """Join conditions by and; those that hold an ``or`` must bring their own parentheses."""
    return " and ".join(condition for condition in conditions if condition)


def quoted(text: str) -> str:
    r"""Return a text as the language takes it literally, in quotation marks where it needs them.

    >>> quoted("back_squat"), quoted('6" step-up'), quoted("and")
    ('back_squat', '"6\\" step-up"', '"and"')
    """
    text = harmless(text)
    if _PLAIN.fullmatch(text) and text.casefold() not in KEYWORDS and ".." not in text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write(query: Query) -> str:
    """Return the line that reads as this query; days are written out, whatever they were typed as.

    >>> from hybridtui.domain.query.reading import parse
    >>> write(parse("type=run km>10 or rpe!=none since=7d", date(2026, 3, 9)))
    'type=run and km>10 or not rpe=none and since=2026-03-02'
    """
    if isinstance(query, OneOf):
        return " or ".join(map(_operand_of_or, query.parts))
    if isinstance(query, AllOf):
        return " and ".join(map(_operand, query.parts))
    if isinstance(query, Not):
        return f"not {_operand(query.query)}"
    return _condition(query)


def _operand_of_or(query: Query) -> str:
    return f"({write(query)})" if isinstance(query, OneOf) else write(query)


def _operand(query: Query) -> str:
    return f"({write(query)})" if isinstance(query, OneOf | AllOf) else write(query)


def _condition(
    query: OfType | From | Flagged | Measured | Unknown | Within | Says | Holds | Mentions,
) -> str:
    match query:
        case OfType(kind):
            return f"type={kind}"
        case From(source):
            return f"source={source}"
        case Flagged(flag):
            return f"{flag}=yes"
        case Within():
            return _days(query)
        case Says(wording, text, whole):
            return f"{wording}{'=' if whole else '~'}{quoted(text)}"
        case Holds(exercise):
            return f"exercise={quoted(exercise)}"
        case Mentions(text):
            return quoted(text)
    return _number(query)


def _number(query: Measured | Unknown) -> str:
    amount = query.amount
    field = Amount.PACE if amount is Amount.PACE_MI else amount
    unit = "/mi" if amount is Amount.PACE_MI else ""
    if isinstance(query, Unknown):
        return f"{field}=none"
    minutes, seconds = divmod(round(query.value), 60)
    value = f"{minutes}:{seconds:02d}" if field is Amount.PACE else decimal(query.value, PLACES)
    return f"{field}{query.comparison}{value}{unit}"


def _days(within: Within) -> str:
    first, last = within.first, within.last
    if first is not None and last is not None:
        return f"day={first.isoformat()}..{last.isoformat()}" if first != last else f"day={first.isoformat()}"
    if first is not None:
        return since(first)
    return until(last) if last is not None else "until=9999-12-31"
