"""What was done, in one line of a shell: ``run 8km 44:10 rpe4``, ``squat 80x5x5@8``, ``weight 74.2``, ``yoga 30min``.

The language is that of the entry line (``domain.entry``), with the name of the exercise
before it and, behind the reps, how many such sets there were. Names may be cut short,
abbreviated or mistyped where only one exercise can be meant (field.md G).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from hybridtui.domain.blocks import Known
from hybridtui.domain.blocks.done import SPORTS, Done
from hybridtui.domain.body_weight import typed
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.effort import Effort
from hybridtui.domain.entry import Expected, read_several, spelled
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.names import fold
from hybridtui.domain.own_exercises import completed, of_gyms
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import TYPED_SIGNS, clean
from hybridtui.domain.typed_names import SeveralMeantError, called, short_names
from hybridtui.domain.typed_runs import read_spoken, spoken_run, spoken_sport
from hybridtui.domain.units import Load

EXAMPLE = "Type run 8km 44:10 rpe4, squat 80x5x5@8, yoga 30min or weight 74.2."

LONGEST = 300
"""Characters; nobody means a longer line."""

LIKE_ENOUGH = 0.8
"""Share of a name's letters that a mistyped one has in common with it, to be taken for it (a product decision)."""

CLEARER_BY = 0.08
"""So much less alike must every other exercise be."""

SHORTEST_MISTYPED = 4
"""Letters; of fewer, one wrong makes another name: ``dl`` is not ``rdl``."""

MOST_REPS_UNASKED = 30
"""More of them, where the same name means another exercise with a load, may as well be that load."""

_BUILT_OF = re.compile(r"[0-9]+|[^\W0-9]+")
_SIGNS = str.maketrans(TYPED_SIGNS)
_BEGINS_AN_ENTRY = re.compile(r"\+?[0-9]|bw(?:\b|\+|x)|[lr][0-9]|(?:left|right)\b", re.IGNORECASE)
_WORDS_BEHIND = re.compile(
    r"[\s,]+(?!(?:warm|drop|fail|left|right|each|side|rpe|rir|reps|min|sec|for|per)\b)[a-z]{3,}.*$"
)
_WEIGHED = re.compile(
    r"(?:weight|weigh|weighed|(?:body\s?weight|bw)(?=\s+[0-9]+(?:[.,][0-9]+)?\s?(?:kgs?|lbs?)?$))(?:\s+|$)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\s[0-9.,:]+\s?(?:min|h)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Sets of one exercise."""

    exercise: Exercise
    drafts: tuple[SetDraft, ...]
    echo: str
    """In words, exactly what will be logged."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What the body weighed."""

    load: Load


ByHand = Done | Weight | tuple[Sets, ...]
"""A run or another sport; a body weight; or sets of one or several exercises."""


def read(text: str, known: Known, effort: Effort = Effort.RPE) -> ByHand:
    """Read what was done; several exercises are parted by semicolons.

    >>> from hybridtui.domain.exercises import catalogue
    >>> read("squat 80x5x5@8", Known(exercises=catalogue()))[0].echo
    'Barbell back squat: 80 kg x 5, 5, 5, 5, 5, RPE 8 (5 sets)'

    Raises:
        Problem: if it cannot be read, or if several exercises may be meant; it says which.
    """
    if len(text) > LONGEST:
        raise Problem(f"That is too long for one line: {LONGEST} characters are the most.")
    line = clean(text.translate(_SIGNS), LONGEST)
    first, _, rest = line.partition(" ")
    if not line:
        raise Problem(EXAMPLE)
    if (weighed := _WEIGHED.match(line)) is not None:
        return Weight(typed(line[weighed.end() :], known.weight_unit))
    spoken = spoken_run(line) or spoken_sport(line)
    may_be_sets = first[0].isdigit() or (first.casefold() in SPORTS and rest[:1].isalpha())
    if spoken is not None and not may_be_sets:
        return read_spoken(spoken, known)
    try:
        return tuple(_sets(part.strip(), known, effort) for part in line.split(";") if part.strip())
    except Problem as problem:
        if spoken is not None:
            return read_spoken(spoken, known)
        if _MINUTES.search(line):
            raise Problem(f"{problem} Another sport is one of {', '.join(sorted(SPORTS))}.") from problem
        raise


def _sets(line: str, known: Known, effort: Effort) -> Sets:
    problems: list[Problem] = []
    for name, entry in _splits(line):
        try:
            return _read_sets(name, entry, known, effort)
        except Problem as problem:
            problems.append(problem)
    if problems:
        raise problems[0]
    exercise = find(line, known)
    raise Problem(f"{clean(exercise.name)}: how many? Type {line} 80x5x5, {line} 12 or {line} 45s.")


def _splits(line: str) -> Iterator[tuple[str, str]]:
    """Yield where the name may end and the sets begin: a name, too, can hold a number."""
    words = line.split()
    for at in range(1, len(words)):
        if _BEGINS_AN_ENTRY.match(words[at]):
            yield " ".join(words[:at]), " ".join(words[at:])


def _read_sets(name: str, entry: str, known: Known, effort: Effort) -> Sets:
    written = spelled(f"bw{entry}" if entry.startswith("+") else entry)
    exercise = find(name, known, loaded="x" in written and not written.startswith("bwx"))
    expected = Expected(exercise=exercise, weight_unit=known.weight_unit, effort=effort)
    try:
        read = read_several(written, expected)
    except Problem as problem:
        raise Problem(f"{clean(exercise.name)}: {_behind(written) or problem}") from problem
    _say_if_a_load(name, exercise, read.sets, known)
    return Sets(exercise=exercise, drafts=read.sets, echo=f"{clean(exercise.name)}: {read.echo}")


def _say_if_a_load(name: str, exercise: Exercise, drafts: Sequence[SetDraft], known: Known) -> None:
    """Refuse ``squat 100 5``, where so many reps of the exercise without a load are likelier the load of the other."""
    first = drafts[0]
    is_said = fold(name) == fold(exercise.name)
    if is_said or first.load is not None or (first.reps or 0) <= MOST_REPS_UNASKED:
        return
    loaded = find(name, known, loaded=True)
    if loaded.id != exercise.id:
        reps = drafts[1].reps if len(drafts) > 1 else 5
        raise Problem(
            f"{first.reps} reps of {clean(exercise.name)}, or a load of {first.reps} {known.weight_unit}? "
            f"Type {clean(exercise.name.casefold())} {first.reps}, or {clean(name)} {first.reps}x{reps}."
        )


def _behind(entry: str) -> str:
    """Say where words belong that stand behind sets and are none of theirs."""
    found = _WORDS_BEHIND.search(entry)
    if found is None:
        return ""
    return (
        f"'{found[0].strip(' ,')}' is not understood. "
        "A note goes with --note, another exercise behind a semicolon (all in quotes)."
    )


def find(name: str, known: Known, *, loaded: bool = False) -> Exercise:
    """Return the exercise of a name: whole, short, abbreviated, the beginning of it, or mistyped.

    One that gyms know and neither the log nor the library has is a new one of the athlete's own.

    Raises:
        Problem: if none is meant, or several may be; it names them.
    """
    try:
        return called(name, known.exercises, loaded=loaded, at_hand=known.at_hand)
    except SeveralMeantError:
        raise
    except Problem:
        if (of_gym := of_gyms(name)) is not None:
            return completed(of_gym)
        mistyped = _mistyped(name, known.exercises)
        if mistyped is None:
            raise
        return called(mistyped, known.exercises, loaded=loaded, at_hand=known.at_hand)


def _mistyped(name: str, exercises: Mapping[str, Exercise]) -> str | None:
    """Return the name that only one exercise can be meant by; None if it is too far from all, or near to several."""
    wanted = fold(name)
    if len(wanted) < SHORTEST_MISTYPED:
        return None
    best: dict[str, tuple[float, str]] = {}
    for id_, candidate in _names(exercises):
        if not _is_built_like(name, candidate):
            continue
        alike = SequenceMatcher(None, wanted, fold(candidate)).ratio()
        best[id_] = max(best.get(id_, (0.0, "")), (alike, candidate))
    ranked: Sequence[tuple[float, str]] = sorted(best.values(), reverse=True)
    clear = ranked and ranked[0][0] >= LIKE_ENOUGH
    alone = len(ranked) == 1 or (clear and ranked[0][0] - ranked[1][0] >= CLEARER_BY)
    return ranked[0][1] if clear and alone else None


def _is_built_like(name: str, candidate: str) -> bool:
    """Return whether a name has the numbers and as many words as another: a load is no slip of the finger."""
    one, other = (_BUILT_OF.findall(each.casefold()) for each in (name, candidate))
    numbers = [[word for word in words if word.isdigit()] for words in (one, other)]
    return len(one) == len(other) and numbers[0] == numbers[1]


def _names(exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, str]]:
    """Yield exercises, and the short names, with what they may be called."""
    for exercise in exercises.values():
        yield exercise.id, exercise.name
    for short in short_names():
        yield f"short:{short}", short
