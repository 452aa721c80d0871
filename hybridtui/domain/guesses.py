"""What exercise a name could mean that no table knows: ranked guesses for the athlete to choose from.

A guess is only proposed, never taken by itself. Names are compared word by word, in the words
of the library: abbreviations and the gym's words of other languages are put into English
first (``data/words.csv``). The movement says most, how it is done less, the implement least;
but of two alike, the one with the implement that is named comes first. Words that nothing
is called by are taken for the nearest one that is spelt almost so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import takewhile
from types import MappingProxyType

from hybridtui.domain.data_tables import table
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.names import loaded_twin, written_names

MOST = 5
"""So many guesses are proposed."""

_LEAST = 0.3
"""Names less alike than this have nothing to do with each other."""

_BESIDE_THE_BEST = 0.6
"""Share of the best one's likeness that others need to be worth a look."""

_SPELT_SO = 0.82
"""Words as alike as this are one word, mistyped."""

_IMPLEMENTS = frozenset({
    "barbell", "dumbbell", "kettlebell", "cable", "machine", "band", "ez", "trx", "plate", "bodyweight",
})  # fmt: skip
_GEAR = {"bodyweight": "none", "ez": "barbell", "trx": "suspension"}
"""What an implement is called in the library's table of equipment."""

_MOVEMENTS = frozenset({
    "squat", "deadlift", "press", "row", "curl", "raise", "lunge", "pull", "push", "pulldown", "thrust", "bridge",
    "dip", "plank", "crunch", "twist", "swing", "carry", "jump", "hop", "extension", "step", "fly", "burpee",
    "rope", "superman", "clamshell", "hang", "shrug", "wheel", "pogo", "jack", "climber", "sit", "copenhagen",
})  # fmt: skip
_SAYS_NOTHING = frozenset({"the", "with", "on", "to", "a", "of", "and", "de", "la", "le", "con", "com", "mit", "na",
                           "no", "aux", "au", "en", "am", "an", "in", "up", "over", "weighted", "watch"})  # fmt: skip
_WEIGHTS = {"movement": 3.0, "implement": 1.0, "manner": 1.5}
_FITS, _DOES_NOT_FIT = 0.12, -0.2
"""What it is worth that the implement which is named is, or is not, one that the exercise is done with."""

_LOADS = {"barbell": 0.06, "dumbbell": 0.04, "machine": 0.04, "cable": 0.04, "kettlebell": 0.03, "medicine_ball": 0.02,
          "band": 0.0}  # fmt: skip
"""What bears a load, and what it is worth where a load is named and no implement: the usual one first."""


def guesses(name: str, exercises: Mapping[str, Exercise], *, loaded: bool, most: int = MOST) -> tuple[str, ...]:
    """Return ids of the exercises that a name could mean, the likeliest first; none if nothing is like it.

    ``loaded`` says that a load was used with it.

    >>> from hybridtui.domain.exercises import catalogue
    >>> guesses("Kreuzheben (Langhantel)", catalogue(), loaded=True, most=1)
    ('deadlift',)
    """
    wanted = _known(_words(name))
    if not wanted:
        return ()
    scored = sorted(
        ((_likeness(wanted, exercise, loaded=loaded), exercise) for exercise in exercises.values()),
        key=lambda pair: (-pair[0], pair[1].own, len(pair[1].name), pair[1].id),
    )
    least = max(_LEAST, _BESIDE_THE_BEST * scored[0][0]) if scored else _LEAST
    likely = (exercise for score, exercise in takewhile(lambda pair: pair[0] >= least, scored))
    return tuple(dict.fromkeys(_meant(likely, exercises, loaded=loaded)))[:most]


def says_all(exercise: Exercise, name: str) -> bool:
    """Return whether an exercise is called by all that a name says of the movement: near enough to be proposed.

    What it is done with does not count; what neither is told apart by, such as an angle, does.

    >>> from hybridtui.domain.exercises import catalogue
    >>> says_all(catalogue()["leg_press"], "Hip Abduction (Machine)")
    False
    """
    movement = _known(_words(name)) - _IMPLEMENTS
    return bool(movement) and any(movement <= called for called in _called(exercise))


def _meant(likely: Iterable[Exercise], exercises: Mapping[str, Exercise], *, loaded: bool) -> Iterator[str]:
    """Yield the ids, of those that the library keeps apart for a load the one that is meant."""
    for exercise in likely:
        twin = loaded_twin(exercise.id) if loaded else None
        yield twin if twin in exercises and twin is not None else exercise.id


def _likeness(wanted: frozenset[str], exercise: Exercise, *, loaded: bool) -> float:
    best = max(_alike(wanted, called) for called in _called(exercise))
    if best <= 0:
        return 0.0
    for implement in wanted & _IMPLEMENTS:
        gear = _GEAR.get(implement, implement)
        fits = any(gear in way or (gear == "none" and not way) for way in exercise.equipment)
        best += _FITS if fits else _DOES_NOT_FIT
    if loaded and not exercise.own and not wanted & _IMPLEMENTS:
        best += _usual(exercise)
    return best


def _usual(exercise: Exercise) -> float:
    """Return what it is worth that an exercise is done with a load, by the implement that bears it."""
    borne = [_LOADS[gear] for way in exercise.equipment for gear in way if gear in _LOADS]
    if borne:
        return max(borne)
    return 0.0 if loaded_twin(exercise.id) is not None else _DOES_NOT_FIT / 2


def _alike(wanted: frozenset[str], called: frozenset[str]) -> float:
    """Return the share of what two names say that both say, 0 to 1."""
    both = sum(map(_weight, wanted & called))
    return 2 * both / (sum(map(_weight, wanted)) + sum(map(_weight, called)))


@cache
def _weight(word: str) -> float:
    if word in _IMPLEMENTS:
        return _WEIGHTS["implement"]
    return _WEIGHTS["movement" if word in _MOVEMENTS else "manner"]


@cache
def _called(exercise: Exercise) -> tuple[frozenset[str], ...]:
    """Return the words of each name that an exercise is known by."""
    names = (exercise.name, *written_names().get(exercise.id, ()))
    found = (frozenset(_words(name)) for name in names)
    return tuple(words for words in dict.fromkeys(found) if words) or (frozenset({exercise.id}),)


def _known(words: Sequence[str]) -> frozenset[str]:
    """Put mistyped words right."""
    known = _vocabulary()
    return frozenset(
        word if word in known else next(iter(get_close_matches(word, known, 1, _SPELT_SO)), word) for word in words
    )


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that an exercise of the library, or a movement, is called by."""
    names = [name for written in written_names().values() for name in written]
    return frozenset(word for name in names for word in _words(name)) | _MOVEMENTS | _IMPLEMENTS


def _words(name: str) -> tuple[str, ...]:
    """Return what a name says, in English and in the singular, without what says nothing."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = (c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’" else " " for c in plain)
    words = "".join(letters).split()
    english = [each for word in _in_english(words) for each in word.split()]
    return tuple(dict.fromkeys(_singular(each) for each in english if each not in _SAYS_NOTHING and len(each) > 1))


def _in_english(words: Sequence[str]) -> Iterator[str]:
    """Yield the words, with those of the table in its words: the longest that match first."""
    table = _table()
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            english = table.get(" ".join(map(_singular, words[at : at + length])))
            if english is not None:
                yield english
                at += length
                break
        else:
            yield words[at]
            at += 1


_LONGEST = 5
"""Words that one entry of the table has at most."""


@cache
def _table() -> Mapping[str, str]:
    return MappingProxyType({" ".join(map(_singular, row["words"].split())): row["english"] for row in table("words")})


_SHORTEST_PLURAL = 4


@cache
def _singular(word: str) -> str:
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "eps")) and len(word) >= _SHORTEST_PLURAL
    return word[:-1] if plural or word in {"ups", "steps"} else word
