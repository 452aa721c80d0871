"""Opening what an import reads: a file, a file packed by itself, or one in an archive. Source: reliability.md 3.

Sizes that an archive claims are never trusted: what comes out is counted.
"""

from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self, cast

from hybridtui.domain.unit_questions import Units
from hybridtui.formats.incoming.archives import ArchiveError, largest, opened
from hybridtui.formats.limits import FILE_BYTES, MEMBER_BYTES, MOST_RATIO, STREAMED_BYTES, TOTAL_BYTES

GZIP_SIGN = b"\x1f\x8b"
_CHUNK = 1 << 20

_DAMAGE = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError)
_NO_MEMBER = (*_DAMAGE, NotImplementedError, RuntimeError, ValueError, KeyError)
_DAMAGED = "it is damaged in its archive: copy or download that again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something that can be read: a file, or one in an archive."""

    name: str
    """As people are shown it: ``export.zip: activities/1.fit.gz``."""
    path: Path
    members: tuple[str, ...] = ()
    """Names in archives that lie in one another, the outermost first; empty: the file itself."""
    size: int
    """Bytes to be read of it, for progress: as they lie on disk, or as the archive claims."""
    place: int = 0
    """Where it stands in the report."""
    notes: tuple[str, ...] = ()
    """What is to be told with it of the archive that it lies in."""
    perhaps: bool = False
    """True if it lies in a folder under a name that says little (``notes.txt``): it need not be an export."""
    units: Units | None = None
    """What the athlete said of it, where it does not name them."""
    one_of_many: bool = False
    """True if it lies in an archive whose files an app chose: those of other kinds are no mistake."""
    among: str = ""
    """The archive or folder that it was found in, as people are shown it; empty: it was named by itself."""


class Shelf:
    """Opens sources one after another; the archive opened last stays open."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._within: str | None = None
        self._outer: zipfile.ZipFile | None = None
        self._inner: zipfile.ZipFile | None = None
        self._spool: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what is open."""
        self._close_inner()
        if self._outer is not None:
            stream = self._outer.fp
            self._outer.close()
            if stream is not None:
                stream.close()
        self._outer = self._path = None

    @contextmanager
    def open(self, source: Source) -> Iterator[BinaryIO]:
        """Open a source; what is packed by itself comes unpacked.

        Raises:
            ArchiveError: while reading, if it is larger than it may be, or damaged.
            OSError: if the file cannot be read.
        """
        with self._raw(source) as (raw, packed):
            head = raw.read(len(GZIP_SIGN))
            if head == GZIP_SIGN:
                most = min(MEMBER_BYTES if source.members else FILE_BYTES, largest(packed))
                with gzip.open(Put(head, raw)) as plain:
                    yield cast("BinaryIO", io.BufferedReader(_Counted(cast("IO[bytes]", plain), most), _CHUNK))
            else:
                yield cast("BinaryIO", io.BufferedReader(_Counted(Put(head, raw), STREAMED_BYTES), _CHUNK))

    @contextmanager
    def _raw(self, source: Source) -> Iterator[tuple[IO[bytes], int]]:
        if not source.members:
            with source.path.open("rb") as file:
                yield file, source.size
            return
        member, info = _member(self.archive(source.path, source.members[:-1]), source.members[-1])
        with member:
            most = min(info.file_size, largest(info.compress_size))
            yield io.BufferedReader(_Counted(member, most), _CHUNK), info.compress_size

    def archive(self, path: Path, within: tuple[str, ...] = ()) -> zipfile.ZipFile:
        """Return the archive at a path, or the one that lies in it.

        Raises:
            ArchiveError: if it cannot be read.
            OSError: if the file cannot be.
        """
        if self._outer is None or self._path != path:
            self.close()
            self._outer = opened(path.open("rb"))
            self._path = path
        if not within:
            return self._outer
        (name,) = within
        if self._inner is None or self._within != name:
            self._close_inner()
            self._spool = self._unpacked(self._outer, name)
            self._inner, self._within = opened(self._spool), name
        return self._inner

    def _unpacked(self, outer: zipfile.ZipFile, name: str) -> BinaryIO:
        """Return an archive of an archive, unpacked into a file without a name."""
        member, info = _member(outer, name)
        spool = cast("BinaryIO", tempfile.TemporaryFile(prefix="hybridtui-"))  # noqa: SIM115 - closed with the shelf
        try:
            with member:
                counted = _Counted(member, min(TOTAL_BYTES, largest(info.compress_size)))
                while some := counted.read(_CHUNK):
                    spool.write(some)
        except BaseException:
            spool.close()
            raise
        return spool

    def _close_inner(self) -> None:
        if self._inner is not None:
            self._inner.close()
        if self._spool is not None:
            self._spool.close()
        self._inner = self._spool = self._within = None


def _member(archive: zipfile.ZipFile, name: str) -> tuple[IO[bytes], zipfile.ZipInfo]:
    try:
        info = archive.getinfo(name)
        return archive.open(info), info
    except _NO_MEMBER as error:
        raise ArchiveError(_DAMAGED) from error


class Put(io.RawIOBase):
    """A stream with what was already read of it put back in front."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer as far as one read goes."""
        view = memoryview(cast("bytearray", buffer))
        some = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(some)] = some
        return len(some)


class _Counted(io.RawIOBase):
    """A stream that ends with an error where it is longer than it may be."""

    def __init__(self, stream: IO[bytes] | io.RawIOBase, most: int) -> None:
        self._stream = stream
        self._left = most

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer as far as one read goes."""
        view = memoryview(cast("bytearray", buffer))
        try:
            some = self._stream.read(min(len(view), _CHUNK)) or b""
        except _DAMAGE as error:
            raise ArchiveError(_DAMAGED) from error
        self._left -= len(some)
        if self._left < 0:
            raise ArchiveError(f"it is packed more than {MOST_RATIO} times smaller than it is, or larger than it says")
        view[: len(some)] = some
        return len(some)
