"""The names of exercises that the library does not know: counted, guessed at, and put to what the athlete says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hybridtui.domain import gym_exercises
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guesses import guesses
from hybridtui.domain.imports import UnmatchedName
from hybridtui.domain.names import fold
from hybridtui.domain.outlines import Outline
from hybridtui.domain.session import Session
from hybridtui.domain.totals import with_totals
from hybridtui.formats.reading import Read
from hybridtui.logbook.exercise_names import remapped

MOST_GUESSED = 200
"""Names that are guessed at, those used most: a guess takes milliseconds, and a damaged file may hold thousands."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What own exercises that files bring are, as the athlete said."""

    brought: Mapping[str, Exercise]
    """The own exercises that new sessions use, by id."""
    meant: Mapping[str, str] = field(default_factory=dict)
    """Ids of the exercises that they are, by id; of those that the athlete named."""

    @property
    def kept(self) -> tuple[Exercise, ...]:
        """The own exercises that stay the athlete's own."""
        return tuple(exercise for id_, exercise in self.brought.items() if id_ not in self.meant)

    @property
    def names(self) -> tuple[ExerciseName, ...]:
        """What is remembered for the next import."""
        return tuple(
            ExerciseName(folded=fold(exercise.name), name=exercise.name, exercise=self.meant[id_])
            for id_, exercise in self.brought.items()
            if id_ in self.meant
        )

    def applied(self, session: Session) -> Session:
        """Return a session with its sets put to the exercises that are meant."""
        asked = self.meant.keys() & {logged.exercise for logged in session.sets}
        if not asked:
            return session
        for own_id in sorted(asked):
            session = remapped(session, own_id, self.meant[own_id])
        return with_totals(session)


def naming(reads: Iterable[Read], new: Sequence[Outline], said: Mapping[str, str]) -> Naming:
    """Return what the own exercises of new sessions are; ``said``: ids of exercises by folded name."""
    used = {use.exercise for outline in new for use in outline.own}
    found = [each for read in reads for each in read.exercises if each.id in used]
    # of several spellings the same one, whichever file comes first
    brought = {each.id: each for each in sorted(found, key=lambda each: (each.name, each.timed), reverse=True)}
    meant = {id_: said[fold(each.name)] for id_, each in brought.items() if fold(each.name) in said}
    return Naming(
        brought=dict(sorted(brought.items(), key=lambda pair: pair[1].name.casefold())),
        meant={id_: exercise for id_, exercise in meant.items() if exercise != id_},
    )


def unmatched(naming: Naming, new: Sequence[Outline], exercises: Mapping[str, Exercise]) -> tuple[UnmatchedName, ...]:
    """Return the names that match none of the library's with what they could be, the most used first.

    Only those that new sessions have sets of are asked about: others are in the log already.
    Those that are known to train this or that come last: they count for their muscles as they are.
    """
    sets: dict[str, int] = {}
    loaded: set[str] = set()
    for use in (use for outline in new for use in outline.own if use.exercise in naming.brought):
        sets[use.exercise] = sets.get(use.exercise, 0) + use.sets
        if use.loaded:
            loaded.add(use.exercise)
    known = {each.id: each for each in exercises.values() if each.id not in naming.brought}
    brought = sorted(
        ((id_, exercise) for id_, exercise in naming.brought.items() if sets.get(id_)),
        key=lambda pair: (gym_exercises.known(pair[1].name) is not None, -sets[pair[0]], pair[1].name.casefold()),
    )
    return tuple(
        UnmatchedName(
            folded=fold(exercise.name),
            name=exercise.name,
            own_id=id_,
            sets=sets[id_],
            loaded=id_ in loaded,
            guesses=guesses(exercise.name, known, loaded=id_ in loaded) if place < MOST_GUESSED else (),
        )
        for place, (id_, exercise) in enumerate(brought)
    )
