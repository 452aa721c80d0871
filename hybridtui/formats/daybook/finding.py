"""What was found in a daybook: each thing that is told is checked, told apart from the others, and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TypeVar

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.codec import OddValueError
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import OWN, Exercise
from hybridtui.domain.imports import Refusal
from hybridtui.domain.names import fold
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.pain import Pain
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import Session
from hybridtui.domain.skips import SkipReason
from hybridtui.domain.text import clean_note
from hybridtui.domain.units import WeightUnit
from hybridtui.domain.workout import Plan
from hybridtui.formats import limits
from hybridtui.formats.daybook import day_words, own_words, pairs, plan_words, session_reading
from hybridtui.formats.daybook.blocks import Block, Noted, SessionBlock, Single
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.exercise_words import ExerciseWords
from hybridtui.formats.daybook.moments import NOON, Zone
from hybridtui.formats.daybook.plan_blocks import PlanBlock
from hybridtui.formats.own import own_limits
from hybridtui.formats.reading import Read, ReadOptions

T = TypeVar("T")

MOST_ACHES = (0, 100)
"""Pains that are told of one day."""


class Finding:
    """All that the lines of a daybook told so far."""

    def __init__(self, options: ReadOptions) -> None:
        """Know what the athlete's own names stand for in this log."""
        self._options = options
        self._words = ExerciseWords(own_names=options.own)
        self._sessions: list[Session] = []
        self._athlete: Athlete | None = None
        self._plans: list[Plan] = []
        self._exercises: list[Exercise] = []
        self._names: list[ExerciseName] = []
        self._feelings: list[Readiness] = []
        self._pains: list[Pain] = []
        self._notes: list[ExerciseNote] = []
        self._weights: list[BodyWeight] = []
        self._skips: list[SkipReason] = []
        self._lines: dict[tuple[str, object], int] = {}
        self._taken: set[str] = set()
        self._alike: Counter[tuple[object, ...]] = Counter()
        self._aches: Counter[date] = Counter()
        self.line = 1
        """Where what is being told began."""

    def session(self, words: str, day: date, zone: Zone) -> Block:
        """Begin a session."""
        head = session_reading.heading(words, day, zone)
        limits.started(head.started.utc, self._options.latest)
        return SessionBlock(head, self._words, self._unit, self._take_session)

    @property
    def _unit(self) -> WeightUnit:
        """What a weight is in that names no unit."""
        if self._athlete is not None:
            return self._athlete.weight_unit
        return self._options.weight_unit or WeightUnit.KG

    def _take_session(self, session: Session) -> None:
        session = self._known(session)
        _checked(session)
        self._only("session", session.id, hint="; leave the line with '~ id' out of a copy")
        self._sessions.append(session)

    def _known(self, session: Session) -> Session:
        """Return a session with ids: what was typed by hand gets the same ones whenever the file is read.

        It is known again by its start and its name. An entry that was copied together with
        its id is another one.
        """
        if not session.id:
            key = (session.started.local.isoformat(), session.kind.value, session.title)
            if session.started.local.time() != NOON:
                self._only("session", key, hint="; nobody begins the same twice in a minute")
            known = session.fingerprint or f"daybook:{self._name(*key)}"
            session = replace(session, id=_hashed(known), fingerprint=known)
        known = session.fingerprint or session.id
        return replace(
            session,
            sets=tuple(replace(each, id=self._id(each.id, f"{known} set {n}")) for n, each in enumerate(session.sets)),
            runs=tuple(replace(each, id=self._id(each.id, f"{known} run {n}")) for n, each in enumerate(session.runs)),
            marks=tuple(
                replace(each, id=self._id(each.id, f"{known} mark {n}")) for n, each in enumerate(session.marks)
            ),
        )

    def _id(self, told: str, otherwise: str) -> str:
        """Return an id that nothing else has: as it was told, or else one that follows from ``otherwise``."""
        id_ = told if told and told not in self._taken else _hashed(otherwise)
        id_ = id_ if id_ not in self._taken else self._options.ids()
        self._taken.add(id_)
        return id_

    def _name(self, *key: object) -> str:
        """Return a key that is the same whenever the file is read, and another for the next one alike."""
        self._alike[key] += 1
        return _hashed("|".join(map(str, (*key, self._alike[key]))))

    def _only(self, what: str, key: object, *, hint: str = "") -> None:
        """Check that something is told once."""
        first = self._lines.setdefault((what, key), self.line)
        if first != self.line:
            raise Misread(f"this {what} is told twice, first on line {first}{hint}")

    def weight(self, words: str, day: date) -> Block:
        """Take in a body weight."""
        weighed = day_words.read_weight(words, day, self._unit)
        return Single(lambda held: self._plain(held, "body weight", day, weighed, self._weights))

    def feeling(self, words: str, day: date) -> Block:
        """Take in how one felt on a day."""
        told = day_words.read_feeling(words, day)

        def take(held: dict[str, object]) -> None:
            pairs.only(held, day_words.FEELING.names)
            self._keep("check-in", day, day_words.FEELING.applied(told, held), self._feelings)

        return Single(take)

    def pain(self, words: str, day: date) -> Block:
        """Take in a pain."""
        told = day_words.read_pain(words, day)

        def take(held: dict[str, object]) -> None:
            self._aches[day] += 1
            limits.within("the number of pains on one day", self._aches[day], MOST_ACHES)
            said = day_words.as_told(told, held, self._name("pain", told.day, told.part, told.side))
            self._keep("pain", said.id, said, self._pains)

        return Single(take)

    def athlete(self, words: str) -> Block:
        """Begin the athlete's answers."""
        if words:
            raise misread(words, "the answers stand on the lines below: goal half")

        def take(held: dict[str, object]) -> None:
            athlete = own_words.read_answers(held)
            _checked(athlete)
            self._only("athlete", None)
            self._athlete = athlete

        return own_words.Answers(take)

    def exercise(self, words: str) -> Block:
        """Take in an own exercise."""
        told = own_words.read_exercise(words)

        def take(held: dict[str, object]) -> None:
            own = own_words.as_own(told, held)
            here = self._options.own.get(fold(own.name), own.id)
            self._words.add(own if here == own.id else replace(own, id=here), instead_of=own.id)
            if here == own.id or not here.startswith(OWN):
                self._keep("exercise", own.id, own, self._exercises)

        return Single(take)

    def name(self, words: str) -> Block:
        """Take in what a name stands for."""
        told = own_words.read_name(words, self._words)

        def take(held: dict[str, object]) -> None:
            name = own_words.as_named(told, held)
            self._keep("name", name.folded, name, self._names)
            self._words.called(name.folded, name.exercise)

        return Single(take)

    def note(self, words: str) -> Block:
        """Begin the note on an exercise."""
        exercise = self._words.find(pairs.plain_word(words))

        def take(text: str) -> None:
            self._keep("note", exercise, ExerciseNote(exercise, clean_note(text)), self._notes)

        return Noted(take)

    def skip(self, words: str) -> Block:
        """Take in why a workout was skipped."""
        skip = own_words.read_skip(words)
        return Single(lambda held: self._plain(held, "skipped workout", skip.workout_id, skip, self._skips))

    def plan(self, words: str) -> Block:
        """Begin a plan; one without ids is known again by its first day, its workouts by day and kind."""
        start = plan_words.read_plan(words)

        def take(plan: Plan) -> None:
            self._keep("plan", plan.id, plan, self._plans)

        return PlanBlock(
            start, self._words, lambda: self._athlete or Athlete(), lambda what: self._name("plan", start, what), take
        )

    def _plain(self, held: dict[str, object], what: str, key: object, value: T, kept: list[T]) -> None:
        pairs.only(held, ())
        self._keep(what, key, value, kept)

    def _keep(self, what: str, key: object, value: T, kept: list[T]) -> None:
        _checked(value)
        self._only(what, key)
        kept.append(value)

    def read(self, refused: tuple[Refusal, ...]) -> Read:
        """Return it all, each thing in the order in which a log tells it."""
        contents = Contents(
            athlete=self._athlete,
            plans=tuple(self._plans),
            exercises=tuple(sorted(self._exercises, key=lambda each: each.id)),
            names=tuple(sorted(self._names, key=lambda each: each.folded)),
            readiness=tuple(sorted(self._feelings, key=lambda each: each.day)),
            pains=tuple(sorted(self._pains, key=lambda each: (each.at, each.id))),
            notes=tuple(sorted(self._notes, key=lambda each: each.exercise)),
            weights=tuple(sorted(self._weights, key=lambda each: each.day)),
            skips=tuple(sorted(self._skips, key=lambda each: each.workout_id)),
        )
        return Read(
            sessions=tuple(self._sessions),
            exercises=(*contents.exercises, *self._undeclared(contents.exercises)),
            contents=None if contents == Contents() else contents,
            own=True,
            replaces=True,
            refused=refused,
        )

    def _undeclared(self, declared: Iterable[Exercise]) -> tuple[Exercise, ...]:
        """Return the own exercises that sessions name by an id of which nothing else is known."""
        known = {*(each.id for each in declared), *self._options.own.values()}
        used = {done.exercise for session in self._sessions for done in session.sets}
        return tuple(self._words.known(id_) for id_ in sorted(used - known) if id_.startswith(OWN))


def _checked(value: object) -> None:
    try:
        own_limits.check(value)
    except OddValueError as error:
        raise Misread(str(error)) from error


def _hashed(key: str) -> str:
    return sha256(key.encode("utf-8", "replace")).hexdigest()[:32]
