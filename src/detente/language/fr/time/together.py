"""Pieces of a time put together: « du 3 au 5 juin », « début mars », « la veille de Noël »."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec

from detente.language.fr.time.found import Found
from detente.language.fr.time.words import S
from detente.model import When

_JOIN = re.compile(rf"(?:{S}(?:(?:jusqu')?(?:au|a la|a l'|a|en)|puis le){S}?| ?[-/] ?)")
_AND = re.compile(rf"{S}et{S}(?:(?:le|la|l'|celle? d[ue]|d[eu]){S}?)?")
_FROM = re.compile(
    r"(?:^|\W)(?:du|de|de la|de l'|d'|des|depuis|depuis le|depuis la|a partir du|a partir de) ?$"
)
_BETWEEN = re.compile(r"(?:^|\W)entre (?:le |la |l')?$")
_LES = re.compile(r"(?:^|\W)(?:les|des|ces) $")
_ARTICLE = r"(?:(?:le|la|l'|les|cet?|cette|mois de|mois d'|l'annee)\s?)?"
_SINCE = re.compile(
    rf"(?:^|\W)(?:depuis|a partir de|a partir du|a compter de|a compter du)\s{_ARTICLE}$"
)
_UNTIL = re.compile(
    rf"(?:^|\W)(?:jusqu'au|jusqu'en|jusqu'a|d'ici a|d'ici|avant|au plus tard)\s?{_ARTICLE}$"
)
_GIVEN_UNTIL = re.compile(
    rf"(?:^|\W)(?:donne|accorde|laisse|prolonge|proroge|repousse|suspend|reconduit|etendu)\w*{S}(?:\w+{S}){{0,3}}?"
    rf"jusqu'\w+\s?{_ARTICLE}$"
)
"""« se sont donné jusqu'à lundi »: a time to come, whatever the tense of the verb."""
_FOR = re.compile(
    rf"(?:^|\W)(?:pour|(?:report|repouss|fix|ajourn|renvoy|convoqu)\w+ (?:a|au|pour))\s?{_ARTICLE}$"
)
_ABOUT = re.compile(
    rf"(?:^|\W)(?:vers|environ|autour du|autour de|aux alentours du|aux alentours de|aux environs du)\s{_ARTICLE}$"
)
_EDGE = re.compile(
    r"(?:^|\W)(?P<words>(?:(?:au |le |a la |la )?(?P<edge>debut|fin|milieu|mi|courant)|"
    r"(?:la |en )?(?P<half>premiere|seconde|deuxieme|derniere) (?:moitie|quinzaine|semaine))"
    r"(?:-|\s)(?:(?:du mois |du |de la |de l'|de |d'|des )(?:mois (?:de |d'))?)?)(?:l')?$"
)
_PARTS = {
    "debut": "start",
    "fin": "end",
    "milieu": "middle",
    "mi": "middle",
    "premiere": "start",
    "seconde": "end",
    "deuxieme": "end",
    "derniere": "end",
}
_NEXT_TO = re.compile(r"(?:du |de la |de l'|de |d'|des )?$")


def put_together(points: list[Found], folded: str) -> list[Found]:
    """Points in order of the text, to the expressions that they make with the words between."""
    points = [_with_edge(found, folded) for found in points]
    points = _beside(points, folded)
    points = [_week_of(found, folded) for found in points]
    points = _intervals(_listed_years(points, folded), folded)
    points = _with_parts(points, folded)
    return [_with_preposition(found, folded) for found in points]


def _with_edge(found: Found, folded: str) -> Found:
    """« début mars », « mi-avril », « fin 2023 »: the same month or year, and which part of it."""
    when = found.when
    if found.kind != "date" or when.part or found.ends:
        return found
    match = None if _is_day(when) or found.vague else _EDGE.search(folded[: found.start][-40:])
    if not match:
        return found
    start = found.start - (len(folded[: found.start][-40:]) - match.start("words"))
    part = _PARTS.get(match["edge"] or match["half"])
    return replace(found, start=start, when=_changed(when, part=part))


def _beside(points: list[Found], folded: str) -> list[Found]:
    """« la veille de Noël », « au lendemain du 6 mai »: one day from a day that is told."""
    kept: list[Found] = []
    for found in points:
        last = kept[-1] if kept else None
        if last and last.vague and last.when.unit == "day" and last.when.amount:
            between = folded[last.end : found.start]
            when = _moved(found.when, last.when.amount)
            if when and len(between) < 8 and _NEXT_TO.fullmatch(between.lstrip()):
                kept[-1] = Found(last.start, found.end, when)
                continue
        kept.append(found)
    return kept


def _moved(when: When, days: int) -> When | None:
    if when.edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", when.edtf):
        moved = date.fromisoformat(when.edtf) + timedelta(days=days)
        return _changed(when, edtf=moved.isoformat())
    if when.anchor == "published" and (when.day or when.unit == "day" or when.part == "easter"):
        return _changed(when, amount=when.amount + days)
    return None


def _week_of(found: Found, folded: str) -> Found:
    """« la semaine du 10 mars »."""
    when = found.when
    led = re.search(rf"la{S}semaine{S}du{S}$", folded[: found.start][-20:])
    if not led or not when.day or not when.month or when.anchor != "published" or when.unit:
        return found
    return replace(found, start=found.start - len(led.group()), when=_changed(when, unit="week"))


def _with_parts(points: list[Found], folded: str) -> list[Found]:
    """« dans la nuit de mardi à mercredi », « dans la matinée du 3 mars »: the day has the part."""
    kept: list[Found] = []
    for found in points:
        last = kept[-1] if kept else None
        day = found.kind == "date" and (found.when.part is None) and _is_day(found.when)
        timed = last if last and last.kind == "date" and _time_only(last.when) else None
        gap = folded[last.end : found.start] if last else ""
        if timed and day and re.fullmatch(rf"{S}(?:de|du|d')(?:{S}la)?{S}?", gap):
            when = _changed(found.when, part=timed.when.part)
            kept[-1] = replace(found, start=timed.start, when=when)
        else:
            kept.append(found)
    return kept


def _is_day(when: When) -> bool:
    return bool(when.day or when.unit in ("day", "weekday") or (when.edtf and len(when.edtf) == 10))


def _intervals(points: list[Found], folded: str) -> list[Found]:
    """« du 3 au 5 juin », « entre 2014 et 2018 », « de février à mai 2022 », « les 3 et 4 juin »."""
    kept: list[Found] = []
    for found in points:
        last = kept[-1] if kept else None
        if last is not None and (joined := _joined(last, found, folded)):
            kept[-1] = joined
        else:
            kept.append(found)
    return kept


def _listed_years(points: list[Found], folded: str) -> list[Found]:
    """« en mai et juin 2004 »: all of a list have the year of its last."""
    kept: list[Found] = []
    for found in reversed(points):
        following = kept[-1] if kept else None
        if following and _listed(found, following, folded):
            found = replace(found, when=_year_from(found.when, following.when))
        kept.append(found)
    return kept[::-1]


def _listed(a: Found, b: Found, folded: str) -> bool:
    """Whether two months, or two days, stand in one list."""
    alike = a.kind == b.kind == "date" and not a.ends and not b.ends
    between = folded[a.end : b.start]
    month = alike and a.when.unit == "month" and len(b.when.edtf or "") == 7
    day = alike and a.when.day and len(b.when.edtf or "") == 10
    return bool(
        (month or day) and re.fullmatch(rf",?{S}?(?:(?:et|ou|puis){S})?(?:l[ae]{S})?", between)
    )


def _joined(a: Found, b: Found, folded: str) -> Found | None:
    if a.kind != "date" or b.kind != "date" or a.ends or b.ends or a.vague or b.vague:
        return None
    between, left = folded[a.end : b.start], folded[max(0, a.start - 16) : a.start]
    if len(between) > 16 or _time_only(b.when) or _time_only(a.when):
        return None
    joins = _JOIN.fullmatch(between)
    dashed = joins and re.fullmatch(r" ?[-/] ?", between) and _like(a.when, b.when)
    ranged = joins and (_FROM.search(left) or "jusqu" in between)
    inside = not between.strip() and re.match(r"(?:a l'|a la |au )", folded[b.start : b.end])
    ranged = ranged or bool(inside and _FROM.search(left))  # « de l'été 2013 à l'automne 2014 »
    ranged = ranged or (_AND.fullmatch(between) and _BETWEEN.search(left))
    both = _AND.fullmatch(between) and _LES.search(left) and _follows(a.when, b.when)
    if not (dashed or ranged or both):
        return None
    first = _year_from(a.when, b.when)
    second = _year_from(b.when, a.when)
    a, b = replace(a, when=first), replace(b, when=second)
    return Found(a.start, b.end, _changed(first, until=second), ends=(a, b))


def _like(a: When, b: When) -> bool:
    """Whether both are days, months or years."""
    if a.edtf and b.edtf:
        return len(a.edtf) == len(b.edtf)
    return bool(a.day) == bool(b.day) and a.unit == b.unit


def _follows(a: When, b: When) -> bool:
    """Whether `b` is the day after `a`."""
    if a.edtf and b.edtf and len(a.edtf) == len(b.edtf) == 10:
        return date.fromisoformat(b.edtf) - date.fromisoformat(a.edtf) == timedelta(days=1)
    return bool(a.day and b.day and a.month == b.month and b.day == a.day + 1)


def _time_only(when: When) -> bool:
    return when.anchor == "context" and when.unit == "day" and when.part is not None


def _year_from(when: When, other: When) -> When:
    """A day or month without a year takes that of the other end (« du 28 février au 3 mars 2022 »)."""
    told = re.match(r"(\d{4})(?:-(\d\d))?", other.edtf or "")
    if not told or when.anchor != "published" or when.month is None or when.unit == "year":
        return when
    month = int(told[2] or 12)
    year = int(told[1]) - (when.month > month)
    if when.day and when.day > monthrange(year, when.month)[1]:
        return when
    day = f"-{when.day:02}" if when.day else ""
    return When(edtf=f"{year:04}-{when.month:02}{day}", weekday=when.weekday, part=when.part)


def _with_preposition(found: Found, folded: str) -> Found:
    """What « depuis », « jusqu'à » and « vers » before it add."""
    if found.kind != "date" or found.vague:
        return found
    left = folded[max(0, found.start - 40) : found.start]
    when = found.when
    if since := _SINCE.search(left):
        when = _changed(when, span="since")
        if "depuis" in since.group():
            when = _changed(when, tense="past")
    elif until := _UNTIL.search(left):
        when = _changed(when, span="until")
        if "d'ici" in until.group() or _GIVEN_UNTIL.search(left):
            when = _changed(when, tense="future")
    elif _FOR.search(left) and when.anchor == "published":
        when = _changed(when, tense="future")
    elif _ABOUT.search(left) and not _time_only(when):
        when = _changed(when, approximate=True)
    return found if when is found.when else replace(found, when=when)


def _changed(when: When, **changes: Any) -> When:
    return msgspec.structs.replace(when, **changes)
