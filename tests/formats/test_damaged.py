"""Files damaged at random (seeded): read or refused, never a crash, never a value outside its range."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from hybridtui.domain.session import Session
from hybridtui.formats import limits, read
from tests.formats import fit_writer as fit
from tests.formats.options import options, strong
from tests.hostile import MARKUP

START = datetime(2025, 10, 1, 9, 10, 26, tzinfo=UTC)
LATEST = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)


def strong_file() -> bytes:
    rows = [
        'Squat (Barbell),1,100,5,0,0,"deep, ""slow""",note,8',
        "Squat (Barbell),Rest Timer,0,0,0,150,,,",
        "Running (Treadmill),1,0,0,5.2,1800,,,",
        "Farmers Walk,1,32,0,0.04,35,,,",
        "Plank,1,0,0,0,75,,,",
        *(f"{name.replace(',', ' ').replace(chr(34), '')},1,10,5,0,0,,," for name in MARKUP),
    ]
    return strong(*rows).encode()


def fit_file() -> bytes:
    at = [START + timedelta(seconds=10 * n) for n in range(40)]
    return fit.fit(
        fit.file_id(START),
        fit.sport_name(fit.TRAINING, fit.STRENGTH),
        *(fit.record(when, 100 + n, 25.0 * n) for n, when in enumerate(at)),
        fit.strength_set(0, at[0], reps=10, kg=14.0, category=(30, 22, 21), subtype=(0, 0xFFFF, 0xFFFF)),
        fit.strength_set(1, at[5], fit.REST),
        fit.strength_set(2, at[9], reps=5, category=(28,), subtype=(6,), unit=fit.POUND, kg=45.4),
        fit.session(START, fit.TRAINING, fit.STRENGTH, timer=190, elapsed=200),
        fit.session(at[20], fit.RUNNING, timer=190, elapsed=200, heart_rate=None, rpe=60),
        fit.activity(at[39], offset_s=7200),
    )


def damaged(data: bytes, rng: random.Random) -> bytes:
    """Flip bits, cut, lose or repeat bytes, or put a burst of noise in."""
    changed = bytearray(data)
    match rng.randrange(5):
        case 0:
            for _ in range(rng.choice((1, 3, 10, 50))):
                changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        case 1:
            del changed[rng.randrange(len(changed)) :]
        case 2:
            at = rng.randrange(len(changed))
            del changed[at : at + rng.randint(1, 40)]
        case 3:
            at = rng.randrange(len(changed))
            changed[at:at] = changed[at : at + rng.randint(1, 60)]
        case 4:
            at = rng.randrange(len(changed))
            changed[at : at + 64] = rng.randbytes(64)
    return bytes(changed)


@pytest.mark.parametrize("make", [strong_file, fit_file], ids=["strong", "fit"])
@pytest.mark.parametrize("seed", range(4))
def test_damage_is_read_or_refused_and_believed_only_within_the_ranges(make: object, seed: int) -> None:
    assert callable(make)
    data, rng = make(), random.Random(seed)
    for _ in range(100):
        found = read(damaged(data, rng), options())
        assert found.sessions or found.refused
        assert all(refusal.where and refusal.reason for refusal in found.refused)
        for session in found.sessions:
            check(session)


def test_the_undamaged_files_are_read_whole() -> None:
    for data in (strong_file(), fit_file()):
        found = read(data, options())
        assert found.sessions
        assert not found.refused


def check(session: Session) -> None:
    assert limits.EARLIEST <= session.started.utc <= LATEST
    assert session.ended is not None
    assert session.ended.utc >= session.started.utc
    assert 0 <= session.total_s <= limits.SECONDS[1]
    assert session.avg_hr is None or 20 <= session.avg_hr <= 250
    assert session.title.isprintable()
    for logged in session.sets:
        assert logged.load is None or 0 < logged.load.kg <= 1000
        assert logged.reps is None or 0 <= logged.reps <= 1000
        assert logged.seconds is None or 0 < logged.seconds <= limits.SECONDS[1]
        assert logged.rest_s is None or 0 <= logged.rest_s <= limits.SECONDS[1]
        assert logged.rpe is None or 0 <= logged.rpe <= 10
    for run in session.runs:
        assert run.distance is None or 0 < run.distance.metres <= limits.METRES[1]
        assert 0 <= run.seconds <= limits.SECONDS[1]
        assert run.max_hr is None or 20 <= run.max_hr <= 250
