"""A missed workout: shift, swap or drop, and what each would mean (R41)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.missed import Action, Choice, choices, importance
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import RACE, Kind, Plan, Workout
from tests.domain.plan.athletes import athletes
from tests.domain.plan.builders import MONDAY, P2, P6, PERSONAS, find, plan

WEEK = 6
DRAFTED = {name: plan(athlete, weeks=8) for name, athlete in PERSONAS.items()}
NEVER_FOR_A_PLACE = {"R3", "R4", "R5", "R6", "R11", "R23", "H1", "H4", "H7", "H13"}
"""Rules about where things lie: no choice offered may break one."""


def day(weekday: int) -> date:
    return MONDAY + timedelta(weeks=WEEK - 1, days=weekday)


def week(of: Plan) -> tuple[Workout, ...]:
    return of.weeks[WEEK - 1].workouts


def done_before(of: Plan, when: date) -> frozenset[str]:
    return frozenset(w.id for w in week(of) if w.day < when)


def offered(of: Plan, workout: Workout, today: date | None = None) -> dict[Action, Choice]:
    """What can be done about a workout missed yesterday, all before it done."""
    today = today or workout.day + timedelta(days=1)
    return {c.action: c for c in choices(of, workout.id, today, done_before(of, workout.day))}


def days_of(of: Plan) -> dict[str, date]:
    return {w.id: w.day for w in week(of)}


def test_all_three_are_always_told_in_their_order() -> None:
    for name in ("P1", "P2", "P6"):
        drafted = DRAFTED[name]
        for workout in week(drafted)[::2]:
            found = choices(drafted, workout.id, workout.day + timedelta(days=1), frozenset())
            assert [c.action for c in found] == [Action.SHIFT, Action.SWAP, Action.DROP]
            assert found[2].possible
            for choice in found:
                assert (choice.plan is not None) is (bool(choice.label)) is choice.possible
                assert choice.text.endswith(".")


# ── shift ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_shifted_it_goes_to_an_empty_day_of_its_week_and_breaks_nothing() -> None:
    drafted = DRAFTED["P6"]
    workout = week(drafted)[0]
    shift = offered(drafted, workout)[Action.SHIFT]
    assert shift.plan is not None
    there = days_of(shift.plan)[workout.id]
    assert there not in set(days_of(drafted).values())
    assert Week.of(there) == Week.of(workout.day)
    assert {b.rule for b in check(shift.plan) if b.hard} <= {b.rule for b in check(drafted) if b.hard}
    total = sum(w.minutes for w in week(drafted))
    assert f"Do it on {there:%A} {there.day} April. The week keeps {total} min, 50 % of it running" in shift.text
    assert shift.label == f"{workout.title} moved to {there:%A}"


def test_nothing_is_put_on_top_of_another() -> None:
    drafted = DRAFTED["P2"]
    saturday = find(drafted, WEEK, "easy")
    assert {w.day for w in week(drafted) if w.day > day(5)} == {day(6)}
    last = next(w for w in week(drafted) if w.day == day(5))
    shift = offered(drafted, last)[Action.SHIFT]
    assert (shift.possible, shift.plan) == (False, None)
    assert "on top of another" in shift.text
    assert saturday.day <= day(5)


def test_a_day_on_which_something_was_trained_already_is_taken() -> None:
    drafted = DRAFTED["P6"]
    workout = next(w for w in week(drafted) if w.day + timedelta(days=1) not in {x.day for x in week(drafted)})
    today = workout.day + timedelta(days=1)
    for trained in (False, True):
        shift = choices(drafted, workout.id, today, frozenset(), trained_today=trained)[0]
        assert (shift.plan is not None and days_of(shift.plan)[workout.id] == today) is not trained


def test_a_day_that_is_no_training_day_is_not_offered() -> None:
    drafted = DRAFTED["P1"]
    shift = offered(drafted, week(drafted)[0])[Action.SHIFT]
    assert not shift.possible
    assert "not training days" in shift.text


def test_why_no_day_suits_it_is_said() -> None:
    drafted = DRAFTED["P3"]
    refused = [
        shift.text
        for w in week(drafted)
        if not (shift := offered(drafted, w)[Action.SHIFT]).possible and w.day < day(5)
    ]
    assert any("suits it" in text and len(text) > 60 for text in refused)


def test_nothing_is_carried_into_the_next_week() -> None:
    drafted = DRAFTED["P2"]
    sunday = next(w for w in week(drafted) if w.day == day(6))
    found = offered(drafted, sunday)
    assert not found[Action.SHIFT].possible
    assert not found[Action.SWAP].possible
    assert "No day of its week is left" in found[Action.SHIFT].text
    assert found[Action.DROP].possible


# ── swap ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_key_sessions_survive_and_easy_ones_go_first() -> None:
    drafted = DRAFTED["P2"]
    strength = next(w for w in week(drafted) if w.kind is Kind.STRENGTH and w.day == day(2))
    swap = offered(drafted, strength)[Action.SWAP]
    assert swap.plan is not None
    [gone] = [w for w in week(drafted) if w.id not in days_of(swap.plan)]
    assert gone.subtype == "easy"
    assert days_of(swap.plan)[strength.id] == gone.day
    assert f"in place of {gone.title}, which is left out" in swap.text
    assert swap.plan.dropped == (f"{gone.day.isoformat()} run",)


def test_an_easy_run_takes_nobodys_place() -> None:
    drafted = DRAFTED["P2"]
    easy = find(drafted, WEEK, "easy")
    swap = offered(drafted, easy)[Action.SWAP]
    assert not swap.possible
    assert swap.text == "Nothing still to come this week matters less."


def test_what_is_done_already_is_not_given_up() -> None:
    drafted = DRAFTED["P2"]
    strength = next(w for w in week(drafted) if w.kind is Kind.STRENGTH and w.day == day(2))
    done = frozenset(w.id for w in week(drafted) if w.subtype == "easy")
    swap = choices(drafted, strength.id, day(3), done)[1]
    assert swap.plan is None or done <= set(days_of(swap.plan))


def test_a_week_ranks_long_fast_heavy_strong_round_easy() -> None:
    strength = find(DRAFTED["P2"], WEEK, "SU")
    long = next(w for w in week(DRAFTED["P2"]) if w.long)
    fast = next(w for w in week(DRAFTED["P2"]) if w.hard and w.kind is Kind.RUN and not w.long)
    heavy = next(w for w in week(DRAFTED["P3"]) if w.leg_heavy)
    circuit = next(w for w in week(DRAFTED["P6"]) if w.kind is Kind.HYBRID)
    easy = find(DRAFTED["P2"], WEEK, "easy")
    ranks = [importance(w) for w in (long, fast, heavy, strength, circuit, easy)]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == len(ranks)


# ── drop ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_dropped_it_says_what_the_week_comes_to() -> None:
    drafted = DRAFTED["P6"]
    workout = next(w for w in week(drafted) if w.kind is Kind.STRENGTH)
    drop = offered(drafted, workout)[Action.DROP]
    assert drop.text == "Leave it out. The week comes to 80 of 100 min, 63 % running instead of 50 %."
    assert drop.plan is not None
    assert workout.id not in days_of(drop.plan)
    assert drop.label == f"{workout.title} left out"


def test_other_missed_workouts_do_not_count_for_the_week() -> None:
    drafted = DRAFTED["P6"]
    first, second = week(drafted)[:2]
    drop = choices(drafted, second.id, second.day + timedelta(days=1), frozenset())[2]
    assert drop.text.startswith(f"Leave it out. The week comes to {100 - first.minutes - second.minutes} of 100 min")


def test_after_a_missed_long_run_the_next_is_capped() -> None:
    """C.6.4: ten per cent beyond the longest of the thirty days before it, this one not among them."""
    drafted = plan(replace(P2, longest_run=70), weeks=3)
    early = next(w for w in drafted.weeks[0].workouts if w.long)
    later = next(w for w in drafted.weeks[1].workouts if w.long)
    drop = choices(drafted, early.id, early.day + timedelta(days=1), frozenset())[2]
    others = [w.run_minutes for x in drafted.weeks for w in x.workouts if w.day < later.day and w.id != early.id]
    cap = max(int(1.10 * max(others)), max(others) + 5) // 5 * 5
    assert cap < later.run_minutes
    assert f"is {cap} min at most instead of {later.run_minutes}" in drop.text


def test_a_long_run_that_stays_within_the_cap_stays() -> None:
    drafted = DRAFTED["P5"]
    run = next(w for w in week(drafted) if w.long)
    later = next(w for w in drafted.weeks[WEEK].workouts if w.long)
    if later.run_minutes <= run.run_minutes:
        assert f"stays at {later.run_minutes} min" in offered(drafted, run)[Action.DROP].text
    else:
        assert "min at most instead of" in offered(drafted, run)[Action.DROP].text


# ── all ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_done_or_bound_to_its_day_has_no_choices() -> None:
    drafted = DRAFTED["P2"]
    easy = find(drafted, WEEK, "easy")
    with pytest.raises(Problem, match="done"):
        choices(drafted, easy.id, easy.day, {easy.id})
    for bound in (replace(easy, subtype=RACE), replace(easy, kind=Kind.RECOVERY)):
        weeks = tuple(replace(w, workouts=tuple(bound if x is easy else x for x in w.workouts)) for w in drafted.weeks)
        with pytest.raises(Problem, match="bound to its day"):
            choices(replace(drafted, weeks=weeks), easy.id, easy.day, frozenset())


def workouts(of: Plan) -> Iterator[Workout]:
    return (w for x in of.weeks for w in x.workouts)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(athletes(), st.data())
def test_no_choice_breaks_a_rule_about_places(athlete: Athlete, data: st.DataObject) -> None:
    drafted = plan(athlete, weeks=4)
    can = [w for w in workouts(drafted) if not w.is_race and w.kind is not Kind.RECOVERY]
    assume(can)
    workout = data.draw(st.sampled_from(can))
    before = {(b.rule, b.day) for b in check(drafted) if b.hard}
    for choice in choices(drafted, workout.id, workout.day + timedelta(days=1), frozenset()):
        if choice.plan is None:
            continue
        broken = {(b.rule, b.day) for b in check(choice.plan) if b.hard} - before
        assert not {rule for rule, _ in broken} & NEVER_FOR_A_PLACE
        if choice.action is Action.SHIFT:
            assert not broken
        left = {w.id for w in workouts(choice.plan)}
        assert len(left) == len({w.id for w in workouts(drafted)}) - (choice.action is not Action.SHIFT)


def test_the_same_question_has_the_same_answer() -> None:
    one, other = plan(P6, weeks=8), plan(P6, weeks=8)
    for workout in week(one)[:2]:
        today = workout.day + timedelta(days=1)
        assert choices(one, workout.id, today, frozenset()) == choices(other, workout.id, today, frozenset())
