"""What later reports say in words of something undertaken: kept, broken, withdrawn.

Either as such (« la promesse n'a pas été tenue »), or by telling the very act as done (« a rouvert
le poste », of « rouvrir le poste ») or, against a promise, as not done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import simplemma

from detente.model import Article, HistoryStep, Span, Undertaking, UndertakingStatus
from detente.record import days
from detente.record.bodies import Peoples
from detente.record.cues import STEM, patterns, plain, sentences, words_for
from detente.record.stable import fold

SHARED = 2
"""Telling words that a sentence must share with an undertaking to speak of it."""
AROUND = 140
"""Characters about the cue in which they must stand."""


def by_words(
    made: Undertaking,
    articles: Mapping[str, Article],
    since: date | None,
    peoples: Peoples,
) -> Iterator[HistoryStep]:
    """Sentences of reports that came out after an undertaking was made and say what became of it,
    one a report."""
    own = {span.article for span in made.evidence}
    language = articles[made.evidence[0].article].language if made.evidence else None
    matter = _telling(made.text, _act(made.text, language), peoples)
    if since is None or not matter:
        return
    for article in sorted(articles.values(), key=lambda a: a.id):
        published = days.of(article.published.date)
        if article.id in own or article.copy_of or not published.known or published.last <= since:
            continue
        found = _in_report(made, matter, article, published.last)
        if found is not None:
            yield found


def _in_report(
    made: Undertaking, matter: frozenset[str], article: Article, published: date
) -> HistoryStep | None:
    text = plain(article.text)
    for start, end in sentences(text):
        if len(matter & _stems(text[start:end])) < min(SHARED, len(matter)):
            continue
        status = _fate(made, matter, article.language, text, (start, end), published)
        if status:
            words = article.text[start:end]
            start += len(words) - len(words.lstrip())
            end = start + len(words.strip())
            return HistoryStep(
                date=article.published.date,
                status=status,
                evidence=(Span(article.id, start, end, article.text[start:end]),),
                because="a later report says so",
            )
    return None


def _fate(
    made: Undertaking,
    matter: frozenset[str],
    language: str | None,
    text: str,
    sentence: tuple[int, int],
    published: date,
) -> UndertakingStatus | None:
    """What a sentence says became of the undertaking, or None."""

    def near(match: re.Match[str]) -> bool:
        about = text[max(sentence[0], match.start() - AROUND) : match.end() + AROUND]
        return len(matter & _stems(about)) >= min(SHARED, len(matter))

    def said(cue: str) -> Iterator[re.Match[str]]:
        for pattern in patterns(language, cue):
            yield from (m for m in pattern.finditer(text, *sentence) if near(m))

    act = _act(made.text, language)
    if act and any(_same_act(act, m["act"], language) for m in said("undone")):
        late = made.due is not None and days.of(made.due).last < published
        breach = any(p.search(text, *sentence) for p in patterns(language, "breach"))
        return "broken" if late or breach else None
    statuses: tuple[UndertakingStatus, ...] = ("broken", "withdrawn")
    for status in statuses:
        if len(matter) >= SHARED and any(
            _beside(m, text, matter, status == "broken") for m in said(status)
        ):
            return status
    if act and any(_same_act(act, m["act"], language) for m in said("done")):
        return "carried_out"
    return None


def _beside(match: re.Match[str], text: str, matter: frozenset[str], subject: bool) -> bool:
    """The matter stands right after the cue (its object) or, with `subject`, before it."""
    before = {w[:STEM] for w in fold(text[: match.start()][-AROUND:]).split() if len(w) >= STEM}
    after = [w[:STEM] for w in fold(text[match.end() :][:80]).split() if len(w) >= STEM]
    return bool(matter & {*after[:2], *(before if subject else ())})


def _telling(text: str, act: str | None, peoples: Peoples) -> frozenset[str]:
    """Stems of the words that tell what is undertaken: not its verb, no names of states."""
    content, _ = peoples.split(text)
    return frozenset(w[:STEM] for w in content if len(w) >= STEM and w != fold(act or ""))


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:STEM] for w in fold(text).split() if len(w) >= STEM)


def _act(text: str, language: str | None) -> str | None:
    """The infinitive that an undertaking's words start with, or None."""
    first = text.split()[0].lower() if text.split() else ""
    ending = words_for(language, "infinitive")
    return first if ending and re.fullmatch(rf"\w{{2,}}(?:{ending})", first) else None


def _same_act(infinitive: str, participle: str, language: str | None) -> bool:
    """Whether a participle is one of this verb: by the word list, else by how it starts."""
    code = (language or "fr").split("-")[0]
    if simplemma.lemmatize(participle, lang=code) == infinitive:
        return True
    shared = max(3, len(infinitive) - 3)
    return fold(participle)[:shared] == fold(infinitive)[:shared]
