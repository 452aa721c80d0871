"""Sessions packed for the way from a worker to the log come out as they went in."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from hybridtui.formats.incoming.packing import packed, unpacked
from tests.formats.daybook_values import histories


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_sessions_come_out_as_they_went_in(history) -> None:
    told = tuple(history)
    assert unpacked(packed(told)) == told
