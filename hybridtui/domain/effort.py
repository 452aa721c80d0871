"""How an athlete says how hard a set was."""

from __future__ import annotations

from enum import StrEnum


class EffortScale(StrEnum):
    """What is asked for with every set; off until the athlete asks for it."""

    OFF = "off"
    RPE = "rpe"
    """How hard, up to 10: 8 leaves two repetitions in reserve."""
    RIR = "rir"
    """Repetitions in reserve: 2 is RPE 8."""

    @property
    def after(self) -> EffortScale:
        """The next one, and after the last the first: what one key goes through."""
        scales = list(EffortScale)
        return scales[(scales.index(self) + 1) % len(scales)]
