"""Day by day against the plan: what a day was, how a week was kept, and why something was not done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.calendar import Week
from hybridtui.domain.days import Ache, DaysPage, Did, Dropped, State, Told, WeekAsked, days_page
from hybridtui.domain.days.marks import Bounds
from hybridtui.domain.matching import credited
from hybridtui.domain.pain import Part
from hybridtui.domain.readiness import Instead, Readiness
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.workout import RACE, Kind, Phase, PlannedWeek, Workout

MONDAY = date(2026, 3, 2)
MON, TUE, WED, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=day) for day in range(7))
WEEK = Week.of(MONDAY)
NEXT_MONDAY = MONDAY + timedelta(days=7)
PARTS = {Kind.RUN: (1, 0), Kind.STRENGTH: (0, 1), Kind.COMBO: (1, 1), Kind.HYBRID: (1, 1)}


def asked_for(kind: Kind, day: date, minutes: int = 40, **more: object) -> Workout:
    run, strength = PARTS.get(kind, (0, 0))
    return Workout(
        id=f"{kind.value} {day}", day=day, kind=kind, title=f"The {kind.value}", minutes=minutes,
        run_minutes=run * minutes, strength_minutes=strength * minutes, steps=(), **({"subtype": "easy"} | more),
    )  # fmt: skip


def did(kind: Kind, day: date, minutes: float = 40, n: int = 0, **more: object) -> Did:
    run, strength = PARTS.get(kind, (0, 0))
    return Did(
        session_id=f"did {kind.value} {day} {n}", day=day, kind=kind, title=f"My {kind.value}",
        run_s=run * minutes * 60, strength_s=strength * minutes * 60, other_s=0.0 if kind in PARTS else minutes * 60,
        **({"workout_id": None} | more),
    )  # fmt: skip


PLANNED = (asked_for(Kind.RUN, MON), asked_for(Kind.STRENGTH, WED), asked_for(Kind.RUN, SAT, 60))


def page(
    *done: Did,
    workouts: tuple[Workout, ...] | None = PLANNED,
    today: date = NEXT_MONDAY,
    told: Told | None = None,
    since: date = MONDAY,
    dropped: tuple[tuple[date, Kind], ...] = (),
) -> DaysPage:
    asked = () if workouts is None else (WeekAsked(week=WEEK, since=since, workouts=workouts, dropped=dropped),)
    return days_page([WEEK], asked, sorted(done, key=lambda d: d.day), told or Told(), Bounds(today=today, begun=MON))


def states(*done: Did, **how: object) -> str:
    """The week in the first letters of its states."""
    return " ".join(day.state.value for day in page(*done, **how).days)


@pytest.mark.parametrize(
    ("done", "today", "expected"),
    [
        ((), NEXT_MONDAY, "missed kept missed kept kept missed kept"),
        ((did(Kind.RUN, MON),), NEXT_MONDAY, "run kept missed kept kept missed kept"),
        ((did(Kind.RUN, MON),), WED, "run kept due none none due none"),
        ((did(Kind.RUN, MON), did(Kind.STRENGTH, MON)), NEXT_MONDAY, "both kept free kept kept missed kept"),
        ((did(Kind.COMBO, WED),), NEXT_MONDAY, "missed kept both kept kept missed kept"),
        ((did(Kind.OTHER, TUE), did(Kind.RECOVERY, THU)), NEXT_MONDAY, "missed other missed other kept missed kept"),
        ((did(Kind.RUN, TUE),), NEXT_MONDAY, "free run missed kept kept missed kept"),
    ],
)
def test_what_each_day_was(done, today, expected) -> None:
    assert states(*done, today=today) == expected


def test_without_a_plan_a_day_of_rest_is_neither_kept_nor_missed() -> None:
    assert states(did(Kind.RUN, TUE), workouts=None) == "free run free free free free free"


def test_days_before_the_plan_began_were_not_planned_as_rest() -> None:
    assert states(workouts=(asked_for(Kind.RUN, SAT),), since=THU) == "free free free kept kept missed kept"


def test_days_that_a_new_plan_took_over_were_planned() -> None:
    assert states(workouts=(asked_for(Kind.RUN, MON), asked_for(Kind.RUN, SAT)), since=THU).startswith(
        "missed kept kept"
    )


def test_a_day_that_the_athlete_cleared_is_no_planned_rest() -> None:
    kept = page(workouts=PLANNED[:2], dropped=((SAT, Kind.RUN),))
    assert kept.days[5].state is State.FREE
    assert kept.weeks[0].dropped == (Dropped(SAT, Kind.RUN),)
    assert kept.weeks[0].rest_planned == 4


def test_a_day_with_easy_movement_planned_is_a_rest_day_and_cannot_be_missed() -> None:
    kept = page(workouts=(*PLANNED, asked_for(Kind.RECOVERY, SUN)))
    assert kept.days[6].state is State.KEPT
    assert kept.weeks[0].workouts == 3


def test_a_race_is_no_rest_day_and_is_not_missed() -> None:
    kept = page(workouts=(asked_for(Kind.RUN, SUN, subtype=RACE),))
    assert kept.days[6].state is State.FREE
    assert not kept.days[6].planned_rest
    assert kept.weeks[0].missed == ()


@pytest.mark.parametrize(("minutes", "level"), [(1, 1), (30, 1), (31, 2), (60, 2), (90, 3), (91, 4), (300, 4)])
def test_how_long_a_day_was_has_four_levels(minutes: float, level: int) -> None:
    assert page(did(Kind.RUN, MON, minutes)).days[0].level == level


def test_a_week_is_told_by_sides_and_by_days_of_rest() -> None:
    (kept,) = page(did(Kind.RUN, MON, 45), did(Kind.STRENGTH, THU, 38), did(Kind.RUN, FRI, 20)).weeks
    assert (kept.workouts, kept.kept, kept.due) == (3, 2, 0)
    assert (kept.run.planned_s / 60, kept.run.done_s / 60) == (100, 65)
    assert (kept.run.planned, kept.run.kept, kept.run.done) == (2, 1, 2)
    assert (kept.strength.planned_s / 60, kept.strength.done_s / 60) == (40, 38)
    assert [missed.workout.day for missed in kept.missed] == [SAT]
    assert (kept.rest_planned, kept.rest_kept) == (4, 4)


def test_who_swaps_a_rest_day_for_another_has_kept_it() -> None:
    (swapped,) = page(did(Kind.RUN, TUE), did(Kind.STRENGTH, WED), did(Kind.RUN, SAT, 60)).weeks
    assert (swapped.kept, swapped.rest_planned, swapped.rest_kept) == (3, 4, 4)
    (never,) = page(*(did(Kind.RUN, day, 20) for day in WEEK.days)).weeks
    assert (never.rest_planned, never.rest_kept) == (4, 0)


def test_easy_movement_does_not_end_a_rest_day() -> None:
    (kept,) = page(did(Kind.OTHER, TUE), did(Kind.RECOVERY, SUN)).weeks
    assert kept.rest_kept == kept.rest_planned == 4


def test_a_week_that_runs_counts_rest_up_to_yesterday_and_misses_nothing_to_come() -> None:
    (kept,) = page(did(Kind.RUN, MON), today=THU).weeks
    assert (kept.rest_planned, kept.rest_kept, kept.due) == (1, 1, 1)
    assert [missed.workout.day for missed in kept.missed] == [WED]


def test_a_combo_is_a_workout_of_both_sides() -> None:
    (kept,) = page(did(Kind.COMBO, MON), workouts=(asked_for(Kind.COMBO, MON),)).weeks
    assert (kept.run.planned, kept.run.kept, kept.strength.planned, kept.strength.kept) == (1, 1, 1, 1)
    assert (kept.workouts, kept.kept) == (1, 1)


def test_what_counts_by_another_day_says_by_which() -> None:
    days = page(did(Kind.RUN, TUE)).days
    assert [(workout.day, by) for workout, by in days[0].elsewhere] == [(MON, TUE)]
    assert days[1].elsewhere == ()


READING = Readiness(day=SAT, fatigue=3, sleep_quality=3, soreness=3, stress=3, mood=3)


def with_answers(**answers: object) -> Readiness:
    return replace(READING, **answers)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Told(), ()),
        (Told(readings=(READING,)), ()),
        (Told(readings=(with_answers(ill=True),)), ("you said you were ill",)),
        (Told(readings=(with_answers(fatigue=1, soreness=1, stress=2),)), ("check-in ORANGE",)),
        (Told(readings=(with_answers(fatigue=1, soreness=1, stress=2, kept=True),)), ()),
        (Told(readings=(with_answers(instead=Instead.REST),)), ("you chose rest",)),
        (Told(readings=(with_answers(day=FRI, ill=True),)), ()),
        (Told(aches=(Ache(day=SAT, part=Part.KNEE, level=4), Ache(day=SAT, part=Part.CALF, level=6))),
         ("pain 6 of 10: calf",)),
        (Told(aches=(Ache(day=FRI, part=Part.KNEE, level=8),)), ()),
    ],
)  # fmt: skip
def test_what_the_log_knows_explains_a_missed_workout(told: Told, expected: tuple[str, ...]) -> None:
    done = did(Kind.RUN, MON), did(Kind.STRENGTH, WED)
    (missed,) = page(*done, told=told).weeks[0].missed
    assert missed.known == expected


def test_a_move_and_what_was_done_instead_explain_it_too() -> None:
    moved = asked_for(Kind.STRENGTH, SAT, moved_from=WED, because="gym closed")
    (missed,) = page(did(Kind.OTHER, SAT, 90), workouts=(moved,)).weeks[0].missed
    assert missed.known == ("moved from Wed 4 Mar: gym closed", "you did My other, 90 min, instead")


def test_a_session_that_counts_for_another_workout_explains_nothing() -> None:
    workouts = (asked_for(Kind.RUN, SAT), asked_for(Kind.STRENGTH, SAT))
    (missed,) = page(did(Kind.RUN, SAT), workouts=workouts).weeks[0].missed
    assert missed.known == ()
    assert page(did(Kind.RUN, SAT), workouts=workouts).days[5].missed == (workouts[1],)


def test_what_the_athlete_said_is_told_beside() -> None:
    said = SkipReason(workout_id=PLANNED[2].id, reason=Reason.TRAVEL, note="train")
    missed = page(told=Told(reasons={said.workout_id: said})).weeks[0].missed
    assert [each.said for each in missed] == [None, None, said]


DAYS = st.integers(0, 20).map(lambda n: MONDAY + timedelta(days=n))
WORKOUTS = st.lists(
    st.tuples(DAYS, st.sampled_from([Kind.RUN, Kind.STRENGTH, Kind.COMBO, Kind.HYBRID, Kind.RECOVERY])),
    max_size=14, unique=True,
)  # fmt: skip
DONE = st.lists(st.tuples(DAYS, st.sampled_from(list(Kind)), st.integers(1, 90)), max_size=14)


@given(WORKOUTS, DONE, DAYS)
def test_three_weeks_are_as_a_plain_count_says(planned, done, today) -> None:
    """Count day by day, without any of the values above."""
    weeks = [WEEK.plus(n) for n in range(3)]
    workouts = [asked_for(kind, day) for day, kind in sorted(planned, key=lambda w: w[0])]
    sessions = [did(kind, day, minutes, n) for n, (day, kind, minutes) in enumerate(sorted(done, key=lambda d: d[0]))]
    asked = [
        WeekAsked(week=week, since=MONDAY, workouts=mine)
        for week in weeks
        if (mine := tuple(w for w in workouts if Week.of(w.day) == week))
    ]
    got = days_page(weeks, asked, sessions, Told(), Bounds(today=today, begun=MONDAY))

    frames = [
        PlannedWeek(number=1, week=each.week, phase=Phase.BASE, deload=False, workouts=each.workouts) for each in asked
    ]
    by = credited(frames, [each.trained for each in sessions])
    hard = [w for w in workouts if w.kind is not Kind.RECOVERY]
    assert [day.day for day in got.days] == [MONDAY + timedelta(days=n) for n in range(21)]
    for day in got.days:
        mine = [s for s in sessions if s.day == day.day]
        ran, lifted = any(s.run_s for s in mine), any(s.strength_s for s in mine)
        open_ = [w for w in hard if w.day == day.day and w.id not in by]
        wanted = any(w.day == day.day for w in hard)
        covered = any(Week.of(w.day) == Week.of(day.day) for w in workouts)
        if mine:
            state = "both" if ran and lifted else "run" if ran else "strength" if lifted else "other"
        elif open_:
            state = "missed" if day.day < today else "due"
        elif day.day > today:
            state = "none"
        else:
            state = "kept" if covered and not wanted else "free"
        assert day.state.value == state
        assert day.minutes == pytest.approx(sum(s.total_s for s in mine) / 60)
    for week, kept in zip(weeks, got.weeks, strict=True):
        mine = [w for w in hard if Week.of(w.day) == week]
        assert kept.workouts == len(mine) == kept.kept + kept.due + len(kept.missed)
        assert kept.kept == sum(w.id in by for w in mine)
        assert kept.run.done_s == sum(s.run_s for s in sessions if Week.of(s.day) == week)
        assert 0 <= kept.rest_kept <= kept.rest_planned <= 7
