"""Dates that apps write with the names of months, in the language of their user. Source: formats.md 1.6, 1.10.

Hevy and Strava write ``29 Jun 2024, 10:39``, ``May 15, 2026, 7:26 PM``, ``05.06.2026, 07:30``
or ``27 de jul. de 2026, 19:00``. A month is looked up without case and accents: as a whole
word, then by its first four letters, then by three; letters that begin two months
(``jui`` of juin and juillet) name none. An unknown month is an error that names it: a
French file once lost seven months of twelve to a reader that passed over it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from types import MappingProxyType

from hybridtui.domain.text import clean
from hybridtui.formats.cells import OddCellError, local_time
from hybridtui.formats.tables import plain

_NAMES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "- - - - - - - - sept - - -",
    # German, also of Austria
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber mrz - - - - - - okt - dez",
    "- - maerz - - - - - - - - -",
    # French
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "janv fevr - avr - - juil - - - - -",
    # Spanish
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene - - abr - - - ago - - - dic",
    "- - - - - - - - setiembre - - -",
    # Portuguese
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "- fev - - - - - - set out - dez",
    # Italian
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen - - - mag giu lug ago set ott - dic",
    # Dutch
    "januari februari maart april mei juni juli augustus september oktober november december",
    "- - mrt - mei - - - - okt - -",
    # Polish, as named and as dated
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "sty lut - kwi - cze lip sie wrz paz lis gru",
    # Russian, as named and as dated
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв фев мар апр - июн июл авг сен окт ноя дек",
    "- февр - - - - - - сент - нояб -",
    # Swedish
    "januari februari mars april maj juni juli augusti september oktober november december",
    # Danish
    "januar februar marts april maj juni juli august september oktober november december",
)
"""The twelve months in each language, without accents; ``-``: as in another line."""

_FILLING = re.compile(
    r"de|del|den|d|г|года|r|roku|at|um|a|as|las|la|alle|ore|om|o|godz|klo?|the|st|nd|rd|th|в|le|el|il"
)
"""Words that stand in dates and say nothing of them."""

_HALVES = r"([ap])\.?\s?m\.?"
_TIME = re.compile(
    rf"(?<![\d.:])(\d{{1,2}})\s?[:.h]\s?(\d{{2}})(?:[:.](\d{{2}}))?(?:\s?{_HALVES}|\s?u(?:h|u)r)?$", re.ASCII
)
_TWELVE = re.compile(rf"(?<![\d.:])(\d{{1,2}})()()\s?{_HALVES}$", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_YEAR_DIGITS = 4
_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")


def moment(text: str) -> datetime:
    """Read a date with its time, by the clock of whoever wrote it; aware if the text names an offset.

    >>> moment("27 de jul. de 2026, 19:00").isoformat()
    '2026-07-27T19:00:00'
    >>> moment("May 15, 2026, 7:26 PM").isoformat()
    '2026-05-15T19:26:00'

    Raises:
        OddCellError: if it is no date or does not exist; an unknown month is named.
    """
    text = text.strip()
    if (dated := _iso(text)) is not None:
        return dated
    folded = plain(text)
    if (time := _TIME.search(folded) or _TWELVE.search(folded)) is None:
        day, clock = _day(folded, text), (0, 0, 0)
    else:
        day, clock = _day(folded[: time.start()], text), _clock(time)
    try:
        return datetime(*day, *clock)  # noqa: DTZ001 - the caller knows the zone
    except ValueError as error:
        raise OddCellError(f"the date '{clean(text, 40)}' does not exist") from error


def month(word: str) -> int | None:
    """Return which month a word or its abbreviation is, 1-12, in any of the languages; None if it is none.

    >>> month("févr."), month("juillet"), month("jui"), month("Aramis")
    (2, 7, None, None)
    """
    name = plain(word).rstrip(".")
    return next((found for key in (name, name[:4], name[:3]) if (found := _months().get(key)) is not None), None)


def _iso(text: str) -> datetime | None:
    """Read ``2026-06-05T07:30:00+02:00`` or ``2026-06-05 07:30:00 AM``; None if it is written otherwise."""
    if not text[:4].isdigit() or text[4:5] != "-":
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return local_time(text)


def _day(folded: str, text: str) -> tuple[int, int, int]:
    if (dotted := _DOTTED.fullmatch(folded.strip(" ,"))) is not None:
        return int(dotted[3]), int(dotted[2]), int(dotted[1])
    parts = [part for part in _PARTS.findall(folded) if not _FILLING.fullmatch(part)]
    numbers = [int(part) for part in parts if part[0].isdigit() and len(part) <= _YEAR_DIGITS]
    words = [part for part in parts if not part[0].isdigit()]
    if (len(numbers), len(words)) != (2, 1):
        raise OddCellError(f"the date '{clean(text, 40)}' is not understood")
    named = month(words[0])
    if named is None:
        shown = f"'{clean(words[0], 20)}' of the date '{clean(text, 40)}'"
        raise OddCellError(f"the month {shown} is not known; set the app to English and export again")
    day, year = sorted(numbers)
    return year, named, day


def _clock(found: re.Match[str]) -> tuple[int, int, int]:
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    if half := found[4]:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute, second


@cache
def _months() -> Mapping[str, int]:
    """The months by their names and by all beginnings of three and four letters that name one only."""
    meant: dict[str, set[int]] = defaultdict(set)
    whole: dict[str, int] = {}
    for name, number in _named():
        whole[name] = number
        for letters in (3, 4):
            meant[name[:letters]].add(number)
    return MappingProxyType({name: found.pop() for name, found in meant.items() if len(found) == 1} | whole)


def _named() -> Iterator[tuple[str, int]]:
    for line in _NAMES:
        for number, name in enumerate(line.split(), 1):
            if name != "-":
                yield plain(name), number
