"""Telling by its content what a file is.

A format is known by the beginning of a file: a magic number, the first element of an XML
file, the names in the header line of a table, the first keys of JSON. Names of files say
nothing: a Strong export may be called ``export.txt``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from hybridtui.domain.text import clean
from hybridtui.formats import texts
from hybridtui.formats.lifting.strong_columns import columns, is_headerless
from hybridtui.formats.reading import Read, ReadOptions, UnknownFormatError
from hybridtui.formats.services.garmin_columns import is_list as is_garmin
from hybridtui.formats.services.strava_columns import is_list as is_strava
from hybridtui.formats.tables import Header, header_of

HEAD_BYTES = 65_536
"""So much of a file is looked at to tell what it is."""


class Head:
    """The beginning of a file, looked at in several ways."""

    def __init__(self, data: bytes) -> None:
        """Look at the first ``HEAD_BYTES`` of a file, or at all of a shorter one."""
        self.data = data[:HEAD_BYTES]
        self._cuts = range(4) if len(data) >= HEAD_BYTES else range(1)

    @cached_property
    def text(self) -> str | None:
        """It as text, without a mark; None if it is none."""
        ways = [texts.decode(self.data[: len(self.data) - cut]) for cut in self._cuts]  # its end may lie in a letter
        read = [way for way in ways if way is not None]
        return next((way.text for way in sorted(read, key=lambda way: way.guessed)), None)

    @cached_property
    def header(self) -> str:
        """The first line that is not blank; empty if it is no text."""
        return next((line.strip() for line in (self.text or "").splitlines() if line.strip()), "")

    @cached_property
    def table(self) -> Header:
        """The header line as that of a table."""
        return header_of(self.header)

    @cached_property
    def names(self) -> str:
        """The header line in lower case, without quotes."""
        return self.header.replace('"', "").casefold()

    @cached_property
    def root(self) -> str:
        """Local name of the first element of XML, in lower case; empty if it is none."""
        text = (self.text or "").lstrip()
        found = _FIRST_ELEMENT.search(text) if text.startswith("<") else None
        return found[1].casefold() if found else ""

    @property
    def is_json(self) -> bool:
        """True if it begins as JSON does."""
        return (self.text or "").lstrip()[:1] in ("{", "[")


_FIRST_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]")


class _Reads(Protocol):
    """A module that reads one format."""

    def read(self, data: bytes, options: ReadOptions) -> Read: ...


class _ReadsStream(Protocol):
    """A module that reads one format without holding all of it in memory."""

    def read_stream(self, stream: BinaryIO, options: ReadOptions) -> Read: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read, and what gives it away."""

    name: str
    """As a sentence names it: ``Strong's CSV export``."""
    module: str
    """What reads it; imported when such a file comes."""
    is_one: Callable[[Head], bool]
    streamed: bool = False
    """True if a file of it may be larger than memory."""

    def read(self, data: bytes, options: ReadOptions) -> Read:
        """Read a whole file.

        Raises:
            UnreadableError: if nothing of it can be imported.
        """
        if self.streamed:
            return self.read_stream(io.BytesIO(data), options)
        return cast("_Reads", import_module(self.module)).read(data, options)

    def read_stream(self, stream: BinaryIO, options: ReadOptions) -> Read:
        """Read a file of a streamed format as it comes.

        Raises:
            UnreadableError: if nothing of it can be imported.
        """
        return cast("_ReadsStream", import_module(self.module)).read_stream(stream, options)


def _is_strong(head: Head) -> bool:
    return columns(head.table) is not None or is_headerless(head.header)


_OWN_JSON = re.compile(r'\s*\{\s*"format"\s*:\s*"hybridtui log"')

FORMATS: tuple[Format, ...] = (
    Format("a FIT activity", "hybridtui.formats.fit.reading", lambda head: head.data[8:12] == b".FIT"),
    Format("Strong's CSV export", "hybridtui.formats.lifting.strong", _is_strong),
    Format(
        "Hevy's CSV export",
        "hybridtui.formats.lifting.hevy",
        lambda head: head.table.has("title", "start_time", "exercise_title", "set_index", "reps"),
    ),
    Format(
        "FitNotes' CSV export",
        "hybridtui.formats.lifting.fitnotes",
        lambda head: head.table.has("date", "exercise", "category", "reps"),
    ),
    Format(
        "the body tracker of FitNotes",
        "hybridtui.formats.lifting.fitnotes_body",
        lambda head: head.table.has("date", "measurement", "value", "unit"),
    ),
    Format(
        "Liftosaur's CSV export",
        "hybridtui.formats.lifting.liftosaur",
        lambda head: head.table.has("workout datetime", "exercise", "completed reps"),
    ),
    Format(
        "StrongLifts' CSV export",
        "hybridtui.formats.lifting.stronglifts",
        lambda head: head.table.has("workout", "exercise", "set 1 (reps)"),
    ),
    Format(
        "a daybook",
        "hybridtui.formats.daybook",
        lambda head: head.header.startswith("hybridtui daybook "),
    ),
    Format("a GPX track", "hybridtui.formats.xml.gpx", lambda head: head.root == "gpx"),
    Format(
        "a log of hybridtui's", "hybridtui.formats.own.log_json", lambda head: bool(_OWN_JSON.match(head.text or ""))
    ),
    Format(
        "a table of hybridtui's",
        "hybridtui.formats.own.log_csv",
        lambda head: (
            head.table.has("session_id", "title", "kind", "start_utc")
            or head.table.has("session_id", "session_start_utc", "entry")
        ),
    ),
    Format("a TCX activity", "hybridtui.formats.xml.tcx", lambda head: head.root == "trainingcenterdatabase"),
    Format(
        "an Apple Health export", "hybridtui.formats.xml.apple", lambda head: head.root == "healthdata", streamed=True
    ),
    Format(
        "Strava's list of activities",
        "hybridtui.formats.services.strava",
        lambda head: is_strava(head.table, head.text or ""),
    ),
    Format(
        "Garmin's list of activities",
        "hybridtui.formats.services.garmin_csv",
        lambda head: is_garmin(head.table),
    ),
    Format(
        "Garmin's export of an account",
        "hybridtui.formats.services.garmin_json",
        lambda head: head.is_json and '"summarizedActivitiesExport"' in (head.text or ""),
    ),
)
"""In the order in which they are asked; each is alone in saying yes."""

CAN_BE_READ = (
    "what can be imported are exports of Strong, Hevy, FitNotes, Liftosaur, StrongLifts, Strava, Garmin and Apple "
    "Health, FIT, GPX and TCX files, and what hybridtui itself exports"
)

_FOREIGN = (
    (b"PK\x03\x04", "a zip archive: unpack it first"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"SQLite format 3\x00", "a database"),
    (b"%PDF", "a PDF"),
    (b"{", "JSON of another kind"),
    (b"[", "JSON of another kind"),
    (b"<", "XML of another kind"),
)
_DATA_LINE = re.compile(r"(?:\d{1,6}[;,])?\d{4}-\d\d-\d\d")


def recognised(head: Head) -> Format:
    """Return the format of a file that begins so.

    Raises:
        UnknownFormatError: if none is known, saying what the file seems to be.
    """
    found = next((each for each in FORMATS if each.is_one(head)), None)
    if found is not None:
        return found
    if not head.data.strip():
        raise UnknownFormatError("it is empty")
    start = head.data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, name in _FOREIGN:
        if start.startswith(sign):
            raise UnknownFormatError(f"it is {name}; {CAN_BE_READ}")
    if head.text is None:
        raise UnknownFormatError(f"it is neither text nor FIT, or it is damaged; {CAN_BE_READ}")
    raise UnknownFormatError(_unknown_table(head))


def _unknown_table(head: Head) -> str:
    if _DATA_LINE.match(head.names):
        return (
            "its header line is missing: the first line must name the columns (Date, Workout Name, Exercise Name, "
            "Set Order, Weight, Reps ...); export it again, or add that line"
        )
    return (
        f"its first line is no header that is known: '{clean(head.header, 80)}'. If it is an export in another "
        f"language, set the app to English and export it again; {CAN_BE_READ}"
    )
