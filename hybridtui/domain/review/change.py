"""The fifth sentence: next week's one change. The first rule that has something to say, says it.

The rules look at what is safe and simple first: come back, rest if tiredness lasts, make up
for what was missed, then balance, sameness, size, rest. They never ask for more than the
plan does, nor without one for more than a plan would. Their order and limits are product
decisions; sources: science.md R2, R25, B.6, C.6, D.2, D.3, D.6, H.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hybridtui.domain.balance import IN_BALANCE_PERCENT, percents, run_percent, split
from hybridtui.domain.history import Totals
from hybridtui.domain.loads import wording
from hybridtui.domain.plan.budget import SHORTEST_RUN, floor_to, ramp, single_run_cap
from hybridtui.domain.review.facts import USUAL_WEEKS, Side, SideFacts, WeekFacts, run_share_of
from hybridtui.domain.review.words import count, done_of, listed, minutes, named, reason, sentence
from hybridtui.domain.skips import Reason
from hybridtui.domain.units import decimal, round_half_up
from hybridtui.domain.volume import LIGHTER_WEEK_SHARE
from hybridtui.domain.workout import Kind, Phase, PlannedWeek, Workout

FIRST_MINUTES = 20
"""Length of the easy session that somebody begins with who has no plan."""

LIGHTER_SHARE = 0.75
"""A week with less than this of the load of the weeks around it was a lighter one (a product decision)."""

LEAST_MOVED, MOST_MOVED = 5, 30
"""Minutes that are moved from one side to the other: fewer change nothing, more are too much at once."""


_LIGHTER = f"make it a lighter one, {int(100 * LIGHTER_WEEK_SHARE)} % of the sets and easy runs only"


def change(facts: WeekFacts) -> str:
    """Return the one change that the week asks for."""
    return sentence(_spoken(facts)[1])


def rule_of(facts: WeekFacts) -> str:
    """Return what the rule that speaks looks at, in a few words."""
    return RULES[_spoken(facts)[0]]


def _spoken(facts: WeekFacts) -> tuple[Callable[[WeekFacts], str | None], str]:
    """Return the first rule that has something to say, and what it says."""
    return next((rule, said) for rule in RULES if (said := rule(facts)) is not None)


def ahead(facts: WeekFacts) -> str | None:
    """The week is to come, or was over before the log began: there is nothing to change."""
    number = facts.week.iso_week
    if not facts.begun:
        if facts.planned is not None and facts.planned.workouts:
            return f"keep to the plan of week {number}, which has not begun: {_planned(facts.planned)}"
        return f"no change: week {number} has not begun"
    if facts.load.days_known or facts.runs or facts.kept.planned:
        return None
    return f"no change: week {number} lies before the first day of the log"


def begin(facts: WeekFacts) -> str | None:
    """Nothing was logged in a week that is over, or runs after weeks of little: begin with what comes first."""
    done = facts.totals.run_s or facts.totals.strength_s
    if done or (facts.runs and (facts.kept.due or facts.usual)):
        return None
    has = "nothing logged" if facts.empty else "0 min of running and strength"
    why = f"week {facts.week.iso_week} has {has}{' so far' if facts.runs else ''}"
    first = _first(facts.after)
    if first is not None:
        return f"next week, begin with {_with_minutes(first)}: {why}"
    return f"next week, begin with 1 easy run of {FIRST_MINUTES} min and 1 short strength session: {why}"


def come_back(facts: WeekFacts) -> str | None:
    """Workouts were missed ill: well first, then easy."""
    ill = [each for each in facts.kept.missed if each.said is not None and each.said.reason is Reason.ILL]
    if not ill:
        return None
    first = _first(facts.after, easy=True)
    what = f"begin with {_with_minutes(first)}" if first is not None else f"begin with {FIRST_MINUTES} easy minutes"
    were = "was" if len(ill) == 1 else "were"
    return f"next week, {what}, once you are well: {count(len(ill), 'workout')} {were} missed ill"


def tired(facts: WeekFacts) -> str | None:
    """Tiredness lasts: a lighter week, as Today proposes it (R25)."""
    if not facts.tired:
        return None
    if facts.after is not None and (facts.after.deload or facts.after.phase is Phase.TAPER):
        return f"next week is a lighter one, so leave it light: {_planned(facts.after)}; {_lowered(facts.tired)}"
    return f"next week, {_LIGHTER}: {_lowered(facts.tired)}"


def missed_strength(facts: WeekFacts) -> str | None:
    """Strength slipped: it comes first."""
    return _make_up(facts, facts.side(Side.STRENGTH))


def missed_running(facts: WeekFacts) -> str | None:
    """Running slipped: it comes first."""
    return _make_up(facts, facts.side(Side.RUN))


def none_of_one(facts: WeekFacts) -> str | None:
    """Without a plan, one side was left out altogether (R1)."""
    gone = [each.side for each in facts.sides if not each.kept.done_s]
    if facts.runs or facts.target is None or facts.after is not None or len(gone) != 1 or facts.empty:
        return None
    session = f"1 easy run of {FIRST_MINUTES} min" if gone[0] is Side.RUN else "1 short strength session"
    target = split(facts.target)
    return f"next week, add {session}: week {facts.week.iso_week} had 0 min of {gone[0]}, target {target}"


def off_target(facts: WeekFacts) -> str | None:
    """The run share of the last four weeks is off: name the side that is behind."""
    behind, share = _behind(facts), run_share_of(_block(facts))
    if behind is None or share is None or facts.target is None:
        return None
    weeks = f"the {USUAL_WEEKS} weeks before" if facts.runs else f"{USUAL_WEEKS} weeks"
    why = f"running was {run_percent(share)} over {weeks}, target {split(facts.target)}"
    planned = _of_side(facts.after, behind)
    if planned:
        days = listed([f"{workout.day:%a}" for workout in planned])
        total = sum(_part(workout, behind) for workout in planned)
        return f"next week, give {behind} its {total} min on {days}: {why}"
    return _moved(facts, share, facts.target, behind, why)


def alike(facts: WeekFacts) -> str | None:
    """The days were much alike: hard days and rest days apart."""
    monotony = facts.load.monotony
    if monotony is None or monotony < wording.MUCH_ALIKE:
        return None
    free = _free_days(facts.after)
    how = f"keep {free} free" if free else "keep 2 days free of training, and make 1 session clearly the hardest"
    return f"next week, {how}: monotony was {wording.monotony(monotony)}, the days were {wording.sameness(monotony)}"


def bigger(facts: WeekFacts) -> str | None:
    """The load is bigger than usual: hold it."""
    ratio, usual = facts.load.acwr, facts.load.usual_au
    if ratio is None or usual is None or ratio <= wording.BIGGER or (facts.after is None and not facts.usual):
        return None
    most = f"no more than the planned {_planned(facts.after)}" if facts.after is not None else "no more than usual"
    return (
        f"next week, hold, {most}: 7 days came to {wording.au(facts.load.week_au)}, {decimal(ratio)} times a usual week"
    )


def lighter(facts: WeekFacts) -> str | None:
    """A lighter week comes, or is due."""
    after = facts.after
    if after is not None:
        if not (after.deload or after.phase is Phase.TAPER):
            return None
        return f"next week is a lighter one, so leave it light: {_planned(after)}"
    if facts.runs or facts.light_lately or len(facts.weeks) < USUAL_WEEKS:
        return None
    loads = [each.run_load_au + each.strength_load_au for each in facts.weeks]
    if min(loads) < LIGHTER_SHARE * sum(loads) / len(loads) or not min(loads):
        return None
    return f"next week, {_LIGHTER}: none of the last {len(loads)} weeks was lighter"


def keep(facts: WeekFacts) -> str:
    """Nothing asks for a change."""
    if facts.after is not None and facts.after.workouts:
        return f"next week, keep to the plan: {_planned(facts.after)}"
    usual = facts.runs and bool(facts.usual)
    if facts.runs and not usual:
        return "next week, 1 run and 1 strength session are enough: there is too little data to ask for more"
    week = listed(
        [f"{minutes((each.usual_s if usual else each.kept.done_s) or 0)} of {each.side}" for each in facts.sides]
    )
    return f"next week, keep to {'your usual' if usual else 'what you did'}, {week}: nothing asks for a change"


RULES: Mapping[Callable[[WeekFacts], str | None], str] = MappingProxyType(
    {
        ahead: "not begun",
        begin: "nothing was logged",
        come_back: "missed ill",
        tired: "tiredness that lasts",
        missed_strength: "strength slipped",
        missed_running: "running slipped",
        none_of_one: "one side left out",
        off_target: "balance off target",
        alike: "days much alike",
        bigger: "load bigger than usual",
        lighter: "lighter week due",
        keep: "no need for one",
    }
)
"""In order, with what each looks at; the last one always has something to say."""


def _block(facts: WeekFacts) -> tuple[Totals, ...]:
    """Return the four weeks that the balance is judged by: whole ones."""
    return facts.before if facts.runs else facts.weeks


def _behind(facts: WeekFacts) -> Side | None:
    """Return the side that four weeks had too little of (R2); None: neither, or it cannot be told."""
    share = run_share_of(_block(facts))
    if share is None or facts.target is None or len(_block(facts)) < USUAL_WEEKS or not facts.usual:
        return None
    points = percents(share)[0] - percents(facts.target)[0]
    if abs(points) <= IN_BALANCE_PERCENT:
        return None
    return Side.STRENGTH if points > 0 else Side.RUN


def _make_up(facts: WeekFacts, side: SideFacts) -> str | None:
    """Begin next week with the side that slipped; without a plan not if the other one is behind anyway."""
    if not side.planned and _behind(facts) not in (None, side.side):
        return None
    if not side.slipped or (facts.runs and not side.missed) or (not side.planned and facts.runs):
        return None
    why = f"{side.side} was {done_of(side)}"
    if side.missed and reason(side.missed[0]):
        why += f" ({reason(side.missed[0])})"
    planned = _of_side(facts.after, side.side)
    if planned:
        return f"next week, put {side.side} first, with {_with_minutes(planned[0])}: {why}"
    length = _session_minutes(side, facts.longest_run_min)
    return f"next week, put 1 {'run' if side.side is Side.RUN else 'strength session'} of {length} min first: {why}"


def _session_minutes(side: SideFacts, longest_run: float) -> int:
    """Return how long one session of a side is here: what it was short of, in fives, 20 to 45 minutes.

    A run is hardly longer than the longest of the last weeks (C.6.4).
    """
    short = ((side.measure_s or 0.0) - side.kept.done_s) / 60
    length = int(min(45, max(FIRST_MINUTES, round_half_up(short, 5))))
    if side.side is Side.RUN and longest_run:
        return min(length, max(SHORTEST_RUN, single_run_cap(longest_run)))
    return length


def _moved(facts: WeekFacts, share: float, target: float, behind: Side, why: str) -> str | None:
    """Without a plan: move minutes of a usual week from one side to the other."""
    run = sum(each.run_minutes for each in facts.weeks) / len(facts.weeks)
    strength = sum(each.strength_minutes for each in facts.weeks) / len(facts.weeks)
    move = min(MOST_MOVED, int(round_half_up(abs(share - target) * (run + strength), 5)))
    if behind is Side.RUN:
        move = min(move, floor_to(ramp(run)))  # running grows no faster than a plan lets it (C.6.2)
    if move < LEAST_MOVED:
        return None
    other = Side.RUN if behind is Side.STRENGTH else Side.STRENGTH
    return f"next week, move {move} min from {other} to {behind}: {why}"


def _first(week: PlannedWeek | None, *, easy: bool = False) -> Workout | None:
    """Return the first workout of a planned week; an easy one, if there is one."""
    workouts = [each for each in week.workouts if each.kind is not Kind.RECOVERY] if week is not None else []
    gentle = [each for each in workouts if easy and not each.hard and not each.leg_heavy]
    return next(iter(gentle or workouts), None)


def _of_side(week: PlannedWeek | None, side: Side) -> list[Workout]:
    return [each for each in week.workouts if _part(each, side)] if week is not None else []


def _part(workout: Workout, side: Side) -> int:
    return workout.run_minutes if side is Side.RUN else workout.strength_minutes


def _with_minutes(workout: Workout) -> str:
    """Name a workout with its length, unless its title tells it."""
    length = f"{workout.minutes} min"
    return named(workout) if length in workout.title else f"{named(workout)}, {length}"


def _lowered(why: str) -> str:
    return f"{why[:1].lower()}{why[1:].rstrip('.')}"


def _planned(week: PlannedWeek | None) -> str:
    if week is None:
        return ""
    sides = f"{week.run_minutes} min of running and {week.strength_minutes} min of strength"
    return f"{sides} in {count(len(week.workouts), 'workout')}"


def _free_days(week: PlannedWeek | None) -> str:
    if week is None or not week.workouts:
        return ""
    return listed([f"{day:%a}" for day in week.week.days if not week.on(day)])
