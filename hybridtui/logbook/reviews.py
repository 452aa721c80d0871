"""Looking back at a week or a month, gathered from the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hybridtui.domain.calendar import By, Month, Week
from hybridtui.domain.days import WeekAsked
from hybridtui.domain.history import Totals
from hybridtui.domain.loads.days import summed
from hybridtui.domain.loads.log import LoadLog
from hybridtui.domain.loads.page import page
from hybridtui.domain.loads.state import state
from hybridtui.domain.readiness import REMEMBERED_DAYS, fatigue
from hybridtui.domain.review.facts import USUAL_WEEKS, WeekFacts
from hybridtui.domain.review.month import MonthFacts, MonthReview, WeekOfMonth, review, weeks_of
from hybridtui.domain.review.week import WeekReview, sentences
from hybridtui.domain.workout import Plan, PlannedWeek
from hybridtui.logbook.days import Days
from hybridtui.logbook.history import History
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.lifting import Lifting
from hybridtui.logbook.loads import Loads
from hybridtui.logbook.mileage import Mileage


class Reviews:
    """Weeks and months in numbers and words: the same log on the same day gives the same ones."""

    def __init__(self, kit: Kit, history: History) -> None:
        self._kit = kit
        self._history = history
        self._loads, self._days = Loads(kit), Days(kit)
        self._lifting, self._mileage = Lifting(kit), Mileage(kit)

    def week(self, day: date) -> WeekReview:
        """Return the week that holds ``day``; fitness and load stand as of that day."""
        week = Week.of(day)
        log = self._loads.log(week.first)
        facts = self._facts(week, log)
        return WeekReview(
            facts=facts,
            state=state(log, day),
            muscles=self._lifting.muscles(week),
            maxima=self._lifting.maxima(week),
            fitness=self._mileage.fitness(day),
            sentences=sentences(facts),
        )

    def month(self, day: date) -> MonthReview:
        """Return the month that holds ``day``, beside the one before it."""
        month = Month.of(day)
        weeks = weeks_of(month)
        log = self._loads.log(month.plus(-1).first)
        before, totals = self._history.totals(By.MONTH, 2, month.last)
        of_weeks = self._history.totals(By.WEEK, len(weeks), weeks[-1].last)
        loads = page(log, (month.plus(-1), month, *weeks)).periods
        kept = self._days.adherence(weeks[0], weeks[-1])
        athlete = self._kit.store.athlete()
        return review(
            MonthFacts(
                month=month,
                today=self._kit.today(),
                totals=totals,
                before=before if log.began is not None and log.began < month.first else None,
                load=loads[1],
                load_before=loads[0],
                weeks=tuple(
                    WeekOfMonth(totals=each, kept=held, load=load)
                    for each, held, load in zip(of_weeks, kept, loads[2:], strict=True)
                ),
                target=athlete.balance if athlete is not None else None,
            )
        )

    def _facts(self, week: Week, log: LoadLog) -> WeekFacts:
        today = self._kit.today()
        *before, totals = self._history.totals(By.WEEK, USUAL_WEEKS + 1, week.last)
        plan, athlete, asked = self._kit.store.plan(), self._kit.store.athlete(), self._asked(week)
        readings = self._kit.store.readiness(week.first - timedelta(days=REMEMBERED_DAYS), week.last)
        tired = fatigue(readings, min(week.last, today))
        return WeekFacts(
            week=week,
            today=today,
            totals=totals,
            before=_of_log(before, log.began),
            kept=self._days.adherence(week, week)[0],
            sums=summed(log.between(week.first, week.last)),
            load=state(log, min(week.last, today)),
            target=athlete.balance if athlete is not None else None,
            planned=_planned(plan, asked, week),
            after=_planned(plan, asked, week.plus(1)),
            began=log.began,
            light_lately=any(asked[each].light for n in range(USUAL_WEEKS) if (each := week.plus(-n)) in asked),
            tired=tired.text if tired is not None else "",
        )

    def _asked(self, week: Week) -> Mapping[Week, WeekAsked]:
        """Return what was planned for a week, the three before it and the one after, whichever plan it was."""
        return {each.week: each for each in self._kit.store.days.asked(week.plus(1 - USUAL_WEEKS), week.plus(1))}


def _planned(plan: Plan | None, asked: Mapping[Week, WeekAsked], week: Week) -> PlannedWeek | None:
    """Return a planned week: whole of the plan that is followed, without steps of an earlier one."""
    followed = plan.week_of(week.first) if plan is not None else None
    return followed or (asked[week].as_planned if week in asked else None)


def _of_log(weeks: list[Totals], began: date | None) -> tuple[Totals, ...]:
    """Leave out weeks before the log began: they are unknown, not empty."""
    return tuple(each for each in weeks if began is not None and each.period.last >= began)
