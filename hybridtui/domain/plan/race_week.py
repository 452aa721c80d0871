"""The week of the race in outline: a few easy runs, one short sharpener, little or no strength.

Source: science.md C.9, H13, R1 and R7 with I.1, persona P4. Balance does not count here (I.14).
"""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.plan.budget import floor_to, nearest_to, single_run_cap
from hybridtui.domain.plan.mix import Mix
from hybridtui.domain.plan.placement import place
from hybridtui.domain.plan.runs import runwalk_minutes
from hybridtui.domain.plan.season import EVE_MINUTES
from hybridtui.domain.plan.sizes import GRID, QUALITY_LENGTH, QUALITY_WEEK, SHORTEST, Sizes, split
from hybridtui.domain.plan.sketching import sketched
from hybridtui.domain.plan.templates import Selection
from hybridtui.domain.plan.week import Asked, Outline
from hybridtui.domain.workout import Why

STRENGTH_MINUTES = 20
"""One session of upper body or core early in the week (persona P4)."""

MOST_EASY = 60
MOST_RUNWALKS = 2
WHOLE_TAPER_DAYS = 5
"""With fewer days before the race, the taper's minutes shrink with them (a product decision)."""

_SPARED = Why("R17", "So near the race no strength is for the legs: the week does not train the whole body.")


def race_week(asked: Asked) -> Outline:
    """Return the outline of a race week; the race itself is written into it later."""
    for sizes in _sizes(asked):
        selection = Selection(("SU",) * len(sizes.strengths), ())
        sketches = sketched(sizes, selection, asked)
        placement = place(sketches, asked.frame, asked.before.sunday if asked.before is not None else ())
        if placement is not None:
            return Outline(
                mix=Mix(len(sizes.runs), len(sizes.strengths)),
                sizes=sizes,
                selection=selection,
                sketches=sketches,
                days=placement.days,
                cost=placement.cost,
                quality_block=sizes.quality,
                notes=(_SPARED,) if sizes.strengths else (),
            )
    raise AssertionError("a week without sessions always fits")


def _sizes(asked: Asked) -> Iterator[Sizes]:
    """As many runs as before, with a sharpener and strength; then fewer, down to the race alone."""
    most = asked.before.mix.run_count - asked.before.sizes.long if asked.before is not None else 2
    days = len(asked.frame.available)
    for runs in range(min(max(1, most), days), -1, -1):
        for quality in (True, False):
            lengths = _runs(runs, asked, quality=quality)
            for strength in (True, False) if lengths is not None else ():
                yield Sizes(
                    runs=lengths or (),
                    qualities=int(quality),
                    strengths=_strength(asked) if strength else (),
                )


def _strength(asked: Asked) -> tuple[int, ...]:
    open_days = [day for day in asked.frame.available if day not in asked.nearness.runs_only]
    most = max((floor_to(min(STRENGTH_MINUTES, asked.athlete.minutes[day])) for day in open_days), default=0)
    return (most,) if most else ()


def _runs(count: int, asked: Asked, *, quality: bool) -> tuple[int, ...] | None:
    """Lengths of so many runs, the sharpener first; None if that many cannot be."""
    if quality and (not asked.quality_runs or not count or asked.minutes < QUALITY_WEEK):
        return None
    if asked.runwalk is not None:
        length = min(runwalk_minutes(asked.runwalk, max(1, count)), _cap(asked))
        return (length,) * count if count <= MOST_RUNWALKS else None
    if not count:
        return ()
    most = min(_cap(asked), floor_to(single_run_cap(asked.longest)))
    least = min(SHORTEST, most)
    bounds = [(QUALITY_LENGTH[0], min(QUALITY_LENGTH[0] + GRID, most))] if quality else []
    easy = count - len(bounds)
    bounds += [(least, min(MOST_EASY, most))] * easy
    if easy and asked.nearness.eve & set(asked.frame.available):
        bounds[-1] = (least, min(EVE_MINUTES, most))
    total = min(_minutes(asked), sum(high for _, high in bounds))
    return split(total, bounds)


def _minutes(asked: Asked) -> int:
    """The taper's share, for the days that there are before the race."""
    days = 7 - len(asked.nearness.closed)
    return nearest_to(asked.minutes * min(1.0, days / WHOLE_TAPER_DAYS))


def _cap(asked: Asked) -> int:
    return max((floor_to(asked.athlete.minutes[day]) for day in asked.frame.available), default=SHORTEST)
