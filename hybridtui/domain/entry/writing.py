"""Entries as text that reads back as themselves: for editing what was logged."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.session import SetKind, Side
from hybridtui.domain.units import Load, clock, decimal

PLACES = 6
_SIDES = {Side.LEFT: "l", Side.RIGHT: "r", None: ""}


def write_sets(sets: Sequence[SetDraft]) -> str:
    """Write sets that share load, effort and kind, such as ``80kgx8,8,6@8``."""
    first = sets[0]
    text = _load(first) + ",".join(_count(draft) for draft in sets)
    return text + (" w" if first.kind is SetKind.WARMUP else "") + _effort(first.rpe)


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


def _effort(rpe: float | None) -> str:
    return "" if rpe is None else f"@{decimal(rpe, PLACES)}"
