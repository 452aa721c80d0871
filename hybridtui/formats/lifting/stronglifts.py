"""StrongLifts' CSV export. Source: formats.md 1.9.

A row is an exercise of a workout and holds its sets side by side: ``Set 1 (Reps)``,
``Set 1 (KG)`` ... The units stand in the header. A dash in the summary (``5/5/-``) is a set
that was not done, though its weight and 0 reps stand beside it; a 0 is one that failed.
What the body weighed comes with each row.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from hybridtui.domain import body_weight
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.flags import TIME_ASSUMED, ZONE_ASSUMED
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Source
from hybridtui.domain.text import clean, clean_note, some
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.formats import cells, limits
from hybridtui.formats.lifting import app_rows, app_tables
from hybridtui.formats.lifting.app_rows import WEIGHT_UNITS, Row
from hybridtui.formats.lifting.app_sessions import Heading
from hybridtui.formats.reading import Read, ReadOptions
from hybridtui.formats.tables import Header, Table, cell, plain

_DATE = re.compile(r"date \(([ymd]+)/([ymd]+)/([ymd]+)\)")
_SET = re.compile(r"set (\d{1,2}) \((\w+)\)")
_BODY = re.compile(r"body weight \((\w+)\)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\s*(?:([ap])\.?m\.?)?", re.ASCII)
_ALIKE = re.compile(r"(\d{1,2})\s*[×x]\s*(\S+)")
_NOT_DONE = {"", "-", "–", "−"}


def read(data: bytes, options: ReadOptions) -> Read:
    """Read an export.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    layout = _StrongLifts(table.header, options)
    least = (table.header.position("exercise") or 0) + 1
    found = app_tables.read(table, least, layout, options)
    return replace(found, weights=tuple(sorted(layout.weights.values(), key=lambda each: each.day)))


@dataclass(frozen=True, slots=True)
class _SetColumns:
    """Where one of the sets of a row stands."""

    reps: int | None
    weight: int | None
    unit: WeightUnit | None


class _StrongLifts:
    """What the rows of one file of StrongLifts' hold."""

    source = Source.STRONGLIFTS

    def __init__(self, header: Header, options: ReadOptions) -> None:
        self._options = options
        at = header.position
        self._date = _place(header, _DATE)
        order = _DATE.fullmatch(header.names[self._date]) if self._date is not None else None
        self._parts = [part[0] for part in order.groups()] if order is not None else ["y", "m", "d"]
        self._number, self._name, self._exercise = at("workout"), at("workout name"), at("exercise")
        self._summary, self._times, self._notes = at("sets×reps"), at("sets×time"), at("notes")
        self._hours, self._start = at("duration (hours)"), at("start time (h:mm)", "start time")
        self._body = _place(header, _BODY)
        self._body_in = _unit(header, self._body, options)
        self._sets = _sets(header, options)
        self._last_note: tuple[Hashable, str] = ("", "")
        self._odd_weights: dict[str, None] = {}
        self.weights: dict[date, BodyWeight] = {}

    def key(self, texts: Sequence[str]) -> Hashable:
        """Return day, number, start and name of the workout."""
        return tuple(cell(texts, at) for at in (self._date, self._number, self._start, self._name))

    def heading(self, texts: Sequence[str]) -> Heading:
        """Read start, name and length of the workout, and what the body weighed."""
        day = self._day(cell(texts, self._date))
        clock = _clock(cell(texts, self._start))
        name = cell(texts, self._name)
        started = app_tables.begun(day + (app_tables.NOON if clock is None else clock), self._options)
        hours = cells.number("the duration", cell(texts, self._hours))
        self._weigh(started.local_date, cell(texts, self._body))
        return Heading(
            started=started,
            key=f"{day:%Y-%m-%d}|{cell(texts, self._start).strip()}|{name.strip()}",
            title=clean(name) or "StrongLifts workout",
            seconds=round(limits.within("the duration", hours * 3600, limits.SECONDS, "s")) or None,
            flags=(ZONE_ASSUMED,) if clock is not None else (ZONE_ASSUMED, TIME_ASSUMED),
        )

    def rows(self, line: int, texts: Sequence[str]) -> Sequence[Row]:
        """Read the sets of a row; they bear its note once."""
        exercise = app_rows.exercise(cell(texts, self._exercise))
        found = self._repeated(line, texts, exercise) or self._timed(line, texts, exercise)
        said = (self.key(texts), clean_note(cell(texts, self._notes)))
        if found and said[1] and said != self._last_note:
            found[0] = replace(found[0], note=said[1])
        self._last_note = said
        return found

    def warnings(self) -> Iterator[str]:
        """Say which body weights cannot be."""
        if self._odd_weights:
            yield f"body weights that no person has were left out: {some(list(self._odd_weights))}"

    def _repeated(self, line: int, texts: Sequence[str], exercise: str) -> list[Row]:
        done = cell(texts, self._summary).split("/")
        found = []
        for number, columns in enumerate(self._sets):
            reps = cell(texts, columns.reps).strip()
            if reps in _NOT_DONE or (number < len(done) and done[number].strip() in _NOT_DONE - {""}):
                continue
            found.append(
                Row(
                    line=line,
                    exercise=exercise,
                    weight=app_rows.weight(cell(texts, columns.weight), columns.unit),
                    weight_unit=columns.unit,
                    reps=app_rows.reps(reps),
                )
            )
        return found

    def _timed(self, line: int, texts: Sequence[str], exercise: str) -> list[Row]:
        """Read sets that were held: ``3×30``, ``30/25/-`` in seconds, or minutes with a colon."""
        text = cell(texts, self._times).strip()
        alike = _ALIKE.fullmatch(text)
        parts = [alike[2]] * int(alike[1]) if alike is not None else text.split("/")
        held = [_held(part) for part in parts if part.strip() not in _NOT_DONE]
        return [Row(line=line, exercise=exercise, seconds=seconds) for seconds in held]

    def _day(self, text: str) -> datetime:
        numbers = text.strip().split("/")
        if len(numbers) != len(self._parts):
            raise cells.OddCellError(f"the date '{clean(text, 40)}' is not understood")
        told = dict(zip(self._parts, numbers, strict=True))
        return cells.local_time(f"{told.get('y', '')}-{told.get('m', '')}-{told.get('d', '')}")

    def _weigh(self, day: date, text: str) -> None:
        if self._body_in is None or not text.strip():
            return
        try:
            weight = Load(cells.number("the body weight", text), self._body_in)
            self.weights[day] = BodyWeight(day, body_weight.checked(weight))
        except (cells.OddCellError, Problem):
            self._odd_weights[clean(text, 40)] = None


def _place(header: Header, pattern: re.Pattern[str]) -> int | None:
    return next((at for at, name in enumerate(header.names) if pattern.fullmatch(name)), None)


def _unit(header: Header, at: int | None, options: ReadOptions) -> WeightUnit | None:
    """Return the unit that a column's name holds in brackets."""
    word = header.names[at].partition("(")[2].rstrip(")") if at is not None else ""
    return WEIGHT_UNITS.get(word) or options.weight_unit


def _sets(header: Header, options: ReadOptions) -> list[_SetColumns]:
    found: dict[int, dict[str, int]] = {}
    for at, name in enumerate(header.names):
        if (told := _SET.fullmatch(name)) is not None:
            found.setdefault(int(told[1]), {})["reps" if told[2] == "reps" else "weight"] = at
    return [
        _SetColumns(each.get("reps"), each.get("weight"), _unit(header, each.get("weight"), options))
        for _, each in sorted(found.items())
    ]


def _clock(text: str) -> timedelta | None:
    """Read ``10:56 PM`` or ``22:56``; None if it is empty.

    Raises:
        OddCellError: if it is no time of a day.
    """
    if not text.strip():
        return None
    found = _CLOCK.fullmatch(plain(text))
    if found is None:
        raise cells.OddCellError(f"the start '{clean(text, 40)}' is not understood")
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found[3] else int(found[1])
    if hour > 23 or int(found[2]) > 59:
        raise cells.OddCellError(f"the start '{clean(text, 40)}' does not exist")
    return timedelta(hours=hour, minutes=int(found[2]))


def _held(text: str) -> float:
    minutes, colon, seconds = text.strip().rpartition(":")
    return (app_rows.seconds(minutes) * 60 if colon else 0.0) + app_rows.seconds(seconds)
