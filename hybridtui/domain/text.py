"""Cleaning text that people or files hand us.

Terminals obey what is written to them: escape codes in an exercise name could set
the clipboard or the title. So text is cleaned at every way in, and again where it
is shown. Source: reliability.md 2.5.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

NAME_LIMIT = 120
"""Longest name (exercise, workout, title), in characters."""

NOTE_LIMIT = 2000
"""Longest note, in characters."""

TYPED_SIGNS = {"×": "x", "*": "x", "−": "-", "–": "-", "’": "'", "″": '"', "′": "'"}
"""Signs that keyboards and clipboards put in place of those that entries are read by."""

_DROPPED = frozenset(
    [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2066, 0x206A)]
    + ["\u200b", "\u200e", "\u200f", "\u061c", "\ufeff", "\ufff9", "\ufffa", "\ufffb"]
)
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def clean(text: str, limit: int = NAME_LIMIT) -> str:
    r"""Return ``text`` on one line without anything a terminal would obey.

    Drops C0 and C1 controls, bidirectional controls, zero-width marks (but not the
    joiner that emoji need) and lone surrogates; line breaks become spaces; the rest
    is normalised to NFC and cut at ``limit`` characters.

    >>> clean("Squat\x1b]0;pwned\x07 \u202e(Barbell)")
    'Squat]0;pwned (Barbell)'
    """
    return " ".join(_kept(text[: limit * 4], limit).split())


def clean_note(text: str, limit: int = NOTE_LIMIT) -> str:
    """Return a note cleaned like :func:`clean`, its line breaks kept."""
    lines = text[: limit * 4].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_kept(line, limit).rstrip() for line in lines).strip("\n")[:limit]


def harmless(text: str) -> str:
    r"""Return ``text`` with every space in its place, but nothing a terminal would obey: for lines being typed.

    >>> harmless(" a\x1b[2J\tb ")
    ' a[2J b '
    """
    if text.isascii() and text.isprintable():  # most are
        return text
    spaced = (" " if c in _SPACES else c for c in text)
    return "".join(c for c in spaced if c not in _DROPPED and unicodedata.category(c) not in ("Cc", "Cs"))


def some(names: Sequence[str], most: int = 5) -> str:
    """Return the first of several names, and how many more there are.

    >>> some(["a", "b", "c"], most=2), some(["a", "b"])
    ('a, b and 1 more', 'a, b')
    """
    return ", ".join(names[:most]) + and_more(len(names) - most)


def and_more(count: int) -> str:
    """Return what ends a list of which ``count`` items are not named; empty if all are."""
    return f" and {count:,} more" if count > 0 else ""


def _kept(text: str, limit: int) -> str:
    return unicodedata.normalize("NFC", harmless(text))[:limit]
