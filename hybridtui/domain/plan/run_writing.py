"""The steps of the week's runs, and of the runs that open combos. Source: science.md C.7, C.8, C.9, R12."""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.athlete import Limit
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import c25k, reasons, runs
from hybridtui.domain.plan.page import Content, Page
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.workout import Kind, Step, Why

STRIDES_TIMES = 4
STRIDES_MINUTES = 25
"""Shortest easy run that takes strides."""


def combo_run(sketch: Sketch, page: Page) -> tuple[tuple[Step, ...], tuple[Why, ...]]:
    """Return the run that opens a combo, and what had to be cut of it."""
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


def written_runs(page: Page) -> Iterator[Content]:
    """Yield the content of each run, in the order of days."""
    placed = [(day, sketch) for day, sketch in page.placed if sketch.kind is Kind.RUN]
    strides = next((entry for entry in placed if _takes_strides(*entry, page)), None)
    sessions = c25k.structures(page.asked.runwalk, len(placed)) if page.asked.runwalk else ()
    for turn, (day, sketch) in enumerate(placed):
        if page.asked.runwalk is not None:
            made = runs.runwalk(page.asked.runwalk, sessions[turn], sketch.run_minutes, page.means)
            title = f"Run/walk week {page.asked.runwalk}"
            notes = _shortened(made)
            yield Content(made.steps, title, "runwalk", reasons.PURPOSES["runwalk"], notes=notes)
        else:
            yield _run(sketch, page, strides=(day, sketch) == strides)


def _run(sketch: Sketch, page: Page, *, strides: bool) -> Content:
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
    return Content(steps, f"{name} {minutes} min", subtype, reasons.PURPOSES[subtype])


def _takes_strides(day: Weekday, sketch: Sketch, page: Page) -> bool:
    """C.7, R20: one easy run a week, from week 3, never right after heavy legs."""
    athlete, found = page.asked.athlete, page.found
    if page.asked.week < runs.STRIDES_FROM_WEEK or page.deload or page.asked.runwalk or athlete.see_professional:
        return False
    if found.sizes.quality or found.mix.run_count < 2 or {Limit.ANKLE, Limit.KNEE} & athlete.limits:
        return False
    tired = any(s.leg_heavy and (day - d) % 7 == 1 for d, s in zip(found.days, found.sketches, strict=True))
    return sketch.subtype == "easy" and sketch.run_minutes >= STRIDES_MINUTES and not tired
