"""Today: what to do now, and the guide through it.

One key does the next thing: ``enter`` starts, resumes, logs as planned, ticks off,
finishes. Actions run one after another in the order of the keys, each on the log as
the one before left it, so two quick presses are two sets.
"""

from __future__ import annotations

from dataclasses import replace

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from hybridtui.ui.app import TALL
from hybridtui.ui.places import collect_again, prepare
from hybridtui.ui.running import Running
from hybridtui.ui.screens.answering import Answering
from hybridtui.ui.screens.clock_keys import ClockKeys
from hybridtui.ui.screens.freedom_keys import FreedomKeys
from hybridtui.ui.screens.match_keys import MatchKeys
from hybridtui.ui.screens.pain_keys import PainKeys
from hybridtui.ui.screens.today_keys import KEYS
from hybridtui.ui.screens.today_state import HINTS, State, offered
from hybridtui.ui.stage import Stage
from hybridtui.ui.widgets.entry_line import EntryLine
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.rest_bar import RestBar
from hybridtui.ui.widgets.step_focus import StepFocus
from hybridtui.ui.widgets.step_list import StepList
from hybridtui.ui.widgets.title_bar import TitleBar
from hybridtui.ui.widgets.week_strip import WeekStrip


class TodayScreen(FreedomKeys, PainKeys, MatchKeys, ClockKeys, Answering):
    """The week, the balance, the steps, and the step in focus."""

    AUTO_FOCUS = ""  # none: with None the entry line would swallow the keys of a session that is offered
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (TALL, "-tall")]
    BINDINGS = KEYS

    _loaded = False
    """True once the log was asked: before that no key does anything, and little has to be imported."""
    _as_it_is: State | None = None
    """What decides which keys there are, while all are asked for."""
    _checked = False
    """True once the log's file was looked over."""

    strip = getters.query_one(WeekStrip)
    steps = getters.query_one(StepList)
    pane = getters.query_one(StepFocus)
    entry = getters.query_one(EntryLine)
    rest_bar = getters.query_one(RestBar)

    def compose(self) -> ComposeResult:
        """Lay out the day."""
        yield TitleBar(mode="today")
        yield WeekStrip()
        yield Static(id="balance", markup=False)
        yield from self.questions()
        with Horizontal(id="panes"):
            yield StepList(classes="panel")
            yield StepFocus(classes="panel")
        yield EntryLine()
        yield RestBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the session and the clock of the app."""
        self.watch(self.app, "running", self._show_clock, init=False)
        self.watch(self.app, "now", self._clock_moved, init=False)

    def on_screen_resume(self) -> None:
        """Ask for the day anew: it may be another one, or something was imported meanwhile."""
        if self._loaded:
            self.call_after_refresh(self.do, self._load)
        else:  # an app that begins paints nothing: there "after a refresh" is at once, and its own queue comes later
            self.app.call_later(self.call_later, self.do, self._load)

    async def _load(self) -> str:
        self._loaded = True
        try:
            page = await self.guided.load()
        finally:
            collect_again()
        if page.athlete is None:
            self.app.action_first_run()
        self._afterwards()
        return await self.guided.pass_time() if self.app.is_due(self.app.clock.ticks()) else ""

    @work(exclusive=True, group="afterwards")
    async def _afterwards(self) -> None:
        """Once the day is shown: look whether the log is whole, and get the first keys and other screens ready."""
        unchecked, self._checked = not self._checked, True
        await prepare(self.app, lambda: self.is_current and self.guided.at_rest, check=unchecked)

    # what enter does

    @property
    def state(self) -> State:
        """All that decides which keys there are."""
        guided, running = self.guided, self.app.running
        return State(
            stage=guided.stage,
            spot=guided.spot,
            workouts=len(guided.workouts),
            clock=running is not None and running.adjusts(self.app.clock.ticks()),
            doing=self.doing(running),
            empty=guided.empty,
            reasons=guided.reasons() is not None,
            typed=bool(self.entry.text),
            lighter=guided.page is not None and guided.page.lighter_week is not None,
            missed=guided.page is not None and bool(guided.page.missed),
            undo=guided.page is not None and guided.page.undo is not None,
            redo=guided.page is not None and guided.page.redo is not None,
            matches=guided.matches,
            importing=self.app.importing is not None,
        )

    def action_advance(self, _what: str) -> None:
        """Do the next thing."""
        if self.state.enter == "resume":
            self.guided.resume()  # at once, so that what is typed next finds the entry line
            self.show_all()
        else:
            self.do(lambda: self._advance(""))

    @on(EntryLine.Entered)
    def _entered(self, event: EntryLine.Entered) -> None:
        """Do the next thing with what was typed."""
        self.do(lambda: self._advance(event.text), event.text)

    async def _advance(self, typed: str) -> str:
        match replace(self.state, typed=bool(typed)).enter:
            case "start":
                await self.guided.start()
            case "log" | "tick":
                return await self.guided.log(typed)
            case "split" | "wait" | "round" | "end":
                return await self.guided.split()
            case "go_on":
                return await self.guided.go_on()
            case "finish":
                self.action_finish()
            case "resume":
                self.guided.resume()
            case "close":
                self.guided.finished = None
            case "retry":
                return await self._load()
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what does something now."""
        return self._loaded and offered(action, parameters, self._as_it_is or self.state)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that do something now; what decides it is looked at once for them all."""
        self._as_it_is = self.state if self._loaded else None
        try:
            return super().active_bindings
        finally:
            self._as_it_is = None

    def action_clear_entry(self) -> None:
        """Empty the entry line."""
        self.entry.clear()

    def action_choose(self, by: int) -> None:
        """Look at another of today's workouts."""
        self.guided.look(by)
        self.show_all()

    def action_stop_clock(self) -> None:
        """Put the clock away, and its time into the entry line."""
        if entry := self.guided.timed():
            self.entry.put(entry)
        self.do(self.guided.halt)

    # showing

    def told(self, said: str, *, refused: bool, typed: str) -> None:
        """Show the session as it is now; what was typed comes back if it was refused."""
        self.show_all()
        if refused and typed and not self.entry.text:
            self.entry.put(typed)
        if said and self.guided.stage is Stage.GUIDE:
            self.entry.say(said, (self.guided.session, self.state.enter), wrong=refused)
        elif said:
            self.app.say(said)

    def show_all(self) -> None:
        """Show the day and the session as they are now."""
        from hybridtui.ui import cards  # not before there is something to show: the first paint is quicker

        guided = self.guided
        guiding = guided.stage is Stage.GUIDE
        if (page := guided.page) is not None:
            self.query_one(TitleBar).show_day(page.day)
            self.strip.days, self.strip.today = page.strip, page.day
            self.query_one("#balance", Static).update(Content(page.balance), layout=False)
            self.show_questions(page)
        self.steps.show(cards.step_lines(guided), *cards.heading(guided))
        self.pane.show(cards.card(guided), cards.place_title(guided.spot) if guiding else "")
        self.set_class(guiding, "-guiding")
        self.show_large(self.app.running)
        if guiding:
            self.entry.suggest(guided.spot.example if guided.spot is not None else "")
            self.set_focus(self.entry.field)  # now: keys that were typed ahead are for it
            self._hint()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def _hint(self) -> None:
        text = self.entry.text
        words, fine = self.guided.understood(text)
        enter = self.state.enter
        self.entry.hint(HINTS.get(enter, words), (self.guided.session, enter), wrong=bool(text) and not fine)

    @on(EntryLine.Edited)
    def _edited(self) -> None:
        """Say what the line means now; letters may have become commands, or text."""
        if self.entry.text or not self.guided.turn.locked():  # else what emptied it is being done, and shows all
            self._hint()
            self.refresh_bindings()

    def _show_clock(self, running: Running | None) -> None:
        if not self._loaded:  # told of as the app begins, when there is none
            return
        self.rest_bar.ticks = self.app.clock.ticks()
        self.rest_bar.running = running
        self.rest_bar.set_class(running is not None, "-clock")
        self.show_large(running)
        self.refresh_bindings()

    def _clock_moved(self, ticks: float) -> None:
        self.rest_bar.ticks = ticks
        if self.move_large(ticks):
            self.refresh_bindings()
            if self.guided.stage is Stage.GUIDE:
                self._hint()
        if self.app.is_due(ticks):
            self.do(self.guided.pass_time)
