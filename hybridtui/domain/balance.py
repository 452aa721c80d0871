"""The balance of running and strength. Source: science.md section 0, H.5; DESIGN 2."""

from __future__ import annotations

from hybridtui.domain.history import Totals
from hybridtui.domain.units import round_half_up
from hybridtui.domain.workout import PlannedWeek

IN_BALANCE_PERCENT = 5
"""A share this close to the target, in points, is in balance (R2's tolerance of a block)."""

USUAL_SESSION_MINUTES = 45.0
"""Length of a session where neither the plan nor the week tells (F.1's default)."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def run_share(run_min: float, strength_min: float, hybrid_min: float = 0) -> float | None:
    """Return the run share of training minutes, hybrids split in halves; None without any.

    >>> round(run_share(190, 80), 6), run_share(40, 40, 20), run_share(0, 0)
    (0.703704, 0.5, None)
    """
    total = run_min + strength_min + hybrid_min
    return (run_min + hybrid_min / 2) / total if total > 0 else None


def percents(share: float) -> tuple[int, int]:
    """Return run and strength in whole percent; they always sum to 100.

    >>> percents(0.7), percents(0.625)
    ((70, 30), (63, 37))
    """
    run = int(round_half_up(share * 100))
    return run, 100 - run


def run_percent(share: float) -> str:
    """Write the run share alone.

    >>> run_percent(0.625)
    '63 %'
    """
    return f"{percents(share)[0]} %"


def split(share: float) -> str:
    """Write a run share as run and strength percent.

    >>> split(0.7)
    '70/30'
    """
    run, strength = percents(share)
    return f"{run}/{strength}"


def headline(totals: Totals, target: float, planned: PlannedWeek | None = None) -> str:
    """Say in one line how the week's balance stands against the target run share.

    How far a side is ahead is counted in its own sessions: of the planned week's mean
    length if there is one, else of this week's.

    >>> from hybridtui.domain.calendar import Week
    >>> week = Totals(period=Week(2026, 10), run_s=80 * 60, strength_s=45 * 60, runs=2, strength_sessions=3)
    >>> headline(week, 0.70)
    'This week 64 % run, target 70/30: one strength session ahead'
    """
    wanted, other = percents(target)
    goal = f"target {wanted}/{other}"
    share = totals.run_share
    if share is None:
        return f"Nothing yet this week, {goal}{_to_come(planned)}"
    run, _ = percents(share)
    return f"This week {run} % run, {goal}: {standing(share, totals, target, planned)}"


def standing(share: float, totals: Totals, target: float, planned: PlannedWeek | None = None) -> str:
    """Say how a week's run share stands: in balance, or which side is ahead by how many of its sessions."""
    return _standing(percents(share)[0] - percents(target)[0], totals, target, planned)


def _to_come(planned: PlannedWeek | None) -> str:
    if planned is None or not planned.workouts:
        return ""
    return f": {planned.run_minutes} min run, {planned.strength_minutes} min strength planned"


def _standing(points: int, totals: Totals, target: float, planned: PlannedWeek | None) -> str:
    """Say which side is ahead, and by how many of its sessions."""
    if abs(points) <= IN_BALANCE_PERCENT:
        return "in balance"
    run_ahead = points > 0
    if run_ahead:
        surplus = totals.run_minutes - totals.strength_minutes * target / (1 - target)
    else:
        surplus = totals.strength_minutes - totals.run_minutes * (1 - target) / target
    sessions = int(round_half_up(surplus / _session_minutes(run_ahead, totals, planned)))
    side = "run" if run_ahead else "strength session"
    if sessions == 0:
        return f"{'running' if run_ahead else 'strength'} a little ahead"
    number = _NUMBERS[sessions] if sessions < len(_NUMBERS) else str(sessions)
    return f"{number} {side}{'s' if sessions > 1 else ''} ahead"


def _session_minutes(run: bool, totals: Totals, planned: PlannedWeek | None) -> float:
    """Return the mean length of that side's sessions: planned, else done, else usual."""
    if planned is not None:
        parts = [w.run_minutes if run else w.strength_minutes for w in planned.workouts]
        lengths = [minutes for minutes in parts if minutes]
        if lengths:
            return sum(lengths) / len(lengths)
    minutes, count = (totals.run_minutes, totals.runs) if run else (totals.strength_minutes, totals.strength_sessions)
    return minutes / count if count and minutes else USUAL_SESSION_MINUTES
