"""Which exercise an athlete means by what was typed in a hurry.

A typed name is read more tolerantly than one in a file (:mod:`hybridtui.domain.names`),
since what was understood is shown before anything is done: plurals, abbreviations and
short names (``data/short_names.csv``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from types import MappingProxyType

from hybridtui.domain.data_tables import table
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.names import bare, loaded_twin
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean

NEAREST = 3
"""So many names are proposed where one is not understood."""

_SHORTEST_PLURAL = 3
_SAYS_SOMETHING = 3
"""Letters that one has to type at least, where it is not the whole name."""

_SAYS_ENOUGH = 4
"""Letters from which the beginning of a word stands for it."""

_WORDS = {"db": "dumbbell", "kb": "kettlebell", "bb": "barbell", "bw": "bodyweight"}


class SeveralMeantError(Problem):
    """What was typed is the name of several of the athlete's own, but for what stands in brackets."""


def called(
    typed: str,
    exercises: Mapping[str, Exercise],
    *,
    loaded: bool = False,
    at_hand: frozenset[str] | None = None,
) -> Exercise:
    """Return the exercise that an athlete means, their own before the library's.

    ``loaded`` says that a weight was named with it; of several that a short name stands
    for, the first is taken that can be done with what is ``at_hand``.

    >>> from hybridtui.domain.exercises import catalogue
    >>> called("pull ups", catalogue()).name, called("squats", catalogue(), loaded=True).name
    ('Pull-up', 'Barbell back squat')

    Raises:
        SeveralMeantError: if it is the name of several of their own, but for what stands in brackets.
        Problem: if it is none, or one of several; it names the nearest.
    """
    found = _exactly(typed, exercises) or _shortly(typed, exercises, loaded=loaded, at_hand=at_hand)
    found = found or _of_their_own(typed, exercises)
    if found is None:
        near = [exercise for exercise in exercises.values() if _is_named(exercise, typed)]
        found = near[0] if len(near) == 1 else None
    if found is None:
        raise Problem(_which(typed, exercises))
    return _loaded(found, exercises) if loaded else found


def matching(exercises: Iterable[Exercise], typed: str) -> list[Exercise]:
    """Return the exercises that hold every typed word in name or pattern, the nearest names first.

    >>> from hybridtui.domain.exercises import catalogue
    >>> matching(catalogue().values(), "back squ")[0].name
    'Barbell back squat'
    """
    wanted = _words(typed)
    found = [e for e in exercises if all(word in _searched(e) for word in wanted)]
    return sorted(found, key=lambda exercise: _rank(exercise.name, typed))


def named(exercises: Iterable[Exercise], typed: str) -> list[Exercise]:
    """Return the exercises that hold every typed word in their names, the nearest first.

    >>> from hybridtui.domain.exercises import catalogue
    >>> [exercise.name for exercise in named(catalogue().values(), "front squat")]
    ['Barbell front squat']
    """
    return [exercise for exercise in matching(exercises, typed) if _rank(exercise.name, typed) < _BY_PATTERN]


@cache
def short_names() -> tuple[str, ...]:
    """Return what people call exercises in a line of theirs: ``squat``, ``rdl``."""
    return tuple(row["name"] for row in table("short_names"))


def nearest(exercises: Iterable[Exercise], typed: str) -> tuple[Exercise, ...]:
    """Return the exercises that were most probably meant by what was typed, the likeliest first."""
    listed = list(exercises)
    close = matching(listed, typed)[:NEAREST]
    wanted, words = _joined(typed), _words(typed)

    def likeness(exercise: Exercise) -> tuple[int, float]:
        shared = len({*words} & {*_words(bare(exercise))})
        return shared, SequenceMatcher(None, wanted, _joined(bare(exercise))).ratio()

    rest = sorted((e for e in listed if e not in close), key=likeness, reverse=True)
    return tuple((*close, *rest)[:NEAREST])


def _exactly(typed: str, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """An exercise of just that name, or one of the library's of that name but for what stands in brackets."""
    wanted = _joined(typed)
    if not wanted:
        return None
    ordered = sorted(exercises.values(), key=lambda exercise: not exercise.own)
    whole = (exercise for exercise in ordered if _joined(exercise.name) == wanted)
    without = (exercise for exercise in ordered if not exercise.own and _joined(bare(exercise)) == wanted)
    written = _written().get(wanted)
    return next(whole, None) or next(without, None) or (exercises.get(written) if written else None)


def _shortly(
    typed: str, exercises: Mapping[str, Exercise], *, loaded: bool, at_hand: frozenset[str] | None
) -> Exercise | None:
    short = _shorts().get(_joined(typed))
    if short is None:
        return None
    unloaded, weighted = short
    meant = [exercises[name] for name in (weighted if loaded and weighted else unloaded) if name in exercises]
    possible = (e for e in meant if at_hand is None or e.possible_with(at_hand))
    return next(possible, meant[0] if meant else None)


def _of_their_own(typed: str, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """The athlete's own of that name but for what stands in brackets, such as the app's (Machine) and (Cable)."""
    wanted = _joined(typed)
    found = [each for each in exercises.values() if wanted and each.own and _joined(bare(each)) == wanted]
    if len(found) > 1:
        raise SeveralMeantError(_which(typed, exercises))
    return found[0] if found else None


def _loaded(exercise: Exercise, exercises: Mapping[str, Exercise]) -> Exercise:
    """The exercise that the library keeps apart for a load, if it does."""
    return exercises.get(loaded_twin(exercise.id) or "", exercise)


def _is_named(exercise: Exercise, typed: str) -> bool:
    """Return whether every typed word is one of its name, or the beginning of one that says enough."""
    wanted, parts = _words(typed), _words(bare(exercise))

    def says(word: str, part: str) -> bool:
        return word == part or (len(word) >= _SAYS_ENOUGH and part.startswith(word))

    return len(_joined(typed)) >= _SAYS_SOMETHING and all(any(says(word, part) for part in parts) for word in wanted)


def _which(typed: str, exercises: Mapping[str, Exercise]) -> str:
    first, second, third = (clean(exercise.name) for exercise in nearest(exercises.values(), typed))
    return f'Which exercise is "{clean(typed)}"? Perhaps {first}, {second} or {third}.'


_BEGINS, _WHOLE_WORDS, _INSIDE, _BY_PATTERN = range(4)


def _rank(name: str, typed: str) -> int:
    """Return 0 for a name that begins with what was typed, 3 for one that is only of that pattern."""
    wanted, parts = _words(typed), _words(name)
    if " ".join(parts).startswith(" ".join(wanted)):
        return _BEGINS
    if all(any(part.startswith(word) for part in parts) for word in wanted):
        return _WHOLE_WORDS
    return _INSIDE if all(word in " ".join(parts) for word in wanted) else _BY_PATTERN


@cache
def _searched(exercise: Exercise) -> str:
    """Name and pattern as they are searched."""
    return " ".join((*_words(exercise.name), *_words(exercise.pattern)))


@cache
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in the singular, abbreviations written out."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    parts = "".join(c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’" else " " for c in plain).split()
    return tuple(_singular(_WORDS.get(part, part)) for part in parts)


def _singular(word: str) -> str:
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL + 1:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) >= _SHORTEST_PLURAL else word


def _joined(name: str) -> str:
    return "".join(_words(name))


@cache
def _written() -> Mapping[str, str]:
    """The names that files write, as typed ones are compared."""
    return MappingProxyType({_joined(row["name"]): row["exercise"] for row in table("names")})


@cache
def _shorts() -> Mapping[str, tuple[Sequence[str], Sequence[str]]]:
    """By short name: what it may be, and what it may be with a load."""
    return MappingProxyType(
        {
            _joined(row["name"]): (row["exercise"].split("|"), row["loaded"].split("|") if row["loaded"] else [])
            for row in table("short_names")
        }
    )
