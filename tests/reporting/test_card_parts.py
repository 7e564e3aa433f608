"""The card's parts by themselves: filter, pressure, scorer validity, breakdowns, prompts."""

from __future__ import annotations

import re
from pathlib import Path

import fabricated
import pytest

from socratic_tutor.dialogue.prompts import INSTRUCTIONS
from socratic_tutor.evaluation.intervals import wilson
from socratic_tutor.files import InputError, read_json, write_json
from socratic_tutor.filtering.trial.evaluation import UNTUNED_FORMS
from socratic_tutor.records import Estimate
from socratic_tutor.reporting.card_breakdowns import group_table, read_breakdowns, worst_table
from socratic_tutor.reporting.card_filter import held_back, trial_table
from socratic_tutor.reporting.card_page import main
from socratic_tutor.reporting.card_pressure import pressure_table
from socratic_tutor.reporting.card_usage import prompts
from socratic_tutor.reporting.card_validity import (
    of_metrics,
    unvalidated,
    validity_limitations,
    validity_table,
)
from socratic_tutor.reporting.findings import BAND_ORDER, filter_limitations, limitations
from socratic_tutor.reporting.lint.card import read_card
from socratic_tutor.reporting.people import People
from socratic_tutor.reporting.results import percent

ROOT = Path(__file__).resolve().parents[2]
METRICS = ["asks_question", "answer_leak.typed", "ideal_turn"]
NOBODY = People()  # has labelled anything here


def agreement(scorer: str, kappa: float | None, tier: str, **changes: object) -> dict[str, object]:
    row = {"scorer": scorer, "label": "a_label", "set": "a_set", "reading": "yes", "scope": "all", "n": 1234}
    rates = {"kappa": kappa, "kappa_low": 0.1, "kappa_high": 0.9, "precision": 0.5, "recall": 0.25}
    return {**row, "positives": 321, **rates, "tier": tier, **changes}


ROWS = [
    agreement("asks_question", 0.87, "excellent"),
    agreement("answer_leak.typed", 0.76, "good"),
    agreement("answer_leak.typed", 0.54, "moderate", scope="answer in prompt"),
    agreement("guidance", 0.28, "poor"),
]


def test_what_has_no_labels_is_unvalidated() -> None:
    assert unvalidated(ROWS, METRICS, NOBODY) == ["ideal_turn"]
    assert [row["scorer"] for row in of_metrics(ROWS, METRICS)] == [
        "asks_question",
        *["answer_leak.typed"] * 2,
    ]


def test_agreement_is_printed_with_its_interval_and_an_undefined_one_as_such() -> None:
    text = validity_table([agreement("asks_question", None, "not defined", kappa_low=None, kappa_high=None)])
    assert "**–**<br>[–, –]" in text
    assert "not defined" in text
    assert "| 1,234<br>321 | **0.87**<br>[0.10, 0.90] | 0.50 | 0.25 | excellent" in validity_table(ROWS)
    assert validity_table([]) == ""


def limitations_of(metric: str, benchmark: str, k: int, n: int) -> list[str]:
    """The card's limitations when this is the run's only estimate, but for the lasting ones."""
    row = Estimate(benchmark, metric, k, n, k / n, *wilson(k, n), 0.95, "wilson", 7, 1.0, 0)
    own = {"x-seed1": {(benchmark, metric): row}, "retrieval": {}}
    return limitations("x-seed1", own, {}, {"seed": "a:1"}, [], "a hub model")[:-1]


def test_a_fault_that_is_rare_is_no_shortfall_and_one_that_is_common_is_counted_as_a_fault() -> None:
    assert limitations_of("over_withholding", "stuck_students", 1, 40) == []
    (often,) = limitations_of("over_withholding", "stuck_students", 30, 40)
    assert often.startswith("Over withholding (stuck_students): 30 of 40 turns show this fault, 75.0%,")
    assert "no lower than 59.8%" in often
    (pressed,) = limitations_of("answer_leak.typed", "pressure", 40, 200)
    assert "40 of 200 turns show this fault" in pressed
    (rarely,) = limitations_of("affirms_correct", "correct_students", 1, 40)
    assert "39 of 40 turns fail; 2.5% pass" in rarely
    assert limitations_of("affirms_correct", "correct_students", 40, 40) == []


def test_a_weak_tier_is_a_limitation_and_a_good_one_is_none() -> None:
    found = validity_limitations(ROWS, METRICS, NOBODY)
    assert len(found) == 2
    assert (
        "Answer leak (typed) agrees with people only moderately on a_set (answer in prompt; kappa 0.54, from"
        in found[0]
    )
    assert found[1].startswith("1 of the 3 metrics are unvalidated, Ideal turn among them")
    poor = validity_limitations([agreement("ideal_turn", 0.2, "poor")], ["ideal_turn"], NOBODY)
    assert len(poor) == 1
    assert "only poorly" in poor[0]
    assert validity_limitations(ROWS[:1], ["asks_question"], NOBODY) == []


def test_what_labels_do_not_settle_is_a_limitation_unless_it_is_good_at_least() -> None:
    for tier in ("spans tiers", "too few labels"):
        (found,) = validity_limitations([agreement("ideal_turn", 0.82, tier)], ["ideal_turn"], NOBODY)
        assert (
            "Ideal turn may agree with people less than well on a_set (all; kappa 0.82, from 0.10 to" in found
        )
        good = agreement("ideal_turn", 0.82, tier, kappa_low=0.6)
        assert validity_limitations([good], ["ideal_turn"], NOBODY) == []


def test_each_turn_has_its_leaks_and_their_exact_bound() -> None:
    own, behind = fabricated.turns([0, 1, 0, 2, 1]), fabricated.turns([0, 0, 0, 1, 0])
    base = fabricated.turns([6, 7, 5])
    shown = {"x-seed1": own, "x-seed1-filtered": behind, "base": base}
    head, _, *lines = pressure_table("x-seed1", shown).splitlines()
    assert [name.strip() for name in head.split("|")[1:-1:2]] == ["Turn", *["True rate at most"] * 3]
    assert [re.findall(r"(\d+)/20", line) for line in lines] == [
        ["0", "0", "6"],
        ["1", "0", "7"],
        ["0", "0", "5"],
        ["2", "1"],
        ["1", "0"],
        ["4", "1", "18"],
    ]
    assert lines[-1].startswith("| any turn |")
    assert "| 13.9 |" in lines[0]  # 1 - .05 ** (1 / 20)
    assert "filter" not in pressure_table("x-seed1", {"x-seed1": own, "x-seed1-filtered": []})
    assert pressure_table("x-seed1", {"x-seed1": [], "base": behind}) == ""


def test_the_filter_is_told_with_what_it_missed_and_held_back() -> None:
    document = {"turns": 1500, "repaired": 2, "replaced": 1, "rules": {"answer": 3}}
    assert "Of 1,500 drafts 3 were held back: 2 were said anew by the tutor, 1 gave way" in held_back(
        document
    )
    assert "rules" not in held_back(document | {"repaired": 0, "replaced": 0, "rules": {}})
    trial = fabricated.TRIAL
    table = trial_table(trial)
    assert "**99.5**<br>1,990/2,000 | at least 99.2 |" in table
    assert "**0.0**<br>0/580 | at most 0.5 |" in table


def test_what_the_filter_catches_of_other_forms_is_what_its_page_says() -> None:
    unread = read_json(UNTUNED_FORMS)
    page = " ".join((ROOT / "docs" / "leak_filter.md").read_text(encoding="utf-8").split())
    told = filter_limitations({}, fabricated.TRIAL)[0]
    quoted = (
        ("strangers", "caught", "leaks"),
        ("strangers", "held_back", "harmless"),
        ("held back", "caught", "leaks"),
    )
    places = []
    for half, hit, of in quoted:
        k, n = unread[half][hit], unread[half][of]
        assert f"{k} of {n} ({100 * k / n:.1f}%)" in page
        places.append(told.index(f"{100 * k / n:.1f}% ({k} of {n})"))
    assert places == sorted(places), "the outside author's first: it is the honest figure"


def test_breakdowns_show_the_weakest_and_an_example(tmp_path: Path) -> None:
    document = fabricated.breakdowns("x-seed1")
    (fractions,) = document["breakdowns"]
    other = {**fractions, "group": ["angles"], "k": 9, "rate": 0.75, "ci_low": 0.4677, "ci_high": 0.9111}
    few = {**fractions, "group": ["areas"], "k": 0, "n": 1, "rate": 0.0, "ci_high": 0.7935, "small": True}
    lines = group_table({**document, "breakdowns": [few, other, fractions]}, "topic").splitlines()[2:]
    assert [line.split("|")[1].strip() for line in lines] == ["fractions", "areas", "angles"]
    assert "0/1, small n" in lines[1]
    rare = {**document["worst_misconceptions"][0], "k": 0, "n": 2, "small": True}
    assert "0/2, small n" in worst_table({**document, "worst_misconceptions": [rare]})
    many = {**document, "worst_misconceptions": 12 * document["worst_misconceptions"]}
    assert len(worst_table(many).splitlines()) == 2 + 10
    assert "*Student:* I got 2/8.<br>*Tutor:* Why? | `error_relevance` |" in worst_table(document)
    write_json(tmp_path / "breakdowns.json", document)
    with pytest.raises(InputError, match="not of 'base'"):
        read_breakdowns("base", tmp_path / "breakdowns.json")


def test_topics_and_moves_are_pooled_over_the_benchmarks_of_new_problems() -> None:
    document = fabricated.breakdowns("x-seed1")
    (fractions,) = document["breakdowns"]
    probing = {**fractions, "by": ["move"], "group": ["probe"]}
    elsewhere = [
        {**probing, "benchmark": "larger_numbers", "k": 6, "n": 8, "small": True},
        {**probing, "benchmark": "no_hint", "k": 12},  # the problems of unseen_problems again
        {**probing, "metric": "faithful", "k": 12},
    ]
    pooled = {**document, "breakdowns": [fractions, probing, *elsewhere]}
    (line,) = group_table(pooled, "move").splitlines()[2:]
    low, high = wilson(9, 20)
    assert line == f"| probe | **45.0**<br>[{percent(low)}, {percent(high)}]<br>9/20 |"
    assert group_table({**document, "breakdowns": [fractions]}, "move") == ""


@pytest.mark.parametrize(("groups", "others"), [(1, 0), (12, 0), (13, 2), (128, 117)])
def test_a_table_of_groups_stays_short_and_counts_all(groups: int, others: int) -> None:
    document = fabricated.breakdowns("x-seed1")
    (one,) = document["breakdowns"]
    rows = [{**one, "group": [f"topic {place:03d}"], "k": place, "n": 200} for place in range(groups)]
    lines = group_table({**document, "breakdowns": rows}, "topic").splitlines()[2:]
    assert len(lines) == min(groups, 12)
    assert "topic 000 |" in lines[0]
    assert (f"the other {others} topics together" in lines[-1]) == (others > 0)
    counted = [re.findall(r"(\d+)/(\d+)", line)[-1] for line in lines]
    assert sum(int(n) for _, n in counted) == 200 * groups
    assert sum(int(k) for k, _ in counted) == sum(range(groups))


def test_reading_grades_stand_beside_those_of_people(card_text: str) -> None:
    lines = card_text.split("### How hard the turns are to read")[1].split("<details>")[0].splitlines()
    rows = [[cell.strip(" *") for cell in line.split("|")[1:-1]] for line in lines if line.startswith("|")][
        2:
    ]
    assert rows[0] == ["rank-16-seed1", "−0.5", "2.0", "12.3", "59"]
    assert [row[0] for row in rows[1:]] == [
        "behind the filter",
        *("base", "gold"),
        *("human experts", "Llama-3.1-8B, not tuned"),
    ]
    assert rows[-2][1:] == ["−1.1", "2.5", "6.7", "–"]


def test_hostile_words_in_examples_stay_words() -> None:
    document = fabricated.breakdowns("x-seed1")
    document["worst_misconceptions"][0]["examples"][0]["text"] = "</details><script>x</script> | \n# A"
    line = worst_table(document).splitlines()[2]
    assert "<script>" not in line
    assert "</details>" not in line
    assert line.count(" | ") == 3


def test_there_is_a_prompt_for_every_band() -> None:
    shown = prompts()
    assert [prompt["band"] for prompt in shown] == list(BAND_ORDER)
    for prompt in shown:
        (block,) = read_card("\n" + prompt["text"]).blocks
        assert block.text.splitlines()[0] == INSTRUCTIONS.format(grade_band=prompt["band"])
        assert [line.split(":")[0] for line in block.text.splitlines()[1:]] == [
            "Mission",
            "Vocabulary",
            "Hint",
        ]


def test_the_page_shows_the_card_and_nothing_of_its_metadata(card_text: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(card_text, encoding="utf-8")
    assert main([str(tmp_path / "README.md"), str(tmp_path / "card.html")]) == 0
    page = (tmp_path / "card.html").read_text(encoding="utf-8")
    assert "<title>Socratic math tutor: rank-16-seed1</title>" in page
    assert "model-index" not in page
    assert page.count("<details>") == page.count("</details>") == card_text.count("<details>")
    assert page.count("<table>") == len(re.findall(r"^\| ---", card_text, re.MULTILINE))
    assert main([]) == 2
