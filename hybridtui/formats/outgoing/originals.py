"""The imported files as they came, byte for byte, under names that are safe on any disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from hybridtui.domain.text import clean
from hybridtui.formats.writing import Exported, OutFile

LONGEST_NAME = 100
"""Characters of a name, its ending included."""

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def write(exported: Exported) -> Iterator[OutFile]:
    """Yield the imported files; with ``since``, those that told a session of that day or later."""
    wanted = None if exported.since is None else {session.original for session in exported.sessions()}
    taken: set[str] = set()
    for original in exported.originals():
        if wanted is None or original.sha256 in wanted:
            name = _free(safe_name(original.name), original.sha256, taken)
            taken.add(name.casefold())
            yield OutFile(name, (original.data,))


def safe_name(name: str) -> str:
    r"""Return a name without folders and signs that some disk forbids.

    >>> safe_name("a/b/../run:1.fit"), safe_name("C:\\x\\NUL"), safe_name("..")
    ('run-1.fit', '_NUL', 'file')
    """
    last = re.split(r"[/\\]", clean(name, 400))[-1]
    safe = _UNSAFE.sub("-", last).strip(" .") or "file"
    if _RESERVED.match(safe):
        safe = f"_{safe}"
    ending = PurePosixPath(safe).suffix[:12]
    return safe if len(safe) <= LONGEST_NAME else safe[: LONGEST_NAME - len(ending)].rstrip(" .") + ending


def _free(name: str, sha: str, taken: set[str]) -> str:
    """Return a name that no other file of the export has: two disks in three do not tell cases apart."""
    if name.casefold() not in taken:
        return name
    path = PurePosixPath(name)
    return f"{path.stem}-{sha[:12]}{path.suffix}"
