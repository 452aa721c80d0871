"""Charts of the log: what to draw (series), where (scale), in which colours (palette), and how.

``series`` and ``scale`` are pure; ``volume`` and ``balance`` paint on any plotext figure;
``widgets`` alone imports plotext, and is itself imported only when History opens, since
the first screen must not wait for it.
"""
