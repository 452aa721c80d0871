"""Charts over weeks and months: what to draw (data), where (layout), in which colours (palette), and how.

``data`` says what a chart shows; ``series`` makes the charts of weekly minutes and balance.
``layout`` fits it into a size: ``fold`` (no more periods than there is room for), ``columns``,
``scale`` and ``ticks``. ``drawing`` paints it on a plotext figure, by ``bars`` and ``lines``,
and takes what plotext builds apart into ``cells``. All of that is pure but for the figure.
``widgets`` shows it; plotext is imported only when a chart is drawn: the first screen must
not wait for it. ``reading`` tells a chart in numbers, ``table`` shows them, ``small`` draws
what fits into a line of a list.
"""
