"""Numbers below a hundred in four other languages, so that an answer told in one of them is read."""

from __future__ import annotations

import re

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
    found |= {"ein": 1, "fuenf": 5, "zwoelf": 12, "cien": 100, "ciento": 100, "cent": 100, "hundert": 100}
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
_ENGLISH = (
    "six",
    "once",
    "un",
    "cent",
    "sei",
    "due",
    "tre",
    "elf",
    "seize",
    "null",
    "acht",
    "zero",
    "ein",
    "dix",
)
FOREIGN: dict[str, int] = {word: n for word, n in _numbers().items() if word not in _ENGLISH}
_FOREIGN = re.compile(rf"\b(?:{'|'.join(sorted(FOREIGN, key=len, reverse=True))})\b", re.IGNORECASE)


def in_english(text: str) -> str:
    """The text (without accents) with these numbers as numerals."""
    return _FOREIGN.sub(lambda match: str(FOREIGN[match[0].lower()]), text)
