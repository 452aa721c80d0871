"""The strength sets a watch counted. Source: formats.md 1.1.

Only active sets are sets; a rest set becomes the rest of the set before it. On most
watches the exercise is a guess out of up to three: the best one is kept, unconfirmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hybridtui.domain.exercises import catalogue
from hybridtui.domain.imports import Refusal
from hybridtui.domain.names import match
from hybridtui.domain.session import LoggedSet
from hybridtui.domain.units import KG_PER_LB, Load, WeightUnit, round_half_up
from hybridtui.formats import limits, names
from hybridtui.formats.fit.exercises import MEANT, WatchName
from hybridtui.formats.fit.messages import Values, category_name, exercise_name
from hybridtui.formats.fit.values import instant, real
from hybridtui.formats.reading import ReadOptions


def logged_sets(
    messages: Sequence[Values], roster: names.Roster, options: ReadOptions, refused: list[Refusal]
) -> tuple[LoggedSet, ...]:
    """Return the active sets in the order they were done."""
    sets: list[LoggedSet] = []
    for number, message in enumerate(sorted(messages, key=_order), start=1):
        if message.get("set_type") != "active":
            _add_rest(sets, message)
            continue
        try:
            sets.append(_logged(message, len(sets), roster, options))
        except limits.OutOfRangeError as error:
            refused.append(Refusal(f"set {number}", f"{error}; the set was left out"))
    return tuple(sets)


def _order(message: Values) -> tuple[float, float]:
    index, start = real(message, "message_index"), real(message, "start_time")
    return (index if index is not None else float("inf"), start or 0.0)


def _add_rest(sets: list[LoggedSet], message: Values) -> None:
    seconds = real(message, "duration")
    if sets and seconds and message.get("set_type") == "rest":
        rest = (sets[-1].rest_s or 0) + round(seconds)
        if rest <= limits.SECONDS[1]:
            sets[-1] = replace(sets[-1], rest_s=rest)


def _logged(message: Values, position: int, roster: names.Roster, options: ReadOptions) -> LoggedSet:
    load = _load(message)
    reps = round(limits.within("the reps", real(message, "repetitions") or 0, limits.REPS))
    seconds = limits.within("the duration", real(message, "duration") or 0, limits.SECONDS, "s")
    name, guessed = _exercise(message)
    exercise = roster.exercise(name, loaded=load is not None, timed=not reps)
    started = instant(message, "start_time")
    return LoggedSet(
        id=options.ids(),
        position=position,
        exercise=exercise,
        load=load,
        bodyweight=load is not None and names.carries_bodyweight(exercise),
        reps=reps if reps or not seconds else None,
        seconds=None if reps else seconds or None,
        logged_at=started + timedelta(seconds=seconds) if started is not None else None,
        unconfirmed=guessed,
    )


def _load(message: Values) -> Load | None:
    """Return the weight as it was set on the watch; 0 and absent both mean: not entered."""
    kg = limits.within("the weight", real(message, "weight") or 0, limits.KG, "kg")
    if not kg:
        return None
    if message.get("weight_display_unit") == "pound":
        return Load(round_half_up(kg / KG_PER_LB, 0.5), WeightUnit.LB)
    return Load(kg, WeightUnit.KG)


def _exercise(message: Values) -> tuple[str, bool]:
    """Return the name of the exercise, and whether the watch only guessed it.

    One category alone was chosen; several are guesses, best first.
    """
    categories, subtypes = _each(message.get("category")), _each(message.get("category_subtype"))
    category = category_name(categories[0]) if categories else None
    if category is None:
        return names.UNNAMED, True
    return _name(category, subtypes[0] if subtypes else None), len(categories) > 1


def _name(category: str, subtype: object) -> str:
    """Put a watch's name in words; a mere category must not join the history of an exercise so called elsewhere."""
    exact = exercise_name(category, subtype)
    if (known := MEANT.get(WatchName(category, exact))) is not None:
        return catalogue()[known].name
    words = (exact or category).replace("_", " ").capitalize()
    return words if exact or match(words) else f"{words} (watch)"


def _each(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)
