"""``hybridtui plan``: draft a plan from answers, check a plan, show the one being followed."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from hybridtui.commands import DONE, REFUSED, OpenLogbook
from hybridtui.commands.plan_text import breach_lines, plan_lines
from hybridtui.domain.problems import Problem

NO_PLAN = "There is no plan yet: open 'hybridtui', answer the questions and adopt one."


def plan(args: argparse.Namespace, open_logbook: OpenLogbook, today: Callable[[], date]) -> int:
    """Run the command in ``args`` and return the exit code.

    Raises:
        Problem: if there is nothing to print; with ``--json`` it stands on stdout, too.
    """
    try:
        if args.plan_command == "draft":
            return _draft(args, today())
        return _check(args) if args.plan_command == "check" else _show(args, open_logbook)
    except Problem as problem:
        if args.json:
            _print_json({"error": str(problem)})
        raise


def _draft(args: argparse.Namespace, today: date) -> int:
    from hybridtui.logbook import plan_files

    drafted = plan_files.drafted(args.answers, today, args.weeks)
    if args.json:
        _print_json(plan_files.document(drafted))
    else:
        _print(plan_lines(drafted, drafted.breaches))
    return DONE


def _check(args: argparse.Namespace) -> int:
    from hybridtui.logbook import plan_files

    found = plan_files.checked(args.plan)
    if args.json:
        _print_json(plan_files.breaches_document(found))
    else:
        _print(breach_lines(found))
    return REFUSED if any(breach.hard for breach in found) else DONE


def _show(args: argparse.Namespace, open_logbook: OpenLogbook) -> int:
    logbook = open_logbook()
    try:
        followed = logbook.plans.current()
        close = logbook.plans.too_close(followed, logbook.plans.credited(followed)) if followed is not None else ()
    finally:
        logbook.close()
    if followed is None:
        raise Problem(NO_PLAN)
    from hybridtui.logbook import plan_files

    judged = plan_files.judged(followed)
    if args.json:
        _print_json(plan_files.document(judged))
    else:
        _print(plan_lines(judged, judged.breaches))
        if close:
            _print(("", "Too close to what was done:", *breach_lines([each.breach for each in close])))
    return DONE


def _print(lines: Iterable[str]) -> None:
    print("\n".join(lines), flush=True)


def _print_json(document: Mapping[str, object]) -> None:
    print(json.dumps(document, indent=2, allow_nan=False), flush=True)
