"""The report of a bug: places in the code, none of the athlete's values."""

from __future__ import annotations

from textual.worker import WorkerFailed

from hybridtui.ui.last_words import report


def broken(weight: float) -> None:
    raise KeyError(weight)


def test_of_a_worker_that_failed_the_report_names_the_place_where_it_did() -> None:
    try:
        broken(74.2)
    except KeyError as error:
        told = report(WorkerFailed(error))
    assert "WorkerFailed" in told
    assert "KeyError" in told
    assert told.rstrip().endswith(" broken")
    assert "74.2" not in told
