"""How loads are said: plain comparisons, no zones, no danger. Source: science.md D.2, D.3, H.3."""

from __future__ import annotations

from hybridtui.domain.figures import ABOUT, UNKNOWN
from hybridtui.domain.load_models import MONOTONY_MOST, USUAL_DAYS
from hybridtui.domain.loads.days import SideLoad
from hybridtui.domain.loads.state import LEAST_WEEKS, LoadState, StrainRank
from hybridtui.domain.units import decimal, round_half_up

BIGGER = 1.5
"""From above this a week is bigger than usual (D.3)."""

SMALLER = 1 / BIGGER
"""Below this it is smaller than usual: the same the other way round (a product decision)."""

ALIKE, MUCH_ALIKE = 1.5, 2.0
"""Monotony from which days are rather, and much alike (D.2)."""


def au(load: float, *, estimated: bool = False) -> str:
    """Write a load with its unit: ``1,160 AU``, ``~420 AU`` if a part of it is estimated.

    >>> au(1160.4), au(420, estimated=True)
    ('1,160 AU', '~420 AU')
    """
    return f"{ABOUT if estimated else ''}{round_half_up(load):,.0f} AU"


def side(load: SideLoad) -> str:
    """Write the load of a sport, marked if a part of it is estimated."""
    return au(load.au, estimated=load.estimated > 0)


def rated(load: SideLoad) -> str:
    """Say how many loads are estimates: ``2 of 5 estimated``."""
    if not load.sessions:
        return "no session"
    return f"{load.estimated} of {load.sessions} estimated" if load.estimated else f"all {load.sessions} rated"


def signed(value: float) -> str:
    """Write a number that may be below zero as a whole number, with a true minus sign.

    >>> signed(-12.4), signed(3.0), signed(-0.2)
    ('−12', '+3', '0')
    """
    whole = int(round_half_up(value))
    return f"−{-whole}" if whole < 0 else f"+{whole}" if whole else "0"


def ratio(value: float | None) -> str:
    """Write a ratio with two decimals, or that it is not known."""
    return UNKNOWN if value is None else decimal(value)


def against_usual(value: float) -> str:
    """Say how a week compares with what is usual.

    >>> against_usual(1.6), against_usual(1.0), against_usual(0.5)
    ('bigger than usual', 'about usual', 'smaller than usual')
    """
    if value > BIGGER:
        return "bigger than usual"
    return "smaller than usual" if value < SMALLER else "about usual"


def sameness(value: float) -> str:
    """Say what the days of a week with this monotony were.

    >>> sameness(1.2), sameness(1.5), sameness(2.0)
    ('varied', 'rather alike', 'much alike')
    """
    if value >= MUCH_ALIKE:
        return "much alike"
    return "rather alike" if value >= ALIKE else "varied"


def monotony(value: float | None) -> str:
    """Write a monotony; ``10`` stands for ten and more."""
    if value is None:
        return UNKNOWN
    return f"≥ {decimal(value)}" if value >= MONOTONY_MOST else decimal(value)


def ranked(rank: StrainRank | None) -> str:
    """Say where a week's strain lies among the athlete's own."""
    if rank is None:
        return f"among too few weeks: {LEAST_WEEKS} before it are needed"
    return f"above {rank.below} of your last {rank.of} weeks"


def no_comparison(state: LoadState) -> str:
    """Say what is missing for a comparison with what is usual."""
    if state.days_known < USUAL_DAYS:
        return f"too little data: {state.days_known} of {USUAL_DAYS} days"
    return f"no load in {USUAL_DAYS} days" if state.ctl is not None else "not known yet"
