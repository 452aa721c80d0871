"""A stretch of running, or of another sport, as words and back: ``8km 44:10 @4 hr 141``.

The same words stand on the line of a session that is one run, and on lines of their own
in a session of several: ``run: 2km 12:00``, ``run interval: 400m 1:30``, ``sport rowing: 2km 8:05``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from hybridtui.domain.session import RunEntry
from hybridtui.domain.text import clean_note
from hybridtui.domain.units import Distance
from hybridtui.formats import limits
from hybridtui.formats.daybook import amounts
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.pairs import is_word, plain_word, text, tokens, unquoted, word

RUN: Final = "run"
SPORT: Final = "sport"
EASY: Final = "easy"

EXPECTED = "a run is written like 8km 44:10 rpe 4 hr 141"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What words say of a run, or on the line of a session."""

    distance: Distance | None = None
    seconds: float | None = None
    effort: float | None = None
    """RPE of the stretch: ``@4``."""
    rpe: float | None = None
    """Of the whole session."""
    hr: int | None = None
    max: int | None = None
    up: float | None = None
    """Metres climbed."""
    level: int | None = None
    total: float | None = None
    """Seconds from the session's start to its end, where it is not the run's time."""
    elapsed: float | None = None
    note: str = ""

    @property
    def is_run(self) -> bool:
        """True if it tells of a stretch, and not only of a session."""
        return self.distance is not None or self.seconds is not None


def _span(token: str) -> float:
    seconds = amounts.read_span(token)
    if seconds is None:
        raise misread(token, "a time is written like 44:10, 52min or 45s")
    return limits.within("the time", seconds, limits.SECONDS, "s")


def _whole(what: str, low: int, high: int) -> Callable[[str], int]:
    def read_whole(token: str) -> int:
        if not (token.isascii() and token.isdigit() and len(token) < 7):
            raise misread(token, f"{what} is a whole number")
        return int(limits.within(what, int(token), (low, high)))

    return read_whole


def _decimal(what: str, bounds: tuple[float, float]) -> Callable[[str], float]:
    return lambda token: limits.within(what, amounts.read_number(token), bounds)


_metres = _decimal("the ascent", limits.ASCENT_M)
_rpe = _decimal("the RPE", limits.RPE)

_KEYWORDS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "rpe": _rpe,
        "hr": _whole("the heart rate", *limits.BPM),
        "max": _whole("the heart rate", *limits.BPM),
        "up": lambda token: _metres(token.removesuffix("m")),
        "level": _whole("the level", 1, 3),
        "total": _span,
        "elapsed": _span,
    }
)

_OF_A_RUN = frozenset({"hr", "max", "up", "elapsed", "note"})
OF_A_SESSION = frozenset({"hr", "max", "up", "elapsed", "rpe", "level", "total"})
"""What may be said on the line of a session."""


def read(words: Sequence[str], allowed: frozenset[str]) -> Said:
    """Read distance, time and what is said of them; ``allowed`` is what else may be said here.

    Raises:
        Misread: naming the first word that is not understood.
        OutOfRangeError: if no training can hold its number.
    """
    held: dict[str, object] = {}
    rest = iter(_spelled(words))
    for token in rest:
        key, value = _one(token, rest, allowed)
        if key in held:
            twice = _TIME_TWICE if key == "seconds" else f"the {key} is said twice"
            raise misread(token, twice)
        held[key] = value
    return Said(**held)  # type: ignore[arg-type]  # keys are fields


def _spelled(words: Sequence[str]) -> Iterator[str]:
    """Yield tokens as they are read, of what people type: ``8,5 km rpe4``."""
    rest = list(words)
    while rest:
        token = rest.pop(0)
        if _BARE_NUMBER.fullmatch(token) and rest and rest[0] in _UNITS:
            token += rest.pop(0)
        if (glued := _GLUED.fullmatch(token)) is not None:
            yield from glued.groups()
        elif (amount := _AMOUNT.fullmatch(token)) is not None:
            yield f"{amount['whole']}{amount['rest'] or ''}".replace(",", ".") + _UNITS.get(
                amount["unit"], amount["unit"]
            )
        else:
            yield token


_TIME_TWICE = "the time is said twice; that of the day stands before all else"
_BARE_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_GLUED = re.compile(r"(rpe|hr|up)([0-9].*)")
_AMOUNT = re.compile(r"(?P<whole>[0-9]+)(?P<rest>[.,][0-9]+)?(?P<unit>[a-z]+)")
_UNITS = {"km": "km", "k": "km", "mi": "mi", "mile": "mi", "miles": "mi", "m": "m", "min": "min", "h": "h"}


def _one(token: str, rest: Iterator[str], allowed: frozenset[str]) -> tuple[str, object]:
    if token in _KEYWORDS and token in allowed:
        following = next(rest, None)
        if following is None:
            raise Misread(f"'{token}' needs a number behind it")
        return token, _KEYWORDS[token](following)
    if token.startswith('"') and "note" in allowed:
        return "note", clean_note(unquoted(token))
    if token.startswith("@"):
        return "effort", _rpe(token[1:])
    if (distance := amounts.read_distance(token)) is not None:
        limits.within("the distance", distance.metres, limits.METRES, "m")
        return "distance", distance
    if amounts.read_span(token) is not None:
        return "seconds", _span(token)
    if ":" in token:
        raise misread(token, "a time is written like 44:10, 52min or 45s")
    raise misread(token, EXPECTED)


def is_subtype(name: str) -> bool:
    """Return whether a subtype can stand in a line as a word that is nothing else."""
    return is_word(name) and name not in _KEYWORDS


def entry(said: Said, *, sport: str, subtype: str) -> RunEntry:
    """Make a stretch of what its words say, without id and place."""
    return RunEntry(
        id="",
        position=0,
        sport=sport,
        subtype=subtype,
        distance=said.distance,
        seconds=said.seconds or 0.0,
        elapsed_s=said.elapsed,
        avg_hr=said.hr,
        max_hr=said.max,
        ascent_m=said.up,
        rpe=said.effort,
        note=said.note,
    )


def named(name: str, subtype: str) -> tuple[str, str] | None:
    """Return sport and subtype that stand before the colon of a line; None if it is no run's.

    Raises:
        Misread: if it is one, but not understood.
    """
    first, *more = tokens(name)
    if first not in (RUN, SPORT):
        return None
    sport = plain_word(more.pop(0)) if first == SPORT and more else first
    if len(more) > 1:
        raise misread(" ".join(more), "before the colon stands run, run interval or sport rowing")
    return sport, more[0] if more else subtype


def read_line(name: tuple[str, str], words: str) -> RunEntry:
    """Read a stretch of its own line.

    Raises:
        Misread: naming the first word that is not understood.
        OutOfRangeError: if no training can hold its number.
    """
    sport, subtype = name
    return entry(read(tokens(words), _OF_A_RUN), sport=sport, subtype=subtype)


def write_line(run: RunEntry, subtype: str) -> str:
    """Write a stretch on a line of its own, in a session whose runs are usually ``subtype``."""
    name = RUN if run.sport == RUN else f"{SPORT} {word(run.sport)}"
    if run.subtype != subtype and is_subtype(run.subtype):
        name += f" {run.subtype}"
    words = write(run)
    return f"{name}: {' '.join([*words, text(run.note)] if run.note else words)}"


def write(run: RunEntry, *, hr: bool = True) -> list[str]:
    """Write distance, time and what is known of them; without the mean heart rate if the session says it."""
    words = [amounts.distance(run.distance)] if run.distance is not None else []
    words.append(amounts.span(run.seconds))
    if run.elapsed_s is not None:
        words.append(f"elapsed {amounts.span(run.elapsed_s)}")
    if run.rpe is not None:
        words.append(f"@{amounts.number(run.rpe)}")
    if hr and run.avg_hr is not None:
        words.append(f"hr {run.avg_hr}")
    if run.max_hr is not None:
        words.append(f"max {run.max_hr}")
    if run.ascent_m is not None:
        words.append(f"up {amounts.number(run.ascent_m)}m")
    return words
