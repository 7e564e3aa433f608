"""Numbers in whatever spelling as numerals, before anything is read: characters, letters, words, languages.

Rules, not phrases: each line below undoes one way in which a number's own characters are hidden. What is left
is a reading among others, so a word wrongly taken for a number does no harm unless it is worth the answer.
"""

from __future__ import annotations

import html
import re
import unicodedata
from fractions import Fraction
from functools import lru_cache, partial

from wordfreq import zipf_frequency

from socratic_tutor.curriculum.number_words import PLURAL, SCALES, SINGULAR, TENS, UNITS, WORD_RUN, read_run
from socratic_tutor.filtering.languages import FOREIGN, in_english

# Letters of other scripts that look like Latin ones.
_LOOKALIKES = str.maketrans(
    "аеорсхуіѕјһԁԛԝТМНКВАЕОРСХοενιτυρκαΤΙΝΕΟΧΥ",
    "aeopcxyisjhdqwTMHKBAEOPCXoenituokaTINEOXY".replace("o", "o"),
)


def _scaled(match: re.Match[str]) -> str:
    value = Fraction(match[1]) * Fraction(10) ** int(match[2])
    return str(value) if value.denominator == 1 else f"{float(value):.6f}".rstrip("0")


def _many(match: re.Match[str]) -> str:
    return f"{TENS[match[1]] + UNITS[match[2]]}s"


def _dozens_and_a_half(match: re.Match[str]) -> str:
    count = int(match[1]) if match[1].isdigit() else UNITS.get(match[1])
    return match[0] if count is None else str(12 * count + 6)


def _clock(match: re.Match[str]) -> str:
    """ "15 minutes to 4" -> "3:45"."""
    minutes, hour = int(match[1]), int(match[3])
    if match[2] in ("past", "after"):
        return f"{hour}:{minutes:02d}"
    return f"{hour - 1 or 12}:{60 - minutes:02d}"


def _in_scale(match: re.Match[str]) -> str:
    value = Fraction(match[1]) * SCALES[match[2]]
    return str(value) if value.denominator == 1 else match[0]


def _with_zeros(match: re.Match[str]) -> str:
    head, zeros = match.groups() if match.re.groups == 2 else ("1", match[1])
    return head + "0" * (int(zeros) if zeros.isdigit() else UNITS[zeros])


_VULGAR = re.compile("(?<=\\d)(?=[\u00bc-\u00be\u2150-\u215e])")
_SUBSCRIPT = re.compile("(?<=[0-9])[\u2080-\u2089]{1,2}")
_BLANK = re.compile(r"(?<![\w*])_{2,}(?![\w*])")
_RAISED = re.compile("(?<=[0-9A-Za-z)])[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3}(?![/\u2044])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CLOCK_FACES = "".join(map(chr, range(0x1F550, 0x1F568)))  # one to twelve o'clock, then half past
_KEYCAP = re.compile("[\ufe0e\ufe0f\u20e3]")
_LEET = str.maketrans("0134578@$!", "oleastbasi")
_SLASHED_V = re.compile(r"(?<=[A-Za-z0-9@$!])\\/(?=[A-Za-z0-9@$!])")
_LEETED = re.compile(r"(?<![\w$])(?=[\w@$!]*[A-Za-z])(?=[\w@$!]*[0134578@$!])[A-Za-z0-9@$!]{3,12}(?![\w$])")
_LETTERS = re.compile(r"(?<![A-Za-z'])[A-Za-z](?:[ \-._*|/,:~+·]{1,3}[A-Za-z](?![A-Za-z'])){2,30}")

_WORDS = [*UNITS, *TENS, *SCALES, *SINGULAR, *PLURAL]
_ANY_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_GLUED = re.compile(rf"\b(?:(?:{_ANY_WORD})(?:and|a|point)?){{2,6}}\b", re.IGNORECASE)
_PART = re.compile(rf"{_ANY_WORD}|and|point", re.IGNORECASE)
# Misspellings that are common enough to pass for words.
_MISSPELT = {
    "fourty": "forty",
    "fivety": "fifty",
    "ninty": "ninety",
    "twelth": "twelfth",
    "nought": "zero",
    "naught": "zero",
    "nil": "zero",
}
_MISSPELT_WORD = re.compile(rf"\b(?:{'|'.join(_MISSPELT)})\b", re.IGNORECASE)
_PLURALS = {
    f"{w[:-1]}ies" if w[-1] == "y" else f"{w}es" if w[-1] == "x" else f"{w}s": n
    for w, n in [*UNITS.items(), *TENS.items()]
    if n > 1 and n != 10  # "tens" are places
}
_MULTIPLES = re.compile(
    rf"\b(?:{'|'.join(sorted(_PLURALS, key=len, reverse=True))})\b(?! place| digit| column)"
)
_ORDINALS = {f"{word}th": n for word, n in UNITS.items() if n > 12} | {"eleventh": 11, "twelfth": 12}
_ORDINALS |= {
    f"{word}-{ordinal}": n + ones
    for word, n in TENS.items()
    for ones, ordinal in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"), start=1
    )
}
_ORDINAL = re.compile(
    rf"(?<!\ba )(?<!one )(?<![-a-z])\b(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b"
)
_NUMBER_WORDS = re.compile(rf"(?<![a-z0-9_]){WORD_RUN}(?![a-z0-9_])")
_NEGATIVE = re.compile(
    r"\bnegative (?=\d)|(?:^|(?<=[,(;:] )|(?<=\bis )|(?<=\band )|(?<=\bcomma )|(?<=\bthan )|(?<=\bbelow )|(?<=\babove )|(?<=\bof ))minus (?=\d)"
)
_DECIMAL_PLACES = {"tenth": 10, "hundredth": 100, "thousandth": 1000}
_DECIMAL_PLACE = re.compile(r"\b(tenth|hundredth|thousandth)s?$")
_BOTTOMS = SINGULAR | PLURAL
_PARTS = re.compile(rf"(?<![\d./])(\d{{1,4}}) ({'|'.join(sorted(_BOTTOMS, key=len, reverse=True))})\b")
_COLLECTIVE = (
    (re.compile(r"\bhalf (?:a|of a) dozen\b"), 6),
    (re.compile(r"\b(\d{1,4}) (?:dozens?|doz)\b(?: of)?"), 12),
    (re.compile(r"\b(?:a|one) dozen\b"), 12),
    (re.compile(r"\b(?:(\d{1,2}) |a |one )?gross\b"), 144),
    (re.compile(r"\bbaker'?s dozen\b"), 13),
    (re.compile(r"\b(\d{1,4}|three|four) ?scores?\b"), 20),
)
_OF_EQUAL_PARTS = re.compile(
    r"(?<![\d./])(\d{1,3}) (?:out )?of (?:the )?(\d{1,3}) equal(?:ly sized)? (?:parts?|pieces?|shares?|slices?)"
)
_BELOW_ZERO = re.compile(r"(?<![\d.-])(\d{1,6}(?:\.\d+)?) (?:(?!and|or|but)[a-z]+ )?below (?:zero|0)\b")
_SPACED_OUT = re.compile(r"\W*\d(?: ?\d)* ?\. ?\d(?: ?\d)*\W*")
_SAID_OTHERWISE = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\bhalf (?:a|of a|of one) hundred\b", "fifty"),
        (r"\bhalf (?:a|of a|of one) thousand\b", "five hundred"),
        (r"\b(a|one) (?:full|whole|complete|entire|round) (?=hundred\b|thousand\b|dozen\b)", r"\1 "),
        (r"\ba couple(?: of)?\b", "two"),
        (r"(?<=met|lit)re(?=s?\b)", "er"),
        (r"(?<![\d(,.])(\d{1,3}),(?=\d{3}(?![\d)]|,\d))", r"\1"),
        (r"\b(each|every|per|the) (hundred|thousand)\b", r"\1 one \2"),
        (r"\b(\d{1,6})ish\b", r"\1"),
        (r"\bone-(?=(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)s\b)", ""),
        (r"-\((\d{1,9}(?:\.\d+)?)\)", r"-\1"),
        (r"\b(?:zero|0) and (?:a |the )?(?:point|spot|decimal point) (?:in front of|before) (\d)", r"0.\1"),
        (
            r"(?<![\d.,:])([1-5]?\d) minutes? (to|before|past|after) (1[0-2]|[1-9])(?![\d/:%]|\.\d| minutes?\b)",
            _clock,
        ),
        (r"\bneg\.? (?=\d)", "negative "),
        (r"(?<![\d.,])(\d{1,4}(?:\.\d{1,3})?) (hundred|thousand|million)\b", _in_scale),
        (rf"\b({'|'.join(TENS)})-({'|'.join(list(UNITS)[1:10])})e?s\b", _many),
        (r"(?<![\d/])(\d{1,3}|[a-z]+) and a half dozens?\b", _dozens_and_a_half),
        (r"(^|[(:=,;|] ?|\bis )[-\u2212\u2013] (?=\d)", r"\1-"),
        (r"\bopposite of (?=\d)", "-"),
        (r"\b(?:half|1/2) (?:a|of a) dozen\b", "6"),
        (
            r"(?<![\d.])(\d+(?:\.\d+)?) ?(?:[x*\u00d7]|times) ?10 ?(?:\^|to the (?:power (?:of )?)?) ?\{?(-?\d)\}?",
            _scaled,
        ),
        (r"(?<![\w.])(\d+(?:\.\d+)?)e(-?\d)(?!\w)", _scaled),
        (
            r"(?<![\d.])(\d{1,3}) (?:followed by|and then|with|and) (\d|two|three|four|five|six) (?:zeros?|zeroes|noughts)\b",
            _with_zeros,
        ),
        (
            r"\b(?:a )?one (?:followed by|and then|with|and) (\d|two|three|four|five|six) (?:zeros?|zeroes|noughts)\b",
            _with_zeros,
        ),
    )
)
_SEVERAL = {"three": 3, "four": 4}


def characters(text: str) -> str:
    """Entities, emoji, scripts, accents and invisible marks as the plain characters they stand for."""
    out = _VULGAR.sub(" ", html.unescape(text)).replace("ß", "ss")
    out = re.sub(r"(?<=[\w.])[\"'] ?\+ ?[\"'](?=[\w.])", "", out)
    out = _SUBSCRIPT.sub(
        lambda m: " base " + unicodedata.normalize("NFKC", m[0]), re.sub(r"#(?=\d)", "", out)
    )
    out = _BLANK.sub("blank", out)
    out = _RAISED.sub(lambda m: "^" + unicodedata.normalize("NFKC", m[0]), _INVISIBLE.sub("", out))
    out = unicodedata.normalize("NFKC", _KEYCAP.sub("", out)).translate(_LOOKALIKES).replace("\u2044", "/")
    if out.isascii():
        return out
    kept = []
    for char in out:
        if (hour := _CLOCK_FACES.find(char)) >= 0:
            kept.append(f"{hour % 12 + 1} " if hour < 12 else f"{hour - 11}:30 ")
            continue
        digit = unicodedata.digit(char, None)
        if digit is not None and not char.isascii() and unicodedata.category(char) in ("Nd", "No"):
            kept.append(str(digit))
            continue
        base = unicodedata.normalize("NFD", char)
        kept.append(base[0] if base[0].isascii() and len(base) > 1 else char)
    return re.sub("[\u0300-\u036f\u0489]", "", "".join(kept))


def letters(text: str) -> str:
    """Letters set apart ("f o r t y") and words run together ("fortytwo") or misspelt, as number words."""
    out = _SPLIT_WORD.sub(_rejoined, _LETTERS.sub(_joined, text))
    out = _LEETED.sub(_unleeted, _SLASHED_V.sub("v", out))
    out = _HEADED.sub(_headed, _TIED.sub(r"\1\2", re.sub(r"(?<=\d)[oO](?=\d|\b)", "0", out)))
    out = _RARE.sub(_nearest, _MISSPELT_WORD.sub(lambda m: _MISSPELT[m[0].lower()], out))
    return _GLUED.sub(_parted, out)


def _rejoined(match: re.Match[str]) -> str:
    """ "sev-enty-two" -> "seventytwo"; numbers and other words in hyphens stay."""
    pieces, joined = re.split(r"-", match[0]), match[0].replace("-", "")
    if all(len(piece) == 1 for piece in pieces) or all(
        zipf_frequency(piece, "en") > _COMMON and len(piece) > 2 for piece in pieces
    ):
        return match[0]
    return joined if _GLUED.fullmatch(joined) else match[0]


@lru_cache(maxsize=4096)
def _near(word: str) -> str:
    """The number word that differs by one letter (or two neighbours turned) from a word nobody uses."""
    if zipf_frequency(word, "en") > _COMMON or word.removesuffix("s") in _KNOWN:
        return word
    alike = [known for known in _SPELT if abs(len(known) - len(word)) < 2 and _one_apart(word, known)]
    return alike[0] if alike else word


def _one_apart(one: str, other: str) -> bool:
    head = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[head:], other[head:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:] and len(b) > 1)


def _nearest(match: re.Match[str]) -> str:
    word = match[0].lower()
    return match[0] if word in _KNOWN or _near(word) == word else _near(word)


def _joined(match: re.Match[str]) -> str:
    joined = re.sub(r"[^A-Za-z]", "", match[0])
    spelt = _GLUED.fullmatch(joined) or joined.lower() in _KNOWN or joined.lower() in _SPELT_OUT
    return f" {joined} " if spelt else match[0]


def _unleeted(match: re.Match[str]) -> str:
    for word in (match[0].translate(_LEET), match[0].replace("1", "i").translate(_LEET)):
        if word.lower() in _KNOWN or _GLUED.fullmatch(word):
            return word
    return match[0]


_TIED = re.compile(r"\b(six|seven|eigh|nine|for|fif|thir|twen) ?(ty)\b", re.IGNORECASE)
_HEADED = re.compile(r"\b([2-9])(ty|teen|[a-z]{2,5})\b", re.IGNORECASE)


def _headed(match: re.Match[str]) -> str:
    """ "7ty" and "4orty": a number word that begins with its numeral."""
    digit, tail = int(match[1]), match[2].lower()
    if tail == "ty":
        return _TENS_WORDS[digit]
    heads = [
        word for word in (*UNITS, *TENS) if word[1:] == tail and str({**UNITS, **TENS}[word])[0] == match[1]
    ]
    return heads[0] if heads else match[0]


_TENS_WORDS = {value // 10: word for word, value in TENS.items()}


def _parted(match: re.Match[str]) -> str:
    if match[0].lower() in _KNOWN:
        return match[0]
    parts = _PART.findall(match[0])
    return " ".join(parts) if "".join(parts) == match[0] else match[0]


_KNOWN = frozenset([*_WORDS, *FOREIGN])
_SPELT_OUT = frozenset("percent dollars minus plus point over negative remainder minutes times half".split())  # noqa: SIM905
_COMMON = 2.2  # Zipf frequency below which a word is taken for a misspelling
_SPELT = sorted((word for word in _WORDS if len(word) > 3), key=len, reverse=True)
_RARE = re.compile(r"(?<![A-Za-z'])[A-Za-z]{3,12}(?![A-Za-z'])")
_SPLIT_WORD = re.compile(r"(?<![A-Za-z-])[A-Za-z]{1,9}(?:-[A-Za-z]{1,9}){1,4}(?![A-Za-z-])")


@lru_cache(maxsize=256)
def numerals(text: str) -> str:
    """The text in lower case, every number word a numeral: "one more than forty-one" -> "1 more than 41"."""
    flat = in_english(letters(text).lower()).replace("the point", "the spot").replace("\u2236", ":")
    if _SPACED_OUT.fullmatch(flat):
        flat = re.sub(r"\s", "", flat)
    flat = re.sub(r"(?<=\d)(?=(?:tens|ones|hundreds|thousands)\b)", " ", flat)
    for pattern, said in _SAID_OTHERWISE:
        flat = pattern.sub(said, flat)
    flat = _ORDINAL.sub(lambda m: f" {_ORDINALS[m[0]]}th ", _mended(flat))
    flat = _MULTIPLES.sub(lambda m: f"{_PLURALS[m[0]]}s", flat)
    flat = _NUMBER_WORDS.sub(_counted, flat)
    flat = _NEGATIVE.sub("-", re.sub(r"\bone\b", "1", flat))
    flat = _PARTS.sub(lambda m: f"{m[1]}/{_BOTTOMS[m[2]]}", flat)
    for pattern, each in _COLLECTIVE:
        flat = pattern.sub(partial(_collected, each), flat)
    flat = _BELOW_ZERO.sub(r"-\1", _OF_EQUAL_PARTS.sub(r"\1/\2", flat))
    return re.sub(r"\b(?:(\d{1,4}),? )?(?:point|oh point|dot),? (\d+(?:,? \d)*)\b(?!\.)", _decimal, flat)


def _collected(each: int, match: re.Match[str]) -> str:
    count = match[1] if match.re.groups and match[1] else "1"
    return str(each * (_SEVERAL.get(count) or int(count)))


def _decimal(match: re.Match[str]) -> str:
    return f"{match[1] or 0}." + re.sub(r"\D", "", match[2])


def _mended(text: str) -> str:
    """ "tw elve" -> "twelve": two neighbours that make a number word, when neither is one."""
    pieces = text.split(" ")
    for place in range(len(pieces) - 1):
        one, other = pieces[place], pieces[place + 1]
        if len(one + other) >= 5 and one not in _KNOWN and (one + other.rstrip(".,!?")) in _KNOWN:
            pieces[place], pieces[place + 1] = "", one + other
    return " ".join(pieces)


def _counted(match: re.Match[str]) -> str:
    """A run of number words with each number in numerals; "tens" and "tenths" alone stay places."""
    run, out, end = match[0], "", 0
    for number in read_run(run, 0):
        words = run[number.start : number.end]
        if number.kind != "part" or words == "half":
            out += run[end : number.start] + _written(number.value, number.kind, words)
            end = number.end
    return out + run[end:]


def _written(value: Fraction, kind: str, words: str) -> str:
    if kind == "mixed":
        whole, rest = divmod(value, 1)
        return f"{whole} {rest}" if rest else str(whole)
    if kind == "decimal":
        return f"{float(value):.6f}".rstrip("0").rstrip(".")
    if place := _DECIMAL_PLACE.search(words):
        bottom = _DECIMAL_PLACES[place[1]]
        if bottom % value.denominator == 0:
            return f"{value * bottom}/{bottom}"  # as it was said: 8/100, not 2/25
    return str(value)
