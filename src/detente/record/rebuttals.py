"""Where one report has two voices on one event: an act denied, an account contested, an attack that
another claims. What is rebutted is found by the words of a language pack's `cues.yaml`.

A rebuttal is taken only where it is plain what it is about: an event told shortly before, or one whose
sentence shares a telling word with what is denied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.language.doc import straight
from detente.model import Actor, Article, Event, Position, Span, Statement
from detente.record.accusations import VERBAL, hostile
from detente.record.cues import STEM, cue, hollow, patterns, sentences
from detente.record.stable import fold

BACK = 3
"""Sentences before a rebuttal in which the event that it is about is told."""
ACCOUNT = 5
"""The same where an account (« cette lecture ») is contested: of what was agreed or said there."""
JOINT = frozenset({"agreement", "talks", "mediation", "call", "vote", "election"})
TOLD = frozenset({"occurred", "ongoing"})

Rebuttal = tuple[Event, str, list[Position]]
"""The event, the attribute in doubt, what one voice says and what the other."""
Sentence = tuple[int, int]


def rebuttals(
    articles: Mapping[str, Article],
    events: Sequence[Event],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
) -> Iterator[Rebuttal]:
    """All rebuttals in reports that have a say of their own."""
    told: dict[str, list[tuple[int, str, Event]]] = {}
    for event in events:
        if event.status in TOLD:
            for span in event.mentions:
                told.setdefault(span.article, []).append((span.start, event.id, event))
    named: dict[str, list[tuple[int, int, Actor]]] = {}
    for actor in actors:
        for span in actor.evidence:
            named.setdefault(span.article, []).append((span.start, span.end, actor))
    for places in named.values():
        places.sort(key=lambda n: (n[0], n[1], n[2].id))
    speakers = {
        (span.article, span.start): said.speaker
        for said in statements
        for span in (*said.evidence, *said.cue)
        if said.speaker
    }
    for identifier in sorted(told.keys() & articles.keys()):
        article = articles[identifier]
        of_report = sorted(told[identifier], key=lambda t: t[:2])
        for event, attribute, first, second in _in_report(
            article, of_report, named.get(identifier, [])
        ):
            yield event, attribute, [_held(article, *p, speakers) for p in (first, second)]


def _in_report(
    article: Article,
    told: Sequence[tuple[int, str, Event]],
    named: Sequence[tuple[int, int, Actor]],
) -> Iterator[tuple[Event, str, Sentence, Sentence]]:
    text = straight(article.text)
    parts = list(sentences(article.text))
    for number, (start, end) in enumerate(parts):
        for words, about in ABOUT.items():
            for pattern in patterns(article.language, words):
                match = pattern.search(text, start, end)
                if match is None:
                    continue
                found = about(Heard(text, article.language, parts, number, match, told, named))
                if found:
                    yield *found, (start, _reply_end(text, parts, number))


@dataclass(frozen=True, slots=True)
class Heard:
    """A rebuttal in a report: the plain text, its sentences, which of them, the words; the events
    told and the actors named, with their offsets."""

    text: str
    language: str | None
    parts: Sequence[Sentence]
    number: int
    match: re.Match[str]
    told: Sequence[tuple[int, str, Event]]
    named: Sequence[tuple[int, int, Actor]]

    def before(self, within: int | None = None) -> Iterator[tuple[Event, Sentence]]:
        """Events told in the sentences before, the last first; with `within`, in the last so many."""
        first = 0 if within is None else max(0, self.number - within)
        for at, _, event in reversed(self.told):
            for part in self.parts[first : self.number]:
                if part[0] <= at < part[1]:
                    yield event, part

    def shares(self, words: str, sentence: Sentence) -> bool:
        """Whether some words and a sentence have a telling word in common."""
        return bool(
            _telling(words, self.language) & _telling(self.text[slice(*sentence)], self.language)
        )


Found = tuple[Event, str, Sentence] | None
"""The event, the attribute, the sentence rebutted."""


def _denied(heard: Heard) -> Found:
    """« nie avoir posé la bombe de X »: of a hostile act that shares a telling word with it."""
    words = heard.text[heard.match.start("what") : heard.parts[heard.number][1]]
    for event, sentence in heard.before():
        if hostile(event) and heard.shares(words, sentence):
            return event, "doer", sentence
    return None


def _not_so(heard: Heard) -> Found:
    """« aucun retrait n'a eu lieu », of the event that is told by that word or by its verb; where the
    sentence goes on to name somebody, of one in which they take part."""
    what = fold(heard.match["what"])
    verb = (cue(heard.language, "deeds") or {}).get(what, what)
    stems = tuple(word[:STEM] for word in (what, fold(verb)))
    end = heard.parts[heard.number][1]
    named = {a.id for s, _, a in heard.named if heard.match.end() <= s < end}
    for event, sentence in heard.before(BACK):
        there = {p.actor for p in event.participants} | set(event.parties)
        told = any(fold(span.exact).startswith(stems) for span in event.mentions)
        told |= event.kind in JOINT and what in fold(heard.text[slice(*sentence)]).split()
        if told and (not named or named & there):
            return event, "status", sentence
    return None


def _just_denied(heard: Heard) -> Found:
    """« Le palais a démenti. », of what the sentence before tells."""
    told = [f for f in heard.before(1) if f[0].kind not in VERBAL]
    return (told[0][0], "status", told[0][1]) if len({e.id for e, _ in told}) == 1 else None


def _claimed(heard: Heard) -> Found:
    """« X a revendiqué la destruction du drone » that another is told to have brought down."""
    start = heard.parts[heard.number][0]
    subjects = [a for s, _, a in heard.named if start <= s < heard.match.start()]
    for event, sentence in heard.before():
        doers = {p for p in event.participants if p.part not in ("target", "released")}
        known = {p.actor for p in doers} | {p.side for p in doers} | set(event.parties)
        others = doers and subjects and subjects[0].id not in known
        if others and hostile(event) and heard.shares(heard.match["what"], sentence):
            return event, "doer", sentence
    return None


def _called_false(heard: Heard) -> Found:
    """« Des accusations mensongères », of the hostile act told just before."""
    found = next((event for event, _ in heard.before(BACK) if hostile(event)), None)
    return (found, "status", heard.parts[heard.number - 1]) if found else None


def _contested(heard: Heard) -> Found:
    """« a contesté cette lecture », of what the parties agreed."""
    found = next((event for event, _ in heard.before(ACCOUNT) if event.kind in JOINT), None)
    return (found, "terms", heard.parts[heard.number - 1]) if found else None


def _by_accident(heard: Heard) -> Found:
    """« un avion s'est écrasé en raison d'une panne », of that which some say that they brought down."""
    sentence = heard.text[slice(*heard.parts[heard.number])]
    for event, told in heard.before(BACK):
        if event.kind == "attack" and heard.shares(sentence, told):
            return event, "status", told
    return None


ABOUT: Mapping[str, Callable[[Heard], Found]] = {
    "denied_act": _denied,
    "not_so": _not_so,
    "just_denied": _just_denied,
    "claimed_act": _claimed,
    "called_false": _called_false,
    "contested_account": _contested,
    "accident": _by_accident,
}
"""Cues of `cues.yaml` to what finds the event that they are about."""


def _telling(words: str, language: str | None) -> set[str]:
    """Stems of the words that tell what something is about."""
    empty = hollow(language)
    return {w[: STEM + 1] for w in fold(words).split() if len(w) >= STEM and w not in empty}


def _reply_end(text: str, parts: Sequence[Sentence], number: int) -> int:
    """Where a rebuttal ends: with the quotation that comes right after it."""
    start, end = parts[number]
    after = parts[number + 1] if number + 1 < len(parts) else (end, end)
    quoted = text[slice(*after)].strip().startswith(("«", "“", '"'))
    same_line = "\n" not in text[end : after[0]] and "»" not in text[start:end]
    return after[1] if quoted and same_line else end


def _held(
    article: Article, start: int, end: int, speakers: Mapping[tuple[str, int], str]
) -> Position:
    """What is said, by whom a statement in it is, else by the report."""
    words = article.text[start:end]
    said = [speakers[key] for at in range(start, end) if (key := (article.id, at)) in speakers]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Position(
        value=words,
        source=said[-1] if said else article.outlet or article.id,
        evidence=(Span(article.id, start, start + len(words), words),),
    )
