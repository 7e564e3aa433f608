"""Measures of variety: by hand, against sacrebleu itself, and on lists that are plainly alike or not."""

from __future__ import annotations

import gzip
import random

import pytest
from sacrebleu.metrics.bleu import BLEU

from socratic_tutor.corpus.diversity import Reservoir, diversity, self_bleu

TURNS = ["You wrote 3. What is 3?", "You wrote 4. What is 4?", "Which part is bigger?"]


def test_by_hand() -> None:
    found = diversity(TURNS)
    # you wrote 3 what is 3 | you wrote 4 what is 4 | which part is bigger; two pairs come twice
    assert found["distinct_2"] == round((5 + 3 + 3) / 13, 6)
    assert found["masked"]["distinct_2"] == round((5 + 3) / 13, 6)
    assert (found["turns"], found["distinct_turns"]) == (3, 2)
    assert found["one_question"] == 1.0
    assert found["words"] == {"p10": 4, "p50": 6, "p90": 6}
    assert found["openings"] == [
        {"words": "you wrote # what", "share": 0.666667},
        {"words": "which part is bigger", "share": 0.333333},
    ]


def test_compression_ratio_is_that_of_gzip() -> None:
    turns = [f"What does the {number} in {number} + 4 stand for?" for number in range(300)]
    data = " ".join(turns).encode()
    assert diversity(turns)["compression_ratio"] == round(len(data) / len(gzip.compress(data, 9)), 6)


def test_self_bleu_is_sacrebleus_own() -> None:
    rng = random.Random(5)
    words = [
        "what",
        "does",
        "the",
        "line",
        "show",
        "you",
        "here",
        "now",
        ",",
        "and",
        "why",
        "is",
        "it",
        "so",
        "?",
    ]
    texts = [" ".join(rng.choice(words) for _ in range(rng.randrange(1, 12))) for _ in range(40)]
    texts += texts[:3]
    metric = BLEU(effective_order=True)
    each = [metric.sentence_score(t, [*texts[:i], *texts[i + 1 :]]).score / 100 for i, t in enumerate(texts)]
    assert self_bleu(texts) == pytest.approx(sum(each) / len(each))


def test_self_bleu_of_one_text_said_twice_is_1() -> None:
    assert self_bleu(["How many are left over?"] * 2) == pytest.approx(1.0)
    assert self_bleu(["How many are left over?"]) == 0.0


def test_one_template_is_seen_through_its_numbers() -> None:
    template = diversity(f"You wrote {n} because {n + 1} is more. Is {n * 7} more?" for n in range(200))
    assert template["distinct_turns"] == 1
    assert template["masked"]["self_bleu_4"] == pytest.approx(1.0)
    assert template["masked"]["distinct_2"] < template["distinct_2"]
    assert template["masked"]["compression_ratio"] > 10 > template["compression_ratio"]


def test_a_sample_is_uniform_seeded_and_no_larger_than_asked() -> None:
    def drawn(size: int, seed: str) -> list[str]:
        sample = Reservoir(size, seed)
        for number in range(100):
            sample.add(f"{number:02}")
        return sample.texts()

    assert drawn(200, "a") == [f"{number:02}" for number in range(100)]
    assert drawn(10, "a") == drawn(10, "a") != drawn(10, "b")
    assert drawn(10, "a") == sorted(drawn(10, "a"))
    many = [number for seed in range(300) for number in drawn(10, str(seed))]
    assert len(many) == 3000
    assert 12 <= many.count("00") <= 50
    assert 12 <= many.count("99") <= 50


def test_nothing_to_describe_is_an_error() -> None:
    with pytest.raises(ValueError, match="no turns"):
        diversity([])
