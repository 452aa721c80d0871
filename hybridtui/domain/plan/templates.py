"""What each kind of strength session is made of, and which ones a week gets.

Source: science.md F.4 with I.11-I.13, F.3, R31.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hybridtui.domain.plan.definitions import Region

FULL = frozenset(Region)
LOWER = frozenset({Region.QUADS, Region.POSTERIOR})
UPPER = frozenset({Region.PUSH, Region.PULL})
_SHORT_A = frozenset({Region.QUADS, Region.PUSH})
_SHORT_B = frozenset({Region.POSTERIOR, Region.PULL, Region.QUADS})

CORE = "core"
"""Stands for any core pattern that the week does not have yet."""


@dataclass(frozen=True, slots=True)
class Template:
    """The movement patterns of a session, most wanted first; cut from the end."""

    id: str
    title: str
    slots: tuple[str, ...]
    """Patterns of exercises.csv, or CORE."""
    regions: frozenset[Region]
    """What it works hard: known before its exercises are (I.16)."""


TEMPLATES = {
    template.id: template
    for template in (
        Template("SF", "Full-body strength", ("squat", "push_h", "hinge", "pull_h", "lunge", CORE, CORE), FULL),
        Template("SL", "Lower-body strength", ("squat", "hinge", "lunge", CORE, "calf"), LOWER),
        Template(
            "SU",
            "Upper-body strength",
            ("push_h", "pull_v", "push_v", "pull_h", "core_antirot", "core_lateral", "bridge"),
            UPPER,
        ),
        Template("SA", "Short strength, squat and push", ("squat", "push_h", CORE), _SHORT_A),
        Template("SB", "Short strength, hinge and pull", ("hinge", "pull_h", CORE, "lunge"), _SHORT_B),
        Template(
            "SC",
            "Core strength",
            ("core_antiext", "core_antirot", "core_lateral", "bridge", "push_h"),
            frozenset({Region.PUSH}),
        ),
    )
}
"""The six templates by id. The bridge of SU and SC is kept light beside lower sessions (I.12)."""

SHORT_MINUTES = 24
"""Up to this length a session takes a short template (A or B) rather than a full one."""

LEGS_FIRST = ("squat", "hinge", "lunge", CORE, "push_h", "pull_h", CORE)
"""The order of a leg-heavy full-body session: legs and core stay when time is short (R31)."""

HEAVY = "*"
"""Marks a template that is meant to be leg-heavy."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Templates for a week's strength sessions and for the strength parts of its combos."""

    strengths: tuple[str, ...]
    """Ids of TEMPLATES, with HEAVY behind those meant to be leg-heavy."""
    combos: tuple[str, ...]
    alternates: bool = False
    """True if the next week trains the other half of the body (I.13)."""

    @property
    def heavy(self) -> int:
        """How many sessions are meant to be leg-heavy."""
        return sum(template.endswith(HEAVY) for template in self.strengths)

    @property
    def upper(self) -> bool:
        """True if no session of it is for the legs."""
        return {*self.strengths, *self.combos} <= {"SU", "SC"}


def selections(
    strengths: int, combos: int, *, heavy: int, endurance_first: bool, short: bool, circuits: bool, week: int
) -> Iterator[Selection]:
    """Yield template choices for a week, best first.

    ``heavy`` is how many may be leg-heavy; ``endurance_first`` is true from a balance
    of 0.5 on; ``short`` if the sessions are. Later choices share fewer muscles, for
    weeks whose days lie close together. ``week`` alternates what a single short
    session trains (I.13); with ``circuits`` it trains what a circuit leaves out.
    """
    if short or not strengths:
        yield from _short(strengths, combos, 1 if circuits else week)
        return
    full = _FULL_BODY[min(strengths, 4)]
    heavier = _ENDURANCE if endurance_first else _STRENGTH
    choices = heavier[min(strengths, 4)] if heavy else ()
    for choice in (*choices, *full):
        selection = Selection(choice, ("SC",) * combos)
        if selection.heavy <= heavy:
            yield selection


def _short(strengths: int, combos: int, week: int) -> Iterator[Selection]:
    """Hinge and pull, then squat and push, in turn through the sessions of a week and of the next."""
    count = strengths + combos
    odd = count % 2 == 1
    for pair in (("SB", "SA"), ("SB", "SC"), ("SC", "SC"), ("SA", "SB")):
        turn = [pair[(n + (week + 1 if odd else 0)) % 2] for n in range(count)]
        yield Selection(tuple(turn[:strengths]), tuple(turn[strengths:]), alternates=odd)


_FULL_BODY: dict[int, tuple[tuple[str, ...], ...]] = {
    1: (("SF",),),
    2: (("SF", "SF"), ("SL", "SU")),
    3: (("SF", "SU", "SF"), ("SL", "SU", "SF"), ("SL", "SU", "SC")),
    4: (("SL", "SU", "SL", "SU"), ("SL", "SU", "SF", "SC")),
}
_ENDURANCE: dict[int, tuple[tuple[str, ...], ...]] = {
    1: (("SF*",),),
    2: (("SF*", "SU"), ("SL*", "SU")),
    3: (("SL*", "SU", "SC"),),
    4: (("SL*", "SU", "SF", "SC"), ("SL*", "SU", "SL", "SU")),
}
_STRENGTH: dict[int, tuple[tuple[str, ...], ...]] = {
    1: (("SF*",),),
    2: (("SF*", "SF"), ("SL*", "SU")),
    3: (("SL*", "SU", "SF"), ("SL*", "SU", "SC")),
    4: (("SL*", "SU", "SL*", "SU"), ("SL*", "SU", "SL", "SU"), ("SL*", "SU", "SF", "SC")),
}
