"""Planned workouts as FIT files that a watch leads through. Source: formats.md 1.2.

Copied over USB into ``GARMIN/NewFiles``; a watch drops a file whose steps are encoded
wrongly without a word, so what is written here is decoded value by value in its tests.
fit-tool scales what it is given once the kind of duration or target is set: seconds,
metres and metres a second go in, not the raw numbers of the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from hybridtui.domain.units import WeightUnit
from hybridtui.domain.workout import Kind, Workout
from hybridtui.formats.fit.exercises import WATCH_NAMES
from hybridtui.formats.fit.steps import Repeat, WatchStep, WatchWorkout, watch_workouts
from hybridtui.formats.writing import Exported, OutFile

if TYPE_CHECKING:
    from fit_tool.data_message import DataMessage
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage

AHEAD = timedelta(weeks=8)
"""Later workouts are not written: watches keep few, and plans change."""

NAME_BYTES = 40
"""Longest name of a workout or step, in UTF-8 with the zero byte that ends it."""
NOTE_BYTES = 200
"""Longest note, in UTF-8 with the zero byte that ends it."""

_UNKNOWN = 65534
"""Category of an exercise that the watch does not know."""


def write(exported: Exported) -> Iterator[OutFile]:
    """Yield a file for each planned run and strength workout of the next weeks, two for a combo, in order of days."""
    if not exported.contents.plans:
        return
    first = exported.since or exported.now.date()
    taken: dict[str, int] = {}
    for workout in exported.contents.plans[-1].workouts:
        if not first <= workout.day < first + AHEAD:
            continue
        for number, told in enumerate(watch_workouts(workout)):
            name = _file_name(workout.day, told, taken)
            yield OutFile(name, (_encoded(told, _serial(workout, number), exported.now),))


def _file_name(day: date, told: WatchWorkout, taken: dict[str, int]) -> str:
    """Return a name in ASCII; workouts of one day with one title are numbered."""
    ascii_title = unicodedata.normalize("NFKD", told.title.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_title).strip("-")[:40].strip("-")
    stem = f"{day.isoformat()}-{slug or told.kind.value}"
    taken[stem] = taken.get(stem, 0) + 1
    return f"{stem}.fit" if taken[stem] == 1 else f"{stem}-{taken[stem]}.fit"


def _serial(workout: Workout, number: int) -> int:
    """Return a number that tells the files of one export apart: a watch takes equal ones for one file."""
    return int.from_bytes(sha256(f"{workout.id}/{number}".encode()).digest()[:4], "big") | 1


def _encoded(told: WatchWorkout, serial: int, now: datetime) -> bytes:
    from fit_tool.fit_file_builder import FitFileBuilder
    from fit_tool.profile.messages.file_id_message import FileIdMessage
    from fit_tool.profile.messages.workout_message import WorkoutMessage
    from fit_tool.profile.profile_type import FileType, Manufacturer, Sport, SubSport

    head = FileIdMessage()
    head.type = FileType.WORKOUT
    head.manufacturer = Manufacturer.DEVELOPMENT.value
    head.product = 0
    head.serial_number = serial
    head.time_created = round(now.timestamp() * 1000)
    workout = WorkoutMessage()
    workout.workout_name = cut(told.title, NAME_BYTES)
    workout.sport = Sport.RUNNING if told.kind is Kind.RUN else Sport.TRAINING
    workout.sub_sport = SubSport.GENERIC if told.kind is Kind.RUN else SubSport.STRENGTH_TRAINING
    workout.num_valid_steps = len(told.steps)
    messages: list[DataMessage] = [head, workout]
    for index, step in enumerate(told.steps):
        message = _message(index, step)
        if isinstance(step, WatchStep) and told.kind is not Kind.RUN:
            _put_exercise(message, step)
        messages.append(message)
    builder = FitFileBuilder(auto_define=True)
    builder.add_all(messages)
    return bytes(builder.build_bytes())


def _message(index: int, step: WatchStep | Repeat) -> WorkoutStepMessage:
    from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
    from fit_tool.profile.profile_type import Intensity, WorkoutStepDuration

    message = WorkoutStepMessage()
    message.message_index = index
    if isinstance(step, Repeat):
        message.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
        message.duration_step = step.first
        message.target_repeat_steps = step.times
        return message
    message.workout_step_name = cut(step.name, NAME_BYTES)
    message.intensity = Intensity[step.intensity.name]
    if step.note:
        message.notes = cut(step.note, NOTE_BYTES)
    _put_duration(message, step)
    _put_target(message, step)
    return message


def _put_duration(message: WorkoutStepMessage, step: WatchStep) -> None:
    from fit_tool.profile.profile_type import WorkoutStepDuration

    if step.reps is not None:
        message.duration_type = WorkoutStepDuration.REPS
        message.duration_reps = step.reps
    elif step.metres is not None:
        message.duration_type = WorkoutStepDuration.DISTANCE
        message.duration_distance = step.metres
    elif step.seconds is not None:
        message.duration_type = WorkoutStepDuration.TIME
        message.duration_time = float(step.seconds)
    else:
        message.duration_type = WorkoutStepDuration.OPEN
        message.duration_value = 0


def _put_target(message: WorkoutStepMessage, step: WatchStep) -> None:
    from fit_tool.profile.profile_type import WorkoutStepTarget

    if step.speeds is None:
        message.target_type = WorkoutStepTarget.OPEN
        message.target_value = 0
        return
    message.target_type = WorkoutStepTarget.SPEED
    message.target_value = 0
    message.custom_target_speed_low, message.custom_target_speed_high = step.speeds


def _put_exercise(message: WorkoutStepMessage, step: WatchStep) -> None:
    if step.exercise is None:
        return
    category, name = watch_numbers(step.exercise)
    message.exercise_category = category
    if name is not None:
        message.exercise_name = name
    if step.load is not None:
        from fit_tool.profile.profile_type import FitBaseUnit

        message.exercise_weight = step.load.kg
        pounds = step.load.unit is WeightUnit.LB
        message.weight_display_unit = (FitBaseUnit.POUND if pounds else FitBaseUnit.KILOGRAM).value


def watch_numbers(exercise: str) -> tuple[int, int | None]:
    """Return the numbers of an exercise's category and name; unknown, without a name, if the watch has neither."""
    known = WATCH_NAMES.get(exercise)
    if known is None:
        return _UNKNOWN, None
    category = _numbers("exercise_category")[known.category]
    return category, _numbers(f"{known.category}_exercise_name")[known.name] if known.name is not None else None


@cache
def _numbers(kind: str) -> dict[str, int]:
    from fitdecode.profile import FIELD_TYPES

    return {name: number for number, name in FIELD_TYPES[kind].enum.items()}


def cut(text: str, most: int) -> str:
    """Return a text that takes no more than so many bytes with the zero that ends it, no letter cut in two.

    >>> cut("Intervalle über 400 m", 14), cut("ää", 4)
    ('Intervalle ü', 'ä')
    """
    return text.encode()[: most - 1].decode(errors="ignore").rstrip()
