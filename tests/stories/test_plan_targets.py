"""The targets on Plan: there before one looks, and asked of the log only for what one looks at."""

from __future__ import annotations

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level
from hybridtui.logbook import Logbook
from hybridtui.logbook.plans import Plans
from hybridtui.ui.screens import plan


async def test_the_log_is_not_asked_for_workouts_far_ahead_that_are_only_passed(
    open_story, with_plan, location, clock, monkeypatch
):
    athlete = Athlete(level=Level.INTERMEDIATE, equipment=EQUIPMENT_PROFILES["gym"], run_minutes=90)
    with Logbook.open(location, clock) as book:
        book.plans.adopt(book.plans.draft(athlete, weeks=10))
        *_, last = (workout.id for week in book.plans.current().weeks for workout in week.workouts)
    asked: list[str] = []
    targeted = Plans.targeted

    def noting(self, workout, plan=None):
        asked.append(workout.id)
        return targeted(self, workout, plan)

    monkeypatch.setattr(Plans, "targeted", noting)
    monkeypatch.setattr(plan, "GLANCE_S", 0.8)  # however slow the machine is: keys come faster
    async with open_story() as story:
        await story.press("P")
        assert asked
        ready = set(asked)
        await story.hurry("end", *["up"] * 4, "end")
        assert set(asked) - ready == {last}
