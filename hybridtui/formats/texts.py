"""From bytes to text, saying when the encoding was a guess. Source: reliability.md 3."""

from __future__ import annotations

import codecs
from typing import NamedTuple

GUESSED = "not in UTF-8: read as Western European (Windows-1252); accents may be wrong"
"""Warning of a file whose encoding was guessed."""


class Decoded(NamedTuple):
    """A text, and whether its encoding is a guess."""

    text: str
    guessed: bool


def decode(data: bytes) -> Decoded | None:
    """Decode a text file: UTF-8 or UTF-16 by its mark, UTF-8 without one, else Windows-1252.

    None if it is no text: it holds NUL bytes, or halves of UTF-16 pairs.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Decoded(data.decode("utf-16"), guessed=False)
        except UnicodeDecodeError:
            return None
    if b"\0" in data:
        return None
    try:
        return Decoded(data.decode("utf-8-sig"), guessed=False)
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1252", errors="replace"), guessed=True)
