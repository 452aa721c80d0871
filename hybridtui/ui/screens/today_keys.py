"""The keys of Today, and which of them do something in which state.

One key may have several meanings; at any time at most one of them is offered, so the
footer always says what ``enter`` will do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from hybridtui.ui.stage import Stage

if TYPE_CHECKING:
    from hybridtui.ui.spot import Spot

REST = Binding.Group("±15 s", compact=True)

KEYS: list[BindingType] = [
    Binding("enter", "advance('start')", "Start", key_display="⏎", id="today.start", tooltip="Begin the workout"),
    Binding("enter", "advance('resume')", "Resume", key_display="⏎", id="today.resume", tooltip="Go on where you were"),
    Binding("enter", "advance('log')", "Log", key_display="⏎", id="today.log",
            tooltip="Log what is typed, or the target if nothing is"),
    Binding("enter", "advance('tick')", "Done", key_display="⏎", id="today.tick", tooltip="Tick the step off"),
    Binding("enter", "advance('finish')", "Finish", key_display="⏎", id="today.end", tooltip="Save and sum up"),
    Binding("enter", "advance('close')", "Close", key_display="⏎", id="today.close", tooltip="Back to the day"),
    Binding("enter", "advance('retry')", "Try again", key_display="⏎", id="today.retry", tooltip="Open the log again"),
    Binding("c", "check_in", "Check in, rest", id="today.check-in",
            tooltip="Say how you are: it may make today easier; rest and recovery are always on offer"),
    *(
        Binding(
            str(digit), f"check_in_from({digit})", "Check in", show=False, key_display="1-5",
            id="today.fatigue" if digit == 1 else f"fatigue.{digit}",
            tooltip="Say how you are in five digits: fatigue first, 5 is fresh",
        )
        for digit in range(1, 6)
    ),
    Binding("a", "pain", "Ache", id="today.pain", tooltip="Say what hurts, or how it is now: it is spared"),
    Binding("x", "missed", "Missed", id="today.missed", tooltip="Shift, swap or drop what was missed"),
    Binding("l", "lighter_week(True)", "Lighter week", id="today.lighter", tooltip="Make the week a lighter one"),
    Binding("d", "lighter_week(False)", "Not now", id="today.not-lighter", tooltip="Leave the week as it is"),
    Binding("space", "step_clock('start')", "Timer", id="today.timer", tooltip="Time this set: hold, tempo, stopwatch"),
    Binding("space", "step_clock('stop')", "Stop", id="today.stop", tooltip="Stop the timer and take its time over"),
    Binding("escape", "clear_entry", "Clear", key_display="esc", id="today.clear", tooltip="Empty the entry line"),
    Binding("u", "undo", "Undo", id="today.undo", tooltip="Take back the newest change"),
    Binding("U,ctrl+y", "redo", "Redo", show=False, id="today.redo", tooltip="Do again what was taken back"),
    Binding("k", "skip", "Skip", id="today.skip", tooltip="Skip this set"),
    Binding("K", "skip(True)", "Skip step", show=False, id="today.skip-step", tooltip="Skip what is left of this step"),
    Binding("f", "finish", "Finish", id="today.finish", tooltip="Finish the session, also early"),
    Binding("d", "discard", "Discard", id="today.discard", tooltip="Drop the session: nothing was logged in it"),
    Binding("n", "free", "Free session", id="today.free", tooltip="Run or lift without a plan"),
    Binding("n", "exercise", "Exercise", id="today.exercise", tooltip="Choose the next exercise"),
    Binding("left_square_bracket", "rest(-15)", "−15 s", key_display="[", id="today.shorter", group=REST,
            tooltip="Fifteen seconds less rest"),
    Binding("right_square_bracket", "rest(15)", "+15 s", key_display="]", id="today.longer", group=REST,
            tooltip="Fifteen seconds more rest"),
    Binding("w", "why", "Why", id="today.why", tooltip="All reasons for this step"),
    Binding("v", "app.show('timer')", "Big clock", show=False, id="today.big", tooltip="Digits to be read from afar"),
    Binding("down", "choose(1)", "Other workout", key_display="↓", id="today.next", tooltip="Another workout of today"),
    Binding("up", "choose(-1)", "Other workout", show=False, id="today.previous", tooltip="The one before it"),
    Binding("i", "import_files", "Import", id="today.import", tooltip="Read Strong CSV and FIT files"),
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that decides which keys there are."""

    stage: Stage
    spot: Spot | None
    workouts: int
    """How many of today's workouts are still to do."""
    clock: bool
    """Whether a clock runs that can be made longer or shorter."""
    timing: bool
    """Whether the step's own timer runs."""
    empty: bool
    """Whether nothing was done yet in the open session."""
    reasons: bool
    """Whether there is something to say why."""
    typed: bool
    """Whether the entry line holds something."""
    lighter: bool = False
    """Whether a lighter week is proposed."""
    missed: bool = False
    """Whether a workout of this week was missed."""
    undo: bool = True
    """Whether there is a change that can be taken back."""
    redo: bool = True
    """Whether something was taken back that can be done again."""

    @property
    def enter(self) -> str:
        """What ``enter`` does: the argument of the one binding of it that is offered."""
        if self.stage is Stage.GUIDE and self.spot is not None:
            return "finish" if self.spot.all_done else "tick" if self.spot.ticks_only else "log"
        if self.stage is Stage.READY:
            return "start" if self.workouts else ""
        return {Stage.RESUME: "resume", Stage.SUMMARY: "close", Stage.TROUBLE: "retry"}.get(self.stage, "")

    @property
    def can_time(self) -> bool:
        """Whether there is something to be timed."""
        return self.spot is not None and not self.spot.all_done and not self.spot.needs_exercise

    @property
    def follows_steps(self) -> bool:
        """Whether the open session has steps, which can be moved and exchanged."""
        return self.spot is not None and not self.spot.free

    @property
    def at_exercise(self) -> bool:
        """Whether the step in focus is an exercise of strength, so that another can take its place."""
        return (
            self.stage is Stage.GUIDE
            and self.spot is not None
            and self.spot.step is not None
            and (self.spot.step.exercise is not None)
        )


OPEN = (Stage.GUIDE, Stage.RESUME)

OFFERED: dict[str, Callable[[State], bool]] = {
    "undo": lambda now: now.stage in (*OPEN, Stage.SUMMARY) or (now.stage is Stage.READY and now.undo),
    "redo": lambda now: now.stage in (*OPEN, Stage.SUMMARY) or (now.stage is Stage.READY and now.redo),
    "skip": lambda now: now.stage is Stage.GUIDE and now.spot is not None and now.spot.place is not None,
    "finish": lambda now: now.stage in OPEN and not now.empty,
    "discard": lambda now: now.stage in OPEN and now.empty,
    "free": lambda now: now.stage in (Stage.READY, Stage.SUMMARY),
    "exercise": lambda now: now.stage is Stage.GUIDE and now.spot is not None and now.spot.chooses_exercise,
    "rest": lambda now: now.clock,
    "why": lambda now: now.reasons and now.stage in (Stage.GUIDE, Stage.READY),
    "choose": lambda now: now.stage is Stage.READY and now.workouts > 1,
    "clear_entry": lambda now: now.typed,
    "import_files": lambda now: now.stage is Stage.READY,
    "check_in": lambda now: now.stage is Stage.READY,
    "missed": lambda now: now.stage is Stage.READY and now.missed,
    "lighter_week": lambda now: now.stage is Stage.READY and now.lighter,
    "swap": lambda now: now.at_exercise,
    "ladder": lambda now: now.at_exercise,
    "arrange": lambda now: now.stage is Stage.GUIDE and now.follows_steps,
    "equipment": lambda now: now.stage is Stage.READY or (now.stage is Stage.GUIDE and now.follows_steps),
    "pain": lambda now: now.stage in (Stage.GUIDE, Stage.READY),
    "check_in_from": lambda now: now.stage is Stage.READY,
    "match": lambda now: now.stage is Stage.SUMMARY,
    "reopen": lambda now: now.stage is Stage.SUMMARY,
}
"""When an action is offered; what is not named here always is."""


def offered(action: str, parameters: tuple[object, ...], now: State) -> bool:
    """Return whether a key with this action does something now."""
    if action == "advance":
        return parameters == (now.enter,)
    if action == "step_clock":
        return now.stage is Stage.GUIDE and now.can_time and parameters == ("stop" if now.timing else "start",)
    return action not in OFFERED or OFFERED[action](now)
