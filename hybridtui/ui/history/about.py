"""What the figure in hand means, beside its list: quietly, in the room that is left."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from hybridtui.domain.definitions import definitions
from hybridtui.domain.figures import Figure
from hybridtui.domain.text import clean
from hybridtui.ui.history.figure_list import FigureList

LEAST, MOST = 4, 16
"""Rows below which nothing is told, and above which it would only look empty."""


def about(figure: Figure, width: int, height: int) -> Content:
    """Tell of a figure in so many rows: its value, what it means, how it was made, what it does not say.

    What comes later is left out where the room ends; a paragraph begun is told in full, or not at all.
    """
    lines = list(_value(figure, width))[:height]
    for number, paragraph in enumerate(_paragraphs(figure)):
        wrapped = Content(clean(paragraph, 400)).stylize("$foreground-muted").wrap(max(10, width))
        gap = [Content()] if number == 0 and height > len(lines) + len(wrapped) + 1 else []
        if len(lines) + len(gap) + len(wrapped) <= height:
            lines += [*gap, *wrapped]
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

    def __init__(self, *, least: int = 0, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Keep ``least`` rows for what is told, the line above included, though the list has to be scrolled."""
        super().__init__(id=id)
        self._least = least

    def compose(self) -> ComposeResult:
        """Lay out the list, and what is told of its figure in hand."""
        yield FigureList()
        yield AboutFigure()

    def tell(self, figures: FigureList) -> None:
        """Tell of the figure in hand, in the rows that the list leaves."""
        one = self.query_one(AboutFigure)
        one.show(figures.figure)
        self._share_out(figures, one)

    def on_resize(self) -> None:
        """Share the rows out anew."""
        self._share_out(self.query_one(FigureList), self.query_one(AboutFigure))

    def _share_out(self, figures: FigureList, one: AboutFigure) -> None:
        left = self.size.height - figures.rows_needed
        rows = max(self._least, min(MOST, left) if left >= LEAST else 0)
        one.display = bool(rows)
        one.set_class(rows > LEAST, "-apart")
        one.styles.height = rows
