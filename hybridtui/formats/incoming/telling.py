"""Reading one source to the end and handing its sessions on in parcels, whatever is wrong with it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from typing import BinaryIO, cast

from hybridtui.domain.imports import WHOLE_FILE, Refusal
from hybridtui.domain.outlines import Outline, outline
from hybridtui.domain.same_workout import MOST_A_DAY
from hybridtui.domain.session import Session
from hybridtui.formats.incoming.archives import ArchiveError
from hybridtui.formats.incoming.opening import Put, Shelf, Source
from hybridtui.formats.incoming.packing import packed
from hybridtui.formats.limits import FILE_BYTES, TOO_LARGE
from hybridtui.formats.reading import IrrelevantError, Read, ReadOptions, UnknownFormatError, UnreadableError
from hybridtui.formats.recognise import HEAD_BYTES, Format, Head, recognised

IN_A_PARCEL = 50
"""Sessions handed on at a time."""

_CROWDED = "{count:,} sessions on one day are more than anybody has; they were left out"

MEMORY = "it needs more memory than an import may take: split it into smaller files"
"""Why such a file is refused."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Some sessions of a source: packed, and in short."""

    data: bytes
    """Made, and to be unpacked, by :mod:`hybridtui.formats.incoming.packing`."""
    outlines: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a source told, but for its sessions; the last thing that comes of it."""

    read: Read
    """Without sessions."""
    sha256: str | None = None
    """Of the bytes that were read; None if the file is too large to be kept."""
    unknown: bool = False
    """True if it is of no format that is known."""
    irrelevant: bool = False
    """True if it is a sound file of another kind."""
    broken_off: bool = False
    """True if its reading never came to its end: what came of it before is not to be taken."""


def tell(source: Source, shelf: Shelf, options: ReadOptions) -> Iterator[Parcel | Told]:
    """Read a source; what is wrong with it comes as a refusal."""
    try:
        read, digest = _read(source, shelf, options.said(source.units))
    except UnknownFormatError as error:
        yield Told(refusing(str(error)), unknown=True)
    except UnreadableError as error:
        yield Told(refusing(str(error)), irrelevant=isinstance(error, IrrelevantError))
    except ArchiveError as error:
        yield Told(refusing(str(error)))
    except MemoryError:
        yield Told(refusing(MEMORY))
    except OSError as error:
        yield Told(refusing(f"it cannot be read: {error.strerror or error}"))
    except Exception as error:  # noqa: BLE001 - one file must not stop the others (reliability.md 3)
        yield Told(refusing(f"it is damaged, or written in an unknown way ({type(error).__name__})"))
    else:
        read = read if read.own else _believed(read)
        yield from _parcels(read.sessions, None if read.own else digest)
        yield Told(replace(read, sessions=()), digest)


def _believed(read: Read) -> Read:
    """Leave out the days on which a file tells more sessions than anybody has."""
    days = Counter(session.started.local_date for session in read.sessions)
    crowded = {day: count for day, count in days.items() if count > MOST_A_DAY}
    if not crowded:
        return read
    kept = tuple(session for session in read.sessions if session.started.local_date not in crowded)
    refused = [Refusal(day.isoformat(), _CROWDED.format(count=count)) for day, count in sorted(crowded.items())]
    return replace(read, sessions=kept, refused=(*read.refused, *refused))


def refusing(reason: str) -> Read:
    """Return what is read of a file that is refused as a whole."""
    return Read(refused=(Refusal(WHOLE_FILE, reason),))


def whole(source: Source, shelf: Shelf) -> bytes:
    """Return the bytes of a source, unpacked; of one larger than ``FILE_BYTES`` the first of them and one more.

    Raises:
        ArchiveError: if it is damaged.
        OSError: if it cannot be read.
    """
    with shelf.open(source) as stream:
        return stream.read(FILE_BYTES + 1)


def _parcels(sessions: Sequence[Session], digest: str | None) -> Iterator[Parcel]:
    """Pack sessions, each with the hash of the file that is kept for it."""
    waiting = iter(sessions)
    while some := tuple(replace(session, original=digest) for session in islice(waiting, IN_A_PARCEL)):
        yield Parcel(packed(some), tuple(map(outline, some)))


def _read(source: Source, shelf: Shelf, options: ReadOptions) -> tuple[Read, str | None]:
    with shelf.open(source) as stream:
        head = stream.read(HEAD_BYTES)
        format_ = recognised(Head(head))
        if format_.streamed:
            return _streamed(format_, Put(head, stream), options)
        data = head + stream.read(FILE_BYTES + 1 - len(head))
    if len(data) > FILE_BYTES:
        raise UnreadableError(TOO_LARGE)
    return format_.read(data, options), sha256(data).hexdigest()


def _streamed(format_: Format, stream: io.RawIOBase, options: ReadOptions) -> tuple[Read, str | None]:
    through = _Hashed(stream)
    read = format_.read_stream(cast("BinaryIO", io.BufferedReader(through)), options)
    while through.read(1 << 20):  # what follows the last element belongs to the file
        pass
    return read, through.digest


class _Hashed(io.RawIOBase):
    """A stream that is hashed while it is read."""

    def __init__(self, stream: io.RawIOBase) -> None:
        self._stream = stream
        self._hash = sha256()
        self._size = 0

    @property
    def digest(self) -> str | None:
        """SHA-256 of what was read; None if that is too large to be kept."""
        return self._hash.hexdigest() if self._size <= FILE_BYTES else None

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer as far as one read goes."""
        view = memoryview(cast("bytearray", buffer))
        some = self._stream.read(len(view)) or b""
        self._hash.update(some)
        self._size += len(some)
        view[: len(some)] = some
        return len(some)
