"""Tables of text (CSV), read in one way whatever wrote them. Source: reliability.md 3; formats.md 1.5.

The header line tells the delimiter (comma, semicolon or tab) and the columns; their names
are compared without case, accents and stray spaces. A table is read as it is asked for,
so that a million rows do not lie in memory twice::

    table = tables.Table(data, options)            # UnreadableError if it is no text
    day = table.header.position("date", "datum")   # the first of these names; None if there is none
    second = table.header.position("distance", nth=1)      # of a name that comes twice
    for line, cells in table.records(least=2):
        read(tables.cell(cells, day)) or table.refuse(line, "it has no day; the row was left out")
    refused, warnings = table.refused, table.warnings      # in order of lines; a guessed encoding

The head of a file is recognised by :func:`header_of`: ``header_of(head.header).has("date", "reps")``.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from operator import itemgetter

from hybridtui.domain.imports import Refusal
from hybridtui.formats import texts
from hybridtui.formats.reading import ReadOptions, UnreadableError

DELIMITERS = (",", ";", "\t")

LONGEST_LINE = 1_000_000
"""Longest line of a file, in characters: no honest one comes near."""

MOST_BLANK = 100_000
"""So many blank rows may follow one another."""

MOST_REFUSED = 100_000
"""So many rows may be refused; with more of them it is another kind of table."""

_ROWS_BETWEEN_WORDS = 2000
"""Progress is told after so many rows."""


def plain(name: str) -> str:
    """Return a column's name as names are compared: without case, accents and stray spaces.

    >>> plain("  Durée  (s) "), plain("Nom de l’entraînement")
    ('duree (s)', "nom de l'entrainement")
    """
    if name.isascii():
        return " ".join(name.casefold().split())
    parts = unicodedata.normalize("NFKD", name.strip().casefold().replace("’", "'"))
    return " ".join("".join(char for char in parts if not unicodedata.combining(char)).split())


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table."""

    delimiter: str
    names: tuple[str, ...]
    """As :func:`plain` tells them, in order; a name may come twice."""

    def position(self, *names: str, nth: int = 0) -> int | None:
        """Return where the first of ``names`` stands that is there at all, or its ``nth`` repetition; None if none.

        Names are given as :func:`plain` returns them.
        """
        for name in names:
            found = [at for at, each in enumerate(self.names) if each == name]
            if len(found) > nth:
                return found[nth]
        return None

    def least(self, *names: str) -> int:
        """Return how many cells a row must have at least to reach all of these columns."""
        return max(self.position(name) or 0 for name in names) + 1

    def has(self, *names: str) -> bool:
        """Return whether all these names are there."""
        return all(name in self.names for name in names)


def header_of(line: str) -> Header:
    """Read a header line; the delimiter is the one that makes most columns of it."""
    there = [delimiter for delimiter in DELIMITERS if delimiter in line] or DELIMITERS[:1]
    return max((_header(line, delimiter) for delimiter in there), key=lambda header: len(header.names))


def _header(line: str, delimiter: str) -> Header:
    try:
        names = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        names = []
    return Header(delimiter, tuple(plain(name) for name in names))


def cell(cells: Sequence[str], position: int | None) -> str:
    """Return a cell's text; empty if the table has no such column or the row ends before it."""
    return cells[position] if position is not None and position < len(cells) else ""


class Table:
    """A file's header, and its rows one after another."""

    def __init__(self, data: bytes, options: ReadOptions, header: Header | None = None) -> None:
        """Look at the beginning of a table; ``header`` is given for one that has no header line.

        Raises:
            UnreadableError: if it is no text from beginning to end, or empty.
        """
        encoding = texts.encoding(data)
        if encoding is None:
            raise UnreadableError("it is no text from beginning to end")
        self._options = options
        self._bytes = BytesIO(data)
        self._text = TextIOWrapper(self._bytes, encoding.name, errors="replace", newline="")
        self._line = 0
        self._lines = self._read_lines()
        self._before = 0
        self.size = len(data)
        """Its bytes."""
        self.first_line = "" if header is not None else self._read_first_line()
        """What the header was read of: the first line that is not blank."""
        self.header = header or header_of(self.first_line)
        """Its columns."""
        self._refused: list[tuple[int, str]] = []
        self.warnings: tuple[str, ...] = (texts.GUESSED,) if encoding.guessed else ()
        """That the encoding was a guess, if it was."""

    def _read_lines(self) -> Iterator[str]:
        while line := self._text.readline(LONGEST_LINE):
            self._line += 1
            if len(line) == LONGEST_LINE:
                raise UnreadableError(f"line {self._line} has no end; nothing was read")
            yield line

    def _read_first_line(self) -> str:
        for line in self._lines:
            if line.strip():
                self._before = self._line
                return line.strip("\r\n")
        raise UnreadableError("it is empty")

    def records(self, least: int | None = None) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield the cells of each row below the header with the line that it begins at; once only.

        Blank rows are passed over. A row is refused if it has more cells than the header,
        or fewer than ``least`` (all of them, unless given: some programs leave the empty
        ones at the end of a row away).

        Raises:
            UnreadableError: if a quote is opened and never closed: what follows cannot be told apart.
        """
        most = len(self.header.names)
        least = most if least is None else least
        for line, cells in self._rows():
            if least <= len(cells) <= most:
                yield line, cells
            else:
                self.refuse(line, f"it has {len(cells)} cells, the header line {most}; the row was left out")

    def refuse(self, line: int, reason: str) -> None:
        """Refuse a row by the line that it begins at.

        Raises:
            UnreadableError: if most of the table is refused so: it is none of this kind.
        """
        if len(self._refused) >= MOST_REFUSED:
            where, first = self._refused[0]
            raise UnreadableError(f"over {MOST_REFUSED:,} rows cannot be read, the first in line {where}: {first}")
        self._refused.append((line, reason))

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """The rows that were refused, in the order of the file."""
        return tuple(Refusal(f"line {line}", reason) for line, reason in sorted(self._refused, key=itemgetter(0)))

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(self._lines, delimiter=self.header.delimiter, strict=True)
        rows = blank = 0
        while blank <= MOST_BLANK:
            line = self._before + reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self._refuse_quotes(line, error)
                continue
            blank += 1
            if any(cells) and any(not text.isspace() for text in cells if text):
                blank = 0
                yield line, cells
            rows += 1
            if rows % _ROWS_BETWEEN_WORDS == 0:
                self._options.progress(self._bytes.tell())
        raise UnreadableError(f"over {MOST_BLANK:,} rows before line {line} are blank; nothing was read")

    def _refuse_quotes(self, line: int, error: csv.Error) -> None:
        """Refuse one row, or raise if nothing behind it can be told apart."""
        if "end of data" in str(error) or "field limit" in str(error):
            reason = "a quote is opened and never closed, or a cell has no end; nothing was read"
            raise UnreadableError(f"line {line}: {reason}") from error
        self.refuse(line, "its quotes or line ends do not match; the row was left out")
