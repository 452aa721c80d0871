"""The keys of Plan, and which of them do something in which state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from hybridtui.domain.workout import Workout

KEYS: list[BindingType] = [
    Binding("enter", "open", "Open Today", key_display="⏎", id="plan.open", tooltip="Start or resume today's workout"),
    Binding("enter", "put", "Move here", key_display="⏎", id="plan.put", tooltip="Move the workout to this day"),
    Binding("escape", "leave", "Leave it", key_display="esc", id="plan.leave", tooltip="Leave the workout where it is"),
    Binding("escape", "weeks", "Weeks", key_display="esc", id="plan.weeks", tooltip="Back to the weeks"),
    Binding("x", "missed", "Missed", id="plan.missed", tooltip="Shift, swap or drop a workout that was missed"),
    Binding("w", "why", "Why", id="plan.why", tooltip="Why this workout, step or week is as it is"),
    Binding("o", "take_offer", "Take the offer", id="plan.offer",
            tooltip="Do the exercise that is offered, from today on"),
    Binding("m", "move", "Move", id="plan.move", tooltip="Move the workout: see what each day would break"),
    Binding("d", "what_if", "What if", id="plan.what-if", tooltip="Other answers, and the plan they would give"),
    Binding("u", "undo", "Undo", id="plan.undo", tooltip="Take back the newest change"),
    Binding("tab", "steps", "Steps", show=False, id="plan.steps", tooltip="Go through the workout's steps"),
    Binding("g", "first_run", "Goal and days", id="plan.goal", tooltip="Answer all questions again"),
    Binding("W", "why_week", "Why this week", show=False, id="plan.why-week", tooltip="Why the week is as it is"),
    Binding("E", "what_if('equipment')", "Equipment", show=False, id="plan.equipment",
            tooltip="Train with other equipment, such as on a journey"),
    Binding("U,ctrl+y", "redo", "Redo", show=False, id="plan.redo", tooltip="Do again what was taken back"),
    Binding("pagedown", "scroll(1)", "Scroll", show=False, id="plan.down-page", tooltip="Scroll the workout down"),
    Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="plan.up-page", tooltip="Scroll the workout up"),
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that decides which keys there are."""

    plan: bool
    """Whether there are weeks to look at."""
    workout: Workout | None
    """What is under the cursor."""
    standing: str
    """How far it is: done, missed, today, or nothing if it is to come."""
    moving: bool
    """Whether a workout is being moved."""
    landing: bool
    """Whether the lifted workout would come to another day than its own."""
    steps: bool
    """Whether the keys go over the workout's steps."""
    offer: bool = False
    """Whether another exercise is offered for the step under the cursor."""


OFFERED: dict[str, Callable[[State], bool]] = {
    "open": lambda now: not now.moving and now.standing == "today",
    "put": lambda now: now.landing,
    "leave": lambda now: now.moving,
    "weeks": lambda now: now.steps and not now.moving,
    "missed": lambda now: not now.moving and now.standing == "missed",
    "why": lambda now: now.plan and not now.moving,
    "why_week": lambda now: now.plan and not now.moving,
    "take_offer": lambda now: now.offer and now.steps and not now.moving,
    "move": lambda now: (
        not now.moving and now.workout is not None and not now.workout.is_race and now.standing in ("", "today")
    ),
    "what_if": lambda now: not now.moving,
    "undo": lambda now: not now.moving,
    "redo": lambda now: not now.moving,
    "steps": lambda now: now.workout is not None and not now.moving and not now.steps,
    "first_run": lambda now: not now.moving,
}
"""When an action is offered; what is not named here always is."""


def offered(action: str, now: State) -> bool:
    """Return whether a key with this action does something now."""
    return action not in OFFERED or OFFERED[action](now)
