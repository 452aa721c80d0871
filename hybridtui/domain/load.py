"""The load of a session: how hard times how long, one unit for both sports. Source: science.md D.1."""

from __future__ import annotations

from typing import NamedTuple

from hybridtui.domain.workout import Kind

DEFAULT_RPE: dict[str, float] = {
    "easy": 3,
    "strides": 3,
    "long": 4,
    "runwalk": 4,
    "progression": 5,
    "tempo": 6,
    "fartlek": 6,
    "cruise": 7,
    "hills": 7,
    "vo2": 8,
    "reps": 8,
    "race": 9,
    "timetrial": 9,
    "SC": 4,
}
"""Assumed effort by subtype where none was given: D.1, what it leaves out from C.7; races a product decision."""

DEFAULT_RPE_OF_KIND: dict[Kind, float] = {
    Kind.RUN: 3,
    Kind.STRENGTH: 6,
    Kind.HYBRID: 8,
    Kind.COMBO: 5,
    Kind.RECOVERY: 2,
    Kind.OTHER: 4,
}
"""Assumed effort where the subtype says nothing; combo and other are product decisions."""

LEG_HEAVY_RPE = 7.0
"""Assumed for leg-heavy strength (D.1)."""

GENTLE_CIRCUIT_RPE = 6.0
"""Assumed for a circuit of level 1 (D.1)."""


class SessionLoad(NamedTuple):
    """A load in arbitrary units (AU)."""

    au: float
    estimated: bool
    """True if it rests on a default effort."""


def default_rpe(kind: Kind, subtype: str = "", *, leg_heavy: bool = False, level: int | None = None) -> float:
    """Return the effort assumed for a session that was not rated."""
    if leg_heavy:
        return LEG_HEAVY_RPE
    if kind is Kind.HYBRID and level == 1:
        return GENTLE_CIRCUIT_RPE
    return DEFAULT_RPE.get(subtype, DEFAULT_RPE_OF_KIND[kind])


def session_load(
    minutes: float,
    rpe: float | None,
    kind: Kind,
    subtype: str = "",
    leg_heavy: bool = False,
    level: int | None = None,
) -> SessionLoad:
    """Return effort (0-10) times minutes, rests included.

    >>> session_load(60, 7, Kind.STRENGTH)
    SessionLoad(au=420.0, estimated=False)
    >>> session_load(30, None, Kind.RUN, "easy")
    SessionLoad(au=90.0, estimated=True)
    """
    effort = rpe if rpe is not None else default_rpe(kind, subtype, leg_heavy=leg_heavy, level=level)
    return SessionLoad(float(effort * minutes), rpe is None)
