"""One exercise of a typed line: how often, how many, how heavy, which rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hybridtui.domain import effort, names, typed_names
from hybridtui.domain.blocks import numbers
from hybridtui.domain.blocks.numbers import Amount, spoken
from hybridtui.domain.blocks.values import Known
from hybridtui.domain.entry import numbers as entry
from hybridtui.domain.entry.values import NotReadableError
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Load, decimal

MOST_ITEMS = 20
"""Exercises of one line."""

COUNT = rf"(?:{numbers.TIME}|[0-9]{{1,6}}\s*(?:-|to)\s*[0-9]{{1,6}}|[0-9]{{1,6}})"
_BETWEEN = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s*\+\s*(?=[^\W\d_])|\s+\+\s+|\s+and\s+")
_DECIMAL_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9]{1,2}\s*(?:kg|lbs?)?\s*(?:[,;+/@\n]|$))")
_HOW_MANY = re.compile(rf"(?:(?P<sets>[0-9]{{1,6}})\s*x\s*)?(?P<count>{COUNT})(?:\s*x)?(?:\s+(?:of\s+)?|$)(?P<name>.*)")
_AT_THE_END = re.compile(
    rf"(?P<name>.*?[^0-9.,\s].*?)\s+(?P<sets>[0-9]{{1,6}})\s*x\s*(?P<count>{COUNT})(?P<more>\s.*|$)"
)
_REST = re.compile(rf"\s*(?:/|\brest\b)\s*(?P<rest>{numbers.TIME})$")
_RPE = re.compile(rf"\s*(?:@|\brpe\b)\s*(?P<rpe>{numbers.NUMBER})$")
_LOAD = re.compile(rf"(?:\s+at)?\s+(?:bw\s*\+?\s*|\+\s*)?(?P<load>{numbers.NUMBER})\s*(?P<unit>kg|lbs?)?$")
_RUN = re.compile(
    rf"(?:(?:run|jog)\s+)?(?P<amount>{numbers.DISTANCE}|{numbers.TIME})(?:\s+(?P<word>run|running|jog|jogging))?"
)
_RUN_WORDS = ("run", "running", "jog", "jogging")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One exercise, or a stretch of running, with what was said of it."""

    exercise: Exercise | None
    """None: running."""
    amount: Amount | None = None
    """Of running; None: for as long as the block gives."""
    sets: int | None = None
    reps: int | None = None
    reps_max: int | None = None
    seconds: int | None = None
    load: Load | None = None
    rpe: float | None = None
    rest_s: int | None = None

    @property
    def counted(self) -> bool:
        """True if it was said how many, or how long."""
        return self.reps is not None or self.seconds is not None or self.amount is not None

    @property
    def per_side(self) -> bool:
        """True if sets of it are done side by side."""
        return self.exercise is not None and self.exercise.unilateral

    @property
    def words(self) -> str:
        """``10 push-ups``, ``8 to 12 squats at 80 kg``, ``45 s plank``, ``400 m run``."""
        if self.exercise is None:
            return f"{self.amount.words} run" if self.amount is not None else "run"
        many = self.reps is not None and (self.reps_max or self.reps) != 1
        name = names.plural(self.exercise) if many else names.one(self.exercise)
        count = spoken(self.seconds) if self.seconds is not None else str(self.reps) if self.reps is not None else ""
        if self.reps_max is not None:
            count = f"{self.reps} to {self.reps_max}"
        load = f"at {self.load}" if self.load is not None else ""
        effort = f"(RPE {decimal(self.rpe)})" if self.rpe is not None else ""
        return " ".join(part for part in (count, name, load, effort) if part)


def split(text: str) -> list[str]:
    """Part exercises separated by comma, semicolon, plus, ``and`` or line break.

    A comma within a weight is a decimal comma, as on the entry line.

    >>> split("10 push-up, 3x5 squat 82,5 + row")
    ['10 push-up', '3x5 squat 82.5', 'row']

    Raises:
        Problem: if there are none, or too many.
    """
    parts = [part for part in _BETWEEN.split(_DECIMAL_COMMA.sub(".", text)) if part.strip()]
    if len(parts) > MOST_ITEMS:
        raise Problem(f"{len(parts)} exercises: at most {MOST_ITEMS} go into one line.")
    return parts


def read_item(text: str, known: Known, count: str | None = None, *, runs: bool = False) -> Item:
    """Read one exercise; ``count`` stands in where none is said, ``runs`` allows a stretch of running.

    Raises:
        Problem: if it is not known, or its numbers are out of range.
    """
    if (run := _read_run(text)) is not None:
        if runs:
            return run
        raise Problem(f"{text}: running goes into rounds, such as 3 rounds: 400m run, 10 squat.")
    item, text = _with_rest(Item(exercise=None), text.strip())
    item, text = _with_rpe(item, text)
    whole = _whole_name(text, known)
    if whole is not None:
        return _counted(replace(item, exercise=whole), count)
    at_start, at_end = _HOW_MANY.fullmatch(text), _AT_THE_END.fullmatch(text)
    found = at_end if at_end is not None and (at_start is None or at_start["sets"] is None) else at_start
    if found is not None:
        sets = numbers.times(found["sets"], "sets") if found["sets"] else None
        item, count = replace(item, sets=sets), found["count"]
        text = f"{found['name']}{found['more']}" if found is at_end else found["name"]
    return _counted(_named(item, text.strip(), known), count)


def _read_run(text: str) -> Item | None:
    found = _RUN.fullmatch(text)
    if text in _RUN_WORDS:
        return Item(exercise=None)
    if found is None or not (found["word"] or text.startswith(("run", "jog")) or not re.search(r"[s\"']|min", text)):
        return None
    return Item(exercise=None, amount=numbers.amount(found["amount"]))


def _with_rest(item: Item, text: str) -> tuple[Item, str]:
    found = _REST.search(text)
    if found is None:
        return item, text
    return replace(item, rest_s=numbers.seconds(found["rest"])), text[: found.start()].rstrip()


def _with_rpe(item: Item, text: str) -> tuple[Item, str]:
    found = _RPE.search(text)
    if found is None:
        return item, text
    rpe = entry.number(found["rpe"])
    if rpe > effort.MOST:
        raise Problem(f"@{found['rpe']}: RPE is from 0 to 10. A weight stands alone: 3x8 squat 80.")
    return replace(item, rpe=rpe), text[: found.start()].rstrip()


def _whole_name(text: str, known: Known) -> Exercise | None:
    """An own exercise whose name holds digits is meant as it stands."""
    wanted = text.casefold()
    return next((e for e in known.exercises.values() if e.own and e.name.casefold() == wanted), None)


def _named(item: Item, text: str, known: Known) -> Item:
    """Find the exercise, and the load after its name."""
    load = None
    whole = _whole_name(text, known)
    if whole is None and (found := _LOAD.search(f" {text}")) is not None:
        load, text = _load(found, known), f" {text}"[: found.start()].strip()
    if not text:
        raise Problem("Which exercise? Type it like 3x8 back squat 80 or amrap 12: 10 push-up.")
    exercise = whole or typed_names.called(text, known.exercises, loaded=load is not None, at_hand=known.at_hand)
    return replace(item, exercise=exercise, load=load)


def _load(found: re.Match[str], known: Known) -> Load:
    try:
        return entry.load(found["load"], found["unit"], known.weight_unit)
    except NotReadableError as reason:
        raise Problem(f"{found[0].strip()}: {reason}") from None


def _counted(item: Item, count: str | None) -> Item:
    """Read how many; a bare number of what is held is seconds, as on the entry line."""
    if count is None:
        return item
    if re.fullmatch(numbers.TIME, count):
        return replace(item, seconds=numbers.seconds(count))
    if item.exercise is not None and item.exercise.timed:
        return replace(item, seconds=numbers.seconds(f"{re.split(r'[^0-9]', count)[0]}s"))
    low, _, high = (part.strip() for part in re.sub("to", "-", count).partition("-"))
    reps, most = numbers.reps(low), numbers.reps(high) if high else None
    if most is not None and most < reps:
        raise Problem(f"{count}: the smaller number comes first.")
    return replace(item, reps=reps, reps_max=most if most != reps else None)
