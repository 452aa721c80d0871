"""What to do without a plan: run, lift, a block from one typed line, or write down what is done already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.blocks import LONGEST, Block, Done, Known, examples, read, read_done
from hybridtui.domain.estimate import session_minutes
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind
from hybridtui.ui.look import APP_NAME, DOT, MISSED_SIGN, colour, sign, word
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar

MOST_LINES = 8
"""Lines that can be taken by a digit: what was typed before, then examples."""

SAID_LIMIT = 300


class Choice(NamedTuple):
    """One thing to do without a plan."""

    kind: Kind
    key: str
    title: str
    about: str
    at_once: bool
    """Whether it can begin without a line."""


CHOICES = (
    Choice(Kind.RUN, "r", "Run", "by feel, with a stopwatch, or as typed", at_once=True),
    Choice(Kind.STRENGTH, "s", "Strength", "any exercises, set by set, or as typed", at_once=True),
    Choice(Kind.HYBRID, "b", "Block", "AMRAP, EMOM, Tabata, rounds", at_once=False),
    Choice(Kind.OTHER, "d", "Done already", "run or other sport, also yesterday's", at_once=False),
)
LETTERS = "".join(choice.key for choice in CHOICES) + "l"
"""Letters that choose; any other begins the line."""

Chosen = Kind | Block | Done


class LineInput(CleanInput):
    """The session in one line; ``enter`` begins it."""

    BINDINGS = [
        Binding("enter", "submit", "Begin", key_display="⏎", id="line.begin", tooltip="Begin as typed"),
        Binding("escape", "give_up", "Clear", key_display="esc", id="line.clear", tooltip="Back to the choices"),
        Binding("down", "screen.to_choices", "Choices", show=False, id="line.down", tooltip="Down to the choices"),
    ]

    def action_give_up(self) -> None:
        """Empty the line, and go back to the choices."""
        self.value = ""
        self.screen.query_one(OptionList).focus()


class FreeSessionDialog(ModalScreen["Chosen | None"]):
    """Choices by letter, lines by digit, and a line to type with what it means below it."""

    AUTO_FOCUS = "OptionList"
    DEFAULT_CSS = """
    FreeSessionDialog {
        & Input { background: $foreground 8%; }
        & Input:focus { background: $primary 30%; }
        & #said { height: auto; min-height: 2; max-height: 4; margin-bottom: 1; }
        & OptionList { height: auto; min-height: 11; max-height: 14; border: none; background: transparent; padding: 0;
            text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
            &:focus { border: none; }
            & > .option-list--separator { color: $foreground 25%; }
        }
    }
    FreeSessionDialog.-low {
        & #said { min-height: 1; margin-bottom: 0; }
        & OptionList { min-height: 0; max-height: 11; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short")]
    BINDINGS = [
        Binding("enter", "choose_shown", "Start", key_display="⏎", priority=True, id="free.start",
                tooltip="Begin, or take the line"),
        Binding("r", "choose('run')", "Run", id="free.run", tooltip="Begin a run"),
        Binding("s", "choose('strength')", "Strength", id="free.strength", tooltip="Begin a strength session"),
        Binding("b", "choose('hybrid')", "Block", id="free.block", tooltip="Type a block: AMRAP, EMOM, rounds"),
        Binding("d", "choose('other')", "Done", id="free.done", tooltip="Write down what is done already"),
        Binding("l", "type", "Type a line", id="free.line", tooltip="Say the session in one line"),
        *(
            Binding(str(digit), f"take({digit})", "Take a line", show=False, id=f"free.take-{digit}",
                    tooltip="Take this line; it can be changed before it begins")
            for digit in range(1, MOST_LINES + 1)
        ),
        Binding("escape", "leave", "Cancel", key_display="esc", id="free.leave", tooltip="Back"),
    ]  # fmt: skip

    def __init__(self, known: Known, earlier: Sequence[str] = ()) -> None:
        """Read lines against what is ``known``; ``earlier`` are those typed before, the newest first."""
        super().__init__()
        self._known, self._earlier = known, tuple(earlier)
        self._kind = Kind.RUN

    def compose(self) -> ComposeResult:
        """Lay out the line, what it means, and the choices."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Free session"
            yield LineInput(limit=LONGEST, placeholder="l types a line, such as 6x400m/90s", select_on_focus=False)
            yield Static(id="said")
            yield OptionList(*self._options())
        yield KeyBar()

    @property
    def _listed(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def _lines(self) -> tuple[str, ...]:
        """The lines to take: earlier ones first, then examples of what is highlighted."""
        return tuple(dict.fromkeys((*self._earlier, *examples(self._kind, self._known))))[:MOST_LINES]

    @property
    def _typing(self) -> bool:
        return isinstance(self.focused, LineInput)

    def _options(self) -> list[Option | None]:
        lines = [
            Option(_line(number, line, again=line in self._earlier), id=f"line:{number}")
            for number, line in enumerate(self._lines, 1)
        ]
        return [*(Option(_choice(choice), id=choice.kind.value) for choice in CHOICES), None, *lines]

    @on(OptionList.OptionHighlighted)
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        """Show examples of what is highlighted."""
        choice = next((choice for choice in CHOICES if choice.kind.value == event.option_id), None)
        if choice is not None:
            self._offer(choice)
        if not self._typing:
            self._tell()

    def _offer(self, choice: Choice) -> None:
        """Highlight a choice, with its examples below."""
        if choice.kind is not self._kind:
            self._kind = choice.kind
            with self.prevent(OptionList.OptionHighlighted):
                self._listed.clear_options()
                self._listed.add_options(self._options())
        self._listed.highlighted = CHOICES.index(choice)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        chosen = str(event.option_id)
        if chosen.startswith("line:"):
            self.action_take(int(chosen.removeprefix("line:")))
        else:
            self.action_choose(chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Letters and digits are keys only while no line is typed."""
        if action in ("choose", "choose_shown", "type", "take", "leave") and self._typing:
            return False
        return action != "take" or int(str(parameters[0])) <= len(self._lines)

    def action_choose_shown(self) -> None:
        """Do what is highlighted."""
        self._listed.action_select()

    def action_choose(self, kind: str) -> None:
        """Begin a session of this kind, or ask for its line."""
        choice = next(choice for choice in CHOICES if choice.kind.value == kind)
        if choice.at_once:
            self.dismiss(choice.kind)
            return
        self._offer(choice)
        self.action_type()

    def on_key(self, event: events.Key) -> None:
        """Let a letter that chooses nothing begin the line: ``amrap`` is typed, not its ``r`` taken for a run."""
        line, letter = self.query_one(LineInput), event.character
        if letter is not None and letter.isalpha() and letter not in LETTERS and self.focused is not line:
            event.stop()
            line.focus()
            line.insert_text_at_cursor(letter)

    def action_type(self) -> None:
        """Type a line."""
        line = self.query_one(LineInput)
        line.placeholder = f"such as {examples(self._kind, self._known)[0]}"
        line.focus()
        self.call_after_refresh(self._tell)

    def action_take(self, number: int) -> None:
        """Take a line as it is; it can be changed before it begins."""
        field = self.query_one(LineInput)
        field.value = self._lines[number - 1]
        field.cursor_position = len(field.value)
        self.action_type()

    def action_to_choices(self) -> None:
        """Go down to the choices."""
        self._listed.focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._tell()

    @on(Input.Submitted)
    def _begin(self, event: Input.Submitted) -> None:
        """Begin what was typed; what cannot be read stays."""
        if not event.value.strip():
            self._listed.focus()
            return
        try:
            self.dismiss(self._read(event.value))
        except Problem:
            self._tell()

    def _read(self, text: str) -> Block | Done:
        return read_done(text, self._known.distance_unit) or read(text, self._known)

    def _tell(self) -> None:
        """Say what the line means, or what of it is not understood."""
        text = self.query_one(LineInput).value
        self.query_one("#said", Static).update(self._said(text) if text.strip() else self._hint())
        self.refresh_bindings()

    def _hint(self) -> Content:
        choice = next(choice for choice in CHOICES if choice.kind is self._kind)
        example = f"such as {examples(choice.kind, self._known)[0]}"
        words = f"{choice.title} as typed, {example}" if self._typing else f"{choice.title}: {choice.about}"
        return Content.styled(words, "$foreground-muted")

    def _said(self, text: str) -> Content:
        try:
            found = self._read(text)
        except Problem as problem:
            return Content.assemble((f"{MISSED_SIGN} ", "$text-error"), clean(str(problem), SAID_LIMIT))
        if isinstance(found, Done):
            asks = "" if found.began is not None else f"{DOT}enter asks when"
            return Content.assemble(("Done already: ", "bold"), clean(found.echo, SAID_LIMIT), asks)
        minutes = f"{DOT}about {session_minutes(found.steps)} min"
        added = f"\nWith {found.added}; K skips {'either' if ' and ' in found.added else 'it'}." if found.added else ""
        return Content.assemble(
            (sign(found.kind), colour(found.kind)),
            f" {word(found.kind)}{DOT}",
            clean(found.echo, SAID_LIMIT),
            (minutes, "$foreground-muted"),
            (added, "$foreground-muted"),
        )

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


def _choice(choice: Choice) -> Content:
    return Content.assemble(
        (f" {choice.key}  ", "bold"), f"{sign(choice.kind)} {choice.title:<14}", (choice.about, "$foreground-muted"),
    )  # fmt: skip


def _line(number: int, line: str, *, again: bool) -> Content:
    return Content.assemble((f" {number}  ", "bold"), clean(line), ("  again" if again else "", "$foreground-muted"))
