"""The keys of Timer, and which of them do something while which clock runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from hybridtui.domain.phases import PhaseKind, Reading
from hybridtui.ui.commands import SWITCHES
from hybridtui.ui.running import Running
from hybridtui.ui.stage import Doing

STEP = Binding.Group("±15 s", compact=True)
LENGTH = Binding.Group("Length", compact=True)

SWITCH_KEYS = {"bell": "b", "flash": "l", "title": "i", "notify": "n", "beat": "m"}
"""The key of each preference that is on or off."""

KEYS: list[BindingType] = [
    Binding("enter", "begin", "Start", key_display="⏎", priority=True, id="timer.begin",
            tooltip="Start the highlighted clock"),
    Binding("enter", "advance('split')", "Done, go on", key_display="⏎", priority=True, id="timer.split",
            tooltip="What the clock shows is done: go on to what comes next"),
    Binding("enter", "advance('round')", "Round done", key_display="⏎", priority=True, id="timer.round",
            tooltip="Log what is left of the round as planned"),
    Binding("enter", "advance('end')", "End the block", key_display="⏎", priority=True, id="timer.end-block",
            tooltip="The time is up: go on to what comes next"),
    Binding("enter", "advance('log')", "Log", key_display="⏎", priority=True, id="timer.log",
            tooltip="Log the set as planned"),
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
    Binding("x", "stop", "Stop", id="timer.stop", tooltip="Put the clock away; nothing is logged by it"),
    Binding("escape", "app.show('today')", "Today", key_display="esc", id="timer.today",
            tooltip="Back to the session"),
    *(
        Binding(key, f"app.switch('{preference}')", preference.capitalize(), show=False, id=f"timer.{preference}",
                tooltip=SWITCHES[preference])
        for preference, key in SWITCH_KEYS.items()
    ),
]  # fmt: skip

BY_CLOCK = {
    Doing.HOLDS: "split",
    Doing.WAITS: "split",
    Doing.LEADS: "split",
    Doing.ROUNDS: "round",
    Doing.OVER_ROUNDS: "end",
    Doing.TIMES: "log",
    Doing.OVER: "log",
}
"""What ``enter`` does while the clock of the session runs."""

EASE = frozenset({PhaseKind.REST, PhaseKind.JOG, PhaseKind.PREPARE})
"""Phases of the session's clock that can be cut short without anything being left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that decides which keys there are."""

    running: Running | None
    reading: Reading | None
    """Of the running clock; None if there is none."""
    adjusts: bool
    """Whether what runs can be made longer or shorter."""
    doing: Doing
    """What the clock of the session does."""
    rounds: bool
    """Whether the highlighted preset is counted in rounds."""

    @property
    def pause(self) -> str:
        """What ``space`` does: the argument of the one binding of it that is offered, empty where it does nothing."""
        if self.running is None or self.reading is None or (self.reading.finished and self.running.origin != "rest"):
            return ""
        return "resume" if self.reading.paused else "pause"

    @property
    def skips(self) -> bool:
        """Whether what runs can be cut short."""
        if self.running is None or self.reading is None or self.reading.finished:
            return False
        if self.running.origin == "step":
            return self.reading.phase.kind in EASE
        return self.reading.phase.seconds is not None  # what is timed by a stopwatch would be lost


OFFERED: dict[str, Callable[[State, tuple[object, ...]], bool]] = {
    "begin": lambda now, _: now.running is None,
    "length": lambda now, _: now.running is None,
    "edit": lambda now, _: now.running is None and now.rounds,
    "advance": lambda now, which: which == (BY_CLOCK.get(now.doing),),
    "pause": lambda now, which: which == (now.pause,),
    "skip_phase": lambda now, _: now.skips,
    "rest": lambda now, _: now.adjusts,
    "stop": lambda now, _: now.running is not None and now.running.origin != "rest",
}


def offered(action: str, parameters: tuple[object, ...], now: State) -> bool:
    """Return whether an action does something now; what is not named here always does."""
    rule = OFFERED.get(action)
    return rule is None or rule(now, parameters)
