"""Times and parts of a day (« à 16h25 », « dans la soirée »)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.language.fr.time.found import Found, Rule, before, rule
from detente.language.fr.time.words import (
    DAY_PARTS,
    LAST,
    NEXT,
    TODAY,
    WEEKDAY,
    WEEKDAYS,
    S,
    any_of,
)
from detente.model import When

ZONE = (
    r"(?: (?:du matin|du soir|de l'apres-midi))?"
    r"(?:,? ?(?:gmt|utc|locales?|\(?heure locale\)?|heure de (?:l')?[a-z]+)(?: \(\d{1,2} ?h ?\d{0,2} gmt\))?)?"
)
CLOCK = (
    rf"(?:\d{{1,2}} ?h(?: ?[0-5]\d)?(?!\w)|\d{{1,2}} heures?(?: [0-5]\d)?|\d{{1,2}}:[0-5]\d){ZONE}"
)
AT = (
    r"(?:a partir de|peu avant|peu apres|aux alentours de|autour de|a|vers|des|avant|apres|jusqu'a)"
)
AT_CLOCK = rf"(?:,? ?{AT}? (?P<clock>{CLOCK}|midi|minuit))"
IN_DAY = (
    r"(?: ?(?:,? (?:au|dans la|dans l'|en|en fin de|en fin d'|en debut de|en debut d'|en milieu de|en milieu d'|a la|a l'|"
    rf"tot|tard)?{S}?)?(?P<part>{any_of(DAY_PARTS)})(?!{S}d[eu]{S}(?:{WEEKDAY}|\d)))"
)


def clock(words: str | None) -> str | None:
    """« 16h25 », « 9 heures » → `16:25`, `09:00`; None where it is no time of a day."""
    if not words:
        return None
    if words in ("midi", "minuit"):
        return {"midi": "12:00", "minuit": "00:00"}[words]
    bits = re.findall(r"\d+", words)
    hour = int(bits[0])
    minute = int(bits[1]) if re.match(r"\d+(?: ?h| heures?|:) ?\d", words) else 0
    if re.search(r"soir|apres-midi", words) and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def day_part(match: re.Match[str]) -> str | None:
    """The time or part of the day that a match holds."""
    groups = match.groupdict()
    part = groups.get("part")
    return clock(groups.get("clock")) or (DAY_PARTS[re.sub(r"\s+", " ", part)] if part else None)


@rule(
    rf"{AT_CLOCK},?{S}(?:(?:ce|le){S})?(?P<weekday>{WEEKDAY}|{any_of(TODAY)})(?P<more>{S}(?:{LAST}|{NEXT}))?"
)
def clock_first(match: re.Match[str], text: str) -> Iterator[Found]:
    """« à 16h25 jeudi », « vers 0 h 40, mardi »."""
    time, word = clock(match["clock"]), match["weekday"]
    if time is None or match["more"]:
        return
    if word in TODAY:
        when = When(anchor="published", unit="day", amount=TODAY[word], part=time)
    else:
        when = When(anchor="published", unit="weekday", weekday=WEEKDAYS[word], part=time)
    gap = len(match.group()) - len(match.group().lstrip(" ,"))
    yield Found(match.start() + gap, match.end(), when)


@rule(rf"(?:{AT}{S}(?P<clock>{CLOCK}|midi|minuit|la{S}mi-journee)|(?P<alone>{CLOCK}))")
def clocks(match: re.Match[str], text: str) -> Iterator[Found]:
    """« à 16h25 », « vers 13 heures GMT », « à midi »: of the day spoken of."""
    words = match["clock"] or match["alone"]
    left = before(match)
    told = re.search(r"gmt|utc|local", words) or re.search(rf"(?:{CLOCK}|\d)(?:,| et| a) $", left)
    ranged = re.match(rf" (?:a|et) {CLOCK}", match.string[match.end() :])
    told = told or ranged
    if match["alone"] and "heure" in words and not told:
        return
    if (
        match["alone"]
        and re.search(r"(?:dure|pendant|durant|en|moins de|plus de|de) $", left)
        and not ranged
    ):
        return
    right = match.string[match.end() : match.end() + 12]
    spelt = "heure" in words and not told
    if spelt and (re.search(r"\d $", left) or re.match(r" (?:avant|apres)\b", right)):
        return  # « de 4 à 12 heures », « jusqu'à une heure avant »: lengths
    part = "12:00" if "mi-journee" in words else clock(words)
    if part:
        yield Found(match.start(), match.end(), When(anchor="context", unit="day", part=part))


@rule(
    rf"(?:(?P<this>ce(?:t|tte)?{S})|l[ea]{S}(?=[a-z-]+{S}d[eu]{S}(?:\d|{WEEKDAY}))|(?:dans|pendant|durant|au{S}cours{S}de|tard{S}dans){S}(?:la{S}|l')|en{S}(?:(?:debut|fin|milieu){S}(?:de{S}|d'))?|(?:au|a{S}l'|a{S}la){S}?)(?P<part>{any_of(DAY_PARTS)})"
)
def parts(match: re.Match[str], text: str) -> Iterator[Found]:
    """« ce soir », « cette nuit »: today; « dans la soirée », « au petit matin »: of the day spoken of."""
    part = DAY_PARTS[re.sub(r"\s+", " ", match["part"])]
    if match["this"]:
        if match["part"] in ("soiree", "matinee"):  # « cette soirée » is an event
            return
        when = When(anchor="published", unit="day", part=part)
    elif re.match(rf"{S}d[eu]{S}(?!{WEEKDAY}|\d)", match.string[match.end() :]):
        return
    else:
        when = When(anchor="context", unit="day", part=part)
    yield Found(match.start(), match.end(), when)


RULES: list[Rule] = [clock_first, clocks, parts]
