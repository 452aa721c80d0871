"""Holds and carries: a little longer each time, up to a point. Source: science.md B.4, R28."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain.breaks import days_away, share_after
from hybridtui.domain.double_progression import HARDEST_RPE
from hybridtui.domain.history import Exposure
from hybridtui.domain.standing import Round, rounds
from hybridtui.domain.units import Load

TOP_SECONDS = 45
"""Holds grow to this, then the exercise gets harder (B.4)."""

MORE_SECONDS = 5
"""By so much a hold grows when every set reached its seconds."""


@dataclass(frozen=True, slots=True)
class HoldStanding:
    """Where a hold or carry stands, and what comes next."""

    seconds: int
    """To hold next."""
    load: Load | None = None
    """To carry next: what every set was done with last time."""
    last: tuple[float, ...] = ()
    """Seconds held last time; empty: never done."""
    short: int = 0
    """Sessions in a row with a set short of the target; a set that was not done is none."""
    mastered: bool = False
    """True if every set of the last session reached the top."""
    away: int = 0
    """Days without it before the session to come, if they were a break."""

    @property
    def at_top(self) -> bool:
        """True if it grows no longer, only harder."""
        return self.seconds >= TOP_SECONDS


def hold_standing(
    past: Sequence[Exposure], sets: int, seconds: int, load: Load | None = None, *, day: date | None = None
) -> HoldStanding:
    """Fold the sessions, oldest first; ``seconds`` and ``load`` are where the plan begins.

    Nothing grows beyond 45 s or, if the plan asks for longer, beyond that. After a
    break before ``day``, or between sessions, it is held less long (breaks).
    """
    now = HoldStanding(seconds, load)
    days = [exposure.local_date for exposure in past]
    for exposure in past:
        if held := rounds(exposure.sets):
            now = _come_to(now, days_away(days, exposure.local_date))
            now = _after(now, held, exposure.target_sets or sets)
    return _come_to(now, days_away(days, day))


def _come_to(now: HoldStanding, days: int) -> HoldStanding:
    share = share_after(days)
    if share == 1 or not now.last:
        return now
    shorter = max(MORE_SECONDS, int(share * now.seconds) // MORE_SECONDS * MORE_SECONDS)
    return replace(now, seconds=shorter, short=0, mastered=False, away=days)


def _after(now: HoldStanding, held: Sequence[Round], sets: int) -> HoldStanding:
    easy_enough = held[-1].rpe is None or held[-1].rpe <= HARDEST_RPE
    reached = min(r.seconds for r in held) >= now.seconds
    made = reached and len(held) >= sets and easy_enough
    grown = max(now.seconds, min(TOP_SECONDS, now.seconds + MORE_SECONDS))
    return replace(
        now,
        seconds=grown if made else now.seconds,
        load=min((r.load for r in held if r.load), key=lambda load: load.kg, default=None),
        last=tuple(r.seconds for r in held),
        short=0 if reached else now.short + 1,
        mastered=made and now.at_top,
        away=0,
    )
