"""TRL's SFTTrainer with our loss, our validation, sealed checkpoints and a log that survives a kill.

Nothing here reaches a network or a tracking store: the trainer writes files, others read them.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm
from transformers import PrinterCallback, Trainer, TrainerCallback
from trl import SFTConfig, SFTTrainer

from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.modeling import checkpoints
from socratic_tutor.modeling.determinism import number_from
from socratic_tutor.modeling.history import HistoryFile, patience_spent, train_losses
from socratic_tutor.modeling.objective import has_plain_head, supervised_nll, validation_loss
from socratic_tutor.modeling.settings import TrainingSettings
from socratic_tutor.modeling.training_data import Example, TokenCounts
from socratic_tutor.progress import bar_stream

KEPT_CHECKPOINTS = 2


def trainer_arguments(settings: TrainingSettings, *, seed: str, folder: Path, cuda: bool) -> SFTConfig:
    """The stock trainer's arguments; when to log, validate and save is ours to say (see RunCallback)."""
    return SFTConfig(
        output_dir=str(folder),
        seed=number_from(seed),
        max_steps=settings.steps,
        per_device_train_batch_size=settings.batch_size,
        gradient_accumulation_steps=settings.gradient_accumulation,
        learning_rate=settings.learning_rate,
        lr_scheduler_type=settings.schedule,
        warmup_steps=settings.warmup_steps,
        weight_decay=settings.weight_decay,
        max_grad_norm=settings.max_grad_norm,
        max_length=None,  # checked when the chats were encoded: nothing is cut
        dataset_kwargs={"skip_prepare_dataset": True},
        train_sampling_strategy="sequential",  # the order was drawn when the chats were encoded
        use_cpu=not cuda,
        bf16=cuda,
        activation_checkpointing=settings.gradient_checkpointing,
        dataloader_pin_memory=cuda,
        logging_strategy="no",
        eval_strategy="no",
        save_strategy="no",
        logging_nan_inf_filter=False,  # a loss that is not a number must be seen, not averaged away
        report_to="none",
        disable_tqdm=True,
        push_to_hub=False,
    )


def peak_memory_bytes() -> int:
    """The most this process held: on the GPU when there is one, else resident memory."""
    if torch.cuda.is_available():
        return torch.cuda.max_memory_allocated()
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts KiB on Linux
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


class RunCallback(TrainerCallback):
    """When to log, validate, save and stop; keeps the live history, the clock and the progress bar.

    Whatever is saved was logged in the same step, so that a resumed run starts with empty sums.
    """

    def __init__(self, settings: TrainingSettings, history: HistoryFile, counts: TokenCounts, earlier: float):
        self.settings = settings
        self.history = history
        self.counts = counts
        self.earlier = earlier
        self.began = 0.0
        self.bar: tqdm | None = None

    def seconds(self) -> float:
        """Wall seconds of training, over all resumes, without work that a kill undid."""
        return self.earlier + time.monotonic() - self.began

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self.began = time.monotonic()
        self.bar = tqdm(
            total=state.max_steps,
            initial=state.global_step,
            desc="training",
            unit="step",
            mininterval=1.0,
            file=bar_stream(),
        )

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> Any:
        step, last = state.global_step, state.global_step >= state.max_steps
        every = self.settings.validate_every
        control.should_evaluate = every > 0 and (last or step % every == 0)
        control.should_save = last or control.should_evaluate or step % self.settings.save_every == 0
        control.should_log = control.should_save or step % self.settings.log_every == 0
        if self.bar is not None:
            self.bar.update(step - self.bar.n)
        return control

    def on_log(self, args: Any, state: Any, control: Any, **event: Any) -> None:
        logs = event["logs"]
        row: dict[str, Any] = {"step": state.global_step, "split": "train", "loss": logs.get("loss")}
        if "eval_loss" in logs:
            row.update(split="validation", loss=logs["eval_loss"])
        if row["loss"] is None:
            return  # the stock trainer's closing summary
        # the gradient as well: it spoils the weights one step before the loss shows it
        for name, value in ((f"{row['split']} loss", row["loss"]), ("gradient", logs.get("grad_norm", 0.0))):
            if not math.isfinite(value):
                raise InputError(
                    f"training diverged: the {name} is {value} at step {row['step']};\n"
                    f"lower training.learning_rate (now {self.settings.learning_rate})"
                )
        row["learning_rate"] = logs.get("learning_rate", args.learning_rate)
        row["tokens"] = self.counts.tokens[state.global_step]
        if "grad_norm" in logs:
            row["grad_norm"] = logs["grad_norm"]
        self.history.append(**row)
        if self.bar is not None:
            self.bar.set_postfix({row["split"]: f"{row['loss']:.3f}"}, refresh=False)

    def on_evaluate(self, args: Any, state: Any, control: Any, **_: Any) -> Any:
        if patience_spent(state.log_history, self.settings.early_stopping_patience):
            control.should_training_stop = True
        return control

    def on_train_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if self.bar is not None:
            self.bar.close()


class TutorTrainer(SFTTrainer):
    """SFTTrainer on encoded chats: see the module's docstring for what differs."""

    def __init__(self, *, run: RunCallback, validation: Sequence[Example], pad_id: int, **kwargs: Any):
        super().__init__(callbacks=[run], **kwargs)
        self.run = run
        self.validation = validation
        self.pad_id = pad_id
        self.remove_callback(PrinterCallback)  # logs belong to the history, not to standard output

    def _send_telemetry(self) -> None:
        """Training tells nobody."""

    def compute_loss(
        self, model: Any, inputs: dict[str, Any], return_outputs: bool = False, num_items_in_batch: Any = None
    ) -> Any:
        """TRL's loss; on CPU, supervised positions alone are projected, as TRL's own kernel does on a GPU."""
        if inputs["input_ids"].is_cuda or return_outputs or not has_plain_head(self.model):
            return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)
        labels = inputs["labels"]
        total = supervised_nll(model, inputs["input_ids"], labels)
        count = (labels[:, 1:] >= 0).sum() if num_items_in_batch is None else num_items_in_batch
        return total / torch.as_tensor(count).clamp(min=1)

    def evaluate(
        self, eval_dataset: Any = None, ignore_keys: Any = None, metric_key_prefix: str = "eval"
    ) -> dict[str, float]:
        """Our token-weighted validation loss under the stock key `eval_loss`."""
        loss = validation_loss(
            self.model, self.validation, batch_size=self.args.per_device_train_batch_size, pad_id=self.pad_id
        )
        metrics = {
            "eval_loss": loss,
            "learning_rate": [e["learning_rate"] for e in self.state.log_history if "learning_rate" in e][-1],
        }
        self.log(metrics)
        self.control = self.callback_handler.on_evaluate(self.args, self.state, self.control, metrics)
        return metrics

    def _save(self, output_dir: str | None = None, state_dict: Any = None) -> None:
        """The adapter alone: the base, its tokenizer and the arguments are known."""
        adapted: Any = self.model
        adapted.save_pretrained(output_dir or self.args.output_dir, save_embedding_layers=False)

    def _save_checkpoint(self, model: Any, trial: Any) -> None:
        """A stock checkpoint (without TRL's model card), then history, clock and seal; old ones go."""
        root = Path(str(self.args.output_dir))
        folder = checkpoints.checkpoint_folder(root, self.state.global_step)
        with checkpoints.sealed(folder):
            Trainer._save_checkpoint(self, model, trial)
            (folder / checkpoints.HISTORY).write_bytes(self.run.history.content())
            progress = {"seconds": round(self.run.seconds(), 3), "peak_memory_bytes": peak_memory_bytes()}
            write_json(folder / checkpoints.PROGRESS, progress)
        checkpoints.prune(root, keep=KEPT_CHECKPOINTS)


def is_finished(folder: Path, settings: TrainingSettings) -> bool:
    """Whether training ended at this checkpoint: all steps done, or early stopping decided."""
    log = checkpoints.log_of(folder)
    last = train_losses(log)[-1][0]
    return last >= settings.steps or patience_spent(log, settings.early_stopping_patience)


def earlier_seconds(folder: Path | None) -> float:
    """Wall seconds up to this checkpoint; 0 at the beginning."""
    return 0.0 if folder is None else float(read_json(folder / checkpoints.PROGRESS)["seconds"])
