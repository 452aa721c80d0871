"""The kinds of runs in words, in the order in which one turns through them. Pure."""

from __future__ import annotations

NOT_SAID = "not said"
"""Of a run from a file, which knows no kinds."""

RUN_KINDS = {
    "race": "race",
    "timetrial": "time trial",
    "easy": "easy",
    "long": "long",
    "runwalk": "run/walk",
    "strides": "strides",
    "progression": "progression",
    "fartlek": "fartlek",
    "tempo": "tempo",
    "cruise": "cruise intervals",
    "hills": "hill repeats",
    "vo2": "intervals",
    "reps": "repetitions",
}
"""Races first, beside easy: that is what is corrected most, since no file tells a race."""


def kinds(present: str) -> tuple[str, ...]:
    """Return the kinds to choose from; a kind that is none of them stands between races and easy.

    >>> kinds("")[:4]
    ('race', 'timetrial', '', 'easy')
    """
    known = tuple(RUN_KINDS)
    return known if present in RUN_KINDS else (*known[:2], present, *known[2:])


def kind_words(subtype: str) -> str:
    """Return how a kind of run is called.

    >>> kind_words("vo2"), kind_words(""), kind_words("trail")
    ('intervals', 'not said', 'trail')
    """
    return RUN_KINDS.get(subtype, subtype or NOT_SAID)
