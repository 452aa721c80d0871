"""Reading any table: delimiters, names of columns, lines, quotes, encodings, progress."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.formats import tables, texts
from hybridtui.formats.reading import UnreadableError
from tests.formats.options import options


def table(text: str | bytes) -> tables.Table:
    return tables.Table(text if isinstance(text, bytes) else text.encode(), options())


def rows(text: str | bytes, least: int | None = None) -> list[tuple[int, list[str]]]:
    return [(line, list(cells)) for line, cells in table(text).records(least)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_the_delimiter(delimiter: str) -> None:
    assert rows(f"a{delimiter}b\n1{delimiter}2\n") == [(2, ["1", "2"])]


def test_a_delimiter_inside_quotes_is_none() -> None:
    assert rows('"a, with, commas";b\n"1,5";2\n') == [(2, ["1,5", "2"])]


def test_columns_are_found_without_case_accents_and_spaces() -> None:
    header = tables.header_of(" Durée ,Nom de l’entraînement,DISTANCE,Distance")
    assert header.position("nom de l'entrainement") == 1
    assert header.position("time", "duree") == 0
    assert (header.position("distance"), header.position("distance", nth=1)) == (2, 3)
    assert (header.position("distance", nth=2), header.position("pace")) == (None, None)
    assert header.has("duree", "distance")
    assert not header.has("duree", "pace")


def test_a_row_is_known_by_the_line_it_begins_at() -> None:
    text = 'a,b\n1,"two\nlines"\n\n  ,\n3,4\n'
    assert rows(text) == [(2, ["1", "two\nlines"]), (6, ["3", "4"])]


def test_blank_lines_before_the_header_are_counted() -> None:
    assert rows("\n \na,b\n1,2\n") == [(4, ["1", "2"])]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(ending: str) -> None:
    assert rows(ending.join(("a,b", "1,2", "3,4"))) == [(2, ["1", "2"]), (3, ["3", "4"])]


def test_a_row_with_a_wrong_number_of_cells_is_refused_with_its_line() -> None:
    found = table("a,b,c\n1,2\n1,2,3\n1,2,3,4\n")
    assert [line for line, _ in found.records()] == [3]
    assert [(each.where, each.reason) for each in found.refused] == [
        ("line 2", "it has 2 cells, the header line 3; the row was left out"),
        ("line 4", "it has 4 cells, the header line 3; the row was left out"),
    ]


def test_empty_cells_at_the_end_of_a_row_may_be_missing_where_that_is_allowed() -> None:
    ((_, cells),) = rows("a,b,c\n1,2\n", least=2)
    assert (tables.cell(cells, 1), tables.cell(cells, 2), tables.cell(cells, None)) == ("2", "", "")
    assert rows("a,b,c\n1\n", least=2) == []


def test_a_quote_that_is_never_closed_refuses_the_table_by_its_line() -> None:
    with pytest.raises(UnreadableError, match="line 3: a quote is opened and never closed"):
        rows('a,b\n1,2\n1,"2\n' + "3,4\n" * 1000)


def test_quotes_that_do_not_match_refuse_one_row() -> None:
    found = table('a,b\n1,"2"x\n3,4\n')
    assert [line for line, _ in found.records()] == [3]
    assert [each.where for each in found.refused] == ["line 2"]


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_empty_file_is_no_table(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        table(data)


@pytest.mark.parametrize("data", [b"a,b\0\n", b"\xff\xfea"])
def test_what_is_no_text_is_no_table(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text"):
        table(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    found = table("Übung,b\nKönig,2\n".encode(encoding))
    assert found.header.names == ("ubung", "b")
    assert [cells[0] for _, cells in found.records()] == ["König"]
    assert found.warnings == ((texts.GUESSED,) if encoding == "cp1252" else ())


def test_a_table_without_a_header_line_is_read_by_one_that_is_given() -> None:
    found = tables.Table(b"1;2\n3;4\n", options(), tables.Header(";", ("a", "b")))
    assert [(line, list(cells)) for line, cells in found.records()] == [(1, ["1", "2"]), (2, ["3", "4"])]


def test_progress_is_told_in_bytes_and_never_goes_back() -> None:
    told: list[int] = []
    data = b"a,b\n" + b"1,2\n" * 20_000
    assert len(list(tables.Table(data, replace(options(), progress=told.append)).records())) == 20_000
    assert len(told) >= 5
    assert told == sorted(told)
    assert 0 < told[0] <= told[-1] <= len(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a,b" + b"," * tables.LONGEST_LINE + b"\n1,2\n", "line 1 has no end"),
        (b"a,b\n1,2\n" + b"," * tables.LONGEST_LINE + b"\n", "line 3 has no end"),
        (b"a,b\n1,2\n" + b"\n" * (tables.MOST_BLANK + 1), "are blank"),
        (b"a,b\n" + b"1\n" * (tables.MOST_REFUSED + 1), "cannot be read, the first in line 2: it has 1 cells"),
    ],
    ids=["endless header", "endless line", "blank rows", "refused rows"],
)
def test_what_never_ends_is_no_table(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        rows(data)


def test_the_longest_honest_line_is_read() -> None:
    long = "x" * 100_000
    assert rows(f"a,b\n1,{long}\n") == [(2, ["1", long])]


def test_refused_rows_are_kept_with_their_lines() -> None:
    found = table("a,b\n1,2\n")
    found.refuse(2, "it is odd")
    assert [(each.where, each.reason) for each in found.refused] == [("line 2", "it is odd")]
