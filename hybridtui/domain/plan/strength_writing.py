"""The steps of strength sessions, circuits and the strength of combos. Source: science.md F.4, R12, R13, R17."""

from __future__ import annotations

import math

from hybridtui.domain.athlete import Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.estimate import session_minutes, session_seconds
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.plan import reasons
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.bookends import Bookends, cool_down, strength_warm_up, usual
from hybridtui.domain.plan.choice import YOUTH, can_pull
from hybridtui.domain.plan.circuits import circuit
from hybridtui.domain.plan.coverage import Coverage, Needed, lead
from hybridtui.domain.plan.definitions import length_tolerance, loadable
from hybridtui.domain.plan.gradual import Ceiling
from hybridtui.domain.plan.order import Filled, Order
from hybridtui.domain.plan.page import Content, Page
from hybridtui.domain.plan.run_writing import combo_run
from hybridtui.domain.plan.sketch import LOWER_REGIONS, Sketch
from hybridtui.domain.plan.templates import TEMPLATES
from hybridtui.domain.ramp import ramp
from hybridtui.domain.workout import Kind, Step, Why

ENDS_EARLY = Why(
    "R14", "Some sessions end early: what suits you, at sets that grow gradually, does not fill their time."
)

BRIEF = 15
"""Up to so many minutes the strength of a combo has the shortest cool-down there may be."""

LEAST_COOL_DOWN_S = 180
"""Of sessions above 20 minutes (R21)."""

LEAST_GENERAL_S = 150
"""Getting warm and mobile is never cut below this for a ramp."""

_RAMPED = frozenset({"barbell", "machine"})


def written_circuit(sketch: Sketch, covered: Coverage, page: Page) -> tuple[Content, Coverage]:
    """Return a circuit and what the week has trained with it."""
    level = sketch.level or 1
    made = circuit(sketch.minutes, level, page.means, walks=level == 1)
    content = Content(
        made.steps,
        made.template.title,
        "circuit",
        reasons.PURPOSES["circuit"],
        why=(reasons.of_circuit(made),),
    )
    return content, covered.with_circuit(made.exercises, made.rounds)


def order_of(placed: tuple[Weekday, Sketch], wanted: Needed, covered: Coverage, page: Page) -> Order:
    """Return what the strength part of a workout has to hold."""
    day, sketch = placed
    athlete = page.asked.athlete
    ends = usual(sketch.minutes)
    if sketch.kind is Kind.COMBO and sketch.strength_minutes <= BRIEF:
        ends = Bookends(0, min(ends.after, LEAST_COOL_DOWN_S))
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
            young=athlete.age is not None and athlete.age < YOUTH,
            slow=page.means.balance_work,
            fresh=_fresh(day, page),
            goal=athlete.strength_goal,
            share=page.asked.set_share,
        ),
        means=page.means,
        needed=wanted,
        covered=covered,
        used=page.used,
        lower_nearby=_lower_nearby(day, page),
        one_set=page.short,
        last=not _arms_later(placed, page),
        no_legs=sketch.no_legs,
        ceiling=Ceiling(
            before=page.sets_before,
            level=athlete.level,
            run_minutes=page.found.sizes.run_minutes,
            had=covered,
        ),
    )


def _arms_later(placed: tuple[Weekday, Sketch], page: Page) -> bool:
    """True if a later session of the week pushes or pulls as well."""
    later = page.placed[page.placed.index(placed) + 1 :]
    return any(
        sketch.kind in (Kind.STRENGTH, Kind.COMBO) and any(map(lead, TEMPLATES[sketch.subtype].slots))
        for _, sketch in later
    )


def _fresh(day: Weekday, page: Page) -> bool:
    """True if no run shares the day (E.3)."""
    return not any(
        other is day and sketch.run_minutes for other, sketch in zip(page.found.days, page.found.sketches, strict=True)
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


def _weak_pull(filled: Filled, page: Page) -> tuple[Why, ...]:
    """Why pulling stays light where there is nothing to pull on (R18)."""
    pulls = [e for e in filled.exercises if lead(e.pattern) < 0]
    return (reasons.WEAK_PULL,) if pulls and not can_pull(page.means) else ()


def _opening(filled: Filled, page: Page) -> tuple[Step, ...]:
    """The warm-up, the ramp of the first heavy lift at its end where there is time for both (F.4)."""
    lift = _first_lift(filled, page)
    sets = ramp(lift) if lift is not None else ()
    general = filled.bookends.before - round(session_seconds(sets))
    if general < LEAST_GENERAL_S:
        sets, general = (), filled.bookends.before
    return (*strength_warm_up(math.ceil(general / 5) * 5, filled.exercises, page.means), *sets)


def _first_lift(filled: Filled, page: Page) -> Exercise | None:
    """The first compound lift with a bar or a machine, for those who have learnt to lift."""
    if page.means.level is Level.BEGINNER or page.asked.athlete.see_professional:
        return None
    first = next((e for e in filled.exercises if e.compound and e.pattern != "plyo"), None)
    if first is None:
        return None
    ways = [way for way in first.equipment if way <= page.means.equipment]
    return first if loadable(first) and any(way & _RAMPED for way in ways) else None


def written_strength(sketch: Sketch, filled: Filled, page: Page) -> Content:
    """Return a strength session, or a combo with its run."""
    work = tuple(p.step() for p in filled.prescriptions)
    muscles = [exercise.primary for exercise in filled.exercises]
    after = cool_down(filled.bookends.after, muscles, page.means)
    title = TEMPLATES[sketch.subtype].title
    notes: tuple[Why, ...] = ()
    if sketch.kind is Kind.COMBO:
        opening, notes = combo_run(sketch, page)
        title = f"{'Run/walk' if page.asked.runwalk else 'Easy run'}, then {title[0].lower()}{title[1:]}"
    else:
        opening = _opening(filled, page)
    steps = (*opening, *work, *after)
    return Content(
        steps,
        title,
        sketch.subtype,
        reasons.PURPOSES[sketch.subtype],
        why=(*reasons.left_out(filled.impossible, page.asked.athlete.limits), *_weak_pull(filled, page)),
        notes=(*notes, *reasons.bent(filled.bent), *_ends_early(steps, sketch)),
    )


def _ends_early(steps: tuple[Step, ...], sketch: Sketch) -> tuple[Why, ...]:
    """What is told where limits, equipment and the caps of sets leave too little to fill the time with (R14)."""
    missing = sketch.minutes - session_minutes(steps)
    return (ENDS_EARLY,) if missing > length_tolerance(sketch.minutes) else ()
