"""The cells of one row of our own tables, and what they say: a session, a set, a stretch of running."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import TypeVar

from hybridtui.domain.calendar import Moment
from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind, Side, Source, Status
from hybridtui.domain.text import NOTE_LIMIT, clean, clean_note
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.formats import cells, limits
from hybridtui.formats.cells import OddCellError
from hybridtui.formats.own.own_limits import LONGEST_NAME
from hybridtui.formats.reading import ReadOptions

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "'")
"""Text that begins so is marked for spreadsheets; so is the mark itself, to tell it from one that was typed."""

_SECOND = timedelta(seconds=1)

_Choice = TypeVar("_Choice", bound=Enum)


class Cells:
    """The cells of a row by the names of their columns; one that is not there is empty."""

    def __init__(self, told: Mapping[str, str], *, marked: bool, prefix: str = "") -> None:
        self._told = told
        self._marked = marked
        self._prefix = prefix

    def within(self, prefix: str) -> Cells:
        """Return them as seen by names without a prefix."""
        return Cells(self._told, marked=self._marked, prefix=prefix)

    def has(self, name: str) -> bool:
        """Return whether there is such a column."""
        return self._prefix + name in self._told

    def _raw(self, name: str) -> str:
        raw = self._told.get(self._prefix + name, "")
        return raw[1:] if self._marked and raw.startswith("'") else raw

    def text(self, name: str) -> str:
        """Return a text on one line."""
        return clean(self._raw(name), LONGEST_NAME)

    def note(self, name: str) -> str:
        """Return a text that may have lines."""
        return clean_note(self._raw(name), NOTE_LIMIT)

    def number(self, name: str) -> float | None:
        """Return a number; None if the cell is empty.

        Raises:
            OddCellError: if it is none.
        """
        raw = self._raw(name)
        return cells.number(name, raw) if raw.strip() else None

    def whole(self, name: str) -> int | None:
        """Return a whole number; None if the cell is empty.

        Raises:
            OddCellError: if it is none.
        """
        raw = self._raw(name)
        return cells.whole(name, raw) if raw.strip() else None

    def flag(self, name: str) -> bool:
        """Return whether a cell says yes.

        Raises:
            OddCellError: if it says neither 1 nor 0.
        """
        told = self.text(name).casefold()
        if told not in _FLAGS:
            raise OddCellError(f"{name} '{told[:40]}' is neither 1 nor 0")
        return _FLAGS[told]

    def choice(self, name: str, kind: type[_Choice]) -> _Choice | None:
        """Return one of a few words; None if the cell is empty.

        Raises:
            OddCellError: if it is another word.
        """
        told = self.text(name).casefold()
        try:
            return kind(told) if told else None
        except ValueError as error:
            known = ", ".join(str(each.value) for each in kind)
            raise OddCellError(f"{name} '{told[:40]}' is none of {known}") from error

    def time(self, name: str) -> datetime | None:
        """Return a time, with a zone if it has one; None if the cell is empty.

        Raises:
            OddCellError: if it is none.
        """
        told = self.text(name)
        try:
            return datetime.fromisoformat(told) if told else None
        except ValueError as error:
            raise OddCellError(f"{name} '{told[:40]}' is no time as in 2026-03-04T18:00:00") from error

    def instant(self, name: str) -> datetime | None:
        """Return a time in UTC; None if the cell is empty.

        Raises:
            OddCellError: if it is none.
        """
        told = self.time(name)
        if told is None:
            return None
        return told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)

    def load(self) -> Load | None:
        """Return the weight as it was typed, else in kilograms."""
        unit, typed = self.choice("weight_unit", WeightUnit), self.number("weight")
        if unit is not None and typed is not None:
            return Load(typed, unit)
        kg = self.number("weight_kg")
        return None if kg is None else Load(kg)

    def distance(self) -> Distance | None:
        """Return the distance as it was typed, else in metres."""
        unit, typed = self.choice("distance_unit", DistanceUnit), self.number("distance")
        if unit is not None and typed is not None:
            return Distance(typed, unit)
        metres = self.number("distance_m")
        return None if metres is None else Distance(metres)


_FLAGS = {"": False, "0": False, "1": True, "false": False, "true": True, "no": False, "yes": True}


def header_of(id_: str, told: Cells, options: ReadOptions) -> Session:
    """Return the session of a row, without its entries.

    Raises:
        OddCellError: if the row does not say what it is or when it began.
        OutOfRangeError: if it began before 1970, or after the import.
    """
    started = _moment("start", told, options)
    if started is None:
        raise OddCellError("start_utc is empty")
    limits.started(started.utc, options.latest)
    day = told.text("date")
    if day:
        started = Moment(started.utc, started.offset_s, started.zone, _day(day))
    kind = told.choice("kind", Kind)
    if kind is None:
        raise OddCellError("kind is empty")
    length = timedelta(seconds=min(max(told.number("duration_s") or 0.0, 0.0), limits.SECONDS[1]))
    return Session(
        id=id_,
        kind=kind,
        subtype=told.text("subtype"),
        sport=told.text("sport"),
        title=told.text("title"),
        status=Status.FINISHED,
        started=started,
        ended=_moment("end", told, options) or (None if told.has("end_utc") else started.later(length)),
        run_s=told.number("run_s") or 0.0,
        strength_s=told.number("strength_s") or 0.0,
        other_s=told.number("other_s") or 0.0,
        tonnage_kg=told.number("tonnage_kg") or 0.0,
        rpe=told.number("rpe"),
        load_au=told.number("load_au") or 0.0,
        load_estimated=told.flag("load_estimated"),
        avg_hr=told.whole("avg_hr"),
        level=told.whole("level"),
        source=told.choice("source", Source) or Source.APP,
        flags=tuple(flag for flag in told.text("flags").split("; ") if flag),
        workout_id=told.text("workout_id") or None,
        fingerprint=told.text("fingerprint") or None,
        note=told.note("note"),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise OddCellError(f"date '{text[:40]}' is no day as in 2026-03-04") from error


def _moment(which: str, told: Cells, options: ReadOptions) -> Moment | None:
    """Return when it began or ended: by both clocks, or by the one that is told and the zone of the import."""
    local, utc = told.time(f"{which}_local"), told.instant(f"{which}_utc")
    if local is not None and local.tzinfo is not None:
        utc, local = utc or local.astimezone(UTC), local.replace(tzinfo=None)
    if utc is None:
        return None if local is None else options.local(local)
    if local is None:
        return options.at(utc, None)
    offset_s = (local - utc.replace(tzinfo=None)) // _SECOND
    return Moment(utc, offset_s, told.text("tz") or None, local.date())


def set_of(id_: str, place: int, exercise: str, told: Cells) -> LoggedSet:
    """Return the set of a row; ``place`` counts if the row does not say its own.

    Raises:
        OddCellError: if a cell cannot be understood.
    """
    position = told.whole("position")
    return LoggedSet(
        id=id_,
        position=place if position is None else position,
        exercise=exercise,
        kind=told.choice("set_kind", SetKind) or SetKind.WORKING,
        load=told.load(),
        bodyweight=told.flag("bodyweight"),
        reps=told.whole("reps"),
        seconds=told.number("seconds"),
        distance=told.distance(),
        rpe=told.number("rpe"),
        side=told.choice("side", Side),
        per_side=told.flag("per_side"),
        logged_at=told.instant("logged_utc"),
        rest_s=told.whole("rest_s"),
        unconfirmed=told.flag("unconfirmed"),
        note=told.note("note"),
    )


def run_of(id_: str, place: int, told: Cells) -> RunEntry:
    """Return the stretch of a row; ``place`` counts if the row does not say its own.

    Raises:
        OddCellError: if a cell cannot be understood.
    """
    position = told.whole("position")
    return RunEntry(
        id=id_,
        position=place if position is None else position,
        subtype=told.text("subtype"),
        sport=told.text("sport") or "run",
        distance=told.distance(),
        seconds=told.number("seconds") or 0.0,
        elapsed_s=told.number("elapsed_s"),
        avg_hr=told.whole("avg_hr"),
        max_hr=told.whole("max_hr"),
        hr_computed=told.flag("hr_computed"),
        ascent_m=told.number("ascent_m"),
        rpe=told.number("rpe"),
        logged_at=told.instant("logged_utc"),
        rest_s=told.whole("rest_s"),
        note=told.note("note"),
    )
