"""Runs on the entry line: distance, time and pace in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hybridtui.domain.drafts import RunDraft, describe_run
from hybridtui.domain.entry import numbers
from hybridtui.domain.entry.values import Expected, NotReadableError, RunDraftEntry, Unreadable
from hybridtui.domain.units import Distance, DistanceUnit, decimal

_N = numbers.NUMBER
_PART = re.compile(
    rf"""
    (?P<pace>[0-9]+:[0-9]{{2}}) \s*/\s* (?P<per>km|mi)\b
    | (?P<clock>[0-9]+:[0-9]{{2}}(?::[0-9]{{2}})?) (?![0-9:])
    | (?P<distance>{_N}) \s? (?P<unit>km|k|miles?|mi|m)(?![a-z])
    | (?P<hours>{_N}) \s? h(?![a-z])
    | (?P<minutes>{_N}) \s? (?:min(?:utes|s)?|')(?![a-z])
    | (?P<seconds>{_N}) \s? (?:s|sec|")(?![a-z])
    | (?P<bare>{_N}) (?![0-9.,:a-z])
    | (?P<word>in\b)
    | \s+
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Run:
    """What has been read so far."""

    distance: Distance | None = None
    seconds: float | None = None
    pace: tuple[float, DistanceUnit] | None = None
    unit_said: bool = True
    is_result: bool = True
    """False once a time was said in hours, minutes or seconds instead of by a clock."""


def read_run(words: str, rpe: float | None, expected: Expected) -> RunDraftEntry | Unreadable | None:
    """Read a run; None: it cannot be read."""
    if not words:
        return _planned(rpe, expected)
    run = _Run()
    for part in _parts(_spelled(words)):
        if part is None:
            return None
        run = _with(run, part, expected)
    if not run.unit_said and run.seconds is None and run.pace is None:
        raise NotReadableError(f"Minutes or distance? Type 30min, or 8{expected.distance_unit} 44:10.")
    run = _paced(_as_far_as_planned(run, expected))
    if run.distance is None and run.seconds is None:
        return None
    return _entry(RunDraft(distance=run.distance, seconds=run.seconds, rpe=rpe))


def _spelled(words: str) -> str:
    """Write ``1h05``, ``1h05m``, ``44m10s`` and ``44'10`` as their parts."""
    words = re.sub(r"(?<=[0-9])h([0-9]{1,2})(?:m(?:in)?(?![a-z])|(?![0-9a-z.,:]))", r"h \1min ", words)
    words = re.sub(r"(?<![0-9.,])([0-9]{1,2})m(?:in)?([0-9]{2})(?:s(?:ec)?)?(?![0-9a-z:.,])", r"\1min \2s", words)
    return re.sub(r"(?<=[0-9])'(?=[0-9]{2}(?![0-9]))", ":", words)


def _parts(words: str) -> Iterator[re.Match[str] | None]:
    at = 0
    while at < len(words):
        found = _PART.match(words, at)
        yield found
        if found is None:
            return
        at = found.end()


def _with(run: _Run, part: re.Match[str], expected: Expected) -> _Run:
    if part["pace"]:
        unit = DistanceUnit(part["per"])
        return replace(run, pace=(numbers.duration(numbers.clock_seconds(part["pace"])), unit))
    if part["distance"] or part["bare"]:
        if run.distance is not None:
            raise NotReadableError("One distance is enough: 8km 44:10.")
        unit = numbers.DISTANCE_UNITS[part["unit"]] if part["distance"] else expected.distance_unit
        distance = numbers.distance(part["distance"] or part["bare"], unit)
        return replace(run, distance=distance, unit_said=bool(part["distance"]))
    seconds = _seconds(part)
    if seconds is None:
        return run
    if run.seconds is not None and (part["clock"] or run.is_result):
        raise NotReadableError("One time is enough: 8km 44:10; a pace is typed 5:20/km.")
    total = numbers.duration((run.seconds or 0) + seconds)
    return replace(run, seconds=total, is_result=run.is_result and bool(part["clock"]))


def _seconds(part: re.Match[str]) -> float | None:
    if part["clock"]:
        return numbers.clock_seconds(part["clock"])
    for name, length in (("hours", 3600.0), ("minutes", 60.0), ("seconds", 1.0)):
        if part[name]:
            return numbers.number(part[name]) * length
    return None


def _as_far_as_planned(run: _Run, expected: Expected) -> _Run:
    """Let a result alone, ``24:10`` or ``5:20/km``, be that of the distance the step asks for.

    ``30min`` is no result but how long one ran: it may have been less than that distance.
    """
    step = expected.step
    alone = run.distance is None and (run.seconds is None) != (run.pace is None)
    if step is None or not step.distance_m or not alone or not run.is_result:
        return run
    return replace(run, distance=_in_unit(step.distance_m, expected.distance_unit))


def _paced(run: _Run) -> _Run:
    """Let a pace stand for the part that was left out."""
    if run.pace is None:
        return run
    pace, unit = run.pace
    if run.distance is not None and run.seconds is None:
        return replace(run, seconds=numbers.duration(run.distance.to(unit).value * pace))
    if run.seconds is not None and run.distance is None:
        covered = run.seconds / pace
        return replace(run, distance=numbers.distance(decimal(covered, 2 if covered >= 1 else 3), unit))
    raise NotReadableError("A pace goes with a time or a distance: 5:20/km 30min.")


def _planned(rpe: float | None, expected: Expected) -> RunDraftEntry | Unreadable:
    step, seconds = expected.step, expected.seconds
    distance = None
    if step is not None and step.distance_m:
        distance = _in_unit(step.distance_m, expected.distance_unit)
        if seconds is None and step.pace_s_per_km:
            seconds = round(step.distance_m / 1000 * step.pace_s_per_km)
    if distance is None and not seconds:
        return Unreadable(f"Type distance and time: 8{expected.distance_unit} 44:10, or 30min.")
    read = _entry(RunDraft(distance=distance, seconds=float(seconds) if seconds else None, rpe=rpe))
    return replace(read, echo=f"Enter logs {read.echo}")


def _in_unit(metres: float, unit: DistanceUnit) -> Distance:
    """Write short and track distances in metres, others as the athlete does."""
    exact = Distance(metres)
    return exact if metres < 1000 else exact.to(unit)


def _entry(run: RunDraft) -> RunDraftEntry:
    return RunDraftEntry(run.distance, run.seconds, run.rpe, describe_run(run))
