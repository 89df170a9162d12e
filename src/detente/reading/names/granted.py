"""Posts that a verb gives: « X est ambassadeur », « X, nommé ministre »."""

from __future__ import annotations

from detente.reading.names.posts import REACH, PostPhrase, Posts


def told(posts: Posts, last: int) -> PostPhrase | None:
    """The post that a verb gives: « X est ambassadeur », « X, nommé ministre », « X, qui est
    également vice-premier ministre », « X est pressenti pour le poste d'ambassadeur »."""
    words, lang = posts.words, posts.lang
    given = False
    n = last + 1
    while n < len(words) and n - last < REACH // 2 and not words[n].breaks:
        key = words[n].key
        given = given or key in lang.COPULAS
        if given and posts.head_at(n) is not None and words[n].pos != "VERB":
            break
        if not (
            key in lang.COPULAS | lang.COPULA_HELPERS
            or (words[n].text == "," and n == last + 1)
            or (given and (key in lang.DETERMINERS or posts.modifier(n) or posts.people_at(n)))
        ):
            return None
        n += 1
    else:
        return None
    verbs = lang.GIVEN | lang.PAST
    start = next((k for k in range(last + 1, n) if words[k].key in verbs), n)
    end = posts.extent(posts.head_at(n) or n)
    return PostPhrase(start, n, end, True, posts.post_of(n).plural)
