"""Numbers and signs in four other languages, and in Chinese, so that an answer told in one of them is read.

A turn in another language than the conversation's is one that the filter cannot read: `in_another_language`.
"""

from __future__ import annotations

import re

from wordfreq import zipf_frequency

_SPANISH = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete"
    " dieciocho diecinueve veinte"
).split()
_FRENCH = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
    " dix-huit dix-neuf vingt"
).split()
_GERMAN = (
    "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig"
).split()
_ITALIAN = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
    " diciassette diciotto diciannove venti"
).split()
_TENS = {
    "es": "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(),
    "fr": "trente quarante cinquante soixante".split(),
    "de": "dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split(),
    "it": "trenta quaranta cinquanta sessanta settanta ottanta novanta".split(),
}


def _numbers() -> dict[str, int]:
    """Word(s) without accents -> number."""
    found: dict[str, int] = {}
    for small in (_SPANISH, _FRENCH, _GERMAN, _ITALIAN):
        found |= {word: n for n, word in enumerate(small)}
    found |= {"ein": 1, "fuenf": 5, "zwoelf": 12, "cien": 100, "hundert": 100}
    for ones in range(1, 10):
        found[f"veinti{_SPANISH[ones]}"] = 20 + ones
        found[f"vingt-{_FRENCH[ones]}"] = found[f"vingt {_FRENCH[ones]}"] = 20 + ones
        found[f"vent{'' if ones in (1, 8) else 'i'}{_ITALIAN[ones]}"] = 20 + ones
        found[f"{'ein' if ones == 1 else _GERMAN[ones]}undzwanzig"] = 20 + ones
    for tens, (es, de, it) in enumerate(zip(_TENS["es"], _TENS["de"], _TENS["it"], strict=True), start=3):
        found |= {es: 10 * tens, de: 10 * tens, it: 10 * tens}
        for ones in range(1, 10):
            found[f"{es} y {_SPANISH[ones]}"] = 10 * tens + ones
            found[f"{'ein' if ones == 1 else _GERMAN[ones]}und{de}"] = 10 * tens + ones
            found[f"{it[:-1] if ones in (1, 8) else it}{_ITALIAN[ones]}"] = 10 * tens + ones
    for tens, fr in enumerate(_TENS["fr"], start=3):
        found[fr] = 10 * tens
        found[f"{fr} et un"] = found[f"{fr}-et-un"] = 10 * tens + 1
        for ones in range(2, 20 if fr == "soixante" else 10):
            found[f"{fr}-{_FRENCH[ones]}"] = found[f"{fr} {_FRENCH[ones]}"] = 10 * tens + ones
    for ones in range(20):
        word = f"quatre-vingt-{_FRENCH[ones]}" if ones else "quatre-vingts"
        found[word] = found[word.replace("-", " ")] = 80 + ones
    return found


# Words that English has too ("six", "once", "sept", "cent") stay English.
_ENGLISH = "six once un cent sei due tre elf seize null acht zero ein dix".split()
FOREIGN: dict[str, int] = {word: n for word, n in _numbers().items() if word not in _ENGLISH}
_FOREIGN = re.compile(rf"\b(?:{'|'.join(sorted(FOREIGN, key=len, reverse=True))})\b", re.IGNORECASE)
# Signs between numerals, and units after them; what is wholly foreign is held back as such.
_SIGNS = tuple(
    (re.compile(rf"(?<=[\d%]) (?:{words}) (?=-?\d)"), f" {english} ")
    for words, english in ((r"und|y|et|ed?", "and"), (r"coma|komma|virgule|virgola|punto", "point"))
)
_HUNDREDS = re.compile(r"\b(?:(\d) ?)?(?:cientos?|hundert|cento|cents?)[ -]?(?:und[ -]?)?(\d{1,2})\b")
_CHINESE = re.compile("[零一二三四五六七八九十百千两]{2,8}")
_CHINESE_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE_SCALES = {"十": 10, "百": 100, "千": 1000}


def in_english(text: str) -> str:
    """The text (without accents, lower case) with these numbers as numerals and the signs between them in English."""
    out = _CHINESE.sub(_from_chinese, text) if not text.isascii() else text
    found = _FOREIGN.sub(lambda match: str(FOREIGN[match[0].lower()]), out)
    found = _HUNDREDS.sub(lambda match: str(int(match[1] or 1) * 100 + int(match[2])), found)
    for pattern, english in _SIGNS:
        found = pattern.sub(english, found)
    return found


def _from_chinese(match: re.Match[str]) -> str:
    total, digit = 0, 0
    for char in match[0]:
        if char in _CHINESE_SCALES:
            total, digit = total + max(digit, 1) * _CHINESE_SCALES[char], 0
        else:
            digit = _CHINESE_DIGITS[char]
    return str(total + digit)


_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHERS = ("es", "fr", "de", "it", "pt", "nl", "sv", "pl", "tr", "id")
_COMMON, _USED, _MUCH_MORE = 4.2, 3.0, 1.0  # Zipf frequencies, and a difference of them


def in_another_language(text: str, heard: str) -> str:
    """The turn's first words when most of it is in a language that the conversation is not in, else ""."""
    if _is_foreign(text) and not _is_foreign(heard):
        return text[:60]
    return ""


def _is_foreign(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text[:400])]
    rare = [word for word in words if zipf_frequency(word, "en") < _COMMON]
    if 2 * len(rare) <= len(words):
        return False
    other_script = [word for word in rare if max(word) > "\u02af"]
    foreign = [word for word in rare if word not in other_script and _is_of_another(word)]
    if 2 * len(other_script) > len(words) or (len(foreign) > 1 and 2 * len(foreign) >= len(words)):
        return True
    return bool(foreign) and all(zipf_frequency(word, "en") < _USED for word in words)


def _is_of_another(word: str) -> bool:
    other = max(zipf_frequency(word, language) for language in _OTHERS)
    return other >= _USED and other - zipf_frequency(word, "en") > _MUCH_MORE
