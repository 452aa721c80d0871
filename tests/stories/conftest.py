"""Stories: keys pressed in the app on a real log in a temporary directory, at a fixed time."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import Worker

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Phase, Plan, PlannedWeek, Step, StepKind, Why, Workout
from hybridtui.logbook import Logbook
from hybridtui.ui.app import AppSettings, HybridApp
from hybridtui.ui.logbook_thread import LogbookThread
from tests.conftest import FixedClock
from tests.stories.calm import Calm
from tests.stories.heard import Heard


@dataclass
class Story:
    """A running app, the keys to it, and a look into what it stored."""

    app: HybridApp
    pilot: Pilot[None]
    location: Path
    clock: FixedClock
    calm: Calm

    async def press(self, *keys: str) -> None:
        """Press keys, each after what the one before caused has settled."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def hurry(self, *keys: str) -> None:
        """Press keys one upon another, and wait once."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, character by character."""
        await self.pilot.press(*("space" if character == " " else character for character in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was asked of the log has been answered and shown."""
        await self._rest()
        self.calm.draw()
        if self._busy():  # what is drawn may ask for more: a page of the log that comes into sight
            await self._rest()
            self.calm.draw()

    async def _rest(self) -> None:
        await self.pilot.pause()
        for _ in range(50):
            if not (busy := self._busy()):
                break
            await self.app.workers.wait_for_complete(busy)
            await self.pilot.pause()
        await self.pilot.pause()

    def _busy(self) -> list[Worker[object]]:
        return [worker for worker in self.app.workers if not worker.is_finished and worker.name in QUICK]

    def log(self) -> Logbook:
        """Open what is stored, beside the app."""
        return Logbook.open(self.location, self.clock, read_only=True)

    @property
    def text(self) -> str:
        """The screen as plain lines."""
        return screen_text(self.app)


QUICK = ("do", "read", "keys")
"""Workers that end by themselves; the others wait for an athlete."""


def screen_text(app: HybridApp) -> str:
    """Return what the screen shows as plain lines."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.fixture(scope="module", autouse=True)
def _hurried(no_power_cut: None) -> None:
    """What is told here is not what a power cut would leave."""


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch) -> Calm:
    """Lets every wait of a story end as soon as there is nothing to wait for."""
    return Calm(monkeypatch)


@pytest.fixture
def heard(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Heard:
    """What an app tells of its clocks, once it is called with the app."""
    return Heard(clock, monkeypatch)


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """Where the log of a story lies."""
    return tmp_path / "log.db"


@pytest.fixture
def open_story(location: Path, clock: FixedClock, calm: Calm) -> Callable[..., AbstractAsyncContextManager[Story]]:
    """Open the app; again on the same log if called again."""

    @asynccontextmanager
    async def running(*, size: tuple[int, int] = (80, 24), settings: AppSettings | None = None) -> AsyncIterator[Story]:
        app = HybridApp(LogbookThread(lambda: Logbook.open(location, clock)), clock, settings or AppSettings())
        calm.app = app
        async with app.run_test(size=size) as pilot:
            story = Story(app, pilot, location, clock, calm)
            await story.settle()
            yield story

    return running


@pytest.fixture
def passing(clock: FixedClock) -> Callable[[Story, float], Awaitable[None]]:
    """Let time pass, and the app look at its clock."""

    async def passed(story: Story, seconds: float) -> None:
        clock.pass_(seconds)
        story.app._look()
        await story.settle()

    return passed


@pytest.fixture
def with_plan(location: Path, clock: FixedClock) -> Plan:
    """An athlete with a plan that has strength and a run today, Wednesday 4 March 2026."""
    assert not location.exists(), "it would be written over"
    location.write_bytes(planned(clock.at, clock.zone))
    location.chmod(0o600)
    return PLAN


@cache
def planned(at: datetime, zone: str | None) -> bytes:
    """Return a log with the athlete and the plan, saved at a moment."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        with Logbook.open(path, FixedClock(at, zone)) as book:
            book.save_athlete(ATHLETE)
            book.plans.adopt(PLAN)
        return path.read_bytes()


ATHLETE = Athlete(
    goal=Goal.GENERAL,
    level=Level.INTERMEDIATE,
    days=(Weekday.MON, Weekday.WED, Weekday.THU, Weekday.SAT),
    minutes=(60,) * 7,
    equipment=EQUIPMENT_PROFILES["gym"],
    run_minutes=90,
    longest_run=40,
    strength_sessions=2,
)

WARM_UP = Step(kind=StepKind.WARMUP, title="Easy rowing", seconds=300)
COOL_DOWN = Step(kind=StepKind.COOLDOWN, title="Stretch calves and hips", seconds=180)

STRENGTH = Workout(
    id="w-strength",
    day=date(2026, 3, 4),
    kind=Kind.STRENGTH,
    subtype="SF",
    title="Full body",
    minutes=45,
    run_minutes=0,
    strength_minutes=45,
    purpose="Strength for the whole body.",
    why=(Why("R31", "Two strength sessions a week train every muscle of the body."),),
    steps=(
        WARM_UP,
        Step(
            kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=6, reps_max=8, rest_s=120,
            load=Load(80), why=(Why("R17", "A squat pattern every week."),),
        ),
        Step(kind=StepKind.SET, title="Push-up", exercise="push_up", sets=2, reps=10, rest_s=60, tempo="3-1-1-0"),
        Step(
            kind=StepKind.HOLD, title="Side plank", exercise="side_plank", sets=2, seconds=30, rest_s=45, per_side=True,
        ),
        COOL_DOWN,
    ),
)  # fmt: skip

RUN = Workout(
    id="w-run",
    day=date(2026, 3, 4),
    kind=Kind.RUN,
    subtype="easy",
    title="Easy run",
    minutes=30,
    run_minutes=30,
    strength_minutes=0,
    slot="pm",
    purpose="Easy minutes that build endurance.",
    steps=(
        Step(kind=StepKind.WARMUP, title="Walk", seconds=300),
        Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1200, zone="E"),
        Step(kind=StepKind.COOLDOWN, title="Walk", seconds=300),
    ),
)

PLAN = Plan(
    id="plan",
    engine="1",
    athlete=ATHLETE,
    start=date(2026, 3, 2),
    weeks=tuple(
        PlannedWeek(
            number=number + 1,
            week=(week := Week.of(date(2026, 3, 2)).plus(number)),
            phase=Phase.GENERAL,
            deload=False,
            workouts=(
                replace(RUN, id=f"mon-{number}", day=week.days[0], slot="am"),
                *((STRENGTH, RUN) if number == 0 else ()),
                replace(STRENGTH, id=f"thu-{number}", day=week.days[3]),
                replace(RUN, id=f"sat-{number}", day=week.days[5], title="Long run", long=True, subtype="long"),
            ),
        )
        for number in range(4)
    ),
)
