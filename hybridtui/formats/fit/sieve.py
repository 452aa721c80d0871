"""Leaving out, before a FIT file is decoded, what tells nothing of training. Source: formats.md 1.1, 2.1.

Most of a file is records, one a second, and what the watch measured beside them; decoding
one takes a thousand times as long as stepping over it. How long a message is, its
definition says: so the summaries are picked out undecoded, and the records are put aside,
stripped to the fields that a summary can be made of, for the files that have none.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

MOST_MESSAGES = 1_000_000
"""More than a week of records, one a second."""
MOST_SUMMARY_BYTES = 250_000
"""Of sets, sessions and the like, with those of their headings: thousands of sets."""
_HEADING_BYTES = 16
MOST_RECORDS = 50_000
"""Half a day and more, one a second; of more, every second or third will do."""

TOO_MANY = f"it has more than {MOST_MESSAGES:,} messages"
DAMAGED = "its data is damaged"

_RECORD = 20
_SUMMARIES = frozenset({0, 12, 18, 26, 34, 225})
"""Numbers of file_id, sport, session, workout, activity and set."""
_TIME = 253
_RECORD_FIELDS = frozenset({3, 5, _TIME})
"""Numbers of heart rate, distance and time in a record."""
_TIME_FIELD = bytes((_TIME, 4, 0x86))

_COMPRESSED, _DEFINITION, _DEVELOPER, _LOCAL = 0x80, 0x40, 0x20, 0x0F
_OFFSET = 0x1F
_NO_TIME = 0xFFFFFFFF


class _Layout(NamedTuple):
    """What the definition of a message says."""

    message: int
    size: int
    """Of its data, with the byte that heads them."""
    fields: tuple[tuple[int, int, bytes], ...]
    """Number, offset from the heading byte, and definition of each; developer fields, which may lie, left out."""
    start: bytes
    """What a definition begins with: reserved, byte order, message."""
    time_at: int | None
    """Where its time stands, from the heading byte; None if it has none."""

    @property
    def order(self) -> Literal["big", "little"]:
        """How its numbers are written."""
        return "big" if self.start[1] else "little"

    def definition(self, wanted: frozenset[int] | None = None, *more: bytes) -> bytes:
        """Return the definition with these fields only (None: with all), and more."""
        kept = [defined for number, _, defined in self.fields if wanted is None or number in wanted]
        kept += more
        return bytes((_DEFINITION,)) + self.start + bytes((len(kept),)) + b"".join(kept)


class _Record(NamedTuple):
    """A record that is not decoded."""

    layout: _Layout
    data: bytes
    at: int | None
    """Its time, where only five bits of it stand in the byte that heads it; None: it has one of its own."""


class Sieved(NamedTuple):
    """The bodies of two FIT files made of one."""

    summaries: bytes
    records: tuple[_Record, ...]
    broken: str
    """Why it ended early; empty if it did not."""

    @property
    def is_empty(self) -> bool:
        """True if nothing in the file tells of training."""
        return not self.summaries and not self.records

    def recorded(self) -> bytes:
        """Return the body of a FIT file that holds the records with the fields that matter."""
        out: list[bytes] = []
        last: tuple[_Layout, bool] | None = None
        cuts: list[tuple[int, int]] = []
        for layout, data, at in self.records[:: -(-len(self.records) // MOST_RECORDS) or 1]:
            if (layout, at is None) != last:
                last = (layout, at is None)
                cuts = [
                    (first, first + defined[1]) for number, first, defined in layout.fields if number in _RECORD_FIELDS
                ]
                out.append(layout.definition(_RECORD_FIELDS, *(() if at is None else (_TIME_FIELD,))))
            out.append(b"\0")
            out += [data[first:end] for first, end in cuts]
            if at is not None:
                out.append(at.to_bytes(4, layout.order))
        return b"".join(out)


def sieve(body: bytes) -> Sieved:
    """Step over the messages of one FIT file; ``body`` is what lies between its header and its checksum."""
    sift = _Sift(body)
    at, broken = 0, TOO_MANY
    for _ in range(MOST_MESSAGES):
        if at >= len(body):
            broken = ""
            break
        stop = sift.define(at) if body[at] & (_COMPRESSED | _DEFINITION) == _DEFINITION else sift.pick(at)
        if stop > len(body):
            broken = DAMAGED
            break
        at = stop
    return Sieved(b"".join(sift.summaries), tuple(sift.records), broken)


class _Sift:
    """Picks out what matters, message by message."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._end = len(body)
        self._layouts: dict[int, _Layout] = {}
        self._time = 0
        """What compressed times count on from, in FIT seconds."""
        self._timed: tuple[_Layout, int] | None = None
        """The last message with a whole time, and where it stands, until it is counted on from."""
        self._kept = 0
        self.summaries: list[bytes] = []
        self.records: list[_Record] = []

    def define(self, at: int) -> int:
        """Take a definition in, and return where it ends; beyond the body if it is cut off."""
        stop = _length(self._body, at)
        if stop <= self._end:
            self._layouts[self._body[at] & _LOCAL] = _layout(self._body, at, stop)
        return stop

    def pick(self, at: int) -> int:
        """Keep a message if it matters, and return where it ends; beyond the body if it is cut off or undefined."""
        head = self._body[at]
        compressed = head & _COMPRESSED
        layout = self._layouts.get(head >> 5 & 3 if compressed else head & _LOCAL)
        stop = at + layout.size if layout is not None else self._end + 1
        if layout is None or stop > self._end:
            return stop
        timed: int | None = None
        if layout.time_at is not None:
            self._timed = layout, at
        elif compressed:
            timed = self._counted_on(head)
        elif layout.message == _RECORD:
            return stop  # without a time it tells nothing
        if layout.message == _RECORD:
            self.records.append(_Record(layout, self._body[at:stop], timed))
        elif layout.message in _SUMMARIES:
            self._keep(layout, self._body[at:stop])
        return stop

    def _counted_on(self, head: int) -> int:
        """Return the time of which only the last five bits are told."""
        if self._timed is not None:
            layout, at = self._timed
            first = at + (layout.time_at or 0)
            told, self._timed = int.from_bytes(self._body[first : first + 4], layout.order), None
            self._time = self._time if told == _NO_TIME else told
        self._time = (self._time + ((head - self._time) & _OFFSET)) & _NO_TIME
        return self._time

    def _keep(self, layout: _Layout, data: bytes) -> None:
        """Keep a message that stands by itself: its definition before it, developer fields cut off."""
        self._kept += _HEADING_BYTES + len(data)
        if self._kept <= MOST_SUMMARY_BYTES:
            known = sum(defined[1] for _, _, defined in layout.fields)
            self.summaries.append(layout.definition() + b"\0" + data[1 : 1 + known])


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
    message = int.from_bytes(body[at + 3 : at + 5], "big" if body[at + 2] else "little")
    time_at = next((at for number, at, defined in fields if number == _TIME and defined[1] == 4), None)
    return _Layout(message, offset, tuple(fields), body[at + 1 : at + 5], time_at)
