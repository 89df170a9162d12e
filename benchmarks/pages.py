"""A web archive of made-up news pages around given texts, for benchmarks and trials."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from html import escape
from pathlib import Path

MENU, CARDS, SCRIPTS, STYLES = 60, 40, 500, 120
"""How much stands around a text: entries, related articles, lines of script and of style. The page
comes to some 60 kB beside its text, a fifth of it words."""


def page(number: int, text: str) -> bytes:
    """A page as news sites make them; the text's first paragraph is the headline."""
    title, *paragraphs = text.split("\n\n")
    menu = "".join(
        f'<li class="menu__item"><a href="/r/{n}">Rubrique {n}</a></li>' for n in range(MENU)
    )
    cards = "".join(
        f'<div class="card"><a href="/a/{n}.html"><img src="/i/{n}.jpg" srcset="/i/{n}-2.jpg 2x" alt="">'
        f"<h3>Un autre article, numéro {n}</h3></a><span>il y a {n} heures</span></div>"
        for n in range(CARDS)
    )
    script = "".join(
        f"var c{n}={{'slot':{n},'sizes':[300,250],'id':'ad'}};" for n in range(SCRIPTS)
    )
    style = ".card__title{font-size:1rem;line-height:1.2;margin:0 0 .5rem}" * STYLES
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{escape(title)} | Journal'
        '</title><meta property="og:site_name" content="Journal">'
        '<meta property="article:published_time" content="2018-09-30T10:00:00+02:00">'
        f"<style>{style}</style><script>{script}</script></head><body><header><ul>{menu}</ul></header>"
        f"<main><article><h1>{escape(title)}</h1>{body}</article><aside>{cards}</aside></main>"
        f"<footer><ul>{menu}</ul></footer></body></html>"
    ).encode()


def archive(to: Path, texts: Iterable[str]) -> int:
    """Writes a gzipped WARC with a page for each text; how many bytes the pages have."""
    size = 0
    with to.open("wb") as out:
        for number, text in enumerate(texts):
            markup = page(number, text)
            size += len(markup)
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + markup
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Target-URI: https://journal.example/{number}\r\n"
                "WARC-Date: 2018-09-30T12:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:{number:08d}-0000-0000-0000-000000000000>\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(http)}\r\n\r\n"
            )
            out.write(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return size
