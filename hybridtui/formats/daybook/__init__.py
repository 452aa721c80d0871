"""The daybook: one plain-text file for runs, lifts and plan, for people and for git; loss-free both ways.

A day, and below it a line for each session with lines for what was done in it::

    hybridtui daybook 1

    2026-03-02 Mon
      weight 74.2kg
      18:05 strength "Lower A" 52min rpe 7
        Barbell back squat: 40kg x 5 warmup, 80kg x 5 @8, 80kg x 5 @8.5
        Plank: 45s, 45s
        | felt strong

    2026-03-03 Tue
      run 8km 44:10 rpe 4

What people need not read but must not be lost stands after ``~``; what is typed by hand
needs none of it. The first line names the version of the format.
"""

from __future__ import annotations

from hybridtui.formats.daybook.differences import differences
from hybridtui.formats.daybook.reading import read
from hybridtui.formats.daybook.writing import write

__all__ = ["differences", "read", "write"]
