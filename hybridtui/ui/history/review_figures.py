"""The numbers beside a review, as groups of lines. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from hybridtui.domain.days.adherence import SideKept
from hybridtui.domain.figures import Figure
from hybridtui.domain.loads import figures as loads
from hybridtui.domain.review import figures
from hybridtui.domain.review.month import MonthReview, WeekOfMonth
from hybridtui.domain.review.week import WeekReview
from hybridtui.domain.workout import Kind
from hybridtui.ui import look
from hybridtui.ui.charts.small import Mark, Part, bar
from hybridtui.ui.history.figure_list import NOTHING, FigureGroup, FigureLine
from hybridtui.ui.history.overview_line import done_bar

BAR = 6
"""Cells of a bar of what was done of what was planned."""

WEEKS_BAR = 6
"""Cells of the bar of a week of the month."""

_KINDS = {
    "days.run": Kind.RUN,
    "days.strength": Kind.STRENGTH,
    "load.run": Kind.RUN,
    "load.strength": Kind.STRENGTH,
    "load.other": Kind.OTHER,
}


def week_groups(review: WeekReview) -> tuple[FigureGroup, ...]:
    """Return the numbers of a week: against its plan, balance, load, and what the change rests on."""
    facts = review.facts
    sides = {"days.run": facts.kept.run, "days.strength": facts.kept.strength}
    done = [_line(each, _done(sides.get(each.definition), each)) for each in figures.against_plan(facts)]
    heading = "Done of what was planned" if facts.kept.planned else "Done, without a plan"
    stand = (*loads.fitness(facts.load)[::2], loads.usual(facts.load))
    return (
        FigureGroup(heading=heading, lines=tuple(done)),
        _group("Balance", figures.balance(facts)),
        _group("Load", loads.sports(facts.sums, facts.week), "session-RPE, AU"),
        _group("As of today" if facts.runs else "As of its end", stand),
        _group("Next week", (figures.one_change(facts),)),
        _group("Hard sets", figures.hard_sets(review)),
    )


def month_groups(review: MonthReview) -> tuple[FigureGroup, ...]:
    """Return the weeks of a month, a line each, and its loads."""
    facts = review.facts
    most = max((_minutes(each) for each in facts.weeks), default=0.0)
    weeks = tuple(_line(figures.week_of_month(each), _stacked(each, most)) for each in facts.weeks)
    return (
        FigureGroup(heading="Its weeks", lines=weeks, note="workouts kept · run share · load"),
        _group("Load of the month", loads.sports(facts.load.sums, facts.month), "session-RPE, AU"),
    )


def _group(heading: str, found: Sequence[Figure], note: str = "") -> FigureGroup:
    return FigureGroup(heading=heading, note=note, lines=tuple(_line(each) for each in found))


def _line(figure: Figure, glance: Content = NOTHING) -> FigureLine:
    kind = _KINDS.get(figure.definition)
    if kind is None:
        return FigureLine(figure=figure, sign=" ", glance=glance)
    return FigureLine(figure=figure, sign=look.sign(kind), colour=look.colour(kind), glance=glance)


def _done(side: SideKept | None, figure: Figure) -> Content:
    if side is None:
        return NOTHING
    return done_bar(side.done_s, side.planned_s, BAR, look.colour(_KINDS[figure.definition]))


def _stacked(week: WeekOfMonth, most: float) -> Content:
    parts = (
        Part(week.totals.run_s, look.colour(Kind.RUN)),
        Part(week.totals.strength_s, look.colour(Kind.STRENGTH), Mark.DOUBLE),
    )
    return bar(parts, WEEKS_BAR, of=most) if most else NOTHING


def _minutes(week: WeekOfMonth) -> float:
    return week.totals.run_s + week.totals.strength_s
