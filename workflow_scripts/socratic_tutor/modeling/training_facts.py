"""What is recorded of a training: training.json (reproducible) and training_time.json (measured).

Both speak of the whole training, over all its resumes: the facts follow from the log and the reading order,
measured values are carried in the checkpoints.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from socratic_tutor.files import sha256_of
from socratic_tutor.modeling.adapter_files import parameters_in
from socratic_tutor.modeling.cost import MatmulParameters, hardware_flops, matmul_parameters, model_flops
from socratic_tutor.modeling.history import (
    LogHistory,
    best_step,
    mean_train_loss,
    train_losses,
    validation_losses,
)
from socratic_tutor.modeling.settings import TrainingSettings
from socratic_tutor.modeling.training_data import TrainingData, length_histogram


@dataclass(frozen=True)
class Computed:
    """What a token passes through: the base's parameters, and the share of its layers that recompute."""

    base_parameters: int
    matmul: MatmulParameters
    recomputed: float

    @classmethod
    def of(cls, base: Any, *, recomputed: float) -> Computed:
        return cls(base.num_parameters(), matmul_parameters(base), recomputed)


def facts_of(
    key: dict[str, Any],
    log: LogHistory,
    data: TrainingData,
    settings: TrainingSettings,
    computed: Computed,
    weights: Path,
) -> dict[str, Any]:
    """training.json: what training did, without a time or a place.

    Losses are in nats per supervised token. total_tokens: read, without padding. padded_tokens: with padding.
    supervised_tokens: those that enter the loss. model_flops, hardware_flops: defined in cost.py.
    row_lengths: a histogram of the rows' tokens (training_data.length_histogram).
    """
    curve, validated = train_losses(log), validation_losses(log)
    steps = curve[-1][0]
    best = best_step(log)
    examples = steps * settings.rows_per_step
    tokens, padded = data.counts.tokens[steps], data.counts.padded[steps]
    supervised = data.counts.supervised[steps]
    trainable = parameters_in(weights)
    matmul = replace(computed.matmul, adapter=trainable)
    return {
        "steps": steps,
        "planned_steps": settings.steps,
        "stopped_early": steps < settings.steps,
        "best_step": best,
        "published_step": best or steps,
        "epochs": round(examples / len(data.train), 4),
        "examples_read": examples,
        "train_examples": len(data.train),
        "validation_examples": len(data.validation),
        "row_lengths": length_histogram(train=data.train, validation=data.validation),
        "total_tokens": tokens,
        "padded_tokens": padded,
        "supervised_tokens": supervised,
        "model_flops": model_flops(matmul, tokens),
        "hardware_flops": hardware_flops(
            matmul, padded=padded, supervised=supervised, recomputed=computed.recomputed
        ),
        "final_train_loss": curve[-1][1],
        "mean_train_loss": mean_train_loss(log),
        "best_validation_loss": min((loss for _, loss in validated), default=None),
        "validation_losses": [list(pair) for pair in validated],
        "loss_curve": [list(pair) for pair in curve],
        "trainable_parameters": trainable,
        "base_parameters": computed.base_parameters,
        "adapter_sha256": sha256_of(weights),
        **{name: key[name] for name in ("base_fingerprint", "template_sha256", "train_sha256")},
        "validation_sha256": key["validation_sha256"],
        "seed": key["seed"],
        "training": key["training"],
        "versions": key["versions"],
    }


def times_of(reading: dict[str, Any], key: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """training_time.json: what training cost on this machine. `reading`: the last checkpoint's (cost.Meter).

    Rates are per second outside validation, checkpoints included. tokens_per_second: without padding.
    """
    seconds = max(reading["wall_seconds"] - reading["validation_seconds"], 1e-3)
    return {
        **reading,
        "tokens_per_second": round(facts["total_tokens"] / seconds, 1),
        "supervised_tokens_per_second": round(facts["supervised_tokens"] / seconds, 1),
        "model_flops_per_second": round(facts["model_flops"] / seconds),
        "hardware_flops_per_second": round(facts["hardware_flops"] / seconds),
        "device": key["device"],
        "machine": key["machine"],
        "versions": key["versions"],
    }
