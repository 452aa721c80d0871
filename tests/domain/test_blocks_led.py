"""The engine leads through whatever can be typed: from the first step to the last, with nothing left over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from hybridtui.domain import guide, recording
from hybridtui.domain.blocks import EXAMPLES, Known, read, read_done
from hybridtui.domain.calendar import Moment
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.handling import handle
from hybridtui.domain.engine.leading import leads
from hybridtui.domain.engine.state import Begin, Event, LogRun, LogSets, Now, Outcome, Pass, Split, State
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Form

AT = datetime(2026, 3, 4, 17, tzinfo=UTC)
STEP_S = 10.0
LONGEST_S = 3 * 3600

LINES = [line for lines in EXAMPLES.values() for line in lines if read_done(line) is None]


class Led:
    """A session that an athlete follows who confirms what the clock does not do by itself."""

    def __init__(self, line: str) -> None:
        typed = read(line, Known(exercises=catalogue()))
        begun = recording.free(typed.kind, typed.title, "session", Moment.at(AT))
        self.state = State(replace(begun, steps=typed.steps))
        self.seconds = 0.0
        self._ids = count()

    def happen(self, event: Event) -> Outcome:
        now = Now(AT, self.seconds)
        outcome = handle(self.state, event, replace(now, utc=now.wall(self.seconds)), lambda: f"id{next(self._ids)}")
        self.state = outcome.state
        return outcome

    def to_the_end(self) -> Session:
        while (here := guide.current(self.state.session)) is not None:
            assert self.seconds < LONGEST_S, "it comes to an end"
            step, line = self.state.session.steps[here.step], self.state.line
            if line is None and leads(step):
                self.happen(Begin())
            elif line is None:
                self._confirm(here)
            elif (
                line.reading(self.seconds).finished
                or line.reading(self.seconds).phase.seconds is None
                or (step.form is Form.AMRAP and self.seconds % 60 == 0)
            ):
                self.happen(Split())
            else:
                self.happen(Pass())
            self.seconds += STEP_S
        return self.state.session

    def _confirm(self, here: guide.Place) -> None:
        step = self.state.session.steps[here.step]
        if step.is_run:
            self.happen(LogRun(here, RunDraft(seconds=60.0)))
        else:
            draft = SetDraft(reps=step.reps, seconds=None if step.seconds is None else float(step.seconds))
            self.happen(LogSets(here, step.exercise or "", (draft,)))


@pytest.mark.parametrize("line", [*LINES, "amrap 6: 200m run, 10 burpee", "superset 2x5 squat + row, plank"])
def test_every_line_is_led_to_its_end_with_each_place_done_once(line: str) -> None:
    session = Led(line).to_the_end()
    done = [(s.step, s.set_number) for s in session.sets] + [(r.step, r.set_number) for r in session.runs]
    done += [(mark.step, mark.set_number) for mark in session.marks]
    assert Counter(done) == Counter((place.step, place.set_number) for place in guide.places(session.steps))


def test_the_last_repeat_is_the_last_thing_before_the_cool_down() -> None:
    session = Led("6x400m/90s").to_the_end()
    assert [run.distance.metres for run in session.runs if run.distance is not None] == [400.0] * 6
