"""What was logged opens as a line that, kept as it is, changes nothing; in every unit and on one's own plates."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hybridtui.domain.athlete import Athlete, Plates
from hybridtui.domain.calendar import Moment
from hybridtui.domain.entry import RunDraftEntry, SetEntry, parse
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.session import LoggedSet, RunEntry, Session, SetKind, Side, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Kind, Step, StepKind
from hybridtui.ui.corrections import LogEntry, as_typed, corrected, expected

STEPS = (
    Step(kind=StepKind.INTERVAL, title="5 km", distance_m=5000, pace_s_per_km=300),
    Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=8, load=Load(80)),
)
SESSION = Session(
    id="s",
    kind=Kind.COMBO,
    title="Both",
    status=Status.FINISHED,
    started=Moment.at(datetime(2026, 3, 4, 17, 0, tzinfo=UTC)),
    steps=STEPS,
)
HOME = Athlete(bar=Load(20), plates=(Plates(Load(20), 2),), distance_unit=DistanceUnit.MI)


def squat(**known: object) -> LoggedSet:
    return LoggedSet(id="a", position=1, exercise="back_squat", step=1, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "entry",
    [
        RunEntry(id="r", position=0, seconds=1450, step=0),
        RunEntry(id="r", position=0, seconds=1450, distance=Distance(5.123, DistanceUnit.KM), rpe=4.5, step=0),
        RunEntry(id="r", position=0, seconds=92.25, distance=Distance(400)),
        squat(load=Load(82.5), reps=8, rpe=8.5),
        squat(load=Load(185, WeightUnit.LB), reps=5, kind=SetKind.WARMUP),
        squat(load=Load(12), reps=7, side=Side.RIGHT),
        squat(load=Load(10), bodyweight=True, reps=5, rpe=10),
        squat(load=Load(60), seconds=45.25),
        squat(load=Load(60), reps=0),
    ],
)
def test_what_was_logged_reads_back_as_itself(entry: LogEntry) -> None:
    read = parse(as_typed(entry), expected(entry, SESSION, catalogue(), HOME))
    assert isinstance(read, SetEntry | RunDraftEntry)
    draft = read.draft if isinstance(read, RunDraftEntry) else read.sets[0]
    assert corrected(entry, draft) == entry
