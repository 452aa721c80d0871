"""Every reason for a step or workout, with the rule it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.domain.plan.explaining import MOVED
from hybridtui.domain.rule_names import named_rule
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Why
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.key_bar import KeyBar

OUTCOMES = {"hit": "If you reach it: ", "miss": "If you do not: ", MOVED: ""}
"""Reasons that come from no rule, by what stands in place of one: how they begin."""


class WhyDialog(ModalScreen[None]):
    """Reasons in the order in which they were decided."""

    DEFAULT_CSS = """
    WhyDialog Static { height: auto; margin-bottom: 1; &:last-of-type { margin-bottom: 0; } }
    """
    BINDINGS = [
        Binding("escape,w,enter,q", "dismiss", "Close", key_display="esc", id="why.close", tooltip="Back"),
    ]

    def __init__(self, title: str, reasons: Sequence[Why]) -> None:
        """Explain ``title``."""
        super().__init__()
        self._titled, self._reasons = title, reasons

    def compose(self) -> ComposeResult:
        """Lay out one paragraph for each reason."""
        with VerticalScroll(classes="dialog", can_focus=True) as box:
            box.border_title = Content(f"{APP_NAME} · Why {clean(self._titled)}")
            for reason in self._reasons:
                yield Static(_paragraph(reason))
        yield KeyBar()


def _paragraph(reason: Why) -> Content:
    text = clean(reason.text, 600)
    if reason.rule in OUTCOMES:
        return Content.assemble((OUTCOMES[reason.rule], "bold"), text)
    return Content.assemble(text, (f"  {named_rule(clean(reason.rule))}", "$foreground-muted"))
