"""Freedom within a session: what is changed, what it is prescribed with, and that one undo takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain import guide
from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level
from hybridtui.domain.change import Change
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.ladder import SLOW_TEMPO
from hybridtui.domain.pain import Pain, Part
from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import Session
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Plan, StepKind
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook import plans

LIFTER = Athlete(level=Level.INTERMEDIATE, equipment=EQUIPMENT_PROFILES["gym"])

WARM, SQUAT, PUSH_UP, PLANK = 0, 1, 2, 3
"""The steps of the day's strength session."""


@pytest.fixture
def lifting(book: Logbook) -> Session:
    """The strength session of today, begun, in a gym."""
    book.save_athlete(LIFTER)
    return book.sessions.start("w1-wed")


def exercises(session: Session) -> list[str | None]:
    return [step.exercise for step in session.steps]


def stored(book: Logbook) -> Session:
    session = book.today().open_session
    assert session is not None
    return session


def done_before(book: Logbook, clock: FixedClock, exercise: str, kg: float, reps: int) -> None:
    """Do three sets of an exercise a day earlier."""
    clock.pass_(-86_400)
    session = book.sessions.start_free(Kind.STRENGTH)
    book.sessions.log_sets(session.id, None, exercise, [SetDraft(load=Load(kg), reps=reps)] * 3)
    book.sessions.finish(session.id, rpe=7, minutes=30)
    clock.pass_(86_400)


def test_another_exercise_has_the_target_of_its_own_past_and_keeps_sets_and_rest(book: Logbook, clock: FixedClock):
    book.save_athlete(LIFTER)
    done_before(book, clock, "goblet_squat", 24, 12)
    session = book.sessions.start("w1-wed")
    logged = book.freedom.swap(session.id, SQUAT, "goblet_squat")
    step = logged.session.steps[SQUAT]
    assert (step.exercise, step.sets, step.rest_s) == ("goblet_squat", 3, 120)
    assert step.load is not None
    assert 20 <= step.load.kg <= 30, "from the goblet squats, not from 60 kg on the back"


def test_an_exercise_never_done_gets_no_load_of_another(book: Logbook, lifting: Session):
    step = book.freedom.swap(lifting.id, SQUAT, "front_squat").session.steps[SQUAT]
    assert step.load is None
    assert lifting.steps[SQUAT].load == Load(60)


def test_sets_done_stay_what_they_were_and_one_undo_takes_the_swap_back(book: Logbook, lifting: Session):
    book.sessions.log_sets(lifting.id, Place(SQUAT, 1), "back_squat", [SetDraft(load=Load(60), reps=8)])
    before = stored(book)
    after = book.freedom.swap(lifting.id, SQUAT, "goblet_squat").session
    assert exercises(after)[1:3] == ["back_squat", "goblet_squat"]
    assert (after.steps[1].sets, after.steps[2].sets) == (1, 2)
    assert after == stored(book)
    back, label = book.sessions.undo(lifting.id)
    assert back == before
    assert label == "Goblet squat in place of Back squat"
    again, _ = book.sessions.redo(lifting.id)
    assert again == after


def test_from_now_on_changes_the_plan_and_the_session_and_one_undo_takes_back_both(book: Logbook, lifting: Session):
    plan, before = book.plans.current(), stored(book)
    book.freedom.swap(lifting.id, SQUAT, "goblet_squat", from_now_on=True)
    assert "goblet_squat" in later_exercises(book.plans.current())
    assert "back_squat" not in later_exercises(book.plans.current())
    book.sessions.undo(lifting.id)
    assert book.plans.current() == plan
    assert stored(book) == before


def test_for_today_only_the_plan_stays(book: Logbook, lifting: Session):
    plan = book.plans.current()
    book.freedom.swap(lifting.id, SQUAT, "goblet_squat")
    assert book.plans.current() == plan


def later_exercises(plan: Plan | None) -> set[str]:
    assert plan is not None
    return {s.exercise for week in plan.weeks for w in week.workouts for s in w.steps if s.exercise}


def test_what_the_plan_cannot_have_is_refused_and_nothing_changes(book: Logbook, lifting: Session):
    own = book.add_exercise("Sled push")
    before = stored(book)
    with pytest.raises(Problem, match="not in the library"):
        book.freedom.swap(lifting.id, SQUAT, own.id, from_now_on=True)
    assert stored(book) == before
    assert book.freedom.swap(lifting.id, SQUAT, own.id).session.steps[SQUAT].title == "Sled push"


def test_up_to_three_substitutes_are_offered_with_their_own_targets_and_last_time(book: Logbook, clock: FixedClock):
    book.save_athlete(LIFTER)
    done_before(book, clock, "goblet_squat", 24, 12)
    session = book.sessions.start("w1-wed")
    found = book.freedom.options(session.id, SQUAT)
    assert 1 <= len(found.substitutes) <= 3
    goblet = next(each for each in found.substitutes if each.exercise.id == "goblet_squat")
    assert goblet.last is not None
    assert goblet.last.local_date == plans.MONDAY + timedelta(days=1)
    assert goblet.step.load is not None
    assert found.easier is not None
    assert not {"back_squat", "push_up", "plank"} & {each.exercise.id for each in found.substitutes}


def test_what_is_at_hand_today_decides_what_is_offered(book: Logbook, lifting: Session):
    found = book.freedom.options(lifting.id, SQUAT, frozenset())
    assert found.substitutes
    assert all(each.exercise.possible_with(frozenset()) for each in found.substitutes)


def test_what_hurts_is_not_offered(book: Logbook, lifting: Session, clock: FixedClock):
    pain = Pain(id="p", at=clock.at, day=clock.now().date(), part=Part.KNEE, level=6)
    book._kit.apply(Change(label="ache", pains=(pain,)))
    assert book.freedom.options(lifting.id, SQUAT).substitutes == ()


def test_easier_and_harder_move_along_the_ladder_and_back(book: Logbook, lifting: Session):
    up = book.freedom.harder(lifting.id, PUSH_UP)
    name = up.session.steps[PUSH_UP].title
    assert name != "Push-up"
    assert up.label == f"{name} in place of Push-up"
    down = book.freedom.easier(lifting.id, PUSH_UP)
    assert down.session.steps[PUSH_UP].exercise == "push_up"


def test_slower_is_harder_where_nothing_else_is(book: Logbook, lifting: Session):
    book.freedom.swap(lifting.id, PUSH_UP, "single_leg_bridge")
    slow = book.freedom.harder(lifting.id, PUSH_UP, equipment=frozenset()).session.steps[PUSH_UP]
    assert (slow.exercise, slow.tempo) == ("single_leg_bridge", SLOW_TEMPO)
    usual = book.freedom.easier(lifting.id, PUSH_UP, equipment=frozenset()).session.steps[PUSH_UP]
    assert (usual.exercise, usual.tempo) != ("single_leg_bridge", SLOW_TEMPO)
    assert usual.exercise == "single_leg_bridge"


def test_the_ladder_can_be_climbed_from_now_on_and_one_undo_comes_back_down(book: Logbook, lifting: Session):
    plan = book.plans.current()
    new = book.freedom.easier(lifting.id, PUSH_UP, from_now_on=True).session.steps[PUSH_UP].exercise
    assert new in later_exercises(book.plans.current())
    assert "push_up" not in later_exercises(book.plans.current())
    book.sessions.undo(lifting.id)
    assert book.plans.current() == plan


def test_at_the_end_of_the_ladder_it_says_so(book: Logbook, lifting: Session):
    book.freedom.swap(lifting.id, PUSH_UP, "wall_push_up")
    with pytest.raises(Problem, match="nothing easier than"):
        book.freedom.easier(lifting.id, PUSH_UP)


def test_a_warm_up_without_an_exercise_has_nothing_to_be_swapped(book: Logbook, lifting: Session):
    with pytest.raises(Problem, match="names no exercise"):
        book.freedom.options(lifting.id, WARM)
    with pytest.raises(Problem, match="no longer in the session"):
        book.freedom.options(lifting.id, 99)


def test_an_eased_day_stays_eased_for_the_new_exercise(book: Logbook, clock: FixedClock):
    book.save_athlete(LIFTER)
    done_before(book, clock, "front_squat", 60, 8)
    usual = book.sessions.start("w1-wed")
    load = book.freedom.swap(usual.id, SQUAT, "front_squat").session.steps[SQUAT].load
    book.sessions.undo(usual.id)
    book.sessions.abandon(usual.id)
    day = clock.now().date()
    book.check_ins.save(Readiness(day=day, fatigue=2, sleep_quality=3, soreness=3, stress=3, mood=2))
    eased = book.sessions.start("w1-wed")
    lighter = book.freedom.swap(eased.id, SQUAT, "front_squat").session.steps[SQUAT]
    assert load is not None
    assert lighter.load is not None
    assert lighter.load.kg < load.kg
    assert lighter.sets == eased.steps[SQUAT].sets < usual.steps[SQUAT].sets


# order, more and less


def test_each_change_is_one_undo(book: Logbook, lifting: Session):
    id_, freedom = lifting.id, book.freedom
    changes = (
        lambda: freedom.move(id_, PLANK, SQUAT),
        lambda: freedom.extra_set(id_, SQUAT),
        lambda: freedom.extra_set(id_, PUSH_UP, -1),
        lambda: freedom.join(id_, SQUAT),
        lambda: freedom.part(id_, SQUAT),
        lambda: freedom.add(id_, "pull_up", 4),
        lambda: freedom.swap(id_, SQUAT, "dead_bug"),
        lambda: freedom.equip(id_, frozenset()),
    )
    states = [stored(book)]
    for change in changes:
        after = change().session
        assert after == stored(book) != states[-1]
        states.append(after)
    for before in reversed(states[:-1]):
        book.sessions.undo(id_)
        assert stored(book) == before
    for after in states[1:]:
        book.sessions.redo(id_)
        assert stored(book) == after


def test_an_added_exercise_is_prescribed_and_has_its_own_target(book: Logbook, clock: FixedClock):
    book.save_athlete(LIFTER)
    done_before(book, clock, "db_row", 30, 10)
    session = book.sessions.start("w1-wed")
    step = book.freedom.add(session.id, "db_row", PUSH_UP).session.steps[PUSH_UP]
    assert (step.kind, step.per_side) == (StepKind.SET, True)
    assert step.sets >= 2
    assert step.load is not None


def test_what_is_done_now_comes_next_and_what_was_done_stays_done(book: Logbook, lifting: Session):
    book.sessions.tick(lifting.id, Place(WARM, 1))
    book.sessions.log_sets(lifting.id, Place(SQUAT, 1), "back_squat", [SetDraft(load=Load(60), reps=8)])
    after = book.freedom.move(lifting.id, PLANK, SQUAT).session
    assert guide.current(after) == Place(1, 1)
    assert after.steps[1].exercise == "plank"
    assert guide.outcome(after, Place(2, 1)) == "done"


# equipment


def test_the_rest_of_a_session_is_done_with_what_is_there(book: Logbook, lifting: Session):
    after = book.freedom.equip(lifting.id, frozenset()).session
    assert exercises(after)[SQUAT] == "bodyweight_squat"
    assert exercises(after)[PUSH_UP : PLANK + 1] == ["push_up", "plank"]
    with pytest.raises(Problem, match="Nothing changes"):
        book.freedom.equip(lifting.id, frozenset())


def test_each_profile_says_what_it_would_change_and_saves_nothing(book: Logbook, lifting: Session):
    before = stored(book)
    profiles = {each.name: each for each in book.freedom.profiles(lifting.id)}
    assert list(profiles) == ["own", "gym", "home", "travel", "none"]
    assert profiles["own"].changes == profiles["gym"].changes == ()
    assert profiles["none"].changes == ("Back squat → Bodyweight squat",)
    assert stored(book) == before


def test_before_it_begins_a_workout_is_seen_and_begun_with_what_is_there(book: Logbook):
    book.save_athlete(LIFTER)
    (workout,) = book.today().workouts
    (at_home,) = book.freedom.equipped([workout], frozenset())
    assert [s.exercise for s in at_home.steps][SQUAT] == "bodyweight_squat"
    assert book.today().workouts == (workout,)
    session = book.sessions.start(workout.id, steps=at_home.steps)
    assert session.steps == at_home.steps
    assert session.workout_id == workout.id


def test_a_change_made_from_an_old_look_loses_nothing_logged_since(book: Logbook, lifting: Session):
    stale = replace(lifting, steps=lifting.steps[:2])
    book.sessions.log_sets(lifting.id, Place(SQUAT, 1), "back_squat", [SetDraft(load=Load(60), reps=8)])
    with pytest.raises(Problem, match="logged meanwhile"):
        book.sessions.rework(lifting.id, stale, "old look")


def test_what_the_plan_does_not_hold_is_refused_from_now_on_with_the_way_out(book: Logbook, lifting: Session):
    book.freedom.swap(lifting.id, SQUAT, "goblet_squat")
    with pytest.raises(Problem, match=r"from \d+ [A-Z][a-z]+ on the plan holds no Goblet squat: do it for today only"):
        book.freedom.swap(lifting.id, SQUAT, "leg_press", from_now_on=True)
    assert exercises(stored(book))[SQUAT] == "goblet_squat"
