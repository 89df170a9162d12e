"""Reports in: files, folders, pages, feeds and standard input become `Article`s.

    from detente.press import read_sources

    for article in read_sources(["reports/"], on_error=print):
        print(article.published.date, article.outlet, article.title)

One module a format (`text`, `markdown`, `html`, `pdf`…; `formats` says which reads what, and
`docs/formats.md` what is taken from each),
then one way for all: `decode` and `mend`, the cleaning steps of `assembly.STEPS` over a `Page`, and
the `Article`. What surrounds a report is data, in `patterns/`. In `Article.text` a line break ends
a paragraph (or sets a dateline or a date apart); offsets are into that text.
"""

from detente.press.sources import read_source, read_sources

__all__ = ["read_source", "read_sources"]
