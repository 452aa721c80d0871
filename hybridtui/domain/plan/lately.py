"""What the log changes about a plan: restarts after breaks, held weeks, a shorter long run, run/walk weeks again.

The weeks of the plan are followed from its start, each corrected by what was run before
it, so the same log always gives the same corrections, whenever it is asked and whatever
was seen of the plan meanwhile. Source: science.md C.6.4, C.6.6, C.8, R41.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.plan import budget, c25k
from hybridtui.domain.plan.course import Course, Outlined, oldest_that_counts
from hybridtui.domain.plan.season import Season
from hybridtui.domain.run_log import BREAK_DAYS, LONG_BREAK_DAYS, RunDay, break_in
from hybridtui.domain.workout import Correction, Kind, Phase, Plan, Why

__all__ = ["RunDay", "corrections"]

RESTARTS = {BREAK_DAYS: 0.60, LONG_BREAK_DAYS: 0.40}
"""Share of the last build week that running begins again with, by days without (C.6.6)."""

RESTART_WALK_WEEK = 3
"""Nobody who was beyond it falls back behind this week of run/walk (C.6.6)."""

DONE_SHARE = 0.75
"""A week that was run to less than this is not built upon (a product decision)."""

COUNTS_SHARE = 0.5
"""Share of a run/walk session's length from which a run stands for it (a product decision)."""

EASY_ENOUGH_RPE = 7.0
"""A run/walk session that was harder does not count towards the next week (C.8)."""

SHORTEST_KNOWN = 20
"""Minutes that anybody may run at once after a time without (I.3)."""

CIRCUIT = "circuit"
"""Subtype of sessions whose running comes in pieces: it is running of the week, but no run."""

_BREAKS = {
    BREAK_DAYS: "Two weeks or more without a run",
    LONG_BREAK_DAYS: "Four weeks or more without a run",
}
_HELD = Why("C.6", "Less than three quarters of a build week was run, so the next one builds no further.")


def corrections(plan: Plan, runs: Sequence[RunDay], today: date) -> tuple[Correction, ...]:
    """Return what the log, and the athlete by asking for lighter weeks, changed about a plan up to this week.

    ``runs`` are the log's, in any order, from 30 days before the plan's start on. Before
    the first session that the plan has seen, nothing is known, and nothing held against
    anybody.
    """
    eased = _given(plan)
    if all(run.day < plan.start for run in runs):
        return tuple(eased)
    this = _number(plan, today)
    replay = _Replay(plan, runs, today)
    found = [each for number in range(1, this + 1) for each in replay.week(number, eased)]
    return (*found, *(each for each in eased if each.week > this))


def going_on(plan: Plan, runs: Sequence[RunDay], today: date) -> Correction | None:
    """Return what a plan that takes over from ``plan`` today begins with; None where run/walk is over.

    Nobody begins at zero again because of another answer.
    """
    replay = _Replay(plan, runs, today)
    given = _given(plan)
    for number in range(1, _number(plan, today) + 1):
        tuple(replay.week(number, given))
    week = replay.programme
    if week is None:
        return None
    return Correction(week=1, runwalk=week, why=Why("C.8", f"Run/walk goes on with week {week} of {c25k.LAST_WEEK}."))


@dataclass(frozen=True, slots=True)
class _Past:
    """A week that was outlined, and the build minutes in force in it."""

    outlined: Outlined
    build: int


class _Replay:
    """A plan's weeks as the log shaped them, one after another."""

    def __init__(self, plan: Plan, runs: Sequence[RunDay], today: date) -> None:
        self._start = plan.start
        self._runs = sorted(runs, key=lambda run: run.day)
        self._today = today
        self._known = budget.longest_known(plan.athlete)
        self._course = Course(plan.athlete, plan.start, Season.of(plan.athlete, plan.start))
        self._past: list[_Past] = []

    @property
    def programme(self) -> int | None:
        """The week of run/walk that the week asked for last holds."""
        return self._past[-1].outlined.asked.runwalk if self._past else None

    def week(self, number: int, eased: Sequence[Correction]) -> Iterator[Correction]:
        """Yield what is corrected in the next week."""
        own = tuple(correction for correction in eased if correction.week == number)
        found = tuple(self._found(number))
        outlined = self._course.week(number, (*found, *own), ran=self._longest(number))
        if outlined.recapped:
            longest = self._longest(number)
            why = Why("R41", f"The longest run of these weeks was {longest} min, so no run is much longer yet.")
            yield Correction(week=number, longest=longest, why=why)
        yield from found
        yield from own
        self._past.append(_Past(outlined, self._build(outlined)))

    def _found(self, number: int) -> Iterator[Correction]:
        if number == 1:
            return
        days, last = break_in(self._week(number), self._runs, self._start, self._today)
        if days:
            yield self._restart(number, days, last)
        elif self._past[-1].outlined.asked.runwalk is not None:
            yield from self._again(number)
        elif self._half_done(self._past[-1].outlined):
            yield Correction(week=number, base=self._held(number), why=_HELD)

    def _restart(self, number: int, days: int, last: date) -> Correction:
        """C.6.6, from the week of the last run before the break."""
        before = self._past[max(0, (Week.of(last).monday - self._week(1).monday).days // 7)]
        programme = before.outlined.asked.runwalk
        share = RESTARTS[days]
        if programme is not None:
            again = max(min(programme, RESTART_WALK_WEEK), int(share * programme + 0.5))
            text = f"{_BREAKS[days]}: run/walk begins again with week {again} of {c25k.LAST_WEEK}."
            return Correction(week=number, runwalk=again, why=Why("C.6", text))
        least = min(before.build, budget.SMALL_RUNNING)
        base = max(least, budget.floor_to(share * before.build))
        text = f"{_BREAKS[days]}: running begins again with {base} min a week, after {before.build}."
        return Correction(week=number, base=base, why=Why("C.6", text))

    def _again(self, number: int) -> Iterator[Correction]:
        """C.8: the next week of run/walk comes when this one went well."""
        before = self._past[-1].outlined
        programme = before.asked.runwalk
        sessions = [sketch for sketch, _ in before.left(self._start) if sketch.kind in (Kind.RUN, Kind.COMBO)]
        if programme is None or not before.counts or not self._logged_by(before.week):
            return
        shortest = COUNTS_SHARE * min((sketch.run_minutes for sketch in sessions), default=0)
        well = [run for run in self._in(before.week) if _went_well(run) and run.minutes >= shortest]
        if len(well) < max(1, len(sessions) - 1):
            text = f"Run/walk week {programme} comes once more: it takes its sessions, finished at an easy effort."
            yield Correction(week=number, runwalk=programme, why=Why("C.8", text))

    def _half_done(self, before: Outlined) -> bool:
        """True for a whole week to build on, not before the first session of the log, that was hardly run."""
        if not self._builds(before) or before.week.monday < self._start or not self._logged_by(before.week):
            return False
        done = sum(run.minutes for run in self._in(before.week))
        return done < DONE_SHARE * before.found.sizes.run_minutes

    def _held(self, number: int) -> int:
        """The minutes of the week before again; where the next is lighter, it is so from what was done before."""
        failed = self._past[-1].build
        if self._course.builds(number) or len(self._past) < 2:
            return failed
        return min(failed, self._past[-2].build)

    def _longest(self, number: int) -> int | None:
        """The longest run within 30 days of every day of a week, on the grid of five minutes."""
        week = self._week(number)
        first = oldest_that_counts(week)
        ran = [run.minutes for run in self._runs if first <= run.day < week.monday and run.subtype != CIRCUIT]
        known = [self._known] if first < self._start else []
        return max(SHORTEST_KNOWN, budget.nearest_to(max([*ran, *known], default=0)))

    def _build(self, outlined: Outlined) -> int:
        if self._builds(outlined) or not self._past:
            return budget.floor_to(outlined.found.sizes.run_minutes)
        return self._past[-1].build

    def _builds(self, outlined: Outlined) -> bool:
        asked = outlined.asked
        return not asked.deload and asked.phase is not Phase.TAPER and asked.runwalk is None and outlined.counts

    def _logged_by(self, week: Week) -> bool:
        """True from the week of the first logged session on."""
        return any(self._start <= run.day <= week.days[-1] for run in self._runs)

    def _in(self, week: Week) -> list[RunDay]:
        return [run for run in self._runs if run.day in week.days and run.day >= self._start]

    def _week(self, number: int) -> Week:
        return Week.of(self._start).plus(number - 1)


def _given(plan: Plan) -> list[Correction]:
    """What does not follow from the log: lighter weeks asked for, and the week of run/walk the plan was begun with."""
    return [each for each in plan.corrections if each.lighter or (each.week == 1 and each.runwalk is not None)]


def _went_well(run: RunDay) -> bool:
    return run.finished and (run.rpe is None or run.rpe <= EASY_ENOUGH_RPE)


def _number(plan: Plan, day: date) -> int:
    """The number of the plan's week that holds ``day``; 0 before the plan."""
    return max(0, (Week.of(day).monday - Week.of(plan.start).monday).days // 7 + 1)
