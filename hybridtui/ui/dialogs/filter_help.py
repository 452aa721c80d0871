"""What a filter of the log can ask for, to be read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.ui.widgets.fitted import Fitted, Layout
from hybridtui.ui.widgets.key_bar import KeyBar

INDENT = 33
"""Columns for what is typed."""

PARTS = (
    (
        "Numbers: = != > >= < <= and from..to",
        (
            ("km>10   mi>=6   km=5..8", "distance, where there is one"),
            ("min>=45   min>1h30", "how long it took"),
            ("run>0   strength>=20   other>0", "minutes of one kind; >0: any"),
            ("pace<5:30   pace<8:45/mi", "of what was run"),
            ("sets>20   reps>=100", "of all exercises together"),
            ("kg>5000   lb>10000", "weight times repetitions"),
            ("load>300", "session-RPE load, AU"),
            ("rpe>7   hr<150", "effort, average heart rate"),
            ("rpe=none   km=none   min=none", "not rated, no distance, no time"),
        ),
    ),
    (
        "Days",
        (
            ("since=2026-01   until=2026-03-15", "from a day on, up to a day"),
            ("since=7d   since=4w   since=3m", "so long ago; 1y: a year"),
            ("day=2026-01-05..2026-01-12", "from one day to another"),
            ("week=2026-W10   month=2026-03", "also year=2026, day=today"),
        ),
    ),
    (
        "What it was",
        (
            ("type=run", "strength, hybrid, combo ..."),
            ("exercise=squat", "by name, or a part of it"),
            ("title~easy   note~rain", "words in title or note"),
            ('title="Long run"', "the whole title"),
            ("sport=cycling   subtype=tempo", "another sport; kind of run"),
            ("source=strong   source=fit", "from a file; app: from here"),
            ("same=yes", "counted with another record"),
            ("estimated=yes", "load without a rating"),
        ),
    ),
    (
        "Together",
        (
            ("type=run km>10", "both; and may be left out"),
            ("km>20 or min>2h", "either"),
            ("not (rpe=none or source=fit)", "all the rest"),
            ("rain squat", "in title, note or exercises"),
        ),
    ),
)
"""By example: what is typed, and what it means."""


class FilterHelp(ModalScreen[None]):
    """Shows the language of filters by examples."""

    BINDINGS = [
        Binding("escape,question_mark,enter,q", "dismiss", "Close", key_display="esc", id="filter-help.close",
                tooltip="Back to the filter"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    FilterHelp > .dialog { scrollbar-size-vertical: 1; }
    """

    def compose(self) -> ComposeResult:
        """Lay out one table for each part of the language."""
        with VerticalScroll(classes="dialog", can_focus=True) as box:
            box.border_title = "What a filter can ask for"
            for title, lines in PARTS:
                yield Static(title, classes="heading", markup=False)
                yield Fitted(_table(lines))
        yield KeyBar()


def _table(lines: tuple[tuple[str, str], ...]) -> Layout:
    """Return what is typed at the left, and what it means beside it."""

    def laid_out(_width: int) -> list[Content]:
        return [Content.assemble((f" {typed:<{INDENT}}", "bold $text-accent"), means) for typed, means in lines]

    return laid_out
