"""The log's columns at every width."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from rich.cells import cell_len

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.history import SessionLine
from hybridtui.domain.query.found import Found, Sums
from hybridtui.domain.query.sorting import NEWEST, Key, Order
from hybridtui.domain.session import Source
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.ui.history.log_page import Held, LogPage
from hybridtui.ui.widgets.log_columns import SAME_SIGN, log_columns

KG, LB, KM, MI = WeightUnit.KG, WeightUnit.LB, DistanceUnit.KM, DistanceUnit.MI


def line(**changed) -> SessionLine:
    told = {
        "id": "1", "local_date": date(2026, 3, 1), "started_local": datetime(2026, 3, 1, 9, 5), "kind": Kind.RUN,
        "title": "Long run", "total_s": 4800.0, "run_s": 4800.0, "strength_s": 0.0, "distance_m": 13_678.0, "sets": 0,
        "tonnage_kg": 0.0, "load_au": 320.0, "source": Source.FIT,
    }  # fmt: skip
    return SessionLine(**{**told, **changed})


def written(told: SessionLine, width=120, weight=KG, distance=KM) -> dict[str, str]:
    return {c.title.strip() or f"column {n}": c.text(told) for n, c in enumerate(log_columns(width, weight, distance))}


@pytest.mark.parametrize("width", range(58, 220))
def test_columns_never_ask_for_more_than_there_is(width):
    columns = log_columns(width, KG, KM)
    assert sum(column.width + 1 for column in columns) <= width
    assert next(column for column in columns if column.title == "session").width >= 4


def test_a_wide_log_leaves_no_note_cut_off_beside_empty_room():
    told = written(line(same_as="2", flags=("rows left out", "joined")), width=196)
    notes = log_columns(196, KG, KM)[-1]
    assert notes.fit(told[list(told)[-1]]).rstrip() == "same workout: FIT: rows left out, joined"
    assert "…" not in log_columns(120, KG, KM)[-1].fit("same workout: FIT")


@pytest.mark.parametrize(
    "text", ["", "short", "a very long title indeed, longer than any column", "全身トレーニング週間", "👩‍👩‍👧" * 9]
)
def test_a_cell_is_exactly_as_wide_as_its_column(text):
    for column in log_columns(80, KG, KM):
        assert cell_len(column.fit(text)) == column.width


def test_a_run_shows_minutes_distance_and_load():
    told = written(line())
    assert (told["min"], told["km"], told["sets"], told["kg"], told["load"]) == ("80", "13.7", "", "", "320")


def test_units_are_the_athletes():
    told = written(line(kind=Kind.STRENGTH, tonnage_kg=453.59237, sets=12), weight=LB, distance=MI)
    assert (told["lb"], told["mi"]) == ("1,000", "8.5")


def test_another_sport_is_named():
    assert written(line(kind=Kind.OTHER, sport="cycling"))["kind"] == "cycling"


def test_where_it_comes_from_and_what_was_odd_is_told_where_there_is_room():
    assert "FIT: recovered" in written(line(flags=("zone assumed", "recovered"))).values()
    assert "FIT: recovered" not in written(line(flags=("recovered",)), width=80).values()


def test_what_nearly_every_import_has_is_left_to_the_page_of_the_session():
    flags = ("zone assumed", "time of day assumed", "length estimated", "heart rate computed")
    assert "Garmin" in written(line(source=Source.GARMIN, flags=flags)).values()


def test_what_is_odd_is_told_whole_though_its_source_is_not():
    notes = log_columns(100, KG, KM)[-1]
    assert notes.fit(notes.text(line(source=Source.STRONGLIFTS, flags=("rows left out",)))).rstrip() == "rows left out"


@pytest.mark.parametrize("by", Key)
@pytest.mark.parametrize("width", [58, 69, 78, 99, 118, 139, 198])
def test_the_column_that_sorts_is_always_in_sight(by, width):
    columns = log_columns(width, KG, KM, Order(by))
    assert by in [column.key for column in columns]
    assert sum(column.width + 1 for column in columns) <= width


def test_estimates_unknown_numbers_and_what_counts_elsewhere_are_told_by_sign():
    told = written(line(load_estimated=True, run_m=13_678.0), width=200)
    assert (told["load"], told["/km"], told["RPE"]) == ("~320", "5:51", "")
    assert written(line(rpe=7.5, kind=Kind.HYBRID, run_m=13_678.0), width=200)["/km"] == ""  # a circuit has no pace
    signs = [column.text(line(same_as="other")) for column in log_columns(78, KG, KM) if column.width == 1]
    assert signs == [SAME_SIGN]
    assert "same workout" in "".join(written(line(same_as="other"), width=118).values())


@pytest.mark.parametrize(
    ("held", "at"),
    [
        (Held(), 0),
        (Held(session="c", index=9), 2),
        (Held(deleted="b", session="c", index=2), 1),
        (Held(session="gone", index=1), 1),
        (Held(session="gone", index=9), 3),
    ],
)
def test_the_place_in_the_log_is_kept_as_far_as_it_is_there(held, at):
    assert held.among(("a", "b", "c", "d")) == at
    assert held.among(()) == 0


def test_the_sums_say_as_much_as_there_is_room_for():
    sums = Sums(sessions=1, counted_elsewhere=1, total_s=5400.0, distance_m=16_093.44, load_au=320.4, estimated=1)
    page = LogPage(
        athlete=Athlete(distance_unit=MI), text="", order=NEWEST, found=Found(("a",), sums), offset=0, lines=()
    )
    long = "1 session (1 = counted with another record) · 1.5 h · 10 mi · load ~320 AU, 1 estimated"
    assert page.sums(100) == long
    assert page.sums(60) == "1 session (1 = same workout) · 1.5 h · 10 mi · load ~320 AU"
    assert page.sums(10) == "1 session (1 =) · 1.5 h · 10 mi · load ~320 AU"
