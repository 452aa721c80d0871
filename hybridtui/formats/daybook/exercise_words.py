"""Exercises by name: written so that the name reads back as the same exercise, read as people type it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hybridtui.domain import names, typed_names
from hybridtui.domain.exercises import OWN, Exercise, catalogue
from hybridtui.domain.own_exercises import OWN_PATTERN
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.pairs import text

MOST_UNKNOWN = 50
"""For so many names that are not known the nearest ones are looked for: it takes its time."""

_PLAIN = re.compile(r"[^\W\d_][^\":#|~>\\“”„]*")
_FIRST_WORDS = re.compile(r"(?:run|sport)\b")
"""Before a colon they name a run, or another sport."""


class ExerciseWords:
    """What exercises are called in one daybook: the library, the athlete's own, and the names they said."""

    def __init__(self, own: Iterable[Exercise] = (), own_names: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take the athlete's own exercises, and ids by folded name of what the athlete calls something."""
        self._own_names = dict(own_names)
        self._exercises = dict(catalogue())
        self._by_name = {exercise.name: exercise.id for exercise in self._exercises.values()}
        self._unknown = 0
        self._here: dict[str, str] = {}
        self._told: dict[str, str] = {}
        self._written: dict[str, str] = {}
        for exercise in own:
            self.add(exercise)

    def add(self, exercise: Exercise, instead_of: str | None = None) -> None:
        """Take in an own exercise, under the id that a daybook of another log calls it by, too."""
        self._exercises[exercise.id] = exercise
        self._by_name.setdefault(exercise.name, exercise.id)
        if instead_of is not None:
            self._here[instead_of] = exercise.id
        self._told.clear()
        self._written.clear()

    def called(self, folded: str, exercise: str) -> None:
        """Take in what a name stands for."""
        self._own_names[folded] = exercise
        self._told.clear()

    def known(self, exercise: str) -> Exercise:
        """Return an exercise by its id, one of which only the id is known included."""
        found = self._exercises.get(exercise)
        return found if found is not None else Exercise(id=exercise, name=exercise, pattern=OWN_PATTERN)

    def exactly(self, name: str) -> str | None:
        """Return the id of the exercise of just that name; None if there is none."""
        return self._by_name.get(name)

    def name(self, exercise: str) -> str:
        """Return what stands for an exercise: its name, or in quotes what is not safe as it is."""
        found = self._written.get(exercise)
        if found is None:
            found = self._written[exercise] = self._name(exercise)
        return found

    def find(self, name: str) -> str:
        """Return the id that a name stands for.

        Raises:
            Misread: if it is none, or one of several; it names the nearest.
        """
        found = self._told.get(name)
        if found is None:
            found = self._told[name] = self._find(clean(name))
        return found

    def _name(self, exercise: str) -> str:
        known = self._exercises.get(exercise)
        if known is None or self._by_name.get(known.name) != exercise or clean(known.name) != known.name:
            return text(exercise)
        plain = _PLAIN.fullmatch(known.name) and not _FIRST_WORDS.match(known.name)
        return known.name if plain else text(known.name)

    def _find(self, name: str) -> str:
        if exact := self._by_name.get(name):
            return exact
        if name in self._here:
            return self._here[name]
        if name in self._exercises or (name.startswith(OWN) and len(name) > len(OWN)):
            return name
        if known := self._own_names.get(names.fold(name)):
            return known
        if self._unknown >= MOST_UNKNOWN:
            raise misread(name, "it is no exercise that is known")
        try:
            return typed_names.called(name, self._exercises).id
        except Problem as problem:
            self._unknown += 1
            raise Misread(str(problem)) from problem
