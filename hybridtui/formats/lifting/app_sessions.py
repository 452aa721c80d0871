"""From the rows of one lifting app's workout to a session. Source: formats.md 1.5-1.9.

Beside lifts, what was rowed or cycled is a set of its exercise, with its distance and
time: minutes belong to the modality of their session (science.md 0). A workout of nothing
else is another sport. What was run is running wherever it stands, also for minutes
without a distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from hashlib import sha256

from hybridtui.domain.calendar import Moment
from hybridtui.domain.flags import LENGTH_CAPPED, LENGTH_ESTIMATED, ROWS_LEFT_OUT
from hybridtui.domain.names import fold, match
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Source, Status
from hybridtui.domain.text import clean_note
from hybridtui.domain.totals import with_totals
from hybridtui.domain.units import Distance
from hybridtui.domain.workout import Kind
from hybridtui.formats import names
from hybridtui.formats.lifting import app_units, cardio
from hybridtui.formats.lifting.app_rows import Row, RowKind
from hybridtui.formats.reading import ReadOptions

LONGEST_S = 6 * 3600.0
"""Longer workouts were forgotten, not trained: exports hold some of 264 h."""

SECONDS_PER_SET = 180.0
"""Assumed, rest included, where a length is missing or cannot be true; longer holds and pieces as they are."""

COMBO_RUN_S = 600.0
"""Less running than that in a strength session is a warm-up and makes no combo (science.md I.4)."""


RUN = "run"
"""The sport of run entries that are runs."""

SPORT_LIMIT = 40
"""Longest name of a sport, in characters."""


TICKED_S = 30.0
"""Sets ticked off faster than one in so many seconds were written down afterwards: the clock tells no length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the rows of a workout have in common."""

    started: Moment
    key: str
    """Tells the workout again: its start as written, and its name; never what its rows hold."""
    title: str
    seconds: float | None = None
    """Its length; None if the file does not say, or not so that it can be understood."""
    note: str = ""
    flags: tuple[str, ...] = ()
    """What was assumed of all of it."""


@dataclass(slots=True)
class _Parts:
    """Sets and runs in order, while notes and rests still arrive."""

    sets: list[LoggedSet]
    runs: list[RunEntry]
    last: LoggedSet | RunEntry | None = None
    last_name: str = ""
    waiting_note: str = ""

    def add(self, part: LoggedSet | RunEntry, name: str) -> None:
        if self.waiting_note:
            part = replace(part, note=_joined(self.waiting_note, part.note))
            self.waiting_note = ""
        if isinstance(part, LoggedSet):
            self.sets.append(part)
        else:
            self.runs.append(part)
        self.last, self.last_name = part, name

    def amend(self, part: LoggedSet | RunEntry) -> None:
        """Put an amended copy in the place of the last part."""
        if isinstance(part, LoggedSet):
            self.sets[-1] = part
        else:
            self.runs[-1] = part
        self.last = part

    def rest(self, seconds: float) -> None:
        if self.last is not None:
            self.amend(replace(self.last, rest_s=round(seconds)))

    def note(self, text: str, name: str) -> None:
        """Keep a note with the set before of the same exercise, else with the next set."""
        if self.last is not None and self.last_name == name:
            self.amend(replace(self.last, note=_joined(self.last.note, text)))
        else:
            self.waiting_note = _joined(self.waiting_note, text)


def session(
    heading: Heading,
    rows: Sequence[Row],
    roster: names.Roster,
    options: ReadOptions,
    *,
    source: Source,
    left_out: int = 0,
    nth: int = 0,
) -> Session:
    """Build the session of one workout from its rows, in their order.

    Args:
        heading: What the rows have in common.
        rows: At least one of a set.
        roster: Which exercises their names stand for.
        options: The zone, and what makes ids.
        source: The app.
        left_out: So many rows of it could not be read.
        nth: So many workouts of the same key stand before it in the file.
    """
    parts = _parts(rows, roster, options)
    seconds, flags = _length(heading, rows, parts)
    if left_out:
        flags.append(ROWS_LEFT_OUT)
    if not parts.sets and len(parts.runs) == 1 and not parts.runs[0].seconds:
        parts.runs[0] = replace(parts.runs[0], seconds=seconds)
    run_s = sum(run.seconds for run in parts.runs if run.sport == RUN)
    other_s = sum(run.seconds for run in parts.runs if run.sport != RUN)
    kind = _kind(parts, run_s)
    strength_s = max(0.0, seconds - run_s - other_s) if parts.sets else 0.0
    return with_totals(
        Session(
            id=options.ids(),
            kind=kind,
            title=heading.title,
            status=Status.FINISHED,
            started=heading.started,
            ended=options.at(heading.started.utc + timedelta(seconds=seconds), None),
            sport=parts.runs[0].sport if kind is Kind.OTHER else "",
            sets=tuple(parts.sets),
            runs=tuple(parts.runs),
            run_s=run_s,
            strength_s=strength_s,
            other_s=other_s,
            source=source,
            fingerprint=fingerprint(source, heading.key, nth),
            flags=(*heading.flags, *flags),
            note=clean_note(_joined(heading.note, parts.waiting_note)),
        )
    )


def fingerprint(source: Source, key: str, nth: int = 0) -> str:
    """Return what tells a workout again; ``nth`` counts those of the same key before it."""
    told = f"{key}|{nth}" if nth else key
    return f"{source}:{sha256(told.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _length(heading: Heading, rows: Sequence[Row], parts: _Parts) -> tuple[float, list[str]]:
    """Return how long the workout was, and a flag if that had to be reckoned from its parts."""
    moved = sum(run.seconds for run in parts.runs)
    lifted = sum(max(SECONDS_PER_SET, logged.seconds or 0.0) for logged in parts.sets)
    reckoned = min(LONGEST_S, moved + lifted)
    told = heading.seconds or _ticked(heading, rows)
    if not told:
        return reckoned, [LENGTH_ESTIMATED]
    if told > max(LONGEST_S, moved):
        return reckoned, [LENGTH_CAPPED]
    return told, []


def _ticked(heading: Heading, rows: Sequence[Row]) -> float | None:
    """Return the length that the times of its sets tell; None if they tell none."""
    times = [row.at for row in rows if row.at is not None]
    if not times:
        return None
    since_start = (max(times) - heading.started.utc).total_seconds()
    between = (max(times) - min(times)).total_seconds()
    told = since_start if 0 < since_start <= LONGEST_S else between + SECONDS_PER_SET
    return told if between >= TICKED_S * (len(times) - 1) and told <= LONGEST_S else None


def _kind(parts: _Parts, run_s: float) -> Kind:
    if parts.sets:
        return Kind.COMBO if run_s >= COMBO_RUN_S else Kind.STRENGTH
    return Kind.RUN if any(run.sport == RUN for run in parts.runs) else Kind.OTHER


def _parts(rows: Sequence[Row], roster: names.Roster, options: ReadOptions) -> _Parts:
    sets = [row for row in rows if row.kind is RowKind.SET]
    loaded = {row.exercise for row in sets if row.weight}
    lifts = any(_sport(row) is None for row in sets)
    parts = _Parts([], [])
    for row in rows:
        position = len(parts.sets) + len(parts.runs)
        if row.kind is RowKind.REST:
            parts.rest(row.seconds)
        elif row.kind is RowKind.NOTE:
            parts.note(row.note, row.exercise)
        elif (sport := _sport(row)) is not None and (sport == RUN or not lifts):
            parts.add(_run(row, sport, position, options), row.exercise)
        else:
            exercise = roster.exercise(
                row.exercise,
                loaded=row.exercise in loaded,
                timed=not row.reps and row.seconds > 0,
                trains=row.trains,
            )
            parts.add(_set(row, exercise, position, options), row.exercise)
    return parts


_sport_named = lru_cache(4096)(cardio.sport)


def _sport(row: Row) -> str | None:
    """Return the sport of a row; None for a set, also one carried over a distance."""
    if not row.distance and (not row.seconds or row.weight or row.reps):
        return None
    named = _sport_named(row.exercise)
    if named is not None or not row.distance:
        return named
    is_set = row.weight or row.reps or match(row.exercise) is not None
    return None if is_set else fold(row.exercise)[:SPORT_LIMIT]


def _run(row: Row, sport: str, position: int, options: ReadOptions) -> RunEntry:
    return RunEntry(
        id=options.ids(),
        position=position,
        sport=sport,
        distance=_distance(row),
        seconds=row.seconds,
        rpe=row.rpe,
        note=row.note,
    )


def _set(row: Row, exercise: str, position: int, options: ReadOptions) -> LoggedSet:
    load = app_units.entered(row.weight, row.weight_unit) if row.weight and row.weight_unit else None
    return LoggedSet(
        id=options.ids(),
        position=position,
        exercise=exercise,
        kind=row.set_kind,
        load=load,
        bodyweight=load is not None and names.carries_bodyweight(exercise),
        reps=row.reps if row.reps or not (row.seconds or row.distance) else None,
        seconds=row.seconds or None,
        distance=_distance(row),
        rpe=row.rpe,
        logged_at=row.at,
        note=row.note,
    )


def _distance(row: Row) -> Distance | None:
    return Distance(row.distance, row.distance_unit) if row.distance else None


def _joined(first: str, second: str) -> str:
    return clean_note("\n".join(part for part in (first, second) if part))
