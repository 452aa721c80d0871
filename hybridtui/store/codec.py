"""Domain values as versioned JSON text, for the columns that are read whole."""

from __future__ import annotations

import json
from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar, cast

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.codec import DAMAGE, Codec, pair, to_json
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.session import Pause
from hybridtui.domain.workout import Plan, Step, Workout

__all__ = [
    "ATHLETE",
    "DAMAGE",
    "ENCODING",
    "EXERCISE",
    "PAUSES",
    "PLAN",
    "STEPS",
    "WORKOUT",
    "TextCodec",
    "to_json",
]

T = TypeVar("T")

ENCODING = 1
"""Version of the encoding; a greater one was written by a newer hybridtui."""

REMEMBERED = 400
"""Values kept as they were read: a year of planned workouts, which every page of Today and Plan asks for again."""


class TextCodec(Codec[T]):
    """Writes values of one type as text, with the version of the encoding, and reads them back."""

    def dumps(self, value: T) -> str:
        """Return ``value`` as JSON text.

        Raises:
            ValueError: if it holds a number that is not finite.
        """
        return to_json({"v": ENCODING, "is": self.plain(value)})

    def loads(self, text: str) -> T:
        """Return the value written as ``text``.

        Raises:
            StoreProblem: if a newer hybridtui wrote it, or if it is no such value.
        """
        return cast("T", _read(self.hint, text))


@lru_cache(maxsize=REMEMBERED)
def _read(hint: Hashable, text: str) -> object:
    """Read a value; the same text is the same value for good, so nothing here can go out of date."""
    try:
        document = json.loads(text)
        if document["v"] <= ENCODING:
            _, decode = pair(hint)
            return decode(document["is"])
    except DAMAGE as error:
        raise StoreProblem("The log holds a damaged entry; restore a copy of the file.") from error
    raise StoreProblem("A newer hybridtui wrote an entry of this log; update hybridtui to read it.")


ATHLETE = TextCodec(Athlete)
PLAN = TextCodec(Plan)
WORKOUT = TextCodec(Workout)
STEPS = TextCodec(tuple[Step, ...])
EXERCISE = TextCodec(Exercise)
PAUSES = TextCodec(tuple[Pause, ...])
