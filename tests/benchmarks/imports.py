"""What it costs to import ten years, as the command does it: run by hand.

    python -m tests.benchmarks.imports make_history.py [FOLDER]

``make_history.py`` is a generator with ``--out``, ``--sets``, ``--sessions``, ``--years`` and ``--fit``. Told
are seconds and the greatest memory of any process; again is the same file once more, which adds nothing.
"""

from __future__ import annotations

import cProfile
import gzip
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from hybridtui.domain.imports import ImportOptions
from hybridtui.domain.problems import Problem
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock

ROOT = Path(__file__).parents[2]
MB = 1e6


def made(generator: Path, folder: Path, *arguments: str) -> Path:
    """Return a generated history, made once."""
    if not (folder / "summary.json").exists():
        subprocess.run([sys.executable, generator, "--out", folder, *arguments], check=True, stdout=subprocess.DEVNULL)
    return folder


def imported(database: Path, *arguments: str | Path) -> tuple[float, float, str]:
    """Run the command; return its seconds, the memory of its largest process in MB, and its last line."""
    called = [sys.executable, "-m", "hybridtui", "--database", database, "import", *arguments]
    code = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], capture_output=True, text=True);"
        "print(done.stdout.splitlines()[-1] if done.stdout else done.stderr);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    begun = time.perf_counter()
    whole = [sys.executable, "-c", code, *map(str, called)]
    out = subprocess.run(whole, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return time.perf_counter() - begun, int(out[-1]) * 1024 / MB, out[-2]


def tell(name: str, folder: Path, *arguments: str | Path) -> None:
    """Import twice into a new log, and print what it cost."""
    database = folder / f"{name.replace(' ', '_')}.db"
    for left in folder.glob(f"{database.name}*"):
        left.unlink()
    for which in ("", ", again"):
        seconds, memory, last = imported(database, *arguments)
        print(f"{name + which:32} {seconds:7.1f} s  {memory:6.0f} MB  {last}", flush=True)


def share_of_decoding(files: Sequence[Path]) -> None:
    """Print how fast watch files are read in one process, and which share of it is spent in fitdecode."""
    from hybridtui.formats import read
    from tests.formats.options import options

    contents = [gzip.decompress(file.read_bytes()) for file in files]
    begun = time.perf_counter()
    for data in contents:
        read(data, options())
    seconds = time.perf_counter() - begun
    profile = cProfile.Profile()
    profile.enable()
    for data in contents[:50]:
        read(data, options())
    profile.disable()
    stats = pstats.Stats(profile)
    own = {key[0]: 0.0 for key in stats.stats}
    for key, numbers in stats.stats.items():
        own[key[0]] += numbers[2]
    decoding = sum(value for file, value in own.items() if "fitdecode" in file) / sum(own.values())
    print(f"one process: {len(contents) / seconds:.0f} files/s, {decoding:.0%} of it in fitdecode")


def latency_of_cancel(files: Sequence[Path], folder: Path) -> None:
    """Print how long the reading goes on after it was cancelled."""
    stop, told = Event(), Event()
    with Logbook.open(folder / "cancel.db", FixedClock()) as book:
        reading = book.imports.begin(list(files), ImportOptions())

        def read() -> None:
            with suppress(Problem):
                reading.read(lambda progress: told.set() if progress.files > 5 else None, stop.is_set)

        thread = Thread(target=read)
        thread.start()
        told.wait()
        begun = time.perf_counter()
        stop.set()
        thread.join()
        print(f"cancel: {(time.perf_counter() - begun) * 1000:.0f} ms")
        reading.close()


def main() -> None:
    generator = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="hybridtui-bench-") as made_up:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(made_up)
        ten_years = made(generator, folder / "ten_years", "--fit", "1500")
        tell("60,000 sets of Strong", folder, ten_years / "strong.csv", "--unit", "kg")
        tell("60,000 sets of Hevy", folder, ten_years / "hevy.csv")
        watch = ten_years / "strava" / "activities"
        tell("1,500 watch files", folder, watch)
        files = sorted(watch.iterdir())
        share_of_decoding(files[:300])
        latency_of_cancel(files, folder)
        million = made(
            generator, folder / "million", "--years", "10", "--sessions", "42000", "--runs", "1500", "--sets", "1000000"
        )
        tell("1,000,000 rows of Strong", folder, million / "strong.csv", "--unit", "kg")


if __name__ == "__main__":
    main()
