"""The numbers of the overview: a line each, and what stands beside them as figures of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hybridtui.domain.balance import run_percent, split
from hybridtui.domain.calendar import By
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.history import Totals
from hybridtui.domain.query.writing import (
    COUNTED,
    WITH_EITHER,
    WITH_OTHER,
    behind,
    between,
)
from hybridtui.domain.units import Load, round_half_up
from hybridtui.domain.workout import Kind
from hybridtui.ui import look
from hybridtui.ui.charts.series import MEAN_WEEKS, Band
from hybridtui.ui.history.figure_list import NOTHING, FigureGroup, FigureLine
from hybridtui.ui.history.overview_line import OverviewLine, done_bar
from hybridtui.ui.history.overview_load import NOTE, load_line
from hybridtui.ui.history.overview_records import records_line
from hybridtui.ui.widgets.share_bar import share_bar

if TYPE_CHECKING:
    from hybridtui.domain.days import WeekKept
    from hybridtui.ui.history.overview_records import NewRecords
    from hybridtui.ui.overview import Overview


def overview_lines(
    page: Overview, bar: int, room: int = NOTE, records: NewRecords | None = None
) -> tuple[OverviewLine, ...]:
    """Return the lines of the week or month that runs, with bars and notes of so many cells, and the newest records."""
    return (*_lines(page, bar, room), records_line(records))


def overview_group(page: Overview, lines: Sequence[OverviewLine]) -> FigureGroup:
    """Return the lines under the name of their week or month."""
    heading = f"This {page.now.period.by}"
    return FigureGroup(heading=heading, note=page.period_in_words, lines=tuple(one.line for one in lines))


def _lines(page: Overview, bar: int, room: int) -> Iterator[OverviewLine]:
    now = page.now
    yield _sport(page, Kind.RUN, now.run_minutes, now.planned_run_s, bar)
    yield _sport(page, Kind.STRENGTH, now.strength_minutes, now.planned_strength_s, bar)
    if now.other_s:
        yield OverviewLine(
            FigureLine(
                figure=Figure(
                    definition="minutes.other",
                    name="other",
                    value=_min(now.other_s / 60),
                    note="not part of the balance",
                    behind=behind(now.period, WITH_OTHER, COUNTED),
                ),
                sign=look.sign(Kind.OTHER),
                colour=look.colour(Kind.OTHER),
            )
        )
    yield _together(page, bar)
    yield _share(page, bar)
    yield load_line(page, bar, room)
    if page.kept is not None and page.kept.planned and now is page.week:
        yield _rest(page.kept)


def _sport(page: Overview, kind: Kind, minutes: float, planned_s: float | None, bar: int) -> OverviewLine:
    condition = f"{kind}>0"
    sessions = behind(page.now.period, condition, COUNTED)
    beside = _of_runs(page, sessions) if kind is Kind.RUN else _of_strength(page, sessions)
    planned = None if planned_s is None else planned_s / 60
    number = page.now.runs if kind is Kind.RUN else page.now.strength_sessions
    side = "running" if kind is Kind.RUN else "strength"
    made = [f"{look.count(number, 'session')} with {side}: {_min(minutes)}"]
    if planned is not None:
        made.append(f"the plan asks for {_min(planned)} of {side}")
    figure = Figure(
        definition=f"minutes.{kind}",
        name=look.word(kind),
        value=_of_planned(minutes, planned),
        note=look.DOT.join(one.value for one in beside),
        made=tuple(made),
        behind=sessions,
    )
    glance = done_bar(minutes, planned, bar, look.colour(kind))
    return OverviewLine(
        FigureLine(figure=figure, sign=look.sign(kind), colour=look.colour(kind), glance=glance), tuple(beside)
    )


def _of_runs(page: Overview, sessions: str) -> list[Figure]:
    now = page.now
    found = [Figure(definition="count.sessions", name="runs", value=look.count(now.runs, "run"), behind=sessions)]
    if now.run_m:
        told = look.distance(now.run_m, page.athlete.distance_unit)
        found.append(Figure(definition="count.distance", name="run distance", value=told, behind=sessions))
    return found


def _of_strength(page: Overview, sessions: str) -> list[Figure]:
    now, unit = page.now, page.athlete.weight_unit
    found = [Figure(definition="count.sets", name="sets", value=look.count(now.sets, "set"), behind=sessions)]
    if now.tonnage_kg:
        told = f"{round_half_up(Load(now.tonnage_kg).to(unit).value):,.0f} {unit}"
        found.append(Figure(definition="count.tonnage", name="tonnage", value=told, behind=sessions))
    return found


def _together(page: Overview, bar: int) -> OverviewLine:
    now, kept = page.now, page.kept
    sessions = behind(now.period, WITH_EITHER, COUNTED)
    planned_s = (now.planned_run_s, now.planned_strength_s)
    planned = None if planned_s == (None, None) else sum(each or 0.0 for each in planned_s) / 60
    done = now.run_minutes + now.strength_minutes
    beside = [
        Figure(
            definition="count.sessions",
            name="sessions",
            value=look.count(now.sessions, "session"),
            behind=behind(now.period, COUNTED),
        )
    ]
    if kept is not None and kept.workouts and now is page.week:
        made = (f"{kept.kept} done, {len(kept.missed)} not done, {kept.due} to come",)
        value = f"{kept.kept} of {kept.workouts} planned done"
        beside.append(Figure(definition="days.kept", name="planned workouts", value=value, made=made, behind=sessions))
    figure = Figure(
        definition="minutes.together",
        name="together",
        value=_of_planned(done, planned),
        note=look.DOT.join(one.value for one in beside),
        made=(f"{_min(now.run_minutes)} run + {_min(now.strength_minutes)} strength = {_min(done)}",),
        behind=sessions,
    )
    return OverviewLine(FigureLine(figure=figure, sign=" ", glance=done_bar(done, planned, bar)), tuple(beside))


def _share(page: Overview, bar: int) -> OverviewLine:
    now, target = page.now, page.athlete.balance
    four = page.totals[-MEAN_WEEKS:]
    run, both = sum(one.run_s for one in four), sum(one.run_s + one.strength_s for one in four)
    beside = []
    if both and len(four) > 1:
        beside.append(
            Figure(
                definition="balance.four",
                name=f"run share of {len(four)} {now.period.by}s",
                value=run_percent(run / both),
                made=(f"{run / 60:,.0f} / ({run / 60:,.0f} + {(both - run) / 60:,.0f}) min = {run / both:.1%}",),
                behind=_of_several(four),
            )
        )
    note = f"target {split(target)}"
    if beside:
        note += f"{look.DOT}{len(four)} {'wk' if now.period.by is By.WEEK else 'mo'} {beside[0].value}"
    share = now.run_share
    made = [f"your target is {split(target)}; a single week may lie at {Band(target)} % run"]
    if share is not None:
        told = f"{now.run_minutes:,.0f} / ({now.run_minutes:,.0f} + {now.strength_minutes:,.0f}) min = {share:.1%}"
        made.insert(0, told)
    figure = Figure(
        definition="balance.share",
        name="run share",
        value=UNKNOWN if share is None else run_percent(share),
        note="none yet" + look.DOT + note if share is None else note,
        made=tuple(made),
        behind=behind(now.period, WITH_EITHER, COUNTED),
    )
    glance = share_bar(share, bar) if share is not None else NOTHING
    return OverviewLine(FigureLine(figure=figure, sign=" ", glance=glance), tuple(beside))


def _rest(kept: WeekKept) -> OverviewLine:
    figure = Figure(
        definition="days.rest",
        name="rest",
        value=f"{kept.rest_kept} of {kept.rest_planned} kept" if kept.rest_planned else "none yet",
        note="planned rest counts as kept",
        made=(f"{look.count(kept.rest_planned, 'planned rest day')} past, {kept.rest_kept} of them rested",),
    )
    return OverviewLine(FigureLine(figure=figure, sign=look.REST_SIGN, colour="$success"))


def _of_planned(minutes: float, planned: float | None) -> str:
    return _min(minutes) if not planned else f"{round_half_up(minutes):.0f} of {_min(planned)}"


def _min(minutes: float) -> str:
    return f"{round_half_up(minutes):,.0f} min"


def _of_several(totals: Sequence[Totals]) -> str:
    return between(totals[0].period.first, totals[-1].period.last, WITH_EITHER, COUNTED)
