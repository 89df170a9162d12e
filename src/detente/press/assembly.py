"""A raw report cleaned and made an `Article`: a list of steps over a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256

from detente.model import Article, Published, Span
from detente.press import captions, dateline, furniture, headline, margins, signature, stamps
from detente.press.calendar import given
from detente.press.mend import mend, mend_line
from detente.press.page import Page, Raw, Stamp, domain
from detente.press.patterns import load
from detente.press.tongue import tell, unread
from detente.press.unwrap import unwrap
from detente.press.words import fold

STEPS: tuple[Callable[[Page], None], ...] = (
    margins.drop_links,
    captions.take,
    furniture.strip,
    margins.trim,
    signature.take,
    headline.take,
    stamps.take,
    margins.strip_head,
    dateline.take,
    captions.date_by,
)


def assemble(raw: Raw, note: Callable[[str], None]) -> Article | None:
    """The article of a raw report, None where no text is left. `note` is told, in words, what
    of the report's own data made no sense."""
    text = unwrap(mend(raw.text))
    outlet = mend_line(raw.outlet) or None
    site = mend_line(raw.site) or None
    title, named = headline.without_site(mend_line(raw.title), outlet, site, domain(raw.url))
    page = Page(
        lines=text.split("\n") if text else [],
        title=title,
        outlet=_canonical(outlet),
        untitled=raw.untitled,
    )
    if author := mend_line(raw.author):
        page.sign(author)
    if page.title:
        _loosen_title(page)
    for step in STEPS:
        step(page)
    published = given(raw.published)
    if raw.published and published is None:
        note(f"its date of publication {raw.published!r} makes no sense and is left aside")
    stamp = stamps.choose(page, wanted=published is None)
    text, offset = _compose(page, stamp)
    if not text:
        return None
    language, doubt = tell(text, raw.language)
    if doubt:
        note(doubt)
    name = "a-" + sha256("\n".join((raw.name, text)).encode()).hexdigest()[:16]
    return Article(
        id=name,
        source=raw.source,
        text=text,
        title=page.title,
        outlet=_outlet(page, site or named, raw.url),
        language=language,
        published=_published(name, text, published, stamp, offset),
        author="; ".join(page.authors) or None,
        unread=unread(language),
    )


def _loosen_title(page: Page) -> None:
    """A given title may have credit and time glued to it like any headline."""
    page.title, stamp, agency = headline.loosen(page.title)
    if stamp:
        page.stamp = stamp[0]
        page.stamps.append(Stamp(line=-1, start=0, end=len(stamp[0]), date=stamp[1], rank=0))
    page.outlet = page.outlet or agency


def _compose(page: Page, stamp: Stamp | None) -> tuple[str, int]:
    """The text, headline first, and where in it the stamp's line begins."""
    head = "\n".join(part for part in (page.title, page.stamp) if part)
    lines: list[str] = []
    offset = len(page.title) + 1 if page.title else 0
    length = len(head) + 2 if head else 0
    for number, line in enumerate(page.lines):
        if not line and (not lines or not lines[-1]):
            continue
        if stamp and stamp.line == number:
            offset = length
        lines.append(line)
        length += len(line) + 1
    while lines and not lines[-1]:
        lines.pop()
    body = "\n".join(lines)
    return (f"{head}\n\n{body}" if head and body else head or body), offset


def _published(
    article: str, text: str, published: str | None, stamp: Stamp | None, offset: int
) -> Published:
    if published is not None:
        return Published(date=published, basis="given")
    if stamp is None:
        return Published()
    start, end = offset + stamp.start, offset + stamp.end
    return Published(
        date=stamp.date,
        basis="inferred" if stamp.because else "stated",
        evidence=(Span(article, start, end, text[start:end]),),
        because=stamp.because,
    )


def _canonical(outlet: str | None) -> str | None:
    """An outlet by the name it is kept under."""
    if not outlet:
        return None
    forms = {fold(form): name for form, name in load().agencies.items()}
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}", outlet):
        return load().outlets.get(outlet.casefold().removeprefix("www."), outlet)
    return forms.get(fold(outlet), outlet)


def _outlet(page: Page, site: str | None, url: str | None) -> str | None:
    """The page's own outlet, else its site's name, the one agency it credits, or its domain."""
    if page.outlet:
        return page.outlet
    host = domain(url)
    if site:  # “Le Monde - International”
        known = load().outlets.get(host) if host else None
        return known or _canonical(headline.without_site(site)[0])
    if len(set(page.credits)) == 1:
        return page.credits[0]
    return load().outlets.get(host, host) if host else None
