"""The athlete's notes of exercises: one row an exercise."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from hybridtui.store.rows import Row
from hybridtui.store.tables import exercise_note

if TYPE_CHECKING:
    from hybridtui.domain.notes import ExerciseNote


def row(note: ExerciseNote) -> Row:
    """Return the row of a note."""
    return {"exercise": note.exercise, "text": note.text}


def every(connection: Connection) -> Mapping[str, str]:
    """Return the notes by the exercise's id."""
    found = connection.execute(select(exercise_note.c.exercise, exercise_note.c.text))
    return MappingProxyType({note.exercise: note.text for note in found})
