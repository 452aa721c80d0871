"""A run, or another sport, as it is typed when it is done: ``8km 44:10 yesterday 18:30``, ``bike 60min``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from hybridtui.domain.drafts import RunDraft
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import DistanceUnit

EXAMPLE = "Type what is done with its time: 8km 44:10, done 40min, or bike 20km 60min."

SPORTS = {
    "bike": "cycling",
    "cycling": "cycling",
    "ride": "cycling",
    "spinning": "cycling",
    "swim": "swimming",
    "swimming": "swimming",
    "rowing": "rowing",
    "rower": "rowing",
    "erg": "rowing",
    "walk": "walking",
    "walking": "walking",
    "hike": "hiking",
    "hiking": "hiking",
    "yoga": "yoga",
    "skiing": "skiing",
    "ski": "skiing",
    "skating": "skating",
    "climbing": "climbing",
    "bouldering": "climbing",
    "elliptical": "elliptical",
    "pilates": "pilates",
    "mobility": "mobility",
    "stretching": "mobility",
    "dancing": "dancing",
    "tennis": "tennis",
    "football": "football",
    "soccer": "football",
    "basketball": "basketball",
    "volleyball": "volleyball",
    "badminton": "badminton",
}
"""Words that name another sport, and what the log calls it."""

_SPORT = re.compile(rf"(?P<sport>{'|'.join(SPORTS)})\s+(?=[0-9])")
_SAID = re.compile(r"(?:already\s+)?(?:done|did|ran)\b:?\s*")
_HEART = re.compile(r"(?:^|\s+)(?:hr\s?(?P<hr>[0-9]{1,3})|(?P<bpm>[0-9]{1,3})\s?bpm)(?=\s|$)")
SLOWEST_HEART, FASTEST_HEART = 20, 250
"""Beats a minute that a mean heart rate may be. Source: reliability.md 3."""

SUBTYPES = (
    *("easy", "long", "runwalk", "strides"),
    *("tempo", "cruise", "vo2", "reps", "hills", "fartlek", "progression", "race", "timetrial"),
)
"""The kinds of a run that can be said with it. Source: science.md 0."""

_SUBTYPE = re.compile(rf"(?P<subtype>{'|'.join(SUBTYPES)})\s+(?:run\s+)?(?=[0-9])")
_WHEN = re.compile(
    r"(?:^|\s+)(?P<day>today|yesterday)(?:\s+(?:at\s+)?(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))?)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A run that nobody planned, or another sport."""

    draft: RunDraft
    days_ago: int | None = None
    """None: it was not said."""
    began: time | None = None
    """By the clock on the wall; None: it was not said."""
    hr: int | None = None
    """Mean heart rate; None: it was not said."""
    subtype: str = ""
    """Of a run; empty: it was not said."""
    sport: str = ""
    """Another sport than running; empty: a run."""
    echo: str


def read_done(line: str, unit: DistanceUnit = DistanceUnit.KM) -> Done | None:
    """Read a run with its time, which so must be done; None: it is none.

    >>> read_done("8km 44:10@4 yesterday 18:30").echo
    '8 km in 44:10 (5:31/km), RPE 4'

    Raises:
        Problem: if the time of day does not exist.
    """
    from hybridtui.domain.entry import Expected, RunDraftEntry, Unreadable, parse  # only where a line is typed

    words = " ".join(line.casefold().split())
    said = _SAID.match(words)
    words = words[said.end() :] if said is not None else words
    named = _SPORT.match(words)
    words = words[named.end() :] if named is not None else words
    kind = _SUBTYPE.match(words) if said is not None and named is None else None
    words = words[kind.end() :] if kind is not None else words
    words, hr = _heart(words)
    when = _WHEN.search(words)
    words = words[: when.start()] if when is not None else words
    read = parse(words, Expected(distance_unit=unit)) if words else None
    if not isinstance(read, RunDraftEntry) or read.seconds is None:
        if said is not None or (named is not None and isinstance(read, Unreadable)):
            raise Problem(_why(read) or EXAMPLE)
        return None
    if said is None and when is None and named is None and read.distance is None:
        return None  # minutes alone are a run to come
    days = None if when is None else 0 if when["day"] == "today" else 1
    sport = SPORTS[named["sport"]] if named is not None else ""
    echo = f"{sport}: {read.echo}" if sport else read.echo
    echo += f", {hr} bpm" if hr is not None else ""
    subtype = kind["subtype"] if kind is not None else ""
    return Done(draft=read.draft, days_ago=days, began=_hour(when), hr=hr, subtype=subtype, sport=sport, echo=echo)


def _why(read: object) -> str:
    """Say what is wrong with a time or a distance, rather than how such a line looks."""
    from hybridtui.domain.entry import Unreadable  # only where a line is typed

    return read.echo if isinstance(read, Unreadable) and not read.echo.startswith("Type distance") else ""


def _heart(words: str) -> tuple[str, int | None]:
    """Take a heart rate off the words.

    Raises:
        Problem: if no heart beats so.
    """
    found = _HEART.search(words)
    if found is None:
        return words, None
    beats = int(found["hr"] or found["bpm"])
    if not SLOWEST_HEART <= beats <= FASTEST_HEART:
        raise Problem(f"A heart rate is from {SLOWEST_HEART} to {FASTEST_HEART} beats a minute.")
    return (words[: found.start()] + words[found.end() :]).strip(), beats


def _hour(when: re.Match[str] | None) -> time | None:
    if when is None or when["hour"] is None:
        return None
    try:
        return time(int(when["hour"]), int(when["minute"] or 0))
    except ValueError:
        raise Problem(f"{when['hour']}:{when['minute'] or '00'}: a day has 24 hours, such as 18:30.") from None
