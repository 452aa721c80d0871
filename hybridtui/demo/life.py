"""What the made-up athlete said and did beside the plan: check-ins, body weight, pains, reasons, rides by bicycle."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from random import Random

from hybridtui.domain import totals
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Moment, Week
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import RunEntry, Session, Side, Source, Status
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.units import Distance, DistanceUnit, Load, round_half_up
from hybridtui.domain.workout import Kind, Workout

CHECKED_IN = timedelta(weeks=16)
"""So far back there are check-ins: before, the athlete did without."""

ANSWERED = 0.75
"""Part of the days with a check-in."""

WEIGHT_KG = (75.4, 72.3)
"""A year ago and now."""

EXPLAINED = 0.7
"""Part of the skipped workouts that the athlete said a reason for."""

REASONS = (
    (Reason.NO_TIME, "Meeting until eight."), (Reason.NO_TIME, ""), (Reason.NO_TIME, "School play."),
    (Reason.TIRED, "Three bad nights."), (Reason.SORE, "Calves from the hills."),
    (Reason.WEATHER, "Ice on the path."), (Reason.OTHER_TRAINING, "Climbed with Kim instead."),
)  # fmt: skip
ACHES = ((41, Part.KNEE, Side.LEFT, 4), (40, Part.KNEE, Side.LEFT, 2), (12, Part.CALF, Side.RIGHT, 4))
"""Days ago, where, and how much it hurt."""


RIDE_DAYS = (2, 4, 5)
"""Wednesday, Friday, Saturday."""

RODE = 0.4
WARM_MONTHS = range(4, 11)
NO_RIDES = (28, 29)
"""Weeks ago: away."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A workout that was not done, and what was the matter if it was no ordinary week."""

    workout: Workout
    away: bool = False
    ill: bool = False


def reasons(skipped: Iterable[Skipped], chance: Random) -> Iterator[SkipReason]:
    """Yield what the athlete said of skipped workouts; of some nothing."""
    for each in skipped:
        if each.workout.kind is Kind.RECOVERY or chance.random() > EXPLAINED:
            continue
        reason, note = chance.choice(REASONS)
        if each.away:
            reason, note = Reason.TRAVEL, "By the sea."
        elif each.ill:
            reason, note = Reason.ILL, ""
        yield SkipReason(workout_id=each.workout.id, reason=reason, note=note)


def tired_days(skipped: Iterable[Skipped], said: Iterable[SkipReason]) -> frozenset[date]:
    """Return the days on which something was skipped for being tired or sore."""
    tired = {each.workout_id for each in said if each.reason in (Reason.TIRED, Reason.SORE)}
    return frozenset(each.workout.day for each in skipped if each.workout.id in tired)


def check_ins(today: date, ill: Collection[date], tired: Collection[date], chance: Random) -> Iterator[Readiness]:
    """Yield the check-ins up to yesterday, oldest first; those of a cold and of bad nights say so."""
    day = today - CHECKED_IN
    while day < today:
        if day in ill:
            yield Readiness(
                day=day, fatigue=2, sleep_quality=2, soreness=3, stress=3, mood=2, sleep_hours=6.5, ill=True
            )
        elif day in tired:
            yield Readiness(day=day, fatigue=1, sleep_quality=1, soreness=2, stress=3, mood=3, sleep_hours=5.5)
        elif chance.random() < ANSWERED:
            yield _usual(day, chance)
        day += timedelta(days=1)


def _usual(day: date, chance: Random) -> Readiness:
    """A day like most: a little tired after the weekend."""
    low = -1 if day.weekday() == 0 and chance.random() < 0.5 else 0
    items = [min(5, max(1, chance.choice((3, 3, 4, 4, 4, 5)) + low)) for _ in range(5)]
    fatigue, sleep, soreness, stress, mood = items
    return Readiness(
        day=day, fatigue=fatigue, sleep_quality=sleep, soreness=soreness, stress=stress, mood=mood,
        sleep_hours=round_half_up(chance.gauss(7.3, 0.6), 0.5),
    )  # fmt: skip


def weights(today: date, chance: Random) -> Iterator[BodyWeight]:
    """Yield a body weight of most Mondays of the year, oldest first."""
    monday, (first, last) = Week.of(today).monday, WEIGHT_KG
    for ago in range(52, -1, -1):
        if chance.random() < 0.9 or ago < 2:
            kg = round_half_up(last + (first - last) * ago / 52 + chance.gauss(0, 0.35), 0.1)
            yield BodyWeight(day=monday - timedelta(weeks=ago), weight=Load(round(kg, 1)))


def pains(today: date, ids: Callable[[], str]) -> Iterator[Pain]:
    """Yield the few pains of the year, oldest first."""
    for ago, part, side, level in ACHES:
        day = today - timedelta(days=ago)
        at = datetime.combine(day, time(17, 30), UTC)
        yield Pain(id=ids(), at=at, day=day, part=part, side=side, level=level)


def rides(
    today: date, where: tzinfo | None, zone: str | None, ids: Callable[[], str], chance: Random
) -> Iterator[Session]:
    """Yield a ride on the bicycle every few weeks of the warm half of the year, some on a day of training."""
    for ago in range(50, 1, -1):
        day = Week.of(today).monday - timedelta(weeks=ago) + timedelta(days=chance.choice(RIDE_DAYS))
        if day.month in WARM_MONTHS and chance.random() < RODE and Week.of(day) not in _away(today):
            began = datetime.combine(day, time(11, chance.randint(0, 50)), where or UTC)
            yield _ride(Moment.at(began, zone), chance.randint(45, 110) * 60.0, ids, chance)


def _away(today: date) -> set[Week]:
    return {Week.of(today).plus(-ago) for ago in NO_RIDES}


def _ride(started: Moment, seconds: float, ids: Callable[[], str], chance: Random) -> Session:
    kilometres = Distance(round(seconds / 3600 * chance.uniform(21, 26), 1), DistanceUnit.KM)
    heart = chance.randint(112, 128)
    part = RunEntry(
        id=ids(), position=1, sport="cycling", distance=kilometres, seconds=seconds, avg_hr=heart, max_hr=heart + 24
    )
    ride = Session(
        id=ids(), kind=Kind.OTHER, title="Cycling", sport="cycling", status=Status.FINISHED, started=started,
        ended=started.later(timedelta(seconds=seconds)), runs=(part,), other_s=seconds, avg_hr=heart, source=Source.FIT,
    )  # fmt: skip
    return totals.with_totals(ride)
