"""The calendar: days, adherence, and the reasons for what was skipped."""

from __future__ import annotations

from datetime import date, timedelta

from hybridtui.domain.calendar import Week
from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.days import DaysPage, Told, WeekKept, days_page
from hybridtui.domain.days.marks import Bounds
from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import USUAL_DAYS
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.text import clean_note
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import EARLY_WEEKS


class Days:
    """What each day was, and how far each week went as planned."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def page(self, first: Week, last: Week) -> DaysPage:
        """Return the days of whole weeks, and how each week went."""
        store, today = self._kit.store.days, self._kit.today()
        weeks = tuple(first.plus(n) for n in range((last.monday - first.monday).days // 7 + 1))
        # A workout may be followed weeks before its own, or counted for by hand a week after it.
        early, late = first.plus(-EARLY_WEEKS), last.plus(1)
        asked = store.asked(early, late)
        told = Told(
            reasons=store.reasons(first, last),
            readings=self._kit.store.readiness(first.first - timedelta(days=USUAL_DAYS), last.last),
            aches=store.aches(first.first, last.last),
        )
        bounds = Bounds(today=today, begun=self.begun() or today)
        return days_page(weeks, asked, store.done(early.first, late.last), told, bounds)

    def adherence(self, first: Week, last: Week) -> tuple[WeekKept, ...]:
        """Return how the weeks from ``first`` to ``last`` went as planned, oldest first."""
        return self.page(first, last).weeks

    def begun(self) -> date | None:
        """Return the first day of the log or of the first plan; None: there is neither."""
        return self._kit.store.days.begun()

    def reason(self, workout_id: str) -> SkipReason | None:
        """Return what was said of why a workout was skipped, if anything."""
        return self._kit.store.days.reason(workout_id)

    def say(self, workout_id: str, reason: Reason, note: str = "", *, title: str = "a workout") -> SkipReason:
        """Keep why a workout was skipped, in place of what was said before; undo takes it back.

        Raises:
            NotSaved: if nothing was written.
        """
        said = SkipReason(workout_id=workout_id, reason=reason, note=clean_note(note))
        self._kit.apply(Change(label=f"reason for {title}", skips=(said,)))
        return said

    def unsay(self, workout_id: str, *, title: str = "a workout") -> None:
        """Take the reason for a workout back; undo brings it again.

        Raises:
            Problem: if there is none.
            NotSaved: if nothing was written.
        """
        if self.reason(workout_id) is None:
            raise Problem("There is no reason to take back: none was given.")
        self._kit.apply(Change(label=f"deletion of the reason for {title}", drop=(Ref(Noun.SKIP, workout_id),)))
