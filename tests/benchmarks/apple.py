"""How fast an Apple Health export of any size is read, and how little memory that takes.

The export is made as it is read: records by the million, a workout now and then. Run by hand:

    python -m tests.benchmarks.apple [MEGABYTES]
"""

from __future__ import annotations

import io
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import chain
from typing import cast

from hybridtui.formats.reading import ReadOptions
from hybridtui.formats.xml import apple

MB = 1_000_000
RECORDS = 2_000
"""Records between two workouts: an hour or two of a watch on the wrist."""

HEAD = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
<HealthData locale="en_GB">
"""
TAIL = b"</HealthData>\n"
ZONE = timezone(timedelta(hours=1))


class Export(io.RawIOBase):
    """An export that is made while it is read."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._parts = chain([HEAD], self._blocks(), [TAIL])
        self._waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        """Hand out the next bytes."""
        view = memoryview(cast("bytearray", buffer))
        if not self._waiting:
            self._waiting = next(self._parts, b"")
        count = min(len(view), len(self._waiting))
        view[:count] = self._waiting[:count]
        self._waiting = self._waiting[count:]
        return count

    def _blocks(self) -> Iterator[bytes]:
        at = datetime(2015, 1, 1, tzinfo=ZONE)
        while self._left > 0:
            at += timedelta(hours=2)
            block = b"".join(record(at, n) for n in range(RECORDS)) + workout(at)
            self._left -= len(block)
            yield block


def record(at: datetime, number: int) -> bytes:
    """Return a heart rate, or now and then a body weight."""
    kind, unit, value = ("BodyMass", "kg", "74.2") if number == 0 else ("HeartRate", "count/min", str(60 + number % 90))
    when = f"{at:%Y-%m-%d %H:%M:%S %z}"
    device = "&lt;&lt;HKDevice: 0x2818&gt;, name:Apple Watch, model:Watch&gt;"
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="Watch" sourceVersion="10.2" device="{device}"'
        f' unit="{unit}" creationDate="{when}" startDate="{when}" endDate="{when}" value="{value}">\n'
        '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/>\n </Record>\n'
    ).encode()


def workout(at: datetime) -> bytes:
    """Return a run of half an hour."""
    ended = at + timedelta(minutes=30)
    return (
        ' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min"'
        ' sourceName="Watch"'
        f' startDate="{at:%Y-%m-%d %H:%M:%S %z}" endDate="{ended:%Y-%m-%d %H:%M:%S %z}">\n'
        '  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.2" unit="km"/>\n'
        '  <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="150" maximum="172" unit="count/min"/>\n'
        " </Workout>\n"
    ).encode()


def peak_mb() -> float:
    """Return the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def made_s(size: int) -> float:
    """Return how long it takes to make so large an export, without reading it."""
    began = time.perf_counter()
    export = Export(size)
    while export.read(1 << 20):
        pass
    return time.perf_counter() - began


def main() -> None:
    """Read an export of as many megabytes as were asked for."""
    size = int(sys.argv[1] if len(sys.argv) > 1 else "200") * MB
    making_s = made_s(size)
    last = [0]
    ids = iter(range(10**9))
    options = ReadOptions(
        zone=UTC,
        zone_name="UTC",
        latest=datetime(2100, 1, 1, tzinfo=UTC),
        ids=lambda: str(next(ids)),
        progress=lambda read: last.__setitem__(0, read),
    )
    before = peak_mb()
    began = time.perf_counter()
    found = apple.read_stream(io.BufferedReader(Export(size)), options)
    seconds = time.perf_counter() - began - making_s
    print(f"{last[0] / MB:,.0f} MB, {len(found.sessions):,} workouts, {len(found.weights):,} weights")
    print(f"{seconds:.1f} s to read ({last[0] / MB / seconds:.0f} MB/s), and {making_s:.1f} s to make")
    print(f"memory: {before:.0f} MB before, {peak_mb():.0f} MB at most")


if __name__ == "__main__":
    main()
