"""The sessions of a sized week as sketches: which templates, how heavy, in which order.

Source: science.md F.3, F.4 with I.11; E.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hybridtui.domain.athlete import Level
from hybridtui.domain.plan.choice import YOUTH
from hybridtui.domain.plan.limits import spares_legs
from hybridtui.domain.plan.mix import Mix, circuit_level
from hybridtui.domain.plan.sizes import Sizes
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.plan.templates import FULL, HEAVY, SHORT_MINUTES, TEMPLATES, Selection, selections
from hybridtui.domain.plan.week import Asked
from hybridtui.domain.workout import Kind, Phase


def selected(mix: Mix, fitted: Sizes, asked: Asked) -> Iterator[Selection]:
    """Template choices, those of the block first (R32)."""
    before, heavy = asked.before, _heavy(fitted, asked)
    kept = before.selection if asked.keep and before is not None and before.mix == mix else None
    if kept is not None and kept.heavy <= heavy and not kept.alternates:
        yield kept
    yield from selections(
        mix.strengths,
        mix.combos,
        heavy=heavy,
        endurance_first=asked.athlete.balance >= 0.5,
        short=bool(fitted.strengths) and max(fitted.strengths) <= SHORT_MINUTES,
        circuits=mix.circuits > 0,
        week=asked.week,
    )
    if asked.nearness.spares_legs:
        yield Selection(("SU",) * mix.strengths, ("SC",) * mix.combos)


def _heavy(fitted: Sizes, asked: Asked) -> int:
    """How many strength sessions may be leg-heavy (I.11, E.6)."""
    athlete = asked.athlete
    young = athlete.age is not None and athlete.age < YOUTH
    if athlete.level is Level.BEGINNER or athlete.see_professional or young or spares_legs(athlete.limits):
        return 0
    if fitted.qualities > 1 or asked.phase is Phase.TAPER:
        return 0  # I.5: two fast runs leave no room for heavy legs; the taper's strength is light (P4)
    hard_circuits = len(fitted.circuits) if circuit_level(athlete) > 1 else 0
    free = asked.hard_days - fitted.long - fitted.qualities - hard_circuits
    return max(0, min(1 if athlete.balance >= 0.5 else 2, free))


def sketched(fitted: Sizes, selection: Selection, asked: Asked) -> tuple[Sketch, ...]:
    """Long run, quality run, strength, circuits, combos, easy runs: an order that stays."""
    runs = _runsketched(fitted, asked)
    first = max(2, fitted.long + fitted.qualities)
    no_legs = selection.upper and bool(asked.nearness.spares_legs)
    return (
        *runs[:first],
        *(
            _strength_sketch(template, minutes, no_legs=no_legs)
            for template, minutes in zip(selection.strengths, fitted.strengths, strict=True)
        ),
        *(_circuit_sketch(minutes, asked, fitted) for minutes in fitted.circuits),
        *(
            replace(_strength_sketch(t, strength, no_legs=no_legs), kind=Kind.COMBO, run_minutes=run)
            for t, run, strength in zip(selection.combos, fitted.combo_runs, fitted.combo_strengths, strict=True)
        ),
        *runs[first:],
    )


def _runsketched(fitted: Sizes, asked: Asked) -> list[Sketch]:
    plain = "runwalk" if asked.runwalk is not None else "easy"
    runs = [Sketch(kind=Kind.RUN, subtype=plain, run_minutes=minutes) for minutes in fitted.runs]
    if fitted.long:
        runs[0] = replace(runs[0], subtype="long", long=True)
    for turn in range(fitted.long, fitted.long + fitted.qualities):
        # Their kind changes from week to week; for placing all quality runs are alike.
        runs[turn] = replace(runs[turn], subtype="tempo")
    return runs


def _strength_sketch(template: str, minutes: int, *, no_legs: bool) -> Sketch:
    plain = template.removesuffix(HEAVY)
    return Sketch(
        kind=Kind.STRENGTH,
        subtype=plain,
        strength_minutes=minutes,
        leg_heavy=template.endswith(HEAVY),
        regions=TEMPLATES[plain].regions,
        no_legs=no_legs,
    )


def _circuit_sketch(minutes: int, asked: Asked, fitted: Sizes) -> Sketch:
    level = circuit_level(asked.athlete)
    if fitted.long + fitted.qualities >= asked.hard_days:
        level = 1
    return Sketch(
        kind=Kind.HYBRID,
        subtype="circuit",
        run_minutes=minutes // 2,
        strength_minutes=minutes // 2,
        level=level,
        regions=FULL,
    )
