"""Dates with months in the languages that apps write them in."""

from __future__ import annotations

from datetime import datetime

import pytest

from hybridtui.formats.cells import OddCellError
from hybridtui.formats.months import moment, month

LANGUAGES = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "en, long": "January February March April May June July August September October November December",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "fr, long": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "de, short": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "es, long": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez",
    "pt, long": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "pl, dated": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
    "ru, named": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "sv": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    "da": "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
}


@pytest.mark.parametrize("names", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_every_month_is_known_in_every_language(names: str) -> None:
    assert [month(name) for name in names.split()] == list(range(1, 13))
    dates = [moment(f"7 {name.upper()} 2024, 10:39") for name in names.split()]
    assert dates == [datetime(2024, number, 7, 10, 39) for number in range(1, 13)]


@pytest.mark.parametrize("word", ["jui", "ju", "ma", "", "lunes", "Aramis", "xyz", "x"])
def test_what_names_no_month_or_two_is_none(word: str) -> None:
    assert month(word) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("29 Jun 2024, 10:39", "2024-06-29T10:39:00"),
        ("May 15, 2026, 7:26 PM", "2026-05-15T19:26:00"),
        ("May 15, 2026, 7:26\u202fPM", "2026-05-15T19:26:00"),
        ("May 15, 2026 at 12:05 a.m.", "2026-05-15T00:05:00"),
        ("Oct 5, 2014, 4:15:21 PM", "2014-10-05T16:15:21"),
        ("15 may 2026, 7:26 p. m.", "2026-05-15T19:26:00"),
        ("05.06.2026, 07:30", "2026-06-05T07:30:00"),
        ("21.07.2026, 15:09:27", "2026-07-21T15:09:27"),
        ("27 de jul. de 2026, 19:00", "2026-07-27T19:00:00"),
        ("3 févr. 2024 à 10:39", "2024-02-03T10:39:00"),
        ("3. März 2024 um 10:39 Uhr", "2024-03-03T10:39:00"),
        ("29 июня 2024 г., 10:39", "2024-06-29T10:39:00"),
        ("29. jun. 2024 kl. 10.39", "2024-06-29T10:39:00"),
        ("2026-06-05T07:30:00", "2026-06-05T07:30:00"),
        ("2026-06-05T07:30:00+02:00", "2026-06-05T07:30:00+02:00"),
        ("2026-06-05 07:30", "2026-06-05T07:30:00"),
        ("2026-06-05 7:30:00\u202fPM", "2026-06-05T19:30:00"),
    ],
)
def test_every_shape_of_a_date_is_read(text: str, told: str) -> None:
    assert moment(text).isoformat() == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "10:39",
        "29 2024, 10:39",
        "29 Jun, 10:39",
        "29 Jun Jul 2024, 10:39",
        "31 Feb 2024, 10:39",
        "29 Jun 2024, 25:39",
        "05/06/2026, 07:30",
        "31.02.2026, 07:30",
        "29 Jun 99999, 10:39",
        "٢٩ Jun 2024, 10:39",
        "2024-13-01",
        "29 Jun 2024, 10:39" * 1000,
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(OddCellError, match="the date"):
        moment(text)


def test_an_unknown_month_is_named() -> None:
    with pytest.raises(OddCellError, match="the month 'brumaire' of the date '2 brumaire 2024, 10:39'"):
        moment("2 brumaire 2024, 10:39")
