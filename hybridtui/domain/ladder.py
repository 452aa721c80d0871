"""Ready for a harder exercise, better off with an easier one, or slower instead. Source: science.md R28, R29, B.4."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.double_progression import standing
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.holds import hold_standing
from hybridtui.domain.plates import is_loadable
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.standing import Asked, judged
from hybridtui.domain.tempo import Tempo
from hybridtui.domain.workout import Step

IN_A_ROW = 2
"""Sessions at the top of the range, or below it, before a change is offered (R28)."""

SLOW_TEMPO = "3-0-3-0"
"""Lowering and lifting in three seconds each: harder without a harder exercise (R29)."""

_FAMILIES = ("push", "pull", "hinge bridge")
"""Patterns that stand in for one another within a week (R17)."""


OFFERS = ("R28", "R29")
"""The rules that another exercise is offered by."""


class OfferKind(StrEnum):
    """What is offered in place of an exercise."""

    HARDER = "harder"
    EASIER = "easier"
    SLOWER = "slower"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A change of exercise that the log suggests; the athlete decides."""

    kind: OfferKind
    exercise: Exercise
    """What to go on with; for SLOWER the same exercise."""
    why: str
    """One sentence."""

    @property
    def rule(self) -> str:
        """The rule it follows from."""
        return "R29" if self.kind is OfferKind.SLOWER else "R28"


def offer(
    step: Step,
    exercise: Exercise,
    past: Sequence[Exposure],
    suits: Callable[[Exercise], bool],
    *,
    day: date | None = None,
    racks: Racks = USUAL,
) -> Offer | None:
    """Return what the log suggests in place of an exercise, if anything.

    ``past`` are its sessions, oldest first; ``suits`` tells whether equipment, limits
    and level allow another exercise, and is asked only where a change is due. A lift
    that can get heavier is not replaced by a harder one.
    """
    done = judged(past)
    if not done or not step.logs_sets or step.group is not None:
        return None
    due = _due(step, exercise, done, day, racks)
    if due is OfferKind.HARDER:
        return _harder(step, exercise, suits)
    return _easier(exercise, suits) if due is OfferKind.EASIER else None


def _due(step: Step, exercise: Exercise, done: Sequence[Exposure], day: date | None, racks: Racks) -> OfferKind | None:
    if step.seconds is not None or exercise.timed:
        held = hold_standing(done, step.sets, step.seconds or 0, day=day)
        return OfferKind.HARDER if held.mastered else OfferKind.EASIER if held.short >= IN_A_ROW else None
    if step.reps is None:
        return None
    asked = Asked(step.sets, step.reps, max(step.reps, step.reps_max or step.reps), step.rpe, racks=racks)
    now = standing(done, asked, exercise, day)
    if now.mastered >= IN_A_ROW and now.load is None and not is_loadable(exercise):
        return OfferKind.HARDER
    return OfferKind.EASIER if now.short >= IN_A_ROW else None


def harder_than(exercise: Exercise, suits: Callable[[Exercise], bool]) -> Exercise | None:
    """Return the next harder exercise of the same movement that suits, if there is one (R28)."""
    return next((above for above in _above(exercise) if _same_movement(exercise, above) and suits(above)), None)


def easier_than(exercise: Exercise, suits: Callable[[Exercise], bool]) -> Exercise | None:
    """Return the next easier exercise of the same movement that suits, if there is one (R28)."""
    below = catalogue().get(exercise.easier or "")
    while below is not None and not (_same_movement(exercise, below) and suits(below)):
        below = catalogue().get(below.easier or "")
    return below


def is_slow(tempo: str) -> bool:
    """Return whether a tempo is slow enough to count as the slow variant (R29)."""
    parsed, slow = Tempo.parse(tempo), Tempo.parse(SLOW_TEMPO)
    return parsed.lower >= slow.lower and parsed.lift >= slow.lift


def _harder(step: Step, exercise: Exercise, suits: Callable[[Exercise], bool]) -> Offer | None:
    done = "as long as it gets" if step.seconds is not None else "all at the top twice in a row at effort 7 or less"
    if (above := harder_than(exercise, suits)) is not None:
        why = f"{exercise.name}: {done}. Ready for {above.name}."
        return Offer(kind=OfferKind.HARDER, exercise=above, why=why)
    if step.tempo is None or is_slow(step.tempo):
        return None
    why = f"{exercise.name}: {done}, and nothing harder suits you here. Three seconds down and three up make it harder."
    return Offer(kind=OfferKind.SLOWER, exercise=exercise, why=why)


def _easier(exercise: Exercise, suits: Callable[[Exercise], bool]) -> Offer | None:
    if (below := easier_than(exercise, suits)) is None:
        return None
    why = f"{exercise.name}: short of its range twice in a row. {below.name} may fit better for now."
    return Offer(kind=OfferKind.EASIER, exercise=below, why=why)


def _above(exercise: Exercise) -> Iterator[Exercise]:
    """The next of the ladder, then whatever else has this exercise below it."""
    known = catalogue()
    if exercise.harder is not None and exercise.harder in known:
        yield known[exercise.harder]
    yield from (other for other in known.values() if other.easier == exercise.id and other.id != exercise.harder)


def _same_movement(one: Exercise, other: Exercise) -> bool:
    return one.pattern == other.pattern or any(
        _in(one.pattern, family) and _in(other.pattern, family) for family in _FAMILIES
    )


def _in(pattern: str, family: str) -> bool:
    return pattern.partition("_")[0] in family.split()
