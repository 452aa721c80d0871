"""What is carried from week to week while a plan is drafted. Source: science.md F.2 steps 2-6, I.17."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan import budget
from hybridtui.domain.plan.buildup import UNCORRECTED, BuildUp, Running
from hybridtui.domain.plan.coverage import Coverage
from hybridtui.domain.plan.gradual import highest
from hybridtui.domain.plan.outline import opening, outline
from hybridtui.domain.plan.page import Page
from hybridtui.domain.plan.race_week import race_week
from hybridtui.domain.plan.season import Season
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.plan.writing import Written, write
from hybridtui.domain.workout import Correction, Phase, PlannedWeek, Why

BLOCK_WEEKS = 4
"""Mix, days and exercises stay the same for so long (R32, F.4)."""

MEMORY_WEEKS = 4
"""Runs of so many earlier weeks lie within 30 days (C.6.4)."""

SAFELY = Why("C.9", "Your race is too near for a build-up: these weeks are all easy, so that you arrive safely.")


@dataclass(frozen=True, slots=True)
class Note:
    """Something bent or corrected in one week."""

    why: Why
    week: int


class Course:
    """The weeks of a plan, asked for one after another from the first."""

    def __init__(
        self,
        athlete: Athlete,
        start: date,
        ids: Callable[[], str],
        season: Season,
        corrections: Sequence[Correction] = (),
    ) -> None:
        self.notes: list[Note] = []
        self._athlete = athlete
        self._start = start
        self._ids = ids
        self._season = season
        self._first = _weeks_between(season.start, start)
        """Weeks of the season before this plan."""
        self._corrections = corrections
        self._build_up = BuildUp(athlete, season)
        self._training_week = 0
        self._block_week = 0
        self._before: Outline | None = None
        self._covered = Coverage()
        self._used: frozenset[str] = frozenset()
        self._longest: list[int] = []
        self._sets: list[dict[str, int]] = []
        self._repeat = False

    def week(self, number: int) -> PlannedWeek:
        """Plan the next week."""
        calendar_week = Week.of(self._start).plus(number - 1)
        corrected = self._corrected(number)
        ran = self._before.sizes.run_minutes if self._before is not None else 0
        running = self._build_up.week(self._first + number, corrected, ran=ran)
        new_block = self._next_block(number)
        asked = self._asked(number, calendar_week, running, keep=not new_block)
        found = race_week(asked) if asked.race is not None else outline(asked)
        days_left = [day for day in found.days if calendar_week.days[day] >= self._start]
        # A first week that lost most of its days to the calendar does not count as trained (I.17).
        self._repeat = number == 1 and asked.race is None and 2 * len(days_left) < len(found.days)
        page = Page(
            asked=asked,
            found=self._opening(found, asked) if self._repeat else found,
            week=calendar_week,
            deload=running.step_back,
            used=frozenset() if new_block else self._used,
            covered=self._covered,
            ids=self._ids,
            sets_before=highest(self._sets[-2:]),
        )
        written = write(page, self._start)
        self._remember(found, written, number)
        lighter = page.deload or asked.phase is Phase.TAPER or asked.race is not None
        if not lighter and self._start <= calendar_week.monday:
            self._sets.append(written.sets)
        return PlannedWeek(
            number=number,
            week=calendar_week,
            phase=asked.phase,
            deload=page.deload,
            workouts=written.workouts,
            cost=found.cost,
        )

    def _next_block(self, number: int) -> bool:
        """Count on, and return whether a training block begins; a race ends one, the lighter week after it another."""
        if self._repeat:
            return False
        self._training_week += 1
        self._block_week += 1
        if self._season.after_race(self._first + number) in (1, 2):
            self._block_week = 1
        return (self._block_week - 1) % BLOCK_WEEKS == 0

    def _opening(self, found: Outline, asked: Asked) -> Outline:
        if self._athlete.level is not Level.BEGINNER:
            return found
        return opening(found, asked, Weekday(self._start.weekday())) or found

    def _asked(self, number: int, week: Week, running: Running, *, keep: bool) -> Asked:
        recent = self._longest[-MEMORY_WEEKS:]
        known = budget.longest_known(self._athlete) if len(self._longest) < MEMORY_WEEKS else 0
        in_season = self._first + number
        before_race = self._season.race is not None and not self._season.after_race(in_season)
        if before_race and self._season.safely:
            self.notes.append(Note(SAFELY, number))
        return Asked(
            athlete=self._athlete,
            week=self._training_week,
            minutes=running.minutes,
            longest=budget.longest_of(recent, known),
            runwalk=running.runwalk,
            deload=running.step_back,
            phase=self._season.phase(in_season),
            safely=before_race and self._season.safely,
            race=self._season.race_in(week),
            nearness=self._season.nearness(week),
            recovering=self._season.after_race(in_season) == 1,
            before=self._before,
            keep=keep,
        )

    def _corrected(self, number: int) -> Correction:
        """What is corrected in a week, as one; the longest run of the days before takes the place of those planned."""
        these = [correction for correction in self._corrections if correction.week == number]
        self.notes += [Note(correction.why, number) for correction in these]
        longest = min((c.longest for c in these if c.longest is not None), default=None)
        if longest is not None:
            self._longest = [0] * (MEMORY_WEEKS - 1) + [longest]
        return Correction(
            week=number,
            base=min((c.base for c in these if c.base is not None), default=None),
            longest=longest,
            runwalk=min((c.runwalk for c in these if c.runwalk is not None), default=None),
            lighter=any(c.lighter for c in these),
            why=UNCORRECTED.why,
        )

    def _remember(self, found: Outline, written: Written, number: int) -> None:
        self._before = found
        self._covered = written.covered
        self._used |= written.exercises
        self._longest.append(max((w.run_minutes for w in written.workouts if not w.is_race), default=0))
        self.notes += [Note(note, number) for note in (*found.notes, *written.notes)]
        if self._repeat:
            self._build_up = BuildUp(self._athlete, self._season)
        else:
            self._build_up.held(found.sizes.run_minutes)


def _weeks_between(first: date, later: date) -> int:
    return (Week.of(later).monday - Week.of(first).monday).days // 7
