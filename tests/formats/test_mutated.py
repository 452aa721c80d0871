"""Files of every format, damaged at random from a seed: read or refused, never a crash, never for long.

A few thousand here; ``HYBRIDTUI_MUTATIONS=10000`` asks for more. With ``HYBRIDTUI_FIXTURES``
small files of other people's are damaged, too.
"""

from __future__ import annotations

import os
import random
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from hybridtui.formats import Read, read
from tests.formats.believing import believable, weighed
from tests.formats.options import options
from tests.formats.peak import risen_kb
from tests.formats.samples import SAMPLES
from tests.pace import slowness

COUNT = int(os.environ.get("HYBRIDTUI_MUTATIONS", "2500"))
SECONDS = 2
MEMORY_KB = 200_000
"""What reading may add to a process, which holds some 60 MB of program: 300 MB in all is the limit."""

FIXTURES = os.environ.get("HYBRIDTUI_FIXTURES")
SMALL = 20_000
"""Bytes of the fixtures that are damaged."""


def flipped(data: bytearray, rng: random.Random) -> None:
    for _ in range(rng.choice((1, 3, 10, 50))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def cut(data: bytearray, rng: random.Random) -> None:
    del data[rng.randrange(len(data)) :]


def lost(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    del data[at : at + rng.randint(1, 40)]


def doubled(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    data[at:at] = data[at : at + rng.randint(1, 400)]


def spliced(data: bytearray, rng: random.Random) -> None:
    other = SAMPLES[rng.choice(sorted(SAMPLES))]()
    at, begin = rng.randrange(len(data)), rng.randrange(len(other))
    data[at : at + rng.randint(0, 60)] = other[begin : begin + rng.randint(1, 200)]


def noisy(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    data[at : at + 64] = rng.randbytes(64)


NUMBERS = (
    b"nan",
    b"-1",
    b"0",
    b"1e308",
    b"-inf",
    b"99999999999999999999",
    b"0.0000001",
    b"",
    b"1,5",
    b"2100",
    b'"',
    b"9" * 5_000,
)


def renumbered(data: bytearray, rng: random.Random) -> None:
    numbers = list(re.finditer(rb"\d+(?:\.\d+)?", bytes(data)))
    for found in sorted(rng.sample(numbers, min(len(numbers), rng.choice((1, 2, 8)))), key=lambda each: -each.start()):
        data[found.start() : found.end()] = rng.choice(NUMBERS)


NESTS = (b"<a>", b"[", b'{"a":', b"<trk><trkseg>", b'"', b"(", b"[[1],")


def nested(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    data[at:at] = rng.choice(NESTS) * rng.choice((5, 300, 20_000))


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flipped, cut, lost, doubled, spliced, noisy, renumbered, renumbered, nested,
)  # fmt: skip


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Return a file with one or two things wrong with it."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2))):
        if changed:
            rng.choice(DAMAGES)(changed, rng)
    return bytes(changed)


@contextmanager
def soon(seconds: float) -> Iterator[None]:
    """Raise where reading takes the processor for too long, wherever it stands."""

    def too_long(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds * slowness())
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def held_against_the_rules(data: bytes, reading: Callable[[bytes], Read], seconds: float = SECONDS) -> None:
    """Read a file and check all that comes of it."""
    with soon(seconds):
        found = reading(data)
    assert found.sessions or found.refused or found.weights or found.contents or found.warnings
    for refusal in found.refused:
        assert refusal.where
        assert refusal.reason
    assert all(believable(session) for session in found.sessions)
    assert found.own or all(session.ended is not None for session in found.sessions)
    assert all(map(weighed, found.weights))


def reading(data: bytes) -> Read:
    return read(data, options())


@contextmanager
def little_memory() -> Iterator[None]:
    with risen_kb() as risen:
        yield
    assert risen() < MEMORY_KB


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_undamaged_file_is_read_whole(name: str) -> None:
    found = reading(SAMPLES[name]())
    assert found.refused == ()
    assert found.sessions or found.weights
    assert all(believable(session) for session in found.sessions)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_damage_is_read_or_refused_and_believed_only_within_the_ranges(name: str) -> None:
    data, rng = SAMPLES[name](), random.Random(f"{name} 6")
    with little_memory():
        for _ in range(COUNT // len(SAMPLES) + 1):
            held_against_the_rules(damaged(data, rng), reading)


@pytest.mark.fixtures
@pytest.mark.skipif(not FIXTURES, reason="HYBRIDTUI_FIXTURES names no folder")
def test_damage_of_real_files_is_read_or_refused() -> None:
    files = sorted(path for path in Path(FIXTURES or "").rglob("*") if path.is_file() and path.stat().st_size < SMALL)
    rng = random.Random(6)
    with little_memory():
        for path in files:
            data = path.read_bytes()
            for _ in range(COUNT // len(files) + 1):
                held_against_the_rules(damaged(data, rng), reading)


def test_the_rules_can_be_broken() -> None:
    """What fails here would be told: a crash, a hang, and a value that nobody trained."""

    def crashing(_: bytes) -> Read:
        raise KeyError("weight")

    def hanging(_: bytes) -> Read:
        while True:
            pass

    def unbelievable(data: bytes) -> Read:
        return Read(sessions=tuple(replace(session, run_s=1e9) for session in reading(data).sessions))

    with pytest.raises(KeyError):
        held_against_the_rules(b"", crashing)
    with pytest.raises(TimeoutError):
        held_against_the_rules(b"", hanging, seconds=0.1)
    with pytest.raises(AssertionError):
        held_against_the_rules(SAMPLES["strong"](), unbelievable)


def test_memory_that_was_taken_is_told_even_if_it_was_given_back() -> None:
    with pytest.raises(AssertionError), little_memory():
        assert len(b"x" * (MEMORY_KB * 1200))
