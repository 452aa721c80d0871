"""The balance part of the strength tab: tonnage, push and pull, one leg, core, left and right. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hybridtui.domain.dates import dated, lately
from hybridtui.domain.evenness import SQUAT_HINGE, even
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.lifting.page import Focus, LiftingPage, OneSided
from hybridtui.domain.lifting.sides import LASTING, SideGap, lasting_gap
from hybridtui.domain.query.writing import COUNTED, of_exercise
from hybridtui.domain.units import decimal, round_half_up
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.small import Reach, sparkline
from hybridtui.ui.history.figure_list import FigureLine
from hybridtui.ui.history.strength_balance_charts import (
    PUSH_PULL,
    SQUAT_AND_HINGE,
    Counted,
    counts,
    gap_chart,
    pair_chart,
    push_pull_chart,
    ratios,
    share_chart,
    tonnage_chart,
)
from hybridtui.ui.history.strength_words import (
    Section,
    Told,
    in_unit,
    percent,
    sessions_between,
    sessions_of,
    sets,
    weight,
)

TREND = 10
"""Cells of a sparkline."""


def balance(page: LiftingPage) -> Section:
    """Return how the work shares out, and what was not done lately."""
    told = [_tonnage(page), _push_pull(page), _squat_hinge(page), _single_leg(page), _core(page)]
    told += [_sides(page, each) for each in page.one_sided if each.gaps]
    told += [_focus(page, each) for each in page.focus]
    return Section(heading="Balance", note=f"of {_stretch(page)}", told=tuple(told))


def _stretch(page: LiftingPage) -> str:
    count = len(page.recent_periods)
    return f"the newest {count} {page.by}s" if count > 1 else f"this {page.by}"


def _sessions(page: LiftingPage) -> str:
    return sessions_between(page.recent_periods[0].first, page.recent_periods[-1].last, "sets>0")


def _tonnage(page: LiftingPage) -> Told:
    now = page.tonnage_kg[-1]
    figure = Figure(
        definition="strength.tonnage",
        name="Tonnage",
        value=UNKNOWN if now is None else _thousands(now, page),
        note=f"this {page.by} so far",
        behind=sessions_of(page.periods[-1], "sets>0"),
    )
    return _line(figure, page.tonnage_kg, partial(tonnage_chart, page))


def _thousands(kg: float, page: LiftingPage) -> str:
    return f"{round_half_up(in_unit(kg, page.unit)):,.0f} {page.unit}" if kg else weight(0, page.unit)


def _line(figure: Figure, values: tuple[float | None, ...], chart: Callable[[], ChartData]) -> Told:
    glance = sparkline(values if any(values) else (), TREND, "$accent", Reach.ZERO)
    return Told(line=FigureLine(figure=figure, glance=glance), chart=chart)


def _push_pull(page: LiftingPage) -> Told:
    recent = page.recent
    figure = _ratio(
        page, "push_pull", ("Push", recent.push), ("pull", recent.pull), page.push_pull,
        holds=even(recent.push, recent.pull, page.push_pull),
    )  # fmt: skip
    return _line(figure, ratios(page, *PUSH_PULL), partial(push_pull_chart, page))


def _squat_hinge(page: LiftingPage) -> Told:
    recent = page.recent
    # A bridge may stand in for a hinge: either way of counting may be even, as in the plan.
    holds = any(even(recent.squat, hinges, SQUAT_HINGE) for hinges in (recent.hinge, recent.hinge + recent.bridge))
    figure = _ratio(page, "squat_hinge", ("Squat", recent.squat), ("hinge", recent.hinge), SQUAT_HINGE, holds=holds)
    chart = partial(pair_chart, page, "squat_hinge", ("Squat", "hinge"), SQUAT_AND_HINGE)
    return _line(figure, ratios(page, *SQUAT_AND_HINGE), chart)


def _ratio(
    page: LiftingPage,
    id_: str,
    one: tuple[str, float],
    other: tuple[str, float],
    limits: tuple[float, float],
    *,
    holds: bool,
) -> Figure:
    (name, first), (beside, second) = one, other
    low, high = limits
    aim = f"{decimal(low)}-{decimal(high)}"
    if not first or not second:
        value, note = UNKNOWN, f"{sets(first)} {name.lower()}, {sets(second)} {beside}"
    else:
        lead = name.lower() if first > second else beside
        value, note = decimal(first / second), f"even, aim {aim}" if holds else f"more {lead} ({aim})"
    return Figure(
        definition=f"strength.{id_}",
        name=f"{name} : {beside}",
        value=value,
        note=note,
        made=(f"{sets(first)} {name.lower()} sets / {sets(second)} {beside} sets in {_stretch(page)}",),
        behind=_sessions(page),
    )


def _single_leg(page: LiftingPage) -> Told:
    recent = page.recent
    return _share(page, "single_leg", "Single-leg", recent.single_leg_share, (recent.single_leg, recent.legs),
                  ("leg", lambda of: of.single_leg, lambda of: of.legs))  # fmt: skip


def _core(page: LiftingPage) -> Told:
    recent = page.recent
    return _share(page, "core", "Core", recent.core_share, (recent.core, recent.sets),
                  ("", lambda of: of.core, lambda of: of.sets))  # fmt: skip


def _share(
    page: LiftingPage,
    id_: str,
    name: str,
    share: float | None,
    counts: tuple[float, float],
    counted: tuple[str, Counted, Counted],
) -> Told:
    of, part, whole = counted
    kind = f"{of} sets" if of else "sets"
    figure = Figure(
        definition=f"strength.{id_}",
        name=name,
        value=UNKNOWN if share is None else percent(share),
        note=f"no {kind} yet" if share is None else f"{sets(counts[0])} of {sets(counts[1])} {kind}",
        made=(f"{sets(counts[0])} of {sets(counts[1])} working {kind} in {_stretch(page)}",),
        behind=_sessions(page),
    )
    return _line(figure, ratios(page, part, whole), partial(share_chart, page, id_, name, part, whole))


def _sides(page: LiftingPage, one: OneSided) -> Told:
    newest, hint = one.gaps[-1], lasting_gap(one.gaps)
    if hint is not None:
        note = f"{hint} weaker {LASTING} times: begin with it"
    elif newest.weaker is None:
        note = "even"
    else:
        note = f"{newest.weaker} less, {lately(newest.day, page.today)}"
    figure = Figure(
        definition="strength.sides",
        name=f"L/R {one.exercise.name}",
        value=percent(newest.gap),
        note=note,
        made=tuple(_how(gap) for gap in one.gaps[-LASTING:]),
        behind=f"{of_exercise(one.exercise.id)} and since={one.gaps[-LASTING:][0].day} and until={newest.day} "
        f"and {COUNTED}",
    )
    chart = gap_chart(page, one, note)
    return _line(figure, chart.series[0].values, lambda: chart)


def _how(gap: SideGap) -> str:
    left, right = decimal(gap.left, 1), decimal(gap.right, 1)
    return f"{dated(gap.day)}: left {left}, right {right} {gap.unit}: {percent(gap.gap)}"


_FOCUS: dict[str, tuple[str, Counted, Counted]] = {
    "Single leg": ("single_leg", lambda of: of.single_leg, lambda of: of.legs),
    "Calves": ("calves", lambda of: of.calves, lambda of: of.sets),
    "Core": ("core", lambda of: of.core, lambda of: of.sets),
}


def _focus(page: LiftingPage, one: Focus) -> Told:
    id_, part, whole = _FOCUS[one.name]
    figure = Figure(
        definition="strength.focus",
        name=f"{one.name} last",
        value=UNKNOWN if one.last is None else f"{(page.today - one.last).days} d ago",
        note="not within a year" if one.last is None else dated(one.last),
        made=() if one.last is None else (f"{dated(one.last)} is {(page.today - one.last).days} days ago",),
        behind="" if one.last is None else f"day={one.last.isoformat()} and sets>0 and {COUNTED}",
    )
    return _line(figure, counts(page, part), partial(share_chart, page, id_, one.name, part, whole))
