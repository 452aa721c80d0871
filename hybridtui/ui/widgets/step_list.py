"""The steps of a workout or session, one a line, with where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Step
from hybridtui.ui import words
from hybridtui.ui.look import CURRENT_SIGN, DONE_SIGN, SKIPPED_SIGN


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one step is: sets done and skipped, and whether it is the one in focus."""

    done: int = 0
    skipped: int = 0
    current: bool = False


class StepList(Widget, can_focus=False):
    """``▸ Back squat   2/3 × 8``; of a long list the part around the step in focus."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._steps: Sequence[Step] = ()
        self._standings: Sequence[Standing] = ()
        self._unit = DistanceUnit.KM

    def show(self, steps: Sequence[Step], standings: Sequence[Standing], unit: DistanceUnit) -> None:
        """Show the steps; ``standings`` has one for each, or none at all for a workout not begun."""
        self._steps, self._standings, self._unit = steps, standings or [Standing()] * len(steps), unit
        self.refresh()

    def render(self) -> RenderResult:
        """Write the lines that fit."""
        wide, high = self.size
        first, last = window(len(self._steps), self._here(), high)
        lines = [
            _line(self._steps[index], self._standings[index], _bracket(self._steps, index), wide, self._unit)
            for index in range(first, last)
        ]
        if first > 0:
            lines[0] = _more(first + 1)
        if last < len(self._steps):
            lines[-1] = _more(len(self._steps) - last + 1)
        return Content("\n").join(lines)

    def _here(self) -> int:
        return next((index for index, standing in enumerate(self._standings) if standing.current), 0)


def window(count: int, here: int, room: int) -> tuple[int, int]:
    """Return which of ``count`` lines to show in ``room`` so that ``here`` and its neighbours are among them.

    >>> window(5, 3, 10), window(20, 0, 8), window(20, 10, 8), window(20, 19, 8)
    ((0, 5), (0, 8), (6, 14), (12, 20))
    """
    if count <= room or room < 1:
        return 0, min(count, max(room, 0)) if room < 1 else count
    first = max(0, min(here - room // 2, count - room))
    return first, first + room


def _more(hidden: int) -> Content:
    return Content.styled(f"  … {hidden} more", "$foreground-muted")


def _bracket(steps: Sequence[Step], index: int) -> str:
    """Return the left edge of a frame around the steps of one circuit or superset."""
    group = steps[index].group
    if group is None:
        return ""
    first = index == 0 or steps[index - 1].group != group
    last = index == len(steps) - 1 or steps[index + 1].group != group
    return "╶" if first and last else "╭" if first else "╰" if last else "│"


def _line(step: Step, standing: Standing, bracket: str, room: int, unit: DistanceUnit) -> Content:
    sign, style = _sign(step, standing)
    right = _right(step, standing, unit)
    edge = f"{bracket} " if bracket else ""
    left = Content.assemble(f"{sign} ", (edge, "$foreground-muted"), (clean(step.title), style))
    gap = max(4, room - len(right) - 1)
    return Content.assemble(left.truncate(gap, ellipsis=True, pad=True), " ", (right, _quiet(standing)))


def _sign(step: Step, standing: Standing) -> tuple[str, str]:
    if standing.current:
        return CURRENT_SIGN, "bold"
    if standing.done + standing.skipped < step.sets:
        return " ", ""
    return (DONE_SIGN, "$foreground-muted") if standing.done else (SKIPPED_SIGN, "$foreground-muted")


def _quiet(standing: Standing) -> str:
    return "bold" if standing.current else "$foreground-muted"


def _right(step: Step, standing: Standing, unit: DistanceUnit) -> str:
    ended = standing.done + standing.skipped
    if ended >= step.sets:
        if not standing.done:
            return "skipped"
        return f"{standing.done} of {step.sets}" if standing.done < step.sets else words.amount(step, unit)
    if standing.current and step.sets > 1:
        return f"{ended + 1}/{words.amount(step, unit)}"
    return words.amount(step, unit)
