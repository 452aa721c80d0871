"""A plan that is followed, kept up with the log: further weeks, corrections, a new beginning after a year.

The engine is loaded only when something has to be drafted or derived: most mornings
nothing has. Source: science.md C.6, F.2; DESIGN 5.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.recent import begun, gone_on, recent, since
from hybridtui.domain.run_log import MONTH, fingerprint
from hybridtui.domain.workout import ENGINE, Correction, Plan
from hybridtui.logbook.kit import Kit

WEEKS_AHEAD = 3
"""A plan reaches at least so many weeks beyond this one."""

DRAFTED_WEEKS = 4
"""Weeks that are drafted at a time."""

LONGEST_PLAN = 52
"""Weeks that can be drafted from one start."""

SEASON_WEEKS = 30
"""So long before a race that lies beyond the longest plan, a plan begins anew that reaches it."""

EXTENDED = "further weeks of the plan"
FITTED = "the plan fitted to what you did"


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan as it is to be followed from now on, and what was done to it."""

    plan: Plan
    label: str


def kept_up(kit: Kit, plan: Plan, done: Callable[[], frozenset[str]]) -> Kept | None:
    """Return what a plan has become by the log and the calendar; None if it stays as it is.

    ``done`` returns the ids of the workouts that stay: done, or being done. It is asked
    only where something changes: on most days nothing does.

    Raises:
        Problem: if no further week can be drafted.
    """
    today = kit.today()
    now = _number(plan, today)
    if now < 1:
        return None
    if _is_old(plan, now):
        return Kept(_begun_anew(kit, plan, done()), EXTENDED)
    last = plan.weeks[-1].number
    short = max(0, now + WEEKS_AHEAD - last)
    weeks = min(LONGEST_PLAN, last + -(-short // DRAFTED_WEEKS) * DRAFTED_WEEKS)
    return _fitted(kit, plan, weeks, done) or (Kept(_longer(kit, plan, weeks), EXTENDED) if weeks > last else None)


def redrafted(kit: Kit, plan: Plan, corrections: tuple[Correction, ...], done: Collection[str]) -> Plan:
    """Return a plan with other corrections from today on."""
    from hybridtui.domain.plan.handover import spliced

    drafted = _draft(kit, plan, corrections, plan.weeks[-1].number)
    state = fingerprint(drafted, kit.store.run_days(plan.start - MONTH), kit.today()) if plan.fitted else ""
    return spliced(plan, replace(drafted, fitted=state), kit.today(), done)


def changed(kit: Kit, plan: Plan, athlete: Athlete) -> Plan:
    """Return a new plan from today on for ``athlete``, who followed ``plan``, by other answers.

    Running and lifting go on from where the log has them; run/walk from its week.

    Raises:
        Problem: if no plan can be made of the answers.
    """
    from hybridtui.domain import plan as engine
    from hybridtui.domain.plan.buildup import from_zero
    from hybridtui.domain.plan.lately import going_on

    today = kit.today()
    walking = None
    if from_zero(plan.athlete) and from_zero(athlete) and plan.weeks and plan.start <= today:
        walking = going_on(plan, kit.store.run_days(plan.start - MONTH), today)
    if walking is None and plan.start <= today:
        athlete = gone_on(athlete, kit.store.lines(first=plan.start, last=today), plan.start, today)
    begun_with = (walking,) if walking is not None else ()
    return engine.draft(athlete, today, plan_id=kit.ids(), ids=kit.ids, corrections=begun_with)


def without_past_race(athlete: Athlete, day: date) -> Athlete:
    """Return an athlete without a race that lies before ``day``."""
    return replace(athlete, race=None) if athlete.race is not None and athlete.race.day < day else athlete


def _fitted(kit: Kit, plan: Plan, weeks: int, done: Callable[[], frozenset[str]]) -> Kept | None:
    """The plan by what was run, if that is something new; a plan of another engine stays as it was drafted."""
    today = kit.today()
    if plan.engine != ENGINE or Week.of(today) <= Week.of(plan.start):
        return None
    runs = kit.store.run_days(plan.start - MONTH)
    state = fingerprint(plan, runs, today)
    if state == plan.fitted:
        return None
    from hybridtui.domain.plan.handover import outgrown, spliced
    from hybridtui.domain.plan.lately import corrections

    found = corrections(plan, runs, today)
    if found == plan.corrections:
        plan = _longer(kit, plan, weeks) if weeks > plan.weeks[-1].number else plan
        return Kept(replace(plan, fitted=state), FITTED)
    stays = done()
    fitted = spliced(plan, replace(_draft(kit, plan, found, weeks), fitted=state), today, stays)
    if (more := outgrown(fitted, today)) is not None:
        drafted = _draft(kit, plan, (*found, more), weeks)
        fitted = spliced(plan, replace(drafted, fitted=state), today, stays)
    return Kept(fitted, FITTED)


def _longer(kit: Kit, plan: Plan, weeks: int) -> Plan:
    """Draft from the same start, so that the build-up goes on, and keep the weeks there are."""
    from hybridtui.domain.plan.handover import lengthened

    return lengthened(plan, _draft(kit, plan, plan.corrections, weeks))


def _is_old(plan: Plan, now: int) -> bool:
    """True for a plan that cannot reach far enough, or that holds a season too long for one plan."""
    if now + WEEKS_AHEAD > LONGEST_PLAN:
        return True
    race = plan.athlete.race
    to_race = _number(plan, race.day) if race is not None else 0
    return to_race > LONGEST_PLAN and now > 1 and to_race - now <= SEASON_WEEKS


def _begun_anew(kit: Kit, plan: Plan, done: frozenset[str]) -> Plan:
    """A plan from today on with the same answers, and running and lifting as the log has them."""
    from hybridtui.domain import plan as engine
    from hybridtui.domain.plan.handover import taking_over

    today = kit.today()
    lines = kit.store.lines(first=since(today), last=today)
    athlete = without_past_race(begun(plan.athlete, recent(lines, today)), today + timedelta(days=2))
    drafted = engine.draft(athlete, today, plan_id=kit.ids(), ids=kit.ids)
    return taking_over(drafted, plan, done)


def _draft(kit: Kit, plan: Plan, corrections: tuple[Correction, ...], weeks: int) -> Plan:
    from hybridtui.domain import plan as engine

    return engine.draft(plan.athlete, plan.start, weeks=weeks, plan_id=plan.id, ids=kit.ids, corrections=corrections)


def _number(plan: Plan, day: date) -> int:
    """The number of the plan's week that holds ``day``."""
    return (Week.of(day).monday - Week.of(plan.start).monday).days // 7 + 1
