"""How the athlete feels today, and what that says about training. Source: science.md D.6, R24, R25, R37.

Five answers of 1 to 5, 5 the best; sleep, illness and pain if they are told. A band only
ever holds or lowers what was planned. A reading counts on its own day; later it serves
to know what is usual for the athlete, and to see tiredness that lasts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from hybridtui.domain.problems import Problem
from hybridtui.domain.units import decimal
from hybridtui.domain.workout import Why

ITEMS = ("fatigue", "sleep_quality", "soreness", "stress", "mood")
"""The five items in the order in which they are asked."""

LOWEST_ITEM, HIGHEST_ITEM = 1, 5
USUAL_ITEM = 3
"""As usual: five of them are GREEN (D.6)."""
MOST_SLEEP_H = 24.0
MOST_PAIN = 10

USUAL_DAYS = 28
"""Days before today whose readings say what is usual."""
USUAL_ENTRIES = 14
"""Fewer readings than this say nothing about what is usual (H.8)."""
LEAST_SD = 1.0
"""Spread is taken to be at least this many points."""

ENOUGH_SLEEP_H = 7.0
"""Less is worth a hint (R37)."""
LITTLE_SLEEP_H = 5.0
"""Less lowers the band."""
MUCH_PAIN = 5
"""From here on nothing hard is done."""

TIRED_SPAN = 7
TIRED_READINGS = 3
"""So many readings of the last seven days at AMBER or worse ask for a lighter week (R25)."""
QUIET_DAYS = 7
"""After an answer the question rests for so many days."""

REST_WHEN_ILL = Why("H.1", "Ill: rest until you are well again. With a fever do not train at all.")

REMEMBERED_DAYS = USUAL_DAYS + TIRED_SPAN
"""Readings that any answer here may need: the last seven days', and what was usual before each."""


class Band(StrEnum):
    """What the day allows, best first."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    ORANGE = "ORANGE"
    RED = "RED"

    @property
    def severity(self) -> int:
        """0 for GREEN to 3 for RED."""
        return _BANDS.index(self)

    @property
    def one_worse(self) -> Band:
        """The next band down; RED stays RED."""
        return _BANDS[min(self.severity + 1, len(_BANDS) - 1)]


_BANDS = tuple(Band)
_FROM = ((15, Band.GREEN), (12, Band.AMBER), (9, Band.ORANGE), (0, Band.RED))
"""Total from which a band holds; five times "normal" is 15."""
_UNUSUAL = ((-2.0, Band.ORANGE), (-1.5, Band.AMBER))
"""So many standard deviations below what is usual, or more: at least this band."""


class Instead(StrEnum):
    """What an athlete may do in place of the plan, on any day (R24)."""

    REST = "rest"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """One day's answers."""

    day: date
    fatigue: int
    """1 worn out to 5 fresh; the other items likewise, 5 the best."""
    sleep_quality: int
    soreness: int
    stress: int
    mood: int
    sleep_hours: float | None = None
    """None: not told, which is not zero."""
    ill: bool = False
    pain: int | None = None
    """0-10; None: not told."""
    kept: bool = False
    """True if the athlete trains as planned all the same."""
    instead: Instead | None = None
    """What the athlete does in place of the plan."""
    answered: date | None = None
    """When the athlete took or left the lighter week that was proposed after this reading (R25)."""

    @property
    def items(self) -> tuple[int, ...]:
        """The five answers in the order of ITEMS."""
        return self.fatigue, self.sleep_quality, self.soreness, self.stress, self.mood

    @property
    def total(self) -> int:
        """Their sum, 5-25."""
        return sum(self.items)

    @property
    def percent(self) -> int:
        """The total as 0-100."""
        return (self.total - len(ITEMS)) * 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reading says of its day, and why."""

    band: Band
    total: int
    percent: int
    why: tuple[Why, ...] = ()
    """A reason for every band down; a hint does not lower it."""


def checked(reading: Readiness) -> Readiness:
    """Return a reading whose numbers are all in range.

    Raises:
        Problem: naming the first that is not.
    """
    for name, item in zip(ITEMS, reading.items, strict=True):
        if not LOWEST_ITEM <= item <= HIGHEST_ITEM:
            raise Problem(f"{name.replace('_', ' ').capitalize()} is from 1 to 5, 5 the best, not {item}.")
    if reading.sleep_hours is not None and not 0 <= reading.sleep_hours <= MOST_SLEEP_H:
        raise Problem(f"Hours of sleep are from 0 to 24, not {reading.sleep_hours:g}.")
    if reading.pain is not None and not 0 <= reading.pain <= MOST_PAIN:
        raise Problem(f"Pain is from 0 to 10, not {reading.pain}.")
    return reading


def band(reading: Readiness, earlier: Sequence[Readiness]) -> Verdict:
    """Return the band of a reading: by its total, then worse for what else it tells.

    ``earlier`` may hold any readings; those of the 28 days before say what is usual.
    In this order (D.6): total, unusual for the athlete, little sleep, soreness, illness or pain.
    """
    found = next(name for least, name in _FROM if reading.total >= least)
    why = [] if found is Band.GREEN else [_of_total(reading)]
    for look in (_unusual, _slept, _sore, _unwell):
        worse, reason = look(reading, earlier, found)
        found = max(found, worse, key=lambda each: each.severity)
        if reason is not None:
            why.append(reason)
    return Verdict(found, reading.total, reading.percent, tuple(why))


def as_usual(day: date, earlier: Sequence[Readiness]) -> tuple[int, ...]:
    """Return the five items of a day on which all is as usual, in the order of ``ITEMS``.

    Those of the athlete's own last four weeks where they are known and better than five times
    3: to be as always must not be found unusual (D.6). They add up to the mean total, rounded.
    """
    plain = (USUAL_ITEM,) * len(ITEMS)
    before = _before(day, earlier)
    if len(before) < USUAL_ENTRIES:
        return plain
    means = [sum(each.items[index] for each in before) / len(before) for index in range(len(ITEMS))]
    own = [math.floor(mean) for mean in means]
    short = math.floor(sum(means) + 0.5) - sum(own)
    for index in sorted(range(len(ITEMS)), key=lambda index: own[index] - means[index])[:short]:
        own[index] += 1
    return tuple(own) if sum(own) > sum(plain) else plain


def fatigue(readings: Sequence[Readiness], today: date) -> Why | None:
    """Return why a lighter week is proposed, if tiredness has lasted (R25).

    Three of the last seven days' readings at AMBER or worse, or two RED in a row among
    them. Nothing while the last answer to that question is less than a week old.
    """
    in_order = sorted(readings, key=lambda reading: reading.day)
    if any(r.answered is not None and (today - r.answered).days < QUIET_DAYS for r in in_order):
        return None
    lately = [r for r in in_order if 0 <= (today - r.day).days < TIRED_SPAN]
    bands = [band(reading, in_order).band for reading in lately]
    if any(first is second is Band.RED for first, second in pairwise(bands)):
        return Why("R25", "Two RED days in a row.")
    tired = sum(each is not Band.GREEN for each in bands)
    if tired >= TIRED_READINGS:
        return Why("R25", f"{_NUMBERS[tired]} tired days of the last seven.")
    return None


_NUMBERS = {3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven"}

_Worse = tuple[Band, Why | None]


def _of_total(reading: Readiness) -> Why:
    low = [_ITEM_WORDS[name] for name, item in zip(ITEMS, reading.items, strict=True) if item <= 2]
    told = f": {', '.join(low)}" if low else ""
    return Why("D.6", f"Your answers add up to {reading.total} of 25{told}; 15 and more is GREEN.")


_ITEM_WORDS = {
    "fatigue": "tired",
    "sleep_quality": "poor sleep",
    "soreness": "sore muscles",
    "stress": "much stress",
    "mood": "low mood",
}


def _unusual(reading: Readiness, earlier: Sequence[Readiness], _: Band) -> _Worse:
    """Compare with the athlete's own last four weeks."""
    totals = [each.total for each in _before(reading.day, earlier)]
    if len(totals) < USUAL_ENTRIES:
        return Band.GREEN, None
    mean = sum(totals) / len(totals)
    spread = math.sqrt(sum((total - mean) ** 2 for total in totals) / (len(totals) - 1))
    z = (reading.total - mean) / max(spread, LEAST_SD)
    worse = next((name for most, name in _UNUSUAL if z <= most), None)
    if worse is None:
        return Band.GREEN, None
    text = f"{reading.total} of 25 is well below what is usual for you, {decimal(mean, 1)}: {worse} at least."
    return worse, Why("D.6", text)


def _before(day: date, earlier: Sequence[Readiness]) -> list[Readiness]:
    days = timedelta(days=USUAL_DAYS)
    return [each for each in earlier if day - days <= each.day < day]


def _slept(reading: Readiness, _: Sequence[Readiness], so_far: Band) -> _Worse:
    hours = reading.sleep_hours
    if hours is None or hours >= ENOUGH_SLEEP_H:
        return Band.GREEN, None
    if hours >= LITTLE_SLEEP_H:
        return Band.GREEN, Why("R37", f"{decimal(hours)} h of sleep: adults do well with 7 h or more.")
    return so_far.one_worse, Why("R37", f"{decimal(hours)} h of sleep is less than 5 h: one band down.")


def _sore(reading: Readiness, _: Sequence[Readiness], __: Band) -> _Worse:
    if reading.soreness > LOWEST_ITEM:
        return Band.GREEN, None
    return Band.ORANGE, Why("D.6", "Very sore muscles: ORANGE at least.")


def _unwell(reading: Readiness, _: Sequence[Readiness], __: Band) -> _Worse:
    if reading.ill:
        return Band.RED, REST_WHEN_ILL
    if reading.pain is not None and reading.pain >= MUCH_PAIN:
        return Band.RED, Why("D.6", f"Pain {reading.pain} of 10: nothing hard today.")
    return Band.GREEN, None
