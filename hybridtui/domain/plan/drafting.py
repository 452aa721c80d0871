"""A plan, week after week: budgets, outlines, workouts, and what had to be bent. Source: science.md F.2."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.plan.budget import usual_longest
from hybridtui.domain.plan.check import check, unexplained
from hybridtui.domain.plan.course import Course
from hybridtui.domain.plan.definitions import event_of
from hybridtui.domain.plan.inputs import WEEKS, validate, validate_race
from hybridtui.domain.plan.rules_of_blocks import BLOCK
from hybridtui.domain.plan.scribe import Note, Scribe
from hybridtui.domain.plan.season import Season
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import ENGINE, Breach, Correction, Plan, PlannedWeek, Relaxed, Why

USUAL_WEEKS = 4
"""Weeks of a plan without a race, if no number is asked for."""


LONG_ENOUGH = 0.70
"""Share of the usual longest run from which a race plan says nothing about it (a product decision)."""


def draft(
    athlete: Athlete,
    start: date,
    *,
    weeks: int | None = None,
    plan_id: str,
    ids: Callable[[], str],
    corrections: Sequence[Correction] = (),
) -> Plan:
    """Return a plan from ``start`` to the Sunday of its last week; same answers and corrections, same plan.

    Without ``weeks`` it reaches to the week of the race, or four weeks. Phases are counted
    over all the weeks to the race, also where fewer are asked for. A first week that does
    not begin on a Monday holds what its pattern has left (I.17). ``corrections`` are
    applied from their weeks on. ``ids`` gives each workout its id.

    Raises:
        Problem: naming the answer that is out of range.
    """
    validate(athlete)
    validate_race(athlete, start)
    season = Season.of(athlete, start)
    if weeks is None:
        weeks = min(season.race_week or USUAL_WEEKS, WEEKS.stop - 1)
    if weeks not in WEEKS:
        raise Problem(f"weeks: {weeks} is out of range; a plan has {WEEKS.start} to {WEEKS.stop - 1} weeks")
    course, scribe = Course(athlete, start, season), Scribe(start, ids)
    planned: list[PlannedWeek] = []
    notes = list(_without_race(athlete, season))
    for number in range(1, weeks + 1):
        of_week = [correction for correction in corrections if correction.week == number]
        notes += [Note(correction.why, number) for correction in of_week]
        planned.append(scribe.write(course.week(number, of_week)))
    notes += _short_of_the_race(planned, athlete, season)
    plan = Plan(
        id=plan_id,
        engine=ENGINE,
        athlete=athlete,
        start=start,
        weeks=tuple(planned),
        relaxed=tuple(_relaxed((*notes, *scribe.notes))),
        corrections=tuple(corrections),
    )
    found = check(plan)
    told = replace(plan, relaxed=tuple(_really_bent(plan, found)))
    return replace(told, breaches=unexplained(told, found))


def _really_bent(plan: Plan, found: Sequence[Breach]) -> Iterator[Relaxed]:
    """Leave out that a week was off the balance where the four weeks around it make up for it (R2)."""
    first_weeks = [week.number for b in found if b.rule == "R2" and (week := plan.week_of(b.day)) is not None]
    off = {number for first in first_weeks for number in range(first, first + BLOCK)}
    for relaxed in plan.relaxed:
        weeks = tuple(number for number in relaxed.weeks if relaxed.rule != "R2" or number in off)
        if weeks or not relaxed.weeks:
            yield replace(relaxed, weeks=weeks)


def _without_race(athlete: Athlete, season: Season) -> Iterator[Note]:
    if athlete.race is not None and season.race is None:
        yield Note(Why("H.1", "Your race is left out until a professional has said that hard work is fine for you."), 1)


def _short_of_the_race(weeks: Sequence[PlannedWeek], athlete: Athlete, season: Season) -> Iterator[Note]:
    """Say so where the days, or the way there, are too short for the long runs that a race usually asks for."""
    race = season.race
    if race is None or season.race_week is None or len(weeks) < season.race_week:
        return
    usual = usual_longest(event_of(race.distance_m), athlete.level)
    longest = max((w.run_minutes for week in weeks for w in week.workouts if w.day < race.day), default=0)
    if longest < LONG_ENOUGH * usual:
        text = (
            f"The longest run before your race is {longest} min, where {usual} are usual:"
            " give one day more time, or plan to walk parts of the race."
        )
        yield Note(Why("C.6", text), season.race_week)


def _relaxed(notes: Sequence[Note]) -> Iterator[Relaxed]:
    """Each bent rule once, with its weeks."""
    by_rule: dict[Why, list[int]] = {}
    for note in notes:
        weeks = by_rule.setdefault(note.why, [])
        if note.week not in weeks:
            weeks.append(note.week)
    for why, weeks in by_rule.items():
        yield Relaxed(why.rule, why.text, tuple(weeks))
