"""Which exercises a filter means: names and short names become ids before the log is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hybridtui.domain import typed_names
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import Problem
from hybridtui.domain.query.values import AllOf, Holds, Mentions, Not, OneOf, Query
from hybridtui.domain.text import clean


def looked_up(query: Query, exercises: Mapping[str, Exercise]) -> Query:
    """Return the query with the ids of the exercises that it names.

    Raises:
        Problem: if there is no exercise of a name; it proposes the nearest.
    """
    match query:
        case Holds(exercise, ()):
            return replace(query, ids=_wanted(exercise, exercises))
        case Mentions(text, ()):
            return replace(query, ids=meant(text, exercises))
        case Not(denied):
            return Not(looked_up(denied, exercises))
        case AllOf(parts) | OneOf(parts):
            return replace(query, parts=tuple(looked_up(part, exercises) for part in parts))
    return query


def meant(typed: str, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """Return the ids that were meant: of the exercise of just that id, or of all that are called like it.

    A name is found by its words in any order, by parts of them, and by its short names.

    >>> from hybridtui.domain.exercises import catalogue
    >>> meant("back_squat", catalogue()), meant("rdl", catalogue())
    (('back_squat',), ('romanian_deadlift',))
    """
    if typed in exercises:
        return (typed,)
    if not any(sign.isalnum() for sign in typed):
        return ()
    found = [exercise.id for exercise in typed_names.named(exercises.values(), typed)]
    try:
        short = typed_names.called(typed, exercises).id
    except Problem:
        short = None
    return tuple(dict.fromkeys((short, *found) if short is not None else found))


def _wanted(typed: str, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    if found := meant(typed, exercises):
        return found
    near = " or ".join(clean(exercise.name) for exercise in typed_names.nearest(exercises.values(), typed)[:2])
    raise Problem(f'No exercise is called "{clean(typed)}". Perhaps {near}?')
