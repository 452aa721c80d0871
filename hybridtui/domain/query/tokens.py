"""A typed filter in pieces: words, quoted texts, comparisons and parentheses, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.problems import Problem

LONGEST = 4000
"""Longest filter, in characters: one that names all exercises of a muscle is long."""


class QueryProblem(Problem):
    """A filter that cannot be read: where, what was expected there, and the way out."""

    def __init__(self, said: str, at: int) -> None:
        super().__init__(f"At {at + 1}: {said}")
        self.at = at
        """Index of the character it is about."""


class Sort(StrEnum):
    """What a piece is."""

    WORD = "word"
    QUOTED = "quoted"
    COMPARISON = "comparison"
    OPEN = "("
    CLOSE = ")"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line."""

    sort: Sort
    text: str
    """What it says: of a quoted text what stands inside, of a comparison its plain sign."""
    at: int
    """Where it begins."""
    end: int


_SIGNS = {"≠": "!=", "≥": ">=", "≤": "<=", "==": "=", "=>": ">=", "=<": "<=", "<>": "!="}
"""Other ways to type a comparison."""

_PIECE = re.compile(
    r"""\s*(?:
    (?P<quoted>"(?P<inside>(?:[^"\\]|\\.)*)")
    |(?P<comparison>!=|>=|<=|==|=>|=<|<>|[=<>~≠≥≤])
    |(?P<open>\()
    |(?P<close>\))
    |(?P<word>(?:(?!!=)[^\s"()=<>~≠≥≤])+)
    )""",
    re.VERBOSE,
)


def tokens(line: str) -> Iterator[Token]:
    """Yield the pieces of a line, an end last.

    Raises:
        QueryProblem: if the line is too long, or a quotation mark is not closed.
    """
    if len(line) > LONGEST:
        raise QueryProblem(f"a filter has at most {LONGEST} characters.", LONGEST)
    at = 0
    while (found := _PIECE.match(line, at)) is not None:
        yield _token(found)
        at = found.end()
    if rest := line[at:].strip():
        place = line.index(rest, at)
        if rest.startswith('"'):
            raise QueryProblem('this quotation mark is not closed: type " where the text ends.', place)
        raise QueryProblem(f"{rest[0]} was not expected here.", place)
    yield Token(Sort.END, "", len(line.rstrip()), len(line.rstrip()))


def _token(found: re.Match[str]) -> Token:
    name = found.lastgroup or "word"
    text, at, end = found[name], found.start(name), found.end()
    if name == "quoted":
        return Token(Sort.QUOTED, re.sub(r"\\(.)", r"\1", found["inside"]), at, end)
    if name == "comparison":
        return Token(Sort.COMPARISON, _SIGNS.get(text, text), at, end)
    return Token({"open": Sort.OPEN, "close": Sort.CLOSE}.get(name, Sort.WORD), text, at, end)
