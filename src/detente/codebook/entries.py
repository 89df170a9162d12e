"""The entries of the codebook as frozen structs: kinds with their frames and examples, and topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from detente.model import Plover, Status


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all entries: immutable, and a key that nobody knows is an error."""


class Frame(Entry, frozen=True):
    """How one word tells of a kind: who stands where, and what must stand there.

    A slot is `subject`, `object`, `adjective` (of nationality), `possessive`, or a preposition
    (`de`, `à`, `avec`, `contre`, `entre`, `par`…). `slots` says which part an actor in it takes:
    `participant`, `doer`, `target`, `released`, `by`, `to`, `host`, `speaker`, `mediator`, `head`,
    `place` (a destination, which is also a party), or `none`.
    """

    lemma: str
    participle: str | None = None
    """Masculine singular past participle of a verb, where it is not regular."""
    reflexive: Literal["not", "may", "must"] = "not"
    """Whether the verb may or must stand with « se »."""
    fixed: str | None = None
    """Words that must follow at once (« en garde » of « mettre en garde »), in small letters."""
    slots: Mapping[str, str] = {}
    needs: Mapping[str, tuple[str, ...]] = {}
    """Slot to classes (`classes.yaml`) or lemmas, one of which must fill it. `actor` is anyone
    that the reader knows: a name, a state, a body, a people."""
    avoid: Mapping[str, tuple[str, ...]] = {}
    """Slot to classes or lemmas that make it something else (« rencontrer un succès »)."""
    near: tuple[str, ...] = ()
    """Lemmas or classes one of which must stand in the clause (« téléphone » for a call)."""
    far: tuple[str, ...] = ()
    """Lemmas none of which may stand in the clause."""
    voice: Literal["any", "active", "passive"] = "any"
    status: Status | None = None
    """The status that the word itself brings (« a reporté sa visite »: `planned`)."""
    generic: bool = False
    """The word has many meanings: it never opens an event, it only continues one."""


class Words(Entry, frozen=True):
    """The words of one language that tell of a kind."""

    verbs: tuple[Frame, ...] = ()
    nouns: tuple[Frame, ...] = ()
    never: tuple[str, ...] = ()
    """Turns of phrase in which the words are something else, as regular expressions over the text
    in small letters; a trigger inside a match is none."""


class Example(Entry, frozen=True):
    """One or more sentences and what a reader has to make of them."""

    say: str
    status: Status | None = None
    parties: tuple[str, ...] | None = None
    people: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    venue: str | None = None
    duration: str | None = None
    released: tuple[Mapping[str, str | None], ...] = ()
    published: str = "2025-06-12"
    """A Thursday, unless the example says another day."""


class Examples(Entry, frozen=True):
    """`right`: the kind is told, with these values; `wrong`: no such event is told as a fact."""

    right: tuple[Example, ...] = ()
    wrong: tuple[Example, ...] = ()


class Scale(Entry, frozen=True):
    """Where a kind stands between conflict (-10) and cooperation (+10), and who says so."""

    value: float
    source: str


class Kind(Entry, frozen=True):
    """A kind of event. `cameo` is the nearest CAMEO code; `scale` its cooperation–conflict value."""

    kind: str
    definition: str
    plover: Plover
    scale: Scale
    cameo: str | None = None
    joint: bool = False
    """All who are named take part alike (talks), and nobody does it to anybody (expulsion)."""
    lasting: bool = False
    """It goes on after its start (detention, sanctions): « depuis 2021 » is when it began."""
    of_place: Literal["no", "doer", "target"] = "no"
    """The state where it is does it (an arrest, an election) or suffers it (an attack), where the
    report names no other."""
    words: Mapping[str, Words] = {}
    examples: Mapping[str, Examples] = {}


class Topic(Entry, frozen=True):
    """What an event or statement is about: words per language, as regular expressions."""

    topic: str
    definition: str
    words: Mapping[str, tuple[str, ...]] = {}


class Codebook(Entry, frozen=True):
    """Kinds and topics by name, and classes of words by language and name."""

    version: str
    kinds: Mapping[str, Kind]
    topics: Mapping[str, Topic]
    classes: Mapping[str, Mapping[str, frozenset[str]]]

    def frames(self, language: str) -> Iterator[tuple[Kind, str, Frame]]:
        """All frames of a language with their kind and `verb` or `noun`."""
        for kind in self.kinds.values():
            words = kind.words.get(language)
            if words:
                yield from ((kind, "verb", frame) for frame in words.verbs)
                yield from ((kind, "noun", frame) for frame in words.nouns)

    def words(self, language: str) -> frozenset[str]:
        """All lemmas that tell of some kind: a text that has none of them tells of nothing."""
        return frozenset(frame.lemma for _, _, frame in self.frames(language))
