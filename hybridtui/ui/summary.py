"""What the card of a finished session says: done against planned, records, the balance, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from hybridtui.domain.cards import card_after
from hybridtui.domain.dates import short_day
from hybridtui.domain.fulfilment import Fulfilment, fulfilment
from hybridtui.domain.session import Session
from hybridtui.domain.today import TodayPage
from hybridtui.domain.units import DistanceUnit, decimal, pace
from hybridtui.domain.workout import Step, Workout
from hybridtui.ui import words
from hybridtui.ui.cards import logged
from hybridtui.ui.look import COLOURS, DOT, count, signed
from hybridtui.ui.widgets.step_focus import Card

TO_KNOW = "To know"
"""Name of the one information card."""


def card(session: Session, page: TodayPage, records: Sequence[str]) -> Card:
    """Sum up a session that was just finished; exactly one information card closes it."""
    unit = page.distance_unit
    went = fulfilment(session, _planned(session, page), page.exercises, unit)
    known = card_after(session, page.sessions, soon_again=bool(page.workouts))
    return Card(
        name=f"Saved: {session.title}",
        colour=COLOURS[session.kind],
        big=((str(round(session.total_s / 60)), "min"),),
        manner=logged(session, page),
        facts=(
            ("Done", against_plan(went) if session.steps else ""),
            ("Left", left_over(went)),
            ("Records", "\n".join(records)),
            ("Balance", page.balance),
            ("Next", coming(page)),
            (TO_KNOW, f"{known.title}. {known.text}"),
            ("Load", load(session)),
        ),
    )


def against_plan(went: Fulfilment) -> str:
    """Say how it went against the plan: ``all as planned``, or line by line what was more, less or skipped."""
    total = went.done + went.skipped + went.left
    if went.done == total and not went.differences:
        return "all as planned"
    skipped = f", {went.skipped} skipped" if went.skipped else ""
    return "\n".join((f"{went.done} of {total} steps{skipped}", *went.differences))


def left_over(went: Fulfilment) -> str:
    """Say what was left of an unfinished session, and that it is not lost."""
    if not went.left:
        return ""
    return f"{count(went.left, 'step')} still to do: o goes on"


def load(session: Session) -> str:
    """Write the load with where it comes from (D.1)."""
    if session.counted_load_estimated:
        return f"{decimal(session.load_au, 0)}, estimated: no effort was told"
    effort = session.rpe if session.rpe is not None else session.lent_rpe
    return f"{decimal(session.counted_load_au, 0)} (minutes × effort {decimal(effort or 0)})"


def coming(page: TodayPage) -> str:
    """Write what is next with its first target: ``tomorrow · ■ strength · Full body · Back squat 3 × 5 at 82.5 kg``."""
    workout = page.workouts[0] if page.workouts else page.next_workout
    if workout is None:
        return ""
    unit = page.distance_unit
    days = (workout.day - page.day).days
    day = ("today", "tomorrow")[days] if days in (0, 1) else short_day(workout.day)
    told = () if workout.title.endswith(" min") else (f"{workout.minutes} min",)
    parts = (day, signed(workout.kind), workout.title, *told, first_target(workout, unit))
    return DOT.join(part for part in parts if part)


def first_target(workout: Workout, unit: DistanceUnit) -> str:
    """Write the first lift, or the main set of a run: ``Back squat 3 × 5 at 82.5 kg``, ``5 × 400 m, 4:30/km``."""
    counting = [step for step in workout.steps if step.logs_sets or step.is_run]
    if not counting:
        return ""
    step = counting[0] if counting[0].logs_sets else max((s for s in counting if s.is_run), key=lambda s: s.rpe or 0)
    amount = words.amount(step, unit)
    if not step.logs_sets and step.sets == 1 and step.seconds:
        amount = ""  # a run of one stretch: how long it is was said already
    if step.logs_sets:
        return " ".join(part for part in (step.title, amount, f"at {step.load}" if step.load else "") if part)
    return ", ".join(part for part in (amount, _pace(step, unit)) if part)


def _pace(step: Step, unit: DistanceUnit) -> str:
    if step.pace_s_per_km:
        return pace(step.pace_s_per_km, 1000, unit)
    return words.zone(step.zone) if step.zone else ""


def _planned(session: Session, page: TodayPage) -> Workout | None:
    """Return the workout that a session followed, as the plan has it."""
    return page.plan.workout(session.workout_id) if page.plan is not None else None
