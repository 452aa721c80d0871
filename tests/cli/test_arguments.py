"""What the command line asks for."""

from __future__ import annotations

from hybridtui import cli


def test_no_words_ask_for_what_the_parser_makes_of_none() -> None:
    assert cli.asked([]) == cli.parser().parse_args([])


def test_words_are_read_by_the_parser() -> None:
    asked = cli.asked(["--database", "x.db", "week", "--json"])
    assert (asked.database, asked.command, asked.json) == ("x.db", "week", True)
