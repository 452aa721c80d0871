"""What the tables of lifting apps can hold of a log: for our exports to Strong's and Hevy's formats.

Written are finished sessions that have a set, or a stretch of running or another sport with
a distance or a time; one that is only another record of a workout is left out. A table of
either app cannot hold: heart rates, ascents and kinds of runs, the RPE of a whole session,
rests, which side a set was done on (sets of each side count once), what was planned,
ticked or skipped, and the zone (its wall clock is kept). Another sport beside lifts comes
back as a set, as it does of these apps; so does a sport whose name they do not know, without
a distance. An own exercise with a distance and neither load nor reps comes back as a sport.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.names import in_files
from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind, Status
from hybridtui.domain.units import DistanceUnit
from hybridtui.formats.writing import Exported

_SPORTS = {
    "run": "Running",
    "cycling": "Cycling",
    "rowing": "Rowing (Machine)",
    "walking": "Walking",
    "hiking": "Hiking",
    "swimming": "Swimming",
    "elliptical": "Elliptical Machine",
    "skiing": "Skiing",
    "stair climbing": "Stairmaster",
    "skating": "Skating",
}
"""What these apps call a sport, so that a reader knows it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A set or a stretch as a table holds it; None for what it has not."""

    exercise: str
    kind: SetKind
    kg: float | None
    reps: int | None
    km: float | None
    seconds: float | None
    rpe: float | None
    note: str


def sessions(exported: Exported) -> Iterator[Session]:
    """Yield the sessions that can be held, oldest first."""
    for session in exported.sessions():
        wanted = exported.since is None or session.started.local_date >= exported.since
        held = session.sets or any(_is_held(run) for run in session.runs)
        if wanted and held and session.status is Status.FINISHED and session.same_as is None:
            yield session


def lines(session: Session, exercises: Mapping[str, Exercise]) -> list[Line]:
    """Return its sets and stretches in their order."""
    loaded = {logged.exercise for logged in session.sets if logged.load is not None}
    placed = [(logged.position, _set(logged, exercises, loaded=logged.exercise in loaded)) for logged in session.sets]
    placed += [(run.position, _run(run)) for run in session.runs if _is_held(run)]
    return [line for _, line in sorted(placed, key=lambda each: each[0])]


class Titles:
    """The titles of workouts, told apart where two of one title begin at once."""

    def __init__(self) -> None:
        self._taken: Counter[tuple[datetime, str]] = Counter()

    def of(self, start: datetime, title: str) -> str:
        """Return a title that no other workout of that start has."""
        own = title or "Workout"
        while self._taken[start, own]:
            self._taken[start, title] += 1
            own = f"{title or 'Workout'} ({self._taken[start, title]})"
        self._taken[start, own] = 1
        return own


def number(value: float | None, empty: str = "") -> str:
    """Write a number as shortly as it can be read again; ``empty`` if there is none.

    >>> number(62.5), number(100.0), number(61.23496995), number(None)
    ('62.5', '100', '61.23496995', '')
    """
    return empty if value is None else f"{value:.12g}"


def encoded(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as they stand in the file."""
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def block_numbers(session_lines: Sequence[Line]) -> list[int]:
    """Return the number of each line within its exercise, from 0."""
    met: Counter[str] = Counter()
    numbers = []
    for line in session_lines:
        numbers.append(met[line.exercise])
        met[line.exercise] += 1
    return numbers


def _set(logged: LoggedSet, exercises: Mapping[str, Exercise], *, loaded: bool) -> Line:
    own = exercises.get(logged.exercise)
    name = own.name if own is not None else logged.exercise
    return Line(
        exercise=in_files(logged.exercise, loaded=loaded) or name,
        kind=logged.kind,
        kg=logged.load.kg if logged.load is not None else None,
        reps=logged.reps,
        km=logged.distance.to(DistanceUnit.KM).value if logged.distance is not None else None,
        seconds=logged.seconds,
        rpe=logged.rpe,
        note=logged.note,
    )


def _run(run: RunEntry) -> Line:
    return Line(
        exercise=_SPORTS.get(run.sport) or run.sport.capitalize() or "Activity",
        kind=SetKind.WORKING,
        kg=None,
        reps=None,
        km=run.distance.to(DistanceUnit.KM).value if run.distance is not None else None,
        seconds=run.seconds or None,
        rpe=run.rpe,
        note=run.note,
    )


def _is_held(run: RunEntry) -> bool:
    return bool(run.seconds or (run.distance is not None and run.distance.value))
