"""The timer of one set: a hold, a tempo, a countdown or a stopwatch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hybridtui.domain import guide, timeline
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.entry import write_run, write_sets
from hybridtui.domain.phases import PhaseKind
from hybridtui.domain.units import Distance, pace
from hybridtui.ui.running import Running
from hybridtui.ui.spot import Spot
from hybridtui.ui.step_card import step_line

if TYPE_CHECKING:
    from hybridtui.domain.timeline import Timeline
    from hybridtui.domain.workout import Step
    from hybridtui.ui.clocked import ClockedApp


class StepClock:
    """Takes the place of the rest on the app's clock while it runs."""

    def __init__(self, app: ClockedApp) -> None:
        self._app = app

    def start(self, here: Spot) -> None:
        """Start what the next set asks for."""
        step = _paced(here)
        self._app.running = Running(
            timeline=_timeline(here, step, self._app.clock.ticks()),
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


def _paced(here: Spot) -> Step | None:
    """The step with its pace in the title: what runs is read from afar."""
    step = here.step
    if step is None or not step.pace_s_per_km:
        return step
    return replace(step, title=f"{step.title} at {pace(step.pace_s_per_km, 1000, here.expected.distance_unit)}")


def _timeline(here: Spot, step: Step | None, ticks: float) -> Timeline:
    """The clock of the next set; repeats of a run say which of them it is."""
    if step is None:
        return timeline.stopwatch(ticks)
    line = timeline.of_step(step, here.expected.target_reps, ticks)
    if step.logs_sets or here.place is None:
        return line
    return timeline.numbered(line, here.place.set_number, step.sets)


def _after(here: Spot) -> str:
    """What follows, and how much of it where it is no set."""
    after = guide.following(here.session, here.place) if here.place else None
    if after is None:
        return ""
    if here.session.steps[after.step].logs_sets:
        return guide.name(here.session, after)
    return step_line(here.session, after, here.expected.distance_unit)
