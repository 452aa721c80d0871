"""Timer while a session is led by its clock: the same keys as on Today, every edge once whatever the machine does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from hybridtui.domain import guide
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Form, Step, StepKind
from hybridtui.logbook import Logbook
from hybridtui.ui.alarm import Alarm, Cue, cue
from tests.stories.conftest import ATHLETE, PLAN, STRENGTH

HILL = Step(kind=StepKind.INTERVAL, title="Hill", sets=3, seconds=60, group=1)
JOG = Step(kind=StepKind.RECOVERY, title="Jog", sets=3, seconds=90, group=1)
REPEATS = replace(HILL, title="400 m", seconds=None, distance_m=400)
TEMPO = Step(kind=StepKind.SET, title="Push-up", exercise="push_up", sets=1, reps=4, tempo="3-1-1-0", rest_s=60)
SWING = Step(
    kind=StepKind.STATION, title="Swing", exercise="kettlebell_swing", sets=1, reps=15, load=Load(24), group=1,
    form=Form.AMRAP, block_s=300,
)  # fmt: skip
SQUAT = Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=6, rest_s=120, load=Load(80))
BURPEE = replace(SWING, title="Burpee", exercise="burpee", reps=10, load=None)


@pytest.fixture
def led(location, clock):
    """Adopt a plan with one workout today, made of these steps."""

    def adopt(*steps: Step) -> None:
        workout = replace(STRENGTH, title="Led", steps=steps)
        weeks = tuple(replace(week, workouts=(workout,) if week.number == 1 else ()) for week in PLAN.weeks)
        with Logbook.open(location, clock) as book:
            book.save_athlete(ATHLETE)
            book.plans.adopt(replace(PLAN, weeks=weeks))

    return adopt


@pytest.fixture
def passed(clock, monkeypatch):
    """Every edge that the app told or passed over: its cue, when it was, how late it was heard of."""
    heard: list[tuple[Cue, float, float]] = []
    hear = Alarm.hear

    def listening(alarm, running, ticks):
        told = hear(alarm, running, ticks)
        heard.extend((each.cue, round(ticks - each.late_s, 3), each.late_s) for each in told)
        return told

    monkeypatch.setattr(Alarm, "hear", listening)
    return heard


def cues_of(running) -> list[tuple[Cue, float]]:
    """What a clock tells from its start to its end, and when."""
    line = running.timeline
    return [
        (told, round(line.started + edge.at, 3))
        for edge in line.edges(float("-inf"), line.started + 100_000)
        if (told := cue(running, edge)) is not None
    ]


async def let_pass(story, seconds: float, step: float) -> None:
    """Let time pass in leaps: between two the loop is blocked, or the machine asleep."""
    for _ in range(round(seconds / step)):
        story.clock.pass_(step)
        story.app._look()
        if any(worker.name == "do" and not worker.is_finished for worker in story.app.workers):
            await story.settle()
    await story.settle()


@pytest.mark.parametrize("block", [0.45, 7.0])
async def test_a_blocked_loop_passes_every_edge_once_in_order_no_later_than_the_block(open_story, led, passed, block):
    led(HILL, JOG)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        whole = cues_of(story.app.running)
        assert len(whole) > 15
        if block < 1:  # one repeat is enough, in small steps
            await let_pass(story, 66, block)
            upto = story.clock.tick
        else:
            await let_pass(story, 5 + 3 * 150 + 10, block)
            upto = float("inf")
        assert [(told, at) for told, at, _ in passed] == [each for each in whole if each[1] <= upto]
        assert max(late for _, _, late in passed) <= block + 1e-6


async def test_a_suspend_passes_every_edge_once_in_order_and_the_log_has_each_at_its_time(
    open_story, led, passed, heard, clock
):
    led(HILL, JOG)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        heard(story.app)
        whole, began = cues_of(story.app.running), clock.now()
        await let_pass(story, 8, 1.0)
        await let_pass(story, 300, 300)  # asleep, amid the second repeat and into the third
        assert [(told, at) for told, at, _ in passed] == [each for each in whole if each[1] <= clock.tick]
        assert len(heard.bells) <= 5 + 1
        session = story.app.session
        assert [run.set_number for run in session.runs] == [1, 2]
        assert [(run.logged_at - began).total_seconds() for run in session.runs] == pytest.approx([65, 215], abs=0.01)
        await let_pass(story, 200, 40)
        assert [(told, at) for told, at, _ in passed] == whole
        assert guide.current(story.app.session) is None


async def test_a_step_of_the_wall_clock_passes_nothing_twice_and_nothing_early(open_story, led, passed, clock):
    led(HILL, JOG)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        whole = cues_of(story.app.running)
        await let_pass(story, 30, 5)
        clock.at = clock.at.replace(hour=clock.at.hour + 1)  # forward, as an hour of summer time or a wrong clock
        await let_pass(story, 60, 5)
        clock.at = clock.at.replace(hour=clock.at.hour - 2)
        await let_pass(story, 400, 5)
        assert [(told, at) for told, at, _ in passed] == whole
        times = [run.logged_at for run in story.app.session.runs]
        assert len(times) == 3


@pytest.mark.parametrize("step_s", [-7200, -20, 20, 7200])
async def test_a_step_of_the_wall_clock_leaves_a_rest_after_a_set_alone(open_story, led, clock, step_s):
    led(SQUAT)
    async with open_story() as story:
        await story.press("enter", "enter")

        def left() -> float | None:
            running = story.app.running
            assert running is not None
            assert running.origin == "rest"
            return running.timeline.reading(clock.ticks()).left_s

        clock.pass_(20)
        clock.at += timedelta(seconds=step_s)
        await story.press("p")
        assert left() == 100
        clock.pass_(40)
        await story.press("p")
        clock.pass_(5)
        assert left() == 95
        await story.press("u")
        assert story.app.running is None
        await story.press("U")
        assert left() == 95


async def test_repeats_by_distance_go_on_with_enter_and_recoveries_can_be_cut_short(open_story, led, clock):
    led(REPEATS, JOG)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        await let_pass(story, 5 + 95, 25)
        assert "400 m · rep 1 of 3" in story.text
        assert "then 90 s jog" in story.text
        await story.press("enter")
        (run,) = story.app.session.runs
        assert (run.distance.metres, run.seconds) == (400, 95)
        assert "Jog" in story.text
        await let_pass(story, 20, 20)
        await story.press("k")
        assert "400 m · rep 2 of 3" in story.text
        assert story.app.running.timeline.reading(clock.tick).elapsed_s == pytest.approx(0, abs=0.01)


async def test_the_session_stands_still_and_goes_on_from_timer(open_story, led, clock):
    led(HILL, JOG)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        await let_pass(story, 25, 5)
        await story.press("space")
        assert story.app.session.is_paused
        assert "paused" in story.text
        await let_pass(story, 600, 300)
        await story.press("space")
        assert not story.app.session.is_paused
        assert story.app.running.timeline.reading(clock.tick).left_s == pytest.approx(40)
        assert story.log().sessions.clock(story.app.session.id) is not None


async def test_longer_and_stop_are_told_to_the_log_as_well(open_story, led, clock):
    led(HILL, JOG)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        await let_pass(story, 25, 5)
        await story.press("right_square_bracket")
        assert story.app.running.timeline.reading(clock.tick).left_s == pytest.approx(55)
        kept = story.log().sessions.clock(story.app.session.id)
        assert kept.phases[1].seconds == 75
        await story.press("x")
        assert story.app.running is None
        assert story.log().sessions.clock(story.app.session.id) is None
        assert story.app.session.runs == ()


async def test_an_amrap_counts_its_rounds_by_one_key_and_ends_with_its_time(open_story, led, clock):
    led(SWING, BURPEE)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        await let_pass(story, 65, 5)
        assert "As many rounds as possible · round 1" in story.text
        await story.press("enter")
        assert "round 2" in story.text
        await story.press("enter")
        assert "round 3" in story.text
        await let_pass(story, 250, 50)
        assert "End the block" in story.text
        await story.press("enter")
        assert {step.sets for step in story.app.session.steps} == {2}
        assert len(story.app.session.sets) == 4


async def test_a_tempo_ends_at_the_target_reps_stays_silent_and_is_logged_with_enter(open_story, led, heard, clock):
    led(TEMPO)
    async with open_story() as story:
        await story.press("m", "enter", "space", "C", "m")
        assert story.app.settings.beat
        heard(story.app)
        await let_pass(story, 3 + 4 * 5 + 1, 0.5)
        beats = [later - sooner for sooner, later in pairwise(heard.bells)]
        assert len(heard.bells) >= 2 + 4 * 3
        assert all(gap <= 3.5 for gap in beats)
        for _ in range(3):  # the end rings three times
            story.app._alarm.ring_due()
            clock.pass_(0.25)
        heard.bells.clear()
        await let_pass(story, 120, 20)
        assert heard.bells == []
        assert "Push-up · done" in story.text
        await story.press("enter")
        (logged,) = story.app.session.sets
        assert logged.reps == 4


async def test_keys_of_the_footer_are_true_in_every_phase(open_story, led, clock):
    led(TEMPO)
    async with open_story() as story:
        await story.press("enter", "space", "C")
        await let_pass(story, 6, 2)
        footer = story.text.splitlines()[-1]
        assert "±15 s" not in footer
        assert "Log" in footer
        assert "Stop" in footer
