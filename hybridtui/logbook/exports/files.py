"""Writing files so that each is there whole or as it was before: beside its place first, then moved there."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from hybridtui.domain.problems import Problem
from hybridtui.logbook.exports.places import shown

_WAYS_OUT = {
    errno.ENOSPC: "Make room, or name a place on another disk.",
    errno.EDQUOT: "Make room, or name a place on another disk.",
    errno.EACCES: "Name a place that you may write to.",
    errno.EPERM: "Name a place that you may write to.",
    errno.EROFS: "Name a place that can be written to.",
    errno.ENAMETOOLONG: "Name it shorter.",
}


class Drafts:
    """Files on their way to their places: moved there by :meth:`settle`, else gone when it is left."""

    def __init__(self) -> None:
        self._drafts: list[tuple[Path, Path]] = []
        self._made: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for draft, _ in self._drafts:
            with suppress(OSError):
                draft.unlink()
        if self._made is not None:
            with suppress(OSError):  # what was settled in it keeps it
                self._made.rmdir()

    def make_folder(self, folder: Path) -> None:
        """Make the folder that files go into, for its owner only, unless it is there.

        Raises:
            Problem: if it cannot be made.
        """
        if not folder.exists():
            with _in_words(folder):
                folder.mkdir(mode=0o700)
                self._made = folder

    @contextmanager
    def draft(self, place: Path) -> Iterator[IO[bytes]]:
        """Open a new file that is to come to ``place``; readable by its owner only, on the disk when it is closed.

        Raises:
            Problem: if it cannot be written.
        """
        with _in_words(place):
            descriptor, name = tempfile.mkstemp(prefix=".hybridtui-", suffix=".part", dir=place.parent)  # 0600
            self._drafts.append((Path(name), place))
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())

    def settle(self) -> None:
        """Move every file to its place, in place of one that is there.

        Raises:
            Problem: if one cannot be moved.
        """
        while self._drafts:
            draft, place = self._drafts[0]
            with _in_words(place):
                draft.replace(place)
                _sync_folder(place.parent)
            del self._drafts[0]
        if self._made is not None:
            _sync_folder(self._made.parent)


def _sync_folder(folder: Path) -> None:
    """Bring the new names in a folder to the disk, where the system knows how to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _in_words(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        way_out = _WAYS_OUT.get(error.errno or 0, "Name another place.")
        raise Problem(f"{shown(place)} was not written: {reason}. {way_out}") from error
