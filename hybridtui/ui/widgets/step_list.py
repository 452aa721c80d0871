"""The steps of a workout or session, one a line, with where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

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


class StepList(VerticalScroll, can_focus=False):
    """``▸ Back squat   1/3 · 3 × 8``; keeps the step in focus in view."""

    DEFAULT_CSS = """
    StepList { & > Static { width: 100%; height: auto; text-wrap: nowrap; } }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._shown: tuple[Sequence[Step], Sequence[Standing], DistanceUnit] = ((), (), DistanceUnit.KM)

    def compose(self) -> ComposeResult:
        """Lay out the one text."""
        yield Static(markup=False)

    def show(self, steps: Sequence[Step], standings: Sequence[Standing], unit: DistanceUnit) -> None:
        """Show the steps; ``standings`` has one for each, or none at all for a workout not begun."""
        self._shown = (steps, standings or [Standing()] * len(steps), unit)
        self._draw()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._draw()

    def _draw(self) -> None:
        steps, standings, unit = self._shown
        room = max(20, self.scrollable_content_region.width)
        lines = [
            _line(step, standing, _bracket(steps, index), room, unit)
            for index, (step, standing) in enumerate(zip(steps, standings, strict=True))
        ]
        self.query_one(Static).update(Content("\n").join(lines))
        here = next((index for index, standing in enumerate(standings) if standing.current), 0)
        self.call_after_refresh(self.scroll_to_region, Region(0, max(0, here - 1), 1, 4), animate=False)


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
    gap = room - len(right) - 1
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
