"""A typed filter, read.

    filter    = some { "or" some }
    some      = one { ["and"] one }
    one       = "not" one | "(" filter ")" | field comparison value | word
    value     = word | "quoted text" | first..last

Several words may follow a field of text: ``title=long run``. What is nonsense is refused
with its place, what was expected there, and the nearest thing that is not.
"""

from __future__ import annotations

from datetime import date

from hybridtui.domain.problems import Problem
from hybridtui.domain.query.conditions import FIELDS, TEXTS, did_you_mean, units_of
from hybridtui.domain.query.tokens import QueryProblem, Sort, Token, tokens
from hybridtui.domain.query.values import Everything, Mentions, Not, Query, all_of, one_of
from hybridtui.domain.query.writing import KEYWORDS
from hybridtui.domain.text import harmless

DEEPEST = 20
"""How many parentheses and nots may stand within each other."""

MOST = 100
"""Conditions of one filter."""

MOST_WORDS = 20
"""Bare words of one filter: each asks for all the exercises that it may mean."""


def parse(line: str, today: date) -> Query:
    """Read a filter; an empty line asks for everything.

    >>> parse("km>10 min>=1h", date(2026, 3, 4)) == parse("km>10 and min>=60", date(2026, 3, 4))
    True

    Raises:
        QueryProblem: if it is no filter: a Problem that names the place.
    """
    return _Reader(list(tokens(harmless(line))), today).whole()


class _Reader:
    """Where in the line the reading is."""

    def __init__(self, pieces: list[Token], today: date) -> None:
        self._pieces, self._today = pieces, today
        self._next = self._depth = self._conditions = self._words = 0

    def whole(self) -> Query:
        """Read to the end of the line."""
        if len(self._pieces) == 1:
            return Everything
        query = self._filter()
        if self._next < len(self._pieces) - 1:
            raise self._refused("this parenthesis was never opened: type ( before, or leave it out.")
        return query

    @property
    def _piece(self) -> Token:
        return self._pieces[self._next]

    def _taken(self) -> Token:
        piece = self._piece
        self._next += 1
        return piece

    def _refused(self, said: str, piece: Token | None = None) -> QueryProblem:
        return QueryProblem(said, (piece or self._piece).at)

    def _is(self, keyword: str) -> bool:
        return self._piece.sort is Sort.WORD and self._piece.text.casefold() == keyword

    def _names_a_field(self) -> bool:
        """Whether a comparison follows on the piece in hand."""
        return self._piece.sort is Sort.WORD and self._pieces[self._next + 1].sort is Sort.COMPARISON

    def _filter(self) -> Query:
        parts = [self._some()]
        while self._is("or"):
            self._taken()
            parts.append(self._some())
        return one_of(parts)

    def _some(self) -> Query:
        parts = [self._one()]
        while self._piece.sort not in (Sort.END, Sort.CLOSE) and not self._is("or"):
            if self._is("and"):
                self._taken()
            parts.append(self._one())
        return all_of(parts)

    def _one(self) -> Query:
        if not self._is("not") and self._piece.sort is not Sort.OPEN:
            return self._condition()
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._refused(f"parentheses and nots are {DEEPEST} deep at most.")
        query = Not(self._one()) if self._taken().sort is Sort.WORD else self._enclosed()
        self._depth -= 1
        return query

    def _enclosed(self) -> Query:
        opened = self._pieces[self._next - 1]
        query = self._filter()
        if self._piece.sort is not Sort.CLOSE:
            raise self._refused("this parenthesis is not closed: type ) where it ends.", opened)
        self._taken()
        return query

    def _condition(self) -> Query:
        self._conditions += 1
        if self._conditions > MOST:
            raise self._refused(f"a filter has at most {MOST} conditions.")
        if self._names_a_field():
            return self._compared()
        piece = self._piece
        if piece.sort is Sort.COMPARISON:
            raise self._refused(f"a field is expected before {piece.text}: {_fields()}.")
        if piece.sort in (Sort.END, Sort.CLOSE) or self._is("and") or self._is("or"):
            raise self._refused("a condition is expected here, such as type=run, or a word to look for.")
        return self._mentioned(self._taken())

    def _mentioned(self, piece: Token) -> Query:
        field, colon, _ = piece.text.partition(":")
        if piece.sort is Sort.WORD and colon and field.casefold() in FIELDS:
            raise self._refused(f"type {field.casefold()}= instead of {field}:.", piece)
        if not piece.text.strip():
            raise self._refused("type a word to look for between the quotation marks.", piece)
        self._words += 1
        if self._words > MOST_WORDS:
            raise self._refused(f"a filter has at most {MOST_WORDS} words to look for.", piece)
        return Mentions(piece.text)

    def _compared(self) -> Query:
        named = self._taken()
        field = named.text.casefold()
        if field not in FIELDS:
            way_out = did_you_mean(field, FIELDS) or f" There are {_fields()}."
            raise self._refused(f"there is no field {named.text}.{way_out}", named)
        sign = self._taken().text
        first = self._piece
        if first.sort is not Sort.QUOTED and (first.sort is not Sort.WORD or first.text.casefold() in KEYWORDS):
            raise self._refused(f"a value is expected after {field}{sign}.")
        value = self._value(field)
        try:
            return FIELDS[field](sign, value, self._today)
        except Problem as problem:
            raise self._refused(str(problem), first) from None

    def _value(self, field: str) -> str:
        first = self._taken()
        words = [first.text]
        while first.sort is Sort.WORD and self._goes_on(field, len(words)):
            words.append(self._taken().text)
        return " ".join(words)

    def _goes_on(self, field: str, so_far: int) -> bool:
        """Whether the piece in hand is one more word of a text, or the unit of a number."""
        word = self._piece.text.casefold()
        if self._piece.sort is not Sort.WORD or word in KEYWORDS or self._names_a_field():
            return False
        return field in TEXTS or (so_far == 1 and word in units_of(field))


def _fields() -> str:
    """Name the fields that are asked for most."""
    return "type, km, min, pace, sets, kg, load, rpe, exercise, title, note, since, until, day, week and others"
