"""From the first minute to half an hour of running: nine weeks of run and walk. Source: science.md C.8, I.7."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

LAST_WEEK = 9
"""After it, thirty minutes of running are an easy run like any other."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many seconds of running, or of walking."""

    runs: bool
    seconds: int


def _run(seconds: int) -> Stretch:
    return Stretch(True, seconds)


def _walk(seconds: int) -> Stretch:
    return Stretch(False, seconds)


Structure = tuple[Stretch, ...]

_WEEKS: tuple[tuple[Structure, Structure, Structure], ...] = (
    ((_run(60), _walk(90)) * 8,) * 3,
    ((_run(90), _walk(120)) * 6,) * 3,
    ((_run(90), _walk(90), _run(180), _walk(180)) * 2,) * 3,
    ((_run(180), _walk(90), _run(300), _walk(150), _run(180), _walk(90), _run(300)),) * 3,
    (
        (_run(300), _walk(180), _run(300), _walk(180), _run(300)),
        (_run(480), _walk(300), _run(480)),
        (_run(1200),),
    ),
    (
        (_run(300), _walk(180), _run(480), _walk(180), _run(300)),
        (_run(600), _walk(180), _run(600)),
        (_run(1500),),
    ),
    ((_run(1500),),) * 3,
    ((_run(1680),),) * 3,
    ((_run(1800),),) * 3,
)

_SESSIONS = {1: (2,), 2: (0, 2)}
"""With one run a week session c, with two a and c, else all three in turn."""


def structures(week: int, runs: int) -> tuple[Structure, ...]:
    """Return the run/walk sessions of a programme week (1-9) for so many runs.

    >>> [sum(part.seconds for part in session) for session in structures(5, 2)]
    [1260, 1200]
    """
    sessions = _WEEKS[min(week, LAST_WEEK) - 1]
    return tuple(sessions[_SESSIONS.get(runs, (0, 1, 2))[n % len(_SESSIONS.get(runs, (0, 1, 2)))]] for n in range(runs))


def seconds(structure: Structure) -> int:
    """Return the length of a structure."""
    return sum(part.seconds for part in structure)


def fitted(structure: Structure, limit: int) -> Structure:
    """Cut a structure to ``limit`` seconds: trailing repeats go, a continuous run gets shorter (I.7).

    >>> len(fitted(structures(1, 1)[0], 600))
    8
    """
    kept: list[Stretch] = []
    left = limit
    for part in structure:
        if part.seconds > left:
            break
        kept.append(part)
        left -= part.seconds
    if not any(part.runs for part in kept):
        return (_run(max(60, limit // 60 * 60)),)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Stretches that follow one another so many times."""

    times: int
    parts: Structure


def repeats(structure: Structure) -> tuple[Repeat, ...]:
    """Return a structure in its shortest writing: ``8 x (run, walk)`` or one part after another.

    >>> [(repeat.times, len(repeat.parts)) for repeat in repeats(structures(1, 1)[0])]
    [(8, 2)]
    """
    whole = _whole(structure)
    if whole is not None:
        return (whole,)
    return tuple(Repeat(len(list(same)), (part,)) for part, same in groupby(structure))


def _whole(structure: Sequence[Stretch]) -> Repeat | None:
    for size in range(2, len(structure) // 2 + 1):
        times, rest = divmod(len(structure), size)
        if not rest and tuple(structure[:size]) * times == tuple(structure):
            return Repeat(times, tuple(structure[:size]))
    return None
