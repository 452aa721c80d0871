"""Liftosaur's CSV export. Source: formats.md 1.8.

A row is a set of the program; those without completed reps were planned and not done, and
are no sets. Each row names its unit, kilograms and pounds mixed. Times are in UTC: the
clock on the wall is that of the assumed zone. The name of an exercise holds its implement
(``Romanian Deadlift, Leverage Machine``) and stays as it is. A set of as many reps as
possible says so in its note.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from hybridtui.domain.flags import ZONE_ASSUMED
from hybridtui.domain.session import SetKind, Source
from hybridtui.domain.text import clean, clean_note
from hybridtui.formats import limits, months
from hybridtui.formats.lifting import app_rows, app_tables, muscle_words
from hybridtui.formats.lifting.app_rows import Row
from hybridtui.formats.lifting.app_sessions import Heading
from hybridtui.formats.reading import Read, ReadOptions
from hybridtui.formats.tables import Header, Table, cell

AMRAP = "AMRAP"
"""Note of a set that was done for as many reps as possible."""

_YES = {"1", "true", "yes"}


def read(data: bytes, options: ReadOptions) -> Read:
    """Read an export.

    Raises:
        UnreadableError: if the file is damaged as a whole, or holds nothing.
    """
    table = Table(data, options)
    return app_tables.read(
        table,
        table.header.least("workout datetime", "exercise", "completed reps"),
        _Liftosaur(table.header, options),
        options,
    )


class _Liftosaur:
    """What the rows of one file of Liftosaur's hold."""

    source = Source.LIFTOSAUR

    def __init__(self, header: Header, options: ReadOptions) -> None:
        self._options = options
        at = header.position
        self._start, self._program, self._day = at("workout datetime"), at("program"), at("day name")
        self._exercise, self._warm_up, self._reps = at("exercise"), at("is warmup set?"), at("completed reps")
        self._amrap, self._rpe = at("is amrap?"), at("completed rpe")
        self._weight, self._unit = at("completed weight value"), at("completed weight unit")
        self._ticked, self._notes = at("completed reps time"), at("notes")
        self._target, self._synergist = at("target muscles"), at("synergist muscles")
        self._planned = 0
        self._last: tuple[Hashable, str, str] = ("", "", "")

    def key(self, texts: Sequence[str]) -> Hashable:
        """Return start, program and day."""
        return tuple(cell(texts, at) for at in (self._start, self._program, self._day))

    def heading(self, texts: Sequence[str]) -> Heading:
        """Read start, program and day."""
        start = months.moment(cell(texts, self._start))
        begun = app_tables.begun(start, self._options)
        names = [clean(cell(texts, at)) for at in (self._program, self._day)]
        return Heading(
            started=begun,
            key=f"{begun.utc:%Y-%m-%d %H:%M:%S}|{'|'.join(names)}",
            title=clean(": ".join(name for name in names if name)) or "Liftosaur workout",
            flags=(ZONE_ASSUMED,),
        )

    def rows(self, line: int, texts: Sequence[str]) -> Sequence[Row]:
        """Read the set of a row; none if it was planned and not done."""
        reps = cell(texts, self._reps)
        if not reps.strip():
            self._planned += 1
            return ()
        unit = app_rows.weight_unit(cell(texts, self._unit)) or self._options.weight_unit
        exercise = app_rows.exercise(cell(texts, self._exercise))
        row = Row(
            line=line,
            set_kind=SetKind.WARMUP if _yes(cell(texts, self._warm_up)) else SetKind.WORKING,
            exercise=exercise,
            weight=app_rows.weight(cell(texts, self._weight), unit),
            weight_unit=unit,
            reps=app_rows.reps(reps),
            rpe=app_rows.rpe(cell(texts, self._rpe)),
            note=self._note(texts, exercise),
            at=self._at(cell(texts, self._ticked)),
            trains=muscle_words.of_muscles(cell(texts, self._target), cell(texts, self._synergist)),
        )
        return (row,)

    def warnings(self) -> Iterator[str]:
        """Say how many sets were planned only."""
        if self._planned:
            yield f"{self._planned} sets were planned and not done: they are no sets here"

    def _note(self, texts: Sequence[str], exercise: str) -> str:
        """Return what a set has to say; notes repeated in each row of an exercise are kept with its first."""
        told = clean_note(cell(texts, self._notes))
        said = (self.key(texts), exercise, told)
        lines = [AMRAP] if _yes(cell(texts, self._amrap)) else []
        if told and said != self._last:
            lines.append(told)
        self._last = said
        return "\n".join(lines)

    def _at(self, text: str) -> datetime | None:
        """Read when a set was ticked off; what cannot be is left out, and the set stays."""
        try:
            when = datetime.fromisoformat(text.strip())
            # in years that have room for zones
            limits.started(when.replace(tzinfo=UTC), self._options.latest + timedelta(days=1))
        except (ValueError, limits.OutOfRangeError):
            return None
        return when.astimezone(UTC) if when.tzinfo is not None else None


def _yes(text: str) -> bool:
    return text.strip().casefold() in _YES
