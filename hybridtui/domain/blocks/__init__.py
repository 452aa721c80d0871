"""Sessions in one typed line: runs, sets, supersets, rounds, AMRAP, EMOM, Tabata. Pure.

The line says what is to be done, and nothing is done that it does not say, but for the
warm-up and cool-down of a fast run. Source: field.md table B; science.md C.7, C.8.
"""

from __future__ import annotations

import re
from dataclasses import replace

from hybridtui.domain.blocks import runs
from hybridtui.domain.blocks.circuits import read_circuit
from hybridtui.domain.blocks.done import Done, read_done
from hybridtui.domain.blocks.lists import read_list, read_superset
from hybridtui.domain.blocks.runs import read_run
from hybridtui.domain.blocks.values import Block, Known
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import NAME_LIMIT, TYPED_SIGNS, clean
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind

__all__ = ["EXAMPLES", "LONGEST", "Block", "Done", "Known", "examples", "read", "read_done"]

LONGEST = NAME_LIMIT
"""Characters of a line: it becomes the title of the session, to be typed again from there."""

EXAMPLES = {
    Kind.RUN: ("6x400m/90s", "5x3min/2min", "20min T", "30min + 6x20s/60s", "8x60s/90s walk", "10km"),
    Kind.STRENGTH: ("3x8 back squat 80, 3x10 row", "superset 3x10 bench press + row", "push-up, row, plank"),
    Kind.HYBRID: (
        "amrap 12: 5 pull-up, 10 push-up, 15 squat",
        "emom 10: 10 kettlebell swing, 8 burpee",
        "tabata: squat jump",
        "rounds 4 40/20: push-up, row",
        "3 rounds: 400m run, 10 squat, 10 push-up",
    ),
    Kind.OTHER: ("8km 44:10", "8km 44:10 yesterday 18:30", "done 40min", "bike 20km 60min"),
}
"""Lines that can be taken as they are, by what one looks for; in kilograms and kilometres."""

_IN_MILES = {"10km": "6mi", "8km": "5mi", "20km": "12mi"}
_IN_POUNDS = {"80": "185"}


def examples(kind: Kind, known: Known) -> tuple[str, ...]:
    """Return lines to take as they are, in the units that the athlete thinks in.

    >>> examples(Kind.OTHER, Known(exercises={}, distance_unit=DistanceUnit.MI))[0]
    '5mi 44:10'
    """
    turned = _IN_MILES if known.distance_unit is DistanceUnit.MI else {}
    if known.weight_unit is WeightUnit.LB:
        turned = turned | _IN_POUNDS
    return tuple(re.sub(r"\b\w+\b", lambda word: turned.get(word[0], word[0]), line) for line in EXAMPLES[kind])


_SIGNS = str.maketrans({**TYPED_SIGNS, "\n": ",", "\r": None})


def read(text: str, known: Known) -> Block:
    """Read a session from one line, or from several, one exercise on each.

    >>> from hybridtui.domain.exercises import catalogue
    >>> read("amrap 12: 5 pull-up, 10 push-ups, 15 squat", Known(exercises=catalogue())).echo
    'AMRAP 12 min: 5 pull-ups, 10 push-ups, 15 bodyweight squats'

    Raises:
        Problem: if something of it is not understood; it says what, and how to type it.
    """
    if len(text) > LONGEST:
        raise Problem(f"That is too long for one line: {LONGEST} characters are the most.")
    typed = clean(text.translate(_SIGNS), LONGEST).strip(" ,;")
    return replace(_read(typed.casefold(), known), title=typed)


def _read(line: str, known: Known) -> Block:
    found = read_run(line, known) or read_circuit(line, known) or read_superset(line, known)
    if found is not None:
        return found
    if runs.looks_like_a_run(line):
        raise Problem(f'"{line}" is not understood. {runs.EXAMPLE}')
    return read_list(line, known)
