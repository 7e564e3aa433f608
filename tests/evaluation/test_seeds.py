"""Several training seeds: spread, intervals that cover, and who may be called champion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import asdict

from socratic_tutor.evaluation.champion import DECIDES, GUARD, champion
from socratic_tutor.evaluation.planned import run_and_seed
from socratic_tutor.evaluation.seeds import seed_spread, seeds_difference, seeds_of_runs
from socratic_tutor.files import InputError, write_jsonl
from socratic_tutor.records import Score


def units(values: Sequence[int | None]) -> dict[tuple[str, int], int | None]:
    return {(f"item-{i}", 1): value for i, value in enumerate(values)}


def half(n: int, passed: int) -> dict[tuple[str, int], int | None]:
    return units([1] * passed + [0] * (n - passed))


def test_names_give_run_and_seed() -> None:
    assert run_and_seed("rank-16-seed3") == ("rank-16", 3)
    assert run_and_seed("a-seed2-seed10") == ("a-seed2", 10)
    assert run_and_seed("rank-16-seed3-filtered") is run_and_seed("base") is None
    assert seeds_of_runs(["b-seed10", "base", "b-seed2"]) == {"b": {2: "b-seed2", 10: "b-seed10"}}


def test_the_spread_of_three_seeds() -> None:
    found = seed_spread([half(100, 70), half(100, 80), half(100, 90)])
    assert (found.seeds, found.n, found.rate) == (3, 100, pytest.approx(0.8))
    assert (found.lowest, found.highest, found.sd) == (0.7, 0.9, pytest.approx(0.1))
    assert found.ci_low is not None
    assert found.ci_high is not None
    # a t interval over the seeds alone is .8 +- 4.30 x .1 / sqrt(3); the items add to it
    assert found.ci_low < 0.8 - 0.2
    assert 0.8 < found.ci_high <= 1


def test_one_seed_has_no_spread_and_no_interval() -> None:
    found = seed_spread([half(50, 40)])
    assert (found.sd, found.ci_low, found.ci_high) == (None, None, None)
    assert "this adapter" in found.method


def test_seeds_that_agree_leave_the_items_doubt() -> None:
    same = seed_spread([half(100, 80)] * 3)
    assert same.sd == 0
    assert same.ci_low == pytest.approx(0.71, abs=0.01)
    assert same.ci_high == pytest.approx(0.87, abs=0.01)
    perfect = seed_spread([half(100, 100)] * 3)
    assert 0.9 < perfect.ci_low < 0.97  # type: ignore[operator]
    assert perfect.ci_high == 1


def test_one_family_tells_less_than_many() -> None:
    values = [units([1] * k + [0] * (20 - k)) for k in (9, 10, 11, 12, 13)]
    alone = dict.fromkeys(values[0], "one family")
    many, one = seed_spread(values), seed_spread(values, clusters=alone)
    assert one.ci_low is not None
    assert many.ci_low is not None
    assert one.ci_low < many.ci_low
    assert one.ci_high > many.ci_high


def test_clusters_widen_the_interval() -> None:
    seeds = [units([int(i // 10 % 2 == 0) for i in range(100)])] * 3
    clusters = {unit: str(i // 10) for i, unit in enumerate(seeds[0])}
    plain, wide = seed_spread(seeds), seed_spread(seeds, clusters=clusters)
    assert wide.ci_high - wide.ci_low > 1.5 * (plain.ci_high - plain.ci_low)  # type: ignore[operator]


@pytest.mark.parametrize(("between", "least"), [(0.0, 0.95), (0.3, 0.94), (1.0, 0.94)])
def test_the_interval_covers_the_run(between: float, least: float) -> None:
    """Logit of a reply's passing = run + its seed + its item; the truth is the mean over both."""
    rng = np.random.default_rng(7)

    def rates(effects: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-(1.2 + effects)))

    truth = rates(rng.normal(0, np.hypot(between, 1.0), 200_000)).mean()
    covered = 0
    for _ in range(300):
        seeds, items = rng.normal(0, between, (4, 1)), rng.normal(0, 1.0, (1, 100))
        passed = (rng.random((4, 100)) < rates(seeds + items)).astype(int)
        found = seed_spread([units(row.tolist()) for row in passed])
        covered += found.ci_low <= truth <= found.ci_high  # type: ignore[operator]
    assert covered / 300 >= least - 0.02  # 300 trials: an error of about 1.3 points


def test_no_difference_is_rarely_called_one() -> None:
    rng = np.random.default_rng(3)
    called = 0
    for _ in range(300):
        items = rng.normal(0, 1, (1, 60))
        odds = rng.normal(0, 0.5, (6, 1)) + items
        passed = (rng.random((6, 60)) < 1 / (1 + np.exp(-odds))).astype(int)
        sides = [[units(row.tolist()) for row in side] for side in (passed[:3], passed[3:])]
        called += seeds_difference(*sides).p_value < 0.05
    assert called / 300 <= 0.06


def test_a_difference_turns_its_sign_and_leaves_doubt() -> None:
    a, b = [half(40, 40)] * 3, [half(40, 0)] * 3
    there, back = seeds_difference(a, b), seeds_difference(b, a)
    assert (there.difference, back.difference) == (1, -1)
    assert (there.ci_low, there.ci_high) == (-back.ci_high, -back.ci_low)
    assert 0 < there.ci_low < 1
    assert there.p_value == back.p_value < 1e-6
    assert seeds_difference(a, a).p_value == 1


def test_what_never_varies_counts_by_conversation_and_family() -> None:
    talks = [{(f"item-{i}", turn): 0 for i in range(20) for turn in range(1, 6)}] * 3
    items = [units([0] * 20)] * 3
    families = {unit: unit[0][-1] for unit in items[0]}
    assert seed_spread(talks).ci_high == pytest.approx(seed_spread(items).ci_high)
    reach = [
        seeds_difference(side, side, clusters=clusters).ci_high
        for side, clusters in ((talks, None), (items, None), (items, families))
    ]
    assert reach[0] == pytest.approx(reach[1])
    assert reach[2] > reach[1]


def test_seeds_must_have_answered_the_same_items() -> None:
    with pytest.raises(InputError, match="item-2"):
        seed_spread([half(3, 1), half(2, 1)])
    with pytest.raises(InputError, match="no scores"):
        seed_spread([])
    with pytest.raises(InputError, match="no item"):
        seed_spread([units([None]), units([1])])


Write = Callable[..., dict[str, Path]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes score files from system -> (passed of 100 on the deciding metric, leaks of 100)."""

    def scores(**systems: tuple[int, int]) -> dict[str, Path]:
        paths = {}
        for system, counts in systems.items():
            name = system.replace("_", "-")
            rows = [
                asdict(Score(f"item-{i}", *key[:1], 1, key[1], int(i < count), ""))
                for key, count in zip((DECIDES, GUARD), counts, strict=True)
                for i in range(100)
            ]
            paths[name] = tmp_path / name / "scores.jsonl"
            write_jsonl(paths[name], rows)
        return paths

    return scores


def of_run(run: str, passed: Sequence[int], leaks: int = 0) -> dict[str, tuple[int, int]]:
    return {f"{run}_seed{i}": (k, leaks) for i, k in enumerate(passed, start=1)}


def test_a_run_that_beats_all_others_is_champion(write: Write) -> None:
    systems = of_run("good", (90, 92, 91)) | of_run("poor", (60, 62, 58)) | {"base": (2, 0)}
    found = champion(write(**systems))
    assert (found.run, found.system) == ("good", "good-seed1")
    assert {(bout.run, bout.other) for bout in found.bouts if bout.won} == {
        ("good", "poor"),
        ("good", "base"),
        ("poor", "base"),
    }
    assert all(bout.p_holm >= bout.difference.p_value for bout in found.bouts)
    assert any("good minus poor: +31.0%" in reason for reason in found.reasons)


def test_two_seeds_are_too_few(write: Write) -> None:
    found = champion(write(**of_run("good", (90, 92)), base=(2, 0)))
    assert (found.run, found.bouts) == (None, [])
    assert found.reasons == ["good has 2 training seeds; a champion needs 3"]


def test_equals_have_no_champion(write: Write) -> None:
    found = champion(write(**of_run("one", (90, 88, 91)), **of_run("two", (89, 90, 88)), base=(2, 0)))
    assert found.run is None
    assert found.reasons[-1] == "no run beats all others"


def test_more_leaks_forfeit(write: Write) -> None:
    systems = of_run("leaky", (95, 96, 94), leaks=30) | of_run("tight", (60, 61, 59))
    found = champion(write(**systems))
    assert found.run is None
    assert any("leaks more" in reason for reason in found.reasons)


def test_nobody_to_beat_is_no_victory(write: Write) -> None:
    assert champion(write(**of_run("only", (90, 90, 90)))).run is None
    assert champion({}).reasons == ["no run was given"]
