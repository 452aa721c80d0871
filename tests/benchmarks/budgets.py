"""Print the budgets of the design as measured here, most of them as ratios to a bare Textual app in the same run.

python tests/benchmarks/budgets.py            everything, about three minutes
python tests/benchmarks/budgets.py --quick    fewer runs
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from measure import BARE, ROOT, Terminal, burst, compile_all, percentile, resident_mib, settle, until

sys.path.insert(0, str(ROOT))

from ten_years import strong_csv

NOW = "2026-03-02T18:00:00+01:00"
Row = tuple[str, str, str]


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quick", action="store_true", help="fewer runs")
    runs = 3 if arguments.parse_args().quick else 9
    compile_all()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measured(Path(folder), runs))
    width = max(len(what) for what, _, _ in rows)
    print(f"{'':{width}}  {'measured':34}  budget")
    for what, value, budget in rows:
        print(f"{what:{width}}  {value:34}  {budget}")


def measured(folder: Path, runs: int) -> Iterator[Row]:
    """Measure one budget after the other."""
    young, old = folder / "young.db", folder / "old.db"
    with app(young) as newcomer:
        newcomer.through_first_run()
        newcomer.type("ctrl+q")
        newcomer.wait_exit()
    yield from imports(folder, old)
    with app(old) as newcomer:
        newcomer.through_first_run()
        newcomer.type("ctrl+q")
        newcomer.wait_exit()
    yield from paint(young, old, runs)
    yield from keys(old)
    yield from sets(young)
    yield from drafts(runs)


@contextmanager
def app(log: Path) -> Iterator[Terminal]:
    """Open the app on a log."""
    with Terminal("--database", str(log), HYBRIDTUI_TEST_NOW=NOW, HYBRIDTUI_CONFIG=str(log.with_name("c.toml"))) as it:
        yield it


def imports(folder: Path, log: Path) -> Iterator[Row]:
    """Import 60,000 sets twice, as the command does."""
    export = folder / "strong.csv"
    export.write_bytes(strong_csv(datetime.fromisoformat(NOW).replace(tzinfo=None)))
    command = [sys.executable, "-m", "hybridtui", "--database", str(log), "import", str(export), "--unit", "kg"]
    for what, seen, budget in (
        ("import 60,000 sets (Strong)", "Added 4,000 sessions", "<= 10 s, <= 300 MiB"),
        ("import them again", "nothing new", "<= 5 s, 0 new"),
    ):
        begun = time.perf_counter()
        with Terminal(command=command) as run:
            peak = 0.0
            while run.alive:
                run.pump(0.05)
                try:
                    peak = max(peak, resident_mib(run))
                except (OSError, IndexError):
                    break
            run.wait_exit()
            took = time.perf_counter() - begun
            assert seen in run.text, run.text
        yield what, f"{took:.1f} s, {peak:.0f} MiB", budget


def paint(young: Path, old: Path, runs: int) -> Iterator[Row]:
    """Start bare Textual and the app in turn."""
    bare: list[float] = []
    first: list[float] = []
    complete: list[float] = []
    bare_mib = old_mib = 0.0
    for _ in range(runs):
        with Terminal(command=BARE) as run:
            bare.append(until(run, "bare textual"))
            bare_mib = resident_mib(run)
        with app(young) as run:
            first.append(until(run, "hybridtui"))
        with app(old) as run:
            complete.append(until(run, "Full-body strength", "Start"))
        with app(old) as run:
            until(run, "Full-body strength")
            run.type("f5")
            until(run, "History")
            settle(run)
            old_mib = resident_mib(run)
    floor = statistics.median(bare)
    yield "bare Textual paints", f"{floor * 1e3:.0f} ms, {bare_mib:.0f} MiB", "(the measure)"
    yield "first paint of Today", *ratio(first, floor, "<= 1.5 x")
    yield "Today complete, 10 years in the log", *ratio(complete, floor, "<= 2.5 x")
    yield "memory, History of 10 years open", f"{old_mib:.0f} MiB = {old_mib / bare_mib:.2f} x", "<= 2.5 x"


def keys(log: Path) -> Iterator[Row]:
    """Open each screen and press its keys, with ten years in the log."""
    with app(log) as run:
        until(run, "Start")
        for screen, key, moves in (
            ("Plan", "f4", ("right", "left", "down", "up")),
            ("History", "f5", ("down", "down", "up", "end", "home")),
            ("Library", "f6", ("down", "down", "up")),
            ("Timer", "f3", ("down", "up")),
            ("Today", "f2", ()),
        ):
            opened = burst(run, key)
            again = []
            for _ in range(3):
                burst(run, "f2" if key != "f2" else "f4")
                again.append(burst(run, key))
            note = "<= 100 ms" if screen == "History" else ""
            yield (
                f"open {screen}: first time / again",
                f"{opened * 1e3:.0f} / {statistics.median(again) * 1e3:.0f} ms",
                note,
            )
            if moves:
                times = [burst(run, move) for move in moves * 4]
                yield f"key to repaint on {screen}", f"{statistics.median(times) * 1e3:.0f} ms median", "<= 30 ms"


def sets(log: Path) -> Iterator[Row]:
    """Log sets in a free session, from key to the committed set on the screen."""
    with app(log) as run:
        until(run, "Start")
        run.type("n")
        run.wait("Type a line")
        run.type("s")
        run.wait("Which exercise")
        run.type("back squ")
        run.wait("Barbell back squat")
        run.type("enter")
        run.wait("Log")
        times = []
        for number in range(60):
            settle(run)
            run.type(f"{20 + number}x5")
            run.wait(f"{20 + number} kg × 5")
            settle(run)
            begun, since = time.perf_counter(), len(run.raw)
            run.type("enter")
            until(run, "Saved", since=since)
            times.append(time.perf_counter() - begun)
        yield (
            "log a set, key to 'saved'",
            f"{statistics.median(times) * 1e3:.0f} ms median, {percentile(times, 0.99) * 1e3:.0f} ms p99",
            "<= 50 ms p99",
        )


def drafts(runs: int) -> Iterator[Row]:
    """Draft four and twelve weeks for an athlete who trains five days."""
    from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level
    from hybridtui.domain.calendar import Weekday
    from hybridtui.domain.plan import draft

    athlete = Athlete(
        level=Level.INTERMEDIATE, days=tuple(Weekday)[:6], equipment=EQUIPMENT_PROFILES["gym"], run_minutes=120
    )
    for weeks in (4, 12):
        seconds = []
        for _ in range(runs):
            begun = time.perf_counter()
            draft(athlete, date(2026, 3, 2), weeks=weeks, **ids())
            seconds.append(time.perf_counter() - begun)
        yield f"draft {weeks} weeks", f"{statistics.median(seconds) * 1e3:.0f} ms", "<= 300 ms for 12"


def ids() -> dict[str, object]:
    """Return what a draft wants for the ids of its parts."""
    numbers = iter(range(10**6))
    make: Callable[[], str] = lambda: f"id-{next(numbers)}"  # noqa: E731 - the one line it is
    return {"plan_id": "plan", "ids": make}


def ratio(values: list[float], floor: float, budget: str) -> tuple[str, str]:
    """Write a median and its ratio to bare Textual."""
    middle = statistics.median(values)
    return f"{middle * 1e3:.0f} ms = {middle / floor:.2f} x", budget


if __name__ == "__main__":
    main()
