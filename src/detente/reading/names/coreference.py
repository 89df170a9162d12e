"""Who pronouns and descriptions stand for: « il », « ce dernier », « le ministre », « les deux pays ».

One walk over the report in text order, which keeps who was spoken of, and who was a subject. What
cannot be told is left out; what is only likely is kept with `certain=False`.
"""

from __future__ import annotations

from detente.reading.draft import Mention
from detente.reading.names.describing import Describing
from detente.reading.names.focus import Focus
from detente.reading.names.pronouns import Pronouns
from detente.reading.names.stage import Stage


def resolve(stage: Stage) -> Focus:
    """Adds the mentions that stand for actors already found, and unnamed groups. Gives who was
    spoken of, in order."""
    focus = Focus(stage)
    pronouns, describing = Pronouns(focus), Describing(focus)
    mentions: dict[int, list[Mention]] = {}
    for _, mention in stage.made:
        mentions.setdefault(mention.first, []).append(mention)
    groups = {group.first: group for group in stage.groups}
    for word in stage.words:
        for mention in mentions.get(word.i, ()):
            focus.see(mention)
        if word.n in groups:
            describing.resolve(groups[word.n])
        elif word.closing in pronouns.closings and (solve := pronouns.solver(word)):
            solve(word)
    return focus
