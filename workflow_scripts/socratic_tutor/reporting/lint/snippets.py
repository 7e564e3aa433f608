"""Rules on Python blocks: what fails, or quietly does something else, with the libraries of today."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from socratic_tutor.reporting.lint.card import Block, Card, Finding


def _trees(card: Card) -> Iterator[tuple[Block, ast.Module | None]]:
    for block in card.blocks:
        if block.language in ("python", "py"):
            try:
                yield block, ast.parse(block.text)
            except SyntaxError:
                yield block, None


def _calls(tree: ast.Module, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if name == (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")):
                yield node


def _given(call: ast.Call, name: str) -> object:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value.value if isinstance(keyword.value, ast.Constant) else keyword.value
    return None


def _finding(block: Block, node: ast.AST, message: str) -> Finding:
    return Finding(block.line + getattr(node, "lineno", 1), "snippet", message)


def is_python(card: Card) -> Iterator[Finding]:
    for block, tree in _trees(card):
        if tree is None:
            yield Finding(block.line, "snippet", "this block is no valid Python")


def opens_the_tutors_turn(card: Card) -> Iterator[Finding]:
    for block, tree in _trees(card):
        for call in _calls(tree, "apply_chat_template") if tree else ():
            if _given(call, "add_generation_prompt") is not True:
                yield _finding(
                    block, call, "add_generation_prompt is missing: the model may go on as the student"
                )


def hands_generate_what_it_takes(card: Card) -> Iterator[Finding]:
    """transformers 5 returns a dict from apply_chat_template, which `generate` takes only as `**`."""
    for block, tree in _trees(card):
        if tree is None:
            continue
        names = {
            target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and any(_within(node.value, "apply_chat_template"))
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in _calls(tree, "generate"):
            if any(isinstance(argument, ast.Name) and argument.id in names for argument in call.args):
                yield _finding(
                    block,
                    call,
                    "generate is given the template's result as one argument: fails on transformers 5",
                )


def _within(node: ast.AST, name: str) -> Iterator[ast.Call]:
    return _calls(ast.Module(body=[ast.Expr(node)], type_ignores=[]), name)  # type: ignore[arg-type]


def says_how_it_quantizes(card: Card) -> Iterator[Finding]:
    for block, tree in _trees(card):
        for call in _calls(tree, "BitsAndBytesConfig") if tree else ():
            if _given(call, "load_in_4bit") and _given(call, "bnb_4bit_quant_type") != "nf4":
                yield _finding(block, call, "4 bits without bnb_4bit_quant_type='nf4': the default is fp4")
            if _given(call, "load_in_4bit") and _given(call, "bnb_4bit_use_double_quant") is not True:
                yield _finding(block, call, "4 bits without bnb_4bit_use_double_quant")


def uses_present_names(card: Card) -> Iterator[Finding]:
    for block, tree in _trees(card):
        for call in _calls(tree, "from_pretrained") if tree else ():
            if _given(call, "torch_dtype") is not None:
                yield _finding(block, call, "torch_dtype is deprecated: dtype")


SNIPPET_RULES = (
    is_python,
    opens_the_tutors_turn,
    hands_generate_what_it_takes,
    says_how_it_quantizes,
    uses_present_names,
)
