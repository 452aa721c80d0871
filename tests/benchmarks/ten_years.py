"""Ten years of training as a Strong export: 2,500 strength sessions with 60,000 sets, and 1,500 runs.

Seeded, so that every run measures the same. ``times`` as much is trained in the same ten years: a
hundred years would reach back to days that no calendar of an export knows.
"""

from __future__ import annotations

import csv
import io
import random
from datetime import datetime, timedelta

LIFTS = (
    ("Squat (Barbell)", 70),
    ("Bench Press (Barbell)", 55),
    ("Deadlift (Barbell)", 90),
    ("Bent Over Row (Barbell)", 50),
    ("Overhead Press (Barbell)", 35),
    ("Romanian Deadlift (Barbell)", 60),
    ("Lat Pulldown (Cable)", 45),
    ("Hip Thrust (Barbell)", 80),
)
HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"


def strong_csv(until: datetime, *, times: int = 1, seed: int = 7) -> bytes:
    """Return the export, its newest session on the day before ``until``."""
    chance = random.Random(seed)
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(HEADER.split(","))
    sessions = 4000 * times
    for index in range(sessions):
        start = until - timedelta(days=1) - timedelta(hours=21.9 / times * (sessions - 1 - index))
        progress = index / sessions
        when = start.strftime("%Y-%m-%d %H:%M:%S")
        if index % 8 in (1, 4, 6):
            km = 5 + chance.random() * 12
            rows.writerow([when, "Run", f"{int(km * 6)}m", "Running", 1, 0, 0, f"{km:.2f}", int(km * 345), "", "", ""])
            continue
        for lift in range(6):
            name, base = LIFTS[(index + lift) % len(LIFTS)]
            weight = round((base * (1 + progress) + chance.gauss(0, 4)) / 2.5) * 2.5
            for order in range(1, 5):
                rows.writerow([when, "Strength", "1h 5m", name, order, weight, chance.randint(5, 10), 0, 0, "", "", ""])
    return out.getvalue().encode()
