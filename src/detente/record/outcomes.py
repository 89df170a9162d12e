"""Which reports may tell what became of something that another tells as undertaken: by an event of all
who are bound, or in words, where a report names all of them or nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations, product

import msgspec

from detente.model import Article, Reading
from detente.record.actors import WhoIsWho
from detente.record.acts import kind_told
from detente.record.aftermath import WITHIN, fates, matter_of, shared
from detente.record.cues import topics_in
from detente.record.days import Days, of
from detente.record.following import ALIKE, CARRIES_OUT, TAKES_UP
from detente.record.mentions import Profile, sides
from detente.record.shelf import link

BITS = 256
"""Numbers that stand for stems. The sentences of a report that say what became of something have some
twenty stems."""
UNDATED, ALWAYS = "", "*"
"""The years of what came out at a time not known, and of all that came out."""
ALONE = 2
"""States and bodies that a report names at most, if it speaks of them and of nobody else."""


class Promise(msgspec.Struct, frozen=True):
    """Something undertaken: who is bound, since when, the kind of event and the topics that answer
    it, and the stems of its words."""

    bound: frozenset[str]
    since: Days
    kind: str | None
    topics: frozenset[str]
    matter: frozenset[str]

    @property
    def years(self) -> list[str]:
        """The years in whose reports words on its matter may be; none where it has too little of it."""
        years = _years(self.since, WITHIN)
        timeless = shared(dated=False, matter=len(self.matter)) <= len(self.matter)
        if not years:
            return [ALWAYS] if timeless else []
        return [*years, UNDATED] if timeless else years


class Outcomes(msgspec.Struct, frozen=True):
    """What a report tells as undertaken, and what it may tell of what others do: events of two or
    more, and sentences that say what became of something, with all whom it names."""

    promises: tuple[Promise, ...] = ()
    deeds: tuple[Profile, ...] = ()
    fates: tuple[frozenset[str], ...] = ()
    named: frozenset[str] = frozenset()
    out: Days = Days()

    def links(self) -> tuple[set[int], set[int]]:
        """Where it looks for others and where it stands, by years. Deeds and promises meet by two of
        those who are bound, and by who acts. Words and promises meet by one who is bound and is named;
        there a report looks for promises of its matter alone, which are few, and a promise for all
        reports that name one of them: whoever puts many in puts those with promises in first."""
        looks: set[int] = set()
        stands: set[int] = set()
        for promise in self.promises:
            years = promise.years
            stems = [ALWAYS] if years == [ALWAYS] else promise.matter
            for one, year in product(promise.bound, years):
                looks.add(link("said", one, year))
                stands |= {link("promised", one, year, stem) for stem in stems}
            if len(promise.bound) > 1:
                who, (looked, stood) = _together(promise.bound), _seasons(promise.since, WITHIN)
                looks |= {link("done", *who, year) for year in looked}
                stands |= {link("bound", *who, year) for year in stood}
        for deed in self.deeds:
            looked, stood = _seasons(deed.time)
            for who in combinations(sorted(deed.parties), 2):
                looks |= {link("bound", *who, year) for year in looked}
                stands |= {link("done", *who, year) for year in stood}
        if words := self.words:
            told = _years(self.out) or [UNDATED]
            for one, year in product(self.named, [*told, ALWAYS]):
                stands.add(link("said", one, year))
                stems = [ALWAYS] if year == ALWAYS else words
                looks |= {link("promised", one, year, stem) for stem in stems}
        return looks, stands

    @property
    def words(self) -> frozenset[str]:
        """The stems of all sentences that may say what became of something."""
        return frozenset().union(*self.fates)

    def touches(self, other: Outcomes) -> bool:
        """Whether one may tell what became of what the other tells as undertaken."""
        return self._answered(other) or other._answered(self)

    def _answered(self, later: Outcomes) -> bool:
        return any(_done(p, later.deeds) or _said(p, later) for p in self.promises)


def _years(time: Days, within: int = 0) -> list[str]:
    """The years that a time touches, and so many days after it; none where it is not known or wide."""
    if not time.known or time.length > WITHIN:
        return []
    last = time.last + timedelta(within)
    return [str(year) for year in range(time.first.year, last.year + 1)]


def _seasons(time: Days, within: int = 0) -> tuple[list[str], list[str]]:
    """The years in which a promise, made at a time, looks for deeds and stands for them; or a deed, done
    then, for promises. Of two each looks where the other stands, or neither."""
    years = _years(time, within)
    return ([*years, UNDATED], [*years, ALWAYS]) if years else ([ALWAYS, UNDATED], [UNDATED])


def _together(bound: frozenset[str]) -> tuple[str, ...]:
    """Two of those who are bound, who are named by any report that names all of them; or the one."""
    return tuple(sorted(bound)[:2])


def outcomes(
    article: Article, reading: Reading, events: Sequence[Profile], who: WhoIsWho
) -> Outcomes:
    """The outcomes of one report; `events` are its mentions, each by itself."""
    out = of(article.published.date)
    bodies = {a.country or a.id for a in who.actors if a.kind in ("state", "organisation")}
    people = {a.country for a in who.actors if a.country}
    return Outcomes(
        promises=tuple(_promises(article, reading, events, out, who)),
        deeds=tuple(e for e in events if _is_deed(e)),
        fates=tuple(fates(article)),
        named=frozenset(bodies | people),
        out=out,
    )


def _promises(
    article: Article, reading: Reading, events: Sequence[Profile], out: Days, who: WhoIsWho
) -> Iterator[Promise]:
    actors = {actor.id: actor for actor in who.actors}
    parties = {e.mentions[0].event.id: e.parties for e in events}
    for made in reading.undertakings:
        named = [who.of(article.id, local) for local in (*made.parties, *made.towards)]
        bound = sides(named, actors) | parties.get(made.made_at or "", set())
        if bound:
            yield Promise(
                bound=frozenset(bound),
                since=of(made.date) if made.date else out,
                kind=kind_told(made.text, article.language),
                topics=topics_in(made.text, article.language),
                matter=matter_of(made.text, article.language, who.peoples),
            )


def _is_deed(event: Profile) -> bool:
    done = event.statuses & {"occurred", "ongoing"} and len(event.parties) > 1
    return bool(done and event.kinds & (CARRIES_OUT | TAKES_UP))


def _done(promise: Promise, deeds: Iterable[Profile]) -> bool:
    """An event of all who are bound, in the time after."""
    kinds = {promise.kind, *ALIKE.get(promise.kind or "", ())}
    for deed in deeds:
        answers = deed.kinds & kinds or (deed.kinds & TAKES_UP and deed.topics & promise.topics)
        bound = promise.bound <= deed.parties and len(promise.bound) > 1
        if answers and bound and after(promise.since, deed.time, WITHIN):
            return True
    return False


def _said(promise: Promise, later: Outcomes) -> bool:
    """A sentence on its matter, in a later report that names all who are bound, or some of them and
    nobody else."""
    all_named = promise.bound <= later.named
    alone = later.named <= promise.bound and len(later.named) <= ALONE
    if not (all_named or alone) or not later.named or not after(promise.since, later.out, WITHIN):
        return False
    needed = shared(promise.since.known and later.out.known, len(promise.matter))
    return any(len(promise.matter & words) >= needed > 0 for words in later.fates)


def bits(stems: Iterable[str]) -> tuple[int, ...]:
    """Stems as numbers, of which two may be one."""
    return tuple(link(stem) % BITS for stem in stems)


def mask(stems: Iterable[str]) -> bytes:
    """Their numbers as bits."""
    found = bytearray(BITS // 8)
    for bit in bits(stems):
        found[bit // 8] |= 1 << bit % 8
    return bytes(found)


def speaks_of(words: bytes, matter: tuple[int, ...], dated: bool) -> bool:
    """Whether words (a `mask`) may share enough stems with the matter of a promise (its `bits`) to
    speak of it, at most one time too often; see `aftermath.shared`."""
    common = sum(words[bit // 8] >> bit % 8 & 1 for bit in matter)
    return common >= shared(dated, len(matter)) > 0


def after(since: Days, time: Days, within: int | None = None) -> bool:
    """Whether a time can be after a promise was made, and within so many days."""
    if not since.known or not time.known:
        return True
    near = within is None or (time.first - since.last).days <= within
    return time.last > since.first and near
