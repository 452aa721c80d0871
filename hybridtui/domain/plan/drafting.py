"""A plan, week after week: budgets, outlines, workouts, and what had to be bent. Source: science.md F.2."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan import budget, c25k
from hybridtui.domain.plan.budget import WeekBudget
from hybridtui.domain.plan.check import unexplained
from hybridtui.domain.plan.coverage import Coverage
from hybridtui.domain.plan.gradual import highest
from hybridtui.domain.plan.inputs import WEEKS, validate
from hybridtui.domain.plan.mix import MixRules, wanted
from hybridtui.domain.plan.outline import opening, outline
from hybridtui.domain.plan.page import Page
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.plan.writing import Written, write
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Phase, Plan, PlannedWeek, Relaxed, Why

ENGINE = "1"
"""Version of this engine; stored with every plan it makes."""

BLOCK_WEEKS = 4
"""Mix, days and exercises stay the same for so long (R32, F.4)."""

MEMORY_WEEKS = 4
"""Runs of so many earlier weeks lie within 30 days (C.6.4)."""


def draft(athlete: Athlete, start: date, *, weeks: int = 4, plan_id: str, ids: Callable[[], str]) -> Plan:
    """Return a plan from ``start`` to the Sunday of its last week; same answers, same plan.

    A first week that does not begin on a Monday holds what its pattern has left (I.17).
    ``ids`` gives each workout its id.

    Raises:
        Problem: naming the answer that is out of range.
    """
    validate(athlete)
    if weeks not in WEEKS:
        raise Problem(f"weeks: {weeks} is out of range; a plan has {WEEKS.start} to {WEEKS.stop - 1} weeks")
    course = _Course(athlete, start, ids)
    planned = tuple(course.week(number) for number in range(1, weeks + 1))
    plan = Plan(
        id=plan_id,
        engine=ENGINE,
        athlete=athlete,
        start=start,
        weeks=planned,
        relaxed=tuple(_relaxed(course.notes, athlete)),
    )
    return replace(plan, breaches=unexplained(plan))


@dataclass(frozen=True, slots=True)
class _Note:
    """Something bent in one week."""

    why: Why
    week: int


class _Course:
    """What is carried from week to week while a plan is drafted."""

    def __init__(self, athlete: Athlete, start: date, ids: Callable[[], str]) -> None:
        self.notes: list[_Note] = []
        self._athlete = athlete
        self._start = start
        self._ids = ids
        self._training_week = 0
        self._before: Outline | None = None
        self._covered = Coverage()
        self._used: frozenset[str] = frozenset()
        self._longest: list[int] = []
        self._sets: list[dict[str, int]] = []
        self._repeat = False
        self._budgets = self._all_budgets()

    def week(self, number: int) -> PlannedWeek:
        """Plan the next week."""
        calendar_week = Week.of(self._start).plus(number - 1)
        if not self._repeat:
            self._training_week += 1
            self._budget = next(self._budgets)
        new_block = (self._training_week - 1) % BLOCK_WEEKS == 0 and not self._repeat
        asked = self._asked(keep=not new_block)
        found = outline(asked)
        days_left = [day for day in found.days if calendar_week.days[day] >= self._start]
        # A first week that lost most of its days to the calendar does not count as trained (I.17).
        self._repeat = number == 1 and 2 * len(days_left) < len(found.days)
        shown = self._opening(found, asked) if self._repeat else found
        page = Page(
            asked=asked,
            found=shown,
            week=calendar_week,
            deload=self._budget.step_back,
            used=frozenset() if new_block else self._used,
            covered=self._covered,
            ids=self._ids,
            sets_before=highest(self._sets[-2:]),
        )
        written = write(page, self._start)
        self._remember(found, written, number)
        return PlannedWeek(
            number=number,
            week=calendar_week,
            phase=Phase.GENERAL,
            deload=page.deload,
            workouts=written.workouts,
            cost=found.cost,
        )

    def _opening(self, found: Outline, asked: Asked) -> Outline:
        if self._athlete.level is not Level.BEGINNER:
            return found
        return opening(found, asked, Weekday(self._start.weekday())) or found

    def _asked(self, *, keep: bool) -> Asked:
        recent = self._longest[-MEMORY_WEEKS:]
        known = budget.longest_known(self._athlete) if len(self._longest) < MEMORY_WEEKS else 0
        return Asked(
            athlete=self._athlete,
            week=self._training_week,
            minutes=self._budget.minutes,
            longest=budget.longest_of(recent, known),
            runwalk=self._training_week if self._walks_and_runs else None,
            deload=self._budget.step_back,
            before=self._before,
            keep=keep,
        )

    @property
    def _walks_and_runs(self) -> bool:
        """True while a beginner from zero follows the run/walk programme (R9, C.8)."""
        return _from_zero(self._athlete) and self._training_week <= c25k.LAST_WEEK

    def _all_budgets(self) -> Iterator[WeekBudget]:
        athlete = self._athlete
        every = budget.step_back_every(athlete)
        if _from_zero(athlete):
            # The programme has steps of its own and no step back; afterwards the week it ended with is the base.
            yield from islice(iter(lambda: WeekBudget(0, step_back=False), None), c25k.LAST_WEEK)
            first = self._before.sizes.run_minutes if self._before is not None else 0
        else:
            mix = next(wanted(MixRules(athlete, 1)), None)
            adds = mix is not None and mix.strength_count > athlete.strength_sessions
            first = budget.first_week(athlete, adds_strength=adds)
        base = max(budget.SMALL_RUNNING if _from_zero(athlete) else 0, budget.floor_to(first))
        yield from budget.budgets(base, max(budget.peak(athlete), base, athlete.run_minutes), every)

    def _remember(self, found: Outline, written: Written, number: int) -> None:
        self._before = found
        self._covered = written.covered
        self._used |= written.exercises
        if not self._budget.step_back and len(written.workouts) == len(found.sketches):
            self._sets.append(written.sets)
        self._longest.append(max((w.run_minutes for w in written.workouts), default=0))
        self.notes += [_Note(note, number) for note in (*found.notes, *written.notes)]


def _from_zero(athlete: Athlete) -> bool:
    return athlete.level is Level.BEGINNER and not budget.runs_already(athlete)


def _relaxed(notes: list[_Note], athlete: Athlete) -> Iterator[Relaxed]:
    """Each bent rule once, with its weeks."""
    by_rule: dict[Why, list[int]] = {}
    for note in notes:
        weeks = by_rule.setdefault(note.why, [])
        if note.week not in weeks:
            weeks.append(note.week)
    for why, weeks in by_rule.items():
        yield Relaxed(why.rule, why.text, tuple(weeks))
    if athlete.race is not None:
        yield Relaxed("C.9", "This plan builds up without a peak and taper for the day of your race.")
