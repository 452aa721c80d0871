"""Pain while training, told and kept: what it changes in the session, on the days after, and when it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain import guide
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.engine.state import Begin
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.pain import Part, loads
from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import Band, Readiness
from hybridtui.domain.session import Side
from hybridtui.domain.sparing import Choice
from hybridtui.domain.workout import Kind, StepKind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook.conftest import Reopen

WEDNESDAY = date(2026, 3, 4)
DAY = 86_400


def begun(book: Logbook, workout: str = "w1-wed") -> str:
    return book.sessions.start(workout).id


def exercises(book: Logbook, session_id: str) -> list[str | None]:
    return [step.exercise for step in book.sessions.get(session_id).steps if step.logs_sets]


def test_a_sore_knee_swaps_the_squats_that_are_left_for_what_spares_it(book: Logbook) -> None:
    id_ = begun(book)
    seen = book.pains.report(id_, Part.KNEE, Side.LEFT, 5)
    assert [book.sessions.get(id_).steps[i].exercise for i in seen.concerned] == ["back_squat"]
    assert seen.can_swap
    book.pains.apply(id_, Choice.SWAP)
    now = exercises(book, id_)
    assert "back_squat" not in now
    assert not any(loads(Part.KNEE, catalogue()[name]) for name in now if name)
    assert len(now) == 3
    swapped = next(step for step in book.sessions.get(id_).steps if step.logs_sets)
    assert any(why.text == "In place of Back squat: it spares what hurts." for why in swapped.why)


def test_what_is_done_stays_and_only_the_rest_is_exchanged(book: Logbook) -> None:
    id_ = begun(book)
    book.sessions.skip_step(id_, 0)
    session = book.sessions.get(id_)
    squat = next(index for index, step in enumerate(session.steps) if step.exercise == "back_squat" and step.logs_sets)
    for index in range(squat):
        book.sessions.skip_step(id_, index)
    book.sessions.log_sets(id_, guide.Place(squat, 1), "back_squat", (SetDraft(reps=6),))
    book.pains.report(id_, Part.KNEE, None, 4)
    after = book.pains.apply(id_, Choice.SWAP).session
    (logged,) = after.sets
    assert after.steps[logged.step or 0].exercise == "back_squat"
    assert after.steps[logged.step or 0].sets == 1
    assert after.steps[(logged.step or 0) + 1].sets == 2


def test_or_it_is_left_out_as_skipped(book: Logbook) -> None:
    id_ = begun(book)
    book.pains.report(id_, Part.KNEE, None, 6)
    after = book.pains.apply(id_, Choice.SKIP).session
    squats = [place for place in guide.places(after.steps) if after.steps[place.step].exercise == "back_squat"]
    assert squats
    assert {guide.outcome(after, place) for place in squats} == {"skipped"}


def test_both_the_swap_and_the_report_can_be_undone(book: Logbook) -> None:
    id_ = begun(book)
    before = book.sessions.get(id_)
    book.pains.report(id_, Part.KNEE, None, 6)
    book.pains.apply(id_, Choice.SWAP)
    assert book.sessions.undo(id_)[0] == before
    assert book.pains.active()
    book.sessions.undo(id_)
    assert book.pains.active() == ()


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_little_pain_is_noted_and_changes_nothing(book: Logbook, level: int) -> None:
    id_ = begun(book)
    seen = book.pains.report(id_, Part.KNEE, None, level)
    assert (seen.concerned, seen.swaps) == ((), ())
    assert [pain.level for pain in book.pains.active()] == [level]
    with pytest.raises(Problem, match="Nothing"):
        book.pains.apply(id_, Choice.SWAP)


def test_pain_on_a_run_ends_it_with_what_was_run(book: Logbook, clock: FixedClock) -> None:
    clock.pass_(3 * DAY)
    id_ = begun(book, "w1-sat")
    book.sessions.skip_step(id_, 0)
    book.sessions.do(id_, Begin())
    clock.pass_(600)
    book.pains.report(id_, Part.CALF, Side.RIGHT, 5)
    after = book.pains.apply(id_, Choice.SWAP).session
    assert [round(run.seconds) for run in after.runs] == [600]
    assert book.sessions.clock(id_) is None
    left = [after.steps[place.step].kind for place in guide.places(after.steps) if guide.outcome(after, place) is None]
    assert left == [StepKind.COOLDOWN]


class TestTheDaysAfter:
    def test_todays_session_is_swapped_before_it_starts_and_says_so(self, book: Logbook) -> None:
        book.pains.report(None, Part.KNEE, Side.LEFT, 5)
        page = book.today()
        assert [pain.name for pain in page.pains] == ["Left knee"]
        (spared,) = page.spared
        assert any(change.startswith("Back squat → ") for change in spared.changes)
        assert "back_squat" not in exercises(book, begun(book))

    def test_a_run_becomes_something_gentle(self, book: Logbook, clock: FixedClock) -> None:
        book.pains.report(None, Part.FOOT, None, 5)
        clock.pass_(3 * DAY)
        (workout,) = book.today().workouts
        assert workout.kind is Kind.RECOVERY

    def test_h1_after_chest_pain_nothing_but_gentle_movement_is_begun(self, book: Logbook) -> None:
        book.pains.report(None, Part.CHEST, None, 2)
        assert book.sessions.get(begun(book)).kind is Kind.RECOVERY

    @pytest.mark.parametrize(("days", "acts"), [(6, True), (7, False), (8, False), (14, False)])
    def test_it_acts_for_a_week_and_no_longer(self, book: Logbook, clock: FixedClock, days: int, acts: bool) -> None:
        book.pains.report(None, Part.KNEE, None, 8)
        clock.pass_(days * DAY)
        assert bool(book.today().pains) is acts
        assert bool(book.pains.active()) is acts

    def test_gone_is_gone_at_once(self, book: Logbook) -> None:
        book.pains.report(None, Part.KNEE, Side.LEFT, 5)
        book.pains.report(None, Part.KNEE, None, 0)
        page = book.today()
        assert (page.pains, page.spared) == ((), ())

    def test_the_last_word_counts_even_if_the_clock_was_set_back(self, book: Logbook, clock: FixedClock) -> None:
        book.pains.report(None, Part.KNEE, Side.LEFT, 6)
        clock.pass_(-3600)
        book.pains.report(None, Part.KNEE, Side.LEFT, 2)
        assert [pain.level for pain in book.today().pains] == [2]

    def test_the_newest_word_on_a_place_counts(self, book: Logbook, clock: FixedClock) -> None:
        book.pains.report(None, Part.KNEE, Side.LEFT, 6)
        clock.pass_(DAY)
        book.pains.report(None, Part.KNEE, Side.LEFT, 2)
        assert [pain.level for pain in book.today().pains] == [2]
        assert book.today().spared == ()

    def test_it_is_kept_across_a_restart(self, book: Logbook, reopen: Reopen) -> None:
        book.pains.report(None, Part.KNEE, Side.LEFT, 5)
        assert reopen().pains.active() == book.pains.active()

    def test_a_second_day_with_it_is_one_for_someone_who_looks(self, book: Logbook, clock: FixedClock) -> None:
        assert not book.pains.report(None, Part.KNEE, Side.LEFT, 5).comes_back
        assert not book.pains.report(None, Part.KNEE, Side.LEFT, 6).comes_back  # the same day
        clock.pass_(10 * DAY)
        assert book.pains.report(None, Part.KNEE, Side.RIGHT, 2).comes_back


class TestTheCheckIn:
    GOOD = Readiness(day=WEDNESDAY, fatigue=4, sleep_quality=4, soreness=4, stress=4, mood=4)

    def test_pain_told_today_counts_in_todays_check_in(self, book: Logbook) -> None:
        book.check_ins.save(self.GOOD)
        book.pains.report(None, Part.KNEE, None, 5)
        page = book.today()
        assert page.readiness is not None
        assert page.readiness.band is Band.RED
        assert page.workouts[0].kind is Kind.RECOVERY

    def test_that_of_another_day_does_not(self, book: Logbook, clock: FixedClock) -> None:
        book.pains.report(None, Part.KNEE, None, 5)
        clock.pass_(DAY)
        book.check_ins.save(replace(self.GOOD, day=date(2026, 3, 5)))
        page = book.today()
        assert page.readiness is not None
        assert page.readiness.band is Band.GREEN

    def test_undone_it_counts_no_more(self, book: Logbook) -> None:
        book.check_ins.save(self.GOOD)
        book.pains.report(None, Part.KNEE, None, 5)
        book.sessions.undo_last()
        page = book.today()
        assert page.readiness is not None
        assert page.readiness.band is Band.GREEN


@pytest.mark.parametrize("level", [-1, 11])
def test_a_number_out_of_range_is_refused(book: Logbook, level: int) -> None:
    with pytest.raises(Problem, match="0 to 10"):
        book.pains.report(None, Part.KNEE, None, level)
    assert book.pains.active() == ()
