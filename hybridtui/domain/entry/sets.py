"""Sets on the entry line: a load, then reps or seconds; or a change of the target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hybridtui.domain import plates
from hybridtui.domain.drafts import SetDraft, describe_sets
from hybridtui.domain.effort import Effort
from hybridtui.domain.entry import numbers
from hybridtui.domain.entry.values import Expected, NotReadableError, SetEntry, TargetChange, Unreadable
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.units import Load

MOST_SETS = 20
"""Sets on one line."""

_N = numbers.NUMBER
_UNIT = r"(?:kgs?|lbs?)"
_LOAD = re.compile(
    rf"(?:(?P<bw>bw)\s*(?:\+\s*(?P<added>{_N})\s*(?P<added_unit>{_UNIT})?)?|(?P<load>{_N})\s*(?P<unit>{_UNIT})?)\s*x\s*"
)
_POINT = r"[0-9]+(?:\.[0-9]+)?"
_COUNT = re.compile(
    rf"(?P<side>[lr])?(?:(?P<clock>[0-9]+:[0-9]{{2}})|(?P<n>{_POINT})(?P<what>s|r)?)(?:@(?P<effort>{_POINT}))?"
)
_CHANGE = re.compile(rf"(?P<sign>[+-])(?P<n>{_N})(?P<what>{_UNIT}|%|s|r)?")
_SIDES = {"l": Side.LEFT, "r": Side.RIGHT}


def read_sets(
    words: str, rpe: float | None, kind: SetKind, expected: Expected
) -> SetEntry | TargetChange | Unreadable | None:
    """Read sets, or a change of the target; None: it cannot be read."""
    if words in ("", "s"):
        draft = replace(_planned(expected) if not words else _same(expected.last), rpe=rpe, kind=kind)
        lead = "" if words else "Enter logs "
        return _entry((draft,), expected, lead)
    joined = _joined(words)
    if changes := _changes(joined):
        if rpe is not None:
            raise NotReadableError("A change of the target has no effort yet: +2.5, then enter, then the set.")
        return _changed(changes, expected)
    template, rest = _loaded(joined, expected)
    counts = [_COUNT.fullmatch(word) for word in re.split(r"\s*,\s*|\s+", rest)]
    if len(counts) > MOST_SETS:
        raise NotReadableError(f"At most {MOST_SETS} sets on one line.")
    read = [count for count in counts if count is not None]
    if len(read) < len(counts):
        _say_what_is_missing(rest)
        return None
    drafts = [_counted(replace(template, kind=kind), count, expected) for count in read]
    return _entry(_rated(drafts, read, rpe, expected), expected)


def _entry(drafts: tuple[SetDraft, ...], expected: Expected, lead: str = "") -> SetEntry:
    return SetEntry(drafts, lead + describe_sets(drafts, per_side=expected.per_side, effort=expected.effort))


def _rated(
    drafts: Sequence[SetDraft], counts: Sequence[re.Match[str]], rpe: float | None, expected: Expected
) -> tuple[SetDraft, ...]:
    """Rate every set by itself if one before the last was; else all by the effort at the end of the line."""
    if not any(count["effort"] for count in counts):
        return tuple(replace(draft, rpe=rpe) for draft in drafts)
    if rpe is not None and counts[-1]["effort"]:
        raise NotReadableError("One effort for a set: 80x8@8.")
    read = numbers.rir if expected.effort is Effort.RIR else numbers.rpe
    efforts = [read(count["effort"]) if count["effort"] else None for count in counts[:-1]]
    return tuple(replace(draft, rpe=effort) for draft, effort in zip(drafts, (*efforts, rpe), strict=True))


def _say_what_is_missing(rest: str) -> None:
    """Say what is missing or too much behind the load, where that can be told.

    Raises:
        NotReadableError: with the sentence.
    """
    if not rest:
        raise NotReadableError("How many reps? Type 80x8, or bw+10x5.")
    if rest.startswith("bw-"):
        raise NotReadableError("Help from a band or a machine is not a load: type the reps alone, such as 8.")
    if rest.startswith("bw") and "x" not in rest:
        raise NotReadableError("How many reps? Type bw x 5, or bw+10x5.")
    if rest.endswith("@"):
        raise NotReadableError("How hard? Type 80x8@8, or leave the @ out.")
    if re.match(r"[0-9 ,]+x", rest):
        raise NotReadableError("One load for the line, then the reps of each set: 80x8,8,6.")


def _joined(words: str) -> str:
    """Write units and sides right beside their numbers, in one letter."""
    words = re.sub(r"(?<![0-9.,:])([0-9]+)\s*min(?:utes?)?(?![a-z])", r"\1:00", words)
    words = re.sub(r"(?<=[0-9])\s*(?:seconds|secs?|s|\")(?![a-z])", "s", words)
    words = re.sub(
        rf"((?:[0-9]+:)?{_POINT}(?:s|\s?r(?:eps?)?)?(?:\s?@\s?{_POINT})?)\s*/?\s*([lr])(?:eft|ight)\b", r"\2\1", words
    )
    words = re.sub(r"(?<=[0-9])\s*(?:reps?|r)(?![a-z0-9])", "r", words)
    words = re.sub(r"(?<![a-z0-9])([lr])\s+(?=[0-9])", r"\1", words)
    words = re.sub(r"(?<=[0-9sr])\s*/?\s*(?=[lr][0-9])", " ", words)
    words = re.sub(r"(?<=[0-9sr])\s*@\s*(?=[0-9])", "@", words)
    return re.sub(r"(?<=[+-])\s+(?=[0-9])", "", words)


def _planned(expected: Expected) -> SetDraft:
    load, reps, seconds = expected.load, expected.reps, expected.seconds
    if reps is None and seconds is None:
        if expected.last is None and expected.is_hold:
            raise NotReadableError("There is no set to repeat yet: type the seconds held, such as 45.")
        return _same(expected.last)
    if load is None and expected.needs_load:
        raise NotReadableError(f"No load is known yet: type it once, such as 20x{reps or '45s'}.")
    on_top = load is not None and expected.on_bodyweight
    if seconds is not None and (expected.is_hold or reps is None):
        return SetDraft(load=load, bodyweight=on_top, seconds=float(seconds))
    return SetDraft(load=load, bodyweight=on_top, reps=reps)


def _same(last: LoggedSet | None) -> SetDraft:
    if last is None:
        raise NotReadableError("There is no set to repeat yet: type it, such as 12, or 20x12.")
    return SetDraft(load=last.load, bodyweight=last.bodyweight, reps=last.reps, seconds=last.seconds, side=last.side)


def _loaded(words: str, expected: Expected) -> tuple[SetDraft, str]:
    """Read what stands left of ``x``; without it the target's load counts."""
    found = _LOAD.match(words)
    if found is None:
        if expected.load is None and expected.needs_load:
            raise NotReadableError("Which load? Type it once, such as 20x8.")
        return SetDraft(load=expected.load, bodyweight=expected.load is not None and expected.on_bodyweight), words
    rest = words[found.end() :]
    unit = expected.weight_unit
    if found["bw"]:
        added = numbers.load(found["added"], found["added_unit"], unit) if found["added"] else None
        return SetDraft(load=added, bodyweight=True), rest
    return SetDraft(load=numbers.load(found["load"], found["unit"], unit), bodyweight=expected.on_bodyweight), rest


def _counted(template: SetDraft, count: re.Match[str], expected: Expected) -> SetDraft:
    side = _SIDES[count["side"]] if count["side"] else None
    if count["clock"]:
        return replace(template, side=side, seconds=numbers.duration(numbers.clock_seconds(count["clock"])))
    if count["what"] == "s" or (expected.is_hold and count["what"] is None):
        held = numbers.duration(numbers.number(count["n"]), allow_zero=True)
        return replace(template, side=side, seconds=held)
    return replace(template, side=side, reps=numbers.reps(count["n"]))


def _changes(words: str) -> list[re.Match[str]]:
    found = [_CHANGE.fullmatch(word) for word in words.split()]
    return [change for change in found if change is not None] if all(found) else []


def _changed(changes: Sequence[re.Match[str]], expected: Expected) -> TargetChange:
    load, reps, seconds = expected.load, expected.reps, expected.seconds
    new = TargetChange(None, None, "")
    for change in changes:
        by = numbers.number(change["n"]) * (-1 if change["sign"] == "-" else 1)
        if change["what"] == "r":
            reps = _reps_by(by, reps)
            new = replace(new, reps=reps)
        elif change["what"] == "s" or (change["what"] is None and expected.is_hold and load is None):
            seconds = _seconds_by(by, seconds)
            new = replace(new, seconds=seconds)
        else:
            load = _load_by(by, change["what"], load, expected)
            new = replace(new, load=load)
    target = SetDraft(
        load=load,
        bodyweight=load is not None and expected.on_bodyweight,
        reps=None if expected.is_hold else reps,
        seconds=float(seconds) if seconds is not None and (expected.is_hold or reps is None) else None,
    )
    return replace(new, echo=f"Target {describe_sets((target,), per_side=expected.per_side)}")


def _reps_by(by: float, reps: int | None) -> int:
    if reps is None:
        raise NotReadableError("There is no target in reps to change: type the reps, such as 8.")
    if reps + by < 1:
        raise NotReadableError(f"The target is {reps} reps: it cannot go below 1.")
    return numbers.reps(str(reps + by))


def _seconds_by(by: float, seconds: int | None) -> int:
    if seconds is None:
        raise NotReadableError("There is no target in seconds to change: type them, such as 45s.")
    return round(numbers.duration(seconds + by))


def _load_by(by: float, what: str | None, load: Load | None, expected: Expected) -> Load:
    if load is None:
        if by < 0 or what == "%" or not expected.on_bodyweight:
            raise NotReadableError("There is no target load to change: type it once, such as 20x8.")
        load = Load(0, expected.weight_unit)
    changed = _share(by, load, expected) if what == "%" else Load(load.value + _as(by, what, load), load.unit)
    if changed.value < 0:
        raise NotReadableError(f"The target is {load}: it cannot go below 0.")
    return numbers.load(f"{changed.value:.6f}", changed.unit, changed.unit)


def _share(by: float, load: Load, expected: Expected) -> Load:
    """Return so many percent more or less, down to a load that exists."""
    equipment = expected.exercise.equipment if expected.exercise is not None else ()
    aimed = Load(load.value * (1 + by / 100), load.unit)
    changed = plates.loadable_below(aimed, equipment, load.unit, expected.racks)
    if by > 0 and changed.value <= load.value:
        higher = plates.loadable_above(load, equipment, expected.racks)
        raise NotReadableError(f"That is less than one step: the next load up is {higher}.")
    return changed if by > 0 or changed.value < load.value else load


def _as(by: float, what: str | None, load: Load) -> float:
    """Return a change in the unit of the load it changes."""
    if what is None or what[:2] == load.unit:
        return by
    return Load(by, next(unit for unit in type(load.unit) if unit is not load.unit)).to(load.unit).value
