"""Drafting and adopting plans, and the targets of the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.change import Change
from hybridtui.domain.ladder import Offer
from hybridtui.domain.matching import Trained, credited
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Plan, Step, Workout
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.targets import suggested, targeted

WEEKS_AHEAD = 3
"""A plan reaches at least so many weeks beyond this one."""

DRAFTED_WEEKS = 4
"""Weeks that are drafted at a time."""

LONGEST_PLAN = 52
"""Weeks that can be drafted from one start."""


class Plans:
    """The plan: drafted, looked at, adopted."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draft(self, athlete: Athlete, weeks: int = DRAFTED_WEEKS) -> Plan:
        """Draft a plan that starts today; nothing is saved.

        Raises:
            Problem: if no plan can be made of the answers.
        """
        return self._draft(athlete, self._kit.today(), weeks)

    def adopt(self, plan: Plan, *, answers: bool = False) -> None:
        """Follow a plan from now on; the days of this week that are past stay as they were planned.

        With ``answers`` the athlete's answers that it was made from are saved in the same
        change, so that one undo takes back both.

        Raises:
            NotSaved: if nothing was written.
        """
        from hybridtui.domain.plan.handover import taking_over

        followed = taking_over(plan, self.current(), self.done())
        self._kit.apply(Change(label="new plan", plan=followed, athlete=plan.athlete if answers else None))

    def current(self) -> Plan | None:
        """Return the plan being followed."""
        return self._kit.store.plan()

    def done(self, plan: Plan | None = None) -> frozenset[str]:
        """Return the ids of the workouts that count as done: a finished session followed them, or replaced them.

        ``plan`` spares reading it again.
        """
        return frozenset(self.credited(plan))

    def credited(self, plan: Plan | None = None) -> Mapping[str, Trained]:
        """Return, by id of each workout of the plan that counts as done, the session that it counts by."""
        plan = plan or self.current()
        if plan is None or not plan.weeks:
            return {}
        trained = self._kit.store.trained(plan.weeks[0].week.monday, plan.weeks[-1].week.days[-1])
        by_id = {session.session_id: session for session in trained}
        return {workout_id: by_id[by] for workout_id, by in credited(plan.weeks, trained).items()}

    def extend_if_needed(self) -> Plan | None:
        """Draft and adopt further weeks if fewer than three remain after this one.

        Weeks that are there stay as they are. A plan that ran out is followed by a new
        one from today on. Returns the plan being followed.

        Raises:
            Problem: if no further week can be drafted.
        """
        plan = self.current()
        this = Week.of(self._kit.today())
        if plan is None or not plan.weeks or plan.weeks[-1].week >= this.plus(WEEKS_AHEAD):
            return plan
        longer = self.draft(self._kit.athlete()) if plan.weeks[-1].week < this else self._longer(plan)
        self._kit.apply(Change(label="further weeks of the plan", plan=longer, minor=True))
        return longer

    def targeted(self, workout: Workout, plan: Plan | None = None) -> Workout:
        """Return a workout with the targets that the log gives its steps today.

        The first three reasons of such a step are what its target follows from, and what
        reaching and missing it lead to. ``plan`` spares reading it again.
        """
        plan = plan or self.current()
        return targeted(workout, plan.week_of(workout.day) if plan is not None else None, self._kit)

    def suggested(self, step: Step, workout: Workout) -> Offer | None:
        """Return the exercise that the log suggests in place of a step's, if any (R28, R29)."""
        plan = self.current()
        return suggested(step, plan.week_of(workout.day) if plan is not None else None, self._kit)

    def exchange(self, old: str, new: str) -> None:
        """Do one exercise in place of another from today on; the same one: slower (R28, R29).

        Raises:
            Problem: if there is no plan, it does not hold ``old``, or a hard rule would be broken.
            NotSaved: if nothing was written.
        """
        from hybridtui.domain.plan.exchanging import with_exercise

        plan = self.current()
        if plan is None:
            raise Problem("There is no plan to change: draft one first.")
        self._kit.apply(Change(label="another exercise", plan=with_exercise(plan, old, new, self._kit.today())))

    def _draft(self, athlete: Athlete, start: date, weeks: int) -> Plan:
        from hybridtui.domain import plan as engine  # only drafting needs the engine

        return engine.draft(athlete, start, weeks=weeks, plan_id=self._kit.ids(), ids=self._kit.ids)

    def _longer(self, plan: Plan) -> Plan:
        """Draft from the same start, so that the build-up goes on, and keep the weeks there are.

        A plan as long as one can be goes on as if its athlete began anew.
        """
        from hybridtui.domain.plan.exchanging import again

        last, count = plan.weeks[-1].week, len(plan.weeks)
        if count + DRAFTED_WEEKS <= LONGEST_PLAN:
            whole = self._draft(plan.athlete, plan.start, count + DRAFTED_WEEKS)
        else:
            whole = self._draft(plan.athlete, last.plus(1).monday, DRAFTED_WEEKS)
        whole = again(replace(whole, swaps=plan.swaps))
        later = [week for week in whole.weeks if week.week > last]
        further = tuple(replace(week, number=number) for number, week in enumerate(later, count + 1))
        relaxed = tuple(r for r in whole.relaxed if r not in plan.relaxed)
        return replace(plan, weeks=plan.weeks + further, relaxed=plan.relaxed + relaxed)
