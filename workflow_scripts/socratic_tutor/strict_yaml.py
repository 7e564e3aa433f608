"""YAML as the config is read: nothing guessed, every value with its line.

YAML 1.1 reads `010` as 8, `1:30` as 90 and the last of two equal keys as the only one. Here such text is an
error that names file, line and key; anchors are refused, as a few of them can unfold to millions of values.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from socratic_tutor.files import InputError

Keys = tuple[str, ...]

_LARGEST_FILE = 262_144
_DEEPEST = 12
_AMBIGUOUS_NUMBER = re.compile(r"[-+]?0[0-9_]+|[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?|0[bxo][0-9a-fA-F_]+")
_CORE = "tag:yaml.org,2002:"
_SCALARS = ("str", "int", "float", "bool", "null")


@dataclass(frozen=True)
class Layer:
    """One source of settings: a file, or `--config`.

    lines: path of keys -> line in the file (none for `--config`).
    """

    name: str
    values: dict[str, Any]
    lines: dict[Keys, int] = field(default_factory=dict)

    def place(self, keys: Keys) -> str:
        """`file:line` of a key, or of its nearest parent that has a line."""
        for length in range(len(keys), 0, -1):
            if line := self.lines.get(keys[:length]):
                return f"{self.name}:{line}"
        return self.name

    def holds(self, keys: Keys) -> bool:
        values: Any = self.values
        for key in keys:
            if not isinstance(values, dict) or key not in values:
                return False
            values = values[key]
        return True


def read_layer(path: Path, name: str) -> Layer:
    """The file as a layer called `name`; InputError (file:line, key, value) for anything doubtful."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 ({error.reason} at byte {error.start})") from None
    if len(data) > _LARGEST_FILE:
        raise InputError(f"{name}: {len(data)} bytes are too many for a config; at most {_LARGEST_FILE}")
    try:
        _refuse_anchors(text, name)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{name}:{mark.line + 1}" if mark else name
        raise InputError(f"{place}: not YAML ({error.problem}); check indentation and quotes") from None
    except yaml.YAMLError as error:
        raise InputError(f"{name}: not YAML ({error})") from None
    if node is None:
        raise InputError(f"{name}: is empty; it needs `key: value` pairs as in config.yaml")
    if not isinstance(node, yaml.MappingNode):
        raise InputError(f"{name}: `key: value` pairs were expected at the top, found {_shown(node)}")
    lines: dict[Keys, int] = {}
    return Layer(name, _mapping(node, (), name, lines), lines)


def _refuse_anchors(text: str, name: str) -> None:
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        anchor = getattr(event, "anchor", None)
        if anchor and event.start_mark:
            raise InputError(
                f"{name}:{event.start_mark.line + 1}: anchors and aliases (here {anchor!r}) are refused\n"
                "Write the value out in each place."
            )


def _mapping(node: yaml.MappingNode, above: Keys, name: str, lines: dict[Keys, int]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode) or _kind(key_node) not in ("str", "int"):
            raise InputError(f"{name}:{line}: {_shown(key_node)} is no key; keys are plain words")
        key = str(key_node.value)
        keys = (*above, key)
        if len(keys) > _DEEPEST:
            raise InputError(f"{name}:{line}: {key}: nested too deeply")
        if key in values:
            raise InputError(
                f"{name}:{line}: {'.'.join(keys)}: given twice (value {_shown(value_node)}), "
                f"first on line {lines[keys]}\nKeep one of the two."
            )
        lines[keys] = line
        values[key] = _value(value_node, keys, name, lines)
    return values


def _value(node: yaml.Node, keys: Keys, name: str, lines: dict[Keys, int]) -> Any:
    if not node.tag.startswith(_CORE) or _kind(node) not in (*_SCALARS, "map", "seq", "timestamp"):
        tag = node.tag.replace(_CORE, "!!")
        raise InputError(f"{name}:{node.start_mark.line + 1}: {'.'.join(keys)}: the tag {tag} is refused")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, keys, name, lines)
    if isinstance(node, yaml.SequenceNode):
        if len(keys) > _DEEPEST:
            raise InputError(f"{name}:{node.start_mark.line + 1}: {'.'.join(keys)}: nested too deeply")
        return [_value(inner, (*keys, str(i)), name, lines) for i, inner in enumerate(node.value)]
    place = f"{name}:{node.start_mark.line + 1}: {'.'.join(keys)}"
    kind = _kind(node)
    if kind not in _SCALARS:
        raise InputError(f"{place}: {_shown(node)} would be read as a {kind}; put it in quotes")
    if kind in ("int", "float") and _AMBIGUOUS_NUMBER.fullmatch(node.value):
        raise InputError(
            f"{place}: YAML reads {node.value} otherwise than it looks; write a plain number, or quote it"
        )
    value = yaml.SafeLoader("").construct_object(node)
    if isinstance(value, float) and not math.isfinite(value):
        raise InputError(f"{place}: {node.value} is not a finite number")
    return value


def _kind(node: yaml.Node) -> str:
    return str(node.tag).rpartition(":")[2]


def _shown(node: yaml.Node) -> str:
    text = str(node.value) if isinstance(node, yaml.ScalarNode) else _kind(node)
    return repr(text if len(text) <= 60 else text[:57] + "...")
