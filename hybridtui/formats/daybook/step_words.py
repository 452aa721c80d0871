"""One step of a workout as words and back: ``> set Barbell back squat: 3x6-8 80kg @8 rest 2min``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from hybridtui.domain.text import clean
from hybridtui.domain.workout import Form, Step, StepKind
from hybridtui.formats.daybook import amounts, pairs
from hybridtui.formats.daybook.complaints import Misread, misread
from hybridtui.formats.daybook.exercise_words import ExerciseWords
from hybridtui.formats.daybook.fields import Fields

SIGN: Final = ">"

EXPECTED = "a step is written like > set Plank: 3x40s rest 45s, or > interval Easy running: 30min zone E"

_FIELDS = Fields(Step)
_LINE = re.compile(r'(?P<kind>[a-z]+)\s+(?P<name>"(?:[^"\\]|\\.)*"|[^":]+):(?:\s+(?P<words>.*))?')
_PLAIN = re.compile(r"[^\s\":~][^\":~]*[^\s\":~]|[^\s\":~]")
_SETS = re.compile(
    rf"(?P<sets>[0-9]{{1,3}})x(?:(?P<reps>[0-9]{{1,4}})(?:-(?P<most>[0-9]{{1,4}}))?|(?P<span>{amounts.NUMBER}\S+))?"
)
_SPAN = re.compile(r"[0-9][0-9:hmins]*")
_PACE = re.compile(rf"(?P<pace>{amounts.NUMBER})s/km")


def write(step: Step, exercises: ExerciseWords) -> str:
    """Write a step; :func:`read` gives the same again, with exercises of the same names."""
    name = step.title if _PLAIN.fullmatch(step.title) and "  " not in step.title else pairs.text(step.title)
    words = " ".join(_words(step))
    line = f"{step.kind.value} {name}:" + (f" {words}" if words else "")
    more = _FIELDS.otherwise(read(line, exercises), step)
    return f"{line} {pairs.SIGN} {pairs.written(more)}" if more else line


def _words(step: Step) -> list[str]:
    words = []
    if step.reps is not None:
        words.append(f"{step.sets}x{step.reps}" + (f"-{step.reps_max}" if step.reps_max is not None else ""))
    elif step.seconds is not None and step.sets > 1:
        words.append(f"{step.sets}x{amounts.span(step.seconds)}")
    elif step.sets != 1:
        words.append(f"{step.sets}x")
    if step.seconds is not None and (step.reps is not None or step.sets == 1):
        words.append(amounts.span(step.seconds))
    if step.distance_m is not None:
        words.append(f"{amounts.number(step.distance_m)}m")
    if step.load is not None:
        words.append(amounts.load(step.load))
    if step.rpe is not None:
        words.append(f"@{amounts.number(step.rpe)}")
    if step.per_side:
        words.append("each")
    return words + _more(step)


def _more(step: Step) -> list[str]:
    words = []
    if step.pace_s_per_km is not None:
        words.append(f"{amounts.number(step.pace_s_per_km)}s/km")
    if step.zone is not None and pairs.is_word(step.zone):
        words.append(f"zone {step.zone}")
    if step.tempo is not None and " " not in step.tempo and '"' not in step.tempo:
        words.append(f"tempo {step.tempo}")
    if step.rest_s:
        words.append(f"rest {amounts.span(step.rest_s)}")
    if step.form is not None:
        words.append(f"{step.form.value} {amounts.span(step.block_s)}")
    if step.group is not None:
        words.append(f"group {step.group}")
    return words


def read(words: str, exercises: ExerciseWords) -> Step:
    """Read a step.

    Raises:
        Misread: naming what is not understood.
    """
    told, more = _split(words)
    found = _LINE.fullmatch(told)
    kind = next((kind for kind in StepKind if found is not None and kind.value == found["kind"]), None)
    if found is None or kind is None:
        raise misread(words, EXPECTED)
    title = clean(pairs.plain_word(found["name"].strip()))
    held = dict(_read(pairs.tokens(found["words"] or "")))
    exercise = exercises.exactly(title)
    step = Step(kind=kind, title=title, exercise=exercise, **held)  # type: ignore[arg-type]  # keys are fields
    return _FIELDS.applied(step, pairs.read(more)) if more else step


def _split(words: str) -> tuple[str, str]:
    """Part what people read from what follows the sign."""
    for at, (piece, string) in _placed(words):
        if not string and (sign := piece.find(f" {pairs.SIGN} ")) >= 0:
            return words[: at + sign].strip(), words[at + sign + 3 :]
    return words.strip(), ""


def _placed(words: str) -> list[tuple[int, tuple[str, bool]]]:
    at, found = 0, []
    for piece in pairs.pieces(words):
        found.append((at, piece))
        at += len(piece[0])
    return found


def _read(tokens: list[str]) -> list[tuple[str, object]]:
    held: list[tuple[str, object]] = []
    rest = iter(tokens)
    for token in rest:
        if token in _KEYWORDS:
            following = next(rest, None)
            if following is None:
                raise Misread(f"'{token}' needs a value behind it")
            held += _KEYWORDS[token](following)
        else:
            held += _amount(token)
    return held


def _amount(token: str) -> list[tuple[str, object]]:
    if token == "each":  # noqa: S105 - a word of a line
        return [("per_side", True)]
    if token.startswith("@"):
        return [("rpe", amounts.read_number(token[1:]))]
    if (sets := _SETS.fullmatch(token)) is not None:
        return _sets(sets)
    if (load := amounts.read_load(token)) is not None:
        return [("load", load)]
    if (pace := _PACE.fullmatch(token)) is not None:
        return [("pace_s_per_km", float(pace["pace"]))]
    if (distance := amounts.read_distance(token)) is not None:
        return [("distance_m", distance.metres)]
    return [("seconds", _seconds(token))]


def _sets(found: re.Match[str]) -> list[tuple[str, object]]:
    held: list[tuple[str, object]] = [("sets", int(found["sets"]))]
    if found["reps"]:
        held.append(("reps", int(found["reps"])))
    if found["most"]:
        held.append(("reps_max", int(found["most"])))
    if found["span"]:
        held.append(("seconds", _seconds(found["span"])))
    return held


def _seconds(word: str) -> int:
    seconds = amounts.read_span(word) if _SPAN.fullmatch(word) else None
    if seconds is None:
        raise misread(word, EXPECTED)
    return int(seconds)


def _group(word: str) -> list[tuple[str, object]]:
    return [("group", int(amounts.read_number(word)))]


def _block(form: Form) -> Callable[[str], list[tuple[str, object]]]:
    return lambda word: [("form", form), ("block_s", _seconds(word))]


_KEYWORDS: Mapping[str, Callable[[str], list[tuple[str, object]]]] = MappingProxyType(
    {
        "zone": lambda word: [("zone", word)],
        "tempo": lambda word: [("tempo", clean(word))],
        "rest": lambda word: [("rest_s", _seconds(word))],
        "group": _group,
        **{form.value: _block(form) for form in Form},
    }
)
