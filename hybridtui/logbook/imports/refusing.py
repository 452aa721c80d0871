"""Files that were refused, told so that people can read it: of tens of thousands a few by name, the rest in counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hybridtui.domain.imports import Refusal
from hybridtui.formats.incoming.strangers import MOST_STRANGE
from hybridtui.formats.incoming.telling import Told, refusing
from hybridtui.formats.reading import Read
from hybridtui.logbook.imports.read_file import ReadFile

MOST_BY_NAME = 100
"""Refused files of one archive or folder that are told one by one."""

MOST_REASONS = 20
"""Reasons that are counted for the others; a reason counts as far as it is the same for all."""

_SAME_FOR_ALL = re.compile(r"[^:;(]+")
"""What a reason says before it tells of the file itself: ``its first line is no header that is known``."""


def given_up(files: Sequence[ReadFile]) -> list[ReadFile]:
    """Put one refusal in the place of the files of each archive that was not looked at to its end."""
    left = Counter(file.among for file in files if file.told is None)
    first = {file.among: file for file in reversed(files) if file.among in left and file.refused}
    told = [file for file in files if file.told is not None and not (file.among in left and file.refused)]
    return [*told, *(_no_export(file, left[among]) for among, file in first.items())]


def _no_export(first: ReadFile, left: int) -> ReadFile:
    """Refuse an archive as a whole, by the first of its files."""
    why = next((refusal.reason for refusal in first.told.read.refused), "") if first.told is not None else ""
    reason = (
        f"it seems to be no export: of {MOST_STRANGE:,} files in it none is of a known kind, and the other {left:,} "
        f"were not looked at; name those that are exports. The first of them: {why}"
    )
    return ReadFile(first.among, first.place, None, told=Told(refusing(reason)))


def counted(files: Sequence[ReadFile]) -> list[ReadFile]:
    """Return files with all but some of those that were refused of each archive or folder put together."""
    kept: list[ReadFile] = []
    more: dict[str, list[ReadFile]] = {}
    by_name: Counter[str] = Counter()
    for file in files:
        by_name[file.among] += file.refused
        if file.among and file.refused and not file.asks and by_name[file.among] > MOST_BY_NAME:
            more.setdefault(file.among, []).append(file)
        else:
            kept.append(file)
    return [*kept, *(_together(among, some) for among, some in more.items())]


def _together(among: str, files: Sequence[ReadFile]) -> ReadFile:
    name = f"{among}: {len(files):,} more files"
    told = Told(Read(refused=tuple(_reasons(files))))
    return ReadFile(name, files[-1].place, None, stands_for=len(files), told=told)


def _reasons(files: Sequence[ReadFile]) -> Iterator[Refusal]:
    reasons = (file.told.read.refused[0].reason for file in files if file.told is not None)
    common = Counter(match[0].strip() for reason in reasons if (match := _SAME_FOR_ALL.match(reason))).most_common()
    for reason, count in common[:MOST_REASONS]:
        yield Refusal(_files(count), reason)
    if rest := sum(count for _, count in common[MOST_REASONS:]):
        yield Refusal(_files(rest), "other reasons")


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"
