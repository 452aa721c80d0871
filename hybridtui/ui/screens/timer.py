"""Timer: the running clock in giant digits, driven by the session or by itself."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.phases import Reading
from hybridtui.ui.look import DONE_SIGN, SKIPPED_SIGN
from hybridtui.ui.presets import PRESETS, Preset
from hybridtui.ui.running import Running
from hybridtui.ui.screens.guided_screen import GuidedScreen
from hybridtui.ui.screens.timer_keys import KEYS, SWITCH_KEYS, State, offered
from hybridtui.ui.session_clock import doing
from hybridtui.ui.widgets.big_clock import BigClock
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.title_bar import TitleBar


class TimerScreen(GuidedScreen):
    """Shows whichever clock runs; offers clocks of its own while none does.

    The clock of the session is the log's: every key to it is an event of the session, as on Today.
    """

    CSS_PATH = "timer.tcss"
    BINDINGS = KEYS

    big = getters.query_one(BigClock)
    presets = getters.query_one(OptionList)

    def __init__(self) -> None:
        super().__init__()
        self._ready = list(PRESETS)
        self._phase: tuple[int, bool] | None = None

    def compose(self) -> ComposeResult:
        """Lay out clock, presets and switches."""
        yield TitleBar(mode="timer")
        yield BigClock()
        yield OptionList(*(_option(preset) for preset in self._ready), classes="panel")
        yield Static(id="switches")
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the app's clock, and the list in the same repaint: its message would come a frame later."""
        self.presets.border_title = "By itself"
        self.watch(self.presets, "highlighted", self.refresh_bindings, init=False)
        self.watch(self.app, "running", self._show, init=False)
        self.watch(self.app, "now", self._tick, init=False)
        self.watch(self.app, "settings", self._show_switches)

    def on_screen_resume(self) -> None:
        """Show the clock that runs now."""
        self._show(self.app.running)

    def _tick(self, ticks: float) -> None:
        self.big.ticks = ticks
        reading = self._reading(ticks)
        phase = (reading.phase_index, reading.finished) if reading is not None else None
        if phase != self._phase:
            self._phase = phase
            self.refresh_bindings()

    def _show(self, running: Running | None) -> None:
        self.query_one(TitleBar).show_day(self.app.clock.now().date())
        self.big.ticks = self.app.clock.ticks()
        self.big.running = running
        self.big.display = running is not None
        self.presets.display = running is None
        if running is None:
            self.presets.focus()
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def _show_switches(self) -> None:
        states = [
            Content.assemble((key, "bold $text-accent"), f" {_state(getattr(self.app.settings, name))} {name}")
            for name, key in SWITCH_KEYS.items()
        ]
        self.query_one("#switches", Static).update(Content("   ").join(states))

    def _reading(self, ticks: float) -> Reading | None:
        running = self.app.running
        return running.timeline.reading(ticks) if running is not None else None

    @property
    def state(self) -> State:
        """All that decides which keys there are."""
        running, ticks = self.app.running, self.app.clock.ticks()
        return State(
            running=running,
            reading=self._reading(ticks),
            adjusts=running is not None and running.adjusts(ticks),
            doing=doing(running, self.app.session, ticks),
            rounds=self._highlighted.rounds > 0,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what does something now."""
        return offered(action, parameters, self.state)

    @property
    def _own(self) -> Running | None:
        """The running clock if it is one of this screen, which the log knows nothing of."""
        running = self.app.running
        return running if running is not None and running.origin == "own" else None

    @property
    def _highlighted(self) -> Preset:
        return self._ready[self.presets.highlighted or 0]

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        """Start the highlighted clock."""
        preset = self._highlighted
        timeline = preset.started(self.app.clock.ticks())
        self.app.running = Running(timeline=timeline, origin="own", label=preset.name)

    def action_advance(self, what: str) -> None:
        """Do the next thing in the session: log the set as planned, or say that what the clock shows is done."""
        self.do((lambda: self.guided.log("")) if what == "log" else self.guided.split)

    def action_pause(self, what: str) -> None:
        """Let the clock stand still, or run on; of a session all of it."""
        ticks = self.app.clock.ticks()
        if (own := self._own) is None:
            self.do(self.guided.stand_still if what == "pause" else self.guided.go_on)
        else:
            line = own.timeline
            self.app.running = own.with_timeline(line.paused(ticks) if what == "pause" else line.resumed(ticks))

    def action_skip_phase(self) -> None:
        """End this phase now; of a rest after a set, all that is left of it."""
        running, ticks = self.app.running, self.app.clock.ticks()
        if running is None:
            return
        if running.origin == "own":
            self.app.running = running.with_timeline(running.timeline.skipped_to_next(ticks))
        elif running.origin == "step":
            self.do(self.guided.split)
        else:
            self.action_rest(-round(running.timeline.reading(ticks).left_s or 0))

    def action_stop(self) -> None:
        """Put the clock away; a rest of the session that is running shows again."""
        if self._own is None:
            self.do(self.guided.halt)
        else:
            self.app.running = self.app.rest_clock()

    def action_length(self, by: int) -> None:
        """Make the highlighted clock a minute or round longer or shorter."""
        self._replace(self._highlighted.changed(by))

    def action_edit(self) -> None:
        """Type work, rest and rounds."""
        from hybridtui.ui.dialogs.rounds import RoundsDialog

        def changed(preset: Preset | None) -> None:
            if preset is not None:
                self._replace(preset)

        self.app.push_screen(RoundsDialog(self._highlighted), changed)

    def _replace(self, preset: Preset) -> None:
        index = self.presets.highlighted or 0
        self._ready[index] = preset
        self.presets.replace_option_prompt_at_index(index, _line(preset))


def _state(on: bool) -> str:
    return DONE_SIGN if on else SKIPPED_SIGN


def _line(preset: Preset) -> Content:
    return Content.assemble((f" {preset.name:<11}", "bold"), f"{preset.length:<18}", (preset.about, "dim"))


def _option(preset: Preset) -> Option:
    return Option(_line(preset), id=preset.key)
