"""Reviews through the log: earlier plans, tiredness that lasts, gaps; records by the body's weight of each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import By
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.lifting.records import Best
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import SetKind
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook import plans
from tests.logbook.conftest import Reopen
from tests.logbook.test_lifting import logged
from tests.logbook.test_loads import TODAY, add, session

WEEK = timedelta(days=7)
TIRED = Readiness(day=TODAY, fatigue=2, sleep_quality=3, soreness=3, stress=3, mood=2)


@pytest.fixture
def empty(reopen: Reopen) -> Logbook:
    book = reopen()
    book.save_athlete(Athlete(balance=0.7))
    return book


def test_the_week_after_is_the_one_that_its_own_plan_had(empty: Logbook) -> None:
    earlier = plans.plan(weeks=4, id_="earlier")
    weeks = tuple(
        replace(
            week, week=week.week.plus(-8), deload=number == 3,
            workouts=tuple(replace(each, id=f"e{each.id}", day=each.day - 8 * WEEK) for each in week.workouts),
        )
        for number, week in enumerate(earlier.weeks, start=1)
    )  # fmt: skip
    empty.plans.adopt(replace(earlier, start=earlier.start - 8 * WEEK, weeks=weeks))
    empty.plans.adopt(plans.plan(weeks=2))
    add(empty, *(session(TODAY - 8 * WEEK + n * WEEK, 40, 6.0, Kind.STRENGTH) for n in range(4)))
    second, third = (empty.reviews.week(TODAY - n * WEEK) for n in (7, 6))
    assert second.facts.after is not None
    assert (second.facts.after.number, second.facts.after.deload, second.facts.light_lately) == (3, True, False)
    assert [each.id for each in second.facts.after.workouts] == ["ew3-mon", "ew3-wed", "ew3-sat"]
    assert third.facts.light_lately
    assert empty.reviews.week(TODAY).facts.after is not None
    assert empty.reviews.week(TODAY + WEEK).facts.after is None


def test_three_tired_days_are_heeded_by_the_one_change(empty: Logbook) -> None:
    add(empty, session(TODAY, 40), session(TODAY - timedelta(days=1), 40, 6.0, Kind.STRENGTH))
    for days in range(3):
        assert "tired days" not in empty.reviews.week(TODAY).sentences[-1]
        empty.check_ins.save(replace(TIRED, day=TODAY - timedelta(days=days)))
    assert empty.reviews.week(TODAY).sentences[-1].endswith(": three tired days of the last seven.")
    assert "tired days" not in empty.reviews.week(TODAY - 2 * WEEK).sentences[-1]


def test_the_week_that_the_log_began_in_is_not_what_is_usual(empty: Logbook) -> None:
    sunday = TODAY - timedelta(days=TODAY.weekday() + 15)
    add(empty, session(sunday, 7), session(sunday + timedelta(days=4), 60), session(TODAY, 60))
    facts = empty.reviews.week(TODAY).facts
    assert (len(facts.before), facts.usual) == (3, ())
    assert "usual 7" not in " ".join(empty.reviews.week(TODAY).sentences)
    add(empty, session(sunday + timedelta(days=11), 90, id="next"))
    assert len(empty.reviews.week(TODAY).facts.usual) == 2


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2199, 12, 31), TODAY - 60 * WEEK, TODAY + 60 * WEEK])
def test_any_week_has_a_change_that_asks_for_nothing_out_of_the_log(empty: Logbook, day: date) -> None:
    add(empty, session(TODAY))
    assert empty.reviews.week(day).sentences[-1].startswith("No change: week ")


def test_a_record_on_top_of_the_body_goes_by_its_weight_of_each_day(empty: Logbook, clock: FixedClock) -> None:
    empty.save_athlete(Athlete(bodyweight_kg=120))
    empty.weights.log(TODAY, Load(90))
    logged(empty, ("pull_up", SetDraft(load=Load(10), bodyweight=True, reps=5, kind=SetKind.FAILURE)))
    clock.pass_(7 * 86_400)
    empty.weights.log(TODAY + WEEK, Load(70))
    lighter = logged(empty, ("pull_up", SetDraft(load=Load(12.5), bodyweight=True, reps=5, kind=SetKind.FAILURE)))
    # 100 kg for five are 116.7, 26.7 on top of 90; 82.5 are 96.3, 26.3 on top of 70.
    assert empty.sessions.records(lighter.id) == ("Pull-up · Heaviest: 12.5 kg",)
    best = next(each for each in empty.lifting.page(By.WEEK, 4).records if each.best is Best.MAXIMUM)
    assert best.day == TODAY
