"""French text into words, cut as the treebanks cut it.

*l'accord* is two tokens and *aujourd'hui* one, *a-t-il* is *a* and *-t-il*, *États-Unis*, *900 000*,
and *U.R.S.S.* are one each, *16h25* is *16*, *h*, *25*, and every quotation mark stands alone. Multiword tokens are not
taken apart: *au* is one token. Nothing is changed: a token is a slice of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from detente.language.fr.abbreviations import AT_END, BEFORE_NAME

APOSTROPHES = "'’ʼ‘´"
HYPHENS = r"\-‐‑"
LETTERS = r"[^\W\d_]"
WORD = rf"{LETTERS}[^\W_]*"

_ABBREVIATIONS = "|".join(
    sorted((re.escape(word.rstrip(".")) for word in {*BEFORE_NAME, *AT_END}), key=len, reverse=True)
)

# Words written with an apostrophe or a hyphen that looks like a cut and is none.
_WHOLE = (
    rf"aujourd[{APOSTROPHES}]hui|quelqu[{APOSTROPHES}]une?s?|presqu[{APOSTROPHES}][îi]les?|"
    rf"prud[{APOSTROPHES}]hom\w+|entr[{APOSTROPHES}]\w+|c[{APOSTROPHES}]est-à-dire|c\.?-à-d\.?|"
    rf"[MN][{APOSTROPHES}][A-ZÀ-Þ][a-zà-ÿ]+|N[{APOSTROPHES}]DJ[A-Z]+|"  # N'Djamena, M'Bow
    rf"l[{APOSTROPHES}]on|rendez-vous|peut-être|là-dessus|là-bas|au-delà|vis-à-vis|"
    rf"qu[{APOSTROPHES}]en-dira-t-on|n[{APOSTROPHES}]roll|soi-disant"
)
_PERSON = r"il|elle|on|ils|elles"
_CLITIC = rf"(?:t[{HYPHENS}{APOSTROPHES}])?(?:{_PERSON})|je|tu|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en|là"
_BEFORE_LA = ("elui", "elle", "ceux", "elles", "usque", "au", "par", "de")
_DEMONSTRATIVE = "(?:" + "|".join(rf"(?<={end})" for end in _BEFORE_LA) + ")"
_NOT_AFTER_DEMONSTRATIVE = "".join(rf"(?<!\b{end})" for end in ("celui", "celle", "ceux", "celles"))

TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>«»"“”]*[^\s<>«»"“”.,;:!?)\]…'’]       # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | \w[\w-]*\.(?:fr|com|org|net|info|eu|be|ch|ca|ru|uk|gov|int)\b(?![{APOSTROPHES}.]\w)
    | [@\#]\w+
    | (?<![\d,.])\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?![\d\w])(?:,\d+)?         # 900 000
    | \d+(?:er|re|ère|nde?|e|è|ème|es|èmes)s?\b                        # 1er, 20e
    | \d{{1,2}}(?=[hH](?:\d\d)?\b) | (?<=\d)[hH](?=\d\d\b)            # 16 h 25
    | \d+(?:[.,/:\-–]\d+)*                                             # 1.500  27/02/2025  2001-2002
    | (?:\w[{HYPHENS}]?\.){{2,}}(?:[{HYPHENS}]\w\.)*(?!\w)                # U.R.S.S.  J.-C.
    | (?:{LETTERS}\.){{2,}}                                            # J.D.Vance
    | (?<!\w)(?:{_WHOLE})(?!\w)
    | (?<![\w])(?:{_ABBREVIATIONS})\.(?!\.)                             # M.
    | (?<![\w])[A-ZÀ-Þ]\.(?=[ \u00a0]?[A-ZÀ-Þ])                        # W. Bush
    | (?<=\w[ ])[A-ZÀ-Þ][a-zà-ÿ]+[{HYPHENS}](?:il|on)(?!\w)            # Kim Jong-il
    | (?<=\d[ \u00a0])(?:janv|févr|juil|sept|oct|nov|déc)\.           # 3 janv.
    | [nN][°º]s? | °[CF]\b
    | (?:{LETTERS}+)?(?:(?<![\w])(?:[ldjmnstcyLDJMNSTCY]|(?:[Qq]|[Jj]us[Qq]|[Ll]ors[Qq]|[Pp]uis[Qq]|[Qq]uoi[Qq]
        |JUSQ|LORSQ|PUISQ|QUOIQ)[Uu]))[{APOSTROPHES}](?=\s?[«»"“”„‹]|[\w(\[]|[{APOSTROPHES}]\w)    # l' d' qu'
    | {_NOT_AFTER_DEMONSTRATIVE}(?<=\w)[{HYPHENS}](?i:{_CLITIC})(?![\w{HYPHENS}{APOSTROPHES}])   # -t-il
    | (?<=\w)[{HYPHENS}](?i:t[{HYPHENS}{APOSTROPHES}](?:{_PERSON})|ce|il|on)(?!\w)
    | {WORD}(?:(?![{HYPHENS}](?i:{_CLITIC})(?![\w{HYPHENS}{APOSTROPHES}]))[{HYPHENS}{APOSTROPHES}&]{WORD}
        |[{HYPHENS}]\d+|[{HYPHENS}](?i:ci|même|mêmes)(?!\w)|{_DEMONSTRATIVE}[{HYPHENS}](?i:là)(?!\w))*
    | km/h | \.{{2,}} | …+ | --+ | `` | '' | !+ | \?+ | [^\W_]+ | _+
    | \S
    """,
    re.VERBOSE,
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each token of ``text``, in characters; white space is none."""
    for found in TOKEN.finditer(text):
        yield found.span()


class FrenchTokenizer:
    """What spaCy calls to cut a text; see :func:`spans`.

    White space beyond one blank between two words becomes a token of its own, so that
    ``doc.text == text``.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut ``text``; the document has no annotation yet."""
        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for start, stop in spans(text):
            gap(text[end:start], words, spaces)
            words.append(text[start:stop])
            spaces.append(False)
            end = stop
        gap(text[end:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterator[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Cut many texts."""
        for text in texts:
            yield self(text)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing is stored: the rules are code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> FrenchTokenizer:
        """Nothing is stored: the rules are code."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing is stored: the rules are code."""

    def from_disk(self, _path: str | Path, **_: Any) -> FrenchTokenizer:
        """Nothing is stored: the rules are code."""
        return self


def gap(blank: str, words: list[str], spaces: list[bool]) -> None:
    """Put white space behind the last word: one blank as its flag, anything else as a token."""
    if blank.startswith(" ") and words and not words[-1].isspace():
        spaces[-1] = True
        blank = blank[1:]
    if blank:
        words.append(blank)
        spaces.append(False)


@registry.languages("detente_fr")
class PressFrench(Language):  # type: ignore[no-untyped-call]
    """French without spaCy's own rules for it, which take two seconds to load and are not used."""

    lang = "detente_fr"


@registry.tokenizers("detente.FrenchTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Any], FrenchTokenizer]:
    """The factory that a pipeline's configuration names."""

    def build(nlp: Any) -> FrenchTokenizer:
        return FrenchTokenizer(nlp.vocab)

    return build
