"""A week being written: what it is made from, and what each workout holds. Source: science.md F.2 step 5, E.3."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.coverage import SHORT_WEEK, Coverage
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.workout import Kind, Step, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one week is written from."""

    asked: Asked
    found: Outline
    week: Week
    deload: bool
    used: frozenset[str]
    """Exercises of this training block."""
    covered: Coverage
    """What the week before trained, where coverage is judged over 14 days (I.13)."""
    ids: Callable[[], str]
    sets_before: Mapping[str, int] | None = None
    """Most sets of each muscle in the last two full weeks that were not lighter; None: there is none (R22)."""

    @property
    def placed(self) -> list[tuple[Weekday, Sketch]]:
        """Day and sketch, in the order of days and of the sessions within a day (E.3)."""
        run_first = self.asked.athlete.balance >= 0.5

        def order(entry: tuple[Weekday, Sketch]) -> tuple[int, bool]:
            day, sketch = entry
            fast = any(s.quality for d, s in zip(self.found.days, self.found.sketches, strict=True) if d is day)
            return day, (sketch.kind is not Kind.RUN) is (run_first or fast)

        return sorted(zip(self.found.days, self.found.sketches, strict=True), key=order)

    @property
    def short(self) -> bool:
        """True in weeks with so little strength that one set may do (I.13)."""
        return self.found.sizes.strength_minutes < SHORT_WEEK

    @property
    def means(self) -> Means:
        """What the athlete can use."""
        return Means.of(self.asked.athlete, self.asked.week)

    def date(self, day: Weekday) -> date:
        """Return the date of a weekday of this week."""
        return self.week.monday + timedelta(days=int(day))


@dataclass(frozen=True, slots=True)
class Content:
    """The steps of a workout and what is known about them."""

    steps: tuple[Step, ...]
    title: str
    subtype: str
    purpose: str
    why: tuple[Why, ...] = ()
    notes: tuple[Why, ...] = ()
