"""The demo's year: the same each time, and such as an athlete could have had."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hybridtui.demo import SEED, demo_history, open_demo, year
from hybridtui.domain.bests import RUNNING
from hybridtui.domain.calendar import By, Week
from hybridtui.domain.guide import target_reps
from hybridtui.domain.session import Side, Source, Status
from hybridtui.domain.workout import Kind
from tests.conftest import FixedClock

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 5, 8, 0, tzinfo=BERLIN)
DRAFT = year.draft


@pytest.fixture(scope="module", autouse=True)
def _drafted_once():
    """Draft no plan a second time for the same athlete, start and ids: years of one week differ in what was done."""
    drafted = {}

    def remembered(athlete, start, *, weeks, plan_id, ids):
        told = (athlete, start, weeks, plan_id)
        if told in drafted:
            plan, taken = drafted[told]
            assert [ids() for _ in taken] == taken
            return plan
        taken = []

        def noted():
            taken.append(ids())
            return taken[-1]

        plan = DRAFT(athlete, start, weeks=weeks, plan_id=plan_id, ids=noted)
        drafted[told] = plan, taken
        return plan

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(year, "draft", remembered)
        yield


@pytest.fixture(scope="module")
def demo():
    return demo_history(NOW, "Europe/Berlin", SEED)


@pytest.fixture(scope="module")
def weeks(demo):
    """Run and strength minutes of each whole week."""
    minutes = defaultdict(lambda: [0.0, 0.0])
    for session in demo.sessions:
        week = Week.of(session.started.local_date)
        minutes[week][0] += session.run_s / 60
        minutes[week][1] += session.strength_s / 60
    return {week: tuple(both) for week, both in minutes.items() if week != Week.of(NOW.date())}


def test_same_seed_and_day_same_year(demo, monkeypatch):
    assert demo_history(NOW, "Europe/Berlin", SEED + 1) != demo
    monkeypatch.setattr(year, "draft", DRAFT)  # the plans too, drafted anew
    assert demo_history(NOW, "Europe/Berlin", SEED) == demo


def test_it_spans_a_year_and_ends_before_today(demo):
    days = [session.started.local_date for session in demo.sessions]
    assert max(days) < NOW.date()
    assert timedelta(weeks=50) < NOW.date() - min(days) < timedelta(weeks=54)
    assert days == sorted(days)


def test_every_session_is_finished_before_now_and_has_a_load(demo):
    for session in demo.sessions:
        assert session.status is Status.FINISHED
        assert session.started.utc < session.ended.utc < NOW
        assert session.load_au > 0


def test_ids_are_all_different(demo):
    parts = [part.id for s in demo.sessions for part in (s, *s.sets, *s.runs, *s.marks)]
    assert max(Counter(parts).values()) == 1


@pytest.mark.parametrize("day", range(7))
def test_today_has_a_workout_that_waits_whatever_day_it_is(day, demo):
    now = NOW + timedelta(days=day)
    told = demo_history(now, "Europe/Berlin", SEED) if day else demo
    waiting = [w for week in told.plan.weeks for w in week.workouts if w.day == now.date()]
    assert waiting
    assert not {w.id for w in waiting} & {s.workout_id for s in told.sessions}


def test_the_plan_lies_around_today_and_what_is_past_of_it_was_followed(demo):
    past = [w for week in demo.plan.weeks for w in week.workouts if w.day < NOW.date()]
    done = {s.workout_id for s in demo.sessions if s.workout_id}
    assert demo.plan.start < NOW.date() < demo.plan.weeks[-1].week.monday
    assert len(done) >= len(past) - 2
    this_week = {w.id for w in past if Week.of(w.day) == Week.of(NOW.date())}
    assert this_week
    assert this_week <= done


def test_most_weeks_lie_near_the_wanted_balance(weeks):
    shares = [run / (run + strength) for run, strength in weeks.values() if run + strength]
    near = [share for share in shares if abs(share - 0.60) <= 0.10]
    assert len(near) >= 0.75 * len(shares)
    assert len(near) < len(shares)


def test_there_is_a_holiday_a_cold_and_weeks_that_step_back(weeks):
    totals = [sum(weeks.get(Week.of(NOW.date()).plus(-ago), (0.0, 0.0))) for ago in range(1, 51)]
    usual = sorted(totals)[len(totals) // 2]
    assert min(totals) < usual / 4
    assert sum(total < 0.85 * usual for total in totals) >= 8
    assert max(totals) < 1.6 * usual


def test_loads_rise_over_the_year_but_no_wonder_happens(demo):
    squats = [s.load.kg for session in demo.sessions for s in session.sets if s.exercise == "back_squat"]
    quarter = len(squats) // 4
    first, last = sum(squats[:quarter]) / quarter, sum(squats[-quarter:]) / quarter
    assert 1.05 < last / first < 1.30


def test_not_every_set_goes_as_planned(demo):
    asked = [(session.steps[s.step], s) for session in demo.sessions for s in session.sets]
    missed = [s for step, s in asked if s.reps is not None and s.reps < (target_reps(step, s.set_number) or 0)]
    assert 0.01 < len(missed) / len(asked) < 0.15


def test_runs_have_paces_and_heart_rates_that_people_have(demo):
    runs = [run for s in demo.sessions for run in s.runs if run.sport == RUNNING]
    measured = [run for run in runs if run.distance is not None]
    assert len(measured) > 100
    for run in measured:
        assert 255 < run.seconds / run.distance.metres * 1000 < 440
        assert run.avg_hr is None or 125 < run.avg_hr < 180


def test_it_mixes_what_a_log_holds(demo):
    assert {session.source for session in demo.sessions} == {Source.APP, Source.FIT}
    assert {session.kind for session in demo.sessions} == {Kind.RUN, Kind.STRENGTH, Kind.OTHER}
    assert any(session.note for session in demo.sessions)
    assert any(session.load_estimated for session in demo.sessions)
    assert any(session.subtype == "race" for session in demo.sessions)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with open_demo(tmp_path_factory.mktemp("demo") / "demo.db", FixedClock()) as book:
        yield book


def test_it_opens_as_a_log(book):
    page = book.today()
    assert page.workouts
    assert page.open_session is None
    assert book.history.count() > 200
    totals = book.history.totals(By.WEEK, 12)
    assert sum(week.sets for week in totals) > 300
    assert totals[-1].planned_run_s


def test_a_year_of_weeks_can_be_held_against_plans_and_most_was_kept(book):
    this = Week.of(FixedClock().now().date())
    weeks = book.days.adherence(this.plus(-51), this.plus(-1))
    assert all(week.planned and week.run.planned_s and week.strength.planned_s for week in weeks)
    share = sum(week.kept for week in weeks) / sum(week.workouts for week in weeks)
    assert 0.80 < share < 0.97
    assert all(week.rest_planned >= 2 for week in weeks)


def test_most_of_what_was_skipped_has_a_reason_and_some_has_none(book):
    this = Week.of(FixedClock().now().date())
    missed = [each for week in book.days.adherence(this.plus(-51), this.plus(-1)) for each in week.missed]
    told = [each for each in missed if each.said is not None]
    assert 0.5 < len(told) / len(missed) < 1
    assert len({each.said.reason for each in told}) >= 4
    assert {"you said you were ill"} <= {known for each in missed for known in each.known}
    assert any(each.said is None and not each.known for each in missed)


def test_a_run_that_came_in_twice_counts_once(book, demo):
    twice = [line for line in book._kit.store.lines() if line.same_as]
    assert len(twice) == 3
    assert all(line.run_s for line in twice)


def test_it_is_said_how_one_was_and_what_one_weighed(demo):
    today = NOW.date()
    assert len(demo.check_ins) > 60
    assert max(each.day for each in demo.check_ins) < today
    assert sum(each.ill for each in demo.check_ins) == 4
    kilograms = [each.weight.kg for each in demo.weights]
    assert len(kilograms) > 40
    assert 70 < min(kilograms) < max(kilograms) < 78
    assert any(pain.level >= 4 for pain in demo.pains)
    assert demo.athlete.resting_hr < demo.athlete.max_hr


def test_what_is_done_on_one_side_at_a_time_is_logged_by_sides(demo):
    sides = Counter(s.side for session in demo.sessions for s in session.sets if s.side is not None)
    assert sides[Side.LEFT] == sides[Side.RIGHT] > 50


def test_a_clock_without_a_zone_will_do():
    told = demo_history(datetime(2026, 3, 5, 8, 0, tzinfo=UTC), None, SEED)
    assert {session.started.zone for session in told.sessions} == {None}
