"""What a training cost: floating-point operations by formula, seconds and memory by measurement.

FLOPs count products of weights and activations, a multiplication and an addition as two. Attention scores,
norms and the optimizer are left out (of an 8B model at 512 tokens, 1%).
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch


@dataclass(frozen=True)
class MatmulParameters:
    """Weights that every token is multiplied with: the base's linear layers, its output head, the adapter.

    The embedding is a lookup and not among them; a head that shares its weights is.
    """

    layers: int
    head: int
    adapter: int = 0


def matmul_parameters(base: Any) -> MatmulParameters:
    """Counted by shape, because a 4-bit weight holds two parameters a byte."""
    head = base.get_output_embeddings()
    sizes = {
        layer: layer.in_features * layer.out_features
        for layer in base.modules()
        if isinstance(layer, torch.nn.Linear)
    }
    return MatmulParameters(sum(sizes.values()) - sizes[head], sizes[head])


def model_flops(parameters: MatmulParameters, tokens: int) -> float:
    """What the mathematics asks for: `tokens` without padding, each through everything, nothing twice.

    4 a parameter of the base (2 forward, 2 for the gradient of its input; frozen weights have none of their
    own) and 6 a parameter of the adapter. Throughput in these terms is comparable between implementations.
    """
    return float(tokens * (4 * (parameters.layers + parameters.head) + 6 * parameters.adapter))


def hardware_flops(parameters: MatmulParameters, *, padded: int, supervised: int, recomputed: float) -> float:
    """What is computed in fact: `padded` tokens through the layers, `supervised` ones through the head.

    Layers that recompute (a share `recomputed` of them) run forward once more. Validation is not counted.
    Below `model_flops` where little is padded or recomputed, since the head is spared most tokens. Counted,
    though torch spares it: the first layer's gradient of its input, and a recomputed layer's last product.
    """
    layers = (4 + 2 * recomputed) * parameters.layers + (6 + 2 * recomputed) * parameters.adapter
    return float(round(padded * layers + supervised * 4 * parameters.head))


def peak_memory() -> dict[str, int]:
    """The most memory this process held, in bytes: resident, and what it took of the GPU if there is one."""
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts KiB on Linux
    peak = {"peak_host_memory_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit}
    if torch.cuda.is_available():
        peak["peak_gpu_memory_bytes"] = torch.cuda.max_memory_reserved()
    return peak


class Meter:
    """Seconds and peak memory of a training over all its resumes, without work that a kill undid.

    earlier: the `reading` that the resumed checkpoint holds, empty at the beginning.
    """

    def __init__(self, earlier: dict[str, Any]) -> None:
        self.earlier = earlier
        self.began = time.monotonic()
        self.validation = earlier.get("validation_seconds", 0.0)

    def start(self) -> None:
        self.began = time.monotonic()

    @contextmanager
    def validating(self) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.validation += time.monotonic() - began

    def reading(self) -> dict[str, Any]:
        """wall_seconds (all of it), validation_seconds (its part), and the peaks of memory in bytes."""
        wall = self.earlier.get("wall_seconds", 0.0) + time.monotonic() - self.began
        peaks = {name: max(value, self.earlier.get(name, 0)) for name, value in peak_memory().items()}
        return {"wall_seconds": round(wall, 3), "validation_seconds": round(self.validation, 3), **peaks}
