"""What the athlete said of themselves: answers, own exercises, names, notes on exercises, why something was skipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import OWN, Exercise
from hybridtui.domain.names import fold
from hybridtui.domain.own_exercises import OWN_PATTERN, own_id
from hybridtui.domain.plan.inputs import validate
from hybridtui.domain.problems import Problem
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.text import clean, clean_note
from hybridtui.formats.daybook import pairs
from hybridtui.formats.daybook.blocks import Single
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.exercise_words import ExerciseWords
from hybridtui.formats.daybook.fields import Fields

ATHLETE: Final = "athlete"
EXERCISE: Final = "exercise"
NAME: Final = "name"
SKIP: Final = "skip"

ANSWERS = Fields(Athlete)
OF_EXERCISE = Fields(Exercise, without=("name",))
OF_NAME = Fields(ExerciseName, ("folded",))

_DAYS: Final = "days"
_LONG: Final = "long_run_day"
_IS: Final = " is "
_REASONS = f"the reasons are {', '.join(Reason)}"


def write_answers(athlete: Athlete) -> Iterator[str]:
    """Yield an athlete's answers, a line each: ``goal half``; those as usual are left out."""
    for key, value in ANSWERS.otherwise(Athlete(), athlete):
        if key == _DAYS:
            yield pairs.written([(key, [Weekday(day).key for day in athlete.days])])
        elif key == _LONG:
            yield pairs.written([(key, athlete.long_run_day.key)])
        else:
            yield pairs.written([(key, value)])


def read_answers(held: Mapping[str, object]) -> Athlete:
    """Read an athlete's answers.

    Raises:
        Misread: naming the answer that cannot be used.
    """
    athlete = _answered(held)
    try:
        validate(athlete)
    except Problem as problem:
        raise Misread(f"{ATHLETE}: {problem}") from problem
    return athlete


def _answered(held: Mapping[str, object]) -> Athlete:
    pairs.only(held, ANSWERS.names)
    known = dict(held)
    if isinstance(days := known.get(_DAYS), list):
        known[_DAYS] = [_weekday(day) for day in days]
    if _LONG in known:
        known[_LONG] = _weekday(known[_LONG])
    return ANSWERS.applied(Athlete(), known)


def _weekday(word: object) -> object:
    return next((day.value for day in Weekday if day.key == word), word)


def write_exercise(own: Exercise) -> tuple[str, list[tuple[str, object]]]:
    """Write an own exercise, and what the line leaves unsaid: always its id, so that it can be given another name."""
    line = f"{EXERCISE} {pairs.text(own.name)}"
    return line, OF_EXERCISE.otherwise(replace(read_exercise(line.removeprefix(EXERCISE)), id=""), own)


def read_exercise(words: str) -> Exercise:
    """Read an own exercise.

    Raises:
        Misread: if it has no name.
    """
    name = clean(pairs.plain_word(words.strip()))
    if not name:
        raise misread(words, 'an exercise is written like exercise "Sled push"')
    return Exercise(id=own_id(name), name=name, pattern=OWN_PATTERN)


def as_own(told: Exercise, held: Mapping[str, object]) -> Exercise:
    """Return an own exercise with what stands after ``~``.

    Raises:
        Misread: if that is not understood, or the id is none of an own exercise.
    """
    pairs.only(held, OF_EXERCISE.names)
    own = OF_EXERCISE.applied(told, held)
    if not own.own or own.id == OWN:
        raise misread(own.id, f"the id of an own exercise begins with {OWN}")
    return own


def write_name(name: ExerciseName, exercises: ExerciseWords) -> tuple[str, list[tuple[str, object]]]:
    """Write what a name stands for, and what the line leaves unsaid."""
    line = f"{NAME} {pairs.text(name.name)}{_IS}{exercises.name(name.exercise)}"
    told = ExerciseName(folded=fold(name.name), name=name.name, exercise=name.exercise)
    return line, OF_NAME.otherwise(told, name)


def read_name(words: str, exercises: ExerciseWords) -> ExerciseName:
    """Read what a name stands for: ``"Kniebeuge" is Barbell back squat``.

    Raises:
        Misread: if it is not understood.
    """
    pieces = list(pairs.pieces(words.strip()))
    said = "".join(piece for piece, _ in pieces[1:])
    if not pieces or not pieces[0][1] or not said.startswith(_IS):
        raise misread(words, 'a name is written like name "Kniebeuge" is Barbell back squat')
    name = clean(pairs.unquoted(pieces[0][0]))
    exercise = exercises.find(pairs.plain_word(said.removeprefix(_IS).strip()))
    return ExerciseName(folded=fold(name), name=name, exercise=exercise)


def as_named(told: ExerciseName, held: Mapping[str, object]) -> ExerciseName:
    """Return a name with what stands after ``~``.

    Raises:
        Misread: if that is not understood.
    """
    pairs.only(held, OF_NAME.names)
    return OF_NAME.applied(told, held)


def write_skip(skip: SkipReason) -> str:
    """Write why a workout was skipped: ``skip 2026-03-08 run tired``, by its day and kind, or by its id."""
    words = [SKIP, pairs.text(skip.workout_id), skip.reason.value]
    return " ".join([*words, pairs.text(skip.note)] if skip.note else words)


def read_skip(words: str) -> SkipReason:
    """Read why a workout was skipped.

    Raises:
        Misread: if it is not understood.
    """
    tokens = pairs.tokens(words)
    note = clean_note(pairs.unquoted(tokens.pop())) if len(tokens) > 2 and tokens[-1].startswith('"') else ""
    reason = tokens.pop() if len(tokens) > 1 else ""
    if reason not in tuple(Reason):
        raise misread(words, f'written like skip "2026-03-08 run" tired; {_REASONS}')
    return SkipReason(clean(" ".join(map(pairs.plain_word, tokens))), Reason(reason), note)


class Answers(Single):
    """The athlete's answers, a line each."""

    lost = "the answers were left out"

    def more(self, held: dict[str, object], /) -> None:
        """Keep an answer that can be one."""
        _answered(held)
        Single.more(self, held)
