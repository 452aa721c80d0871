"""Records of workouts: sessions as far as telling them again asks, and what their sources can know.

Source: formats.md 1.1, 1.3, 1.7, 1.9, 1.10.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from hybridtui.domain.flags import SPORT_ASSUMED, TIME_ASSUMED, ZONE_ASSUMED
from hybridtui.domain.session import Session, Source
from hybridtui.domain.workout import Kind

LIFTING_APPS = frozenset({Source.STRONG, Source.HEVY, Source.FITNOTES, Source.LIFTOSAUR, Source.STRONGLIFTS})
"""What was logged set by set in another app."""

BY_HAND = LIFTING_APPS | {Source.APP}
"""What was logged set by set, not recorded."""

_ON_THE_WALL = LIFTING_APPS - {Source.LIFTOSAUR} | {Source.GARMIN}
"""Sources that tell what the clock on the wall said; what else tells no zone tells an instant."""

COPIED = frozenset({Source.FIT, Source.TCX, Source.GPX, Source.APPLE})
"""Sources that may tell a workout more than once: services copy files, and health apps each other's workouts."""

LISTS = frozenset({Source.GARMIN, Source.STRAVA, Source.APPLE})
"""Lists of workouts, with totals and no track."""

RANK = {source: rank for rank, source in enumerate((
    Source.APP, Source.STRONG, Source.HEVY, Source.LIFTOSAUR, Source.FITNOTES, Source.STRONGLIFTS,
    Source.FIT, Source.TCX, Source.GPX, Source.GARMIN, Source.STRAVA, Source.APPLE,
))}  # fmt: skip
"""Which source counts if all else is equal: the one that loses least of a workout first (formats.md 1.3)."""

UNSAID = frozenset({"", "training"})
"""Sports of a record whose file does not say what was done: it may be of any sport."""

MIXED = "mixed"
"""What watches call a workout of running and strength, told apart by none of them."""

_MIXED = frozenset({
    "hiit", "crossfit", "cross training", "circuit training", "cardio training", "functional fitness",
    "functional training", "hyrox",
})  # fmt: skip

_SPORTS = {
    Kind.RUN: frozenset({"run"}),
    Kind.STRENGTH: frozenset({"strength"}),
    Kind.HYBRID: frozenset({"run", "strength", MIXED}),
    Kind.COMBO: frozenset({"run", "strength", MIXED}),
    Kind.RECOVERY: frozenset({"recovery"}),
}


class Told(StrEnum):
    """What of its start a record's source told; what it did not was made from the zone that was assumed."""

    WHOLE = "both"
    """An instant and the zone."""
    WALL = "the clock on the wall"
    INSTANT = "an instant"
    DAY = "the day"


def told_of(source: Source, flags: Collection[str]) -> Told:
    """Return what of its start a session's source told.

    >>> told_of(Source.STRONG, ("zone assumed",)).name, told_of(Source.FIT, ("zone assumed",)).name
    ('WALL', 'INSTANT')
    """
    if TIME_ASSUMED in flags:
        return Told.DAY
    if ZONE_ASSUMED not in flags:
        return Told.WHOLE
    return Told.WALL if source in _ON_THE_WALL else Told.INSTANT


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A finished session, as far as telling it again asks."""

    id: str
    kind: Kind
    sport: str = ""
    """Of another sport: which."""
    guessed: bool = False
    """True if its file does not say the sport, and its name or its speed was gone by."""
    source: Source
    file: str = ""
    """Of a watch's record: which file told it."""
    began: datetime
    ended: datetime
    day: date
    """On the athlete's wrist when it began."""
    offset_s: int = 0
    """By so much that clock was ahead of UTC."""
    told: Told = Told.WHOLE
    seconds: float
    """Its length, pauses taken out."""
    metres: float = 0.0
    """0: no distance is known."""
    sets: int = 0
    reps: int = 0
    tonnage_kg: float = 0.0
    rated: bool = False
    """True if its athlete said how hard it was."""
    key: str = ""
    """What tells it again, the same in every log; of the app's own its id."""

    @property
    def sports(self) -> frozenset[str]:
        """What it is made of."""
        other = MIXED if self.sport in _MIXED else f"other: {self.sport}"
        return _SPORTS.get(self.kind, frozenset({other}))

    @property
    def unsaid(self) -> bool:
        """True if its file does not say what was done."""
        return self.kind is Kind.OTHER and self.sport in UNSAID

    @property
    def vague(self) -> bool:
        """True if it may be of another sport than it is taken for."""
        return self.guessed or self.unsaid

    @property
    def by_app(self) -> bool:
        """True if it was logged here."""
        return self.source is Source.APP

    @property
    def of_the_day(self) -> bool:
        """True if nothing tells at what time of its day it was."""
        return self.told is Told.DAY

    @property
    def stable(self) -> tuple[datetime, int, str, str]:
        """What orders records alike in every log."""
        return self.began, RANK[self.source], self.key, self.id


_SEVERAL_IN_A_FILE = ("fit:", "tcx:", "gpx:")


def file_of(fingerprint: str) -> str:
    """Return which file told a record: its fingerprint, of files that can hold several without which one it is.

    >>> file_of("fit:garmin:3:12:20260304T180000"), file_of("apple:5")
    ('fit:garmin:3:12', 'apple:5')
    """
    return fingerprint.rpartition(":")[0] if fingerprint.startswith(_SEVERAL_IN_A_FILE) else fingerprint


def record_of(session: Session) -> Record:
    """Return a session as far as telling it again asks."""
    began = session.started.utc
    ended = session.ended.utc if session.ended is not None else began
    key = session.fingerprint or session.id
    return Record(
        id=session.id,
        kind=session.kind,
        sport=session.sport,
        guessed=SPORT_ASSUMED in session.flags,
        source=session.source,
        file=file_of(key),
        began=began,
        ended=max(ended, began + timedelta(seconds=session.total_s)),
        day=session.started.local_date,
        offset_s=session.started.offset_s,
        told=told_of(session.source, session.flags),
        seconds=session.total_s,
        metres=sum(run.distance.metres for run in session.runs if run.distance is not None),
        sets=len(session.sets),
        reps=sum((each.reps or 0) * each.sides for each in session.sets),
        tonnage_kg=session.tonnage_kg,
        rated=session.rpe is not None,
        key=key,
    )
