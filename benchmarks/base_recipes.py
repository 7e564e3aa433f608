"""Which recipe teaches the embedded base most from the same documents?

Short trainings of the real loop on the same documents, a recipe each, with validation losses by kind of
token (prose, copied digits, worked digits). Times are no part of it: any load will do.

    PYTHONPATH=workflow_scripts python benchmarks/base_recipes.py --documents 25000 --steps 400
"""

from __future__ import annotations

import argparse
import copy
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy
import yaml

from socratic_tutor.corpus.base_text import write_base_documents
from socratic_tutor.modeling import base_documents, base_model
from socratic_tutor.modeling.base_documents import Encoded, Tokens
from socratic_tutor.modeling.determinism import make_deterministic
from socratic_tutor.modeling.pretraining import pretrain
from socratic_tutor.modeling.token_kinds import GIVEN, PROSE
from socratic_tutor.modeling.tokenizer import train_tokenizer

ROOT = Path(__file__).resolve().parents[1]


def all_counted(document: Tokens) -> Tokens:
    """The document with the given digits learnt like prose."""
    return replace(document, kinds=numpy.where(document.kinds == GIVEN, PROSE, document.kinds))


@dataclass(frozen=True)
class Recipe:
    """What differs from the default: settings of base_training, kinds of documents left out, labels."""

    settings: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    relabel: Callable[[Tokens], Tokens] = lambda document: document


RECIPES = {
    "default": Recipe(),
    "AdamW at 2e-3": Recipe({"optimizer": "adamw", "learning_rate": 2e-3}),
    "AdamW at 4e-3": Recipe({"optimizer": "adamw"}),
    "Muon at 8e-3": Recipe({"learning_rate": 8e-3}),
    "deeper (6 layers of 208)": Recipe(
        {"model": {"layers": 6, "hidden_size": 208, "intermediate_size": 576}},
    ),
    "wider (3 layers of 296)": Recipe(
        {"model": {"layers": 3, "hidden_size": 296, "intermediate_size": 816}},
    ),
    "given digits learnt too": Recipe(relabel=all_counted),
    "no copy drills": Recipe(without=("copying",)),
    "larger batches, as many documents": Recipe({"batch_size": 2.0, "steps": 0.5}),
}


def settings_of(recipe: Recipe, default: dict[str, Any]) -> dict[str, Any]:
    """The default with the recipe's changes; numbers for batch_size and steps are factors."""
    settings = copy.deepcopy(default)
    for key, value in recipe.settings.items():
        if key == "model":
            settings["model"] |= value
        elif key in ("batch_size", "steps"):
            settings[key] = round(settings[key] * value)
        else:
            settings[key] = value
    settings["warmup_steps"] = max(1, settings["steps"] // 10)
    settings["cooldown_steps"] = settings["steps"] // 2
    settings["validate_every"] = settings["checkpoint_every"] = settings["steps"]
    return settings


def losses(recipe: Recipe, rows: list[dict[str, Any]], default: dict[str, Any]) -> dict[str, Any]:
    """Parameters, tokens read, and the last validation losses, on the same held-back documents."""
    settings = settings_of(recipe, default)
    shape = settings["model"]
    make_deterministic(seed="recipes", threads=settings["threads"])
    tokenizer = train_tokenizer(
        base_documents.plain_texts(rows), vocabulary=settings["vocabulary"], max_length=shape["max_length"]
    )
    held_back = rows[: len(rows) // 50]
    kept = [row for row in rows[len(held_back) :] if row["kind"] not in recipe.without]

    def encoded(part: list[dict[str, Any]]) -> list[Tokens]:
        found = base_documents.encode_documents(
            tokenizer, part, seed="recipes", max_length=shape["max_length"], holdout=1 / len(part)
        )
        return [*found.training, *found.held_back]

    model = base_model.new_model(tokenizer, shape)
    with tempfile.TemporaryDirectory() as folder:
        history = pretrain(
            model,
            Encoded([recipe.relabel(document) for document in encoded(kept)], encoded(held_back), 0),
            pad=tokenizer.pad_token_id,
            seed="recipes",
            settings=settings,
            checkpoint=Path(folder) / "checkpoint.pt",
            key="recipes",
        )
    return {
        "parameters": model.num_parameters(),
        "tokens": history["tokens"],
        **history["validation_losses"][-1][1],
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=25_000, help="documents to read (default 25000)")
    parser.add_argument("--steps", type=int, default=400, help="steps of 24 documents (default 400)")
    parser.add_argument("--recipes", nargs="*", default=list(RECIPES), choices=list(RECIPES), metavar="NAME")
    given = parser.parse_args()

    default = yaml.safe_load((ROOT / "config.yaml").read_text())["base_training"]
    default |= {"steps": given.steps, "batch_size": 24, "processes": 1}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        write_base_documents(seed="recipes", documents=given.documents, out=path)
        rows = base_documents.read_documents(path)
    for name in given.recipes:
        print(json.dumps({"recipe": name, **losses(RECIPES[name], rows, default)}), flush=True)


if __name__ == "__main__":
    main()
