"""What the last weeks of the log amount to: where a plan may begin. Source: science.md F.1, C.6."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.history import SessionLine
from hybridtui.domain.units import round_half_up

WEEKS = 4
"""The current amount is the mean of so many weeks (R9)."""

LONGEST_DAYS = 30
"""The longest run counts for so many days (C.6.4)."""


@dataclass(frozen=True, slots=True)
class Recent:
    """Running and strength of the last four weeks, as the first run asks for them."""

    run_minutes: int = 0
    """Mean minutes of running a week."""
    longest_run: int = 0
    """Longest run of the last 30 days, minutes."""
    strength_sessions: int = 0
    """Mean sessions with strength a week."""


def recent(lines: Sequence[SessionLine], today: date) -> Recent:
    """Sum up the sessions of the last four weeks, today included; the same workout once."""
    lines = [line for line in lines if line.same_as is None]
    weeks = [line for line in lines if 0 <= (today - line.local_date).days < 7 * WEEKS]
    month = [line for line in lines if 0 <= (today - line.local_date).days < LONGEST_DAYS]
    return Recent(
        run_minutes=int(round_half_up(sum(line.run_s for line in weeks) / 60 / WEEKS)),
        longest_run=int(round_half_up(max((line.run_s for line in month), default=0.0) / 60)),
        strength_sessions=int(round_half_up(sum(1 for line in weeks if line.strength_s > 0) / WEEKS)),
    )


def begun(athlete: Athlete, lately: Recent) -> Athlete:
    """Return ``athlete`` with the log's running and strength, within the ranges of F.1."""
    return replace(
        athlete,
        run_minutes=min(lately.run_minutes, 1200),
        longest_run=min(lately.longest_run, most_in_one_run(lately.run_minutes), 300),
        strength_sessions=min(lately.strength_sessions, 7),
    )


def gone_on(athlete: Athlete, lines: Sequence[SessionLine], start: date, today: date) -> Athlete:
    """Return ``athlete``, who has trained by a plan from ``start`` on, with what the last four weeks really held.

    Days before the plan count as they were answered; the answers stay while nothing was
    logged by it. ``today`` is not over, and does not count.
    """
    done = [line for line in lines if start <= line.local_date < today]
    if not done:
        return athlete
    eve = today - timedelta(days=1)
    known, logged = min(1.0, (today - start).days / (7 * WEEKS)), recent(done, eve)
    longest = 0 if (today - start).days >= LONGEST_DAYS else athlete.longest_run
    mixed = Recent(
        run_minutes=int(round_half_up((1 - known) * athlete.run_minutes + logged.run_minutes)),
        longest_run=max(longest, logged.longest_run),
        strength_sessions=int(round_half_up((1 - known) * athlete.strength_sessions + logged.strength_sessions)),
    )
    return begun(athlete, mixed)


def most_in_one_run(run_minutes: int) -> int:
    """Return how long the longest run can have been if so many minutes a week are the mean of four weeks.

    >>> most_in_one_run(0), most_in_one_run(10)
    (0, 42)
    """
    return WEEKS * run_minutes + WEEKS // 2 if run_minutes else 0  # the mean was rounded by up to half a minute


def since(today: date) -> date:
    """Return the oldest day that matters here."""
    return today - timedelta(days=LONGEST_DAYS - 1)
