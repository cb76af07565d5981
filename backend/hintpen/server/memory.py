"""Memory: pictures come and go all the time, so the C library should keep their pages at hand."""

from __future__ import annotations

import ctypes
import platform

_M_ARENA_MAX = -8
"""glibc's <malloc.h>."""


def share_one_arena() -> None:
    """Lets all threads of this process allocate from one arena, where the C library is glibc; else does nothing.

    Threads have arenas of their own otherwise, which give the pages of every picture back to the kernel at once and
    have them zeroed anew for the next: a third of the time that one more hint takes.
    """
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
