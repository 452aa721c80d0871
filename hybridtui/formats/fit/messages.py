"""The messages of a FIT file, as far as they tell of training. Source: formats.md 1.1, 2.1.

fitdecode reads the messages that matter (:mod:`hybridtui.formats.fit.sieve`); the checksum is
computed here, because a wrong one is no reason to refuse a file, only to say so.
"""

from __future__ import annotations

import io
import struct
import sys
from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import fitdecode
from fitdecode.profile import FIELD_TYPES

from hybridtui.formats.fit.sieve import DAMAGED, Sieved, sieve

MOST_FILES = 1_000
"""Files in one chain; what comes after is not looked at."""

MAGIC = b".FIT"
_SHORTEST = 12
"""Bytes of the shorter kind of header."""
_HEADER = struct.Struct("<BBHI4s")

Values = dict[str, object]
"""A message: values by field name, in the profile's units; times in FIT seconds."""


class Record(NamedTuple):
    """What one record tells that a summary can be made of."""

    at: int
    """FIT seconds."""
    heart_rate: int | None
    metres: float | None


@dataclass(slots=True)
class Messages:
    """What one FIT file (of a chain, perhaps) holds."""

    file_id: Values = field(default_factory=dict)
    activity: Values = field(default_factory=dict)
    workout: Values = field(default_factory=dict)
    sport: Values = field(default_factory=dict)
    sessions: list[Values] = field(default_factory=list)
    sets: list[Values] = field(default_factory=list)
    aside: Sieved | None = None
    """Records that are not decoded yet; None: they are, or there are none."""
    decoded: list[Record] = field(default_factory=list)
    checksum_wrong: bool = False
    broken: str = ""
    """Why reading ended early; empty if it did not."""

    def records(self) -> list[Record]:
        """Return the records, decoded now if they were not yet: what takes longest is done only if it is asked for."""
        if self.aside is not None:
            body, self.aside = self.aside.recorded(), None
            _decode(body, self)
        return self.decoded


def chain(data: bytes) -> Iterator[Messages]:
    """Yield the messages of each FIT file in ``data``; usually there is one."""
    at = 0
    for _ in range(MOST_FILES):
        if len(data) - at < _SHORTEST or data[at + 8 : at + 12] != MAGIC:
            return
        header, body = data[at], int.from_bytes(data[at + 4 : at + 8], "little")
        if header < _SHORTEST:
            return
        end = at + header + body + 2
        if not body:  # the watch died before it wrote the size: all that follows is its body
            end = len(data) + 2
        yield _messages(data[at:end], header, complete=end <= len(data))
        at = end


def _messages(data: bytes, header: int, *, complete: bool) -> Messages:
    found = Messages()
    body = data[header:-2] if complete else data[header:]
    found.aside = apart = sieve(body)
    _decode(apart.summaries, found)
    if complete and not apart.is_empty:  # the checksum of megabytes that tell nothing takes a second
        found.checksum_wrong = not _checksum_matches(data, header)
    found.broken = found.broken or apart.broken
    if not complete:
        found.broken = "the file ends before its data does"
    return found


def _decode(body: bytes, found: Messages) -> None:
    """Decode the messages up to the first damage, noting why it stopped there."""
    keep = _Keeper(found)
    with fitdecode.FitReader(
        io.BytesIO(_HEADER.pack(_SHORTEST, 0x20, 0, len(body), MAGIC) + body + b"\0\0"),
        processor=None,
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    ) as reader:
        frames = iter(reader)
        while True:
            try:
                frame = next(frames, None)
            except Exception as error:  # noqa: BLE001 - damaged files raise many kinds, bare ones too (reliability.md 3)
                found.broken = f"{DAMAGED} ({type(error).__name__})"
                return
            if frame is None:
                return
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                keep.take(frame)


class _Keeper:
    """Sorts messages into what is kept of them."""

    def __init__(self, found: Messages) -> None:
        self._records = found.decoded
        self._put: Mapping[str, Callable[[Values], None]] = {
            "session": found.sessions.append,
            "set": found.sets.append,
            "file_id": found.file_id.update,
            "activity": found.activity.update,
            "workout": found.workout.update,
            "sport": found.sport.update,
        }

    def take(self, frame: fitdecode.FitDataMessage) -> None:
        """Keep a message if it tells of training."""
        if frame.name == "record":
            self._add_record(_values(frame))
        elif frame.name in self._put:
            self._put[frame.name](_values(frame))

    def _add_record(self, values: Values) -> None:
        at, heart_rate, metres = values.get("timestamp"), values.get("heart_rate"), values.get("distance")
        if isinstance(at, int):
            beats = heart_rate if isinstance(heart_rate, int) else None
            self._records.append(Record(at, beats, float(metres) if isinstance(metres, (int, float)) else None))


def _values(frame: fitdecode.FitDataMessage) -> Values:
    values: Values = {}
    for each in frame.fields:
        developed = each.field_def is not None and each.field_def.is_dev  # expanded fields have no definition
        if each.value is not None and not developed:
            values.setdefault(each.name, each.value)
    return values


def _checksum_matches(data: bytes, header: int) -> bool:
    """Return whether the file's CRC is right, and the header's too unless it is 0 (not computed)."""
    stated = int.from_bytes(data[12:14], "little") if header >= 14 else 0
    if stated and stated != checksum(data[:12]):
        return False
    return checksum(data[:-2]) == int.from_bytes(data[-2:], "little")


def checksum(data: bytes) -> int:
    """Return FIT's CRC-16, two bytes at a time."""
    words = array("H", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        words.byteswap()
    table, crc = _crcs_of_words(), 0
    for word in words:
        crc = table[crc ^ word]
    return crc >> 8 ^ _crc_of_byte((crc ^ data[-1]) & 0xFF) if len(data) % 2 else crc


@cache
def _crcs_of_words() -> array[int]:
    """Return the CRC of each two bytes there can be."""
    of_byte = [_crc_of_byte(byte) for byte in range(256)]
    return array("H", (crc >> 8 ^ of_byte[crc & 0xFF ^ high] for high in range(256) for crc in of_byte))


def _crc_of_byte(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ (0xA001 if byte & 1 else 0)
    return byte


def category_name(category: object) -> str | None:
    """Return a watch's kind of exercise, such as ``triceps_extension``; None if it is unknown.

    fitdecode gives a category that stands alone by its name, those of an array by their numbers.
    """
    name = category if isinstance(category, str) else FIELD_TYPES["exercise_category"].enum.get(category)
    return name if isinstance(name, str) and name != "unknown" else None


def exercise_name(category: str, subtype: object) -> str | None:
    """Return a watch's exact name for an exercise, such as ``bench_dip``; None if it named only the category."""
    names = FIELD_TYPES.get(f"{category}_exercise_name")
    name = names.enum.get(subtype) if names is not None else None
    return name if isinstance(name, str) else None
