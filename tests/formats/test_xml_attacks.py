"""XML made to harm: refused with a sentence or read, at once and in little memory. Source: reliability.md 3."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from hybridtui.formats import read
from hybridtui.formats.reading import Read, UnreadableError
from hybridtui.formats.xml import gpx
from hybridtui.formats.xml.reading import CHUNK_BYTES, DEEPEST, Walk, real
from tests import pace
from tests.formats.options import options
from tests.formats.peak import risen_kb
from tests.formats.xml_files import apple, one, point, points, refusal, segment, tcx, track, workout
from tests.formats.xml_files import gpx as gpx_file

SECONDS = 2.0
"""So long an attack may take."""

PEAK_KB = 300_000
"""So much memory it may take, the file itself included."""

ROOT = Path(__file__).parents[2]

RUN = track(segment(points(0, 10, 40)))

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


def xml(inside: str, root: str, doctype: str = "") -> str:
    return f'<?xml version="1.0"?>{doctype}<{root}>{inside}</{root}>'


@pytest.fixture
def at_once() -> Iterator[None]:
    with pace.at_once(SECONDS):
        yield


ROOTS = ("gpx", "TrainingCenterDatabase", "HealthData")


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize(
    ("subset", "inside"),
    [
        (f'<!ENTITY a0 "ha">{LAUGHS}', "<trk><name>&a9;</name></trk>"),
        (f'<!ENTITY a "{"a" * 50_000}">', f"<trk><name>{'&a;' * 40_000}</name></trk>"),
        ('<!ENTITY a SYSTEM "file:///etc/passwd">', "<trk><name>&a;</name></trk>"),
        ('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;', ""),
        ("<!ENTITY % a \"&#60;!ENTITY b SYSTEM 'file:///etc/passwd'>\"> %a;", "<trk><name>&b;</name></trk>"),
    ],
    ids=["laughs", "quadratic", "external entity", "external parameter", "parameter"],
)
def test_entities_refuse_the_file(root: str, subset: str, inside: str) -> None:
    assert "DOCTYPE" in refusal(xml(inside, root, f"<!DOCTYPE {root} [{subset}]>"))


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("where", ['SYSTEM "http://127.0.0.1:9/a.dtd"', 'PUBLIC "-//x" "http://127.0.0.1:9/a.dtd"'])
def test_a_dtd_elsewhere_is_neither_fetched_nor_let_in(root: str, where: str) -> None:
    assert "DOCTYPE" in refusal(xml("", root, f"<!DOCTYPE {root} {where}>"))


@pytest.mark.parametrize(
    "before",
    ["<!-- a -->", "<?a b?>", "\n\t ", "<!-- <gpx> --><?x <gpx?> <!---->", "\ufeff", f"<!--{'a' * 5000}-->"],
)
def test_a_doctype_is_found_behind_comments_and_instructions(before: str) -> None:
    doctype = f"{before}<!DOCTYPE gpx [<!ENTITY a 'x'>]>"
    text = f"{doctype}{gpx_file(RUN).partition('?>')[2]}"
    with pytest.raises(UnreadableError, match="DOCTYPE"):
        gpx.read(text.encode(), options())


@pytest.mark.parametrize("before", ["<? <!DOCTYPE gpx [<!ENTITY a 'x'>]>?>", "<!-- ", "<?a ", "<!-- a"])
def test_a_beginning_that_hides_one_refuses_the_file(before: str) -> None:
    with pytest.raises(UnreadableError):
        gpx.read(f"{before}{gpx_file(RUN).partition('?>')[2]}".encode(), options())


def test_a_doctype_behind_the_bytes_that_are_looked_at_refuses_the_file() -> None:
    head = b"<!--a-->" * (CHUNK_BYTES // 8)
    doctype = b"<!DOCTYPE gpx [<!ENTITY a 'x'>]>"
    for data in (head + doctype, head[:-8] + doctype.rjust(40), head[8:] + b" " * 8 + doctype, head[:-4]):
        with pytest.raises(UnreadableError):
            gpx.read(data + gpx_file(RUN).partition("?>")[2].encode(), options())


def test_content_of_files_never_leaks(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not tell", encoding="utf-8")
    for root in ROOTS:
        entity = f'<!DOCTYPE {root} [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
        found = read(xml("<trk><name>&a;</name></trk>", root, entity).encode(), options())
        assert "do not tell" not in str(found)
        assert found.sessions == ()


def test_an_entity_without_declaration_is_passed_over() -> None:
    session = one(gpx_file(track(segment(points(0, 10, 40)), name="a&secret;b")))
    assert session.title == "ab"
    assert "recovered" in session.flags


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("root", ROOTS)
def test_deep_nesting_is_refused(root: str) -> None:
    for depth in (200_000, 300, DEEPEST + 1):
        assert "nested" in refusal(xml("<a>" * depth + "</a>" * depth, root))
    assert "nested" in refusal(xml("<a>" * 200_000, root))


def test_what_is_not_too_deep_is_read() -> None:
    depth = DEEPEST - 1
    assert one(gpx_file("<a>" * depth + "</a>" * depth, RUN)).run_s == 400


FLOODS = {
    "huge text": lambda: f"<name>{'x' * 20_000_000}</name>",
    "huge attribute": lambda: f'<name a="{"x" * 20_000_000}"/>',
    "huge comment": lambda: f"<!--{'x' * 20_000_000}-->",
    "huge cdata": lambda: f"<![CDATA[{'x' * 20_000_000}]]>",
    "many attributes": lambda: "<name " + " ".join(f"a{n}=''" for n in range(1_000_000)) + "/>",
    "many namespaces": lambda: "<name " + " ".join(f"xmlns:a{n}='u{n}'" for n in range(300_000)) + "/>",
    "many elements": lambda: "<a/>" * 3_000_000,
    "many children": lambda: f"<trk>{'<a/>' * 3_000_000}</trk>",
    "many tracks": lambda: "<trk><trkseg/></trk>" * 100_000,
    "many comments": lambda: "<!--a-->" * 2_000_000,
    "many instructions": lambda: "<?a b?>" * 2_000_000,
    "many errors": lambda: "& " * 3_000_000,
    "many prefixes": lambda: "<a:b/>" * 200_000,
    "many names": lambda: "".join(f"<a{n}/>" for n in range(500_000)),
    "no end": lambda: "<trk" + " " * 5_000_000,
}


def report() -> None:
    """Read every flood and say what it took, for a process of its own."""
    for name, flood in FLOODS.items():
        data = gpx_file(flood(), RUN).encode()
        with risen_kb() as risen:
            began = time.process_time()
            found = read(data, options())
            seconds = time.process_time() - began
            peak = len(data) // 1000 + risen()
        reason = found.refused[0].reason if found.refused else ""
        print(json.dumps([name, len(found.sessions), reason, seconds, peak]))


def test_floods_are_refused_or_read_at_once_and_in_little_memory() -> None:
    script = f"from {__name__} import report; report()"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert [line[0] for line in lines] == list(FLOODS)
    for name, sessions, reason, seconds, peak in lines:
        assert pace.in_time(seconds, SECONDS), name
        assert (sessions == 1) is (reason == ""), name
        assert len(reason) < 200, name
        assert peak < PEAK_KB, name
    refused = {name for name, _, reason, *_ in lines if reason}
    assert {"huge text", "huge attribute", "many attributes", "many children", "many tracks"} <= refused


@pytest.mark.usefixtures("at_once")
def test_comments_and_instructions_before_the_first_element_are_passed_over() -> None:
    head = "<!--a-->" * 20_000 + "<?a b?>" * 5_000
    data = gpx_file(RUN).replace("<gpx", f"{head}<gpx", 1).encode()
    walk = Walk(io.BytesIO(data), "gpx", ("trkpt",))
    assert sum(1 for _ in walk) == 11
    with pytest.raises(UnreadableError):
        list(Walk(io.BytesIO(b"<!--" + b"a" * 3 * CHUNK_BYTES + b"--><gpx/>"), "gpx", ("trkpt",)))


def test_python_holds_no_more_of_a_large_file_than_of_a_small_one() -> None:
    def peak(count: int) -> int:
        data = gpx_file(track(segment(*(point(0, n) for n in range(count))))).encode()
        tracemalloc.start()
        try:
            gpx.read(data, options())
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(8_000) < 400_000 + peak(4_000)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_doctype_in_utf_16_is_seen_too(encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    text = mark + xml("<trk/>", "gpx", "<!DOCTYPE gpx [<!ENTITY a 'x'>]>")
    assert "DOCTYPE" in refusal(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_without_a_mark_are_refused(encoding: str) -> None:
    assert read(gpx_file(RUN).encode(encoding), options()).sessions == ()
    with pytest.raises(UnreadableError):
        gpx.read(gpx_file(RUN).encode(encoding), options())


@pytest.mark.parametrize("name", ["utf-7", "cp037", "rot13", "base64", "unknown", "utf_8_sig_x", "idna", "hex"])
def test_encodings_that_can_hide_markup_are_refused(name: str) -> None:
    text = gpx_file(RUN).replace("UTF-8", name)
    assert "encoding" in refusal(text)


def test_utf_7_hides_no_doctype() -> None:
    hidden = '?>+ADwAIQ-DOCTYPE gpx +AFsAPAAh-ENTITY a "x"+AD4AXQA+-'
    text = gpx_file(RUN).replace("?>", hidden, 1).replace("UTF-8", "UTF-7")
    assert "encoding" in refusal(text)


def test_an_encoding_that_is_a_lie_is_read_as_what_it_is() -> None:
    assert one(gpx_file(RUN).replace("UTF-8", "UTF-16")).run_s == 400


@pytest.mark.parametrize(
    "text", ["nan", "inf", "-inf", "1e999", "1_000", "١٢", "0x10", "", " ", "1,5", "--1", "9" * 5000]
)
def test_numbers_that_are_none(text: str) -> None:
    assert real(text) is None


@pytest.mark.parametrize("value", ["nan", "inf", "1e308", "-5", "9" * 400])
def test_numbers_out_of_range_reach_no_session(value: str) -> None:
    lap = f'<Lap StartTime="2026-03-01T08:00:00Z"><TotalTimeSeconds>{value}</TotalTimeSeconds></Lap>'
    texts = [
        tcx(f'<Activity Sport="Running"><Id>2026-03-01T08:00:00Z</Id>{lap}</Activity>'),
        apple(workout(duration=value, totalDistance=value, endDate="")),
    ]
    for text in texts:
        found: Read = read(text.encode(), options())
        assert found.sessions == ()
        assert found.refused


@pytest.mark.parametrize(
    "when", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1969-12-31T00:00:00Z", "2026-13-01"]
)
def test_dates_that_cannot_be_are_refused(when: str) -> None:
    data = gpx_file(track(segment(f'<trkpt lat="48" lon="11"><time>{when}</time></trkpt>'))).encode()
    assert read(data, options()).sessions == ()
