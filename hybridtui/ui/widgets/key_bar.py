"""The keys that do something now, at the foot of every screen.

Textual's Footer makes a widget for every key anew whenever one is offered or not; this
is one line of text, so a key press costs no layout (30 ms a key are all there is).
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget


class KeyBar(Widget, can_focus=False):
    """``⏎ Log  u Undo  [] ±15 s  ? Help``: built from the active bindings, so it is always true."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        background: $footer-background;
        color: $footer-description-foreground;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self._looks = False

    def on_mount(self) -> None:
        """Hear of every change of the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed, immediate=True)

    def _changed(self, _screen: Screen[object]) -> None:
        """Look at the bindings once all that changes now has changed: to ask each whether it is offered is slow."""
        if not self._looks:
            self._looks = True
            self.call_next(self._look)

    def _look(self) -> None:
        self._looks = False
        if self.is_attached and self.app.is_running:  # one that ends goes through its screens: their parts are gone
            shown = tuple(self._offered())
            if shown != self._shown:
                self._shown = shown
                self.refresh()

    def _offered(self) -> Iterator[tuple[str, str, str]]:
        """Yield keys as written, what they do, and the key to press for it."""
        seen: set[str] = set()
        said: set[str] = set()
        groups: dict[Binding.Group, list[Binding]] = {}
        lines: list[Binding | Binding.Group] = []
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if not binding.show or not active.enabled or binding.action in seen:
                continue
            seen.add(binding.action)
            if binding.group is None:
                if binding.description not in said:  # where enter finishes, f need not say so too
                    lines.append(binding)
                said.add(binding.description)
            else:
                if binding.group not in groups:
                    lines.append(binding.group)
                groups.setdefault(binding.group, []).append(binding)
        for line in lines:
            if isinstance(line, Binding):
                yield self.app.get_key_display(line), line.description, line.key
            else:
                together = groups[line]
                yield "".join(map(self.app.get_key_display, together)), line.description, together[-1].key

    def render(self) -> RenderResult:
        """Write keys bold and what they do beside them; where room is short the last, help, stays."""
        parts = [_written(keys, text) for keys, text, _ in self._fitting()]
        return Content("").join(parts)

    def _fitting(self) -> list[tuple[str, str, str]]:
        """Return the keys that fit, the last of all always among them."""
        if not self._shown:
            return []
        *others, last = self._shown
        room = self.size.width - _written(last[0], last[1]).cell_length
        fitting: list[tuple[str, str, str]] = []
        for key in others:
            room -= _written(key[0], key[1]).cell_length
            if room < 0:
                break
            fitting.append(key)
        return [*fitting, last]

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        right = 0
        for keys, text, key in self._fitting():
            right += _written(keys, text).cell_length
            if event.x < right:
                self.app.simulate_key(key)
                return


def _written(keys: str, text: str) -> Content:
    return Content.assemble((f" {keys} ", "bold $footer-key-foreground"), f"{text} ")
