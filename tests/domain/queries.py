"""Filters of the log, arbitrary ones, and what they mean, said once more in plain Python."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from hybridtui.domain.history import SessionLine
from hybridtui.domain.query.fields import Amount, Flag, Wording
from hybridtui.domain.query.values import (
    AllOf,
    Comparison,
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
    all_of,
    one_of,
)
from hybridtui.domain.session import Session, Source
from hybridtui.domain.text import harmless
from hybridtui.domain.workout import Kind

TODAY = date(2026, 3, 4)
FAR = st.dates(date(1970, 1, 1), date(2199, 1, 1))
ANY_TEXT = st.text(max_size=12).map(harmless)


def _within(days: st.SearchStrategy[date]) -> st.SearchStrategy[Query]:
    spans = st.tuples(days, days).map(lambda two: Within(min(two), max(two)))
    return st.one_of(spans, days.map(lambda day: Within(first=day)), days.map(lambda day: Within(last=day)))


def _measured(values: st.SearchStrategy[float]) -> st.SearchStrategy[Query]:
    paces = st.builds(
        Measured,
        st.sampled_from([Amount.PACE, Amount.PACE_MI]),
        st.sampled_from(Comparison),
        st.integers(0, 5999).map(float),
    )
    others = [amount for amount in Amount if amount not in (Amount.PACE, Amount.PACE_MI)]
    return st.one_of(st.builds(Measured, st.sampled_from(others), st.sampled_from(Comparison), values), paces)


def queries(
    words: st.SearchStrategy[str] = ANY_TEXT,
    days: st.SearchStrategy[date] = FAR,
    values: st.SearchStrategy[float] = st.integers(0, 10**9).map(lambda n: n / 10_000),  # noqa: B008
    exercises: st.SearchStrategy[Query] | None = None,
) -> st.SearchStrategy[Query]:
    """Return arbitrary filters of at most a dozen conditions."""
    some = words.filter(lambda text: bool(text.strip()))
    unknown = [amount for amount in Amount if amount.can_be_unknown and amount is not Amount.PACE_MI]
    leaves = st.one_of(
        st.builds(OfType, st.sampled_from(Kind)),
        st.builds(From, st.sampled_from(Source)),
        st.builds(Flagged, st.sampled_from(Flag)),
        _measured(values),
        st.builds(Unknown, st.sampled_from(unknown)),
        _within(days),
        st.builds(Says, st.sampled_from(Wording), some, st.booleans()),
        st.one_of(st.builds(Holds, some), st.builds(Mentions, some)) if exercises is None else exercises,
    )
    return st.recursive(
        leaves,
        lambda parts: st.one_of(
            st.lists(parts, min_size=2, max_size=3).map(all_of),
            st.lists(parts, min_size=2, max_size=3).map(one_of),
            st.builds(Not, parts),
        ),
        max_leaves=12,
    )


def finds(query: Query, session: Session, line: SessionLine) -> bool:
    """Return whether a filter, exercises looked up, finds a session; ``line`` has what the store adds to it."""
    match query:
        case AllOf(parts):
            return all(finds(part, session, line) for part in parts)
        case OneOf(parts):
            return any(finds(part, session, line) for part in parts)
        case Not(denied):
            return not finds(denied, session, line)
        case Holds(_, ids):
            return any(logged.exercise in ids for logged in session.sets)
        case Mentions(text, ids):
            words = (session.title.lower(), session.note.lower())
            return any(text.lower() in told for told in words) or any(one.exercise in ids for one in session.sets)
    return _is(query, session, line)


def _is(query: Query, session: Session, line: SessionLine) -> bool:
    match query:
        case OfType(kind):
            return session.kind is kind
        case From(source):
            return session.source is source
        case Flagged(Flag.SAME):
            return line.same_as is not None
        case Flagged():
            return session.load_estimated
        case Unknown(amount):
            return amount_of(amount, session, line) is None
        case Measured(amount, comparison, value):
            number, step = amount_of(amount, session, line), 0.1 if _finely(amount) else 1.0
            if number is None and comparison in (Comparison.MORE, Comparison.AT_LEAST):
                took_some = amount.is_time and comparison is Comparison.MORE and value == 0
                return took_some or _compares(_known_part(amount, session), comparison, value, step)
            return _compares(number, comparison, value, step)
        case Within(first, last):
            return (first or date.min) <= session.started.local_date <= (last or date.max)
        case Says(wording, text, whole):
            said, wanted = _words_of(wording, session).lower(), text.lower()
            return said == wanted if whole else wanted in said
    raise AssertionError(query)


def amount_of(amount: Amount, session: Session, line: SessionLine) -> float | None:
    """Return a number of a session in the unit of the field; None: unknown."""
    km, pace = line.distance_m / 1000 or None, line.pace_s_per_km
    run = session.run_s / 60 if session.run_s or not session.runs else None
    lifted = session.sets and session.kind in (Kind.STRENGTH, Kind.HYBRID, Kind.COMBO)
    strength = session.strength_s / 60 if session.strength_s or not lifted else None
    timed = session.total_s > 0 and None not in (run, strength)
    return {
        Amount.MINUTES: session.total_s / 60 if timed else None,
        Amount.RUN_MINUTES: run,
        Amount.STRENGTH_MINUTES: strength,
        Amount.OTHER_MINUTES: session.other_s / 60,
        Amount.KM: km,
        Amount.MI: km / 1.609344 if km else None,
        Amount.SETS: len(session.sets),
        Amount.REPS: sum((logged.reps or 0) * logged.sides for logged in session.sets),
        Amount.KG: session.tonnage_kg,
        Amount.LB: session.tonnage_kg / 0.45359237,
        Amount.LOAD: session.load_au if timed else None,
        Amount.RPE: session.rpe,
        Amount.HEART_RATE: session.avg_hr,
        Amount.PACE: pace,
        Amount.PACE_MI: pace * 1.609344 if pace else None,
    }[amount]


def _known_part(amount: Amount, session: Session) -> float | None:
    """Return what is known of a number that is not known as a whole; None: nothing."""
    return {
        Amount.MINUTES: session.total_s / 60,
        Amount.RUN_MINUTES: 0.0,
        Amount.STRENGTH_MINUTES: 0.0,
        Amount.LOAD: session.load_au,
    }.get(amount)


def _finely(amount: Amount) -> bool:
    return amount in (Amount.KM, Amount.MI, Amount.RPE)


def _compares(number: float | None, comparison: Comparison, value: float, step: float) -> bool:
    if number is None:
        return False
    match comparison:
        case Comparison.EQUAL:
            return value - step / 2 <= number < value + step / 2
        case Comparison.MORE:
            return number > value
        case Comparison.AT_LEAST:
            return number >= value
        case Comparison.LESS:
            return number < value
    return number <= value


def _words_of(wording: Wording, session: Session) -> str:
    return {
        Wording.TITLE: session.title,
        Wording.NOTE: session.note,
        Wording.SPORT: session.sport or session.kind.value,
        Wording.SUBTYPE: session.subtype,
    }[wording]


def days_before(most: int) -> st.SearchStrategy[date]:
    """Return days up to so many before today."""
    return st.integers(0, most).map(lambda n: TODAY - timedelta(days=n))
