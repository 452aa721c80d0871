"""Telling by its content what a file is."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from hybridtui.domain.text import clean
from hybridtui.formats import limits, texts
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError
from hybridtui.formats.strong_columns import columns

Reader = Callable[[ReadOptions], Read]

CAN_BE_READ = "Strong's CSV export and FIT activities can be imported"

_FOREIGN = (
    (b"PK\x03\x04", "a zip archive: unpack it first"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"SQLite format 3\x00", "a database"),
    (b"%PDF", "a PDF"),
    (b"{", "JSON"),
    (b"[", "JSON"),
    (b"<", "XML (GPX, TCX or the like)"),
)
_OTHER_APPS = (
    (re.compile(r'"?title"?,"?start_time"?'), "Hevy"),
    (re.compile(r"date,exercise,category"), "FitNotes"),
    (re.compile(r"workout datetime,program"), "Liftosaur"),
    (re.compile(r"date \(yyyy/mm/dd\),workout"), "StrongLifts"),
    (re.compile(r'"?activity id"?,'), "Strava"),
    (re.compile(r"activity type,date"), "Garmin"),
)
_DATA_LINE = re.compile(r'"?(?:\d{1,6}"?[;,]"?)?\d{4}-\d\d-\d\d')


def reader(data: bytes) -> Reader:
    """Return what reads these bytes.

    Raises:
        UnreadableError: if nothing here does, saying what the file seems to be.
    """
    if len(data) > limits.FILE_BYTES:
        raise UnreadableError(limits.TOO_LARGE)
    if data[8:12] == b".FIT":
        from hybridtui.formats import fit  # brings in fitdecode's large profile

        return partial(fit.read, data)
    if not data.strip():
        raise UnreadableError("it is empty")
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, name in _FOREIGN:
        if start.startswith(sign):
            raise UnreadableError(f"it is {name}; {CAN_BE_READ}")
    decoded = texts.decode(data)
    if decoded is None:
        raise UnreadableError(f"it is neither text nor FIT; {CAN_BE_READ}")
    return _table(decoded)


def _table(decoded: texts.Decoded) -> Reader:
    from hybridtui.formats import strong

    header = decoded.text.split("\n", 1)[0].split("\r", 1)[0]
    layout = columns(header)
    if layout is None:
        raise UnreadableError(_unknown_table(header.strip()))
    return partial(strong.read, decoded, layout)


def _unknown_table(header: str) -> str:
    if _DATA_LINE.match(header):
        return (
            "its header line is missing: the first line must name the columns (Date, Workout Name, Exercise Name, "
            "Set Order, Weight, Reps ...); export it again, or add that line"
        )
    for pattern, app in _OTHER_APPS:
        if pattern.match(header.casefold()):
            return f"it looks like an export of {app}; {CAN_BE_READ}"
    return (
        f"its first line is no header of Strong's: '{clean(header, 80)}'. If it is a Strong export in another "
        "language, set Strong to English and export it again"
    )
