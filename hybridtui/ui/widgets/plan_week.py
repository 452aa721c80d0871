"""One week of the plan as lines: its name and sums at the left, then its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.content import Content

from hybridtui.domain.balance import run_share
from hybridtui.domain.workout import Kind, PlannedWeek, Workout
from hybridtui.ui import look
from hybridtui.ui.widgets.share_bar import split

MARGIN, COMPACT_MARGIN, TIGHT_MARGIN = 13, 18, 12
"""Cells for the week's name and sums: on three lines, on two, and on two of few words."""

NARROWEST, TIGHTEST = 8, 6
"""Cells of a day, and of one where even those are too many."""

SHORT = {
    "runwalk": "run/walk", "SF": "full", "SL": "lower", "SU": "upper", "SA": "short A", "SB": "short B", "SC": "core",
    "timetrial": "trial", "progression": "progress",
}  # fmt: skip
"""Subtypes that do not fit a day's column, or say nothing, as they are written."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of a line are shared out."""

    width: int
    compact: bool
    """One line a workout, no line between weeks: where there is little height."""

    @property
    def tight(self) -> bool:
        """True if there is too little width for spaces within a day."""
        return self.width < COMPACT_MARGIN + 7 * NARROWEST

    @property
    def margin(self) -> int:
        """Cells for the week's name and sums."""
        if self.tight:
            return TIGHT_MARGIN
        return COMPACT_MARGIN if self.compact else MARGIN

    @property
    def day(self) -> int:
        """Cells of a day."""
        return max(TIGHTEST if self.tight else NARROWEST, (self.width - self.margin) // 7)

    @property
    def tall(self) -> int:
        """Lines of a workout."""
        return 1 if self.compact else 2

    @property
    def gap(self) -> int:
        """Empty lines between weeks."""
        return 0 if self.compact else 1

    def height(self, week: PlannedWeek) -> int:
        """Return how many lines a week takes."""
        return 1 + self.tall * max(1, *(len(week.on(day)) for day in week.week.days))


@dataclass(frozen=True, slots=True)
class Cursor:
    """A day, and which of its workouts."""

    day: date
    slot: int = 0

    def workout(self, week: PlannedWeek) -> Workout | None:
        """Return the workout of the week that it stands on."""
        planned = week.on(self.day)
        return planned[min(self.slot, len(planned) - 1)] if planned else None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the plan is done."""

    today: date
    done: frozenset[str]

    def state(self, workout: Workout) -> str:
        """Say how far a workout is: done, missed, today, or nothing if it is to come."""
        if workout.id in self.done:
            return "done"
        if workout.day <= self.today:
            return "today" if workout.day == self.today else "missed"
        return ""


@dataclass(frozen=True, slots=True)
class WeekLines:
    """Writes weeks."""

    columns: Columns
    progress: Progress
    cursor: Cursor | None
    lit: bool
    """Whether the keys are the cursor's."""

    def write(self, week: PlannedWeek) -> list[Content]:
        """Return the lines of a week."""
        height = self.columns.height(week)
        cells = [self._margin(week, height)] + [self._day(week, day, height) for day in week.week.days]
        return [Content.assemble(*(lines[row] for lines in cells)) for row in range(height)]

    def _margin(self, week: PlannedWeek, height: int) -> list[Content]:
        share = run_share(week.run_minutes, week.strength_minutes)
        balance = Content.styled(split(share) if share is not None else "rest", "$foreground-muted")
        name = Content.styled(f"W{week.week.iso_week} {'lighter' if week.deload else week.phase}", "bold")
        minutes = Content.assemble(
            (f"{look.SIGNS[Kind.RUN]} {week.run_minutes}", f"${look.RUN_COLOUR}"),
            (f" {look.SIGNS[Kind.STRENGTH]} {week.strength_minutes}", f"${look.STRENGTH_COLOUR}"),
        )
        squeezed = [name if self.columns.tight else name + " " + balance, minutes]
        lines = squeezed if self.columns.compact else [name, minutes, balance]
        lines += [Content()] * (height - len(lines))
        return [line.truncate(self.columns.margin - 1, pad=True) + " " for line in lines]

    def _day(self, week: PlannedWeek, day: date, height: int) -> list[Content]:
        today = day == self.progress.today
        name = f"{'today' if today else f'{day:%a}'} {day.day}"
        if self.columns.tight:
            name = "today" if today else f"{day:%a}"[:2] + f" {day.day}"
        lines = [Content.styled(name, "bold underline" if today else "$foreground-muted")]
        for workout in week.on(day):
            lines += self._cell(workout)[: self.columns.tall]
        if len(lines) == 1:
            lines.append(Content.styled(look.REST_SIGN, "$foreground-muted"))
        lines += [Content()] * (height - len(lines))
        cells = [line.truncate(self.columns.day - 1, ellipsis=True, pad=True) + " " for line in lines]
        if self.cursor is not None and day == self.cursor.day:
            self._mark(cells, len(week.on(day)), self.cursor.slot)
        return cells

    def _cell(self, workout: Workout) -> tuple[Content, Content]:
        state = self.progress.state(workout)
        space = "" if self.columns.tight else " "
        mark = {"done": space + look.DONE_SIGN, "missed": space + look.MISSED_SIGN}.get(state, "")
        colour = "$foreground-muted" if state in ("done", "missed") else look.colour(workout.kind)
        name = SHORT.get(workout.subtype, workout.subtype)
        return (
            Content.assemble((f"{look.sign(workout.kind)}{space}{workout.minutes}", f"bold {colour}"), mark),
            Content.styled(name, "$foreground-muted" if state in ("done", "missed") else ""),
        )

    def _mark(self, cells: list[Content], many: int, slot: int) -> None:
        """Put the cursor under the workout it stands on, and under the name of its day."""
        tall = self.columns.tall
        first = 1 + tall * min(slot, max(0, many - 1))
        style = "$foreground on $primary 30%" if self.lit else "on $foreground 10%"
        for row in (0, *range(first, min(first + tall, len(cells)))):
            cells[row] = cells[row].stylize(style)
