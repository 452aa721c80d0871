"""One session in Markdown: a heading, a line for each exercise and run, notes as quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from hybridtui.domain.dates import full_day
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import Distance, DistanceUnit, clock, decimal, pace, round_half_up, whole_minutes
from hybridtui.domain.workout import Kind

_KINDS = {SetKind.WARMUP: "warm-up", SetKind.DROP: "drop set", SetKind.FAILURE: "to failure"}

_SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)([-+#=]|\d{1,9}(?=[.)]))")


@dataclass(frozen=True, slots=True)
class SessionText:
    """Writes sessions for one athlete."""

    exercises: Mapping[str, Exercise]
    unit: DistanceUnit
    """Of runs."""

    def text(self, session: Session) -> str:
        """Return a session as lines of Markdown, the last one ended."""
        return "\n".join([*self._head(session), *self._runs(session), *self._sets(session)]) + "\n"

    def _head(self, session: Session) -> Iterator[str]:
        began = session.started.local
        title = escaped(session.title) or session.kind.value.capitalize()
        yield f"### {full_day(began.date())}, {began:%H:%M}: {title}"
        yield ""
        sport = escaped(session.sport) if session.kind is Kind.OTHER else ""
        facts = [
            sport,
            minutes(session.total_s) if session.total_s else "",
            f"RPE {decimal(session.rpe)}" if session.rpe is not None else "",
            f"{session.avg_hr} bpm" if session.avg_hr is not None else "",
            f"load {decimal(session.load_au, 0)}" if session.load_au else "",
        ]
        if told := ", ".join(fact for fact in facts if fact):
            yield told
            yield ""
        if session.note:
            yield from quoted(session.note)
            yield ""

    def _runs(self, session: Session) -> Iterator[str]:
        runs = sorted(session.runs, key=lambda run: run.position)
        for text, group in groupby(runs, key=self._run):
            alike = list(group)
            yield f"- {len(alike)} x {text}" if len(alike) > 1 else f"- {text}"
            for each in alike:
                yield from quoted(each.note, "  ")

    def _sets(self, session: Session) -> Iterator[str]:
        ordered = sorted(session.sets, key=lambda logged: logged.position)
        order = {name: at for at, name in reversed(list(enumerate(each.exercise for each in ordered)))}
        ordered.sort(key=lambda logged: order[logged.exercise])
        for exercise, group in groupby(ordered, key=lambda logged: logged.exercise):
            sets = list(group)
            known = self.exercises.get(exercise)
            guessed = " (guessed by the watch)" if any(each.unconfirmed for each in sets) else ""
            yield f"- {escaped(known.name if known is not None else exercise)}{guessed} {sets_in_words(sets)}"
            for each in sets:
                yield from quoted(each.note, "  ")

    def _run(self, run: RunEntry) -> str:
        name = "Run" if run.sport == "run" else escaped(run.sport).capitalize()
        parts = [f"{name} ({escaped(run.subtype)})" if run.sport == "run" and run.subtype else name]
        if run.distance is not None:
            parts.append(_far(run.distance, self.unit))
        if run.seconds:
            parts.append(f"in {clock(run.seconds)}" if run.distance is not None else clock(run.seconds))
        if run.distance is not None and run.seconds and run.sport == "run":
            parts.append(f"({pace(run.seconds, run.distance.metres, self.unit)})")
        more = [
            f"{run.avg_hr} bpm" if run.avg_hr is not None else "",
            f"{decimal(run.ascent_m, 0)} m up" if run.ascent_m else "",
            f"RPE {decimal(run.rpe)}" if run.rpe is not None else "",
        ]
        return ", ".join([" ".join(parts), *(each for each in more if each)])


def sets_in_words(sets: Sequence[LoggedSet]) -> str:
    """Write the sets of an exercise: ``warm-up 1x8 @ 40 kg; 3x5 @ 80 kg, RPE 8``.

    Sets that follow one another with the same load stand together: ``6, 5, 5 @ 80 kg, RPE 7, 8, 9``.
    """
    return "; ".join(_alike(list(group)) for _, group in groupby(sets, key=_kind_and_load))


def _kind_and_load(logged: LoggedSet) -> tuple[SetKind, str, bool]:
    return logged.kind, _load(logged), logged.per_side


def _alike(sets: list[LoggedSet]) -> str:
    amounts, side = _amounts(sets)
    efforts = [_effort(each) for each in sets]
    efforts = _in_pairs(efforts) if _alternates(sets) else efforts
    count, first = len(amounts), sets[0]
    done = f"{count}x{amounts[0]}" if len(set(amounts)) == 1 and not first.failed else ", ".join(amounts)
    text = (f"{_KINDS[first.kind]} {done}" if first.kind in _KINDS else done) + side
    if load := _load(first):
        text += f" @ {load}"
    if set(efforts) != {"-"}:
        text += f", RPE {efforts[0] if len(set(efforts)) == 1 else ', '.join(efforts)}"
    return text


def _amounts(sets: Sequence[LoggedSet]) -> tuple[list[str], str]:
    """Return how much was done in each set, or in each pair of sides, and what the sides were."""
    amounts = [_amount(each) for each in sets]
    sides = [each.side for each in sets]
    if _alternates(sets):
        return _in_pairs(amounts), f" {sides[0]}/{sides[1]}"
    if len(set(sides)) > 1:
        pairs = zip(amounts, sides, strict=True)
        return [f"{amount} {side}" if side is not None else amount for amount, side in pairs], ""
    if sides[0] is not None:
        return amounts, f" {sides[0]}"
    return amounts, " per side" if sets[0].per_side else ""


def _alternates(sets: Sequence[LoggedSet]) -> bool:
    """Return whether the sides took turns, each as often as the other."""
    sides = [each.side for each in sets]
    return len(sides) % 2 == 0 and None not in sides and sides[0] != sides[1] and sides == sides[:2] * (len(sides) // 2)


def _in_pairs(texts: Sequence[str]) -> list[str]:
    """Return the texts of both sides together: ``12/14``, or once if they are the same."""
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return [one if one == other else f"{one}/{other}" for one, other in pairs]


def _effort(logged: LoggedSet) -> str:
    return decimal(logged.rpe) if logged.rpe is not None else "-"


def _load(logged: LoggedSet) -> str:
    if logged.load is None:
        return ""
    return f"bodyweight + {logged.load}" if logged.bodyweight else str(logged.load)


def _amount(logged: LoggedSet) -> str:
    if logged.failed:
        return "failed"
    parts = [
        _seconds(logged.seconds) if logged.seconds else "",
        str(logged.distance) if logged.distance is not None else "",
        str(logged.reps) if logged.reps else "",
    ]
    return " in ".join(part for part in reversed(parts) if part)


def _seconds(seconds: float) -> str:
    return f"{decimal(seconds)} s" if seconds < 120 else f"{clock(seconds)} min"


def _far(distance: Distance, unit: DistanceUnit) -> str:
    shown = distance.to(DistanceUnit.KM if unit is DistanceUnit.M else unit)
    return str(shown)


def minutes(seconds: float) -> str:
    """Write a length of training.

    >>> minutes(2700), minutes(5400), minutes(40)
    ('45 min', '1 h 30 min', '40 s')
    """
    if 0 < seconds < 60:
        return f"{int(round_half_up(seconds))} s"
    hours, rest = divmod(whole_minutes(seconds), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def quoted(note: str, indent: str = "") -> Iterator[str]:
    """Yield a note as a quotation, its lines kept."""
    lines = clean_note(note).split("\n") if note else []
    for number, line in enumerate(lines, start=1):
        ends = "  " if number < len(lines) and line else ""  # two spaces keep the line's end when it is rendered
        yield f"{indent}> {escaped_line(line)}{ends}".rstrip() + ends


def escaped(text: str) -> str:
    r"""Return a name that Markdown shows as it is, wherever in a line it stands.

    >>> escaped("*Bench* [x](y) <b>")
    '\\*Bench\\* \\[x\\](y) \\<b\\>'
    """
    return _plain(clean(text, 200)).replace("#", r"\#")  # a heading may not end in one


def _plain(text: str) -> str:
    return _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\1", text))


def escaped_line(line: str) -> str:
    r"""Return a line of a note that Markdown shows as it is.

    >>> escaped_line("# not a heading"), escaped_line("1. not a list")
    ('\\# not a heading', '1\\. not a list')
    """
    safe = _plain(line)
    found = _AT_START.match(safe)
    if found is None:
        return safe.strip()
    sign = found[2]
    rest = safe[found.end() :]
    return f"{sign}\\{rest}" if sign.isdigit() else f"\\{sign}{rest}"
