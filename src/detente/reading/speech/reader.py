"""One walk through a report, sentence by sentence, that makes its statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.speech import dialogue, leads, position
from detente.reading.speech.direct import Said, counts, cue_of, word_count
from detente.reading.speech.genders import gender
from detente.reading.speech.incises import Wedged, incise_within
from detente.reading.speech.indirect import reported
from detente.reading.speech.making import Found, repeated, statement, words_of
from detente.reading.speech.marks import brings_in
from detente.reading.speech.nested import Reported, holds
from detente.reading.speech.scene import lay_out
from detente.reading.speech.speakers import Speakers

if TYPE_CHECKING:
    from detente.language.doc import Token
    from detente.model import Statement
    from detente.reading.draft import Draft
    from detente.reading.speech.cues import Cue
    from detente.reading.speech.hosts import Host
    from detente.reading.speech.marks import Quote

SAYING = frozenset({"say", "voice", "write"})
"""Families whose verb and a colon bring in words."""
FULL = 6
"""Words from which a quotation is speech that may go on, rather than a phrase picked out of it."""
CARRY = 2
"""Sentences without speech over which a speaker is carried to a quotation that has no cue."""


class Reader:
    """Reads the statements of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.words = draft.pack.module("speech").lexicon()
        self.speakers = Speakers(draft, self.words)
        self.scene = lay_out(draft, self.words, self.speakers)
        self.turns = dialogue.turns(draft.article.text, self.words.answers)
        self.found: list[Found] = []
        self.of_cue: dict[Cue, str | None] = {}
        self.direct: tuple[int, str] | None = None
        """Host and speaker of the last quotation of a whole sentence."""
        self.read_to = 0
        """The character to which words without marks have been read."""
        self.incise: tuple[int, str] | None = None
        """Host and speaker of the last quotation, of any length, that an incise follows."""

    def statements(self) -> list[Statement]:
        for n, host in enumerate(self.scene.hosts):
            turn = dialogue.in_turn(self.turns, host.start)
            if turn is not None and turn.question:
                continue
            if host.start < self.read_to or (turn is None and self._unmarked(n, host)):
                continue
            self._resolve(n)
            if turn is None or turn.dash or turn.label:
                self._quotations(n, host, in_dialogue=turn is not None)
            self._reported(n, host)
            self._announced(n, host)
        self._turns()
        return [statement(self.scene, f"s{i}", f) for i, f in enumerate(self._kept(), 1)]

    # ------------------------------------------------------------ quotations

    def _quotations(self, n: int, host: Host, in_dialogue: bool) -> None:
        previous: Found | None = None
        for quote in host.quotes:
            wedged: Wedged | None = None
            if in_dialogue and quote.opened and quote.closed:
                continue
            if self.scene.is_stray(quote) or self._names_speaker(n, quote):
                continue
            said = cue_of(self.scene, host, self.scene.cues[n], quote)
            if said is None and (wedged := incise_within(self.scene, quote, self.speakers)):
                self.of_cue[wedged.cue] = self.speakers.of(wedged.cue.clitic or wedged.cue.subject)
                said = Said(quote, "beside", wedged.cue)
            if said is not None and not counts(self.scene, said):
                continue
            speaker = self._speaker(said, n, host, quote)
            if speaker is None:
                continue
            parts = [(quote.inner_start, quote.inner_end)]
            if wedged is not None and said is not None and said.cue is wedged.cue:
                parts = wedged.parts
            cue = said.cue if said else None
            if previous and self._continues(previous, quote, speaker, cue):
                previous.parts += parts
                continue
            previous = Found(
                speaker,
                parts,
                "dialogue" if in_dialogue else "direct",
                cue,
                position.act_of(cue),
                n,
            )
            self.found.append(previous)
            words = quote.words(self.scene.text)
            beside = said is not None and said.tie == "beside" and words[:1].isupper()
            full = beside or word_count(words) >= FULL
            if full:
                self.direct = (n, speaker)
            if said is not None and said.tie == "beside" and cue is not None and cue.inverted:
                self.incise = (n, speaker)
            aside = cue is not None and cue.token.dep_ in ("acl:relcl", "acl", "advcl")
            if full or not aside:
                self.speakers.spoke(speaker, quote.end, full)

    def _names_speaker(self, n: int, quote: Quote) -> bool:
        """Whether a quotation is the title of who speaks: « selon la « Déclaration de Lima » »."""
        return any(
            cue.subject is not None and quote.start <= cue.subject.idx < quote.end
            for cue in self.scene.cues[n]
            if cue.mode == "phrase"
        )

    def _speaker(self, said: Said | None, n: int, host: Host, quote: Quote) -> str | None:
        if said is not None and said.cue is not None:
            if said.cue.loose and not self.speakers.surely_speaks(said.cue.subject):
                return None
            return self.of_cue.get(said.cue)
        words = word_count(quote.words(self.scene.text))
        if words < 3:
            return None
        return (
            leads.begun_outside(self.scene, self.speakers, quote)
            or self._led_up_to(n, host, quote)
            or self._carried(n, host, quote)
        )

    def _resolve(self, n: int) -> None:
        """Settles who speaks at each cue of a sentence, in order, before any of its statements does."""
        last, last_at = self.speakers.last, self.speakers.last_at
        for cue in self.scene.cues[n]:
            word = cue.clitic if cue.clitic is not None else cue.subject
            self.speakers.barred = (
                leads.named_in_words(self.scene, cue, n) if cue.clitic else frozenset()
            )
            speaker = (cue.clitic and self._credited(cue, n)) or self.speakers.of(word)
            if speaker is None and self.speakers.barred:
                self.speakers.barred = frozenset()  # « Que fait X ? », railla-t-il: nobody else
                speaker = self.speakers.of(word)
            if speaker is None and word is None and leads.goes_on(self.scene, cue, n):
                speaker = leads.before(self.scene, self.speakers, self.of_cue, n)
            self.of_cue[cue] = speaker
            if speaker and cue.token.dep_ in ("ROOT", "conj", "parataxis", "parataxis:insert"):
                self.speakers.last, self.speakers.last_at = speaker, cue.end
        self.speakers.last, self.speakers.last_at = last, last_at
        self.speakers.barred = frozenset()

    def _credited(self, cue: Cue, n: int) -> str | None:
        """« Selon X, « … », a-t-il expliqué »: the same X."""
        for other in self.scene.cues[n]:
            if other is cue or other.mode != "phrase" or other.loose or cue.clitic is None:
                continue
            speaker = self.of_cue.get(other)
            wanted = gender(cue.clitic)
            if speaker and wanted and other.start < cue.start:
                known = self.draft.actors[speaker].kind == "person"
                return speaker if known and self.speakers.agrees(speaker, wanted) else None
        return None

    def _announced(self, n: int, host: Host) -> None:
        """« La police a confirmé la mort de X. »: no statement, but who said so goes on speaking."""
        if any(found.host == n for found in self.found[-len(self.scene.cues[n]) :]):
            return
        for cue in self.scene.cues[n]:
            told = cue.mode == "finite" and not cue.negated and cue.token.dep_ == "ROOT"
            speaker = self.of_cue.get(cue) if told and "say" in cue.families() else None
            if speaker and not self.scene.is_outlet(cue.subject):
                self.speakers.spoke(speaker, cue.end)

    def _led_up_to(self, n: int, host: Host, quote: Quote) -> str | None:
        """« La réponse de X : « … » », « X : « … » », or a sentence before it that ends in a colon."""
        before = self.scene.text[host.start : quote.start].strip()
        if before.endswith(":"):
            return leads.named_in(self.scene, self.speakers, host.start, quote.start)
        if before or not n:
            return None
        last = self.scene.hosts[n - 1]
        if self.scene.text[last.start : last.end].rstrip().endswith(":"):
            cues = [
                c for c in self.scene.cues[n - 1] if c.subject is not None or c.clitic is not None
            ]
            if cues and (found := self.of_cue.get(cues[-1])):
                return found
            return leads.named_in(self.scene, self.speakers, last.start, last.end)
        return None

    def _carried(self, n: int, host: Host, quote: Quote) -> str | None:
        """A sentence that is all quotation goes on from the speech before it."""
        text = self.scene.text
        outside = host.bare(text).replace("\0", "")
        if word_count(outside) > 1 and not leads.all_but_quoted(self.scene, host, quote):
            return None
        near = n > 0 and self.scene.hosts[n - 1].paragraph == host.paragraph
        if near and self.incise and self.incise[0] == n - 1:
            return self.incise[1]
        if near and (agent := self._greeted_by(n - 1)):
            return agent
        if near and not self.scene.hosts[n - 1].quotes:
            subject = leads.subject_person(self.scene, self.speakers, self.scene.hosts[n - 1])
            if subject and self.draft.actors[subject].kind == "person":
                return subject
        if self.direct and (n - self.direct[0] <= CARRY or not quote.opened):
            return self.direct[1]
        if n and quote.closed:
            last = self.scene.hosts[n - 1]
            if not last.quotes and host.paragraph - last.paragraph <= 1:
                return leads.subject_person(self.scene, self.speakers, last)
        return None

    def _greeted_by(self, n: int) -> str | None:
        """« Son retour a été salué par X. « … » »: whose words the next sentence is."""
        for cue in self.scene.cues[n]:
            if cue.mode == "passive" and cue.subject is not None and cue.token.dep_ == "ROOT":
                return self.of_cue.get(cue)
        return None

    def _unmarked(self, n: int, host: Host) -> bool:
        """« X a lancé: », and the words on a line of their own, without marks; whether it is so."""
        before = self.scene.hosts[n - 1] if n else None
        text = self.scene.text
        if before is None or host.quotes or before.paragraph == host.paragraph:
            return False
        if not text[host.start].isupper():
            return False
        for cue in reversed(self.scene.cues[n - 1]):
            if not brings_in(text[cue.end : before.end]):
                return False
            if cue.mode == "finite" and not cue.negated and cue.families() & SAYING:
                end = text.find("\n", host.end)
                part = (host.start, end if end >= 0 else len(text))
                marked = '"' in text[slice(*part)] or "«" in text[slice(*part)]
                if marked or not (speaker := self.of_cue.get(cue)):
                    return False
                act = position.act_of(cue)
                self.found.append(Found(speaker, [part], "direct", cue, act, n - 1))
                self.speakers.spoke(speaker, part[1], True)
                self.read_to = part[1]
                return True
        return False

    def _continues(self, previous: Found, quote: Quote, speaker: str, cue: Cue | None) -> bool:
        """Whether a quotation goes on with the one before it, past an incise: « A, dit-il, b. »"""
        if previous.speaker != speaker or previous.cue is None or cue is None:
            return False
        if previous.cue is not cue or not cue.inverted:
            return False
        gap = self.scene.text[previous.parts[-1][1] : quote.start]
        if any(cue.end < c.start < quote.start for c in self.scene.cues[previous.host]):
            return False
        first = self.scene.text[quote.inner_start : quote.inner_start + 1]
        between = previous.parts[-1][1] <= cue.start < quote.start
        return between and (gap.rstrip().endswith(",") or first.islower())

    # ------------------------------------------------------------ reported speech

    def _reported(self, n: int, host: Host) -> None:
        told: list[Reported] = []
        for item in reported(self.scene, host, self.scene.cues[n]):
            if any(holds(outer, item) for outer in told):
                continue
            if item.cue.loose and not self.speakers.surely_speaks(item.cue.subject):
                continue
            if self._quoted(item, host):
                continue
            first, last = self.scene.tokens(item.start, item.end)
            tokens = [
                self.draft.doc[i] for i in range(first, last + 1) if not self.draft.doc[i].is_space
            ]
            if word_count(self.scene.text[item.start : item.end]) < 3:
                continue
            word = item.cue.clitic if item.cue.clitic is not None else item.cue.subject
            if not self.speakers.can_speak(word):
                continue
            if (
                item.cue.mode == "phrase"
                and word is not None
                and word.lemma_ in self.words.treaties
            ):
                continue  # « selon l'accord, … »: nobody says it
            if position.thought(item.cue, self.words.thoughts):
                continue
            if not (
                position.carries(tokens, item.family, self.words) or self._disputed(item, tokens)
            ):
                # « …, a-t-elle ajouté » goes on from here
                speaker = self.of_cue.get(item.cue)
                if speaker and item.frame in ("that", "free") and not self.scene.is_outlet(word):
                    self.speakers.spoke(speaker, item.end)
                continue
            if item.frame == "np" and word is not None and word.lemma_.lower() in self.words.voting:
                continue  # « le Parlement a approuvé l'accord » is a vote
            offered = item.frame == "np" and item.family.name == "offer"
            if offered and (item.cue.mode != "finite" or not self.speakers.surely_speaks(word)):
                continue
            speaker = self.of_cue.get(item.cue)
            if speaker is None:
                continue
            told.append(item)
            self.found.append(
                Found(
                    speaker,
                    [(item.start, item.end)],
                    "indirect",
                    item.cue,
                    position.act_of(item.cue, item.frame),
                    n,
                )
            )
            self.speakers.spoke(speaker, item.end)

    def _disputed(self, item: Reported, words: list[Token]) -> bool:
        """Whether a party claims or denies the reported facts, or lays them on another party."""
        word = item.cue.clitic if item.cue.clitic is not None else item.cue.subject
        if word is None or word.lemma_.lower() in self.words.mute | self.words.onlookers:
            return False
        lemmas = {" ".join((verb.lemma, *verb.rest)) for verb in item.cue.verbs}
        if lemmas & self.words.claims and item.frame != "free":
            return self.speakers.surely_speaks(word)
        if item.frame == "that" and lemmas & self.words.announcing:
            own = position.of_their_own(words, self.words)
            if own and self.speakers.surely_speaks(word):
                return True
        return position.lays_on_another(
            words, self.of_cue.get(item.cue), self.draft, self.words
        ) and self.speakers.surely_speaks(word)

    def _quoted(self, item: Reported, host: Host) -> bool:
        """Whether the reported words are quoted for a good part, and so are statements already."""
        inside = [q for q in host.quotes if q.start >= item.start and q.end <= item.end + 2]
        quoted = sum(word_count(q.words(self.scene.text)) for q in inside)
        longest = max((word_count(q.words(self.scene.text)) for q in inside), default=0)
        whole = word_count(self.scene.text[item.start : item.end])
        if item.frame in ("np", "noun") and inside and whole - quoted <= 2:
            return True
        share = 0.0 if item.frame in ("free", "np", "noun") else 0.3
        return bool(inside) and longest >= 3 and quoted >= share * whole

    # ------------------------------------------------------------ dialogue

    def _turns(self) -> None:
        """The answers of an interview, each by the one last named in or before it."""
        speaker: str | None = None
        for turn in self.turns:
            if turn.question:
                continue
            start, end = turn.parts[0][0], turn.parts[-1][1]
            inside = [f for f in self.found if start <= f.parts[0][0] < end]
            if named := [f for f in inside if f.kind == "dialogue"]:
                speaker = named[0].speaker
                continue
            if turn.label:
                speaker = dialogue.by_name(self.draft, turn.label) or speaker
            speaker = speaker or dialogue.interviewee(self.draft, start)
            if speaker is not None:
                self.found.append(Found(speaker, list(turn.parts), "dialogue"))

    # ------------------------------------------------------------ in the end

    def _kept(self) -> list[Found]:
        """All but repetitions of the same words and parts of a longer statement, in order."""
        text = self.scene.text
        kept: list[Found] = []
        said: set[tuple[str, str]] = set()
        for found in sorted(self.found, key=lambda f: (f.parts[0][0], -f.parts[-1][1])):
            words = words_of(self.scene, found)
            if not word_count(words) or (words, found.speaker) in said:
                continue
            if found.cue is None and repeated(self.scene, found, words, self.found):
                continue
            within = any(
                k.parts[0][0] <= found.parts[0][0]
                and found.parts[-1][1] <= k.parts[-1][1]
                and k.kind != "dialogue"
                and k.speaker == found.speaker
                and (word_count(words) < 3 or found.kind == "indirect")
                for k in kept
            )
            if not within and text:
                kept.append(found)
                said.add((words, found.speaker))
        return kept
