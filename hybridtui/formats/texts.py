"""From bytes to text, saying when the encoding was a guess. Source: reliability.md 3."""

from __future__ import annotations

import codecs
from typing import NamedTuple

GUESSED = "not in UTF-8: read as Western European (Windows-1252); accents may be wrong"
"""Warning of a file whose encoding was guessed."""


class Encoding(NamedTuple):
    """How a text is written, and whether that is a guess."""

    name: str
    guessed: bool


class Decoded(NamedTuple):
    """A text, and whether its encoding is a guess."""

    text: str
    guessed: bool


def encoding(data: bytes) -> Encoding | None:
    """Return how a text file is written: UTF-8 or UTF-16 by its mark, UTF-8 without one, else Windows-1252.

    None if it is no text: it holds NUL bytes, or halves of UTF-16 pairs.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16", guessed=False) if _is(data, "utf-16") else None
    if b"\0" in data:
        return None
    if _is(data, "utf-8-sig"):
        return Encoding("utf-8-sig", guessed=False)
    return Encoding("cp1252", guessed=True)


def decode(data: bytes) -> Decoded | None:
    """Decode a text file as :func:`encoding` tells; None if it is no text."""
    found = encoding(data)
    return Decoded(data.decode(found.name, errors="replace"), found.guessed) if found is not None else None


_CHUNK = 1 << 20


def _is(data: bytes, name: str) -> bool:
    """Return whether all of it can be read so; the text itself is not kept."""
    decoder = codecs.getincrementaldecoder(name)()
    view = memoryview(data)
    try:
        for at in range(0, len(data), _CHUNK):
            decoder.decode(view[at : at + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
