"""The export of Apple Health: workouts and body weights, of a file of any size. Source: formats.md 1.12.

It is read as it comes, and of its millions of records only weights are looked at. The same
workout told by several apps is several records here: the log counts one of them. A
workout is known again by its app, its start and its type.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import BinaryIO

from lxml.etree import _Element

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.flags import RECOVERED, ZONE_ASSUMED
from hybridtui.domain.imports import Refusal
from hybridtui.domain.session import Session
from hybridtui.formats import limits
from hybridtui.formats.activities import distance_question, session
from hybridtui.formats.reading import IrrelevantError, Read, ReadOptions, UnreadableError
from hybridtui.formats.xml.apple_workouts import BODY_MASS, activity, leaves_unit_open, weight
from hybridtui.formats.xml.reading import Walk, local

_WANTED = (
    "Workout", "Record", "Correlation", "ActivitySummary", "ClinicalRecord", "Audiogram", "VisionPrescription",
)  # fmt: skip
"""All that stands side by side in an export, so that none of it piles up."""

MOST_WORKOUTS = 100_000
"""Nobody trained more often: a file of more is no export."""

_MOST_REFUSALS = 1_000
"""So many are named one by one."""


def read_stream(stream: BinaryIO, options: ReadOptions) -> Read:
    """Read an export as it comes.

    Raises:
        UnreadableError: if it holds neither workouts nor body weights.
    """
    found = _Found()
    walk = Walk(stream, "HealthData", _WANTED, with_dtd=True, progress=options.progress)
    for element in walk:
        match local(element):
            case "Workout":
                found.take_workout(element, options)
            case "Record" if element.get("type") == BODY_MASS:
                found.take_weight(element, options)
    if walk.broken is not None and found.sessions:
        found.mark_last()
    if not (found.sessions or found.weights or found.refused):
        if walk.broken is not None:
            raise UnreadableError(f"it is cut off or damaged {walk.broken} before any workout or body weight")
        raise IrrelevantError("it holds no workouts and no body weights")
    question = distance_question(found.in_assumed_units, options)
    return Read(
        sessions=tuple(found.sessions),
        weights=tuple(told for _, (_, told) in sorted(found.weights.items())),
        refused=tuple(found.refused),
        warnings=(*_warnings(found, walk.broken, options), *([str(question)] if question is not None else ())),
        distance_question=question,
    )


@dataclass(slots=True)
class _Found:
    """What was found so far."""

    sessions: list[Session] = field(default_factory=list)
    weights: dict[date, tuple[datetime, BodyWeight]] = field(default_factory=dict)
    """The last one of each day, with its time."""
    refused: list[Refusal] = field(default_factory=list)
    number: int = 0
    """Of workouts."""
    counts: Counter[str] = field(default_factory=Counter)
    """Of what was left out without being named."""
    in_assumed_units: list[Session] = field(default_factory=list)
    """Those whose distances name no unit."""
    _keys: set[str] = field(default_factory=set)

    def take_workout(self, element: _Element, options: ReadOptions) -> None:
        """Add a workout, or its refusal."""
        self.number += 1
        if self.number > MOST_WORKOUTS:
            raise UnreadableError(f"it holds more than {MOST_WORKOUTS:,} workouts")
        try:
            told = activity(element, options)
            if told.fingerprint in self._keys:
                self.counts["twice"] += 1
                return
            self.sessions.append(limits.checked(session(told, options)))
            self._keys.add(told.fingerprint)
            if leaves_unit_open(element):
                self.in_assumed_units.append(self.sessions[-1])
        except limits.OutOfRangeError as error:
            if len(self.refused) < _MOST_REFUSALS:
                self.refused.append(Refusal(f"workout {self.number}", f"{error}; the workout was left out"))
            else:
                self.counts["refused"] += 1

    def take_weight(self, element: _Element, options: ReadOptions) -> None:
        """Add a body weight, unless a later one of its day is known."""
        told = weight(element)
        if told is None or not limits.EARLIEST.date() <= told[1].day <= options.latest.date():
            self.counts["weights"] += 1
        elif told[1].day not in self.weights or self.weights[told[1].day][0] <= told[0]:
            self.weights[told[1].day] = told

    def mark_last(self) -> None:
        """Mark the workout that was last read before the file broke off: some of it may be missing."""
        last = self.sessions[-1]
        self.sessions[-1] = replace(last, flags=(RECOVERED, *last.flags))


def _warnings(found: _Found, broken: str | None, options: ReadOptions) -> Iterator[str]:
    if broken is not None:
        yield f"it is cut off or damaged {broken}: what was left was recovered"
    if twice := found.counts["twice"]:
        yield f"{twice} of its workouts stand in it twice: taken once"
    if weights := found.counts["weights"]:
        yield f"{weights} of its body weights are none of a person, or of no day: left out"
    if refused := found.counts["refused"]:
        yield f"{refused} more workouts were left out"
    if any(ZONE_ASSUMED in each.flags for each in found.sessions):
        yield f"some times name no zone: {options.zone_called} was assumed"
