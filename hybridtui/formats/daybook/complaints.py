"""What is wrong in a daybook: a word, its line, and what was expected there."""

from __future__ import annotations

from hybridtui.domain.text import clean

SHOWN = 60
"""So many characters of a word that is not understood are quoted."""


class Misread(ValueError):  # noqa: N818 - it is a noun of ours
    """Words that cannot be read; the message quotes them and says what was expected."""


def quoted(words: str) -> str:
    """Quote words for a sentence, harmless and not too long."""
    shown = clean(words, SHOWN + 1)
    return f"'{shown[:SHOWN]}…'" if len(shown) > SHOWN else f"'{shown}'"


def misread(words: str, expected: str) -> Misread:
    """Return the complaint about ``words`` where something else was ``expected``."""
    return Misread(f"{quoted(words)} is not understood: {expected}")
