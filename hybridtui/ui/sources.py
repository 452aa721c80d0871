"""How the sources of sessions are called."""

from __future__ import annotations

from hybridtui.domain.session import Source

NAMES = {
    Source.APP: "",
    Source.STRONG: "Strong",
    Source.HEVY: "Hevy",
    Source.FITNOTES: "FitNotes",
    Source.LIFTOSAUR: "Liftosaur",
    Source.STRONGLIFTS: "StrongLifts",
    Source.FIT: "FIT",
    Source.TCX: "TCX",
    Source.GPX: "GPX",
    Source.GARMIN: "Garmin",
    Source.STRAVA: "Strava",
    Source.APPLE: "Apple Health",
}
"""In a column; what was logged here needs no name."""

_FILES = (Source.FIT, Source.TCX, Source.GPX)


def origin(source: Source) -> str:
    """Say where a session came from; empty of what was logged here.

    >>> origin(Source.HEVY), origin(Source.GPX), origin(Source.APP)
    ('from Hevy', 'from a GPX file', '')
    """
    if source in _FILES:
        return f"from a {NAMES[source]} file"
    return f"from {NAMES[source]}" if NAMES[source] else ""


def told_by(source: Source) -> str:
    """Say who tells of a workout: ``from Strong``, ``logged here``."""
    return origin(source) or "logged here"
