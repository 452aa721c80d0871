"""A log as one JSON document: loss-free, the same log the same text, a session a line.

    {
    "format": "hybridtui log",
    "version": 1,
    "written": {"at": "2026-03-04T18:00:00+01:00", "by": "hybridtui 0.1.0"},
    "athlete": {...},
    "exercises": [...], "names": [...], "notes": [...], "plans": [...],
    "readiness": [...], "pains": [...], "weights": [...], "skips": [...],
    "sessions": [...]
    }

Fields stand in the order of the nouns of the domain; what is empty is left out. What
belongs to one log file alone is not written: its journal, its batches, the files that it
keeps, and what records of one workout lend each other. Reading is in
:mod:`hybridtui.formats.own.log_json_reading`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from hybridtui import __version__
from hybridtui.domain.codec import Codec, to_json
from hybridtui.domain.session import Session
from hybridtui.formats.own.log_json_reading import FORMAT, PARTS, VERSION, read
from hybridtui.formats.writing import Exported, OutFile

__all__ = ["read", "write"]

NAME = "hybridtui.json"

_SESSION = Codec(Session)


def write(exported: Exported) -> Iterator[OutFile]:
    """Yield the document; its sessions are written as they are read."""
    yield OutFile(NAME, _document(exported))


def _document(exported: Exported) -> Iterator[bytes]:
    yield _head(exported).encode()
    contents = exported.contents
    if contents.athlete is not None:
        yield f',\n"athlete": {_line(contents.athlete)}'.encode()
    for name in PARTS:
        yield f',\n"{name}": ['.encode()
        yield from _lines(map(_line, getattr(contents, name)))
        yield b"]"
    yield b',\n"sessions": ['
    yield from _lines(to_json(_SESSION.plain(session.in_log_of(None))) for session in exported.sessions())
    yield b"]\n}\n"


def _head(exported: Exported) -> str:
    written = {"at": exported.now.isoformat(timespec="seconds"), "by": f"hybridtui {__version__}"}
    if exported.since is not None:
        written["since"] = exported.since.isoformat()
    return f'{{\n"format": {json.dumps(FORMAT)},\n"version": {VERSION},\n"written": {to_json(written)}'


def _line(value: object) -> str:
    return to_json(Codec(type(value)).plain(value))


def _lines(texts: Iterable[str]) -> Iterator[bytes]:
    """Yield the items of a list, each on a line of its own."""
    before = "\n"
    for text in texts:
        yield f"{before}{text}".encode()
        before = ",\n"
    if before != "\n":
        yield b"\n"
