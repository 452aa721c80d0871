"""One week of the plan as lines: its name and sums at the left, then its days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from textual.content import Content

from hybridtui.domain.balance import run_share, split
from hybridtui.domain.dates import day_and_month
from hybridtui.domain.workout import Kind, PlannedWeek, Workout
from hybridtui.ui import look
from hybridtui.ui.widgets.share_bar import volume_bar

MARGIN, COMPACT_MARGIN, TIGHT_MARGIN = 13, 18, 12
"""Cells for the week's name and sums: on three lines, on two, and on two of few words."""

NARROWEST, TIGHTEST = 8, 6
"""Cells of a day, and of one where even those are too many."""

LONGEST_BAR, SHORTEST_BAR = 6, 4
"""Cells of the bar for a week's minutes; less than the shortest says nothing."""

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

    def workouts(self, week: PlannedWeek) -> int:
        """Return how many lines the workouts of a week take."""
        return self.tall * max(1, *(len(week.on(day)) for day in week.week.days))


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
    close: frozenset[str] = frozenset()
    """Ids of what lies too close to what was done."""

    def state(self, workout: Workout) -> str:
        """Say how far a workout is: done, missed, today, or nothing if it is to come."""
        if workout.id in self.done:
            return "done"
        if workout.day <= self.today:
            return "today" if workout.day == self.today else "missed"
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is said of a day, below its name: a sign, and a word or the ids of rules as far as there is room."""

    sign: str
    word: str = ""
    rules: tuple[str, ...] = ()
    style: str

    def fitted(self, room: int) -> Content:
        """Write what fits; how many rules do not is told."""
        ways = [f"{self.sign} {self.word}".strip()] if self.word else []
        for many in range(len(self.rules), 0, -1):
            left = len(self.rules) - many
            ways.append(" ".join((self.sign, *self.rules[:many], *((f"+{left}",) if left else ()))))
        ways += [f"{self.sign}{space}{rule}…" for rule in self.rules[:1] for space in (" ", "")]
        fitting = (way for way in ways if len(way) <= room)
        return Content.styled(next(fitting, self.sign or self.word), self.style)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said of some days: of those that a workout may be moved to."""

    days: Mapping[date, Mark] = field(default_factory=dict)
    lifted: str = ""
    """Id of the workout that is being moved."""

    def touch(self, week: PlannedWeek) -> bool:
        """Return whether a day of this week is marked."""
        return bool(self.days) and any(day in self.days for day in week.week.days)

    def beside(self, day: date, days: int) -> date | None:
        """Return the marked day nearest to so many ``days`` on (or back); None if there is none that way."""
        onward = [other for other in self.days if (other - day).days * days > 0]
        return min(onward, key=lambda other: (abs((other - day).days - days), other), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLines:
    """Writes weeks."""

    columns: Columns
    progress: Progress
    cursor: Cursor | None
    lit: bool
    """Whether the keys are the cursor's."""
    most: int
    """Minutes of the fullest week: the longest bar."""
    marks: Marks

    def write(self, week: PlannedWeek) -> list[Content]:
        """Return the lines of a week."""
        height = self.head(week) + self.columns.workouts(week)
        cells = [self._margin(week, height)] + [self._day(week, day, height) for day in week.week.days]
        return [Content.assemble(*(lines[row] for lines in cells)) for row in range(height)]

    def head(self, week: PlannedWeek) -> int:
        """Return how many lines stand above the workouts."""
        return 2 if self.marks.touch(week) else 1

    def _margin(self, week: PlannedWeek, height: int) -> list[Content]:
        share = run_share(week.run_minutes, week.strength_minutes)
        balance = Content.styled(split(share) if share is not None else "rest", "$foreground-muted")
        name = Content.styled(f"W{week.week.iso_week} {'lighter' if week.deload else week.phase}", "bold")
        minutes = Content.assemble(
            (f"{look.SIGNS[Kind.RUN]} {week.run_minutes}", f"${look.RUN_COLOUR}"),
            (f" {look.SIGNS[Kind.STRENGTH]} {week.strength_minutes}", f"${look.STRENGTH_COLOUR}"),
        )
        if self.columns.compact:
            lines = [name if self.columns.tight else name + " " + balance, self._with_bar(minutes, week)]
        else:
            lines = [name, minutes, self._with_bar(balance, week)]
        lines += [Content()] * (height - len(lines))
        return [line.truncate(self.columns.margin - 1, pad=True) + " " for line in lines[:height]]

    def _with_bar(self, line: Content, week: PlannedWeek) -> Content:
        """Draw the week's minutes beside its numbers, where there is room."""
        room = min(LONGEST_BAR, self.columns.margin - 2 - line.cell_length)
        if room < SHORTEST_BAR or not self.most:
            return line
        return line + " " + volume_bar(week.run_minutes, week.strength_minutes, self.most, room)

    def _day(self, week: PlannedWeek, day: date, height: int) -> list[Content]:
        planned = week.on(day)
        lines = [self._name(day)]
        if self.marks.touch(week):
            mark = self.marks.days.get(day)
            lines.append(mark.fitted(self.columns.day - 1) if mark is not None else Content())
        for workout in planned:
            lines += self._cell(workout)[: self.columns.tall]
        if not planned:
            lines.append(Content.styled(look.REST_SIGN, "$foreground-muted"))
        lines += [Content()] * (height - len(lines))
        cells = [line.truncate(self.columns.day - 1, ellipsis=True, pad=True) + " " for line in lines]
        if self.cursor is not None and day == self.cursor.day:
            self._mark(cells, week, self.cursor.slot)
        return cells

    def _name(self, day: date) -> Content:
        """Write the name of a day; the first of a month names the month."""
        today = day == self.progress.today
        weekday = f"{day:%a}"[:2] if self.columns.tight else f"{day:%a}"
        name = day_and_month(day) if day.day == 1 else f"{weekday} {day.day}"
        if today:
            name = f"today {day.day}"
            name = name if len(name) < self.columns.day else "today"
        return Content.styled(name, "bold underline" if today else "$foreground-muted")

    def _cell(self, workout: Workout) -> tuple[Content, Content]:
        state = self.progress.state(workout)
        space = "" if self.columns.tight else " "
        mark = {"done": space + look.DONE_SIGN, "missed": space + look.MISSED_SIGN}.get(state, "")
        if not mark and workout.id in self.progress.close:
            mark = space + look.BENT_SIGN
        over = state in ("done", "missed")
        colour = "$foreground-muted" if over else look.colour(workout.kind)
        name = SHORT.get(workout.subtype, workout.subtype)
        head, second = f"{look.sign(workout.kind)}{space}{workout.minutes}", name
        if workout.is_race:
            colour = "$foreground-muted" if over else "$text-warning"
            head, second = f"{look.RACE_SIGN}{space}{look.RACE_WORD}", f"{workout.minutes} min"
        style = "bold $foreground on $foreground 20%" if workout.id == self.marks.lifted else f"bold {colour}"
        return Content.assemble((head, style), mark), Content.styled(second, "$foreground-muted" if over else "")

    def _mark(self, cells: list[Content], week: PlannedWeek, slot: int) -> None:
        """Put the cursor under the workout it stands on, and under the name of its day."""
        style = "$foreground on $primary 30%" if self.lit else "on $foreground 10%"
        tall, head = self.columns.tall, self.head(week)
        first = head + tall * min(slot, max(0, len(week.on(self.cursor.day)) - 1)) if self.cursor else head
        rows = range(head) if self.marks.days else (0, *range(first, min(first + tall, len(cells))))
        for row in rows:
            cells[row] = cells[row].stylize(style)
