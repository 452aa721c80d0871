"""A plan with the lines below it: its weeks, their workouts, the steps of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.workout import Plan, PlannedWeek, Step, Why, Workout
from hybridtui.formats import limits
from hybridtui.formats.daybook import pairs, plan_words, step_words
from hybridtui.formats.daybook.blocks import Block
from hybridtui.formats.daybook.complaints import Misread
from hybridtui.formats.daybook.exercise_words import ExerciseWords

_MOST_WEEKS, _MOST_WORKOUTS, _MOST_STEPS = 120, 40, 200


@dataclass(slots=True)
class _Planned:
    """A workout as far as it was read."""

    told: Workout
    held: dict[str, object] = field(default_factory=dict)
    purpose: list[str] = field(default_factory=list)
    why: list[Why] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def workout(self, fresh: str) -> Workout:
        planned = plan_words.as_planned(self.told, self.held, fresh)
        limits.within("the steps", len(self.steps), (0, _MOST_STEPS))
        return replace(
            planned,
            purpose=" ".join(self.purpose),
            why=(*planned.why, *self.why),
            steps=tuple(self.steps),
        )


@dataclass(slots=True)
class _Week:
    """A week as far as it was read."""

    told: PlannedWeek
    held: dict[str, object] = field(default_factory=dict)
    workouts: list[_Planned] = field(default_factory=list)

    def week(self, ids: Callable[[str], str]) -> PlannedWeek:
        told = plan_words.OF_WEEK.applied(self.told, self.held)
        limits.within("the workouts of a week", len(self.workouts), (0, _MOST_WORKOUTS))
        return replace(
            told,
            workouts=tuple(
                planned.workout(ids(f"{planned.told.day} {planned.told.kind}")) for planned in self.workouts
            ),
        )


@dataclass(slots=True)
class PlanBlock(Block):
    """A plan; a wrong line leaves out all of it, for half a plan would mislead."""

    _start: date
    _exercises: ExerciseWords
    _athlete: Callable[[], Athlete]
    _ids: Callable[[str], str]
    _take: Callable[[Plan], None]
    _held: dict[str, object] = field(default_factory=dict)
    _weeks: list[_Week] = field(default_factory=list)

    lost = "the plan was left out"

    def week(self, words: str) -> None:
        """Begin a week."""
        self._weeks.append(_Week(plan_words.read_week(words)))

    def workout(self, words: str) -> None:
        """Begin a workout of the week."""
        if not self._weeks:
            raise Misread("a workout belongs below a week: week 1 2026-03-02 base")
        week = self._weeks[-1]
        week.workouts.append(_Planned(plan_words.read_workout(words, week.told.week)))

    def more(self, held: dict[str, object]) -> None:
        """Keep what is known of the plan, the week or the workout told last."""
        if not self._weeks:
            pairs.only(held, plan_words.KEYS)
            self._held.update(held)
        elif not self._weeks[-1].workouts:
            pairs.only(held, plan_words.OF_WEEK.names)
            self._weeks[-1].held.update(held)
        else:
            pairs.only(held, plan_words.OF_WORKOUT.names)
            self._workout.held.update(held)

    def note(self, words: str) -> None:
        """Keep what a workout is for."""
        self._workout.purpose.append(words)

    def why(self, words: str) -> None:
        """Keep a reason for a workout."""
        self._workout.why.append(plan_words.read_why(words))

    def step(self, words: str) -> None:
        """Keep a step of a workout."""
        self._workout.steps.append(step_words.read(words, self._exercises))

    @property
    def _workout(self) -> _Planned:
        if not self._weeks or not self._weeks[-1].workouts:
            raise Misread("that belongs below a planned workout: Mon run easy 45min")
        return self._weeks[-1].workouts[-1]

    def finish(self) -> None:
        """Make the plan of its lines."""
        limits.within("the weeks", len(self._weeks), (1, _MOST_WEEKS))
        weeks = [week.week(self._ids) for week in self._weeks]
        if any(later.week <= week.week for week, later in pairwise(weeks)):
            raise Misread("the weeks of a plan follow one another")
        held: Mapping[str, object] = self._held
        self._take(plan_words.plan_of(self._start, weeks, held, self._athlete(), self._ids("")))
