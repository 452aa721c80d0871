"""Today: what to do now, and the guide through it.

One key does the next thing: ``enter`` starts, resumes, logs as planned, ticks off,
finishes. Actions run one after another in the order of the keys, each on the log as
the one before left it, so two quick presses are two sets.
"""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from hybridtui.domain.entry import Unreadable, parse
from hybridtui.domain.phases import PhaseKind
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import DistanceUnit
from hybridtui.ui import cards
from hybridtui.ui.running import Running
from hybridtui.ui.screens.guided_screen import GuidedScreen
from hybridtui.ui.screens.today_keys import KEYS, State, offered
from hybridtui.ui.spot import Stage, free_steps, standings
from hybridtui.ui.widgets.entry_line import EntryLine
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.rest_bar import RestBar
from hybridtui.ui.widgets.step_focus import Card, StepFocus
from hybridtui.ui.widgets.step_list import StepList
from hybridtui.ui.widgets.title_bar import TitleBar
from hybridtui.ui.widgets.week_strip import WeekStrip
from hybridtui.ui.words import with_times


class TodayScreen(GuidedScreen):
    """The week, the balance, the steps, and the step in focus."""

    AUTO_FOCUS = None
    BINDINGS = KEYS

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
        with Horizontal(id="panes"):
            yield StepList(classes="panel")
            yield StepFocus(classes="panel")
        yield EntryLine()
        yield RestBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the session and the clock of the app."""
        self._checked = False
        self.watch(self.app, "running", self._show_clock, init=False)
        self.watch(self.app, "now", self._clock_moved, init=False)

    def on_screen_resume(self) -> None:
        """Ask for the day anew: it may be another one, or something was imported meanwhile."""
        self.do(self._load)

    async def _load(self) -> str:
        page = await self.guided.load()
        if page.athlete is None:
            self.app.action_first_run()
        if not self._checked:
            self._checked = True
            if wrong := await self.app.book.ask(lambda book: book.check()):
                self.app.refuse(Problem(wrong))
        return ""

    # what enter does

    @property
    def state(self) -> State:
        """All that decides which keys there are."""
        guided, running = self.guided, self.app.running
        return State(
            stage=guided.stage,
            spot=guided.spot,
            workouts=len(guided.workouts),
            clock=running is not None,
            timing=running is not None and running.origin == "step",
            empty=guided.session is not None and cards.is_empty(guided.session),
            reasons=guided.reasons() is not None,
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
        match self.state.enter:
            case "start":
                await self.guided.start()
            case "log" | "tick":
                return await self.guided.log(typed)
            case "finish":
                self.action_finish()
            case "close":
                self.guided.finished = None
            case "retry":
                return await self._load()
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what does something now."""
        return offered(action, parameters, self.state)

    def action_choose(self, by: int) -> None:
        """Look at another of today's workouts."""
        self.guided.look(by)
        self.show_all()

    def action_step_clock(self, what: str) -> None:
        """Start the step's own timer, or stop it and put its time into the entry line."""
        if what == "start":
            self.guided.start_step_clock()
        elif entry := self.guided.stop_step_clock():
            self.entry.put(entry)

    # showing

    def told(self, said: str, *, refused: bool, typed: str) -> None:
        """Show the session as it is now; what was typed comes back if it was refused."""
        self.show_all()
        if refused and typed and not self.entry.text:
            self.entry.put(typed)
        if said and self.guided.stage is Stage.GUIDE:
            self.entry.echo(with_times(said), wrong=refused, saved=not refused)
        elif said:
            self.app.say(said)

    def show_all(self) -> None:
        """Show the day and the session as they are now."""
        page, stage = self.guided.page, self.guided.stage
        if page is not None:
            self.query_one(TitleBar).show_day(page.day)
            self.strip.days, self.strip.today = page.strip, page.day
            self.query_one("#balance", Static).update(Content(page.balance))
        self._show_steps(stage)
        self.pane.show(self._card(stage))
        self.set_class(stage is Stage.GUIDE, "-guiding")
        if stage is Stage.GUIDE:
            self.entry.field.focus()
            self._hint()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def _card(self, stage: Stage) -> Card:
        guided = self.guided
        page, session, spot = guided.page, guided.session, guided.spot
        if guided.trouble is not None:
            return cards.trouble(guided.trouble)
        if page is None:
            return Card(name="")
        if stage is Stage.SUMMARY and guided.finished is not None:
            return cards.finished(guided.finished, page, guided.records)
        if stage is Stage.RESUME and session is not None:
            return cards.to_resume(session, page)
        if spot is not None:
            return cards.at_step(spot, page)
        return cards.to_start(guided.workout, page) if guided.workout else cards.nothing_due(page)

    def _show_steps(self, stage: Stage) -> None:
        page, session = self.guided.page, self.guided.finished if stage is Stage.SUMMARY else self.guided.session
        if page is None:
            return
        unit = page.athlete.distance_unit if page.athlete else DistanceUnit.KM
        if session is not None and session.steps:
            self.steps.show(session.steps, standings(session), unit)
        elif session is not None:
            lines = free_steps(session, page.exercises, self.guided.chosen)
            self.steps.show([step for step, _ in lines], [standing for _, standing in lines], unit)
        else:
            workout = self.guided.workout or page.next_workout
            self.steps.show(workout.steps if workout else (), (), unit)
        self.steps.border_title, self.steps.border_subtitle = cards.heading(self.guided, stage)
        self.pane.border_title = cards.place_title(self.guided.spot) if stage is Stage.GUIDE else ""

    def _hint(self) -> None:
        spot = self.guided.spot
        if spot is None:
            return
        text = self.entry.text
        if spot.ticks_only or spot.all_done or spot.needs_exercise:
            self.entry.echo("")
            return
        entry = parse(text, spot.expected)
        self.entry.echo(with_times(entry.echo), wrong=bool(text) and isinstance(entry, Unreadable))

    @on(EntryLine.Edited)
    def _edited(self) -> None:
        """Say what the line means now; letters may have become commands, or text."""
        self._hint()
        self.refresh_bindings()

    def _show_clock(self, running: Running | None) -> None:
        self.rest_bar.ticks = self.app.clock.ticks()
        self.rest_bar.running = running
        self.set_class(running is not None, "-clock")
        self.refresh_bindings()

    def _clock_moved(self, ticks: float) -> None:
        self.rest_bar.ticks = ticks
        running = self.app.running
        if running is None or running.origin != "step":
            return
        reading = running.timeline.reading(ticks)
        if reading.finished:
            self.guided.put_step_clock_away()
            if reading.phase.kind is PhaseKind.HOLD:
                self.do(lambda: self.guided.log(""))
