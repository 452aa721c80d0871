"""Reading a daybook, line by line. Indents and blank lines are for people and mean nothing.

What is wrong is named by its line. A session with a wrong line is left out, and so is a
plan, a name, a note; all else is kept. A daybook that a newer version wrote is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from hybridtui.domain.blocks.done import SPORTS
from hybridtui.domain.codec import DAMAGE
from hybridtui.domain.imports import WHOLE_FILE, Refusal
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind
from hybridtui.formats import texts
from hybridtui.formats.daybook import day_words, moments, own_words, pairs, plan_words, step_words
from hybridtui.formats.daybook.blocks import Block, Lost, SessionBlock
from hybridtui.formats.daybook.complaints import Misread, misread, quoted
from hybridtui.formats.daybook.finding import Finding
from hybridtui.formats.daybook.plan_blocks import PlanBlock
from hybridtui.formats.daybook.session_writing import NOTE
from hybridtui.formats.reading import Read, ReadOptions, UnreadableError

VERSION: Final = 1
FIRST_LINE: Final = f"hybridtui daybook {VERSION}"

COMMENT: Final = "#"
ZONE: Final = "zone"
NOTE_ON: Final = "note"

EMPTY: Final = "nothing is written in it yet: a day is written like 2026-03-02"
"""Warning of a daybook like that of an empty log."""

MOST_COMPLAINTS = 50
MOST_WRONG = 5_000
"""Complaints after which the reading ends: that is no daybook."""

MOST_DAYS = 100_000
"""Days that are told: more than anybody lives."""

LONGEST_LINE, LONGEST_TYPED = 1_000_000, 100_000
"""Characters of a line after ``~``, and of any other."""

_TOLD_EVERY = 5_000
"""Lines after which it is told how far the reading has come."""

_TYPOGRAPHY = str.maketrans("“”„", '"""')
"""Quotes as word processors write them."""

_HEADER = re.compile(r"hybridtui daybook ([0-9]{1,6})")
_DAY = re.compile(
    r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)?(?:\s+(.*))?", re.IGNORECASE
)
_ENTRY = re.compile(r'((?:sport\s+)?"(?:[^"\\]|\\.)*"(?:\s+[\w-]+)?|[^":]+):(?:\s+(.*)|$)')
_EXPECTED = "a line is a day, a session, what was done in it, weight, feel, pain, | a note, or # a comment"
_WHY = f"{plan_words.WHY} "
_OF_A_SESSION = "below a session stand its sets, such as Plank: 45s, and its note behind |"
_OTHER_DAY = re.compile(
    r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{0,4}(?:\s|$)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+[0-9]",
    re.IGNORECASE,
)
_FREE = (NOTE, pairs.SIGN, step_words.SIGN)
_MERGING = ("<<<<<<<", "=======", ">>>>>>>")
_KINDS = frozenset(Kind) | frozenset(SPORTS)


def read(data: bytes, options: ReadOptions) -> Read:
    """Read a daybook.

    Raises:
        UnreadableError: if a newer version wrote it, or next to nothing of it is understood.
    """
    decoded = texts.decode(data)
    if decoded is None:
        raise UnreadableError("it is no text from beginning to end")
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    _supported(lines[first].strip())
    if merging := next((number for number, line in enumerate(lines, 1) if line.startswith(_MERGING)), 0):
        raise UnreadableError(f"line {merging}: two versions of it were not merged to the end: keep one of them")
    reading = Reading(options)
    done = 0
    for number, line in enumerate(lines[first + 1 :], first + 2):
        reading.take(number, line)
        done += len(line) + 1
        if not number % _TOLD_EVERY:
            options.progress(min(done, len(data)))
    return reading.found()


def _supported(header: str) -> None:
    found = _HEADER.fullmatch(header)
    if found is None:
        raise UnreadableError(f"line 1: {quoted(header)} should be '{FIRST_LINE}'")
    if not 1 <= int(found[1]) <= VERSION:
        raise UnreadableError(
            f"line 1: a newer hybridtui wrote it (daybook {found[1]}; this one reads {VERSION}): update hybridtui first"
        )


def _typed(words: str) -> str:
    """Return a line with the quotes that a word processor put in place of plain ones; what is free text stays."""
    free = words[0] in _FREE or words.startswith(_WHY) or '"' in words
    return words if free else words.translate(_TYPOGRAPHY)


class Reading:
    """A daybook as far as it was read."""

    def __init__(self, options: ReadOptions) -> None:
        """Begin at the first line."""
        self._finding = Finding(options)
        self._options = options
        self._zone: moments.Zone | None = moments.Zone(options.zone, options.zone_name)
        self._day: date | None = None
        self._days = 0
        self._block: Block = _NOTHING
        self._begun = 1
        self._wrong = False
        self._refused: list[Refusal] = []
        self._more_refused = 0

    def take(self, number: int, line: str) -> None:
        """Read one line."""
        words = line.strip()
        if not words or words.startswith(COMMENT):
            return
        try:
            if len(words) > LONGEST_TYPED:
                _sane(words)
            self._line(number, _typed(words))
        except (Problem, *DAMAGE) as error:
            self._complain(number, str(error))
            self._wrong = True

    def found(self) -> Read:
        """Return all that was read, now that nothing more comes.

        Raises:
            UnreadableError: if nothing is told of the days that it names.
        """
        self._finish()
        if self._more_refused:
            self._refused.append(Refusal(WHOLE_FILE, f"{self._more_refused} more lines are not understood"))
        found = self._finding.read(tuple(self._refused))
        if found.sessions or found.refused or found.contents is not None:
            return found
        if self._days:
            raise UnreadableError("it names days but tells nothing of them: below a day stands what was done on it")
        return replace(found, warnings=(EMPTY,))

    def _complain(self, number: int, reason: str) -> None:
        if len(self._refused) >= MOST_COMPLAINTS:
            self._more_refused += 1
            if self._more_refused > MOST_WRONG - MOST_COMPLAINTS:
                first = self._refused[0]
                raise UnreadableError(
                    f"over {MOST_WRONG:,} of its lines are not understood, so none was taken; the first is "
                    f"{first.where}: {first.reason}"
                )
        else:
            lost = f"the session of line {self._begun} was left out" if self._in_session else self._block.lost
            self._refused.append(Refusal(f"line {number}", f"{clean(reason, 400).rstrip('.')}; {lost}"))

    @property
    def _in_session(self) -> bool:
        return isinstance(self._block, SessionBlock)

    def _finish(self) -> None:
        """Hand over what was told last, unless a line of it was wrong."""
        block, self._block, wrong, self._wrong = self._block, _NOTHING, self._wrong, False
        if wrong or block is _NOTHING:
            return
        try:
            block.finish()
        except (Problem, *DAMAGE) as error:
            self._block = block
            self._complain(self._begun, str(error))
            self._block = _NOTHING

    def _begin(self, number: int, make: Callable[[], Block]) -> None:
        """Begin something new; what follows a beginning that is wrong is passed over."""
        self._finish()
        self._begun = self._finding.line = number
        self._block = _PASSED_OVER
        self._block = make()

    def _line(self, number: int, words: str) -> None:
        sign, rest = words[0], words[1:]
        if sign == NOTE:
            self._block.note(rest.removeprefix(" "))
        elif sign == pairs.SIGN:
            self._block.more(pairs.read(rest))
        elif sign == step_words.SIGN:
            self._block.step(rest.strip())
        elif words.startswith(_WHY):
            self._block.why(words.removeprefix(plan_words.WHY))
        elif (day := _DAY.fullmatch(words)) is not None:
            self._dated(number, words, day)
        elif (entry := _ENTRY.fullmatch(words)) is not None:
            self._block.entry(entry[1].strip(), entry[2] or "")
        else:
            self._worded(number, words)

    def _dated(self, number: int, words: str, found: re.Match[str]) -> None:
        if found[2] and isinstance(self._block, PlanBlock):
            self._block.workout(words)
            return
        self._days += 1
        if self._days > MOST_DAYS:
            raise UnreadableError(f"it tells of over {MOST_DAYS:,} days, so none was taken: nobody trained on so many")
        self._day = None
        self._begin(number, lambda: _PASSED_OVER)
        self._day = moments.day(found[1])
        self._block = _NOTHING
        if found[2]:
            self._line(number, found[2])

    def _worded(self, number: int, words: str) -> None:
        first, rest = [*words.split(maxsplit=1), ""][:2]
        if first == plan_words.WEEK and isinstance(self._block, PlanBlock):
            self._block.week(rest)
        elif first in plan_words.DAYS and isinstance(self._block, PlanBlock):
            self._block.workout(words)
        elif (begin := self._beginning(first, rest)) is not None:
            self._begin(number, begin)
        elif moments.is_clock(first) or first.casefold() in _KINDS:
            self._begin(number, lambda: self._session(words))
        elif isinstance(self._block, own_words.Answers):
            self._block.more(pairs.read(words))
        elif _OTHER_DAY.match(words) is not None:
            self._day = None
            self._begin(number, Lost)
            raise misread(words, "a day is written like 2026-03-02; nothing that is told of it can be read")
        else:
            raise misread(words, _OF_A_SESSION if self._in_session else _EXPECTED)

    def _beginning(self, first: str, rest: str) -> Callable[[], Block] | None:
        """Return what begins a block with a line whose first word names what it tells; None if it names nothing."""
        if first == ZONE:
            return lambda: self._in_zone(rest)
        if (of_day := _OF_A_DAY.get(first)) is not None:
            return lambda: of_day(self._finding, rest, self._today())
        of_itself = _OF_NO_DAY.get(first)
        return None if of_itself is None else lambda: of_itself(self._finding, rest)

    def _today(self) -> date:
        if self._day is None:
            raise Misread("no day that exists is told above it: write one like 2026-03-02 on a line before")
        return self._day

    def _session(self, words: str) -> Block:
        if self._zone is None:
            raise Misread("the zone told above it is not known, so its time is not either")
        return self._finding.session(words, self._today(), self._zone)

    def _in_zone(self, words: str) -> Block:
        self._zone = moments.zone(words)
        if self._zone is None:
            raise misread(words, "no time zone is called so; Europe/Berlin is one")
        return _NOTHING


def _sane(words: str) -> None:
    longest = LONGEST_LINE if words.startswith(pairs.SIGN) else LONGEST_TYPED
    if len(words) > longest:
        raise misread(words, f"no such line is longer than {longest:,} characters")


_NOTHING, _PASSED_OVER = Block(), Lost()

_OF_A_DAY: Mapping[str, Callable[[Finding, str, date], Block]] = MappingProxyType(
    {
        day_words.WEIGHT: Finding.weight,
        day_words.FEEL: Finding.feeling,
        day_words.PAIN: Finding.pain,
    }
)
_OF_NO_DAY: Mapping[str, Callable[[Finding, str], Block]] = MappingProxyType(
    {
        own_words.ATHLETE: Finding.athlete,
        own_words.EXERCISE: Finding.exercise,
        own_words.NAME: Finding.name,
        own_words.SKIP: Finding.skip,
        NOTE_ON: Finding.note,
        plan_words.PLAN: Finding.plan,
    }
)
"""What takes in a line, by the word that it begins with."""
