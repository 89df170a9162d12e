"""Which armed movement « les rebelles du X », « les insurgés », « la rébellion » stand for."""

from __future__ import annotations

from detente.reading.names.cast import Part
from detente.reading.names.focus import Focus
from detente.reading.names.groups import Group


class Rebels:
    """Finds the movement, or the rebels of no name, of one report."""

    def __init__(self, focus: Focus) -> None:
        self.focus, self.stage = focus, focus.stage
        self.lang, self.cast, self.words = focus.stage.lang, focus.cast, focus.stage.words

    def of(self, group: Group) -> tuple[tuple[str, ...], bool] | None:
        """« les rebelles du M23 », « les insurgés talibans » are the movement; « les insurgés »
        alone are the one movement that the report names, or names last, or else the rebels whom
        it told of before."""
        words, lang = self.words, self.lang
        key = words[group.head].key
        alone = key in lang.words("movements_alone")
        whole = group.bare == group.head == group.first + 1 and (group.plural or alone)
        if not whole or not (alone or key in lang.words("fighters")):
            return None
        part = self._named(group)
        if part is not None:
            return (part.id,), True
        if not group.definite or not self._plain(group):
            return None
        part = self._last_named(group) or self._told(group)
        return ((part.id,), False) if part else None

    def nameless(self, group: Group) -> bool:
        """Whether a description is of rebels as such: « les rebelles tchadiens »."""
        rebels = self.words[group.head].key in self.lang.words("rebels")
        return rebels and group.plural and group.bare == group.head and self._plain(group)

    def _named(self, group: Group) -> Part | None:
        """The body that they are said to be of; « des rebelles du M23 » only where they act."""
        words, hits, stage = self.words, self.stage.hits, self.stage
        within = range(group.head + 1, group.last + 1)
        hit = next((hits[n] for n in within if n in hits and hits[n].known.kind == "body"), None)
        own = next((n for n in within if n in stage.bodies or n in stage.letters), None)
        if hit is not None:
            first, last = hit.first, hit.last
        elif own is not None:
            first, last = own, stage.bodies[own][0] if own in stage.bodies else own
        else:
            return None
        rest = [*words[group.head + 1 : first], *words[last + 1 : group.last + 1]]
        if not all(w.key in self.lang.OF_THE or self._adjective(w.n) or w.n in hits for w in rest):
            return None
        if not group.definite and not self._acts(group):
            return None
        if hit:
            return self.cast.named("organisation", hit.known.name, hit.known.country)
        if first in stage.letters:
            part = stage.letters[first]
        else:
            _, country, name = stage.bodies[first]
            part = self.cast.named("organisation", name, country)
        return part if part in stage.movements else None

    def _acts(self, group: Group) -> bool:
        return self.focus.doc[self.words[group.head].i].dep_ in ("nsubj", "obl:agent")

    def _adjective(self, n: int) -> bool:
        word = self.words[n]
        return word.people is not None or word.key in self.lang.words("armed_adjectives")

    def _plain(self, group: Group) -> bool:
        """« les rebelles maoïstes népalais »: no more than what sort and whose they are."""
        return all(self._adjective(n) for n in range(group.head + 1, group.last + 1))

    def _last_named(self, group: Group) -> Part | None:
        """The one armed movement of the report, or of this sentence and the one before."""
        found = self.stage.movements
        if len(found) > 1:
            near = self.focus.before(self.words[group.head].i, 1)
            named = {a for s in near for a in s.actors if s.token < self.words[group.head].i}
            found = [part for part in found if part.id in named]
        if len(found) != 1 or not self._of_state(found[0], group):
            return None
        return found[0]

    def _of_state(self, part: Part, group: Group) -> bool:
        return not group.states or part.country is None or part.country in group.states

    def _told(self, group: Group) -> Part | None:
        """The rebels of no name of whom the report told before, where they are of one state."""
        lang = self.lang
        if self.words[group.head].key not in lang.words("rebels") | lang.words("movements_alone"):
            return None
        found = [part for part in self.cast.parts.values() if part.rebel]
        found = [part for part in found if self._of_state(part, group)]
        if len(found) != 1:
            return None
        part = found[0]
        if part.country is None and len(group.states) == 1:
            part.country = group.states[0]
        return part
