"""The config sections `training` and `generation` as checked, immutable records.

The workflow validates the whole config against its schema; here each stage checks what it alone can know,
so that the library can also be used without the workflow.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypeVar

from socratic_tutor.files import InputError

T = TypeVar("T")

SCHEDULES = ("cosine", "linear", "constant", "constant_with_warmup")
# What PEFT calls them; only those that leave the base's weights alone, since the adapter alone is published.
INITIALISATIONS: dict[str, Any] = {
    "default": True,
    "gaussian": "gaussian",
    "orthogonal": "orthogonal",
}


@dataclass(frozen=True)
class LoraSettings:
    """LoRA adds (alpha / r) B A to a weight (Hu et al. 2021), rslora alpha / sqrt(r) (Kalajdzievski 2023).

    target_modules: names of linear layers, or "all-linear" (all but the output head).
    initialisation: a key of INITIALISATIONS; with each of them B A = 0, so that training begins at the base.
    """

    r: int = 16
    alpha: int = 32
    dropout: float = 0.0
    target_modules: str | list[str] = "all-linear"
    use_rslora: bool = False
    use_dora: bool = False
    initialisation: str = "default"


@dataclass(frozen=True)
class TrainingSettings:
    """One adapter's hyperparameters. A step reads batch_size x gradient_accumulation examples.

    warmup_steps: linear warm-up before the schedule. max_length: tokens; a longer example is an error.
    micro_batch_tokens: the same examples a step, cut into pieces of at most so many padded tokens instead of
    batch_size rows. gradient_checkpointing: share of the decoder layers that recompute (false 0, true 1).
    validate_every: 0 = never, then the last step is published, otherwise the one with the lowest validation
    loss. early_stopping_patience: validations without a new best before stopping; 0 = off.
    """

    lora: LoraSettings = field(default_factory=LoraSettings)
    learning_rate: float = 2e-3
    schedule: str = "cosine"
    warmup_steps: int = 20
    steps: int = 150
    batch_size: int = 16
    gradient_accumulation: int = 1
    micro_batch_tokens: int | None = None
    max_length: int = 512
    weight_decay: float = 0.0
    max_grad_norm: float = 1.0
    group_by_length: bool = True
    gradient_checkpointing: bool | float = False
    log_every: int = 10
    validate_every: int = 50
    save_every: int = 50
    early_stopping_patience: int = 0

    @property
    def rows_per_step(self) -> int:
        return self.batch_size * self.gradient_accumulation

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class GenerationSettings:
    """How replies are decoded. temperature 0 is greedy, then top_p is unused. batch_size: prompts at once."""

    max_new_tokens: int = 80
    batch_size: int = 64
    temperature: float = 0.0
    top_p: float = 1.0

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def _record(kind: type[T], values: dict[str, Any], section: str) -> T:
    known = {f.name for f in fields(kind)}  # type: ignore[arg-type]
    if unknown := sorted(set(values) - known):
        raise InputError(f"config {section}.{unknown[0]}: no such key; known are {', '.join(sorted(known))}")
    return kind(**values)


def _require(holds: bool, key: str, value: Any, rule: str) -> None:
    if not holds:
        raise InputError(f"config {key}: {value!r} is not allowed; {rule}")


def training_settings(values: dict[str, Any]) -> TrainingSettings:
    """The `training` section as a record; raises InputError that names the key."""
    lora = _record(LoraSettings, dict(values.get("lora", {})), "training.lora")
    settings = _record(TrainingSettings, {**values, "lora": lora}, "training")
    for key in ("steps", "batch_size", "gradient_accumulation", "max_length", "log_every", "save_every"):
        value = getattr(settings, key)
        _require(isinstance(value, int) and value >= 1, f"training.{key}", value, "a whole number from 1")
    for key in ("warmup_steps", "validate_every", "early_stopping_patience"):
        value = getattr(settings, key)
        _require(isinstance(value, int) and value >= 0, f"training.{key}", value, "a whole number from 0")
    _require(settings.learning_rate > 0, "training.learning_rate", settings.learning_rate, "above 0")
    _require(settings.schedule in SCHEDULES, "training.schedule", settings.schedule, f"one of {SCHEDULES}")
    budget = settings.micro_batch_tokens
    _require(
        budget is None or budget >= settings.max_length,
        "training.micro_batch_tokens",
        budget,
        f"null, or at least max_length = {settings.max_length}: the longest row must fit",
    )
    share = settings.gradient_checkpointing
    _require(0 <= share <= 1, "training.gradient_checkpointing", share, "false, true or a share from 0 to 1")
    _require(lora.r >= 1, "training.lora.r", lora.r, "a whole number from 1")
    kind = lora.initialisation
    _require(
        kind in INITIALISATIONS, "training.lora.initialisation", kind, f"one of {', '.join(INITIALISATIONS)}"
    )
    _require(
        kind != "orthogonal" or lora.r % 2 == 0,
        "training.lora.r",
        lora.r,
        "even, for orthogonal initialisation",
    )
    _require(0 <= lora.dropout < 1, "training.lora.dropout", lora.dropout, "from 0 to below 1")
    _require(
        settings.schedule != "constant" or settings.warmup_steps == 0,
        "training.schedule",
        "constant",
        "it has no warm-up: take constant_with_warmup, or warmup_steps 0",
    )
    every = settings.save_every
    _require(every % settings.log_every == 0, "training.save_every", every, "a multiple of log_every")
    patience = settings.early_stopping_patience
    _require(
        patience == 0 or settings.validate_every > 0,
        "training.early_stopping_patience",
        patience,
        "early stopping needs validate_every above 0",
    )
    return settings


def generation_settings(values: dict[str, Any]) -> GenerationSettings:
    """The `generation` section as a record; raises InputError that names the key."""
    settings = _record(GenerationSettings, values, "generation")
    for key in ("max_new_tokens", "batch_size"):
        value = getattr(settings, key)
        _require(isinstance(value, int) and value >= 1, f"generation.{key}", value, "a whole number from 1")
    _require(settings.temperature >= 0, "generation.temperature", settings.temperature, "0 (greedy) or more")
    _require(0 < settings.top_p <= 1, "generation.top_p", settings.top_p, "above 0, at most 1")
    return settings
