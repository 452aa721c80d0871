"""The timer of one set: a hold, a tempo, a countdown or a stopwatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hybridtui.domain import guide, timeline
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.entry import write_run, write_sets
from hybridtui.domain.phases import PhaseKind
from hybridtui.domain.units import Distance
from hybridtui.ui.running import Running
from hybridtui.ui.spot import Spot

if TYPE_CHECKING:
    from hybridtui.ui.clocked import ClockedApp


class StepClock:
    """Takes the place of the rest on the app's clock while it runs."""

    def __init__(self, app: ClockedApp) -> None:
        self._app = app

    def start(self, here: Spot) -> None:
        """Start what the next set asks for."""
        ticks, step = self._app.clock.ticks(), here.step
        self._app.running = Running(
            timeline=timeline.of_step(step, here.expected.target_reps, ticks) if step else timeline.stopwatch(ticks),
            origin="step",
            label=step.title if step else here.exercise.name if here.exercise else here.session.title,
            following=_after(here),
        )

    def stop(self, here: Spot) -> str:
        """Stop it; return the entry it stands for: the seconds held, the time run."""
        running = self._app.running
        if running is None:
            return ""
        reading = running.timeline.reading(self._app.clock.ticks())
        self.put_away()
        seconds = round(reading.elapsed_s + reading.over_s)
        if reading.phase.kind is PhaseKind.PREPARE or seconds < 1:
            return ""
        if here.expected.is_run:
            metres = here.step.distance_m if here.step else None
            return write_run(RunDraft(distance=Distance(metres) if metres else None, seconds=seconds))
        return write_sets((SetDraft(seconds=seconds),)) if here.expected.is_hold else ""

    def ran_out(self, ticks: float) -> bool:
        """Put it away if it is over; return whether it was a hold, which is then to be logged."""
        running = self._app.running
        if running is None or running.origin != "step":
            return False
        reading = running.timeline.reading(ticks)
        if reading.finished:
            self.put_away()
        return reading.finished and reading.phase.kind is PhaseKind.HOLD

    def put_away(self) -> None:
        """End it; the rest is what runs again, if one does."""
        if self._app.running is not None and self._app.running.origin == "step":
            self._app.running = self._app.rest_clock()


def _after(here: Spot) -> str:
    after = guide.following(here.session, here.place) if here.place else None
    return guide.name(here.session, after) if after else ""
