"""Running as the log tells it: its page of History, and the VDOT of a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hybridtui.domain.calendar import By, span
from hybridtui.domain.mileage.fitness import CURRENT_DAYS, RunFitness, fitness
from hybridtui.logbook.kit import Kit

if TYPE_CHECKING:
    from hybridtui.domain.mileage.bests import Best
    from hybridtui.domain.mileage.page import MileagePage


class Mileage:
    """What was run, finished sessions only."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def fitness(self, day: date) -> RunFitness | None:
        """Return the VDOT of a day and where it comes from; None if nothing says."""
        since = day - timedelta(days=CURRENT_DAYS)
        return fitness(self._kit.store.mileage.stretches(since, day), self._kit.athlete(), day)

    def newest(self, today: date) -> tuple[Best, ...]:
        """Return the bests of the four weeks up to ``today`` that beat something: one a run, newest first.

        Of a run, what it was exactly comes before what it was at most, and the longer distance before the shorter.
        """
        found = [best for best in self._kit.store.mileage.bests(today) if best.is_new and self._beat(best)]
        told: dict[date, Best] = {}
        for best in sorted(found, key=lambda best: (-best.stretch.day.toordinal(), not best.exact, -best.metres)):
            told.setdefault(best.stretch.day, best)
        return tuple(told.values())

    def _beat(self, best: Best) -> bool:
        """Return whether a run before was long enough to be compared with it."""
        from hybridtui.domain.mileage.bests import Feat
        from hybridtui.domain.query.fields import Amount
        from hybridtui.domain.query.values import Comparison, Measured, Within, all_of

        least = 0.0 if isinstance(best.of, Feat) else best.of.metres / 1000
        ran = Measured(Amount.RUN_MINUTES, Comparison.MORE, 0.0)
        far = Measured(Amount.KM, Comparison.AT_LEAST, least)
        before = Within(last=best.stretch.day - timedelta(days=1))
        return self._kit.store.search.sums(all_of((ran, far, before))).sessions > 0

    def page(self, by: By, count: int, today: date | None = None) -> MileagePage:
        """Return everything that the running tab shows of so many weeks or months up to ``today`` (now)."""
        from hybridtui.domain.mileage.page import Found, mileage_page, since

        day = today or self._kit.today()
        asked, athlete = self._kit.store.mileage, self._kit.athlete()
        periods = span(by, count, day)
        first, last, by_heart = periods[0].first, periods[-1].last, athlete.threshold_hr is not None
        found = Found(
            sessions=asked.sessions(by, first, last, by_heart=by_heart),
            stretch_sums=asked.stretch_sums(by, first, last, by_heart=by_heart),
            stretches=asked.stretches(since(first, day), day),
            bests=asked.bests(day),
        )
        return mileage_page(found, athlete, by, periods, day)
