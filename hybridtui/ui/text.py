"""The one way in which people's text reaches a widget.

Textual parses markup in almost every widget and passes escape codes on to the
terminal (reliability.md 2.5); text shown through here can do neither.
"""

from __future__ import annotations

from textual.content import Content

from hybridtui.domain.text import clean


def user_text(text: str) -> Content:
    """Return people's text as content for any widget that takes Content: shown as typed, obeyed never."""
    return Content(clean(text))
