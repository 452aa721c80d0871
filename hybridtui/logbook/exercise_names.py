"""What names in files stand for, said after an import as well as before, and the guesses of watches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from hybridtui.domain.change import Change, Noun, Ref
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guesses import guesses
from hybridtui.domain.names import fold, loaded_twin
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, Session, Status
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.totals import with_totals
from hybridtui.domain.workout import Step
from hybridtui.formats.names import carries_bodyweight
from hybridtui.logbook.kit import Kit


@dataclass(frozen=True, slots=True)
class Likely:
    """An own exercise, and what it could really be."""

    exercise: Exercise
    sets: int
    """In the whole log: so many would change."""
    guesses: tuple[str, ...]
    """Ids of exercises, the likeliest first."""


class ExerciseNames:
    """Saying what exercise a name, an own exercise or a watch's guess really is."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def said(self) -> tuple[ExerciseName, ...]:
        """Return what names in files stand for, as the athlete said, by name."""
        return self._kit.store.knowing.names()

    def say(self, name: str, exercise_id: str) -> None:
        """Remember that a name in files is this exercise: of the library, or an own one.

        Raises:
            Problem: if the name says nothing, or the exercise is not there.
        """
        exercise = self._kit.exercise(exercise_id)
        self._kit.apply(Change(label=f"{clean(name)} is {exercise.name}", names=(_named(name, exercise.id),)))

    def forget(self, name: str) -> None:
        """Forget what a name in files stands for; nothing happens if it was never said."""
        self._kit.apply(Change(label=f"meaning of {clean(name)}", drop=(Ref(Noun.NAME, fold(name)),)))

    def likely(self, own_id: str) -> Likely:
        """Return what an own exercise could really be, and how many sets are of it.

        Raises:
            Problem: if it is not there, or is none of the athlete's own.
        """
        own = self._own(own_id)
        others = {id_: each for id_, each in self._kit.exercises().items() if id_ != own_id}
        sets, loaded = self._kit.store.knowing.sets_of(own_id)
        return Likely(own, sets, guesses(own.name, others, loaded=loaded > 0))

    def remap(self, from_id: str, to_id: str) -> int:
        """Make an own exercise another one in the whole history, in one change; return how many sets that were.

        Where the library keeps an exercise with a load apart, sessions with a load get that
        one. The name is remembered for later imports; the own exercise is dropped unless a
        plan asks for it, and its note goes over.

        Raises:
            Problem: if ``from_id`` is none of the athlete's own, or ``to_id`` is not there or the same.
        """
        own, to = self._own(from_id), self._kit.exercise(to_id)
        if own.id == to.id:
            raise Problem(f"{own.name} is that already: choose another exercise.")
        sets: list[tuple[str, LoggedSet]] = []
        sessions: list[Session] = []
        for session in self._kit.store.everything.with_exercise(from_id):
            after = remapped(session, from_id, to.id)
            sets += [(session.id, now) for was, now in zip(session.sets, after.sets, strict=True) if was != now]
            told = with_totals(after) if session.status is Status.FINISHED else after
            if replace(told, sets=()) != replace(session, sets=()):
                sessions.append(told)
        gone = [] if self._kit.store.knowing.is_planned(from_id) else [Ref(Noun.EXERCISE, from_id)]
        notes = tuple(self._note(from_id, to.id))
        if notes:
            gone.append(Ref(Noun.NOTE, from_id))
        self._kit.apply(
            Change(
                label=f"{own.name} as {to.name}",
                sets=tuple(sets),
                sessions=tuple(sessions),
                names=(*self._renamed(from_id, to.id), _named(own.name, to.id)),
                notes=notes,
                drop=tuple(gone),
            )
        )
        return len(sets)

    def confirm(self, session_id: str, set_ids: Collection[str], exercise_id: str | None = None) -> Session:
        """Confirm the exercise of sets that a watch guessed; None: as guessed. Other sets are left alone.

        Raises:
            Problem: if the session, a set or the exercise is not there.
        """
        session = self._kit.store.session(session_id)
        if session is None or not set(set_ids) <= {each.id for each in session.sets}:
            raise Problem("Those sets are no longer in the session: they were deleted or undone.")
        exercise = self._kit.exercise(exercise_id).id if exercise_id is not None else None
        asked = [each for each in session.sets if each.id in set_ids and each.unconfirmed]
        loaded = any(each.load is not None for each in asked)
        now = {each.id: replace(_as(each, exercise, loaded=loaded), unconfirmed=False) for each in asked}
        after = replace(session, sets=tuple(now.get(each.id, each) for each in session.sets))
        told = with_totals(after) if session.status is Status.FINISHED else after
        changed = replace(told, sets=()) != replace(session, sets=())
        self._kit.apply(
            Change(
                label="confirmation of exercises",
                session_id=session_id,
                sessions=(told,) if changed else (),
                sets=tuple((session_id, each) for each in now.values()),
            )
        )
        return told

    def _own(self, exercise_id: str) -> Exercise:
        exercise = self._kit.exercise(exercise_id)
        if not exercise.own:
            raise Problem(f"{exercise.name} is of the library: only exercises of your own can become another one.")
        return exercise

    def _renamed(self, from_id: str, to_id: str) -> Iterator[ExerciseName]:
        """Yield the names that stood for the own exercise: they stand for the other one now."""
        return (replace(each, exercise=to_id) for each in self.said() if each.exercise == from_id)

    def _note(self, from_id: str, to_id: str) -> Iterator[ExerciseNote]:
        notes: Mapping[str, str] = self._kit.store.exercise_notes()
        if from_id in notes:
            lines = [notes[each] for each in (to_id, from_id) if each in notes]
            yield ExerciseNote(to_id, clean_note("\n".join(lines)))


def _named(name: str, exercise_id: str) -> ExerciseName:
    if not fold(name):
        raise Problem("A name needs a letter or a number.")
    return ExerciseName(folded=fold(name), name=clean(name), exercise=exercise_id)


def remapped(session: Session, from_id: str, to_id: str) -> Session:
    """Return a session with the sets and steps of one exercise as another's, its loaded twin's if any had a load."""
    loaded = any(each.load is not None for each in session.sets if each.exercise == from_id)
    return replace(
        session,
        sets=tuple(_as(each, to_id, loaded=loaded) if each.exercise == from_id else each for each in session.sets),
        steps=tuple(_step(each, from_id, to_id) for each in session.steps),
    )


def _as(logged: LoggedSet, exercise: str | None, *, loaded: bool) -> LoggedSet:
    """Return a set as one of an exercise; None: of the one that it is of."""
    if exercise is None:
        return logged
    meant = (loaded_twin(exercise) or exercise) if loaded else exercise
    on_body = logged.load is not None and carries_bodyweight(meant)
    return replace(logged, exercise=meant, bodyweight=on_body)


def _step(step: Step, from_id: str, to_id: str) -> Step:
    return replace(step, exercise=to_id) if step.exercise == from_id else step
