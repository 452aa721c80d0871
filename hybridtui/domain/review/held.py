"""The first two sentences: what held, and what slipped."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.review.facts import HELD_SHARE, LEAST_USUAL, USUAL_WEEKS, SideFacts, WeekFacts
from hybridtui.domain.review.words import count, done_in, done_of, listed, minutes, missed, sentence


def held(facts: WeekFacts) -> str:
    """Say what of the week went as planned, or as usual."""
    if not facts.begun:
        return sentence(f"Week {facts.week.iso_week} has not begun: there is nothing to hold yet")
    if facts.runs and facts.kept.planned:
        return _on_course(facts)
    sides = [each for each in facts.sides if each.held]
    if facts.kept.planned:
        return sentence(_against_plan(facts, sides))
    if facts.empty or not facts.usual:
        return sentence(_without_usual(facts))
    if facts.runs:
        return sentence(f"so far {_both(facts)}")
    if sides:
        return sentence(_who_held(sides))
    return sentence(_nothing_held(facts))


def slipped(facts: WeekFacts) -> str:
    """Say what of the week did not, and why, as far as that is known."""
    if not facts.begun:
        return sentence(f"Nothing of week {facts.week.iso_week} can have slipped yet")
    if facts.kept.planned:
        return sentence(_slipped_of_plan(facts))
    if not facts.usual:
        least = f"training in {LEAST_USUAL} of the {USUAL_WEEKS} weeks before"
        return f"Too little data to say what slipped: it takes a plan, or {least}."
    if facts.runs:
        usual = [f"{minutes(each.usual_s or 0)} of {each.side}" for each in facts.sides]
        return sentence(f"It is too early to say what slipped: a usual week has {listed(usual)}")
    sides = [each for each in facts.sides if each.slipped]
    if not sides:
        return f"Nothing slipped: neither side fell below {_LEAST} of its usual week."
    return sentence(_who_slipped(sides))


_LEAST = f"{100 * HELD_SHARE:.0f} %"


def _nothing_held(facts: WeekFacts) -> str:
    """Say that what slipped did not hold: the next sentence has its numbers."""
    gone = [each.side for each in facts.sides if each.slipped]
    if len(gone) == 1:
        return f"{gone[0]} did not hold: it stayed below {_LEAST} of its usual week"
    return f"neither side held: both stayed below {_LEAST} of their usual week"


def _who_held(sides: Sequence[SideFacts]) -> str:
    """``running held: 150 of 160 min in 3 of 3 sessions``; with both, their numbers after them."""
    if len(sides) == 1:
        verb = "held" if sides[0].measure_s else "was more than usual"
        return f"{sides[0].side} {verb}: {_numbers(sides[0])}"
    return f"both sides held: {', '.join(f'{each.side} {_numbers(each)}' for each in sides)}"


def _numbers(side: SideFacts) -> str:
    sessions = f" in {side.kept.kept} of {count(side.kept.planned, 'session')}" if side.planned else ""
    return f"{done_of(side)}{sessions}"


def _who_slipped(sides: Sequence[SideFacts]) -> str:
    """``strength slipped to 40 of 80 min``; the verb once for both."""
    first, *others = [f"to {done_of(each)}" for each in sides]
    names = [each.side for each in sides]
    return f"{names[0]} slipped {first}" + "".join(
        f" and {name} {how}" for name, how in zip(names[1:], others, strict=True)
    )


def _both(facts: WeekFacts) -> str:
    parts = [f"{each.side} {done_of(each)}" for each in facts.sides if each.measure_s or each.kept.done_s]
    return listed(parts) or "0 min of both"


def _rest(facts: WeekFacts) -> str:
    kept = facts.kept
    return f"{kept.rest_kept} of {count(kept.rest_planned, 'rest day')}" if kept.rest_planned else ""


def _against_plan(facts: WeekFacts, sides: Sequence[SideFacts]) -> str:
    """Name the sides that held, and the rest days that were kept."""
    kept = facts.kept
    rest = _rest(facts) if kept.rest_kept else ""
    if sides:
        were = "was" if kept.rest_kept == 1 else "were"
        return f"{_who_held(sides)}; {rest} {were} kept" if rest else _who_held(sides)
    workouts = f"{kept.kept} of {count(kept.workouts, 'planned workout')}"
    return f"of the plan, {listed([workouts, rest]) if rest else workouts} held"


def _on_course(facts: WeekFacts) -> str:
    """A week that runs: nothing has held yet, but much may be on course."""
    kept = facts.kept
    to_come = f", {kept.due} still to come" if kept.due else ""
    if not kept.workouts:
        return sentence(f"This week has 0 planned workouts; so far {_both(facts)} was done")
    are = "is" if kept.kept == 1 else "are"
    so_much = "" if facts.empty else f": {_both(facts)}"
    return sentence(f"so far {kept.kept} of {count(kept.workouts, 'workout')} {are} done{to_come}{so_much}")


def _without_usual(facts: WeekFacts) -> str:
    """A week that is empty, or has nothing to be held against."""
    number, so_far = facts.week.iso_week, " so far" if facts.runs else ""
    if facts.empty:
        if not facts.before:
            return f"nothing was logged in week {number}{so_far}, and there is no earlier week to hold it against"
        return f"nothing was logged in week {number}{so_far}, so nothing held"
    done = done_in(facts.totals)
    if not facts.before:
        return f"a first week{',' if so_far else ''}{so_far}: {done}; there is no earlier one to hold it against"
    had = "has so far" if facts.runs else "had"
    return f"week {number} {had} {done}; too little data to say what is usual before it"


def _slipped_of_plan(facts: WeekFacts) -> str:
    kept = facts.kept
    sides: Sequence[SideFacts] = [each for each in facts.sides if each.slipped and (not facts.runs or each.missed)]
    gone = f"{missed(kept.missed)} {'was' if len(kept.missed) == 1 else 'were'} missed" if kept.missed else ""
    if sides and not facts.runs:
        return f"{_who_slipped(sides)}{f': {gone}' if gone else ', though 0 workouts were missed'}"
    if kept.missed:
        but = "so far " if facts.runs else "the minutes held, yet "
        return f"{but}{len(kept.missed)} of {count(kept.workouts, 'workout')} slipped: {gone}"
    if kept.rest_kept < kept.rest_planned:
        return f"only rest slipped: {_rest(facts)} {'was' if kept.rest_kept == 1 else 'were'} kept"
    if facts.runs:
        return f"nothing has slipped so far: 0 of {count(kept.workouts, 'workout')} missed"
    return f"nothing slipped: {kept.kept} of {count(kept.workouts, 'planned workout')} were done"
