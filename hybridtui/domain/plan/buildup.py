"""The running that each week of a plan may hold: run/walk from zero, then the ramp, the taper, and what comes after.

Source: science.md C.6, C.8, C.9, R9 with I.3.
"""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.plan import budget, c25k
from hybridtui.domain.plan.budget import Ramp
from hybridtui.domain.plan.mix import MixRules, wanted
from hybridtui.domain.plan.season import Season
from hybridtui.domain.workout import Correction, Why

UNCORRECTED = Correction(week=0, why=Why("", ""))
"""What a week is drafted with that neither the log nor the athlete changed."""


@dataclass(frozen=True, slots=True)
class Running:
    """What one week may hold."""

    minutes: int
    """At most; unused while run/walk sets them."""
    step_back: bool
    runwalk: int | None = None
    """Week of the run/walk programme, if the runs are its sessions."""


class BuildUp:
    """Asked once for every week, in their order."""

    def __init__(self, athlete: Athlete, season: Season, *, programme: int = 0) -> None:
        """Begin a plan; of run/walk, ``programme`` weeks are done."""
        self._athlete = athlete
        self._season = season
        self._programme = programme if from_zero(athlete) else c25k.LAST_WEEK
        """Week of the run/walk programme that was done last."""
        self._ramp = None if from_zero(athlete) else self._new_ramp(_first_week(athlete))
        self._building = False
        """True if the week asked for last is one to build on."""

    def week(self, number: int, corrected: Correction = UNCORRECTED, *, ran: float = 0) -> Running:
        """Return the plan's week of this number; ``ran`` are the run minutes of the week before."""
        self._building = False
        lighter = corrected.lighter or self._season.after_race(number) == 1
        programme = self._next_of_programme(corrected, lighter=lighter)
        if programme is not None:
            self._programme = programme
            return Running(0, step_back=lighter, runwalk=programme)
        if self._ramp is None:
            self._programme = c25k.LAST_WEEK
            self._ramp = self._new_ramp(max(budget.SMALL_RUNNING, budget.floor_to(ran)))
        found = self._on_ramp(self._ramp, number, corrected)
        self._building = not found.step_back and self._season.taper_share(number) is None
        return Running(found.minutes, step_back=found.step_back)

    def builds(self, number: int) -> bool:
        """Return whether the plan's week of this number, the next one, is to hold build minutes."""
        if self._ramp is None or self._season.after_race(number) == 1:
            return False
        return self._season.taper_share(number) is None and not self._ramp.steps_back_next

    def held(self, minutes: float) -> None:
        """Tell how much running the week asked for last came to hold, as a whole week."""
        if self._ramp is not None and self._building:
            self._ramp.held(budget.floor_to(minutes))

    def _next_of_programme(self, corrected: Correction, *, lighter: bool) -> int | None:
        """The week of the programme that comes now; None once it is done."""
        if self._ramp is not None:
            return None
        again = lighter and self._programme > 0
        following = corrected.runwalk or (self._programme if again else self._programme + 1)
        return following if following <= c25k.LAST_WEEK else None

    def _on_ramp(self, ramp: Ramp, number: int, corrected: Correction) -> budget.WeekBudget:
        if self._season.after_race(number) == 1:
            return ramp.after_race(budget.peak(self._athlete), base=corrected.base)
        share = self._season.taper_share(number)
        if share is not None:
            return ramp.taper(share, base=corrected.base)
        return ramp.week(base=corrected.base, lighter=corrected.lighter)

    def _new_ramp(self, first: int) -> Ramp:
        most = max(budget.peak(self._athlete, self._season.event), first)
        return Ramp(first, most, budget.step_back_every(self._athlete))


def from_zero(athlete: Athlete) -> bool:
    """Return whether an athlete starts with run/walk: a beginner who does not run (R9, C.8)."""
    return athlete.level is Level.BEGINNER and not budget.runs_already(athlete)


def _first_week(athlete: Athlete) -> int:
    mix = next(wanted(MixRules(athlete, 1)), None)
    # Where no usual mix is allowed, the week still holds one strength session (R1).
    strengths = mix.strength_count if mix is not None else 1
    return budget.first_week(athlete, adds_strength=strengths > athlete.strength_sessions)
