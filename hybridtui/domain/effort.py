"""How an athlete says how hard a set was. Source: science.md B.2, R39.

The log keeps RPE; which scale is typed and read is a preference.
"""

from __future__ import annotations

from enum import StrEnum

from hybridtui.domain.units import decimal

MOST = 10.0
"""RPE of a set after which no repetition was left; what is missing to it is the RIR."""

TECHNIQUE = 6.0
"""The first set of an exercise that is new to the athlete is no harder: it is for the form (R39)."""


class Effort(StrEnum):
    """What is asked for with every set; off until the athlete asks for it."""

    OFF = "off"
    RPE = "rpe"
    """How hard, up to 10: 8 leaves two repetitions in reserve."""
    RIR = "rir"
    """Repetitions in reserve: 2 is RPE 8."""


def effort_words(rpe: float, scale: Effort = Effort.RPE) -> str:
    """Say how hard a set was.

    >>> effort_words(8.5), effort_words(8, Effort.RIR)
    ('RPE 8.5', 'RIR 2')
    """
    return f"RIR {decimal(MOST - rpe)}" if scale is Effort.RIR else f"RPE {decimal(rpe)}"
