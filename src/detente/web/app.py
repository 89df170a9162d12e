"""The application: its addresses, and what stands around them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from detente import codebook
from detente.errors import DetenteError, NotInDossier
from detente.web import static_files
from detente.web.accounts import Accounts
from detente.web.entry import Entry
from detente.web.keeper import Keeper
from detente.web.page import Answers, Endpoint, Page
from detente.web.pages import ADDRESSES, KEPT, TWINS
from detente.web.safety import Safety, TooLarge
from detente.web.settings import MAX_FILES, Settings

LONGEST_FIELD = 8 * 2**20
"""Bytes of one field of a form that is no file: a pasted report."""
THREADS = 6
"""Requests that are answered at once; the others wait their turn. More threads than this only take
the interpreter from one another."""


def create(settings: Settings, keeper: Keeper) -> Starlette:
    """The application that shows a keeper's dossier."""

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield

    codebook.load()  # in one thread, see `snapshot.reading`
    accounts = Accounts(settings.accounts) if settings.accounts else None
    routes = [
        Route("/", _home),
        Route("/static/{digest}/{name:path}", static_files.serve),
        Route("/favicon.ico", _icon),
    ]
    for path, methods, endpoint in ADDRESSES:
        routes += [
            Route(path + suffix, _endpoint(endpoint), methods=list(methods))
            for suffix in (*TWINS.get(path, ()), "")
        ]
    app = Starlette(
        routes=routes,
        lifespan=life,
        middleware=[
            Middleware(Safety, settings=settings),
            Middleware(Entry, accounts=accounts),
        ],
        exception_handlers={
            HTTPException: _refused,
            NotInDossier: _missing,
            DetenteError: _failed,
            TooLarge: _too_large,
            Exception: _fault,
        },
    )
    app.state.keeper = keeper
    app.state.settings = settings
    app.state.accounts = accounts
    app.state.answers = Answers()
    return app


def _endpoint(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        if request.method == "POST":
            request.state.form = await request.form(
                max_files=MAX_FILES + 1, max_fields=200, max_part_size=LONGEST_FIELD
            )
        return await anyio.to_thread.run_sync(_answer, request, endpoint)

    return answer


def _answer(request: Request, endpoint: Endpoint) -> Response:
    page = Page(request)
    if endpoint in KEPT and request.method == "GET":
        answers: Answers = request.app.state.answers
        return answers.get(page, endpoint)
    answer = endpoint(page)
    answer.headers.setdefault("cache-control", "no-store")
    return answer


async def _home(_: Request) -> Response:
    return RedirectResponse("/timeline", 307)


async def _icon(_: Request) -> Response:
    return RedirectResponse(static_files.address("favicon.svg"), 301)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return await anyio.to_thread.run_sync(_told, request, error.status_code, error.detail)


async def _missing(request: Request, error: Exception) -> Response:
    return await anyio.to_thread.run_sync(_told, request, 404, str(error))


async def _failed(request: Request, error: Exception) -> Response:
    return await anyio.to_thread.run_sync(_told, request, 400, str(error))


async def _too_large(request: Request, error: Exception) -> Response:
    return PlainTextResponse("too large", 413)


async def _fault(request: Request, error: Exception) -> Response:
    return await anyio.to_thread.run_sync(_told, request, 500, "")


def _told(request: Request, status: int, detail: str) -> Response:
    page = Page(request)
    if page.wanted != "html":
        return Response(detail or str(status), status, media_type="text/plain")
    known = f"error.{status}" in page.words.catalogue
    return page.html("error.html", status, code=status if known else 400, detail=detail)
