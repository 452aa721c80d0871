"""A small writer of FIT files for tests: every message with its own definition, plain and valid."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime

ENUM, UINT8, UINT16, UINT32, UINT32Z, STRING = 0x00, 0x02, 0x84, 0x86, 0x8C, 0x07
_FORMATS = {ENUM: "B", UINT8: "B", UINT16: "H", UINT32: "I", UINT32Z: "I"}
EPOCH = datetime(1989, 12, 31, tzinfo=UTC)

RUNNING, CYCLING, TRAINING = 1, 2, 10
GENERIC, TREADMILL, TRAIL, STRENGTH, YOGA = 0, 1, 3, 20, 43
ACTIVE, REST = 1, 0
POUND = 2


@dataclass(frozen=True)
class Field:
    """One field of a message: its number, base type and value (a tuple makes an array)."""

    number: int
    base: int
    value: int | str | tuple[int, ...]

    @property
    def data(self) -> bytes:
        if isinstance(self.value, str):
            return self.value.encode() + b"\0"
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return struct.pack(f"<{len(values)}{_FORMATS[self.base]}", *values)


def message(number: int, *fields: Field) -> bytes:
    """Return a definition and its data message."""
    parts = b"".join(struct.pack("<BBB", field.number, len(field.data), field.base) for field in fields)
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields)) + parts
    return definition + b"\x00" + b"".join(field.data for field in fields)


def seconds(when: datetime) -> int:
    """Return an instant as FIT counts it."""
    return int((when - EPOCH).total_seconds())


def crc(data: bytes) -> int:
    """Return the CRC as the FIT protocol's own text computes it: a nibble at a time."""
    table = (
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    )  # fmt: skip
    value = 0
    for byte in data:
        for nibble in (byte & 0xF, byte >> 4):
            value = ((value >> 4) & 0x0FFF) ^ table[value & 0xF] ^ table[nibble]
    return value


def fit(*messages: bytes, header: int = 14, header_crc: int | None = None, file_crc: int | None = None) -> bytes:
    """Return a file; checksums are right unless given. A header of 14 bytes has one of its own."""
    body = b"".join(messages)
    start = struct.pack("<BBHI4s", header, 0x20, 2100, len(body), b".FIT")
    if header >= 14:
        start += struct.pack("<H", crc(start) if header_crc is None else header_crc)
    return start + body + struct.pack("<H", crc(start + body) if file_crc is None else file_crc)


def file_id(created: datetime, *, kind: int = 4, serial: int | None = 12345, maker: int = 1) -> bytes:
    """Return the message every file begins with; kind 4 is an activity, 5 a workout."""
    fields = [Field(0, ENUM, kind), Field(1, UINT16, maker), Field(4, UINT32, seconds(created))]
    if serial is not None:
        fields.append(Field(3, UINT32Z, serial))
    return message(0, *fields)


def session(
    start: datetime,
    sport: int = RUNNING,
    sub_sport: int | None = GENERIC,
    *,
    timer: float | None = 1800.0,
    elapsed: float | None = 1860.0,
    metres: float | None = 5000.0,
    heart_rate: int | None = 150,
    rpe: int | None = None,
) -> bytes:
    """Return a summary; what is None is left out."""
    fields = [Field(2, UINT32, seconds(start)), Field(5, ENUM, sport)]
    fields += [Field(6, ENUM, sub_sport)] if sub_sport is not None else []
    fields += [Field(8, UINT32, round(timer * 1000))] if timer is not None else []
    fields += [Field(7, UINT32, round(elapsed * 1000))] if elapsed is not None else []
    fields += [Field(9, UINT32, round(metres * 100))] if metres is not None else []
    fields += [Field(16, UINT8, heart_rate), Field(17, UINT8, 180)] if heart_rate is not None else []
    fields += [Field(193, UINT8, rpe)] if rpe is not None else []
    return message(18, *fields)


def record(at: datetime, heart_rate: int = 0xFF, metres: float | None = None) -> bytes:
    """Return a record; a heart rate of 0xFF means that there is none."""
    fields = [Field(253, UINT32, seconds(at)), Field(3, UINT8, heart_rate)]
    fields += [Field(5, UINT32, round(metres * 100))] if metres is not None else []
    return message(20, *fields)


def strength_set(
    index: int | None,
    start: datetime,
    kind: int = ACTIVE,
    *,
    reps: int = 0xFFFF,
    kg: float | None = None,
    lasted: float = 30.0,
    category: tuple[int, ...] = (),
    subtype: tuple[int, ...] = (),
    unit: int | None = None,
) -> bytes:
    """Return a set; reps of 0xFFFF mean that none were counted."""
    fields = [Field(0, UINT32, round(lasted * 1000)), Field(6, UINT32, seconds(start)), Field(5, UINT8, kind)]
    fields += [Field(3, UINT16, reps)]
    fields += [Field(4, UINT16, round(kg * 16))] if kg is not None else []
    fields += [Field(7, UINT16, category)] if category else []
    fields += [Field(8, UINT16, subtype)] if subtype else []
    fields += [Field(9, UINT16, unit)] if unit is not None else []
    fields += [Field(10, UINT16, index)] if index is not None else []
    return message(225, *fields)


def activity(at: datetime, *, offset_s: int | None = None) -> bytes:
    """Return the message that tells the watch's local time."""
    fields = [Field(253, UINT32, seconds(at))]
    fields += [Field(5, UINT32, seconds(at) + offset_s)] if offset_s is not None else []
    return message(34, *fields)


def sport_name(sport: int, sub_sport: int) -> bytes:
    """Return the message that names the sport early in a file."""
    return message(12, Field(0, ENUM, sport), Field(1, ENUM, sub_sport))
