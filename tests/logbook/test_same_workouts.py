"""What was logged here and comes again from a watch's file counts once, for the totals and for the plan."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from hybridtui.domain.calendar import By, Week
from hybridtui.domain.entry import RunDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.imports import ImportOptions
from hybridtui.domain.session import Source
from hybridtui.domain.units import Distance
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.formats import fit_writer as fit

WEEK = Week(2026, 10)


@pytest.mark.parametrize(("metres", "counts"), [(6000.0, Source.APP), (None, Source.FIT)])
def test_a_run_logged_here_and_imported_counts_once(
    book: Logbook, clock: FixedClock, tmp_path: Path, metres: float | None, counts: Source
) -> None:
    """Saturday's run is done on Thursday; if it counted twice it would stand for Monday's too."""
    clock.pass_(24 * 3600)
    mine = book.sessions.start("w1-sat")
    clock.pass_(2400)
    book.sessions.log_run(mine.id, Place(1, 1), RunDraft(seconds=2400, distance=Distance(metres) if metres else None))
    book.sessions.finish(mine.id, rpe=4.0, minutes=40)
    began = mine.started.utc + timedelta(seconds=90)
    file = tmp_path / "run.fit"
    file.write_bytes(fit.fit(fit.file_id(began), fit.session(began, timer=2380.0, elapsed=2400.0, metres=6100.0)))
    assert book.imports.run([file], ImportOptions()).sessions == 1

    (week,) = book.history.totals(By.WEEK, 1)
    (month,) = book.history.totals(By.MONTH, 1)
    assert [(each.sessions, each.runs) for each in (week, month)] == [(1, 1), (1, 1)]
    assert week.run_s == (2400.0 if counts is Source.APP else 2380.0)
    assert book.plans.done() == {"w1-sat"}
    assert book.days.adherence(WEEK, WEEK)[0].run.kept == 1
    (counting,) = (line for line in book.history.lines() if line.same_as is None)
    (again,) = book.history.told_again(counting.id)
    assert (counting.source, again.same_as) == (counts, counting.id)
    for id_ in (counting.id, again.id):
        workout = book.matching.counts_as(id_)
        assert workout is not None
        assert workout.id == "w1-sat"

    book.sessions.count_by_itself(again.id, alone=True)
    assert book.history.totals(By.WEEK, 1)[0].runs == 2
    assert book.plans.done() == {"w1-sat", "w1-mon"}
    book.sessions.count_by_itself(again.id, alone=False)
    assert book.history.totals(By.WEEK, 1)[0].runs == 1
    book.sessions.undo_last()
    assert book.history.totals(By.WEEK, 1)[0].runs == 2
