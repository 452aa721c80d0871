"""What every test may lean on: a clock that stands where it is put."""

from __future__ import annotations

import gc
import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from hybridtui.store import engine

# How long examples take, and to draw them, says how busy the machine is: no test fails by that.
# The suite asks the same questions each time: a red run tells of the change, not of the draw.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")
# The search for what nobody thought of: pytest --hypothesis-profile search, and more thorough five_thousand.
settings.register_profile("search", derandomize=False, print_blob=True)
settings.register_profile("five_thousand", derandomize=False, max_examples=5_000, print_blob=True)


# Programs are started by the hundred: what one has compiled is there for the next, and for the other workers.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure(config: pytest.Config) -> None:
    """Draw nothing from the constants of the modules loaded so far, which differ with what ran before in a worker."""
    if config.getoption("--hypothesis-profile", None) is None:
        providers._get_local_constants = Constants


def pytest_collection_finish() -> None:
    """Look through ten thousand tests for garbage no more, and for garbage less often: an app leaves little of it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: a terminal, a disk and a timer are waited for much of the time."""
    return (os.cpu_count() or 1) + 1


@dataclass
class FixedClock:
    """A clock that moves only when told: Wednesday, 4 March 2026, 18:00 in Berlin."""

    at: datetime = field(default_factory=lambda: datetime(2026, 3, 4, 17, 0, tzinfo=UTC))
    zone: str | None = "Europe/Berlin"
    tick: float = 1000.0

    def now(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.zone or "UTC"))

    def ticks(self) -> float:
        return self.tick

    def pass_(self, seconds: float) -> None:
        """Let so many seconds go by, on both clocks."""
        self.at += timedelta(seconds=seconds)
        self.tick += seconds


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Compile a statement once for all logs: an app opens one, a test many, and SQLAlchemy forgets with each."""
    compiled = LRUCache(2_000)  # type: ignore[no-untyped-call]

    def remembering(*how: object, **named: object) -> Engine:
        made = create_engine(*how, **named)  # type: ignore[call-overload]
        made._compiled_cache = compiled
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", remembering)
        patch.setattr(SQLiteDialect_pysqlite, "__eq__", lambda self, other: type(self) is type(other))
        patch.setattr(SQLiteDialect_pysqlite, "__hash__", lambda self: hash(type(self)))
        yield


@pytest.fixture(scope="module")
def no_power_cut() -> Iterator[None]:
    """Do not wait for the disk after each change: a process that ends, or is killed, loses nothing by it.

    The store's own tests and those in a terminal do wait.
    """
    set_up = engine._set_up

    def hurried(connection: sqlite3.Connection, access: engine.Access, *, foreign_keys: bool) -> None:
        set_up(connection, access, foreign_keys=foreign_keys)
        connection.execute("PRAGMA synchronous=off")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_set_up", hurried)
        yield


@pytest.fixture
def clock() -> FixedClock:
    """A clock at a fixed moment."""
    return FixedClock()
