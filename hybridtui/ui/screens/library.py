"""Library: how an exercise is done, what is easier and what is harder."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Select, Static

from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.library import Group, Wanted, found, ladder
from hybridtui.domain.problems import Problem
from hybridtui.ui.look import count
from hybridtui.ui.screens.place import Place
from hybridtui.ui.shelf import Recalled, Shelf, recalled
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.exercise_list import ExerciseList
from hybridtui.ui.widgets.exercise_view import ExercisePage, ExerciseView
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.title_bar import TitleBar

MINE, ALL = "[✓] what I have", "[ ] what I have"
"""Whether only what one has the things for is shown."""


class SearchInput(CleanInput):
    """The words looked for; ``enter`` and ``down`` go into the list."""

    BINDINGS = [
        Binding("enter,down", "screen.list", "List", key_display="⏎", id="library.list", tooltip="Go into the list"),
        Binding("escape", "screen.everything", "Clear", id="library.clear", tooltip="Show everything again"),
    ]


class LibraryScreen(Place):
    """Search and filters above, the list on the left, the exercise on the right."""

    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (72, "-narrow"), (100, "-wide")]
    AUTO_FOCUS = "ExerciseList"
    BINDINGS = [
        Binding("slash", "search", "Search", key_display="/", id="library.search", tooltip="Type words to look for"),
        Binding("p", "patterns", "Pattern", id="library.pattern", tooltip="Show one kind of movement only"),
        Binding("e", "equipment", "What I have", id="library.equipment", tooltip="Only what you can do with it"),
        Binding("less_than_sign", "climb(-1)", "Easier", key_display="<", id="library.easier", tooltip="A step down"),
        Binding("greater_than_sign", "climb(1)", "Harder", key_display=">", id="library.harder", tooltip="A step up"),
        Binding("t", "note", "Note", id="library.note", tooltip="What you want to read whenever it comes"),
        Binding("i", "really", "Is really", id="library.really",
                tooltip="Say which exercise one of your own really is: its whole history becomes that one"),
        Binding("escape", "everything", "All", key_display="esc", id="library.all", tooltip="Show everything again"),
    ]  # fmt: skip

    shelf: var[Shelf] = var(Shelf(catalogue(), frozenset()), init=False)
    """Library and own exercises."""
    wanted: var[Wanted] = var(Wanted(), init=False)
    """What is looked for."""

    names = getters.query_one(ExerciseList)
    view = getters.query_one(ExerciseView)
    search = getters.query_one(SearchInput)

    def compose(self) -> ComposeResult:
        """Lay out search, list and exercise."""
        yield TitleBar(mode="library")
        with Horizontal(id="filters"):
            yield SearchInput(placeholder="/ search", limit=60)
            yield Select([(str(group), group) for group in Group], prompt="every pattern", compact=True)
            yield Static(ALL, id="mine", markup=False)
        with Horizontal(id="shelf"):
            with Vertical(id="found", classes="panel"):
                yield ExerciseList()
            yield ExerciseView(classes="panel")
        yield KeyBar()

    def __init__(self) -> None:
        super().__init__()
        self._recalled: dict[str, Recalled] = {}  # what the log has told since one came here

    def on_mount(self) -> None:
        """Follow cursor and search in the same repaint: messages would come a frame later."""
        self.watch(self.names, "highlighted", self._highlighted, init=False)
        self.watch(self.search, "value", self._typed, init=False)

    def on_screen_resume(self) -> None:
        """Read the shelf anew whenever one comes here: imports add to it."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a step of the ladder where there is one, the search from elsewhere, and all while some are hidden."""
        if action == "really":
            return self.is_mounted and self.names.exercise is not None and self.names.exercise.own
        if action == "climb" and self.is_mounted:
            return self._neighbour(1 if parameters == (1,) else -1) is not None
        if action == "everything":
            return self.wanted != Wanted() or (self.is_mounted and self.search.has_focus)
        return not (action == "search" and self.is_mounted and self.search.has_focus)

    @work(exclusive=True, group="read", name="read")
    async def _read(self) -> None:
        try:
            exercises = await self.app.book.ask(lambda book: book.exercises())
            athlete = await self.app.book.ask(lambda book: book.athlete())
        except Problem as problem:
            self.app.refuse(problem)
            return
        self.query_one(TitleBar).show_day(self.app.clock.now().date())
        self._recalled.clear()
        shelf = Shelf(exercises, athlete.equipment if athlete else frozenset())
        if shelf != self.shelf or self.names.exercise is None:
            self.shelf = shelf
            self._show()
        else:
            self._highlighted()

    def watch_wanted(self, old: Wanted, new: Wanted) -> None:
        """Show what is found; the best match of new words first."""
        if old.equipment != new.equipment:
            self.query_one("#mine", Static).update(MINE if new.equipment is not None else ALL)
        self._show(stay=old.text == new.text or not new.text)

    def _show(self, *, stay: bool = True) -> None:
        has = self.shelf.equipment
        matches = found(self.shelf.exercises.values(), self.wanted)
        self.query_one("#found").border_title = count(len(matches), "exercise")
        self.names.show(matches, has, stay=stay)
        if not matches:
            self.view.say("Nothing is called that. escape shows everything again.")
            self.refresh_bindings()

    def _highlighted(self) -> None:
        if (exercise := self.names.exercise) is None:
            return
        self.refresh_bindings()
        self.view.show(self._page(exercise))
        self._remember(exercise)

    def _page(self, exercise: Exercise) -> ExercisePage:
        steps = ladder(self.shelf.exercises, exercise)
        past, note = (own.past, own.note) if (own := self._recalled.get(exercise.id)) is not None else (None, "")
        return ExercisePage(exercise, steps, self.shelf.equipment, past, note)

    @work(exclusive=True, group="past", name="read")
    async def _remember(self, exercise: Exercise) -> None:
        """Add the athlete's own past with the exercise; ask for its neighbours' too: they come next."""
        for near in self.names.around:
            if near.id in self._recalled:
                continue
            try:
                self._recalled[near.id] = await self.app.book.ask(partial(recalled, near.id))
            except Problem as problem:
                self.app.refuse(problem)
                return
            if near == exercise:
                self.view.show(self._page(exercise))

    def _typed(self, text: str) -> None:
        self.wanted = replace(self.wanted, text=text)

    @on(Select.Changed)
    def _filtered(self, event: Select.Changed) -> None:
        self.wanted = replace(self.wanted, group=event.value if isinstance(event.value, Group) else None)
        self.names.focus()

    def action_search(self) -> None:
        """Type words to look for."""
        self.search.focus()

    def action_list(self) -> None:
        """Go into the list."""
        self.names.focus()

    def action_patterns(self) -> None:
        """Choose one kind of movement."""
        self.query_one(Select).focus()
        self.query_one(Select).action_show_overlay()

    def action_equipment(self) -> None:
        """Show only what can be done with what is at hand, or everything again."""
        narrowed = self.wanted.equipment is None
        self.wanted = replace(self.wanted, equipment=self.shelf.equipment if narrowed else None)

    def action_everything(self) -> None:
        """Take search and filters away."""
        self.search.value = ""
        self.query_one(Select).clear()
        self.wanted = Wanted()
        self.names.focus()

    @work
    async def action_note(self) -> None:
        """Write what is to be read whenever the exercise comes."""
        from hybridtui.ui.dialogs.note import About, Noted, NoteDialog

        exercise = self.names.exercise
        own = self._recalled.get(exercise.id) if exercise is not None else None
        if exercise is None or own is None:
            return
        noted = Noted(About.EXERCISE, exercise.id, exercise.name, own.note)
        note = await self.app.push_screen_wait(NoteDialog([noted]))
        if note is None or note.text == own.note:
            return
        try:
            await self.app.book.ask(lambda book: book.notes.save(exercise.id, note.text))
        except Problem as problem:
            self.app.refuse(problem)
            return
        self.app.guided.recalled.pop(exercise.id, None)  # Today reads it anew
        self._recalled[exercise.id] = replace(own, note=note.text)
        self._highlighted()

    @work(exclusive=True, group="dialog")
    async def action_really(self) -> None:
        """Make an exercise of one's own another one, in the whole history."""
        from hybridtui.ui.guesses import remap

        if (exercise := self.names.exercise) is not None:
            await remap(self.app, exercise)
            self._read()

    def action_climb(self, by: int) -> None:
        """Go a step of the ladder down or up; filters that hide it are taken away."""
        if (step := self._neighbour(by)) is not None and not self.names.go_to(step):
            self.action_everything()
            self.names.go_to(step)

    def _neighbour(self, by: int) -> Exercise | None:
        exercise = self.names.exercise
        if exercise is None:
            return None
        return self.shelf.exercises.get((exercise.harder if by > 0 else exercise.easier) or "")
