"""What was done counts for what was planned: by following it, or by being near it and of its kind."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.matching import BY_HAND_DAYS, DAYS_AHEAD, DAYS_BEHIND, Trained, candidates, credited, missed, told
from hybridtui.domain.workout import RACE, Kind, Phase, Plan, PlannedWeek, Workout

MONDAY = date(2026, 3, 2)
MON, TUE, WED, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=day) for day in range(7))
NOTHING_DONE: frozenset[str] = frozenset()


def planned(kind: Kind, day: date, run: int = 0, strength: int = 0, *, subtype: str = "easy", id_: str = "") -> Workout:
    return Workout(
        id=id_ or f"{kind.value} {day.isoformat()}", day=day, kind=kind, subtype=subtype, title="Easy run",
        minutes=run + strength, run_minutes=run, strength_minutes=strength, steps=(),
    )  # fmt: skip


def run(day: date, minutes: int = 40) -> Workout:
    return planned(Kind.RUN, day, minutes)


def lift(day: date, minutes: int = 40) -> Workout:
    return planned(Kind.STRENGTH, day, 0, minutes, subtype="SF")


def did(kind: Kind, day: date, run: float = 0, strength: float = 0, follows: str | None = None, n: int = 0) -> Trained:
    return Trained(
        session_id=f"did {kind.value} {day.isoformat()} {n}", workout_id=follows, day=day, kind=kind, run_minutes=run,
        strength_minutes=strength,
    )  # fmt: skip


def ran(day: date, minutes: float = 40, follows: str | None = None, n: int = 0) -> Trained:
    return did(Kind.RUN, day, minutes, 0, follows, n)


def lifted(day: date, minutes: float = 40) -> Trained:
    return did(Kind.STRENGTH, day, 0, minutes)


def week(*workouts: Workout) -> PlannedWeek:
    ordered = tuple(sorted(workouts, key=lambda w: (w.day, w.slot)))
    return PlannedWeek(number=1, week=Week.of(MONDAY), phase=Phase.GENERAL, deload=False, workouts=ordered)


def plan(*workouts: Workout) -> Plan:
    return Plan(id="p", engine="t", athlete=Athlete(), start=MONDAY, weeks=(week(*workouts),))


def counts(workouts: list[Workout], *sessions: Trained) -> dict[date, date]:
    """Which day's workout counts by which day's session."""
    found = credited([week(*workouts)], sessions)
    day_of, when = {w.id: w.day for w in workouts}, {s.session_id: s.day for s in sessions}
    return {day_of[workout]: when[session] for workout, session in found.items()}


def test_a_session_that_followed_a_workout_counts_for_it_whenever_it_was() -> None:
    workout = run(SUN)
    long_before = ran(MONDAY - timedelta(days=9), 5, follows=workout.id)
    assert credited([week(workout)], [long_before]) == {workout.id: long_before.session_id}


def test_a_free_run_counts_for_the_run_of_the_day_after() -> None:
    assert counts([run(TUE), lift(MON)], ran(MON)) == {TUE: MON}


@pytest.mark.parametrize(("day", "counted"), [(MON, False), (TUE, True), (THU, True), (SUN, True)])
def test_at_most_two_days_ahead_and_three_behind(day: date, counted: bool) -> None:
    assert bool(counts([run(THU)], ran(day))) is counted
    assert (THU - TUE).days == DAYS_AHEAD
    assert (SUN - THU).days == DAYS_BEHIND


def test_four_days_behind_is_too_late() -> None:
    assert counts([run(TUE)], ran(SAT)) == {}


def test_half_of_the_minutes_is_enough_and_less_is_not() -> None:
    assert counts([run(TUE, 60)], ran(TUE, 30)) == {TUE: TUE}
    assert counts([run(TUE, 60)], ran(TUE, 29.9)) == {}


def test_a_run_is_no_strength_session() -> None:
    assert counts([lift(TUE)], ran(TUE, 90)) == {}


def test_another_week_is_another_matter() -> None:
    assert counts([run(MON)], ran(MON - timedelta(days=1))) == {}


def test_the_nearest_counts_and_of_two_as_near_the_earlier() -> None:
    assert counts([run(MON), run(WED), run(SAT)], ran(WED)) == {WED: WED}
    assert counts([run(MON), run(WED)], ran(TUE)) == {MON: TUE}


def test_one_session_counts_once_and_a_second_one_for_the_next() -> None:
    assert counts([run(TUE), run(WED)], ran(TUE)) == {TUE: TUE}
    assert counts([run(TUE), run(WED)], ran(TUE, n=1), ran(TUE, n=2)) == {TUE: TUE, WED: TUE}


def test_what_followed_its_own_workout_counts_for_no_other() -> None:
    assert counts([run(TUE), run(WED)], ran(TUE, follows=run(TUE).id), ran(TUE, follows=run(TUE).id, n=1)) == {TUE: TUE}


def test_a_session_of_a_plan_that_is_gone_is_free() -> None:
    assert counts([run(TUE)], ran(TUE, follows="of an older plan")) == {TUE: TUE}


def test_a_race_counts_only_on_its_day() -> None:
    race = replace(run(SAT), subtype=RACE)
    assert counts([race], ran(FRI)) == {}
    assert counts([race], ran(SAT)) == {SAT: SAT}


def test_a_circuit_counts_by_its_length() -> None:
    circuit = planned(Kind.HYBRID, WED, 15, 15, subtype="circuit")
    assert counts([circuit], did(Kind.HYBRID, THU, 0, 20)) == {WED: THU}
    assert counts([circuit], did(Kind.HYBRID, THU, 0, 14)) == {}


def test_a_combo_counts_by_both_its_parts_on_one_day() -> None:
    combo = planned(Kind.COMBO, THU, 30, 20, subtype="SC")
    assert counts([combo], did(Kind.COMBO, THU, 20, 12)) == {THU: THU}
    assert counts([combo], ran(FRI, 30)) == {}
    assert counts([combo], ran(FRI, 30), lifted(SAT, 20)) == {}
    pair = [ran(FRI, 30), lifted(FRI, 20)]
    assert counts([combo], *pair) == {THU: FRI}
    assert credited([week(combo)], pair)[combo.id] == pair[0].session_id


def test_both_parts_of_a_combo_are_used_up() -> None:
    combo = planned(Kind.COMBO, THU, 30, 20, subtype="SC")
    assert counts([combo, lift(SAT, 30)], ran(THU, 30), lifted(THU, 30)) == {THU: THU}


KINDS = (Kind.RUN, Kind.STRENGTH, Kind.HYBRID, Kind.COMBO)
MINUTES = st.sampled_from([0, 10, 20, 30, 45, 60])


@st.composite
def workouts(draw: st.DrawFn) -> list[Workout]:
    days = draw(st.lists(st.tuples(st.integers(0, 13), st.sampled_from(KINDS)), unique=True, max_size=10))
    return [
        planned(kind, MONDAY + timedelta(days=day), draw(MINUTES), draw(MINUTES), id_=f"w{number}")
        for number, (day, kind) in enumerate(days)
    ]


@st.composite
def sessions(draw: st.DrawFn) -> list[Trained]:
    return [
        Trained(
            session_id=f"s{number}",
            workout_id=draw(st.sampled_from([None, None, "w0", "w1", "gone"])),
            day=MONDAY + timedelta(days=draw(st.integers(-2, 15))),
            kind=draw(st.sampled_from((*KINDS, Kind.OTHER, Kind.RECOVERY))),
            run_minutes=draw(MINUTES),
            strength_minutes=draw(MINUTES),
        )
        for number in range(draw(st.integers(0, 12)))
    ]


def weeks(listed: list[Workout]) -> list[PlannedWeek]:
    return [
        replace(week(), number=number, week=span, workouts=tuple(w for w in listed if Week.of(w.day) == span))
        for number, span in enumerate((Week.of(MONDAY), Week.of(MONDAY).plus(1)), 1)
    ]


@given(workouts(), sessions(), st.randoms(use_true_random=False))
def test_the_order_of_the_log_changes_nothing(listed: list[Workout], log: list[Trained], chance: random.Random) -> None:
    found = credited(weeks(listed), log)
    shuffled = list(log)
    chance.shuffle(shuffled)
    assert credited(weeks(listed), shuffled) == found


@given(workouts(), sessions())
def test_whatever_counts_is_near_of_its_kind_and_counts_once(listed: list[Workout], log: list[Trained]) -> None:
    by_id, planned_ids = {s.session_id: s for s in log}, {w.id: w for w in listed}
    found = credited(weeks(listed), log)
    assert len(set(found.values())) == len(found)
    for workout_id, session_id in found.items():
        workout, session = planned_ids[workout_id], by_id[session_id]
        if session.workout_id == workout_id:
            continue
        assert session.workout_id not in found
        assert Week.of(session.day) == Week.of(workout.day)
        assert -DAYS_BEHIND <= (workout.day - session.day).days <= DAYS_AHEAD
        assert session.kind is workout.kind or workout.kind is Kind.COMBO


@given(workouts(), sessions())
def test_nothing_that_could_count_is_left_beside_what_could_be_counted(
    listed: list[Workout], log: list[Trained]
) -> None:
    """A free run as long as wanted, on the very day: either it counts for that workout, or another session does."""
    found = credited(weeks(listed), log)
    for session in log:
        for workout in listed:
            exact = session.kind is workout.kind is Kind.RUN and session.day == workout.day
            long_enough = session.run_minutes >= workout.run_minutes and not workout.strength_minutes
            if exact and session.workout_id is None and long_enough:
                assert workout.id in found


def test_missed_is_what_was_planned_this_week_before_today_and_does_not_count() -> None:
    wanted = plan(run(MON), lift(TUE), run(THU), run(SUN))
    assert [w.day for w in missed(wanted, WED, NOTHING_DONE)] == [MON, TUE]
    assert [w.day for w in missed(wanted, WED, {run(MON).id})] == [TUE]
    assert missed(wanted, MON, NOTHING_DONE) == ()


def test_on_a_monday_only_yesterday_is_missed() -> None:
    wanted = plan(run(MON), run(SAT), run(SUN))
    assert [w.day for w in missed(wanted, MONDAY + timedelta(days=7), NOTHING_DONE)] == [SUN]
    assert missed(wanted, MONDAY + timedelta(days=8), NOTHING_DONE) == ()


def test_a_walk_and_a_race_are_not_missed() -> None:
    walk = replace(run(MON), kind=Kind.RECOVERY)
    race = replace(run(TUE), subtype=RACE)
    assert missed(plan(walk, race), WED, NOTHING_DONE) == ()


def test_a_sentence_says_what_counts_by_what() -> None:
    assert told(run(TUE), ran(MON), WED) == "Tuesday's easy run counts as done: your run on Monday."
    assert told(run(TUE), ran(MON), TUE) == "Today's easy run counts as done: your run on Monday."
    assert told(run(WED), ran(TUE), TUE) == "Wednesday's easy run counts as done: your run today."
    full = replace(lift(TUE), title="Full-body strength")
    assert told(full, lifted(MON), TUE) == "Today's full-body strength counts as done: your strength session on Monday."


# --- by hand --------------------------------------------------------------------------------------


def test_by_hand_the_nearest_workout_of_its_kind_comes_first() -> None:
    combo = planned(Kind.COMBO, WED, 20, 20)
    workouts = [run(MON), combo, run(THU), run(SAT), lift(WED)]
    assert candidates(workouts, ran(WED, 5)) == (run(THU), run(MON), run(SAT), combo)


def test_by_hand_neither_length_nor_the_week_matters_but_a_week_away_is_far_enough() -> None:
    monday = run(MON)
    assert candidates([monday], ran(MON + timedelta(days=BY_HAND_DAYS), 1)) == (monday,)
    assert candidates([monday], ran(MON - timedelta(days=BY_HAND_DAYS), 1)) == (monday,)
    assert candidates([monday], ran(MON + timedelta(days=BY_HAND_DAYS + 1))) == ()


def test_a_run_is_no_strength_session_and_a_race_is_run_on_its_day() -> None:
    race = planned(Kind.RUN, SUN, 60, subtype=RACE)
    assert candidates([lift(WED)], ran(WED)) == ()
    assert candidates([race], ran(SAT, 60)) == ()
    assert candidates([race], ran(SUN, 60)) == (race,)


def test_another_sport_may_stand_for_easy_movement() -> None:
    easy = planned(Kind.RECOVERY, WED)
    assert candidates([easy, run(WED)], did(Kind.OTHER, TUE)) == (easy,)
