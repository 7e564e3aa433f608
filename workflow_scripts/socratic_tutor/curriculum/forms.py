"""The usual written forms of an answer, for tests, controls and documentation."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from socratic_tutor.curriculum.answers import UNITS, Answer, decimal_text, lowest, terminates
from socratic_tutor.curriculum.measures import unit_of
from socratic_tutor.curriculum.number_words import spell, spell_fraction


def forms(answer: Answer) -> list[str]:
    """The usual written forms of an answer, its own text first, without repeats."""
    listed = [answer.text, *_more_forms(answer)]
    return list(dict.fromkeys(form for form in listed if form))


def _more_forms(answer: Answer) -> list[str]:
    kind, value = answer.kind, answer.value
    if kind == "ratio":
        a, b = (int(x) for x in value)
        return [f"{a}:{b}", f"{a} to {b}", f"{2 * a}:{2 * b}", f"{a}/{b}"]
    if kind == "remainder":
        q, r = (int(x) for x in value)
        return [f"{q} R {r}", f"{q}R{r}", f"{q} r{r}", f"{q} remainder {r}", f"{q} with a remainder of {r}"]
    if kind == "coordinate":
        inner = [str(x) for x in value]
        named = [f"x = {inner[0]} and y = {inner[1]}"] if len(inner) == 2 else []
        return [f"({', '.join(inner)})", f"({','.join(inner)})".replace("-", "\u2212"), *named]
    if kind == "set":
        inner = [str(x) for x in sorted(value)]
        return [f"{{{', '.join(inner)}}}", " or ".join(f"x = {x}" for x in inner), " and ".join(inner[::-1])]
    if kind == "time":
        hour, minute = divmod(int(value), 60)
        return [f"{hour or 12}:{minute:02d}"] if 0 <= hour < 12 else []
    if kind == "expression":
        squared = re.sub(r"\^2(?![0-9])", "\u00b2", answer.text)
        return [squared, f"${answer.text}$", answer.text.replace(" ", ""), answer.text.replace("-", "\u2212")]
    if kind == "equation":
        left, _, right = (part.strip() for part in answer.text.partition("="))
        squared = re.sub(r"\^2(?![0-9])", "\u00b2", answer.text)
        minus = answer.text.replace("-", "\u2212")
        return [f"{right} = {left}", f"${answer.text}$", answer.text.replace(" ", ""), squared, minus]
    if kind == "choice":
        return [f"**{answer.text}**"]
    if kind == "list":
        inner = [str(x) for x in value]
        rising = [" < ".join(inner)] if all(a < b for a, b in pairwise(value)) else []
        return [", ".join(inner[:-1]) + f" and {inner[-1]}", ", then ".join(inner), *rising]
    if kind == "inequality":
        return _inequality_forms(*value)
    if kind == "measure":
        return _measure_forms(answer)
    return _number_forms(kind, value)


def _inequality_forms(
    name: str, low: Fraction | None, low_closed: bool, high: Fraction | None, high_closed: bool
) -> list[str]:
    opened, closed = "[" if low_closed else "(", "]" if high_closed else ")"
    from_, to = ("-\u221e" if low is None else low), ("\u221e" if high is None else high)
    interval = f"{opened}{from_}, {to}{closed}"
    below, above = (("\u2264" if is_closed else "<") for is_closed in (low_closed, high_closed))
    if low is not None and high is not None:
        latex = f"${low} {below} {name} {above} {high}$".replace("\u2264", "\\le")
        return [f"{low} {below} {name} {above} {high}", latex, interval]
    if low is not None:
        sign, words = ("\u2265", "at least") if low_closed else (">", "greater than")
        return [f"{name} {sign} {low}", f"{low} {below} {name}", f"{name} is {words} {low}", interval]
    sign, words = ("\u2264", "at most") if high_closed else ("<", "less than")
    turned = "\u2265" if high_closed else ">"
    return [f"{name} {sign} {high}", f"{high} {turned} {name}", f"{name} is {words} {high}", interval]


def _measure_forms(answer: Answer) -> list[str]:
    """In its own unit, and in every other unit in which it is a whole number below 10,000."""
    amount, base = answer.value
    listed = []
    if unit := unit_of(answer):
        own = amount / UNITS[unit][1]
        listed += [
            f"{lowest(own).text} {unit}",
            f"**{lowest(own).text} {unit}**",
            f"${lowest(own).text}$ {unit}",
        ]
    for unit, (of, size) in UNITS.items():
        other = amount / size
        if of == base and other.denominator == 1 and 0 < other < 10_000:
            listed.append(f"{other} {unit}")
    return listed


def _number_forms(kind: str, value: Fraction) -> list[str]:
    worth = value / 100 if kind == "percent" else value
    minus = "-" if worth < 0 else ""
    size = abs(worth)
    listed: list[str] = []
    if worth.denominator == 1:
        listed += [str(worth.numerator), f"{worth.numerator:,}", f"**{worth.numerator}**"]
        if 2 < size < 1000:
            listed.append(spell(worth.numerator))
    elif kind != "money":
        top, bottom = size.numerator, size.denominator
        listed += [
            f"{minus}{top}/{bottom}",
            f"{minus}{2 * top}/{2 * bottom}",
            f"{minus}\\frac{{{top}}}{{{bottom}}}",
        ]
        if size > 1:
            whole, part = divmod(top, bottom)
            listed += [f"{minus}{whole} {part}/{bottom}", f"{minus}{whole}\\frac{{{part}}}{{{bottom}}}"]
        elif spelled := spell_fraction(worth):
            listed.append(spelled)
    if kind in ("fraction", "mixed", "decimal", "percent") and worth.denominator != 1:
        if terminates(worth):
            listed += [decimal_text(worth), f"{decimal_text(100 * worth)}%"]
        else:
            listed += [f"{minus}{float(size):.5f}", f"{minus}{float(100 * size):.3f}%"]
    if kind == "percent" and terminates(value):
        listed += [f"{decimal_text(value)} percent", f"{decimal_text(value)}\\%"]
    if kind == "money" and (100 * value).denominator == 1:
        cents = int(100 * size)
        listed += [f"{minus}${cents // 100}.{cents % 100:02d}", f"{minus}{cents // 100}.{cents % 100:02d}"]
        if not minus:
            listed.append(f"{cents // 100} dollars" + (f" and {cents % 100} cents" if cents % 100 else ""))
    return listed + [form.replace("-", "\u2212") for form in listed[:1] if minus]
