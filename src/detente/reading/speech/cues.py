"""Where a report says that somebody speaks: verbs, verbs with a noun, « selon » and its like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.language.fr.speech import Family, Lexicon, Verb

Mode = Literal["finite", "gerund", "infinitive", "passive", "phrase"]

AUXILIARIES = frozenset(
    "a ai as ont avait avaient avais aurait auraient aura auront ait aient eut eurent avoir ayant "
    "est sont était étaient sera seront serait seraient soit soient fut furent être étant".split()
)
BEING = frozenset(
    "est sont était étaient sera seront serait seraient soit soient fut furent être étant été".split()
)
INVERTED = frozenset(
    f"-{t}{who}"
    for t in ("", "t-", "t'")
    for who in ("il", "elle", "on", "ils", "elles", "ce", "je")
)
REFLEXIVES = frozenset(["se", "s'"])
CLITICS = frozenset("se s' me m' te t' nous vous le la les l' lui leur y en ne n'".split())
NEGATIONS = frozenset("pas plus jamais rien aucun aucune guère nullement".split())
REALISED = frozenset(
    "tenir venir continuer cesser persister contenter empresser commencer finir oser permettre "
    "hésiter savoir".split()
)
"""Verbs after which an infinitive of speech has been said."""


@dataclass(slots=True, eq=False)
class Cue:
    """A place where somebody is said to speak. `first`, `last` are tokens of the verb group (or of
    the phrase), `subject` the token that names the speaker, `clitic` an inverted pronoun."""

    token: Token
    verbs: tuple[Verb, ...]
    mode: Mode
    first: int
    last: int
    subject: Token | None = None
    clitic: Token | None = None
    inverted: bool = False
    negated: bool = False
    future: bool = False
    noun: Token | None = None
    """Of a verb with a noun, the noun."""
    loose: bool = False
    """« pour X »: only when X can speak."""

    @property
    def start(self) -> int:
        return self.token.doc[self.first].idx

    @property
    def end(self) -> int:
        token = self.token.doc[self.last]
        return token.idx + len(token.text)

    def families(self) -> set[str]:
        return {verb.family.name for verb in self.verbs}

    def taking(self, frame: str) -> Family | None:
        """The first family of the verb that brings in such a complement."""
        return next((v.family for v in self.verbs if frame in v.family.takes), None)


def small(token: Token) -> str:
    return token.text.lower().replace("’", "'").replace("‘", "'")


def find_cues(doc: Doc, first: int, last: int, shut: set[int], words: Lexicon) -> list[Cue]:
    """The cues among the tokens `first` to `last` (included) that are in no quotation (`shut`)."""
    open_tokens = [doc[i] for i in range(first, last + 1) if i not in shut and not doc[i].is_space]
    place = {token.i: n for n, token in enumerate(open_tokens)}
    found = [
        cue
        for token in open_tokens
        for cue in (_verb_cue(token, open_tokens, place, words),)
        if cue is not None
    ]
    found += _phrases(open_tokens, words)
    return sorted(found, key=lambda cue: cue.first)


# ---------------------------------------------------------------- verbs


def _verb_cue(token: Token, line: list[Token], place: dict[int, int], words: Lexicon) -> Cue | None:
    form = small(token)
    verbs = words.verbs.get(form, ())
    light = words.light_forms.get(form)
    if not verbs and light is None:
        return None
    at = place[token.i]
    group = _group(line, at)
    if not _is_verb(token, line, at, group):
        return None
    after = [small(t) for t in line[at + 1 : at + 9]]
    last, chosen = at, []
    clitic = group.clitic
    if clitic is None and after and after[0] in INVERTED:
        clitic = line[at + 1]
        last = at + 1
    if form == "fait" and after[:1] == ["l'objet"]:
        return None
    offset = 1 if last > at else 0
    skip = _skip_adverbs(line, at + 1 + offset)
    for verb in verbs:
        if verb.reflexive != group.reflexive and not (group.reflexive and _is_object(verb, token)):
            continue
        if verb.before and verb.before not in group.words:
            continue
        if verb.rest:
            here = [small(t) for t in line[skip : skip + len(verb.rest)]]
            if not _same(here, verb.rest):
                continue
            last = max(last, skip + len(verb.rest) - 1)
            chosen.insert(0, verb)
        elif not chosen or not chosen[0].rest:
            chosen.append(verb)
    noun = None
    if not chosen and light is not None:
        noun_at, family = _light_noun(light, line, skip, words)
        if noun_at is None or family is None:
            return None
        from detente.language.fr.speech import Verb as Reading  # the pack's own noun for it

        noun = line[noun_at]
        chosen = [Reading(light + " " + small(noun), family)]
        last = noun_at
    if not chosen:
        return None
    if any(v.rest for v in chosen):
        chosen = [v for v in chosen if v.rest]
    passive = group.being and not group.reflexive and not group.having
    mode: Mode = "finite"
    if passive and not token.tag_.startswith("x") and form not in ("intervenu",):
        mode = "passive"
    elif form.endswith("ant") and not group.auxiliary:
        mode = "gerund"
    elif form.endswith(("er", "ir", "re", "oir")) and not group.auxiliary:
        mode = "infinitive"
    elif group.infinitive:
        mode = "infinitive"
    elif not group.auxiliary and _bare_participle(token, clitic):
        mode = "passive"
    cue = Cue(
        token=token,
        verbs=tuple(chosen),
        mode=mode,
        first=line[group.first].i,
        last=line[last].i,
        clitic=clitic,
        inverted=clitic is not None,
        negated=group.negated or (offset == 0 and _negated_after(line, at)),
        future=form.endswith(("era", "eront", "ira", "iront", "dra", "dront"))
        or "Fut" in token.morph.get("Tense"),
        noun=noun,
    )
    return cue


@dataclass(slots=True)
class _Group:
    """What stands before a verb and belongs to it."""

    first: int
    auxiliary: bool = False
    having: bool = False
    being: bool = False
    infinitive: bool = False
    reflexive: bool = False
    negated: bool = False
    clitic: Token | None = None
    words: tuple[str, ...] = ()


def _group(line: list[Token], at: int) -> _Group:
    group = _Group(first=at)
    seen: list[str] = []
    ne = negation = False
    i = at - 1
    while i >= 0 and at - i < 9:
        token, form = line[i], small(line[i])
        if token.i != line[i + 1].i - 1 and not line[i + 1].nbor(-1).is_space:
            break  # a quotation stands between
        if form in AUXILIARIES or form in ("été", "eu"):
            if group.auxiliary and form not in (
                "a",
                "ont",
                "avait",
                "aurait",
                "avoir",
                "ayant",
                "ait",
                "avaient",
                "auraient",
            ):
                break
            group.auxiliary = True
            group.being |= form in BEING
            group.having |= form not in BEING and "été" not in seen
            group.infinitive |= form in ("avoir", "être")
            group.first = i
        elif form in INVERTED and i > 0 and small(line[i - 1]) in AUXILIARIES:
            group.clitic = token
        elif form in CLITICS and (form not in ("le", "la", "les", "en") or token.pos_ == "PRON"):
            group.reflexive |= form in REFLEXIVES
            ne |= form in ("ne", "n'")
            group.first = i
        elif form in NEGATIONS:
            negation = True
        elif token.pos_ == "ADV" or form in ("tous", "tout", "toutes", "donc", "lui-même"):
            if i > 0 and line[i - 1].pos_ not in ("AUX", "ADV", "PRON", "VERB", "PART"):
                break
        else:
            break
        seen.append(form)
        i -= 1
    group.negated = ne and negation
    group.words = tuple(seen)
    if not group.auxiliary:
        group.having = group.being = False
    return group


def _negated_after(line: list[Token], at: int) -> bool:
    before = [small(t) for t in line[max(0, at - 3) : at]]
    after = [small(t) for t in line[at + 1 : at + 3]]
    return bool({"ne", "n'"} & set(before)) and bool(NEGATIONS & set(after))


def _is_verb(token: Token, line: list[Token], at: int, group: _Group) -> bool:
    if group.auxiliary or group.clitic or group.reflexive:
        return token.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
    if token.pos_ in ("VERB", "AUX"):
        before = line[at - 1] if at else None
        return not (
            before is not None
            and before.pos_ == "DET"
            and before.dep_ == "det"
            and before.head == token
        )
    if at + 1 < len(line) and small(line[at + 1]) in INVERTED:
        return True
    # a mistagged verb of an incise: « …, explique Jean Petit »
    before = line[at - 1].text if at else ","
    next_to_quote = token.i > 0 and token.nbor(-1).text in "»”\"'’" or before == ","
    follows = line[at + 1].pos_ if at + 1 < len(line) else ""
    return (
        next_to_quote
        and token.pos_ in ("NOUN", "ADJ", "PROPN", "X")
        and follows in ("DET", "PROPN")
        and not token.text[0].isupper()
    )


def _is_object(verb: Verb, token: Token) -> bool:
    return False


def _same(here: list[str], rest: tuple[str, ...]) -> bool:
    if len(here) < len(rest):
        return False
    return all(
        h == r
        or (len(r) > 5 and h.rstrip("es") == r.rstrip("es"))
        or (r == "sur" and h in ("sur",))
        or (r == "si" and h in ("si", "s'"))
        for h, r in zip(here, rest, strict=True)
    )


def _skip_adverbs(line: list[Token], i: int) -> int:
    while (
        i < len(line)
        and line[i].pos_ == "ADV"
        and small(line[i]) not in ("en",)
        and i < len(line) - 1
    ):
        i += 1
    return i


def _light_noun(
    light: str, line: list[Token], i: int, words: Lexicon
) -> tuple[int | None, Family | None]:
    rest = light.split("_")[1:]
    if rest:
        if [small(t) for t in line[i : i + len(rest)]] != rest:
            return None, None
        i += len(rest)
    for n in range(i, min(i + 6, len(line))):
        form, token = small(line[n]), line[n]
        if form in words.nouns or form.rstrip("s") in words.nouns:
            return n, words.nouns.get(form) or words.nouns[form.rstrip("s")]
        if token.pos_ not in ("DET", "ADJ", "ADV", "ADP", "NUM", "VERB") or token.text in ",;:":
            break
    return None, None


def _bare_participle(token: Token, clitic: Token | None) -> bool:
    return clitic is None and "Part" in token.morph.get("VerbForm") and token.dep_ != "conj"


# ---------------------------------------------------------------- « selon »


def _phrases(line: list[Token], words: Lexicon) -> Iterator[Cue]:
    forms = [small(token) for token in line]
    taken = -1
    for i, form in enumerate(forms):
        if i <= taken:
            continue
        for loose, phrases in ((False, words.firm), (True, words.loose)):
            phrase = next((p for p in phrases if _stands(forms, i, p)), None)
            if phrase is None:
                continue
            last = i + len(phrase) - 1
            if last + 1 >= len(line) or (loose and not _opens(line, i)):
                continue
            if forms[last + 1] in words.silent:
                continue
            head = noun_after(line, last + 1)
            if phrase[:2] in (("de", "source"), ("de", "sources")):
                head = line[i + 1]
            elif head is None or (small(head) in words.silent):
                continue
            yield Cue(line[i], (), "phrase", line[i].i, line[last].i, subject=head, loose=loose)
            taken = last
            break


def _stands(forms: list[str], i: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase stands at `i`; a last « de » may be « du », « des », « d' »."""
    here = forms[i : i + len(phrase)]
    if len(here) < len(phrase) or here[:-1] != list(phrase[:-1]):
        return False
    return here[-1] == phrase[-1] or (
        len(phrase) > 1 and phrase[-1] == "de" and here[-1] in ("du", "des", "d'")
    )


def _opens(line: list[Token], i: int) -> bool:
    """Whether a phrase stands at the head of its sentence or clause, after a comma or nothing."""
    return i == 0 or line[i - 1].text in ",;:–—" or line[i - 1].pos_ == "CCONJ"


def noun_after(line: list[Token], i: int) -> Token | None:
    """The noun, name or pronoun that heads the words from `i` on."""
    for n in range(i, min(i + 7, len(line))):
        token = line[n]
        if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "PRON" and token.dep_ != "det"):
            return _phrase_head(token, i, line)
        if token.pos_ == "VERB" or token.text in ",;:.":
            return None
    return None


def _phrase_head(token: Token, first: int, line: list[Token]) -> Token:
    """A noun's own head where that noun only opens the phrase (« M. » before a name)."""
    head = token.head
    low = line[first].i
    if (
        head.i > token.i
        and head.i - token.i <= 3
        and head.i > low
        and head.pos_ in ("PROPN", "NOUN")
    ):
        return head
    return token
