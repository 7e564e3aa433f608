"""The card's front matter is checked without a network."""

from __future__ import annotations

import numpy as np
import pytest
import yaml

from socratic_tutor.files import InputError
from socratic_tutor.records import Estimate
from socratic_tutor.reporting.card_metadata import as_yaml, front_matter, license_of

ROW = Estimate("leak", "answer_leak.typed", 1, 100, 0.01, 0.00176739, 0.0544862, 0.95, "wilson", 9, 1.0, 0)


def fields(**changes) -> dict:
    made = front_matter(
        system="x-seed1",
        base_name="resources/base_model",
        source="embedded",
        estimates=[ROW],
        data={"leak": "0f"},
    )
    return {**made, **changes}


def test_written_metadata_reads_back_equal():
    text = as_yaml(fields())
    assert text.startswith("---\nlicense: apache-2.0\n")
    assert yaml.safe_load(text.strip("-\n")) == fields()


def test_numpy_values_become_plain_numbers():
    row = Estimate(**{**ROW.__dict__, "rate": np.float64(0.01), "k": np.int64(1)})
    made = front_matter(
        system="x-seed1", base_name="b", source="embedded", estimates=[row], data={"leak": "0f"}
    )
    assert "numpy" not in as_yaml(made)
    assert type(made["model-index"][0]["results"][0]["metrics"][0]["args"]["k"]) is int


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"license": "apache2"}, "'apache2' is no licence"),
        ({"language": ["klingon"]}, "'klingon' is no ISO"),
        ({"language": []}, "None is no ISO"),
        ({"pipeline_tag": "chat"}, "'chat' is no task"),
        ({"base_model": "../../secret base"}, "is no model name"),
        ({"extra": {"a": [1, float("nan")]}}, r"metadata.extra.a\[1\] is nan"),
        ({"extra": float("inf")}, "metadata.extra is inf"),
        ({"extra": np.float64(1.0)}, "float64, which YAML cannot carry"),
        ({"extra": {"n": {1, 2}}}, "set, which YAML cannot carry"),
    ],
)
def test_what_the_hub_would_not_take_is_refused(change, message):
    with pytest.raises(InputError, match=message):
        as_yaml(fields(**change))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("embedded", "apache-2.0"),
        ("meta-llama/Llama-3.1-8B-Instruct", "llama3.1"),
        ("meta-llama/Meta-Llama-3-8B", "llama3"),
        ("google/gemma-2-2b", "gemma"),
        ("my/folder", "other"),
    ],
)
def test_licence_of_the_base(source, expected):
    assert license_of(source)["license"] == expected
