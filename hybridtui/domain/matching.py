"""Which planned workout a session counts for, and what was missed: derived from the log, never stored.

A session that followed a workout counts for it. Any other (free or imported) counts for
the nearest workout of its kind in the same week, so that nobody is asked twice for what
they did on another day, or without the plan. Source: science.md R41; field.md 1, "credit
for what you did instead". How near is near is a product decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hybridtui.domain.calendar import Week
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Workout

DAYS_BEHIND = 3
"""A session counts for a workout planned at most so many days before it."""

DAYS_AHEAD = 2
"""A session counts for a workout planned at most so many days after it."""

BY_HAND_DAYS = 7
"""By hand a session can be counted for a workout planned at most so many days before or after it."""

LEAST_SHARE = 0.5
"""Share of a workout's minutes, of each sport, from which a session counts for it."""

TRAINING = (Kind.RUN, Kind.STRENGTH, Kind.HYBRID, Kind.COMBO)
"""Kinds that are asked for, and count for what was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A finished session, as far as matching asks."""

    session_id: str
    workout_id: str | None
    """The workout that it followed, if any."""
    day: date
    """On the athlete's wrist when it began."""
    kind: Kind
    run_minutes: float
    strength_minutes: float


def once(sessions: Sequence[Trained], twice: Mapping[str, str]) -> list[Trained]:
    """Return the sessions that count, each as the workout that any record of it followed.

    ``twice``: by id of each record that does not count, the id of the one that does.
    """
    followed = {
        twice[each.session_id]: each.workout_id
        for each in sessions
        if each.session_id in twice and each.workout_id is not None
    }
    return [
        replace(each, workout_id=each.workout_id or followed.get(each.session_id))
        for each in sessions
        if each.session_id not in twice
    ]


def credited(weeks: Iterable[PlannedWeek], sessions: Sequence[Trained]) -> dict[str, str]:
    """Return, by id of each workout that counts as done, the id of the session it counts by.

    A session counts for one workout at most; a combo may count by a run and a strength
    session of one day, then the run's id stands for both. The order of ``sessions`` does
    not matter. Near beats far, then the earlier workout goes first.
    """
    workouts = [workout for week in weeks for workout in week.workouts]
    found = _followed({workout.id for workout in workouts}, sessions)
    taken = set(found.values())
    open_ = [workout for workout in workouts if workout.id not in found]
    free = [s for s in sessions if s.session_id not in taken and _is_free(s, found)]
    for match in sorted(_matches(open_, free), key=_Match.order):
        if match.workout.id not in found and taken.isdisjoint(match.session_ids):
            found[match.workout.id] = match.session_ids[0]
            taken.update(match.session_ids)
    return found


def candidates(workouts: Iterable[Workout], session: Trained) -> tuple[Workout, ...]:
    """Return the workouts that an athlete may count a session as, the nearest first.

    ``workouts`` are those that no other session counts for. By hand neither length nor
    the week matters, and a run may stand for the run of a combo; but a run is no
    strength session. What is of its kind comes before what is not, near before far.
    """
    fitting = [workout for workout in workouts if _may_count(workout, session)]
    return tuple(
        sorted(
            fitting, key=lambda w: (w.kind is not session.kind, abs((w.day - session.day).days), w.day, w.slot, w.id)
        )
    )


def missed(plan: Plan, today: date, done: Collection[str]) -> tuple[Workout, ...]:
    """Return the workouts of this week before ``today`` that do not count as done; on a Monday, yesterday's.

    ``done`` are the ids of those that do. A rest day with easy movement cannot be missed, and a race not made up.
    """
    first = min(Week.of(today).monday, today - timedelta(days=1))
    return tuple(
        workout
        for week in plan.weeks
        for workout in week.workouts
        if first <= workout.day < today and workout.id not in done and can_be_missed(workout)
    )


def can_be_missed(workout: Workout) -> bool:
    """Return whether anything has to be decided if this workout is not done."""
    return workout.kind is not Kind.RECOVERY and not workout.is_race


def told(workout: Workout, by: Trained, today: date) -> str:
    """Say that a workout counts as done, and by what.

    For a session that followed another day's plan or none: ``Tuesday's easy run counts as
    done: your run on Monday.``
    """
    when = "today" if by.day == today else f"on {by.day:%A}"
    whose = "Today's" if workout.day == today else f"{workout.day:%A}'s"
    noun = {Kind.STRENGTH: "strength session", Kind.HYBRID: "circuit", Kind.COMBO: "run with strength"}
    title = workout.title[:1].lower() + workout.title[1:]
    return f"{whose} {title} counts as done: your {noun.get(by.kind, 'run')} {when}."


def _followed(ids: Collection[str], sessions: Sequence[Trained]) -> dict[str, str]:
    found: dict[str, str] = {}
    for session in sorted(sessions, key=_when):
        if session.workout_id is not None and session.workout_id in ids:
            found.setdefault(session.workout_id, session.session_id)
    return found


def _is_free(session: Trained, followed: Mapping[str, str]) -> bool:
    """A workout done twice is done once: the second time counts for nothing else."""
    return session.workout_id not in followed


def _when(session: Trained) -> tuple[date, str]:
    return session.day, session.session_id


@dataclass(frozen=True, slots=True)
class _Match:
    """A workout, and what would count for it."""

    workout: Workout
    day: date
    """Of the session, or of both."""
    session_ids: tuple[str, ...]

    def order(self) -> tuple[int, date, int, str, str, date, tuple[str, ...]]:
        """Near ones first, one session before two; a total order, whatever the order of the log."""
        workout, sessions = self.workout, self.session_ids
        away = abs((workout.day - self.day).days)
        return away, workout.day, len(sessions), workout.slot, workout.id, self.day, sessions


def _matches(workouts: Sequence[Workout], sessions: Sequence[Trained]) -> Iterator[_Match]:
    by_week: defaultdict[Week, list[Trained]] = defaultdict(list)
    for session in sessions:
        by_week[Week.of(session.day)].append(session)
    for workout in workouts:
        if workout.kind not in TRAINING:
            continue
        near = [s for s in by_week.get(Week.of(workout.day), ()) if _near(workout, s.day)]
        for session in near:
            if session.kind is workout.kind and _long_enough(workout, session.run_minutes, session.strength_minutes):
                yield _Match(workout, session.day, (session.session_id,))
        if workout.kind is Kind.COMBO:
            yield from _pairs(workout, near)


_PARTS = {
    Kind.RUN: {Kind.RUN},
    Kind.STRENGTH: {Kind.STRENGTH},
    Kind.HYBRID: {Kind.RUN, Kind.STRENGTH},
    Kind.COMBO: {Kind.RUN, Kind.STRENGTH},
    Kind.RECOVERY: {Kind.RECOVERY},
    Kind.OTHER: {Kind.RECOVERY},
}
"""What a session of a kind is made of; another sport is easy movement."""


def _may_count(workout: Workout, session: Trained) -> bool:
    away = 0 if workout.is_race else BY_HAND_DAYS
    return abs((workout.day - session.day).days) <= away and not _PARTS[workout.kind].isdisjoint(_PARTS[session.kind])


def _near(workout: Workout, day: date) -> bool:
    if workout.is_race:
        return workout.day == day
    return -DAYS_BEHIND <= (workout.day - day).days <= DAYS_AHEAD


def _pairs(workout: Workout, near: Sequence[Trained]) -> Iterator[_Match]:
    """A run and a strength session of one day are what a combo asks for."""
    runs = [s for s in near if s.kind is Kind.RUN]
    for run in runs:
        for strength in near:
            if strength.kind is not Kind.STRENGTH or strength.day != run.day:
                continue
            if _long_enough(workout, run.run_minutes, strength.strength_minutes):
                yield _Match(workout, run.day, (run.session_id, strength.session_id))


def _long_enough(workout: Workout, run_minutes: float, strength_minutes: float) -> bool:
    if workout.kind is Kind.HYBRID:  # its halves are a convention: what counts is its length
        return run_minutes + strength_minutes >= LEAST_SHARE * workout.minutes
    return (
        run_minutes >= LEAST_SHARE * workout.run_minutes and strength_minutes >= LEAST_SHARE * workout.strength_minutes
    )
