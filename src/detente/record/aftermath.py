"""What later reports say in words of something undertaken: kept, broken, withdrawn.

Either as such (« la promesse n'a pas été tenue »), or by telling the very act as done (« a rouvert
le poste », of « rouvrir le poste ») or, against a promise, as not done.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from detente.language.doc import straight
from detente.model import Article, HistoryStep, Span, StepStatus, Undertaking, UndertakingStatus
from detente.record import days
from detente.record.acts import act_of, same, words_of
from detente.record.bodies import Peoples
from detente.record.cues import STEM, any_of, patterns, sentences, telling_nothing, words_for
from detente.record.stable import fold

SHARED = 2
"""Telling words that a sentence must share with an undertaking to speak of it."""
SURELY = 3
"""The same, where it is not known which of the two came first."""
WITHIN = 400
"""Days after an undertaking in which what is done, or said of its matter, answers it. Later the same words
are about another."""
DONE: dict[StepStatus, tuple[str, ...]] = {
    "carried_out": ("done", "done_noun"),
    "under_way": ("begun", "begun_noun"),
}
"""Cues that tell the act itself as done, or as begun."""
FATES = (
    "undone",
    "broken",
    "withdrawn",
    "taken_back",
    "called_off",
    "delayed",
    *(cue for cues in DONE.values() for cue in cues),
)
"""The cues of `cues.yaml` that say what became of something."""
_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:[ .\u202f\u00a0]\d{3})+|\d{3,})(?![\d,])")
_YEAR = re.compile(r"(?:19|20)\d\d")
AROUND = 140
"""Characters about the cue in which they must stand."""


def fates(article: Article) -> list[frozenset[str]]:
    """The stems of each sentence of a report that may say what became of something."""
    text = straight(article.text)
    cue = any_of(article.language, FATES)
    return [
        stems(text[start:end])
        for start, end in sentences(text)
        if cue is not None and cue.search(text, start, end)
    ]


def by_words(
    made: Sequence[Undertaking],
    since: Sequence[date | None],
    articles: Mapping[str, Article],
    speaks_of: Mapping[str, frozenset[str]],
    peoples: Peoples,
) -> dict[int, list[HistoryStep]]:
    """What reports that came out after an undertaking was made, and that speak of a party of it, say
    became of it: by its number in `made`, one step a report. `since` are the days on which the
    undertakings were made, `speaks_of` the actors and states of each report.

    Each report is gone through once, and its sentences looked up among the undertakings by the
    words and parties that they share, so that cost grows with the reports.
    """
    sought = _Sought(made, since, articles, peoples)
    found: dict[int, list[HistoryStep]] = defaultdict(list)
    for article in sorted(articles.values(), key=lambda a: a.id) if sought else ():
        if article.copy_of:
            continue
        published = days.of(article.published.date)
        text = ""
        for start, end, numbers in sought.in_report(
            article, speaks_of.get(article.id, frozenset())
        ):
            text = text or straight(article.text)
            for n in numbers:
                if found[n] and found[n][-1].evidence[0].article == article.id:
                    continue
                matter = sought.matter[n]
                _, named = peoples.split(article.text[start:end])
                states = {p for p in made[n].parties if _is_state(p)}
                if named and states and not named & states:
                    continue  # what others do
                status = _fate(made[n], matter, article.language, text, (start, end), published)
                if status and sought.in_time(n, published, status):
                    found[n].append(_step(article, status, start, end))
    return found


def _step(article: Article, status: StepStatus, start: int, end: int) -> HistoryStep:
    words = article.text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return HistoryStep(
        date=article.published.date,
        status=status,
        evidence=(Span(article.id, start, end, article.text[start:end]),),
        because="a later report says so",
    )


def _is_state(party: str) -> bool:
    """Whether a party is a state, told by its code: who has no state acts in that of others."""
    return len(party) == 2 and party.isupper()


class _Sought:
    """Undertakings by the words that tell them, for each party."""

    def __init__(
        self,
        made: Sequence[Undertaking],
        since: Sequence[date | None],
        articles: Mapping[str, Article],
        peoples: Peoples,
    ) -> None:
        self.matter: dict[int, frozenset[str]] = {}
        self._since: dict[int, date | None] = {}
        self._own = [{span.article for span in one.evidence} for one in made]
        self._by_word: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, (one, day) in enumerate(zip(made, since, strict=True)):
            language = articles[one.evidence[0].article].language if one.evidence else None
            matter = matter_of(one.text, language, peoples)
            if not matter:
                continue
            self.matter[n], self._since[n] = matter, day
            for party in one.parties:
                for word in matter | numbers_in(one.text):
                    self._by_word[party][word].append(n)

    def __bool__(self) -> bool:
        return bool(self.matter)

    def in_report(
        self, article: Article, parties: frozenset[str]
    ) -> Iterator[tuple[int, int, list[int]]]:
        """The sentences of a report (start, end) that share enough words with undertakings made
        before it came out, and which."""
        words = [self._by_word[party] for party in sorted(parties) if party in self._by_word]
        published = days.of(article.published.date)
        if not words:
            return
        text = straight(article.text)
        for start, end in sentences(text):
            shared: dict[int, set[str]] = defaultdict(set)
            for stem in stems(text[start:end]) | numbers_in(text[start:end]):
                for index in words:
                    for n in index.get(stem, ()):
                        shared[n].add(stem)
            numbers = [
                n
                for n in sorted(shared)
                if article.id not in self._own[n]
                and self._weight(n, shared[n]) >= self._needed(n, published)
                and self._may_follow(n, published)
            ]
            if numbers:
                yield start, end, numbers

    def _weight(self, n: int, shared: set[str]) -> int:
        """How much shared words tell: one of the matter and its number are as good as three."""
        words = shared & self.matter[n]
        return len(words) + (SHARED if words and shared - words else 0)

    def _needed(self, n: int, published: days.Days) -> int:
        """Words that a sentence has to share with an undertaking."""
        return shared(self._since[n] is not None and published.known, len(self.matter[n]))

    def _may_follow(self, n: int, published: days.Days) -> bool:
        since = self._since[n]
        if since is None or not published.known:
            return True
        return since < published.last and published.first <= since + timedelta(WITHIN)

    def in_time(self, n: int, published: days.Days, status: StepStatus) -> bool:
        """Whether a report that came out then may tell this: where it is not known which came first,
        nothing but that it was done."""
        return status in DONE or (self._since[n] is not None and published.known)


def _fate(
    made: Undertaking,
    matter: frozenset[str],
    language: str | None,
    text: str,
    sentence: tuple[int, int],
    published: days.Days,
) -> StepStatus | None:
    """What a sentence says became of the undertaking, or None."""

    def near(match: re.Match[str]) -> bool:
        about = text[max(sentence[0], match.start() - AROUND) : match.end() + AROUND]
        return len(matter & stems(about)) >= min(SHARED, len(matter))

    def said(cue: str) -> Iterator[re.Match[str]]:
        for pattern in patterns(language, cue):
            yield from (m for m in pattern.finditer(text, *sentence) if near(m))

    act = act_of(made.text, language)
    if act and any(same(act, m["act"], language) for m in said("undone")):
        late = made.due is not None and days.of(made.due).last < published.first
        breach = any(p.search(text, *sentence) for p in patterns(language, "breach"))
        return "broken" if late or breach else None
    if act and any(same(act, m["act"], language) for m in said("taken_back")):
        return "withdrawn"
    statuses: tuple[UndertakingStatus, ...] = ("broken", "withdrawn")
    for status in statuses:
        if len(matter) >= SHARED and any(
            _beside(m, text, matter, status == "broken")
            and not (act and same(act, m[0].split()[-1], language))  # « a retiré ses navires »
            for m in said(status)
        ):
            return status
    if any(_beside(m, text, matter, subject=False) for m in said("called_off")):
        return "withdrawn"
    for step, cues in DONE.items():
        if act and any(same(act, m["act"], language) for cue in cues for m in said(cue)):
            return step
    if len(matter) >= SHARED and any(_in_clause(m, text, matter) for m in said("delayed")):
        return "delayed"
    return None


def _beside(match: re.Match[str], text: str, matter: frozenset[str], subject: bool) -> bool:
    """The matter stands right after the cue (its object) or, with `subject`, before it."""
    before = {w[:STEM] for w in fold(text[: match.start()][-AROUND:]).split() if len(w) >= STEM}
    after = [w[:STEM] for w in fold(text[match.end() :][:80]).split() if len(w) >= STEM]
    return bool(matter & {*after[:2], *(before if subject else ())})


def _in_clause(match: re.Match[str], text: str, matter: frozenset[str]) -> bool:
    """The matter is what the clause of the cue is about."""
    before = re.split(r"[,;:–]", text[: match.start()][-AROUND:])[-1]
    return len(matter & stems(before)) >= SHARED


def matter_of(text: str, language: str | None, peoples: Peoples) -> frozenset[str]:
    """Stems of the words that tell what is undertaken: not those of its act, no names of states, no
    times, nothing that is told beside it (« les ambassades, fermées depuis deux ans »)."""
    apposed = words_for(language, "apposed")
    content, _ = peoples.split(re.sub(apposed, "", text) if apposed else text)
    own = words_of(text, act_of(text, language), language) | telling_nothing(language)
    return frozenset(w[:STEM] for w in content if len(w) >= STEM and w not in own)


def shared(dated: bool, matter: int) -> int:
    """Of so many telling words of an undertaking, those that a sentence has to share with it.
    `dated`: whether it is known when it was made and when the report came out."""
    return min(SHARED, matter) if dated else SURELY


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text by which one group of people is told from others: from a hundred on, no
    years."""
    found = (m[0] for m in _NUMBER.finditer(text))
    return frozenset(re.sub(r"\D", "", n) for n in found if not _YEAR.fullmatch(n))


def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that may tell a matter."""
    return frozenset(w[:STEM] for w in fold(text).split() if len(w) >= STEM)
