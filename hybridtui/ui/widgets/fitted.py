"""Text that is laid out for the width there is: columns that fit, sentences with a hanging indent."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Layout = Callable[[int], Iterable[Content]]
"""Given a width in cells, the lines."""


def hanging(label: Content, text: Content, width: int, indent: int) -> list[Content]:
    """Return ``text`` wrapped beside ``label``, its further lines starting below its first."""
    lines = text.wrap(max(10, width - indent)) or [Content()]
    first, *rest = lines
    head = label.truncate(indent, pad=True)
    return [head + first, *(Content(" " * indent) + line for line in rest)]


class Fitted(Widget):
    """Lines drawn anew for every width."""

    DEFAULT_CSS = """
    Fitted { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, lines: Layout | None = None, *, id: str | None = None) -> None:  # noqa: A002
        """Show ``lines``; nothing without them."""
        super().__init__(id=id)
        self._lines: Layout = lines or (lambda _width: ())

    def show(self, lines: Layout) -> None:
        """Show other lines."""
        self._lines = lines
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw for the width of this widget."""
        return self._content(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many lines there are at this width."""
        return len(list(self._lines(width)))

    def _content(self, width: int) -> Content:
        return Content("\n").join(self._lines(width))
