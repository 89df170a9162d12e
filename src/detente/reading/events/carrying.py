"""The day of one sentence carried to the next, where the text plainly goes on with the same news."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.language.doc import Token, Words
from detente.model import DateMention
from detente.reading.draft import Draft
from detente.reading.events.syntax import PAST, lemmas, tense

ANNOUNCES = 8
"""Words, its full stop included, of a sentence that only announces what the next one tells."""


def carried(draft: Draft, owners: Mapping[int, list[DateMention]]) -> dict[int, DateMention]:
    """The token number of each main verb without a time that has the day of the sentence before,
    and that day. Only within a paragraph, between things told as done, and where the sentence says
    that it goes on (« a en outre rappelé ») or the one before only announced it (« Alger a répliqué
    lundi. »); in the next paragraph as well where it came at once (« a aussitôt fermé »). `owners` are the times that belong to each token."""
    words = draft.pack.module("frames")
    found: dict[int, DateMention] = {}
    last: DateMention | None = None
    before: Words | None = None
    for sent in draft.doc.sents:
        root = sent.root
        own = _day(owners.get(root.i, ()))
        done = tense(root) in PAST
        if (
            last is not None
            and before is not None
            and done
            and not any(sent.start_char <= d.span.start < sent.end_char for d in _days(draft))
        ):
            goes_on = words.GOES_ON.search(sent.plain)
            announced = len(before) <= ANNOUNCES and bool(lemmas(before.root) & words.ANSWERS)
            at_once = re.search(rf"\b(?:{words.AT_ONCE})\b", sent.plain) is not None
            here = (goes_on or announced) and not _new_paragraph(before, sent)
            if here or (at_once and not _quotes(root)):
                own = found[root.i] = last
        last = own if done else None
        before = sent
    return found


def _day(dates: list[DateMention] | tuple[()]) -> DateMention | None:
    """The one day among the times of a verb."""
    days = [d for d in dates if _is_day(d)]
    return days[0] if len(days) == 1 else None


def _days(draft: Draft) -> list[DateMention]:
    return [d for d in draft.dates if d.kind == "date"]


def _is_day(date: DateMention) -> bool:
    when = date.when
    named = when.day or when.unit in ("day", "weekday") or len(when.edtf or "") == 10
    point = when.span == "point" and when.until is None and when.tense != "future"
    return bool(named) and point and date.kind == "date"


def _new_paragraph(before: Words, sent: Words) -> bool:
    return "\n" in before.doc.text[before.end_char - 1 : sent.start_char + 1] or _quotes(sent.root)


def _quotes(root: Token) -> bool:
    """A sentence of quoted words tells nothing of its own."""
    return root.sent.text.lstrip().startswith(("«", "“", '"', "- ", "– ", "— "))
