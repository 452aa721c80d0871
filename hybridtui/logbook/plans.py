"""Drafting and adopting plans, and the targets of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.change import Change
from hybridtui.domain.ladder import Offer
from hybridtui.domain.matching import BY_HAND_DAYS, TRAINING, Trained, credited, once
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Correction, Phase, Plan, Step, Why, Workout
from hybridtui.logbook.following import changed, kept_up, redrafted, without_past_race
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.targets import suggested, targeted

if TYPE_CHECKING:
    from hybridtui.domain.plan.lived import Done, TooClose

EARLY_WEEKS = 4
"""So many weeks before its own a workout is looked for in the log at most."""


class Plans:
    """The plan: drafted, looked at, adopted."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draft(self, athlete: Athlete, weeks: int | None = None) -> Plan:
        """Draft a plan that starts today, to the race or for four weeks; nothing is saved.

        Raises:
            Problem: if no plan can be made of the answers.
        """
        from hybridtui.domain import plan as engine  # only drafting needs the engine

        today = self._kit.today()
        return engine.draft(
            self._racing(athlete, today), today, weeks=weeks, plan_id=self._kit.ids(), ids=self._kit.ids
        )

    def preview(self, athlete: Athlete) -> Plan:
        """Return what the plan being followed would become with other answers; nothing is saved.

        It begins with what was trained of late, which may be more than what was answered, or less.

        Raises:
            Problem: if no plan can be made of the answers.
        """
        from hybridtui.domain.plan.handover import taking_over

        now = self.current()
        drafted = (
            self.draft(athlete) if now is None else changed(self._kit, now, self._racing(athlete, self._kit.today()))
        )
        return taking_over(drafted, now, self.done(now))

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

    def credited(
        self,
        plan: Plan | None = None,
        since: Week | None = None,
        also: Sequence[Trained] = (),
        twice: Mapping[str, str] | None = None,
    ) -> Mapping[str, Trained]:
        """Return, by id of each workout of the plan that counts as done, the session that it counts by.

        Of the weeks from ``since`` on, if given: Today asks for no more. ``also`` are sessions that
        are not in the log yet; ``twice`` names, by their ids, those that others count in place of.
        """
        plan = plan or self.current()
        if plan is None:
            return {}
        weeks = [week for week in plan.weeks if since is None or week.week >= since]
        if not weeks:
            return {}
        # A workout may be followed before its week begins, and a session counted by hand after it ended.
        last = weeks[-1].week.days[-1] + timedelta(days=BY_HAND_DAYS)
        found = once((*self._kit.store.trained(weeks[0].week.plus(-EARLY_WEEKS).monday, last), *also), twice or {})
        # What followed a workout of an earlier week is spoken for.
        elsewhere = {workout.id for workout in plan.workouts}.difference(w.id for week in weeks for w in week.workouts)
        trained = [session for session in found if session.workout_id not in elsewhere]
        by_id = {session.session_id: session for session in trained}
        return {workout_id: by_id[by] for workout_id, by in credited(weeks, trained).items()}

    def too_close(
        self, plan: Plan, counted: Mapping[str, Trained], due: Iterable[Workout] | None = None
    ) -> tuple[TooClose, ...]:
        """Return what of today and tomorrow lies too close to what was done yesterday and today (R4-R6, R23).

        ``counted`` is what :meth:`credited` says; ``due`` are today's workouts as they are done
        now, if that is not as planned. The rules are asked only where something was done otherwise than
        its own workout on its own day: what was planned was judged with the plan.
        """
        today = self._kit.today()
        to_do = [each for each in plan.workouts if each.id not in counted]
        left = [each for each in to_do if each.day == today] if due is None else list(due)
        left += [each for each in to_do if each.day == today + timedelta(days=1)]
        done = self._off_plan(plan, counted, today - timedelta(days=1)) if left else ()
        if not done:
            return ()
        from hybridtui.domain.plan import lived

        return lived.too_close(plan, done, left, self._kit.exercises())

    def as_lived(self, plan: Plan, counted: Mapping[str, Trained], moving: str) -> Plan | None:
        """Return the plan that moves of the workout ``moving`` are judged by: with the week so far as it was lived.

        None where all went as planned: then the plan itself judges.
        """
        today = self._kit.today()
        first = min(Week.of(today).monday, today - timedelta(days=1))
        done = self._off_plan(plan, counted, first)
        if not done:
            return None
        from hybridtui.domain.plan.lived import SoFar, as_lived

        so_far = SoFar(first=first, today=today, done=done, over=counted.keys())
        return as_lived(plan, so_far, moving, self._kit.exercises())

    def extend_if_needed(self) -> Plan | None:
        """Keep the plan up with the log and the calendar, and return it.

        It gets further weeks if fewer than three remain after this one, and is drafted
        anew from today on where the log says that it no longer fits: after a break, a
        missed week or long run, or run/walk sessions that did not go well. What is past,
        done or moved stays.

        Raises:
            Problem: if no further week can be drafted.
        """
        plan = self.current()
        if plan is None or not plan.weeks:
            return plan
        kept = kept_up(self._kit, plan, lambda: self._staying(plan))
        if kept is None:
            return plan
        self._kit.apply(Change(label=kept.label, plan=kept.plan, minor=True))
        return kept.plan

    def ease(self, number: int, why: Why | None = None) -> Plan:
        """Make a week of the plan, this one or a later, a lighter one (R25), and return the plan.

        Raises:
            Problem: if there is no such week to come, if it is lighter already, or if the
                plan cannot go on.
            NotSaved: if nothing was written.
        """
        plan = self.extend_if_needed()
        week = next((w for w in plan.weeks if w.number == number), None) if plan is not None else None
        if plan is None or week is None or week.week < Week.of(self._kit.today()):
            raise Problem("That week is past, or not in the plan: choose this one or a later one.")
        if week.deload or week.phase is Phase.TAPER:
            raise Problem(f"Week {number} is a lighter one already.")
        wanted = Correction(week=number, lighter=True, why=why or Why("R25", "A lighter week, as you asked for it."))
        corrections = tuple(sorted((*plan.corrections, wanted), key=lambda each: each.week))
        eased = redrafted(self._kit, plan, corrections, self._staying(plan))
        self._kit.apply(Change(label=f"lighter week {number}", plan=eased))
        return eased

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

    def _off_plan(self, plan: Plan, counted: Mapping[str, Trained], first: date) -> tuple[Done, ...]:
        """What was done from ``first`` up to today, whole; nothing if all of it followed its workout on its day."""
        trained = [each for each in self._kit.store.trained(first, self._kit.today()) if each.kind in TRAINING]
        counts_as = {by.session_id: plan.workout(id_) for id_, by in counted.items()}
        if all(_as_planned(each, counts_as.get(each.session_id)) for each in trained):
            return ()
        from hybridtui.domain.plan.lived import Done

        whole = filter(None, (self._kit.store.session(each.session_id) for each in trained))
        return tuple(Done(session=session, counts_as=counts_as.get(session.id)) for session in whole)

    def _staying(self, plan: Plan) -> frozenset[str]:
        """The ids of the workouts that are done, or being done."""
        running = self._kit.store.open_session()
        return self.done(plan) | ({running.workout_id} if running is not None and running.workout_id else set())

    def _racing(self, athlete: Athlete, today: date) -> Athlete:
        """The answers without a race that is over; one that was newly told is refused by the engine."""
        stored = self._kit.store.athlete()
        known = stored is not None and stored.race == athlete.race
        return without_past_race(athlete, today) if known else athlete


def _as_planned(session: Trained, workout: Workout | None) -> bool:
    """Return whether a session followed a workout on its day."""
    return workout is not None and session.workout_id == workout.id and session.day == workout.day
