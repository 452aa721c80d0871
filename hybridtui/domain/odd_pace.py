"""A distance and a time that nobody covers: a slip that is asked about where no screen shows it before it is kept.

``40km 1:20`` is a ride of an hour and twenty minutes, not of eighty seconds, but a clock of
two parts is minutes and seconds everywhere else. So what is faster than the best in the
world, or slower than anybody goes, is never guessed at: the ways it can have been meant
are named.
"""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.drafts import RunDraft
from hybridtui.domain.units import Distance, DistanceUnit, clock, decimal, pace

RUNNING = "running"

SLOWEST_FASTEST_M_S = {
    RUNNING: (0.5, 10.5),
    "walking": (0.2, 5.0),
    "hiking": (0.1, 5.0),
    "cycling": (0.5, 25.0),
    "swimming": (0.1, 2.6),
    "rowing": (0.3, 7.5),
}
"""Mean speeds by sport, m/s: a little beyond the records, and slower than with long rests (a product decision)."""

ANY_M_S = (0.02, 45.0)
"""Of sports that are not listed."""

SPRINT_M, FASTEST_BEYOND_M_S = 800.0, 7.95
"""Nobody runs faster over longer than two laps; the record over them is 7.93 m/s."""

_PACES_S = (120.0, 1200.0)
"""Seconds a kilometre or a mile that may be a pace."""


def odd_pace(draft: RunDraft, sport: str = "") -> str | None:
    """Return why a distance cannot have been covered in its time, with what may be meant; None if it can.

    >>> odd_pace(RunDraft(distance=Distance(10, DistanceUnit.KM), seconds=300))
    '10 km in 5:00 would be 0:30/km. Type 10km 5:00:00 for hours, or 10km 5:00/km for a pace.'
    """
    distance, seconds = draft.distance, draft.seconds
    if distance is None or not seconds or _is_possible(distance.metres, seconds, sport):
        return None
    meant = ", or ".join(_meant(distance, seconds, sport))
    would = f"{distance} in {clock(seconds)} would be {pace(seconds, distance.metres, distance.unit)}."
    return f"{would} {f'Type {meant}.' if meant else 'Look at the distance and at the time.'}"


def _is_possible(metres: float, seconds: float, sport: str) -> bool:
    slowest, fastest = SLOWEST_FASTEST_M_S.get(sport or RUNNING, ANY_M_S)
    if not sport and metres > SPRINT_M:
        fastest = FASTEST_BEYOND_M_S
    return slowest <= metres / seconds <= fastest


def _meant(distance: Distance, seconds: float, sport: str) -> Iterator[str]:
    """Yield what may have been meant, as it is typed."""
    said = _typed(distance)
    if _is_possible(distance.metres, seconds * 60, sport):
        yield f"{said} {clock(seconds * 60)} for hours"
    if _is_possible(distance.metres, seconds / 60, sport):
        yield f"{said} {clock(seconds / 60)} for minutes"
    if distance.unit is not DistanceUnit.M and _PACES_S[0] <= seconds <= _PACES_S[1] and not sport:
        yield f"{said} {clock(seconds)}/{distance.unit} for a pace"
    others = (DistanceUnit.KM, DistanceUnit.MI) if distance.unit is DistanceUnit.M else (DistanceUnit.M,)
    for unit in others:
        other = Distance(distance.value, unit)
        if _is_possible(other.metres, seconds, sport):
            yield f"{_typed(other)} {clock(seconds)}"


def _typed(distance: Distance) -> str:
    return f"{decimal(distance.value, 4)}{distance.unit}"
