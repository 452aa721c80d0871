"""Every number of every tab leads to its sessions: what is a sum is theirs, what is one of them is among them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from statistics import mean, stdev

import pytest

from hybridtui.domain import totals
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.definitions import definitions
from hybridtui.domain.e1rm import of_set
from hybridtui.domain.loads import figures as loads
from hybridtui.domain.session import Source
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.ui.history import running_fitness, running_weeks
from hybridtui.ui.history.calendar_figures import figures_of
from hybridtui.ui.history.calendar_words import Units
from hybridtui.ui.history.review_figures import month_groups, week_groups
from hybridtui.ui.history.strength import sections_of
from tests.conftest import FixedClock
from tests.stories.conftest import PLAN
from tests.stories.logged import fill, run, strength

TODAY = date(2026, 3, 4)
"""A Wednesday, the fourth day of a month that began on a Sunday."""
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Nine weeks of both sports, a session of both, another sport, and a run that came in twice."""
    clock = FixedClock()
    location = tmp_path_factory.mktemp("traced") / "log.db"
    sessions = [strength(n, TODAY - 2 * n * DAY) for n in range(1, 30)]
    sessions += [run(100 + n, TODAY - (3 * n + 1) * DAY, km=5 + n % 4) for n in range(20)]
    both = replace(strength(50, TODAY - DAY), kind=Kind.HYBRID, run_s=900.0, strength_s=1800.0, rpe=None)
    ride = replace(strength(51, TODAY - 2 * DAY), kind=Kind.OTHER, sport="cycling", sets=(), strength_s=0.0)
    again = replace(run(52, TODAY - DAY, km=5), source=Source.STRONG)
    fill(location, clock, [*sessions, totals.with_totals(both), totals.with_totals(ride), again])
    with Logbook.open(location, clock) as log:
        log.plans.adopt(PLAN)
        yield log


def strength_tab(book, by):
    page = book.lifting.page(by, 12, TODAY)
    return [told.line.figure for section in sections_of(page) for told in section.told]


def running_tab(book, by):
    page = book.mileage.page(by, 12, TODAY)
    sections = [*running_weeks.sections(page), *running_fitness.sections(page)]
    return [told.figure for section in sections for told in section.told]


def load_tab(book, by):
    page = book.loads.page(by, 12, TODAY)
    sports = loads.sports(page.current.sums, page.current.period)
    return [*sports, *loads.fitness(page.now), loads.usual(page.now), *loads.spread(page.settled)]


def review_tab(book, by):
    reviewed = range(3)
    if by is By.WEEK:
        groups = [group for n in reviewed for group in week_groups(book.reviews.week(TODAY - 7 * n * DAY))]
    else:
        groups = [group for n in reviewed for group in month_groups(book.reviews.month(TODAY - 30 * n * DAY))]
    return [line.figure for group in groups for line in group.lines]


def calendar_tab(book, by):
    page = book.days.page(Week.of(TODAY).plus(-8), Week.of(TODAY))
    weeks = {week.week: week for week in page.weeks}
    days = [day for day in page.days if day.day <= TODAY]
    return [figure for day in days for figure in figures_of(day, weeks[Week.of(day.day)], (), Units())]


TABS = (strength_tab, running_tab, load_tab, review_tab, calendar_tab)


def run_minutes(lines):
    return sum(line.run_s for line in lines) / 60


def strength_minutes(lines):
    return sum(line.strength_s for line in lines) / 60


def load(lines, part="total_s"):
    return sum(line.load_au * getattr(line, part) / line.total_s for line in lines)


def share(run, strength):
    return 100 * run / (run + strength)


def long_share(lines):
    return 100 * max(line.run_s for line in lines if line.kind is Kind.RUN) / sum(line.run_s for line in lines)


def monotony(lines):
    days = defaultdict(float)
    for line in lines:
        days[line.local_date] += line.load_au
    daily = [*days.values(), *[0.0] * (7 - len(days))]
    return mean(daily) / stdev(daily)


SUMS = {
    "minutes.run": run_minutes,
    "days.run": run_minutes,
    "minutes.strength": strength_minutes,
    "days.strength": strength_minutes,
    "minutes.together": lambda lines: run_minutes(lines) + strength_minutes(lines),
    "days.day": lambda lines: sum(line.total_s for line in lines) / 60,
    "run.distance": lambda lines: sum(line.run_m for line in lines) / 1000,
    "run.sessions": len,
    "run.long": lambda lines: max(line.run_s for line in lines if line.kind is Kind.RUN) / 60,
    "run.long_share": long_share,
    "run.longest": lambda lines: max(line.run_m for line in lines) / 1000,
    "strength.tonnage": lambda lines: sum(line.tonnage_kg for line in lines),
    "load.run": lambda lines: load(lines, "run_s"),
    "load.strength": lambda lines: load(lines, "strength_s"),
    "load.other": load,
    "load.together": load,
    "load.share": lambda lines: share(load(lines, "run_s"), load(lines, "strength_s")),
    "load.monotony": monotony,
    "load.strain": lambda lines: load(lines) * monotony(lines),
    "balance.share": lambda lines: share(run_minutes(lines), strength_minutes(lines)),
    "balance.four": lambda lines: share(run_minutes(lines), strength_minutes(lines)),
}
"""What the sessions behind a figure come to, by its definition."""

NOT_OF_SESSIONS = {"days.rest", "review.change"}
"""What is told of the plan, or of the review itself."""


def number(value):
    """Read a value as it is shown: ``~1,188 AU``, ``1 h 41``, ``45 of 90 min``, ``Run, 45 min``."""
    hours = re.fullmatch(r"(\d+) h (\d+)", value)
    if hours:
        return 60 * float(hours[1]) + float(hours[2])
    return float(re.search(r"\d[\d,]*(\.\d+)?", value)[0].replace(",", ""))


def found(book, figure):
    return book.search.lines(book.search.parse(figure.behind), limit=1000) if figure.behind else ()


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("tab", TABS)
def test_the_sessions_behind_a_number_come_to_it(book, tab, by):
    seen = set()
    for figure in tab(book, by):
        assert figure.definition in definitions()
        seen.add(figure.definition)
        lines = found(book, figure)
        assert not any(line.same_as for line in lines), figure
        if figure.definition in SUMS and lines:
            told = number(figure.value)
            tenth = 0.051 if "." in figure.value else 0.51
            assert SUMS[figure.definition](lines) == pytest.approx(told, abs=tenth), figure
        elif figure.definition not in NOT_OF_SESSIONS and re.search(r"[1-9]", figure.value):
            assert lines, figure
    assert seen


@pytest.mark.parametrize("tab", [load_tab, review_tab])
def test_seven_days_and_the_four_weeks_they_are_told_against_are_behind_them(book, tab):
    told = [figure for figure in tab(book, By.WEEK) if figure.definition == "load.usual"]
    assert told
    for figure in told:
        lines = found(book, figure)
        last = date.fromisoformat(re.search(r"until=(\S+)", figure.behind)[1])
        newest = [line for line in lines if line.local_date > last - 7 * DAY]
        assert 4 * load(newest) / load(lines) == pytest.approx(number(figure.value), abs=0.006)


@pytest.mark.parametrize("by", By)
def test_an_estimated_maximum_is_that_of_the_best_set_behind_it(book, by):
    told = [each for each in strength_tab(book, by) if each.definition == "strength.e1rm" and each.value != "n/a"]
    assert told
    for figure in told:
        exercise = re.search(r"exercise=(\S+)", figure.behind)[1]
        sets = [one for line in found(book, figure) for one in book.history.session(line.id).sets]
        best = max(of_set(one).kg for one in sets if one.exercise == exercise)
        assert best == pytest.approx(number(figure.value), abs=0.51)
