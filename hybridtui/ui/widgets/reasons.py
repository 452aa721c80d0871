"""Why something is prescribed: each rule's id, and its sentence beside it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from hybridtui.domain.rule_names import rule_name
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Why
from hybridtui.ui.text import user_text

SENTENCE = 400
"""Longest sentence of a reason, in characters."""


def sentence(why: Why) -> Content:
    """Write what a rule is about, and what it says here."""
    name, text = rule_name(why.rule), clean(why.text, SENTENCE)
    return Content.assemble((f"{name}: ", "$foreground-muted"), text) if name else Content(text)


class Reasons(Vertical):
    """One line a reason, each told once; the sentences wrap beside the ids, not below them."""

    DEFAULT_CSS = """
    Reasons {
        height: auto;
        & > Horizontal {
            height: auto;
            & > .rule { width: 6; color: $foreground-muted; }
            & > .sentence { width: 1fr; }
        }
    }
    """

    def __init__(self, reasons: Iterable[Why]) -> None:
        """Show ``reasons`` in their order."""
        super().__init__()
        self._reasons = tuple(dict.fromkeys(reasons))

    def compose(self) -> ComposeResult:
        """Lay out id and sentence side by side."""
        for why in self._reasons:
            with Horizontal():
                yield Static(user_text(why.rule), classes="rule")
                yield Static(sentence(why), classes="sentence")
