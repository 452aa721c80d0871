"""What the command palette offers, in the order of use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from hybridtui.domain.effort import Effort
from hybridtui.ui.preferences import EFFORT_WORDS, after

if TYPE_CHECKING:
    from hybridtui.ui.app import HybridApp

LIGHT, DARK = "textual-light", "textual-dark"

SWITCHES = {
    "bell": "Ring at a start, ten seconds before an end and at an end",
    "flash": "Flash the screen at a start, ten seconds before an end and at an end",
    "title": "Show the running clock in the terminal's title",
    "notify": "Send a desktop notification at an end, where the terminal can",
    "beat": "Ring at every phase of a rep done to a tempo",
}
"""Preferences that are on or off."""


def commands(app: HybridApp) -> Iterator[SystemCommand]:
    """Yield every command that makes sense now."""
    for mode, title, about in (
        ("today", "Today", "What to do now"),
        ("timer", "Timer", "The running clock in giant digits; Tabata, EMOM, AMRAP, rounds"),
        ("plan", "Plan", "This week and the next three, and why"),
        ("history", "History", "What was done: weeks, balance, every session"),
        ("library", "Library", "Every exercise: cues, muscles, easier and harder"),
    ):
        yield SystemCommand(title, about, partial(app.action_show, mode))
    yield SystemCommand("Body weight", "Write down what you weigh today", app.action_weigh)
    yield SystemCommand("Import files", "From Strong, Hevy, Garmin, Strava, Apple, watches", app.action_import_files)
    yield SystemCommand("Export your data", "As JSON, CSV, text, for a calendar or a watch", app.action_export)
    yield SystemCommand(
        "Goal and days", "Units, goal, days, equipment: answer all questions again, draft a plan", app.action_first_run
    )
    yield SystemCommand("Bar and plates", "What your barbell is loaded with", app.action_plates)
    yield SystemCommand("Help", "The keys that work here", app.action_help)
    yield from _look(app)
    yield SystemCommand("Suspend", "Go to the shell; fg comes back", app.action_suspend_process)
    yield SystemCommand("Quit", "Leave; everything logged is saved", app.action_quit)


def _look(app: HybridApp) -> Iterator[SystemCommand]:
    theme, title = (LIGHT, "Light theme") if app.current_theme.dark else (DARK, "Dark theme")
    yield SystemCommand(title, "Change the colours", partial(setattr, app, "theme", theme))
    yield SystemCommand("Theme", "Choose among all themes", app.action_change_theme)
    for preference, about in SWITCHES.items():
        state = "off" if getattr(app.settings, preference) else "on"
        yield SystemCommand(f"{preference.capitalize()} {state}", about, partial(app.action_switch, preference))
    effort = after(app.settings.effort)
    yield SystemCommand(
        f"Effort: {effort if effort is Effort.OFF else effort.upper()}",
        f"Of each set: {EFFORT_WORDS[effort]}",
        app.action_rate,
    )
    yield SystemCommand(
        "Picture", "Save an SVG picture of this screen", partial(app.set_timer, 0.1, app.deliver_screenshot)
    )
