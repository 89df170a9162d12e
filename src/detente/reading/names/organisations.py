"""Bodies made actors: by their names, their nouns, their letters, and spoken of again."""

from __future__ import annotations

from detente.reading.names.bodies import Body
from detente.reading.names.cast import Part
from detente.reading.names.known import Hit
from detente.reading.names.stage import Stage


class Organisations:
    """Adds a report's bodies to its stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.letters: dict[str, Part] = {}
        self.by_first: dict[int, Part] = {}

    def find(self) -> None:
        """Bodies in text order, so that a bare noun (« la cour ») finds the one named before."""
        stage = self.stage
        before: dict[str, Part] = {}
        self._acronyms()
        named = {body.first: body for body in stage.found_bodies}
        for n in sorted({*named, *(hit.first for hit in stage.hits.values())}):
            if n in stage.hits:
                if stage.hits[n].known.kind in ("body", "seat"):
                    before[stage.words[n].key] = self.known(stage.hits[n])
                continue
            self._add(named[n], before)

    def _add(self, body: Body, before: dict[str, Part]) -> None:
        words = self.stage.words
        key = words[body.head].key
        after = words[body.last + 1].text.lower() if body.last + 1 < len(words) else ""
        alone = not body.sure and body.head == body.last and after not in ("à", "de", "du", "des")
        if alone and key in before:
            parts: tuple[Part, ...] = (before[key],)
        elif body.bare:
            return
        else:
            parts = self._parts(body)
        if body.sure:
            before[key] = parts[0]
        country = parts[0].country if len(parts) == 1 else None
        self.stage.bodies[body.first] = (body.last, country, parts[0].name)
        self.stage.mention(body.first, body.last, parts, "name", layer=1, head=words[body.head].i)

    def _parts(self, body: Body) -> tuple[Part, ...]:
        stage = self.stage
        if body.first in self.by_first:
            return (self.by_first[body.first],)
        if not body.shared:
            name = stage.said(body.first, body.last)
            return (stage.cast.named("organisation", name, body.country),)
        base = stage.said(body.first, body.shared[0] - 1)
        found: list[Part] = []
        for n in body.shared:
            word = stage.words[n].text
            state = stage.lang.people(word).states[0]
            found.append(stage.cast.named("organisation", f"{base} {word}", state))
        return tuple(found)

    def known(self, hit: Hit) -> Part:
        """The body that a known name stands for."""
        name = hit.known
        part = self.stage.cast.named("organisation", name.name, name.country)
        part.press, part.plural = name.press, name.plural
        return part

    def _acronyms(self) -> None:
        """« Front de X (FDX) »: the letters stand for the body wherever the report has them; where
        the letters are known, the body is the one they are known for."""
        stage, words = self.stage, self.stage.words
        for body in stage.found_bodies:
            n = body.last + 1
            if n + 2 >= len(words) or words[n].text != "(" or body.shared or body.bare:
                continue
            if words[n + 2].text not in "),;" or not words[n + 1].text.isalpha():
                continue
            hit = stage.hits.get(n + 1)
            if hit is not None and hit.known.kind == "body":
                part = self.known(hit)
                part.call(stage.said(body.first, body.last))
                self.by_first[body.first] = part
            elif words[n + 1].upper:
                self.letters[words[n + 1].text] = self._parts(body)[0]

    def spelled(self) -> None:
        """The letters of bodies, wherever they stand."""
        stage = self.stage
        for n, word in enumerate(stage.words):
            part = self.letters.get(word.text)
            if part is not None and n not in stage.names:
                part.call(word.text)
                stage.mention(n, n, (part,), "name", layer=2)
