"""The athlete's own exercises: their ids, and what is known of them where nobody said what they train.

What a name tells is never stored: it completes an own exercise whenever it is read, in
this one place. So older logs know it too, and what an athlete or a file said stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from hybridtui.domain.exercises import OWN, Exercise, catalogue
from hybridtui.domain.gym_exercises import known
from hybridtui.domain.names import fold
from hybridtui.domain.text import clean

OWN_PATTERN = "other"
"""Pattern of an own exercise of which nobody said how it moves."""

_IDS_KEPT = 4096

_NO_STRENGTH = ("stretch", "warmup")
"""What files count as sets for want of another place; one who logs it by hand says how long it took."""


def own_id(name: str) -> str:
    """Return the id of an own exercise: readable, and the same for every spelling that folds alike.

    >>> own_id("T Bar Row"), own_id("t-bar row")
    ('own:t-bar-row-e2e501', 'own:t-bar-row-e2e501')
    """
    ascii_name = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:40]
    folded = fold(name) or name
    return (
        f"{OWN}{slug}-{sha256(folded.encode()).hexdigest()[:6]}"
        if slug
        else OWN + sha256(folded.encode()).hexdigest()[:12]
    )


def completed(exercise: Exercise) -> Exercise:
    """Return an own exercise of which nothing is said with what is known by its name; any other as it is."""
    if not exercise.own or exercise.pattern != OWN_PATTERN or exercise.primary:
        return exercise
    by_name = known(exercise.name)
    if by_name is None:
        return exercise
    return replace(by_name, id=exercise.id, name=exercise.name, timed=exercise.timed or by_name.timed)


def of_gyms(name: str) -> Exercise | None:
    """Return an own exercise by a name that gyms know and the library lacks, as it is stored; None if it is none.

    >>> of_gyms("leg extension").name, of_gyms("my own thing")
    ('Leg extension', None)
    """
    called, by_name = clean(name), known(name)
    if by_name is None or by_name.pattern in _NO_STRENGTH:
        return None
    return Exercise(id=own_id(called), name=called[:1].upper() + called[1:], pattern=OWN_PATTERN)


def is_known_by_name(exercise: Exercise) -> bool:
    """Return whether what an own exercise trains is told by its name, and by nobody else's word.

    An athlete who said just the same is not told apart.
    """
    by_name = known(exercise.name) if exercise.own and exercise.primary else None
    return by_name is not None and (by_name.pattern, by_name.primary, by_name.secondary) == (
        exercise.pattern,
        exercise.primary,
        exercise.secondary,
    )


@lru_cache(_IDS_KEPT)
def pattern_of(exercise_id: str) -> str | None:
    """Return how an exercise moves by its id alone; None if that does not tell.

    An id made of a name tells it (:func:`own_id`), unless the name is longer than ids are.

    >>> pattern_of("back_squat"), pattern_of(own_id("Hack Squat")), pattern_of(own_id("My own thing"))
    ('squat', 'squat', None)
    """
    if (of_library := catalogue().get(exercise_id)) is not None:
        return of_library.pattern
    if not exercise_id.startswith(OWN):
        return None
    words = exercise_id.removeprefix(OWN).rpartition("-")[0]
    by_name = known(words)
    return by_name.pattern if by_name is not None and own_id(words) == exercise_id else None


class WithOwn(Mapping[str, Exercise]):
    """The library and an athlete's own exercises by id; each own one is completed when it is asked for."""

    def __init__(self, own: Iterable[Exercise]) -> None:
        """Hold the ``own`` ones as they are stored."""
        self._own = {exercise.id: exercise for exercise in own}

    def __getitem__(self, exercise_id: str) -> Exercise:
        own = self._own.get(exercise_id)
        if own is None:
            return catalogue()[exercise_id]
        whole = self._own[exercise_id] = completed(own)
        return whole

    def __iter__(self) -> Iterator[str]:
        yield from catalogue()
        yield from (id_ for id_ in self._own if id_ not in catalogue())

    def __len__(self) -> int:
        return len(catalogue()) + sum(id_ not in catalogue() for id_ in self._own)
