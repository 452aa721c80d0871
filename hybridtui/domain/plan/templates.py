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
            ("core_antiext", "core_antirot", "core_lateral", "push_h", "bridge"),
            frozenset({Region.PUSH}),
        ),
    )
}
"""The six templates by id. The bridge of SU and SC is kept light beside lower sessions (I.12)."""

SHORT_MINUTES = 24
"""Up to this length a session takes a short template (A or B) rather than a full one."""

HEAVY = "*"
"""Marks a template that is meant to be leg-heavy."""


def selections(count: int, *, heavy: int, endurance_first: bool, short: bool, week: int) -> Iterator[tuple[str, ...]]:
    """Yield template ids for the pure strength sessions of a week, best first.

    ``heavy`` is how many may be leg-heavy (marked by a star); ``endurance_first`` is
    true from a balance of 0.5 on. Later ones share fewer muscles, for weeks whose days
    lie close together. ``week`` alternates what a single short session trains (I.13).
    """
    if count == 0:
        yield ()
        return
    if short:
        yield from _short(count, week)
        return
    choices = (_FULL_BODY if not heavy else _ENDURANCE if endurance_first else _STRENGTH)[min(count, 4)]
    for choice in (*choices, *_FULL_BODY[min(count, 4)]):
        starred = tuple(t for t in choice if t.endswith(HEAVY))
        if len(starred) <= heavy:
            yield choice + ("SU",) * (count - len(choice))


def _short(count: int, week: int) -> Iterator[tuple[str, ...]]:
    first, second = ("SA", "SB") if week % 2 else ("SB", "SA")
    yield tuple((first, second)[n % 2] for n in range(count))
    yield tuple((first, "SC")[n % 2] for n in range(count))


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
