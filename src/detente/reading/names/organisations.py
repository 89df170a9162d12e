"""Bodies made actors: by their names, their nouns, their letters, and spoken of again."""

from __future__ import annotations

from detente.language.gazetteer import fold
from detente.reading.names import armed
from detente.reading.names.bodies import Body, is_tie
from detente.reading.names.cast import Part
from detente.reading.names.known import Hit
from detente.reading.names.stage import Stage


class Organisations:
    """Adds a report's bodies to its stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.letters: dict[str, Part] = {}
        self.by_first: dict[int, Part] = {}
        self._armed: list[Part] | None = None
        self._fighting: list[Part] = []
        """Bodies that the report tells to be armed movements."""

    def find(self) -> None:
        """Bodies in text order, so that a bare noun (« la cour ») finds the one named before."""
        stage = self.stage
        before: dict[str, Part] = {}
        self._acronyms()
        self._rebels()
        named = {body.first: body for body in stage.found_bodies}
        for n in sorted({*named, *(hit.first for hit in stage.hits.values())}):
            if n in stage.hits:
                if stage.hits[n].known.kind in ("body", "seat"):
                    before[stage.words[n].key] = self.known(stage.hits[n])
                continue
            if not self._apposed(named[n], named):
                self._add(named[n], before)

    def _apposed(self, body: Body, named: dict[int, Body]) -> bool:
        """« le mouvement rebelle malien » right before the name of the movement."""
        words, behind = self.stage.words, named.get(body.last + 1)
        common = words[body.head].key in self.stage.lang.words("movements")
        if behind is None or not common or body.head == body.last or words[body.head].cap:
            return False
        return words[behind.first].cap and not words[behind.first].breaks

    def _add(self, body: Body, before: dict[str, Part]) -> None:
        words = self.stage.words
        key = words[body.head].key
        same = self._its_own(body)
        if same is not None:
            before[key] = same
            self.stage.bodies[body.first] = (body.last, same.country, same.name)
            self.stage.mention(
                body.first, body.last, (same,), "name", layer=1, head=words[body.head].i
            )
            return
        tied = body.last + 1 < len(words) and is_tie(words[body.last + 1], self.stage.lang)
        alone = not body.sure and body.head == body.last and not tied
        if alone and key in before:
            parts: tuple[Part, ...] = (before[key],)
        elif body.bare:
            return
        else:
            parts = self._parts(body)
        if body.sure:
            before[key] = parts[0]
            parts[0].rebel = parts[0].rebel or armed.plain(words, body, self.stage.lang)
        country = parts[0].country if len(parts) == 1 else None
        self.stage.bodies[body.first] = (body.last, country, parts[0].name)
        self.stage.mention(body.first, body.last, parts, "name", layer=1, head=words[body.head].i)

    def _its_own(self, body: Body) -> Part | None:
        """« la guérilla de l'ELN » is the ELN, and « la guérilla » alone the one armed movement
        that the report speaks of."""
        words, lang, hits = self.stage.words, self.stage.lang, self.stage.hits
        if words[body.head].key not in lang.words("movements") or body.shared:
            return None
        n = body.last
        if n + 1 in hits and n + 1 not in self.stage.names and n > body.head:
            n += not words[n + 1].breaks  # « le mouvement chiite libanais Hezbollah »
        if n in hits and n > body.head:
            hit = hits[n]
            between = words[body.head + 1 : hit.first]
            plain = all(w.key in lang.OF_THE or w.people for w in between)
            return self.known(hit) if plain and hit.known.kind == "body" else None
        alone = body.head == body.last or all(
            w.people or w.key in lang.words("armed_adjectives")
            for w in words[body.head + 1 : body.last + 1]
        )
        part = self.armed() if alone else None
        after = words[body.last + 1].key if body.last + 1 < len(words) else ""
        if part is None or after in lang.OF:
            return None
        definite = body.first > 0 and words[body.first - 1].key in lang.THE_ONE
        strong = words[body.head].key in lang.words("movements_alone")
        if not definite or not strong:
            return None
        part.country = part.country or body.country
        return part if body.country in (None, part.country) else None

    def _rebels(self) -> None:
        """Bodies called armed where they stand: « les rebelles du Front X », « X (rébellion) »."""
        stage, words, lang = self.stage, self.stage.words, self.stage.lang
        if not armed.any_in(words, lang):
            return
        for body in stage.found_bodies:
            if body.sure and not body.shared and words[body.first].cap:
                state = armed.told(words, body.first, body.last, lang)
                if state is not None:
                    self._fights(self._parts(body)[0], state)
        for hit in {hit.first: hit for hit in stage.hits.values()}.values():
            if hit.known.kind == "body" and not hit.known.press:
                state = armed.told(words, hit.first, hit.last, lang)
                if state is not None:
                    self._fights(self.known(hit), state)

    def _fights(self, part: Part, state: str) -> None:
        part.country = part.country or state or None
        if part not in self._fighting:
            self._fighting.append(part)

    def armed(self) -> Part | None:
        """The one armed movement of a report, where it names no other."""
        found = self.movements()
        return found[0] if len(found) == 1 else None

    def movements(self) -> list[Part]:
        """The armed movements that a report names."""
        if self._armed is None:
            named = self.stage.lang.words("armed_bodies")
            found = {
                fold(hit.known.name): hit
                for hit in self.stage.hits.values()
                if hit.known.kind == "body" and fold(hit.known.name) in named
            }
            self._armed = [self.known(hit) for hit in found.values()]
            self._armed += [part for part in self._fighting if part not in self._armed]
        return self._armed

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
            word = stage.words[n]
            state = word.people.states[0]
            found.append(stage.cast.named("organisation", f"{base} {word.text}", state))
        return tuple(found)

    def known(self, hit: Hit) -> Part:
        """The body that a known name stands for."""
        name, label, country = hit.known, hit.known.name, hit.known.country
        behind = self.stage.words[hit.last + 1 : hit.last + 2]
        people = behind[0].people if behind and not behind[0].breaks else None
        if people and country and len(people.states) == 1 and country not in people.states:
            label, country = (
                f"{label} {behind[0].text}",
                people.states[0],
            )  # « talibans pakistanais »
        part = self.stage.cast.named("organisation", label, country)
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
            agency = words[body.head].key in stage.lang.words("press_heads")
            if words[n].breaks or (hit is not None and hit.known.press and not agency):
                continue  # a headline, and the agency of the dispatch
            if hit is not None and hit.known.kind == "body":
                part = self.known(hit)
                part.call(stage.said(body.first, body.last))
                self.by_first[body.first] = part
            elif words[n + 1].upper:
                self.letters[words[n + 1].text] = self._parts(body)[0]

    def eponymous(self) -> None:
        """« l'administration X », « le régime X »: a body called after the person who leads it, of
        the same state."""
        stage, words = self.stage, self.stage.words
        led = stage.lang.words("led_bodies")
        if all(word.key not in led for word in words):
            return
        at = {w.i: w.n for w in words}
        made = [m for _, m in stage.made if m.form == "name"]
        nouns = {m.first: m for m in made if m.first == m.last}
        for name in made:
            n = at[name.first]
            leader = stage.cast.parts[name.actors[0]]
            if leader.kind != "person" or not n or words[n - 1].cap != words[n - 1].initial:
                continue
            noun = words[n - 1]
            if noun.key not in led or words[n].breaks:
                continue
            if name.first != name.last and n > 1 and words[n - 2].key in stage.lang.OF:
                continue  # « le chef du gouvernement Jean X », « les chefs de gouvernement … »
            part = stage.cast.named(
                "organisation", stage.said(n - 1, at[name.last]), leader.country
            )
            part.inferred = leader.inferred
            mention = nouns.get(noun.i)
            if mention is None:
                stage.mention(n - 1, n - 1, (part,), "name", layer=1)
                continue
            part.evidence.append(stage.draft.tokens_span(noun.i, name.last))
            for old in (stage.cast.parts[a] for a in mention.actors):
                old.evidence = [span for span in old.evidence if span.start != mention.start]
            mention.actors = (part.id,)

    def spelled(self) -> None:
        """The letters of bodies, wherever they stand."""
        stage = self.stage
        for n, word in enumerate(stage.words) if self.letters else ():
            part = self.letters.get(word.text)
            if part is not None and n not in stage.names:
                part.call(word.text)
                stage.mention(n, n, (part,), "name", layer=2)
                stage.letters[n] = part
