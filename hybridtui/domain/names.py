"""Which exercise a name in a file stands for, and how exercises are called in files and in sentences.

A name in a file is matched only if it is the same movement with the same implement: a
wrong match would join two histories, a missing one only keeps them apart until the
athlete joins them. The table is ``data/names.csv``; a name equal to the library's own
matches too. What is typed in a hurry is read by :mod:`hybridtui.domain.typed_names`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from hybridtui.domain.data_tables import table
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.text import clean

_IN_BRACKETS = re.compile(r"\(.*?\)")


class Match(NamedTuple):
    """An exercise of the library, and the one to take instead if a load was used."""

    exercise: str
    loaded: str | None


def fold(name: str) -> str:
    """Return a name without case, accents, spaces and signs, for comparing.

    >>> fold("Push-up") == fold("Push Up")
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in plain if char.isalnum())


def match(name: str) -> Match | None:
    """Return the library's exercise of that name in a file, or None if it has none."""
    return _matches().get(fold(name))


@cache
def written_names() -> Mapping[str, tuple[str, ...]]:
    """Return the names that files and people write for each exercise of the library, its own first; by id."""
    found = {exercise.id: [bare(exercise)] for exercise in catalogue().values()}
    for row in table("names"):
        found[row["exercise"]].append(row["name"])
        if row["loaded"]:
            found[row["loaded"]].append(row["name"])
    return MappingProxyType({id_: tuple(names) for id_, names in found.items()})


def loaded_twin(exercise_id: str) -> str | None:
    """Return the exercise that the library keeps apart for a load; None if it keeps none.

    >>> loaded_twin("pull_up"), loaded_twin("push_up")
    ('weighted_pull_up', None)
    """
    return _with_load().get(exercise_id)


def in_files(exercise: str, *, loaded: bool) -> str | None:
    """Return the name by which files know an exercise of the library; None if they know it by none.

    ``loaded`` says whether it was done with a load: some names stand for one exercise with
    a load and for another without. One that stands for this exercise either way goes
    before them, and one with its implement in brackets, as Strong and Hevy write it, before others.

    >>> in_files("back_squat", loaded=True), in_files("no_such_exercise", loaded=False)
    ('Squat (Barbell)', None)
    """
    held = [name for name, means in _in_files().get(exercise, ()) if means is None or means is loaded]
    return held[0] if held else None


def one(exercise: Exercise) -> str:
    """Return what an exercise is called within a sentence: ``push-up``, without what stands in brackets."""
    name = clean(bare(exercise)) or clean(exercise.name)
    return name if exercise.own else name[:1].lower() + name[1:]


def plural(exercise: Exercise) -> str:
    """Return how several repetitions of an exercise are called: ``push-ups``, ``barbell bench presses``."""
    name = one(exercise)
    if name.endswith(("ss", "sh", "ch", "x")):
        return f"{name}es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return name if not name[-1:].isalpha() or name.endswith("s") else f"{name}s"


def bare(exercise: Exercise) -> str:
    """Return its name without what stands in brackets."""
    return _IN_BRACKETS.sub("", exercise.name)


@cache
def _matches() -> Mapping[str, Match]:
    found = {fold(exercise.name): Match(exercise.id, None) for exercise in catalogue().values()}
    found |= {fold(row["name"]): Match(row["exercise"], row["loaded"] or None) for row in table("names")}
    return MappingProxyType(found)


@cache
def _in_files() -> Mapping[str, Sequence[tuple[str, bool | None]]]:
    """By exercise: its names in files, the best first, and whether only with a load (or only without one)."""
    found: dict[str, list[tuple[str, bool | None]]] = {}
    for row in table("names"):
        if _matches()[fold(row["name"])] != Match(row["exercise"], row["loaded"] or None):
            continue
        found.setdefault(row["exercise"], []).append((row["name"], False if row["loaded"] else None))
        if row["loaded"]:
            found.setdefault(row["loaded"], []).append((row["name"], True))
    for names in found.values():
        names.sort(key=lambda each: (each[1] is not None, not each[0].endswith(")")))
    return MappingProxyType(found)


@cache
def _with_load() -> Mapping[str, str]:
    return MappingProxyType({row["exercise"]: row["loaded"] for row in table("names") if row["loaded"]})
