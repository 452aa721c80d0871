"""What the athlete says was done, before the log gives it an id and a place."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.effort import Effort, effort_words
from hybridtui.domain.session import SetKind, Side
from hybridtui.domain.units import Distance, Load, clock, decimal, pace, round_half_up

EACH_SIDE = "each side"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDraft:
    """One set as it was typed: reps or seconds, with or without a load."""

    load: Load | None = None
    """External load; None: bodyweight only, or none."""
    bodyweight: bool = False
    """True for ``bw+10x5``: the load comes on top of the body's weight."""
    reps: int | None = None
    seconds: float | None = None
    rpe: float | None = None
    side: Side | None = None
    kind: SetKind = SetKind.WORKING


@dataclass(frozen=True, slots=True, kw_only=True)
class RunDraft:
    """One stretch of running as it was typed; a part that was not said is None."""

    distance: Distance | None = None
    seconds: float | None = None
    rpe: float | None = None


def describe_sets(sets: tuple[SetDraft, ...], *, per_side: bool = False, effort: Effort = Effort.RPE) -> str:
    """Say in words what will be logged: ``80 kg x 8, RPE 8`` or ``80 kg x 8, 8, 6 (3 sets)``.

    Sets of one entry share load and kind, so these are said once; so is how hard they
    were, in the words of ``effort``, unless each was rated by itself.
    """
    first = sets[0]
    alike = all(draft.rpe == first.rpe for draft in sets)
    words = [_amounts(sets, None if alike else effort)]
    if per_side and first.side is None:
        words[0] += f" {EACH_SIDE}"
    if alike and first.rpe is not None:
        words.append(effort_words(first.rpe, effort))
    if first.kind is not SetKind.WORKING:
        words.append(_KINDS[first.kind])
    if len(sets) > 1 and first.side is None:
        words[-1] += f" ({len(sets)} sets)"
    return ", ".join(words)


def describe_run(run: RunDraft) -> str:
    """Say in words what will be logged: ``8 km in 44:10 (5:31/km), RPE 4``."""
    words = f"{decimal(run.distance.value, 3)} {run.distance.unit}" if run.distance else ""
    if run.seconds:
        words += f" in {_exactly(run.seconds)}" if words else _exactly(run.seconds)
        if run.distance:
            words += f" ({pace(run.seconds, run.distance.metres, run.distance.unit)})"
    elif words:
        words += ", no time"
    return words if run.rpe is None else f"{words}, {effort_words(run.rpe)}"


_KINDS = {SetKind.WARMUP: "warm-up", SetKind.DROP: "drop set", SetKind.FAILURE: "to failure"}
_SIDES = {Side.LEFT: " left", Side.RIGHT: " right", None: ""}


def _amounts(sets: tuple[SetDraft, ...], rated: Effort | None) -> str:
    """Say load and counts, each with its effort if they were ``rated`` one by one."""
    load = _load(sets[0])
    counts = ", ".join(_count(draft, alone=not load) + _rating(draft.rpe, rated) for draft in sets)
    return f"{load} x {counts}" if load else counts


def _rating(rpe: float | None, rated: Effort | None) -> str:
    return "" if rpe is None or rated is None else f" ({effort_words(rpe, rated)})"


def _load(draft: SetDraft) -> str:
    if draft.bodyweight:
        return f"bodyweight + {draft.load}" if draft.load else "bodyweight"
    return str(draft.load) if draft.load else ""


def _count(draft: SetDraft, *, alone: bool) -> str:
    side = _SIDES[draft.side]
    if draft.seconds is not None:
        return f"{seconds(draft.seconds)}{side}"
    if draft.reps is None:
        return f"no reps{side}"
    if draft.reps == 0:
        return f"0{side} (failed)"
    if not alone:
        return f"{draft.reps}{side}"
    return f"{draft.reps} {'rep' if draft.reps == 1 else 'reps'}{side}"


def seconds(value: float) -> str:
    """Write a hold: ``45 s``, from two minutes on ``2:00 min``."""
    return f"{decimal(value)} s" if value < 120 else f"{_exactly(value)} min"


def _exactly(value: float) -> str:
    """Write a time with what it has beyond whole seconds: ``2:30.5``."""
    whole, hundredths = divmod(int(round_half_up(value * 100)), 100)
    return clock(whole) + (f".{hundredths:02d}".rstrip("0") if hundredths else "")
