"""The steps of the week's runs, and of the runs that open combos. Source: science.md C.7, C.8, C.9, R12."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hybridtui.domain.athlete import Goal
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import c25k, reasons, rotation, runs
from hybridtui.domain.plan.mix import STRENGTH_LED
from hybridtui.domain.plan.pacing import Pacing
from hybridtui.domain.plan.page import Content, Page
from hybridtui.domain.plan.quality import quality, takes_strides
from hybridtui.domain.plan.run_limits import RunLimits
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.workout import Kind, Phase, Step, Why

STRIDES_TIMES = 4
STRIDES_MINUTES = 15
"""Shortest easy run that takes strides."""

STRIDES_BESIDE_QUALITY = 4
"""Runs a week from which base weeks have strides beside their quality run (C.9)."""

VARIED_RUNS = 3
"""Runs a week from which not all are alike (R20)."""

MARATHON_FINISH = (20, 30)
"""Minutes at M that end a long run in the peak of a half or full marathon, least and most (C.7)."""

LEAST_EASY_BEFORE_FINISH = 35
"""Easy minutes that such a long run begins with, warm-up and cool-down included (a product decision)."""


def combo_run(sketch: Sketch, page: Page) -> tuple[tuple[Step, ...], tuple[Why, ...]]:
    """Return the run that opens a combo, and what had to be cut of it."""
    week, athlete = page.asked.runwalk, page.asked.athlete
    if week is None:
        pacing, walk = Pacing.of(athlete), athlete.see_professional
        return runs.combo_run(sketch.run_minutes, sketch.strength_minutes, page.means, pacing, walk=walk), ()
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
    if page.asked.runwalk is not None:
        yield from _runwalks(page.asked.runwalk, [sketch for _, sketch in placed], page)
        return
    fast = _Fast.of(page, [sketch for _, sketch in placed])
    subtypes = iter(fast.subtypes)
    uphill = rotation.strides_uphill(page.asked, fast.subtypes)
    strides = next((entry for entry in placed if _takes_strides(*entry, page, uphill=uphill)), None)
    for day, sketch in placed:
        if sketch.quality:
            yield _quality(next(subtypes), sketch, fast, page)
        elif sketch.long:
            yield _long(sketch, fast, page)
        else:
            yield _easy(sketch, page, strides=(day, sketch) == strides, uphill=uphill)


def _runwalks(week: int, sketches: list[Sketch], page: Page) -> Iterator[Content]:
    for session, sketch in zip(c25k.structures(week, len(sketches)), sketches, strict=True):
        made = runs.runwalk(week, session, sketch.run_minutes, page.means)
        title = f"Run/walk week {week}"
        yield Content(made.steps, title, "runwalk", reasons.PURPOSES["runwalk"], notes=_shortened(made))


@dataclass(frozen=True, slots=True)
class _Fast:
    """The faster running of one week: which quality runs, how much of it, and whether the long run ends steady."""

    pacing: Pacing
    limits: RunLimits
    subtypes: tuple[str, ...]
    marathon_minutes: int

    @classmethod
    def of(cls, page: Page, sketches: list[Sketch]) -> _Fast:
        asked, pacing = page.asked, Pacing.of(page.asked.athlete)
        minutes = page.found.sizes.run_minutes
        peak = asked.phase is Phase.PEAK
        count = sum(sketch.quality for sketch in sketches)
        finish = _marathon_finish(page, sketches, RunLimits.of(minutes, pacing, peak=peak, parts=count + 1))
        parts = max(1, count + (finish > 0))
        limits = RunLimits.of(minutes, pacing, peak=peak, parts=parts)
        return cls(pacing, limits, rotation.quality_subtypes(asked, count, limits), finish)


def _marathon_finish(page: Page, sketches: list[Sketch], limits: RunLimits) -> int:
    """Minutes at M that the long run ends with; 0 outside the peak of a half or full marathon."""
    asked = page.asked
    far = rotation.event(asked.athlete) in (Goal.HALF, Goal.MARATHON)
    longest = next((sketch.run_minutes for sketch in sketches if sketch.long), 0)
    if asked.phase is not Phase.PEAK or asked.safely or page.deload or not far:
        return 0
    least, most = MARATHON_FINISH
    room = min(most, longest - LEAST_EASY_BEFORE_FINISH, int(limits.above_easy_s // 60))
    return room // 5 * 5 if room >= least else 0


def _quality(subtype: str, sketch: Sketch, fast: _Fast, page: Page) -> Content:
    asked, minutes = page.asked, sketch.run_minutes
    steps = quality(subtype, minutes, fast.limits, fast.pacing, page.means, asked.week)
    title, why = f"{runs.NAMES[subtype]} {minutes} min", rotation.reason(subtype, asked)
    return Content(steps, title, subtype, reasons.PURPOSES[subtype], why=(why,))


def _long(sketch: Sketch, fast: _Fast, page: Page) -> Content:
    minutes = sketch.run_minutes
    steps = runs.long(minutes, page.means, fast.pacing, marathon_minutes=fast.marathon_minutes)
    return Content(steps, f"{runs.NAMES['long']} {minutes} min", "long", reasons.PURPOSES["long"])


def _easy(sketch: Sketch, page: Page, *, strides: bool, uphill: bool) -> Content:
    athlete, minutes = page.asked.athlete, sketch.run_minutes
    walk, times = athlete.see_professional, STRIDES_TIMES if strides else 0
    steps = runs.easy(minutes, page.means, Pacing.of(athlete), walk=walk, strides=times, uphill=uphill)
    subtype = "strides" if strides else "easy"
    name = "Easy walk" if walk else runs.UPHILL_NAME if strides and uphill else runs.NAMES[subtype]
    return Content(steps, f"{name} {minutes} min", subtype, reasons.PURPOSES[subtype])


def _takes_strides(day: Weekday, sketch: Sketch, page: Page, *, uphill: bool) -> bool:
    """C.7, R20, R30: one easy run a week, from week 3, never right after heavy legs."""
    asked, found = page.asked, page.found
    if asked.week < runs.STRIDES_FROM_WEEK or asked.athlete.see_professional or not takes_strides(page.means):
        return False
    based = uphill or (rotation.phase_of(asked) is Phase.BASE and found.mix.run_count >= STRIDES_BESIDE_QUALITY)
    # Where strength leads, two runs stay easy and the legs are kept for the bar (F.5, P3); three ask for variety.
    fewest = VARIED_RUNS if asked.athlete.balance <= STRENGTH_LED else 2
    if found.mix.run_count < fewest or (found.sizes.quality and not (based and not page.deload)):
        return False
    tired = any(s.leg_heavy and (day - d) % 7 == 1 for d, s in zip(found.days, found.sketches, strict=True))
    if day is Weekday.MON and asked.before is not None:
        tired = tired or any(s.leg_heavy for s in asked.before.sunday)
    return sketch.subtype == "easy" and sketch.run_minutes >= STRIDES_MINUTES and not tired
