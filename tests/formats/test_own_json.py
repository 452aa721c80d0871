"""Our own JSON: nothing is lost on the way, and nothing in it is believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.session import Session, Status
from hybridtui.domain.units import Load
from hybridtui.formats.own import log_json
from hybridtui.formats.reading import Read, UnreadableError
from hybridtui.formats.recognise import Head, recognised
from tests.formats.daybook_values import contents, histories
from tests.formats.exported import exported, files, without_part_ids
from tests.formats.options import options
from tests.store.builders import SQUAT, logged, plan, session, workout

PROPERTY = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

DONE = replace(
    session("s1", ended=session().started, sets=(logged("a"), logged("b", 1, load=None)), steps=(SQUAT,)),
    status=Status.FINISHED,
)
TOLD = Contents(
    athlete=Athlete(),
    plans=(plan("p", (workout("w", date(2026, 3, 3)),)),),
    exercises=(Exercise(id="own:sled", name="Sled push", pattern="other"),),
    weights=(BodyWeight(date(2026, 3, 1), Load(72.0)),),
)


def document(*sessions: Session, told: Contents | None = None) -> str:
    (data,) = files(log_json.write, exported(sessions, told)).values()
    return data.decode()


def read_back(text: str, own: dict[str, str] | None = None) -> Read:
    return log_json.read(text.encode(), options(own=own))


def changed(change: Callable[[dict], object]) -> Read:
    """Read a log of one session in which something was changed by hand."""
    plain = json.loads(document(DONE, told=TOLD))
    change(plain)
    return read_back(json.dumps(plain))


@PROPERTY
@given(histories())
def test_every_session_is_the_same_after_it(history: tuple[Session, ...]) -> None:
    read = read_back(document(*history))
    assert read.refused == ()
    assert [without_part_ids(each) for each in read.sessions] == [without_part_ids(each) for each in history]


@PROPERTY
@given(contents([Athlete()]))
def test_all_else_is_the_same_after_it(told: Contents) -> None:
    read = read_back(document(told=told))
    assert read.refused == ()
    assert read.contents == told


def test_the_same_log_is_the_same_text_with_a_session_a_line() -> None:
    text = document(DONE, replace(DONE, id="s2"), told=TOLD)
    assert text == document(DONE, replace(DONE, id="s2"), told=TOLD)
    lines = text.split("\n")
    at = lines.index('"sessions": [')
    assert [json.loads(line.rstrip(","))["id"] for line in lines[at + 1 : at + 3]] == ["s1", "s2"]
    assert json.loads(text)["version"] == 1


def test_a_session_that_ended_nobody_knows_when_stays_one() -> None:
    (again,) = read_back(document(replace(DONE, ended=None))).sessions
    assert (again.status, again.ended) == (Status.FINISHED, None)


def test_it_is_recognised_by_its_head() -> None:
    assert recognised(Head(document(DONE).encode())).module == "hybridtui.formats.own.log_json"


def test_what_belongs_to_one_log_file_alone_is_not_told() -> None:
    lent = replace(
        DONE, batch_id="b", original="f" * 64, same_as="other", lent_rpe=8.0, lent_load_au=300.0, lent_hr=150
    )
    assert json.loads(document(lent))["sessions"] == json.loads(document(DONE))["sessions"]


def test_an_own_exercise_that_the_log_has_by_another_id_is_that_one() -> None:
    sled = replace(DONE, sets=(logged("a", exercise="own:sled"),))
    read = read_back(document(sled, told=TOLD), own={"sledpush": "own:here"})
    assert read.sessions[0].sets[0].exercise == "own:here"
    assert read.exercises == ()


def _set(at: int, **fields: object) -> Callable[[dict], object]:
    return lambda log: log["sessions"][0]["sets"][at].update(fields)


def _head(**fields: object) -> Callable[[dict], object]:
    return lambda log: log["sessions"][0].update(fields)


def _first_workout(log: dict) -> dict:
    return log["plans"][0]["weeks"][0]["workouts"][0]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_set(1, reps="five"), "sessions[0].sets[1].reps"),
        (_set(1, reps=2.5), "sessions[0].sets[1].reps"),
        (_set(1, reps=-1), "sessions[0].sets[1].reps"),
        (_set(1, reps=10**400), "sessions[0].sets[1].reps"),
        (_set(1, reps=True), "sessions[0].sets[1].reps"),
        (_set(0, load={"value": 1e300, "unit": "kg"}), "sessions[0].sets[0].load.value"),
        (_set(0, load={"value": 80, "unit": "stone"}), "sessions[0].sets[0].load.unit"),
        (_set(0, rpe=11), "sessions[0].sets[0].rpe"),
        (_set(0, step=7), "sessions[0].sets[0].step"),
        (_set(0, logged_at="2026-03-04T17:00:00"), "sessions[0].sets[0].logged_at"),
        (_set(0, logged_at="0001-01-01T00:00:00+14:00"), "sessions[0].sets[0].logged_at"),
        (_head(sets={}), "sessions[0].sets"),
        (_head(status="asleep"), "sessions[0].status"),
        (_head(status="open"), "sessions[0].ended"),
        (_head(run_s=-1), "sessions[0].run_s"),
        (_head(id="\u0000"), "sessions[0].id"),
        (_head(avg_hr=400), "sessions[0].avg_hr"),
        (lambda log: log["sessions"][0]["started"].update(zone="../../etc/passwd"), "sessions[0].started.zone"),
        (lambda log: log["sessions"][0]["started"].update(utc="2999-01-01T00:00:00+00:00"), "sessions[0].started.utc"),
        (lambda log: log["sessions"][0].pop("title"), "sessions[0]"),
        (lambda log: log["sessions"].append(7), "sessions[1]"),
        (lambda log: log["sessions"].append(log["sessions"][0]), "sessions[1]"),
        (lambda log: log["weights"][0]["weight"].update(value=7000), "weights[0].weight"),
        (lambda log: log["weights"].append(log["weights"][0]), "weights[1]"),
        (lambda log: log["exercises"][0].update(id="back_squat"), "exercises[0].id"),
        (lambda log: log["exercises"][0].update(pattern="levitation"), "exercises[0].pattern"),
        (lambda log: log["plans"][0].update(weeks=[]), "plans[0].weeks"),
        (lambda log: _first_workout(log).update(day="2026-07-01"), "plans[0].weeks[0].workouts[0].day"),
        (lambda log: log["athlete"].update(minutes=[45]), "athlete"),
        (lambda log: log.update(pains="none"), "pains"),
    ],
)  # fmt: skip
def test_what_is_odd_is_named_by_its_place_and_refused_by_itself(change: Callable[[dict], object], where: str) -> None:
    read = changed(change)
    assert [refusal.where for refusal in read.refused] == [where]
    assert all(refusal.reason for refusal in read.refused)
    good = [each for each in (read.sessions, read.contents and read.contents.weights) if each]
    assert good, "what is sound beside it is read"


@pytest.mark.parametrize(
    ("break_", "why"),
    [
        (lambda text: text[: len(text) // 2], "end is missing"),
        (lambda text: text[:-3], "end is missing"),
        (lambda text: text + "{}", "follows its end"),
        (lambda text: text.replace('"version": 1', '"version": 2'), "newer hybridtui"),
        (lambda text: text.replace('"version": 1', '"version": "one"'), "no number"),
        (lambda text: text.replace('"version": 1,\n', ""), "does not say the version"),
        (lambda text: text.replace('"reps":5', '"reps":NaN'), "no number"),
        (lambda text: text.replace('"id":"s1"', '"id":"s1","id":"s2"'), "twice"),
        (lambda text: text.replace('"names": []', '"names": [], "names": []'), "twice"),
        (lambda text: text.replace('"names": []', '"other": ' + "[" * 100_000), "deep"),
        (lambda text: text.replace('"names": []', '"other": ' + "9" * 10_000), "of 10,000 digits"),
        (lambda text: text.replace('"names": []', '"names": [' + "[]," * 6_000 + "[]]"), "over 5,000 of its entries"),
        (lambda text: text.replace('"names": []', ",".join(f'"n{at}":0' for at in range(1_001))), "over 1,000 names"),
    ],
)
def test_a_document_that_is_not_whole_or_not_ours_is_refused(break_: Callable[[str], str], why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read_back(break_(document(DONE, told=TOLD)))


def test_texts_are_cleaned() -> None:
    read = changed(_head(title="Squat\u001b]0;pwned\u0007\n\u202e!", note="a\u001b[2J\nb\ud800"))
    assert (read.sessions[0].title, read.sessions[0].note) == ("Squat]0;pwned !", "a[2J\nb")


@settings(max_examples=80)
@given(st.data())
def test_any_value_in_any_place_is_read_or_refused(data: st.DataObject) -> None:
    plain = json.loads(document(DONE, told=TOLD))
    places = list(_places(plain))
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = data.draw(ANYTHING)
    try:
        read = read_back(json.dumps(plain))
    except UnreadableError:
        return
    for each in read.sessions:
        assert all(part.load is None or 0 <= part.load.kg <= 1000 for part in each.sets)


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just([]), st.just({}),
    st.sampled_from([[[{}]], 10**30, "2026-03-04", "kg", "open", "own:x", "s1", -1]),
)  # fmt: skip


def _places(value: object) -> list[tuple[dict | list, str | int]]:
    found: list[tuple[dict | list, str | int]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        found.append((value, key))
        found += _places(each)
    return found
