"""Half a year by the app: what it asks for stays sane, whatever life does in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from random import Random

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.plan.check import unexplained
from hybridtui.domain.plates import loadable_above
from hybridtui.domain.session import Session
from hybridtui.domain.today import TodayPage
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Plan, Workout
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.half_year import Life, Trainee, corrected, runs_of, working_kg

WEEKS = 26
MONDAY = date(2026, 3, 2)
MORNING = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
ILL = range(38, 44)
AWAY = range(84, 98)
MOVED_ON = 56
MONTH = timedelta(days=30)

ATHLETE = Athlete(
    goal=Goal.RUN_FIRST,
    balance=0.60,
    level=Level.INTERMEDIATE,
    days=tuple(Weekday),
    days_per_week=5,
    minutes=(60, 60, 60, 60, 60, 60, 90),
    equipment=EQUIPMENT_PROFILES["gym"],
    run_minutes=150,
    longest_run=60,
    strength_sessions=2,
)


@dataclass
class Story:
    """The half year, and what was seen of it every morning."""

    trainee: Trainee
    first_plan: Plan
    mornings: dict[date, Plan]

    @property
    def book(self) -> Logbook:
        return self.trainee.book

    @property
    def plan(self) -> Plan:
        plan = self.book.plans.current()
        assert plan is not None
        return plan


def opened(path: Path, clock: FixedClock) -> Logbook:
    numbers = count(1)
    return Logbook.open(path, clock, ids=lambda: f"id{next(numbers):05d}")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Live the half year once; the tests look back on it."""
    clock = FixedClock(at=MORNING, zone="UTC")
    with opened(tmp_path_factory.mktemp("half a year") / "log.db", clock) as book:
        book.save_athlete(ATHLETE)
        first = book.plans.draft(ATHLETE)
        book.plans.adopt(first)
        trainee = Trainee(book, clock, MONDAY, Random(26), Life(ill=ILL, away=AWAY))
        mornings: dict[date, Plan] = {}

        def each_morning(page: TodayPage) -> None:
            assert page.plan is not None
            mornings[page.day] = page.plan
            if (page.day - MONDAY).days == MOVED_ON:
                _move_something(book)

        trainee.live(7 * WEEKS, each_morning)
        yield Story(trainee, first, mornings)


def _move_something(book: Logbook) -> None:
    """Move the first workout of the week that has another legal day."""
    plan = book.plans.current()
    assert plan is not None
    for workout in plan.weeks[MOVED_ON // 7].workouts:
        for candidate in book.moves.candidates(workout.id):
            if not candidate.here and not any(breach.hard for breach in candidate.breaches):
                book.moves.move(workout.id, candidate.day)
                return
    raise AssertionError("the week has no workout that can be moved")


def test_most_of_it_was_done(story: Story) -> None:
    assert 70 <= len(story.trainee.sessions) <= 26 * 6
    assert {s.kind for s in story.trainee.sessions} >= {Kind.RUN, Kind.STRENGTH}


def test_no_load_jumps(story: Story) -> None:
    """Never more than one step, or a tenth, beyond the most that was lifted before (R22)."""
    best: dict[str, float] = {}
    raised = 0
    for session in story.trainee.sessions:
        for exercise, loads in working_kg(session).items():
            before = best.get(exercise)
            if before:
                step = loadable_above(Load(before), catalogue()[exercise].equipment).kg
                assert max(loads) <= max(step, 1.10 * before) + 0.01, (session.started.local_date, exercise)
                raised += max(loads) > before
            best[exercise] = max(best.get(exercise, 0.0), *loads)
    assert raised > 5, "half a year of training earned no heavier loads"


def test_loads_rise_at_most_twice_a_week(story: Story) -> None:
    raises: dict[tuple[Week, str], int] = {}
    last: dict[str, float] = {}
    for session in story.trainee.sessions:
        week = Week.of(session.started.local_date)
        for exercise, loads in working_kg(session).items():
            if max(loads) > last.get(exercise, 1e9) + 0.01:
                raises[week, exercise] = raises.get((week, exercise), 0) + 1
            last[exercise] = max(loads)
    assert max(raises.values()) <= 2


def test_no_run_is_much_longer_than_the_longest_of_thirty_days(story: Story) -> None:
    """What was asked for on the day, by what the log held that morning (C.6.4)."""
    done = [(MONDAY - timedelta(days=1), float(ATHLETE.longest_run)), *runs_of(story.trainee.sessions)]
    for day, plan in story.mornings.items():
        week = plan.week_of(day)
        recent = [minutes for when, minutes in done if timedelta(0) < day - when <= MONTH]
        longest = max(recent, default=20.0)
        for workout in week.on(day) if week else ():
            if workout.kind is Kind.RUN:
                assert workout.run_minutes <= max(1.10 * longest, longest + 5) + 0.01, (day, workout.title, longest)


def test_two_weeks_off_begin_again_with_less(story: Story) -> None:
    """After fourteen days without running: six tenths of the last week that was built (C.6.6)."""
    back = MONDAY + timedelta(days=AWAY.stop)
    before = story.mornings[MONDAY + timedelta(days=AWAY.start)]
    built = max(w.run_minutes for w in before.weeks if w.week < Week.of(back).plus(-2) and not w.deload)
    week = story.mornings[back].week_of(back)
    assert week is not None
    assert week.run_minutes <= 0.60 * built
    assert any(c.week == week.number and c.base is not None for c in story.mornings[back].corrections)
    later = story.mornings[back + timedelta(weeks=1)].week_of(back + timedelta(weeks=1))
    assert later is not None
    assert later.run_minutes <= week.run_minutes + max(5, 0.10 * week.run_minutes)


def test_no_two_lighter_weeks_in_a_row(story: Story) -> None:
    lighter = [week.number for week in story.plan.weeks if week.deload]
    assert len(lighter) >= 5
    assert all(after - before >= 3 for before, after in pairwise(lighter))


def test_every_monday_the_weeks_to_come_break_no_rule(story: Story) -> None:
    for day, plan in story.mornings.items():
        if day.weekday() == Weekday.MON:
            hard = [breach for breach in unexplained(plan) if breach.hard and breach.day >= day]
            assert not hard, (day, hard)


def test_the_move_stayed(story: Story) -> None:
    moved = [w for week in story.plan.weeks for w in week.workouts if w.moved_from is not None]
    assert moved
    assert all(w.day != w.moved_from for w in moved)


def test_corrected_history_gives_what_a_replay_gives(story: Story, tmp_path: Path) -> None:
    """Correct sets and drop a run of long ago; a log that never held the slips asks for the same."""
    book, clock = story.book, story.trainee.clock
    sessions = {session.id: session for session in story.trainee.sessions}
    lifted = [s for s in story.trainee.sessions if working_kg(s)][-4:]
    for session in lifted:
        exercise = next(iter(working_kg(session)))
        fixed, changed = corrected(session, exercise, reps=3)
        sessions[session.id] = fixed
        for logged in changed:
            book.sessions.edit_set(session.id, logged)
    gone = [s for s in story.trainee.sessions if s.kind is Kind.RUN][-2:]
    for session in gone:
        book.sessions.delete(session.id)
        del sessions[session.id]
    with replayed(tmp_path / "replay.db", story, sessions.values()) as replay:
        assert asked(book, clock) == asked(replay, clock)


def replayed(path: Path, story: Story, sessions: Iterable[Session]) -> Logbook:
    """Return a log that was told everything at once."""
    book = opened(path, story.trainee.clock)
    book.save_athlete(ATHLETE)
    book.plans.adopt(story.first_plan)
    trainee = Trainee(book, story.trainee.clock, MONDAY, Random(0))
    for session in sessions:
        trainee.write(session)
    return book


def asked(book: Logbook, clock: FixedClock) -> list[tuple[object, ...]]:
    """Return what the coming weeks ask for, day by day, with the targets the log gives."""
    book.today()
    plan = book.plans.current()
    assert plan is not None
    this = Week.of(clock.now().date())
    coming = [workout for week in plan.weeks if week.week > this for workout in week.workouts]
    return [(plan.corrections,), *(_bare(book.plans.targeted(workout, plan)) for workout in coming)]


def _bare(workout: Workout) -> tuple[object, ...]:
    """A workout without what only its own log gives it: its id."""
    return (replace(workout, id=""),)
