"""The process that a server belongs to: when it is gone, so is the server."""

from __future__ import annotations

import os
import select
import sys
import time

LOOK_EVERY_SECONDS = 0.25


def wait_for_end(pid: int) -> None:
    """Blocks until the process `pid` has ended; returns at once when there is none."""
    if sys.platform == "win32":
        _wait_for_handle(pid)
    elif sys.platform == "linux":
        _wait_for_descriptor(pid)
    else:
        _wait_for_silence(pid)


def _wait_for_descriptor(pid: int) -> None:
    """By a pidfd: unlike a signal it tells a zombie from a living process, and knows when a pid was given away anew."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    except OSError:  # an old kernel, or a sandbox that forbids it
        _wait_for_silence(pid)
        return
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    poll.poll()
    os.close(descriptor)


def _wait_for_silence(pid: int) -> None:
    while _answers_signals(pid):
        time.sleep(LOOK_EVERY_SECONDS)


def _answers_signals(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _wait_for_handle(pid: int) -> None:
    import ctypes

    synchronize, forever = 0x00100000, -1
    kernel = ctypes.WinDLL("kernel32")  # pyright: ignore
    if handle := kernel.OpenProcess(synchronize, False, pid):  # pyright: ignore
        kernel.WaitForSingleObject(handle, forever)  # pyright: ignore
