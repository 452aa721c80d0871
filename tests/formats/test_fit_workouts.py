"""Planned workouts for a watch: every value of every file, decoded by another library, is what the plan asks for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import fitdecode
import pytest
from fitdecode.profile import FIELD_TYPES

from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place, group_of, is_superset, places
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Form, Kind, Plan, Step, StepKind, Workout
from hybridtui.formats import read
from hybridtui.formats.fit import workouts as fit_workouts
from hybridtui.formats.fit.exercises import WATCH_NAMES
from hybridtui.formats.writing import Exported
from tests.formats.options import options
from tests.formats.test_plan_json import drafted
from tests.logbook import plans

NOW = datetime(2026, 3, 2, 7, 30, tzinfo=UTC)
Values = dict[str, object]


def exported(plan: Plan | None, since: date | None = None, now: datetime = NOW) -> Exported:
    contents = Contents(plans=(plan,) if plan is not None else ())
    return Exported(sessions=lambda: iter(()), contents=contents, exercises=catalogue(), since=since, now=now)


def written(plan: Plan, since: date | None = None) -> dict[str, bytes]:
    return {file.name: b"".join(file.parts) for file in fit_workouts.write(exported(plan, since))}


def of(*workouts: Workout) -> list[bytes]:
    """Return the files of a plan of one week that holds these."""
    plan = plans.plan(1)
    week = replace(plan.weeks[0], workouts=workouts)
    return list(written(replace(plan, weeks=(week,))).values())


def decoded(data: bytes) -> dict[str, list[Values]]:
    """Decode all values of a file, its checksum and every definition checked."""
    found: dict[str, list[Values]] = {}
    with fitdecode.FitReader(
        io.BytesIO(data),
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as reader:
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                values = {field.name: field.value for field in frame.fields if field.value is not None}
                found.setdefault(frame.name, []).append(values)
    return found


def steps_of(data: bytes) -> list[Values]:
    return decoded(data)["workout_step"]


def walked(steps: list[Values]) -> Iterator[Values]:
    """Do what a watch does: go through the steps, jumping back as often as told."""
    at, jumps = 0, dict.fromkeys(range(len(steps)), 1)
    while at < len(steps):
        step = steps[at]
        if step["duration_type"] != "repeat_until_steps_cmplt":
            yield step
        elif jumps[at] < step["repeat_steps"]:  # type: ignore[operator]
            jumps[at] += 1
            assert isinstance(step["duration_step"], int)
            assert step["duration_step"] < at
            at = step["duration_step"]
            continue
        at += 1


def rest_after(steps: tuple[Step, ...], place: Place) -> int:
    step = steps[place.step]
    members = [steps[index] for index in group_of(steps, place.step)]
    if not is_superset(members):
        return step.rest_s
    later = [at for at in group_of(steps, place.step) if at > place.step and steps[at].sets >= place.set_number]
    return 15 if later else max(member.rest_s for member in members)


def asked(steps: tuple[Step, ...]) -> Iterator[tuple[str, Step | int]]:
    """Yield what a plan asks for, thing by thing: each side of what is timed, and the rests as numbers."""
    for place in places(steps):
        step = steps[place.step]
        sides = (", left", ", right") if step.per_side and step.reps is None else ("",)
        yield from ((step.title + side, step) for side in sides)
        if rest := rest_after(steps, place):
            yield "Rest", rest


@pytest.mark.parametrize("name", ["P1", "P4", "two days", "a 10 km race with paces", "lifter with little time"])
def test_every_value_of_a_drafted_plan_is_on_the_watch(name: str) -> None:
    plan = replace(drafted(name), weeks=drafted(name).weeks[::2])
    files = list(written(plan, plan.start).values())
    workouts = [workout for workout in plan.workouts if workout.kind not in (Kind.RECOVERY, Kind.OTHER)]
    for workout in workouts:
        sports = ["running", "training"] if workout.kind is Kind.COMBO else [SPORTS[workout.kind]]
        parts = [decoded(files.pop(0)) for _ in sports]
        for part, sport in zip(parts, sports, strict=True):
            check_file(part, workout, sport)
        walk = [step for part in parts for step in walked(part["workout_step"])]
        ran = [
            step
            for part, sport in zip(parts, sports, strict=True)
            if sport == "running"
            for step in part["workout_step"]
        ]
        assert not any("exercise_category" in step for step in ran)
        wanted = list(asked(workout.steps))
        assert [step["wkt_step_name"] for step in walk] == [fit_workouts.cut(title, 40) for title, _ in wanted]
        for step, (_, want) in zip(walk, wanted, strict=True):
            check_step(step, want)
            if isinstance(want, Step) and step not in ran:
                check_exercise(step, want)
    assert not files


SPORTS = {Kind.RUN: "running", Kind.STRENGTH: "training", Kind.HYBRID: "training"}


def check_file(part: dict[str, list[Values]], workout: Workout, sport: str) -> None:
    (head,), (named,), steps = part["file_id"], part["workout"], part["workout_step"]
    assert set(part) == {"file_id", "workout", "workout_step"}
    assert (head["type"], head["manufacturer"], head["time_created"]) == ("workout", "development", NOW)
    assert named["num_valid_steps"] == len(steps)
    assert [step["message_index"] for step in steps] == list(range(len(steps)))
    assert (named["sport"], named["sub_sport"]) == (sport, SUB_SPORTS[sport])
    if workout.kind is not Kind.COMBO:
        assert named["wkt_name"] == fit_workouts.cut(workout.title, 40)


SUB_SPORTS = {"running": "generic", "training": "strength_training"}
INTENSITY = {StepKind.WARMUP: "warmup", StepKind.COOLDOWN: "cooldown", StepKind.RECOVERY: "recovery"}


def check_step(step: Values, want: Step | int) -> None:
    if isinstance(want, int):
        assert step["intensity"] == "rest"
        assert (step["duration_type"], step["duration_time"]) == ("time", float(want))
        return
    assert step["intensity"] == INTENSITY.get(want.kind, "active")
    if want.reps is not None:
        assert (step["duration_type"], step["duration_reps"]) == ("reps", want.reps)
    elif want.distance_m is not None:
        assert (step["duration_type"], step["duration_distance"]) == ("distance", want.distance_m)
    else:
        assert (step["duration_type"], step["duration_time"]) == ("time", float(want.seconds or 0))
    check_target(step, want)


def check_target(step: Values, want: Step) -> None:
    if want.pace_s_per_km is None:
        assert step["target_type"] == "open"
        return
    low, high = step["custom_target_speed_low"], step["custom_target_speed_high"]
    assert step["target_type"] == "speed"
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert low < 1000 / want.pace_s_per_km < high
    assert high / low == pytest.approx(0.73 / 0.63 if want.zone == "E" else 1.03 / 0.97, abs=0.001)


def check_exercise(step: Values, want: Step) -> None:
    known = WATCH_NAMES.get(want.exercise or "")
    assert step.get("exercise_category") == (known.category if known else None)
    if known is not None and known.name is not None:
        numbers = FIELD_TYPES[f"{known.category}_exercise_name"].enum
        assert numbers[step["exercise_name"]] == known.name
    else:
        assert "exercise_name" not in step


def strength(*steps: Step, title: str = "Strength", kind: Kind = Kind.STRENGTH) -> Workout:
    return replace(plans.strength("w", plans.MONDAY), steps=steps, title=title, kind=kind)


SQUAT, PUSH_UP = replace(plans.SQUAT, rpe=None), plans.PUSH_UP


def test_a_weight_is_told_in_kilograms_and_shown_in_its_own_unit() -> None:
    in_kg, _, _, in_lb, _, _ = steps_of(
        of(strength(replace(SQUAT, load=Load(62.5)), replace(SQUAT, load=Load(135, WeightUnit.LB))))[0]
    )
    assert (in_kg["exercise_weight"], in_kg["weight_display_unit"]) == (62.5, "kilogram")
    assert in_lb["exercise_weight"] == pytest.approx(61.235, abs=0.006)
    assert in_lb["weight_display_unit"] == "pound"


def test_sets_and_their_rests_are_repeated() -> None:
    first, rest, again = steps_of(of(strength(SQUAT))[0])
    assert (first["duration_reps"], rest["duration_time"]) == (6, 120.0)
    assert (again["duration_type"], again["duration_step"], again["repeat_steps"]) == ("repeat_until_steps_cmplt", 0, 3)
    assert first["notes"] == "6-8 reps"


def test_a_superset_alternates_and_the_longer_exercise_goes_on_alone() -> None:
    pair = (replace(SQUAT, group=1, sets=3), replace(PUSH_UP, group=1, sets=2))
    names = [step["wkt_step_name"] for step in walked(steps_of(of(strength(*pair))[0]))]
    squat, push = ("Back squat", "Rest"), ("Push-up", "Rest")
    assert names == [*squat, *push, *squat, *push, *squat]
    rests = [step["duration_time"] for step in walked(steps_of(of(strength(*pair))[0])) if step["intensity"] == "rest"]
    assert rests == [15.0, 120.0, 15.0, 120.0, 120.0]


def test_sets_that_aim_at_other_reps_are_told_one_by_one() -> None:
    steps = steps_of(of(strength(replace(SQUAT, aims=(8, 8, 7))))[0])
    assert [step["duration_reps"] for step in steps if step["intensity"] == "active"] == [8, 8, 7]
    assert not any(step["duration_type"] == "repeat_until_steps_cmplt" for step in steps)
    alike = steps_of(of(strength(replace(SQUAT, aims=(7, 7, 7))))[0])
    assert (len(alike), alike[0]["duration_reps"]) == (3, 7)


def test_intervals_repeat_with_their_recoveries_by_distance_and_pace() -> None:
    run = replace(
        plans.run("r", plans.MONDAY),
        steps=(
            Step(kind=StepKind.INTERVAL, title="400 m", sets=5, distance_m=400.0, pace_s_per_km=240.0, group=1),
            Step(kind=StepKind.RECOVERY, title="Jog", sets=4, seconds=90, group=1),
        ),
    )
    steps = steps_of(of(run)[0])
    assert [step["wkt_step_name"] for step in walked(steps)] == ["400 m", "Jog"] * 4 + ["400 m"]
    assert steps[0]["duration_distance"] == 400.0
    assert steps[0]["custom_target_speed_low"] == pytest.approx(1000 / 240 * 0.97, abs=0.001)
    assert steps[0]["custom_target_speed_high"] == pytest.approx(1000 / 240 * 1.03, abs=0.001)


def test_a_step_without_an_amount_ends_at_the_push_of_a_button() -> None:
    (step,) = steps_of(of(strength(Step(kind=StepKind.WARMUP, title="Loosen up")))[0])
    assert (step["duration_type"], step["target_type"], step["intensity"]) == ("open", "open", "warmup")


def test_in_an_amrap_the_watch_keeps_the_time_and_in_an_emom_the_turns() -> None:
    block = [
        replace(PUSH_UP, kind=StepKind.STATION, sets=1, rest_s=0, group=1, form=Form.AMRAP, block_s=720, title=title)
        for title in ("Push-up", "Air squat")
    ]
    (amrap,) = steps_of(of(strength(*block, kind=Kind.HYBRID))[0])
    assert (amrap["wkt_step_name"], amrap["duration_time"]) == ("AMRAP 12:00", 720.0)
    assert amrap["notes"] == "As many rounds as you can: 8 Push-up, 8 Air squat"
    turns = [replace(step, form=Form.EMOM, block_s=60, sets=5, rest_s=20) for step in block]
    push, squat, again = steps_of(of(strength(*turns, kind=Kind.HYBRID))[0])
    assert (push["duration_time"], squat["duration_time"], again["repeat_steps"]) == (60.0, 60.0, 5)
    assert push["notes"] == "8-12 reps, then rest until 1:00 are over"


def test_an_own_exercise_is_unknown_to_the_watch_and_named_in_the_step() -> None:
    (step, *_) = steps_of(of(strength(replace(SQUAT, exercise="own:zercher-1", title="Zercher squat")))[0])
    assert (step["exercise_category"], step["wkt_step_name"]) == ("unknown", "Zercher squat")


def test_long_names_are_cut_between_letters() -> None:
    title = "Zwischensprint über Hügel – äöüß 🏃🏃🏃🏃 und zurück"
    (file,) = of(strength(replace(SQUAT, title=title), title=title))
    (named,) = decoded(file)["workout"]
    assert isinstance(named["wkt_name"], str)
    assert title.startswith(named["wkt_name"])
    assert 30 <= len(named["wkt_name"].encode()) < 40


def test_files_are_named_by_day_and_title_in_ascii_and_never_twice() -> None:
    day = plans.MONDAY
    week = [replace(strength(SQUAT, title=title), day=day) for title in ("Größe: 1/2 ✓", "Größe: 1/2", "///")]
    plan = plans.plan(1)
    files = written(replace(plan, weeks=(replace(plan.weeks[0], workouts=tuple(week)),)))
    assert list(files) == ["2026-03-02-grosse-1-2.fit", "2026-03-02-grosse-1-2-2.fit", "2026-03-02-strength.fit"]


def test_a_combo_is_a_run_and_a_strength_workout() -> None:
    steps = (plans.WARM_UP, plans.EASY_RUN, SQUAT, plans.COOL_DOWN)
    combo = strength(*steps, title="Easy run, then short strength", kind=Kind.COMBO)
    run, lift = (decoded(file) for file in of(combo))
    assert [part["workout"][0]["wkt_name"] for part in (run, lift)] == ["Easy run", "Short strength"]
    assert [part["workout"][0]["sport"] for part in (run, lift)] == ["running", "training"]
    assert [step["wkt_step_name"] for step in run["workout_step"]] == ["Brisk walk", "Easy run"]
    assert run["file_id"][0]["serial_number"] != lift["file_id"][0]["serial_number"]


def test_what_lies_ahead_is_written_eight_weeks_far() -> None:
    plan = plans.plan(10)
    later = exported(plan, now=datetime(2026, 3, 4, 22, 0, tzinfo=UTC))
    days = [date.fromisoformat(file.name[:10]) for file in fit_workouts.write(later)]
    assert (days[0], days[-1]) == (date(2026, 3, 4), date(2026, 4, 27))
    since = [date.fromisoformat(name[:10]) for name in written(plan, plans.MONDAY + timedelta(days=12))]
    assert (since[0], since[-1]) == (date(2026, 3, 14), date(2026, 5, 6))
    assert not list(fit_workouts.write(exported(None)))


def test_a_written_workout_is_refused_by_the_import_in_words() -> None:
    (file,) = of(strength(SQUAT))
    assert read(file, options()).refused[0].reason.startswith("it is a FIT workout")


def test_the_names_of_the_library_are_those_of_the_watch() -> None:
    assert set(catalogue()) - set(WATCH_NAMES) == {"easy_swim"}
    for exercise in WATCH_NAMES:
        category, name = fit_workouts.watch_numbers(exercise)
        assert 0 <= category < 60
        assert name is None or name >= 0
