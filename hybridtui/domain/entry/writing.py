"""Entries as text that reads back as themselves: for editing what was logged."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.effort import MOST, Effort
from hybridtui.domain.session import SetKind, Side
from hybridtui.domain.units import Load, clock, decimal

PLACES = 6
_KINDS = {SetKind.WORKING: "", SetKind.WARMUP: " w", SetKind.DROP: " drop", SetKind.FAILURE: " failure"}
_SIDES = {Side.LEFT: "l", Side.RIGHT: "r", None: ""}


def write_sets(sets: Sequence[SetDraft], effort: Effort = Effort.RPE) -> str:
    """Write sets that share load and kind, as they can be typed by who tells efforts in ``effort``.

    They share how hard they were too, ``80kgx8r,8r,6r@8``, or one before the last was
    rated by itself, ``80kgx8r@8,6r@9``: other sets do not come from one line.
    """
    first = sets[0]
    alike = all(draft.rpe == first.rpe for draft in sets)
    text = _load(first) + ",".join(_count(draft) + ("" if alike else _effort(draft.rpe, effort)) for draft in sets)
    return text + (_effort(first.rpe, effort) if alike else "") + _KINDS[first.kind]


def write_run(run: RunDraft) -> str:
    """Write a run, such as ``8km 44:10 @4``."""
    words = [f"{decimal(run.distance.value, PLACES)}{run.distance.unit}"] if run.distance else []
    if run.seconds is not None:
        words.append(clock(run.seconds) if run.seconds == int(run.seconds) else f"{decimal(run.seconds, PLACES)}s")
    if run.rpe is not None:
        words.append(_effort(run.rpe))
    return " ".join(words)


def _load(draft: SetDraft) -> str:
    if draft.bodyweight:
        return f"bw+{_weight(draft.load)}x" if draft.load else "bwx"
    return f"{_weight(draft.load)}x" if draft.load else ""


def _weight(load: Load) -> str:
    return f"{decimal(load.value, PLACES)}{load.unit}"


def _count(draft: SetDraft) -> str:
    side = _SIDES[draft.side]
    if draft.seconds is not None:
        return f"{side}{decimal(draft.seconds, PLACES)}s"
    return f"{side}{draft.reps or 0}r"


def _effort(rpe: float | None, effort: Effort = Effort.RPE) -> str:
    if rpe is None:
        return ""
    return f"@{decimal(MOST - rpe if effort is Effort.RIR else rpe, PLACES)}"
