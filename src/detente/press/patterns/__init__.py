"""What surrounds a report: site labels, bylines, credits, one YAML file a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from detente.press.words import fold

LANGUAGES = ("fr", "en")
"""All are in force at once: labels of a page are often not in the language of its report."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """`labels`, `rubrics` and `feet` hold folded lines; the rest match whole lines, case aside,
    but for the alternations of words (`signature`, `with_`, `by`, `posts`, `credits`)."""

    labels: frozenset[str]
    rubrics: frozenset[str]
    feet: frozenset[str]
    lines: re.Pattern[str]
    notes: re.Pattern[str]
    months: dict[str, int]
    weekdays: str
    weekdays_short: str
    weekday_numbers: dict[str, int]
    """0 is Monday."""
    published: str
    published_in: str
    updated: str
    signature: str
    with_: str
    with_agency: str
    """“with the agency”, before one that we may not know."""
    agencies_at_large: str
    beside_days: frozenset[str]
    """What joins the day of a line and its outlet, folded: “Dépêche AFP du 3 mai 2004”."""
    before_day: str
    """What stands before a day: “le”."""
    this: str
    """What stands before a weekday that is the report's own: “ce”."""
    openings: str
    """How the first sentence of a report may begin, in its own case."""
    hyphened: frozenset[str]
    """First parts of words that keep their hyphen (vice-président, peut-être)."""
    hanging: frozenset[str]
    """Second parts that do (dit-il)."""
    captions: str
    by: str
    sent_by: str
    """By whom a report was sent, behind the name of a city."""
    posts: str
    credits: str
    to_readers: re.Pattern[str]
    """How a line begins that asks something of its readers."""
    of_site: re.Pattern[str]
    """Words, anywhere in a line, by which a site speaks of itself to its readers."""
    imprint: re.Pattern[str]
    tails: re.Pattern[str]
    """What hangs on the last word of a paragraph without being of it."""
    pictures: str
    """Who takes or sells pictures."""
    credited: re.Pattern[str]
    """A line that tells whose a picture is."""
    stands: str
    """Where somebody stands in a picture."""
    not_told: str
    """Begins the pattern of a line that tells nothing as having happened."""
    agencies: dict[str, str]
    """Spelling of an agency to its name."""
    outlets: dict[str, str]
    """Domain to outlet."""

    @property
    def agency(self) -> str:
        """An alternation of all agencies as reports spell them, in their own case."""
        return _words(self.agencies)


@cache
def load() -> Patterns:
    """The patterns of all languages together."""
    packs = [_yaml(f"{name}.yaml") for name in LANGUAGES]
    known = _yaml("agencies.yaml")

    def all_of(key: str) -> list[str]:
        return [str(item) for pack in packs for item in pack.get(key, ())]

    return Patterns(
        labels=frozenset(map(fold, all_of("labels"))),
        rubrics=frozenset(map(fold, all_of("rubrics"))),
        feet=frozenset(map(fold, all_of("feet"))),
        lines=_whole_lines(all_of("lines")),
        notes=_whole_lines(all_of("notes")),
        months={name: number for pack in packs for name, number in pack["months"].items()},
        weekdays=_words(all_of("weekdays")),
        weekdays_short=_words(all_of("weekdays_short")),
        weekday_numbers={name: n % 7 for n, name in enumerate(all_of("weekdays"))},
        published=_words(all_of("published")),
        published_in=_words(all_of("published_in")),
        updated=_words(all_of("updated")),
        signature="|".join(all_of("signature")),
        with_=_words(all_of("with")),
        with_agency="|".join(all_of("with_agency")),
        agencies_at_large="|".join(all_of("agencies_at_large")),
        beside_days=frozenset(map(fold, all_of("beside_days"))),
        before_day=_words(all_of("before_day")),
        this="|".join(all_of("this")),
        openings="|".join(all_of("openings")),
        hyphened=frozenset(all_of("hyphened")),
        hanging=frozenset(all_of("hanging")),
        captions="|".join(all_of("captions")),
        by=_words(all_of("by")),
        sent_by="|".join(all_of("sent_by")),
        posts="|".join(all_of("posts")),
        credits="|".join(all_of("credits")),
        to_readers=_any(all_of("to_readers")),
        of_site=_any(all_of("of_site")),
        imprint=_whole_lines(all_of("imprint")),
        tails=_any(all_of("tails")),
        pictures="|".join(all_of("pictures")),
        credited=_whole_lines(all_of("credited")),
        stands="(?:" + "|".join(all_of("stands")) + ")",
        not_told="(?!.*\\b(?:" + "|".join(all_of("telling")) + "))",
        agencies={
            spelling: name for name, forms in known["agencies"].items() for spelling in forms
        },
        outlets=dict(known["outlets"]),
    )


def _yaml(name: str) -> dict[str, Any]:
    from detente.language.tables import table

    return table(files(__name__) / name)


def _words(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(patterns) + ")", re.IGNORECASE)


def _whole_lines(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(patterns) + r")\s*", re.IGNORECASE)
