"""Which of Today's keys do something in which state.

One key may have several meanings; at any time at most one of them is offered, so the
footer always says what ``enter`` will do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hybridtui.ui.stage import Doing, Stage

if TYPE_CHECKING:
    from hybridtui.ui.spot import Spot


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
    importing: bool = False
    """Whether files are being read behind the screens, to be come back to."""

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
    "import_files": lambda now: now.stage is Stage.READY or (now.importing and not now.typed),
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
