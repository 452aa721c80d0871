"""What tests hand to writers, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.session import Session
from hybridtui.formats.writing import Exported, Writer

NOW = datetime(2026, 3, 4, 17, 0, tzinfo=UTC).astimezone(ZoneInfo("Europe/Berlin"))


def exported(
    sessions: Iterable[Session] = (),
    contents: Contents | None = None,
    *,
    since: date | None = None,
    spreadsheet: bool = False,
    own: Iterable[Exercise] = (),
) -> Exported:
    """Return a log as writers are given it, on 4 March 2026."""
    kept = tuple(sessions)
    return Exported(
        sessions=lambda: iter(kept),
        contents=contents or Contents(),
        exercises={**catalogue(), **{each.id: each for each in own}},
        since=since,
        now=NOW,
        spreadsheet=spreadsheet,
    )


def files(write: Writer, what: Exported) -> dict[str, bytes]:
    """Return the files that a writer makes, by name."""
    return {file.name: b"".join(file.parts) for file in write(what)}


def without_part_ids(session: Session) -> Session:
    """Return a session whose sets, runs and marks have no ids: they are another log's."""
    return replace(
        session,
        sets=tuple(replace(each, id="") for each in session.sets),
        runs=tuple(replace(each, id="") for each in session.runs),
        marks=tuple(replace(each, id="") for each in session.marks),
    )
