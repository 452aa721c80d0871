"""Tempo: how long each phase of a repetition takes. Source: science.md B.7, B.3."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from hybridtui.domain.problems import Problem
from hybridtui.domain.units import decimal

EXPLOSIVE_S = 1.0
"""What ``X``, as fast as possible, counts for in estimates and in the rep timer (B.7)."""

_NUMBER = r"(\d{1,2}(?:\.\d)?)"
_PATTERN = re.compile(rf"{_NUMBER}-{_NUMBER}-(\d{{1,2}}(?:\.\d)?|[Xx])-{_NUMBER}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Tempo:
    """Lowering, pause at the stretch, lifting, pause at the top, in seconds.

    The order is fixed, also for exercises that begin with the lift.
    """

    lower: float
    pause_stretch: float
    lift: float
    """Seconds of the lift; EXPLOSIVE_S if it is ``X``."""
    pause_top: float
    explosive: bool = False
    """True if the lift is ``X``: as fast as possible."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``3-1-1-0`` or ``2-0-X-0``.

        >>> Tempo.parse("3-1-1-0").seconds * 10, Tempo.parse("4-0-X-0").seconds * 8
        (50.0, 40.0)

        Raises:
            Problem: if it is not four numbers (the third may be ``X``), or they are all 0.
        """
        found = _PATTERN.fullmatch(text.strip())
        if found is None:
            raise Problem(f"{text[:20]!r} is no tempo: write four numbers such as 3-1-1-0, X for an explosive lift")
        lower, stretch, lift, top = found.groups()
        explosive = lift in "Xx"
        tempo = cls(float(lower), float(stretch), EXPLOSIVE_S if explosive else float(lift), float(top), explosive)
        if not tempo.seconds:
            raise Problem("A tempo of 0-0-0-0 takes no time: give at least one phase a second")
        return tempo

    @property
    def seconds(self) -> float:
        """Length of one repetition."""
        return self.lower + self.pause_stretch + self.lift + self.pause_top

    @property
    def phases(self) -> tuple[tuple[str, float], ...]:
        """The phases that take time, in order: ``lower``, ``pause``, ``lift``, ``pause``.

        >>> Tempo.parse("3-1-X-0").phases
        (('lower', 3.0), ('pause', 1.0), ('lift', 1.0))
        """
        named = (
            ("lower", self.lower),
            ("pause", self.pause_stretch),
            ("lift", self.lift),
            ("pause", self.pause_top),
        )
        return tuple((name, seconds) for name, seconds in named if seconds > 0)

    def __str__(self) -> str:
        lift = "X" if self.explosive else decimal(self.lift)
        return f"{decimal(self.lower)}-{decimal(self.pause_stretch)}-{lift}-{decimal(self.pause_top)}"


class Aim(StrEnum):
    """What strength work is for; B.3 has a row of numbers for each."""

    TECHNIQUE = "technique"
    ENDURANCE = "endurance"
    HYPERTROPHY = "hypertrophy"
    STRENGTH = "strength"
    POWER = "power"
    FORM = "form"


_BY_AIM = {
    Aim.TECHNIQUE: Tempo(3, 1, 1, 0),
    Aim.ENDURANCE: Tempo(2, 0, 2, 0),
    Aim.HYPERTROPHY: Tempo(3, 0, 1, 0),
    Aim.STRENGTH: Tempo(2, 0, EXPLOSIVE_S, 0, explosive=True),
    Aim.POWER: Tempo(1, 0, EXPLOSIVE_S, 0, explosive=True),
    Aim.FORM: Tempo(2, 1, 2, 0),
}


def named_tempo(name: str) -> Tempo | None:
    """Return the tempo that an exercise carries in its name, if it does.

    >>> str(named_tempo("Tempo squat 3-1-1-0"))
    '3-1-1-0'
    """
    found = _PATTERN.search(name)
    return Tempo.parse(found[0]) if found is not None else None


UNSAID = _BY_AIM[Aim.HYPERTROPHY]
"""Assumed where a step names no tempo."""


def default_tempo(aim: Aim) -> Tempo:
    """Return the tempo that B.3 gives for ``aim``.

    >>> str(default_tempo(Aim.STRENGTH))
    '2-0-X-0'
    """
    return _BY_AIM[aim]
