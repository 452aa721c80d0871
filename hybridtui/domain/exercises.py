"""The exercise library: 171 exercises of our own, and what belongs to each.

Source: science.md G; the table is ``data/exercises.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from hybridtui.domain.data_tables import table

OWN = "own:"
"""Ids of an athlete's own exercises (also imported ones) begin with this."""

LOWER_PATTERNS = frozenset({"squat", "hinge", "lunge", "plyo"})
"""Patterns whose hard sets are lower sets (science 0)."""

CORE_PATTERNS = ("core_antiext", "core_antirot", "core_lateral", "core_rot", "core_flex", "core_ext")


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise: what moves, what it needs, and its neighbours on the ladder."""

    id: str
    name: str
    pattern: str
    primary: str = ""
    """Muscle that counts a whole set."""
    secondary: tuple[str, ...] = ()
    """Muscles that count half a set (B.6)."""
    equipment: tuple[frozenset[str], ...] = (frozenset(),)
    """Alternatives; each is what must be at hand together. An empty one: floor or wall."""
    unilateral: bool = False
    compound: bool = False
    easier: str | None = None
    harder: str | None = None
    timed: bool = False
    """True if it is counted in seconds, not reps."""
    seed: bool = False
    """True if the founding texts name it."""
    cues: tuple[str, ...] = ()
    """At least two short cues of form (R39)."""
    why_runner: str = ""
    """One line: what it does for a runner."""

    @property
    def own(self) -> bool:
        """True if it is the athlete's own, not one of the library."""
        return self.id.startswith(OWN)

    def possible_with(self, equipment: frozenset[str]) -> bool:
        """Return whether one alternative lies wholly within ``equipment`` (R15)."""
        return any(needed <= equipment for needed in self.equipment)


@cache
def catalogue() -> Mapping[str, Exercise]:
    """Return the library by id, in the order of the table."""
    cues = _cues()
    rows = [_exercise(row, cues) for row in table("exercises")]
    return MappingProxyType({exercise.id: exercise for exercise in rows})


def _exercise(row: dict[str, str], cues: Mapping[str, tuple[tuple[str, ...], str]]) -> Exercise:
    own_cues, why = cues.get(row["id"], ((), ""))
    return replace(
        described(row, row["id"], row["name"]),
        easier=row["easier"] or None,
        harder=row["harder"] or None,
        timed=row["unit"] == "seconds",
        seed=bool(row["seed"]),
        cues=own_cues,
        why_runner=why,
    )


def described(row: Mapping[str, str], id_: str, name: str) -> Exercise:
    """Return what a row of a table of exercises says of how one moves, what it trains and what it needs."""
    return Exercise(
        id=id_,
        name=name,
        pattern=row["pattern"],
        primary=row["primary"],
        secondary=tuple(muscle for muscle in row["secondary"].split(";") if muscle),
        equipment=tuple(
            frozenset(item for item in way.split("+") if item != "none") for way in row["equipment"].split("/")
        ),
        unilateral=row["unilateral"] == "1",
        compound=row["compound"] == "1",
    )


def _cues() -> dict[str, tuple[tuple[str, ...], str]]:
    """Read ``data/cues.csv``: id, cues separated by ``|``, why a runner does it."""
    return {
        row["id"]: (tuple(cue.strip() for cue in row["cues"].split("|") if cue.strip()), row["why_runner"].strip())
        for row in table("cues")
    }
