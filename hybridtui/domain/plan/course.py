"""The weeks of a plan in outline, each building on those before. Source: science.md F.2, I.17."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan import budget
from hybridtui.domain.plan.buildup import UNCORRECTED, BuildUp, Running
from hybridtui.domain.plan.outline import outline
from hybridtui.domain.plan.race_week import race_week
from hybridtui.domain.plan.season import Season
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.run_log import MONTH
from hybridtui.domain.workout import Correction, Kind

BLOCK_WEEKS = 4
"""Mix, days and exercises stay the same for so long (R32, F.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """One week of a plan, before it is written."""

    number: int
    week: Week
    asked: Asked
    found: Outline
    opens_block: bool
    """True if mix, days and exercises may change with it."""
    counts: bool
    """False for a first week that lost most of its days to the calendar: it is not trained (I.17)."""
    recapped: bool = False
    """True if the longest run that was really done made it shorter (C.6.4)."""

    def left(self, start: date) -> list[tuple[Sketch, Weekday]]:
        """Return its sessions that are not before ``start``."""
        placed = zip(self.found.sketches, self.found.days, strict=True)
        return [(sketch, day) for sketch, day in placed if self.week.days[day] >= start]


class Course:
    """The weeks of a plan, asked for one after another from the first."""

    def __init__(self, athlete: Athlete, start: date, season: Season) -> None:
        self._athlete = athlete
        self._start = start
        self._season = season
        self._build_up = BuildUp(athlete, season)
        self._training_week = 0
        self._block_week = 0
        self._before: Outline | None = None
        self._runs = [(start - timedelta(days=1), budget.longest_known(athlete))]
        """Day and minutes of what was run before and is planned since; a race is none (I.14)."""
        self._repeat = False
        """True while the week just asked for did not count."""

    def builds(self, number: int) -> bool:
        """Return whether the week of this number, the next one, is to hold build minutes: no step back, no taper."""
        return self._build_up.builds(number)

    def week(self, number: int, corrections: Sequence[Correction] = (), *, ran: int | None = None) -> Outlined:
        """Return the next week, with what is corrected in it.

        ``ran`` is the longest run of the 30 days before by the log: where the week would
        need a longer one, it is made again from that. Run/walk has steps of its own.
        """
        corrected = _as_one(number, corrections)
        if corrected.longest is not None:
            self._forget_longer(number, corrected.longest)
        run_before = self._before.sizes.run_minutes if self._before is not None else 0
        running = self._build_up.week(number, corrected, ran=run_before)
        opens = self._next_block(number)
        outlined = self._outlined(number, running, opens=opens)
        if ran is not None and not running.runwalk and _longest(outlined.found.sketches) > budget.single_run_cap(ran):
            self._forget_longer(number, ran)
            outlined = self._outlined(number, running, opens=opens, recapped=True)
        self._remember(outlined)
        return outlined

    def _outlined(self, number: int, running: Running, *, opens: bool, recapped: bool = False) -> Outlined:
        week = self._week(number)
        asked = self._asked(number, week, running, keep=not opens)
        found = race_week(asked) if asked.race is not None else outline(asked)
        left = sum(week.days[day] >= self._start for day in found.days)
        return Outlined(
            number=number,
            week=week,
            asked=asked,
            found=found,
            opens_block=opens,
            counts=number > 1 or asked.race is not None or 2 * left >= len(found.days),
            recapped=recapped,
        )

    def _asked(self, number: int, week: Week, running: Running, *, keep: bool) -> Asked:
        known = budget.longest_known(self._athlete)
        recent = [minutes for day, minutes in self._runs if day >= oldest_that_counts(week)]
        before_race = self._season.race is not None and not self._season.after_race(number)
        return Asked(
            athlete=self._athlete,
            week=self._training_week,
            minutes=running.minutes,
            longest=max(recent, default=known),
            runwalk=running.runwalk,
            deload=running.step_back,
            phase=self._season.phase(number),
            safely=before_race and self._season.safely,
            race=self._season.race_in(week),
            nearness=self._season.nearness(week),
            recovering=self._season.after_race(number) == 1,
            before=self._before,
            keep=keep,
        )

    def _next_block(self, number: int) -> bool:
        """Count on, and return whether a training block begins; a race ends one, the lighter week after it another."""
        if self._repeat:
            return False
        self._training_week += 1
        self._block_week += 1
        if self._season.after_race(number) in (1, 2):
            self._block_week = 1
        return (self._block_week - 1) % BLOCK_WEEKS == 0

    def _forget_longer(self, number: int, longest: int) -> None:
        """Let a run of so many minutes be the longest of the days before a week."""
        self._runs = [(self._week(number).monday - timedelta(days=1), longest)]

    def _week(self, number: int) -> Week:
        return Week.of(self._start).plus(number - 1)

    def _remember(self, outlined: Outlined) -> None:
        self._before = outlined.found
        self._repeat = not outlined.counts
        if self._repeat:
            # Nothing grows from a week that is not trained: what it holds may be written otherwise too (I.17).
            walked = outlined.asked.runwalk
            self._build_up = BuildUp(self._athlete, self._season, programme=walked - 1 if walked else 0)
            return
        planned = outlined.left(self._start)
        self._runs += [(outlined.week.days[day], sketch.run_minutes) for sketch, day in planned if _is_run(sketch)]
        self._build_up.held(outlined.found.sizes.run_minutes)


def oldest_that_counts(week: Week) -> date:
    """Return the first day that lies within 30 days of every day of a week (C.6.4)."""
    return week.days[-1] - MONTH


def _longest(sketches: Iterable[Sketch]) -> int:
    return max((sketch.run_minutes for sketch in sketches if _is_run(sketch)), default=0)


def _is_run(sketch: Sketch) -> bool:
    """True for runs and those that open combos; the short ones between a circuit's stations are none (C.6.4)."""
    return sketch.kind in (Kind.RUN, Kind.COMBO)


def _as_one(number: int, corrections: Sequence[Correction]) -> Correction:
    """All that is corrected in a week; where two say the same, the more careful counts."""
    if not corrections:
        return UNCORRECTED
    return Correction(
        week=number,
        base=min((c.base for c in corrections if c.base is not None), default=None),
        longest=min((c.longest for c in corrections if c.longest is not None), default=None),
        runwalk=min((c.runwalk for c in corrections if c.runwalk is not None), default=None),
        lighter=any(c.lighter for c in corrections),
        why=UNCORRECTED.why,
    )
