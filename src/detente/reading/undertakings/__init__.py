"""Undertakings: what a party promises, or parties agree to do, in one report.

What is asked of somebody, wished, refused or denied is no undertaking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.model import Event, HistoryStep, Undertaking
from detente.reading.events.who import actors_in, party_of
from detente.reading.undertakings.forms import candidates
from detente.reading.undertakings.found import Found

if TYPE_CHECKING:
    from detente.language.fr.undertakings import Lexicon
    from detente.reading.draft import Draft

MADE_AT = frozenset({"call", "talks", "visit", "agreement", "mediation", "ceasefire", "exchange"})
"""Kinds of event at which parties undertake something together."""
ALONE = frozenset({"speech", "visit", "call"})
"""Kinds at which one party undertakes something by itself."""
NEAR = 600
"""Characters back, about three sentences of news, in which the meeting may have been told."""


def find(draft: Draft) -> None:
    """Adds the report's undertakings to the draft; needs its mentions, dates, statements, events."""
    lexicon: Lexicon = draft.pack.module("undertakings").lexicon()
    taken: list[tuple[int, int]] = []
    for found in candidates(draft.doc, lexicon):
        if any(start < found.end and found.start < end for start, end in taken):
            continue
        made = _undertaking(draft, found, len(draft.undertakings) + 1, lexicon)
        if made is not None:
            taken.append((found.start, found.end))
            draft.undertakings.append(made)


def _undertaking(draft: Draft, found: Found, n: int, lexicon: Lexicon) -> Undertaking | None:
    words = draft.span(found.start, found.end)
    if len(words.exact.split()) < 2:
        return None
    joint = found.together or any(token.lemma_ in lexicon.joint for token in found.who)
    event = _made_at(draft, found, joint=joint)
    parties = _parties(draft, found, event, joint=joint)
    if not parties:
        return None
    sentence = found.trigger.sent
    told = draft.span(sentence.start_char, sentence.end_char)
    settled = HistoryStep(
        date=None, status=found.status, evidence=(told,), because="told in the same sentence"
    )
    return Undertaking(
        id=f"u{n}",
        text=words.exact,
        parties=tuple(parties),
        made_at=event.id if event else None,
        date=event.date if event else None,
        when=event.when if event else None,
        due=_due(draft, found),
        mode=found.mode,
        status=found.status,
        topics=event.topics if event and joint else (),
        history=() if found.status == "open" else (settled,),
        evidence=(words, told),
    )


def _parties(draft: Draft, found: Found, event: Event | None, *, joint: bool) -> list[str]:
    """Who is bound: those named as undertaking it; where these are only « les parties », those of
    the meeting; where nobody is named, whoever the statement is credited to. A person whose state
    the report does not tell stands for themselves until the record knows it."""
    actors = [actor for token in found.who for actor, _ in actors_in(draft, token)]
    parties = [party_of(draft, actor) or actor for actor in actors]
    if event is not None and joint and len(set(parties)) < 2:
        parties = [*parties, *event.parties]
    if not parties and not joint:
        speakers = [
            statement.speaker
            for statement in draft.statements
            if statement.speaker
            and any(s.start < found.end and found.start < s.end for s in statement.evidence)
        ]
        parties = [party_of(draft, speaker) or speaker for speaker in speakers]
    return list(dict.fromkeys(parties))


def _made_at(draft: Draft, found: Found, *, joint: bool) -> Event | None:
    """The meeting or call at which it was undertaken: told in the same sentence, else the last one
    told shortly before it, where parties together undertake it."""
    kinds = MADE_AT if joint else MADE_AT | ALONE
    sentence = found.trigger.sent
    best: tuple[int, Event] | None = None
    for event in draft.events:
        if event.kind not in kinds or event.status not in ("occurred", "ongoing"):
            continue
        for mention in event.mentions:
            if sentence.start_char <= mention.start < sentence.end_char:
                if not found.start <= mention.start < found.end:
                    return event
            elif 0 < sentence.start_char - mention.start < NEAR and (
                best is None or mention.start > best[0]
            ):
                best = (mention.start, event)
    return best[1] if best is not None and joint else None


def _due(draft: Draft, found: Found) -> str | None:
    """The time by which, where the words of the undertaking tell one."""
    for date in draft.dates:
        if found.start <= date.span.start < found.end and date.kind == "date" and date.value:
            return date.value
    return None
