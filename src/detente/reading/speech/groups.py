"""What stands around a verb and belongs to it: auxiliaries, clitics, negation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.language.doc import Token

HAVING = frozenset(
    "a ai as ont avait avaient avais aurait auraient aura auront ait aient eut eurent avoir ayant".split()
)
BEING = frozenset(
    "est sont était étaient sera seront serait seraient soit soient fut furent être étant".split()
)
PERSONS = ("il", "elle", "on", "ils", "elles", "je", "ce")
INVERTED = frozenset(f"-{t}{who}" for t in ("", "t-", "t'") for who in PERSONS)
REFLEXIVES = frozenset(["se", "s'"])
CLITICS = frozenset("se s' me m' te t' nous vous le la les l' lui leur y en ne n'".split())
NEGATIONS = frozenset("pas plus jamais rien aucun aucune guère nullement".split())
AGAIN = frozenset(["nouveau", "nouvelle", "outre", "effet", "revanche", "ailleurs", "retour"])
"""Nouns of adverbs that stand between an auxiliary and its verb: « a de nouveau dit »."""
ASIDE = 15
"""Words before a verb among which its auxiliary stands."""
MARKS = frozenset("«»“”\"'")
BETWEEN = frozenset("tous tout toutes donc lui-même elle-même eux-mêmes".split())


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
    reflexive: bool = False
    negated: bool = False
    clitic: Token | None = None
    words: tuple[str, ...] = ()

    @property
    def auxiliary(self) -> bool:
        return self.having or self.being


def group_of(line: list[Token], at: int) -> Group:
    """What precedes the verb at `at` and belongs to it."""
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
        if form in HAVING or form in BEING or form == "été":
            if group.auxiliary and form not in HAVING:
                break
            # « a été accusé » is no active verb, though « a » stands in it
            group.having |= form in HAVING and "été" not in seen
            group.being |= form in BEING or form == "été"
            group.infinitive |= form in ("avoir", "être")
            group.first = i
        elif form in INVERTED and i > 0 and line[i - 1].plain in HAVING | BEING:
            group.clitic = token
        elif form in CLITICS and (form not in ("le", "la", "les", "en") or token.pos_ == "PRON"):
            group.reflexive |= form in REFLEXIVES
            ne |= form in ("ne", "n'")
            group.first = i
        elif form in NEGATIONS:
            negation = True
        elif form in AGAIN or (line[i + 1].plain in AGAIN and token.pos_ == "ADP"):
            continue
        elif token.pos_ == "ADV" or form in BETWEEN:
            if i == 0 or line[i - 1].pos_ not in ("AUX", "ADV", "PRON", "VERB"):
                break
        elif (far := _auxiliary_before(line, at, i)) is not None and not group.auxiliary:
            leap = far
            continue
        else:
            break
        seen.append(form)
    after = {t.plain for t in line[at + 1 : at + 3]}
    group.negated = ne and (negation or bool(after & NEGATIONS))
    group.words = tuple(seen)
    return group


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
