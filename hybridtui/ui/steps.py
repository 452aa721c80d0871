"""The steps of a workout or session as lines of the list on Today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hybridtui.domain import guide
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.session import Session, Status
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Form, Step
from hybridtui.ui import frames, words
from hybridtui.ui.look import CURRENT_SIGN, DONE_SIGN, SKIPPED_SIGN, count
from hybridtui.ui.widgets.step_list import StepLine


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one step is: sets done and skipped, and whether it is the one in focus."""

    done: int = 0
    skipped: int = 0
    current: bool = False


def standings(session: Session) -> list[Standing]:
    """Return how far each step of a session is."""
    here = guide.current(session) if session.status is Status.OPEN else None
    done = [0] * len(session.steps)
    skipped = [0] * len(session.steps)
    for place in guide.places(session.steps):
        ended = guide.outcome(session, place)
        done[place.step] += ended == "done"
        skipped[place.step] += ended == "skipped"
    return [
        Standing(done=done[index], skipped=skipped[index], current=here is not None and here.step == index)
        for index in range(len(session.steps))
    ]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a session is: what was done and what was left out, of all there is."""

    done: int
    skipped: int
    total: int

    def __str__(self) -> str:
        """Say it: ``7 of 23 done, 2 skipped``; empty in a session without steps."""
        if not self.total:
            return ""
        return f"{self.done} of {self.total} done" + (f", {self.skipped} skipped" if self.skipped else "")


def progress(session: Session) -> Progress:
    """Return how far a session is; what was skipped was not done."""
    walk = guide.places(session.steps)
    ended = [guide.outcome(session, place) for place in walk]
    return Progress(ended.count("done"), ended.count("skipped"), len(walk))


def planned(steps: Sequence[Step], unit: DistanceUnit) -> list[StepLine]:
    """Return the steps of a workout that was not begun."""
    lines: list[StepLine] = []
    for index, step in enumerate(steps):
        lines += _framed(steps, index)
        lines.append(StepLine(title=step.title, edge=_edge(steps, index), amount=words.amount(step, unit)))
    return lines


def followed(session: Session, unit: DistanceUnit) -> list[StepLine]:
    """Return the steps of a session, each with how it stands."""
    lines: list[StepLine] = []
    for index, (step, standing) in enumerate(zip(session.steps, standings(session), strict=True)):
        lines += _framed(session.steps, index)
        lines.append(
            StepLine(
                title=step.title,
                sign=_sign(step, standing),
                edge=_edge(session.steps, index),
                amount=_amount(step, standing, unit),
                current=standing.current,
                over=standing.done + standing.skipped >= step.sets,
            )
        )
    return lines


def done_freely(session: Session, exercises: Mapping[str, Exercise], chosen: str | None) -> list[StepLine]:
    """Return the exercises of a session without a plan, in the order of their first sets."""
    sets = {logged.exercise: 0 for logged in session.sets} | ({chosen: 0} if chosen is not None else {})
    for logged in session.sets:
        sets[logged.exercise] += 1
    return [
        StepLine(
            title=exercises[name].name if name in exercises else name,
            sign=CURRENT_SIGN if name == chosen else DONE_SIGN,
            amount=count(number, "set") if number else "",
            current=name == chosen,
        )
        for name, number in sets.items()
    ]


def _framed(steps: Sequence[Step], index: int) -> list[StepLine]:
    """Return the line above the first step of a group that has a name."""
    heading = frames.heading(steps, index)
    return (
        [StepLine(title=heading, edge="╭", over=True)] if heading and guide.group_of(steps, index)[0] == index else []
    )


def _edge(steps: Sequence[Step], index: int) -> str:
    """Return the left edge of a frame around the steps of one circuit or superset."""
    if steps[index].group is None:
        return ""
    together = guide.group_of(steps, index)
    named = bool(frames.heading(steps, index))
    if len(together) == 1 and not named:
        return "╶"
    if index == together[-1]:
        return "╰"
    return "╭" if index == together[0] and not named else "│"


def _sign(step: Step, standing: Standing) -> str:
    if standing.current:
        return CURRENT_SIGN
    if standing.done + standing.skipped < step.sets:
        return " "
    return DONE_SIGN if standing.done else SKIPPED_SIGN


def _amount(step: Step, standing: Standing, unit: DistanceUnit) -> str:
    ended = standing.done + standing.skipped
    if ended >= step.sets and standing.done < step.sets:
        return f"{standing.done} of {step.sets}" if standing.done else "skipped"
    if (standing.current or 0 < ended < step.sets) and step.sets > 1 and step.form is not Form.AMRAP:
        return f"{ended + 1}/{words.amount(step, unit)}"
    return words.amount(step, unit)
