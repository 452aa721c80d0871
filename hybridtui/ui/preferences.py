"""What the athlete prefers, and an app that minds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual.app import App
from textual.color import Color
from textual.reactive import var
from textual.theme import Theme

from hybridtui.domain.effort import Effort
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean_note

EFFORT_WORDS = {
    Effort.OFF: "not asked for",
    Effort.RPE: "RPE, as in 80x8@8",
    Effort.RIR: "repetitions in reserve, as in 80x8@2",
}
"""What a change of the scale says."""

LEAST_CONTRAST = 1 / 3
"""Of brightness, from 0 to 1, between a coloured word and its ground: below it is hard to read."""


def after(effort: Effort) -> Effort:
    """Return the next way to rate a set, and after the last the first: what one key goes through."""
    ways = list(Effort)
    return ways[(ways.index(effort) + 1) % len(ways)]


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
    effort: Effort = Effort.OFF
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

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables; an accent that is too pale to be read on a light ground is its text's.

        It is the colour of strength, in words and signs as in bars, and must be one colour everywhere.
        """
        variables = super().get_css_variables()
        if not self.current_theme.dark:
            accent, ground = Color.parse(variables["accent"]), Color.parse(variables["background"])
            if abs(accent.brightness - ground.brightness) < LEAST_CONTRAST:
                variables["accent"] = variables["text-accent"]
                self.theme_variables = variables  # by these words are painted, as by the others styles
        return variables

    def switch(self, preference: str) -> bool:
        """Turn ``bell``, ``flash``, ``title``, ``notify`` or ``beat`` on or off; return what it is now."""
        on = not getattr(self.settings, preference)
        self.settings = replace(self.settings, **{preference: on})  # type: ignore[arg-type]
        self._tell(preference, on)
        return on

    def action_switch(self, preference: str) -> None:
        """Turn a preference on or off, and say so."""
        self.say(f"{preference.capitalize()} {'on' if self.switch(preference) else 'off'}")

    def rate_by(self, effort: Effort) -> None:
        """Ask for the effort of every set by this scale from now on."""
        self.settings = replace(self.settings, effort=effort)
        self._tell("effort", effort.value)

    def action_rate(self) -> None:
        """Go on to the next way to rate a set, and say which it is."""
        self.rate_by(after(self.settings.effort))
        self.say(f"Effort of each set: {EFFORT_WORDS[self.settings.effort]}")

    def refuse(self, problem: Problem) -> None:
        """Say what was refused, and why."""
        self.notify(clean_note(str(problem)), title="Not done", severity="error", timeout=12, markup=False)

    def announce(self, title: str, body: str) -> None:
        """Let the desktop show a notification, where the terminal is known to pass it on."""
        import os

        from hybridtui.ui.desktop import notification  # at the first edge of a clock, not before

        written = notification(os.environ, title, body)
        if written and self._driver is not None and not self.is_headless:
            self._driver.write(written)

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
