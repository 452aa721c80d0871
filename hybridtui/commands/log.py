"""``hybridtui log``: write down in one line what was done."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date

from hybridtui.commands import DONE, OpenLogbook
from hybridtui.domain.dates import dated, full_day
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.logbook.by_hand import When, Written


def log(args: argparse.Namespace, open_logbook: OpenLogbook, today: Callable[[], date]) -> int:
    """Write down what ``args.words`` say and return the exit code.

    Raises:
        Problem: if nothing was written; with ``--json`` it stands on stdout, too.
    """
    day = args.date(today()) if args.date is not None else None
    when = When(day=day, at=args.at, minutes=args.minutes, rpe=args.rpe, note=args.note or "")
    try:
        logbook = open_logbook()
        try:
            written = logbook.by_hand.write(" ".join(args.words), when, args.effort)
        finally:
            logbook.close()
    except Problem as problem:
        if args.json:
            print(json.dumps({"error": str(problem)}), flush=True)
        raise
    if args.json:
        print(json.dumps(document(written), indent=2, allow_nan=False), flush=True)
    else:
        print("\n".join(_lines(written)), flush=True)
    return DONE


def document(written: Written) -> dict[str, object]:
    """Return what was written down as programs read it; what is not known is None."""
    session = written.session
    return {
        "day": written.day.isoformat(),
        "logged": list(written.echo),
        "session": session.id if session is not None else None,
        "kind": session.kind.value if session is not None else None,
        "start": session.started.local.isoformat() if session is not None else None,
        "minutes": round(session.total_s / 60) if session is not None else None,
        "joined": written.joined,
        "counts_as": written.counts_as or None,
        "new_exercises": list(written.new_exercises),
        "unusual": list(written.unusual),
    }


def _lines(written: Written) -> list[str]:
    when = f"{full_day(written.day)} {written.day.year}" if written.session is not None else dated(written.day)
    lines = [f"Logged on {when}: {clean(each, 300)}" for each in written.echo]
    lines += [f"{clean(name)} is new: the Library has it from now on." for name in written.new_exercises]
    lines += [f"{each}. If it was a slip: u in History takes it back." for each in written.unusual]
    session = written.session
    if session is not None and session.sets:
        begun = f"{session.started.local:%H:%M}, about {round(session.total_s / 60)} min"
        sets = "1 set" if len(session.sets) == 1 else f"{len(session.sets)} sets"
        lines.append(f"The session now has {sets} ({begun})." if written.joined else f"A new session at {begun}.")
    return [*lines, clean(written.counts_as, 300)] if written.counts_as else lines
