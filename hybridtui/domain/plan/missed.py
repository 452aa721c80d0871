"""What can be done about a missed workout: shift it, swap it for a lesser one, or let it go.

Never stacked on top of another and never carried into the next week. Key sessions
survive, easy ones go first. Source: science.md R41, C.6.4; field.md 1, "missed session".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from hybridtui.domain.balance import percents, run_share
from hybridtui.domain.dates import full_day
from hybridtui.domain.matching import can_be_missed, missed
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.budget import longest_known, single_run_cap
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.consequences import added
from hybridtui.domain.plan.moving import Candidate, dropped, moved, weighed
from hybridtui.domain.plan.rearranging import placed_on, rearranged, workout_of
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Breach, Kind, Plan, PlannedWeek, Workout

__all__ = ["Action", "Choice", "choices", "importance", "missed"]

_MONTH = timedelta(days=30)
_NO_DAY_LEFT = "No day of its week is left, and what was missed is not added to the next one."


class Action(StrEnum):
    """What to do about a missed workout."""

    SHIFT = "shift"
    SWAP = "swap"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that could be done, and what comes of it."""

    action: Action
    workout_id: str
    """The missed workout."""
    possible: bool
    text: str
    """The consequence in a sentence or two; why not, if it is not possible."""
    label: str = ""
    """What was done, in words for undo."""
    plan: Plan | None = None
    """The plan that comes of it; None if it is not possible."""


def choices(
    plan: Plan,
    workout_id: str,
    today: date,
    done: Collection[str],
    *,
    trained_today: bool = False,
    lived: Plan | None = None,
) -> tuple[Choice, Choice, Choice]:
    """Return shift, swap and drop for a workout that was missed, each with its consequence.

    ``done`` are the ids of the workouts that count as done. If something was ``trained_today``,
    whatever it counts for, nothing more is put on today. ``lived`` is the plan with what was
    done in it, if that is something else: days are judged by it.

    Raises:
        Problem: if the workout is not in the plan, done, or cannot be missed.
    """
    workout = workout_of(plan, workout_id)
    if workout_id in done:
        raise Problem(f"{workout.title} is done: there is nothing to make up for.")
    if not can_be_missed(workout):
        raise Problem(f"{workout.title} is bound to its day: there is nothing to make up for.")
    case = _Case(plan, workout, today, done, trained_today=trained_today, lived=lived)
    return case.shift(), case.swap(), case.drop()


def importance(workout: Workout) -> int:
    """Return how much a week loses without a workout: long, fast, heavy legs, strength, circuits, then easy runs."""
    ranks = (
        means.is_long(workout),
        means.is_quality(workout),
        means.tires_legs(workout),
        workout.kind is Kind.STRENGTH,
        workout.kind in (Kind.HYBRID, Kind.COMBO),
    )
    return next((len(ranks) - place for place, holds in enumerate(ranks) if holds), 0)


class _Case:
    """A missed workout, and what is left of its week."""

    def __init__(
        self,
        plan: Plan,
        workout: Workout,
        today: date,
        done: Collection[str],
        *,
        trained_today: bool,
        lived: Plan | None,
    ) -> None:
        week = next(week for week in plan.weeks if workout in week.workouts)
        self._plan, self._workout, self._today, self._week = plan, workout, today, week
        self._lived = lived
        first = today + timedelta(days=1) if trained_today else today
        self._days = [day for day in week.week.days if day >= first and day != workout.day]
        self._standing = [w for w in week.workouts if w.id in done or w.day >= today or w.id == workout.id]
        """What is done, or can still be; other missed workouts count for nothing."""
        self._to_come = [w for w in week.workouts if w.day >= today and w.id not in done and w.id != workout.id]

    def shift(self) -> Choice:
        """Put it on a day of its week that has nothing yet."""
        if not self._days:
            return self._refused(Action.SHIFT, _NO_DAY_LEFT)
        free = [day for day in self._days if means.is_rest_day(self._week.on(day))]
        if not free:
            return self._refused(
                Action.SHIFT, "Every day left this week has a workout, and nothing is put on top of another."
            )
        usual = [day for day in free if day.weekday() in self._plan.athlete.days]
        if not usual:
            return self._refused(Action.SHIFT, "The free days left this week are not training days of yours.")
        best = min(
            weighed(self._lived or self._plan, self._workout, usual),
            key=lambda found: (found.hard, round(found.cost, 6), found.day),
        )
        if best.hard:
            return self._refused(Action.SHIFT, f"No free day left this week suits it. {best.breaches[0].text}.")
        text = f"Do it on {full_day(best.day)}. {self._keeps(best)}"
        label = f"{self._workout.title} moved to {best.day:%A}"
        return self._possible(Action.SHIFT, text, label, self._moved_to(best.day))

    def _moved_to(self, day: date) -> Plan:
        return moved(self._plan, self._workout.id, day, lived=self._lived)

    def swap(self) -> Choice:
        """Put it in the place of the least important workout to come that lets it."""
        if not self._days:
            return self._refused(Action.SWAP, _NO_DAY_LEFT)
        coming = [w for w in self._to_come if w.day in self._days and can_be_missed(w)]
        lesser = [w for w in coming if importance(w) < importance(self._workout)]
        if not lesser:
            return self._refused(Action.SWAP, "Nothing still to come this week matters less.")
        refusals: list[str] = []
        for other in sorted(lesser, key=lambda w: (importance(w), w.minutes, w.day, w.slot)):
            broken = self._broken_in_place_of(other)
            if not broken:
                return self._in_place_of(other)
            refusals.append(f"In place of {other.title} it would break a rule. {broken[0].text}.")
        return self._refused(Action.SWAP, refusals[0])

    def drop(self) -> Choice:
        """Let it go."""
        text = f"Leave it out. {self._comes_to([w for w in self._standing if w is not self._workout])}"
        if means.is_long(self._workout):
            text += self._next_long_run()
        label = f"{self._workout.title} left out"
        return self._possible(Action.DROP, text, label, dropped(self._plan, self._workout.id))

    def _in_place_of(self, other: Workout) -> Choice:
        left = [w for w in self._standing if w is not other]
        text = f"Do it on {full_day(other.day)} in place of {other.title}, which is left out. {self._comes_to(left)}"
        label = f"{self._workout.title} in place of {other.title}"
        return self._possible(Action.SWAP, text, label, dropped(self._plan, other.id, for_id=self._workout.id))

    def _broken_in_place_of(self, other: Workout) -> list[Breach]:
        """Judge the place, not the loss: what the week lacks without the missed workout it lacks anyway."""
        new = placed_on(self._workout, other.day)
        after = self._check({other.id: None, new.id: new})
        lost = added(self._without, after)
        found = added(self._before, after, [(self._workout, new)])
        return [breach for breach in found if breach.hard and breach in lost]

    @cached_property
    def _before(self) -> tuple[Breach, ...]:
        return self._check({})

    @cached_property
    def _without(self) -> tuple[Breach, ...]:
        return self._check({self._workout.id: None})

    def _check(self, changed: Mapping[str, Workout | None]) -> tuple[Breach, ...]:
        """Check the plan as changed, this week and the nights at its ends."""
        week = self._week.week
        plan = self._lived or self._plan
        return check(rearranged(plan, changed) if changed else plan, {week.plus(-1), week})

    def _keeps(self, candidate: Candidate) -> str:
        minutes, share = _sums(self._standing)
        keeps = f"The week keeps {minutes} min, {share} % of it running"
        if not candidate.breaches:
            return f"{keeps}; no rule is broken."
        return f"{keeps}; no hard rule is broken. Worth knowing: {candidate.breaches[0].text}."

    def _comes_to(self, left: Sequence[Workout]) -> str:
        planned, wanted = _sums(self._week.workouts)
        minutes, share = _sums(left)
        balance = f"{share} % running" if share == wanted else f"{share} % running instead of {wanted} %"
        return f"The week comes to {minutes} of {planned} min, {balance}."

    def _next_long_run(self) -> str:
        """Say how long the next long run may be without this one (C.6.4)."""
        later = [w for w in _all(self._plan.weeks) if w.day > self._today and means.is_long(w)]
        if not later:
            return ""
        coming = min(later, key=lambda w: w.day)
        earlier = [
            w.run_minutes
            for w in _all(self._plan.weeks)
            if w.id != self._workout.id and coming.day - _MONTH <= w.day < coming.day and not w.is_race
        ]
        cap = single_run_cap(max(earlier, default=longest_known(self._plan.athlete)))
        when = f"The next long run, on {full_day(coming.day)},"
        if cap >= coming.run_minutes:
            return f" {when} stays at {coming.run_minutes} min."
        return f" {when} is {cap} min at most instead of {coming.run_minutes}: no big steps (C.6)."

    def _possible(self, action: Action, text: str, label: str, plan: Plan) -> Choice:
        return Choice(action=action, workout_id=self._workout.id, possible=True, text=text, label=label, plan=plan)

    def _refused(self, action: Action, text: str) -> Choice:
        return Choice(action=action, workout_id=self._workout.id, possible=False, text=text)


def _all(weeks: Iterable[PlannedWeek]) -> Iterable[Workout]:
    return (workout for week in weeks for workout in week.workouts)


def _sums(workouts: Iterable[Workout]) -> tuple[int, int]:
    """Return the minutes of both sports, and the run share of them in percent; a race left out (I.14)."""
    listed = [w for w in workouts if not w.is_race]
    run, strength = sum(w.run_minutes for w in listed), sum(w.strength_minutes for w in listed)
    return run + strength, percents(run_share(run, strength) or 0.0)[0]
