"""What the log costs with ten years in it (or more): run by hand.

    python -m tests.benchmarks.store [TIMES]

4,000 sessions with 60,000 sets, times TIMES. Medians of 15; ``first`` includes SQLAlchemy's
compiling of the statement.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hybridtui.domain.calendar import By, Moment, Week
from hybridtui.domain.change import Change
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import LoggedSet, RunEntry, Session, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load
from hybridtui.domain.workout import Kind, Step, StepKind, Why
from hybridtui.store import Store

END = datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
OFTEN = ("back_squat", "bench_press", "deadlift", "overhead_press", "row", "pull_up", "lunge", "plank")
SELDOM = tuple(f"own:{n}" for n in range(40))


TEN_YEARS_H = 4000 * 21.9


def sessions(number: int, chance: random.Random) -> list[Session]:
    """Return ten years that end at END: three runs, five strength sessions, and so on."""
    apart = TEN_YEARS_H / number
    return [_session(n, END - timedelta(hours=apart * (number - n)), chance) for n in range(number)]


def _session(n: int, when: datetime, chance: random.Random) -> Session:
    whole = Session(
        id=f"{n:032d}",
        kind=Kind.STRENGTH,
        title="Lower body",
        status=Status.FINISHED,
        started=Moment.at(when),
        fingerprint=f"f{n}",
        load_au=300.0,
    )
    if n % 8 < 3:
        distance = Distance(chance.uniform(3, 20), DistanceUnit.KM)
        run = RunEntry(id=f"r{n:031d}", position=0, distance=distance, seconds=3000.0)
        return replace(whole, kind=Kind.RUN, title="Easy run", run_s=3000.0, runs=(run,))
    weights = [20] * len(OFTEN) + [1] * len(SELDOM)
    names = chance.choices(OFTEN + SELDOM, weights=weights, k=24)
    sets = tuple(
        LoggedSet(
            id=f"{n:016d}{k:016d}",
            position=k,
            exercise=name,
            load=Load(chance.randrange(40, 121, 5) / 2 + 20),
            reps=chance.randint(3, 12),
            rpe=chance.choice([None, 7.0, 8.0, 9.0]),
            rest_s=120,
        )
        for k, name in enumerate(names)
    )
    return replace(whole, sets=sets, strength_s=3600.0, tonnage_kg=24 * 640.0)


def measure(name: str, question: Callable[[], object], times: int = 15) -> None:
    """Print the first and the median time of a question."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        question()
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{name:28} first {taken[0]:8.1f}  median {statistics.median(taken):8.1f} ms")


def main(times: int) -> None:
    """Fill a log and ask it everything."""
    history = sessions(4000 * times, random.Random(1))
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "log.db"
        store = Store.open(path)
        measure("add_batch", lambda: store.add_batch(Batch("b", "import", "strong"), [], history, END), 1)
        store.close()
        print(f"{'file':28} {path.stat().st_size / 2**20:.1f} MiB")
        measure("open and close", lambda: Store.open(path).close())
        with Store.open(path) as store:
            ask(store, history)
            log_sets(store)
    print(f"{'memory':28} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def ask(store: Store, history: list[Session]) -> None:
    """Time every question."""
    week = Week.of(END.date())
    prints = [f"f{n}" for n in range(len(history))]
    measure("weeks, 12", lambda: store.totals(By.WEEK, week.plus(-11), week))
    measure("weeks, 520", lambda: store.totals(By.WEEK, week.plus(-519), week))
    measure("lines, newest 100", lambda: store.lines(limit=100))
    measure("lines, all", store.lines)
    measure("count_lines", store.count_lines)
    measure("exposures, 20, done often", lambda: store.exposures(OFTEN[0]))
    measure("exposures, 20, done seldom", lambda: store.exposures(SELDOM[0]))
    measure("last_exposures, 8", lambda: store.last_exposures(OFTEN))
    measure("last_exposures, 8 never", lambda: store.last_exposures([f"never {n}" for n in range(8)]))
    measure("different_sets, done often", lambda: store.different_sets(OFTEN[0]))
    measure("bests, done often", lambda: store.bests(OFTEN[0]))
    measure("run_bests", store.run_bests)
    measure("known, all", lambda: store.knowing.sessions(prints))
    measure("session", lambda: store.session(history[-2].id))
    measure("open_session", store.open_session)
    measure("quick_check", store.quick_check, 3)


def log_sets(store: Store) -> None:
    """Time logging a set as the logbook does, with its session's header; then undo and redo."""
    why = (Why("R14", "Five sets of five leave something in the tank for Sunday's long run."),)
    steps = tuple(Step(kind=StepKind.SET, title="Back squat", exercise=name, sets=3, reps=5, why=why) for name in OFTEN)
    header = Session(
        id="open", kind=Kind.STRENGTH, title="Lower body", status=Status.OPEN, started=Moment.at(END), steps=steps
    )
    store.apply(Change(label="start", session_id="open", sessions=(header,)), END)
    taken = []
    for n in range(400):
        logged = LoggedSet(id=f"set {n}", position=n, exercise="back_squat", load=Load(80.0), reps=5, logged_at=END)
        put = (replace(header, tonnage_kg=400.0 * n),)
        change = Change(label="set", session_id="open", sessions=put, sets=(("open", logged),))
        began = time.perf_counter()
        store.apply(change, END)
        taken.append((time.perf_counter() - began) * 1000)
    cuts = statistics.quantiles(taken, n=100)
    print(f"{'apply, one set':28} median {cuts[49]:.1f}  p99 {cuts[98]:.1f}  most {max(taken):.1f} ms")
    measure("undo", lambda: store.undo(END, "open"))
    measure("redo", lambda: store.redo(END, "open"))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
