"""Print how fast History is with ten years of training and with ten times that, beside bare Textual in the same run.

python tests/benchmarks/history.py               both, about five minutes, most of it the import
python tests/benchmarks/history.py --keep DIR    keep the logs there, and use them if they are there
python tests/benchmarks/history.py --quick       ten years only
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from budgets import NOW, app
from measure import BARE, ROOT, Terminal, burst, compile_all, until
from ten_years import strong_csv

sys.path.insert(0, str(ROOT))

from hybridtui.ui.history.tabs import TABS

Row = tuple[str, str, str]

SIZES = {"10 years": (1, 100), "10 x as much": (10, 250)}
"""By name: how often as much is trained in ten years, and the budget of opening History in milliseconds."""

TAB_BUDGET = {"10 years": "<= 150 ms"}
"""What a tab may take to be made, read and drawn."""

LOOKED_S = 3.0
"""Seconds for which Today is looked at before History is gone to for the first time."""

RUNS = 5
"""Times that History is opened anew in a process that has shown it before."""


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--quick", action="store_true", help="ten years only")
    arguments.add_argument("--keep", type=Path, help="folder that the logs stay in")
    asked = arguments.parse_args()
    compile_all()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measured(asked.keep or Path(folder), quick=asked.quick))
    width = max(len(what) for what, _, _ in rows)
    print(f"{'':{width}}  {'measured':34}  budget")
    for what, value, budget in rows:
        print(f"{what:{width}}  {value:34}  {budget}")


def measured(folder: Path, *, quick: bool) -> Iterator[Row]:
    """Measure bare Textual, then each size of log."""
    folder.mkdir(parents=True, exist_ok=True)
    with Terminal(command=BARE) as run:
        until(run, "bare textual")
        key = statistics.median(burst(run, "a") for _ in range(20))
    yield "bare Textual, key to repaint", f"{key * 1e3:.0f} ms", "(the measure)"
    for name, (times, budget) in list(SIZES.items())[: 1 if quick else None]:
        log = filled(folder / f"{times}.db", times)
        yield from opening(log, name, budget, key)
        yield from moving(log, name, key)


def filled(log: Path, times: int) -> Path:
    """Import ten years so often, and answer the first questions, unless the log is there."""
    if not log.exists():
        export = log.with_suffix(".csv")
        export.write_bytes(strong_csv(datetime.fromisoformat(NOW).replace(tzinfo=None), times=times))
        command = [sys.executable, "-m", "hybridtui", "--database", str(log), "import", str(export), "--unit", "kg"]
        clock = {"HYBRIDTUI_TEST_NOW": NOW, "HYBRIDTUI_CONFIG": str(log.with_name("c.toml"))}
        subprocess.run(command, check=True, capture_output=True, env=os.environ | clock)
        with app(log) as newcomer:
            newcomer.through_first_run()
            newcomer.type("ctrl+q")
            newcomer.wait_exit()
    return log


def opening(log: Path, name: str, budget: int, bare: float) -> Iterator[Row]:
    """Open History on its overview, the first time and again, and each of its tabs."""
    first, again = [], []
    tabs: dict[str, list[float]] = {tab.title: [] for tab in TABS[1:]}
    for _ in range(3):
        with app(log) as run:
            until(run, "Start")
            look(run)
            first.append(burst(run, "f5"))
            for _ in range(RUNS):
                burst(run, "f4")
                again.append(burst(run, "f5"))
            for number, title in enumerate(tabs, 2):
                tabs[title].append(burst(run, str(number)))
    yield f"open History first, {name}", told(first, bare), f"<= {budget} ms"
    yield f"open History again, {name}", told(again, bare), f"<= {budget} ms"
    for title, seconds in tabs.items():
        yield f"go to {title} first, {name}", told(seconds, bare), TAB_BUDGET.get(name, "")


def look(run: Terminal) -> None:
    """Look at Today as long as it takes to read it: the other screens are loaded meanwhile."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < LOOKED_S:
        run.pump(0.1)


def moving(log: Path, name: str, bare: float) -> Iterator[Row]:
    """Press keys on the overview, then scroll the log from end to end."""
    with app(log) as run:
        until(run, "Start")
        look(run)
        burst(run, "f5")
        for what, keys in (("another figure", ("down", "up")), ("read the chart", ("left", "left", "right"))):
            yield f"{what}, {name}", told([burst(run, key) for key in keys * 5], bare), "<= 30 ms"
        yield f"another span, {name}", told([burst(run, "s") for _ in range(6)], bare), ""
        yield f"weeks or months, {name}", told([burst(run, "m") for _ in range(6)], bare), ""
        burst(run, "l")
        for what, keys in (
            ("a line of the log", ("down",) * 20),
            ("a screen of the log", ("pagedown",) * 40),
            ("an end of the log", ("end", "home") * 5),
        ):
            yield f"{what}, {name}", told([burst(run, key) for key in keys], bare), "<= 30 ms"


def told(seconds: list[float], bare: float) -> str:
    """Write a median, the worst, and the median as a ratio to bare Textual."""
    middle = statistics.median(seconds)
    return f"{middle * 1e3:.0f} ms (worst {max(seconds) * 1e3:.0f}) = {middle / bare:.1f} x"


if __name__ == "__main__":
    main()
