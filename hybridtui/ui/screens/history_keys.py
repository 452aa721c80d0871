"""The keys that all tabs of History share."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from hybridtui.ui.history.tabs import TABS

ENDS = 10_000
"""More periods than any chart has: so far to its first or last."""

KEYS: list[BindingType] = [
    *(
        Binding(str(number), f"go({tab.name!r})", tab.title, show=False, id=f"history.{tab.name}",
                tooltip=tab.about)
        for number, tab in enumerate(TABS, 1)
    ),
    Binding("tab", "turn(1)", "Tab", show=False, id="history.next", tooltip="The next tab"),
    Binding("shift+tab", "turn(-1)", "Tab before", show=False, id="history.previous", tooltip="The tab before"),
    Binding("left", "cursor(-1)", "Before", show=False, id="history.left", tooltip="Read the chart further back"),
    Binding("right", "cursor(1)", "After", show=False, id="history.right", tooltip="Read the chart further on"),
    Binding("home", f"cursor({-ENDS})", "First", show=False, id="history.home", tooltip="The chart's first"),
    Binding("end", f"cursor({ENDS})", "Last", show=False, id="history.end", tooltip="The chart's last"),
    Binding("w,enter", "why", "Why", key_display="w", id="history.why",
            tooltip="What this number means, how it was made, and the sessions behind it"),
    Binding("s", "span", "Span", id="history.span", tooltip="Look at more, or fewer, weeks or months"),
    Binding("m", "by", "Wk/mo", id="history.by", tooltip="Sum up by weeks or by months"),
    Binding("z", "chart(False)", "Zoom", id="history.zoom", tooltip="The chart on the whole screen"),
    Binding("n", "chart(True)", "Numbers", id="history.numbers", tooltip="The chart's numbers as a table"),
    Binding("u", "undo", "Undo", id="history.undo", tooltip="Take back the last change to the log"),
    Binding("x", "app.export", "Export", id="history.export",
            tooltip="Write your data for another program, a calendar, a watch, or to keep"),
    Binding("U,ctrl+y", "redo", "Redo", show=False, id="history.redo", tooltip="Do again what was taken back"),
    Binding("l", "go('log')", "Log", show=False, id="history.to-log", tooltip="The list of all sessions"),
    Binding("i", "app.import_files", "Import", show=False, id="history.import",
            tooltip="Read exports of apps and files of watches"),
    Binding("escape", "back", "Back", key_display="esc", show=False, id="history.back",
            tooltip="Back to the tab before"),
]  # fmt: skip
"""Offered only where they have an effect: see ``HistoryScreen.check_action``."""
