"""What was moved and dropped by hand stays so when the weeks are drafted anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.plan import draft
from hybridtui.domain.plan.keeping import with_changes_of
from hybridtui.domain.plan.moving import candidates, dropped, moved, swapped
from hybridtui.domain.workout import Kind, Plan, Workout
from tests.domain.plan.builders import MONDAY, P2, P6, plan


def again(athlete: Athlete, weeks: int = 4) -> Plan:
    """The same plan with ids of its own, as a later draft has them."""
    numbers = count(1)
    return draft(athlete, MONDAY, weeks=weeks, plan_id="plan", ids=lambda: f"again{next(numbers)}")


def workouts(of: Plan) -> Iterator[Workout]:
    return (workout for week in of.weeks for workout in week.workouts)


def shape(of: Plan) -> list[tuple[object, ...]]:
    return [(w.day, w.kind, w.subtype, w.slot, w.moved_from, w.because) for w in workouts(of)]


def runs(of: Plan, week: int) -> list[Workout]:
    return [w for w in of.weeks[week - 1].workouts if w.kind is Kind.RUN]


def free(of: Plan, workout: Workout) -> date:
    return next(c.day for c in candidates(of, workout.id, MONDAY) if not c.breaches and not c.here)


def test_without_changes_a_new_draft_is_taken_as_it_is() -> None:
    assert with_changes_of(plan(P6), again(P6)) == again(P6)


def test_a_move_is_made_again() -> None:
    before = plan(P6)
    run = runs(before, 2)[0]
    before = moved(before, run.id, free(before, run))
    assert shape(with_changes_of(before, again(P6))) == shape(before)


def test_two_that_changed_places_change_them_again() -> None:
    before = plan(P6)
    one, other = runs(before, 2)[:2]
    before = swapped(before, one.id, other.id)
    assert shape(with_changes_of(before, again(P6))) == shape(before)


def test_an_override_is_made_again_with_its_reason_and_told() -> None:
    before = plan(P2)
    run = next(w for w in before.weeks[2].workouts if w.long)
    friday = before.weeks[2].week.days[4]
    before = moved(before, run.id, friday, because="wedding")
    after = with_changes_of(before, again(P2))
    assert shape(after) == shape(before)
    assert after.relaxed == before.relaxed


def test_what_was_dropped_is_not_drafted_again() -> None:
    before = plan(P6)
    before = dropped(before, runs(before, 2)[0].id)
    after = with_changes_of(before, again(P6))
    assert shape(after) == shape(before)
    assert after.dropped == before.dropped
    assert [r.text for r in after.relaxed] == [r.text for r in before.relaxed]


def test_weeks_that_were_taken_over_stay_as_they_are() -> None:
    before = plan(P6)
    run = runs(before, 1)[0]
    before = dropped(moved(before, run.id, free(before, run)), runs(before, 1)[1].id)
    redrafted = replace(before, weeks=(before.weeks[0], *again(P6).weeks[1:]))
    assert with_changes_of(before, redrafted).weeks[0] == before.weeks[0]


def test_a_move_lapses_where_its_workout_is_no_longer_drafted() -> None:
    before = plan(P6)
    run = runs(before, 2)[0]
    before = moved(before, run.id, free(before, run))
    without = again(P6)
    week = without.weeks[1]
    kept = tuple(w for w in week.workouts if (w.day, w.kind) != (run.day, Kind.RUN))
    without = replace(without, weeks=(without.weeks[0], replace(week, workouts=kept), *without.weeks[2:]))
    assert [w for w in workouts(with_changes_of(before, without)) if w.moved_from] == []


def test_a_move_without_a_reason_lapses_where_it_would_break_a_rule_now() -> None:
    before = plan(P6)
    run = runs(before, 2)[0]
    before = moved(before, run.id, free(before, run))
    days = tuple(day for day in P6.days if day != next(w for w in workouts(before) if w.moved_from).day.weekday())
    fewer = replace(again(P6), athlete=replace(P6, days=days))
    assert [w for w in workouts(with_changes_of(before, fewer)) if w.moved_from] == []
