"""Archives for tests, honest ones and others."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping

Held = Mapping[str, bytes]


def zipped(files: Held, *, packed: bool = True) -> bytes:
    """Return a zip archive that holds files by name."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return whole.getvalue()


def gzipped(data: bytes) -> bytes:
    """Return a file packed by itself."""
    return gzip.compress(data, mtime=0)
