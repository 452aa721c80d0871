"""From an outline to workouts: every sketch gets its steps, title and reasons.

Circuits are written first, then strength in the order of days, so that each session
knows what the week already trains (R17).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hybridtui.domain.athlete import Limit
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan import c25k, reasons, runs
from hybridtui.domain.plan.bookends import Bookends, cool_down, strength_warm_up, usual
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.circuits import circuit
from hybridtui.domain.plan.coverage import REQUIRED, SHORT_WEEK, Coverage, Needed, needed
from hybridtui.domain.plan.definitions import HARD_CIRCUIT_LEVEL, is_leg_heavy
from hybridtui.domain.plan.filling import Filled, Order, fill
from hybridtui.domain.plan.prescription import Stage
from hybridtui.domain.plan.sketch import LOWER_REGIONS, Sketch
from hybridtui.domain.plan.templates import TEMPLATES
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.workout import Kind, Step, Why, Workout

STRIDES_TIMES = 4
STRIDES_MINUTES = 25
"""Shortest easy run that takes strides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one week is written from."""

    asked: Asked
    found: Outline
    week: Week
    deload: bool
    used: frozenset[str]
    """Exercises of this training block."""
    covered: Coverage
    """What the week before trained, where coverage is judged over 14 days (I.13)."""
    ids: Callable[[], str]

    @property
    def placed(self) -> list[tuple[Weekday, Sketch]]:
        """Day and sketch, in the order of days and of the sessions within a day (E.3)."""
        run_first = self.asked.athlete.balance >= 0.5

        def order(entry: tuple[Weekday, Sketch]) -> tuple[int, bool]:
            day, sketch = entry
            fast = any(s.quality for d, s in zip(self.found.days, self.found.sketches, strict=True) if d is day)
            return day, (sketch.kind is not Kind.RUN) is (run_first or fast)

        return sorted(zip(self.found.days, self.found.sketches, strict=True), key=order)

    @property
    def short(self) -> bool:
        """True in weeks with so little strength that one set may do (I.13)."""
        return self.found.sizes.strength_minutes < SHORT_WEEK

    @property
    def means(self) -> Means:
        """What the athlete can use."""
        return Means.of(self.asked.athlete, self.asked.week)

    def date(self, day: Weekday) -> date:
        """Return the date of a weekday of this week."""
        return self.week.monday + timedelta(days=int(day))


@dataclass(frozen=True, slots=True)
class Written:
    """A week of workouts, what it trains, and what had to be told."""

    workouts: tuple[Workout, ...]
    covered: Coverage
    notes: tuple[Why, ...]

    @property
    def exercises(self) -> frozenset[str]:
        """The exercises whose sets the week logs: what its block keeps."""
        steps = (step for workout in self.workouts for step in workout.steps if step.logs_sets)
        return frozenset(step.exercise for step in steps if step.exercise is not None)


@dataclass(frozen=True, slots=True)
class _Content:
    """The steps of a workout and what is known about them."""

    steps: tuple[Step, ...]
    title: str
    subtype: str
    purpose: str
    why: tuple[Why, ...] = ()
    notes: tuple[Why, ...] = ()


def write(page: Page, start: date) -> Written:
    """Write a week's workouts from ``start`` on, in order of day and slot (I.17)."""
    placed = page.placed
    covered = replace(page.covered, lead=0) if page.short else Coverage()
    contents: dict[int, _Content] = {}
    for index, (_, sketch) in enumerate(placed):
        if sketch.kind is Kind.HYBRID:
            contents[index], covered = _circuit(sketch, covered, page)
    strength = [i for i, (_, sketch) in enumerate(placed) if sketch.kind in (Kind.STRENGTH, Kind.COMBO)]
    for turn, index in enumerate(strength):
        later = [TEMPLATES[placed[i][1].subtype] for i in strength[turn + 1 :]]
        wanted = Needed(REQUIRED, 1) if page.short else needed(covered, later)
        filled = fill(_order(placed[index], wanted, covered, page))
        covered = covered.with_((p.exercise, p.sets) for p in filled.prescriptions)
        contents[index] = _strength(placed[index][1], filled, page)
    contents.update(zip(_run_indices(placed), _runs(page), strict=True))
    workouts = tuple(_workout(*placed[i], contents[i], _slot(i, placed, page), page) for i in range(len(placed)))
    left = tuple(w for w in workouts if w.day >= start)
    notes = tuple(note for content in contents.values() for note in content.notes)
    whole = len(left) == page.found.mix.sessions
    return Written(left, covered, (*notes, *(_coverage_notes(covered, page) if whole else ())))


def _run_indices(placed: list[tuple[Weekday, Sketch]]) -> list[int]:
    return [i for i, (_, sketch) in enumerate(placed) if sketch.kind is Kind.RUN]


def _slot(index: int, placed: list[tuple[Weekday, Sketch]], page: Page) -> str:
    """``pm`` for the second session of a day that has hours between; else both follow at once."""
    day = placed[index][0]
    second = index > 0 and placed[index - 1][0] is day
    return "pm" if second and page.asked.athlete.slots[day] > 1 else "am"


def _workout(day: Weekday, sketch: Sketch, content: _Content, slot: str, page: Page) -> Workout:
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


def _circuit(sketch: Sketch, covered: Coverage, page: Page) -> tuple[_Content, Coverage]:
    level = sketch.level or 1
    made = circuit(sketch.minutes, level, page.means, walks=level == 1)
    content = _Content(made.steps, f"Circuit, level {level}", "circuit", reasons.PURPOSES["circuit"])
    return content, covered.with_((exercise, made.rounds) for exercise in made.exercises)


def _order(placed: tuple[Weekday, Sketch], wanted: Needed, covered: Coverage, page: Page) -> Order:
    day, sketch = placed
    ends = usual(sketch.minutes)
    return Order(
        template=TEMPLATES[sketch.subtype],
        seconds=sketch.strength_minutes * 60,
        bookends=ends if sketch.kind is Kind.STRENGTH else Bookends(0, ends.after),
        stage=Stage(
            level=page.means.level,
            week=page.asked.week,
            heavy=sketch.leg_heavy,
            deload=page.deload,
            gentle=page.asked.athlete.see_professional,
        ),
        means=page.means,
        needed=wanted,
        covered=covered,
        used=page.used,
        lower_nearby=_lower_nearby(day, page),
        one_set=page.short,
    )


def _lower_nearby(day: Weekday, page: Page) -> bool:
    """True if a session that works the legs lies, or may lie, on the day before or after (I.12)."""
    before = page.asked.before
    if day is Weekday.SUN:
        return True  # the Monday after is not planned yet
    if day is Weekday.MON and before is not None and any(s.regions & LOWER_REGIONS for s in before.sunday):
        return True
    return any(
        sketch.regions & LOWER_REGIONS and (other - day) % 7 in (1, 6)
        for other, sketch in zip(page.found.days, page.found.sketches, strict=True)
    )


def _strength(sketch: Sketch, filled: Filled, page: Page) -> _Content:
    work = tuple(p.step() for p in filled.prescriptions)
    muscles = [exercise.primary for exercise in filled.exercises]
    after = cool_down(filled.bookends.after, muscles, page.means)
    title = TEMPLATES[sketch.subtype].title
    notes: tuple[Why, ...] = ()
    if sketch.kind is Kind.COMBO:
        opening, notes = _combo_run(sketch, page)
        title = f"{'Run/walk' if page.asked.runwalk else 'Easy run'}, then {title[0].lower()}{title[1:]}"
    else:
        opening = strength_warm_up(filled.bookends.before, filled.exercises, page.means)
    return _Content(
        (*opening, *work, *after),
        title,
        sketch.subtype,
        reasons.PURPOSES[sketch.subtype],
        why=tuple(reasons.left_out(filled.impossible, page.asked.athlete.limits)),
        notes=notes,
    )


def _combo_run(sketch: Sketch, page: Page) -> tuple[tuple[Step, ...], tuple[Why, ...]]:
    week = page.asked.runwalk
    if week is None:
        walk = page.asked.athlete.see_professional
        return runs.combo_run(sketch.run_minutes, sketch.strength_minutes, page.means, walk=walk), ()
    session = c25k.structures(week, 1)[0]
    made = runs.runwalk(week, session, sketch.run_minutes, page.means, then=sketch.strength_minutes)
    return made.steps, _shortened(made)


def _shortened(made: runs.RunWalk) -> tuple[Why, ...]:
    if not made.shortened:
        return ()
    return (Why("C.8", "Run/walk sessions are cut short in these weeks, to fit their time."),)


def _runs(page: Page) -> Iterator[_Content]:
    """Yield the content of each run, in the order of days."""
    placed = [(day, sketch) for day, sketch in page.placed if sketch.kind is Kind.RUN]
    strides = next((entry for entry in placed if _takes_strides(*entry, page)), None)
    sessions = c25k.structures(page.asked.runwalk, len(placed)) if page.asked.runwalk else ()
    for turn, (day, sketch) in enumerate(placed):
        if page.asked.runwalk is not None:
            made = runs.runwalk(page.asked.runwalk, sessions[turn], sketch.run_minutes, page.means)
            title = f"Run/walk week {page.asked.runwalk}"
            notes = _shortened(made)
            yield _Content(made.steps, title, "runwalk", reasons.PURPOSES["runwalk"], notes=notes)
        else:
            yield _run(sketch, page, strides=(day, sketch) == strides)


def _run(sketch: Sketch, page: Page, *, strides: bool) -> _Content:
    minutes, means = sketch.run_minutes, page.means
    if sketch.long:
        steps, subtype = runs.long(minutes, means), "long"
    elif sketch.quality:
        subtype = runs.quality_subtype(page.asked.athlete, page.asked.week)
        steps = runs.quality(subtype, minutes, round(page.found.sizes.run_minutes), means)
    else:
        walk = page.asked.athlete.see_professional
        steps = runs.easy(minutes, means, walk=walk, strides=STRIDES_TIMES if strides else 0)
        subtype = "strides" if strides else "easy"
    name = "Easy walk" if page.asked.athlete.see_professional else runs.NAMES[subtype]
    return _Content(steps, f"{name} {minutes} min", subtype, reasons.PURPOSES[subtype])


def _takes_strides(day: Weekday, sketch: Sketch, page: Page) -> bool:
    """C.7, R20: one easy run a week, from week 3, never right after heavy legs."""
    athlete, found = page.asked.athlete, page.found
    if page.asked.week < runs.STRIDES_FROM_WEEK or page.deload or page.asked.runwalk or athlete.see_professional:
        return False
    if found.sizes.quality or found.mix.run_count < 2 or {Limit.ANKLE, Limit.KNEE} & athlete.limits:
        return False
    tired = any(s.leg_heavy and (day - d) % 7 == 1 for d, s in zip(found.days, found.sketches, strict=True))
    return sketch.subtype == "easy" and sketch.run_minutes >= STRIDES_MINUTES and not tired


def _coverage_notes(covered: Coverage, page: Page) -> Iterator[Why]:
    missing = covered.missing
    if page.short:
        yield Why("R17", "So little strength time trains the whole body over two weeks, with single sets if need be.")
    elif missing:
        names = ", ".join(sorted(missing))
        yield Why("R17", f"Time or limits leave out this week: {names}.")
