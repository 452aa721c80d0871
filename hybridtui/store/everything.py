"""All that a log holds: its sessions one after another, the rest as one value, and a hash over both."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Row, Select, Table, bindparam, or_, select

from hybridtui.domain.codec import Codec
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Original
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.problems import StoreProblem
from hybridtui.domain.session import Session, Status
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.workout import Plan
from hybridtui.store import codec, notes, pains, plans, readings, rows, weights
from hybridtui.store.database import Database
from hybridtui.store.rows import Columns
from hybridtui.store.tables import exercise_name, logged_set, original, plan, run_entry, session, skip_reason, step_mark

_AT_ONCE = 250
"""Sessions read at a time, to keep the memory of a long history small."""

_FOR_GOOD = date(1970, 1, 1), date(2199, 12, 31)
_CONTENTS = Codec(Contents)
_OF_ONE_LOG = frozenset({"id", "session_id", "batch_id", "original", "fingerprint"})
"""Columns that differ between two logs of the same training."""

Part = TypeVar("Part")


class Everything:
    """The whole log, for exports and for comparing logs."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def sessions(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        unfinished: bool = False,
        unreadable: list[str] | None = None,
    ) -> Iterator[Session]:
        """Yield the sessions of the days from ``first`` to ``last`` with all that is in them, oldest first.

        The log is seen as it was when the first one was asked for. Sessions that still run come
        only if ``unfinished`` are wanted. One that is damaged is named in ``unreadable`` and left out.

        Raises:
            StoreProblem: if one is damaged and there is no list to name it in.
        """
        query = select(session).order_by(session.c.started_us, session.c.id)
        if first is not None:
            query = query.where(session.c.local_date >= first.isoformat())
        if last is not None:
            query = query.where(session.c.local_date <= last.isoformat())
        if not unfinished:
            query = query.where(session.c.status == Status.FINISHED.value)
        with self._db.reading() as connection:
            found = connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings()
            while some := list(islice(found, _AT_ONCE)):
                yield from _whole(connection, some, unreadable)

    def with_exercise(self, exercise_id: str) -> Iterator[Session]:
        """Yield the sessions with a set of an exercise, or that were to have one, with all that is in them."""
        holds = select(logged_set.c.session_id).where(logged_set.c.exercise == exercise_id)
        asks = session.c.steps.contains(exercise_id, autoescape=True)
        query = select(session).where(or_(session.c.id.in_(holds), asks)).order_by(session.c.started_us, session.c.id)
        with self._db.reading() as connection:
            found = connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings()
            while some := list(islice(found, _AT_ONCE)):
                yield from _whole(connection, some)

    def contents(self, unreadable: list[str] | None = None) -> Contents:
        """Return all but the sessions; a kind of which something is damaged is named in ``unreadable`` and left out.

        Raises:
            StoreProblem: if something is damaged and there is no list to name it in.
        """
        with self._db.reading() as connection:
            told: dict[str, object] = {}
            for name, (words, read) in _CONTENTS_OF.items():
                try:
                    told[name] = read(connection)
                except (StoreProblem, *codec.DAMAGE):
                    if unreadable is None:
                        raise
                    unreadable.append(words)
            return replace(Contents(), **told)  # type: ignore[arg-type]  # the names are the fields

    def content_hash(self) -> str:
        """Return a hash of all that was told: equal for two logs of the same training, however it came in.

        Left out are the journal, the imported files, and the ids and keys of sessions and their parts.
        """
        digest = sha256(codec.to_json(_CONTENTS.plain(self.contents())).encode("utf-8", "surrogatepass"))
        for each in sorted(map(_digest, self.sessions(unfinished=True))):
            digest.update(each)
        return digest.hexdigest()

    def original(self, sha: str) -> Original | None:
        """Return an imported file unchanged; None if it is not kept."""
        with self._db.reading() as connection:
            row = connection.execute(select(original).where(original.c.sha256 == sha)).first()
            return None if row is None else _original(row)

    def originals(self) -> Iterator[Original]:
        """Yield the imported files, by name."""
        with self._db.reading() as connection:
            query = select(original.c.sha256).order_by(original.c.name, original.c.sha256)
            for sha in connection.execute(query).scalars().all():
                yield _original(connection.execute(select(original).where(original.c.sha256 == sha)).one())


def names(connection: Connection) -> tuple[ExerciseName, ...]:
    """Return what names in files stand for, as the athlete said."""
    query = select(exercise_name).order_by(exercise_name.c.folded)
    return tuple(ExerciseName(**row) for row in connection.execute(query).mappings())


def _parts(table: Table, order: str) -> Select[*tuple[object, ...]]:
    of_some = table.c.session_id.in_(bindparam("ids", expanding=True))
    return select(table).where(of_some).order_by(table.c.session_id, table.c[order], table.c.id)


_SETS, _RUNS, _MARKS = _parts(logged_set, "position"), _parts(run_entry, "position"), _parts(step_mark, "at_us")


def _whole(connection: Connection, some: Sequence[Columns], unreadable: list[str] | None = None) -> Iterator[Session]:
    ids = [row["id"] for row in some]
    sets, runs, marks = (_by_session(connection, query, ids) for query in (_SETS, _RUNS, _MARKS))
    for row in some:
        of = row["id"]
        try:
            whole = rows.session_of(
                row,
                [rows.set_of(part) for part in sets[of]],
                [rows.run_of(part) for part in runs[of]],
                [rows.mark_of(part) for part in marks[of]],
            )
        except (StoreProblem, *codec.DAMAGE):
            if unreadable is None:
                raise
            unreadable.append(f"the session of {row['local_date']}")
        else:
            yield whole


def _by_session(
    connection: Connection, query: Select[*tuple[object, ...]], ids: Sequence[str]
) -> Mapping[str, list[Columns]]:
    found: defaultdict[str, list[Columns]] = defaultdict(list)
    for row in connection.execute(query, {"ids": ids}).mappings():
        found[row["session_id"]].append(row)
    return found


def _plans(connection: Connection) -> tuple[Plan, ...]:
    ids = connection.execute(select(plan.c.id).order_by(plan.c.adopted, plan.c.id)).scalars().all()
    return tuple(each for id_ in ids if (each := plans.of(connection, id_)) is not None)


def _skips(connection: Connection) -> tuple[SkipReason, ...]:
    query = select(skip_reason).order_by(skip_reason.c.workout_id)
    return tuple(
        SkipReason(row["workout_id"], Reason(row["reason"]), row["note"])
        for row in connection.execute(query).mappings()
    )


def _exercises(connection: Connection) -> tuple[Exercise, ...]:
    return tuple(sorted(plans.own_exercises(connection), key=lambda each: each.id))


def _notes(connection: Connection) -> tuple[ExerciseNote, ...]:
    return tuple(ExerciseNote(*note) for note in sorted(notes.every(connection).items()))


_CONTENTS_OF: Mapping[str, tuple[str, Callable[[Connection], object]]] = {
    "athlete": ("your answers", plans.athlete),
    "plans": ("plans", _plans),
    "exercises": ("own exercises", _exercises),
    "names": ("names of exercises", names),
    "readiness": ("check-ins", lambda connection: readings.between(connection, *_FOR_GOOD)),
    "pains": ("pains", lambda connection: pains.since(connection, _FOR_GOOD[0])),
    "notes": ("notes of exercises", _notes),
    "weights": ("body weights", lambda connection: weights.between(connection, *_FOR_GOOD)),
    "skips": ("reasons of skipped workouts", _skips),
}
"""How each field of the contents is read, and what it is called where it cannot be."""


def _original(row: Row[*tuple[object, ...]]) -> Original:
    return Original(row.sha256, row.name, zlib.decompress(row.data))


def _digest(whole: Session) -> bytes:
    """Return a hash of a session by what was done in it."""
    bare = replace(whole, sets=(), runs=(), marks=())
    told = [
        _told(rows.session_row(bare)),
        [whole.same_as is None, whole.lent_rpe, whole.lent_load_au, whole.lent_hr],
        sorted(_told(rows.set_row("", part)) for part in whole.sets),
        sorted(_told(rows.run_row("", part)) for part in whole.runs),
        sorted(_told(rows.mark_row("", part)) for part in whole.marks),
    ]
    return sha256(codec.to_json(told).encode("utf-8", "surrogatepass")).digest()


def _told(row: rows.Row) -> str:
    """Return a row as text: parts are told apart by what they say, whatever order their ids bring them in."""
    return codec.to_json({column: value for column, value in row.items() if column not in _OF_ONE_LOG})
