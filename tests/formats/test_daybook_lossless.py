"""Whatever a log holds is the same after a daybook, and no text makes the reader fall over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Limit, Plates, Race, RaceResult
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.contents import Contents
from hybridtui.domain.session import Session
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.formats.daybook import differences
from hybridtui.formats.daybook.reading import read
from hybridtui.formats.daybook.writing import lines
from hybridtui.formats.reading import Read, UnreadableError
from tests.formats.daybook_values import OWN, contents, histories, sessions
from tests.formats.options import options

PROPERTY = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

ATHLETES = (
    Athlete(),
    Athlete(
        goal=Goal.HALF,
        balance=0.75,
        days=(Weekday.TUE, Weekday.SUN),
        equipment=EQUIPMENT_PROFILES["gym"],
        limits=frozenset({Limit.KNEE}),
        age=41,
        long_run_day=Weekday.SAT,
        weight_unit=WeightUnit.LB,
        race=Race(21_097.5, date(2026, 10, 4)),
        result=RaceResult(10_000.0, 2_650.5),
        bar=Load(45.0, WeightUnit.LB),
        plates=(Plates(Load(45.0, WeightUnit.LB), 2),),
    ),
)


def written(told: Contents, history: Iterable[Session]) -> str:
    return "".join(f"{line}\n" for line in lines(told, iter(history)))


def read_back(text: str) -> Read:
    return read(text.encode(), options(zone="Asia/Tokyo"))


@PROPERTY
@given(histories())
def test_sessions_of_any_kind_are_the_same_after_a_daybook(history: tuple[Session, ...]) -> None:
    text = written(Contents(exercises=OWN), history)
    found = read_back(text)
    assert found.refused == ()
    assert found.sessions == history
    assert written(Contents(exercises=OWN), found.sessions) == text


@PROPERTY
@given(contents(ATHLETES))
def test_all_else_of_a_log_is_the_same_after_a_daybook(told: Contents) -> None:
    text = written(told, ())
    found = read_back(text)
    assert found.refused == ()
    assert found.contents == told
    assert written(found.contents or Contents(), ()) == text


_EDITS = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["cut", "twice", "put"]), st.text(max_size=6)), max_size=6)


def _edited(text: str, edits: list[tuple[float, str, str]]) -> str:
    for where, how, new in edits:
        at = int(where * len(text))
        kept = {"cut": "", "twice": text[at : at + 40] * 2, "put": new + text[at : at + 40]}[how]
        text = text[:at] + kept + text[at + 40 :]
    return text


@PROPERTY
@given(histories(), contents(ATHLETES), _EDITS)
def test_a_daybook_edited_at_random_is_read_or_refused_by_line(
    history: tuple[Session, ...], told: Contents, edits: list[tuple[float, str, str]]
) -> None:
    text = _edited(written(told, history), edits)
    try:
        found = read(text.encode("utf-8", "replace"), options())
    except UnreadableError:
        return
    assert len(found.refused) <= 51
    assert all(refusal.where.startswith("line ") or refusal.where == "file" for refusal in found.refused)
    again = written(found.contents or Contents(), found.sessions)
    assert read_back(again).sessions == found.sessions


@PROPERTY
@given(st.text(alphabet='ab019 -:x@"|~>#,{}[]\n.kgmins', max_size=300))
def test_any_text_below_the_first_line_is_read_or_refused(text: str) -> None:
    try:
        read(f"hybridtui daybook 1\n2026-03-02\nrun 8km 44:10\n{text}".encode(), options())
    except UnreadableError as error:
        raise AssertionError("a day and a run can be imported") from error


@PROPERTY
@given(sessions(), sessions())
def test_nothing_differs_from_itself_and_something_from_another(one: Session, other: Session) -> None:
    assert differences(one, one, OWN) == ()
    told = replace(other, id=one.id)
    assert bool(differences(one, told, OWN)) == (one != told)
