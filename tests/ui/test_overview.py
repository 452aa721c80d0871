"""The numbers of the overview: what they say, what fits, and that the sessions behind them add up to them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain import totals
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.definitions import definitions
from hybridtui.domain.history import Totals
from hybridtui.domain.loads.days import SideLoad
from hybridtui.domain.loads.wording import side
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.ui.charts.data import plain
from hybridtui.ui.history.overview_figures import overview_group, overview_lines
from hybridtui.ui.history.overview_records import read_records, records_line
from hybridtui.ui.logbook_thread import LogbookThread
from hybridtui.ui.overview import Overview, overview
from tests.stories.conftest import PLAN
from tests.stories.logged import fill, run, strength

TODAY = date(2026, 3, 6)
WEEK = Totals(
    period=Week.of(TODAY), run_s=5700, strength_s=4800, run_m=12_400, runs=2, strength_sessions=2, sessions=4, sets=24,
    tonnage_kg=6240, run_load_au=310, strength_load_au=420, planned_run_s=9000, planned_strength_s=6000,
)  # fmt: skip


def page(*weeks: Totals) -> Overview:
    return Overview(today=TODAY, athlete=Athlete(balance=0.6), planned=None, totals=weeks, week=weeks[-1], kept=None,
                    load=None, count=4, latest=())  # fmt: skip


def told(*weeks: Totals, bar: int = 20) -> dict[str, str]:
    """Each line by its name: value, note and bar."""
    lines = [one.line for one in overview_lines(page(*weeks), bar)]
    return {one.figure.name: f"{one.figure.value} | {one.figure.note} | {one.glance.plain}" for one in lines}


def test_the_week_tells_done_of_planned_for_each_sport_and_together():
    lines = told(WEEK)
    assert lines["run"].startswith("95 of 150 min | 2 runs · 12.4 km")
    assert lines["strength"].startswith("80 of 100 min | 24 sets · 6,240 kg")
    assert lines["together"].startswith("175 of 250 min | 4 sessions")
    assert lines["run share"].startswith("54 % | target 60/40")
    assert lines["load"].startswith("730 AU | run 310 · strength 420")


def test_bars_are_full_when_the_plan_is_done_and_no_longer():
    assert told(replace(WEEK, run_s=20_000), bar=12)["run"].count("━") == 12


def test_without_a_plan_there_is_no_bar_and_no_of():
    lines = told(Totals(period=Week.of(TODAY), run_s=1800, runs=1, sessions=1))
    assert lines["run"] == "30 min | 1 run | "
    assert "rest" not in lines


def test_what_has_no_minutes_yet_has_no_share():
    assert told(Totals(period=Week.of(TODAY)))["run share"].startswith("n/a | none yet")


def test_other_sports_get_a_line_of_their_own():
    lines = told(Totals(period=Week.of(TODAY), other_s=3600, sessions=1))
    assert lines["other"] == "60 min | not part of the balance | "


def test_estimated_load_is_marked_and_counted():
    lines = told(replace(WEEK, run_load_estimated_au=200, sessions_estimated=2))
    assert lines["load"].startswith("~730 AU | run ~310 · strength 420 · 2 of 4 estimated")


def test_a_half_is_rounded_as_on_the_other_tabs():
    assert "strength 713" in told(replace(WEEK, strength_load_au=712.5))["load"]
    assert plain(712.5) == side(SideLoad(au=712.5, sessions=1, estimated=0)).removesuffix(" AU") == "713"


def test_the_share_of_four_weeks_weighs_each_by_its_minutes():
    short = Totals(period=Week.of(TODAY).plus(-1), run_s=600)
    long = replace(WEEK, run_s=3000, strength_s=3000)
    assert "2 wk 55 %" in told(short, long)["run share"]


@pytest.fixture
def book(tmp_path, clock):
    """A log with a plan, both sports, one session of both, another sport, and sessions of other weeks."""
    day = TODAY - timedelta(days=2)
    both = totals.with_totals(replace(strength(5, day), kind=Kind.HYBRID, run_s=0, strength_s=0, rpe=None))
    ride = totals.with_totals(replace(strength(6, day), kind=Kind.OTHER, sport="cycling", sets=(), strength_s=0))
    sessions = [run(1, day), run(2, day - timedelta(days=1), km=5.5), run(3, day - timedelta(days=9)), strength(4, day)]
    fill(tmp_path / "log.db", clock, [*sessions, both, ride])
    with Logbook.open(tmp_path / "log.db", clock) as log:
        log.plans.adopt(PLAN)
        yield log


MEASURES = {
    "minutes.run": lambda lines: sum(line.run_s for line in lines) / 60,
    "minutes.strength": lambda lines: sum(line.strength_s for line in lines) / 60,
    "minutes.together": lambda lines: sum(line.run_s + line.strength_s for line in lines) / 60,
    "minutes.other": lambda lines: sum(line.total_s - line.run_s - line.strength_s for line in lines) / 60,
    "count.distance": lambda lines: sum(line.distance_m for line in lines) / 1000,
    "count.sets": lambda lines: sum(line.sets for line in lines),
    "count.tonnage": lambda lines: sum(line.tonnage_kg for line in lines),
    "count.sessions": len,
    "load.together": lambda lines: sum(line.load_au for line in lines),
    "balance.share": lambda lines: 100 * _share(lines),
    "balance.four": lambda lines: 100 * _share(lines),
}
"""What the sessions behind a figure add up to, by its definition."""


def _share(lines):
    run_s = sum(line.run_s for line in lines)
    return run_s / (run_s + sum(line.strength_s for line in lines))


@pytest.mark.parametrize("by", By)
def test_every_number_has_a_definition_and_its_sessions_add_up_to_it(book, by):
    shown = overview(book, by, 12, TODAY)
    figures = [figure for one in overview_lines(shown, 20) for figure in (one.line.figure, *one.beside)]
    measured = set()
    for figure in figures:
        assert definitions()[figure.definition].meaning
        if figure.definition not in MEASURES:
            continue
        lines = book.search.lines(book.search.parse(figure.behind))
        value = float(figure.value.lstrip("~").split()[0].replace(",", ""))
        assert MEASURES[figure.definition](lines) == pytest.approx(value, abs=0.51), figure
        measured.add(figure.definition)
    assert measured == set(MEASURES)


def test_the_week_is_named_and_rest_that_was_kept_is_told(book):
    shown = overview(book, By.WEEK, 12, TODAY)
    lines = overview_lines(shown, 20)
    assert overview_group(shown, lines).note == "2 Mar to 8 Mar, week 10"
    rest = next(one.line.figure for one in lines if one.line.figure.name == "rest")
    assert rest.value == "1 of 1 kept"  # Tuesday's was taken on Monday; today is not past
    assert shown.today_in_words.startswith("Today is a planned rest day: resting keeps the plan · Sat: ")


def test_what_is_done_of_today_is_not_asked_for_again_and_what_comes_next_is_named(book):
    wednesday = date(2026, 3, 4)
    shown = replace(overview(book, By.WEEK, 12, TODAY), today=wednesday)
    first, second = (each for each in shown.planned.on(wednesday) if each.kind is not Kind.RECOVERY)
    assert f"Today: {first.title}" in replace(shown, to_do=(first, second)).today_in_words
    assert first.title not in replace(shown, to_do=(second,)).today_in_words
    assert replace(shown, to_do=()).today_in_words.startswith("What was planned for today is done · Sat: ")


def test_a_workout_that_is_done_is_not_to_do_any_more(tmp_path, clock):
    wednesday = date(2026, 3, 4)
    location = tmp_path / "log.db"
    fill(location, clock, [run(1, wednesday)])
    with Logbook.open(location, clock) as log:
        log.plans.adopt(PLAN)
        shown = overview(log, By.WEEK, 12, wednesday)
    assert {each.kind for each in shown.planned.on(wednesday)} == {Kind.RUN, Kind.STRENGTH}
    assert [each.kind for each in shown.to_do] == [Kind.STRENGTH]


def test_an_empty_log_asks_for_nothing_and_shows_nothing(tmp_path, clock):
    fill(tmp_path / "log.db", clock, [])
    with Logbook.open(tmp_path / "log.db", clock) as log:
        shown = overview(log, By.WEEK, 12, TODAY)
    assert (shown.count, shown.kept, shown.latest) == (0, None, ())


async def test_new_records_are_those_that_beat_something_lately(tmp_path, clock):
    location, long_ago, lately = tmp_path / "log.db", TODAY - timedelta(days=60), TODAY - timedelta(days=2)
    first = strength(1, long_ago)
    lighter = replace(first, sets=tuple(replace(each, load=each.load and Load(50)) for each in first.sets))
    fill(location, clock, [lighter, run(2, long_ago), strength(3, lately), run(4, TODAY, km=9.0)])
    thread = LogbookThread(lambda: Logbook.open(location, clock))
    reading = asyncio.create_task(read_records(thread, TODAY))
    await asyncio.sleep(0)
    await thread.ask(Logbook.athlete)
    assert not reading.done()  # what a key asks meanwhile does not wait for all lifts
    found = records_line(await reading)
    assert found.line.figure.value == "2 new ones"
    assert [(one.name, one.value) for one in found.beside] == [("Longest", "9 km"), ("Barbell back squat", "80 kg")]
    behind = await thread.ask(lambda log: log.search.lines(log.search.parse(found.line.figure.behind)))
    assert [each.local_date for each in behind] == [TODAY, lately]
    assert definitions()[found.line.figure.definition].meaning
    for day in (long_ago, TODAY + timedelta(days=40)):  # done for the first time, and long ago
        told = records_line(await read_records(thread, day))
        assert (told.line.figure.value, told.beside) == ("no new one", ())
    await thread.close()
