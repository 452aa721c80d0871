"""``hybridtui log``: what was done is in the log as if the app had led through it, and undo takes it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hybridtui.__main__ import main
from hybridtui.domain.calendar import Week
from hybridtui.domain.clock import Clock
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.cli.conftest import Command, Outcome
from tests.formats import fit_writer as fit

TODAY = date(2026, 3, 4)


@pytest.fixture
def logged(
    database: Path, clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    monkeypatch.setenv("HYBRIDTUI_CONFIG", str(tmp_path / "config.toml"))

    def call(*arguments: str | Path) -> Outcome:
        try:
            code = main(["--database", str(database), "log", *map(str, arguments)], clock)
        except SystemExit as wrong_usage:
            code = int(str(wrong_usage.code))
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


@pytest.fixture
def book(database: Path, clock: Clock) -> Iterator[Callable[[], Logbook]]:
    opened: list[Logbook] = []

    def open_() -> Logbook:
        opened.append(Logbook.open(database, clock))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


def sessions(book: Logbook) -> list[Session]:
    return [book.sessions.get(line.id) for line in reversed(book.history.lines())]


def test_a_run_counts_in_the_week_and_undo_takes_it_back(logged: Command, book: Callable[[], Logbook]) -> None:
    outcome = logged("run", "8km", "44:10", "rpe4")
    assert (outcome.code, outcome.err) == (0, "")
    assert "8 km in 44:10 (5:31/km), RPE 4" in outcome.out
    opened = book()
    (session,) = sessions(opened)
    (run,) = session.runs
    assert (session.kind, session.rpe, session.started.local_date) == (Kind.RUN, 4.0, TODAY)
    assert (run.distance.metres if run.distance else None, run.seconds) == (8000.0, 2650.0)
    assert session.started.local.strftime("%H:%M") == "17:15"
    assert opened.sessions.undo_last() == "Run of Wednesday 4 March"
    assert sessions(opened) == []


def test_sets_of_one_sitting_belong_to_one_session(logged: Command, book: Callable[[], Logbook]) -> None:
    assert logged("squat", "80x5x5@8").code == 0
    second = logged("bench", "60x8x3", "--rpe", "7", "--note", "light")
    assert "The session now has 8 sets" in second.out
    (session,) = sessions(book())
    assert session.kind is Kind.STRENGTH
    assert [each.position for each in session.sets] == list(range(1, 9))
    assert (session.tonnage_kg, session.rpe, session.note) == (80 * 25 + 60 * 24, 7.0, "light")
    assert {each.rpe for each in session.sets[:5]} == {8.0}
    assert session.strength_s > 0


def test_what_gyms_know_and_the_library_lacks_is_a_new_exercise_and_undone_with_its_sets(
    logged: Command, book: Callable[[], Logbook]
) -> None:
    assert "Leg extension is new" in logged("leg", "extension", "50x12x3").out
    assert "is new" not in logged("leg", "extensions", "55x10").out
    opened = book()
    (session,) = sessions(opened)
    (used,) = {each.exercise for each in session.sets}
    assert (opened.exercises()[used].name, opened.exercises()[used].primary) == ("Leg extension", "quads")
    opened.sessions.undo_last()
    opened.sessions.undo_last()
    assert used not in opened.exercises()


def test_another_day_or_another_hour_is_another_session(logged: Command, book: Callable[[], Logbook]) -> None:
    logged("squat", "80x5")
    logged("squat", "82.5x5", "--date", "yesterday")
    logged("row", "60x8", "--date", "2026-03-03")
    logged("squat", "85x5", "--date", "2026-03-02", "--at", "7:30", "--minutes", "40")
    found = sessions(book())
    assert [(each.started.local.strftime("%d %H:%M"), len(each.sets)) for each in found] == [
        ("02 07:30", 1),
        ("03 12:00", 2),
        ("04 17:58", 1),
    ]
    assert found[0].strength_s == 40 * 60
    assert [each.flags for each in found] == [(), ("time of day assumed",), ()]
    assert found[1].begun_at(found[1].started.local).flags == (), "then it was said"


def test_sets_without_a_time_of_day_are_told_again_by_the_watchs_record_of_that_day(
    logged: Command, book: Callable[[], Logbook], imported: Command, tmp_path: Path
) -> None:
    logged("squat", "82.5x5x3", "--date", "yesterday")
    evening = datetime(2026, 3, 3, 17, tzinfo=UTC)
    watch = tmp_path / "evening.fit"
    watch.write_bytes(fit.fit(fit.file_id(evening), fit.session(evening, fit.TRAINING, fit.STRENGTH, metres=None)))
    assert imported("--json", watch).report["told_again"] == 1


def test_a_run_says_its_kind_and_heart_rate_and_began_in_a_whole_minute(
    logged: Command, book: Callable[[], Logbook]
) -> None:
    assert "tempo run 6 km in 29:30 (4:55/km), 165 bpm" in logged("run", "tempo", "6km", "29:30", "hr", "165").out
    (session,) = sessions(book())
    assert (session.title, session.subtype, session.avg_hr) == ("Tempo run", "tempo", 165)
    assert session.runs[0].subtype == "tempo"
    assert f"{session.started.local:%H:%M:%S.%f}" == "17:30:00.000000"


def test_another_sport_and_a_body_weight(logged: Command, book: Callable[[], Logbook]) -> None:
    assert logged("yoga", "30min").code == logged("weight", "74.2").code == 0
    opened = book()
    (session,) = sessions(opened)
    assert (session.kind, session.sport, session.other_s) == (Kind.OTHER, "yoga", 1800.0)
    weight = opened.weights.on(TODAY)
    assert weight is not None
    assert weight.weight.kg == 74.2
    assert Week.of(TODAY) is not None


def test_what_is_far_above_anything_ever_done_is_said(logged: Command) -> None:
    assert "above" not in logged("squat", "80x5").out
    assert "800 kg is 10 times your heaviest, 80 kg. If it was a slip: u in History" in logged("squat", "800x5").out
    logged("run", "8km", "44:10")
    assert "times your longest" in logged("run", "80km", "7h20").out


def test_programs_are_told_what_was_written(logged: Command) -> None:
    told = json.loads(logged("squat", "80x5x2", "--json").out)
    assert (told["day"], told["kind"], told["joined"]) == ("2026-03-04", "strength", False)
    assert told["logged"] == ["Barbell back squat: 80 kg x 5, 5 (2 sets)"]
    refused = logged("press", "machine", "80x5", "--json")
    assert (refused.code, "Perhaps" in json.loads(refused.out)["error"]) == (1, True)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["deadl", "100x5"], 1, "Perhaps"),
        (["run", "8km", "44:10", "--date", "2026-03-05"], 1, "still to come"),
        (["run", "8km", "44:10", "--at", "17:50"], 1, "end in the future"),
        (["squat", "80x5", "--rpe", "11"], 1, "RPE is from 0 to 10"),
        (["squat", "80x5", "--minutes", "0"], 1, "from 1 minute"),
        (["squat", "80x5", "--date", "tomorrow"], 2, "no day"),
        (["squat", "80x5", "--at", "25:00"], 2, "no time of day"),
        ([], 2, "WORD"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_written(
    logged: Command, book: Callable[[], Logbook], words: list[str], code: int, says: str
) -> None:
    outcome = logged(*words)
    assert (outcome.code, says in outcome.err, outcome.out) == (code, True, "")
    assert sessions(book()) == []
