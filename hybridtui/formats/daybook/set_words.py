"""One set as words, and back: ``80kg x 5 @8``, ``bw+10kg x 5 warmup``, ``45s left``, ``12 each``.

A set is read as people log it in one line of a shell, too (``domain.entry.several``):
``80x5@8``, ``80x8,8,6``, and ``80kg x 5 x 3`` for three of the same. Reps alone go on with
the load before them; ``- x 8`` had none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.entry import Expected, read_several
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.text import clean_note
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.formats import limits
from hybridtui.formats.daybook import amounts
from hybridtui.formats.daybook.amounts import NUMBER
from hybridtui.formats.daybook.complaints import Misread, misread, quoted
from hybridtui.formats.daybook.pairs import pieces, text, unquoted

NOTHING: Final = "-"
"""A set of which nothing is known but that it was done."""

EXPECTED = "a set is written like 80kg x 5 @8, bw+10kg x 5, 12, 45s or 20kg x 200m"

_LONGEST = 10_000
_TOKEN = re.compile(
    rf"""
    (?P<bw>bw)(?:\+(?P<on>{NUMBER})(?P<on_unit>kg|lb))?
    | (?P<load>{NUMBER})(?P<unit>kg|lb)
    | (?P<reps>[0-9]{{1,6}})
    | (?P<seconds>{NUMBER})s
    | (?P<distance>{NUMBER})(?P<distance_unit>km|mi|m)
    | @(?P<rpe>{NUMBER})
    | (?P<word>[a-zx-]+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWords(SetDraft):
    """What the words of a set say: what is typed of one, and what a log keeps of it besides."""

    distance: Distance | None = None
    per_side: bool = False
    unconfirmed: bool = False
    note: str = ""


_WORDS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "x": {},
        NOTHING: {},
        **{kind.value: {"kind": kind} for kind in SetKind if kind is not SetKind.WORKING},
        **{side.value: {"side": side} for side in Side},
        "each": {"per_side": True},
        "guessed": {"unconfirmed": True},
    }
)


def write(sets: Iterable[LoggedSet]) -> str:
    """Write the sets of a line; :func:`line` gives the same again."""
    words: list[str] = []
    loaded = False
    for done in sets:
        words.append(_written(done, unload=loaded))
        loaded = done.load is not None or done.bodyweight
    return ", ".join(words)


def _written(done: LoggedSet, *, unload: bool) -> str:
    """Write a set; ``unload`` says that the set before it had a load, which this one would go on with."""
    words = _what(done, unload=unload)
    if done.rpe is not None:
        words.append(f"@{amounts.number(done.rpe)}")
    if done.side is not None:
        words.append(done.side.value)
    if done.per_side:
        words.append("each")
    if done.kind is not SetKind.WORKING:
        words.append(done.kind.value)
    if done.unconfirmed:
        words.append("guessed")
    if done.note:
        words.append(text(done.note))
    return " ".join(words)


def _what(done: LoggedSet, *, unload: bool) -> list[str]:
    counts = [] if done.reps is None else [str(done.reps)]
    if done.seconds is not None:
        counts.append(amounts.hold(done.seconds))
    if done.distance is not None:
        counts.append(amounts.distance(done.distance))
    load = amounts.load(done.load) if done.load is not None else ""
    if done.bodyweight:
        load = f"bw+{load}" if load else "bw"
    if load:
        return [load, "x", *counts] if counts else [load]
    if not counts:
        return [NOTHING]
    return [NOTHING, "x", *counts] if unload else counts


@lru_cache(maxsize=20_000)
def read(words: str) -> SetWords | None:
    """Read one set as :func:`write` writes it; None if it is none.

    Raises:
        Misread: if its note cannot be read.
        OutOfRangeError: if no set can hold its numbers.
    """
    note = ""
    if (quote := words.find('"')) >= 0:
        words, note = words[:quote], clean_note(unquoted(words[quote:].strip()))
    held: dict[str, object] = {}
    for token in words.split():
        found = _TOKEN.fullmatch(token)
        value = _READERS[found.lastgroup or ""](found) if found is not None else None
        if value is None or any(key in held for key in value):
            return None
        held.update(value)
    if not held and words.strip() != NOTHING:
        return None
    return replace(_NO_WORDS, note=note, **held)  # type: ignore[arg-type]  # keys are fields


_NO_WORDS = SetWords()


def line(words: str, exercise: Exercise, unit: WeightUnit) -> list[SetWords]:
    """Read the sets of a line; reps alone go on with the load before them, as on the entry line.

    Raises:
        Misread: if one cannot be read.
        OutOfRangeError: if no set can hold its numbers.
    """
    found: list[SetWords] = []
    for part in parted(words):
        sets = understood(part, exercise, unit)
        if found and not part.startswith(NOTHING):
            before = found[-1]
            sets = tuple(
                each
                if each.load is not None or each.bodyweight
                else replace(each, load=before.load, bodyweight=before.bodyweight)
                for each in sets
            )
        found += sets
    return found


def understood(words: str, exercise: Exercise, unit: WeightUnit) -> tuple[SetWords, ...]:
    """Read a set, or several of one word, as people type them.

    Raises:
        Misread: if it cannot be read.
        OutOfRangeError: if no set can hold its numbers.
    """
    if len(words) > _LONGEST:
        raise misread(words, EXPECTED)
    found = read(words)
    if found is not None:
        return (found,)
    bare, quote, note = words.partition('"')
    typed = _as_typed(bare.strip(), exercise, unit)
    return tuple(replace(each, note=clean_note(unquoted(quote + note))) for each in typed) if quote else typed


def _as_typed(words: str, exercise: Exercise, unit: WeightUnit) -> tuple[SetWords, ...]:
    try:
        entry = read_several(words, Expected(exercise=exercise, weight_unit=unit))
    except Problem as problem:
        raise Misread(f"{quoted(words)} is no set: {str(problem).rstrip('.')}; {EXPECTED}") from problem
    return tuple(_typed(draft, each=exercise.unilateral) for draft in entry.sets)


def _typed(draft: SetDraft, *, each: bool) -> SetWords:
    return SetWords(
        kind=draft.kind,
        load=draft.load,
        bodyweight=draft.bodyweight,
        reps=draft.reps,
        seconds=draft.seconds,
        rpe=draft.rpe,
        side=draft.side,
        per_side=each and draft.side is None,
    )


def _load(value: str, unit: str) -> Load:
    load = Load(float(value), WeightUnit(unit))
    limits.within("the load", load.kg, limits.KG, "kg")
    return load


def _bodyweight(found: re.Match[str]) -> dict[str, object]:
    return {"bodyweight": True, "load": _load(found["on"], found["on_unit"]) if found["on"] else None}


def _distance(found: re.Match[str]) -> dict[str, object]:
    value = Distance(float(found["distance"]), DistanceUnit(found["distance_unit"]))
    limits.within("the distance", value.metres, limits.METRES, "m")
    return {"distance": value}


def _reps(found: re.Match[str]) -> dict[str, object]:
    return {"reps": int(limits.within("the reps", int(found["reps"]), limits.REPS))}


_READERS: Mapping[str, Callable[[re.Match[str]], Mapping[str, object] | None]] = MappingProxyType(
    {
        "bw": _bodyweight,
        "on_unit": _bodyweight,
        "unit": lambda found: {"load": _load(found["load"], found["unit"])},
        "reps": _reps,
        "seconds": lambda found: {"seconds": limits.within("the time", float(found["seconds"]), limits.SECONDS, "s")},
        "distance_unit": _distance,
        "rpe": lambda found: {"rpe": limits.within("the RPE", float(found["rpe"]), limits.RPE)},
        "word": lambda found: _WORDS.get(found["word"]),
    }
)
"""By the last group of the token that matched."""


def parted(words: str) -> list[str]:
    """Part the sets of a line, at commas before a space; a note in quotes may hold commas.

    >>> parted('80kg x 5, 80kg x 5 "slow, deep"')
    ['80kg x 5', '80kg x 5 "slow, deep"']

    Raises:
        Misread: if a quote is opened and never closed.
    """
    if '"' not in words:
        found = _COMMA.split(words)
    else:
        found = [""]
        for piece, string in pieces(words):
            first, *more = [piece] if string else _COMMA.split(piece)
            found[-1] += first
            found += more
    return [each.strip() for each in found if each.strip()]


_COMMA = re.compile(r",(?:\s+|$)")
