"""The charts as widgets. plotext is imported by the first drawing, or before by :func:`load_plotext`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.theme import Theme
from textual.widget import Widget

from hybridtui.domain.calendar import Week
from hybridtui.domain.history import Totals
from hybridtui.ui.charts.balance import INSIDE, OUTSIDE, draw_balance, underlay
from hybridtui.ui.charts.palette import Palette
from hybridtui.ui.charts.series import Band, ShareDot, VolumeBar, shares, shares_in_words, volume, volume_in_words
from hybridtui.ui.charts.volume import TEXTURE, draw_volume

if TYPE_CHECKING:
    from textual_plotext import Plot


def load_plotext() -> None:
    """Import plotext: on another thread, so that the screen stays usable meanwhile."""
    import textual_plotext  # noqa: F401 - imported for the next one who asks


class Chart(Widget):
    """A plotext chart in the colours of the theme, its legend in the border.

    Drawn anew only when its data, its size or the theme changes.
    """

    DEFAULT_CSS = """
    Chart {
        width: 1fr;
        height: 1fr;
        border: round $foreground 25%;
        border-title-color: $foreground;
        border-subtitle-color: $foreground 70%;
    }
    """

    _figure: Plot | None = None
    _drawn: tuple[Size, Content] | None = None

    def on_mount(self) -> None:
        """Draw anew when the theme changes."""
        self.app.theme_changed_signal.subscribe(self, self._theme_changed)

    def _theme_changed(self, _theme: Theme) -> None:
        self.redraw()

    def redraw(self) -> None:
        """Forget the drawing and repaint."""
        self._drawn = None
        self.refresh()

    @property
    def drawn(self) -> bool:
        """True if the chart shows its data."""
        return self._drawn is not None

    def render(self) -> RenderResult:
        """Return the chart at the widget's present size."""
        if self.empty or not self.size:
            return Content()
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = (self.size, self._draw(self.size))
        return self._drawn[1]

    def _draw(self, size: Size) -> Content:
        if self._figure is None:
            from textual_plotext import Plot

            self._figure = Plot()
        figure = self._figure
        figure.clear_figure()
        # A transparent canvas; it comes first, since texts take its colour at the moment they are written.
        figure.theme("textual-clear")
        figure.plotsize(*size)
        figure._set_size(*size)  # noqa: SLF001 - as PlotextPlot does; without it a resize has no effect
        palette = Palette.of(
            self.app.theme_variables,
            self.background_colors[1],
            dark=self.app.current_theme.dark,
            textured=self.app.no_color,
        )
        built = self.draw(figure, size, palette)
        built.no_wrap = True
        return Content.from_rich_text(built)

    @property
    def empty(self) -> bool:
        """True if there is nothing to draw yet."""
        raise NotImplementedError

    def draw(self, figure: Plot, size: Size, palette: Palette) -> Text:
        """Paint on the cleared figure and return what it builds."""
        raise NotImplementedError


class VolumeChart(Chart):
    """Weekly minutes of running and strength, stacked, and what was planned."""

    bars: tuple[VolumeBar, ...] = ()
    current: Week | None = None

    def show(self, weeks: Sequence[Totals], current: Week) -> None:
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

    @property
    def empty(self) -> bool:
        """True if there are no weeks."""
        return not self.bars

    def draw(self, figure: Plot, size: Size, palette: Palette) -> Text:
        """Paint the bars."""
        draw_volume(figure, self.bars, size, palette, self.current)
        return Text.from_ansi(figure.build())


class BalanceChart(Chart):
    """The running share week by week, its four-week mean and the target band."""

    dots: tuple[ShareDot, ...] = ()
    band: Band = Band(0.5)
    current: Week | None = None

    def show(self, weeks: Sequence[Totals], target: float, current: Week) -> None:
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

    @property
    def empty(self) -> bool:
        """True if there are no weeks."""
        return not self.dots

    def draw(self, figure: Plot, size: Size, palette: Palette) -> Text:
        """Paint mean and dots over the band."""
        draw_balance(figure, self.dots, self.band, size, palette, self.current)
        return underlay(Text.from_ansi(figure.build()), len(self.dots), self.band, size, palette)
