"""Whose a post is where its words do not say: « le ministre des Affaires étrangères X », in a report
on one state.

Newspapers leave a nationality out where the report is about one state. It is taken from the report
only where no other state is spoken of at all, by name, capital, adjective, body or person: in a
report on two, either may be meant, and a wrong country costs more than none.
"""

from __future__ import annotations

from detente.language.gazetteer import fold
from detente.reading.names.cast import Part
from detente.reading.names.focus import Focus
from detente.reading.names.stage import Stage

FEWEST = 4
"""Mentions of a state below which nothing is concluded."""


def infer(stage: Stage, focus: Focus) -> None:
    """Gives the report's one state to those who hold a state's post and have no country, but not
    where another of that state holds it: of two presidents one is another state's; nor to whom a
    report takes for known the world over, and names by the surname alone."""
    home = _home(stage, focus)
    if home is None:
        return
    posts = stage.lang.words("state_posts")
    people = stage.cast.people()
    taken = {title for part in people if part.country == home for title in _titles(part)}
    for part in people:
        own = _titles(part)
        if (
            part.country
            or part.peoples
            or part.owned
            or part.stateless
            or not own.isdisjoint(taken)
        ):
            continue
        if len(part.words) < 2:
            continue
        if any(title == post or title.startswith(post + " ") for title in own for post in posts):
            part.country, part.inferred = home, True


def _titles(part: Part) -> set[str]:
    """A person's posts that are of no body."""
    return {fold(r.title) for r in part.roles if r.organisation is None}


def _home(stage: Stage, focus: Focus) -> str | None:
    """The one state that a report speaks of; the press it cites is left aside."""
    parts = [stage.cast.parts[a] for s in focus.seen for a in s.actors]
    told = [part.country for part in parts if part.country and not part.press]
    return told[0] if len(told) >= FEWEST and len(set(told)) == 1 else None
