"""The third and the fourth sentence: the balance, and the load."""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.balance import run_percent, split, standing
from hybridtui.domain.load_models import USUAL_DAYS
from hybridtui.domain.loads import wording
from hybridtui.domain.review.facts import WeekFacts
from hybridtui.domain.review.words import of_sports, sentence
from hybridtui.domain.units import decimal, round_half_up, whole_minutes


def balance(facts: WeekFacts) -> str:
    """Say how much was running, what was wanted, and what the last four weeks come to."""
    target = facts.target
    goal = f"target {split(target)}" if target is not None else "no target is known"
    share = facts.totals.run_share
    weeks = facts.share_of_weeks
    over = f"over {len(facts.weeks)} weeks it is {run_percent(weeks)}" if weeks is not None and facts.before else ""
    if share is None:
        yet = "" if facts.today > facts.week.last else " yet"
        rest = f"; {over}" if over else ""
        return sentence(f"no balance{yet}: 0 min of running and strength in week {facts.week.iso_week}, {goal}{rest}")
    minutes = whole_minutes(facts.totals.run_s + facts.totals.strength_s)
    verdict = f": {standing(share, facts.totals, target, facts.planned)}" if target is not None else ""
    was = "is so far" if facts.runs else "was"
    said = f"running {was} {run_percent(share)} of {minutes:,} min, {goal}{verdict}"
    return sentence(f"{said}; {over}" if over else said)


def load(facts: WeekFacts) -> str:
    """Say how much load it was, of what, beside what is usual; estimates are told."""
    state, sums = facts.load, facts.sums
    if not facts.begun:
        return sentence(f"no load is known: week {facts.week.iso_week} has not begun")
    if not state.days_known:
        return f"No load is known: the log had not begun, and a comparison takes {USUAL_DAYS} days of it."
    parts = [_of_week(facts)]
    if sums.together.estimated:
        parts[0] += f", {wording.rated(sums.together)}"
    return sentence("; ".join((*parts, *_compared(facts))))


def _of_week(facts: WeekFacts) -> str:
    sums = facts.sums
    was = "is so far" if facts.runs else "was"
    return f"the load {was} {wording.side(sums.together)}{of_sports(sums)}"


def _compared(facts: WeekFacts) -> Iterator[str]:
    state = facts.load
    if state.acwr is not None:
        days = "the last 7 days are " if facts.runs else ""
        yield f"{days}{decimal(state.acwr)} times a usual week, {wording.against_usual(state.acwr)}"
    elif state.days_known < USUAL_DAYS:
        yield f"too little data to compare it: {state.days_known} of {USUAL_DAYS} days"
    if state.monotony is not None and state.monotony >= wording.ALIKE:
        yield f"monotony {wording.monotony(state.monotony)}, the days were {wording.sameness(state.monotony)}"
    if state.ctl is not None and state.form is not None:
        yield f"fitness {round_half_up(state.ctl):.0f}, form {wording.signed(state.form)}"
