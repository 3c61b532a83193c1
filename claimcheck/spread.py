"""Work spread over processes: results in the order of what was asked, a few at a time, the same however many work."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
Shared = TypeVar("Shared")

_AHEAD = 4
"""Pieces of work in flight for each process: enough to keep it busy, few enough to keep memory flat."""

SOON = 4.0
"""Seconds of work that are done here before other processes start: to begin keeps two of them busy for about one."""

_ORPHANED = 1
"""Exit code of a process whose parent is gone; nobody is left to see it."""


def spread(
    asked: Iterable[Asked], work: Callable[[Asked, Shared], Answer], shared: Shared, processes: int
) -> Iterator[Answer]:
    """Yield ``work(each, shared)`` for each of ``asked``, in their order, each as soon as it is done.

    No more than a few are held at a time. With one process it is this one; several get ``shared`` once each.
    """
    if processes == 1:
        return (work(each, shared) for each in asked)
    return _over(asked, work, shared, processes)


def spread_many(
    asked: Iterable[Asked], work: Callable[[Asked, Shared], Answer], shared: Shared, processes: int
) -> Iterator[Answer]:
    """Yield what ``spread`` does, but begin in this process: what is done soon is not worth starting others for."""
    pieces = iter(asked)
    if processes > 1:
        until = time.process_time() + SOON
        for each in pieces:
            yield work(each, shared)
            if time.process_time() > until:
                break
        else:
            return
    yield from spread(pieces, work, shared, processes)


def _over(
    asked: Iterable[Asked], work: Callable[[Asked, Shared], Answer], shared: Shared, processes: int
) -> Iterator[Answer]:
    """Have a thread read ``asked``, so that an answer is handed on while the next has not come yet."""
    pending: queue.Queue[Future[Answer] | BaseException | None] = queue.Queue()
    free = threading.BoundedSemaphore(processes * _AHEAD)
    # Spawned, not forked: a fork of a program with threads may hang.
    with ProcessPoolExecutor(processes, get_context("spawn"), _start, (work, shared)) as pool:
        reader = threading.Thread(target=_feed, args=(asked, lambda each: pool.submit(_work, each), pending, free))
        reader.daemon = True
        reader.start()
        try:
            while (item := pending.get()) is not None:
                if isinstance(item, BaseException):
                    raise item
                yield item.result()
                free.release()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _feed(
    asked: Iterable[Asked],
    submit: Callable[[Asked], Future[Answer]],
    pending: queue.Queue[Future[Answer] | BaseException | None],
    free: threading.BoundedSemaphore,
) -> None:
    try:
        for each in asked:
            free.acquire()  # released by the reader of the answer
            pending.put(submit(each))
        pending.put(None)
    except BaseException as error:  # noqa: BLE001 - handed to the thread that can report it
        pending.put(error)


_doing: Callable[[Any], Any] | None = None


def _start(work: Callable[[Any, Any], Any], shared: Any) -> None:
    global _doing  # noqa: PLW0603 - a process of the pool does one kind of work
    _doing = lambda each: work(each, shared)  # noqa: E731
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when its parent does: one that is killed cannot tell its children to go."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(_ORPHANED)


def _work(each: Any) -> Any:
    assert _doing is not None
    return _doing(each)
