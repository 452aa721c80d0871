"""The keys of Today, and which of them do something in which state.

One key may have several meanings; at any time at most one of them is offered, so the
footer always says what ``enter`` will do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from hybridtui.ui.stage import Doing, Stage

if TYPE_CHECKING:
    from hybridtui.ui.spot import Spot

REST = Binding.Group("±15 s", compact=True)
LADDER = Binding.Group("Easier, harder", compact=True)

KEYS: list[BindingType] = [
    Binding("enter", "advance('start')", "Start", key_display="⏎", id="today.start", tooltip="Begin the workout"),
    Binding("enter", "advance('resume')", "Resume", key_display="⏎", id="today.resume", tooltip="Go on where you were"),
    Binding("enter", "advance('log')", "Log", key_display="⏎", id="today.log",
            tooltip="Log what is typed, or the target if nothing is"),
    Binding("enter", "advance('tick')", "Done", key_display="⏎", id="today.tick", tooltip="Tick the step off"),
    Binding("enter", "advance('split')", "Done, go on", key_display="⏎", id="today.go-on",
            tooltip="What the clock shows is done: go on to what comes next"),
    Binding("enter", "advance('wait')", "Done, go on", key_display="⏎", id="today.split-on",
            tooltip="It is done: log the time of the clock and go on"),
    Binding("enter", "advance('round')", "Round done", key_display="⏎", id="today.round",
            tooltip="Log what is left of the round as planned"),
    Binding("enter", "advance('end')", "End the block", key_display="⏎", id="today.end-block",
            tooltip="The time is up: go on to what comes next"),
    Binding("enter", "advance('go_on')", "Go on", key_display="⏎", id="today.go-on-again",
            tooltip="Let the session run on"),
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
    Binding("x", "missed", "Missed", id="today.missed", tooltip="Shift, swap or drop what was missed"),
    Binding("l", "lighter_week(True)", "Lighter week", id="today.lighter", tooltip="Make the week a lighter one"),
    Binding("d", "lighter_week(False)", "Not now", id="today.not-lighter", tooltip="Leave the week as it is"),
    Binding("space", "clock('start')", "Clock", id="today.clock", tooltip="Time this set, or all that goes by time"),
    Binding("space", "stop_clock", "Stop", id="today.stop", tooltip="Stop the clock and take its time over"),
    Binding("space", "clock('split')", "Split", id="today.split", tooltip="This repeat is done: go on"),
    Binding("space", "stand(True)", "Pause", id="today.stand", tooltip="Let the clock stand still"),
    Binding("space", "stand(False)", "Go on", id="today.run-on", tooltip="Let the clock run on"),
    Binding("escape", "clear_entry", "Clear", key_display="esc", id="today.clear", tooltip="Empty the entry line"),
    Binding("escape", "put_clock_away", "Clock away", key_display="esc", id="today.clock-away",
            tooltip="Put the clock away; nothing is logged by it"),
    Binding("u", "undo", "Undo", id="today.undo", tooltip="Take back the newest change"),
    Binding("U,ctrl+y", "redo", "Redo", show=False, id="today.redo", tooltip="Do again what was taken back"),
    Binding("k", "skip", "Skip", id="today.skip", tooltip="Skip this set"),
    Binding("K", "skip(True)", "Skip step", show=False, id="today.skip-step", tooltip="Skip what is left of this step"),
    Binding("K", "skip_all('warm-up')", "Skip warm-up", id="today.skip-warm-up",
            tooltip="Skip what is left of the warm-up"),
    Binding("K", "skip_all('cool-down')", "Skip cool-down", id="today.skip-cool-down",
            tooltip="Skip what is left of the cool-down"),
    Binding("f", "finish", "Finish", id="today.finish", tooltip="Finish the session, also early"),
    Binding("d", "discard", "Discard", id="today.discard", tooltip="Drop the session: nothing was logged in it"),
    Binding("n", "free", "Free session", id="today.free", tooltip="Run, lift or do a block without a plan"),
    Binding("m", "match", "Count as planned", id="today.match", tooltip="Count the session as a planned workout"),
    Binding("o", "reopen", "Open again", id="today.reopen", tooltip="Go on with the session that was finished"),
    Binding("n", "exercise", "Exercise", id="today.exercise", tooltip="Choose the next exercise"),
    Binding("x", "swap", "Swap", id="today.swap", tooltip="Another exercise in its place, today or from now on"),
    Binding("less_than_sign", "ladder(-1)", "Easier", key_display="<", id="today.easier", group=LADDER,
            tooltip="The next easier exercise, or the usual tempo again"),
    Binding("greater_than_sign", "ladder(1)", "Harder", key_display=">", id="today.harder", group=LADDER,
            tooltip="The next harder exercise, or the same slower"),
    Binding("o", "arrange", "Order", id="today.arrange",
            tooltip="The rest of the session: order, one set more, another exercise, superset"),
    Binding("E", "equipment", "Equipment", id="today.equipment", tooltip="What is at hand today"),
    Binding("left_square_bracket", "rest(-15)", "−15 s", key_display="[", id="today.shorter", group=REST,
            tooltip="Fifteen seconds less rest"),
    Binding("right_square_bracket", "rest(15)", "+15 s", key_display="]", id="today.longer", group=REST,
            tooltip="Fifteen seconds more rest"),
    Binding("p", "pause(True)", "Pause", id="today.pause", tooltip="Let the session stand still, its rest too"),
    Binding("p", "pause(False)", "Go on", show=False, id="today.unpause", tooltip="Let the session run on"),
    Binding("t", "note", "Note", id="today.note", tooltip="Write about the set, the exercise or the session"),
    Binding("a", "pain", "Ache", id="today.pain", tooltip="Say what hurts, or how it is now: it is spared"),
    Binding("e", "effort", "Effort", id="today.effort", tooltip="Ask for the effort of every set: off, RPE, RIR"),
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
    doing: Doing
    """What the clock of the session does."""
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
    matches: bool = False
    """Whether the session that was finished may be counted as a planned workout."""

    @property
    def enter(self) -> str:
        """What ``enter`` does: the argument of the one binding of it that is offered."""
        if self.stage is Stage.GUIDE and self.spot is not None:
            return self._next(self.spot)
        if self.stage is Stage.READY:
            return "start" if self.workouts else ""
        return {Stage.RESUME: "resume", Stage.SUMMARY: "close", Stage.TROUBLE: "retry"}.get(self.stage, "")

    def _next(self, spot: Spot) -> str:
        """What is next in a session: what is typed comes first, then what the clock waits for."""
        if not self.typed and spot.session.is_paused:
            return "go_on"
        if not self.typed and self.doing in BY_CLOCK:
            return BY_CLOCK[self.doing]
        return "finish" if spot.all_done else "tick" if spot.ticks_only else "log"

    @property
    def space(self) -> str:
        """What ``space`` does: the name of its action with its argument, empty where it does nothing."""
        spot = self.spot
        if self.stage is not Stage.GUIDE or spot is None:
            return ""
        if spot.session.is_paused:
            return "stand(False)"
        if self.doing is Doing.NOTHING:
            return "clock(start)" if not (spot.all_done or spot.needs_exercise) else ""
        return SPACE.get(self.doing, "")

    @property
    def skips(self) -> str:
        """What ``K`` skips: the rest of the step, or all that is left of the warm-up or cool-down; empty: nothing."""
        step = self.spot.step if self.spot is not None else None
        if self.stage is not Stage.GUIDE or step is None:
            return ""
        return WHOLE.get(step.kind, "step")

    @property
    def paused(self) -> bool:
        """Whether the session stands still."""
        return self.spot is not None and self.spot.session.is_paused

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
            and self.spot.step.exercise is not None
            and not self.spot.step.is_run
        )


BY_CLOCK = {
    Doing.HOLDS: "split",
    Doing.WAITS: "wait",
    Doing.LEADS: "split",
    Doing.ROUNDS: "round",
    Doing.OVER_ROUNDS: "end",
}
"""What ``enter`` does with nothing typed, by what the clock does; else what is planned is logged."""

HINTS = {
    "split": "Logged by the clock; enter when you are done sooner",
    "wait": "Enter when it is done: the time of the clock is logged",
    "round": "Enter logs what is left of the round as planned",
    "end": "Time is up: enter ends the block, or type what was done yet",
    "go_on": "Paused: enter goes on",
}
"""What the line says of an ``enter`` with nothing typed, where not what would be logged."""

SPACE = {
    Doing.TIMES: "stop_clock",
    Doing.HOLDS: "stop_clock",
    Doing.WAITS: "clock(split)",
    Doing.LEADS: "stand(True)",
    Doing.ROUNDS: "stand(True)",
}

WHOLE = {"warmup": "warm-up", "cooldown": "cool-down"}
"""Kinds of steps that are skipped with all that is left of their kind, and what that is called."""

OPEN = (Stage.GUIDE, Stage.RESUME)

OFFERED: dict[str, Callable[[State], bool]] = {
    "undo": lambda now: now.stage in (*OPEN, Stage.SUMMARY) or (now.stage is Stage.READY and now.undo),
    "redo": lambda now: now.stage in (*OPEN, Stage.SUMMARY) or (now.stage is Stage.READY and now.redo),
    "put_clock_away": lambda now: now.stage is Stage.GUIDE and now.doing is not Doing.NOTHING and not now.typed,
    "note": lambda now: now.stage is Stage.GUIDE,
    "effort": lambda now: now.stage is Stage.GUIDE and now.spot is not None and now.spot.logs_sets,
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
    "ladder": lambda now: now.at_exercise and now.spot is not None and not now.spot.ticks_only,
    "arrange": lambda now: now.stage is Stage.GUIDE and now.follows_steps,
    "equipment": lambda now: now.stage is Stage.READY or (now.stage is Stage.GUIDE and now.follows_steps),
    "pain": lambda now: now.stage in (Stage.GUIDE, Stage.READY),
    "check_in_from": lambda now: now.stage is Stage.READY,
    "match": lambda now: now.stage is Stage.SUMMARY and now.matches,
    "reopen": lambda now: now.stage is Stage.SUMMARY,
}
"""When an action is offered; what is not named here always is."""


def offered(action: str, parameters: tuple[object, ...], now: State) -> bool:
    """Return whether a key with this action does something now."""
    if action == "advance":
        return parameters == (now.enter,)
    if action in ("clock", "stop_clock", "stand"):
        return now.space == (f"{action}({parameters[0]})" if parameters else action)
    if action == "pause":
        return now.stage is Stage.GUIDE and now.spot is not None and parameters == (not now.paused,)
    if action == "skip":
        return now.skips == "step" if parameters else now.skips != ""
    if action == "skip_all":
        return parameters == (now.skips,)
    return action not in OFFERED or OFFERED[action](now)
