"""Changing the plan by hand: moving, exchanging and dropping workouts, and making up for missed ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hybridtui.domain.calendar import Week
from hybridtui.domain.change import Change
from hybridtui.domain.dates import full_day
from hybridtui.domain.matching import TRAINING, missed
from hybridtui.domain.problems import Problem
from hybridtui.domain.skips import SkipReason
from hybridtui.domain.workout import Plan, Workout
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans

if TYPE_CHECKING:
    from hybridtui.domain.plan.missed import Choice
    from hybridtui.domain.plan.moving import Candidate


class Moves:
    """What the athlete changes in the plan being followed; each change is saved at once and can be undone."""

    def __init__(self, kit: Kit, plans: Plans) -> None:
        self._kit = kit
        self._plans = plans

    def candidates(self, workout_id: str) -> tuple[Candidate, ...]:
        """Return the days that a workout could have, from today on, with what each would break and cost.

        None for one that is done.

        Raises:
            Problem: if it is no longer in the plan, or a race.
        """
        from hybridtui.domain.plan import moving  # the engine is loaded when it is asked for something

        plan = self._plan()
        counted = self._plans.credited(plan)
        close = [each for each in self._plans.too_close(plan, counted) if each.workout.id == workout_id]
        return moving.candidates(
            plan,
            workout_id,
            self._kit.today(),
            counted.keys(),
            lived=self._plans.as_lived(plan, counted, workout_id),
            here=[each.breach for each in close],
        )

    def move(self, workout_id: str, day: date, because: str = "") -> Plan:
        """Put a workout on another day, and return the plan; ``because`` is needed where a hard rule breaks.

        Raises:
            Problem: if it is needed and missing, or if the move makes no sense.
            NotSaved: if nothing was written.
        """
        from hybridtui.domain.plan import moving

        plan = self._plan()
        workout = self._to_do(plan, workout_id)
        self._refuse_past(day)
        lived = self._plans.as_lived(plan, self._plans.credited(plan), workout_id)
        moved = moving.moved(plan, workout_id, day, because=because, lived=lived)
        return self._save(moved, f"{workout.title} moved to {_on(day, workout)}")

    def swap(self, one_id: str, other_id: str, because: str = "") -> Plan:
        """Put two workouts in each other's place, and return the plan.

        Raises:
            Problem: as :meth:`move`.
            NotSaved: if nothing was written.
        """
        from hybridtui.domain.plan import moving

        plan = self._plan()
        one, other = self._to_do(plan, one_id), self._to_do(plan, other_id)
        self._refuse_past(one.day)
        self._refuse_past(other.day)
        swapped = moving.swapped(plan, one_id, other_id, because=because)
        return self._save(swapped, f"{one.title} and {other.title} exchanged")

    def drop(self, workout_id: str) -> Plan:
        """Take a workout out, and return the plan; it is not drafted again.

        Raises:
            Problem: if it is no longer in the plan, done, or a race.
            NotSaved: if nothing was written.
        """
        from hybridtui.domain.plan import moving

        plan = self._plan()
        workout = self._to_do(plan, workout_id)
        return self._save(moving.dropped(plan, workout_id), f"{workout.title} left out")

    def missed(self) -> tuple[Workout, ...]:
        """Return this week's workouts that were missed before today; on a Monday those of yesterday."""
        plan = self._plans.current()
        return missed(plan, self._kit.today(), self._plans.done(plan)) if plan is not None else ()

    def choices(self, workout_id: str) -> tuple[Choice, ...]:
        """Return what can be done about a missed workout: shift, swap and drop, each with its consequence.

        Raises:
            Problem: if it is no longer in the plan, done, or a race.
        """
        from hybridtui.domain.plan.missed import choices

        plan, today = self._plan(), self._kit.today()
        trained = any(session.kind in TRAINING for session in self._kit.store.trained(today, today))
        counted = self._plans.credited(plan)
        lived = self._plans.as_lived(plan, counted, workout_id)
        return choices(plan, workout_id, today, counted.keys(), trained_today=trained, lived=lived)

    def choose(self, choice: Choice) -> Plan:
        """Do what was chosen, weighed again with the plan and log as they are now, and return the plan.

        Raises:
            Problem: if it is not possible, or no longer.
            NotSaved: if nothing was written.
        """
        now = next(each for each in self.choices(choice.workout_id) if each.action is choice.action)
        if now.plan is None:
            raise Problem(f"That is not possible: {now.text}")
        return self._save(now.plan, now.label)

    def _plan(self) -> Plan:
        plan = self._plans.current()
        if plan is None:
            raise Problem("There is no plan yet: answer the questions of the first run to draft one.")
        return plan

    def _to_do(self, plan: Plan, workout_id: str) -> Workout:
        from hybridtui.domain.plan.rearranging import workout_of

        workout = workout_of(plan, workout_id)
        if workout_id in self._plans.done(plan):
            raise Problem(f"{workout.title} is done: what is done stays where it is.")
        return workout

    def _refuse_past(self, day: date) -> None:
        if day < self._kit.today():
            raise Problem("That day is past: choose today or a later one.")

    def _save(self, plan: Plan, label: str) -> Plan:
        self._kit.apply(Change(label=label, plan=plan, skips=self._carried(plan)))
        return plan

    def _carried(self, plan: Plan) -> tuple[SkipReason, ...]:
        """Return what was said of the workouts that ``plan`` has no more: their ids go, the reasons stay."""
        from hybridtui.domain.plan.moving import mark

        stay = {workout.id for workout in plan.workouts}
        gone = [workout for workout in self._plan().workouts if workout.id not in stay]
        said = ((workout, self._kit.store.days.reason(workout.id)) for workout in gone)
        return tuple(replace(reason, workout_id=mark(workout)) for workout, reason in said if reason is not None)


def _on(day: date, workout: Workout) -> str:
    """Name a day, with its date where the weekday alone could be this week's."""
    return f"{day:%A}" if Week.of(day) == Week.of(workout.day) else full_day(day)
