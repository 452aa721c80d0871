"""The keys that work on the screen below, built from its bindings: it cannot be out of date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.domain.cards import IN_HELP
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.fitted import Fitted, Layout
from hybridtui.ui.widgets.key_bar import KeyBar


def entry_examples(weight: WeightUnit, distance: DistanceUnit) -> tuple[tuple[str, str], ...]:
    """Return what the entry line understands, by examples in the athlete's units."""
    load, more, added = ("80", "2.5", "10") if weight is WeightUnit.KG else ("185", "5", "25")
    return (
        (f"{load}x8", f"{load} {weight}, 8 repetitions; {load}x8@8 with RPE 8"),
        ("8", "8 repetitions at the target load; 8,8,6 three sets"),
        ("s", "the same as last time"),
        (f"+{more}  -1r", f"change the target: {more} {weight} more, one repetition less"),
        (f"bw+{added}x5", f"bodyweight and {added} {weight}, 5 repetitions"),
        ("L8 R7", "left 8, right 7"),
        ("45s", "held for 45 seconds"),
        (f"8{distance} 44:10", "a run: distance and time; also 30min"),
    )


INDENT = 13
"""Columns for the keys."""

GROUPS = {"app": "Everywhere", "today": "Today", "timer": "Timer", "plan": "Plan", "history": "History",
          "library": "Library", "entry": "Entry line", "import": "Import", "first-run": "Questions",
          "goal": "Questions", "choice": "Questions", "dial": "Questions", "toggles": "Questions", "days": "Questions",
          "number": "Questions", "check-in": "Check-in", "fatigue": "Today"}  # fmt: skip
"""Titles by the first part of a binding's id (``today.log``)."""

HERE = "Here"
"""Title of all others: what only this list, tab or dialog has."""


ALWAYS = {"quit": "Quit: leave; everything logged is saved", "command_palette": "Palette: find any command by its name"}
"""Textual's own bindings that are worth knowing, by action."""


class HelpDialog(ModalScreen[None]):
    """Shows keys by group, what the entry line understands, and what everybody should have read (H.1)."""

    BINDINGS = [
        Binding("escape,question_mark,f1,enter,q", "dismiss", "Close", key_display="esc", id="help.close",
                tooltip="Back to the screen"),
    ]  # fmt: skip

    DEFAULT_CSS = """
    HelpDialog > .dialog { scrollbar-size-vertical: 1; }
    HelpDialog Fitted, HelpDialog .card { margin-right: 1; }
    """

    def __init__(
        self, bindings: Mapping[str, ActiveBinding], typing: tuple[WeightUnit, DistanceUnit] | None = None
    ) -> None:
        """Explain ``bindings``, and the entry line in these units where one is ``typing`` into it."""
        super().__init__()
        self._keys, self._typing = bindings, typing

    def compose(self) -> ComposeResult:
        """Lay out one table for each group."""
        with VerticalScroll(classes="dialog", can_focus=True) as box:
            box.border_title = f"{APP_NAME} · Keys"
            for title, lines in self._groups():
                yield Static(title, classes="heading", markup=False)
                yield Fitted(_table(lines))
            if self._typing is not None:
                yield Static("The entry line understands", classes="heading", markup=False)
                yield Fitted(_table(entry_examples(*self._typing)))
            yield Static("Before you train", classes="heading", markup=False)
            for card in IN_HELP:
                yield Static(f"{card.title}: {card.text}", classes="card", markup=False)
        yield KeyBar()

    def _groups(self) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        grouped: dict[str, dict[str, list[str]]] = {}
        for active in self._keys.values():
            binding = active.binding
            always = binding.action in ALWAYS
            if not active.enabled or not (binding.id or always):  # without an id it is Textual's own
                continue
            title = GROUPS["app"] if always else GROUPS.get((binding.id or "").split(".")[0], HERE)
            keys = grouped.setdefault(title, {}).setdefault(_says(active), [])
            keys.append(self.app.get_key_display(binding))
        here_first = sorted(grouped, key=lambda title: title == GROUPS["app"])
        for title in here_first:
            yield title, [("  ".join(dict.fromkeys(keys)), text) for text, keys in grouped[title].items()]


def _says(active: ActiveBinding) -> str:
    if active.binding.action in ALWAYS:
        return ALWAYS[active.binding.action]
    description, tooltip = active.binding.description, active.tooltip
    return f"{description}: {tooltip[0].lower()}{tooltip[1:]}" if tooltip else description


def _table(lines: Sequence[tuple[str, str]]) -> Layout:
    """Return keys at the left and what they do beside them, long texts wrapped under their beginning."""

    def laid_out(width: int) -> list[Content]:
        shown: list[Content] = []
        for key, text in lines:
            wrapped = Content(text).wrap(max(20, width - INDENT))
            for number, line in enumerate(wrapped):
                head = f"{key:>{INDENT - 2}}  " if number == 0 else " " * INDENT
                shown.append(Content.assemble((head, "bold $text-accent"), line))
        return shown

    return laid_out
