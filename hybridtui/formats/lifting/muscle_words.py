"""What the columns of lifting apps say an exercise trains, in the library's words. Source: formats.md 1.7, 1.8.

A category that names a whole half of the body says too little: a wrong muscle in the log
would be worse than one not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_CATEGORIES = {
    "shoulders": ("shoulders",),
    "triceps": ("triceps",),
    "biceps": ("biceps",),
    "forearms": ("forearms",),
    "chest": ("chest",),
    "back": ("upper_back", "lats"),
    "abs": ("abs",),
    "core": ("abs", "obliques"),
    "glutes": ("glutes",),
    "quads": ("quads",),
    "hamstrings": ("hamstrings",),
    "calves": ("calves",),
    "traps": ("traps",),
}
"""FitNotes': as it comes, and as athletes call their own. Legs may be a squat or a calf raise."""

_MUSCLES = {
    "quadriceps": "quads",
    "hamstrings": "hamstrings",
    "gluteus maximus": "glutes",
    "gluteus medius": "abductors",
    "gluteus minimus": "abductors",
    "tensor fasciae latae": "abductors",
    "adductor magnus": "adductors",
    "adductor longus": "adductors",
    "adductor brevis": "adductors",
    "gracilis": "adductors",
    "pectineous": "adductors",
    "gastrocnemius": "calves",
    "soleus": "calves",
    "tibialis anterior": "tibialis",
    "iliopsoas": "hip_flexors",
    "sartorius": "hip_flexors",
    "rectus abdominis": "abs",
    "obliques": "obliques",
    "erector spinae": "lower_back",
    "latissimus dorsi": "lats",
    "teres major": "lats",
    "teres minor": "rotator_cuff",
    "infraspinatus": "rotator_cuff",
    "trapezius upper fibers": "traps",
    "levator scapulae": "traps",
    "trapezius middle fibers": "upper_back",
    "trapezius lower fibers": "upper_back",
    "deltoid anterior": "shoulders",
    "deltoid lateral": "shoulders",
    "deltoid posterior": "rear_delts",
    "pectoralis major clavicular head": "chest",
    "pectoralis major sternal head": "chest",
    "serratus anterior": "serratus",
    "serratus ante": "serratus",
    "triceps brachii": "triceps",
    "biceps brachii": "biceps",
    "brachialis": "biceps",
    "brachioradialis": "forearms",
    "wrist flexors": "forearms",
    "wrist extensors": "forearms",
}
"""Liftosaur's, which are those of anatomy."""


@lru_cache(256)
def of_category(category: str) -> tuple[str, ...]:
    """Return the muscles that FitNotes' category means, the first of all first; none if it does not tell.

    >>> of_category("Back"), of_category("Legs")
    (('upper_back', 'lats'), ())
    """
    return _CATEGORIES.get(category.strip().casefold(), ())


@lru_cache(1024)
def of_muscles(target: str, synergist: str) -> tuple[str, ...]:
    """Return the muscles that Liftosaur names, the first of its targets first; none if it names no target.

    >>> of_muscles("Deltoid Lateral", "Deltoid Anterior,Serratus Anterior")
    ('shoulders', 'serratus')
    """
    first = tuple(_known(target))
    return tuple(dict.fromkeys((*first, *_known(synergist)))) if first else ()


def _known(listed: str) -> Iterable[str]:
    words = (word.strip().casefold() for word in listed.split(","))
    return (_MUSCLES[word] for word in words if word in _MUSCLES)
