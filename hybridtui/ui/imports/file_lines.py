"""What came of each file of an import, in lines: alike files together, refused ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from textual.content import Content

from hybridtui.domain.imports import WHOLE_FILE, FileReport, FileStatus, Refusal
from hybridtui.domain.text import and_more, clean
from hybridtui.ui.look import DONE_SIGN, MISSED_SIGN, count
from hybridtui.ui.widgets.fitted import hanging

ALIKE = 3
"""From so many files with the same outcome on they are told in one breath."""

MOST_REASONS = 50
"""Different reasons told for one file; the rest are counted."""

MOST_PLACES = 6
"""Lines named that were left out for the same reason; the rest are counted."""

MOST_OUTCOMES = 200
"""Different outcomes told of files that fared alike; the files with others are counted."""

MOST_NAMES = {FileStatus.REFUSED: 100, FileStatus.PARTIAL: 100}
"""Names told of files with the same outcome; of those that are well a few do."""
A_FEW = 40

REASON_LIMIT = 600
INDENT = 4

ORDER = (FileStatus.REFUSED, FileStatus.PARTIAL, FileStatus.IMPORTED, FileStatus.KNOWN)
SIGNS = {
    FileStatus.IMPORTED: DONE_SIGN,
    FileStatus.PARTIAL: "!",
    FileStatus.KNOWN: "=",
    FileStatus.REFUSED: MISSED_SIGN,
}
COLOURS = {
    FileStatus.IMPORTED: "$text-success",
    FileStatus.PARTIAL: "$text-warning",
    FileStatus.KNOWN: "$foreground-muted",
    FileStatus.REFUSED: "$text-error",
}

Outcome = tuple[FileStatus, tuple[Refusal, ...], tuple[str, ...], tuple[str, ...]]


def file_lines(files: Iterable[FileReport], width: int) -> Iterator[Content]:
    """Yield the files with their state, each refusal with its line and reason, ``width`` cells wide."""
    for status, group in groupby(_together(files), key=lambda together: together[0].status):
        outcomes = list(group)
        yield from _outcomes(outcomes[:MOST_OUTCOMES], width)
        if more := sum(file.stands_for for same in outcomes[MOST_OUTCOMES:] for file in same):
            words = f"{count(more, 'more file')}{' refused' if status is FileStatus.REFUSED else ''}, for other reasons"
            yield Content.assemble((f"{SIGNS[status]} ", COLOURS[status]), (words, "$foreground-muted"))


def _outcomes(outcomes: Iterable[Sequence[FileReport]], width: int) -> Iterator[Content]:
    for together in outcomes:
        yield from hanging(Content(), _headline(together), width, 0)
        for line in _about(together[0]):
            yield from hanging(Content(" " * INDENT), line, width, INDENT)
        if len(together) > 1:
            yield from hanging(Content(" " * INDENT), _names(together), width, INDENT)


def _together(files: Iterable[FileReport]) -> list[tuple[FileReport, ...]]:
    """Put files with the same outcome together, refused ones first."""
    alike: dict[Outcome, list[FileReport]] = {}
    for file in files:
        alike.setdefault((file.status, file.refused, file.warnings, (*file.differences, *file.beside)), []).append(file)
    found: list[tuple[FileReport, ...]] = []
    for same in alike.values():
        found += [tuple(same)] if len(same) >= ALIKE else [(file,) for file in same]
    crowded = len(found) > MOST_OUTCOMES  # then those that many files share go first: they say the most
    return sorted(found, key=lambda each: (ORDER.index(each[0].status), -len(each) if crowded else 0))


def _headline(files: Sequence[FileReport]) -> Content:
    status = files[0].status
    name = _name(files[0]) if len(files) == 1 else f"{len(files):,} files"
    return Content.assemble(
        (f"{SIGNS[status]} ", COLOURS[status]), (name, "bold"), (f"  {_facts(files)}", "$foreground-muted")
    )


def _facts(files: Sequence[FileReport]) -> str:
    """Say what came of files in a few words: ``12 new, 3 known, 1 left out``."""
    status = files[0].status
    if status is FileStatus.REFUSED:
        return "refused"
    counts = (
        (sum(file.new for file in files), "new"),
        (sum(file.known for file in files), "known"),
        (sum(file.completed for file in files), "completed"),
        (sum(file.changed for file in files), "changed"),
        (sum(file.told_again for file in files), "told again"),
        (sum(len(file.refused) for file in files), "left out"),
    )
    facts = [f"{number:,} {word}" for number, word in counts if number]
    if weights := sum(file.weights for file in files):
        facts.append(count(weights, "body weight"))
    facts += files[0].beside if len(files) == 1 else ()
    if status is FileStatus.KNOWN and not any(
        file.completed or file.changed or file.weights or file.beside for file in files
    ):
        facts.append("nothing new")
    return ", ".join(facts)


def _about(file: FileReport) -> Iterator[Content]:
    """Yield what is to be said of a file: what was left out and why, warnings, what it would change."""
    reasons: dict[str, list[str]] = {}
    for refusal in file.refused:
        reasons.setdefault(refusal.reason, []).append(refusal.where)
    for reason, places in islice(reasons.items(), MOST_REASONS):
        where = "" if places == [WHOLE_FILE] else f"{_places(places)}: "
        yield Content(f"{where}{clean(reason, REASON_LIMIT)}")
    if (more := len(reasons) - MOST_REASONS) > 0:
        yield Content.styled(f"and {more:,} more reasons", "$foreground-muted")
    for warning in file.warnings:
        yield Content.styled(clean(warning, REASON_LIMIT), "$text-warning")
    for difference in file.differences:
        colour = {"+": "$text-success", "-": "$text-error"}.get(difference[:1], "$foreground-muted")
        yield Content.styled(clean(difference, REASON_LIMIT), colour)


def _places(places: Sequence[str]) -> str:
    """Name where things lie in a file.

    >>> _places(["line 57"]), _places(["line 57", "line 61"]), _places(["session 1", "set 3"])
    ('line 57', 'lines 57, 61', 'session 1, set 3')
    >>> _places([f"line {number}" for number in range(2, 11)])
    'lines 2, 3, 4, 5, 6, 7 and 3 more'
    """
    shown = [clean(place) for place in places[:MOST_PLACES]]
    words = {place.partition(" ")[0] for place in shown}
    if len(shown) > 1 and len(words) == 1 and all(" " in place for place in shown):
        text = f"{words.pop()}s {', '.join(place.partition(' ')[2] for place in shown)}"
    else:
        text = ", ".join(shown)
    return text + and_more(len(places) - MOST_PLACES)


def _names(files: Sequence[FileReport]) -> Content:
    most = MOST_NAMES.get(files[0].status, A_FEW)
    names = ", ".join(_name(file) for file in files[:most])
    return Content.styled(names + and_more(len(files) - most), "$foreground-muted")


def _name(file: FileReport) -> str:
    return clean(file.file.rsplit("/", 1)[-1])
