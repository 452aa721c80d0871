"""Which unit a lifting app's file is in, where it does not say, and what was typed. Source: formats.md 1.5."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from hybridtui.domain.names import match
from hybridtui.domain.unit_questions import DistanceQuestion, UnitQuestion
from hybridtui.domain.units import KG_PER_LB, DistanceUnit, Load, WeightUnit, round_half_up
from hybridtui.formats.lifting import cardio
from hybridtui.formats.lifting.app_rows import Row

_KG_GRID = 0.25
_LB_GRID = 0.5
_KG_NEAR = 0.005
_EXACT = 1e-4


@lru_cache(8192)
def entered(value: float, unit: WeightUnit) -> Load:
    """Return the weight as it was typed into the app.

    Apps write every weight in the unit set at the time of the export: what was typed as
    20 kg comes out of Strong as 44.09245243697551 lb. Such a value lies off the grid of its own
    unit's plates and on the other's.

    >>> str(entered(44.09245243697551, WeightUnit.LB)), str(entered(45, WeightUnit.LB))
    ('20 kg', '45 lb')
    >>> str(entered(6.80388555, WeightUnit.KG)), str(entered(62.5, WeightUnit.KG))
    ('15 lb', '62.5 kg')
    """
    if unit is WeightUnit.LB:
        kg = value * KG_PER_LB
        if not _on(value, _LB_GRID, _EXACT) and _on(kg, _KG_GRID, _KG_NEAR):
            return Load(round_half_up(kg, _KG_GRID), WeightUnit.KG)
        return Load(value, unit)
    if _converted_to_kg(value):
        return Load(round_half_up(value / KG_PER_LB, _LB_GRID), WeightUnit.LB)
    return Load(value, unit)


def _on(value: float, grid: float, near: float) -> bool:
    return abs(value - round_half_up(value, grid)) <= near


def _converted_to_kg(value: float) -> bool:
    """Return whether only a conversion from pounds explains so many decimals."""
    return not _on(value, 0.001, 1e-9) and _on(value / KG_PER_LB, _LB_GRID, _EXACT)


def _converted_to_lb(value: float) -> bool:
    return not _on(value, 0.001, 1e-9) and _on(value * KG_PER_LB, _KG_GRID, _EXACT)


def question(rows: Iterable[Row]) -> UnitQuestion | None:
    """Return what to ask about rows that do not name their unit; None if no weight needs one."""
    unsaid = [row for row in rows if row.weight and row.weight_unit is None]
    if not unsaid:
        return None
    shown = max([row for row in unsaid if _squat(row.exercise)] or unsaid, key=lambda row: row.weight)
    return UnitQuestion(shown.exercise, shown.weight, _likely(unsaid))


def distance_question(rows: Iterable[Row], assumed: DistanceUnit) -> DistanceQuestion | None:
    """Return what to ask about distances whose unit a file does not name; None if it has none."""
    moved = [row for row in rows if row.distance and row.distance_assumed]
    if not moved:
        return None
    runs = {name for name in {row.exercise for row in moved} if cardio.sport(name) == "run"}
    shown = max([row for row in moved if row.exercise in runs] or moved, key=lambda row: row.distance)
    return DistanceQuestion(shown.exercise, shown.distance, shown.seconds or None, assumed)


def _squat(name: str) -> bool:
    found = match(name)
    return found is not None and found.exercise == "back_squat"


def _likely(rows: Sequence[Row]) -> WeightUnit | None:
    values = {row.weight for row in rows}
    if any(_converted_to_lb(value) for value in values):
        return WeightUnit.LB
    if any(_converted_to_kg(value) for value in values):
        return WeightUnit.KG
    return None
