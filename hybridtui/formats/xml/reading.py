"""Walking through XML that strangers wrote, without ever holding all of it. Source: formats.md 2.2; reliability.md 3.

What makes XML dangerous is refused in a sentence before it can do harm: a DOCTYPE (an
Apple Health export may have one that declares no entities; it is cut out unread), deep
nesting, texts and attributes of megabytes, encodings that hide markup, and floods of
elements that nobody asked for. What is merely broken is read as far as it makes sense,
and said: a file that was cut off, a stray ``&``, a prefix that was never declared.

Elements are known by their local names, whatever their namespace.
"""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import BinaryIO

from lxml import etree
from lxml.etree import _Element

from hybridtui.domain.text import clean
from hybridtui.formats.reading import UnreadableError, untold
from hybridtui.formats.xml.beginning import HARMFUL, plain_start, without_doctype

CHUNK_BYTES = 262_144
"""So much is read at a time; what stands before the first element must lie within."""

MOST_WITHOUT_TAG = CHUNK_BYTES // 2
"""A chunk as large as this (in UTF-16 it is half of what was read) in which no tag begins is no training."""

DEEPEST = 50
"""Elements within elements; the deepest honest file has about ten."""

MOST_WAITING = 200_000
"""Elements that may be held at a time: of an honest file they are a few thousand."""

MOST_ERRORS = 50_000
"""A file with more errors is no longer read."""

_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")
_HELD = etree.XPath("count(//*)")


class Walk:
    """The elements of some names in an XML file, each when it is complete; afterwards it is forgotten.

    Once all are walked through, ``broken`` says what was wrong with the file.
    """

    def __init__(
        self,
        stream: BinaryIO,
        root: str,
        wanted: Iterable[str],
        *,
        with_dtd: bool = False,
        progress: Callable[[int], None] = untold,
    ) -> None:
        """Get ready to walk.

        Args:
            stream: The file, from its beginning.
            root: Local name of the first element.
            wanted: Local names of the elements to be handed out.
            with_dtd: True if a DOCTYPE without entities may stand before it.
            progress: Told how many bytes are read.
        """
        self.broken: str | None = None
        self._stream = stream
        self._with_dtd = with_dtd
        self._progress = progress
        self._root: _Element | None = None
        self._root_name = root
        self._wanted = frozenset(wanted)
        self._parser = etree.XMLPullParser(
            events=("start", "end"),
            tag=["{*}" + name for name in (root, *self._wanted)],
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=True,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )

    def __iter__(self) -> Iterator[_Element]:
        """Yield the elements in the order in which they end.

        Raises:
            UnreadableError: if the file is no XML of this kind, or dangerous.
        """
        for data in self._chunks():
            if len(data) >= MOST_WITHOUT_TAG and b"<" not in data:
                raise UnreadableError(f"it holds a tag or a text larger than {MOST_WITHOUT_TAG // 1024} kB")
            self._parser.feed(data)
            yield from self._complete()
            if len(self._parser.feed_error_log) > MOST_ERRORS:
                raise UnreadableError("it is too damaged to be read")
        try:
            self._parser.close()
        except etree.XMLSyntaxError as error:
            raise UnreadableError(f"it is no XML that can be read ({clean(str(error), 100)})") from error
        yield from self._complete()
        if self._root is None:
            raise UnreadableError("it is no XML that can be read")
        self.broken = self._damage()

    def _chunks(self) -> Iterator[bytes]:
        """Yield the file in UTF-8, without its DOCTYPE; and tell how far it is read."""
        read = 0
        decoder: codecs.IncrementalDecoder | None = None
        while data := _filled(self._stream):
            first, read = not read, read + len(data)
            if first:
                data, encoding = plain_start(data)
                decoder = None if encoding == "utf-8" else codecs.getincrementaldecoder(encoding)("replace")
            if decoder is not None:
                data = decoder.decode(data).encode("utf-8", "replace")
            yield without_doctype(data.lstrip(), allowed=self._with_dtd) if first else data
            self._progress(read)

    def _complete(self) -> Iterator[_Element]:
        """Yield the wanted elements that have come to their end."""
        events = [(event, element) for event, element in self._parser.read_events() if isinstance(element, _Element)]
        if self._root is None and events:
            self._begin(events[0][1])
        self._look()
        for event, element in events:
            if event == "end" and local(element) in self._wanted:
                yield element
                self._forget(element)

    def _begin(self, root: _Element) -> None:
        """Look at the first element.

        Raises:
            UnreadableError: if it is another one, or a DOCTYPE came past the look at the bytes.
        """
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(HARMFUL)
        if root.getparent() is not None or local(root).casefold() != self._root_name.casefold():
            raise UnreadableError(f"its first element is not {self._root_name}")
        self._root = root

    def _look(self) -> None:
        """Look at what is held.

        Raises:
            UnreadableError: if it is more, or deeper, than any honest file needs.
        """
        if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in self._parser.feed_error_log[:_FIRST_ERRORS]):
            raise UnreadableError("its elements are nested too deep, or a text in it is longer than 10 MB")
        if self._root is None:
            return
        if _TOO_DEEP(self._root):
            raise UnreadableError(f"its elements are nested more than {DEEPEST} deep")
        held = _HELD(self._root)
        if isinstance(held, float) and held > MOST_WAITING:
            raise UnreadableError(f"it holds more than {MOST_WAITING:,} elements that are no training")

    def _forget(self, element: _Element) -> None:
        """Empty an element that was handed out, and drop the one before it, so that none pile up."""
        before, parent = element.getprevious(), element.getparent()
        element.clear()
        if before is not None and parent is not None and local(before) in self._wanted:
            parent.remove(before)

    def _damage(self) -> str | None:
        errors = (error for error in self._parser.feed_error_log if error.domain_name != "NAMESPACE")
        first = next(errors, None)
        return f"at line {first.line}" if first is not None else None


_FIRST_ERRORS = 20
"""The parser stops at a limit, so that it is among the last errors of a file with few."""


def _filled(stream: BinaryIO) -> bytes:
    """Read a whole chunk, however little a pipe hands out at a time."""
    parts: list[bytes] = []
    missing = CHUNK_BYTES
    while missing and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def local(element: _Element) -> str:
    """Return the name of an element without its namespace, and without a prefix that was never declared."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def parts(element: _Element) -> dict[str, _Element]:
    """Return the children of an element by name, of several with one name the first."""
    found: dict[str, _Element] = {}
    for each in element:
        found.setdefault(local(each), each)
    return found


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first child of a name, or what the names lead to from child to child; None if there is none."""
    for name in path:
        element = next((each for each in element if local(each) == name), None) if element is not None else None
    return element


def words(element: _Element | None, *path: str) -> str:
    """Return the text of an element, or of what lies at a path in it; empty if there is none."""
    found = child(element, *path)
    if found is None:
        return ""
    after = "".join(each.tail or "" for each in found)  # behind entities that nobody declared
    return ((found.text or "") + after).strip()


_REAL = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,3})?", re.ASCII)


def real(text: str | None) -> float | None:
    """Return a number; None if it is none. ``nan``, ``1_000`` and foreign digits are none.

    >>> real(" 4.5 "), real("nan"), real("1e999"), real(None)
    (4.5, None, None, None)
    """
    if text is None or not _REAL.fullmatch(text := text.strip()):
        return None
    value = float(text)
    return value if math.isfinite(value) else None
