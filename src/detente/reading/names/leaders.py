"""The country of public leaders whom a report names without telling it: « Obama », « M. Rohani ».

What the report says goes first: this only fills a gap, and never gives a post. The country is marked
as inferred, since it comes from the gazetteer and not from the report's words.
"""

from __future__ import annotations

from types import ModuleType

from detente.language.gazetteer import cities, fold
from detente.language.gazetteer.leaders import Leader, called, held, named
from detente.reading.draft import Draft
from detente.reading.names.cast import Cast, Part

LEADING = ("state", "government", "foreign", "vice")
"""Posts whose holders a report calls by the family name alone, whatever state it is about."""


class Leaders:
    """Knows leaders as of one report's date."""

    def __init__(self, draft: Draft, lang: ModuleType) -> None:
        date = draft.article.published.date or ""
        self.year = int(date[:4]) if date[:4].isdigit() else None
        self.lang = lang

    def infer(self, cast: Cast, states: frozenset[str]) -> None:
        """Gives persons without a country theirs, and their sex where that is not told. `states` are
        those that the report speaks of: a family name that is an everyday word, or of somebody
        who leads no state, is taken for a leader's only beside the leader's state."""
        for part in cast.people():
            if part.country or part.peoples:
                continue
            leader = self._of(part, states)
            if leader is None or self._contradicts(part, leader):
                continue
            part.country, part.inferred = leader.country or None, bool(leader.country)
            part.stateless = not leader.country
            if part.gender is None and leader.sex in ("m", "f"):
                part.gender = leader.sex  # type: ignore[assignment]

    def posts(self, part: Part) -> frozenset[str]:
        """The posts that somebody of a known state holds there, whom the report names in full."""
        names = (part.name, *part.aliases) if part.country else ()
        return frozenset(
            post for name in names for post in held(name, part.country or "", self.year)
        )

    def famous(self, family: str) -> bool:
        """Whether a bare family name is a leader's in office, and nothing else that is known."""
        if called(family, self.year) is None or self.lang.is_word(family):
            return False
        if self.year is None and self._everyday(family):
            return False
        first = fold(family) in self.lang.words("family_first")
        return first or not self.lang.is_first_name(family)

    def _of(self, part: Part, states: frozenset[str]) -> Leader | None:
        names = (part.name, *part.aliases)
        full = [name for name in names if len(fold(name).split()) > 1]
        for name in full:
            if (leader := named(name, self.year)) is not None:
                return leader
        if any(len(fold(name).split()) > 1 and not self._particle(name) for name in full):
            return None
        leader = called(part.name, self.year)
        if leader is None or not self._sure(part):
            return None
        first = fold(part.name) in self.lang.words("family_first")
        known = leader.post in LEADING and (first or not self._everyday(part.name))
        near = leader.country in states or not leader.country
        return leader if known or near or part.roles else None

    def _sure(self, part: Part) -> bool:
        """A family name alone: with a leader's post, or else nobody's first name and no city."""
        if any(self._leads(role.title) for role in part.roles):
            return True
        if part.roles or (self.year is None and self._everyday(part.name)):
            return False
        return part.titled or not self.lang.is_first_name(part.name)

    def _everyday(self, family: str) -> bool:
        return self.lang.is_foreign_word(family) or bool(cities(family))

    def _leads(self, title: str) -> bool:
        return fold(title).startswith(tuple(self.lang.words("leader_posts")))

    def _contradicts(self, part: Part, leader: Leader) -> bool:
        """Another sex, or a calling that no leader is known by (« l'acteur X »)."""
        if part.gender and leader.sex and part.gender != leader.sex:
            return True
        callings = self.lang.words("private_callings")
        return any(fold(role.title).split()[:1] in [[c] for c in callings] for role in part.roles)

    def _particle(self, name: str) -> bool:
        """« al-Assad », « de Villepin »: a family name of two words."""
        first, hyphen, _ = name.partition("-")
        article = bool(hyphen) and first.lower() in self.lang.words("arabic_articles")
        return name[:1].islower() or article
