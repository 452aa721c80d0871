"""The gap between left and right of lifts done one side at a time. Source: science.md B.9."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.lifting.done import SideBest
from hybridtui.domain.session import Side

WIDE = 0.15
"""A gap worth a hint, if it lasts (B.9, a product decision)."""

LASTING = 3
"""Sessions in a row that make it last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideGap:
    """Both sides of one exercise in one session, by the best set of each."""

    session_id: str
    day: date
    left: float
    right: float
    unit: str
    """What is compared: ``kg × reps``, ``reps`` or ``s``."""

    @property
    def gap(self) -> float:
        """How far apart they are, 0-1: |L - R| / max(L, R)."""
        most = max(self.left, self.right)
        return abs(self.left - self.right) / most if most else 0.0

    @property
    def weaker(self) -> Side | None:
        """The side that did less; None: neither."""
        if self.left == self.right:
            return None
        return Side.LEFT if self.left < self.right else Side.RIGHT


def gaps(bests: Iterable[SideBest]) -> dict[str, tuple[SideGap, ...]]:
    """Return the sessions of each exercise in which both sides were logged, oldest first."""
    pairs: dict[tuple[str, str], dict[Side, SideBest]] = {}
    for best in bests:
        pairs.setdefault((best.exercise, best.session_id), {})[best.side] = best
    found: dict[str, list[SideGap]] = {}
    for (exercise, _), sides in pairs.items():
        if len(sides) == len(Side) and (gap := _gap(sides[Side.LEFT], sides[Side.RIGHT])) is not None:
            found.setdefault(exercise, []).append(gap)
    return {exercise: tuple(each) for exercise, each in found.items()}


def _gap(left: SideBest, right: SideBest) -> SideGap | None:
    """Compare what both sides tell: work, else repetitions, else seconds."""
    for one, other, unit in (
        (left.kg_reps, right.kg_reps, "kg × reps"),
        (left.reps, right.reps, "reps"),
        (left.seconds, right.seconds, "s"),
    ):
        if one is not None and other is not None and (one or other):
            return SideGap(session_id=left.session_id, day=left.day, left=one, right=other, unit=unit)
    return None


def lasting_gap(past: Sequence[SideGap]) -> Side | None:
    """Return the side that was at least 15 % weaker in the last three sessions; None: neither was (B.9)."""
    latest = past[-LASTING:]
    if len(latest) < LASTING or any(each.gap < WIDE - 1e-9 for each in latest):
        return None
    weaker = {each.weaker for each in latest}
    return weaker.pop() if len(weaker) == 1 else None
