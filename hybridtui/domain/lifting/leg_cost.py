"""What running costs the legs, in fractional sets a muscle. Product decisions; source: science.md B.6, E; field.md E.

A step of running is a light repetition, and there are some five thousand of them in an hour.
Nobody has measured how many hard sets that equals, and it does not build muscle as sets do; but
a week that counts it as nothing is wrong for every runner's legs. So it is counted modestly, as a
part of its own, never mixed with sets that were lifted:

- An easy hour costs the calves about one set, the large muscles half of one: below what maintains
  a muscle (2-4 sets a week), so that easy running alone never looks like leg training.
- Long runs cost more a minute: their last part is run on tired legs, and the thighs brake.
- Faster running asks more of calves, hamstrings and hips with each step; intervals most.
- Hills move the work to glutes and thighs, and the calves stretch under load.
- A run with walking breaks costs about half of an easy run.

The cost grows with the minutes of the whole session, warm-up included, and nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

MUSCLES = ("calves", "quads", "hamstrings", "glutes", "tibialis")
"""The muscles that running is counted for, in the order of the numbers below."""

EASY = "easy"
"""What a run of no known kind counts as: too little rather than too much."""

CIRCUIT = "fartlek"
"""What the running of a circuit counts as: short, brisk, between exercises."""

SETS_AN_HOUR: Mapping[str, tuple[float, ...]] = MappingProxyType({
    "runwalk": (0.5, 0.25, 0.25, 0.25, 0.25),
    EASY: (1.0, 0.5, 0.5, 0.5, 0.25),
    "strides": (1.25, 0.5, 0.75, 0.5, 0.25),
    "long": (1.5, 1.0, 0.75, 0.75, 0.5),
    "progression": (1.5, 0.75, 0.75, 0.75, 0.5),
    "tempo": (2.0, 1.0, 1.0, 1.0, 0.5),
    "cruise": (2.0, 1.0, 1.0, 1.0, 0.5),
    "fartlek": (2.0, 1.0, 1.0, 1.0, 0.5),
    "race": (2.5, 1.5, 1.5, 1.5, 0.5),
    "timetrial": (2.5, 1.5, 1.5, 1.5, 0.5),
    "vo2": (3.0, 1.5, 2.0, 1.5, 0.5),
    "reps": (3.0, 1.5, 2.0, 1.5, 0.5),
    "hills": (3.0, 2.0, 1.5, 2.5, 0.5),
})  # fmt: skip
"""Fractional sets of each of ``MUSCLES`` in an hour of running, by subtype of run (science 0)."""


def leg_sets(runs: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the fractional sets that runs cost each muscle, from their subtypes and minutes.

    >>> leg_sets([("easy", 60), ("hills", 30)])["calves"], leg_sets([("a stroll", 30)])["quads"], leg_sets([])
    (2.5, 0.25, {})
    """
    cost: dict[str, float] = {}
    for subtype, minutes in runs:
        if minutes <= 0:
            continue
        for muscle, sets in zip(MUSCLES, SETS_AN_HOUR.get(subtype, SETS_AN_HOUR[EASY]), strict=True):
            cost[muscle] = cost.get(muscle, 0.0) + sets * minutes / 60
    return cost
