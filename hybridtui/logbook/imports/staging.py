"""Where sessions wait until they are written: a file without a name, so that a long history fills no memory."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import NamedTuple

IN_MEMORY_BYTES = 4_000_000
"""So much waits in memory: a small import touches no disk."""


class Slot(NamedTuple):
    """Where something lies."""

    offset: int
    size: int


class Staging:
    """Keeps bytes until it is closed; then nothing of them is left."""

    def __init__(self) -> None:
        self._made: SpooledTemporaryFile[bytes] | None = None
        self._end = 0

    @property
    def _file(self) -> SpooledTemporaryFile[bytes]:
        """The file, made when something is to be kept."""
        if self._made is None:
            self._made = SpooledTemporaryFile(max_size=IN_MEMORY_BYTES, prefix="hybridtui-")  # noqa: SIM115 - kept open
        return self._made

    def put(self, data: bytes) -> Slot:
        """Lay something down and return where it lies."""
        slot = Slot(self._end, len(data))
        self._file.seek(self._end)
        self._file.write(data)
        self._end += len(data)
        return slot

    def get(self, slot: Slot) -> bytes:
        """Return what lies there."""
        self._file.seek(slot.offset)
        return self._file.read(slot.size)

    def close(self) -> None:
        """Give all of it back."""
        if self._made is not None:
            self._made.close()
