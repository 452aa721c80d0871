"""Which quality runs a week has: by phase and event, nothing before its time.

Source: science.md C.9 (table), C.7 (level gates), R30, personas P2 and P4.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hybridtui.domain.athlete import Athlete, Goal, Level, Limit
from hybridtui.domain.plan.definitions import event_of
from hybridtui.domain.plan.mix import RUN_LED
from hybridtui.domain.plan.run_limits import RunLimits
from hybridtui.domain.plan.week import Asked
from hybridtui.domain.workout import Phase, Why

CYCLE_WEEKS = 8
"""Without a race, base and build take turns: half of the cycle each."""

REPS_AFTER_WEEKS = 4
"""Weeks that an intermediate has done before repetitions (C.7)."""

SETTLED_WEEK = 9
"""A beginner's first quality runs, up to here, are fartlek (C.7)."""

HILLS_FROM_BALANCE = 0.5
"""Run share from which hills come every other week (R30)."""

CLIMBS = frozenset({"hill", "machine"})
"""What can be run up: a hill, or the treadmill that stands where machines are (R30)."""

LEAST_INTERVALS_S = 360.0
"""Two repeats of three minutes: below it, intervals wait for a bigger week."""

LEAST_REPETITIONS_S = 200.0
"""Four repeats of 200 m or so: below it, repetitions wait for a bigger week."""


@dataclass(frozen=True, slots=True)
class Menu:
    """Quality runs of a phase, in turn: of weeks with one, and the second of weeks with two."""

    first: tuple[str, ...]
    second: tuple[str, ...]


_BASE = Menu(("hills",), ("fartlek", "progression"))
_FLAT_BASE = Menu(("fartlek", "progression"), ("progression", "fartlek"))
_GENERAL = {Phase.BUILD: Menu(("fartlek", "tempo"), ("tempo", "fartlek"))}
_RUN_LED = Menu(("tempo", "vo2", "hills"), ("hills", "tempo", "vo2"))
_MENUS: dict[Goal, dict[Phase, Menu]] = {
    Goal.FIVE_K: {
        Phase.BUILD: Menu(("vo2", "cruise"), ("cruise", "vo2")),
        Phase.PEAK: Menu(("vo2", "reps"), ("reps", "vo2")),
        Phase.TAPER: Menu(("vo2",), ("reps",)),
    },
    Goal.TEN_K: {
        Phase.BUILD: Menu(("cruise", "vo2"), ("vo2", "cruise")),
        Phase.PEAK: Menu(("tempo", "vo2"), ("vo2", "tempo")),
        Phase.TAPER: Menu(("vo2",), ("tempo",)),
    },
    Goal.HALF: {
        Phase.BUILD: Menu(("cruise",), ("fartlek",)),
        Phase.PEAK: Menu(("tempo",), ("cruise",)),
        Phase.TAPER: Menu(("cruise",), ("fartlek",)),
    },
    Goal.MARATHON: {
        Phase.BUILD: Menu(("cruise",), ("progression",)),
        Phase.PEAK: Menu(("tempo",), ("progression",)),
        Phase.TAPER: Menu(("cruise",), ("fartlek",)),
    },
}
_HARD = ("vo2", "reps")
"""At RPE 8: not for beginners, nor in pregnancy (a product decision)."""

_STAND_INS = ("fartlek", "tempo", "progression", "cruise")
_PHASE_WORDS = {
    Phase.BASE: "In the base weeks hills and changes of speed prepare for more",
    Phase.BUILD: "In the build weeks longer fast stretches raise what you can hold",
    Phase.PEAK: "In the peak weeks the fast running comes nearest to the race",
    Phase.TAPER: "Before the race the effort stays and the repeats get fewer",
    Phase.GENERAL: "Without a race base and build weeks take turns",
}


def phase_of(asked: Asked) -> Phase:
    """Return the phase that quality is chosen by: without a race, half of every cycle is base, half build."""
    if asked.phase is not Phase.GENERAL:
        return asked.phase
    return Phase.BASE if (asked.week - 1) % CYCLE_WEEKS < CYCLE_WEEKS // 2 else Phase.BUILD


def event(athlete: Athlete) -> Goal:
    """Return what the athlete trains for: the event of the race, or else the goal."""
    return event_of(athlete.race.distance_m) if athlete.race is not None else athlete.goal


def quality_subtypes(asked: Asked, count: int, limits: RunLimits) -> tuple[str, ...]:
    """Return the quality runs of a week, in the order of its days, no two alike."""
    chosen: list[str] = []
    for wanted in (*_wanted(asked), *_STAND_INS):
        subtype = _suited(wanted, asked, limits)
        if subtype not in chosen:
            chosen.append(subtype)
    return tuple(chosen[:count])


def reason(subtype: str, asked: Asked) -> Why:
    """Return why this quality run stands in this week."""
    if subtype == "hills":
        return Why("R30", "Hills come at least every other week in base and build: strong legs, little pounding.")
    if asked.athlete.level is Level.BEGINNER and subtype == "fartlek":
        return Why("C.7", "Fartlek comes first: faster running by feel, before anything that is measured.")
    return Why("C.9", f"{_PHASE_WORDS[phase_of(asked)]}.")


def strides_uphill(asked: Asked, subtypes: Collection[str]) -> bool:
    """Return whether the week's strides go up a hill: every other week of base and build without hill repeats (R30)."""
    athlete = asked.athlete
    hilly = "hill" in athlete.equipment and athlete.balance >= HILLS_FROM_BALANCE
    climbing = phase_of(asked) in (Phase.BASE, Phase.BUILD) and asked.week % 2 == 1
    return hilly and climbing and "hills" not in subtypes


def _wanted(asked: Asked) -> Iterator[str]:
    menu, turn = _menu(asked.athlete, phase_of(asked)), asked.week - 1
    yield menu.first[turn % len(menu.first)]
    start = turn % len(menu.second)
    yield from (*menu.second[start:], *menu.second[:start])


def _menu(athlete: Athlete, phase: Phase) -> Menu:
    base = _BASE if CLIMBS & athlete.equipment else _FLAT_BASE
    of_event = _MENUS.get(event(athlete))
    if of_event is None:
        led_by_running = athlete.goal is Goal.RUN_FIRST or athlete.balance >= RUN_LED
        return _RUN_LED if led_by_running else _GENERAL.get(phase, base)
    return of_event.get(phase, base)


def _suited(wanted: str, asked: Asked, limits: RunLimits) -> str:
    """What is wanted, or fartlek where the athlete, the place or the week is not ready for it."""
    athlete = asked.athlete
    beginner = athlete.level is Level.BEGINNER
    if beginner and (asked.week < SETTLED_WEEK or _first_of_all(asked)):
        return "fartlek"
    if wanted == "hills":
        return wanted if CLIMBS & athlete.equipment else "fartlek"
    if wanted in _HARD and (beginner or Limit.PREGNANCY in athlete.limits):
        return "fartlek"
    if wanted == "vo2" and limits.interval_s < LEAST_INTERVALS_S:
        return "fartlek"
    if wanted == "reps" and (_too_early_for_reps(asked) or limits.repetition_s < LEAST_REPETITIONS_S):
        return "fartlek"
    return wanted


def _first_of_all(asked: Asked) -> bool:
    return asked.before is None or not asked.before.sizes.quality


def _too_early_for_reps(asked: Asked) -> bool:
    return asked.athlete.level is Level.INTERMEDIATE and asked.week <= REPS_AFTER_WEEKS
