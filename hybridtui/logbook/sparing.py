"""What acting pains make of today's workouts. Little is loaded on days without a pain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hybridtui.domain.pain import ACTS_DAYS, Pain, active
from hybridtui.domain.workout import Step, Why, Workout
from hybridtui.logbook.kit import Kit

if TYPE_CHECKING:
    from hybridtui.domain.exercises import Exercise
    from hybridtui.domain.plan.adjusting import Adjusted
    from hybridtui.domain.refitting import Made
    from hybridtui.domain.session import Session
    from hybridtui.domain.sparing import Sparing
    from hybridtui.logbook.plans import Plans
    from hybridtui.logbook.readiness import CheckIns


def acting(kit: Kit) -> tuple[Pain, ...]:
    """Return the pains that act today, oldest first."""
    today = kit.today()
    return active(kit.store.pains(today - timedelta(days=ACTS_DAYS)), today)


def sparing(kit: Kit, plans: Plans, check_ins: CheckIns, session: Session, pains: Sequence[Pain]) -> Sparing:
    """Return what decides how a session spares what hurts: equipment, level, and the log for the loads."""
    from hybridtui.domain.sparing import Sparing
    from hybridtui.logbook.prescribing import Prescribing

    write = Prescribing(kit, plans, check_ins)
    around = write.around(session, None)

    def make(step: Step, exercise: Exercise) -> Made:
        new, ramp = write.made(step, exercise, around)
        why = Why("D.6", f"In place of {step.title}: it spares what hurts.")
        return replace(new, why=tuple(why if each.rule == "R28" else each for each in new.why)), ramp

    return Sparing(pains=pains, means=around.means, exercises=kit.exercises(), make=make)


def spared(
    workouts: Sequence[Workout], pains: Sequence[Pain], kit: Kit, plans: Plans, check_ins: CheckIns
) -> tuple[Adjusted, ...]:
    """Return those of today's workouts that pains change, their targets filled in, as they leave them."""
    if not workouts or not any(pain.stops or pain.alarms for pain in pains):
        return ()
    from hybridtui.domain.recording import following
    from hybridtui.domain.sparing import before_starting

    now, athlete = kit.moment(), kit.athlete()
    left = (
        before_starting(workout, sparing(kit, plans, check_ins, following(workout, "", now), pains), athlete, now)
        for workout in workouts
    )
    return tuple(each for each in left if each.changes)


def as_spared(workouts: Sequence[Workout], changed: Sequence[Adjusted]) -> tuple[Workout, ...]:
    """Return workouts with those that were changed in their places."""
    by_id = {each.planned.id: each.workout for each in changed if each.workout is not None}
    return tuple(by_id.get(workout.id, workout) for workout in workouts)
