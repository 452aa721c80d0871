"""Where does it hurt? A letter, a number, and what follows from it, before anything is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.domain.cards import COACH, STOP
from hybridtui.domain.pain import ACTS_DAYS, Pain, Part
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Side
from hybridtui.domain.sparing import Choice
from hybridtui.domain.text import clean
from hybridtui.logbook.pains import Outlook
from hybridtui.ui.ache import Ache
from hybridtui.ui.app import TALL, HybridApp
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.ache_form import AcheForm
from hybridtui.ui.widgets.key_bar import KeyBar


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the athlete said, and wants of what it concerns."""

    part: Part
    side: Side | None
    level: int
    choice: Choice | None
    """None: only noted."""


class PainDialog(ModalScreen[Told | None]):
    """A letter, the side if it matters, a number, ``enter``."""

    DEFAULT_CSS = """
    PainDialog {
        & VerticalScroll { height: auto; max-height: 10; margin-top: 1; scrollbar-size-vertical: 1; }
        & #outlook { height: auto; }
    }
    PainDialog.-short VerticalScroll { max-height: 6; margin-top: 0; }
    PainDialog.-low VerticalScroll { max-height: 5; margin-top: 0; }
    PainDialog.-low AcheForm.-told { height: 3; }
    """
    AUTO_FOCUS = "AcheForm"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (TALL, "-tall")]
    BINDINGS = [
        Binding("enter", "keep('swap')", "Swap", key_display="⏎", id="pain.swap", tooltip="Do what spares it"),
        Binding("enter", "keep('skip')", "Leave out", key_display="⏎", id="pain.leave-out",
                tooltip="Leave out what loads it: nothing like it spares it"),
        Binding("enter", "keep('end')", "Stop", key_display="⏎", id="pain.stop", tooltip="What to do now"),
        Binding("enter", "keep('note')", "Keep", key_display="⏎", id="pain.keep", tooltip="Keep it, and go on"),
        Binding("s", "skip", "Skip instead", id="pain.skip", tooltip="Leave out what loads it"),
        Binding("n", "note", "Only note it", id="pain.note", tooltip="Keep it and change nothing: your call"),
        Binding("escape", "leave", "Cancel", key_display="esc", id="pain.leave", tooltip="Say nothing"),
    ]  # fmt: skip

    app = getters.app(HybridApp)
    form = getters.query_one(AcheForm)

    def __init__(self, session_id: str | None, pains: Sequence[Pain]) -> None:
        """Ask in a session, or on a day without one; ``pains`` are those that act."""
        super().__init__()
        self._session_id, self._pains = session_id, pains
        self._outlook: Outlook | None = None

    def compose(self) -> ComposeResult:
        """Lay out the places, and below them what follows."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"{APP_NAME} · {'How is it now?' if self._pains else 'Where does it hurt?'}")
            yield AcheForm(Ache.like(self._pains))
            with VerticalScroll(can_focus=False):
                yield Static(id="outlook", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Say what the numbers mean."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Take keys that come before the form has the focus."""
        if self.focused is None and event.character is not None and self.form.took(event.character):
            event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with what was told."""
        if not self.is_mounted or action not in ("keep", "skip", "note"):
            return True
        if action == "keep":
            return self.form.ache.level is not None and parameters == (self._enter,)
        return self._enter == "swap" or (action == "note" and self._enter == "skip")

    @property
    def _enter(self) -> str:
        """What ``enter`` does; before the log has answered, what is right for most."""
        ache, seen = self.form.ache, self._outlook
        if seen is not None and seen.pain.alarms:
            return "end"
        if seen is None:
            return "swap" if self._session_id is not None and (ache.level or 0) else "note"
        return "note" if not seen.concerned else "swap" if seen.can_swap else "skip"

    def action_keep(self, what: str) -> None:
        """Close with what was told, and what follows from it."""
        choices = {"swap": Choice.SWAP, "skip": Choice.SKIP, "end": Choice.SKIP}
        self._close(choices.get(what))

    def action_skip(self) -> None:
        """Close, and leave out what it concerns."""
        self._close(Choice.SKIP)

    def action_note(self) -> None:
        """Close, and change nothing."""
        self._close(None)

    def action_leave(self) -> None:
        """Close without a word."""
        self.dismiss(None)

    def _close(self, choice: Choice | None) -> None:
        ache = self.form.ache
        if ache.part is not None and ache.level is not None:
            self.dismiss(Told(part=ache.part, side=ache.side, level=ache.level, choice=choice))

    @on(AcheForm.Told)
    def _told(self) -> None:
        self._outlook = None
        self._show()
        self._look_ahead(self.form.ache)

    @work(exclusive=True, name="read")
    async def _look_ahead(self, ache: Ache) -> None:
        part, side, level, session_id = ache.part, ache.side, ache.level, self._session_id
        if part is None or level is None:
            return
        try:
            self._outlook = await self.app.book.ask(lambda book: book.pains.outlook(session_id, part, side, level))
        except Problem as problem:
            self.app.refuse(problem)
        self._show()

    def _show(self) -> None:
        self.query_one("#outlook", Static).update(Content("\n").join(self._lines()))
        self.refresh_bindings()

    def _lines(self) -> Iterator[Content]:
        seen = self._outlook
        if seen is None:
            yield Content.styled("You know it best. It is noted as you say it, never judged.", "$foreground-muted")
            return
        if seen.pain.alarms:
            yield Content.styled(STOP.text, "$text-error")
        else:
            yield from _follows(seen)
        if seen.comes_back:
            yield Content.styled(COACH.text, "$foreground-muted")


def _follows(seen: Outlook) -> Iterator[Content]:
    """Yield what becomes of the session and the days after."""
    pain = seen.pain
    if not pain.level:
        yield Content("Good. Nothing is spared for it any more.")
    elif not pain.stops:
        yield Content("Noted. Go on, lighter if you like, as long as it does not change how you move.")
    elif pain.session_id is None:
        yield Content(f"What loads it is swapped or left out for {ACTS_DAYS} days at most, or until you say 0.")
    elif not seen.concerned:
        yield Content("Nothing that is planned for the rest of this session loads it.")
    else:
        if seen.ends_run:
            yield Content.styled("End the run here and walk home; what you ran is kept.", "bold")
        yield from (Content(clean(change, 200)) for change in seen.swaps)
