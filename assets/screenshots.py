"""Draw the README's pictures: the app is driven by keys on the demo, at a fixed time.

    python assets/screenshots.py              every picture, as assets/NAME.svg
    python assets/screenshots.py history      only these
    python assets/screenshots.py --png /tmp   PNGs as well, drawn by Chromium, to look at

The same code draws the same pictures, byte for byte.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)

from exports_of_others import lay_out
from textual.pilot import Pilot

from hybridtui.demo import open_demo
from hybridtui.domain.athlete import Goal
from hybridtui.logbook import Logbook
from hybridtui.ui.app import AppSettings, HybridApp
from hybridtui.ui.logbook_thread import LogbookThread
from hybridtui.ui.widgets.answers import Answers

HERE = Path(__file__).parent
BERLIN = ZoneInfo("Europe/Berlin")
LARGE, SMALL = (120, 40), (80, 24)
FONTS = "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class StillClock:
    """A clock that moves only when it is told."""

    zone: str | None = "Europe/Berlin"

    def __init__(self, at: datetime) -> None:
        self._start, self._passed = at, 0.0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def ticks(self) -> float:
        return 1000.0 + self._passed

    def move(self, seconds: float) -> None:
        self._passed += seconds


@dataclass(frozen=True)
class Stage:
    """The app while its picture is being set up."""

    app: HybridApp
    pilot: Pilot[None]
    clock: StillClock

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for all that they set off."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*text)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is being read or written any more."""
        for _ in range(8):
            await self.pilot.pause(0.03)


@dataclass(frozen=True)
class Picture:
    """One picture: when it is taken, how large it is, and what is pressed before."""

    name: str
    at: datetime
    act: Callable[[Stage], Awaitable[None]]
    size: tuple[int, int] = LARGE
    theme: str = "textual-dark"
    newcomer: bool = False


async def today(stage: Stage) -> None:
    """Look at the workout that waits."""


async def session(stage: Stage) -> None:
    """Follow it up to the second set of squats, and begin to type."""
    await to_the_first_lift(stage)
    await stage.press("enter")
    stage.clock.move(48)
    await stage.type("95x5@8")


async def timer(stage: Stage) -> None:
    """Rest after a set."""
    await to_the_first_lift(stage)
    await stage.press("enter", "C")
    stage.clock.move(72)
    await stage.settle()


async def to_the_first_lift(stage: Stage) -> None:
    await stage.press("enter")
    for _ in range(12):
        guided = stage.app.session
        place = stage.app.guided.spot
        if guided is not None and place is not None and place.step is not None and place.step.logs_sets:
            return
        stage.clock.move(40)
        await stage.press("enter")


async def intervals(stage: Stage) -> None:
    """Type a session of fast repeats, skip the warm-up, and be led through the third of them."""
    await stage.press("n", "l")
    await stage.type("6x400m/90s")
    await stage.press("enter", "K", "space")
    stage.clock.move(5)
    await stage.settle()
    for seconds in (94, 95):
        stage.clock.move(seconds)
        await stage.press("enter")
        stage.clock.move(90)
        await ready(stage)
    stage.clock.move(41)
    await stage.settle()


async def swap(stage: Stage) -> None:
    """Look for another exercise: the rack is taken."""
    await to_the_first_lift(stage)
    await stage.press("x")


async def ending(stage: Stage) -> None:
    """Do the whole session as planned, and sum it up."""
    await to_the_first_lift(stage)
    while (place := stage.app.guided.spot) is not None and not place.all_done:
        stage.clock.move(90)
        await stage.press("enter")
        await ready(stage)
    await stage.press("enter", "7", "enter")


async def plan(stage: Stage) -> None:
    """See four weeks."""
    await stage.press("P")


async def to_a_race(stage: Stage) -> None:
    """Ask for a half marathon twelve weeks from now."""
    await stage.press("P", "d")
    answers = stage.app.screen.query_one(Answers)
    while answers.athlete.goal is not Goal.HALF:
        await stage.press("right")
    answers.go_to("race")
    while answers.athlete.race is None or answers.athlete.race.distance_m < 21000:
        await stage.press("right")


async def what_if(stage: Stage) -> None:
    """See what a race would change."""
    await to_a_race(stage)


async def plan_race(stage: Stage) -> None:
    """Follow a plan up to a race, and look at its last weeks."""
    await to_a_race(stage)
    await stage.press("a", "end")


async def moving(stage: Stage) -> None:
    """Lift Thursday's run of next week, and look at another day."""
    await to_a_race(stage)
    await stage.press("a", "home", "down", "right", "right", "m", "right")


async def history(stage: Stage) -> None:
    """See twelve weeks."""
    await stage.press("H")


async def history_strength(stage: Stage) -> None:
    """See what the lifts and muscles came to, running's share of the legs too."""
    await stage.press("H", "2")


async def history_running(stage: Stage) -> None:
    """See kilometres, effort, best times and what they suggest."""
    await stage.press("H", "3")


async def history_load(stage: Stage) -> None:
    """See the load of both sports."""
    await stage.press("H", "4")


async def history_review(stage: Stage) -> None:
    """Read how the last full week went."""
    await stage.press("H", "5", "less_than_sign")


async def history_calendar(stage: Stage) -> None:
    """See every day."""
    await stage.press("H", "6")


async def history_log(stage: Stage) -> None:
    """Ask for the long runs."""
    await stage.press("H", "7", "slash")
    await stage.type("type=run and km>12")
    await stage.press("enter")


async def history_trace(stage: Stage) -> None:
    """Ask where a number comes from."""
    await stage.press("H", "4", "down", "down", "down", "down", "w")


async def one_session(stage: Stage) -> None:
    """Open the newest strength session."""
    await stage.press("H", "7", "enter")


async def library(stage: Stage) -> None:
    """Look an exercise up."""
    await stage.press("X", "slash")
    await stage.type("back squat")
    await stage.press("enter")


async def importing(stage: Stage) -> None:
    """Look into a folder of exports, and answer their unit."""
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder))
        await stage.press("i")
        await stage.type(f"{folder}/")
        await stage.press("enter")
        await ready(stage)
        await stage.press("enter")
        await ready(stage)


async def import_names(stage: Stage) -> None:
    """Say what the names are that the library does not know."""
    await importing(stage)


async def import_look(stage: Stage) -> None:
    """See what would come in."""
    await importing(stage)
    await stage.press("r")
    await ready(stage)


async def first_run(stage: Stage) -> None:
    """Answer the first question."""


TUESDAY = datetime(2026, 3, 3, 17, 55, tzinfo=BERLIN)
SUNDAY = datetime(2026, 3, 8, 9, 10, tzinfo=BERLIN)

PICTURES = (
    Picture("today", TUESDAY, today),
    Picture("session", TUESDAY, session),
    Picture("timer", TUESDAY, timer),
    Picture("intervals", TUESDAY, intervals),
    Picture("swap", TUESDAY, swap),
    Picture("ending", TUESDAY, ending),
    Picture("plan", SUNDAY, plan),
    Picture("plan-race", TUESDAY, plan_race),
    Picture("moving", TUESDAY, moving),
    Picture("what-if", TUESDAY, what_if),
    Picture("history", SUNDAY, history),
    Picture("history-light", SUNDAY, history, theme="textual-light"),
    Picture("strength", SUNDAY, history_strength),
    Picture("running", SUNDAY, history_running),
    Picture("load", SUNDAY, history_load),
    Picture("review", SUNDAY, history_review),
    Picture("calendar", SUNDAY, history_calendar),
    Picture("log", SUNDAY, history_log),
    Picture("trace", SUNDAY, history_trace),
    Picture("one-session", SUNDAY, one_session),
    Picture("library", SUNDAY, library),
    Picture("import-names", SUNDAY, import_names),
    Picture("import", SUNDAY, import_look),
    Picture("first-run", TUESDAY, first_run, size=SMALL, newcomer=True),
)


async def taken(picture: Picture) -> str:
    """Drive the app to the picture and return it as SVG."""
    clock = StillClock(picture.at)
    begin = Logbook.open if picture.newcomer else open_demo
    with tempfile.TemporaryDirectory() as folder:
        book = LogbookThread(lambda: begin(Path(folder) / "log.db", clock))
        app = HybridApp(book, clock, AppSettings(theme=picture.theme))
        async with app.run_test(size=picture.size, notifications=False) as pilot:
            stage = Stage(app, pilot, clock)
            await stage.settle()
            await ready(stage)
            await picture.act(stage)
            await ready(stage)
            return portable(app.export_screenshot(title="hybridtui", simplify=True))


async def ready(stage: Stage) -> None:
    """Wait for all that is read or written; what waits for the athlete, such as a dialog, goes on waiting."""
    if busy := [worker for worker in stage.app.workers if worker.name in ("do", "read")]:
        await stage.app.workers.wait_for_complete(busy)
    await stage.settle()


def portable(svg: str) -> str:
    """Return a picture that looks the same everywhere: no fonts from elsewhere, blocks drawn as blocks."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    svg = re.sub(r"font-family:\s*Fira Code,\s*monospace", f"font-family: {FONTS}", svg)
    svg = re.sub(r"font-family:\s*arial", f"font-family: {FONTS}", svg)
    svg = svg.replace("    <!-- Generated with Rich https://www.textualize.io -->\n", "")
    return re.sub(r"<text class=\"([^\"]+)\" x=\"([\d.]+)\" y=\"([\d.]+)\" textLength=\"[\d.]+\"[^>]*>([^<]*)</text>",
                  _blocks, svg)  # fmt: skip


CELL_WIDTH, CELL_HEIGHT, FOOT = 12.2, 24.4, 6.9
"""Of one character in Textual's SVG; how far its foot lies below the text's base line."""

BLOCKS = {
    **{glyph: (0.0, 1 - part / 8, 1.0, part / 8) for part, glyph in enumerate("▁▂▃▄▅▆▇█", 1)},
    "▔": (0.0, 0.0, 1.0, 1 / 8), "▀": (0.0, 0.0, 1.0, 0.5), "▌": (0.0, 0.0, 0.5, 1.0), "▐": (0.5, 0.0, 0.5, 1.0),
    "│": (0.45, 0.0, 0.1, 1.0), "━": (0.0, 0.44, 1.0, 0.12),
}  # fmt: skip
"""Glyphs that fonts leave seams between: left, top, width and height in parts of a cell."""


def _blocks(found: re.Match[str]) -> str:
    """Draw a text of block glyphs as rectangles, and leave any other as it is."""
    style, x, y, text = found[1], float(found[2]), float(found[3]), found[4].replace("&#160;", " ")
    if not set(text) <= {*BLOCKS, " "} or not text.strip():
        return found[0]
    top = y + FOOT - CELL_HEIGHT
    drawn = []
    for run in re.finditer(r"([^ ])\1*", text):
        left, down, width, height = BLOCKS[run[1]]
        cells = len(run[0])
        wide = cells * CELL_WIDTH if width == 1.0 else width * CELL_WIDTH
        drawn += [
            f'<rect class="{style}" x="{x + (run.start() + n + left) * CELL_WIDTH:.1f}"'
            f' y="{top + down * CELL_HEIGHT:.2f}" width="{wide:.1f}" height="{height * CELL_HEIGHT + 0.25:.2f}"'
            ' shape-rendering="crispEdges"/>'
            for n in range(1 if width == 1.0 else cells)
        ]
    return "".join(drawn)


def draw_png(svg: Path, folder: Path) -> None:
    """Let Chromium draw the picture, to look at it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    _, _, *sides = re.findall(r"[\d.]+", svg.read_text(encoding="utf-8").split("viewBox=", 1)[1][:40])
    width, height = (int(float(side)) + 2 for side in sides[:2])
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--screenshot={folder / svg.stem}.png",
         f"--window-size={width},{height}", str(svg)],
        check=True, capture_output=True,
    )  # fmt: skip


def main() -> None:
    """Draw the pictures that were asked for."""
    parser = argparse.ArgumentParser(description="Draw the README's pictures.")
    parser.add_argument("names", nargs="*", choices=[[], *(p.name for p in PICTURES)], help="which; all if none")
    parser.add_argument("--to", type=Path, default=HERE, help="where the SVGs go")
    parser.add_argument("--png", type=Path, help="folder for PNGs as well, drawn by Chromium")
    wanted = parser.parse_args()
    for picture in PICTURES:
        if wanted.names and picture.name not in wanted.names:
            continue
        path = wanted.to / f"{picture.name}.svg"
        path.write_text(asyncio.run(taken(picture)), encoding="utf-8")
        print(f"{path} {path.stat().st_size // 1024} KiB")
        if wanted.png:
            draw_png(path, wanted.png)


if __name__ == "__main__":
    main()
