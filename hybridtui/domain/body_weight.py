"""What the athlete weighed, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybridtui.domain.units import Load


@dataclass(frozen=True, slots=True)
class BodyWeight:
    """The weight of one day, as it was typed; the last one told of a day counts."""

    day: date
    weight: Load
