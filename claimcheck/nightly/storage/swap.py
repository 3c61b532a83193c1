"""Two folders that change places at once, which Python's own library cannot ask for."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD of <fcntl.h>: a path starts from the folder that the process is in."""
_SWAP = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS: both are 2."""
_REFUSED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What systems and file systems say that do not know it."""


def swap_folders(one: Path, two: Path) -> bool:
    """Let ``one`` and ``two``, both there, change places; return False where the system cannot. Raises OSError."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(two)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(*paths, _SWAP)
    elif hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, paths[0], _HERE, paths[1], _SWAP)
    else:
        return False
    if failed and ctypes.get_errno() not in _REFUSED:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(two))
    return not failed
