"""Moving, exchanging and dropping workouts: what each day would break and cost, and what is kept of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.moving import Candidate, candidates, dropped, moved, swapped
from hybridtui.domain.plan.week_costs import cost_of_week
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import RACE, Kind, Plan, Workout
from tests.domain.plan.athletes import athletes
from tests.domain.plan.builders import MONDAY, P1, P2, P3, P5, PERSONAS, find, plan

WEEK = 6
DRAFTED = {name: plan(athlete, weeks=12) for name, athlete in PERSONAS.items()}


def day(weekday: int, week: int = WEEK) -> date:
    return MONDAY + timedelta(weeks=week - 1, days=weekday)


def at(found: tuple[Candidate, ...], wanted: date) -> Candidate:
    return next(candidate for candidate in found if candidate.day == wanted)


def workouts(of: Plan) -> Iterator[Workout]:
    return (workout for week in of.weeks for workout in week.workouts)


def by_id(of: Plan, id_: str) -> Workout:
    return next(workout for workout in workouts(of) if workout.id == id_)


def hard(of: Plan) -> Counter[str]:
    return Counter(breach.rule for breach in check(of) if breach.hard)


def long_run(of: Plan, week: int = WEEK) -> Workout:
    return next(w for w in of.weeks[week - 1].workouts if w.long)


def legs(of: Plan, week: int = WEEK) -> Workout:
    return next(w for w in of.weeks[week - 1].workouts if w.leg_heavy)


# ── the days there are ──────────────────────────────────────────────────────────────────────────────────────


def test_the_days_are_those_of_its_own_and_the_following_week_from_today_on() -> None:
    drafted = DRAFTED["P2"]
    run = long_run(drafted)
    found = candidates(drafted, run.id, day(2))
    assert [c.day for c in found] == [day(n) for n in range(2, 14)]
    assert [c.day for c in found if c.here] == [run.day]
    assert sum(c.best for c in found) == 1


def test_the_last_week_has_no_week_after_it_and_a_week_that_is_over_no_days() -> None:
    drafted = DRAFTED["P2"]
    run = long_run(drafted, 12)
    assert [c.day for c in candidates(drafted, run.id, day(0, 12))] == [day(n, 12) for n in range(7)]
    assert candidates(drafted, run.id, day(0, 13)) == ()


def test_a_workout_that_was_moved_on_may_go_back_to_its_own_week() -> None:
    drafted = DRAFTED["P3"]
    run = find(drafted, WEEK, "easy")
    later = moved(drafted, run.id, day(2, WEEK + 1), because="a wedding")
    assert [c.day for c in candidates(later, run.id, day(0))] == [day(n) for n in range(14)]


@pytest.mark.parametrize("name", [name for name in PERSONAS if any(w.long for w in workouts(DRAFTED[name]))])
def test_the_best_day_of_a_drafted_long_run_is_where_the_solver_put_it(name: str) -> None:
    drafted = DRAFTED[name]
    for number in (2, 5, 6, 9):
        run = long_run(drafted, number)
        [best] = [c for c in candidates(drafted, run.id, day(0, number)) if c.best]
        assert (best.day, best.here, best.breaches) == (run.day, True, ())


def test_the_best_of_bad_days_is_the_one_that_breaks_least() -> None:
    drafted = DRAFTED["P2"]
    run = long_run(drafted)
    found = candidates(drafted, run.id, day(0))
    [best] = [c for c in found if c.best]
    assert best.hard == min(c.hard for c in found)
    assert all(c.cost >= best.cost for c in found if c.hard == best.hard and Week.of(c.day) == Week.of(run.day))


# ── what a day would break ──────────────────────────────────────────────────────────────────────────────────


def test_a_long_run_on_the_day_after_heavy_legs_breaks_r4() -> None:
    drafted = DRAFTED["P2"]
    there = at(candidates(drafted, long_run(drafted).id, day(0)), legs(drafted).day + timedelta(days=1))
    assert ("R4", True) in {(breach.rule, breach.hard) for breach in there.breaches}
    assert "tired" in next(breach.text for breach in there.breaches if breach.rule == "R4")


def test_heavy_legs_on_the_eve_of_the_long_run_break_r4_too() -> None:
    drafted = DRAFTED["P2"]
    there = at(candidates(drafted, legs(drafted).id, day(0)), day(5))
    assert "R4" in {breach.rule for breach in there.breaches}


def test_hard_breaches_come_first() -> None:
    drafted = DRAFTED["P3"]
    for workout in drafted.weeks[WEEK - 1].workouts:
        for candidate in candidates(drafted, workout.id, day(0)):
            order = [not breach.hard for breach in candidate.breaches]
            assert order == sorted(order)


def test_a_second_session_on_a_day_is_a_breach_where_doubles_are_off() -> None:
    drafted = DRAFTED["P1"]
    strength = find(drafted, 2, "SF")
    there = at(candidates(drafted, strength.id, day(0, 2)), find(drafted, 2, "runwalk").day)
    assert "R11" in {breach.rule for breach in there.breaches if breach.hard}


def test_a_day_that_is_not_free_for_training_is_a_breach() -> None:
    drafted = DRAFTED["P1"]
    strength = find(drafted, 2, "SF")
    assert "H1" in {breach.rule for breach in at(candidates(drafted, strength.id, day(0, 2)), day(1, 2)).breaches}


def test_where_it_is_a_workout_breaks_nothing_that_it_did_not_break_before() -> None:
    for drafted in DRAFTED.values():
        for workout in drafted.weeks[WEEK - 1].workouts:
            assert at(candidates(drafted, workout.id, day(0)), workout.day).breaches == ()


@pytest.mark.parametrize("name", PERSONAS)
def test_the_preview_says_what_the_move_will_say(name: str) -> None:
    """The quick look at the weeks around, and the check of the whole plan, agree on which days need a reason."""
    drafted = DRAFTED[name]
    for turn, workout in enumerate(drafted.weeks[WEEK - 1].workouts[-3:]):
        for candidate in candidates(drafted, workout.id, day(0))[turn::3]:
            assert bool(candidate.hard) is _refused(drafted, workout, candidate.day), (workout.title, candidate)


def _refused(drafted: Plan, workout: Workout, wanted: date) -> bool:
    try:
        moved(drafted, workout.id, wanted)
    except Problem:
        return True
    return False


def test_a_day_costs_what_the_weeks_cost_once_it_is_taken() -> None:
    drafted = DRAFTED["P3"]
    run = find(drafted, WEEK, "easy")
    for candidate in candidates(drafted, run.id, day(0))[::4]:
        after = moved(drafted, run.id, candidate.day, because="just to see")
        weeks = after.weeks[WEEK - 1 : WEEK + 1]
        assert candidate.cost == pytest.approx(sum(cost_of_week(week, P3) for week in weeks))


def test_a_drafted_week_costs_what_its_placement_cost() -> None:
    for name in ("P1", "P3", "P5", "P6"):
        drafted = DRAFTED[name]
        for week in drafted.weeks:
            assert cost_of_week(week, drafted.athlete) == pytest.approx(week.cost), (name, week.number)


# ── moving ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_move_that_breaks_nothing_needs_no_reason_and_keeps_the_first_place() -> None:
    drafted = DRAFTED["P6"]
    run = next(w for w in drafted.weeks[WEEK - 1].workouts if w.kind is Kind.RUN)
    free = [c for c in candidates(drafted, run.id, day(0)) if not c.breaches and not c.here]
    after = moved(drafted, run.id, free[0].day, because="not needed")
    there = by_id(after, run.id)
    assert (there.day, there.moved_from, there.because) == (free[0].day, run.day, "")
    assert after.relaxed == drafted.relaxed
    again = moved(after, run.id, free[1].day)
    assert by_id(again, run.id).moved_from == run.day
    assert moved(again, run.id, run.day) == drafted


def test_a_hard_rule_is_broken_only_for_a_reason_which_is_kept_and_told() -> None:
    drafted = DRAFTED["P2"]
    run, after_legs = long_run(drafted), legs(drafted).day + timedelta(days=1)
    with pytest.raises(Problem, match="R4"):
        moved(drafted, run.id, after_legs)
    after = moved(drafted, run.id, after_legs, because="  wedding\x1b[2J on\nSunday ")
    there = by_id(after, run.id)
    assert there.because == "wedding[2J on Sunday"
    told = {relaxed.rule: relaxed for relaxed in after.relaxed if relaxed not in drafted.relaxed}
    assert told["R4"].text == f'You moved {run.title} to {after_legs:%A} {after_legs.day} April: "wedding[2J on Sunday"'
    assert told["R4"].weeks == (WEEK,)
    assert hard(after)["R4"] == 1


def test_a_reason_goes_with_the_place_it_was_given_for() -> None:
    drafted = DRAFTED["P2"]
    run, after_legs = long_run(drafted), legs(drafted).day + timedelta(days=1)
    after = moved(drafted, run.id, after_legs, because="wedding")
    back = moved(after, run.id, run.day)
    assert (by_id(back, run.id).moved_from, by_id(back, run.id).because) == (None, "")
    assert back.relaxed == drafted.relaxed
    assert back == drafted or back.weeks[WEEK - 1].workouts == drafted.weeks[WEEK - 1].workouts


def test_one_override_does_not_excuse_the_next() -> None:
    """Heavy legs lie on two days; a long run put after the one may not go after the other without a reason."""
    drafted = DRAFTED["P2"]
    run, after_legs = long_run(drafted), legs(drafted).day + timedelta(days=1)
    after = moved(drafted, run.id, after_legs, because="wedding")
    assert {b.rule for b in at(candidates(after, run.id, day(0)), after_legs).breaches} >= {"R4"}
    next_after_legs = legs(drafted, WEEK + 1).day + timedelta(days=1)
    assert "R4" in {b.rule for b in at(candidates(after, run.id, day(0)), next_after_legs).breaches}
    with pytest.raises(Problem):
        moved(after, run.id, next_after_legs)


def test_a_move_to_the_next_week_files_the_workout_there() -> None:
    drafted = DRAFTED["P3"]
    run = find(drafted, WEEK, "easy")
    after = moved(drafted, run.id, day(2, WEEK + 1), because="away")
    assert run.id not in {w.id for w in after.weeks[WEEK - 1].workouts}
    there = after.weeks[WEEK].workouts
    assert run.id in {w.id for w in there}
    assert [w.day for w in there] == sorted(w.day for w in there)
    assert after.weeks[WEEK].cost == pytest.approx(cost_of_week(after.weeks[WEEK], P3))


def test_done_workouts_races_and_strangers_stay_where_they_are() -> None:
    drafted = DRAFTED["P2"]
    run = long_run(drafted)
    assert candidates(drafted, run.id, day(0), {run.id}) == ()
    race = replace(run, subtype=RACE)
    weeks = tuple(replace(w, workouts=tuple(race if x is run else x for x in w.workouts)) for w in drafted.weeks)
    for change in (
        lambda p: candidates(p, run.id, day(0)),
        lambda p: moved(p, run.id, day(0)),
        lambda p: dropped(p, run.id),
    ):
        with pytest.raises(Problem, match="race"):
            change(replace(drafted, weeks=weeks))
    with pytest.raises(Problem, match="no longer in the plan"):
        moved(drafted, "nobody", day(0))
    with pytest.raises(Problem, match="outside the plan"):
        moved(drafted, run.id, day(0, 14))


def test_two_workouts_change_places() -> None:
    drafted = DRAFTED["P6"]
    run, other = drafted.weeks[WEEK - 1].workouts[0], drafted.weeks[WEEK - 1].workouts[2]
    assert run.kind is other.kind is Kind.RUN
    after = swapped(drafted, run.id, other.id)
    assert (by_id(after, run.id).day, by_id(after, other.id).day) == (other.day, run.day)
    assert (by_id(after, run.id).moved_from, by_id(after, other.id).moved_from) == (run.day, other.day)
    assert swapped(after, run.id, other.id) == drafted


def test_an_exchange_is_judged_as_a_whole() -> None:
    drafted = DRAFTED["P2"]
    run, strength = long_run(drafted), legs(drafted)
    with pytest.raises(Problem):
        swapped(drafted, run.id, find(drafted, WEEK, "SU").id if strength.subtype == "SU" else strength.id)
    after = swapped(drafted, run.id, strength.id, because="the gym is closed on Wednesdays")
    assert by_id(after, run.id).because == by_id(after, strength.id).because == "the gym is closed on Wednesdays"


def test_what_is_dropped_is_gone_remembered_and_told() -> None:
    drafted = DRAFTED["P2"]
    run = long_run(drafted)
    after = dropped(drafted, run.id)
    assert run.id not in {w.id for w in workouts(after)}
    assert after.dropped == (f"{run.day.isoformat()} run",)
    lost = [relaxed for relaxed in after.relaxed if relaxed not in drafted.relaxed]
    assert {relaxed.rule for relaxed in lost} == {"R2"}
    assert all(relaxed.text.startswith(f"You left out {run.title} of Sunday") for relaxed in lost)
    assert after.weeks[WEEK - 1].cost == pytest.approx(cost_of_week(after.weeks[WEEK - 1], P2))


# ── any athlete ─────────────────────────────────────────────────────────────────────────────────────────────

STARTED = st.integers(0, 6).map(lambda days: MONDAY + timedelta(days=days))
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(athletes(), st.data())
def test_a_move_without_a_reason_never_breaks_a_hard_rule(athlete: Athlete, data: st.DataObject) -> None:
    drafted = plan(athlete, weeks=5)
    movable = [w for w in workouts(drafted) if not w.is_race]
    assume(movable)
    workout = data.draw(st.sampled_from(movable))
    own = [d for week in drafted.weeks if week.week == Week.of(workout.day) for d in week.week.days]
    wanted = data.draw(st.sampled_from(own))
    try:
        after = moved(drafted, workout.id, wanted)
    except Problem:
        return
    assert hard(after) <= hard(drafted)
    assert Counter(w.id for w in workouts(after)) == Counter(w.id for w in workouts(drafted))
    for week in after.weeks:
        assert all(w.day in week.week.days for w in week.workouts)
        assert [w.day for w in week.workouts] == sorted(w.day for w in week.workouts)


@FEW
@given(athletes(), st.data())
def test_there_and_back_again(athlete: Athlete, data: st.DataObject) -> None:
    drafted = plan(athlete, weeks=4)
    movable = [w for w in workouts(drafted) if not w.is_race]
    assume(movable)
    workout = data.draw(st.sampled_from(movable))
    wanted = data.draw(st.sampled_from(drafted.week_of(workout.day).week.days))
    back = moved(moved(drafted, workout.id, wanted, because="to see"), workout.id, workout.day, because="home")
    there = by_id(back, workout.id)
    assert (there.day, there.moved_from) == (workout.day, None)
    assert hard(back) == hard(drafted)
    assert [r.text for r in back.relaxed if r.text.startswith("You moved")] == []


def test_the_same_move_gives_the_same_plan() -> None:
    drafted = DRAFTED["P5"]
    run = find(drafted, WEEK, "easy")
    assert moved(drafted, run.id, day(4), because="x") == moved(drafted, run.id, day(4), because="x")
    assert candidates(drafted, run.id, day(0)) == candidates(plan(P5, weeks=12), run.id, day(0))
    assert drafted.athlete == P5
    assert P1.days == DRAFTED["P1"].athlete.days
