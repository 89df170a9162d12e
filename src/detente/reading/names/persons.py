"""Persons: which sequences of capitals are one, and the posts that stand beside them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.language.doc import Doc

from detente.language import gazetteer
from detente.reading.names.cast import Part
from detente.reading.names.granted import told
from detente.reading.names.posts import Posts
from detente.reading.names.posts_behind import PostPhrase
from detente.reading.names.runs import INITIAL
from detente.reading.names.sites import is_site
from detente.reading.names.words import Word

SPEAKING = frozenset("nsubj nsubj:pass obl:agent".split())
ACTING = frozenset("nsubj nsubj:pass obl:agent obj iobj conj appos".split())


@dataclass(slots=True)
class Name:
    """A sequence of words that names a person. `title`: place of the title before it."""

    first: int
    last: int
    before: PostPhrase | None = None
    after: PostPhrase | None = None
    told: PostPhrase | None = None
    more: PostPhrase | None = None
    """A second post that « et » joins to one of these."""
    several: PostPhrase | None = None
    """A post behind it that those named before hold too (« X et Y, ministres russe et turc »)."""
    outer: PostPhrase | None = None
    """A post before that post: « le chef de la mission, le général X, »."""
    title: int | None = None
    people: int | None = None
    """Place of the noun of a people before it (« la Russo-Américaine X »)."""
    part: Part | None = None
    full: bool = True
    site: bool = False
    """What stands around it tells a place."""
    listed: bool = False
    """« MM. » stands before the list that it is in."""
    acts: bool = False
    """It is a subject, an agent, an object or coordinated to one."""
    speaks: bool = False
    """It is the subject of a verb."""
    alone: bool = False
    """Its last word also stands alone in the report."""


def candidates(
    words: Sequence[Word],
    spans: Sequence[tuple[int, int]],
    posts: Posts,
    lang: ModuleType,
    doc: Doc,
) -> list[Name]:
    """Sequences with what stands around them."""
    found: list[Name] = []
    alone = {words[a].key for a, b in spans if a == b}
    titles = lang.title_gender()
    for first, last in spans:
        if first and words[first - 1].key in titles and _leads_on(words, last, titles):
            continue  # « Samdech X Thipadei Y »: a run of honorifics
        name = Name(first, last, full=last > first, alone=words[last].key in alone)
        name.speaks = any(doc[w.i].dep_ in SPEAKING for w in words[first : last + 1])
        name.acts = any(doc[w.i].dep_ in ACTING for w in words[first : last + 1])
        if first and not words[first].breaks:
            before = words[first - 1]
            if before.key in lang.title_gender():
                name.title = first - 1
                name.speaks = name.speaks or doc[before.i].dep_ in SPEAKING
            elif before.cap and before.people is not None:
                name.people = first - 1
        name.site = is_site(words, first, last, lang, posts.hits)
        name.before = posts.before(_first_title(name, words, lang))
        if name.people is not None and name.before is None and first > 2:
            name.before = posts.before(first - 2) if words[first - 3].text == "," else None
        if name.before is not None and _source(name.before, name, words, lang):
            name.before = None
        name.after = posts.after(last)
        if name.after is not None and name.after.plural:
            name.several, name.after = name.after, None
        name.more = posts.joined(name.after or name.told) or posts.joined(name.before)
        name.outer = posts.outer(name.before, name.title, last)
        if name.outer is not None and _source(name.outer, name, words, lang):
            name.outer = None
        name.told = told(posts, first, last if name.after is None else name.after.last)
        if name.before is None and name.after is None and name.told is None:
            name.before = _apposed(words, first, last, posts, doc)
        found.append(name)
    led = {
        _key(n, words) for n in found if n.title or n.people or (n.before and not n.before.comma)
    }
    places = {_key(name, words) for name in found if name.site} - led
    for name in found if places else ():
        name.site = name.site or _key(name, words) in places
    _lists(found, words, lang)
    _of_titles(found, words, lang)
    return found


def _key(name: Name, words: Sequence[Word]) -> str:
    return " ".join(w.key for w in words[name.first : name.last + 1])


def _first_title(name: Name, words: Sequence[Word], lang: ModuleType) -> int:
    """Where the titles before a name begin (« Dato' Seri X »), or the name."""
    n = name.title if name.title is not None else name.first
    while n > 1 and n < name.first:
        before = n - 2 if words[n - 1].text in ("'", "’") else n - 1
        if not words[before].cap or words[before].key not in lang.title_gender():
            break
        n = before
    return n


def _leads_on(words: Sequence[Word], last: int, titles: Container[str]) -> bool:
    """Whether another title stands right behind a word, in capitals as it."""
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.cap and not after.breaks and after.key in titles


def _apposed(
    words: Sequence[Word], first: int, last: int, posts: Posts, doc: Doc
) -> PostPhrase | None:
    """« l'émissaire de l'ONU qui conduit la mission, X, »: the post whose apposition a name is."""
    if not first or words[first - 1].text != "," or words[first].breaks:
        return None
    more = posts.lang.words("about_posts")
    for word in words[first : last + 1]:
        token = doc[word.i]
        if token.dep_.endswith("appos") and token.head.i < words[first].i:
            n = next((k for k in range(first - 1, -1, -1) if words[k].i <= token.head.i), -1)
            led = n + 1 < first and any(w.key in more for w in words[n + 1 : first])
            end = posts.head_at(n) if n >= 0 and words[n].i == token.head.i and led else None
            return None if end is None else posts.phrase(n, end)
    return None


def _lists(found: Sequence[Name], words: Sequence[Word], lang: ModuleType) -> None:
    """Whose a post between two names is: « X, chef du parti, Y » is of X; of « le ministre X, la
    directrice du parti, Y » it is Y's."""
    for name, follow in reversed(list(pairwise(found))):
        after, before = name.after, follow.before
        if after is None:
            continue
        owned = words[after.first].key in lang.GRAMMAR.possessives
        definite = owned or words[after.first].key in lang.GRAMMAR.definite
        if definite and follow.outer is not None and after.head == follow.outer.head:
            name.after = None  # « X, le ministre de la Défense, le général Y »
            continue
        if before is None or after.head != before.head:
            continue
        own = name.outer or name.before  # « le ministre, X, la ministre, Y, »
        if definite and own and follow.after is None:
            name.after = None
        elif not definite or follow.after is not None or _surely(name, words, lang):
            follow.before = None


def _surely(name: Name, words: Sequence[Word], lang: ModuleType) -> bool:
    """Whether a name before a post is somebody's: full, and no town (« à Naqoura, la ministre, Y »)."""
    led = name.first > 0 and words[name.first - 1].key in lang.AT
    return name.full and not name.site and not led


def _of_titles(found: Sequence[Name], words: Sequence[Word], lang: ModuleType) -> None:
    """« MM. X, Y et Z »: the title is of all of them."""
    several = lang.words("several_titles")
    for name, follow in pairwise(found):
        led = name.title is not None and words[name.title].key in several
        between = words[name.last + 1 : follow.first]
        joined = all(w.text == "," or w.key in lang.words("joining_names") for w in between)
        follow.listed = (led or name.listed) and bool(between) and joined


def _source(post: PostPhrase, name: Name, words: Sequence[Word], lang: ModuleType) -> bool:
    """« Selon le ministre, X doit partir », « après un entretien avec le ministre, X a dit »: the post
    is another's."""
    last = name.last
    sources = lang.words("according") | lang.GRAMMAR.for_ | lang.GRAMMAR.after
    before = words[post.first - 1].key if post.first else ""
    led = before in sources or (name.speaks and before in lang.GRAMMAR.with_)
    after = words[last + 1].text if last + 1 < len(words) else ""
    return post.comma and led and after not in ",)."


def is_person(name: Name, words: Sequence[Word], lang: ModuleType, seen: set[str]) -> bool:
    """Whether a sequence names a person. `seen`: folded full names already taken for one."""
    span = words[name.first : name.last + 1]
    real = [w for w in span if len(w.key) > 1]
    if not real:
        return False
    family = span[0].key in _family_first(lang)
    before = words[name.first - 1] if name.first and not span[0].breaks else None
    close = name.before is not None and not name.before.comma
    if name.full and not family and any(w.text in lang.company() for w in span):
        given = len(span) < 4 and lang.is_first_name(span[0].text)
        led = name.before or name.speaks or name.title is not None or name.people is not None
        if not given or not led or span[0].text in lang.company():
            return False
    if name.listed:
        return name.full or not lang.is_word(span[0].text)
    if name.title is not None:
        title = words[name.title]
        civil = title.text.endswith(".") or title.key in lang.words("plain_titles")
        return name.full or civil or not lang.is_word(span[0].text)
    if name.site and not close and name.people is None:
        return False
    if not name.full:
        if _speaks_alone(name, words, lang):
            return True
        held = name.before is not None and not name.before.plural
        return held and (_adjacent if close else between_commas)(name, words, lang)
    if name.people is not None or close:
        return True
    if before is not None and before.key in lang.ARTICLES:
        return False
    if before is not None and _thing(words, name.first, lang):
        return False
    if before is not None and before.cap and before.text in lang.company():
        return False
    if lang.is_first_name(span[0].text) or _aged(words, name.last, lang):
        return True
    if any(lang.is_first_name(w.text) for w in span[1:-1] if w.cap):
        return True
    if " ".join(w.key for w in span) in seen:
        return True
    if name.before is not None or name.after is not None or name.told is not None:
        return True
    if before is not None and (before.key in lang.AT or before.key in lang.GRAMMAR.upon):
        return False
    if family:
        return True
    if any(w.upper and len(w.text) > 1 and not INITIAL.match(w.text) for w in span):
        return False
    if before is not None and before.cap and before.key and not before.initial:
        return False
    of = before is not None and before.key in lang.OF
    if not name.alone and not name.acts and not of:
        return False
    if of and not name.alone and name.first > 1 and not _of_person(words[name.first - 2], lang):
        return False
    foreign = [w for w in (span[0], span[-1]) if lang.is_foreign_word(w.text)]
    long = len(real) > 2 and len(foreign) < 2
    if not name.alone and not long and len(foreign) + (not name.speaks) > 1 and foreign:
        return False
    return all(not lang.is_word(w.text) or w.pos == "PROPN" for w in real if w.cap) and all(
        w.pos in ("PROPN", "X", "NOUN", "ADP", "DET") for w in span
    )


def _thing(words: Sequence[Word], first: int, lang: ModuleType) -> bool:
    """« le navire X », « la plate-forme libre X », « son morceau, X »: what is called so is a thing."""
    things, before = lang.words("things"), words[first - 1]
    if before.key in things:
        return True
    if first < 2:
        return False
    if before.text == ",":
        return words[first - 2].key in lang.words("works")
    adjective = before.pos == "ADJ" and before.people is None
    return adjective and words[first - 2].key in things


def _aged(words: Sequence[Word], last: int, lang: ModuleType) -> bool:
    """« X, 54 ans, … » or « X, un électricien … »."""
    after = [w.key for w in words[last + 1 : last + 4]]
    if len(after) < 3 or words[last + 1].text != ",":
        return False
    return after[2] in lang.words("years") or (
        after[1] in lang.GRAMMAR.indefinite and words[last + 3].pos == "NOUN"
    )


def _of_person(word: Word, lang: ModuleType) -> bool:
    """Whether what is « of » a name before it may be a person's: no place and no thing."""
    return word.key not in lang.words("things") | lang.words("beside_places")


def _adjacent(name: Name, words: Sequence[Word], lang: ModuleType) -> bool:
    """« président Trump », « le général Haftar »: the post's noun, or its adjective, is beside it,
    and the capital is no common word."""
    phrase = name.before
    assert phrase is not None
    word = words[name.first]
    if lang.is_word(word.text) and not lang.is_first_name(word.text):
        return False
    return all(
        w.people is not None or w.pos == "ADJ" or (w.n <= phrase.head + 2
        and w.key in lang.words("within_posts"))
        for w in words[phrase.head + 1 : name.first]
    )  # fmt: skip


def between_commas(name: Name, words: Sequence[Word], lang: ModuleType) -> bool:
    """« le chef des rebelles, X, affirme »: one unknown capital that says who holds a post."""
    phrase, word = name.before, words[name.first]
    after = words[name.last + 1].text if name.last + 1 < len(words) else ""
    return (
        phrase is not None
        and words[phrase.first].key in lang.GRAMMAR.definite
        and after in ",)"
        and _unknown(word, lang)
    )


def _speaks_alone(name: Name, words: Sequence[Word], lang: ModuleType) -> bool:
    """« a réagi X, un commandant rebelle », « X, le chef des rebelles, affirme »: one unknown capital
    that says or does something, and whose post stands behind it."""
    post, word = name.after, words[name.first]
    if post is None or post.plural or not name.speaks or not post.comma:
        return False
    held = lang.post(words[post.head].key)
    led = name.first > 0 and words[name.first - 1].key in lang.DETERMINERS
    return bool(held and held.role) and not led and _unknown(word, lang)


def _unknown(word: Word, lang: ModuleType) -> bool:
    """A capital that is no word, state, body or city."""
    return (
        len(word.key) > 3
        and not word.upper
        and word.pos == "PROPN"
        and not lang.is_word(word.text)
        and word.key not in lang.names()
        and not gazetteer.cities(word.key)
    )


def _family_first(lang: ModuleType) -> frozenset[str]:
    found: frozenset[str] = lang.words("family_first")
    return found
