"""Posts that a verb gives: « X est ambassadeur », « X, nommé ministre »."""

from __future__ import annotations

from detente.reading.names.posts import Posts
from detente.reading.names.posts_behind import REACH, PostPhrase

BACK = 5
"""Words before a name among which the verb stands that gives the post behind it."""


def told(posts: Posts, first: int, last: int) -> PostPhrase | None:
    """The post that a verb gives to the name that begins at `first`; what is told of it goes to
    `last`: « X est ambassadeur », « X, nommé ministre », « X, 72 ans, est également ministre », « X
    est pressenti pour le poste d'ambassadeur », « nommer X ministre », « choisir X comme ministre »."""
    led = first > 0 and posts.words[first - 1].pos == "ADP"
    end = _past_aside(posts, last)
    return _by_verb(posts, end, led=led) or _named(posts, first, end)


def _past_aside(posts: Posts, last: int) -> int:
    """The word before the second comma of « X, 72 ans, … » and « X, de Zurich, … »."""
    words = posts.words[last + 1 : last + 6]
    if not words or words[0].text != ",":
        return last
    end = next((n for n, w in enumerate(words) if n and w.text == ","), 0)
    aged = end == 3 and words[2].key in posts.lang.words("years")
    placed = end in (3, 4) and words[1].key in posts.lang.OF and words[end - 1].n in posts.hits
    return last + end if aged or placed else last


def _by_verb(posts: Posts, last: int, *, led: bool) -> PostPhrase | None:
    """By a verb; behind a comma no « est », where a preposition leads to the name."""
    words, lang = posts.words, posts.lang
    given, helpers = False, lang.words("copula_helpers")
    n = last + 1
    while n < len(words) and n - last < REACH // 2 and not words[n].breaks:
        key = words[n].key
        given = given or (key in lang.COPULAS and _gives(posts, n))
        if given and posts.head_at(n) is not None and words[n].pos != "VERB":
            break
        if not (
            (key in lang.COPULAS and _gives(posts, n))
            or key in helpers
            or (words[n].text == "," and n == last + 1)
            or (given and (key in lang.DETERMINERS or posts.modifier(n) or posts.people_at(n)))
        ):
            return None
        n += 1
    else:
        return None
    behind = words[last + 2].key if led and words[last + 1].text == "," else None
    if behind is not None and behind not in lang.GIVEN and behind not in lang.GRAMMAR.who:
        return None
    verbs = lang.GIVEN | lang.words("past")
    start = next((k for k in range(last + 1, n) if words[k].key in verbs), n)
    end = posts.extent(posts.head_at(n) or n)
    return PostPhrase(start, n, end, True, posts.post_of(n).plural)


def _gives(posts: Posts, n: int) -> bool:
    """« nommé », not « X nomme un ministre »."""
    word = posts.words[n]
    return word.key not in posts.lang.GIVEN or posts.lang.endings.made(word.text)


def _named(posts: Posts, first: int, last: int) -> PostPhrase | None:
    """« il a nommé X ministre », « X comme ministre », « X, en qualité d'ambassadeur »."""
    words, lang = posts.words, posts.lang
    n = last + 1
    comma = n < len(words) and words[n].text == ","
    keys = [w.key for w in words[n + comma : n + comma + 3]]
    leads = lang.words("named_as")
    led = next((k for k in range(1, len(keys) + 1) if " ".join(keys[:k]) in leads), 0)
    if led:
        n += comma + led
    elif comma or not any(
        w.key in lang.GIVEN and _gives(posts, w.n) for w in words[max(0, first - BACK) : first]
    ):
        return None
    while n < len(words) and posts.modifier(n) and posts.head_at(n) is None:
        n += 1
    if n >= len(words) or words[n].breaks or n in posts.names:
        return None
    head = posts.head_at(n)
    if head is None or posts.post_of(n).plural:
        return None
    return PostPhrase(n, n, posts.extent(head), True)
