"""Signing in and out, and who may."""

from __future__ import annotations

import secrets

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from detente.web.accounts import LASTS, ROLES, AccountError, Accounts
from detente.web.entry import COOKIE
from detente.web.page import Page, own_address


def _accounts(page: Page) -> Accounts:
    found: Accounts | None = page.request.app.state.accounts
    if found is None:
        raise HTTPException(404)
    return found


def ask(page: Page) -> Response:
    """The form to sign in."""
    _accounts(page)
    return page.html("login.html", wrong="", next=page.request.query_params.get("next", ""))


def enter(page: Page) -> Response:
    """Signs somebody in."""
    form: FormData = page.request.state.form
    name, password = str(form.get("name", "")), str(form.get("password", ""))[:1024]
    wanted = str(form.get("next", ""))
    client = page.request.client
    try:
        token = _accounts(page).enter(name, password, client.host if client else "")
    except AccountError:
        return page.html("login.html", 429, wrong="slow", next=wanted)
    if token is None:
        return page.html("login.html", 403, wrong="wrong", next=wanted)
    answer = RedirectResponse(own_address(wanted, "/timeline"), 303)
    answer.set_cookie(
        COOKIE, token, max_age=LASTS, path="/", secure=True, httponly=True, samesite="lax"
    )
    return answer


def leave(page: Page) -> Response:
    """Signs somebody out."""
    _accounts(page).leave(page.request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE, path="/", secure=True, httponly=True)
    return answer


def people(page: Page) -> Response:
    """Who may enter."""
    page.need("owner")
    return _people(page)


def change(page: Page) -> Response:
    """Makes an account, with a password that is shown this once, or takes one out."""
    page.need("owner")
    form: FormData = page.request.state.form
    name, role = str(form.get("name", "")).strip(), str(form.get("role", ""))
    try:
        if form.get("remove"):
            _accounts(page).remove(name)
            return RedirectResponse("/accounts", 303)
        password = secrets.token_urlsafe(12)
        _accounts(page).put(name, role, password)
    except AccountError as error:
        return _people(page, 422, wrong=str(error))
    return _people(page, made=(name, password))


def _people(
    page: Page, status: int = 200, wrong: str = "", made: tuple[str, str] | None = None
) -> Response:
    names = _accounts(page).names()
    return page.html("accounts.html", status, names=names, roles=ROLES, wrong=wrong, made=made)
