"""One request: whose it is, in which language, of which snapshot, and what it gets."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.web.accounts import ROLES
from detente.web.keeper import Keeper
from detente.web.render import environment
from detente.web.settings import Settings
from detente.web.snapshot import Filter, Snapshot
from detente.web.words import LANGUAGES, Words, words

_KINDS = {".json": "json", ".csv": "csv"}


class Page:
    """What an endpoint works with."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.keeper: Keeper = request.app.state.keeper
        self.settings: Settings = request.app.state.settings
        self.snapshot: Snapshot = self.keeper.snapshot
        self.user: str = request.scope.get("detente.user", "")
        self.role: str = request.scope.get("detente.role", "")

    @cached_property
    def language(self) -> str:
        """As the address says, else as was chosen before, else the page's own."""
        asked = self.request.query_params.get("lang") or self.request.cookies.get("lang", "")
        return asked if asked in LANGUAGES else LANGUAGES[0]

    @property
    def words(self) -> Words:
        return words(self.language)

    @cached_property
    def filter(self) -> Filter:
        """The filter bar as the address has it."""
        return Filter.of(self.request.query_params.multi_items())

    @property
    def wanted(self) -> str:
        """`html`, `json` or `csv`: by the address's suffix, else by what the browser accepts."""
        for suffix, kind in _KINDS.items():
            if self.request.url.path.endswith(suffix):
                return kind
        accepts = self.request.headers.get("accept", "")
        if "text/html" in accepts or "*/*" in accepts or not accepts:
            return "html"
        return (
            "json" if "application/json" in accepts else "csv" if "text/csv" in accepts else "html"
        )

    def at_least(self, role: str) -> bool:
        """Whether whoever asks has a role, or a higher one."""
        return self.role in ROLES and ROLES.index(self.role) >= ROLES.index(role)

    def need(self, role: str) -> None:
        """Refuses whoever has not a role."""
        if not self.at_least(role):
            raise HTTPException(403)

    def number(self, name: str, otherwise: int = 1, most: int = 1_000_000) -> int:
        """A whole number of the address, from 1."""
        text = self.request.query_params.get(name, "")
        return min(max(int(text), 1), most) if text.isascii() and text.isdigit() else otherwise

    # ------------------------------------------------------------ answers

    def html(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page from a template."""
        other = [(k, v) for k, v in self.request.query_params.multi_items() if k != "lang"]
        text = (
            environment()
            .get_template(template)
            .render(
                page=self,
                t=self.words,
                f=self.filter,
                path=self.request.url.path,
                switch="?" + urlencode([*other, ("lang", self.words("site.other"))]),
                here=template.removesuffix(".html"),
                **values,
            )
        )
        answer = Response(text, status, media_type="text/html")
        if (asked := self.request.query_params.get("lang")) and asked in LANGUAGES:
            answer.set_cookie("lang", asked, max_age=31_536_000, samesite="lax", httponly=True)
        return answer

    def json(self, value: Any) -> Response:
        """A value in JSON."""
        return Response(msgspec.json.encode(value), media_type="application/json")

    def rows(self, rows: Sequence[str], name: str) -> Response:
        """Rows of a view, each in JSON, as JSON or CSV."""
        if self.wanted == "json":
            return Response("[" + ",\n".join(rows) + "]\n", media_type="application/json")
        found = [msgspec.json.decode(row) for row in rows]
        return self.csv(found, name)

    def csv(self, rows: Iterable[Mapping[str, Any]], name: str) -> Response:
        """Rows as CSV, their keys as its head; lists in one cell, by semicolons."""
        out = io.StringIO()
        writer: Any = None
        for row in rows:
            if writer is None:
                writer = csv.writer(out, lineterminator="\r\n")
                writer.writerow(row)
            writer.writerow([_cell(value) for value in row.values()])
        headers = {"Content-Disposition": f'inline; filename="{name}.csv"'}
        return Response(out.getvalue(), media_type="text/csv", headers=headers)


def _cell(value: Any) -> str:
    """A value as a cell. A cell that a spreadsheet would take for a formula is told to be text."""
    if isinstance(value, list):
        return "; ".join(_cell(v) for v in value)
    if isinstance(value, dict):
        return ", ".join(f"{k}: {_cell(v)}" for k, v in value.items() if v is not None)
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def own_address(wanted: str, otherwise: str) -> str:
    """An address of this page as a form names it, and no other."""
    parts = urlsplit(wanted)
    plain = wanted.isprintable() and "\\" not in wanted and not wanted.startswith("//")
    if not plain or parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return otherwise
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


Endpoint = Callable[[Page], Response]


class Answers:
    """Answers kept while the snapshot that they show stands: the same question again costs
    nothing. Only what depends on nothing but the address, the language and the role is kept."""

    def __init__(self, most: int = 32 * 2**20) -> None:
        self._most = most
        self._kept: dict[tuple[str, ...], Response] = {}
        self._size = 0
        self._of: object = None

    def get(self, page: Page, endpoint: Endpoint) -> Response:
        """The answer to a request, compressed where the browser takes it so."""
        request = page.request
        who = (page.user, page.role)
        key = (str(request.url), page.language, *who, page.wanted, str(page.keeper.behind))
        if self._of is not page.snapshot:
            self._of, self._kept, self._size = page.snapshot, {}, 0
        answer = self._kept.get(key)
        if answer is None:
            answer = endpoint(page)
            body = bytes(answer.body)
            if answer.status_code == 200 and "set-cookie" not in answer.headers:
                answer = _tagged(answer, gzip.compress(body, 4, mtime=0))
                if self._size + len(answer.body) > self._most:
                    self._kept, self._size = {}, 0
                self._kept[key] = answer
                self._size += len(answer.body)
            else:
                return answer
        return _sent(request, answer)


def _tagged(answer: Response, body: bytes) -> Response:
    headers = {k: v for k, v in answer.headers.items() if k != "content-length"}
    headers |= {
        "content-encoding": "gzip",
        "vary": "Accept, Accept-Encoding, Cookie",
        "cache-control": "private, no-cache",
        "etag": f'"{hashlib.sha256(body).hexdigest()[:20]}"',
    }
    return Response(body, 200, headers=headers)


def _sent(request: Request, answer: Response) -> Response:
    if request.headers.get("if-none-match") == answer.headers["etag"]:
        return Response(status_code=304, headers={"etag": answer.headers["etag"]})
    if "gzip" in request.headers.get("accept-encoding", ""):
        return answer
    headers = {
        k: v for k, v in answer.headers.items() if k not in ("content-encoding", "content-length")
    }
    return Response(gzip.decompress(bytes(answer.body)), 200, headers=headers)
