"""Filters of the log as conditions on the session's row.

All values are bound, and each condition is true or false, never null: what ``not`` finds
is all the rest.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, case, false, func, literal, not_, or_, select, true

from hybridtui.domain.query.fields import Amount, Flag, Wording
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
from hybridtui.store.counting import ESTIMATED, HEART_RATE, LIFTED, LOAD, RAN, RPE, TOTAL_S, WHOLE_RUN
from hybridtui.store.tables import logged_set, session

HAS_PACE = and_(session.c.run_m > 0, session.c.run_s > 0, WHOLE_RUN)
"""Where the minutes run and the metres run are of the same stretch: not in a circuit."""

_COLUMNS: Mapping[Amount, ColumnElement[float]] = {
    Amount.MINUTES: TOTAL_S,
    Amount.RUN_MINUTES: session.c.run_s,
    Amount.STRENGTH_MINUTES: session.c.strength_s,
    Amount.OTHER_MINUTES: session.c.other_s,
    Amount.KM: session.c.distance_m,
    Amount.MI: session.c.distance_m,
    Amount.SETS: session.c.set_count,
    Amount.REPS: session.c.rep_count,
    Amount.KG: session.c.tonnage_kg,
    Amount.LB: session.c.tonnage_kg,
    Amount.LOAD: LOAD,
    Amount.RPE: RPE,
    Amount.HEART_RATE: HEART_RATE,
    Amount.PACE: session.c.run_s * 1000.0,
    Amount.PACE_MI: session.c.run_s * 1000.0,
}
_RUN_TIMED = or_(session.c.run_s > 0, not_(RAN))
_STRENGTH_TIMED = or_(session.c.strength_s > 0, not_(LIFTED))
_TIMED = and_(TOTAL_S > 0, _RUN_TIMED, _STRENGTH_TIMED)
_KNOWN: Mapping[Amount, ColumnElement[bool]] = {
    Amount.MINUTES: _TIMED,
    Amount.RUN_MINUTES: _RUN_TIMED,
    Amount.STRENGTH_MINUTES: _STRENGTH_TIMED,
    Amount.LOAD: or_(session.c.lent_load_au.is_not(None), _TIMED),
    Amount.KM: session.c.distance_m > 0,
    Amount.MI: session.c.distance_m > 0,
    Amount.RPE: RPE.is_not(None),
    Amount.HEART_RATE: HEART_RATE.is_not(None),
    Amount.PACE: HAS_PACE,
    Amount.PACE_MI: HAS_PACE,
}
_WITHOUT: Mapping[Amount, ColumnElement[bool]] = {
    Amount.KM: RAN,
    Amount.MI: RAN,
    Amount.PACE: and_(RAN, WHOLE_RUN),
    Amount.PACE_MI: and_(RAN, WHOLE_RUN),
}
"""What must be so for a number to be missing: strength lacks no distance, it has none."""

_WORDS: Mapping[Wording, ColumnElement[str]] = {
    Wording.TITLE: session.c.title,
    Wording.NOTE: session.c.note,
    Wording.SPORT: case((session.c.sport != "", session.c.sport), else_=session.c.kind),
    Wording.SUBTYPE: session.c.subtype,
}
_FLAGS: Mapping[Flag, ColumnElement[bool]] = {
    Flag.SAME: session.c.same_as.is_not(None),
    Flag.ESTIMATED: ESTIMATED,
}


def condition(query: Query) -> ColumnElement[bool]:
    """Return what a session's row must be to be found; exercises must have been looked up."""
    match query:
        case AllOf(parts):
            return and_(true(), *map(condition, parts))
        case OneOf(parts):
            return or_(false(), *map(condition, parts))
        case Not(denied):
            return not_(condition(denied))
    return _leaf(query)


def _leaf(
    query: OfType | From | Flagged | Measured | Unknown | Within | Says | Holds | Mentions,
) -> ColumnElement[bool]:
    match query:
        case OfType(kind):
            return session.c.kind == kind.value
        case From(source):
            return session.c.source == source.value
        case Flagged(flag):
            return _FLAGS[flag]
        case Measured():
            return _measured(query)
        case Unknown(amount):
            return not_(_KNOWN[amount])
        case Within():
            return _within(query)
        case Says(wording, text, whole):
            return _says(_WORDS[wording], text, whole=whole)
        case Holds(_, ids):
            return _holds(ids)
        case Mentions(text, ids):
            return or_(_says(session.c.title, text), _says(session.c.note, text), _holds(ids))


def possible(query: Query) -> ColumnElement[bool]:
    """Return what is so of all that is found, and of all that would be if an unknown number were one asked for.

    What is denied is found without that number already (:func:`condition`).
    """
    match query:
        case AllOf(parts):
            return and_(true(), *map(possible, parts))
        case OneOf(parts):
            return or_(false(), *map(possible, parts))
        case Measured(amount) if amount in _KNOWN:
            return or_(_measured(query), and_(not_(_KNOWN[amount]), _WITHOUT.get(amount, true())))
    return condition(query)


def may_leave_out(query: Query) -> bool:
    """Return whether a session could fail to be found only because a number of it is unknown."""
    match query:
        case AllOf(parts) | OneOf(parts):
            return any(map(may_leave_out, parts))
        case Measured(amount):
            return amount in _KNOWN
    return False


def _measured(query: Measured) -> ColumnElement[bool]:
    column, bounds, known = _COLUMNS[query.amount], query.bounds, _KNOWN.get(query.amount, true())
    if query.asks_for_any:
        return or_(column > 0, not_(known))
    paced = query.amount in (Amount.PACE, Amount.PACE_MI)
    decided = query.amount.can_be_known_in_part and bounds.most is None
    conditions = [true() if decided else known]
    if bounds.least is not None:
        least = session.c.run_m * bounds.least if paced else literal(bounds.least)
        conditions.append(column >= least if bounds.least_too else column > least)
    if bounds.most is not None:
        most = session.c.run_m * bounds.most if paced else literal(bounds.most)
        conditions.append(column <= most if bounds.most_too else column < most)
    return and_(*conditions)


def _within(query: Within) -> ColumnElement[bool]:
    bounds: list[ColumnElement[bool]] = [true()]
    if query.first is not None:
        bounds.append(session.c.local_date >= query.first.isoformat())
    if query.last is not None:
        bounds.append(session.c.local_date <= query.last.isoformat())
    return and_(*bounds)


def _says(column: ColumnElement[str], text: str, *, whole: bool = False) -> ColumnElement[bool]:
    """Compare in any case. SQL may fold ASCII letters only, so the others that the text has are folded one by one."""
    wanted = "".join(map(_small, text))
    for letter in dict.fromkeys(wanted):
        large = letter.upper()
        if not letter.isascii() and len(large) == 1 and large != letter and _small(large) == letter:
            column = func.replace(column, large, letter)
    return func.lower(column) == wanted if whole else column.icontains(wanted, autoescape=True)


def _small(letter: str) -> str:
    """Return the small letter of a capital one; what has none that leads back to it stays as it is."""
    small = letter.lower()
    return small if small.upper() == letter else letter


def _holds(ids: tuple[str, ...]) -> ColumnElement[bool]:
    if not ids:
        return false()
    return session.c.id.in_(select(logged_set.c.session_id).where(logged_set.c.exercise.in_(ids)))
