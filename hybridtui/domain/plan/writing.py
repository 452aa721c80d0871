"""From an outline to workouts: every sketch gets its steps, title and reasons.

Circuits are written first, then strength in the order of days, so that each session
knows what the week already trains (R17).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import reasons
from hybridtui.domain.plan.coverage import REQUIRED, Coverage, Needed, needed
from hybridtui.domain.plan.definitions import HARD_CIRCUIT_LEVEL, is_leg_heavy, working_sets
from hybridtui.domain.plan.filling import fill
from hybridtui.domain.plan.page import Content, Page
from hybridtui.domain.plan.race_day import race_of
from hybridtui.domain.plan.run_writing import written_runs
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.strength_writing import order_of, written_circuit, written_strength
from hybridtui.domain.plan.templates import TEMPLATES
from hybridtui.domain.workout import Kind, Why, Workout


@dataclass(frozen=True, slots=True)
class Written:
    """A week of workouts, what it trains, and what had to be told."""

    workouts: tuple[Workout, ...]
    covered: Coverage
    notes: tuple[Why, ...]

    @property
    def sets(self) -> dict[str, int]:
        """The sets of each muscle: what the next weeks may not exceed by much (R22)."""
        return working_sets(self.workouts)

    @property
    def exercises(self) -> frozenset[str]:
        """The exercises whose sets the week logs: what its block keeps."""
        steps = (step for workout in self.workouts for step in workout.steps if step.logs_sets)
        return frozenset(step.exercise for step in steps if step.exercise is not None)


def write(page: Page, start: date) -> Written:
    """Write a week's workouts from ``start`` on, in order of day and slot (I.17)."""
    placed = page.placed
    covered = page.covered.carried if page.short else Coverage()
    contents: dict[int, Content] = {}
    for index, (_, sketch) in enumerate(placed):
        if sketch.kind is Kind.HYBRID:
            contents[index], covered = written_circuit(sketch, covered, page)
    strength = [i for i, (_, sketch) in enumerate(placed) if sketch.kind in (Kind.STRENGTH, Kind.COMBO)]
    for turn, index in enumerate(strength):
        later = [TEMPLATES[placed[i][1].subtype] for i in strength[turn + 1 :]]
        wanted = Needed(REQUIRED, 1) if page.short else needed(covered, later)
        filled = fill(order_of(placed[index], wanted, covered, page))
        covered = covered.with_(p.done for p in filled.prescriptions)
        contents[index] = written_strength(placed[index][1], filled, page)
    contents.update(zip(_run_indices(placed), written_runs(page), strict=True))
    workouts = tuple(_workout(*placed[i], contents[i], _slot(i, placed, page), page) for i in range(len(placed)))
    left = tuple(w for w in workouts if w.day >= start)
    notes = tuple(note for content in contents.values() for note in content.notes)
    whole = len(left) == page.found.mix.sessions and page.asked.race is None
    if page.asked.race is not None:
        left = (*left, race_of(page, page.asked.race))
    return Written(left, covered, (*notes, *(_coverage_notes(covered, page) if whole else ())))


def _run_indices(placed: list[tuple[Weekday, Sketch]]) -> list[int]:
    return [i for i, (_, sketch) in enumerate(placed) if sketch.kind is Kind.RUN]


def _slot(index: int, placed: list[tuple[Weekday, Sketch]], page: Page) -> str:
    """``pm`` for the second session of a day that has hours between; else both follow at once."""
    day = placed[index][0]
    second = index > 0 and placed[index - 1][0] is day
    return "pm" if second and page.asked.athlete.slots[day] > 1 else "am"


def _workout(day: Weekday, sketch: Sketch, content: Content, slot: str, page: Page) -> Workout:
    leg_heavy = is_leg_heavy(content.steps)
    level = sketch.level if sketch.kind is Kind.HYBRID else None
    return Workout(
        id=page.ids(),
        day=page.date(day),
        kind=sketch.kind,
        subtype=content.subtype,
        title=content.title,
        minutes=sketch.minutes,
        run_minutes=sketch.run_minutes,
        strength_minutes=sketch.strength_minutes,
        steps=content.steps,
        slot=slot,
        hard=sketch.hard_run or leg_heavy or (level or 1) >= HARD_CIRCUIT_LEVEL,
        leg_heavy=leg_heavy,
        long=sketch.long,
        level=level,
        purpose=content.purpose,
        why=(*reasons.of_workout(sketch, day, page.asked, page.found, deload=page.deload), *content.why),
    )


def _coverage_notes(covered: Coverage, page: Page) -> Iterator[Why]:
    missing = covered.missing
    if page.short:
        yield Why("R17", "So little strength time trains the whole body over two weeks, with single sets if need be.")
        if missing and covered.earlier is not None:
            yield Why("R17", f"Time or limits leave out in two weeks: {', '.join(sorted(missing))}.")
    elif missing:
        names = ", ".join(sorted(missing))
        yield Why("R17", f"Time or limits leave out this week: {names}.")
