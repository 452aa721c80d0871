"""Notes of exercises: what the athlete wants to read at each set of one."""

from __future__ import annotations

from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.text import clean_note
from hybridtui.logbook.kit import Kit


class Notes:
    """The notes of exercises, in the library and out of it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def exercise(self, exercise_id: str) -> str:
        """Return the note of an exercise; empty without one."""
        return self._kit.store.exercise_notes().get(exercise_id, "")

    def save(self, exercise_id: str, text: str, session_id: str | None = None) -> None:
        """Keep a note in place of the one there was; an empty one removes it.

        With ``session_id`` it was written in that session, whose undo takes it back.

        Raises:
            Problem: if there is no such exercise.
            NotSaved: if nothing was written.
        """
        exercise, told = self._kit.exercise(exercise_id), clean_note(text)
        self._kit.apply(
            Change(
                label=f"note on {exercise.name}",
                session_id=session_id,
                notes=(ExerciseNote(exercise.id, told),) if told else (),
                drop=() if told else (Ref(Noun.NOTE, exercise.id),),
            )
        )
