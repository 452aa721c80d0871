"""Which exercise a name in a file stands for.

Some names do not say whether a load was used (``Pull Up``, ``Bulgarian Split Squat``)
where the library keeps both apart. There the session decides: if any of its sets of that
name has a load, all of them are the loaded exercise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from hybridtui.domain import gym_exercises
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.names import fold, match
from hybridtui.domain.own_exercises import OWN_PATTERN, own_id
from hybridtui.domain.text import clean

UNNAMED = "Unknown exercise"
"""Stands in for sets whose exercise the file does not name."""

_LOAD_GEAR = frozenset({"dumbbell", "kettlebell", "barbell", "machine", "cable", "band", "mini_band", "medicine_ball"})


@cache
def carries_bodyweight(exercise: str) -> bool:
    """Return whether a load of this exercise comes on top of the body's weight."""
    known = catalogue().get(exercise)
    if known is None:
        return False
    return known.pattern != "carry" and (
        any(not way & _LOAD_GEAR for way in known.equipment) or exercise == "weighted_pull_up"
    )


class Roster:
    """The exercises that a file's names stand for; names without a match become the athlete's own."""

    def __init__(self, own: Mapping[str, str], usual: str = "") -> None:
        """Find the athlete's ``own`` first; ``usual`` is the implement of names without one, if the app has one."""
        self._own = own
        self._usual = usual
        self._added: dict[str, Exercise] = {}
        self._told: dict[tuple[str, bool], str] = {}

    def exercise(self, name: str, *, loaded: bool, timed: bool = False, trains: Sequence[str] = ()) -> str:
        """Return the id for a name; ``loaded`` and ``timed`` say how it was done, ``trains`` which muscles, if known.

        Where the name itself tells what it trains, the file's coarser word is not taken.
        """
        told = self._told.get((name, loaded))
        if told is None:
            done = Exercise(
                id="",
                name=clean(name) or UNNAMED,
                pattern=OWN_PATTERN,
                primary="".join(trains[:1]),
                secondary=tuple(trains[1:]),
                timed=timed,
            )
            told = self._told[name, loaded] = self._find(done, loaded=loaded)
        return told

    def _find(self, done: Exercise, *, loaded: bool) -> str:
        name, folded = done.name, fold(done.name)
        if folded in self._own:
            return self._own[folded]
        found = match(name) or (match(f"{name} ({self._usual})") if self._usual else None)
        if found is not None:
            return found.loaded if loaded and found.loaded else found.exercise
        bare = replace(done, primary="", secondary=()) if done.primary and gym_exercises.known(name) else done
        return self._added.setdefault(folded, replace(bare, id=own_id(name))).id

    @property
    def added(self) -> tuple[Exercise, ...]:
        """The athlete's own exercises that the file brings."""
        return tuple(self._added.values())
