"""``hybridtui week``: a week's numbers and its review."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date

from hybridtui.commands import DONE, OpenLogbook
from hybridtui.commands.week_text import week_lines
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import Problem
from hybridtui.domain.review.week import WeekReview

PLACES = 6
"""Most decimals in JSON: beyond them lies only what floating point leaves."""


def week(args: argparse.Namespace, open_logbook: OpenLogbook, today: Callable[[], date]) -> int:
    """Print the week that holds ``args.date`` and return the exit code.

    Raises:
        Problem: if there is no log, or it cannot be read; with ``--json`` it stands on stdout, too.
    """
    try:
        told = _read(open_logbook, args.date or today())
    except Problem as problem:
        if args.json:
            _print_json({"error": str(problem)})
        raise
    if args.json:
        _print_json(document(told[0]))
    else:
        print("\n".join(week_lines(*told)), flush=True)
    return DONE


def _read(open_logbook: OpenLogbook, day: date) -> tuple[WeekReview, Athlete, Mapping[str, Exercise]]:
    logbook = open_logbook()
    try:
        told = logbook.answer(lambda book: (book.reviews.week(day), book.athlete() or Athlete(), book.exercises()))
        if logbook.left_out:
            print(f"hybridtui: {logbook.left_out}.", file=sys.stderr)
        return told
    finally:
        logbook.close()


def document(review: WeekReview) -> dict[str, object]:
    """Return the week as programs read it; what is not known is None."""
    facts, state = review.facts, review.state
    totals, week = facts.totals, facts.week
    return {
        "iso_year": week.iso_year,
        "iso_week": week.iso_week,
        "run": {
            "minutes": _number(totals.run_minutes),
            "km": _number(totals.run_m / 1000),
            "sessions": totals.runs,
            "load": _number(totals.run_load_au),
        },
        "strength": {
            "minutes": _number(totals.strength_minutes),
            "sets": totals.sets,
            "sessions": totals.strength_sessions,
            "load": _number(totals.strength_load_au),
        },
        "run_share": _number(totals.run_share),
        "target_share": _number(facts.target),
        "muscles": {
            name: {"sets": _number(sets.hard), "from_running": _number(sets.from_running)}
            for name, sets in sorted(review.muscles.items())
        },
        "ctl": _number(state.ctl),
        "atl": _number(state.atl),
        "form": _number(state.form),
        "monotony": _number(state.monotony),
        "strain": _number(state.strain),
        "acwr": _number(state.acwr),
        "e1rm": {
            exercise: {"kg": _number(best.kg), "formula": best.formula_name}
            for exercise, best in sorted(review.maxima.items())
        },
        "vdot": _number(review.fitness.vdot if review.fitness is not None else None),
        "review": list(review.sentences),
    }


def _number(value: float | None) -> float | None:
    """Round away what floating point leaves; minus zero is zero."""
    return None if value is None else round(float(value), PLACES) + 0.0


def _print_json(document: Mapping[str, object]) -> None:
    print(json.dumps(document, indent=2, allow_nan=False), flush=True)
