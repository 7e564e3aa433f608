"""The dataset card's limitations, each said by the numbers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from socratic_tutor.corpus.human_turns import SETS

# The lowest grade of each band, to say how its language compares.
LOWEST_GRADE = {"K-2": 0, "3-5": 3, "6-8": 6, "9-12": 9}
OPENING_LIMIT = 0.02  # from here on, a commonest opening is one that a reader notices


def findings(found: dict[str, Any]) -> list[str]:
    """Sentences in plain text, for readers who decide whether to use the corpus."""
    return [
        *_variety(found["diversity"]),
        *_overlap(found),
        *_balance(found),
        *_language(found["diversity"]["bands"]),
    ]


def _variety(spread: dict[str, Any]) -> list[str]:
    sentences = []
    for key, chosen in SETS.items():
        ours, theirs = spread["as_many_as"][key], spread["humans"]["sets"][key]["figures"]
        bleu, other_bleu = ours["masked"]["self_bleu_4"], theirs["masked"]["self_bleu_4"]
        pairs, other_pairs = ours["masked"]["distinct_2"], theirs["masked"]["distinct_2"]
        worse = (bleu > other_bleu) + (pairs < other_pairs)
        verdict = {0: "at least as varied as", 1: "in part less varied than", 2: "less varied than"}[worse]
        sentences.append(
            f"Tutor turns are {verdict} those of {chosen.name}: with numbers masked and {ours['turns']:,} "
            f"turns each, self-BLEU-4 is {bleu:.2f} (theirs {other_bleu:.2f}) and distinct-2 {pairs:.2f} "
            f"(theirs {other_pairs:.2f})."
        )
    every = spread["all"]
    repeated = every["turns"] - every["distinct_turns"]
    if repeated:
        sentences.append(
            f"{repeated:,} of {every['turns']:,} tutor turns repeat another one but for its numbers."
        )
    common = [o for o in every["openings"] if o["share"] >= OPENING_LIMIT]
    if common:
        named = ", ".join(f"“{o['words']}” ({o['share']:.1%})" for o in common)
        sentences.append(f"Openings that a reader will notice: {named}.")
    return sentences


def _overlap(found: dict[str, Any]) -> list[str]:
    overlaps = {"validation": found["validation_overlap"]}
    overlaps |= {name: b["overlap"] for name, b in found["benchmarks"].items()}
    exact = {name: of["problem_exact"] for name, of in overlaps.items() if of["problem_exact"]}
    if exact:
        named = ", ".join(f"{n} of {overlaps[name]['items']} in {name}" for name, n in exact.items())
        sentences = [f"Problems that stand in the training split word for word: {named}."]
    else:
        sentences = ["No problem of validation or a benchmark stands in the training split word for word."]
    shares = {name: of["problem_masked"] / of["items"] for name, of in overlaps.items()}
    most, least = max(shares, key=lambda name: shares[name]), min(shares, key=lambda name: shares[name])
    sentences.append(
        f"Wordings are shared on purpose: but for their numbers, {shares[least]:.0%} ({least}) to "
        f"{shares[most]:.0%} ({most}) of the problems stand in training. Read a score beside the overlap "
        "of its benchmark."
    )
    return sentences


def _balance(found: dict[str, Any]) -> list[str]:
    bands = found["train_by_band"]
    rows = {band: counts["rows"] for band, counts in bands.items()}
    most, least = max(rows, key=lambda band: rows[band]), min(rows, key=lambda band: rows[band])
    topics = {(band, topic): n for band, counts in bands.items() for topic, n in counts["topic"].items()}
    (band, topic), fewest = min(topics.items(), key=lambda pair: (pair[1], pair[0]))
    sentences = [
        f"Rows follow the catalogue, not the school year: grades {most} have {rows[most]:,} training rows, "
        f"grades {least} {rows[least]:,}; the smallest topic, {topic} ({band}), has {fewest:,}."
    ]
    sizes = {name: b["rows"] for name, b in found["benchmarks"].items()}
    if sizes:
        small = min(sizes, key=lambda name: sizes[name])
        sentences.append(
            f"The smallest benchmark, {small}, has {sizes[small]:,} items: read its rates with their "
            "intervals."
        )
    return sentences


def _language(bands: dict[str, dict[str, Any]]) -> list[str]:
    medians = {band: of["reading_grade"]["p50"] for band, of in bands.items() if of["reading_grade"]}
    if len(medians) < 2:
        return []
    values = list(medians.values())
    named = ", ".join(f"{value:g} in {band}" for band, value in medians.items())
    rises = all(a < b for a, b in pairwise(values))
    course = "rises with the band" if rises else "does not rise with every band"
    above = [band for band, value in medians.items() if value > LOWEST_GRADE[band] + 1]
    beyond = f" Above the band's own grades: {', '.join(above)}." if above else ""
    return [
        f"The median reading grade of the tutor's prose {course} ({named}); the formula counts words and "
        f"syllables and knows nothing of mathematics.{beyond}"
    ]
