"""Small GPX, TCX and Apple files, written by these tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hybridtui.domain.session import Session
from hybridtui.formats import Read, ReadOptions, read
from tests.formats.options import options

BEGAN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
STEP = 0.001
"""Degrees of latitude: 111.19 m."""
STEP_M = 111.195

DTD = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
]>
"""


def at(seconds: float) -> str:
    return (BEGAN + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def point(number: int, seconds: float | None = None, *more: str) -> str:
    """Return a point so many steps north of the first."""
    time = f"<time>{at(seconds)}</time>" if seconds is not None else ""
    return f'<trkpt lat="{48 + number * STEP:.6f}" lon="11.5">{"".join(more)}{time}</trkpt>'


def points(first: int, last: int, every_s: float, start_s: float = 0) -> str:
    return "".join(point(n, start_s + (n - first) * every_s) for n in range(first, last + 1))


def segment(*inside: str) -> str:
    return f"<trkseg>{''.join(inside)}</trkseg>"


def track(*segments: str, type_: str = "running", name: str = "") -> str:
    named = f"<name>{name}</name>" if name else ""
    typed = f"<type>{type_}</type>" if type_ else ""
    return f"<trk>{named}{typed}{''.join(segments)}</trk>"


def gpx(*inside: str, attributes: str = "") -> str:
    namespace = 'xmlns="http://www.topografix.com/GPX/1/1"'
    held = "".join(inside)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" {namespace} {attributes}>{held}</gpx>'


def trackpoint(seconds: float | None, *inside: str) -> str:
    time = f"<Time>{at(seconds)}</Time>" if seconds is not None else ""
    return f"<Trackpoint>{time}{''.join(inside)}</Trackpoint>"


def position(number: int) -> str:
    place = f"<LatitudeDegrees>{48 + number * STEP:.6f}</LatitudeDegrees><LongitudeDegrees>11.5</LongitudeDegrees>"
    return f"<Position>{place}</Position>"


def metres(value: float) -> str:
    return f"<DistanceMeters>{value}</DistanceMeters>"


def beats(value: float, name: str = "HeartRateBpm") -> str:
    return f"<{name}><Value>{value}</Value></{name}>"


def lap(*inside: str, start_s: float = 0, seconds: float | None = 600, points: Iterable[str] = ()) -> str:
    total = f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds>" if seconds is not None else ""
    return f'<Lap StartTime="{at(start_s)}">{total}{"".join(inside)}<Track>{"".join(points)}</Track></Lap>'


def activity(*inside: str, sport: str = "Running", id_: str | None = None) -> str:
    return f'<Activity Sport="{sport}"><Id>{id_ or at(0)}</Id>{"".join(inside)}</Activity>'


def tcx(*activities: str, attributes: str = "") -> str:
    namespace = 'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"'
    held = f"<Activities>{''.join(activities)}</Activities>"
    return f"<?xml version='1.0'?><TrainingCenterDatabase {namespace} {attributes}>{held}</TrainingCenterDatabase>"


def workout(type_: str = "Running", *inside: str, **attributes: str) -> str:
    given = {
        "workoutActivityType": f"HKWorkoutActivityType{type_}",
        "sourceName": "Watch",
        "startDate": "2026-03-01 18:00:00 +0100",
        "endDate": "2026-03-01 18:40:00 +0100",
    } | attributes
    told = " ".join(f'{name}="{value}"' for name, value in given.items() if value)
    return f"<Workout {told}>{''.join(inside)}</Workout>\n"


def body_mass(value: str, unit: str = "kg", start: str = "2026-03-01 07:00:00 +0100") -> str:
    type_ = "HKQuantityTypeIdentifierBodyMass"
    times = f'startDate="{start}" endDate="{start}"'
    return f'<Record type="{type_}" sourceName="Scales" unit="{unit}" {times} value="{value}"/>\n'


def apple(*inside: str, dtd: str = DTD) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{dtd}<HealthData locale="en_GB">\n{"".join(inside)}</HealthData>\n'


def told(text: str | bytes, **changes: object) -> Read:
    """Read a file; ``changes`` are options."""
    given: ReadOptions = replace(options(), **changes)  # type: ignore[arg-type]
    return read(text if isinstance(text, bytes) else text.encode(), given)


def one(text: str | bytes) -> Session:
    """Return the only session of a file."""
    found = told(text)
    assert found.refused == ()
    (session,) = found.sessions
    return session


def refusal(text: str | bytes) -> str:
    """Return why nothing of a file is imported."""
    found = told(text)
    assert found.sessions == ()
    return found.refused[0].reason
