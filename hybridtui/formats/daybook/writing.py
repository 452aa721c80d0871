"""Writing a log as a daybook: who and what first, then the plans, then the days, oldest first.

The same log is the same text, and what is logged later is added at the end, so that git
shows what changed and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain

from hybridtui.domain.calendar import Moment, Weekday
from hybridtui.domain.contents import Contents
from hybridtui.domain.session import Session
from hybridtui.formats.daybook import day_words, moments, own_words, pairs, plan_words, session_writing
from hybridtui.formats.daybook.exercise_words import ExerciseWords
from hybridtui.formats.daybook.moments import Zone
from hybridtui.formats.daybook.reading import FIRST_LINE, NOTE_ON, ZONE
from hybridtui.formats.daybook.session_writing import INDENT, noted
from hybridtui.formats.writing import Exported, OutFile

NAME = "training.daybook"

_EXPLAINED = "# Yours to edit. Lines with ~ are for the program: leave them out of what you add."
_AT_ONCE = 500
_DAY = timedelta(days=1)


def write(exported: Exported) -> Iterator[OutFile]:
    """Yield the daybook; its sessions are written as they are read."""
    yield OutFile(NAME, _bytes(lines(exported.contents, exported.sessions())))


def _bytes(text: Iterator[str]) -> Iterator[bytes]:
    some: list[str] = []
    for line in text:
        some.append(line)
        if len(some) >= _AT_ONCE:
            yield _joined(some)
            some.clear()
    yield _joined(some)


def _joined(some: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in some).encode("utf-8", "replace")


def lines(contents: Contents, sessions: Iterator[Session]) -> Iterator[str]:
    """Yield the lines of a daybook."""
    exercises = ExerciseWords(contents.exercises)
    yield FIRST_LINE
    yield _EXPLAINED
    yield from _of_athlete(contents, exercises)
    yield from _plans(contents, exercises)
    yield from _Days(exercises, list(_dated(contents))).lines(sessions)


def beside(contents: Contents) -> Iterator[str]:
    """Yield what stands beside sessions, each line by itself: with its day, or with the exercise that a note is on."""
    exercises = ExerciseWords(contents.exercises)
    notes = ((exercises.name(note.exercise), noted(note.text, "")) for note in contents.notes)
    yield from filter(None, _of_athlete(replace(contents, notes=()), exercises))
    yield from (f"{NOTE_ON} {name} {line}" for name, lines in notes for line in lines)
    for plan in contents.plans:
        line, more = plan_words.write_plan(plan, contents.athlete)
        yield from (line, *chain.from_iterable(_more(each, "") for each in more))
        for week in plan.weeks:
            of_week, more_of_week = plan_words.write_week(week)
            yield from (of_week, *_more(more_of_week, ""))
            for workout in week.workouts:
                of_workout = plan_words.write_workout(workout, week.week, exercises)
                yield from (f"{workout.day} {each.strip()}" for each in of_workout)
    for day, told in _dated(contents):
        yield from (f"{day} {line.strip()}" for line in told)


def _more(of: list[tuple[str, object]], indent: str = INDENT) -> Iterator[str]:
    if of:
        yield f"{indent}{pairs.SIGN} {pairs.written(of)}"


def _of_athlete(contents: Contents, exercises: ExerciseWords) -> Iterator[str]:
    if contents.athlete is not None:
        yield from ("", own_words.ATHLETE)
        yield from (INDENT + line for line in own_words.write_answers(contents.athlete))
    told = [own_words.write_exercise(own) for own in contents.exercises]
    told += [own_words.write_name(name, exercises) for name in contents.names]
    for line, more in told:
        yield from ("", line)
        yield from _more(more)
    for note in contents.notes:
        yield from ("", f"{NOTE_ON} {exercises.name(note.exercise)}")
        yield from noted(note.text, INDENT)
    if contents.skips:
        yield ""
        yield from map(own_words.write_skip, contents.skips)


def _plans(contents: Contents, exercises: ExerciseWords) -> Iterator[str]:
    for plan in contents.plans:
        line, more = plan_words.write_plan(plan, contents.athlete)
        yield from ("", line)
        yield from chain.from_iterable(map(_more, more))
        for week in plan.weeks:
            of_week, more_of_week = plan_words.write_week(week)
            yield from ("", INDENT + of_week)
            yield from _more(more_of_week, INDENT * 2)
            for workout in week.workouts:
                yield from (INDENT * 2 + line for line in plan_words.write_workout(workout, week.week, exercises))


def _dated(contents: Contents) -> Iterator[tuple[date, list[str]]]:
    """Yield what is told of days beside sessions, in the order of the days."""
    found: list[tuple[date, list[str]]] = [
        (weighed.day, [day_words.write_weight(weighed)]) for weighed in contents.weights
    ]
    found += [(told.day, _with_more(*day_words.write_feeling(told))) for told in contents.readiness]
    found += [(said.day, _with_more(*day_words.write_pain(said))) for said in contents.pains]
    yield from sorted(found, key=lambda each: each[0])


def _with_more(line: str, more: list[tuple[str, object]]) -> list[str]:
    return [line, *_more(more)]


@dataclass(slots=True)
class _Days:
    """The days, each with what was told of it."""

    exercises: ExerciseWords
    dated: list[tuple[date, list[str]]]
    _day: date | None = None
    _zone: Zone | None = None
    _next: int = field(default=0)

    def lines(self, sessions: Iterator[Session]) -> Iterator[str]:
        for session in sessions:
            day = session.started.local.date()
            yield from self._until(day - _DAY)
            zone = self._zone_of(session.started)
            if zone is not None and zone is not self._zone:
                self._zone = zone
                yield from ("", f"{ZONE} {zone.name}")
            yield from self._until(day)
            yield from self._headed(day)
            yield from session_writing.lines(session, self.exercises, self._zone)
        yield from self._until(date.max)

    def _until(self, last: date) -> Iterator[str]:
        """Yield what is told of the days up to ``last``."""
        while self._next < len(self.dated) and self.dated[self._next][0] <= last:
            day, told = self.dated[self._next]
            yield from self._headed(day)
            yield from (INDENT + line for line in told)
            self._next += 1

    def _headed(self, day: date) -> Iterator[str]:
        if day != self._day:
            self._day = day
            yield from ("", f"{day} {Weekday(day.weekday()).short}")

    def _zone_of(self, moment: Moment) -> Zone | None:
        """Return the zone by whose clocks the moment is told: the one told last, where it says no other."""
        named = moments.zone(moment.zone) if moment.zone is not None else None
        return named if named is not None and named.at(moment.local) == moment else self._zone
