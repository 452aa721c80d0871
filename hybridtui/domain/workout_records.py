"""Records of workouts: sessions as far as telling them again asks, and what their sources can know.

Source: formats.md 1.1, 1.3, 1.7, 1.9, 1.10.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hybridtui.domain.session import Session, Source
from hybridtui.domain.workout import Kind

LIFTING_APPS = frozenset({Source.STRONG, Source.HEVY, Source.FITNOTES, Source.LIFTOSAUR, Source.STRONGLIFTS})
"""What was logged set by set in another app."""

BY_HAND = LIFTING_APPS | {Source.APP}
"""What was logged set by set, not recorded."""

DAY_ONLY = frozenset({Source.FITNOTES, Source.STRONGLIFTS})
"""Their exports tell the day and no time (formats.md 1.7, 1.9)."""

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

_SPORTS = {
    Kind.RUN: frozenset({"run"}),
    Kind.STRENGTH: frozenset({"strength"}),
    Kind.HYBRID: frozenset({"run", "strength"}),
    Kind.COMBO: frozenset({"run", "strength"}),
    Kind.RECOVERY: frozenset({"recovery"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A finished session, as far as telling it again asks."""

    id: str
    kind: Kind
    sport: str = ""
    """Of another sport: which."""
    source: Source
    file: str = ""
    """Of a watch's record: which file told it."""
    began: datetime
    ended: datetime
    day: date
    """On the athlete's wrist when it began."""
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
        return _SPORTS.get(self.kind, frozenset({f"other: {self.sport}"}))

    @property
    def unsaid(self) -> bool:
        """True if its file does not say what was done."""
        return self.kind is Kind.OTHER and self.sport in UNSAID

    @property
    def by_app(self) -> bool:
        """True if it was logged here."""
        return self.source is Source.APP

    @property
    def of_the_day(self) -> bool:
        """True if nothing tells at what time of its day it was."""
        return self.source in DAY_ONLY

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
        source=session.source,
        file=file_of(key),
        began=began,
        ended=max(ended, began + timedelta(seconds=session.total_s)),
        day=session.started.local_date,
        seconds=session.total_s,
        metres=sum(run.distance.metres for run in session.runs if run.distance is not None),
        sets=len(session.sets),
        reps=sum((each.reps or 0) * each.sides for each in session.sets),
        tonnage_kg=session.tonnage_kg,
        rated=session.rpe is not None,
        key=key,
    )
