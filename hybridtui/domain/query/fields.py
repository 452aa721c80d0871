"""What a session can be asked for: each field's name, and what it is measured in."""

from __future__ import annotations

from enum import StrEnum

from hybridtui.domain.units import KG_PER_LB, M_PER_MI


class Amount(StrEnum):
    """What is a number of a session. Kilometres, tonnage and the like have a field for each unit."""

    MINUTES = "min"
    RUN_MINUTES = "run"
    STRENGTH_MINUTES = "strength"
    OTHER_MINUTES = "other"
    """Of other sports and recovery."""
    KM = "km"
    MI = "mi"
    SETS = "sets"
    REPS = "reps"
    KG = "kg"
    LB = "lb"
    LOAD = "load"
    RPE = "rpe"
    HEART_RATE = "hr"
    PACE = "pace"
    """Minutes and seconds for a kilometre run."""
    PACE_MI = "pace/mi"
    """For a mile run; typed as a unit of the number: ``pace<8:00/mi``."""

    @property
    def scale(self) -> float:
        """How much one of it is in what is stored: seconds, metres, kilograms, seconds per kilometre."""
        return _SCALES.get(self, 1.0)

    @property
    def step(self) -> float:
        """How finely the log shows it: what ``=`` holds equal."""
        return _STEPS.get(self, 1.0)

    @property
    def can_be_unknown(self) -> bool:
        """True if a session may be without it; an unknown number is neither more nor less than any."""
        return self in _CAN_BE_UNKNOWN

    @property
    def can_be_known_in_part(self) -> bool:
        """True if a part of it may be known: the whole is not less. A run without its time took some, too."""
        return self in _TIMES or self is Amount.LOAD

    @property
    def is_time(self) -> bool:
        """True for minutes: what was done took more than none, also where nobody knows how many."""
        return self in _TIMES


_SCALES = {
    Amount.MINUTES: 60.0,
    Amount.RUN_MINUTES: 60.0,
    Amount.STRENGTH_MINUTES: 60.0,
    Amount.OTHER_MINUTES: 60.0,
    Amount.KM: 1000.0,
    Amount.MI: M_PER_MI,
    Amount.LB: KG_PER_LB,
    Amount.PACE_MI: 1000.0 / M_PER_MI,
}
_STEPS = {Amount.KM: 0.1, Amount.MI: 0.1, Amount.RPE: 0.1}
_TIMES = frozenset({Amount.MINUTES, Amount.RUN_MINUTES, Amount.STRENGTH_MINUTES})
_CAN_BE_UNKNOWN = _TIMES | {
    Amount.KM,
    Amount.MI,
    Amount.LOAD,
    Amount.RPE,
    Amount.HEART_RATE,
    Amount.PACE,
    Amount.PACE_MI,
}


class Wording(StrEnum):
    """What is text of a session."""

    TITLE = "title"
    NOTE = "note"
    SPORT = "sport"
    """Of a session of another sport; else its type."""
    SUBTYPE = "subtype"


class Flag(StrEnum):
    """What is so, or is not so."""

    SAME = "same"
    """Another record of the same workout counts instead of it."""
    ESTIMATED = "estimated"
    """Its load rests on a default effort, not on a rating."""
