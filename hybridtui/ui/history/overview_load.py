"""The load in the overview: both sports together, and each beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from hybridtui.domain.dates import short_day
from hybridtui.domain.figures import Figure
from hybridtui.domain.load_models import USUAL_DAYS
from hybridtui.domain.loads import wording
from hybridtui.domain.query.writing import COUNTED, WITH_OTHER, WITH_RUNNING, WITH_STRENGTH, behind, between
from hybridtui.domain.units import round_half_up
from hybridtui.ui import look
from hybridtui.ui.history.figure_list import NOTHING, FigureLine
from hybridtui.ui.history.overview_line import OverviewLine
from hybridtui.ui.widgets.share_bar import share_bar

if TYPE_CHECKING:
    from hybridtui.domain.loads.state import LoadState
    from hybridtui.ui.overview import Overview

NOTE = 42
"""Cells that there are for a note on a narrow screen."""


def load_line(page: Overview, bar: int, room: int) -> OverviewLine:
    """Return the load of both sports together, that of each beside it in so many cells."""
    now = page.now
    both = now.run_load_au + now.strength_load_au
    whole = both + now.other_load_au
    beside = [
        _load_of("run", now.run_load_au, now.run_load_estimated_au, behind(now.period, WITH_RUNNING, COUNTED)),
        _load_of("strength", now.strength_load_au, now.strength_load_estimated_au,
                 behind(now.period, WITH_STRENGTH, COUNTED)),
    ]  # fmt: skip
    if now.other_load_au:
        beside.append(
            _load_of("other", now.other_load_au, now.other_load_estimated_au, behind(now.period, WITH_OTHER, COUNTED))
        )
    parts = " + ".join(f"{one.name} {one.value}" for one in beside)
    told = [f"{one.name} {one.value.removesuffix(' AU')}" for one in beside]
    estimated = f"{now.sessions_estimated} of {look.count(now.sessions, 'session')} estimated"
    if now.sessions_estimated:
        told.append(f"{now.sessions_estimated} of {now.sessions} estimated")
    if now is page.week and page.load is not None and page.load.usual_au is not None:
        beside.append(_usual(page.load, page.load.usual_au))
        told.append(f"usual {round_half_up(page.load.usual_au):,.0f}")
    figure = Figure(
        definition="load.together",
        name="load",
        value=wording.au(whole, estimated=now.sessions_estimated > 0),
        note=_fitted(told, room),
        made=(parts, *((estimated,) if now.sessions else ())),
        behind=behind(now.period, "load>0", COUNTED),
    )
    glance = share_bar(now.run_load_au / both, bar) if both else NOTHING
    return OverviewLine(FigureLine(figure=figure, sign=" ", glance=glance), tuple(beside))


def _fitted(told: Sequence[str], room: int) -> str:
    """Join what fits: the ~ of each side says what is estimated, where there is no room for how many."""
    note = told[0]
    for part in told[1:]:
        longer = f"{note}{look.DOT}{part}"
        note = longer if len(longer) <= room else note
    return note


def _usual(load: LoadState, usual_au: float) -> Figure:
    """Return what a usual week holds, of which the last seven days are a part."""
    until = short_day(load.day)
    made = f"a quarter of the load of the {USUAL_DAYS} days to {until}; the last 7 of them: {wording.au(load.week_au)}"
    return Figure(
        definition="load.usual",
        name="usual week",
        value=wording.au(usual_au),
        made=(made,),
        behind=between(load.day - timedelta(days=USUAL_DAYS - 1), load.day, "load>0", COUNTED),
    )


def _load_of(name: str, au: float, estimated_au: float, sessions: str) -> Figure:
    made = (f"{round_half_up(estimated_au):,.0f} of {round_half_up(au):,.0f} AU estimated",) if estimated_au else ()
    return Figure(
        definition=f"load.{name}",
        name=name,
        value=wording.au(au, estimated=estimated_au > 0),
        made=made,
        behind=sessions,
    )
