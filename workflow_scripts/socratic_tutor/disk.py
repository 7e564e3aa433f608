"""Full disks, told from other faults: some writers hide them, and what to do is always the same."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

_PROBE = 1 << 20  # bytes


def refused_write(folder: str | Path) -> OSError | None:
    """The error with which the disk under `folder` refuses one more MiB, for instance because it is full.

    None if it takes it.
    """
    try:
        with tempfile.TemporaryFile(dir=folder) as stream:
            stream.write(bytes(_PROBE))
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        return error
    return None


def is_full_disk(error: BaseException | None) -> bool:
    """Whether this error, or one that it came from, says that the disk or the user's share of it is full.

    Writers in Rust (safetensors, tokenizers) raise errors of their own that quote the system's.
    """
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if os.strerror(errno.ENOSPC) in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
