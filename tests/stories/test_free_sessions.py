"""Sessions without a plan: typed in a line, led through, kept afterwards, counted as planned, opened again."""

from __future__ import annotations

from hybridtui.domain import guide
from hybridtui.domain.session import Session, Status
from hybridtui.domain.workout import Form, Kind, StepKind
from hybridtui.ui.dialogs.free_session import FreeSessionDialog
from hybridtui.ui.dialogs.match import MatchDialog
from tests.hostile import CONTROLS, MARKUP, UNICODE


def stored(story) -> Session:
    """Return the open session as the file holds it."""
    with story.log() as book:
        session = book.today().open_session
    assert session is not None
    return session


def finished(story) -> list[Session]:
    """Return the finished sessions of the file, the newest first."""
    with story.log() as book:
        found = [book.history.session(line.id) for line in book.history.lines(0, 10)]
    return [session for session in found if session is not None]


def counted(story) -> dict[str, str]:
    """Which workout counts by which session."""
    with story.log() as book:
        return {workout: by.session_id for workout, by in book.plans.credited().items()}


def toasts(story) -> str:
    """What the toasts say."""
    return "\n".join(toast.message for toast in story.app._notifications)


async def begin(story, line: str) -> None:
    await story.press("n", "l")
    await story.type(line)
    await story.press("enter")


async def finish(story) -> None:
    await story.press("f", "7", "enter")


async def test_an_amrap_is_typed_led_through_and_finished(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("n", "l")
        await story.type("amrap 2: 5 pull-ups, 10 squat")
        assert "AMRAP 2 min: 5 pull-ups, 10 bodyweight squats" in story.text
        await story.press("enter")
        session = stored(story)
        assert (session.kind, session.title) == (Kind.STRENGTH, "amrap 2: 5 pull-ups, 10 squat")
        assert [(step.kind, step.form) for step in session.steps] == [(StepKind.STATION, Form.AMRAP)] * 2
        await story.press("space")  # the clock runs
        clock.pass_(35)
        await story.press("enter")  # a round
        clock.pass_(30)
        await story.press("enter")  # another
        assert [(s.exercise, s.reps) for s in stored(story).sets] == [("pull_up", 5), ("bodyweight_squat", 10)] * 2
        clock.pass_(90)  # its time is up
        await story.press("enter")
        await finish(story)
        (done,) = finished(story)
        assert [step.sets for step in done.steps] == [2, 2], "as many rounds as were possible"
        assert done.workout_id is None


async def test_an_amrap_that_ends_with_the_session_asks_for_no_round_that_was_not_begun(open_story, with_plan, clock):
    async with open_story() as story:
        await begin(story, "amrap 12: 5 pull-up, 10 push-up, 15 squat")
        await story.press("space")
        clock.pass_(65)
        await story.press("enter")  # the first round
        await story.type("5")
        await story.press("enter")  # and the pull-ups of the second
        await finish(story)
        (session,) = finished(story)
        assert [step.sets for step in session.steps] == [2, 1, 1]
        assert guide.to_do(session) == ()
        assert "still to do" not in story.text
        await story.press("u")
        assert [step.sets for step in stored(story).steps] == [2, 2, 2]


async def test_repeats_are_led_through_by_the_clock_with_splits(open_story, with_plan, clock):
    async with open_story() as story:
        await begin(story, "2x400m/90s")
        await story.press("K", "space")  # no warm-up, thank you
        clock.pass_(6)
        await story.settle()
        for seconds in (90, 91):
            clock.pass_(seconds)
            await story.press("space")  # split
            clock.pass_(90)
            await story.settle()
        session = stored(story)
        assert [run.distance.metres for run in session.runs if run.distance] == [400, 400]
        assert len(session.runs) == 2


async def test_a_run_by_feel_is_timed_by_the_stopwatch_and_logged_by_enter(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("n", "r", "space")
        clock.pass_(10 * 60 + 5)
        story.app._look()
        await story.settle()
        assert "Enter logs the time of the clock" in story.text
        assert "then you are done" not in story.text
        await story.press("enter", "space")
        clock.pass_(60 * 60)
        await story.press("C", "enter")  # however unusual: it was timed
        assert [run.seconds for run in stored(story).runs] == [605, 3600]
        assert story.app.running is None


async def test_a_line_can_be_taken_with_one_key_and_the_last_ones_are_offered_again(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "down", "down", "3")
        assert "Tabata, 8 x 20 s with 10 s rest" in story.text
        await story.press("enter", "k", "k")
        await story.press("f", "enter")
        await story.press("n")
        assert "tabata: squat jump  again" in story.text
        await story.press("1", "enter")
        assert stored(story).title == "tabata: squat jump"


async def test_what_is_not_understood_stays_on_the_line_with_the_reason(open_story, with_plan):
    async with open_story() as story:
        await begin(story, "3x8 thruster")
        assert isinstance(story.app.screen, FreeSessionDialog)
        assert 'Which exercise is "thruster"?' in story.text
        assert "3x8 thruster" in story.text
        await story.press("escape", "escape")
        with story.log() as book:
            assert book.today().open_session is None


async def test_a_run_that_is_done_is_kept_with_day_and_time(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "d")
        await story.type("8km 44:10@4")
        assert "Done already: 8 km in 44:10 (5:31/km), RPE 4" in story.text
        await story.press("enter")  # asks when: as if it had ended just now
        assert "17:15" in story.text
        await story.type("tomorrow")
        await story.press("enter")
        assert "year-month-day" in story.text
        await story.press(*["backspace"] * 8)
        await story.type("yesterday")
        await story.press("enter")
        (run,) = finished(story)
        assert (run.status, run.kind, run.subtype, run.rpe) == (Status.FINISHED, Kind.RUN, "easy", 4)
        assert (f"{run.started.local:%Y-%m-%d %H:%M}", run.run_s, run.load_au) == ("2026-03-03 17:15", 44 * 60, 176)
        assert run.runs[0].seconds == 2650
        assert "Saved: Run" in story.text


async def test_a_free_session_is_counted_as_the_nearest_workout_in_two_keys(open_story, with_plan):
    async with open_story() as story:
        await begin(story, "2km 12:00 today 17:00")  # too short to count by itself
        assert "w-run" not in counted(story)
        await story.press("m")
        assert isinstance(story.app.screen, MatchDialog)
        await story.press("enter")
        (session,) = finished(story)
        assert session.workout_id == "w-run"
        assert counted(story)["w-run"] == session.id
        assert "Counts as Easy run of Wednesday" in toasts(story)
        await story.press("u")
        assert finished(story)[0].workout_id is None


async def test_a_finished_session_goes_on_when_it_is_opened_again(open_story, with_plan):
    async with open_story() as story:
        await begin(story, "2x5 squat, 2x5 dip")
        await story.press("enter")
        await finish(story)
        await story.press("o")
        session = stored(story)
        assert (session.status, len(session.sets)) == (Status.OPEN, 1)
        await story.press("enter")
        assert len(stored(story).sets) == 2


async def look_at_the_session(story) -> None:
    await story.press("H", "l", "enter")


async def test_history_counts_a_session_as_planned_and_shows_both(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await begin(story, "1x5 back squat 80, 1x10 push-up")
        await story.press("enter", "enter")
        await finish(story)
        await look_at_the_session(story)
        await story.press("m", "enter")
        assert counted(story)["w-strength"] == finished(story)[0].id
        assert "Planned: Full body, 45 min, Wed 4 Mar" in story.text
        await story.press("u")
        assert finished(story)[0].workout_id is None


async def test_what_was_left_of_a_session_finished_short_is_shown_as_planned(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("enter", "enter", "enter")  # start, warm-up, one set of three
        await finish(story)
        await look_at_the_session(story)
        assert "Barbell back squat  planned 3 × 6–8 at 80 kg" in story.text
        assert "Planned, not done" in story.text
        assert "Side plank" in story.text


async def test_history_opens_a_session_again_unless_another_one_runs(open_story, with_plan):
    async with open_story() as story:
        await begin(story, "2x5 squat")
        await story.press("enter")
        await finish(story)
        await story.press("enter", "n", "r")
        await look_at_the_session(story)
        await story.press("o")
        assert "Run is still open" in toasts(story)
        assert stored(story).title == "Run"
        await story.press("T", "d", "H", "o")  # the run is dropped; History still shows the session
        assert story.app.current_mode == "today"
        assert "2x5 squat is open again" in toasts(story)
        await story.press("enter")
        assert len(stored(story).sets) == 2


async def test_hostile_lines_leave_the_dialog_and_the_log_intact(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "l")
        for text in (MARKUP[0], MARKUP[4], CONTROLS[0], UNICODE[0], "a" * 1_000_000):
            story.app.screen.query_one("Input").insert_text_at_cursor(text)
            await story.press("enter")
            assert isinstance(story.app.screen, FreeSessionDialog)
            await story.press("escape", "l")
        await story.press("escape", "escape")
        assert finished(story) == []
        with story.log() as book:
            assert book.today().open_session is None


async def test_a_letter_that_chooses_nothing_begins_the_line(open_story, with_plan):
    async with open_story() as story:
        await story.press("n")
        await story.type("amrap 3: 5 push-up")
        assert "AMRAP 3 min" in story.text
        await story.press("enter")
        assert story.app.session.steps[0].exercise == "push_up"
        await story.press("d", "n", "s")
        assert story.app.session.kind is Kind.STRENGTH
