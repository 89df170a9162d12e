"""What holds whoever asks: names, origins, sizes, accounts, roles."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.web import accounts as room
from detente.web.accounts import AccountError, Accounts
from detente.web.app import create
from detente.web.page import own_address
from detente.web.serving import serve
from detente.web.settings import MAX_BODY, Settings, is_loopback
from detente.web.snapshot import Snapshot

PASSWORD = "un mot de passe assez long"


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    made = Accounts(tmp_path / "who.accounts")
    made.put("olga", "owner", PASSWORD)
    made.put("ana", "analyst", PASSWORD)
    made.put("rene", "reader", PASSWORD)
    return made


@pytest.fixture
def team(accounts: Accounts, keeper: Any) -> Iterator[TestClient]:
    """The page of a team, asked over TLS from elsewhere."""
    settings = Settings(
        dossier="x", host="0.0.0.0", accounts=accounts.path, names=("talks.example",)
    )
    app = create(settings, keeper)
    with TestClient(app, base_url="https://talks.example", follow_redirects=False) as found:
        yield found


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> Any:
    form = {"name": name, "password": password, "next": "/map"}
    return client.post("/login", data=form, headers={"sec-fetch-site": "same-origin"})


def test_other_names_for_this_machine_are_refused(client: TestClient) -> None:
    assert client.get("/timeline", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/timeline", headers={"host": "[::1]:8765"}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://localhost"}, 303),
        ({"cookie": "x=1"}, 403),
    ],
)
def test_only_the_page_itself_changes_anything(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    form = {"act": "accept", "of": "events", "id": "talks-1"}
    assert client.post("/decide", data=form, headers=headers).status_code == status


def test_a_request_is_bounded(client: TestClient) -> None:
    answer = client.post("/add", headers={"content-length": str(MAX_BODY + 1)})
    assert answer.status_code == 413
    assert client.post("/add", headers={"content-length": "much"}).status_code == 413


def test_a_body_that_does_not_say_its_size_is_bounded(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(MAX_BODY // 2**20 + 2):
            yield b"a" * 2**20

    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/add", content=endless(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "https://evil.example/", "\\\\evil", "/\\evil.example", "x", "/a\nb", ""],
)
def test_nobody_is_sent_elsewhere(wanted: str) -> None:
    assert own_address(wanted, "/timeline") == "/timeline"
    assert own_address("/events/e1?x=1", "/timeline") == "/events/e1?x=1"


def test_elsewhere_one_signs_in(team: TestClient) -> None:
    asked = team.get("/timeline?actor=NO", headers={"accept": "text/html"})
    assert asked.headers["location"] == "/login?next=/timeline%3Factor%3DNO"
    assert team.get("/timeline.json").status_code == 401
    assert team.post("/decide", data={"act": "accept"}).status_code == 401
    assert 'type="password"' in team.get("/login").text
    assert sign_in(team, "ana", "wrong").status_code == 403
    answer = sign_in(team, "ana")
    assert answer.headers["location"] == "/map"
    cookie = answer.headers["set-cookie"]
    assert all(word in cookie for word in ("__Host-", "Secure", "HttpOnly", "SameSite=lax"))
    assert "ana" in team.get("/timeline").text
    assert team.post("/logout", headers={"origin": "https://talks.example"}).status_code == 303
    assert team.get("/timeline.json").status_code == 401


@pytest.mark.parametrize(
    ("name", "review", "decide", "people"),
    [("rene", 403, 403, 403), ("ana", 200, 303, 403), ("olga", 200, 303, 200)],
)
def test_roles(team: TestClient, name: str, review: int, decide: int, people: int) -> None:
    sign_in(team, name)
    here = {"sec-fetch-site": "same-origin"}
    assert team.get("/timeline").status_code == 200
    assert team.get("/review").status_code == review
    assert team.get("/add").status_code == review
    form = {"act": "accept", "of": "events", "id": "talks-1"}
    assert team.post("/decide", data=form, headers=here).status_code == decide
    assert team.get("/accounts").status_code == people
    seen = team.get("/events/talks-1").text
    assert ("data-acts" in seen) == (name != "rene")


def test_a_decision_carries_who_took_it(team: TestClient, keeper: Any) -> None:
    sign_in(team, "ana")
    form = {"act": "doubt", "of": "events", "id": "talks-1", "why": "vague"}
    team.post("/decide", data=form, headers={"sec-fetch-site": "same-origin"})
    assert [(ask.by, ask.act, ask.why) for ask in keeper.asked] == [("ana", "doubt", "vague")]


def test_owners_say_who_may_enter(team: TestClient, accounts: Accounts) -> None:
    sign_in(team, "olga")
    here = {"sec-fetch-site": "same-origin"}
    made = team.post("/accounts", data={"name": "Zoé", "role": "reader"}, headers=here)
    assert ("Zoé", "reader") in accounts.names()
    password = made.text.split('class="password">')[1].split("<")[0]
    assert accounts.enter("Zoé", password, "x")
    assert team.post("/accounts", data={"name": "Zoé", "remove": "1"}, headers=here).is_redirect
    assert ("Zoé", "reader") not in accounts.names()
    kept = team.post("/accounts", data={"name": "olga", "remove": "1"}, headers=here)
    assert kept.status_code == 422


def test_who_is_taken_out_is_out_at_once(team: TestClient, accounts: Accounts) -> None:
    sign_in(team, "ana")
    accounts.remove("ana")
    assert team.get("/timeline.json").status_code == 401


def test_guessing_is_slow(accounts: Accounts) -> None:
    for _ in range(room.TRIES):
        assert accounts.enter("ana", "guess", "1.2.3.4") is None
    with pytest.raises(AccountError, match="too many"):
        accounts.enter("ana", PASSWORD, "5.6.7.8")
    with pytest.raises(AccountError, match="too many"):
        accounts.enter("rene", PASSWORD, "1.2.3.4")
    assert accounts.enter("rene", PASSWORD, "5.6.7.8")


def test_a_session_ends(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    token = accounts.enter("ana", PASSWORD, "x")
    assert token
    assert accounts.who(token) == ("ana", "analyst")
    assert token.encode() not in accounts.path.read_bytes()
    later = time.time() + room.LASTS + 1
    monkeypatch.setattr("detente.web.accounts.time.time", lambda: later)
    assert accounts.who(token) is None


def test_accounts_that_cannot_be(tmp_path: Path) -> None:
    made = Accounts(tmp_path / "x.accounts")
    with pytest.raises(AccountError, match="first account"):
        made.put("ana", "reader", PASSWORD)
    for name, role, password in (
        ("", "owner", PASSWORD),
        ("a", "king", PASSWORD),
        ("a", "owner", "x"),
    ):
        with pytest.raises(AccountError):
            made.put(name, role, password)
    made.put("ana", "owner", PASSWORD)
    with pytest.raises(AccountError, match="only owner"):
        made.put("ana", "reader", PASSWORD)
    assert (made.path.stat().st_mode & 0o777) == 0o600
    (tmp_path / "no.accounts").write_text("not a database, however long it is " * 40)
    with pytest.raises(AccountError, match="no accounts"):
        Accounts(tmp_path / "no.accounts")


def test_nobody_is_served_elsewhere_without_accounts(tmp_path: Path) -> None:
    settings = Settings(dossier="x", host="0.0.0.0", accounts=tmp_path / "none")
    with pytest.raises(AccountError, match="detente accounts add"):
        serve(settings, print)


def test_what_is_this_machine_only() -> None:
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.8.8.8", "::1")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "talks.example")))


def test_kept_answers_are_nobody_elses(team: TestClient, snapshot: Snapshot) -> None:
    sign_in(team, "olga")
    assert "olga" in team.get("/timeline").text
    sign_in(team, "rene")
    seen = team.get("/timeline").text
    assert "olga" not in seen
    assert "/accounts" not in seen
