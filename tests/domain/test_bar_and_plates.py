"""Bar and plates as a line: read, said, written, and refused in words (science B.5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete, Plates
from hybridtui.domain.bar_and_plates import EXAMPLE, LONGEST, plates_words, read_plates, write_plates
from hybridtui.domain.problems import Problem
from hybridtui.domain.racks import Racks
from hybridtui.domain.units import Load, WeightUnit

KG, LB = WeightUnit.KG, WeightUnit.LB


def plates(*pairs: tuple[int, float], unit: WeightUnit = KG) -> tuple[Plates, ...]:
    return tuple(Plates(Load(weight, unit), count) for count, weight in pairs)


@pytest.mark.parametrize(
    ("text", "unit", "bar", "found"),
    [
        ("bar 20, 4x20 2x15 2x2.5", KG, Load(20), plates((4, 20), (2, 15), (2, 2.5))),
        ("bar 45, 4x45", LB, Load(45, LB), plates((4, 45), unit=LB)),
        ("bar 45 lb 4x45", KG, Load(45, LB), plates((4, 45), unit=LB)),
        ("2x2,5 4x20", KG, None, plates((4, 20), (2, 2.5))),
        ("4x20,2x15,2x2,5", KG, None, plates((4, 20), (2, 15), (2, 2.5))),
        ("BAR17,5; 4 × 20 kg", LB, Load(17.5), plates((4, 20))),
        ("bar 15", KG, Load(15), ()),
        ("", KG, None, ()),
        ("  ", LB, None, ()),
    ],
)
def test_bar_and_plates_are_read(text: str, unit: WeightUnit, bar: Load | None, found: tuple[Plates, ...]) -> None:
    assert read_plates(text, unit) == (bar, found)


def test_what_was_read_is_said_in_pairs() -> None:
    said = plates_words(*read_plates("bar 20, 4x20 2x2.5", KG))
    assert said == "20 kg bar; pairs: 4 × 20, 2 × 2.5 kg. Up to 190 kg; the smallest pair adds 5 kg."
    assert plates_words(*read_plates("4x45", LB)).startswith("45 lb bar; pairs: 4 × 45 lb.")
    assert plates_words(Load(15), ()) == "15 kg bar, with the plates of a usual gym."
    assert plates_words(None, ()) == "The bars and plates of a usual gym."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bar 20 kg, 4x45 lb", "All in kg or all in lb"),
        ("4x20 2x20", "named twice"),
        ("11x20", "1 to 10 pairs"),
        ("0x20", "1 to 10 pairs"),
        ("9" * 100 + "x20", "1 to 10 pairs"),
        ("2x0", "more than 0"),
        ("bar 0", "more than 0"),
        ("2x" + "9" * 150, "at most 200 kg"),
        ("bar 201", "at most 200 kg"),
        ("bar 20 bar 15", "One bar"),
        ("20 15 10", EXAMPLE[KG]),
        ("bar", EXAMPLE[KG]),
        ("nan x 20", EXAMPLE[KG]),
        ("2x1e3", EXAMPLE[KG]),
        ("٢x٢٠", EXAMPLE[KG]),
        ("\x1b]0;pwned\x07", EXAMPLE[KG]),
        ("[@click=app.quit]2x20[/]", EXAMPLE[KG]),
        (" ".join(f"1x{n}" for n in range(1, 15)), "At most 12"),
        ("2x20 " * 200_000, "too long"),
    ],
)
def test_what_cannot_be_is_refused_with_the_way_out(text: str, words: str) -> None:
    with pytest.raises(Problem) as refused:
        read_plates(text, KG)
    assert words in str(refused.value)
    assert str(refused.value).isprintable()


weights = st.integers(1, 20_000).map(lambda n: n / 100)


@given(
    st.sampled_from(WeightUnit),
    st.none() | weights,
    st.lists(st.tuples(weights, st.integers(1, 10)), max_size=8, unique_by=lambda pair: pair[0]),
)
def test_what_was_written_reads_back(unit: WeightUnit, bar: float | None, pairs: list[tuple[float, int]]) -> None:
    kept = tuple(Plates(Load(weight, unit), count) for weight, count in sorted(pairs, reverse=True))
    own = None if bar is None else Load(bar, unit)
    line = write_plates(own, kept)
    assert len(line) <= LONGEST
    for other in WeightUnit:
        assert read_plates(line, other) == (own, kept)


@given(st.text() | st.text("0123456789., xbarkgl", max_size=40), st.sampled_from(WeightUnit))
def test_whatever_is_typed_makes_a_rack_or_a_sentence(text: str, unit: WeightUnit) -> None:
    try:
        bar, found = read_plates(text, unit)
    except Problem:
        return
    assert plates_words(bar, found)
    assert (Racks.of(Athlete(bar=bar, plates=found)).own is None) == (bar is None and not found)
