"""Names of exercises that the library does not know, one line each, and what each becomes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hybridtui.domain.imports import UnmatchedName
from hybridtui.domain.text import clean
from hybridtui.ui import look
from hybridtui.ui.imports.naming import OWN, Asked, Naming
from hybridtui.ui.widgets.fitted import Fitted, hanging

SETS_WIDTH = 11
"""Cells of ``1,204 sets``, with the gap before."""

MOST_GUESSES = 5
"""Guesses that have a digit."""

NO_GUESS = "Nothing in the library is like it: / chooses any exercise, o keeps it as your own."

WHAT_FOR = "Say which exercise each is: its sets count as that. Later, i in the Library does so, too."

GUESSES = Binding.Group("Guess", compact=True)


class NameList(OptionList, inherit_bindings=False):
    """One line a name; the keys answer for the line under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take", id="import.name-take", tooltip="Take what is proposed; on to the next name"),
        Binding("enter", "go_on", "Go on", id="import.name-go-on", tooltip="All have an answer: look at the import"),
        *(
            Binding(
                str(number),
                f"guess({number})",
                "Guess",
                group=GUESSES,
                id=f"import.name-guess-{number}",
                tooltip=f"Take guess {number}, and go to the next name",
            )
            for number in range(1, MOST_GUESSES + 1)
        ),
        Binding("left", "turn(-1)", "Guess before", show=False, id="import.name-before", tooltip="The guess before"),
        Binding("right", "turn(1)", "Next guess", show=False, id="import.name-after", tooltip="The next guess"),
        Binding("slash", "pick", "Search", id="import.name-pick", tooltip="Choose among all exercises"),
        Binding("o", "own", "Own", id="import.name-own", tooltip="Keep it as an exercise of your own"),
        Binding("r", "rest", "Skip the others", id="import.name-rest", tooltip="Go on; what is open stays your own"),
        Binding("up", "cursor_up", "Up", show=False, id="import.name-up", tooltip="The name above"),
        Binding("down", "cursor_down", "Down", show=False, id="import.name-down", tooltip="The name below"),
        Binding("pageup", "page_up", "Page up", show=False, id="import.name-page-up", tooltip="A page up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="import.name-page-down", tooltip="A page down"),
        Binding("home", "first", "First", show=False, id="import.name-first", tooltip="The first name"),
        Binding("end", "last", "Last", show=False, id="import.name-last", tooltip="The last name"),
    ]

    class Moved(Message):
        """Another line is under the cursor, or says something else."""

    class Other(Message):
        """Any exercise is to be picked for the name under the cursor."""

    class Done(Message):
        """What is open stays the athlete's own; the import goes on."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.naming = Naming((), {})

    @property
    def here(self) -> Asked | None:
        """The name under the cursor."""
        return self.naming.asked[self.highlighted] if self.highlighted is not None else None

    def show(self, naming: Naming) -> None:
        """Ask these names."""
        self.naming = naming
        self._lay_out()
        self.highlighted = 0 if len(naming) else None
        self._say()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the line under the cursor can be answered with."""
        match action:
            case "take" | "rest":
                return bool(self.naming.open)
            case "go_on":
                return not self.naming.open
            case "guess":
                return self.here is not None and parameters[0] in range(1, len(self.here.guesses) + 1)
            case "turn":
                return self.here is not None and bool(self.here.guesses)
        return super().check_action(action, parameters)

    def on_resize(self, _event: events.Resize) -> None:
        """Fill the columns there are now."""
        self._lay_out()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Say what the line under the cursor could be."""
        super().watch_highlighted(highlighted)
        self._say()

    def action_take(self) -> None:
        """Take what is proposed for this name, or what was said of it; on to the next that is open."""
        if self.here is not None:
            self.answer(self.here.would_be, go_on=True)

    def action_guess(self, number: int) -> None:
        """Take a guess by its number."""
        if self.here is not None:
            self.answer(self.here.guesses[number - 1], go_on=True)

    def action_turn(self, by: int) -> None:
        """Take the guess before or after."""
        if self.highlighted is not None:
            self.answer(self.naming.turned(self.highlighted, by), go_on=False)

    def action_own(self) -> None:
        """Keep this name as the athlete's own."""
        self.answer(OWN, go_on=True)

    def action_pick(self) -> None:
        """Ask for any exercise."""
        if self.here is not None:
            self.post_message(self.Other())

    def action_rest(self) -> None:
        """Leave what is open the athlete's own."""
        self.post_message(self.Done())

    def action_go_on(self) -> None:
        """Go on: every name has its answer."""
        self.post_message(self.Done())

    def answer(self, answer: str, *, go_on: bool) -> None:
        """Say what the name under the cursor stands for, and go to the next that is open."""
        if (index := self.highlighted) is None:
            return
        self.naming.say(index, answer)
        self.replace_option_prompt_at_index(index, self._line(self.naming.asked[index]))
        if go_on and (following := self.naming.next_open(index)) is not None:
            self.highlighted = following
        self._say()

    def _say(self) -> None:
        self.post_message(self.Moved())
        self.refresh_bindings()

    def _lay_out(self) -> None:
        kept = self.highlighted
        self.set_options(Option(self._line(asked)) for asked in self.naming.asked)
        self.highlighted = kept

    def _line(self, asked: Asked) -> Content:
        room = max(24, self.size.width - SETS_WIDTH - 6 - self.scrollbar_size_vertical)
        name = Content(clean(asked.name.name)).truncate(room // 2, ellipsis=True, pad=True)
        sets = f"{asked.name.sets:,} {'set' if asked.name.sets == 1 else 'sets'}".rjust(SETS_WIDTH)
        said = clean(self.naming.called(asked.would_be))
        if asked.answer is None:
            becomes = Content.styled(f"{said}?", "$foreground-muted")
        else:
            becomes = Content.styled(said, "bold")
        sign = look.DONE_SIGN if asked.answer is not None else " "
        return Content.assemble((f"{sign} ", "$text-success"), name, (sets, "$foreground-muted"), "   ", becomes)


class NamesView(Vertical):
    """The list, what is asked above it, and the guesses for the line under the cursor below."""

    def compose(self) -> ComposeResult:
        """Lay out the three."""
        yield Fitted(self._asked, id="asked")
        yield NameList()
        yield Fitted(self._guesses, id="guesses")

    @property
    def names(self) -> NameList:
        """The list."""
        return self.query_one(NameList)

    def show(self, naming: Naming) -> None:
        """Ask these names."""
        self.names.show(naming)

    @on(NameList.Other)
    @work(exclusive=True, group="pick")
    async def _pick(self) -> None:
        """Choose among all exercises for the name under the cursor."""
        from hybridtui.ui.dialogs.pick_exercise import PickExerciseDialog

        names = self.names
        if (asked := names.here) is not None:
            question = f"What is {asked.name.name}?"
            dialog = PickExerciseDialog(names.naming.exercises, question=question, adds=False)
            if isinstance(chosen := await self.app.push_screen_wait(dialog), str):
                names.answer(chosen, go_on=True)

    def on_name_list_moved(self) -> None:
        """Show the guesses for where the cursor is, and how many are open."""
        for fitted in self.query(Fitted):
            fitted.refresh(layout=True)

    def _asked(self, width: int) -> Iterator[Content]:
        naming = self.names.naming
        left = f"{naming.open:,} open" if naming.open else "all answered"
        names = f"{len(naming):,} {'name is' if len(naming) == 1 else 'names are'} not in the library"
        line = Content.assemble((names, "bold"), (f"   {left}", "$foreground-muted"))
        yield line.truncate(width, ellipsis=True)
        yield from hanging(Content(), Content.styled(WHAT_FOR, "$foreground-muted"), width, 0)
        yield Content()

    def _guesses(self, width: int) -> Iterator[Content]:
        here = self.names.here
        yield Content()
        if here is None:
            return
        yield Content.styled(_question(here.name), "bold").truncate(width, ellipsis=True)
        parts = [
            Content.assemble((f"{number} ", "bold $text-accent"), clean(self.names.naming.called(key)))
            for number, key in enumerate(here.guesses[:MOST_GUESSES], start=1)
        ]
        if parts:
            yield from _packed(parts, width)
        else:
            yield from hanging(Content(), Content.styled(NO_GUESS, "$foreground-muted"), width, 0)


def _packed(parts: Sequence[Content], width: int) -> Iterator[Content]:
    """Yield lines of as many parts as go into each: no number stands apart from its guess."""
    line = Content()
    for part in parts:
        longer = Content("   ").join((line, part)) if line else part
        if line and longer.cell_length > width:
            yield line
            longer = part
        line = longer
    yield line.truncate(width, ellipsis=True)


def _question(name: UnmatchedName) -> str:
    return f"{clean(name.name)} could be" if name.guesses else clean(name.name)
