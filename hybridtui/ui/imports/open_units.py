"""Which units files leave open, as the athlete says it: one answer for all of them, or one for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hybridtui.domain.imports import FileReport
from hybridtui.domain.text import clean
from hybridtui.domain.unit_questions import DistanceQuestion, UnitQuestion, Units
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit, decimal

Unit = WeightUnit | DistanceUnit
Question = UnitQuestion | DistanceQuestion

WEIGHTS = (WeightUnit.KG, WeightUnit.LB)
DISTANCES = (DistanceUnit.KM, DistanceUnit.MI)

WORDS: dict[Unit, str] = {
    WeightUnit.KG: "kilograms",
    WeightUnit.LB: "pounds",
    DistanceUnit.KM: "kilometres",
    DistanceUnit.MI: "miles",
}


@dataclass(slots=True)
class Open:
    """One thing that one file leaves open, and what is said of it."""

    file: str
    question: Question
    answer: Unit

    @property
    def ways(self) -> Sequence[Unit]:
        """The two answers."""
        return WEIGHTS if isinstance(self.question, UnitQuestion) else DISTANCES

    @property
    def what(self) -> str:
        """Whose weight or distance is shown: ``best Squat``."""
        if isinstance(self.question, UnitQuestion):
            return f"best {clean(self.question.exercise)}"
        return f"longest {clean(self.question.activity)}"

    def amount(self, unit: Unit) -> str:
        """Return what the file would tell in a unit: ``140 lb``."""
        return str(self._reading(unit))

    def meaning(self, unit: Unit) -> str:
        """Return what that is in the other unit, and how fast it was: ``that is 63.5 kg``."""
        (other,) = (way for way in self.ways if way is not unit)
        reading = self._reading(unit)
        if isinstance(reading, Load):
            return f"that is {reading.to(WeightUnit(other))}"
        far = reading.to(DistanceUnit(other))
        pace = self.question.pace(DistanceUnit(unit)) if isinstance(self.question, DistanceQuestion) else ""
        return ", ".join(part for part in (f"that is {decimal(far.value, 1)} {other}", pace) if part)

    def _reading(self, unit: Unit) -> Load | Distance:
        if isinstance(self.question, DistanceQuestion):
            return self.question.reading(DistanceUnit(unit))
        return self.question.in_kg if unit is WeightUnit.KG else self.question.in_lb


@dataclass(frozen=True, slots=True)
class Row:
    """One line to answer: what one file leaves open, or what several do."""

    opens: tuple[Open, ...]

    @property
    def ways(self) -> Sequence[Unit]:
        """The two answers."""
        return self.opens[0].ways

    @property
    def answer(self) -> Unit | None:
        """What is said; None if it is not the same of all."""
        said = {each.answer for each in self.opens}
        return said.pop() if len(said) == 1 else None

    def turn(self) -> None:
        """Say the other unit; what differed becomes the first one's other."""
        first = self.opens[0]
        (other,) = (way for way in self.ways if way is not first.answer)
        self.say(other)

    def say(self, unit: Unit) -> None:
        """Say a unit of all."""
        for each in self.opens:
            each.answer = unit


class OpenUnits:
    """All that files leave open: weights, then distances; of several files a line for all of them comes first."""

    def __init__(self, files: Iterable[FileReport] = (), usual: WeightUnit = WeightUnit.KG) -> None:
        """Ask for ``files``; ``usual`` is proposed where the weights speak for no unit."""
        asked = list(files)
        weights = [
            Open(file.file, file.question, file.question.likely or usual) for file in asked if file.question is not None
        ]
        distances = [
            Open(file.file, file.distance_question, file.distance_question.assumed)
            for file in asked
            if file.distance_question is not None
        ]
        self.rows = (*_rows(weights), *_rows(distances))
        self._alike = Counter(_last(each, 1) for each in {each.file for each in (*weights, *distances)})

    def called(self, file: str) -> str:
        """Return how a file is called: with its folder, if another one of these has its name."""
        return clean(_last(file, 2 if self._alike[_last(file, 1)] > 1 else 1))

    @property
    def answers(self) -> dict[str, Units]:
        """What was said, by file."""
        found: dict[str, Units] = {}
        for each in (each for row in self.rows if len(row.opens) == 1 for each in row.opens):
            before = found.get(each.file, Units())
            found[each.file] = (
                Units(weight=each.answer, distance=before.distance)
                if isinstance(each.answer, WeightUnit)
                else Units(weight=before.weight, distance=each.answer)
            )
        return found


def _rows(opens: Sequence[Open]) -> Iterator[Row]:
    if len(opens) > 1:
        yield Row(tuple(opens))
    yield from (Row((each,)) for each in opens)


def _last(file: str, parts: int) -> str:
    return "/".join(file.rsplit("/", parts)[-parts:])
