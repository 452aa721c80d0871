"""The language of filters: what is typed means what one thinks, and nonsense is refused with its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hybridtui.domain.calendar import Month, Week
from hybridtui.domain.exercises import OWN, Exercise, catalogue
from hybridtui.domain.problems import Problem
from hybridtui.domain.query import (
    Everything,
    Holds,
    Mentions,
    Query,
    QueryProblem,
    behind,
    between,
    of_exercise,
    parse,
    quoted,
    write,
)
from hybridtui.domain.query.conditions import FIELDS
from hybridtui.domain.query.days import days_typed
from hybridtui.domain.query.exercises import looked_up, meant
from hybridtui.domain.query.tokens import LONGEST
from tests.domain.queries import TODAY, queries
from tests.hostile import CONTROLS, MARKUP


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("type=run and km>10", "type=run and km>10"),
        ("TYPE = Run AND km > 10", "type=run and km>10"),
        ("type=run km>10", "type=run and km>10"),
        ("exercise=squat", "exercise=squat"),
        ("exercise=back squat and week=2026-W10", 'exercise="back squat" and day=2026-03-02..2026-03-08'),
        ("since=2026-01", "since=2026-01-01"),
        ("until=2026-02", "until=2026-02-28"),
        ("day>2026-01", "since=2026-02-01"),
        ("day<=2026-01", "until=2026-01-31"),
        ("day!=today", "not day=2026-03-04"),
        ("day=yesterday", "day=2026-03-03"),
        ("since=7d", "since=2026-02-25"),
        ("since=4w", "since=2026-02-04"),
        ("since=1m", "since=2026-02-04"),
        ("since=1y", "since=2025-03-04"),
        ("day=2026-01-05..2026-01-12", "day=2026-01-05..2026-01-12"),
        ("day=2026-01..", "since=2026-01-01"),
        ("week=today", "day=2026-03-02..2026-03-08"),
        ("month=2026-02", "day=2026-02-01..2026-02-28"),
        ("year=2025", "day=2025-01-01..2025-12-31"),
        ("km=5..10", "km>=5 and km<=10"),
        ("km>10mi", "mi>10"),
        ("km > 10 mi type=run", "mi>10 and type=run"),
        ("kg>=1000lb", "lb>=1000"),
        ("min>=45", "min>=45"),
        ("min>1h30", "min>90"),
        ("min>1:30", "min>90"),
        ("min>=1,5h", "min>=90"),
        ("pace<5:00", "pace<5:00"),
        ("pace<=8:45/mi", "pace<=8:45/mi"),
        ("pace>6", "pace>6:00"),
        ("rpe!=none", "not rpe=none"),
        ("rpe≥7,5", "rpe>=7.5"),
        ("same=no", "not same=yes"),
        ("title=Long run km>20", 'title="Long run" and km>20'),
        ("note~rain or title~easy", "note~rain or title~easy"),
        ("a or b c", "a or b and c"),
        ("(a or b) c", "(a or b) and c"),
        ("not a b", "not a and b"),
        ("not (a or b)", "not (a or b)"),
        ('"and"', '"and"'),
        ("run", "run"),
        ("  ", ""),
    ],
)
def test_a_filter_means_what_one_thinks(typed, means):
    query = parse(typed, TODAY)
    assert write(query) == means
    assert parse(means, TODAY) == query


@pytest.mark.parametrize(
    ("typed", "at", "said"),
    [
        ("type=run and kn>10", 13, "Did you mean km?"),
        ("zzz=3", 0, "There are type, km, min"),
        ("type=runn", 5, "Did you mean run?"),
        ("source=polar", 7, "one of app, strong, hevy"),
        ("km>", 3, "a value is expected after km>"),
        ("km> and min>3", 4, "a value is expected after km>"),
        ("km>far", 3, "km is a number, with km or mi if you like, not far"),
        ("km~3", 3, "not by ~"),
        ("type>run", 5, "compared by = or !="),
        ("pace<fast", 5, "such as 5:30 or 8:45/mi"),
        ("since=2026-13", 6, "2026-13 is no day: type 2026-03-04"),
        ("since>2026", 6, "compared by ="),
        ("day=2026-02-30", 4, "is no day"),
        ("day=2026-02..2026-01", 4, "is later than 2026-01"),
        ("same=maybe", 5, "yes or no"),
        ("(a or b", 0, "not closed"),
        ("a or b)", 6, "never opened"),
        ("()", 1, "a condition is expected here"),
        ("a or", 4, "a condition is expected here"),
        ("and b", 0, "a condition is expected here"),
        ("not", 3, "a condition is expected here"),
        ("=3", 0, "a field is expected before ="),
        ('title="Long run', 6, 'type " where the text ends'),
        ("type:run", 0, "type type= instead of type:"),
        ('""', 0, "type a word"),
        ("exercise=\"\"", 9, "type the name of an exercise"),
        ("day>9999-12-31", 4, "no day beyond"),
        ("x " * LONGEST, LONGEST, "at most 4000 characters"),
        ("not " * 30 + "x", 80, "20 deep at most"),
        ("x " * 21, 40, "at most 20 words"),
        ("km>1 " * 101, 500, "at most 100 conditions"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_its_place_and_what_was_expected(typed, at, said):
    with pytest.raises(QueryProblem) as refused:
        parse(typed, TODAY)
    assert refused.value.at == at
    assert said in str(refused.value)
    assert str(refused.value).startswith(f"At {at + 1}: ")


_PIECES = st.sampled_from(
    [*FIELDS, *"=<>~()\"\\:", "!=", ">=", "..", " and ", " or ", " not ", " ", "run", "2026-01", "7d", "5:00", "none"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=14).map("".join)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_in_words(text):
    query = read_or_refused(text)
    if isinstance(query, QueryProblem):
        assert 0 <= query.at <= len(text)
    else:
        line = write(query)
        assert len(line) > LONGEST or parse(line, TODAY) == query


def read_or_refused(text: str) -> Query | QueryProblem:
    try:
        return parse(text, TODAY)
    except QueryProblem as problem:
        return problem


@given(queries())
@settings(max_examples=300, deadline=None)
def test_what_is_written_reads_as_the_same_filter(query):
    line = write(query)
    assume(len(line) <= LONGEST)
    assert parse(line, date(1999, 9, 9)) == query


@pytest.mark.parametrize("name", [*MARKUP, *CONTROLS, 'a "b" \\ c', "and", "x or y", "km>10", "type=run", "", "a..b"])
def test_a_hostile_name_is_quoted_so_that_it_is_found_literally(name):
    query = parse(f"title={quoted(name)} and type=run", TODAY)
    assert parse(write(query), TODAY) == query
    assert len(query.parts) == 2


def test_numbers_of_history_name_their_sessions():
    assert behind(Week(2026, 10), "type=run") == "type=run and week=2026-W10"
    assert behind(Month(2026, 3), of_exercise("own:4 f")) == 'exercise="own:4 f" and month=2026-03'
    line = between(date(2026, 3, 2), date(2026, 3, 8), "run>0")
    assert write(parse(line, TODAY)) == line


def test_an_exercise_is_found_by_id_name_part_and_short_name():
    own = Exercise(id=OWN + "1", name="Squat [b]deep[/b]", pattern="squat")
    known = {**catalogue(), own.id: own}
    assert meant("back_squat", known) == ("back_squat",)
    assert {"back_squat", "front_squat", own.id} <= set(meant("SQUATS", known))
    assert "leg_press" not in meant("squat", known)  # the same movement, but not called so
    assert meant("rdl", known) == ("romanian_deadlift",)
    assert meant("???", known) == ()
    query = looked_up(parse("not (exercise=squat or deep)", TODAY), known)
    assert query.query.parts == (Holds("squat", meant("squat", known)), Mentions("deep", (own.id,)))
    with pytest.raises(Problem, match="Perhaps"):
        looked_up(parse("exercise=sqaut", TODAY), known)
    assert looked_up(Everything, known) == Everything


@pytest.mark.parametrize("typed", ["", "2026-W54", "0000", "9999-12", "10001d", "soon", "2026-3-4-5", "99999y"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(Problem, match="is no day"):
        days_typed(typed, TODAY)
