"""What the athlete prefers, and an app that minds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.app import App
from textual.reactive import var
from textual.theme import Theme

from hybridtui.domain.effort import EffortScale
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean_note

EFFORT_WORDS = {
    EffortScale.OFF: "not asked for",
    EffortScale.RPE: "RPE, as in 80x8@8",
    EffortScale.RIR: "repetitions in reserve, as in 80x8@2",
}
"""What a change of the scale says."""


@dataclass(frozen=True, slots=True)
class AppSettings:
    """Preferences; the entry point reads and keeps them."""

    theme: str | None = None
    """Name of a Textual theme; None: Textual's default."""
    bell: bool = True
    """Ring at edges of a clock."""
    flash: bool = True
    """Flash the screen then."""
    title: bool = True
    """Show the running clock in the terminal's title."""
    notify: bool = True
    """Send a desktop notification at an end."""
    beat: bool = False
    """Ring at every phase of a rep."""
    effort: EffortScale = EffortScale.OFF
    """How the effort of every set is asked for."""


class PreferringApp(App[None]):
    """Wears the athlete's theme, keeps what is changed, and says in a toast how things went."""

    settings: var[AppSettings] = var(AppSettings)
    """What the athlete prefers now."""

    _keep: Callable[[str, str | bool], None] | None = None

    def prefer(self, settings: AppSettings, keep: Callable[[str, str | bool], None] | None) -> None:
        """Begin with ``settings``; ``keep`` is told each change by its name and value."""
        self.set_reactive(PreferringApp.settings, settings)
        self._keep = keep

    def on_mount(self) -> None:
        """Dress as the athlete likes it."""
        if self.settings.theme in self.available_themes:
            self.theme = str(self.settings.theme)
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def switch(self, preference: str) -> bool:
        """Turn ``bell``, ``flash``, ``title``, ``notify`` or ``beat`` on or off; return what it is now."""
        on = not getattr(self.settings, preference)
        self.settings = replace(self.settings, **{preference: on})  # type: ignore[arg-type]
        self._tell(preference, on)
        return on

    def action_switch(self, preference: str) -> None:
        """Turn a preference on or off, and say so."""
        self.say(f"{preference.capitalize()} {'on' if self.switch(preference) else 'off'}")

    def rate_by(self, effort: EffortScale) -> None:
        """Ask for the effort of every set by this scale from now on."""
        self.settings = replace(self.settings, effort=effort)
        self._tell("effort", effort.value)

    def action_rate(self) -> None:
        """Go on to the next way to rate a set, and say which it is."""
        self.rate_by(self.settings.effort.after)
        self.say(f"Effort of each set: {EFFORT_WORDS[self.settings.effort]}")

    def refuse(self, problem: Problem) -> None:
        """Say what was refused, and why."""
        self.notify(clean_note(str(problem)), title="Not done", severity="error", timeout=12, markup=False)

    def say(self, text: str) -> None:
        """Tell how something went, in place of what was told before: notes would pile up over the screen."""
        self.clear_notifications()
        self.notify(clean_note(text), markup=False, timeout=4)

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != self.settings.theme:
            self.settings = replace(self.settings, theme=theme.name)
            self._tell("theme", theme.name)

    def _tell(self, name: str, value: str | bool) -> None:
        if self._keep is not None:
            try:
                self._keep(name, value)
            except Problem as problem:
                self.refuse(problem)
