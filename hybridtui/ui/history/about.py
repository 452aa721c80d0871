"""What the figure in hand means, beside its list: quietly, in the room that is left."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.domain.definitions import definitions
from hybridtui.domain.figures import Figure
from hybridtui.domain.text import clean
from hybridtui.ui.history.figure_list import FigureList

LEAST = 3
"""Rows below which nothing is told."""

APART = 5
"""Rows from which one is spent on a line above, and one is left empty above that."""


def about(figure: Figure, width: int, height: int) -> Content:
    """Tell of a figure in so many rows: its value, what it means, how it was made, what it does not say.

    A paragraph for which there is no room is left out: half of one tells nothing. Where there is
    room, an empty row stands between them.
    """
    lines = list(_value(figure, width))[:height]
    told: list[list[Content]] = []
    room = height - len(lines)
    for paragraph in _paragraphs(figure):
        wrapped = Content(clean(paragraph, 400)).stylize("$foreground-muted").wrap(max(10, width))
        if len(wrapped) <= room:
            told.append(list(wrapped))
            room -= len(wrapped)
    apart = [Content()] if room >= len(told) else []
    for rows in told:
        lines += [*apart, *rows]
    return Content("\n").join(lines)


def _value(figure: Figure, width: int) -> Iterator[Content]:
    title = definitions()[figure.definition].title
    name = clean(figure.name)
    called = name if name.casefold() in title.casefold() else f"{name}, {title}"
    note = f"  {clean(figure.note, 200)}" if figure.note else ""
    yield from Content.assemble(
        (called, "bold"), "  ", (clean(figure.value), "bold"), (note, "$foreground-muted")
    ).wrap(max(10, width))


def _paragraphs(figure: Figure) -> Iterator[str]:
    definition = definitions()[figure.definition]
    yield definition.meaning
    yield from figure.made
    if definition.caveat:
        yield definition.caveat


class AboutFigure(Widget):
    """Tells of one figure, as much as there are rows for."""

    DEFAULT_CSS = """
    AboutFigure {
        height: 0;
        padding: 0 1;
        text-wrap: nowrap;
        &.-apart { border-top: solid $foreground 20%; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Tell of nothing yet."""
        super().__init__(id=id)
        self._figure: Figure | None = None

    def show(self, figure: Figure | None) -> None:
        """Tell of another figure."""
        if figure != self._figure:
            self._figure = figure
            self.refresh()

    def render(self) -> Content:
        """Tell as much as there is room for."""
        width, height = self.content_size
        return about(self._figure, width, height) if self._figure is not None else Content()


class FigureColumn(Vertical):
    """A list of figures, and below it, where rows are left, what the one in hand means."""

    DEFAULT_CSS = "FigureColumn { height: 1fr; }"

    least: reactive[int] = reactive(0, init=False)
    """Rows that are kept for what is told, the line above included, though the list has to be scrolled."""

    def compose(self) -> ComposeResult:
        """Lay out the list, and what is told of its figure in hand."""
        yield FigureList()
        yield AboutFigure()

    def tell(self, figures: FigureList) -> None:
        """Tell of the figure in hand, in the rows that the list leaves."""
        one = self.query_one(AboutFigure)
        one.show(figures.figure)
        self._share_out(figures, one)

    def watch_least(self) -> None:
        """Share the rows out anew."""
        self.on_resize()

    def on_resize(self) -> None:
        """Share the rows out anew."""
        self._share_out(self.query_one(FigureList), self.query_one(AboutFigure))

    def _share_out(self, figures: FigureList, one: AboutFigure) -> None:
        left = self.size.height - figures.rows_needed
        rows = self.least if left < LEAST else left if left < APART else left - 1
        one.display = bool(rows)
        one.set_class(rows >= APART, "-apart")
        one.styles.height = rows
