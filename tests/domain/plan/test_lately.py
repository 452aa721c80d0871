"""What the log changes about a plan: breaks, held weeks, missed long runs, run/walk (science.md C.6, C.8, R41)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, pairwise

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Race
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import draft
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.handover import outgrown, spliced
from hybridtui.domain.plan.lately import RunDay, corrections
from hybridtui.domain.run_log import fingerprint
from hybridtui.domain.workout import Correction, Kind, Plan, Why
from tests.domain.plan.builders import MONDAY, P1, P2, P4, plan

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
LIGHTER = Why("R25", "Tired for days.")


def ran(drafted: Plan, weeks: Iterable[int], share: float = 1.0, **how: object) -> list[RunDay]:
    """Return every run of these weeks, done as planned or to a share of it."""
    return [
        RunDay(w.day, round(share * w.run_minutes), w.subtype, **how)  # type: ignore[arg-type]
        for number in weeks
        for w in drafted.weeks[number - 1].workouts
        if w.run_minutes and w.kind in (Kind.RUN, Kind.COMBO, Kind.HYBRID)
    ]


def monday(week: int) -> date:
    return MONDAY + (week - 1) * WEEK


def again(drafted: Plan, found: Sequence[Correction], weeks: int | None = None) -> Plan:
    numbers = count(1)
    return draft(
        drafted.athlete,
        drafted.start,
        weeks=weeks or len(drafted.weeks),
        plan_id=drafted.id,
        ids=lambda: f"w{next(numbers)}",
        corrections=tuple(found),
    )


def bases(found: Sequence[Correction]) -> list[tuple[int, int]]:
    return [(each.week, each.base) for each in found if each.base is not None]


def test_a_log_that_follows_the_plan_changes_nothing() -> None:
    drafted = plan(P4, weeks=10)
    for today in (monday(2), monday(5) + 3 * DAY, monday(10) + 6 * DAY):
        done = [run for run in ran(drafted, range(1, 11)) if run.day < today]
        assert corrections(drafted, done, today) == ()


def test_before_the_first_run_of_the_log_nothing_is_held_against_anybody() -> None:
    drafted = plan(P1, weeks=8)
    assert corrections(drafted, (), monday(5)) == ()
    earlier = [RunDay(MONDAY - 20 * DAY, 30)]
    assert corrections(drafted, earlier, monday(5)) == ()
    first_in_second_week = ran(drafted, [2])
    assert corrections(drafted, first_in_second_week, monday(3)) == ()


@pytest.mark.parametrize(("away", "share"), [(13, None), (14, 0.60), (27, 0.60), (28, 0.40), (60, 0.40)])
def test_after_days_without_running_it_begins_again_with_less(away: int, share: float | None) -> None:
    drafted = plan(P4, weeks=20)
    done = ran(drafted, range(1, 7))  # up to Sunday of week 6, with 165 min
    today = monday(7) + away * DAY
    found = [each for each in corrections(drafted, done, today) if each.why.text.endswith("after 165.")]
    number = (today - MONDAY).days // 7 + 1
    assert bases(found) == ([(number, int(share * 165 / 5) * 5)] if share else [])


def test_a_restart_stands_once_running_has_begun_again_and_grows_from_there() -> None:
    drafted = plan(P4, weeks=12)
    done = ran(drafted, range(1, 7))
    back = again(drafted, corrections(drafted, done, monday(9)))
    done += ran(back, [9])
    found = corrections(drafted, done, monday(10))
    assert (9, 95) in bases(found)
    weeks = again(drafted, found).weeks
    assert [week.run_minutes for week in weeks[8:11]] == [95, 100, 110]
    assert not any(week.deload for week in weeks[8:11])


def test_a_week_done_to_less_than_three_quarters_is_not_built_upon() -> None:
    drafted = plan(P4, weeks=4)
    done = ran(drafted, [1]) + ran(drafted, [2], share=0.7)
    found = corrections(drafted, done, monday(3))
    assert bases(found) == [(3, 130)]
    assert again(drafted, found).weeks[2].run_minutes == 130
    enough = ran(drafted, [1]) + ran(drafted, [2], share=0.8)
    assert bases(corrections(drafted, enough, monday(3))) == []


def test_before_a_lighter_week_the_one_done_before_is_what_counts() -> None:
    drafted = plan(P4, weeks=5)
    done = ran(drafted, [1, 2]) + ran(drafted, [3], share=0.3)
    weeks = again(drafted, corrections(drafted, done, monday(4))).weeks
    assert [week.run_minutes for week in weeks[3:]] == [95, 140]
    assert weeks[3].deload


def test_lighter_weeks_and_the_taper_are_not_judged() -> None:
    drafted = plan(P4, weeks=5)
    done = ran(drafted, [1, 2, 3]) + ran(drafted, [4], share=0.3)
    assert bases(corrections(drafted, done, monday(5))) == []


def test_after_missed_long_runs_the_next_one_is_no_leap() -> None:
    drafted = plan(P4, weeks=8)
    longest = {number: max(w.run_minutes for w in drafted.weeks[number - 1].workouts) for number in range(1, 9)}
    done = [run for run in ran(drafted, range(1, 7)) if run.minutes < 45]
    found = corrections(drafted, done, monday(7))
    recapped = [each for each in found if each.week == 7 and each.longest is not None]
    assert [each.longest for each in recapped] == [max(run.minutes for run in done if run.day >= monday(7) - 24 * DAY)]
    assert recapped[0].why.rule == "R41"
    seventh = max(w.run_minutes for w in again(drafted, found).weeks[6].workouts if w.kind is Kind.RUN)
    assert seventh <= max(1.1 * recapped[0].longest, recapped[0].longest + 5) < longest[7]


@pytest.mark.parametrize(
    ("finished", "rpe", "advances"), [(3, None, True), (2, 7.0, True), (2, 8.0, False), (1, 5.0, False)]
)
def test_run_walk_advances_after_two_sessions_at_ease(finished: int, rpe: float | None, advances: bool) -> None:
    three_runs = replace(Athlete(balance=0.7), days=P2.days, days_per_week=4)
    drafted = plan(three_runs, weeks=6)
    assert sum(w.run_minutes > 0 for w in drafted.weeks[0].workouts) == 3
    sessions = ran(drafted, [1], rpe=rpe)[:finished]
    found = corrections(drafted, sessions, monday(2))
    assert [(each.week, each.runwalk) for each in found] == ([] if advances else [(2, 1)])
    second = next(w for w in again(drafted, found).weeks[1].workouts if w.subtype == "runwalk")
    assert second.title == ("Run/walk week 2" if advances else "Run/walk week 1")


def test_a_run_walk_session_that_was_broken_off_does_not_count() -> None:
    drafted = plan(P1, weeks=6)
    broken_off = [replace(run, finished=False) for run in ran(drafted, [1])]
    assert [each.runwalk for each in corrections(drafted, broken_off, monday(2))] == [1]


def test_a_beginner_comes_back_to_run_walk_at_week_three_after_a_month() -> None:
    drafted = plan(P1, weeks=12)
    done = ran(drafted, range(1, 7))
    found = corrections(drafted, done, monday(11))
    assert [each.runwalk for each in found if each.week == 11] == [3]
    found = corrections(drafted, done, monday(9) + 4 * DAY)
    assert [each.runwalk for each in found if each.week == 9] == [4]


def test_a_lighter_week_asked_for_stays_and_takes_the_place_of_the_next() -> None:
    drafted = plan(P2, weeks=9)
    wanted = Correction(week=6, lighter=True, why=LIGHTER)
    done = ran(drafted, range(1, 6))
    found = corrections(replace(drafted, corrections=(wanted,)), done, monday(6))
    assert found == (wanted,)
    eased = again(drafted, found)
    lighter = [week.number for week in eased.weeks if week.deload]
    assert lighter == [4, 6]
    assert ("R25", LIGHTER.text, (6,)) in [(r.rule, r.text, r.weeks) for r in eased.relaxed]
    later = replace(drafted, corrections=(replace(wanted, week=9),))
    assert corrections(later, done, monday(6)) == later.corrections


def test_the_order_of_the_log_and_when_it_is_asked_do_not_matter() -> None:
    drafted = plan(P4, weeks=16)
    done = ran(drafted, [1, 2, 3]) + ran(drafted, [4, 5], share=0.5) + ran(drafted, [9, 10, 11])
    today = monday(12) + 2 * DAY
    found = corrections(drafted, done, today)
    assert found
    assert corrections(drafted, done[::-1], today) == found
    assert corrections(again(drafted, found), done, today) == found
    assert corrections(plan(P4, weeks=2), done, today) == found
    earlier = corrections(drafted, done, monday(9))
    assert [each for each in found if each.week < 9] == [each for each in earlier if each.week < 9]


def test_a_corrected_plan_breaks_no_rule() -> None:
    race = Race(21_097.5, MONDAY + timedelta(weeks=18, days=-1))
    for athlete in (P1, P2, P4, replace(P4, race=race)):
        drafted = plan(athlete, weeks=18)
        done = ran(drafted, [1, 2]) + ran(drafted, [3], share=0.4) + ran(drafted, [4, 8, 9, 10])
        for today in (monday(4), monday(7), monday(8) + 2 * DAY, monday(11)):
            fitted = again(drafted, corrections(drafted, [run for run in done if run.day < today], today))
            assert fitted.breaches == ()
            growth = [week.run_minutes for week in fitted.weeks if not week.deload and week.phase.value != "taper"]
            assert all(after <= max(before + 5, 1.1 * before, 60) for before, after in pairwise(growth[:10]))


def test_a_plan_that_began_midweek_is_followed_from_its_first_whole_week() -> None:
    thursday = MONDAY + 3 * DAY
    numbers = count(1)
    drafted = draft(P4, thursday, weeks=5, plan_id="p", ids=lambda: f"w{next(numbers)}")
    assert corrections(drafted, ran(drafted, [1]), monday(2)) == ()
    assert bases(corrections(drafted, ran(drafted, [1]), monday(3)))[0][0] == 3


def test_the_fingerprint_changes_with_what_matters_and_with_nothing_else() -> None:
    drafted = plan(P4, weeks=8)
    done = ran(drafted, [1, 2, 3])
    now = fingerprint(drafted, done, monday(4))
    today = RunDay(monday(4), 40)
    assert fingerprint(drafted, [*done, today], monday(4) + DAY) == now
    assert fingerprint(drafted, done, monday(5)) != now
    assert fingerprint(drafted, done[1:], monday(4)) != now
    eased = replace(drafted, corrections=(Correction(week=6, lighter=True, why=LIGHTER),))
    assert fingerprint(eased, done, monday(4)) != now
    assert fingerprint(drafted, done, monday(4) + 14 * DAY) != fingerprint(drafted, done, monday(4) + 8 * DAY)


def test_sets_that_rise_from_weeks_planned_otherwise_are_told() -> None:
    """Week 9 grows from a week 7 that was drafted anew meanwhile, not from the one that stays (R22)."""
    lifter = Athlete(
        level=Level.INTERMEDIATE,
        days=tuple(Weekday),
        minutes=(60,) * 7,
        equipment=EQUIPMENT_PROFILES["gym"],
        run_minutes=100,
        longest_run=40,
        strength_sessions=2,
    )
    why = Why("C.6", "Missed.")
    held = [Correction(week=3, base=110, why=why), Correction(week=4, base=110, why=why)]
    held += [Correction(week=6, longest=20, why=why), Correction(week=6, base=120, why=why)]
    now = again(plan(lifter, weeks=12), [*held[:2], Correction(week=6, base=40, why=why)], 12)
    for week, later in ((7, (40,)), (8, (75, 40))):
        found = [*held, *(Correction(week=7 + n, base=base, why=why) for n, base in enumerate(later))]
        now = spliced(now, again(now, found, 12), monday(week), ())
    assert check(now)
    assert ("R22", (9,)) in [(relaxed.rule, relaxed.weeks) for relaxed in now.relaxed]
    assert not [breach for breach in now.breaches if breach.rule == "R22"]


def test_next_week_does_not_grow_from_runs_that_a_restart_took_out_of_this_one() -> None:
    """Back on Saturday: what the new draft held on Friday is not run, and next week knows (C.6.4)."""
    starter = Athlete(
        goal=Goal.RUN_FIRST,
        balance=0.45,
        level=Level.ADVANCED,
        days=tuple(Weekday),
        days_per_week=3,
        minutes=(45, 30, 15, 10, 30, 90, 60),
        equipment=EQUIPMENT_PROFILES["home"],
        run_minutes=10,
        longest_run=60,
        strength_sessions=4,
        age=60,
        long_run_day=Weekday.FRI,
        race=Race(42_195, MONDAY + 18 * DAY),
        lighter_every=6,
    )
    before = plan(starter, MONDAY + 2 * DAY, weeks=10)
    found = (Correction(week=5, base=40, why=LIGHTER),)
    saturday = monday(5) + 5 * DAY
    now = spliced(before, again(before, found), saturday, ())
    assert [breach.rule for breach in now.breaches if breach.day >= saturday] == ["C.6.4"]
    more = outgrown(now, saturday)
    assert more is not None
    assert (more.week, more.longest) == (6, 20)
    mended = spliced(before, again(before, (*found, more)), saturday, ())
    assert not [breach for breach in mended.breaches if breach.day >= saturday]
    assert outgrown(mended, saturday) is None


def test_new_work_gives_way_to_what_a_week_held_before_it_was_drafted_anew() -> None:
    """Squats on Friday, and new ones on Saturday: the new ones go, and that is told (R5)."""
    weekender = Athlete(
        goal=Goal.MARATHON,
        level=Level.ADVANCED,
        days=(Weekday.FRI, Weekday.SAT),
        minutes=(60,) * 7,
        equipment=EQUIPMENT_PROFILES["home"],
        longest_run=60,
        strength_sessions=3,
        race=Race(10_000, MONDAY + 26 * DAY),
    )
    before = plan(weekender, MONDAY + 6 * DAY, weeks=10)
    found = [Correction(week=4, base=40, why=LIGHTER), Correction(week=7, base=40, why=LIGHTER)]
    before = spliced(before, again(before, found[:1]), monday(4), ())
    saturday = monday(7) + 5 * DAY
    now = spliced(before, again(before, found), saturday, ())
    assert not [breach for breach in now.breaches if breach.day >= saturday]
