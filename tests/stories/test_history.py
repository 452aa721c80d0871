"""Looking back: the week, the charts, the log, and one session in full with its corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.calendar import By
from hybridtui.domain.change import Change
from hybridtui.domain.definitions import definitions
from hybridtui.domain.query import parse
from hybridtui.domain.units import Load
from hybridtui.ui.charts.widgets import PeriodChart
from hybridtui.ui.history.tabs import TABS
from hybridtui.ui.screens.history import HistoryScreen
from hybridtui.ui.screens.session import SessionScreen
from hybridtui.ui.widgets.session_log import SessionLog
from tests.hostile import CONTROLS, MARKUP
from tests.stories.logged import began, days_of_training, fill, run, strength

WIDE = (120, 40)


@pytest.fixture
def ten_days(location, clock):
    fill(location, clock, days_of_training(clock, 10))


async def test_a_wide_screen_tells_the_week_and_the_month_in_words_charts_and_the_log(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await look_back(story)
        assert "This week 50 % run, target 60/40" in story.text
        assert "2 Mar to 8 Mar, week 10" in story.text
        assert "8 km" in story.text
        assert "6 sets" in story.text
        for part in ("Weekly minutes", "Run share", "Latest sessions", "Tue 03 Mar 2026", "10 in all"):
            assert part in story.text
        await story.press("left", "left")
        assert [str(chart.period) for chart in story.app.screen.query(PeriodChart)] == ["2026-W09"] * 2
        await story.press("m")
        for part in ("This month", "March 2026", "Monthly minutes", "12 months"):
            assert part in story.text


async def test_records_are_read_again_after_an_old_session_is_corrected(open_story, location, clock):
    day = clock.now().date()
    old, lately = strength(90, day - timedelta(days=60)), strength(91, day - timedelta(days=2))
    lighter = replace(old, sets=tuple(replace(each, load=each.load and Load(50)) for each in old.sets))
    runs = [run(n, day - timedelta(days=1)) for n in range(30)]  # no session in sight is corrected
    fill(location, clock, [lighter, lately, *runs])
    async with open_story(size=WIDE) as story:
        await look_back(story)
        assert "1 new one" in story.text
        heavier = replace(lighter.sets[0], load=Load(90))
        await story.app.book.ask(lambda book: book.sessions.edit_set(old.id, heavier))
        await story.press("s")
        assert "no new one" in story.text


async def test_a_small_screen_shows_one_thing_at_a_time_and_offers_to_open_only_that(open_story, ten_days):
    async with open_story() as story:
        await look_back(story)
        assert "Weekly minutes" in story.text
        assert "Run share" not in story.text
        assert "Open" not in story.text
        await story.press("b")
        assert "Run share" in story.text
        assert "Weekly minutes" not in story.text
        await story.press("l")
        assert "Tue 03 Mar 2026" in story.text
        assert "Open" in story.text
        await story.press("escape")
        assert "Run share" in story.text


async def test_the_span_goes_round_and_is_kept_by_weeks_and_by_months_and_over_tabs(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await look_back(story)
        seen = []
        for key in ("s", "s", "s", "s", "m", "s", "l", "1", "m"):
            await story.press(key)
            seen.append((story.app.screen.window.count, story.app.screen.window.by))
        weeks, months = [(n, By.WEEK) for n in (26, 52, 12, 26)], [(12, By.MONTH)]
        assert seen == [*weeks, *months, *[(24, By.MONTH)] * 3, (26, By.WEEK)]
        assert "26 weeks" in story.text


async def test_tabs_are_gone_through_and_come_back_to_where_one_was(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await look_back(story)
        seen = []
        for _ in TABS:
            await story.press("tab")
            seen.append(story.app.screen.here)
        assert seen == [*(tab.name for tab in TABS[1:]), TABS[0].name]
        await story.press("shift+tab")
        assert story.app.screen.here == "log"
        await story.press("1", "l", "escape")
        assert story.app.screen.here == "overview"
        await story.hurry("3", "2", "s", "4", "m", "1")  # none waits for the answers of the ones before
        for part in ("This month", "Monthly minutes", "12 months"):
            assert part in story.text


@pytest.mark.parametrize("days", [0, 5, 3650])
async def test_every_tab_says_something_and_takes_every_key_however_short_or_long_the_log(
    open_story, location, clock, days
):
    fill(location, clock, days_of_training(clock, days))
    async with open_story() as story:
        await look_back(story)
        for number, tab in enumerate(TABS, 1):
            await story.press(str(number))
            assert story.app.screen.here == tab.name
            below = story.text.splitlines()[2:-1]
            assert any(line.strip() for line in below), tab.name
            if not days:
                assert "import" in story.text, tab.name
            for figure in story.app.screen.tab.figures:  # each number can be traced
                assert figure.definition in definitions()
                parse(figure.behind, clock.now().date())
            await story.hurry("down", "up", "left", "home", "m", "s", "pagedown")
            assert isinstance(story.app.screen, HistoryScreen)


async def test_a_number_is_traced_to_what_it_means_and_to_its_sessions(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "w")
        for part in ("Run minutes", "45 min", "sum of the run minutes", "1 session behind it", "Tue 03 Mar"):
            assert part in story.text
        await story.press("]", "]", "]")
        assert "Strength minutes" in story.text
        await story.press("[", "[", "[", "enter")
        assert isinstance(story.app.screen, SessionScreen)
        await story.press("escape", "escape")
        assert isinstance(story.app.screen, HistoryScreen)


async def test_the_sessions_behind_a_number_are_shown_in_the_log(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await look_back(story, "w", "l")
        assert story.app.screen.here == "log"
        assert "Tue 03 Mar 2026" in story.text
        assert "Mon 02 Mar 2026" not in story.text
        await story.press("escape", "escape")
        assert story.app.screen.here == "overview"


async def test_a_chart_has_the_whole_screen_or_its_numbers_as_a_table(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await look_back(story, "z")
        assert "Weekly minutes" in story.text
        await story.press("escape", "n")
        assert "planned" in story.text or "strength" in story.text
        await story.press("escape")
        assert isinstance(story.app.screen, HistoryScreen)


async def test_an_empty_history_says_what_to_press(open_story, location, clock):
    fill(location, clock, [])
    async with open_story() as story:
        await look_back(story)
        assert "Nothing here yet" in story.text
        assert "import from Strong" in story.text
        assert "Open" not in story.text
        await story.press("v", "enter", "d", "w", "z", "n", "s", "m", "left")
        assert isinstance(story.app.screen, HistoryScreen)


async def test_the_whole_log_can_be_scrolled_however_long(open_story, location, clock):
    fill(location, clock, days_of_training(clock, 1500))
    async with open_story(size=WIDE) as story:
        await look_back(story, "l")
        log = story.app.screen.query_one(SessionLog)
        assert "Tue 03 Mar 2026" in story.text
        await story.press("end")
        assert log.line.id == "session-1500"
        assert "Sun 23 Jan 2022" not in story.text  # 1,500 days before 4 March 2026 is a Monday
        assert f"{log.line.local_date:%a %d %b %Y}" in story.text
        await story.press("pageup", "up")
        assert log.line is not None
        await story.press("home", "pagedown", "pageup")
        assert log.line.id == "session-1"


async def test_every_page_of_the_log_is_read_when_it_comes_into_sight(open_story, location, clock):
    fill(location, clock, days_of_training(clock, 700))
    async with open_story(size=WIDE) as story:
        await look_back(story, "l")
        log = story.app.screen.query_one(SessionLog)
        for index in (0, 150, 199, 200, 201, 399, 400, 650, 699, 3):
            log.cursor = index
            await story.settle()
            assert log.line.id == f"session-{index + 1}"


async def test_a_session_is_shown_in_full(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await look_back(story, "l", "down", "enter")
        assert isinstance(story.app.screen, SessionScreen)
        for part in (
            "Full body",
            "45 min",
            "RPE 6",
            "load 270",
            "1,920 kg",
            "Barbell back squat",
            "80 kg × 8",
            "Push-up",
        ):
            assert part in story.text
        assert "estimated" not in story.text
        await story.press("escape")
        assert isinstance(story.app.screen, HistoryScreen)


async def test_a_run_shows_heart_rate_pace_and_where_it_comes_from(open_story, ten_days):
    async with open_story(size=WIDE) as story:
        await look_back(story, "l", "enter")
        for part in ("8 km", "45:00", "5:38/km", "heart rate 142", "from a FIT file", "zone assumed", "135 estimated"):
            assert part in story.text


async def test_a_set_is_corrected_by_typing_it_anew(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "down", "enter", "enter")
        await retype(story, "82.5x6@9")
        assert "82.5 kg x 6, RPE 9" in story.text
        await story.press("enter")
        assert "82.5 kg × 6" in story.text
        with story.log() as book:
            session = book.history.session("session-2")
        assert (session.sets[0].load.value, session.sets[0].reps, session.sets[0].rpe) == (82.5, 6, 9)
        assert session.tonnage_kg == pytest.approx(82.5 * 6 + 2 * 80 * 8)


async def test_what_cannot_be_read_is_said_and_not_kept(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "down", "enter", "enter")
        for typed in ("80xx", "80x8,8", "+2.5"):
            await retype(story, typed)
            await story.press("enter")
            assert not isinstance(story.app.screen, SessionScreen)
        await story.press("escape")
        with story.log() as book:
            assert book.history.session("session-2").sets[0].reps == 8


async def test_a_run_is_corrected_by_typing_it_anew(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "enter", "enter")
        await retype(story, "10km 50:00@5")
        await story.press("enter")
        with story.log() as book:
            entry = book.history.session("session-1").runs[0]
        assert (entry.distance.metres, entry.seconds, entry.rpe, entry.avg_hr) == (10_000, 3000, 5, 142)


async def test_a_deleted_set_comes_back_with_one_key(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "down", "enter", "d", "d")
        with story.log() as book:
            assert len(book.history.session("session-2").sets) == 4
        await story.press("u")
        assert "Taken back" in told(story)
        await story.press("u")
        with story.log() as book:
            assert len(book.history.session("session-2").sets) == 6
        await story.press("u")
        with story.log() as book:
            assert len(book.history.session("session-2").sets) == 6


async def test_undo_can_itself_be_taken_back(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "down", "enter", "d", "u", "U")
        with story.log() as book:
            assert len(book.history.session("session-2").sets) == 5


async def test_title_day_minutes_effort_and_note_are_corrected(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "down", "enter", "e")
        for text in ("Legs", "2026-02-20", "06:30", "60", "8", "knee felt fine"):
            await retype(story, text)
            await story.press("down")
        await story.press("enter")
        with story.log() as book:
            session = book.history.session("session-2")
        assert (session.title, session.rpe, session.note) == ("Legs", 8, "knee felt fine")
        assert f"{session.started.local:%Y-%m-%d %H:%M}" == "2026-02-20 06:30"
        assert str(session.started.local_date) == "2026-02-20"
        assert (session.strength_s, session.load_au) == (3600, 480)
        await story.press("u")
        with story.log() as book:
            assert book.history.session("session-2").title == "Full body"


async def test_a_field_that_cannot_be_is_refused_in_words(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "down", "enter")
        for field, text, told in (
            (0, "", "title cannot be empty"),
            (1, "2026-03-05", "cannot lie in the future"),
            (1, "last week", "year-month-day"),
            (2, "25:00", "hours and minutes"),
            (3, "0", "from 1 to"),
            (4, "11", "from 0 to 10"),
        ):
            await story.hurry("e", *["down"] * field)
            assert told not in story.text
            await retype(story, text)
            await story.press("enter")
            assert told in story.text
            with story.log() as book:
                assert book.history.session("session-2").title == "Full body"
            await story.press("escape")


async def test_a_session_is_deleted_after_a_question_and_comes_back(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "down", "enter", "D", "escape")
        with story.log() as book:
            assert book.history.count() == 10
        await story.press("D", "enter")
        assert isinstance(story.app.screen, HistoryScreen)
        with story.log() as book:
            assert book.history.count() == 9
        assert "9 sessions" in story.text
        await story.press("u")
        assert "10 sessions" in story.text
        with story.log() as book:
            assert len(book.history.session("session-2").sets) == 6


async def test_a_session_can_be_deleted_in_the_list(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "l", "d", "y")
        assert "9 sessions" in story.text
        with story.log() as book:
            assert book.history.session("session-1") is None


async def test_undo_in_history_takes_back_a_whole_import(open_story, ten_days):
    async with open_story() as story:
        await look_back(story, "u")
        assert "Taken back: import of old.csv" in told(story)
        assert "Nothing here yet" in story.text


async def test_history_is_read_again_when_one_comes_back_to_it(open_story, ten_days, clock):
    async with open_story() as story:
        await look_back(story, "X")
        with_more = strength(11, clock.now().date(), title="Added elsewhere")
        await story.app.book.ask(lambda book: book._kit.store.apply(_change(with_more), clock.now()))
        await look_back(story, "l")
        assert "Added elsewhere" in story.text
        assert "11 sessions" in story.text


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (100, 32), (120, 40), (200, 60)])
async def test_every_size_shows_the_numbers_and_can_be_changed(open_story, ten_days, size):
    async with open_story(size=size) as story:
        await look_back(story)
        assert "This week 50 % run" in story.text
        await story.pilot.resize_terminal(80, 24)
        await story.pilot.resize_terminal(*size)
        await story.press("v", "b", "l", "escape")
        assert "hybridtui" in story.text


async def test_a_session_of_hostile_words_shows_and_obeys_none(open_story, location, clock):
    fill(location, clock, [_hostile_throughout([*MARKUP, *CONTROLS], clock.now().date())])
    async with open_story(size=(120, 60)) as story:
        await look_back(story, "l", "enter")
        assert isinstance(story.app.screen, SessionScreen)
        assert_harmless(story)
        await story.press("end")
        assert_harmless(story)
        for keys in (("enter",), ("escape", "e"), ("escape", "d"), ("u",), ("D",)):
            await story.press(*keys)
            assert_harmless(story)
        await story.press("y")
        assert_harmless(story)
        assert "Deleted" in told(story)


def _hostile_throughout(texts, day):
    """A session that holds every text as exercise, note and flag, begun last of all."""
    session = strength(1000, day, title=texts[0])
    sets = tuple(replace(session.sets[0], id=f"h{n}", position=n, note=t, exercise=t) for n, t in enumerate(texts))
    return replace(session, started=began(day, 19), flags=tuple(texts), sets=sets, note="\n".join(texts))


def assert_harmless(story):
    """Nothing on the screen is obeyed by a terminal."""
    assert not [c for c in story.text if (ord(c) < 32 or 127 <= ord(c) < 160) and c != "\n"]


def _change(session):
    return Change(label="a session", sessions=(session,), sets=tuple((session.id, s) for s in session.sets))


def told(story):
    """What the toasts say."""
    return "\n".join(toast.message for toast in story.app._notifications)


async def look_back(story, *keys):
    """Go to History, and press keys once its charts are there."""
    await story.press("H", *keys)


async def retype(story, text):
    """Clear the field in hand and type into it."""
    await story.pilot.press("end", "ctrl+u")
    story.app.focused.value = ""
    await story.type(text)
