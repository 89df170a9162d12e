"""Which time belongs to which event: a date is the trigger's that it stands with, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

import msgspec

from detente import edtf
from detente.language.doc import Token
from detente.model import DateMention
from detente.reading.draft import Draft
from detente.reading.events.arcs import AUXILIARIES
from detente.reading.events.carriers import ends
from detente.reading.events.carrying import carried
from detente.reading.events.neighbours import day_beside, day_of_words
from detente.reading.events.nominal import ACTS, by_announcing, is_agreed_on
from detente.reading.events.owning import aside_verb, duration_owner, of_occasion, owner_of_date
from detente.reading.events.status import is_due, is_to_come
from detente.reading.events.syntax import (
    PAST,
    children,
    clause_of,
    feature,
    is_passive,
    is_verb,
    lemmas,
    tense,
)
from detente.reading.events.triggers import PACT, Trigger
from detente.reading.events.within import clause_verbs, gathered


@dataclass(slots=True)
class Times:
    """The dates and durations of a draft, each with the word that owns it."""

    draft: Draft
    owners: dict[int, list[DateMention]]
    durations: dict[int, list[DateMention]]

    def of(self, trigger: Trigger) -> DateMention | None:
        """The date of a trigger's event, or None where the report gives it none of its own."""
        beside = day_beside(self.draft, self.owners, trigger)
        if beside is not None:
            return beside
        words = self.draft.pack.module("frames")
        for token in (*_holders(trigger, words), *self._tellers(trigger)):
            due = lemmas(token) & words.SET_FOR  # « la rencontre prévue lundi a été annulée »
            told = (d if due else self._as_told(d, trigger) for d in self.owners.get(token.i, ()))
            found = [
                d
                for d in told
                if d is not None
                and _fits(d, trigger, words)
                and not self._of_plan(d, token, trigger)
            ]
            if found:
                return min(found, key=lambda d: (_vague(d), abs(d.span.start - trigger.token.idx)))
        return day_of_words(self.draft, self.owners, trigger)

    def _tellers(self, trigger: Trigger) -> Iterable[Token]:
        """« ont accepté une trêve, ont annoncé samedi X et Y »: what makes an act known that is done by
        being told; « a dit jeudi X, qui s'adressait à l'Assemblée »: what the clause is said of."""
        verb = trigger.light if trigger.nominal else trigger.token
        if verb is None or not is_verb(verb):
            return
        known = self.draft.pack.module("frames").MAKES_KNOWN
        if trigger.kind.kind in ACTS and tense(verb) in ("past", "present"):
            for child in verb.children:
                inserted = child.i > verb.i and child.dep_ in _INSERTED and lemmas(child) & known
                if inserted and _behind_comma(child):
                    yield child
        if verb.dep_ == "ccomp" and trigger.kind.kind in ACTS and tense(verb) in _AT_ONCE:
            yield from (
                t for t in (verb.head,) if lemmas(t) & known
            )  # « a annoncé mardi qu'il expulse »
        announced = verb.dep_ == "ccomp" and trigger.kind.kind in PACT and tense(verb) == "past"
        if announced and lemmas(verb.head) & self.draft.pack.module("frames").ANNOUNCES:
            yield verb.head  # « a annoncé lundi qu'un accord a été trouvé »
        words = self.draft.pack.module("frames")
        taken = words.DECISIONS | (words.COMMITMENTS if trigger.kind.kind in PACT else set())
        if verb.dep_ == "acl" and verb.head.dep_ == "obj" and lemmas(verb.head) & taken:
            yield verb.head.head  # « la veille, X avait pris la décision d'expulser Y »
        if verb.dep_ == "acl:relcl" and not trigger.nominal and tense(verb) == "imperfect":
            over = clause_of(verb.head)
            if is_verb(over) and tense(over) == "past":
                yield over

    def _as_told(self, date: DateMention, trigger: Trigger) -> DateMention | None:
        """A date that came out as one to come, beside a verb that tells what was done (« ont signé
        en juin »): the last such day; None where the words themselves are of the future."""
        day = self.draft.article.published.date
        verb = trigger.light if trigger.nominal else trigger.token
        if verb is None and trigger.token.dep_.startswith("nsubj"):
            verb = trigger.token.head  # « la signature, jeudi, d'un accord a été saluée »
        frames = self.draft.pack.module("frames")
        done = verb is not None and (
            tense(verb) in ("past", "pluperfect", "participle") or lemmas(verb) & frames.DATES_BACK
        )
        if not done or not day or not date.value or ".." in date.value or is_due(self.draft, date):
            return date
        if edtf.bounds(date.value)[0] <= edtf.bounds(day)[1]:
            return date
        if date.when.anchor != "published" or date.when.tense == "future":
            return None
        when = msgspec.structs.replace(date.when, tense="past")
        value = edtf.resolve(when, published=day)
        if value is None or edtf.bounds(value)[0] > edtf.bounds(day)[1]:
            return None
        return msgspec.structs.replace(date, when=when, value=value)

    def _of_plan(self, date: DateMention, holder: Token, trigger: Trigger) -> bool:
        """« ont convenu en mai de se réunir »: the time of the promise is not that of the thing."""
        words = self.draft.pack.module("frames")
        if trigger.nominal and trigger.light is None:  # « lors d'une visite »
            before = holder.idx < date.span.start < trigger.token.idx
            return before and is_verb(holder) and is_agreed_on(self.draft, trigger, words)
        verb = trigger.light if trigger.light is not None else trigger.token
        if verb.dep_ == "conj":  # « a demandé jeudi le départ de A et a rappelé B »
            return False
        if holder is trigger.light and lemmas(holder) & words.ANNOUNCES:
            plan = not by_announcing(trigger, words)
            return plan and not (is_due(self.draft, date) or is_to_come(self.draft, date))
        if lemmas(holder) & words.DECIDED and trigger.kind.kind in ACTS:  # decided is done
            return False
        truce = trigger.kind.kind == "ceasefire" and not trigger.nominal
        if truce and lemmas(holder) & words.COMMITS:  # « ont accepté mardi de cesser les combats »
            return False
        attitude = words.ATTITUDE
        effects = {attitude.get(word) for word in lemmas(holder)}
        between = holder.idx < date.span.start < verb.idx
        promised = bool(effects & {"planned", "proposed"}) and not is_passive(holder)
        return holder.i != verb.i and between and promised  # but « est attendu lundi à X »

    def duration(self, trigger: Trigger) -> DateMention | None:
        for token in (trigger.token, trigger.light, trigger.token.head, *trigger.held):
            if token is None:
                continue
            found = self.durations.get(token.i)
            if found and not (trigger.kind.joint and "Y" in (found[0].value or "")):
                return found[0]  # « après un siècle de négociations »: no meeting takes years
        return None


_AT_ONCE = frozenset({"imperfect", "present"})
_INSERTED = frozenset({"parataxis:insert", "parataxis", "conj"})


def _behind_comma(verb: Token) -> bool:
    """« …, ont annoncé samedi X et Y »: a clause right behind a comma, its subject behind its verb."""
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in AUXILIARIES)])
    return verb.doc[first - 1].text in (",", "»", '"') and not any(
        c.dep_.startswith("nsubj") and c.i < verb.i for c in verb.children
    )


def times_of(draft: Draft, triggers: Iterable[Trigger]) -> Times:
    """Gives every date of a draft to the one trigger or verb that it tells of."""
    triggers, frames = list(triggers), draft.pack.module("frames")
    nouns = {t.token.i: t for t in triggers if t.nominal}
    lasting = nouns | {h.i: t for t in triggers if not t.nominal for h in t.held}
    every = {t.token.i: t for t in triggers}
    owners: dict[int, list[DateMention]] = {}
    durations: dict[int, list[DateMention]] = {}
    for mention in draft.dates:
        words = draft.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if words is None or mention.kind == "set" or of_occasion(words, nouns):
            continue
        if mention.kind == "duration":
            owner = duration_owner(words, lasting, frames)
            if owner is not None:
                durations.setdefault(owner.i, []).append(mention)
            continue
        owner = aside_verb(words) or owner_of_date(words, every, mention, frames)
        if owner is not None:
            owners.setdefault(owner.i, []).append(mention)
    for root, mention in carried(draft, owners).items():
        owners.setdefault(root, []).append(mention)
    return Times(draft, owners, durations)


def to_be(draft: Draft, date: DateMention | None, verb: Token) -> DateMention | None:
    """The date of what is planned: a day of the month that the verb over it (« sont convenus d'une
    réunion le 4 novembre ») made one that is over, and that is nearer as one to come; a weekday of an
    infinitive under such a `verb` (« ont décidé de se rencontrer vendredi »)."""
    agreeing = draft.pack.module("frames").AGREEING
    decided = tense(verb) == "infinitive" and tense(clause_of(verb.head)) == "past"
    decided = decided or (bool(lemmas(verb) & agreeing) and tense(verb) in PAST)
    decided = decided or tense(verb) == "present"  # « entame dimanche une tournée »
    day = draft.article.published.date
    if date is None or not day or not date.value or ".." in date.value:
        return date
    decided = decided or is_due(draft, date)
    when = date.when
    numbered = when.direction == "nearest" and when.month
    weekday = decided and when.unit == "weekday" and when.tense != "future"
    if not (weekday or (numbered and when.tense == "past")):
        return date
    until = when.until and msgspec.structs.replace(when.until, tense="future")
    ahead = msgspec.structs.replace(when, tense="future", until=until)
    value = edtf.resolve(ahead, published=day)
    if value is None or ".." in value:
        return date
    out = edtf.bounds(day)[1]
    nearer = edtf.bounds(value)[0] - out < out - edtf.bounds(date.value)[1]
    if not nearer and not weekday:
        return date
    return msgspec.structs.replace(date, when=ahead, value=value)


def _holders(trigger: Trigger, words: ModuleType) -> Iterable[Token]:
    """The words whose dates are the trigger's, nearest first."""
    token, grammar = trigger.token, trigger.token.doc.grammar
    yield token
    yield from (t for t in trigger.held if lemmas(t) & words.SET_FOR)
    if trigger.light is not None:
        if not (trigger.kind.kind in PACT and trigger.happens and ends(trigger.light, words)):
            yield trigger.light  # not « la trêve a pris fin mardi »
        yield from trigger.held
        token = trigger.light
        if (
            trigger.nominal and token.head is trigger.token
        ):  # « lors d'une réunion organisée par X »
            yield from clause_verbs(trigger, words)
            return
    elif trigger.nominal:
        if trigger.kind.lasting and token.dep_ == "nsubj" and children(token.head, "cop"):
            yield token.head  # « une trêve est en vigueur depuis le 3 mai »
        if not any(tense(verb) in PAST for verb in trigger.held):
            yield from trigger.held
        yield from clause_verbs(trigger, words)
        return
    yield from trigger.held
    yield from gathered(token, words)
    if token.dep_ == "advcl" and token.i < token.head.i and trigger.kind.joint and _opens(token):
        yield token.head  # « Réunis à Genève, les délégués ont entamé lundi … »
        return
    where = token
    while where.dep_ == "xcomp" and is_verb(where.head):
        where = where.head
    if where.dep_ == "acl:relcl" and any(c.plain in grammar.where for c in where.children):
        over = clause_of(where.head)
        if tense(over) not in PAST or tense(token) in PAST:
            yield over
        return
    for _ in range(3):
        head = token.head
        if head.i == token.i or not is_verb(head):
            return
        gerund = token.dep_ == "advcl" and "Pres" in feature(token, "Tense")
        shares = token.dep_ == "conj" and _before_both(token) and _done(token) == _done(head)
        shares = shares and head.dep_ != "acl"  # « arrêté en mai et condamné à dix ans »
        if token.dep_ == "xcomp" or gerund or shares or _explains(token):
            yield head
            token = head
        else:
            return


def _opens(verb: Token) -> bool:
    """A bare participle at the head of its sentence."""
    return verb.i <= verb.sent.start + 1 and "Part" in feature(verb, "VerbForm")


def _done(verb: Token) -> bool:
    return tense(verb) in ("past", "pluperfect", "participle")


def _explains(token: Token) -> bool:
    """« a répondu jeudi: l'envoyé a été reçu »: what follows the colon is of the same day."""
    if token.dep_ not in ("parataxis", "conj", "ccomp"):
        return False
    first = min(t.i for t in token.subtree)
    colon = token.doc[first - 1].text == ":" or token.doc[first].text == ":"
    return (
        colon and token.head.i < first and all(tense(verb) in PAST for verb in (token, token.head))
    )


def _before_both(token: Token) -> bool:
    """A conjunct without subject shares the times of the first verb."""
    return not any(c.dep_ in ("nsubj", "nsubj:pass") for c in token.children)


def _fits(mention: DateMention, trigger: Trigger, words: ModuleType) -> bool:
    """Whether a date is the time of an event: a bound is none, but for what is to be done by it, or
    where what goes on began."""
    if mention.when.span == "until":
        return tense(trigger.verb) in ("future", "infinitive", "conditional")
    if mention.when.span != "since":
        return True
    if trigger.kind.lasting and tense(trigger.verb) == "past":
        return not _from_then_on(trigger.token, mention, words)
    if trigger.held and trigger.kind.kind == "talks" and "Plur" in feature(trigger.token, "Number"):
        return True  # « les conversations tenues depuis le 5 mars ont permis »
    going_on = ("present", "imperfect", *(("participle",) if trigger.nominal else ()))
    return trigger.kind.lasting or tense(trigger.verb) in going_on


def _from_then_on(token: Token, mention: DateMention, frames: ModuleType) -> bool:
    """« ont accepté une trêve à partir de lundi »: when it is to begin, not when it was accepted."""
    words = token.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    before = token.doc[max(words.start - 3, 0) : words.start] if words is not None else ()
    return any(t.plain in frames.FROM_THEN_ON for t in before)


def _vague(mention: DateMention) -> int:
    return {"day": 0, "weekday": 0, "week": 1, "month": 2, "season": 3, "year": 3, "decade": 4}.get(
        mention.when.unit or "", 0 if mention.value and len(mention.value) >= 10 else 2
    )
