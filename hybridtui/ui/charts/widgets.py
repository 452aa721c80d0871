"""The charts as widgets. plotext is imported by the first drawing, or before by :func:`load_plotext`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from hybridtui.domain.calendar import Period
from hybridtui.domain.text import clean
from hybridtui.ui.charts.cells import strips
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.charts.drawing import draw
from hybridtui.ui.charts.layout import Layout
from hybridtui.ui.charts.legend import legend, title
from hybridtui.ui.charts.palette import Palette
from hybridtui.ui.charts.reading import reading, shown_note
from hybridtui.ui.charts.ticks import name

if TYPE_CHECKING:
    from textual_plotext import Plot

BORDER = 6
"""Cells of a border that its words cannot have: corners, and what lies between."""

LEGEND_ROOM = 10
"""Rows from which a legend that the border has no room for gets one of them."""


def load_plotext() -> None:
    """Import plotext: on another thread, so that the screen stays usable meanwhile."""
    import textual_plotext  # noqa: F401 - imported for the next one who asks


class PeriodChart(Widget, can_focus=False):
    """Any chart over weeks or months, in the colours of the theme, its legend in the border.

    Drawn anew only when its data, its size or the theme changes; the cursor is laid over.
    Screens give it the keys: see :meth:`move_cursor`.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PeriodChart {
        width: 1fr;
        height: 1fr;
        border: round $foreground 25%;
        border-title-color: $foreground;
        border-subtitle-color: $foreground 70%;
        color: $foreground 80%;
        &.-reading { border-subtitle-color: $foreground; }
    }
    """

    cursor: reactive[int | None] = reactive(None)
    """Index of the period in hand among those shown; its values are read out below the chart."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.data: ChartData | None = None
        self._figure: Plot | None = None
        self._size_drawn: Size | None = None
        self._layout: Layout | None = None
        self._strips: Sequence[Strip] = ()
        self._palette: Palette | None = None
        self._heading: Content | None = None
        self._base: Style | None = None
        self._held: Period | None = None

    def show(self, data: ChartData) -> None:
        """Show this chart; the cursor stays on its period if that is shown."""
        if data == self.data:
            return
        self.data = data
        self.set_reactive(PeriodChart.cursor, None)
        self._forget()
        self._laid_out()
        self._say()

    def move_cursor(self, by: int) -> None:
        """Take the period so many to the right; the newest if none is in hand yet. Stops at both ends."""
        count = 0 if self.data is None or self.data.empty else len(self.shown.periods)
        if count:
            self.cursor = max(0, min((count if self.cursor is None else self.cursor) + by, count - 1))

    @property
    def shown(self) -> ChartData:
        """What is drawn: all of the data, or as much as there is room for.

        Raises:
            ValueError: before :meth:`show`.
        """
        if self.data is None:
            raise ValueError("no chart is shown")
        layout = self._laid_out()
        return self.data if layout is None else layout.data

    @property
    def period(self) -> Period | None:
        """The week or month in hand."""
        if self.data is None or self.cursor is None:
            return None
        periods = self.shown.periods
        return periods[self.cursor] if self.cursor < len(periods) else None

    @property
    def drawn(self) -> bool:
        """True if the chart shows its data."""
        return bool(self._strips)

    def on_mount(self) -> None:
        """Draw anew when the theme changes."""
        self.app.theme_changed_signal.subscribe(self, self._theme_changed)
        self._say()

    def _theme_changed(self, _theme: Theme) -> None:
        self.redraw()

    def on_resize(self) -> None:
        """Say what is left out for want of room now, and what there is room for."""
        self._say()

    def on_click(self, event: events.Click) -> None:
        """Take the period under the pointer."""
        layout = self._laid_out()
        place = event.get_content_offset(self)
        if layout is not None and place is not None:
            self.cursor = layout.place.at(place.x - layout.left)

    def redraw(self) -> None:
        """Forget the drawing and repaint."""
        self._forget()
        self._say()

    def _forget(self) -> None:
        self._size_drawn, self._strips, self._palette = None, (), None
        self.refresh()

    def watch_cursor(self) -> None:
        """Read the values out and mark the period."""
        self._held = self.period
        self._read_out()
        self.refresh()

    def notify_style_update(self) -> None:
        """Look the colours up again."""
        super().notify_style_update()
        self._base = None

    def _say(self) -> None:
        """Write the legend above, and below what the chart says or what the cursor reads."""
        if not self.is_mounted or self.data is None:
            return
        whole, palette = self.data, self._colours()
        signs = Content() if whole.empty else legend(whole, palette)
        heading = title(self.shown)
        both = Content.assemble(heading, "  ", signs)
        roomy = both.cell_length <= self.outer_size.width - BORDER or self.outer_size.height < LEGEND_ROOM
        self.border_title = both if roomy else heading
        below = None if roomy else signs
        if (below is None) != (self._heading is None):
            self._forget()
        self._heading = below
        self._read_out()

    def _read_out(self) -> None:
        """Write below what the cursor reads, or what the chart says."""
        self.set_class(self.cursor is not None, "-reading")
        self.border_subtitle = Content(self._subtitle())

    def _subtitle(self) -> str:
        if self.data is None or self.data.empty:
            return ""
        if self.cursor is not None:
            return clean(reading(self.shown, self.cursor, self.outer_size.width - BORDER))
        return " · ".join(part for part in (clean(self.data.summary), shown_note(self.data, self.shown)) if part)

    def _colours(self) -> Palette:
        if self._palette is None:
            self._palette = Palette.of(
                self.app.theme_variables,
                self.background_colors[1],
                dark=self.app.current_theme.dark,
                textured=self.app.no_color,
            )
        return self._palette

    @property
    def _top(self) -> int:
        """Rows above the drawing: the legend, if the border has no room for it."""
        return 0 if self._heading is None else 1

    def _laid_out(self) -> Layout | None:
        """Lay the data out at the present size."""
        if self._size_drawn != self.size:
            self._size_drawn, self._strips, self._layout = self.size, (), None
            if self.data is not None and not self.data.empty and self.size:
                held = self._held
                self._layout = Layout.of(self.data, (self.size.width, self.size.height - self._top))
                self._hold(held)
        return self._layout

    def _hold(self, period: Period | None) -> None:
        """Keep the cursor on its period; weeks may have become months, or the oldest have no room any more."""
        periods = () if self._layout is None else self._layout.data.periods
        self.set_reactive(PeriodChart.cursor, periods.index(period) if period in periods else None)

    def render_line(self, y: int) -> Strip:
        """Return a row of the drawing, the period in hand marked."""
        base, width = self._base or self.rich_style, self.size.width
        self._base = base  # dear to find out, and asked for at every row
        if self.data is not None and self.data.empty:
            return self._nothing(y, base)
        layout = self._laid_out()
        if layout is None:
            return Strip.blank(width, base)
        if y < self._top and self._heading is not None:
            strip = Strip(self._heading.render_segments(self.visual_style)).crop(0, width)
            return strip.extend_cell_length(width, base).apply_style(base)
        if not self._strips:
            self._strips = strips(draw(self._plot(), layout, self._colours()))
        row = y - self._top
        if row >= len(self._strips):
            return Strip.blank(width, base)
        strip = self._strips[row]
        if self.cursor is not None and self.cursor < layout.place.count:
            strip = self._marked(strip, layout, self.cursor, foot=row == len(self._strips) - 1)
        return strip.extend_cell_length(width, base).apply_style(base)

    def _plot(self) -> Plot:
        if self._figure is None:
            from textual_plotext import Plot

            self._figure = Plot()
        return self._figure

    def _nothing(self, y: int, base: Style) -> Strip:
        """Return a row of a chart without values: what is missing, in the middle."""
        width, height = self.size
        said = clean(self.data.nothing) if self.data and y == (height - 1) // 2 else ""
        left = max(0, (width - cell_len(said)) // 2)
        return Strip([Segment(set_cell_size(" " * left + said, width), base)], width)

    def _marked(self, strip: Strip, layout: Layout, cursor: int, *, foot: bool) -> Strip:
        """Lay the cursor over a row: a ground behind its column, the name of its period below."""
        palette = self._colours()
        if foot:
            return _named_at(strip, layout, cursor)
        start, end = (min(layout.left + x, strip.cell_length) for x in layout.place.marked(cursor))
        behind = Style(bgcolor=Color(*palette.cursor).rich_color)
        band = Color(*palette.band).rich_color
        column = [
            Segment(text, (style or Style()) + behind if style is None or style.bgcolor in (None, band) else style)
            for text, style, _ in strip.crop(start, end)
        ]
        return Strip(chain(strip.crop(0, start), column, strip.crop(end)), strip.cell_length)


def _named_at(strip: Strip, layout: Layout, cursor: int) -> Strip:
    """Return the names below the chart with that of the period in hand, in place of those it touches."""
    period = layout.data.periods[cursor]
    label = f" {'now' if period == layout.data.current else name(period)} "
    width = strip.cell_length
    start = layout.left + layout.place.middle(cursor) - (len(label) - 1) // 2
    start = max(0, min(start, width - len(label)))
    end = start + len(label)
    text = re.sub(
        r"\S+(?: \S+)*", lambda m: m[0] if m.end() < start or m.start() > end else " " * len(m[0]), strip.text
    )
    return Strip([Segment(text[:start]), Segment(label, Style(reverse=True)), Segment(text[end:])], width)
