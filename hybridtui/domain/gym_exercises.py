"""What exercises of gyms train that the library lacks: known by their names alone.

The library holds what a plan may ask for; logs and files of other apps hold far more.
The table is ``data/gym_exercises.csv``. It is read when such a name is first looked up:
nothing of an ordinary Today needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from hybridtui.domain.data_tables import table
from hybridtui.domain.exercises import OWN, Exercise, described
from hybridtui.domain.names import fold


def known(name: str) -> Exercise | None:
    """Return the exercise that goes by a name, with an id of nobody's; None if the table has none.

    >>> known("lateral raise - dumbbell").primary, known("My own thing")
    ('shoulders', None)
    """
    return _by_name().get(fold(name))


@cache
def _by_name() -> Mapping[str, Exercise]:
    """Read the table: exercises by each of their names, folded."""
    return MappingProxyType(
        {fold(name): each for row in table("gym_exercises") for each in [_exercise(row)] for name in _names(row)}
    )


def _names(row: Mapping[str, str]) -> list[str]:
    return row["names"].split("|")


def _exercise(row: Mapping[str, str]) -> Exercise:
    return replace(described(row, OWN, _names(row)[0]), timed=row["timed"] == "1")
