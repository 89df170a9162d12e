"""Words of speech in French: verbs with all their forms, what no list tells; see `speech.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from detente.language import speech
from detente.language.fr import names
from detente.language.fr.abbreviations import BEFORE_NAME
from detente.language.fr.grammar import GRAMMAR
from detente.language.speech import Family, Lexicon, Patterns, Verb
from detente.language.tables import table

_DATA = table(files("detente.language.fr") / "speech.yaml")
_IRREGULAR: dict[str, list[str]] = {k: words.split() for k, words in _DATA["forms"].items()}
_FIRST = (
    "e es ent er é ée és ées ait aient ais ant ons ions ez iez a èrent ai "
    "era eront erait eraient erons erai"
).split()
_SECOND = (
    "ir it issent issait issaient issant i ie is ies irent ira iront irait iraient isse issons"
).split()


def _any(words: Iterable[str]) -> str:
    """Words as alternatives, the longest first, with either apostrophe."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]") for word in longest)


_ADVERBS: list[str] = _DATA["joints"]["adverbs"].split()
_PATTERNS = Patterns(
    that=re.compile(r"\bqu(?:e\b|['’])"),
    label=re.compile(r"\b(?:comme|telle?s? que)\b"),
    resumed=re.compile(r",\s(?:et|mais|avant|après|alors)\b"),
    article=re.compile(rf"\b(?:{_any(GRAMMAR.indefinite)})\s*$", re.IGNORECASE),
    breaks=re.compile(
        r",\s(?:bien qu(?:e|['’])|quoiqu(?:e|['’])|et il (?:est|était) )|,\sce (?:que|qu['’]|qui)"
        r"|,?\s(?:alors que|alors qu['’]|tandis que|tandis qu['’]|au moment où|après que"
        r"|mais,? (?:dans les|quelques|peu après|le lendemain)|quelques \w+ après)\b"
    ),
    opening=re.compile(rf"(?:[\s,;:]|(?:{_any(_ADVERBS)})\b)*"),
    connective=re.compile(
        rf"(?:[,;]\s*|\s)(?:(?:{_any([*_ADVERBS, *_DATA['joints']['words'].split()])})[\s\u00a0]+)*$"
    ),
    trailing=re.compile(r" (?:et|en)$"),
    when=re.compile(
        r",?\s(?:(?:quelques|plusieurs|deux|trois|\d+) \w+ (?:plus tôt|plus tard|auparavant|avant|après)"
        r"|après (?:\w+(?:['’]| ))?(?:avoir|être) \w+|lors d(?:e|u|es|['’])|à l['’]issue d|au cours d|au lendemain d|la veille)\b"
    ),
    number=re.compile(
        r"\b(?!(?:19|20)\d\d\b)\d[\d\s.,\u00a0]*\b|%|\b(?:millions?|milliers?|centaines?|dizaines?)\b"
    ),
    man=re.compile(r"(?:ien|[^s]teur|cier|tier|(?<!\brest)(?<!\bpend)(?<!\binst)ant|ois|ais|ain)$"),
    woman=re.compile(r"(?:ienne|trice|euse|cière|tière|ante|oise|aise|aine)$"),
    people=re.compile(
        r"(?:homme|femme|garçon|fille|champion|championne|élève|acteur|chef|teur|trice|eur|euse|[iï]ste"
        r"|ien|ienne|ais|aise|ois|oise|aire|ier|ière|logue|crate|ant|ante|ain|aine)s?$"
    ),
    outlet=re.compile(
        r"\b(?:press|presse|news|post|times|journal|radio|tv|télévision|tribune|herald|gazette"
        r"|afp|reuters|cnn|[abcn]bc|cbs|rfi|interfax|tass|xinhua|bloomberg|kcna|irna|fars|anadolu|al-?jaz\w+)\b"
    ),
)


@cache
def lexicon() -> Lexicon:
    """The words of speech, read once from `speech.yaml`."""
    titles = names.data()["titles"]
    return speech.lexicon(
        _DATA,
        _verb,
        forms,
        lambda noun: noun + "s",
        _PATTERNS,
        dict.fromkeys(titles["m"], "Masc") | dict.fromkeys(titles["f"], "Fem"),
        BEFORE_NAME,
    )


def forms(lemma: str) -> Iterator[str]:
    """The forms of a verb in small letters that news uses; its infinitive first."""
    yield lemma
    if lemma in _IRREGULAR:
        yield from _IRREGULAR[lemma]
        return
    if lemma.endswith("er"):
        for stem in _stems(lemma[:-2]):
            yield from (stem + end for end in _FIRST)
    elif lemma.endswith("ir"):
        yield from (lemma[:-2] + end for end in _SECOND)


def _stems(stem: str) -> set[str]:
    """A first-group stem with its changes of spelling: annonç-, exige-, rappell-, suggèr-."""
    found = {stem}
    if stem.endswith("c"):
        found.add(stem[:-1] + "ç")
    if stem.endswith("g"):
        found.add(stem + "e")
    if re.search(r"e[lt]$", stem):
        found.add(stem + stem[-1])
    if change := re.search(r"[eé]([a-zç]{1,2})$", stem):
        found.add(stem[: change.start()] + "è" + change.group(1))
    if stem.endswith("y"):
        found.add(stem[:-1] + "i")
    return found


def _verb(written: str, family: Family) -> Verb:
    reflexive, before = False, ""
    if written.startswith(("s'", "se_")):
        reflexive, written = True, written[2 if written[1] == "'" else 3 :]
    elif written.startswith(("en_", "y_")):
        before, written = written.split("_", 1)
    lemma, *rest = written.split("_")
    return Verb(lemma, family, reflexive, tuple(rest), before)
