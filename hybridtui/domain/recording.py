"""Turning what an athlete does into entries of a session: ids, places, order, rests. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from hybridtui.domain import guide
from hybridtui.domain.calendar import Moment
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guide import Place
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, SetKind, Side, Status, StepMark
from hybridtui.domain.workout import Kind, Step, Workout

FREE_TITLES = {
    Kind.RUN: "Run",
    Kind.STRENGTH: "Strength",
    Kind.HYBRID: "Circuit",
    Kind.COMBO: "Run and strength",
    Kind.RECOVERY: "Recovery",
    Kind.OTHER: "Other sport",
}
"""What a session without a plan is called until it gets a name."""


def following(workout: Workout, id_: str, started: Moment) -> Session:
    """Begin a session that follows a workout; its steps are kept as they are now."""
    return Session(
        id=id_,
        kind=workout.kind,
        title=workout.title,
        status=Status.OPEN,
        started=started,
        subtype=workout.subtype,
        level=workout.level,
        workout_id=workout.id,
        steps=workout.steps,
    )


def free(kind: Kind, title: str, id_: str, started: Moment) -> Session:
    """Begin a session without a plan."""
    return Session(id=id_, kind=kind, title=title or FREE_TITLES[kind], status=Status.OPEN, started=started)


def logged_sets(
    session: Session,
    place: Place | None,
    exercise: Exercise,
    drafts: Sequence[SetDraft],
    at: datetime,
    ids: Callable[[], str],
) -> tuple[LoggedSet, ...]:
    """Give sets of one entry of an exercise their ids, order, places and rests: :func:`new_sets`."""
    return new_sets(session, place, exercise.id, drafts, at, ids, per_side=exercise.unilateral)


def new_sets(
    session: Session,
    place: Place | None,
    exercise_id: str,
    drafts: Sequence[SetDraft],
    at: datetime,
    ids: Callable[[], str],
    *,
    per_side: bool = False,
) -> tuple[LoggedSet, ...]:
    """Give sets of one entry their ids, order, places and rests.

    Several sets at a place go to it and the places of the step after it that are still
    to do, then beyond the plan; left and right share one. A warm-up set takes no place.
    Outside the plan they are done side by side if ``per_side``.
    """
    step = session.steps[place.step] if place is not None else None
    numbers = _numbers(session, place, drafts)
    first = _next_position(session)
    new = tuple(
        LoggedSet(
            id=ids(),
            position=first + n,
            exercise=exercise_id,
            kind=draft.kind,
            load=draft.load,
            bodyweight=draft.bodyweight,
            reps=draft.reps,
            seconds=draft.seconds,
            rpe=draft.rpe,
            side=draft.side,
            per_side=step.per_side if step is not None else per_side,
            step=place.step if place is not None else None,
            set_number=numbers[n],
            logged_at=at,
            rest_s=rest_after(session, Place(place.step, numbers[n] or place.set_number))
            if place is not None
            else guide.FREE_REST_S,
        )
        for n, draft in enumerate(drafts)
    )
    return _without_rest_between_sides(session, new)


def rest_after(session: Session, place: Place) -> int:
    """Return the seconds of rest that a set at a place asks for.

    Within a round of a superset only what it takes to change; after the round the
    longest rest of its members. Stations keep their own; in an AMRAP and an EMOM the
    clock is the rest.
    """
    step = session.steps[place.step]
    if step.form is not None:
        return 0
    group = guide.group_of(session.steps, place.step)
    members = [session.steps[index] for index in group]
    if not guide.is_superset(members):
        return step.rest_s
    round_ = (other for other in guide.to_do(session) if other.step in group and other.set_number == place.set_number)
    if any(other != place for other in round_):
        return guide.BETWEEN_MEMBERS_S
    return max(member.rest_s for member in members)


def logged_run(session: Session, place: Place | None, draft: RunDraft, at: datetime, id_: str) -> RunEntry:
    """Give a run its order, place and rest."""
    return RunEntry(
        id=id_,
        position=_next_position(session),
        subtype=(session.subtype if session.kind is Kind.RUN else "") or "easy",
        distance=draft.distance,
        seconds=draft.seconds or 0.0,
        rpe=draft.rpe,
        step=place.step if place is not None else None,
        set_number=place.set_number if place is not None else None,
        logged_at=at,
        rest_s=rest_after(session, place) if place is not None else None,
    )


def marks(places: Sequence[Place], kind: MarkKind, at: datetime, ids: Callable[[], str]) -> tuple[StepMark, ...]:
    """Tick places off, or skip them."""
    return tuple(StepMark(id=ids(), step=place.step, set_number=place.set_number, kind=kind, at=at) for place in places)


def places_left(session: Session, step: int) -> tuple[Place, ...]:
    """Return the places of a step that are still to do."""
    return tuple(
        place for place in guide.places(session.steps) if place.step == step and guide.outcome(session, place) is None
    )


def corrected(
    session: Session,
    *,
    sets: Sequence[LoggedSet] = (),
    runs: Sequence[RunEntry] = (),
    dropped: str | None = None,
) -> Session:
    """Return a session with entries replaced by id, and one left out."""
    new_sets = {logged.id: logged for logged in sets}
    new_runs = {run.id: run for run in runs}
    return replace(
        session,
        sets=tuple(new_sets.get(logged.id, logged) for logged in session.sets if logged.id != dropped),
        runs=tuple(new_runs.get(run.id, run) for run in session.runs if run.id != dropped),
    )


def rest_changed(session: Session, by_s: int, now: datetime) -> LoggedSet | RunEntry | None:
    """Return the newest entry with its rest made longer or shorter; None if nothing rests.

    Once it is over, a longer rest runs from now on. The rest after something that was
    only ticked off is as long as its step asks.
    """
    rest, newest = guide.rest_running(session, now), guide.newest_entry(session)
    if rest is None or newest is None or newest.logged_at != rest.since:
        return None
    left = rest.left_s(now)
    gone = round(rest.seconds - left)
    seconds = (gone if left < 0 < by_s else rest.seconds) + by_s
    return replace(newest, rest_s=max(0, seconds))


def with_target(step: Step, set_number: int, *, reps: int | None, seconds: int | None) -> Step:
    """Return a step with new aims for one set and those after it; the asked range stays."""
    if reps is not None:
        before = [guide.target_reps(step, n) or reps for n in range(1, set_number)]
        step = replace(step, aims=(*before, *(reps for _ in range(set_number, step.sets + 1))))
    return step if seconds is None else replace(step, seconds=seconds)


def _next_position(session: Session) -> int:
    newest = guide.newest_entry(session)
    return newest.position + 1 if newest is not None else 1


def _numbers(session: Session, place: Place | None, drafts: Sequence[SetDraft]) -> list[int | None]:
    """Return which set of the step each draft is; None: it takes no place."""
    if place is None:
        return [None] * len(drafts)
    taken = {s.set_number for s in session.sets if s.step == place.step and s.set_number != place.set_number}
    numbers: list[int | None] = []
    number, sides = place.set_number, set[Side | None]()
    for draft in drafts:
        if draft.kind is SetKind.WARMUP:
            numbers.append(None)
            continue
        if None in sides or draft.side in sides or (sides and draft.side is None):
            sides = set()
            number += 1
            while number in taken:
                number += 1
        numbers.append(number)
        sides.add(draft.side)
    return numbers


def _without_rest_between_sides(session: Session, new: tuple[LoggedSet, ...]) -> tuple[LoggedSet, ...]:
    """Let the other side follow at once."""
    last = new[-1]
    if last.step is None or last.set_number is None:
        return new
    after = replace(session, sets=(*session.sets, *new))
    half_done = guide.outcome(after, Place(last.step, last.set_number)) is None
    return (*new[:-1], replace(last, rest_s=None)) if half_done else new
