"""Charts of the log: what to draw (series), where (scale), in which colours (palette), and how.

``series`` and ``scale`` are pure; ``volume`` and ``balance`` paint on any plotext figure;
``widgets`` alone imports plotext, and only when a chart is drawn: the first screen must
not wait for it.
"""
