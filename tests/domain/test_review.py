"""The sentences of a review: what each rule says, in which order, and that every week gets five."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain.calendar import Month, Week
from hybridtui.domain.days.adherence import SideKept, WeekKept
from hybridtui.domain.loads.page import PeriodLoad
from hybridtui.domain.loads.state import LoadState
from hybridtui.domain.review import change, month
from hybridtui.domain.review.facts import WeekFacts
from hybridtui.domain.review.held import held, slipped
from hybridtui.domain.review.stood import balance, load
from hybridtui.domain.review.week import sentences
from hybridtui.domain.skips import Reason
from hybridtui.domain.workout import Kind, Phase
from tests.domain.review import (
    NEXT,
    RUNNING,
    STEADY,
    WEEK,
    facts,
    kept,
    missed,
    planned_week,
    sums,
    totals,
    unplanned,
    without_plan,
    workout,
)

MISSING = re.compile(r"too little data|no earlier week|not begun|no load is known|no balance|n/a", re.IGNORECASE)


def like(run: float, strength: float) -> tuple[object, ...]:
    """Four weeks, all the same."""
    return tuple(totals(run, strength, WEEK.plus(-n)) for n in (4, 3, 2, 1))


TRAVELLED = missed(3, Kind.STRENGTH, Reason.TRAVEL)
ILL = missed(1, Kind.RUN, Reason.ILL)
NEWCOMER = LoadState(day=date(2026, 3, 8), days_known=5, ctl=12.0, atl=40.0, form=-20.0)


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (
            facts(),
            ("Both sides held: running 160 of 160 min in 3 of 3 sessions, strength 80 of 80 min in 2 of 2 sessions;"
            " 2 of 2 rest days were kept."),
        ),
        (
            facts(150, 40, kept=kept((150, 160), (40, 80), TRAVELLED)),
            "Running held: 150 of 160 min in 3 of 3 sessions; 2 of 2 rest days were kept.",
        ),
        (
            facts(60, 40, kept=kept((60, 160), (40, 80), TRAVELLED, ILL)),
            "Of the plan, 3 of 5 planned workouts and 2 of 2 rest days held.",
        ),
        (without_plan(160, 0), "Running held: 160 min against a usual 160."),
        (without_plan(20, 20), "Neither side held: both stayed below 85 % of their usual week."),
        (
            without_plan(20, 0, before=like(160, 0)),
            "Running did not hold: it stayed below 85 % of its usual week.",
        ),
        (without_plan(0, 0), "Nothing was logged in week 10, so nothing held."),
        (without_plan(0, 0, today=RUNNING), "Nothing was logged in week 10 so far, so nothing held."),
        (
            without_plan(60, 45, before=(totals(7, 0, WEEK.plus(-1)),)),
            ("Week 10 had 60 min of running in 3 sessions and 45 min of strength in 2 sessions;"
            " too little data to say what is usual before it."),
        ),
        (
            without_plan(100, 45, before=tuple(totals(200, 0, WEEK.plus(-n)) for n in (2, 1))),
            "Strength was more than usual: 45 min, usually 0.",
        ),
        (
            facts(160, 20, kept=kept((160, 160), (20, 0))),
            ("Running held: 160 of 160 min in 3 of 3 sessions; 2 of 2 rest days were kept."),
        ),
        (
            without_plan(60, 45, before=()),
            ("A first week: 60 min of running in 3 sessions and 45 min of strength in 2 sessions;"
            " there is no earlier one to hold it against."),
        ),
        (
            facts(80, 40, today=RUNNING, kept=kept((80, 160), (40, 80), due=2)),
            "So far 3 of 5 workouts are done, 2 still to come: running 80 of 160 min and strength 40 of 80 min.",
        ),
        (facts(0, 0, today=date(2026, 2, 1)), "Week 10 has not begun: there is nothing to hold yet."),
    ],
)  # fmt: skip
def test_what_held(week: WeekFacts, said: str) -> None:
    assert held(week) == said


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (facts(), "Nothing slipped: 5 of 5 planned workouts were done."),
        (
            facts(150, 40, kept=kept((150, 160), (40, 80), TRAVELLED)),
            "Strength slipped to 40 of 80 min: Full body A on Thu (travel) was missed.",
        ),
        (
            facts(60, 40, kept=kept((60, 160), (40, 80), TRAVELLED, ILL, missed(5, Kind.RUN))),
            (
                "Running slipped to 60 of 160 min and strength to 40 of 80 min:"
                " Full body A on Thu (travel), Easy run on Tue (ill) and 1 more were missed."
            ),
        ),
        (
            facts(150, 80, kept=kept((150, 160), (80, 80), missed(1, Kind.RUN, None, "check-in RED"))),
            "The minutes held, yet 1 of 5 workouts slipped: Easy run on Tue (check-in RED) was missed.",
        ),
        (
            facts(100, 80, kept=kept((100, 160), (80, 80))),
            "Running slipped to 100 of 160 min, though 0 workouts were missed.",
        ),
        (facts(kept=replace(kept((160, 160), (80, 80)), rest_kept=1)), "Only rest slipped: 1 of 2 rest days was kept."),
        (without_plan(160, 0), "Strength slipped to 0 min against a usual 70."),
        (
            without_plan(
                0, 0, before=(totals(30, 0, WEEK.plus(-4)), *(totals(0, 0, WEEK.plus(-n)) for n in (3, 2, 1)))
            ),
            "Too little data to say what slipped: it takes a plan, or training in 2 of the 4 weeks before.",
        ),
        (
            without_plan(100, 45, before=like(247, 0)[2:], began=WEEK.plus(-2).last),
            "Too little data to say what slipped: it takes a plan, or training in 2 of the 4 weeks before.",
        ),
        (
            without_plan(),
            "Nothing slipped: neither side fell below 85 % of its usual week.",
        ),
        (
            without_plan(60, 45, before=()),
            "Too little data to say what slipped: it takes a plan, or training in 2 of the 4 weeks before.",
        ),
        (
            without_plan(60, 0, today=RUNNING),
            "It is too early to say what slipped: a usual week has 160 min of running and 70 min of strength.",
        ),
        (
            facts(80, 40, today=RUNNING, kept=kept((80, 160), (40, 80), due=2)),
            "Nothing has slipped so far: 0 of 5 workouts missed.",
        ),
    ],
)
def test_what_slipped(week: WeekFacts, said: str) -> None:
    assert slipped(week) == said


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (facts(), "Running was 67 % of 240 min, target 70/30: in balance; over 4 weeks it is 69 %."),
        (
            facts(60, 80, before=(), target=None),
            "Running was 43 % of 140 min, no target is known.",
        ),
        (
            facts(0, 0),
            "No balance: 0 min of running and strength in week 10, target 70/30; over 4 weeks it is 70 %.",
        ),
        (
            facts(160, 20, today=RUNNING),
            "Running is so far 89 % of 180 min, target 70/30: two runs ahead; over 4 weeks it is 74 %.",
        ),
    ],
)
def test_balance(week: WeekFacts, said: str) -> None:
    assert balance(week) == said


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (
            facts(sums=sums(160, 80, estimated=2)),
            (
                "The load was ~960 AU (run 480, strength 480), 2 of 5 estimated;"
                " 1.04 times a usual week, about usual; fitness 140, form −8."
            ),
        ),
        (
            facts(load=replace(STEADY, acwr=1.6, monotony=2.1)),
            (
                "The load was 960 AU (run 480, strength 480); 1.6 times a usual week, bigger than usual;"
                " monotony 2.1, the days were much alike; fitness 140, form −8."
            ),
        ),
        (
            facts(load=NEWCOMER),
            (
                "The load was 960 AU (run 480, strength 480); too little data to compare it: 5 of 28 days;"
                " fitness 12, form −20."
            ),
        ),
        (
            facts(0, 0, load=LoadState(day=date(2026, 3, 8))),
            "No load is known: the log had not begun, and a comparison takes 28 days of it.",
        ),
    ],
)
def test_load(week: WeekFacts, said: str) -> None:
    assert load(week) == said


STRENGTH_MISSED = facts(150, 40, kept=kept((150, 160), (40, 80), TRAVELLED))
MUCH_RUNNING = like(200, 30)


@pytest.mark.parametrize(
    ("rule", "week", "said"),
    [
        (
            "begin",
            facts(0, 0, kept=kept((0, 160), (0, 80), missed(0), ILL)),
            "Next week, begin with Full body A on Mon, 45 min: week 10 has nothing logged.",
        ),
        (
            "ahead",
            facts(0, 0, today=date(2026, 2, 1), planned=replace(NEXT, week=WEEK)),
            ("Keep to the plan of week 10, which has not begun:"
            " 160 min of running and 90 min of strength in 4 workouts."),
        ),
        ("ahead", without_plan(0, 0, today=date(2026, 2, 1)), "No change: week 10 has not begun."),
        (
            "ahead",
            without_plan(0, 0, before=(), load=LoadState(day=date(2026, 3, 8))),
            "No change: week 10 lies before the first day of the log.",
        ),
        (
            "begin",
            without_plan(0, 0, before=like(0, 0), today=RUNNING),
            ("Next week, begin with 1 easy run of 20 min and 1 short strength session:"
            " week 10 has nothing logged so far."),
        ),
        (
            "tired",
            facts(150, 40, kept=kept((150, 160), (40, 80), TRAVELLED), tired="Three tired days of the last seven."),
            ("Next week, make it a lighter one, 50 % of the sets and easy runs only:"
            " three tired days of the last seven."),
        ),
        (
            "tired",
            facts(after=replace(NEXT, deload=True), tired="Two RED days in a row."),
            ("Next week is a lighter one, so leave it light: 160 min of running and 90 min of strength in 4 workouts;"
            " two RED days in a row."),
        ),
        (
            "missed_running",
            without_plan(60, 80, totals=replace(totals(60, 80), longest_run_s=22 * 60)),
            "Next week, put 1 run of 25 min first: running was 60 min against a usual 160.",
        ),
        (
            "none_of_one",
            without_plan(247, 0, before=()),
            "Next week, add 1 short strength session: week 10 had 0 min of strength, target 70/30.",
        ),
        (
            "none_of_one",
            without_plan(0, 60, before=()),
            "Next week, add 1 easy run of 20 min: week 10 had 0 min of running, target 70/30.",
        ),
        (
            "off_target",
            without_plan(120, 60, before=like(80, 90)),
            "Next week, move 5 min from strength to running: running was 52 % over 4 weeks, target 70/30.",
        ),
        (
            "begin",
            without_plan(0, 0, before=()),
            "Next week, begin with 1 easy run of 20 min and 1 short strength session: week 10 has nothing logged.",
        ),
        (
            "come_back",
            facts(60, 40, kept=kept((60, 160), (40, 80), TRAVELLED, ILL)),
            "Next week, begin with Full body A on Mon, 45 min, once you are well: 1 workout was missed ill.",
        ),
        (
            "missed_strength",
            STRENGTH_MISSED,
            "Next week, put strength first, with Full body A on Mon, 45 min: strength was 40 of 80 min (travel).",
        ),
        (
            "missed_strength",
            without_plan(160, 30),
            "Next week, put 1 strength session of 40 min first: strength was 30 min against a usual 70.",
        ),
        (
            "missed_running",
            facts(100, 80, kept=kept((100, 160), (80, 80))),
            "Next week, put running first, with Easy run on Tue, 60 min: running was 100 of 160 min.",
        ),
        (
            "off_target",
            facts(200, 70, kept=kept((200, 160), (70, 80)), before=MUCH_RUNNING),
            "Next week, give strength its 90 min on Mon and Thu: running was 83 % over 4 weeks, target 70/30.",
        ),
        (
            "off_target",
            without_plan(200, 30, before=MUCH_RUNNING),
            "Next week, move 30 min from running to strength: running was 87 % over 4 weeks, target 70/30.",
        ),
        (
            "alike",
            facts(load=replace(STEADY, monotony=2.4)),
            "Next week, keep Wed, Fri and Sun free: monotony was 2.4, the days were much alike.",
        ),
        (
            "bigger",
            facts(load=replace(STEADY, acwr=1.7, week_au=1900.0)),
            ("Next week, hold, no more than the planned 160 min of running and 90 min of strength in 4 workouts:"
            " 7 days came to 1,900 AU, 1.7 times a usual week."),
        ),
        (
            "lighter",
            facts(after=replace(NEXT, deload=True)),
            ("Next week is a lighter one, so leave it light:"
            " 160 min of running and 90 min of strength in 4 workouts."),
        ),
        (
            "lighter",
            without_plan(before=like(160, 80)),
            ("Next week, make it a lighter one, 50 % of the sets and easy runs only:"
            " none of the last 4 weeks was lighter."),
        ),
        (
            "keep",
            facts(),
            "Next week, keep to the plan: 160 min of running and 90 min of strength in 4 workouts.",
        ),
        (
            "keep",
            without_plan(),
            "Next week, keep to what you did, 160 min of running and 80 min of strength: nothing asks for a change.",
        ),
        (
            "keep",
            without_plan(60, 0, today=RUNNING),
            "Next week, keep to your usual, 160 min of running and 70 min of strength: nothing asks for a change.",
        ),
    ],
)  # fmt: skip
def test_the_one_change(rule: str, week: WeekFacts, said: str) -> None:
    assert next(each.__name__ for each in change.RULES if each(week) is not None) == rule
    assert change.change(week) == said


def test_what_comes_first_is_said_alone() -> None:
    everything = facts(
        100, 20, kept=kept((100, 160), (20, 80), ILL, TRAVELLED), before=MUCH_RUNNING,
        load=replace(STEADY, monotony=2.4, acwr=1.8), after=replace(NEXT, deload=True), tired="Three tired days.",
    )  # fmt: skip
    spoken = [rule.__name__ for rule in change.RULES if rule(everything) is not None]
    assert spoken == [
        "come_back", "tired", "missed_strength", "missed_running", "off_target", "alike", "bigger", "lighter", "keep",
    ]  # fmt: skip


def test_a_taper_is_left_light_and_a_lighter_week_just_past_asks_for_none() -> None:
    assert change.lighter(facts(after=replace(NEXT, phase=Phase.TAPER))) is not None
    assert change.lighter(without_plan()) is None
    assert change.lighter(without_plan(before=like(160, 80)[1:2])) is None


def test_after_a_week_that_was_planned_lighter_no_other_is_asked_for() -> None:
    assert change.lighter(without_plan(before=like(160, 80), light_lately=True)) is None


def test_without_a_plan_a_side_that_is_ahead_anyway_is_not_made_up_for() -> None:
    both = without_plan(60, 60, before=like(60, 200))
    assert change.missed_strength(both) is None
    assert "from strength to running" in change.change(both)


def test_other_sports_are_neither_usual_nor_kept_to() -> None:
    rides = tuple(replace(totals(0, 0, WEEK.plus(-n)), sessions=2, other_s=7200.0) for n in (4, 3, 2, 1))
    week = without_plan(0, 0, before=rides, totals=replace(totals(0, 0), sessions=2, other_s=7200.0))
    assert held(week) == (
        "Week 10 had 120 min of other sports in 2 sessions; too little data to say what is usual before it."
    )
    assert change.change(week).endswith("1 short strength session: week 10 has 0 min of running and strength.")


def test_after_weeks_of_nothing_a_little_is_not_too_much() -> None:
    week = without_plan(20, 0, before=like(0, 0), today=RUNNING, load=replace(STEADY, acwr=4.0))
    assert change.change(week) == (
        "Next week, 1 run and 1 strength session are enough: there is too little data to ask for more."
    )


def test_where_each_rule_begins_to_speak() -> None:
    assert change.bigger(facts(load=replace(STEADY, acwr=1.5))) is None
    assert change.bigger(facts(load=replace(STEADY, acwr=1.51))) is not None
    assert change.alike(facts(load=replace(STEADY, monotony=1.99))) is None
    assert "monotony 1.5, the days were rather alike" in load(facts(load=replace(STEADY, monotony=1.5)))
    assert change.off_target(without_plan(75, 25, before=like(75, 25))) is None
    assert change.off_target(without_plan(76, 24, before=like(76, 24))) is not None
    one_less = (*like(160, 80)[:3], totals(160, 80, WEEK.plus(-1), load=960.0 * 0.65))
    assert change.lighter(without_plan(before=one_less)) is None


def test_four_weeks_are_judged_once_there_are_four() -> None:
    short = without_plan(200, 60, before=like(200, 60)[2:])
    assert change.off_target(short) is None
    assert "over 3 weeks it is 77 %" in balance(short)


def test_a_side_that_may_still_be_done_this_week_is_not_made_up_for() -> None:
    week = facts(80, 0, today=RUNNING, kept=kept((80, 160), (0, 80), due=3))
    assert change.missed_strength(week) is None
    assert change.missed_running(week) is None


# --- any week ------------------------------------------------------------------------------------

minutes = st.sampled_from([0.0, 0.4, 30.0, 160.0, 900.0])
misses = st.lists(
    st.builds(
        missed, st.integers(0, 6), st.sampled_from([Kind.RUN, Kind.STRENGTH, Kind.COMBO, Kind.HYBRID]),
        st.sampled_from([None, *Reason]),
    ), max_size=4,
)  # fmt: skip
some = st.none() | st.sampled_from([0.0, 0.5, 1.2, 2.5, 10.0])
states = st.builds(
    LoadState, day=st.just(WEEK.last), days_known=st.sampled_from([0, 1, 28, 400]), ctl=some, atl=some, form=some,
    monotony=some, strain=some, week_au=minutes, usual_au=some, acwr=some,
)  # fmt: skip
sides = st.builds(
    SideKept, planned_s=minutes.map(lambda m: m * 60), done_s=minutes.map(lambda m: m * 60),
    planned=st.integers(0, 3), kept=st.integers(0, 3), done=st.integers(0, 4),
)  # fmt: skip
weeks_kept = st.builds(
    WeekKept, week=st.just(WEEK), planned=st.booleans(), run=sides, strength=sides, workouts=st.integers(0, 6),
    kept=st.integers(0, 6), due=st.integers(0, 6), missed=misses.map(tuple), rest_planned=st.integers(0, 3),
    rest_kept=st.integers(0, 3),
)  # fmt: skip
plans = st.none() | st.sampled_from([
    NEXT, replace(NEXT, deload=True), replace(NEXT, workouts=()),
    planned_week(workout(2, Kind.RECOVERY, 20, week=WEEK.plus(1)), week=WEEK.plus(1)),
])  # fmt: skip
any_week = st.builds(
    WeekFacts, week=st.just(WEEK), today=st.dates(date(2026, 2, 20), date(2026, 3, 20)),
    totals=st.builds(totals, minutes, minutes), sums=st.builds(sums, minutes, minutes, estimated=st.integers(0, 3)),
    before=st.lists(st.builds(totals, minutes, minutes), max_size=4).map(tuple), kept=weeks_kept, load=states,
    target=st.none() | st.sampled_from([0.1, 0.5, 0.7, 0.9]), planned=plans, after=plans,
)  # fmt: skip


@settings(max_examples=150)
@given(any_week)
def test_every_week_gets_five_sentences_with_their_numbers(week: WeekFacts) -> None:
    said = sentences(week)
    assert len(said) == 5
    for each in said:
        assert re.search(r"\w\.$|\)\.$|%\.$", each), each
        assert each[0].isupper() or each[0].isdigit(), each
        assert re.search(r"\d", each) or MISSING.search(each), each
        assert "None" not in each
        assert "  " not in each
    assert sentences(week) == said


# --- a month -------------------------------------------------------------------------------------

MARCH = Month(2026, 3)


def period_load(period: Month | Week, run: float, strength: float, *, known: bool = True) -> PeriodLoad:
    return PeriodLoad(period=period, sums=sums(run, strength), known=known, ctl=150.0 if known else None)


def month_facts(**more: object) -> month.MonthFacts:
    weeks = [
        month.WeekOfMonth(
            totals=totals(150 + 10 * n, 70), kept=replace(kept((150, 160), (70, 80)), week=WEEK.plus(n), kept=5 - n),
            load=period_load(WEEK.plus(n), 150, 70),
        )
        for n in range(4)
    ]  # fmt: skip
    given_ = {
        "month": MARCH, "today": date(2026, 4, 2), "totals": replace(totals(660, 280), period=MARCH),
        "before": replace(totals(600, 300), period=MARCH.plus(-1)), "load": period_load(MARCH, 660, 280),
        "load_before": replace(period_load(MARCH.plus(-1), 600, 300), ctl=120.0), "weeks": tuple(weeks), "target": 0.7,
    }  # fmt: skip
    return month.MonthFacts(**(given_ | more))  # type: ignore[arg-type]


def test_a_month_in_four_sentences() -> None:
    assert month.review(month_facts()).sentences == (
        (
            "March 2026 had 660 min of running in 3 sessions and 280 min of strength in 2 sessions;"
            " the month before, 600 and 300 min."
        ),
        (
            "14 of 20 planned workouts of its weeks were done, the most in week 10 (5 of 5),"
            " the fewest in week 13 (2 of 5)."
        ),
        "Running was 70 % of 940 min, target 70/30; its whole weeks lie between 68 and 72 %.",
        "The load was 3,660 AU (run 1,980, strength 1,680); 1.02 times the month before; fitness went from 120 to 150.",
    )


def test_a_month_without_anything_says_so() -> None:
    nothing = month_facts(
        totals=totals(0, 0), before=None, weeks=(), load=period_load(MARCH, 0, 0, known=False),
        load_before=period_load(MARCH.plus(-1), 0, 0, known=False), target=None,
    )  # fmt: skip
    for said in month.review(nothing).sentences:
        assert re.search(r"\d", said)
        assert said.endswith(".")


def test_each_week_belongs_to_the_month_of_its_thursday() -> None:
    assert [str(week) for week in month.weeks_of(Month(2026, 1))] == ["2026-W01", "2026-W02", "2026-W03", "2026-W04",
                                                                     "2026-W05"]  # fmt: skip
    assert month.weeks_of(Month(2025, 12))[-1] == Week(2025, 52)
    listed = [week for n in range(24) for week in month.weeks_of(Month(2025, 1).plus(n))]
    assert listed == [listed[0].plus(n) for n in range(len(listed))]


def test_an_unplanned_week_needs_no_plan() -> None:
    assert len(sentences(facts(kept=unplanned(0, 0), after=None, before=(), target=None))) == 5
