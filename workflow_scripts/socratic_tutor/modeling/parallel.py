"""Data-parallel training on one machine: every process takes its share of a batch, gradients are summed.

On two cores two processes with a thread each train the small base faster than one process with two threads,
since small matrices do not split well among threads. All see the same sums, so all keep the same weights.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from torch.multiprocessing import start_processes


@contextmanager
def team(processes: int, follow: Callable[..., None], arguments: tuple[Any, ...]) -> Iterator[None]:
    """This process as number 0 of a group whose others run `follow(*arguments)`.

    follow: a module's function; with the arguments it is pickled into fresh processes. They end with this
    one, and with the block: by themselves, or, if it raises, at once. One process starts no others.
    """
    if processes == 1:
        yield
        return
    if sys.platform == "linux":
        os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")  # the machine's own name may have no address
    with tempfile.TemporaryDirectory(prefix="socratic-team-") as folder:
        meeting = f"file://{Path(folder) / 'meeting'}"
        context = start_processes(
            _member,
            args=(processes, meeting, follow, arguments),
            nprocs=processes - 1,
            join=False,
            start_method="spawn",
        )
        try:
            dist.init_process_group("gloo", init_method=meeting, rank=0, world_size=processes)
            yield
            while not context.join():
                pass
        except RuntimeError:
            context.join(timeout=5)  # a group that broke: the member's own error says why
            raise
        finally:
            for process in context.processes:
                process.terminate()
            if dist.is_initialized():
                dist.destroy_process_group()


def _member(
    index: int, processes: int, meeting: str, follow: Callable[..., None], arguments: tuple[Any, ...]
) -> None:
    dist.init_process_group("gloo", init_method=meeting, rank=index + 1, world_size=processes)
    follow(*arguments)
    dist.destroy_process_group()


def rank() -> int:
    """This process' number in the group; 0 without one."""
    return dist.get_rank() if dist.is_initialized() else 0


def size() -> int:
    """Processes of the group; 1 without one."""
    return dist.get_world_size() if dist.is_initialized() else 1


def same_everywhere(tensors: Iterable[torch.Tensor]) -> None:
    """Give every process the values of process 0, in place."""
    if dist.is_initialized():
        for tensor in tensors:
            dist.broadcast(tensor.data, 0)


def summed(tensors: list[torch.Tensor]) -> None:
    """Replace each tensor by its sum over the processes, in one message."""
    if dist.is_initialized():
        flat = torch.cat([tensor.flatten() for tensor in tensors])
        dist.all_reduce(flat)
        for tensor, total in zip(tensors, flat.split([t.numel() for t in tensors]), strict=True):
            tensor.copy_(total.view_as(tensor))
