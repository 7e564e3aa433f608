"""One set of pins, and code digests that see exactly what a rule's script reaches."""

from __future__ import annotations

from pathlib import Path

import yaml
from workflow_copy import ROOT

from socratic_tutor import code_digest

SCRIPTS = ROOT / "workflow_scripts"


def pins(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith(("#", "-r"))]


def test_conda_and_pip_have_the_same_pins() -> None:
    conda = yaml.safe_load((ROOT / "envs" / "workflow.yaml").read_text(encoding="utf-8"))
    (section,) = [entry["pip"] for entry in conda["dependencies"] if isinstance(entry, dict)]
    assert section == pins(ROOT / "envs" / "requirements.txt")
    assert all("==" in pin for pin in section)


def test_every_rule_has_a_script_of_its_name() -> None:
    rules = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "rules").glob("*.smk"))
    for script in SCRIPTS.glob("*.py"):
        assert f'"../workflow_scripts/{script.name}"' in rules, script.name
        assert f"rule {script.stem}:" in rules
        assert f'code_of("{script.stem}")' in rules


def reached(script: str) -> set[str]:
    files = code_digest.reached_files(SCRIPTS / f"{script}.py")
    return {path.relative_to(SCRIPTS).as_posix().removeprefix("socratic_tutor/") for path in files}


def test_a_digest_reaches_modules_and_their_data() -> None:
    corpus, card, scores = reached("synthesize_corpus"), reached("render_card"), reached("score_responses")
    assert {"corpus/synthesis.py", "curriculum/catalogue.py", "curriculum/held_out.txt", "files.py"} <= corpus
    assert "reporting/templates/card.md.jinja" in card
    assert "scoring/run.py" in scores
    described = reached("describe_corpus")
    assert {"corpus/templates/dataset_card.md.jinja", "corpus/human_turns.json"} <= described - corpus
    assert not any(name.startswith(("scoring/", "evaluation/", "reporting/")) for name in described)
    assert not any(name.startswith("scoring/") for name in corpus)
    assert not any(name.startswith(("modeling/", "corpus/")) for name in scores)
    assert not any(name.startswith("scoring/") for name in reached("write_control_responses"))
    assert "reporting/templates/card.md.jinja" not in reached("compare_systems")
    assert "job.py" not in corpus | card | scores


def test_training_and_generation_know_no_mathematics() -> None:
    for script in ("train_adapter", "generate_responses"):
        rooms = {name.split("/")[0] for name in reached(script) if "/" in name}
        assert rooms == {"modeling"}


def test_a_digest_is_of_content_alone(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "x.py", tmp_path / "b" / "x.py"
    for path, text in ((first, "x = 1\n"), (second, "x = 1\r\n")):
        path.parent.mkdir()
        path.write_bytes(text.encode())
    assert code_digest.code_digest(first) == code_digest.code_digest(second)
    second.write_text("x = 2\n", encoding="utf-8")
    assert code_digest.code_digest(first) != code_digest.code_digest(second)


def test_what_editors_leave_lying_about_is_no_data(tmp_path: Path) -> None:
    names = (
        "card.md.jinja",
        ".card.md.jinja.swp",
        "card.md.jinja~",
        "#card.md.jinja#",
        ".ipynb/card.md.jinja",
    )
    for name in names:
        path = tmp_path / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert code_digest._data_files(tmp_path) == {tmp_path / "templates" / "card.md.jinja"}
