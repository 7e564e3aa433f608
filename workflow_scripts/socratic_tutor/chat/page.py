"""The page: pick a system and a problem, play the student, see what each turn scores.

    PYTHONPATH=workflow_scripts streamlit run workflow_scripts/socratic_tutor/chat/page.py \\
        --server.address 127.0.0.1 -- [--configfile OVERLAY.yaml ...]

Streamlit runs this file from top to bottom at every click; what must survive stands in `st.session_state`
(the turns) or in the cache (the loaded model).
"""

from __future__ import annotations

import argparse
import html
import sys
from pathlib import Path
from typing import Any

import streamlit as st

from socratic_tutor.chat.exercise import KINDS, conversation, exchange, judged, student_kind
from socratic_tutor.chat.tutors import Choice, choices, load, problems
from socratic_tutor.config import load_config
from socratic_tutor.files import InputError
from socratic_tutor.filtering.reply_filter import FilteredReply, filter_reply
from socratic_tutor.modeling.tutor import Tutor
from socratic_tutor.records import Item, Message
from socratic_tutor.reporting.results import label

ROOT = Path(__file__).resolve().parents[3]
SEED = "chat"
GOOD, BAD = "inherit", "#c62828"


def main() -> None:
    st.set_page_config(page_title="Socratic math tutor", page_icon="?", layout="wide")
    try:
        config = _config()
        results = Path.cwd() / "results" / config["experiment"]
        systems, bands = choices(config, results), problems(results)
    except InputError as error:
        st.error(str(error))
        return
    choice, item, filtered = _sidebar(systems, bands)
    turns = _turns(choice, item, filtered)
    st.title("Socratic math tutor")
    st.caption(f"{choice.system} · grades {item.grade_band} · {item.topic}")
    _show_text("Problem", item.problem)
    for number, turn in enumerate(turns):
        _show_turn(item, turns[: number + 1], turn)
    if problem := st.session_state.pop("error", None):
        st.error(problem)
    said = st.chat_input("Answer as the student", max_chars=1000)
    if "suggested" in st.session_state:
        said = st.session_state.pop("suggested")
    if said and said.strip():
        _student_speaks(said.strip(), turns, choice, item, filtered, config)
        st.rerun()


def _config() -> dict[str, Any]:
    parser = argparse.ArgumentParser()
    parser.add_argument("--configfile", action="append", type=Path, default=[])
    return load_config(
        main=ROOT / "config.yaml",
        overlays=parser.parse_args(sys.argv[1:]).configfile,
        overrides={},
        schema=ROOT / "rules" / "schemas" / "config.schema.yaml",
        root=ROOT,
        base_needed=True,
    )


def _sidebar(systems: list[Choice], bands: dict[str, list[Item]]) -> tuple[Choice, Item, bool]:
    with st.sidebar:
        system = st.selectbox("Tutor", [choice.system for choice in systems])
        band = st.selectbox("Grades", list(bands), index=min(1, len(bands) - 1))
        items = {item.id: item for item in bands[band]}
        chosen = st.selectbox("Problem", list(items), format_func=lambda name: items[name].problem)
        filtered = st.toggle("Answer-leak filter", value=True)
        st.divider()
        item = items[chosen]
        st.caption(f"A student who {item.hint} would write:")
        _show_text("", item.student_said)
        if st.button("Say this", use_container_width=True):
            st.session_state["suggested"] = item.student_said
        if st.button("Begin anew", use_container_width=True):
            st.session_state.pop("turns", None)
        with st.expander("The answer (for you alone)"):
            _show_text("", item.correct_answer)
    return next(choice for choice in systems if choice.system == system), item, filtered


def _turns(choice: Choice, item: Item, filtered: bool) -> list[dict[str, Any]]:
    """The turns of the present conversation; another tutor, problem or filter begins a new one."""
    key = (choice.system, item.id, filtered)
    if st.session_state.get("key") != key or "turns" not in st.session_state:
        st.session_state["key"], st.session_state["turns"] = key, []
    turns: list[dict[str, Any]] = st.session_state["turns"]
    return turns


@st.cache_resource(max_entries=2, show_spinner="Loading the tutor")
def _tutor(system: str, _choice: Choice, _config: dict[str, Any]) -> Tutor:
    return load(_choice, _config)


def _student_speaks(
    said: str,
    turns: list[dict[str, Any]],
    choice: Choice,
    item: Item,
    filtered: bool,
    config: dict[str, Any],
) -> None:
    turns.append({"role": "user", "content": said})
    try:
        tutor = _tutor(choice.system, choice, config)
        messages = _messages(turns)
        draft = tutor.reply(conversation(item, messages), seed=SEED)
        reply = FilteredReply(draft, "passed")
        if filtered:
            judged_item = exchange(item, messages)
            reply = filter_reply(judged_item, draft)
    except InputError as error:
        turns.pop()
        st.session_state["error"] = str(error)
        return
    turns.append({"role": "assistant", "content": reply.text, "draft": draft, "filter": reply})


def _messages(turns: list[dict[str, Any]]) -> list[Message]:
    return [{"role": turn["role"], "content": turn["content"]} for turn in turns]


def _show_turn(item: Item, so_far: list[dict[str, Any]], turn: dict[str, Any]) -> None:
    with st.chat_message(turn["role"]):
        _show_text("", turn["content"])
        if turn["role"] == "user":
            st.caption(f"The student {KINDS[student_kind(item, turn['content'])]}.")
            return
        reply: FilteredReply = turn["filter"]
        if reply.action != "passed":
            st.warning("Held back by the filter, which asked a safe question instead.", icon="🛑")
            with st.expander("The draft"):
                _show_text("", turn["draft"])
                _show_text("Why", reply.evidence)
        _show_scores(exchange(item, _messages(so_far[:-1])), turn["content"])


def _show_scores(item: Item, text: str) -> None:
    scores = judged(item, text)
    passed = sum(good for _, good in scores)
    with st.expander(f"Scores: {passed} of {len(scores)} as they should be", expanded=True):
        rows = "".join(
            f'<tr style="color:{GOOD if good else BAD}"><td>{"✓" if good else "✗"}</td>'
            f"<td>{html.escape(label(score.metric))}</td><td>{html.escape(score.evidence)}</td></tr>"
            for score, good in scores
        )
        st.html(f'<table class="scores" style="width:100%;font-size:.9rem"><tbody>{rows}</tbody></table>')


def _show_text(title: str, text: str) -> None:
    """Text as text: whoever wrote it, no Markdown, HTML or formula in it takes effect."""
    heading = f"<strong>{html.escape(title)}</strong><br>" if title else ""
    st.html(f'<div style="white-space:pre-wrap">{heading}{html.escape(text)}</div>')


main()
