"""Writing down that a place was done, as planned or for as long as the clock says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from hybridtui.domain import recording
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.leading import side_left
from hybridtui.domain.entry.values import Expected
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.session import MarkKind, Session, Side
from hybridtui.domain.units import Distance, DistanceUnit, WeightUnit, round_half_up

Ids = Callable[[], str]
"""Makes a new id at every call."""


def done(session: Session, place: Place, at: datetime, ids: Ids, seconds: Sequence[float] = ()) -> Session:
    """Return the session with a place done at ``at``, UTC: as planned, or for so many seconds on each side.

    Runs and sets are logged, all else is ticked off; so is what names no exercise.
    """
    step = session.steps[place.step]
    if step.is_run:
        metres = Distance(step.distance_m) if step.distance_m else None
        took = float(whole(sum(seconds))) if seconds else step.seconds
        run = recording.logged_run(session, place, RunDraft(distance=metres, seconds=took), at, ids())
        return replace(session, runs=(*session.runs, run))
    if not step.logs_sets or step.exercise is None:
        return marked(session, (place,), MarkKind.DONE, at, ids)
    drafts = _drafts(session, place, [float(whole(held)) for held in seconds])
    new = recording.new_sets(session, place, step.exercise, drafts, at, ids)
    return replace(session, sets=(*session.sets, *new))


def marked(session: Session, places: Sequence[Place], kind: MarkKind, at: datetime, ids: Ids) -> Session:
    """Return the session with places ticked off or skipped."""
    return replace(session, marks=(*session.marks, *recording.marks(places, kind, at, ids)))


def whole(seconds: float) -> int:
    """Return seconds as they are written down: whole, and at least one.

    >>> whole(94.5), whole(0.2)
    (95, 1)
    """
    return max(1, int(round_half_up(seconds)))


def _drafts(session: Session, place: Place, held: Sequence[float]) -> tuple[SetDraft, ...]:
    """The set for so long, side by side where one took longer; as planned where nothing was held."""
    one = _planned(session, place)
    if not held:
        return (one,)
    if len(set(held)) == 1 or one.side is not None:
        return (replace(one, reps=None, seconds=held[-1]),)
    return tuple(replace(one, reps=None, seconds=s, side=side) for s, side in zip(held, Side, strict=True))


def _planned(session: Session, place: Place) -> SetDraft:
    """The set as planned, with what was on the bar the last time today where no load is set."""
    step = session.steps[place.step]
    exercise = catalogue().get(step.exercise or "")
    expected = Expected.at(session, place, exercise, weight_unit=WeightUnit.KG, distance_unit=DistanceUnit.KM)
    reps, load = expected.reps, expected.load
    return SetDraft(
        load=load,
        bodyweight=load is not None and expected.on_bodyweight,
        reps=reps,
        seconds=float(step.seconds) if step.seconds and reps is None else None,
        side=side_left(session, place),
    )
