"""TRL's SFTTrainer with our loss, our validation, sealed checkpoints and a log that survives a kill.

Nothing here reaches a network or a tracking store: the trainer writes files, others read them.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm
from transformers import PrinterCallback, Trainer, TrainerCallback
from trl import SFTConfig, SFTTrainer

from socratic_tutor.files import InputError, write_json
from socratic_tutor.modeling import checkpoints
from socratic_tutor.modeling.cost import Meter
from socratic_tutor.modeling.determinism import number_from
from socratic_tutor.modeling.history import HistoryFile, patience_spent, train_losses
from socratic_tutor.modeling.objective import fused_nll, has_plain_head, supervised_nll, validation_loss
from socratic_tutor.modeling.settings import TrainingSettings
from socratic_tutor.modeling.training_data import Example, TokenCounts, micro_batches
from socratic_tutor.progress import bar_stream, bars_are_seen

log = logging.getLogger(__name__)

KEPT_CHECKPOINTS = 2


def trainer_arguments(settings: TrainingSettings, *, seed: str, folder: Path, cuda: bool) -> SFTConfig:
    """The stock trainer's arguments; when to log, validate and save is ours to say (see RunCallback)."""
    whole = settings.micro_batch_tokens is not None  # a step arrives in one batch, and is cut here
    return SFTConfig(
        output_dir=str(folder),
        seed=number_from(seed),
        max_steps=settings.steps,
        per_device_train_batch_size=settings.rows_per_step if whole else settings.batch_size,
        gradient_accumulation_steps=1 if whole else settings.gradient_accumulation,
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
        gradient_checkpointing=False,  # the stock switch; see recomputation.py
        dataloader_pin_memory=cuda,
        logging_strategy="no",
        eval_strategy="no",
        save_strategy="no",
        logging_nan_inf_filter=False,  # a loss that is not a number must be seen, not averaged away
        report_to="none",
        disable_tqdm=True,
        push_to_hub=False,
    )


class RunCallback(TrainerCallback):
    """When to log, validate, save and stop; keeps the live history, the meter and the progress bar.

    Whatever is saved was logged in the same step, so that a resumed run starts with empty sums.
    """

    def __init__(self, settings: TrainingSettings, history: HistoryFile, counts: TokenCounts, meter: Meter):
        self.settings = settings
        self.history = history
        self.counts = counts
        self.meter = meter
        self.bar: tqdm | None = None

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self.meter.start()
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
        if row["split"] == "validation" and not bars_are_seen():
            log.info("step %d of %d: validation loss %.4f", row["step"], state.max_steps, row["loss"])
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
        adapted: Any = self.model
        for parameter in adapted.parameters():
            if parameter.requires_grad:  # TRL rounds the adapter of a 4-bit base to bfloat16
                parameter.data = parameter.data.float()

    def _send_telemetry(self) -> None:
        """Training tells nobody."""

    def training_step(self, model: Any, inputs: dict[str, Any], num_items_in_batch: Any = None) -> Any:
        """Gradients of one batch; with a token budget piece by piece, each divided by the step's tokens.

        What comes out does not depend on the cut, up to rounding (and dropout's draws).
        """
        if (budget := self.run.settings.micro_batch_tokens) is None:
            return super().training_step(model, inputs, num_items_in_batch)
        lengths = inputs["attention_mask"].sum(dim=1).tolist()
        total = 0.0
        for rows in micro_batches(lengths, batch_size=len(lengths), budget=budget):
            piece = {name: values[rows, : lengths[rows[0]]] for name, values in inputs.items()}
            total += super().training_step(model, piece, num_items_in_batch)
        return total

    def compute_loss(
        self, model: Any, inputs: dict[str, Any], return_outputs: bool = False, num_items_in_batch: Any = None
    ) -> Any:
        """TRL's loss without an attention mask; on CPU, too, only supervised positions are projected."""
        if return_outputs or not has_plain_head(self.model):
            return super().compute_loss(model, inputs, return_outputs, num_items_in_batch)
        ids, labels = inputs["input_ids"], inputs["labels"]
        total = (fused_nll if ids.is_cuda else supervised_nll)(model, ids, labels)
        count = (labels[:, 1:] >= 0).sum() if num_items_in_batch is None else num_items_in_batch
        return total / torch.as_tensor(count).clamp(min=1)

    def evaluate(
        self, eval_dataset: Any = None, ignore_keys: Any = None, metric_key_prefix: str = "eval"
    ) -> dict[str, float]:
        """Our token-weighted validation loss under the stock key `eval_loss`."""
        settings = self.run.settings
        with self.run.meter.validating():
            loss = validation_loss(
                self.model,
                self.validation,
                batch_size=settings.batch_size,
                pad_id=self.pad_id,
                budget=settings.micro_batch_tokens,
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
            write_json(folder / checkpoints.PROGRESS, self.run.meter.reading())
        checkpoints.prune(root, keep=KEPT_CHECKPOINTS)


def is_finished(folder: Path, settings: TrainingSettings) -> bool:
    """Whether training ended at this checkpoint: all steps done, or early stopping decided."""
    log = checkpoints.log_of(folder)
    last = train_losses(log)[-1][0]
    return last >= settings.steps or patience_spent(log, settings.early_stopping_patience)
