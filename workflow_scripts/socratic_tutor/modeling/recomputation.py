"""Gradient checkpointing as a budget: some decoder layers recompute their activations, the others keep them.

The stock switch is all or nothing. A layer that recomputes runs forward once more and keeps its input only.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from torch.utils.checkpoint import checkpoint
from transformers.modeling_layers import GradientCheckpointingLayer


def recompute(model: Any, share: float) -> float:
    """Let the first `share` (0 .. 1) of the decoder layers recompute; returns the share in whole layers.

    Losses and gradients do not change: the recomputation draws the same dropout masks.
    """
    layers: list[Any] = [layer for layer in model.modules() if isinstance(layer, GradientCheckpointingLayer)]
    chosen = layers[: round(share * len(layers))]
    for layer in chosen:
        layer.gradient_checkpointing = True
        layer._gradient_checkpointing_func = partial(checkpoint, use_reentrant=False)
    return len(chosen) / len(layers) if layers else 0.0
