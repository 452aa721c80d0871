"""Outlined weeks written one after another, each knowing what was written before. Source: science.md F.4, R17, R22."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from hybridtui.domain.athlete import Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.course import Outlined
from hybridtui.domain.plan.coverage import Coverage
from hybridtui.domain.plan.gradual import highest
from hybridtui.domain.plan.outline import opening
from hybridtui.domain.plan.page import Page
from hybridtui.domain.plan.week import Outline
from hybridtui.domain.plan.week_costs import cost_of_week
from hybridtui.domain.plan.writing import Written, write
from hybridtui.domain.workout import Phase, PlannedWeek, Why

SAFELY = Why("C.9", "Your race is too near for a build-up: these weeks are all easy, so that you arrive safely.")

COMPARED_WEEKS = 2
"""Sets grow from the most of so many full weeks (R22)."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something bent or corrected in one week."""

    why: Why
    week: int


class Scribe:
    """Writes the weeks of one plan, in their order."""

    def __init__(self, start: date, ids: Callable[[], str]) -> None:
        self.notes: list[Note] = []
        self._start = start
        self._ids = ids
        self._covered = Coverage()
        self._used: frozenset[str] = frozenset()
        self._sets: list[dict[str, int]] = []

    def write(self, outlined: Outlined) -> PlannedWeek:
        """Write the next week."""
        asked = outlined.asked
        page = Page(
            asked=asked,
            found=outlined.found if outlined.counts else self._opening(outlined),
            week=outlined.week,
            deload=asked.deload,
            used=frozenset() if outlined.opens_block else self._used,
            covered=self._covered,
            ids=self._ids,
            sets_before=highest(self._sets[-COMPARED_WEEKS:]),
        )
        written = write(page, self._start)
        self._remember(outlined, written)
        week = PlannedWeek(
            number=outlined.number,
            week=outlined.week,
            phase=asked.phase,
            deload=asked.deload,
            workouts=written.workouts,
        )
        # Of what was written: legs that were to be heavy are not so in a lighter week.
        return replace(week, cost=cost_of_week(week, asked.athlete))

    def _opening(self, outlined: Outlined) -> Outline:
        found = outlined.found
        if outlined.asked.athlete.level is not Level.BEGINNER:
            return found
        return opening(found, outlined.asked, Weekday(self._start.weekday())) or found

    def _remember(self, outlined: Outlined, written: Written) -> None:
        asked = outlined.asked
        self._covered = written.covered
        self._used |= written.exercises
        whole = self._start <= outlined.week.monday
        if whole and not asked.deload and asked.phase is not Phase.TAPER:
            self._sets.append(written.sets)
        notes = (*((SAFELY,) if asked.safely else ()), *outlined.found.notes, *written.notes)
        self.notes += [Note(note, outlined.number) for note in notes]
