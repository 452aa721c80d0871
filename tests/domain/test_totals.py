"""What a session adds up to, by the definitions of the balance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import totals
from hybridtui.domain.guide import Place
from hybridtui.domain.session import MarkKind, Pause, Session, SetKind, Source
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Form, Kind, Step, StepKind
from tests.domain.sessions import (
    COOL_DOWN,
    LUNGE,
    PLANK,
    RUN,
    SQUAT,
    WARM_UP,
    after,
    session,
    station,
    with_mark,
    with_run,
    with_set,
)  # fmt: skip


def minutes(done: Session) -> tuple[float, float, float]:
    return done.run_s / 60, done.strength_s / 60, done.other_s / 60


def run_of(seconds: float, kind: Kind, **known: object) -> Session:
    return with_run(session(WARM_UP, RUN, SQUAT, COOL_DOWN, kind=kind), Place(1, 1), seconds, **known)


@pytest.mark.parametrize(
    ("kind", "split"),
    [
        (Kind.RUN, (40, 0, 0)),
        (Kind.STRENGTH, (0, 40, 0)),
        (Kind.HYBRID, (20, 20, 0)),
        (Kind.RECOVERY, (0, 0, 40)),
        (Kind.OTHER, (0, 0, 40)),
    ],
)
def test_the_minutes_given_are_split_by_the_kind(kind: Kind, split: tuple[float, float, float]) -> None:
    assert minutes(totals.lasting(session(SQUAT, kind=kind), 40)) == split


def test_warm_up_and_cool_down_of_a_run_are_run_minutes() -> None:
    assert minutes(totals.lasting(run_of(1800, Kind.RUN), 40)) == (40, 0, 0)


def test_of_a_combo_the_run_and_its_warm_up_are_run_minutes() -> None:
    combo = with_mark(run_of(1500, Kind.COMBO), Place(0, 1))
    assert minutes(totals.lasting(combo, 50)) == (30, 20, 0)


def test_a_skipped_warm_up_counts_for_nothing() -> None:
    combo = with_mark(run_of(1500, Kind.COMBO), Place(0, 1), MarkKind.SKIPPED)
    assert minutes(totals.lasting(combo, 50)) == (25, 25, 0)


def test_a_run_logged_without_time_counts_as_planned_in_a_combo() -> None:
    assert minutes(totals.lasting(run_of(0, Kind.COMBO), 50)) == (30, 20, 0)


def test_a_run_within_a_strength_session_is_run_minutes() -> None:
    assert minutes(totals.lasting(run_of(600, Kind.STRENGTH), 50)) == (10, 40, 0)


def test_another_sport_within_a_session_is_neither() -> None:
    assert minutes(totals.lasting(run_of(600, Kind.STRENGTH, sport="row"), 50)) == (0, 40, 10)


def test_the_minutes_given_win_over_longer_runs() -> None:
    assert minutes(totals.lasting(run_of(3600, Kind.COMBO), 50)) == (50, 0, 0)


def test_minutes_told_by_a_file_stay() -> None:
    told = session(kind=Kind.RUN, source=Source.FIT, run_s=1234.0, ended=session().started)
    assert totals.with_totals(told).run_s == 1234.0
    assert totals.lasting(told, 30).run_s == 1800


def test_an_open_session_has_no_minutes_yet() -> None:
    assert totals.with_totals(session(SQUAT)).total_s == 0


def test_the_length_keeps_the_day_and_the_zone() -> None:
    ended = totals.lasting(session(), 8 * 60).ended
    assert ended is not None
    assert (ended.local.hour, ended.local.day, ended.local_date.day, ended.zone) == (2, 5, 5, "Europe/Berlin")


def test_tonnage_counts_kilograms_and_both_sides() -> None:
    lunges = session(replace(LUNGE, load=Load(10)), SQUAT)
    done = with_set(lunges, Place(0, 1), load=Load(10), reps=10)
    done = with_set(done, Place(1, 1), load=Load(100, WeightUnit.LB), reps=5)
    done = with_set(done, Place(1, 2), load=Load(80), reps=0)
    assert totals.with_totals(done).tonnage_kg == pytest.approx(2 * 10 * 10 + 5 * 45.359237)


def test_load_is_effort_times_minutes() -> None:
    rated = totals.lasting(session(SQUAT, rpe=7.0), 60)
    assert (rated.load_au, rated.load_estimated) == (420, False)
    unrated = totals.lasting(session(SQUAT), 60)
    assert (unrated.load_au, unrated.load_estimated) == (360, True)


def test_six_hard_lower_sets_make_a_session_leg_heavy() -> None:
    now = session(replace(SQUAT, sets=6, rpe=8.0))
    for number in range(1, 6):
        now = with_set(now, Place(0, number))
    assert not totals.is_leg_heavy(now)
    sixth = with_set(now, Place(0, 6))
    assert totals.is_leg_heavy(sixth)
    assert totals.lasting(sixth, 60).load_au == 420
    assert not totals.is_leg_heavy(with_set(now, Place(0, 6), kind=SetKind.WARMUP))
    assert not totals.is_leg_heavy(with_set(now, Place(0, 6), rpe=6.0))


def test_the_clock_proposes_the_length() -> None:
    assert totals.proposed_minutes(session(SQUAT), 47 * 60) == 47


def test_a_run_typed_in_afterwards_proposes_its_own_time() -> None:
    run = with_run(session(RUN, kind=Kind.RUN), Place(0, 1), 44 * 60 + 10)
    assert totals.proposed_minutes(run, 20) == 44


def test_what_was_done_proposes_at_least_its_estimate() -> None:
    now = with_mark(session(WARM_UP, SQUAT, PLANK), Place(0, 1))
    now = with_set(with_set(now, Place(1, 1)), Place(1, 2))
    # 300 s walk; 2 sets of 7 reps at 4 s, one rest of 120 s, 20 s to set up (B.7)
    assert totals.done_s(now) == 300 + 2 * 28 + 120 + 20
    assert totals.proposed_minutes(now, 0) == 8


def test_a_session_left_open_over_night_is_measured_by_its_entries() -> None:
    now = with_set(session(SQUAT), Place(0, 1), at=30 * 60)
    assert totals.proposed_minutes(now, 14 * 3600) == 30
    assert totals.proposed_minutes(session(SQUAT), 14 * 3600) == 1


def test_a_free_set_counts_with_its_rest() -> None:
    free = with_set(session(SQUAT), Place(0, 1), step=None, set_number=None, rest_s=90, reps=10)
    assert totals.done_s(free) == 10 * 4 + 90


def test_d1_a_gentle_circuit_that_was_not_rated_counts_for_less() -> None:
    circuit = totals.lasting(session(station("A"), kind=Kind.HYBRID), 30)
    assert circuit.load_au == 240
    assert totals.lasting(replace(circuit, level=1), 30).load_au == 180
    assert totals.lasting(replace(circuit, level=2), 30).load_au == 240
    assert totals.lasting(replace(circuit, level=1, rpe=9.0), 30).load_au == 270


def formed(form: Form, sets: int) -> tuple[Step, ...]:
    one = Step(kind=StepKind.STATION, title="A", exercise="push_up", sets=sets, reps=8, group=1, form=form)
    length = 60 if form is Form.EMOM else 720
    return (replace(one, block_s=length), replace(one, title="B", block_s=length))


def test_an_amrap_took_its_time_and_an_emom_its_starts() -> None:
    rounds = with_set(with_set(session(*formed(Form.AMRAP, 3)), Place(0, 1)), Place(1, 1))
    assert totals.done_s(rounds) == 720
    starts = with_set(with_set(session(*formed(Form.EMOM, 5)), Place(0, 1)), Place(1, 1))
    assert totals.done_s(starts) == 2 * 60


def test_a_pause_is_not_proposed_as_training() -> None:
    now = replace(with_set(session(SQUAT), Place(0, 1), at=90 * 60), pauses=(Pause(after(600), after(3600)),))
    assert totals.proposed_minutes(now, 100 * 60) == 50
    assert totals.proposed_minutes(now, 14 * 3600) == 40
