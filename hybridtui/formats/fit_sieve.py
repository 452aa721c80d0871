"""Leaving out, before a FIT file is decoded, what tells nothing of training. Source: formats.md 1.1, 2.1.

Most of a file is records, one a second, and what the watch measured beside them; decoding
one takes a thousand times as long as stepping over it. How long a message is, its
definition says: so the summaries are picked out undecoded, and the records are put aside,
stripped to the fields that a summary can be made of, for the files that have none.
"""

from __future__ import annotations

from typing import NamedTuple

MOST_MESSAGES = 2_000_000
"""More than a week of records, one a second."""

TOO_MANY = f"it has more than {MOST_MESSAGES:,} messages"
DAMAGED = "its data is damaged"

_RECORD = 20
_SUMMARIES = frozenset({0, 12, 18, 26, 34, 225})
"""Numbers of file_id, sport, session, workout, activity and set."""
_RECORD_FIELDS = frozenset({3, 5, 253})
"""Numbers of heart rate, distance and time in a record."""

_COMPRESSED, _DEFINITION, _DEVELOPER, _LOCAL = 0x80, 0x40, 0x20, 0x0F


class _Layout(NamedTuple):
    """What the definition of a message says."""

    message: int
    size: int
    """Of its data, with the byte that heads them."""
    fields: tuple[tuple[int, int, bytes], ...]
    """Number, offset from the heading byte, and definition of each; developer fields, which may lie, left out."""
    start: bytes
    """What a definition begins with: reserved, byte order, message."""

    def definition(self, wanted: frozenset[int] | None = None) -> bytes:
        """Return the definition with these fields only; None: with all."""
        kept = [defined for number, _, defined in self.fields if wanted is None or number in wanted]
        return bytes((_DEFINITION,)) + self.start + bytes((len(kept),)) + b"".join(kept)


class Sieved(NamedTuple):
    """The bodies of two FIT files made of one."""

    summaries: bytes
    records: tuple[tuple[_Layout, bytes], ...]
    """Undecoded, each with its layout."""
    broken: str
    """Why it ended early; empty if it did not."""

    def recorded(self) -> bytes:
        """Return the body of a FIT file that holds the records with the fields that matter."""
        out: list[bytes] = []
        last: _Layout | None = None
        cuts: list[tuple[int, int]] = []
        for layout, data in self.records:
            if layout is not last:
                last = layout
                kept = [(at, defined[1]) for number, at, defined in layout.fields if number in _RECORD_FIELDS]
                cuts = [(at, at + size) for at, size in kept]
                out.append(layout.definition(_RECORD_FIELDS))
            out.append(b"\0")
            out += [data[first:end] for first, end in cuts]
        return b"".join(out)


def sieve(body: bytes) -> Sieved | None:
    """Step over the messages of one FIT file; ``body`` is what lies between its header and its checksum.

    None if its times are compressed: then a message hangs on those before it, and all must be decoded.
    """
    layouts: dict[int, _Layout] = {}
    summaries: list[bytes] = []
    records: list[tuple[_Layout, bytes]] = []
    at, end, broken = 0, len(body), TOO_MANY
    for _ in range(MOST_MESSAGES):
        if at >= end:
            broken = ""
            break
        head = body[at]
        if head & _COMPRESSED:
            return None
        if head & _DEFINITION:
            stop = _length(body, at)
            if stop <= end:
                layouts[head & _LOCAL] = _layout(body, at, stop)
        else:
            layout = layouts.get(head & _LOCAL)
            stop = at + layout.size if layout is not None else end + 1
            if layout is not None and stop <= end:
                if layout.message == _RECORD:
                    records.append((layout, body[at:stop]))
                elif layout.message in _SUMMARIES:
                    summaries += _alone(layout, body[at:stop])
        if stop > end:
            broken = DAMAGED
            break
        at = stop
    return Sieved(b"".join(summaries), tuple(records), broken)


def _length(body: bytes, at: int) -> int:
    """Return where a definition ends; beyond the body if it is cut off."""
    if at + 6 > len(body):
        return len(body) + 1
    stop = at + 6 + 3 * body[at + 5]
    if not body[at] & _DEVELOPER:
        return stop
    return stop + 1 + 3 * body[stop] if stop < len(body) else len(body) + 1


def _layout(body: bytes, at: int, stop: int) -> _Layout:
    fields, offset = [], 1
    first = at + 6
    developed = first + 3 * body[at + 5]
    for place in range(first, developed, 3):
        fields.append((body[place], offset, body[place : place + 3]))
        offset += body[place + 1]
    if body[at] & _DEVELOPER:
        offset += sum(body[place + 1] for place in range(developed + 1, stop, 3))
    number = int.from_bytes(body[at + 3 : at + 5], "big" if body[at + 2] else "little")
    return _Layout(number, offset, tuple(fields), body[at + 1 : at + 5])


def _alone(layout: _Layout, data: bytes) -> tuple[bytes, bytes, bytes]:
    """Return a message that stands by itself: its definition before it, developer fields cut off."""
    known = sum(defined[1] for _, _, defined in layout.fields)
    return layout.definition(), b"\0", data[1 : 1 + known]
