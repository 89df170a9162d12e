"""A post as a report words it, made a role of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from detente.language.gazetteer import fold
from detente.model import Role
from detente.reading.draft import Draft
from detente.reading.names.known import Hit
from detente.reading.names.posts_behind import PostPhrase
from detente.reading.names.shares import Share
from detente.reading.names.words import Word, joined


@dataclass(frozen=True, slots=True)
class PostOf:
    """What a post's words say: the role, or None where the post is none, and whose it is."""

    role: Role | None
    country: str | None
    gender: str | None


def read(
    phrase: PostPhrase,
    share: Share | None,
    words: Sequence[Word],
    lang: ModuleType,
    hits: dict[int, Hit],
    bodies: dict[int, tuple[int, str | None, str]],
    draft: Draft,
) -> PostOf:
    """The role that a post's words give (`share`: one name's part of a post that several hold,
    as « les présidents russe, X, et américain, Y »), with country and organisation where they say so."""
    last_of_head = _head_end(phrase, words, lang)
    key = " ".join(w.key for w in words[phrase.head : last_of_head + 1])
    post = lang.post(key)
    kept: list[Word] = []
    countries: list[str] = []
    organisation: str | None = None
    placed = False
    n = phrase.first
    while n <= phrase.last:
        if share is not None and n in share.apart:
            n += 1
            continue
        word = words[n]
        honour = n > last_of_head and word.cap and word.key in lang.title_gender()
        if honour and words[n - 1].key not in lang.LINKS:
            break  # « le Premier ministre Samdech Moha X »
        if word.text == "(" and n + 2 <= phrase.last and words[n + 2].text == ")":
            n += 3  # « l'Union africaine (UA) »
            continue
        near = n > last_of_head or n < phrase.head
        people = word.people if near and n not in hits else None
        if share is not None and n == phrase.last and people is not None:
            break
        if people is not None and (words[n - 1].key in lang.OF or not people.states):
            people = None
        if people is not None and not people.plural and _of_matter(words, last_of_head, n, lang):
            people = None  # « l'émissaire sur le dossier nucléaire iranien »
        if people is not None and countries and words[n - 1].people is not None:
            people = None
            n += 1
            continue  # « chypriote grec »: the first tells the state
        if people is not None and people.plural and not post.plural:
            if words[n - 1].key not in lang.words("matters"):
                countries += people.states
            kept.append(word)
        elif people is not None:
            countries += people.states
        elif n >= phrase.head or word.key in lang.words("former"):
            kept.append(word)
        if n in hits and hits[n].first == n and n > last_of_head:
            known = hits[n].known
            behind = {w.key for w in words[n - 2 : n]}
            placed = words[n - 1].key in lang.words("before_places") or not behind.isdisjoint(
                lang.words("to_bodies")
            )
            if known.kind in ("body", "seat"):
                organisation = organisation or known.name
            if known.country and not placed and not (known.kind == "city" and countries):
                countries.append(known.country)
        elif n in bodies and n > last_of_head and bodies[n][1] and not countries:
            countries.append(str(bodies[n][1]))
        n += 1
    gender = post.gender
    det = words[phrase.first].key
    if gender is None and not post.plural:
        grammar = lang.GRAMMAR
        gender = "f" if det in grammar.feminine else "m" if det in grammar.masculine else None
    if share is not None:
        countries, organisation = list(share.states), share.body or organisation
    country = countries[0] if len(set(countries)) == 1 else None
    if not post.role or _bare_election(phrase, last_of_head, words, lang):
        return PostOf(None, country, gender)
    if post.plural and kept:
        kept_words = [w.text for w in kept if w.n > last_of_head or w.n < phrase.head]
        before = sum(w.n < phrase.head for w in kept)
        rest = _singular(kept_words[before:], lang)
        texts = [*kept_words[:before], post.singular, *rest]
    else:
        texts = [w.text for w in kept]
    while len(texts) > 1 and fold(texts[-1]) in lang.words("idle") | lang.LINKS:
        texts.pop()  # « le ministre à l'origine de la rencontre »
    if len(texts) > 3 and fold(texts[-1]) in lang.words("years") and texts[-2].isdigit():
        del texts[-3:]  # « mécanicien de 42 ans »
    title = " ".join(joined(texts).split())
    for short, whole in lang.data()["short_titles"].items():
        title = title.replace(short, whole)
    standing = "current"
    early = {w.key for w in words[phrase.first : phrase.head]} | {key.split(" ")[0].split("-")[0]}
    if early & lang.words("former"):
        standing = "former"
    if phrase.first < phrase.head and words[phrase.first].key in lang.words("past"):
        standing = "former"
    after, by = ([w.key for w in words[last_of_head + 1 : last_of_head + 3]] + ["", ""])[:2]
    if (
        standing == "current"
        and (early | {after}) & lang.words("designate")
        and by not in lang.GRAMMAR.by
    ):
        standing = "designate"
    role = Role(
        title=title,
        organisation=organisation or _body(words, last_of_head, phrase.last, lang, bodies),
        country=country,
        standing=standing,  # type: ignore[arg-type]
        evidence=(draft.tokens_span(words[phrase.first].i, words[phrase.last].i),),
    )
    return PostOf(role, country, gender)


def _of_matter(words: Sequence[Word], head: int, n: int, lang: ModuleType) -> bool:
    """Whether the adjective at `n` tells what a post is about: « pour le dossier syrien »."""
    while n - 1 > head and words[n - 1].pos == "ADJ" and words[n - 1].people is None:
        n -= 1
    if words[n - 1].key not in lang.words("matter"):
        return False
    at = n - 2
    while at > head and words[at].key in lang.GRAMMAR.definite:
        at -= 1
    charged = words[at].key in lang.OF and words[at - 1].key in lang.words("idle")
    return at > head and (words[at].key in lang.words("about_matters") or charged)


def _bare_election(
    phrase: PostPhrase, last_of_head: int, words: Sequence[Word], lang: ModuleType
) -> bool:
    """« X, élu », « X, élu dimanche »: no post, but « un élu démocrate », « élu de Y » are."""
    if words[phrase.head].key not in lang.words("elected"):
        return False
    after = words[last_of_head + 1] if last_of_head < phrase.last else None
    return after is None or not (
        after.key in lang.OF or after.key in lang.GRAMMAR.to or after.pos == "ADJ"
    )


def _singular(texts: list[str], lang: ModuleType) -> list[str]:
    """The adjectives behind a post's noun put in the singular, up to its complement."""
    found = list(texts)
    for n, text in enumerate(found):
        if fold(text) in lang.LINKS:
            break
        found[n] = lang.endings.singular(text)
    return found


def _head_end(phrase: PostPhrase, words: Sequence[Word], lang: ModuleType) -> int:
    for last in range(min(phrase.head + 2, phrase.last), phrase.head, -1):
        if lang.post(" ".join(w.key for w in words[phrase.head : last + 1])):
            return last
    return phrase.head


def _body(
    words: Sequence[Word],
    head: int,
    last: int,
    lang: ModuleType,
    bodies: dict[int, tuple[int, str | None, str]],
) -> str | None:
    """The body in a post's complement: « porte-parole du ministère de la Défense »."""
    for n in range(head + 1, last + 1):
        if n in bodies and words[n].key not in lang.words("plain_heads"):
            return bodies[n][2]
    return None
