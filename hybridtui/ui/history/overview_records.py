"""The newest records in the overview: what was lately more, or faster, than ever before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.figures import Figure
from hybridtui.ui import look
from hybridtui.ui.history.figure_list import FigureLine
from hybridtui.ui.history.overview_line import OverviewLine

if TYPE_CHECKING:
    from hybridtui.domain.lifting.records import Record
    from hybridtui.domain.mileage.bests import Best
    from hybridtui.logbook import Logbook
    from hybridtui.ui.logbook_thread import LogbookThread

NOT_YET = "…"
"""In place of what is still being read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecords:
    """The records of the last four weeks that beat something, as of a day."""

    today: date
    athlete: Athlete
    lifts: tuple[Record, ...]
    runs: tuple[Best, ...]
    names: Mapping[str, str]
    """Of the exercises, by their ids."""


async def read_records(thread: LogbookThread, today: date) -> NewRecords:
    """Read which records are new: it takes a look at all sets and runs there ever were of what was done lately.

    Each exercise is a question of its own, so that what is asked by a key meanwhile waits for one of them only.
    """
    found: list[Record] = []
    for exercise in await thread.ask(lambda book: book.lifting.trained_lately(today)):
        record = await thread.ask(partial(_newest, exercise=exercise, today=today))
        found += [record] if record is not None else []
    runs = await thread.ask(lambda book: book.mileage.newest(today))
    return await thread.ask(lambda book: _named(book, today, found, runs))


def _newest(book: Logbook, exercise: str, today: date) -> Record | None:
    return book.lifting.newest(exercise, today)


def _named(book: Logbook, today: date, found: Sequence[Record], runs: tuple[Best, ...]) -> NewRecords:
    from hybridtui.logbook.lifting import told_first

    known = book.exercises() if found else {}
    return NewRecords(
        today=today,
        athlete=book.athlete() or Athlete(),
        lifts=tuple(sorted(found, key=told_first)),
        runs=runs,
        names={each.exercise: known[each.exercise].name for each in found if each.exercise in known},
    )


def records_line(found: NewRecords | None) -> OverviewLine:
    """Return the line of the newest records, each a figure beside it; None: they are still being read."""
    figures = () if found is None else tuple(figure for _, figure in sorted(_dated(found), key=_newest_first))
    value = NOT_YET if found is None else look.count(len(figures), "new one") if figures else "no new one"
    line = Figure(
        definition="records.new",
        name="records",
        value=value,
        note=look.DOT.join(f"{figure.name} {figure.value}" for figure in figures),
        made=tuple(f"{figure.name} {figure.value}: {figure.note}" for figure in figures),
        behind=" or ".join(dict.fromkeys(f"({figure.behind})" for figure in figures)),
    )
    return OverviewLine(FigureLine(figure=line, sign=look.BEST_SIGN if figures else " "), figures)


def _dated(found: NewRecords) -> Iterator[tuple[date, Figure]]:
    if found.lifts:
        from hybridtui.ui.history.strength_lifts import record_figure

        for record in found.lifts:
            name = found.names.get(record.exercise, record.exercise)
            yield record.day, record_figure(record, name, found.athlete.weight_unit, found.today, new=True)
    if found.runs:
        from hybridtui.ui.history.running_fitness import best_figure

        for best in found.runs:
            yield best.stretch.day, best_figure(best, found.athlete.distance_unit, found.today)


def _newest_first(dated: tuple[date, Figure]) -> int:
    return -dated[0].toordinal()
