"""A week as plain text for people: what ``hybridtui week`` prints, in 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.balance import run_percent
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.figures import ABOUT, AT_LEAST, UNKNOWN
from hybridtui.domain.lifting.muscles import MuscleSets
from hybridtui.domain.loads import wording
from hybridtui.domain.loads.days import SideLoad
from hybridtui.domain.loads.state import LoadState
from hybridtui.domain.mileage.fitness import Origin, RunFitness
from hybridtui.domain.review.week import HEADS, WeekReview
from hybridtui.domain.text import clean
from hybridtui.domain.units import Distance, Load, decimal, round_half_up, whole_minutes

WIDTH = 80
_HEAD = 12
"""Cells of the word that a line begins with."""

MOST_MAXIMA = 8
"""Lifts whose estimate is printed; ``--json`` has all."""


def week_lines(review: WeekReview, athlete: Athlete, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Yield the week line by line."""
    facts = review.facts
    so_far = " (so far)" if facts.runs else "" if facts.begun else " (to come)"
    week = facts.week
    yield f"Week {week.iso_week} of {week.iso_year}, {_day(week.first)} to {_day(week.last)}{so_far}"
    yield ""
    yield from _sides(review, athlete)
    yield from _state(review.state)
    if review.fitness is not None:
        yield from _line("VDOT", _vdot(review.fitness))
    yield from _line("Muscles", _muscles(review.muscles))
    yield from _line(
        "Maxima", "; ".join(_maxima(review, athlete, exercises)) or "n/a: no set of the week gives an estimate"
    )
    yield ""
    for head, sentence in zip(HEADS, review.sentences, strict=True):
        yield from _line(head, sentence)


def _sides(review: WeekReview, athlete: Athlete) -> Iterator[str]:
    facts, totals = review.facts, review.facts.totals
    run_km = Distance(totals.run_m).to(athlete.distance_unit)
    tonnage = Load(totals.tonnage_kg).to(athlete.weight_unit)
    rows = (
        (
            "Run",
            _minutes(totals.run_s, totals.planned_run_s),
            _count(totals.runs, "session"),
            f"{decimal(run_km.value, 1)} {run_km.unit}",
            facts.sums.run,
        ),
        (
            "Strength",
            _minutes(totals.strength_s, totals.planned_strength_s),
            _count(totals.strength_sessions, "session"),
            f"{_count(totals.sets, 'set')}, {round_half_up(tonnage.value):,.0f} {tonnage.unit}",
            facts.sums.strength,
        ),
    )
    for head, minutes, sessions, amount, load in rows:
        yield f"{head:<{_HEAD}}{minutes:<16}{sessions:<12}{amount:<20} {_load(load)}".rstrip()
    together = facts.sums.together
    yield from _line("Load", f"{wording.side(together)} together (session-RPE), {wording.rated(together)}")
    yield from _line("Run share", _share(review))


def _minutes(done_s: float, planned_s: float | None) -> str:
    done = whole_minutes(done_s)
    return f"{done} of {whole_minutes(planned_s)} min" if planned_s else f"{done} min"


def _load(load: SideLoad) -> str:
    return f"load {wording.side(load)}"


def _share(review: WeekReview) -> str:
    facts = review.facts
    share = facts.totals.run_share
    said = UNKNOWN if share is None else f"{run_percent(share)} of the minutes"
    if (of_load := facts.sums.run_share) is not None:
        said += f", {run_percent(of_load)} of the load"
    return f"{said}; target {run_percent(facts.target)}" if facts.target is not None else f"{said}; no target"


def _state(state: LoadState) -> Iterator[str]:
    if state.ctl is None or state.atl is None or state.form is None:
        yield from _line("Fitness", UNKNOWN)
    else:
        levels = (
            f"{decimal(state.ctl, 1)} (CTL), fatigue {decimal(state.atl, 1)} (ATL), form {wording.signed(state.form)}"
        )
        yield from _line("Fitness", f"{levels} on {_day(state.day)}")
    if state.acwr is None:
        yield from _line("7 days", f"{UNKNOWN}: {wording.no_comparison(state)}")
    else:
        yield from _line("7 days", f"{decimal(state.acwr)} times a usual week: {wording.against_usual(state.acwr)}")
    if state.monotony is None or state.strain is None:
        yield from _line("Monotony", UNKNOWN)
    else:
        strain = f"strain {round_half_up(state.strain):,.0f}"
        yield from _line("Monotony", f"{wording.monotony(state.monotony)}, {strain} ({wording.ranked(state.rank)})")


def _vdot(known: RunFitness) -> str:
    """Say a VDOT with where it comes from, and how far that can be trusted."""
    sign = AT_LEAST if known.at_least else ABOUT if known.rough else ""
    weeks = (known.age_days or 0) // 7
    origins = {
        Origin.RACE: "a race of the last 12 weeks",
        Origin.ANSWER: "the result you gave",
        Origin.OLD_RACE: f"a race {weeks} weeks ago, which may be out of date",
        Origin.RUN: "the fastest run of 12 weeks, which need not have been all-out",
        Origin.EASY_PACE: "your easy pace",
    }
    beyond = " beyond the tables" if known.extrapolated else ""
    return f"{sign}{decimal(known.vdot, 1)}, an estimate{beyond} from {origins[known.origin]}"


def _muscles(muscles: Mapping[str, MuscleSets]) -> str:
    """List the hard sets of each muscle, most first; what running cost stands beside them."""
    worked = sorted(muscles.items(), key=lambda each: (-each[1].hard - each[1].from_running, each[0]))
    parts = [_sets(name, sets) for name, sets in worked if sets.hard or sets.from_running]
    return f"hard sets: {', '.join(parts)}" if parts else "no hard sets"


def _sets(name: str, sets: MuscleSets) -> str:
    running = f" +{decimal(sets.from_running, 1)} running" if sets.from_running else ""
    return f"{clean(name).replace('_', ' ')} {decimal(sets.hard, 1)}{running}"


def _maxima(review: WeekReview, athlete: Athlete, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Name the heaviest estimates, each with the formula it was made with."""
    heaviest = sorted(review.maxima.items(), key=lambda each: (-each[1].kg, each[0]))
    for exercise, best in heaviest[:MOST_MAXIMA]:
        name = clean(exercises[exercise].name if exercise in exercises else exercise)
        load = Load(best.kg).to(athlete.weight_unit)
        least = AT_LEAST if best.at_least else ""
        yield f"{name} {least}{decimal(load.value, 1)} {load.unit} ({best.formula_name})"


def _line(head: str, text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=f"{head:<{_HEAD}}", subsequent_indent=" " * _HEAD)


def _day(day: date) -> str:
    return f"{Weekday(day.weekday()).short} {day.isoformat()}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + 's'}"
