"""Another exercise in place of one: what is like it, and what is easier or harder, each with its own target."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Line

from hybridtui.domain.dates import day_and_month
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.ui import words
from hybridtui.ui.app import TALL, HybridApp
from hybridtui.ui.dialogs.pick_exercise import OwnName, PickExerciseDialog
from hybridtui.ui.look import APP_NAME, DOT, TIMES
from hybridtui.ui.stage import UnreadableError
from hybridtui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from hybridtui.domain.exercises import Exercise
    from hybridtui.logbook.freedom import Option, Options

RUNGS = {-1: ("<", "easier"), 1: (">", "harder")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """What is to be done in place of a step's exercise."""

    index: int
    """Of the step."""
    exercise: str = ""
    """Id of the new exercise; empty: to be looked for in the whole library."""
    rung: int = 0
    """-1: what is easier, 1: what is harder, in place of an exercise by its id."""
    from_now_on: bool = False


class SwapDialog(ModalScreen["Swap | None"]):
    """Up to three substitutes, the best highlighted, so ``enter`` takes it, also before they are shown."""

    DEFAULT_CSS = """
    SwapDialog {
        & OptionList { height: auto; border: none; background: transparent; padding: 0;
            text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
            &:focus { border: none; }
        }
        & #when { height: auto; margin: 1 1 0 1; }
    }
    SwapDialog.-short OptionList { max-height: 15; }
    SwapDialog.-low {
        & OptionList { max-height: 9; }
        & #when { margin-top: 0; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (TALL, "-tall")]
    BINDINGS = [
        Binding("enter", "take", "Take", key_display="⏎", priority=True, id="swap.take",
                tooltip="Do this one instead; its target comes from its own past"),
        *(
            Binding(str(number), f"take_number({number})", "Take", show=False, id=f"swap.{number}",
                    tooltip="Take this substitute")
            for number in (1, 2, 3)
        ),
        Binding("tab", "when", "Today / from now on", priority=True, id="swap.when",
                tooltip="For today only, or in the plan too"),
        Binding("less_than_sign", "rung(-1)", "Easier", key_display="<", id="swap.easier", tooltip="The easier one"),
        Binding("greater_than_sign", "rung(1)", "Harder", key_display=">", id="swap.harder", tooltip="The harder one"),
        Binding("n", "other", "Any other", id="swap.other", tooltip="Look through the whole library"),
        Binding("escape", "leave", "Cancel", key_display="esc", id="swap.leave", tooltip="Change nothing"),
    ]  # fmt: skip

    app = getters.app(HybridApp)
    listed = getters.query_one(OptionList)

    def __init__(
        self, load: Callable[[], Awaitable[Options]], *, planned: bool, unit: DistanceUnit = DistanceUnit.KM
    ) -> None:
        """Ask ``load`` for what can be done; ``planned`` if a plan is followed that could keep the choice."""
        super().__init__()
        self._load = load
        self._planned = planned
        self._unit = unit
        self._options: Options | None = None
        self._hurried = False
        """True if ``enter`` was pressed before there was anything to take."""
        self._from_now_on = False

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Another exercise"
            yield OptionList(markup=False)
            yield Static(id="when", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask what can be done."""
        self.query_one("#when", Static).update("Looking for what is like it…")
        self.read()

    @work
    async def read(self) -> None:
        """Show what can be done, or say why nothing can."""
        try:
            options = await self._load()
        except (Problem, UnreadableError) as refused:
            self.app.refuse(Problem(str(refused)))
            self.dismiss(None)
            return
        self._options = options
        self.query_one(Vertical).border_title = Content(f"{APP_NAME} · In place of {clean(options.step.title, 60)}")
        self.listed.add_options(list(self._lines(options)))
        self.listed.highlighted = 0 if self.listed.option_count else None
        self.listed.focus()
        self._say()
        self.refresh_bindings()
        if self._hurried:
            self.action_take()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer what there is."""
        options = self._options
        if action == "take":
            return options is None or (self.is_mounted and bool(self.listed.option_count))
        if action == "take_number":
            return options is not None and int(str(parameters[0])) <= len(options.substitutes)
        if action == "rung":
            return self._rung(int(str(parameters[0]))) is not None
        return action != "when" or self._planned

    def action_take(self) -> None:
        """Take what is highlighted; at once when it is known, if it is not yet."""
        if self._options is None:
            self._hurried = True
        else:
            self.listed.action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._choose(str(event.option_id))

    def action_take_number(self, number: int) -> None:
        """Take the first, second or third substitute."""
        if self._options is not None:
            self._choose(self._options.substitutes[number - 1].exercise.id)

    def action_rung(self, by: int) -> None:
        """Take what is easier or harder."""
        self._choose(RUNGS[by][0])

    def action_when(self) -> None:
        """For today only, or from now on."""
        self._from_now_on = not self._from_now_on
        self._say()

    def action_other(self) -> None:
        """Look through the whole library."""
        self._choose("")

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def _choose(self, name: str) -> None:
        if (options := self._options) is None:
            return
        rung = next((by for by, (key, _) in RUNGS.items() if key == name), 0)
        self.dismiss(Swap(index=options.index, exercise="" if rung else name, rung=rung, from_now_on=self._from_now_on))

    def _rung(self, by: int) -> Option | None:
        if self._options is None:
            return None
        return self._options.easier if by < 0 else self._options.harder

    def _say(self) -> None:
        """Say for how long it holds."""
        now, later = ("", "bold reverse") if self._from_now_on else ("bold reverse", "")
        alike = self._options is None or bool(self._options.substitutes)
        said = Content("" if alike else "Nothing else is like it here.\n")
        if self._planned:
            said = Content.assemble(said, (" today only ", now), " ", (" from now on ", later))
        self.query_one("#when", Static).update(said)

    def _lines(self, options: Options) -> Iterator[Line]:
        for number, option in enumerate(options.substitutes, 1):
            yield Line(self._line(str(number), option, option.why), id=option.exercise.id)
        for by, (key, word) in RUNGS.items():
            if (option_ := self._rung(by)) is not None:
                yield Line(self._line(key, option_, f"{word}{f': {option_.why}' if option_.why else ''}"), id=key)

    def _line(self, key: str, option: Option, why: str) -> Content:
        """Three facts: what it is and needs, why it is there, and its own target with when it was done last."""
        at_hand = self._options.equipment if self._options is not None else frozenset()
        return Content("\n").join(
            (
                Content.assemble(
                    (f" {key}  ", "bold"), (clean(option.exercise.name, 40), "bold"), DOT,
                    needs(option.exercise, at_hand),
                ),
                Content.assemble("    ", why),
                Content.assemble("    ", target(option, self._unit)),
            )
        )  # fmt: skip


def needs(exercise: Exercise, at_hand: frozenset[str]) -> str:
    """Say what an exercise is done with here, the least first."""
    ways = [way for way in exercise.equipment if way <= at_hand] or list(exercise.equipment)
    least = min(ways, key=len)
    return " and ".join(sorted(least)).replace("_", " ") or "no equipment"


def target(option: Option, unit: DistanceUnit) -> str:
    """Say what it asks for today, and when it was done last: ``3 × 20 kg × 8, last 3 Mar``."""
    step = option.step
    asked = f"{step.sets} {TIMES} {words.target(step, 1, unit)}"
    if option.last is None:
        return f"{asked}, not done before"
    day = option.last.local_date
    return f"{asked}, last {day_and_month(day)}: {words.done_sets(option.last.sets[:4])}"


def ask_for_swap(app: HybridApp, do: Callable[[Callable[[], Awaitable[str]]], object], step: int | None = None) -> None:
    """Ask what to do in place of a step's exercise, that of the one in focus by default, and have it done by ``do``."""
    guided = app.guided
    page = guided.page
    if page is None:
        return

    def answered(wanted: Swap | None) -> None:
        if wanted is None:
            return
        if wanted.exercise or wanted.rung:
            do(lambda: guided.swap(wanted))
        else:
            app.push_screen(PickExerciseDialog(page.exercises), lambda chosen: picked(wanted, chosen))

    def picked(wanted: Swap, chosen: str | OwnName | None) -> None:
        if isinstance(chosen, OwnName):
            do(lambda: guided.swap_for_own(wanted, chosen.name))
        elif chosen is not None:
            do(lambda: guided.swap(replace(wanted, exercise=chosen)))

    unit = page.distance_unit
    asking = SwapDialog(lambda: guided.options(step), planned=page.plan is not None, unit=unit)
    app.push_screen(asking, answered)
