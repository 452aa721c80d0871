"""The beginning of an XML file: its encoding, and the DOCTYPE that may hide harm. Source: reliability.md 3.

Both are settled here, on the bytes, before a parser sees any of them.
"""

from __future__ import annotations

import codecs
import re

from hybridtui.domain.text import clean
from hybridtui.formats.reading import UnreadableError

HARMFUL = "it has a DOCTYPE, which could make it harmful: export it again, or delete that part"
"""Why a file with a DOCTYPE is refused."""

_DECLARED = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_KNOWN_ENCODING = re.compile(
    r"ascii|utf-8|iso8859-\d+|cp125\d|mac-\w+|koi8-\w|gbk|gb2312|gb18030|big5|shift_jis|euc_\w+"
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def plain_start(data: bytes) -> tuple[bytes, str]:
    """Return the beginning of a file without mark and leading spaces, and its encoding by Python's name.

    Raises:
        UnreadableError: if it is in none that is known.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :] if encoding != "utf-8" else data[len(mark) :].lstrip(), encoding
    data = data.lstrip()
    if b"\0" in data[:1000]:
        raise UnreadableError("its encoding is not known: save it as UTF-8")
    declared = _DECLARED.match(data)
    if declared is None:
        return data, "utf-8"
    name = declared[1].decode("ascii")
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        encoding = ""
    if encoding.startswith("utf-16"):  # it says so and is not: there is no mark, and no NUL
        encoding = "utf-8"
    if not _KNOWN_ENCODING.fullmatch(encoding):
        raise UnreadableError(f"its encoding {clean(name, 40)} is not known: save it as UTF-8")
    return data, "utf-8" if encoding == "ascii" else encoding


_BEFORE_ROOT = re.compile(rb"\s*(?:<\?[A-Za-z_:](?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)")
_SUBSET_ENDS = re.compile(rb"\]\s*>")


def without_doctype(data: bytes, *, allowed: bool) -> bytes:
    """Cut a DOCTYPE without entities out of the beginning of a file; its lines stay counted.

    Raises:
        UnreadableError: if there is one that is not allowed.
    """
    at = 0
    while found := _BEFORE_ROOT.match(data, at):
        at = found.end()
    start = at + len(data[at:]) - len(data[at:].lstrip())
    if start == len(data) or data[start : start + 2] == b"<?" or data[start : start + 4] == b"<!--":
        raise UnreadableError("at its beginning stands no element")
    if data[start : start + 9].upper() != b"<!DOCTYPE":
        return data
    opening = data.find(b"[", start)
    ending = _SUBSET_ENDS.search(data, opening) if opening >= 0 else None
    if not allowed or ending is None or _reaches_outside(data[start:opening], data[opening : ending.start()]):
        raise UnreadableError(HARMFUL)
    blank = b"\n" * data.count(b"\n", start, ending.end())
    return without_doctype(data[:start] + blank + data[ending.end() :], allowed=False)


def _reaches_outside(name: bytes, subset: bytes) -> bool:
    """Return whether a DOCTYPE names another file or declares entities."""
    return bool(re.search(rb"SYSTEM|PUBLIC|>", name)) or b"<!ENTITY" in subset.upper()
