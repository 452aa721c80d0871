"""A folder of made-up exports, for the pictures of an import: as a newcomer's Downloads may look."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

_STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
_HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,"
    "distance_km,duration_seconds,rpe"
)
_LIFTS = (
    ("Squat (Barbell)", 60.0, 5),
    ("Bench Press (Barbell)", 50.0, 8),
    ("Kniebeugen Langhantel", 50.0, 8),
    ("DB Walking Lunges", 16.0, 10),
    ("Paused Deadlift", 80.0, 3),
)
_GPX = """<?xml version="1.0"?>
<gpx version="1.1" creator="watch" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Morning run</name>
<type>running</type><trkseg>{points}</trkseg></trk></gpx>
"""


def lay_out(folder: Path) -> None:
    """Write them into ``folder``: two lifting apps, a watch, and a file that is cut off."""
    folder.joinpath("strong.csv").write_text("\n".join(_strong(datetime(2025, 1, 6, 18, 5), 40)), encoding="utf-8")
    folder.joinpath("hevy.csv").write_text("\n".join(_hevy(datetime(2025, 9, 8, 18, 20), 24)), encoding="utf-8")
    for week in range(6):
        run = datetime(2026, 1, 11, 8, 30) + timedelta(weeks=week)
        folder.joinpath(f"run-{run:%Y-%m-%d}.gpx").write_text(_gpx(run), encoding="utf-8")
    folder.joinpath("activity_1182.fit").write_bytes(b"\x0e\x10\xd9\x07\x00\x40\x00\x00.FIT")


def _strong(first: datetime, workouts: int) -> list[str]:
    rows = [_STRONG]
    for n in range(workouts):
        when = first + timedelta(days=7 * n)
        for name, kg, reps in _LIFTS:
            rows += [f'{when},"Lower A",52m,{name},{order},{kg + n},{reps},0,0,,,' for order in range(1, 4)]
    return rows


def _hevy(first: datetime, workouts: int) -> list[str]:
    rows = [_HEVY]
    for n in range(workouts):
        when = first + timedelta(days=7 * n)
        times = f"{when:%d %b %Y, %H:%M}", f"{when + timedelta(minutes=48):%d %b %Y, %H:%M}"
        for name, kg, reps in (("Deadlift (Barbell)", 90.0, 5), ("Pull Up", 0.0, 8)):
            rows += [
                f'"Upper","{times[0]}","{times[1]}","","{name}",,"",{index},normal,{kg + n or ""},{reps},,,8'
                for index in range(3)
            ]
    return rows


def _gpx(start: datetime) -> str:
    points = "".join(
        f'<trkpt lat="{52.5 + minute * 0.0016:.4f}" lon="13.4000"><ele>34</ele>'
        f"<time>{start + timedelta(minutes=minute):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for minute in range(51)
    )
    return _GPX.format(points=points)
