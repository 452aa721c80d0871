"""The charts as widgets. Imports plotext: import this module only when a chart is to be shown."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.theme import Theme
from textual_plotext import PlotextPlot

from hybridtui.domain.calendar import Week
from hybridtui.domain.history import WeekTotals
from hybridtui.ui.charts.balance import INSIDE, OUTSIDE, draw_balance, underlay
from hybridtui.ui.charts.palette import Palette
from hybridtui.ui.charts.series import Band, ShareDot, VolumeBar, shares, shares_in_words, volume, volume_in_words
from hybridtui.ui.charts.volume import TEXTURE, draw_volume


class Chart(PlotextPlot):
    """A plotext chart in the colours of the theme, its legend in the border.

    Drawn anew only when its data, its size or the theme changes.
    """

    DEFAULT_CSS = """
    Chart {
        border: round $foreground 25%;
        border-title-color: $foreground;
        border-subtitle-color: $foreground 70%;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        # Transparent canvas, labels in the widget's own colour; series are coloured one by one.
        self.theme = "textual-clear"
        self._drawn: tuple[Size, Content] | None = None

    def on_mount(self) -> None:
        """Draw anew when the theme changes: the library itself does so only for its own theme."""
        self.app.theme_changed_signal.subscribe(self, self._theme_changed)

    def _theme_changed(self, _theme: Theme) -> None:
        self.redraw()

    def redraw(self) -> None:
        """Forget the drawing and repaint."""
        self._drawn = None
        self.refresh()

    def render(self) -> RenderResult:
        """Return the chart at the widget's present size."""
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = (self.size, self._draw(self.size))
        return self._drawn[1]

    def _draw(self, size: Size) -> Content:
        if not size:
            return Content()
        self.plt.clear_figure()
        # The theme comes first: texts take the canvas colour at the moment they are written.
        self.plt.theme(self.theme)
        self.plt.plotsize(*size)
        self.plt._set_size(*size)  # noqa: SLF001 - as the library does; without it a resize has no effect
        palette = Palette.of(
            self.app.theme_variables,
            self.background_colors[1],
            dark=self.app.current_theme.dark,
            textured=self.app.no_color,
        )
        built = self.draw(size, palette)
        built.no_wrap = True
        return Content.from_rich_text(built)

    def draw(self, size: Size, palette: Palette) -> Text:
        """Paint on the cleared figure and return what it builds."""
        raise NotImplementedError

    def build(self) -> Text:
        """Return what plotext makes of the figure."""
        return Text.from_ansi(self.plt.build())


class VolumeChart(Chart):
    """Weekly minutes of running and strength, stacked, and what was planned."""

    bars: tuple[VolumeBar, ...] = ()
    current: Week | None = None

    def show(self, weeks: Sequence[WeekTotals], current: Week) -> None:
        """Show these weeks, oldest first."""
        bars = volume(weeks)
        if (bars, current) == (self.bars, self.current):
            return
        self.bars, self.current = bars, current
        strength = TEXTURE if self.app.no_color else "■"
        legend = f"[b]Weekly minutes[/b]  [$primary]■[/] run  [$accent]{strength}[/] strength"
        if any(bar.planned is not None for bar in self.bars):
            legend += "  ━ planned"
        self.border_title = legend
        self.border_subtitle = volume_in_words(self.bars)
        self.redraw()

    def draw(self, size: Size, palette: Palette) -> Text:
        """Paint the bars."""
        draw_volume(self.plt, self.bars, size, palette, self.current)
        return self.build()


class BalanceChart(Chart):
    """The running share week by week, its four-week mean and the target band."""

    dots: tuple[ShareDot, ...] = ()
    band: Band = Band(0.5)
    current: Week | None = None

    def show(self, weeks: Sequence[WeekTotals], target: float, current: Week) -> None:
        """Show these weeks, oldest first, against a target share."""
        dots, band = shares(weeks), Band(target)
        if (dots, band, current) == (self.dots, self.band, self.current):
            return
        self.dots, self.band, self.current = dots, band, current
        self.border_title = (
            f"[b]Run share[/b]  [$primary]{INSIDE}[/] {self.band} %"
            f"  [$warning]{OUTSIDE}[/] outside  [$foreground]⠤⠒[/] 4-wk mean"
        )
        self.border_subtitle = shares_in_words(self.dots, self.band)
        self.redraw()

    def draw(self, size: Size, palette: Palette) -> Text:
        """Paint mean and dots over the band."""
        draw_balance(self.plt, self.dots, self.band, size, palette, self.current)
        return underlay(self.build(), len(self.dots), self.band, size, palette)
