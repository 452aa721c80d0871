"""The log as Hevy's CSV export: what other apps import as such. Source: formats.md 1.6, 1.14.

Newest first, in kilograms and kilometres, with English months. Starts and ends have minutes
only, so a length is rounded to them. Notes belong to an exercise there: a set with a note
of its own begins a new block of its exercise, numbered from 0 again. What the format cannot
hold besides is told in :mod:`hybridtui.formats.lifting.app_writing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from hybridtui.domain.session import Session, SetKind
from hybridtui.domain.units import whole_minutes
from hybridtui.formats.lifting.app_writing import Line, Titles, encoded, lines, number, sessions
from hybridtui.formats.writing import Exported, OutFile

NAME = "hevy.csv"

_HEADER = (
    *("title", "start_time", "end_time", "description", "exercise_title", "superset_id", "exercise_notes"),
    *("set_index", "set_type", "weight_kg", "reps", "distance_km", "duration_seconds", "rpe"),
)
_KINDS = {
    SetKind.WORKING: "normal",
    SetKind.WARMUP: "warmup",
    SetKind.FAILURE: "failure",
    SetKind.DROP: "dropset",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def write(exported: Exported) -> Iterator[OutFile]:
    """Make the one file."""
    yield OutFile(NAME, _parts(exported))


def _parts(exported: Exported) -> Iterator[bytes]:
    yield encoded([_HEADER])
    titles = Titles()
    oldest_first = [encoded(_rows(session, titles, exported)) for session in sessions(exported)]
    yield from reversed(oldest_first)


def _rows(session: Session, titles: Titles, exported: Exported) -> Iterator[tuple[str, ...]]:
    start = session.started.local.replace(second=0, microsecond=0)
    title = titles.of(start, session.title)
    end = start + timedelta(minutes=whole_minutes(session.total_s))
    block: _Block | None = None
    for line in lines(session, exported.exercises):
        block = block.next(line) if block is not None and block.goes_on(line) else _Block(line, line.note, 0)
        yield (title, _date(start), _date(end), session.note, line.exercise, "", block.note, *_numbers(block))


@dataclass(frozen=True, slots=True)
class _Block:
    """Sets of one exercise under one note, as far as the set that is written."""

    line: Line
    note: str
    index: int

    def goes_on(self, line: Line) -> bool:
        """Return whether a set belongs to it, too."""
        return line.exercise == self.line.exercise and not line.note

    def next(self, line: Line) -> _Block:
        """Return the block at its next set."""
        return _Block(line, self.note, self.index + 1)


def _numbers(block: _Block) -> tuple[str, ...]:
    line = block.line
    return (
        str(block.index),
        _KINDS[line.kind],
        number(line.kg),
        number(line.reps),
        number(line.km),
        number(line.seconds),
        number(line.rpe),
    )


def _date(when: datetime) -> str:
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}, {when:%H:%M}"
