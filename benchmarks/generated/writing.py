"""Reports in French: phrases filled with what happened, each piece of a sentence marked for what it is."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from benchmarks.generated.telling import Plan, Telling
from benchmarks.generated.truth import Happening, Promise
from benchmarks.generated.world import NUMBERS, Person, State, data
from detente.model import When

WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_TOKEN = re.compile(r"\[|\]|<|>|\{(\w+)\}|[^\[\]<>{}]+")

Mark = tuple[str, Any, int, int]
"""What a piece is (`trigger`, `when`, `state`, `group`, `person`, `post`, `city`, `promise`), its
value, and its offsets in the sentence."""
Pieces = list[tuple[str, tuple[str, Any] | None]]


@dataclass(eq=False)
class Sentence:
    """A sentence and what it tells, if anything."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    telling: Telling | None = None
    promise: tuple[Promise, str] | None = None
    speaker: Person | None = None
    quote: str | None = None


class Writer:
    """Words one report. The spellings of its names are its own, and kept to."""

    def __init__(self, rng: random.Random, plan: Plan) -> None:
        self._rng = rng
        self._plan = plan
        self._spelled: dict[int, str] = {}
        self._known: set[int] = set()

    def sentences(self) -> list[list[Sentence]]:
        """The headline, then the paragraphs, each a list of sentences."""
        plan, lead = self._plan, self._plan.lead
        found = []
        if lead.manner != "denial":
            found.append([self._telling(lead, self._phrase(lead, "headline"))])
            self._known.clear()
        else:
            found.append([Sentence(f"{lead.as_told.a.seat} et {lead.as_told.b.seat} en désaccord")])
        first = self._telling(lead, lead.template or self._phrase(lead, lead.manner))
        again = [t for t in plan.others if t.manner == "again"]
        found.append(
            [first, *(self._telling(t, t.template or self._phrase(t, "again")) for t in again)]
        )
        found += [[self._promised(*promise)] for promise in plan.promises]
        if self._rng.random() < 0.6:
            found.append([self._quoted(lead.as_told)])
        back = [t for t in plan.others if t.manner == "background"]
        found += [[self._telling(t, self._phrase(t, "background"))] for t in back]
        filler = self._rng.sample(data("phrases")["filler"], self._rng.randint(2, 5))
        found.insert(2, [Sentence(words) for words in filler[:2]])
        found += [[Sentence(words)] for words in filler[2:]]
        return found

    # ------------------------------------------------------------ sentences

    def _phrase(self, telling: Telling, manner: str) -> str:
        kind = telling.event.kind
        words = data("phrases")[kind]
        if manner not in words:  # a round is referred to as talks are
            words = data("phrases")["talks"]
        return str(self._rng.choice(words[manner]))

    def _telling(self, telling: Telling, template: str) -> Sentence:
        text, marks = self._fill(template, telling.as_told, telling)
        return Sentence(text, marks, telling)

    def _promised(self, promise: Promise, key: str) -> Sentence:
        text, marks = self._fill(promise.spec[key], promise.made_at, None)
        return Sentence(text, marks, promise=(promise, key))

    def _quoted(self, event: Happening) -> Sentence:
        speaker = self._rng.choice([event.p, event.q])
        words = self._rng.choice(data("phrases")["quotes"])
        said = self._rng.choice(data("phrases")["said"])
        if speaker is None:
            return Sentence("Aucun commentaire n'a été fait.")
        text, marks = self._fill(f"« {words} », {said}.", event, None, speaker)
        return Sentence(text, marks, speaker=speaker, quote=words)

    def _fill(
        self, template: str, event: Happening, telling: Telling | None, who: Person | None = None
    ) -> tuple[str, list[Mark]]:
        """A phrase with its slots filled, and its marks."""
        text, marks, opened = "", [], 0
        for token in _TOKEN.finditer(template):
            if token.group() in "[<":
                opened = len(text)
            elif token.group() in "]>":
                kind = "trigger" if token.group() == "]" else "promise"
                marks.append((kind, None, opened, len(text)))
            elif token.group(1) is None:
                text += token.group()
            else:
                for piece, mark in self._slot(token.group(1), event, telling, who):
                    if mark is not None:
                        marks.append((*mark, len(text), len(text) + len(piece)))
                    text += piece
        return text[0].upper() + text[1:], marks

    # ------------------------------------------------------------ slots

    def _slot(
        self, name: str, event: Happening, telling: Telling | None, who: Person | None
    ) -> Pieces:
        side, _, form = name.partition("_")
        if side in ("P", "Q", "W"):
            person = {"P": event.p, "Q": event.q, "W": who}[side]
            return self._person(person, form if name != "P_" else "comma") if person else []
        if side.lower() in ("a", "b"):
            return self._state(event.a if side.lower() == "a" else event.b, form)
        if name == "when":
            words, when = self._when(telling, event)
            return [(words, ("when", when))]
        if name == "city" and event.city:
            return [(event.city[0], ("city", event.city))]
        if name in ("expelled", "punished"):
            noun = "diplomates" if name == "expelled" else "responsables"
            return [(f"{self._word('n', event)} {noun} {event.b.mp}", ("group", event.b))]
        if side in ("to", "in"):
            state = event.b if form == "b" else event.a
            return [(state.after("à"), ("state", state))]
        if side in ("F", "G", "f", "g") or name in ("p_nat", "p_Nat", "q_nat"):
            return self._freed(name, event)
        return [(self._word(name, event), None)]

    def _word(self, name: str, event: Happening) -> str:
        topics: list[str] = data("world")["topics"][event.topic]
        topic = topics[event.first.day % len(topics)]
        article, _, rest = topic.partition(" ")
        of = {"le": f"du {rest}", "les": f"des {rest}"}.get(article, f"de {topic}")
        number = event.number or 0
        words: dict[str, str] = {
            "p_e": "e" if event.p and event.p.woman else "",
            "q_e": "e" if event.q and event.q.woman else "",
            "es": "es" if all(x and x.woman for x in (event.p, event.q)) else "s",
            "topic": topic,
            "topic_": topic,
            "is_topic": "ne sont" if article == "les" else "n'est",
            "of_topic": of,
            "on_topic": f"sur {topic}",
            "about": f"au sujet {of}",
            "n": NUMBERS[min(number, 16)] if number <= 16 else str(number),
            "k": NUMBERS[min(number, 16)] if number <= 16 else str(number),
            "hours": NUMBERS[2 + event.first.day % 7],
            "days": NUMBERS[(event.last - event.first).days + 1],
        }
        return words[name]

    def _state(self, state: State, form: str) -> Pieces:
        words = {
            "": state.name,
            "cap": state.seat,
            "m": state.m,
            "f": state.f,
            "mp": state.mp,
            "fp": state.fp,
            "people": state.mp[0].upper() + state.mp[1:],
        }[form]
        return [(words, ("state", state))]

    def _person(self, person: Person, form: str) -> Pieces:
        """Post and name the first time, then « M. Nom » or the name."""
        name = self._spelling(person)
        if form == "name" or not person.introduced:
            return [(name, ("person", person))]
        if id(person) in self._known and form in ("", "comma"):
            return [(name, ("person", person))]
        self._known.add(id(person))
        post = person.introduced
        if form in ("of", "to"):
            short = {"of": "du ", "to": "au "}[form]
            full = {"of": "de ", "to": "à "}[form]
            post = short + post[3:] if post.startswith("le ") else full + post
        if form == "comma" and self._rng.random() < 0.5:
            return [(post, ("post", person)), (", ", None), (name, ("person", person)), (",", None)]
        return [(post, ("post", person)), (" ", None), (name, ("person", person))]

    def _spelling(self, person: Person) -> str:
        if id(person) not in self._spelled:
            others = person.spellings[1:]
            other = others and self._rng.random() < 0.35
            self._spelled[id(person)] = self._rng.choice(others) if other else person.name
        return self._spelled[id(person)]

    def _freed(self, name: str, event: Happening) -> Pieces:
        person = event.freed[1 if name[0] in "GgQq" and len(event.freed) > 1 else 0]
        if name.endswith("_name"):
            return [(self._spelling(person), ("person", person))]
        if name.endswith("_e"):
            return [("e" if person.woman else "", None)]
        noun = person.state.f if person.woman else person.state.m
        noun = noun[0].upper() + noun[1:]
        article = "l'" if noun[0] in "AEÉIOU" else "la " if person.woman else "le "
        return [(article, None), (noun, ("state", person.state))]

    # ------------------------------------------------------------ time

    def _when(self, telling: Telling | None, event: Happening) -> tuple[str, When]:
        out, rng = self._plan.out, self._rng
        if telling is None:
            return _weekday(out, "past")
        if telling.manner == "background":
            return self._past(event)
        day = telling.day
        if telling.contradiction is not None and self._plan.dated:
            return _numbered(day, weekday=True)
        if not self._plan.dated or rng.random() < 0.75 or (out - day).days > 6:
            return _weekday(day, "past")
        if out == day and rng.random() < 0.4:
            words, when = _weekday(day, "past")
            return f"ce {words}", when
        return _numbered(day, weekday=True)

    def _past(self, event: Happening) -> tuple[str, When]:
        out, rng = self._plan.out, self._rng
        full = (out - event.first).days > 300 or out.year != event.first.year
        full = full or rng.random() < 0.25
        if event.first != event.last:
            return _interval(event.first, event.last, full)
        if 0 < (out - event.first).days <= 6 and self._plan.dated and rng.random() < 0.6:
            return _weekday(event.first, "past")
        words, when = _numbered(event.first, year=full)
        return f"le {words}", when


def _weekday(day: date, tense: Any) -> tuple[str, When]:
    when = When(anchor="published", unit="weekday", weekday=day.weekday(), tense=tense)
    return WEEKDAYS[day.weekday()], when


def _number(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _numbered(day: date, *, weekday: bool = False, year: bool = False) -> tuple[str, When]:
    words = f"{_number(day)} {MONTHS[day.month - 1]}"
    if weekday:
        words = f"{WEEKDAYS[day.weekday()]} {words}"
    if year:
        return f"{words} {day.year}", When(edtf=day.isoformat())
    when = When(
        anchor="published", day=day.day, month=day.month, tense="past",
        weekday=day.weekday() if weekday else None,
    )  # fmt: skip
    return words, when


def _interval(first: date, last: date, year: bool) -> tuple[str, When]:
    end, until = _numbered(last, year=year)
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    if year:
        when = When(edtf=first.isoformat(), until=until)
    else:
        when = When(anchor="published", day=first.day, month=first.month, tense="past", until=until)
    return f"du {_number(first)}{month} au {end}", when
