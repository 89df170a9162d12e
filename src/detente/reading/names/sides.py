"""Whose a post is where its words do not say: « le ministre des Affaires étrangères X », in a report
on one state.

Newspapers leave a nationality out where the report is about one state. It is taken from the report
only where hardly another state is spoken of, or where the report opens with what that state does.
"""

from __future__ import annotations

from detente.language.gazetteer import fold
from detente.reading.names.cast import Part
from detente.reading.names.focus import Focus
from detente.reading.names.stage import Stage

ALONE = 0.7
"""Share of all mentions of states from which a report is about one state."""
OPENS = 0.4
"""The same, for the state that is the subject of the report's first sentences."""
RIVAL = 0.2
"""Share of another state above which the report is about both."""
FEWEST = 5
"""Mentions of a state below which nothing is concluded."""


def infer(stage: Stage, focus: Focus) -> None:
    """Gives the report's one state to those who hold a state's post and have no country."""
    home = _home(stage, focus)
    if home is None:
        return
    posts = stage.lang.words("state_posts")
    for part in stage.cast.people():
        if part.country is None and not (part.peoples or part.owned) and _serves(part, posts):
            part.country = home


def _serves(part: Part, posts: frozenset[str]) -> bool:
    titles = [fold(r.title) for r in part.roles if r.organisation is None]
    return any(title == post or title.startswith(post + " ") for title in titles for post in posts)


def _home(stage: Stage, focus: Focus) -> str | None:
    most = focus.states.most_common(1)
    if not most or most[0][1] < FEWEST:
        return None
    state, count = most[0]
    share = count / focus.states.total()
    if share >= ALONE:
        return state
    rivals = [n for code, n in focus.states.items() if code != state]
    if max(rivals, default=0) > RIVAL * focus.states.total():
        return None
    first = [s for s in focus.seen if s.sentence < 2 and s.subject and s.main]
    openers = {c for s in first for a in s.actors if (c := stage.cast.parts[a].country)}
    return state if share >= OPENS and openers == {state} else None
