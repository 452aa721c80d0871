"""Sets of one exercise as people write them down together: ``80x5x5@8``, ``60x5 w, 80x5, 85x3``, ``80kg 5x5``.

Each set is one of the entry line. Nobody is asked whether it was understood, so what may
mean two things is refused with both ways to write it.
"""

from __future__ import annotations

import re
from functools import cache

from hybridtui.domain.entry import numbers
from hybridtui.domain.entry.reading import LONGEST, parse
from hybridtui.domain.entry.sets import MOST_SETS
from hybridtui.domain.entry.values import Expected, NotReadableError, SetEntry
from hybridtui.domain.text import TYPED_SIGNS

FEWEST_LOADED = 10
"""A load below it, without its unit, may as well be a number of sets: ``3x8``."""

_MOST_REPS, _MOST_TIMES = 30, 5
"""So many may as well be reps and sets, where no load is needed: ``20x3``."""

_SIGNS = str.maketrans(TYPED_SIGNS)
_N = numbers.NUMBER
_UNIT = r"(?:kgs?|lbs?)"
_LEFT_OF_X = rf"(?:bw(?:\+{_N}{_UNIT}?)?|{_N}{_UNIT}?)"
_NEXT = re.compile(rf"(?:,\s+|\s+)(?={_LEFT_OF_X}x)")
_TIMES = re.compile(
    rf"(?P<load>{_LEFT_OF_X}x)?(?P<reps>(?(load)(?:[lr]?[0-9]+s?|[0-9]+:[0-9]{{2}})|[0-9]+s))x(?P<sets>[0-9]{{1,3}})"
    r"(?P<rest>(?:\s*(?:@|rpe|rir).*|\s.*)?)"
)
_LOAD_APART = re.compile(rf"^(?P<load>{_N}{_UNIT})\s+(?=[lr]?[0-9])")
_SETS_APART = re.compile(r"(?P<sets>[0-9]+)x(?P<reps>[0-9]+)(?P<rest>\b.*)")
_METRES = re.compile(r"[0-9]\s?m\b")
_LOAD_BEHIND = re.compile(rf"(?:x|@|\s)(?:at\s|with\s)?(?P<load>{_N}{_UNIT}?)")
_SETS_OR_LOAD = re.compile(r"(?P<one>[1-9][0-9]{0,3})x(?P<other>[0-9]+)(?P<s>s?)(?:(?P<more>x)|\b)")


def spelled(words: str) -> str:
    """Return what was typed with its signs as they are read: ``80 × 5`` as ``80x5``.

    >>> spelled("80 kg × 5 @ 8"), spelled("20kg L8 R7")
    ('80kgx5@8', '20kgxl8 r7')
    """
    plain = " ".join(words.translate(_SIGNS).casefold().split())
    plain = re.sub(rf"(?<=[0-9])\s+(?={_UNIT}(?![a-z]))", "", plain)
    plain = re.sub(r"\s*x\s*", "x", plain)
    plain = re.sub(r"\s*@\s*", "@", plain)
    return _LOAD_APART.sub(_joined, plain)


def _joined(found: re.Match[str]) -> str:
    """Join a load to what follows it, unless that is not sure to be its reps."""
    return found[0] if _SETS_APART.match(found.string, found.end()) else f"{found['load']}x"


def read_several(words: str, expected: Expected) -> SetEntry:
    """Read sets of one exercise, each group of them with its own load, effort and kind.

    >>> from hybridtui.domain.exercises import catalogue
    >>> read_several("60x5 w, 80x5x2@8", Expected(exercise=catalogue()["back_squat"])).echo
    '60 kg x 5, warm-up; 80 kg x 5, 5, RPE 8 (2 sets)'

    Raises:
        NotReadableError: if it cannot be read; it says what to type.
    """
    first, *others = _NEXT.split(spelled(words))
    if others and "x" not in first:
        first, *others = [_load_before(first, others[0]), *others[1:]]
    entries = [_group(group, expected) for group in (first, *others)]
    sets = tuple(draft for entry in entries for draft in entry.sets)
    if len(sets) > MOST_SETS:
        raise NotReadableError(f"At most {MOST_SETS} sets on one line.")
    return SetEntry(sets, "; ".join(entry.echo for entry in entries))


def _load_before(load: str, group: str) -> str:
    """Return ``80kg 5x5`` as it is read; sets and reps that differ could be either way round."""
    found = _SETS_APART.fullmatch(group)
    if found is None or re.fullmatch(rf"{_N}{_UNIT}?", load) is None:
        raise NotReadableError("Load first, then reps, then sets: 80x5x3.")
    sets, reps = found["sets"], found["reps"]
    if sets != reps:
        raise NotReadableError(
            f"{sets} sets of {reps} are typed {load}x{reps}x{sets}; load first, then reps, then sets."
        )
    return f"{load}x{group}"


def _group(words: str, expected: Expected) -> SetEntry:
    _say_if_two_ways(words, expected)
    if _METRES.search(words):
        raise NotReadableError("Metres of a carry cannot be typed here: type the seconds, such as 32kgx40s.")
    read = parse(_written_out(words), expected)
    if not isinstance(read, SetEntry):
        raise NotReadableError(read.echo)
    return read


def _say_if_two_ways(words: str, expected: Expected) -> None:
    """Refuse ``3x8``, where 3 may be the sets or the load, and ``20x3`` of what needs no load."""
    found = _SETS_OR_LOAD.match(words)
    if found is None:
        return
    one, other = int(found["one"]), int(found["other"])
    counted = (
        other <= _MOST_TIMES and (one <= _MOST_REPS or expected.is_hold) and not found["s"] + (found["more"] or "")
    )
    if one >= FEWEST_LOADED and not (counted and _is_added(expected)):
        return
    if (behind := _load_behind(words[found.end("s") :])) is not None and not found["s"]:
        raise NotReadableError(f"Load first, then reps, then sets: {behind}x{other}x{one} is {one} sets of {other}.")
    sets, each = (one, f"{other}s") if found["s"] else (min(one, other), f"{max(one, other)}")
    unit = expected.weight_unit
    bare = ",".join([each] * min(sets, MOST_SETS)) if _is_added(expected) else f"80x{each}x{sets} with the load"
    raise NotReadableError(
        f"{found[0].rstrip('x')}: {sets} sets of {each}, or a load of {one} {unit}? "
        f"Type {bare}, or {one}{unit}x{other}{found['s']}."
    )


def _load_behind(words: str) -> str | None:
    """Return the load behind sets and reps, as in ``3x8x60``; None if what stands there may be none."""
    found = _LOAD_BEHIND.fullmatch(words)
    if found is None:
        return None
    load = found["load"]
    named = load.rstrip("kglbs") != load
    return load if named or numbers.number(load) > _MOST_REPS else None


def _is_added(expected: Expected) -> bool:
    """Return whether a load is one more than what is done without: at a pull-up, at a plank."""
    exercise = expected.exercise
    return exercise is not None and (not expected.needs_load or exercise.id in _loaded_twins())


@cache
def _loaded_twins() -> frozenset[str | None]:
    """Return the exercises that the library keeps apart for a load."""
    from hybridtui.domain.exercises import catalogue  # only where sets are typed together
    from hybridtui.domain.names import loaded_twin

    return frozenset(map(loaded_twin, catalogue()))


def _written_out(words: str) -> str:
    """Return ``80x5x3@8`` as ``80x5,5,5@8``."""
    found = _TIMES.fullmatch(words)
    if found is None:
        return words
    count = int(found["sets"])
    if not 1 <= count <= MOST_SETS:
        raise NotReadableError(f"{count} sets? From 1 to {MOST_SETS} on one line: 80x5x5 is 5 sets of 5 with 80.")
    written = (found["load"] or "") + ",".join([found["reps"]] * count) + found["rest"]
    if len(written) > LONGEST:
        raise NotReadableError(f"At most {MOST_SETS} sets on one line.")
    return written
