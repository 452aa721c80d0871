"""Numbers, durations and dates as they stand in cells; what is none of them is refused by name."""

from __future__ import annotations

import pytest

from hybridtui.formats.cells import OddCellError, duration, local_time, number, whole


@pytest.mark.parametrize(
    ("text", "value"),
    [("", 0), ("8", 8), ("8.5", 8.5), ("8,5", 8.5), (" 44.09245243697551 ", 44.09245243697551), ("1.0E-4", 0.0001)],
)
def test_numbers(text: str, value: float) -> None:
    assert number("it", text) == value


@pytest.mark.parametrize(
    "text", ["nan", "inf", "1_000", "٣", "0x10", "1.234,5", "abc", "9" * 5000, "--5", "1e9999", "½", "5 kg"]
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    with pytest.raises(OddCellError, match=r"it '.*' is no number"):
        number("it", text)


@pytest.mark.parametrize(("text", "value"), [("10", 10), ("10.0", 10), ("10,0", 10), ("", 0)])
def test_whole_numbers(text: str, value: int) -> None:
    assert whole("it", text) == value


@pytest.mark.parametrize("text", ["10.5", "1e300", "x"])
def test_no_whole_numbers(text: str) -> None:
    with pytest.raises(OddCellError):
        whole("it", text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("", None),
        ("31m", 1860),
        ("1h 5m", 3900),
        ("1h", 3600),
        ("31min", 1860),
        ("1h 10min", 4200),
        ("20s", 20),
        ("1小时15分钟", 4500),
        ("58分钟", 3480),
        ("2227", 2227),
        ("2227.0", 2227),
        ("264h 1m", 950460),
        ("1:05:00", 3900),
        ("1:05", 3900),
        ("1 hr 5 min", 3900),
    ],
)
def test_durations(text: str, seconds: float | None) -> None:
    assert duration(text) == seconds


@pytest.mark.parametrize("text", ["soon", "5 apples", "1h foo", "h", "-5m"])
def test_no_durations(text: str) -> None:
    with pytest.raises(OddCellError):
        duration(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-05-01 17:36:08", "2024-05-01T17:36:08"),
        ("2024-05-01T17:36:08", "2024-05-01T17:36:08"),
        ("2024-05-01 7:36", "2024-05-01T07:36:00"),
        ("2024-05-01 7:36:08\u202fPM", "2024-05-01T19:36:08"),
        ("2024-05-01 12:36:08\u202fam", "2024-05-01T00:36:08"),
        ("2024-05-01 12:00:00 p.m.", "2024-05-01T12:00:00"),
        ("2024-05-01", "2024-05-01T00:00:00"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert local_time(text).isoformat() == iso


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2024-02-30 10:00:00", "2024-13-01", "01/05/2024", "2024-05-01 25:00"]
)
def test_no_dates(text: str) -> None:
    with pytest.raises(OddCellError):
        local_time(text)
