"""A month in review: its weeks as a table, and four sentences. Source: field.md 2.17."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybridtui.domain.balance import percents, run_percent, split
from hybridtui.domain.calendar import Month, Week, Weekday
from hybridtui.domain.days.adherence import WeekKept
from hybridtui.domain.history import Totals
from hybridtui.domain.loads import wording
from hybridtui.domain.loads.page import PeriodLoad
from hybridtui.domain.review.words import count, listed, minutes, of_sports, sentence
from hybridtui.domain.units import decimal, round_half_up, whole_minutes

HEADS = ("Done", "Kept", "Balance", "Load")
"""What each of the four sentences is about, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfMonth:
    """One week that lies in the month, whole: its first and last days may lie in a neighbour."""

    totals: Totals
    kept: WeekKept
    load: PeriodLoad


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFacts:
    """One month, the one before it, and its weeks."""

    month: Month
    today: date
    totals: Totals
    before: Totals | None
    """Of the month before; None: the log had not begun."""
    load: PeriodLoad
    load_before: PeriodLoad
    weeks: tuple[WeekOfMonth, ...]
    target: float | None = None

    @property
    def begun(self) -> bool:
        """False for a month to come."""
        return self.month.first <= self.today

    @property
    def runs(self) -> bool:
        """True while the month is not over."""
        return self.begun and self.today <= self.month.last

    @property
    def name(self) -> str:
        """``March 2026``."""
        return f"{self.month.first:%B %Y}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthReview:
    """Everything that is said of one month."""

    facts: MonthFacts
    sentences: tuple[str, ...]
    """Four: what was done, what of the plan was kept, balance, load."""


def review(facts: MonthFacts) -> MonthReview:
    """Return the four sentences of a month."""
    return MonthReview(facts=facts, sentences=(done(facts), kept(facts), balance(facts), load(facts)))


def done(facts: MonthFacts) -> str:
    """Say how much of each sport there was, beside the month before."""
    totals = facts.totals
    if not totals.sessions:
        yet = " so far" if facts.runs else " yet" if not facts.begun else ""
        return sentence(f"nothing was logged in {facts.name}{yet}: 0 min of running and 0 min of strength")
    parts = [
        f"{minutes(totals.run_s)} of running in {count(totals.runs, 'session')}",
        f"{minutes(totals.strength_s)} of strength in {count(totals.strength_sessions, 'session')}",
    ]
    had = "has so far" if facts.runs else "had"
    if facts.before is None:
        return sentence(f"{facts.name} {had} {listed(parts)}; there is no earlier month to compare with")
    before = f"{whole_minutes(facts.before.run_s):,} and {minutes(facts.before.strength_s)}"
    return sentence(f"{facts.name} {had} {listed(parts)}; the month before, {before}")


def kept(facts: MonthFacts) -> str:
    """Say how many planned workouts were done, and in which week the most and the fewest."""
    weeks = [week.kept for week in facts.weeks if week.kept.planned and week.kept.workouts > week.kept.due]
    if not weeks:
        return sentence(f"too little data to say what was kept: no plan covers a past day of {facts.name}")
    total, asked = sum(each.kept for each in weeks), sum(each.workouts - each.due for each in weeks)
    said = f"{total} of {count(asked, 'planned workout')} of its weeks {'was' if total == 1 else 'were'} done"
    best, least = max(weeks, key=_share), min(weeks, key=_share)
    if _share(best) == _share(least):
        return sentence(said)
    return sentence(f"{said}, the most in {_week(best)}, the fewest in {_week(least)}")


def balance(facts: MonthFacts) -> str:
    """Say how much of the minutes was running, and in which range its weeks lay."""
    goal = f"target {split(facts.target)}" if facts.target is not None else "no target is known"
    share = facts.totals.run_share
    if share is None:
        return sentence(f"no balance: 0 min of running and strength in {facts.name}, {goal}")
    weeks = [percents(each)[0] for week in facts.weeks if (each := week.totals.run_share) is not None]
    spread = f"; its whole weeks lie between {min(weeks)} and {max(weeks)} %" if len(weeks) > 1 else ""
    total = whole_minutes(facts.totals.run_s + facts.totals.strength_s)
    return sentence(f"running was {run_percent(share)} of {total:,} min, {goal}{spread}")


def load(facts: MonthFacts) -> str:
    """Say how much load it was, beside the month before, and where fitness went."""
    now, before = facts.load, facts.load_before
    if not now.known:
        why = "the log had not begun" if facts.begun else "the month has not begun"
        return sentence(f"no load is known of {facts.name}: {why}")
    sums = now.sums
    said = f"the load {'is so far' if facts.runs else 'was'} {wording.side(sums.together)}{of_sports(sums)}"
    if sums.together.estimated:
        said += f", {wording.rated(sums.together)}"
    if before.known and before.sums.together.au and not facts.runs:
        said += f"; {decimal(sums.together.au / before.sums.together.au)} times the month before"
    if now.ctl is not None and before.ctl is not None:
        said += f"; fitness went from {round_half_up(before.ctl):.0f} to {round_half_up(now.ctl):.0f}"
    return sentence(said)


def _share(week: WeekKept) -> float:
    return week.kept / (week.workouts - week.due)


def _week(week: WeekKept) -> str:
    return f"week {week.week.iso_week} ({week.kept} of {week.workouts - week.due})"


def weeks_of(month: Month) -> tuple[Week, ...]:
    """Return the weeks whose Thursday lies in the month, as ISO counts them for years: each belongs to one month."""
    return tuple(Week.of(day) for day in month.days if day.weekday() == Weekday.THU)
