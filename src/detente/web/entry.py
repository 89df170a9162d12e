"""Who enters. Where the page answers this machine only, whoever sits at it is its owner; elsewhere one
signs in."""

from __future__ import annotations

from urllib.parse import quote

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from detente.web.accounts import Accounts

COOKIE = "__Host-detente"
"""Browsers send it over TLS only (or to their own machine), to this host and path only."""
_OPEN = ("/login", "/static/", "/favicon.ico")


class Entry:
    """The layer that tells who asks, in the scope's `detente.user` and `detente.role`."""

    def __init__(self, app: ASGIApp, accounts: Accounts | None) -> None:
        self.app = app
        self.accounts = accounts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.accounts is None:
            scope.update({"detente.user": "", "detente.role": "owner"})
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        token = request.cookies.get(COOKIE, "")
        known = await anyio.to_thread.run_sync(self.accounts.who, token) if token else None
        if known:
            scope.update({"detente.user": known[0], "detente.role": known[1]})
            await self.app(scope, receive, send)
        elif scope["path"].startswith(_OPEN):
            await self.app(scope, receive, send)
        elif request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            wanted = scope["path"] + (f"?{request.url.query}" if request.url.query else "")
            await RedirectResponse(f"/login?next={quote(wanted)}", 303)(scope, receive, send)
        else:
            await PlainTextResponse("sign in first", 401)(scope, receive, send)
