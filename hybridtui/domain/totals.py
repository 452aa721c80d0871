"""What a session adds up to: minutes by sport, tonnage, load. Source: science.md 0, D.1.

Stored with the session when it is finished or changed, so that history is one cheap sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from hybridtui.domain import estimate
from hybridtui.domain.exercises import LOWER_PATTERNS
from hybridtui.domain.guide import FREE_REST_S, outcome, places, stood_s
from hybridtui.domain.hard_sets import is_hard
from hybridtui.domain.load import session_load
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Source
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.workout import Kind, Step, StepKind

LEG_HEAVY_SETS = 6
"""So many hard lower sets make a session leg-heavy (science 0)."""

LONGEST_SITTING_S = 4 * 3600.0
"""Nobody trains longer by the clock without saying so: the session was left open."""


def with_totals(session: Session) -> Session:
    """Return the session with minutes, tonnage and load as its parts and its length say.

    The length is ``ended - started``: of a session of the app, what the athlete gave
    when finishing it. Warm-up and cool-down belong to the session's sport; in a combo the
    run and the warm-up are run minutes, the rest strength; a hybrid is split in halves;
    recovery and other sports are neither. Minutes that a file told stay as they are.
    """
    timed = _timed(session)
    leg_heavy = session.kind is Kind.STRENGTH and is_leg_heavy(session)
    au, estimated = session_load(
        timed.total_s / 60, session.rpe, session.kind, session.subtype, leg_heavy, session.level
    )
    tonnage = sum(logged.volume_kg for logged in session.sets)
    return replace(timed, tonnage_kg=tonnage, load_au=au, load_estimated=estimated)


def lasting(session: Session, minutes: int) -> Session:
    """Return the session ended so many minutes after its start, its totals told anew."""
    length = timedelta(minutes=minutes)
    start = session.started
    ended = replace(start, utc=start.utc + length, local_date=(start.local + length).date())
    return with_totals(replace(session, ended=ended, run_s=0.0, strength_s=0.0, other_s=0.0))


def proposed_minutes(session: Session, since_start_s: float) -> int:
    """Return how long a session probably took, at least 1: the longer of clock and content.

    Pauses are left out, one that still lasts too.

    A clock that ran past four hours tells nothing: the session was left open, and what
    was done in it counts.
    """
    passed = _without_pauses(session, since_start_s)
    by_clock = passed if passed < LONGEST_SITTING_S else _until_last_entry(session)
    return max(1, whole_minutes(max(by_clock, done_s(session))))


def done_s(session: Session) -> float:
    """Return the logged running time plus the estimate of everything else that was done (B.7)."""
    runs = sum(run.seconds for run in session.runs)
    planned = estimate.session_seconds(_done_parts(session))
    free = sum(_free_set_s(logged) for logged in session.sets if logged.step is None)
    return runs + planned + free


def is_leg_heavy(session: Session) -> bool:
    """Return whether it holds six hard sets of squat, hinge, lunge or jump (science 0)."""
    from hybridtui.domain.own_exercises import pattern_of  # not needed before a session is over

    lower = (logged for logged in session.sets if pattern_of(logged.exercise) in LOWER_PATTERNS)
    return sum(is_hard(logged, session.steps) is True for logged in lower) >= LEG_HEAVY_SETS


def _timed(session: Session) -> Session:
    """Split the length by sport."""
    if session.ended is None or (session.source is not Source.APP and session.total_s):
        return session
    length = max(0.0, (session.ended.utc - session.started.utc).total_seconds())
    other = min(length, sum(run.seconds for run in session.runs if run.sport != "run"))
    left = length - other
    match session.kind:
        case Kind.RUN:
            run = left
        case Kind.HYBRID:
            run = left / 2
        case Kind.STRENGTH:
            run = min(left, _running_s(session))
        case Kind.COMBO:
            run = min(left, _running_s(session) + _warm_up_s(session))
        case Kind.RECOVERY | Kind.OTHER:
            return replace(session, run_s=0.0, strength_s=0.0, other_s=length)
    return replace(session, run_s=run, strength_s=left - run, other_s=other)


def _running_s(session: Session) -> float:
    return sum(run.seconds or _asked_s(run, session.steps) for run in session.runs if run.sport == "run")


def _asked_s(run: RunEntry, steps: tuple[Step, ...]) -> float:
    """Let a run that was logged without a time count as long as it was planned."""
    asked = _step_of(run, steps)
    return estimate.set_seconds(asked) if asked is not None else 0.0


def _step_of(entry: LoggedSet | RunEntry, steps: tuple[Step, ...]) -> Step | None:
    return steps[entry.step] if entry.step is not None and entry.step < len(steps) else None


def _warm_up_s(session: Session) -> float:
    """Return the warm-ups done before the first run: in a combo the run comes first."""
    return estimate.session_seconds(step for step in _done_parts(session) if step.kind is StepKind.WARMUP)


def _done_parts(session: Session) -> Iterator[Step]:
    """Yield the steps with as many sets as were done of them; runs are logged with their time."""
    done = Counter(place.step for place in places(session.steps) if outcome(session, place) == "done")
    for index, step in enumerate(session.steps):
        if done[index] and not step.is_run:
            yield replace(step, sets=done[index])


def _free_set_s(logged: LoggedSet) -> float:
    asked = Step(
        kind=StepKind.SET,
        title="",
        reps=logged.reps,
        seconds=round(logged.seconds) if logged.seconds is not None else None,
        per_side=logged.sides == 2,
    )
    return estimate.set_seconds(asked) + (logged.rest_s if logged.rest_s is not None else FREE_REST_S)


def _until_last_entry(session: Session) -> float:
    entries: tuple[LoggedSet | RunEntry, ...] = (*session.sets, *session.runs)
    times = [entry.logged_at for entry in entries if entry.logged_at is not None]
    since_start_s = max(((time - session.started.utc).total_seconds() for time in times), default=0.0)
    passed = _without_pauses(session, since_start_s)
    return passed if passed < LONGEST_SITTING_S else 0.0


def _without_pauses(session: Session, since_start_s: float) -> float:
    start = session.started.utc
    return since_start_s - stood_s(session.pauses, start, start + timedelta(seconds=since_start_s))
