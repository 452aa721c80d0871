"""What the Plan screen shows, and the sentences around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.balance import run_share, split
from hybridtui.domain.calendar import Week
from hybridtui.domain.dates import full_day, short_day
from hybridtui.domain.ladder import OFFERS
from hybridtui.domain.plan.explaining import MOVED, why_moved, why_workout
from hybridtui.domain.problems import Problem
from hybridtui.domain.rule_names import rule_name
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Step, Why, Workout
from hybridtui.ui import look
from hybridtui.ui.app import TALL, WIDE
from hybridtui.ui.questions.about import goal_words
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.workout_lines import LABEL, reason

if TYPE_CHECKING:
    from hybridtui.domain.plan.lived import TooClose
    from hybridtui.logbook import Logbook

LEGEND = look.DOT.join((*map(look.signed, (Kind.RUN, Kind.STRENGTH, Kind.HYBRID)), "✓ done", "✗ missed"))

SENTENCE = 400

BRIEF_NOTES, MOST_NOTES = 2, 12
"""Lines of notes below the weeks, where there is little room and where there is enough."""

FURTHER = " W: more"
"""Ends notes that are longer: the key explains them week by week."""


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan and how far it is done."""

    plan: Plan | None
    done: frozenset[str]
    today: date
    too_close: tuple[TooClose, ...] = ()
    """What of today and tomorrow lies too close to what was done."""

    @property
    def legend(self) -> str:
        """What the signs of the weeks mean."""
        return f"{LEGEND}{look.DOT}{look.BENT_SIGN} too close" if self.too_close else LEGEND

    @property
    def close_ids(self) -> frozenset[str]:
        """The ids of the workouts that do."""
        return frozenset(each.workout.id for each in self.too_close)

    def why(self, workout: Workout) -> tuple[Why, ...]:
        """Return why a workout is there, after why it may be wrong there by what was done."""
        close = (each.breach for each in self.too_close if each.workout.id == workout.id)
        wrong = (Why(breach.rule, f"{breach.text}. m moves it.") for breach in close)
        return (*wrong, *(why_workout(self.plan, workout) if self.plan is not None else ()))

    @property
    def weeks(self) -> tuple[PlannedWeek, ...]:
        """All weeks, the past ones too; none if the plan has come to its end."""
        if self.plan is None or not self.coming:
            return ()
        return self.plan.weeks

    @property
    def coming(self) -> tuple[PlannedWeek, ...]:
        """The weeks from the present one on."""
        return tuple(w for w in self.plan.weeks if w.week >= Week.of(self.today)) if self.plan is not None else ()


def has_offer(step: Step | None, workout: Workout) -> bool:
    """Return whether the log suggests another exercise for a step of a workout: a reason that the plan has not."""
    planned = {why for own in workout.steps for why in own.why}
    return step is not None and any(why.rule in OFFERS and why not in planned for why in step.why)


def headline(athlete: Athlete, today: date) -> str:
    """Write whom the plan is for: goal, balance, level, days, and the race."""
    parts = [goal_words(athlete.goal), split(athlete.balance), str(athlete.level), f"{athlete.days_used} days a week"]
    race = athlete.race
    if race is not None and race.day >= today:
        days = (race.day - today).days
        when = "today" if not days else f"in {look.count(days, 'day')}" if days < 14 else f"in {days // 7} weeks"
        parts[2:] = [f"{look.RACE_SIGN} {look.distance(race.distance_m, athlete.distance_unit)} {when}", *parts[3:]]
    return ", ".join(parts)


def week_title(week: PlannedWeek) -> str:
    """Name a week by its number and its Monday."""
    first = week.week.monday
    return f"week {week.week.iso_week}, from {full_day(first)}"


def followed(book: Logbook) -> Plan | None:
    """Return the plan with at least three weeks to come, if that many can be made and saved."""
    if not book.read_only:
        with suppress(Problem):
            return book.plans.extend_if_needed()
    return book.plans.current()


def current(book: Logbook) -> Plan | None:
    """Return the plan as it is: writing further weeks would put an end to what can be done again."""
    return book.plans.current()


def gathered(book: Logbook, plan: Plan | None, today: date) -> PlanPage:
    """Return the page of a plan: what of it is done, and what lies too close to that."""
    if plan is None:
        return PlanPage(plan, frozenset(), today)
    counted = book.plans.credited(plan)
    return PlanPage(plan, frozenset(counted), today, book.plans.too_close(plan, counted))


def is_tight(size: Size) -> bool:
    """Return whether a screen has too little room for two lines a workout."""
    return size.height < TALL or size.width < WIDE


def nothing(plan: Plan | None) -> Content:
    """Say why there are no weeks, and what to press."""
    words = "There is no plan yet." if plan is None else "The plan has come to its end."
    return Content.assemble((words, "bold"), "\n\nPress ", ("g", "bold"), " to set goal and days and to draft one.")


def notes(page: PlanPage, width: int, *, brief: bool) -> list[Content]:
    """Sum the weeks up unless it must be ``brief``, and say which rules were bent, by the plan and by the athlete."""
    bent = list(_bent(page, width, brief=brief))
    if brief:
        return _cut(bent, BRIEF_NOTES, width)
    return _cut([*_sum(page), *([Content()] if bent else []), *bent], MOST_NOTES, width)


def _cut(lines: list[Content], most: int, width: int) -> list[Content]:
    """Return as many lines as there is room for; the last one says where the others are."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1].truncate(max(0, width - len(FURTHER)), ellipsis=True)
    return [*lines[: most - 1], last + Content.styled(FURTHER, "$foreground-muted")]


def _sum(page: PlanPage) -> Iterator[Content]:
    """Say what the weeks amount to together: the balance is kept over four of them (R2)."""
    run = sum(week.run_minutes for week in page.coming)
    strength = sum(week.strength_minutes for week in page.coming)
    share = run_share(run, strength)
    if share is not None and page.plan is not None:
        yield Content.assemble(
            f"{look.count(len(page.coming), 'week')}: {look.signed(Kind.RUN)} {run} min, "
            f"{look.signed(Kind.STRENGTH)} {strength} min, ",
            (split(share), "bold"),
            f"; target {split(page.plan.athlete.balance)}",
        )


def _bent(page: PlanPage, width: int, *, brief: bool) -> Iterator[Content]:
    """Say which rules are bent in the weeks to come; unless it is ``brief``, by name and week."""
    if page.plan is None:
        return
    for close in page.too_close:
        about = "too close" if close.breach.hard else "perhaps too close"
        yield from _of_rule(close.breach.rule, about, close.breach.text, width)
    for week in page.coming:
        for workout in week.workouts:
            if workout.because and brief:
                yield from _moved(page.plan, workout, width)
            elif workout.because:
                about = f"{short_day(workout.day)}: {clean(workout.title)}"
                yield from Content.styled(about, "bold").wrap(max(10, width))
                for why in why_moved(page.plan, workout):
                    yield from reason(why, width)
    for relaxed in page.plan.relaxed:
        weeks = [week for week in page.coming if week.number in relaxed.weeks]
        if weeks or not relaxed.weeks:
            name = "" if brief else rule_name(relaxed.rule)
            when = "" if brief or len(weeks) == len(page.coming) else _weeks(weeks)
            about = ", ".join(part for part in (name, f"bent{when}") if part)
            yield from _of_rule(relaxed.rule, about, relaxed.text, width)


def _of_rule(rule: str, about: str, text: str, width: int) -> list[Content]:
    """Say what is the matter with a rule, behind its number."""
    label = Content.styled(clean(rule), "$text-warning")
    return hanging(label, Content(f"{about}: {clean(text, SENTENCE)}"), width, LABEL)


def _moved(plan: Plan, workout: Workout, width: int) -> list[Content]:
    """Say in a line which rules a workout breaks where the athlete put it."""
    rules = dict.fromkeys(clean(why.rule) for why in why_moved(plan, workout) if why.rule != MOVED)
    about = f"{clean(workout.title)}, by you to {short_day(workout.day)}"
    text = f"{about}: breaks {', '.join(rules)}" if rules else about
    return hanging(Content.styled("moved", "$text-warning"), Content(text), width, LABEL)


def _weeks(weeks: Sequence[PlannedWeek]) -> str:
    """Write in which weeks: ``in W18``, ``in W18 to W21``, or in how many between two."""
    numbers = [f"W{week.week.iso_week}" for week in weeks]
    if len(numbers) < 2:
        return f" in {numbers[0]}" if numbers else ""
    together = weeks[-1].number - weeks[0].number == len(weeks) - 1
    return f" in {'' if together else f'{len(numbers)} weeks, '}{numbers[0]} to {numbers[-1]}"
