"""What the end of a French word tells of it. Each language has this module with the same functions."""

from __future__ import annotations

_PAST = ("é", "ée", "és", "ées", "i", "ie", "u", "ue")
_PRESENT = ("ant", "ante")


def could_be_plural(word: str) -> bool:
    """Whether a noun or adjective ends as those in the plural may."""
    return word.endswith(("s", "x"))


def singular(adjective: str) -> str:
    """An adjective in the plural, put in the singular."""
    if adjective.endswith("aux") and len(adjective) > 4:
        return adjective[:-3] + "al"
    return adjective[:-1] if adjective.endswith("s") and len(adjective) > 4 else adjective


def of_many(verb: str) -> bool:
    """Whether a verb ends as with a subject in the plural."""
    return verb.endswith("nt")


def past_participle(word: str) -> bool:
    """Whether a word ends as a past participle."""
    return word.lower().endswith(_PAST)


def participle(word: str) -> bool:
    """The same, or as a present one."""
    return word.lower().endswith((*_PAST, *_PRESENT))


def made(word: str) -> bool:
    """Whether a word ends as what somebody is made or held (« nommé », « détenue »), also in capitals
    that leave the accent out, and not as the present tense does."""
    return word.endswith(("é", "ée", "u", "ue", "E", "É"))


def could_be_womans(name: str) -> bool:
    """Whether a first name ends as women's may."""
    return name.endswith(("a", "e"))
