"""How each session went: loads by double progression, runs by a pace that slowly falls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hybridtui.domain import guide, recording, totals
from hybridtui.domain.calendar import Moment
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.history import Exposure
from hybridtui.domain.load import default_rpe
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.progression import Target, next_target
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, Side, Source, Status
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit, round_half_up
from hybridtui.domain.workout import Kind, Step, Workout

MAXIMA_KG = {
    "back_squat": 104.0, "front_squat": 88.0, "goblet_squat": 40.0, "deadlift": 132.0, "romanian_deadlift": 108.0,
    "bench_press": 84.0, "overhead_press": 54.0, "barbell_row": 78.0, "barbell_hip_thrust": 130.0,
    "db_bench_press": 33.0, "db_overhead_press": 24.0, "db_row": 36.0, "db_single_leg_deadlift": 27.0,
    "db_elevated_split_squat": 24.0, "db_reverse_lunge": 26.0, "lat_pulldown": 72.0,
}  # fmt: skip
"""What could be lifted once, a year ago."""

OTHER_MAXIMA_KG = {"barbell": 60.0, "machine": 60.0, "cable": 26.0, "kettlebell": 28.0, "dumbbell": 16.0}
"""The same for exercises not named, by what they are done with."""

GAINED = 0.17
"""Strength gained in the year."""

EASY_PACE = 348.0
"""Seconds a kilometre on an easy run a year ago."""

FASTER = {"easy": 0.0, "long": -4.0, "runwalk": -70.0, "strides": 4.0, "fartlek": 22.0, "tempo": 30.0, "cruise": 28.0,
          "vo2": 24.0, "hills": -6.0, "progression": 14.0}  # fmt: skip
"""Seconds a kilometre that other runs are faster, on the whole."""

HEART_RATES = {"easy": 141, "long": 146, "runwalk": 136, "fartlek": 154, "tempo": 159, "cruise": 158, "vo2": 158,
               "hills": 155}  # fmt: skip

WORTH_MEASURING_S = 600
"""Shorter stretches of running are logged by their time alone."""

NOTES = {
    Kind.RUN: (
        "Legs still heavy from the squats.", "Wind against me all the way back.", "Felt easy, kept it easy.",
        "New shoes, all good.", "Ran with Kim.", "Hot. Slowed down and drank.",
    ),
    Kind.STRENGTH: (
        "Bar speed good today.", "Short on sleep.", "Left knee fine.", "Gym was full, longer rests.",
        "Last set was a grind.",
    ),
}  # fmt: skip
NOTED = 0.10
"""Part of the sessions that have a note."""

UNRATED = 0.12
"""Part of the sessions in the app that were not rated."""

STRONGER_SIDE = 0.6
"""Part of the one-sided sets in which the right side does two more."""

CHANGING = timedelta(minutes=12)
"""From the end of a run to the gym."""

YEAR = timedelta(days=364)


class Effort:
    """Follows workouts, and remembers what was lifted."""

    def __init__(self, chance: Random, aside: Random, ids: Callable[[], str], now: datetime, zone: str | None) -> None:
        """Train until yesterday of ``now``, a local time in ``zone``; ``aside`` decides what changes no later day."""
        self.today: date = now.date()
        """The day that is still to come."""
        self._chance, self._aside, self._ids, self._zone = chance, aside, ids, zone
        self._where = ZoneInfo(zone) if zone else now.tzinfo
        self._past: defaultdict[str, list[Exposure]] = defaultdict(list)

    def following(self, workout: Workout, *, lighter: bool, after: Session | None = None) -> Session:
        """Follow a workout place by place, at the usual hour or soon ``after`` another session."""
        aimed = replace(workout, steps=tuple(self._aimed(step, workout.day, lighter=lighter) for step in workout.steps))
        start = after.ended.later(CHANGING) if after and after.ended else self._start(workout.day)
        session = recording.following(aimed, self._ids(), start)
        at = session.started.utc
        for place in guide.places(session.steps):
            at += timedelta(seconds=75)
            session = self._log(session, place, at)
        self._remember(session)
        rpe = None if self._chance.random() < UNRATED else self._rating(workout)
        ended = replace(session, status=Status.FINISHED, rpe=rpe, note=self._note(workout.kind))
        return totals.lasting(ended, workout.minutes + self._chance.randint(-3, 4))

    def from_watch(self, workout: Workout) -> Session:
        """Run a workout with a watch, which knows heart rate and distance but no plan."""
        seconds = round(workout.minutes * 60 * self._chance.uniform(0.94, 1.03))
        pace = self._pace(workout.day, workout.subtype)
        heart = HEART_RATES.get(workout.subtype, 146) + self._chance.randint(-4, 4) - round(4 * self._gone(workout.day))
        climb = self._chance.randint(20, 130) if workout.long else self._chance.randint(5, 50)
        return self._watched(workout, seconds, seconds / pace, heart, climb)

    def seen_by_watch(self, session: Session) -> Session:
        """Return what the watch recorded of a run that was logged in the app: the same run once more."""
        workout = _plain(session.title)
        day, subtype = session.started.local_date, session.subtype
        measured = sum(run.distance.metres for run in session.runs if run.distance is not None) / 1000
        usual = session.run_s / (EASY_PACE - 16 * self._gone(day) - FASTER.get(subtype, 0.0))
        run = self._recorded(subtype, session.run_s, measured or usual, HEART_RATES.get(subtype, 146), 24)
        return totals.with_totals(self._watched_from(session.started.later(timedelta(seconds=20)), workout, run))

    def typed_as_well(self, session: Session) -> Session:
        """Return what was typed of a run that the watch recorded, to the tenth of a kilometre."""
        (run,) = session.runs
        km = run.distance.metres / 1000 if run.distance is not None else 0.0
        typed = replace(
            run, id=self._ids(), distance=Distance(round_half_up(km, 0.1), DistanceUnit.KM), elapsed_s=None,
            avg_hr=None, max_hr=None, ascent_m=None,
        )  # fmt: skip
        logged = replace(session, id=self._ids(), source=Source.APP, runs=(typed,), rpe=3.0, avg_hr=None, note="")
        return totals.with_totals(logged)

    def race(self, day: date) -> Session:
        """Run ten kilometres as fast as they go."""
        workout = Workout(
            id="", day=day, kind=Kind.RUN, subtype="race", title="City 10 km", minutes=49, run_minutes=49,
            strength_minutes=0, steps=(),
        )  # fmt: skip
        raced = self._watched(workout, 2 + 60 * 49, 10.0, 172, 34)
        return totals.with_totals(replace(raced, rpe=9.0, note="Went out too fast, held on. 49:02."))

    def _watched(self, workout: Workout, seconds: int, km: float, heart: int, climb: int) -> Session:
        started = self._start(workout.day)
        run = self._recorded(workout.subtype, float(seconds), km, heart, climb)
        rated = self._rating(workout) if self._chance.random() < 1 / 3 else None
        watched = self._watched_from(started, _plain(workout.title), run)
        return totals.with_totals(replace(watched, rpe=rated, note=self._note(Kind.RUN)))

    def _recorded(self, subtype: str, seconds: float, km: float, heart: int, climb: int) -> RunEntry:
        return RunEntry(
            id=self._ids(), position=1, subtype=subtype, distance=Distance(round_half_up(km, 0.01), DistanceUnit.KM),
            seconds=seconds, elapsed_s=seconds + self._chance.randint(0, 90), avg_hr=heart,
            max_hr=heart + self._chance.randint(12, 22), ascent_m=float(climb),
        )  # fmt: skip

    def _watched_from(self, started: Moment, title: str, run: RunEntry) -> Session:
        return Session(
            id=self._ids(), kind=Kind.RUN, title=title, status=Status.FINISHED, started=started,
            ended=started.later(timedelta(seconds=run.seconds)), subtype=run.subtype, runs=(run,), run_s=run.seconds,
            avg_hr=run.avg_hr, source=Source.FIT,
        )  # fmt: skip

    def _aimed(self, step: Step, day: date, *, lighter: bool) -> Step:
        exercise = catalogue().get(step.exercise or "")
        if exercise is None or not step.logs_sets:
            return step
        target = next_target(step, exercise, self._past[exercise.id][-20:], WeightUnit.KG, day=day, lighter=lighter)
        load = target.load or self._first_load(step, exercise, target)
        return replace(step, load=load, aims=target.reps, seconds=target.seconds or step.seconds)

    def _first_load(self, step: Step, exercise: Exercise, target: Target) -> Load | None:
        """Choose what leaves three repetitions over, where the log says nothing yet."""
        maximum = _maximum(exercise)
        if maximum is None or target.bodyweight:
            return None
        most = maximum / (1 + ((step.reps or 10) + 3) / 30)
        return loadable_below(Load(most), exercise.equipment, WeightUnit.KG)

    def _log(self, session: Session, place: Place, at: datetime) -> Session:
        step = session.steps[place.step]
        if step.is_run:
            run = recording.logged_run(session, place, self._run(step, session), at, self._ids())
            return replace(session, runs=(*session.runs, run))
        if not step.logs_sets or step.exercise is None:
            ticked = recording.marks((place,), MarkKind.DONE, at, self._ids)
            return replace(session, marks=(*session.marks, *ticked))
        exercise = catalogue()[step.exercise]
        draft = self._set(step, exercise, place, session.started.local_date)
        return replace(
            session,
            sets=(
                *session.sets,
                *recording.logged_sets(session, place, exercise, self._sided(draft, step), at, self._ids),
            ),
        )

    def _set(self, step: Step, exercise: Exercise, place: Place, day: date) -> SetDraft:
        aim = guide.target_reps(step, place.set_number)
        if aim is None:
            held = (step.seconds or 30) - (5 if self._chance.random() < 0.08 else 0)
            return SetDraft(load=step.load, seconds=float(max(10, held)))
        possible = self._possible(step, exercise, place, day, aim)
        kept_back = round(10 - (step.rpe or 8.0))
        reps = max(1, min(max(aim, min(step.reps_max or aim, possible - kept_back)), possible))
        rpe = None if self._chance.random() < 0.25 else min(10.0, max(5.0, 10.0 - (possible - reps)))
        return SetDraft(load=step.load, reps=reps, rpe=rpe)

    def _sided(self, draft: SetDraft, step: Step) -> tuple[SetDraft, ...]:
        """Log each side by itself where one is stronger: what is loaded, and counted on each side."""
        if not step.per_side or draft.reps is None or draft.load is None:
            return (draft,)
        more = 2 if self._aside.random() < STRONGER_SIDE else 0
        return replace(draft, side=Side.LEFT), replace(draft, side=Side.RIGHT, reps=draft.reps + more)

    def _possible(self, step: Step, exercise: Exercise, place: Place, day: date, aim: int) -> int:
        """Return how many repetitions could have been done."""
        tired = 1 - 0.008 * (place.set_number - 1)
        form = self._chance.gauss(1.0, 0.018) * tired
        maximum = _maximum(exercise)
        if step.load is None or maximum is None:
            most = (step.reps_max or aim) * (0.85 + 0.35 * self._gone(day)) * form
            return int(most + 2)
        strength = maximum * (1 + GAINED * self._gone(day)) * form
        return int((strength / step.load.kg - 1) * 30 + 0.5)

    def _run(self, step: Step, session: Session) -> RunDraft:
        seconds = step.seconds or 60
        if seconds < WORTH_MEASURING_S:
            return RunDraft(seconds=float(seconds))
        # The watch ran from door to door, jog before and after included.
        seconds = round(
            sum(s.seconds or 0 for s in session.steps if s.is_run or s.zone) + self._chance.randint(-20, 40)
        )
        km = seconds / self._pace(session.started.local_date, session.subtype)
        return RunDraft(distance=Distance(round_half_up(km, 0.01), DistanceUnit.KM), seconds=float(seconds))

    def _pace(self, day: date, subtype: str) -> float:
        return EASY_PACE - 16 * self._gone(day) - FASTER.get(subtype, 0.0) + self._chance.gauss(0, 5)

    def _rating(self, workout: Workout) -> float:
        usual = default_rpe(workout.kind, workout.subtype, leg_heavy=workout.leg_heavy)
        return min(10.0, max(1.0, usual + self._chance.choice((-1.0, 0.0, 0.0, 0.0, 0.5, 1.0))))

    def _note(self, kind: Kind) -> str:
        return self._chance.choice(NOTES.get(kind, ("",))) if self._chance.random() < NOTED else ""

    def _gone(self, day: date) -> float:
        """Return how much of the year was gone, 0-1."""
        return min(1.0, max(0.0, 1 - (self.today - day) / YEAR))

    def _start(self, day: date) -> Moment:
        hour = time(9, 0) if day.weekday() >= 5 else time(6, 40) if day.weekday() == 1 else time(17, 50)
        began = datetime.combine(day, hour, self._where or UTC) + timedelta(minutes=self._chance.randint(0, 35))
        return Moment.at(began, self._zone)

    def _remember(self, session: Session) -> None:
        by_exercise: defaultdict[str, list[LoggedSet]] = defaultdict(list)
        for logged in session.sets:
            by_exercise[logged.exercise].append(logged)
        for exercise, sets in by_exercise.items():
            self._past[exercise].append(_exposure(session, sets))


def _exposure(session: Session, sets: Sequence[LoggedSet]) -> Exposure:
    step = next(step for step in session.steps if step.exercise == sets[0].exercise and step.logs_sets)
    return Exposure(
        session_id=session.id, local_date=session.started.local_date, sets=tuple(sets), target_reps=step.reps,
        target_reps_max=step.reps_max, target_sets=step.sets, target_load_kg=step.load.kg if step.load else None,
        target_rpe=step.rpe,
    )  # fmt: skip


def _maximum(exercise: Exercise) -> float | None:
    """Return what could be lifted once a year ago; None for what needs no weight."""
    if exercise.id in MAXIMA_KG:
        return MAXIMA_KG[exercise.id]
    if any(not way for way in exercise.equipment):
        return None
    used = {item for way in exercise.equipment for item in way}
    return next((kg for item, kg in OTHER_MAXIMA_KG.items() if item in used), None)


def _plain(title: str) -> str:
    """Return a title without its minutes: the watch measured others."""
    words = title.split()
    return " ".join(words[:-2]) if len(words) > 2 and words[-1] == "min" else title
