"""A drafted plan beside the one that is followed: what changes, week by week and in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from textual.content import Content

from hybridtui.domain.balance import run_share, split
from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.comparing import Difference, What, differences
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Why, Workout
from hybridtui.ui import look
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.workout_lines import reason

SIGNS = {What.NEW: "+", What.GONE: "−", What.MOVED: "→", What.LONGER: "↑", What.SHORTER: "↓", What.OTHER: "≠"}
"""One cell each, behind a workout that differs."""

LEGEND = "  ".join(f"{sign} {what}" for what, sign in SIGNS.items())

MARGIN, DAY, TIGHT_MARGIN, TIGHT_DAY = 18, 6, 6, 6
"""Cells of a row's name and sums, and of a day; where it is narrow the sums go into the week's headline."""

MOST_SENTENCES = 6
"""So many differences of a week are told in words."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft, and the plan that it would replace, if there is one."""

    now: Plan | None
    then: Plan
    today: date

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What the draft changes."""
        return differences(self.now, self.then, self.today) if self.now is not None else ()

    @property
    def this(self) -> Week:
        """The present week."""
        return Week.of(self.today)

    def weeks(self, plan: Plan | None) -> tuple[PlannedWeek, ...]:
        """Return the weeks of a plan from the present one on."""
        return tuple(week for week in plan.weeks if week.week >= self.this) if plan is not None else ()


def draft_lines(found: Comparison, width: int) -> Iterator[Content]:
    """Write the comparison in lines of ``width`` cells: the sums first, then the weeks."""
    changes = found.differences
    yield from _sums(found, changes, width)
    by_week = {week: tuple(group) for week, group in groupby(changes, key=lambda change: change.week)}
    now = {week.week: week for week in found.weeks(found.now)}
    for week in found.weeks(found.then):
        yield Content()
        yield from _week(found, now.get(week.week), week, by_week.get(week.week, ()), width)


def _sums(found: Comparison, changes: Sequence[Difference], width: int) -> Iterator[Content]:
    """Tell what the answers come to: minutes, share, phases, how much differs, what was bent."""
    now, then = found.weeks(found.now), found.weeks(found.then)
    both = {week.week for week in now} & {week.week for week in then} if now else {week.week for week in then}
    old, new = _minutes(now, both), _minutes(then, both)
    target = Content.styled(f"; target {split(found.then.athlete.balance)}", "$foreground-muted")
    share = Content.assemble(f"{_split(old)} → " if now and old != new else "", (_split(new), "bold"))
    yield from (
        Content.assemble(
            (f"{look.count(len(both), 'week')}: ", "bold"),
            (_arrow(old[0], new[0], f"{look.signed(Kind.RUN)} ") + ", ", f"${look.RUN_COLOUR}"),
            (_arrow(old[1], new[1], f"{look.signed(Kind.STRENGTH)} ") + ", ", f"${look.STRENGTH_COLOUR}"),
            share,
            target,
        ).wrap(max(10, width))
    )
    yield from hanging(Content.styled("Phases", "bold"), Content(_phases(now, then)), width, 8)
    yield from hanging(Content.styled("Differs", "bold"), Content(_counted(found, changes)), width, 8)
    for relaxed in found.then.relaxed:
        yield from reason(Why(relaxed.rule, f"Bent: {relaxed.text}"), width)


def _minutes(weeks: Iterable[PlannedWeek], among: Collection[Week]) -> tuple[int, int]:
    listed = [week for week in weeks if week.week in among]
    return sum(week.run_minutes for week in listed), sum(week.strength_minutes for week in listed)


def _split(minutes: tuple[int, int]) -> str:
    share = run_share(*minutes)
    return split(share) if share is not None else "rest"


def _arrow(old: int, new: int, name: str) -> str:
    return f"{name}{new} min" if old in (0, new) else f"{name}{old} → {new} min"


def _phases(now: Sequence[PlannedWeek], then: Sequence[PlannedWeek]) -> str:
    old, new = _phase_words(now), _phase_words(then)
    return new if not now or old == new else f"{new} (now {old})"


def _phase_words(weeks: Sequence[PlannedWeek]) -> str:
    parts = [f"{phase} {len(tuple(group))}" for phase, group in groupby(weeks, key=lambda week: week.phase)]
    lighter = [f"W{week.week.iso_week}" for week in weeks if week.deload]
    return ", ".join(parts) + (f"; lighter {', '.join(lighter)}" if lighter else "")


def _counted(found: Comparison, changes: Sequence[Difference]) -> str:
    """Count the differences by what they are."""
    if found.now is None:
        return "there is no plan yet: all of it is new"
    counts = {what: sum(what in change.what for change in changes) for what in SIGNS}
    told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
    return told or "no workout"


# weeks


def _week(
    found: Comparison, now: PlannedWeek | None, then: PlannedWeek, changes: Sequence[Difference], width: int
) -> Iterator[Content]:
    tight = width < MARGIN + 7 * DAY
    margin = TIGHT_MARGIN if tight else MARGIN
    day = max(TIGHT_DAY, (width - margin) // 7)
    name = f"W{then.week.iso_week} {'lighter' if then.deload else then.phase}"
    if now is not None and not changes:
        same = Content.styled(f"  as it is now: {_numbers(then)}", "$foreground-muted")
        yield (Content.styled(name, "bold") + same).truncate(width, ellipsis=True)
        return
    if tight:
        yield Content.assemble((name, "bold"), f"  {_numbers(now) + ' → ' if now else ''}{_numbers(then)}")
        name = ""
    days = (_fitted(Content(_day_name(found, d)).stylize("$foreground-muted"), day) for d in then.week.days)
    yield Content.assemble(_fitted(Content.styled(name, "bold"), margin), *days)
    signs = _signs(changes)
    if now is not None:
        yield from _rows("now", now, signs, margin, day)
    yield from _rows("then", then, signs, margin, day)
    yield from _sentences(changes, width)


def _signs(changes: Iterable[Difference]) -> dict[str, str]:
    """Return the signs behind workouts, by id: of what goes in the plan as it is, of all else in the draft."""
    places = ((change, change.after or change.before) for change in changes)
    return {workout.id: "".join(SIGNS.get(what, "") for what in change.what) for change, workout in places if workout}


def _rows(name: str, week: PlannedWeek, signs: Mapping[str, str], margin: int, day: int) -> Iterator[Content]:
    planned = [week.on(each) for each in week.week.days]
    title = f" {name:<5}" + (_numbers(week) if margin == MARGIN else "")
    for row in range(max(1, *(len(workouts) for workouts in planned))):
        cells = (_fitted(_cell(workouts, row, signs, lively=name == "then"), day) for workouts in planned)
        yield Content.assemble(_fitted(Content.styled(title if not row else "", "$foreground-muted"), margin), *cells)


def _cell(workouts: Sequence[Workout], row: int, signs: Mapping[str, str], *, lively: bool) -> Content:
    if row >= len(workouts):
        return Content.styled("" if row else look.REST_SIGN, "$foreground-muted")
    workout = workouts[row]
    changed = signs.get(workout.id, "")
    colour = look.colour(workout.kind) if lively else "$foreground-muted"
    sign = look.RACE_SIGN if workout.is_race else look.sign(workout.kind)
    return Content.assemble((f"{sign}{workout.minutes}", f"bold {colour}" if changed else colour), (changed, "bold"))


def _numbers(week: PlannedWeek) -> str:
    run, strength = week.run_minutes, week.strength_minutes
    return f"{look.sign(Kind.RUN)}{run} {look.sign(Kind.STRENGTH)}{strength}"


def _day_name(found: Comparison, day: date) -> str:
    return "today" if day == found.today else f"{day:%a}"[:2] + f" {day.day}"


def _fitted(content: Content, cells: int) -> Content:
    return content.truncate(cells - 1, ellipsis=True, pad=True) + " "


def _sentences(changes: Sequence[Difference], width: int) -> Iterator[Content]:
    for change in changes[:MOST_SENTENCES]:
        sign = Content.styled(f" {''.join(SIGNS.get(what, look.CURRENT_SIGN) for what in change.what)}", "bold")
        yield from hanging(sign, Content.styled(clean(change.text, 300), "$foreground-muted"), width, 5)
    if len(changes) > MOST_SENTENCES:
        yield Content.styled(f"     and {len(changes) - MOST_SENTENCES} more", "$foreground-muted")
