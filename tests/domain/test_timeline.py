"""Timers: what they show and announce follows from a steady clock alone."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain import timeline
from hybridtui.domain.tempo import Tempo
from hybridtui.domain.timeline import EdgeKind, Phase, PhaseKind, Timeline
from hybridtui.domain.workout import Step, StepKind

LONG_AGO = -math.inf


def kinds(line: Timeline, since: float, until: float) -> list[str]:
    return [edge.kind.value for edge in line.edges(since, until)]


def test_a_rest_counts_down_and_then_its_overtime_up() -> None:
    line = timeline.rest(90, started=1000)
    assert line.reading(1000).left_s == 90
    assert line.reading(1030).left_s == 60
    assert not line.reading(1089.9).finished
    over = line.reading(1105)
    assert (over.finished, over.left_s, over.over_s) == (True, 0, 15)


def test_a_rest_announces_start_ten_seconds_three_two_one_and_end() -> None:
    edges = timeline.rest(90, started=0).edges(LONG_AGO, 1000)
    assert [(edge.kind, edge.at, edge.left) for edge in edges] == [
        (EdgeKind.START, 0, 0),
        (EdgeKind.LAST_TEN, 80, 10),
        (EdgeKind.TICK3, 87, 3),
        (EdgeKind.TICK3, 88, 2),
        (EdgeKind.TICK3, 89, 1),
        (EdgeKind.END, 90, 0),
        (EdgeKind.FINISHED, 90, 0),
    ]


def test_edges_passed_while_the_process_slept_are_told_once() -> None:
    line = timeline.rest(90, started=0)
    assert kinds(line, LONG_AGO, 50) == ["start"]
    assert kinds(line, 50, 5000) == ["last_ten", "tick3", "tick3", "tick3", "end", "finished"]
    assert kinds(line, 5000, 9000) == []


def test_a_hold_counts_in_before_it_counts_down() -> None:
    line = timeline.hold(30, started=0)
    assert (line.reading(1).phase.kind, line.reading(1).left_s) == (PhaseKind.PREPARE, 2)
    assert kinds(line, LONG_AGO, 2.9) == ["start", "tick3", "tick3", "tick3"]
    assert (line.reading(3).phase.kind, line.reading(3).left_s) == (PhaseKind.HOLD, 30)
    assert line.reading(33).finished


def test_a_hold_of_two_sides_changes_between_them() -> None:
    line = timeline.hold(30, started=0, sides=2)
    assert [phase.kind for phase in line.phases] == [
        PhaseKind.PREPARE,
        PhaseKind.HOLD,
        PhaseKind.PREPARE,
        PhaseKind.HOLD,
    ]
    assert line.length_s == 3 + 30 + 5 + 30


def test_tempo_leads_through_four_phases_and_stops_at_the_target() -> None:
    line = timeline.tempo(Tempo.parse("3-1-2-1"), 2, started=0, count_in=0)
    seen = [(line.reading(t).phase.kind.value, line.reading(t).count) for t in (0, 3, 4, 6, 7, 10, 11, 13)]
    assert seen == [
        ("lower", "1 of 2"),
        ("stretch", "1 of 2"),
        ("lift", "1 of 2"),
        ("top", "1 of 2"),
        ("lower", "2 of 2"),
        ("stretch", "2 of 2"),
        ("lift", "2 of 2"),
        ("top", "2 of 2"),
    ]
    assert line.reading(14).finished
    assert line.reading(500).count == "2 of 2"


def test_tempo_leaves_out_phases_of_no_length_and_counts_explosive_as_a_second() -> None:
    line = timeline.tempo(Tempo.parse("2-0-X-0"), 8, started=0, count_in=0)
    assert line.length_s == 24
    assert {phase.kind for phase in line.phases} == {PhaseKind.LOWER, PhaseKind.LIFT}


def test_tempo_of_ten_reps_at_3_1_1_0_lasts_fifty_seconds() -> None:
    assert timeline.tempo(Tempo.parse("3-1-1-0"), 10, started=0, count_in=0).length_s == 50


def test_tempo_phases_are_not_counted_down() -> None:
    line = timeline.tempo(Tempo.parse("5-0-5-0"), 1, started=0, count_in=0)
    assert kinds(line, LONG_AGO, 99) == ["start", "end", "start", "end", "finished"]


def test_a_stopwatch_never_ends() -> None:
    line = timeline.stopwatch(started=100)
    reading = line.reading(4000)
    assert (reading.left_s, reading.elapsed_s, reading.finished, reading.over_s) == (None, 3900, False, 0)
    assert kinds(line, LONG_AGO, 1e9) == ["start"]
    assert line.length_s is None


def test_a_stopwatch_is_stopped_by_skipping() -> None:
    line = timeline.stopwatch(started=0).skipped_to_next(42)
    assert line.reading(60).finished
    assert line.reading(60).elapsed_s == 42


def test_tabata_is_eight_rounds_without_a_rest_at_the_end() -> None:
    line = timeline.tabata(started=0)
    assert line.length_s == 5 + 8 * 20 + 7 * 10
    assert line.reading(5 + 20).phase.kind is PhaseKind.REST
    assert line.reading(5 + 30).count == "2 of 8"
    assert line.phases[-1] == Phase(PhaseKind.WORK, "Work", 20, 8, 8)


def test_emom_starts_every_minute() -> None:
    starts = [e.at for e in timeline.emom(3, started=0, prepare=0).edges(LONG_AGO, 999) if e.kind is EdgeKind.START]
    assert starts == [0, 60, 120]


def test_amrap_is_one_countdown() -> None:
    assert timeline.amrap(12, started=0, prepare=0).reading(60).left_s == 11 * 60


def test_intervals_say_which_one_and_what_comes_next() -> None:
    line = timeline.intervals(11, 90, 60, started=0, label="400 m", prepare=0)
    reading = line.reading(4 * 150 + 10)
    assert (reading.count, reading.phase.label) == ("5 of 11", "400 m")
    assert reading.next_phase == Phase(PhaseKind.JOG, "Jog", 60, 5, 11)
    assert line.reading(10 * 150).next_phase is None


def test_intervals_by_distance_wait_for_the_split_key() -> None:
    line = timeline.intervals(2, None, 90, started=0, label="400 m", prepare=0)
    assert line.reading(500).phase.label == "400 m"
    split = line.skipped_to_next(95)
    assert (split.reading(96).phase.kind, split.reading(96).left_s) == (PhaseKind.JOG, 89)
    assert split.reading(95 + 90).count == "2 of 2"


def test_pausing_stands_still_and_moves_every_deadline() -> None:
    line = timeline.rest(60, started=0).paused(20)
    assert line.reading(500).left_s == 40
    assert kinds(line, 20, 500) == []
    again = line.resumed(500)
    assert again.reading(510).left_s == 30
    assert kinds(again, LONG_AGO, 529) == ["start"]
    assert kinds(again, 529, 530) == ["last_ten"]


def test_an_edge_told_before_a_pause_is_not_told_again_after_it() -> None:
    line = timeline.rest(60, started=0)
    assert kinds(line, 40, 51) == ["last_ten"]
    paused = line.paused(52)
    assert kinds(paused, 51, 53) == []
    assert kinds(paused.resumed(60), 53, 61) == []


def test_a_rest_can_be_made_longer_and_shorter() -> None:
    line = timeline.rest(60, started=0)
    assert line.extended(15, 10).reading(10).left_s == 65
    assert line.extended(-15, 10).reading(10).left_s == 35
    assert line.extended(-15, 50).reading(50).left_s == 0
    assert line.extended(15).length_s == 75


def test_a_rest_made_longer_in_its_overtime_runs_again() -> None:
    line = timeline.rest(60, started=0).extended(15, 80)
    assert (line.reading(80).left_s, line.reading(80).finished) == (15, False)


def test_a_rest_made_longer_announces_its_last_ten_seconds_again() -> None:
    line = timeline.rest(60, started=0).extended(15, 55)
    assert kinds(line, 55, 65) == ["last_ten"]


@pytest.mark.parametrize(
    ("step", "reps", "kind"),
    [
        (Step(kind=StepKind.SET, title="Squat", reps=8, tempo="3-1-1-0"), 8, PhaseKind.LOWER),
        (Step(kind=StepKind.HOLD, title="Plank", seconds=30), None, PhaseKind.HOLD),
        (Step(kind=StepKind.STATION, title="Step jack", seconds=40), None, PhaseKind.HOLD),
        (Step(kind=StepKind.WARMUP, title="Brisk walk", seconds=300), None, PhaseKind.WORK),
        (Step(kind=StepKind.INTERVAL, title="Run", seconds=60), None, PhaseKind.RUN),
        (Step(kind=StepKind.RECOVERY, title="Walk", seconds=90), None, PhaseKind.JOG),
        (Step(kind=StepKind.INTERVAL, title="400 m", distance_m=400), None, PhaseKind.OPEN),
        (Step(kind=StepKind.SET, title="Push-up", reps=8), 8, PhaseKind.OPEN),
    ],
)
def test_a_step_names_its_own_timer(step: Step, reps: int | None, kind: PhaseKind) -> None:
    phases = timeline.of_step(step, reps, 0).phases
    assert next(p.kind for p in phases if p.kind is not PhaseKind.PREPARE) is kind


def test_a_stretch_of_each_side_changes_sides() -> None:
    line = timeline.of_step(Step(kind=StepKind.COOLDOWN, title="Calf stretch", seconds=30, per_side=True), None, 0)
    assert [phase.label for phase in line.phases] == ["Calf stretch", "Change sides", "Calf stretch"]
    assert line.length_s == 65


lengths = st.floats(0, 400, allow_nan=False) | st.sampled_from([3.0, 10.0, 20.0])
phases = st.builds(Phase, st.sampled_from(PhaseKind), st.just("x"), st.none() | lengths)
starts = st.floats(-1e6, 1e6)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    line = Timeline(tuple(draw(st.lists(phases, min_size=1, max_size=8))), draw(starts))
    at = line.started
    for act in draw(st.lists(st.sampled_from(["pause", "resume", "extend", "skip"]), max_size=6)):
        at += draw(st.floats(0, 100))
        match act:
            case "pause":
                line = line.paused(at)
            case "resume":
                line = line.resumed(at)
            case "extend":
                line = line.extended(draw(st.floats(-30, 30)), at)
            case "skip":
                line = line.skipped_to_next(at)
    return line


@given(timelines(), st.lists(st.floats(-50, 2000), max_size=12))
def test_edges_of_any_parts_of_time_are_the_edges_of_the_whole(line: Timeline, cuts: list[float]) -> None:
    moments = [LONG_AGO, *sorted(line.started + cut for cut in cuts), line.started + 3000]
    parts = [edge for since, until in pairwise(moments) for edge in line.edges(since, until)]
    assert parts == list(line.edges(LONG_AGO, line.started + 3000))


@given(timelines())
def test_edges_come_in_order_and_each_once(line: Timeline) -> None:
    edges = line.edges(LONG_AGO, math.inf)
    assert [e.phase for e in edges] == sorted(e.phase for e in edges)
    assert all(b.at >= a.at - 1e-6 for a, b in pairwise(edges))
    assert len({(e.kind, e.phase, e.left) for e in edges}) == len(edges)


@given(timelines(), st.floats(-100, 3000))
def test_nothing_shown_is_negative(line: Timeline, after: float) -> None:
    reading = line.reading(line.started + after)
    assert reading.left_s is None or reading.left_s >= 0
    assert min(reading.elapsed_s, reading.total_s, reading.over_s) >= 0
    assert 0 <= reading.share <= 1
    assert not (reading.finished and reading.next_phase)


@given(timelines(), st.floats(0, 500), st.floats(0, 500), st.floats(0, 500))
def test_a_pause_moves_what_follows_by_its_length(line: Timeline, before: float, pause: float, after: float) -> None:
    begin = line.started + 1000 + before  # later than all the actions in it
    line = line.resumed(begin)
    stood = line.paused(begin).resumed(begin + pause)
    assert stood.running_s(begin + pause + after) == pytest.approx(line.running_s(begin + after), abs=1e-4)


@given(st.lists(st.floats(0.01, 300), min_size=1, max_size=8), st.floats(0, 3000))
def test_phases_sum_up_to_the_whole(seconds: list[float], at: float) -> None:
    line = Timeline(tuple(Phase(PhaseKind.WORK, "x", s) for s in seconds), 0)
    reading = line.reading(at)
    before = sum(seconds[: reading.phase_index])
    assert before + reading.elapsed_s + reading.over_s == pytest.approx(at, abs=1e-3)
    assert line.length_s == pytest.approx(sum(seconds))


@given(timelines(), st.floats(0, 800))
def test_skipping_brings_the_next_phase_at_once(line: Timeline, after: float) -> None:
    at = line.started + 700 + after
    now = line.reading(at)
    then = line.skipped_to_next(at).reading(at)
    if now.next_phase is None:
        assert then.finished
    else:
        assert then.phase_index > now.phase_index


def test_repeats_of_a_step_are_counted_but_not_their_count_in():
    line = timeline.numbered(timeline.hold(30, 0.0), 2, 6)
    assert [phase.of for phase in line.phases] == [0, 6]
    assert line.reading(10).count == "2 of 6"
    assert timeline.numbered(timeline.stopwatch(0.0), 1, 1).reading(5).count == ""


def test_an_instant_of_running_time_is_found_on_the_steady_clock_pauses_put_in() -> None:
    line = timeline.rest(60, started=100).paused(110).resumed(150).paused(160).resumed(161)
    assert [line.ticks_at(s) for s in (0, 9, 11, 19, 21, 60)] == [100, 109, 151, 159, 162, 201]


def test_what_is_reached_as_a_pause_begins_and_was_not_told_then_comes_after_it() -> None:
    line = timeline.rest(60, started=100).paused(110).resumed(150)
    assert line.ticks_at(10) == 150
    cut = line.extended(-50, 150)
    assert cut.length_s == 10
    assert cut.ticks_at(10) == 150
    assert timeline.rest(60, started=100).paused(110).ticks_at(10) == 110


@given(timelines(), st.floats(0, 500))
def test_what_ran_until_an_instant_is_what_leads_to_it(line: Timeline, seconds: float) -> None:
    line = line.resumed(line.started + 700)
    assert line.running_s(line.ticks_at(seconds)) == pytest.approx(seconds, abs=1e-4)
