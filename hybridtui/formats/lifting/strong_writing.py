"""The log as Strong's CSV export, with notes: what other apps import as such. Source: formats.md 1.5, 1.14.

Weights are in kilograms and distances in kilometres. Strong's files with these columns do not
say so; its Android files do, in columns of their own, which stand at the end here: who reads
by the header finds or passes over them, who reads by position finds the others in their places.
What the format cannot hold is told in :mod:`hybridtui.formats.lifting.app_writing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.session import Session, SetKind
from hybridtui.domain.units import DistanceUnit, WeightUnit, round_half_up
from hybridtui.formats.lifting.app_writing import Line, Titles, block_numbers, encoded, lines, number, sessions
from hybridtui.formats.writing import Exported, OutFile

NAME = "strong.csv"

_HEADER = (
    *("Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps"),
    *("Distance", "Seconds", "Notes", "Workout Notes", "RPE", "Weight Unit", "Distance Unit"),
)
_ORDERS = {SetKind.WARMUP: "W", SetKind.DROP: "D", SetKind.FAILURE: "F"}


def write(exported: Exported) -> Iterator[OutFile]:
    """Make the one file."""
    yield OutFile(NAME, _parts(exported))


def _parts(exported: Exported) -> Iterator[bytes]:
    yield encoded([_HEADER])
    titles = Titles()
    for session in sessions(exported):
        title = titles.of(session.started.local.replace(microsecond=0), session.title)
        told = lines(session, exported.exercises)
        rows = (_row(session, title, line, at) for line, at in zip(told, block_numbers(told), strict=True))
        yield encoded(rows)


def _row(session: Session, title: str, line: Line, at: int) -> tuple[str, ...]:
    return (
        f"{session.started.local:%Y-%m-%d %H:%M:%S}",
        title,
        _duration(session.total_s),
        line.exercise,
        _ORDERS.get(line.kind, str(at + 1)),
        number(line.kg, "0"),
        number(line.reps, "0"),
        number(line.km, "0"),
        number(line.seconds, "0"),
        line.note,
        session.note,
        number(line.rpe),
        WeightUnit.KG.value,
        DistanceUnit.KM.value,
    )


def _duration(seconds: float) -> str:
    """Write a length as Strong does, ``1h 5m``, with the seconds that are left.

    >>> _duration(3900), _duration(2650), _duration(0)
    ('1h 5m', '44m 10s', '')
    """
    minutes, rest = divmod(int(round_half_up(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return " ".join(f"{value}{unit}" for value, unit in ((hours, "h"), (minutes, "m"), (rest, "s")) if value)
