"""What files leave open: in which units they were written, asked by what each answer would mean."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit, pace


@dataclass(frozen=True, slots=True)
class UnitQuestion:
    """A weight that shows what each answer would mean, for a file that does not name its unit."""

    exercise: str
    """As the file names it: its heaviest squat, or else its heaviest set."""
    value: float
    likely: WeightUnit | None = None
    """The unit the numbers themselves speak for, if they do."""

    @property
    def in_kg(self) -> Load:
        """The weight if the file is in kilograms."""
        return Load(self.value, WeightUnit.KG)

    @property
    def in_lb(self) -> Load:
        """The weight if the file is in pounds."""
        return Load(self.value, WeightUnit.LB)

    def __str__(self) -> str:
        return f"The file does not say kg or lb: your best {self.exercise} would be {self.in_kg} or {self.in_lb}."


@dataclass(frozen=True, slots=True)
class DistanceQuestion:
    """A distance that shows what each answer would mean, for a file that does not name its unit."""

    activity: str
    """As the file calls it: its longest run, or else the longest way it tells of."""
    value: float
    seconds: float | None
    """How long it took; None if the file does not say."""
    assumed: DistanceUnit
    """In what the file was read: the athlete's unit, else kilometres."""

    def reading(self, unit: DistanceUnit) -> Distance:
        """Return the distance if the file is in ``unit``."""
        return Distance(self.value, unit)

    def pace(self, unit: DistanceUnit) -> str:
        """Return how fast that was, ``5:31/km``; empty if the file does not say how long it took."""
        return pace(self.seconds or 0.0, self.reading(unit).metres, unit)

    def __str__(self) -> str:
        other = DistanceUnit.KM if self.assumed is DistanceUnit.MI else DistanceUnit.MI
        assumed, else_ = (
            f"{self.reading(unit)}{f' ({pace})' if (pace := self.pace(unit)) else ''}" for unit in (self.assumed, other)
        )
        return (
            f"the file does not say km or mi: your longest {self.activity} was read as {assumed}; "
            f"if it was {else_}, import it with --distance-unit {other}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The units of one file that does not name them, as the athlete said; None: nothing was said."""

    weight: WeightUnit | None = None
    distance: DistanceUnit | None = None
