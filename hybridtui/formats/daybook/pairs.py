"""What people need not read, but which must not be lost: ``~ key value key value``.

A value is JSON, or one bare word. A file typed by hand needs none of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Never

from hybridtui.domain.codec import to_json
from hybridtui.formats.daybook.complaints import Misread, misread

SIGN: Final = "~"

_KEY = re.compile(r"\s*([a-z_]{1,30})(?=\s)\s*")
_BARE = re.compile(r"[^\s\"\[\]{}]+")
_BARE_TEXT = re.compile(r"(?=[^\s\"]*[a-z])[A-Za-z0-9:._+/-]+")
_JSON_WORDS = frozenset({"null", "true", "false", "nan", "infinity"})
_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def text(value: str) -> str:
    """Write a text in quotes, on one line."""
    return to_json(value)


def word(value: str) -> str:
    """Write a text as one bare word if it is one, else in quotes."""
    return value if _SAFE.fullmatch(value) else text(value)


def is_word(value: str) -> bool:
    """Return whether a text can stand as one bare word."""
    return _SAFE.fullmatch(value) is not None


def written(pairs: Iterable[tuple[str, object]]) -> str:
    """Write keys and plain values one after another.

    >>> written([("source", "fit"), ("first", 0), ("flags", ["zone assumed"])])
    'source fit first 0 flags ["zone assumed"]'
    """
    return " ".join(f"{key} {_value(value)}" for key, value in pairs)


def _value(value: object) -> str:
    if isinstance(value, str) and _BARE_TEXT.fullmatch(value) and not _is_json(value):
        return value
    return to_json(value)


def _is_json(bare: str) -> bool:
    if bare.casefold() in _JSON_WORDS:
        return True
    try:
        float(bare)
    except ValueError:
        return False
    return True


def read(words: str) -> dict[str, object]:
    """Read what :func:`written` wrote.

    Raises:
        Misread: if it is no row of keys and values.
    """
    return dict(_pairs(words))


def _pairs(words: str) -> Iterator[tuple[str, object]]:
    at = 0
    words = words.rstrip()
    while at < len(words):
        key = _KEY.match(words, at)
        if key is None:
            raise misread(words[at:], "after ~ stand keys, each with a value")
        bare = _BARE.match(words, key.end())
        if bare is not None and (bare.end() == len(words) or words[bare.end()].isspace()):
            at = bare.end()
            yield key[1], bare_value(bare[0])
            continue
        value, at = _decoded(words, key.end())
        yield key[1], value


def bare_value(bare: str) -> object:
    """Return what a word without quotes stands for: a number, a flag, nothing, or itself."""
    if not _is_json(bare):
        return bare
    try:
        return json.loads(bare, parse_constant=_no_number)
    except ValueError:
        return bare


def _decoded(words: str, at: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(words, at)
    except (ValueError, RecursionError) as error:
        raise misread(words[at:], "a value is one word, or JSON") from error


def _no_number(name: str) -> Never:
    raise Misread(f"'{name}' is no number")


_DECODER = json.JSONDecoder(parse_constant=_no_number)


def unquoted(words: str) -> str:
    """Read a text in quotes.

    Raises:
        Misread: if its quotes or signs do not match.
    """
    try:
        value = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise misread(words, "a text in quotes is written as in JSON, \\n for a line break") from error
    if not isinstance(value, str):
        raise misread(words, "a text in quotes is expected")
    return value


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """Part words into what is in quotes, quotes included, and what is not; True for the former.

    Raises:
        Misread: if a quote is opened and never closed.
    """
    at = 0
    while at < len(words):
        if words[at] == '"':
            string = _STRING.match(words, at)
            if string is None:
                raise misread(words[at:], "its quote is never closed")
            yield string[0], True
            at = string.end()
            continue
        end = words.find('"', at)
        end = len(words) if end < 0 else end
        yield words[at:end], False
        at = end


def tokens(words: str) -> list[str]:
    """Part words at spaces, a text in quotes being one.

    Raises:
        Misread: if a quote is opened and never closed.
    """
    if '"' not in words:
        return words.split()
    return [token for piece, string in pieces(words) for token in ([piece] if string else piece.split())]


def plain_word(token: str) -> str:
    """Return what a token says, in quotes or not.

    Raises:
        Misread: if its quotes do not match.
    """
    return unquoted(token) if token.startswith('"') else token


def only(held: Mapping[str, object], allowed: Iterable[str]) -> None:
    """Refuse keys that mean nothing here.

    Raises:
        Misread: naming the first of them.
    """
    known = frozenset(allowed)
    if unknown := next((key for key in held if key not in known), None):
        raise Misread(f"'{unknown}' is no key here: {', '.join(sorted(known))}")
