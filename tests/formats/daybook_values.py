"""Anything that a log can hold, for properties of what reads and writes it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Moment, Week
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercise_names import ExerciseName
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.names import fold
from hybridtui.domain.notes import ExerciseNote
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.readiness import Instead, Readiness
from hybridtui.domain.session import (
    LoggedSet,
    MarkKind,
    Pause,
    RunEntry,
    Session,
    SetKind,
    Side,
    Source,
    Status,
    StepMark,
)
from hybridtui.domain.skips import Reason, SkipReason
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Form, Kind, Phase, Plan, PlannedWeek, Step, StepKind, Why, Workout

OWN = (
    Exercise(id="own:sled-1", name="Sled push", pattern="other"),
    Exercise(id="own:odd", name='Row: "seal", slow ~ 3', pattern="other", timed=True),
    Exercise(id="own:run", name="run", pattern="other"),
    Exercise(id="own:twin", name="Plank", pattern="other"),
    Exercise(id="own:wide", name="深蹲 | > # ~", pattern="other", unilateral=True),
)
"""Own exercises whose names could be taken for something else."""

FIRST, LAST = datetime(1971, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
_ODD = 'abc XYZ09 ,;:"\\|~>#@[]{}-+%é深👨\u200d👩 .x\t'

names = st.text(_ODD, max_size=20).map(clean)
titles = names.filter(bool)
notes = st.text(_ODD + "\n", max_size=40).map(clean_note)
ids = st.uuids().map(lambda each: each.hex)
counts = st.integers(0, 1_000)
_decimals = st.integers(0, 10_000_000).map(lambda whole: whole / 10_000)
_seconds = st.one_of(st.integers(0, 9_000).map(float), _decimals, st.floats(0, 600_000))
_rpe = st.one_of(st.none(), st.sampled_from([0.0, 6.5, 7.0, 8.0, 10.0]), st.floats(0, 10))
_exercises = st.sampled_from(["back_squat", "plank", "forward_lunge", "pull_up", "own:gone", *(own.id for own in OWN)])


def _maybe(strategy):
    return st.one_of(st.none(), strategy)


loads = st.builds(Load, _decimals.filter(lambda kg: kg <= 1_000), st.just(WeightUnit.KG)) | st.builds(
    Load, st.floats(0, 2_000), st.just(WeightUnit.LB)
)
distances = st.builds(Distance, st.floats(0.01, 600), st.sampled_from(DistanceUnit))


@st.composite
def moments(draw):
    """Return when something began: by clocks of a zone, by an offset, or as no zone could say it."""
    when = draw(st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None))).replace(tzinfo=UTC)
    way = draw(st.sampled_from(["zone", "zone", "offset", "odd"]))
    if way == "zone":
        zone = draw(st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "America/New_York"]))
        return Moment.at(when.astimezone(ZoneInfo(zone)), zone)
    offset = draw(st.integers(-50_000, 50_000))
    zone = "Europe/Berlin" if way == "odd" else None
    moment = Moment.at(when.astimezone(timezone(timedelta(seconds=offset))), zone)
    return moment if way == "offset" else Moment(moment.utc, offset, zone, moment.local_date + timedelta(days=1))


@st.composite
def steps(draw):
    """Return a step, as planned or as followed."""
    low = draw(_maybe(st.integers(1, 30)))
    form = draw(_maybe(st.sampled_from(Form)))
    return Step(
        kind=draw(st.sampled_from(StepKind)),
        title=draw(st.sampled_from(["Plank", "Barbell back squat", "Easy run"]) | titles),
        exercise=draw(_maybe(_exercises)),
        sets=draw(st.integers(1, 6)),
        reps=low,
        reps_max=draw(_maybe(st.integers(low, 40))) if low is not None else None,
        seconds=draw(_maybe(st.integers(1, 7_300))),
        load=draw(_maybe(loads)),
        rpe=draw(_rpe),
        rest_s=draw(st.integers(0, 600)),
        tempo=draw(st.sampled_from([None, "3-1-1-0", "2-0-X-0"])),
        distance_m=draw(_maybe(st.sampled_from([400.0, 1609.344, 12.5]))),
        pace_s_per_km=draw(_maybe(st.floats(100, 900))),
        zone=draw(st.sampled_from([None, "E", "T"])),
        group=draw(_maybe(st.integers(1, 4))),
        per_side=draw(st.booleans()),
        form=form,
        block_s=draw(st.integers(1, 900)) if form is not None else 0,
        aims=tuple(draw(st.lists(st.integers(1, 30), max_size=3))),
        why=tuple(draw(st.lists(st.builds(Why, st.just("R21"), titles), max_size=2))),
    )


@st.composite
def sets(draw, index, position, began, count):
    step = draw(_maybe(st.integers(0, count - 1))) if count else None
    return LoggedSet(
        id=f"set{index}",
        position=position,
        exercise=draw(_exercises),
        kind=draw(st.sampled_from(SetKind)),
        load=draw(_maybe(loads)),
        bodyweight=draw(st.booleans()),
        reps=draw(_maybe(counts)),
        seconds=draw(_maybe(_seconds)),
        distance=draw(_maybe(distances)),
        rpe=draw(_rpe),
        side=draw(_maybe(st.sampled_from(Side))),
        per_side=draw(st.booleans()),
        step=step,
        set_number=draw(st.integers(1, 9)) if step is not None else None,
        logged_at=draw(_maybe(st.timedeltas(timedelta(0), timedelta(days=1)).map(lambda since: began + since))),
        rest_s=draw(_maybe(st.integers(0, 900))),
        unconfirmed=draw(st.booleans()),
        note=draw(notes),
    )


@st.composite
def runs(draw, index, position, began, count):
    step = draw(_maybe(st.integers(0, count - 1))) if count else None
    sport = draw(st.sampled_from(["run", "run", "cycling", "odd: sport", "weight"]))
    return RunEntry(
        id=f"run{index}",
        position=position,
        subtype=draw(st.sampled_from(["easy", "interval", "hr", "two words"])),
        sport=sport,
        distance=draw(_maybe(distances)),
        seconds=draw(_seconds),
        elapsed_s=draw(_maybe(_seconds)),
        avg_hr=draw(_maybe(st.integers(20, 250))),
        max_hr=draw(_maybe(st.integers(20, 250))),
        hr_computed=draw(st.booleans()),
        ascent_m=draw(_maybe(_decimals)),
        rpe=draw(_rpe),
        step=step,
        set_number=draw(st.integers(1, 9)) if step is not None else None,
        logged_at=draw(_maybe(st.timedeltas(timedelta(0), timedelta(days=1)).map(lambda since: began + since))),
        rest_s=draw(_maybe(st.integers(0, 900))),
        note=draw(notes),
    )


@st.composite
def sessions(draw, number=0):
    """Return a session of any kind, open or finished, from the app or a file."""
    started = draw(moments())
    began = started.utc
    asked = tuple(draw(st.lists(steps(), max_size=3)))
    first = draw(st.integers(0, 2))
    order = draw(st.lists(st.booleans(), max_size=5))
    placed = [(lifted, first + at * draw(st.integers(1, 2))) for at, lifted in enumerate(order)]
    finished = draw(st.booleans())
    minutes = draw(st.timedeltas(timedelta(0), timedelta(hours=9)))
    ended = started.later(minutes) if draw(st.booleans()) else Moment.at(began + minutes, None)
    pause = Pause(began + timedelta(seconds=5), began + timedelta(seconds=65))
    times = [began + timedelta(seconds=draw(st.integers(0, 90))) for _ in range(draw(st.integers(0, 2)))]
    return Session(
        id=f"session{number}",
        kind=draw(st.sampled_from(Kind)),
        title=draw(st.sampled_from(["Run", "Strength", "Easy run"]) | titles),
        status=Status.FINISHED if finished else Status.OPEN,
        started=started,
        ended=ended if finished else None,
        subtype=draw(st.sampled_from(["", "easy", "SF", "rpe", "A: b"])),
        sport=draw(st.sampled_from(["", "cycling", "bike", "stair climber", "rowing"])),
        level=draw(_maybe(st.integers(1, 3))),
        workout_id=draw(_maybe(ids)),
        steps=asked,
        sets=tuple(
            draw(sets(f"{number}.{at}", where, began, len(asked)))
            for at, (lifted, where) in enumerate(placed)
            if lifted
        ),
        runs=tuple(
            draw(runs(f"{number}.{at}", where, began, len(asked)))
            for at, (lifted, where) in enumerate(placed)
            if not lifted
        ),
        marks=tuple(
            StepMark(id=f"mark{number}.{at}", step=0, set_number=1, kind=draw(st.sampled_from(MarkKind)), at=when)
            for at, when in enumerate(times if asked else ())
        ),
        pauses=(pause,) if finished and draw(st.booleans()) else (),
        rpe=draw(_rpe),
        run_s=draw(st.sampled_from([0.0, 600.25])) if finished else 0.0,
        strength_s=draw(st.sampled_from([0.0, 3_000.0])) if finished else 0.0,
        other_s=draw(st.sampled_from([0.0, 900.5])) if finished else 0.0,
        tonnage_kg=draw(st.sampled_from([0.0, 5_000.5])) if finished else 0.0,
        load_au=draw(st.sampled_from([0.0, 312.0])) if finished else 0.0,
        load_estimated=draw(st.booleans()) if finished else True,
        avg_hr=draw(_maybe(st.integers(20, 250))),
        source=draw(st.sampled_from(Source)),
        fingerprint=draw(_maybe(st.just(f"strong:{number}"))),
        flags=tuple(draw(st.lists(st.sampled_from(["zone assumed", "recovered"]), max_size=2, unique=True))),
        note=draw(notes),
    )


@st.composite
def histories(draw):
    """Return sessions, oldest first."""
    count = draw(st.integers(0, 3))
    found = [draw(sessions(number)) for number in range(count)]
    return tuple(sorted(found, key=lambda session: session.started.utc))


_days = st.dates(date(2000, 1, 1), date(2026, 3, 1))
_readings = st.builds(
    Readiness,
    day=_days,
    fatigue=st.integers(1, 5),
    sleep_quality=st.integers(1, 5),
    soreness=st.integers(1, 5),
    stress=st.integers(1, 5),
    mood=st.integers(1, 5),
    sleep_hours=_maybe(st.floats(0, 24)),
    ill=st.booleans(),
    pain=_maybe(st.integers(0, 10)),
    kept=st.booleans(),
    instead=_maybe(st.sampled_from(Instead)),
    answered=_maybe(_days),
)
_pains = st.builds(
    Pain,
    id=ids,
    session_id=_maybe(ids),
    at=st.datetimes(datetime(2000, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)),
    day=_days,
    part=st.sampled_from(Part),
    side=_maybe(st.sampled_from(Side)),
    level=st.integers(0, 10),
)
_noted = st.builds(ExerciseNote, st.sampled_from(["back_squat", "plank", "own:odd"]), notes.filter(bool))
_weights = st.builds(BodyWeight, _days, st.builds(Load, st.floats(45, 400), st.sampled_from(WeightUnit)))
_skips = st.builds(SkipReason, ids | st.just("2026-03-08 run"), st.sampled_from(Reason), notes)
_names = st.builds(
    lambda name, exercise: ExerciseName(folded=fold(name), name=name, exercise=exercise),
    titles.filter(fold),
    st.sampled_from(["back_squat", "own:odd", "own:twin"]),
)


@st.composite
def workouts(draw, number, week):
    """Return a workout of a week."""
    day = draw(st.sampled_from(week.days))
    minutes, run = draw(st.integers(0, 200)), draw(st.integers(0, 100))
    return Workout(
        id=f"workout{number}",
        day=day,
        kind=draw(st.sampled_from(Kind)),
        subtype=draw(st.sampled_from(["easy", "long", "hard", "SF", "race", ""])),
        title=draw(titles),
        minutes=minutes,
        run_minutes=run,
        strength_minutes=draw(st.sampled_from([0, 30])),
        steps=tuple(draw(st.lists(steps(), max_size=3))),
        slot=draw(st.sampled_from(["am", "pm"])),
        hard=draw(st.booleans()),
        leg_heavy=draw(st.booleans()),
        long=draw(st.booleans()),
        level=draw(_maybe(st.integers(1, 3))),
        purpose=draw(names),
        why=tuple(draw(st.lists(st.builds(Why, st.sampled_from(["R2", "C.6", "two words"]), names), max_size=2))),
        moved_from=draw(_maybe(_days)),
        because=draw(names),
    )


@st.composite
def plans(draw, athlete, number):
    """Return a plan of one or two weeks."""
    first = Week.of(draw(_days))
    weeks = [
        PlannedWeek(
            number=n + 1,
            week=first.plus(n),
            phase=draw(st.sampled_from(Phase)),
            deload=draw(st.booleans()),
            workouts=tuple(
                draw(workouts(f"{number}.{n}.{at}", first.plus(n))) for at in range(draw(st.integers(0, 2)))
            ),
            cost=draw(st.sampled_from([0.0, 19.25])),
        )
        for n in range(draw(st.integers(1, 2)))
    ]
    return Plan(id=f"plan{number}", engine="2", athlete=athlete, start=first.monday, weeks=tuple(weeks))


def _of_one(strategy, key):
    return st.lists(strategy, max_size=2, unique_by=key).map(lambda found: tuple(sorted(found, key=key)))


@st.composite
def contents(draw, athletes):
    """Return all of a log but its sessions, in the order in which the log tells it."""
    athlete = draw(_maybe(st.sampled_from(athletes)))
    return Contents(
        athlete=athlete,
        plans=tuple(draw(plans(draw(st.sampled_from(athletes)), number)) for number in range(draw(st.integers(0, 1)))),
        exercises=tuple(sorted(OWN, key=lambda own: own.id)),
        names=draw(_of_one(_names, lambda name: name.folded)),
        readiness=draw(_of_one(_readings, lambda told: told.day)),
        pains=draw(_of_one(_pains, lambda said: (said.at, said.id))),
        notes=draw(_of_one(_noted, lambda note: note.exercise)),
        weights=draw(_of_one(_weights, lambda weighed: weighed.day)),
        skips=draw(_of_one(_skips, lambda skip: skip.workout_id)),
    )
