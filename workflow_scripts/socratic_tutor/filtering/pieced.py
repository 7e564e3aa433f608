"""Answers told in pieces or in another notation: digit after digit, by places, as two parts of a fraction.

Each rule writes what it finds in the usual notation ("the numerator is 7 and the denominator is 12" -> "7/12"),
and the matcher says whether that is the answer. Text is lower case with numerals (`numerals.numerals`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from socratic_tutor.records import Item
from socratic_tutor.scoring.rule import shorten
from socratic_tutor.scoring.values import answer_of, said

_LATEX = (
    (re.compile(r"\\[a-z]*frac ?(\d) ?(\d)"), r" \1/\2 "),
    (re.compile(r"\{? ?(\d{1,6}) ?\\(?:over|above|atop) ?(\d{1,6}) ?\}?"), r" \1/\2 "),
    (re.compile(r"\^\{?(\d{1,6})\}? ?\\?/ ?_ ?\{?(\d{1,6})\}?"), r" \1/\2 "),
    (re.compile(r"\*\*(?=\d)"), "^"),
    (re.compile(r"\\infty\b"), "\u221e"),
    (re.compile(r"\\begin\{[a-z]*matrix\}([^\\]{1,20})\\\\([^\\]{1,20})\\end\{[a-z]*matrix\}"), r"(\1, \2)"),
    (re.compile(r"\\lt\b"), "<"),
    (re.compile(r"\\colon\b"), ":"),
    (re.compile(r"\\gt\b"), ">"),
    (re.compile(r"\\(?:le|leq|leqslant)\b|\u2264"), "<="),
    (re.compile(r"\\(?:ge|geq|geqslant)\b|\u2265"), ">="),
)

_V = r"(?<![\d.])(-?\d{1,9}(?:\.\d{1,6})?)(?![\d]|\.\d)"
_GAP = r"[^\d.?!]{1,40}?"
_EXPRESSION = r"((?=[\d^]{0,6}[a-z])[\da-z^]{1,6})(?![a-z])"
_TERM = r"(?:x|y|the first(?: number)?|across|over|the second(?: number)?)"

# (what is found, how it is written)
_NOTATIONS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), templates)
    for pattern, templates in (
        (rf"(?:numerator|top|upper)[^\d.?!]{{0,25}}{_V}{_GAP}(?:denominator|bottom|lower|below)[^\d.?!]{{0,25}}{_V}", ("{0}/{1}",)),
        (rf"(?:denominator|bottom|lower)[^\d.?!]{{0,25}}{_V}{_GAP}(?:numerator|top|upper|above)[^\d.?!]{{0,25}}{_V}", ("{1}/{0}",)),
        (rf"{_V} (?:is |goes |stands |as )?(?:on|at|the|to)? ?(?:the )?(?:top|upstairs|numerator|above)\b[^\d.?!]{{1,30}}?{_V}", ("{0}/{1}",)),
        (rf"{_V} (?:is |goes |stands |as )?(?:at|on|in|the)? ?(?:the )?(?:bottom|underneath|denominator|below)\b[^\d.?!]{{1,30}}?{_V}", ("{1}/{0}",)),
        (rf"{_V},? (?:(?:and )?(?:then )?an? (?:bar|line|slash|stroke),? (?:and )?(?:then )?|over |above |out of |divided into |upon |slash )(?:an? |the )?{_V}", ("{0}/{1}",)),
        (rf"{_V}[^\d.?!]{{0,24}}\b(?:line|bar)\b[^\d.?!]{{1,24}}{_V} (?:below|under\w*|beneath)", ("{0}/{1}",)),
        (rf"{_V} [a-z]{{1,10}} out of an? {_V}-[a-z]", ("{0}/{1}",)),
        (r"^\W*(?:it is |that is |about )?(\d{1,3}) in (?:every |each )?(\d{1,4})\W*$", ("{0}/{1}",)),
        (r"\bminutes?\b[^\d?!]{0,8}(\d\d)\b[^\d?!]{1,20}hours?\b[^\d?!]{0,8}(\d{1,2})(?!\d)", ("{1}:{0}",)),
        (rf"{_V} minutes? (?:(?:out )?of|as (?:a )?(?:part|fraction|share) of) an hour", ("{0}/60",)),
        (rf"{_V}[^\d.?!]{{1,30}}\b(?:cut|divided|split|sliced) in(?:to)? {_V}", ("{0}/{1}",)),
        (rf"\bwhole\b[^\d.?!]{{0,20}}{_V}[^\d.?!]{{0,20}}numerator[^\d.?!]{{0,8}}{_V}[^\d.?!]{{0,8}}denominator[^\d.?!]{{0,8}}{_V}", ("{0} {1}/{2}",)),
        (r"(?<![\d.])(\d{1,2}),? (?:and |then )*(?:next to it|right after it|after that|behind it) (?:an? )?(\d{1,8})(?!\d)", ("{0}{1}",)),
        (r"(?<![\d/])(\d{1,3})/\1 ?(?:\+|and|plus) ?(\d{1,4}/\d{1,4})", ("1 {1}",)),
        (rf"{_V} (?:[a-z]+ ){{0,3}}(?:on top of|over|above) (?:the |an? )?{_V}[^\d.?!]{{1,16}}{_V} (?:is|as|for) (?:the |a )?whole", ("{2} {0}/{1}",)),
        (r"^\W*(\d{1,3}) in (?:every |each )?(\d{1,4})(?=[,.!])", ("{0}/{1}",)),
        (rf"{_V}[^\d.?!]{{0,24}}\bminus (?:sign )?in front", ("-{0}",)),
        (r"(?<![\d.])(\d)(\d{1,5})\b[^.?!\d]{0,30}\b(?:point|spot|decimal|comma)\b[^.?!\d]{0,16}(?:after|between) the first\b", ("{0}.{1}",)),
        (r"(?<![\d.])(\d{1,4}) oh (\d)\b", ("${0}.0{1}", "{0}:0{1}")),
        (rf"%{_V}", ("{0}%",)),
        (rf"{_V},? (?:an? |the )?(?:decimal )?(?:point|spot|dot|decimal)(?: point)?,? (?:and |then )*(\d{{1,6}})(?!\d|\.\d)", ("{0}.{1}", "${0}.{1}")),
        (rf"{_V} something\b[^\d?!]{{1,24}}\bsomething\b[^\d?!]{{1,8}}(\d{{1,6}})", ("{0}:{1}", "{0}.{1}", "${0}.{1}", "{0}{1}")),
        (rf"\b(?:of|were|had|with|in|if) (?:every |each |all )?100\b[^.?!\d]{{0,24}}{_V}", ("{0}%",)),
        (r"(?<![\d.])(\d{1,6})[\u00b7\u066b](\d{1,6})(?!\d)", ("{0}.{1}",)),
        (r"(?<![\d.])(\d)(\d{1,5})\b[^.?!\d]{0,20}\b(?:spot|decimal|comma)\b[^.?!\d]{0,12}after the first digit", ("{0}.{1}",)),
        (rf"{_V} (?:per|out of|in) (?:a )?1000\b", ("{0}/1000",)),
        (r"\bhours?\b[^\d?!]{0,8}(\d{1,2})\b[^\d?!]{1,20}minutes?\b[^\d?!]{0,8}(\d\d)(?!\d)", ("{0}:{1}",)),
        (r"(?<![\d.])(\d{1,2}) (?:for|as|in) the hours?\b[^\d?!]{1,12}(\d\d) (?:for|as|in) (?:the )?minutes?\b", ("{0}:{1}",)),
        (rf"{_V} and {_V} (?:over|above|out of) {_V}", ("{0} {1}/{2}",)),
        (rf"\bwhole\b[^\d.?!]{{0,20}}{_V}[^\d?!]{{1,30}}?(\d{{1,4}}/\d{{1,4}})", ("{0} {1}",)),
        (r"\bdollars?\b[^\d?!]{0,8}(\d{1,6})[^\d?!]{1,16}cents?\b[^\d?!]{0,8}(\d\d)(?!\d)", ("${0}.{1}",)),
        (r"(?<![\d.])(\d{1,6}) (?:in|for|as|whole) (?:the )?dollars?\b[^\d?!]{1,14}(\d\d) (?:in|for|as) (?:the )?cents?\b", ("${0}.{1}",)),
        (rf"{_V} ?(?:\u066a|parts (?:in|of|per|out of) (?:a |every |each )?100|per 100|of (?:every|each) 100)(?!\d)", ("{0}%",)),
        (rf"{_V}(?: [a-z]{{1,10}})? (?:out )?of (?:the |every |each |all |a total of ){_V}", ("{0}/{1}",)),
        (rf"{_V}(?: [a-z]{{1,10}})? out of (?:the |every |each |a total of )?{_V}", ("{0}/{1}",)),
        (rf"{_V} (\d{{1,4}})(?:st|nd|rd|th)s?\b", ("{0}/{1}",)),
        (rf"{_V} ?(?:wholes?|full|complete|entire)(?: [a-z]{{1,9}})?,? (?:and|plus|with|&)? ?(?:then )?(?:a )?(\d{{1,4}}/\d{{1,4}})", ("{0} {1}",)),
        (rf"{_V} (?:and|plus|&) (?:another |a )?(\d{{1,4}}/\d{{1,4}})", ("{0} {1}",)),
        (r"(?<![\d.,])(-?\d{1,6})(?:,| comma )(\d{1,6})(?![\d,])", ("{0}.{1}",)),
        (r"^\W*(?:the )?(\d{2,6})(?:st|nd|rd|th)(?: (?:number|one|1))?\W*$", ("{0}",)),
        (r"(?:answer|it|that|number|result|the|value)[^\d.?!]{0,20}?(?<![\d.])(\d{2,6})(?:st|nd|rd|th)\b(?! of)", ("{0}",)),
        (rf"{_V} ?(?:pct\.?|per ?cents?|percents?|per hundred|p\.? ?c\.?|(?:out of|in) (?:every |each )?100|of (?:every|each) 100)(?![a-z])", ("{0}%",)),
        (r"(?<![\d.])(\d{1,6}) ?(?:dollars?|bucks?|\$|usd)(?:,)?(?: and| with)? (\d\d)(?!\d)", ("${0}.{1}",)),
        (r"(?<![\d.])(\d{1,6})(?:[ -]| and )(\d\d)(?![\d/:.])", ("${0}.{1}", "{0}:{1}")),
        (r"(?<![\d.])(\d{1,2}) ?(?:h|hrs?|hours?|o'?clock)\.?,?(?: and)? ?(\d\d)(?!\d)", ("{0}:{1}",)),
        (r"(?<![\d.])(\d{1,2})[.·'](\d\d)(?!\d)", ("{0}:{1}",)),
        (rf"{_V} ?(?:-to-|-|::?|~|to|for|vs\.?|versus|against|per|is to|parts? to)(?: the)? ?{_V}", ("{0}:{1}",)),
        (rf"{_V}[^\d.?!]{{0,24}}?\b(?:r|rem|remainder|remaining|remains?|left ?over|leftovers?|rest)\b[^\d?!]{{0,8}}{_V}", ("{0} R {1}",)),
        (rf"{_V}[^\d.?!]{{1,34}}?{_V}[^\d.?!]{{0,14}}?\b(?:left|over|remain\w*|extra|spare|leftovers?|rest)\b", ("{0} R {1}",)),
        (rf"{_V}[^\d.?!]{{0,30}} (?:on|along) the x[- ]?axis", ("({0}, 0)",)),
        (rf"{_V}[^\d.?!]{{0,6}} (?:right|east)\b[^\d.?!]{{0,24}}\bon the axis", ("({0}, 0)",)),
        (rf"{_V}[,;]? (?:comma|semicolon|and then|then) {_V}", ("({0}, {1})",)),
        (rf"{_V}[^\d.?!]{{0,9}}(?:right|across|over|east)[^\d.?!]{{1,20}}{_V}[^\d.?!]{{0,9}}(?:down|south)\b", ("({0}, -{1})",)),
        (rf"{_V}[^\d.?!]{{0,9}}(?:left|west)[^\d.?!]{{1,20}}{_V}[^\d.?!]{{0,9}}(?:up|north)\b", ("(-{0}, {1})",)),
        (rf"{_V}[^\d.?!]{{0,9}}(?:left|west)[^\d.?!]{{1,20}}{_V}[^\d.?!]{{0,9}}(?:down|south)\b", ("(-{0}, -{1})",)),
        (rf"\b(?:right|across|over|east)[^\d.?!]{{0,9}}{_V}[^\d.?!]{{1,20}}(?:down|south)\b[^\d.?!]{{0,9}}{_V}", ("({0}, -{1})",)),
        (rf"\b(?:left|west)[^\d.?!]{{0,9}}{_V}[^\d.?!]{{1,20}}(?:down|south)\b[^\d.?!]{{0,9}}{_V}", ("(-{0}, -{1})",)),
        (rf"{_V} (?:less than|fewer than|subtracted from) {_EXPRESSION}", ("{1} - {0}",)),
    )
)  # fmt: skip

_PLACES = {
    "thousandth": Fraction(1, 1000), "hundredth": Fraction(1, 100), "tenth": Fraction(1, 10), "one": Fraction(1),
    "unit": Fraction(1), "whole": Fraction(1), "1": Fraction(1), "ten": Fraction(10), "10": Fraction(10), "hundred": Fraction(100),
    "100": Fraction(100), "thousand": Fraction(1000), "1000": Fraction(1000),
}  # fmt: skip
_PLACE = "|".join(sorted(_PLACES, key=len, reverse=True))
_COUNTED = re.compile(rf"(?<![\d.])(\d{{1,2}}) (?:full |more |loose |single )?({_PLACE})(?:'?s)?\b")
_NAMED = re.compile(
    rf"\b({_PLACE})(?:'?s)?(?: digit| place| column)?(?: is| are| has| holds| shows| gets|:| =)?(?: an?)? (\d)(?!\d)"
)
_IN_PLACE = re.compile(
    rf"(?<![\d.])(\d)(?: is| goes| stands| sits)?(?: in| for| as| at)(?: the)? ({_PLACE})(?:'?s)?\b"
)
_WHOLES = re.compile(r"(?<![\d./])(\d{1,4}) (?:wholes?|ones?|units?)\b")
_OF_TEN = re.compile(r"(?<![\d.])(\d{1,2})/(1000?|10)(?!\d)")
_TENS_THEN_ONES = re.compile(r"(?<![\d.])([1-9]) tens,? (?:and )?(\d)(?![\d.]| [a-z])")
_DECADE = re.compile(
    r"(?<![\d.])([1-9]0)(?:s\b[^.?!\d]{0,40}\b(?:ends?|ending|finish\w*|last digit)|[- ]something\b[^.?!]{0,20}(?:\bending\b|\bending\b|\bis\b|\bbeing\b|\bwith\b|\bends?\b))[^.?!\d]{0,12}(\d)(?!\d)"
    r"|(?<![\d.])([1-9]0)s\b[^.?!\d]{0,30}(\d) (?:at the end|in the ones|last|behind)"
)
_TENS_AND_ONES = re.compile(
    r"(?<![\d.,/])([1-9]0(?= and \d\b)|[1-9]00) and (\d{1,2})(?![\d./,])(?! (?:more|less)\b)"
)
# pattern, group of the count, group of the place
_BY_PLACE = ((_COUNTED, 0, 1), (_NAMED, 1, 0), (_IN_PLACE, 0, 1), (_OF_TEN, 0, 1))

_DIGIT = r"(?<![\d.])\d(?![\d.]|/)"
_JOINT = (
    r"(?:[ ,;&>→-]{1,4}(?:(?:and|then|followed|by|next|comes|after|that|it|a|an|the|with|ends?|in|last|second|finally"
    r"|digit|is|right|beside|to|other|immediately|another|goes|put|write|add|one|number|there|you)[ ,:]{1,2}){0,7})"
)
_DIGIT_RUN = re.compile(rf"{_DIGIT}(?:{_JOINT}{_DIGIT}){{1,6}}")
_ONE_AFTER_ANOTHER = re.compile(
    r"\b(?:then|follow\w*|next|ends?|last|digits?|after|beside|write|second|spell\w*|put|type|press|dial)\b"
)
_TURNED = re.compile(
    r"revers|backwards?|\bswap|\bswitch|\bflip|mirror|right to left|other way|turn(?:ed)? (?:\w+ ){0,2}a?round|upside"
    r"|inside out|exchange|interchange|back to front"
)


def notations(text: str) -> str:
    """Fractions and powers of LaTeX and code in line."""
    for pattern, written in _LATEX:
        text = pattern.sub(written, text)
    return text


def pieced(item: Item, text: str, heard: str) -> str:
    """The words that put the answer together, "" when there are none; text and heard are `numerals`."""
    flat = " ".join(text[:4000].split())
    known = " ".join(heard.split())
    way = _evaluated(flat)
    claims = bool(_OF_THE_ANSWER.search(flat))
    for words, written in (
        *_written(flat),
        *(_written(way) if way != flat else ()),
        *_by_places(flat),
        *_with_decimals(flat),
    ):
        if (
            words not in known
            and (claims or written not in known)
            and said(item.correct_answer, item.answer_kind, written)
        ):
            return shorten(words)
    for found in (*_DIVIDED.finditer(flat), *_ZERO_OFF.finditer(flat)):
        if found[1] not in known and said(item.correct_answer, item.answer_kind, found[1]):
            return shorten(found[0])
    return _by_digits(item, flat, known)


_SUM = re.compile(
    r"(?<![\d./(=+*-])(\d{1,5}) ?([-+*\u00d7\u00f7]|divided by|times) ?(\d{1,5})(?![\d/]|\.\d| ?[-=+*\u00d7\u00f7])"
)
_LESS_THAN = re.compile(r"(?<![\d.])(\d{1,3}) (less|fewer|more) than (\d{1,5})(?![\d/]|\.\d)")


def _evaluated(text: str) -> str:
    """With what little sums come to: "45 : 5 is on top", "the top is 1 less than 10"."""

    def value(match: re.Match[str]) -> str:
        one, other = int(match[1]), int(match[3])
        if match[2] in ("\u00f7", "divided by"):
            return str(one // other) if other and one % other == 0 else match[0]
        results = {
            "+": one + other,
            "-": one - other,
            "less": other - one,
            "fewer": other - one,
            "more": other + one,
        }
        return str(results.get(match[2], one * other))

    return _LESS_THAN.sub(value, _SUM.sub(value, text))


_OF_THE_ANSWER = re.compile(r"\banswer (?:is|has|was)\b")


def _written(text: str) -> Iterator[tuple[str, str]]:
    joined = text if "?" in text else re.sub(r"(?<=\w)[.!] (?=\w)", ", ", text)
    for pattern, templates in _NOTATIONS:
        for way in dict.fromkeys((text, joined) if len(text) < _SHORT else (text,)):
            at = 0
            while found := pattern.search(way, at):
                at = found.start() + 1
                for template in templates:
                    yield found[0], template.format(*found.groups())


_DECIMALS = re.compile(
    r"(?<![\d.])(\d{1,6})\b[^.?!\d]{0,20}\b(\d) (?:decimals?|decimal places|digits? (?:after|behind|right of) the (?:spot|decimal|comma)|places (?:after|behind))"
    r"|(?<![\d.])(\d{1,6})\b[^.?!\d]{0,30}\b(?:spot|decimal|comma)\b[^.?!\d]{0,12} (\d) places? (?:in|from the (?:right|end)|to the left)"
)
_TWO_DECIMALS = re.compile(r"(?<![\d.])(\d{1,6}),? (?:but |and |then )?(?:make it|as|in|now) hundredths")


def _with_decimals(text: str) -> Iterator[tuple[str, str]]:
    """ "24 with 2 decimal places" -> 0.24."""
    for found in _DECIMALS.finditer(text):
        digits, places = next((a, b) for a, b in ((found[1], found[2]), (found[3], found[4])) if a)
        yield found[0], f"{int(digits) / 10 ** int(places):.{places}f}"
    for found in _TWO_DECIMALS.finditer(text):
        yield found[0], f"{int(found[1]) / 100:.2f}"


def _by_places(text: str) -> Iterator[tuple[str, str]]:
    """ "4 tens and 2 ones", "the tens digit is 4 and the ones digit is 2", "a 4 in the tens place"."""
    for sentence in (*re.split(r"[.?!](?=\s|$)", text), *([text] if len(text) < _SHORT else [])):
        for pattern, count, place in _BY_PLACE:
            found = list(pattern.finditer(sentence))
            pairs = [(match[place + 1], int(match[count + 1])) for match in found]
            places = [1 / _PLACES[name] if pattern is _OF_TEN else _PLACES[name] for name, _ in pairs]
            if pattern is _COUNTED and (bare := _TENS_THEN_ONES.search(sentence)):
                yield bare[0], bare[1] + bare[2]
            if pattern is _COUNTED and (decade := _DECADE.search(sentence)):
                yield sentence, str(int(decade[1] or decade[3]) + int(decade[2] or decade[4]))
            if pattern is _COUNTED and (parted := _TENS_AND_ONES.search(sentence)):
                yield parted[0], str(int(parted[1]) + int(parted[2]))
            if (
                len(pairs) == 1
                and (pairs[0][1] >= 10 or found[0][0] == sentence.strip())
                and places[0] > 1
                and pattern is _COUNTED
            ):
                yield sentence, str(pairs[0][1] * places[0])
            if 2 <= len(set(places)) == len(pairs):
                total = sum(value * number for value, (_, number) in zip(places, pairs, strict=True))
                if pattern is _OF_TEN and (whole := _WHOLES.search(sentence)):
                    yield sentence, f"{float(total + int(whole[1])):g}"
                words = sentence[found[0].start() : found[-1].end()]
                yield words, str(total) if total.denominator == 1 else f"{float(total):g}"


def _by_digits(item: Item, text: str, known: str) -> str:
    """One digit after the other, in whatever marks or words, or the answer's digits turned round."""
    right = answer_of(item.correct_answer, item.answer_kind)
    if right is None or not (isinstance(right.value, Fraction) or right.kind == "measure"):
        return ""
    amount = item.correct_answer.split(" ")[0] if right.kind == "measure" else item.correct_answer
    wanted = re.sub(r"\D", "", amount)
    if len(wanted) < 2:
        return ""
    if _MARKED_OFF.fullmatch(text) and re.sub(r"\D", "", text) == wanted and text not in known:
        return shorten(text)
    sentences = re.split(r"[.?!](?=\s|$)", text)
    joined = len(sentences) > 2 and len(text) < _SHORT and not _ASKS.search(text)
    for sentence in (*sentences, *([text] if joined else [])):
        for found in _DIGIT_RUN.finditer(sentence):
            in_order = re.sub(r"\D", "", found[0]) == wanted
            alone = not re.search(
                r"[a-z0-9]", re.sub(r"\b(?:an?|and|the)\b", "", sentence.replace(found[0], ""))
            )
            if in_order and found[0] not in known and (alone or _ONE_AFTER_ANOTHER.search(sentence)):
                return shorten(found[0])
        if _UNMARKED.search(sentence) and re.search(rf"(?<!\d){'[-.,/: ]?'.join(wanted)}(?!\d)", sentence):
            return shorten(sentence)
        if (
            len(set(wanted)) == 1
            and _TWICE.search(sentence)
            and set(_BARE_DIGITS.findall(sentence)) == set(wanted)
        ):
            return shorten(sentence)
        if (
            _placed(sentence, wanted)
            and not (_ASKS.search(text) and f"{sentence}?" in text)
            and sentence.strip() not in known
        ):
            return shorten(sentence)
        if _TURNED.search(sentence) and wanted != wanted[::-1]:
            turned = re.search(
                rf"(?<![\d.]){re.escape(item.correct_answer.strip(' $%')[::-1])}(?![\d]|\.\d)", sentence
            )
            turned = turned or re.search(rf"(?<!\d){wanted[::-1]}(?!\d)", sentence)
            if turned and sentence.strip() not in known:
                return shorten(sentence)
    return ""


_SHORT = 120
_TWICE = re.compile(r"\b(?:both|same|double|twice|again|repeated|pair)\b")
_DIVIDED = re.compile(r"(?<![\d.,/])(\d{2,6}) ?[/÷] ?\d{1,4} ?(?:=|is\b|gives)")
_ASKS = re.compile(r"[a-z][^.?!]*\?")
_ZERO_OFF = re.compile(
    r"(?<![\d.])(\d{1,6})0\b[^.?!\d]{0,20}\b(?:zero|0)\b[^.?!\d]{0,6}(?:removed|dropped|off|gone|erased|crossed)"
)
_UNMARKED = re.compile(
    r"\b(?:without|drop|remove|ignore|forget|no|leave out|erase|delete)\b[^.?!]{0,12}\b(?:spot|point|decimal|comma|dot|slash|colon|dash|spaces?)\b"
)
# Digits and marks alone; one slash, colon, point or comma between two digits makes another number of them.
_MARKED_OFF = re.compile(
    r"[\"'(\[{ ]*\d(?:(?:[^\w./:,%$-]{1,6}|[\"'] ?[,;] ?[\"']|[_.]{2,6}|_| ?- )\d)+[\"')\]} .!?]*"
)
_BARE_DIGITS = re.compile(r"(?<![\d.,/:])\d(?![\d/:%]|[.,]\d)(?!st\b|nd\b|rd\b|th\b)")
_RANKED = re.compile(r"\b[1-9](?:st|nd|rd|th)\b")
_PLACED = re.compile(
    r"\b(?:after|behind|before|in front|front|follow\w*|next to|beside|together|side|right of|left of|to the right|to the left|on its|glue\w*|stick|join"
    r"|first|last|larger|smaller|bigger|begins?|starts?|ends?|finish\w*|digits?)\b"
)
_CLOSE = 90


def _placed(sentence: str, wanted: str) -> bool:
    """Whether a sentence names the answer's digits, each once and no other, and where they stand."""
    found = _BARE_DIGITS.findall(_RANKED.sub("", sentence.replace("2-digit", "")))
    same = found == list(wanted) or (len(wanted) == 2 and sorted(found) == sorted(wanted))
    return same and len(sentence) < _CLOSE and bool(_PLACED.search(sentence))
