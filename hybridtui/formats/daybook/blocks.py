"""What the lines of a daybook are about: a session, a plan, the athlete ..., each with the lines below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hybridtui.domain.session import Session
from hybridtui.domain.units import WeightUnit
from hybridtui.formats import limits
from hybridtui.formats.daybook import pairs, run_words, session_reading, set_words
from hybridtui.formats.daybook.complaints import Misread
from hybridtui.formats.daybook.entries import COLUMNS, RUN_KEYS, RunLine, SetLine
from hybridtui.formats.daybook.exercise_words import ExerciseWords
from hybridtui.formats.daybook.session_reading import TAIL, Heading


class Block:
    """What the lines below one line belong to; most take no lines of their own."""

    lost = "it was left out"
    """What becomes of it if a line of it is wrong."""

    def note(self, _words: str, /) -> None:
        """Take in a line after ``|``."""
        raise Misread("a note belongs below a session, a planned workout or an exercise")

    def more(self, _held: dict[str, object], /) -> None:
        """Take in what stands after ``~``."""
        raise Misread("there is nothing above that ~ could belong to")

    def entry(self, _name: str, _words: str, /) -> None:
        """Take in what was done: ``Plank: 45s``."""
        raise Misread("sets and runs belong below a session")

    def step(self, _words: str, /) -> None:
        """Take in a line after ``>``."""
        raise Misread("steps belong below a planned workout")

    def why(self, _words: str, /) -> None:
        """Take in a reason."""
        raise Misread("a reason belongs below a planned workout")

    def finish(self) -> None:
        """Hand over what was read, now that nothing more comes."""


class Lost(Block):
    """What could not be read: the lines below it mean nothing any more."""

    def note(self, _words: str, /) -> None:
        """Pass it over."""

    def more(self, _held: dict[str, object], /) -> None:
        """Pass it over."""

    def entry(self, _name: str, _words: str, /) -> None:
        """Pass it over."""

    def step(self, _words: str, /) -> None:
        """Pass it over."""

    def why(self, _words: str, /) -> None:
        """Pass it over."""


@dataclass(slots=True)
class Single(Block):
    """Something of one line that may have more after ``~``."""

    _take: Callable[[dict[str, object]], None]
    _held: dict[str, object] = field(default_factory=dict)

    def more(self, held: dict[str, object]) -> None:
        """Keep it for the end."""
        self._held.update(held)

    def finish(self) -> None:
        """Hand over the keys and values."""
        self._take(self._held)


@dataclass(slots=True)
class Noted(Block):
    """The note on an exercise."""

    _take: Callable[[str], None]
    _lines: list[str] = field(default_factory=list)

    def note(self, words: str) -> None:
        """Keep a line of it."""
        self._lines.append(words)

    def finish(self) -> None:
        """Hand over the text."""
        self._take("\n".join(self._lines))


@dataclass(slots=True)
class SessionBlock(Block):
    """A session with its entries."""

    _head: Heading
    _exercises: ExerciseWords
    _unit: WeightUnit
    _take: Callable[[Session], None]
    _entries: list[SetLine | RunLine] = field(default_factory=list)
    _count: int = 0
    """How many sets and runs they are."""
    _held: dict[str, object] = field(default_factory=dict)
    _note: list[str] = field(default_factory=list)

    lost = "the session was left out"

    def note(self, words: str) -> None:
        """Keep a line of its note."""
        self._note.append(words)

    def more(self, held: dict[str, object]) -> None:
        """Keep what is known of it, or of its last entry."""
        if self._entries and not held.keys() <= TAIL:
            last = self._entries[-1]
            pairs.only(held, RUN_KEYS if isinstance(last, RunLine) else COLUMNS)
            last.more.update(held)
        else:
            pairs.only(held, session_reading.KEYS)
            self._held.update(held)

    def entry(self, name: str, words: str) -> None:
        """Take in the sets of an exercise, or a run."""
        if (run := run_words.named(name, self._head.usual)) is not None:
            self._add(RunLine(run=run_words.read_line(run, words)), 1)
            return
        exercise = self._exercises.find(pairs.plain_word(name))
        known = self._exercises.known(exercise)
        sets = set_words.line(words, known, self._unit)
        if not sets:
            raise Misread(f"'{name}' has no sets: {set_words.EXPECTED}")
        self._add(SetLine(exercise=exercise, sets=sets), len(sets))

    def _add(self, entry: SetLine | RunLine, count: int) -> None:
        """Keep an entry, unless a session cannot have so many: they are not all read to say so."""
        self._count += count
        limits.within("the number of entries", self._count, limits.ENTRIES)
        self._entries.append(entry)

    def finish(self) -> None:
        """Make the session of its lines."""
        self._take(session_reading.session(self._head, self._entries, self._note, self._held))
