"""A session of what its lines say: its heading, its entries in order, its note, and what stands after ``~``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from hybridtui.domain.blocks.done import SPORTS
from hybridtui.domain.calendar import Moment
from hybridtui.domain.session import OF_ONE_LOG, Session, Source, Status
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.totals import done_s, with_totals
from hybridtui.domain.workout import Kind
from hybridtui.formats import limits
from hybridtui.formats.daybook import moments, pairs, run_words
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.entries import RunLine, SetLine, placed, table, whole_number
from hybridtui.formats.daybook.fields import Fields
from hybridtui.formats.daybook.moments import Zone
from hybridtui.formats.daybook.run_words import EASY, RUN, Said

EXPECTED = 'a session is written like 18:05 strength "Lower A" 52min rpe 7, or run 8km 44:10 rpe 4'

HEADED = Fields(
    Session,
    without=(
        *("kind", "started", "ended", "sets", "runs", "note"),
        *("run_s", "strength_s", "other_s", "tonnage_kg", "load_au", "load_estimated"),
        *OF_ONE_LOG,
    ),
)
"""What may stand after ``~`` and is known before the entries are."""

TOTALS = Fields(Session, ("ended", "run_s", "strength_s", "other_s", "tonnage_kg", "load_au", "load_estimated"))
"""What follows from the entries, and may be told otherwise after ``~``."""

TAIL: Final = frozenset({"marks", "pauses", "steps"})
"""What stands after ``~`` at the end of a session: it is long."""

INLINE: Final = "run"
"""After ``~``: what the line of a session leaves out of its one run."""

FIRST: Final = "first"
"""After ``~``: position of the first entry."""

KEYS = (*HEADED.names, *TOTALS.names, "zone", "local_date", INLINE, FIRST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The line that a session begins with."""

    started: Moment
    kind: Kind
    subtype: str
    sport: str
    title: str
    said: Said

    @property
    def usual(self) -> str:
        """Subtype of its runs, unless they say another."""
        return usual_subtype(self.kind, self.subtype)

    @property
    def can_be_one_run(self) -> bool:
        """True if its line alone may tell of the run that it is."""
        return self.kind in (Kind.RUN, Kind.OTHER)


def heading(words: str, day: date, zone: Zone) -> Heading:
    """Read the line that a session begins with.

    Raises:
        Misread: naming what is not understood.
        OutOfRangeError: if no training can hold a number of it.
    """
    tokens = pairs.tokens(words)
    clock = tokens.pop(0) if tokens and moments.is_clock(tokens[0]) else None
    if not tokens:
        raise misread(words, EXPECTED)
    kind, sport = _kind(tokens.pop(0))
    subtype = ""
    if tokens and run_words.is_subtype(tokens[0]):
        name = tokens.pop(0)
        if kind is Kind.OTHER and not sport:
            sport, name = SPORTS.get(name, name), ""
            if tokens and run_words.is_subtype(tokens[0]):
                name = tokens.pop(0)
        subtype = name
    title = clean(pairs.unquoted(tokens.pop(0))) if tokens and tokens[0].startswith('"') else None
    return Heading(
        started=moments.read(day, clock, zone),
        kind=kind,
        subtype=subtype,
        sport=sport,
        title=usual_title(kind, subtype, sport) if title is None else title,
        said=run_words.read(tokens, run_words.OF_A_SESSION),
    )


def _kind(word: str) -> tuple[Kind, str]:
    named = word.casefold()
    if named in SPORTS:
        return Kind.OTHER, SPORTS[named]
    found = next((kind for kind in Kind if kind.value == named), None)
    if found is None:
        raise misread(word, EXPECTED)
    return found, ""


def usual_subtype(kind: Kind, subtype: str) -> str:
    """Return the subtype of the runs of a session, unless they say another."""
    return subtype if kind is Kind.RUN and subtype else EASY


def usual_title(kind: Kind, subtype: str, sport: str) -> str:
    """Return what a session is called that has no name of its own.

    >>> usual_title(Kind.RUN, "long", ""), usual_title(Kind.STRENGTH, "SF", ""), usual_title(Kind.OTHER, "", "cycling")
    ('Long run', 'Strength', 'Cycling')
    """
    if kind is Kind.RUN:
        return f"{subtype.capitalize()} run" if subtype else "Run"
    return (sport or kind.value).capitalize()


def session(
    head: Heading, entries: Sequence[SetLine | RunLine], note: Sequence[str], held: Mapping[str, object]
) -> Session:
    """Make the session of its lines; sets and runs of which no id is told have an empty one.

    Raises:
        Misread: if something after ``~`` is not understood.
        OutOfRangeError: if no training can be so.
    """
    bare = _headed(head, note, held)
    one_run = head.can_be_one_run and not entries and head.said.is_run
    if one_run:
        if head.said.seconds is None and head.said.total is None:
            raise Misread("how long did it take? It is written like run 8km 44:10")
        run = run_words.entry(head.said, sport=head.sport or RUN, subtype=head.usual)
        entries = (RunLine(run=run, more=table(held.get(INLINE))),)
    elif head.said.distance is not None or head.said.effort is not None:
        raise Misread("a distance and an @ belong to the runs below: run: 2km 12:00")
    first = whole_number(held.get(FIRST, usual_first(bare)))
    sets, runs = placed(bare, first, entries)
    whole = TOTALS.applied(summed(replace(bare, sets=sets, runs=runs), head.said, one_run=one_run), held)
    return limits.checked(whole)


def usual_first(session: Session) -> int:
    """Return the position of the first entry: the log counts from 1, files from 0."""
    return 1 if session.source is Source.APP else 0


def headed(head: Heading, *, started: Moment) -> Session:
    """Return a session of which no more is known than its line."""
    return Session(
        id="",
        kind=head.kind,
        title=head.title,
        status=Status.FINISHED,
        started=started,
        subtype=head.subtype,
        sport=head.sport,
        level=head.said.level,
        rpe=head.said.rpe,
        avg_hr=head.said.hr,
    )


def _headed(head: Heading, note: Sequence[str], held: Mapping[str, object]) -> Session:
    started = _corrected(head.started, held) if "zone" in held or "local_date" in held else head.started
    bare = replace(headed(head, started=started), note=clean_note("\n".join(note)))
    return HEADED.applied(bare, held)


def _corrected(started: Moment, held: Mapping[str, object]) -> Moment:
    zone, day = held.get("zone"), held.get("local_date")
    try:
        return moments.corrected(
            started,
            clean(zone) if isinstance(zone, str) else None,
            date.fromisoformat(day) if isinstance(day, str) else None,
        )
    except ValueError as error:
        raise misread(str(day), "a day is written like 2026-03-02") from error


def _ended(bare: Session, said: Said, *, one_run: bool) -> Moment:
    if said.total is not None:
        length = said.total
    elif said.seconds is not None and not one_run:
        length = said.seconds
    elif bare.sets:
        length = min(done_s(bare), limits.SECONDS[1])
    else:
        length = min(sum(run.seconds for run in bare.runs), limits.SECONDS[1])
    return bare.started.later(timedelta(seconds=length))


def summed(whole: Session, said: Said, *, one_run: bool) -> Session:
    """Return a session with end and totals as its entries and its line say; one that still runs has none.

    What a file told of running counts as it told it.
    """
    bare = replace(
        whole, ended=None, run_s=0.0, strength_s=0.0, other_s=0.0, tonnage_kg=0.0, load_au=0.0, load_estimated=True
    )
    if bare.status is Status.OPEN:
        return bare
    bare = replace(bare, ended=_ended(bare, said, one_run=one_run))
    if bare.source is not Source.APP and bare.kind in (Kind.RUN, Kind.OTHER) and not bare.sets:
        run_s = sum((run.seconds for run in bare.runs if run.sport == RUN), 0.0)
        other_s = sum((run.seconds for run in bare.runs if run.sport != RUN), 0.0)
        bare = replace(bare, run_s=run_s, other_s=other_s)
    return with_totals(bare)
