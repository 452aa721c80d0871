"""Everything History tells of strength, over some weeks or months. Source: science.md B.1, B.6, B.9; field.md E, 2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.body_weight import Weighed
from hybridtui.domain.calendar import By, Month, Period
from hybridtui.domain.e1rm import Without
from hybridtui.domain.evenness import push_pull_limits
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.lifting.done import LikeSets, RunPart
from hybridtui.domain.lifting.maxima import Maximum, maxima
from hybridtui.domain.lifting.muscles import NONE, MuscleSets, muscle_sets, uncounted
from hybridtui.domain.lifting.records import Record
from hybridtui.domain.lifting.shares import Shares, shares, together
from hybridtui.domain.lifting.sides import SideGap
from hybridtui.domain.units import WeightUnit
from hybridtui.domain.volume import VolumeBand, weekly_band

RECENT = {By.WEEK: 4, By.MONTH: 3}
"""So many weeks or months tell what is usual, and how sets share out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One exercise that was done in these periods."""

    exercise: Exercise
    maxima: tuple[Maximum | Without | None, ...]
    """For each period: the estimate, why there is none, or None where it was not done."""
    sets: float
    """Working sets of all periods."""

    @property
    def estimated(self) -> bool:
        """True if there is an estimate at all."""
        return any(isinstance(each, Maximum) for each in self.maxima)


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscle:
    """The sets of one muscle, a week; of a month the mean of its weeks."""

    name: str
    sets: tuple[MuscleSets | None, ...]
    """For each period; None before the log began."""
    usual: MuscleSets | None
    """The mean of the last finished periods; None before there is one."""
    band: VolumeBand
    exercises: tuple[str, ...]
    """Ids of those that trained it in the newest periods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSided:
    """An exercise whose sides were logged one by one."""

    exercise: Exercise
    gaps: tuple[SideGap, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What a runner should not let slip, and when it was last trained."""

    name: str
    last: date | None
    """None: not within the days that were looked through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftingLog:
    """What the log says of strength, gathered."""

    periods: tuple[Period, ...]
    by: By
    today: date
    began: date | None
    """Day of the first session that counts; None: there is none."""
    athlete: Athlete
    exercises: Mapping[str, Exercise]
    done: Mapping[Period, Sequence[LikeSets]]
    runs: Mapping[Period, Sequence[RunPart]]
    gaps: Mapping[str, tuple[SideGap, ...]]
    focus: tuple[Focus, ...]
    records: tuple[Record, ...]

    def exercise(self, exercise_id: str) -> Exercise:
        """Return an exercise; one that the library does not hold any more is known by its id."""
        return self.exercises.get(exercise_id) or Exercise(id=exercise_id, name=exercise_id, pattern="other")

    def days_known(self, period: Period) -> int:
        """Return how many days of a period the log covers so far."""
        if self.began is None:
            return 0
        return max(0, (min(period.last, self.today) - max(period.first, self.began)).days + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftingPage:
    """What the strength tab shows; pure values."""

    periods: tuple[Period, ...]
    by: By
    today: date
    began: date | None
    """Day of the first session that counts; None: there is none."""
    unit: WeightUnit
    lifts: tuple[Lift, ...]
    """Those with an estimate first, the most trained first of all."""
    muscles: tuple[Muscle, ...]
    """The most trained first."""
    uncounted: float
    """Sets of exercises that name no muscle, of all periods."""
    run_minutes: float
    """Usual minutes of running a week: what the bands of the legs follow from."""
    tonnage_kg: tuple[float | None, ...]
    shares: tuple[Shares | None, ...]
    recent: Shares
    """Of the newest periods together."""
    push_pull: tuple[float, float]
    """The range for push sets by pull sets (R18)."""
    one_sided: tuple[OneSided, ...]
    focus: tuple[Focus, ...]
    records: tuple[Record, ...]
    """Newest first."""

    @property
    def recent_periods(self) -> tuple[Period, ...]:
        """The newest periods, of which ``recent`` tells."""
        return self.periods[-RECENT[self.by] :]

    @property
    def empty(self) -> bool:
        """True if nothing was lifted."""
        return not self.lifts


def page(log: LiftingLog, weighed: Weighed) -> LiftingPage:
    """Tell everything from what the log says."""
    shared = {period: shares(done, log.exercises) for period, done in log.done.items()}
    recent = log.periods[-RECENT[log.by] :]
    run_minutes = _usual_run_minutes(log)
    return LiftingPage(
        periods=log.periods,
        by=log.by,
        today=log.today,
        began=log.began,
        unit=log.athlete.weight_unit,
        lifts=_lifts(log, weighed),
        muscles=_muscles(log, run_minutes),
        uncounted=sum(uncounted(done, log.exercises) for done in log.done.values()),
        run_minutes=run_minutes,
        tonnage_kg=_tonnage(log),
        shares=tuple(shared.get(p, Shares()) if log.days_known(p) else None for p in log.periods),
        recent=together(shared[period] for period in recent if period in shared),
        push_pull=push_pull_limits(log.athlete.equipment),
        one_sided=tuple(OneSided(exercise=log.exercise(id_), gaps=gaps) for id_, gaps in log.gaps.items()),
        focus=log.focus,
        records=log.records,
    )


def _lifts(log: LiftingLog, weighed: Weighed) -> tuple[Lift, ...]:
    found = {period: maxima(done, weighed) for period, done in log.done.items()}
    of_periods = [found.get(period, {}) for period in log.periods]
    trained: dict[str, float] = {}
    for done in chain.from_iterable(log.done.values()):
        if done.working:
            trained[done.exercise] = trained.get(done.exercise, 0.0) + done.sets
    lifts = [
        Lift(
            exercise=log.exercise(id_),
            maxima=tuple(each.get(id_) for each in of_periods),
            sets=sets,
        )
        for id_, sets in trained.items()
        if sets
    ]
    return tuple(sorted(lifts, key=lambda lift: (not lift.estimated, -lift.sets, lift.exercise.name)))


def _muscles(log: LiftingLog, run_minutes: float) -> tuple[Muscle, ...]:
    found = [muscle_sets(log.done.get(p, ()), log.runs.get(p, ()), log.exercises) for p in log.periods]
    recent = {
        done.exercise: (exercise.primary, *exercise.secondary)
        for period in log.periods[-RECENT[log.by] - 1 :]
        for done in log.done.get(period, ())
        if done.working and (exercise := log.exercises.get(done.exercise)) is not None
    }
    weeks = [_weeks(period, log.days_known(period)) for period in log.periods]
    muscles = []
    for name in {name for of_period in found for name in of_period}:
        sets = tuple(
            of_period.get(name, NONE).times(1 / count) if count else None
            for of_period, count in zip(found, weeks, strict=True)
        )
        band = weekly_band(name, log.athlete.level, run_minutes)
        by_what = tuple(id_ for id_, trained in recent.items() if name in trained)
        muscles.append(Muscle(name=name, sets=sets, usual=_usual(sets[:-1], log.by), band=band, exercises=by_what))
    return tuple(sorted(muscles, key=lambda muscle: (-_size(muscle.sets), muscle.name)))


def _weeks(period: Period, days: int) -> float:
    """Return over how many weeks the sets of a period are spread: of a month, so many of its days the log knows."""
    if not days:
        return 0.0
    return days / 7 if isinstance(period, Month) else 1.0


def _usual(finished: Sequence[MuscleSets | None], by: By) -> MuscleSets | None:
    known = [sets for sets in finished[-RECENT[by] :] if sets is not None]
    if not known:
        return None
    total = NONE
    for sets in known:
        total = total.plus(sets)
    return total.times(1 / len(known))


def _size(sets: Sequence[MuscleSets | None]) -> float:
    return sum(each.lifted + each.from_running for each in sets if each is not None)


def _usual_run_minutes(log: LiftingLog) -> float:
    """Return the mean of the last finished periods, a week; of the first period its own."""
    finished = [period for period in log.periods[:-1][-RECENT[log.by] :] if log.days_known(period)]
    over = finished or list(log.periods[-1:])
    minutes = sum(run.minutes for period in over for run in log.runs.get(period, ()))
    weeks = sum(_weeks(period, log.days_known(period)) for period in over)
    return minutes / weeks if weeks else 0.0


def _tonnage(log: LiftingLog) -> tuple[float | None, ...]:
    return tuple(
        sum(done.tonnage_kg for done in log.done.get(period, ())) if log.days_known(period) else None
        for period in log.periods
    )
