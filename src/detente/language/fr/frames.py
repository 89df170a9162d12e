"""French words that carry an event or say whether it happened, from `frames.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from detente.language.tables import table

Effect = Literal["planned", "proposed", "denied", "hypothetical", "factive", "through"]
_DATA = table(Path(__file__).with_name("frames.yaml"))


def _words(key: str) -> frozenset[str]:
    return frozenset(_DATA[key])


def _effects(key: str) -> dict[str, Effect]:
    """Word to effect; a word in two lists has the effect of the first."""
    found: dict[str, Effect] = {}
    for effect, words in _DATA[key].items():
        for word in words:
            found.setdefault(word, effect)
    return found


HAPPEN = _words("happen")
LIGHT = _words("light")
HOST = _words("host")
HELD = _words("held")
WITH_DE = _words("with_de")
PLANNING = _words("planning")
MEDIATE = _words("mediate")
DURING = _words("during")
TOWARDS = _words("towards")
ABOUT = _words("about")
HABITUAL = _words("habitual")
VENUES = _words("venues")
ROOMS = _words("rooms")
LEAD = _words("lead")
GROUPS = _words("groups")
COUPLE: str = _DATA["couple"]
CITY_STATES = _words("city_states")
NAMESAKES: dict[str, list[str]] = _DATA["namesakes"]
SIDES: str = _DATA["sides"]
AUSPICES: str = _DATA["auspices"]
PRESENCE: str = _DATA["presence"]
MUTUAL = _words("mutual")
ATTITUDE = _effects("attitude")
NOUNS = _effects("nouns")
THROUGH = frozenset(word for word, effect in NOUNS.items() if effect == "through")
ADJECTIVES = _effects("adjectives")
ORDINALS: dict[str, int] = _DATA["ordinals"]
NUMBERS: dict[str, int] = _DATA["numbers"]
BOTH: tuple[str, ...] = tuple(_DATA["both"])
PRIVATE: tuple[str, ...] = tuple(_DATA["private"])
ANSWERS = _words("answers")
NEGOTIATES: str = _DATA["negotiates"]
OFFER = _words("offer")
OF_TWO = _words("of_two")
ADDRESS = _words("address")
LOCAL = _words("local")
MOVES = _words("moves")
SAME_DAY = _words("same_day")
DECIDED = _words("decided")
COMMITS = _words("commits")
DECISIONS = _words("decisions")
BRINGS = _words("brings")
TIMES = _words("times")
RANKS = _words("ranks")
SUSTAINED = _words("sustained")
AGREEING = _words("agreeing")
YIELDS = _words("yields")
CARRIES_OUT = _words("carries_out")
TEXTS = _words("texts")
BARE = _words("bare")
AT_ONCE: str = _DATA["at_once"]
GOES_ON: str = _DATA["goes_on"]
BESIDE = _words("beside")
LINKS = _words("links")
SERIES = _words("series")
ROUNDS = _words("rounds")
TRUCES = _words("truces")
IN_RETURN = _words("in_return")
SEATED: str = _DATA["seated"]
COUNTS_AMONG = _words("counts_among")
IDENTIFY = _words("identify")
TELLS = _words("tells")
JAILED = _words("jailed")
MAKES_KNOWN = _words("makes_known")
SESSIONS = _words("sessions")
CHAIRS = _words("chairs")
CHAIRING = _words("chairing")
