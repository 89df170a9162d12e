"""What stands around a verb and belongs to it: auxiliaries, clitics, negation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.language.speech import Lexicon

ASIDE = 15
"""Words before a verb among which its auxiliary stands."""
MARKS = frozenset("«»“”\"'")


def has(token: Token, trait: str, value: str) -> bool:
    """Whether the morphology of a token has a value: `has(token, "VerbForm", "Inf")`."""
    return value in token.morph.get(trait, [])


def gender_of(token: Token) -> str | None:
    """`Masc`, `Fem`, or None where its form does not tell."""
    return next(iter(token.morph.get("Gender", [])), None)


@dataclass(slots=True)
class Group:
    """`first` is the place in the line of the group's first word."""

    first: int
    having: bool = False
    being: bool = False
    infinitive: bool = False
    """The auxiliary is an infinitive: « après avoir dit »."""
    participle: bool = False
    """The auxiliary is a present participle: « ayant dit »."""
    reflexive: bool = False
    negated: bool = False
    clitic: Token | None = None
    words: tuple[str, ...] = ()

    @property
    def auxiliary(self) -> bool:
        return self.having or self.being


def group_of(line: list[Token], at: int, words: Lexicon) -> Group:
    """What precedes the verb at `at` and belongs to it."""
    grammar = line[at].doc.grammar
    group = Group(first=at)
    seen: list[str] = []
    ne = negation = False
    leap = len(line)
    for i in range(at - 1, max(-1, at - ASIDE), -1):
        token, form = line[i], line[i].plain
        if i > leap:
            continue
        if _apart(token, line[i + 1]):
            break
        having, being = form in grammar.having, form in grammar.being or form in grammar.been
        if having or being:
            if group.auxiliary and not having:
                break
            # « a été accusé » is no active verb, though « a » stands in it
            group.having |= having and grammar.been.isdisjoint(seen)
            group.being |= being
            group.infinitive |= has(token, "VerbForm", "Inf")
            group.participle |= form.endswith(words.ends.gerund)
            group.first = i
        elif form in grammar.inverted and i > 0 and _auxiliary(line[i - 1]):
            group.clitic = token
        elif form in grammar.clitics and (token.pos_ == "PRON" or not _ambiguous(token)):
            group.reflexive |= form in grammar.oneself
            ne |= form in grammar.not_
            group.first = i
        elif form in grammar.denials:
            negation = True
        elif form in words.again or (line[i + 1].plain in words.again and token.pos_ == "ADP"):
            continue
        elif token.pos_ == "ADV" or form in words.between:
            if i == 0 or line[i - 1].pos_ not in ("AUX", "ADV", "PRON", "VERB"):
                break
        elif (far := _auxiliary_before(line, at, i)) is not None and not group.auxiliary:
            leap = far
            continue
        else:
            break
        seen.append(form)
    after = {t.plain for t in line[at + 1 : at + 3]}
    group.negated = ne and (negation or bool(after & grammar.denials))
    group.words = tuple(seen)
    return group


def _auxiliary(token: Token) -> bool:
    return token.plain in token.doc.grammar.having or token.plain in token.doc.grammar.being


def _ambiguous(token: Token) -> bool:
    """Whether a form that leans on a verb is an article or a preposition as well: « les », « en »."""
    grammar = token.doc.grammar
    return token.plain in grammar.definite or token.plain in grammar.in_


def _auxiliary_before(line: list[Token], at: int, i: int) -> int | None:
    """Where the verb's auxiliary stands before an aside: « a pour sa part demandé »."""
    for n in range(i - 1, max(-1, at - ASIDE), -1):
        if line[n].pos_ == "VERB" or line[n].text in ";:":
            return None
        if line[n].head == line[at] and line[n].dep_.startswith("aux"):
            return n
    return None


def _apart(token: Token, following: Token) -> bool:
    """Whether a quotation stands between two tokens of a line."""
    between = (token.doc[i] for i in range(token.i + 1, following.i))
    return any(not t.is_space and t.text not in MARKS for t in between)
