"""Timer: the running clock in giant digits, driven by the session or by itself."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.ui.commands import SWITCHES
from hybridtui.ui.look import DONE_SIGN, SKIPPED_SIGN
from hybridtui.ui.presets import PRESETS, Preset
from hybridtui.ui.running import Running
from hybridtui.ui.screens.guided_screen import GuidedScreen
from hybridtui.ui.widgets.big_clock import BigClock
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.title_bar import TitleBar

STEP = Binding.Group("±15 s", compact=True)
LENGTH = Binding.Group("Length", compact=True)


class TimerScreen(GuidedScreen):
    """Shows whichever clock runs; offers clocks of its own while none does."""

    CSS_PATH = "timer.tcss"
    BINDINGS = [
        Binding("enter", "begin", "Start", key_display="⏎", priority=True, id="timer.begin",
                tooltip="Start the highlighted clock"),
        Binding("space", "pause('pause')", "Pause", id="timer.pause", tooltip="Let the clock stand still"),
        Binding("space", "pause('resume')", "Go on", id="timer.resume", tooltip="Let the clock run on"),
        Binding("k", "skip_phase", "Skip", id="timer.skip", tooltip="End this rest or interval now"),
        Binding("left_square_bracket", "rest(-15)", "−15 s", key_display="[", id="timer.shorter", group=STEP,
                tooltip="Fifteen seconds less"),
        Binding("right_square_bracket", "rest(15)", "+15 s", key_display="]", id="timer.longer", group=STEP,
                tooltip="Fifteen seconds more"),
        Binding("minus", "length(-1)", "Shorter", key_display="−", id="timer.less", group=LENGTH,
                tooltip="A minute or round less"),
        Binding("plus,equals_sign", "length(1)", "Longer", key_display="+", id="timer.more", group=LENGTH,
                tooltip="A minute or round more"),
        Binding("e", "edit", "Edit rounds", id="timer.edit", tooltip="Type work, rest and rounds"),
        Binding("x", "stop", "Stop", id="timer.stop", tooltip="Put the clock away"),
        Binding("escape", "app.show('today')", "Today", key_display="esc", id="timer.today",
                tooltip="Back to the session"),
        Binding("b", "app.switch('bell')", "Bell", show=False, id="timer.bell", tooltip="Bell on or off"),
        Binding("l", "app.switch('flash')", "Flash", show=False, id="timer.flash", tooltip="Flash on or off"),
        Binding("i", "app.switch('title')", "Title", show=False, id="timer.title",
                tooltip="Clock in the terminal's title on or off"),
        Binding("n", "app.switch('notify')", "Notify", show=False, id="timer.notify",
                tooltip="Desktop notifications on or off"),
        Binding("m", "app.switch('beat')", "Beat", show=False, id="timer.beat",
                tooltip="A bell at every phase of a rep on or off"),
    ]  # fmt: skip

    big = getters.query_one(BigClock)
    presets = getters.query_one(OptionList)

    def __init__(self) -> None:
        super().__init__()
        self._ready = list(PRESETS)
        self._over = False

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
        running = self.app.running
        over = running is not None and running.timeline.reading(ticks).finished
        if over != self._over:
            self._over = over
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
            f"{DONE_SIGN if getattr(self.app.settings, name) else SKIPPED_SIGN} {name} ({key})"
            for name, key in zip(SWITCHES, "blinm", strict=True)
        ]
        self.query_one("#switches", Static).update(Content("   ".join(states)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what does something now."""
        running = self.app.running
        reading = running.timeline.reading(self.app.clock.ticks()) if running else None
        match action:
            case "begin" | "length":
                return running is None
            case "edit":
                return running is None and self._highlighted.rounds > 0
            case "pause":
                if running is None or reading is None or running.origin == "rest" or reading.finished:
                    return False
                return parameters == ("resume" if running.timeline.is_paused else "pause",)
            case "skip_phase":
                return reading is not None and not reading.finished
            case "rest":
                return running is not None and running.has_end
            case "stop":
                return running is not None and running.origin != "rest"
        return True

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

    def action_pause(self, _what: str) -> None:
        """Let the clock stand still, or run on."""
        running, ticks = self.app.running, self.app.clock.ticks()
        if running is not None:
            line = running.timeline
            self.app.running = running.with_timeline(line.resumed(ticks) if line.is_paused else line.paused(ticks))

    def action_skip_phase(self) -> None:
        """End this phase now; of a session's rest, all that is left of it."""
        running, ticks = self.app.running, self.app.clock.ticks()
        if running is None:
            return
        left = running.timeline.reading(ticks).left_s
        if running.origin == "rest":
            self.action_rest(-round(left or 0))
        else:
            self.app.running = running.with_timeline(running.timeline.skipped_to_next(ticks))

    def action_stop(self) -> None:
        """Put the clock away; a rest of the session that is running shows again."""
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


def _line(preset: Preset) -> Content:
    return Content.assemble((f" {preset.name:<11}", "bold"), f"{preset.length:<18}", (preset.about, "dim"))


def _option(preset: Preset) -> Option:
    return Option(_line(preset), id=preset.key)
