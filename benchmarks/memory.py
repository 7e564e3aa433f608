"""The peak memory of this very process.

`ru_maxrss` will not do: a child begins with its parent's peak, so that a small process started by a large one
is given the large one's figure. The kernel's high-water mark of the process's own memory begins anew.
"""

from __future__ import annotations

import re
from pathlib import Path


def peak_mib() -> int:
    """MiB of resident memory at most until now; OSError where the system has no /proc (all but Linux)."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    if found is None:
        raise OSError("/proc/self/status names no VmHWM")
    return int(found[1]) // 1024
