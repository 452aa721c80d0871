"""What is at hand today: the places by name, and what each would change, before anything is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.ui.app import HybridApp
from hybridtui.ui.look import APP_NAME, DONE_SIGN, count
from hybridtui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from hybridtui.logbook.freedom import Profile

ABOUT = {
    "own": "what you said you have",
    "gym": "everything there is in a gym",
    "home": "bands, dumbbells, chair, table, step",
    "travel": "bands, chair, towel",
    "none": "the floor and a wall",
}
"""By the name of a profile."""

CHANGES_SHOWN = 12


class EquipmentDialog(ModalScreen["Profile | None"]):
    """Five places; below them what the one that is highlighted makes of the rest."""

    DEFAULT_CSS = """
    EquipmentDialog {
        & OptionList { height: auto; border: none; background: transparent; padding: 0;
            text-wrap: nowrap; text-overflow: ellipsis;
            &:focus { border: none; }
        }
        & VerticalScroll { height: 6; margin: 1 1 0 1; scrollbar-size-vertical: 1; }
        & #changes { height: auto; }
    }
    EquipmentDialog.-low VerticalScroll { height: 5; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short")]
    BINDINGS = [
        Binding("enter", "take", "Train with this", key_display="⏎", priority=True, id="equipment.take",
                tooltip="Train with what is there today"),
        Binding("escape", "leave", "Cancel", key_display="esc", id="equipment.leave", tooltip="Change nothing"),
    ]  # fmt: skip

    app = getters.app(HybridApp)
    listed = getters.query_one(OptionList)

    def __init__(self, load: Callable[[], Awaitable[tuple[Profile, ...]]], chosen: str = "") -> None:
        """Ask ``load`` for the places; ``chosen`` is the one that today is at."""
        super().__init__()
        self._load = load
        self._chosen = chosen or "own"
        self._profiles: dict[str, Profile] = {}

    def compose(self) -> ComposeResult:
        """Lay out the places, and what changes."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Equipment today"
            yield OptionList(markup=False)
            with VerticalScroll(can_focus=False):
                yield Static("Looking what would change…", id="changes", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask what each place would change."""
        self.read()

    @work
    async def read(self) -> None:
        """Show the places, the one of today highlighted."""
        try:
            profiles = await self._load()
        except Problem as refused:
            self.app.refuse(refused)
            self.dismiss(None)
            return
        self._profiles = {each.name: each for each in profiles}
        self.listed.add_options([Option(self._line(each), id=each.name) for each in profiles])
        self.listed.highlighted = list(self._profiles).index(self._chosen)
        self.listed.focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002 - Textual's
        """Offer to take a place once there is one."""
        return action != "take" or bool(self._profiles)

    def action_take(self) -> None:
        """Train with what is there."""
        self.listed.action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._profiles[str(event.option_id)])

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        profile = self._profiles[str(event.option_id)]
        self.query_one("#changes", Static).update(Content("\n").join(_changes(profile)))

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def _line(self, profile: Profile) -> Content:
        here = DONE_SIGN if profile.name == self._chosen else " "
        changed = count(len(profile.changes), "change") if profile.changes else "as planned"
        about = Content.styled(ABOUT[profile.name], "$foreground-muted")
        return Content.assemble(f" {here} ", (f"{profile.name:<8}", "bold"), f"{changed:<12}", about)


def _changes(profile: Profile) -> Iterator[Content]:
    if not profile.changes:
        yield Content("All that is left can be done with that.")
    for change in profile.changes[:CHANGES_SHOWN]:
        yield Content(clean(change, 160))
    if (more := len(profile.changes) - CHANGES_SHOWN) > 0:
        yield Content(f"and {more} more")
