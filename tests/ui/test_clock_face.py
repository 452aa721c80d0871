"""The clock of a set, a repeat, a minute or a rest: readable from three metres, and what comes next always said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import timeline
from hybridtui.domain.engine.leading import lead
from hybridtui.domain.guide import Place
from hybridtui.domain.session import Session
from hybridtui.domain.tempo import Tempo
from hybridtui.domain.timeline import Timeline
from hybridtui.domain.units import DistanceUnit, Load
from hybridtui.domain.workout import Form, Step, StepKind
from hybridtui.ui.clock_face import clock_face
from hybridtui.ui.clock_words import shown
from hybridtui.ui.running import Origin, Running, hands
from hybridtui.ui.session_clock import clock_of
from tests.domain.sessions import session, station, with_set

TODAY_80, TODAY_120, TIMER_80, TIMER_120 = (40, 12), (66, 20), (76, 17), (116, 33)
"""Columns and rows that the clock has on both screens at 80x24 and 120x40."""

PUSH_UP = Step(kind=StepKind.SET, title="Push-up", exercise="push_up", sets=2, reps=8, tempo="3-1-1-0")
SIDE_PLANK = Step(kind=StepKind.HOLD, title="Side plank", exercise="side_plank", sets=2, seconds=30, per_side=True)
SWING = Step(
    kind=StepKind.STATION, title="Swing", exercise="swing", sets=5, reps=15, load=Load(24), group=1, form=Form.EMOM,
    block_s=60,
)  # fmt: skip
BURPEE = replace(SWING, title="Burpee", exercise="burpee", reps=10, load=None)
REPEATS = Step(kind=StepKind.INTERVAL, title="400 m", sets=11, distance_m=400, pace_s_per_km=250, group=1)
JOG = Step(kind=StepKind.RECOVERY, title="Jog", sets=11, seconds=90, group=1)


def drawn(running: Running, ticks: float, room: tuple[int, int] = TIMER_80) -> list[str]:
    lines = clock_face(running, ticks, *room).plain.split("\n")
    assert len(lines) <= room[1]
    assert max(len(line) for line in lines) <= room[0]
    return lines


def rows_of_digits(lines: list[str]) -> int:
    """Lines with blocks of digits; those of the bar have neither blanks inside nor anything but blocks."""
    return sum(any(block in line for block in "█▀▄") and "░" not in line and " " in line.strip() for line in lines)


def alone(line: Timeline, origin: Origin = "own", label: str = "Rounds") -> Running:
    return Running(timeline=line, origin=origin, label=label, following="set 2 of Squat")


def led(followed: Session, ticks: float = 0.0, place: Place | None = None) -> Running:
    return clock_of(followed, lead(followed, place or Place(0, 1), 0.0), ticks, DistanceUnit.KM)


def words(lines: list[str]) -> list[str]:
    """What is said, without the digits and the bar."""
    return [line.strip() for line in lines if line.strip() and not any(block in line for block in "█▀▄░")]


@pytest.mark.parametrize(("room", "least"), [(TODAY_80, 7), (TODAY_120, 9), (TIMER_80, 7), (TIMER_120, 9)])
def test_minutes_and_seconds_are_readable_from_three_metres_everywhere(room, least):
    for seconds in (0, 8, 599, 600, 1111, 3599, *range(60, 3600, 61)):
        lines = drawn(alone(timeline.rest(seconds, 0.0), "rest"), 0.0, room)
        assert rows_of_digits(lines) >= least, hands(seconds)


@pytest.mark.parametrize("room", [TODAY_80, TODAY_120, TIMER_80, TIMER_120])
@pytest.mark.parametrize("seconds", [3600, 35_999])
def test_hours_fit_though_they_may_be_smaller(room, seconds):
    assert rows_of_digits(drawn(alone(timeline.countdown(seconds, 0.0, "Run")), 0.0, room)) >= 3


@pytest.mark.parametrize("seconds", range(60))
def test_seconds_of_a_rest_that_is_over_are_as_tall(seconds):
    lines = drawn(alone(timeline.rest(60, 0.0), "rest"), 60 + seconds, TODAY_80)
    assert rows_of_digits(lines) >= 7


def tempo_at(seconds: float) -> Running:
    assert Tempo.parse("3-1-1-0").seconds == 5
    return led(session(PUSH_UP), seconds)


@pytest.mark.parametrize(
    ("into", "part", "left", "filled"),
    [(0.0, "Lower", "3", 0.0), (1.5, "Lower", "2", 0.3), (3.2, "Pause", "1", 0.64), (4.5, "Lift", "1", 0.9)],
)
def test_a_tempo_shows_its_phase_the_seconds_left_and_the_rep_and_fills_a_bar_of_its_phases(into, part, left, filled):
    ticks = 3 + 4 * 5 + into
    lines = drawn(tempo_at(ticks), ticks)
    assert words(lines)[:2] == ["Push-up · rep 5 of 8", part]
    assert "lower 3" in words(lines)[-2]
    assert words(lines)[-1].startswith("next  set 2 of Push-up")
    bar = next(line.strip() for line in lines if "░" in line)
    assert bar.count("█") / (bar.count("█") + bar.count("░")) == pytest.approx(filled, abs=0.05)
    blocks = [len(block) for block in bar.split(" ")]
    assert [wide / sum(blocks) for wide in blocks] == pytest.approx([0.6, 0.2, 0.2], abs=0.02)
    assert clock_face(tempo_at(ticks), ticks, *TIMER_80).plain.count("of 8") == 2
    assert shown(tempo_at(ticks).timeline.reading(ticks)) == left


def test_a_tempo_ends_with_the_last_rep_which_is_said_to_be_the_last():
    assert "rep 8 of 8 · last one" in words(drawn(tempo_at(40), 40))[0]
    assert words(drawn(tempo_at(43.1), 43.1))[0] == "Push-up · done"
    assert words(drawn(tempo_at(900), 900))[0] == "Push-up · done"


def test_each_side_of_a_hold_is_named_and_the_other_announced():
    clock = led(session(SIDE_PLANK))
    said = [words(drawn(clock, ticks)) for ticks in (4.0, 34.0, 39.0)]
    assert said[0] == ["Side plank · Hold", "left side", "then right side"]
    assert said[1] == ["Side plank · Change sides", "then right side"]
    assert said[2][:2] == ["Side plank · Hold", "right side"]
    assert said[2][-1].startswith("next  set 2 of Side plank")


def test_where_the_left_side_was_logged_the_right_one_is_asked_for():
    half = with_set(session(SIDE_PLANK), Place(0, 1), reps=None, seconds=30, side="left")
    clock = led(half, 5.0)
    assert words(drawn(clock, 5.0))[:2] == ["Side plank · Hold", "right side"]


def test_each_side_of_a_tempo_is_named_and_the_other_announced():
    lunge = replace(PUSH_UP, title="Lunge", reps=2, per_side=True)
    clock = led(session(lunge))
    assert words(drawn(clock, 4.0))[1] == "Lower · left side"
    assert words(drawn(clock, 4.0))[-1] == "then right side"
    assert words(drawn(clock, 19.0))[1] == "Lower · right side"


def test_repeats_by_distance_say_which_what_and_the_jog_after_it_and_the_last_one():
    clock = led(session(REPEATS, JOG))
    assert words(drawn(clock, 6.0)) == ["400 m · rep 1 of 11", "400 m at 4:10/km", "then 90 s jog"]
    digits = drawn(clock, 6.0 + 95)
    assert rows_of_digits(digits) >= 7
    last = led(session(REPEATS, JOG), place=Place(0, 11))
    assert words(drawn(last, 6.0))[0] == "400 m · rep 11 of 11 · last one"


def test_an_open_phase_counts_up_and_is_never_shown_as_nothing_left():
    clock = led(session(REPEATS, JOG))
    assert clock.timeline.reading(6.0).left_s is None
    early, late = (drawn(clock, ticks) for ticks in (6.0, 6.0 + 95))
    assert early != late
    assert not any("░" in line for line in late)


def test_repeats_by_time_count_down_with_what_comes_next():
    hill = replace(REPEATS, title="Hill", distance_m=None, seconds=60, pace_s_per_km=None, zone="I")
    clock = led(session(hill, JOG))
    assert words(drawn(clock, 10.0))[0] == "Hill · rep 1 of 11"
    assert words(drawn(clock, 10.0))[-1] == "then 90 s jog"
    jog = words(drawn(clock, 70.0))
    assert jog[0] == "Jog"
    assert jog[-1] == "then 1 min hill · I interval, rep 2 of 11"
    before_last = words(drawn(clock, 5 + 10 * 150 - 10))
    assert before_last[-1] == "then 1 min hill · I interval, the last one"
    fast = led(session(replace(REPEATS, title="Fast 400 m"), JOG))
    assert words(drawn(fast, 1.0))[-1].startswith("then fast 400 m at "), "its name says how far it is"
    every_minute = Running(timeline=timeline.emom(10, 0.0), origin="own", label="EMOM")
    assert words(drawn(every_minute, 1.0))[-1] == "then minute 1 of 10"
    assert words(drawn(every_minute, 6.0))[-1] == "then minute 2 of 10"
    tabata = Running(timeline=timeline.tabata(0.0), origin="own", label="Tabata")
    assert words(drawn(tabata, 26.0))[-1] == "then 20 s work 2 of 8"
    named = led(session(replace(hill, title="Uphill 60 s", zone=None), JOG))
    assert words(drawn(named, 70.0))[-1] == "then uphill 60 s, rep 2 of 11", "its name says how long it takes"


def test_an_emom_says_which_minute_and_what_to_do_in_it_and_next():
    clock = led(session(SWING, BURPEE))
    assert words(drawn(clock, 5 + 2 * 60 + 1)) == [
        "Swing · minute 3 of 10",
        "24 kg × 15",
        "then burpee · 10 reps",
    ]
    assert "minute 10 of 10 · last one" in words(drawn(clock, 5 + 9 * 60 + 1))[0]


def test_an_amrap_says_the_round_so_far_what_to_do_now_and_after_it():
    rounds = [replace(step, form=Form.AMRAP, block_s=720, sets=1) for step in (SWING, BURPEE)]
    begun = session(*rounds)
    said = words(drawn(led(begun), 10.0))
    assert said[0] == "As many rounds as possible · round 1"
    assert said[1] == "Swing · 24 kg × 15, then Burpee · 10 reps"
    third = session(*(replace(step, sets=3) for step in rounds))
    for place in (Place(0, 1), Place(1, 1), Place(0, 2), Place(1, 2)):
        third = with_set(third, place)
    assert "round 3" in words(drawn(clock_of(third, led(begun).timeline, 200.0, DistanceUnit.KM), 200.0))[0]


def test_stations_of_a_circuit_are_announced_with_their_rest_and_round():
    clock = led(session(station("Squat"), station("Row")))
    assert words(drawn(clock, 10.0)) == ["Squat · round 1 of 3", "then 20 s rest"]
    rest = words(drawn(clock, 50.0))
    assert rest == ["Rest", "then 40 s row, round 1 of 3"]


def test_a_pause_is_said_and_what_comes_from_people_is_no_markup():
    hostile = replace(SIDE_PLANK, title="[red]x[/] \x1b]0;y\x07" + "w" * 300)
    clock = led(session(hostile))
    still = clock.with_timeline(clock.timeline.paused(10.0))
    lines = drawn(still, 60.0, TODAY_80)
    assert not any("\x1b" in line or "\x07" in line for line in lines)
    assert "[red]x[/]" in lines[0]
    plain = led(session(SIDE_PLANK))
    assert words(drawn(plain.with_timeline(plain.timeline.paused(10.0)), 60.0))[0].endswith("paused")


@pytest.mark.parametrize("columns", [20, 30, 40, 56])
@pytest.mark.parametrize("rows", [3, 5, 8, 10])
def test_it_fits_whatever_room_there_is(columns, rows):
    lines = clock_face(tempo_at(24.0), 24.0, columns, rows).plain.split("\n")
    assert lines[0].startswith("Push-up")
    assert len(lines) <= max(rows, 8)


def test_a_clock_leads_if_it_goes_through_several_places():
    assert led(session(REPEATS, JOG)).leads
    assert not led(session(SIDE_PLANK)).leads
    assert not alone(timeline.tabata(0.0)).leads
