"""The entry line: what an athlete types between two sets, read as training.

``80x8@8``, ``8``, ``s``, ``+2.5``, ``bw+10x5``, ``-1r``, ``45s``, ``L8 R7``, ``80x8@8,6@9``; ``8km 44:10``,
``30min``, ``5:20/km 30min``. Reading never fails: what cannot be read comes back as a
sentence with an example, and what can is said in words before it is logged.

A comma left of ``x``, in a distance or in a body weight is a decimal comma; among reps
it separates sets.
"""

from __future__ import annotations

from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.effort import Effort
from hybridtui.domain.entry.reading import parse
from hybridtui.domain.entry.several import read_several, spelled
from hybridtui.domain.entry.values import (
    Entry,
    Expected,
    RunDraftEntry,
    SetEntry,
    TargetChange,
    Unreadable,
)
from hybridtui.domain.entry.writing import write_run, write_sets

__all__ = [
    "Effort",
    "Entry",
    "Expected",
    "RunDraft",
    "RunDraftEntry",
    "SetDraft",
    "SetEntry",
    "TargetChange",
    "Unreadable",
    "parse",
    "read_several",
    "spelled",
    "write_run",
    "write_sets",
]
