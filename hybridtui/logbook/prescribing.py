"""Writing exercises into a session outside the drafting of a plan: reps and effort by rule, loads by their own past."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.pain import ACTS_DAYS, active, concerns
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.exchanging import stage_of
from hybridtui.domain.plan.lighter_strength import lighter
from hybridtui.domain.plan.prescription import prescribe
from hybridtui.domain.readiness import Band
from hybridtui.domain.refitting import Made, Place, Refit, refitted
from hybridtui.domain.session import Session
from hybridtui.domain.substitutes import Rung, easier, harder, in_place_of, on_rung, usual_tempo
from hybridtui.domain.workout import PlannedWeek, Step, Why
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.readiness import CheckIns
from hybridtui.logbook.targets import aimed

Equipment = frozenset[str] | None
"""What is at hand today; None: what the athlete said once and for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What surrounds a session: where it stands in the plan, and what the athlete can use."""

    athlete: Athlete
    week: PlannedWeek | None
    means: Means
    stage: Stage
    band: Band | None
    """AMBER or ORANGE, where today's check-in eased the day."""


class Prescribing:
    """Writes the steps that an athlete chooses while a session runs."""

    def __init__(self, kit: Kit, plans: Plans, check_ins: CheckIns) -> None:
        self._kit = kit
        self._plans = plans
        self._check_ins = check_ins

    def added(self, exercise: Exercise, around: Around) -> Step:
        """Return a step of an exercise that nothing in the plan asked for."""
        why = Why("F.4", "You added this exercise.")
        return self._aimed(replace(prescribe(exercise, around.stage).step(), why=(why,)), around)[0]

    def rungs(self, step: Step, exercise: Exercise, around: Around) -> tuple[Rung | None, Rung | None]:
        """Return what makes a step easier, and what makes it harder."""
        usual = usual_tempo(exercise, around.stage)
        hurts = self.hurts()
        return easier(step, exercise, around.means, usual, hurts), harder(step, exercise, around.means, hurts)

    def made(self, step: Step, new: Exercise, around: Around) -> Made:
        """Return a step of another exercise with its own target, and the ramp before it."""
        why = Why("R28", f"You chose this in place of {step.title}.")
        return self._aimed(in_place_of(step, new, around.stage, why), around)

    def on(self, step: Step, rung: Rung, around: Around) -> Made:
        """Return a step made easier or harder, and the ramp before it."""
        if rung.slow:
            return on_rung(step, rung, around.stage), ()
        return self._aimed(on_rung(step, rung, around.stage), around)

    def _aimed(self, step: Step, around: Around) -> Made:
        """A step with the target of its own past, as easy as the day is, and its ramp."""
        *ramp, ready = aimed(step, around.week, self._kit)
        if around.band is None or not ready.logs_sets:
            return ready, tuple(ramp)
        # Sets were cut when the day began, and stay as many.
        eased = lighter((replace(ready, sets=1),), around.band, leg_heavy=False).steps[0]
        return replace(eased, sets=ready.sets, aims=ready.aims), tuple(ramp)

    def around(self, session: Session, equipment: Equipment) -> Around:
        """Return what surrounds a session today, with what is at hand."""
        plan, athlete, day = self._plans.current(), self._kit.athlete(), self._kit.today()
        workout = plan.workout(session.workout_id) if plan is not None else None
        week = plan.week_of(workout.day if workout is not None else day) if plan is not None else None
        number = week.number if week is not None else 1
        at_hand = athlete if equipment is None else replace(athlete, equipment=equipment)
        stage = stage_of(athlete, number, heavy=workout is not None and workout.leg_heavy)
        return Around(
            athlete=athlete,
            week=week,
            means=Means.of(at_hand, number),
            stage=replace(stage, deload=week is not None and week.deload),
            band=self._band(),
        )

    def _band(self) -> Band | None:
        reading, verdict = self._check_ins.of(self._kit.today()), self._check_ins.verdict()
        if reading is None or reading.kept or verdict is None or verdict.band not in (Band.AMBER, Band.ORANGE):
            return None
        return verdict.band

    def hurts(self) -> Callable[[Exercise], bool]:
        """Return which exercises a pain that acts today leaves out."""
        today = self._kit.today()
        acting = active(self._kit.store.pains(today - timedelta(days=ACTS_DAYS)), today)
        return lambda exercise: concerns(exercise, acting) is not None

    def refit(self, session: Session, equipment: frozenset[str]) -> Refit:
        """Return what other equipment makes of the rest of a session; nothing is saved."""
        around = self.around(session, equipment)
        place = Place(
            means=around.means,
            exercises=self._kit.exercises(),
            make=lambda step, exercise: self.made(step, exercise, around),
            hurts=self.hurts(),
        )
        return refitted(session, place)
