"""The files that told new sessions, kept as they are: read again when they are written, since nothing was held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from hybridtui.domain.imports import Original
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import NAME_LIMIT, clean
from hybridtui.formats.incoming.archives import ArchiveError
from hybridtui.formats.incoming.opening import Shelf, Source
from hybridtui.formats.incoming.telling import whole
from hybridtui.formats.limits import FILE_BYTES
from hybridtui.logbook.imports.read_file import ReadFile
from hybridtui.logbook.imports.reading import STOPPED

NOT_KEPT = f"it is larger than {FILE_BYTES // 1_000_000} MB: its sessions are imported, the file itself is not kept"
"""Warning of a file that no session can name."""


class Originals(Iterable[Original]):
    """The files, one after another, as often as they are asked for.

    Raises while they are gone through:
        Problem: if one is no longer what was read, or the import is stopped.
    """

    def __init__(self, files: Sequence[ReadFile], cancelled: Callable[[], bool]) -> None:
        self._files = {file.digest: file for file in files if file.digest and not file.own}
        self._cancelled = cancelled

    def __iter__(self) -> Iterator[Original]:
        with Shelf() as shelf:
            for digest, file in self._files.items():
                if self._cancelled():
                    raise Problem(STOPPED)
                if file.source is not None:
                    yield _kept(file.source, digest, shelf)


def _kept(source: Source, digest: str, shelf: Shelf) -> Original:
    if not source.path.is_file():  # gone, or a pipe by now: to open that is to wait for good
        raise Problem(_changed(source))
    try:
        data = whole(source, shelf)
    except (OSError, ArchiveError) as error:
        raise Problem(_changed(source)) from error
    if sha256(data).hexdigest() != digest:
        raise Problem(_changed(source))
    return Original(digest, _name(source), data)


def _changed(source: Source) -> str:
    return f"{clean(source.name, 200)} changed while it was looked at: nothing was added. Read it again."


def _name(source: Source) -> str:
    """Return what a file is called by itself, unpacked."""
    last = (source.members[-1] if source.members else source.path.name).replace("\\", "/").rpartition("/")[2]
    return clean(last, NAME_LIMIT).removesuffix(".gz").removesuffix(".GZ") or "file"
