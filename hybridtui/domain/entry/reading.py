"""Reading the entry line: effort and kind at its end, then a set or a run."""

from __future__ import annotations

import re

from hybridtui.domain.effort import Effort
from hybridtui.domain.entry import numbers
from hybridtui.domain.entry.runs import read_run
from hybridtui.domain.entry.sets import read_sets
from hybridtui.domain.entry.values import Entry, Expected, NotReadableError, Unreadable
from hybridtui.domain.session import SetKind
from hybridtui.domain.text import TYPED_SIGNS

LONGEST = 160
"""Characters; no entry needs more."""

_SIGNS = str.maketrans(TYPED_SIGNS)
_KIND = re.compile(
    r"(?:\s+|(?<=[0-9])(?=w$))(?:(?P<warmup>w|warm-?up)|(?P<drop>drop(?:[ -]?set)?)|(?P<failure>(?:to )?failure))$"
)
_EACH = re.compile(r"\s*(?:/\s?side|\b(?:each|per)(?: side| leg| arm)?)$")
_EFFORT = re.compile(rf"\s*(?P<scale>@|(?:\b|(?<=[0-9]))(?:rpe|rir))\s*(?P<n>{numbers.NUMBER})$")
_HALF_OR_FIVE = re.compile(r"(?:@|rpe|rir) ?[0-9],5$")


def parse(text: str, expected: Expected) -> Entry:
    """Read one entry; an empty one is as planned. Never raises.

    >>> from hybridtui.domain.exercises import catalogue
    >>> squat = Expected(exercise=catalogue()["back_squat"])
    >>> parse("80x8@8", squat).echo
    '80 kg x 8, RPE 8'
    >>> parse("8km 44:10", Expected()).echo
    '8 km in 44:10 (5:31/km)'
    """
    try:
        return _read(text, expected)
    except NotReadableError as problem:
        return Unreadable(str(problem))


def _read(text: str, expected: Expected) -> Entry:
    if len(text) > LONGEST:
        raise NotReadableError(f"That is too long for one entry. {_example(expected)}")
    words = " ".join(text.translate(_SIGNS).lower().split())
    if expected.is_run:
        unrated, rpe = _effort(words, expected)
        read: Entry | None = read_run(unrated, rpe, expected)
    else:
        read = _sets(words, expected)
    return read if read is not None else Unreadable(_example(expected))


def _sets(words: str, expected: Expected) -> Entry | None:
    """Take kind and side off the end, before or behind the effort."""
    unmarked, kind = _kind(_both_sides(words, expected))
    unrated, rpe = _effort(_both_sides(unmarked, expected), expected)
    bare, before = _kind(_both_sides(unrated, expected))
    if kind is not None and before is not None:
        raise NotReadableError("A set is of one kind: warm-up, drop or failure.")
    return read_sets(_both_sides(bare, expected), rpe, kind or before or SetKind.WORKING, expected)


def _kind(words: str) -> tuple[str, SetKind | None]:
    found = _KIND.search(words)
    return (words, None) if found is None else (words[: found.start()], SetKind(found.lastgroup or ""))


def _both_sides(words: str, expected: Expected) -> str:
    """Take ``each`` off the end, where sets are done on each side in any case."""
    found = _EACH.search(words)
    if found is None or not found.start():
        return words
    if not expected.per_side:
        raise NotReadableError("This is not done side by side: type the reps alone, or L8 R7.")
    return words[: found.start()]


def _effort(words: str, expected: Expected) -> tuple[str, float | None]:
    """Take ``@8``, ``rpe 8`` or ``rir 2`` off the end."""
    if not expected.is_run and _HALF_OR_FIVE.search(words):
        raise NotReadableError("Half an effort, or one more set of 5? Type 8@8.5, or 8@8 5.")
    found = _EFFORT.search(words)
    if found is None or (not expected.is_run and "," in found["n"]):  # among reps it separates sets
        return words, None
    scale = Effort.RPE if expected.is_run else expected.effort
    read = numbers.rir if found["scale"] == "rir" or (found["scale"] == "@" and scale is Effort.RIR) else numbers.rpe
    return words[: found.start()].rstrip(), read(found["n"])


def _example(expected: Expected) -> str:
    if expected.is_run:
        return f"Type distance and time: 8{expected.distance_unit} 44:10, or 30min."
    if expected.is_hold:
        return "Type seconds: 45, or 1:10; with a load 10x45s."
    if expected.per_side:
        return "Type reps: 8 for each side, or L8 R7; with a load 20x8."
    if expected.on_bodyweight:
        return "Type reps: 12, with added load bw+10x5."
    return "Type load x reps: 80x8, with effort 80x8@8; 8 alone keeps the load."
