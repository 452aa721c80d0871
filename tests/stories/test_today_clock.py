"""Every kind of session, followed by keys: what leads, what is logged by itself, what one ``enter`` does."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.actions import parse
from textual.events import Paste

from hybridtui.domain import guide
from hybridtui.domain.drafts import RunDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.session import MarkKind, Session
from hybridtui.domain.units import Distance, Load
from hybridtui.domain.workout import Form, Kind, Plan, Step, StepKind
from hybridtui.logbook import Logbook
from tests.hostile import HOSTILE
from tests.stories.conftest import ATHLETE, PLAN, STRENGTH, WARM_UP
from tests.stories.test_hostile_words import harmless

SQUAT = Step(
    kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=6, rest_s=120, load=Load(80),
)  # fmt: skip
ROW = Step(kind=StepKind.SET, title="Dumbbell row", exercise="db_row", sets=3, reps=10, rest_s=90, load=Load(20))
PRESS = Step(kind=StepKind.SET, title="Push-up", exercise="push_up", sets=3, reps=10, rest_s=60)


def station(title: str, exercise: str, **changes: object) -> Step:
    base = Step(kind=StepKind.STATION, title=title, exercise=exercise, group=1)
    return replace(base, **changes)  # type: ignore[arg-type]


@pytest.fixture
def with_steps(location, clock) -> Callable[..., Plan]:
    """Adopt a plan whose only workout today has these steps."""

    def adopt(*steps: Step, kind: Kind = Kind.STRENGTH) -> Plan:
        workout = replace(STRENGTH, kind=kind, subtype="SF" if kind is Kind.STRENGTH else "reps", steps=steps)
        first, *later = PLAN.weeks
        others = tuple(w for w in first.workouts if w.day != workout.day)
        week = replace(first, workouts=tuple(sorted((*others, workout), key=lambda w: w.day)))
        plan = replace(PLAN, weeks=(week, *later))
        with Logbook.open(location, clock) as book:
            book.save_athlete(ATHLETE)
            book.plans.adopt(plan)
        return plan

    return adopt


def stored(story) -> Session:
    with story.log() as book:
        session = book.today().open_session
    assert session is not None
    return session


def outcomes(session: Session) -> list[str | None]:
    return [guide.outcome(session, place) for place in guide.places(session.steps)]


def keys_in_the_footer(story) -> dict[str, str]:
    """What each key does, as the footer says."""
    return {
        active.binding.key: active.binding.description
        for active in story.app.screen.active_bindings.values()
        if active.binding.show and active.enabled
    }


# what a set costs


async def test_a_session_as_planned_costs_one_enter_a_set_and_none_for_rest(open_story, with_steps, passing):
    with_steps(SQUAT, PRESS)
    async with open_story() as story:
        await story.press("enter")
        for _ in range(6):
            await story.press("enter")
            await passing(story, 130)
        assert outcomes(stored(story)) == ["done"] * 6
        assert [(s.load.kg if s.load else None, s.reps) for s in stored(story).sets] == [(80, 6)] * 3 + [(None, 10)] * 3


@pytest.mark.parametrize("typed", ["82.5x5", "100x12"])
async def test_another_load_with_other_reps_costs_at_most_eight_keys(open_story, with_steps, typed):
    with_steps(SQUAT)
    assert len(typed) + len(["enter"]) <= 8
    async with open_story() as story:
        await story.press("enter")
        await story.type(typed)
        await story.press("enter")
        load, reps = typed.split("x")
        assert [(s.load.kg, s.reps) for s in stored(story).sets if s.load] == [(float(load), int(reps))]


# groups


async def test_a_superset_alternates_with_a_short_change_and_a_full_rest_after_the_round(open_story, with_steps):
    with_steps(replace(SQUAT, group=1), replace(ROW, group=1))
    async with open_story() as story:
        await story.press("enter")
        assert "Superset, round 1 of 3" in story.text
        assert "Superset · 3 rounds" in story.text
        assert "rest 15 s" in story.text
        await story.press("enter")
        assert stored(story).sets[-1].rest_s == 15
        assert guide.current(stored(story)) == Place(1, 1)
        await story.press("enter")
        assert stored(story).sets[-1].rest_s == 120
        assert "Superset, round 2 of 3" in story.text


async def test_a_circuit_leads_itself_from_station_to_station(open_story, with_steps, passing):
    with_steps(
        station("Burpee", "burpee", seconds=40, rest_s=20, sets=2),
        station("Push-up", "push_up", seconds=40, rest_s=20, sets=2),
    )
    async with open_story() as story:
        await story.press("enter")
        assert "Circuit, round 1 of 2" in story.text
        await story.press("space")
        await passing(story, 5 + 40)
        assert "Saved: set 1 of Burpee" in story.text
        assert outcomes(stored(story)) == ["done", None, None, None]
        await passing(story, 20 + 40)
        await passing(story, 2 * (20 + 40))
        assert outcomes(stored(story)) == ["done"] * 4
        assert [s.seconds for s in stored(story).sets] == [40] * 4


# one set by the clock


async def test_a_tempo_set_is_led_and_then_confirmed(open_story, with_steps, passing):
    with_steps(replace(PRESS, tempo="3-1-1-0"))
    async with open_story() as story:
        await story.press("enter", "space")
        await passing(story, 3 + 10 * 5 + 1)
        assert stored(story).sets == ()
        assert keys_in_the_footer(story)["enter"] == "Log"
        await story.press("enter")
        assert [s.reps for s in stored(story).sets] == [10]


async def test_a_hold_logs_what_was_held_also_if_it_is_ended_early(open_story, with_steps, passing):
    with_steps(Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=2, seconds=45, rest_s=60))
    async with open_story() as story:
        await story.press("enter", "space")
        await passing(story, 3 + 45)
        await passing(story, 60)
        await story.press("space")
        await passing(story, 3 + 30)
        await story.press("enter")
        assert [s.seconds for s in stored(story).sets] == [45, 30]


# runs


async def test_intervals_by_time_go_on_by_themselves(open_story, with_steps, passing):
    with_steps(
        Step(kind=StepKind.WARMUP, title="Easy jog", seconds=300),
        Step(kind=StepKind.INTERVAL, title="Fast", seconds=180, sets=3, zone="I", group=1),
        Step(kind=StepKind.RECOVERY, title="Jog", seconds=90, sets=3, group=1),
        Step(kind=StepKind.COOLDOWN, title="Walk", seconds=300),
        kind=Kind.RUN,
    )
    async with open_story() as story:
        await story.press("enter", "space")
        await passing(story, 300)
        await passing(story, 5 + 180)
        assert "Saved: rep 1 of Fast" in story.text
        await passing(story, 2 * (90 + 180) + 90 + 300 + 10)  # the machine slept through the rest
        session = stored(story)
        assert outcomes(session) == ["done"] * 8
        assert [run.seconds for run in session.runs] == [180] * 3
        times = [run.logged_at for run in session.runs]
        assert [(b - a).total_seconds() for a, b in itertools.pairwise(times)] == [270, 270]


async def test_repeats_by_distance_say_which_and_that_the_last_is_the_last(open_story, with_steps, passing):
    with_steps(
        Step(kind=StepKind.INTERVAL, title="400 m", distance_m=400, sets=2, group=1),
        Step(kind=StepKind.RECOVERY, title="Jog", seconds=90, sets=2, group=1),
        kind=Kind.RUN,
    )
    async with open_story(size=(120, 40)) as story:
        await story.press("enter")
        assert "1 of 2, 400 m, then 90 s jog" in story.text
        await story.press("space")
        await passing(story, 5 + 95)
        assert keys_in_the_footer(story)["space"] == "Split"
        await story.press("space")
        await passing(story, 90 + 92)
        assert "last one" in story.text
        await story.press("space")
        assert [(run.distance.metres if run.distance else None, run.seconds) for run in stored(story).runs] == [
            (400, 95),
            (400, 92),
        ]


async def test_run_and_walk_alternate_by_themselves(open_story, with_steps, passing):
    with_steps(
        Step(kind=StepKind.WARMUP, title="Brisk walk", seconds=300),
        Step(kind=StepKind.INTERVAL, title="Run", seconds=60, sets=4, group=1),
        Step(kind=StepKind.RECOVERY, title="Walk", seconds=90, sets=4, group=1),
        kind=Kind.RUN,
    )
    async with open_story() as story:
        await story.press("enter", "space")
        await passing(story, 300 + 5 + 2 * 150 + 30)
        assert outcomes(stored(story)) == ["done"] * 5 + [None] * 4
        await passing(story, 2 * 150)
        assert outcomes(stored(story)) == ["done"] * 9


async def test_a_combo_is_one_session_of_running_and_strength(open_story, with_steps, passing):
    with_steps(Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1200, zone="E"), PRESS, kind=Kind.COMBO)
    async with open_story() as story:
        await story.press("enter", "space")
        await passing(story, 1200)
        await story.press("enter", "enter", "enter")
        session = stored(story)
        assert [run.seconds for run in session.runs] == [1200]
        assert len(session.sets) == 3


# blocks


async def test_an_amrap_grows_round_by_round_and_ends_with_enter(open_story, with_steps, passing):
    with_steps(
        station("Push-up", "push_up", reps=10, form=Form.AMRAP, block_s=600),
        station("Squat", "bodyweight_squat", reps=15, form=Form.AMRAP, block_s=600),
        PRESS,
    )
    async with open_story() as story:
        await story.press("enter")
        assert "AMRAP 10 min, round 1" in story.text
        await story.press("space")
        await passing(story, 5 + 60)
        assert keys_in_the_footer(story)["enter"] == "Round done"
        await story.press("enter")
        await passing(story, 60)
        await story.press("enter")
        assert len(stored(story).sets) == 4
        await passing(story, 500)
        assert keys_in_the_footer(story)["enter"] == "End the block"
        await story.press("enter")
        session = stored(story)
        assert [step.sets for step in session.steps] == [2, 2, 3]
        assert guide.current(session) == Place(2, 1)


async def test_an_emom_counts_its_minutes_and_logs_what_was_planned(open_story, with_steps, passing):
    with_steps(
        station("Burpee", "burpee", reps=8, sets=2, form=Form.EMOM, block_s=60),
        station("Swing", "kettlebell_swing", reps=12, sets=2, form=Form.EMOM, block_s=60),
    )
    async with open_story() as story:
        await story.press("enter")
        assert "EMOM, minute 1 of 4" in story.text
        await story.press("space")
        await passing(story, 5 + 20)
        await story.press("enter")  # done for this minute, which runs on
        assert [s.reps for s in stored(story).sets] == [8]
        await passing(story, 40 + 60)
        assert [s.reps for s in stored(story).sets] == [8, 12]
        await passing(story, 120)
        assert [s.reps for s in stored(story).sets] == [8, 12, 8, 12]


# the keys of the clock


async def test_a_pause_is_said_with_its_time_and_enter_goes_on(open_story, with_steps, passing):
    with_steps(SQUAT)
    async with open_story() as story:
        await story.press("enter", "enter")
        await passing(story, 30)
        await story.press("p")
        assert "Paused" in story.text
        assert "since 18:00" in story.text
        assert keys_in_the_footer(story)["enter"] == "Go on"
        await passing(story, 600)
        await story.press("enter")
        assert "Rest 1:30 of 2:00" in story.text
        assert len(stored(story).sets) == 1


async def test_escape_clears_the_line_and_then_puts_the_clock_away(open_story, with_steps, passing):
    with_steps(WARM_UP, SQUAT)
    async with open_story() as story:
        await story.press("enter", "space")
        await passing(story, 10)
        await story.type("8")
        await story.press("escape")
        assert story.app.running is not None
        await story.press("escape")
        assert story.app.running is None
        await passing(story, 600)
        assert outcomes(stored(story)) == [None] * 4


async def test_the_whole_warm_up_is_skipped_by_a_key_that_says_so(open_story, with_steps):
    with_steps(WARM_UP, replace(WARM_UP, title="Leg swings", seconds=30), SQUAT)
    async with open_story() as story:
        await story.press("enter")
        assert keys_in_the_footer(story)["K"] == "Skip warm-up"
        await story.press("K")
        assert [mark.kind for mark in stored(story).marks] == [MarkKind.SKIPPED] * 2
        assert "0 of 5 done, 2 skipped" in story.text
        assert "K" not in keys_in_the_footer(story)


async def test_the_clock_runs_on_after_a_restart(open_story, with_steps, passing, clock):
    with_steps(WARM_UP, SQUAT)
    async with open_story() as story:
        await story.press("enter", "space")
    clock.pass_(100)
    async with open_story() as story:
        assert "Easy rowing" in story.text
        assert story.app.running.timeline.reading(clock.ticks()).left_s == 200
        await passing(story, 200)
        assert outcomes(stored(story)) == ["done", None, None, None]


async def test_what_passed_while_the_app_was_gone_is_logged_at_its_time(open_story, with_steps, clock):
    with_steps(WARM_UP, SQUAT)
    async with open_story() as story:
        await story.press("enter", "space")
        began = stored(story).started.utc
    clock.pass_(400)
    async with open_story() as story:
        (mark,) = stored(story).marks
        assert (mark.at - began).total_seconds() == 300


# effort, notes, slips


async def test_effort_is_asked_for_by_one_key_and_read_as_it_is_told(open_story, with_steps):
    with_steps(SQUAT)
    async with open_story() as story:
        await story.press("enter")
        assert "RPE?" not in story.text
        await story.press("e")
        assert "RPE?" in story.text
        assert "how hard, of 10: 80x6@8" in story.text, "in the words of this set"
        await story.press("e")
        assert "RIR?" in story.text
        await story.type("80x6@2")
        await story.press("enter")
        assert [s.rpe for s in stored(story).sets] == [8]


async def test_notes_are_kept_on_set_exercise_and_session(open_story, with_steps):
    with_steps(SQUAT)
    async with open_story() as story:
        await story.press("enter", "enter", "t")
        await story.type("bar drifted")
        await story.press("enter")
        await story.press("t", "down")
        await story.type("feet wider")
        await story.press("enter", "t", "down", "down")
        await story.type("slept badly")
        await story.press("enter")
        session = stored(story)
        assert [s.note for s in session.sets] == ["bar drifted"]
        assert session.note == "slept badly"
        assert "feet wider" in story.text
        await story.press("u", "u")
        assert "feet wider" not in story.text


async def test_hostile_notes_are_kept_and_shown_as_words(open_story, with_steps):
    with_steps(SQUAT)
    async with open_story() as story:
        await story.press("enter", "enter", "t", "down")
        for words in HOSTILE:
            story.app.screen.line.insert_text_at_cursor(words)
        await story.settle()
        assert harmless(story.text)
        await story.press("enter")
        assert harmless(story.text)
        assert "Note" in story.text
        await story.press("t", "down")
        story.app.screen.line.value = "[bold red]Squat[/]"
        await story.press("enter")
        assert "[bold red]Squat[/]" in story.text
        with story.log() as book:
            assert harmless(book.notes.exercise("back_squat"))
        assert len(stored(story).sets) == 1


async def test_a_load_far_above_the_best_is_asked_about_once(open_story, with_steps):
    with_steps(SQUAT)
    async with open_story() as story:
        await story.press("enter", "enter")
        await story.type("110x6")
        await story.press("enter")
        assert "enter again logs it" in story.text
        assert len(stored(story).sets) == 1
        await story.press("enter")
        assert [s.load.kg for s in stored(story).sets if s.load] == [80, 110]
        await story.type("110x6")
        await story.press("enter")
        assert len(stored(story).sets) == 3


async def test_a_megabyte_pasted_leaves_the_session_as_it_is(open_story, with_steps):
    with_steps(SQUAT)
    async with open_story() as story:
        await story.press("enter", "enter")
        before = stored(story)
        story.app.screen.entry.field.post_message(Paste("8" * 1_000_000))
        await story.settle()
        await story.press("enter")
        assert stored(story) == before
        assert len(story.app.screen.entry.text) <= 80
        await story.press("escape", "enter")
        assert len(stored(story).sets) == 2


# the footer


def several_meanings(story) -> dict[str, list[str]]:
    """Keys of Today that do more than one thing now, with what they do."""
    screen = story.app.screen
    offered = {
        key: [each.action for each in bindings if screen.check_action(*parsed(each.action))]
        for key, bindings in screen._bindings.key_to_bindings.items()
    }
    return {key: actions for key, actions in offered.items() if len(actions) > 1}


def parsed(action: str) -> tuple[str, tuple[object, ...]]:
    _, name, parameters = parse(action)
    return name, parameters


async def test_a_key_never_means_two_things_at_once(open_story, with_steps, passing):
    with_steps(
        WARM_UP,
        SQUAT,
        Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=2, seconds=45, rest_s=60),
        station("Push-up", "push_up", reps=10, form=Form.AMRAP, block_s=600),
    )
    async with open_story() as story:
        assert several_meanings(story) == {}
        for keys in ("enter", "space", "p", "p", "escape", "K", "enter", "8", "escape", "K", "space", "p", "enter"):
            await story.press(keys)
            assert several_meanings(story) == {}, keys
        await story.press("K", "space")
        await passing(story, 20)
        assert several_meanings(story) == {}
        await passing(story, 600)
        assert several_meanings(story) == {}
        await story.press("enter", "enter", "enter")
        assert "Saved: Full body" in story.text
        assert several_meanings(story) == {}


async def test_the_line_says_what_enter_does_while_the_clock_decides(open_story, with_steps, passing):
    with_steps(replace(WARM_UP, seconds=60), SQUAT)
    async with open_story() as story:
        await story.press("enter", "space")
        assert "enter when you are done sooner" in story.text
        await passing(story, 30)
        await story.press("enter")
        assert "Saved: Easy rowing" in story.text
        assert keys_in_the_footer(story)["enter"] == "Log"


async def test_an_interrupted_session_is_offered_though_its_clock_runs(open_story, with_steps, passing):
    with_steps(WARM_UP, SQUAT)
    async with open_story() as story:
        await story.press("enter", "space")
    async with open_story() as story:
        assert "still open" in story.text
        await story.press("enter")
        assert outcomes(stored(story))[0] is None
        assert "still open" not in story.text
        assert keys_in_the_footer(story)["enter"] == "Done, go on"


async def test_the_last_run_of_the_same_kind_is_told(open_story, with_steps, location, clock):
    repeats = (
        Step(kind=StepKind.INTERVAL, title="400 m", distance_m=400, sets=2, group=1),
        Step(kind=StepKind.RECOVERY, title="Jog", seconds=90, sets=2, group=1),
    )
    with_steps(*repeats, kind=Kind.RUN)
    with Logbook.open(location, clock) as book:
        session = book.sessions.start_free(Kind.RUN, subtype="reps", steps=repeats)
        for number, seconds in ((1, 100), (2, 104)):
            book.sessions.log_run(session.id, Place(0, number), RunDraft(distance=Distance(400), seconds=seconds))
        book.sessions.finish(session.id, rpe=8, minutes=20)
    async with open_story(size=(120, 40)) as story:
        await story.press("enter")
        assert "4 Mar · 2 × 400 m in 1:42 (4:15/km)" in story.text
