"""A session as lines: its heading, its sets and runs in order, its note, and after ``~`` what else is known.

What the lines say is read back before anything is written after ``~``: so what is written
there is all that they leave unsaid, and nothing that they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from heapq import merge
from itertools import groupby

from hybridtui.domain.blocks.done import SPORTS
from hybridtui.domain.session import LoggedSet, RunEntry, Session
from hybridtui.domain.workout import Kind
from hybridtui.formats import limits
from hybridtui.formats.daybook import amounts, moments, pairs, run_words, session_reading, set_words
from hybridtui.formats.daybook.entries import AT, RUN_FIELDS, Places
from hybridtui.formats.daybook.exercise_words import ExerciseWords
from hybridtui.formats.daybook.moments import Zone
from hybridtui.formats.daybook.run_words import RUN
from hybridtui.formats.daybook.session_reading import FIRST, HEADED, INLINE, TAIL, TOTALS, Heading

NOTE = "|"
INDENT = "  "

_SECOND = timedelta(seconds=1)
_MICROSECOND = timedelta(microseconds=1)

Entry = LoggedSet | RunEntry
Pairs = list[tuple[str, object]]


def lines(session: Session, exercises: ExerciseWords, zone: Zone | None) -> Iterator[str]:
    """Yield the lines of a session; ``zone`` is the zone told last."""
    writing = _Writing(session, exercises, zone)
    yield INDENT + writing.line
    more = writing.more()
    yield f"{INDENT * 2}{pairs.SIGN} {pairs.written(each for each in more if each[0] not in TAIL)}"
    yield from (INDENT * 2 + line for line in writing.entries())
    yield from noted(session.note, INDENT * 2)
    if tail := [each for each in more if each[0] in TAIL]:
        yield f"{INDENT * 2}{pairs.SIGN} {pairs.written(tail)}"


def noted(note: str, indent: str) -> Iterator[str]:
    """Yield the lines of a note."""
    if note:
        yield from (f"{indent}{NOTE} {line}".rstrip() for line in note.split("\n"))


@dataclass(slots=True)
class _Writing:
    """One session on its way into lines."""

    session: Session
    exercises: ExerciseWords
    zone: Zone | None
    line: str = ""
    _clock_more: Pairs | None = None

    def __post_init__(self) -> None:
        clock, self._clock_more = moments.write(self.session.started, self.zone)
        self.line = " ".join([clock, *_heading(self.session, self._one_run)])

    @property
    def _one_run(self) -> RunEntry | None:
        """The run that the session's line tells, if it is nothing else."""
        session = self.session
        if session.kind not in (Kind.RUN, Kind.OTHER) or session.sets or len(session.runs) != 1:
            return None
        return session.runs[0]

    def _head(self) -> Heading:
        """What the line itself says."""
        zone = self.zone or Zone(moments.UTC_CLOCK, None)
        return session_reading.heading(self.line, self.session.started.local.date(), zone)

    def more(self) -> Pairs:
        """Return what the line does not say of the session."""
        session, head = self.session, self._head()
        told = session_reading.headed(head, started=session.started)
        more = HEADED.otherwise(told, session) + (self._clock_more or [])
        usual = session_reading.usual_first(session)
        if self._first != usual:
            more.append((FIRST, self._first))
        one_run = self._one_run
        if one_run is not None:
            said = run_words.entry(head.said, sport=head.sport or RUN, subtype=head.usual)
            if of_run := _run_more(said, one_run, Places(session.steps, self._first), session.started.utc):
                more.append((INLINE, dict(of_run)))
        summed = session_reading.summed(session, head.said, one_run=one_run is not None)
        return more + TOTALS.otherwise(summed, session)

    @property
    def _first(self) -> int:
        return next((entry.position for entry in self._merged()), session_reading.usual_first(self.session))

    def _merged(self) -> Iterator[Entry]:
        return merge(self.session.sets, self.session.runs, key=lambda entry: entry.position)

    def entries(self) -> Iterator[str]:
        """Yield the lines of sets and runs, in the order in which they were done."""
        if self._one_run is not None:
            return
        places, began = Places(self.session.steps, self._first), self.session.started.utc
        usual = session_reading.usual_subtype(self.session.kind, self._head().subtype)
        for exercise, some in groupby(self._merged(), key=lambda e: e.exercise if isinstance(e, LoggedSet) else None):
            for run in some if exercise is None else ():
                assert isinstance(run, RunEntry)  # noqa: S101 - sets have an exercise
                yield run_words.write_line(run, usual)
                yield f"{INDENT}{pairs.SIGN} {pairs.written(_run_more(_as_told(run, usual), run, places, began))}"
            sets = [done for done in some if isinstance(done, LoggedSet)]
            if sets:
                yield f"{self.exercises.name(sets[0].exercise)}: {set_words.write(sets)}"
                yield f"{INDENT}{pairs.SIGN} {pairs.written(_columns(sets, places, began))}"


def _heading(session: Session, one_run: RunEntry | None) -> list[str]:
    words, subtype, sport = _kind(session)
    if session.title != session_reading.usual_title(session.kind, subtype, sport):
        words.append(pairs.text(session.title))
    length = _length(session)
    if one_run is not None:
        words += run_words.write(replace(one_run, avg_hr=None))
        if length is not None and length != one_run.seconds:
            words.append(f"total {amounts.span(length)}")
    elif length is not None:
        alone = session.kind in (Kind.RUN, Kind.OTHER) and not session.sets and not session.runs
        words.append(f"total {amounts.span(length)}" if alone else amounts.span(length))
    if session.level is not None:
        words.append(f"level {session.level}")
    if session.rpe is not None:
        words.append(f"rpe {amounts.number(session.rpe)}")
    if session.avg_hr is not None:
        words.append(f"hr {session.avg_hr}")
    return words


def _kind(session: Session) -> tuple[list[str], str, str]:
    """Return the words for kind, sport and subtype, and the latter two as far as the words say them."""
    words, sport = [session.kind.value], ""
    if session.kind is Kind.OTHER and SPORTS.get(session.sport) == session.sport:
        words, sport = [session.sport], session.sport
    elif session.kind is Kind.OTHER and run_words.is_subtype(session.sport) and session.sport not in SPORTS:
        words, sport = [*words, session.sport], session.sport
    if session.kind is Kind.OTHER and not sport:
        return words, "", ""
    if run_words.is_subtype(session.subtype):
        return [*words, session.subtype], session.subtype, sport
    return words, "", sport


def _length(session: Session) -> float | None:
    """Return the seconds from start to end, where they are all that the end says."""
    if session.ended is None:
        return None
    length = (session.ended.utc - session.started.utc) / _SECOND
    return length if 0 <= length <= limits.SECONDS[1] else None


def _as_told(run: RunEntry, usual: str) -> RunEntry:
    """Return what the line of a run says of it."""
    told = run.subtype if run_words.is_subtype(run.subtype) else usual
    return RunEntry(
        id="",
        position=0,
        sport=run.sport,
        subtype=told,
        distance=run.distance,
        seconds=run.seconds,
        elapsed_s=run.elapsed_s,
        avg_hr=run.avg_hr,
        max_hr=run.max_hr,
        ascent_m=run.ascent_m,
        rpe=run.rpe,
        note=run.note,
    )


def _run_more(told: RunEntry, run: RunEntry, places: Places, began: datetime) -> Pairs:
    step, number = places.of_run()
    told = replace(told, position=places.position, step=step, set_number=number)
    places.took(run)
    more = RUN_FIELDS.otherwise(told, run)
    return more if run.logged_at is None else [*more, (AT, _since(began, run.logged_at))]


def _columns(sets: Sequence[LoggedSet], places: Places, began: datetime) -> Pairs:
    usual = []
    for done in sets:
        usual.append((places.position, *places.of_set(done.exercise, done.kind, done.side)))
        places.took(done)
    columns: dict[str, list[object]] = {
        "ids": [done.id for done in sets],
        AT: [None if done.logged_at is None else _since(began, done.logged_at) for done in sets],
        "rest": [done.rest_s for done in sets],
    }
    more: Pairs = [(key, column) for key, column in columns.items() if any(each is not None for each in column)]
    actual = [(done.position, done.step, done.set_number) for done in sets]
    if any(is_[1:] != was[1:] for is_, was in zip(actual, usual, strict=True)):
        more.append(("places", [None if step is number is None else [step, number] for _, step, number in actual]))
    if any(is_[0] != was[0] for is_, was in zip(actual, usual, strict=True)):
        more.append(("positions", [position for position, *_ in actual]))
    return more


def _since(began: datetime, when: datetime) -> float | int:
    """Return the seconds between two instants, exact to the microsecond."""
    whole, rest = divmod((when - began) // _MICROSECOND, 1_000_000)
    return whole if not rest else (whole * 1_000_000 + rest) / 1_000_000
