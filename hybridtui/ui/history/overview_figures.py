"""The numbers of the overview: a line each, and what stands beside them as figures of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from hybridtui.domain.balance import run_percent, split
from hybridtui.domain.calendar import By
from hybridtui.domain.dates import short_day
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.history import Totals
from hybridtui.domain.query.writing import (
    COUNTED,
    WITH_EITHER,
    WITH_OTHER,
    WITH_RUNNING,
    WITH_STRENGTH,
    behind,
    between,
)
from hybridtui.domain.units import Load, round_half_up
from hybridtui.domain.workout import Kind
from hybridtui.ui import look
from hybridtui.ui.charts.series import MEAN_WEEKS, Band
from hybridtui.ui.history.figure_list import NOTHING, FigureGroup, FigureLine
from hybridtui.ui.widgets.share_bar import share_bar

if TYPE_CHECKING:
    from hybridtui.domain.loads.state import LoadState
    from hybridtui.ui.overview import Overview


SHORT_BAR, NOTE = 30, 42
"""Cells of a bar on a screen up to 100 wide, and of the note that there is room for beside it."""


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """A line, and the figures in its note."""

    line: FigureLine
    beside: tuple[Figure, ...] = ()


def overview_lines(page: Overview, bar: int) -> tuple[OverviewLine, ...]:
    """Return the lines of the week or month that runs, with bars of so many cells."""
    return tuple(_lines(page, bar))


def overview_group(page: Overview, lines: Sequence[OverviewLine]) -> FigureGroup:
    """Return the lines under the name of their week or month."""
    heading = f"This {page.now.period.by}"
    return FigureGroup(heading=heading, note=page.period_in_words, lines=tuple(one.line for one in lines))


def _lines(page: Overview, bar: int) -> Iterator[OverviewLine]:
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
    yield _load(page, bar)
    if page.kept is not None and page.kept.planned and now is page.week:
        yield _rest(page)


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
        told = f"{Load(now.tonnage_kg).to(unit).value:,.0f} {unit}"
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


def _load(page: Overview, bar: int) -> OverviewLine:
    now = page.now
    both = now.run_load_au + now.strength_load_au
    whole = both + now.other_load_au
    beside = [
        _load_of("run", now.run_load_au, now.run_load_estimated_au, behind(now.period, WITH_RUNNING, COUNTED)),
        _load_of("strength", now.strength_load_au, now.strength_load_estimated_au,
                 behind(now.period, WITH_STRENGTH, COUNTED)),
    ]  # fmt: skip
    if now.other_load_au:
        beside.append(_load_of("other", now.other_load_au, 0.0, behind(now.period, WITH_OTHER, COUNTED)))
    parts = " + ".join(f"{one.name} {one.value}" for one in beside)
    note = look.DOT.join(f"{one.name} {one.value.removesuffix(' AU')}" for one in beside)
    estimated = f"{now.sessions_estimated} of {look.count(now.sessions, 'session')} estimated"
    if now.sessions_estimated:
        note += f"{look.DOT}{now.sessions_estimated} of {now.sessions} estimated"
    if now is page.week and page.load is not None and page.load.usual_au is not None:
        beside.append(_usual(page.load, page.load.usual_au))
        usual = f"{look.DOT}usual {round_half_up(page.load.usual_au):,.0f}"
        note += usual if len(note + usual) <= NOTE or bar > SHORT_BAR else ""
    figure = Figure(
        definition="load.together",
        name="load",
        value=_au(whole, now.sessions_estimated),
        note=note,
        made=(parts, *((estimated,) if now.sessions else ())),
        behind=behind(now.period, "load>0", COUNTED),
    )
    glance = share_bar(now.run_load_au / both, bar) if both else NOTHING
    return OverviewLine(FigureLine(figure=figure, sign=" ", glance=glance), tuple(beside))


def _usual(load: LoadState, usual_au: float) -> Figure:
    """Return what a usual week holds, of which the last seven days are a part."""
    until = short_day(load.day)
    made = f"a quarter of the load of the 28 days to {until}; the last 7 of them: {_au(load.week_au, 0)}"
    return Figure(
        definition="load.usual",
        name="usual week",
        value=_au(usual_au, 0),
        made=(made,),
        behind=between(load.day - timedelta(days=27), load.day, "load>0", COUNTED),
    )


def _load_of(name: str, au: float, estimated_au: float, sessions: str) -> Figure:
    made = (f"{round_half_up(estimated_au):,.0f} of {round_half_up(au):,.0f} AU estimated",) if estimated_au else ()
    return Figure(definition=f"load.{name}", name=name, value=_au(au, estimated_au), made=made, behind=sessions)


def _au(au: float, estimated: float) -> str:
    """Write a load; ``~`` where sessions without a rating are part of it."""
    return f"{'~' if estimated else ''}{round_half_up(au):,.0f} AU"


def _rest(page: Overview) -> OverviewLine:
    kept = page.kept
    assert kept is not None  # noqa: S101 - asked for with one only
    figure = Figure(
        definition="days.rest",
        name="rest",
        value=f"{kept.rest_kept} of {kept.rest_planned} kept" if kept.rest_planned else "none yet",
        note="planned rest counts as kept",
        made=(f"{look.count(kept.rest_planned, 'planned rest day')} past, {kept.rest_kept} of them rested",),
    )
    return OverviewLine(FigureLine(figure=figure, sign=look.REST_SIGN, colour="$success"))


def done_bar(done: float, planned: float | None, cells: int, colour: str = "$foreground") -> Content:
    """Draw done against planned; nothing planned, nothing to draw."""
    if not planned:
        return NOTHING
    full = min(cells, int(round_half_up(cells * done / planned)))
    return Content.assemble(("━" * full, colour), ("━" * (cells - full), "$foreground 20%"))


def _of_planned(minutes: float, planned: float | None) -> str:
    return _min(minutes) if not planned else f"{round_half_up(minutes):.0f} of {_min(planned)}"


def _min(minutes: float) -> str:
    return f"{round_half_up(minutes):,.0f} min"


def _of_several(totals: Sequence[Totals]) -> str:
    return between(totals[0].period.first, totals[-1].period.last, WITH_EITHER, COUNTED)
