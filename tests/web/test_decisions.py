"""Forms to decisions."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.model import Record
from detente.web.worker import Ask


def asked(client: TestClient, keeper: Any, **form: Any) -> Ask:
    answer = client.post("/decide", data={"of": "events", "id": "talks-1", **form})
    assert answer.status_code == 303, answer.text
    found: Ask = keeper.asked[-1]
    return found


def test_the_queue_has_the_least_certain_first(client: TestClient) -> None:
    ids = [row["id"] for row in client.get("/review.json").json()]
    assert ids == ["undated-1", "talks-1", "release-1"]
    assert "0 sur 3 relus" in client.get("/review").text
    assert client.get("/review?of=statements").status_code == 200
    assert client.get("/review?of=undertakings&lang=en").status_code == 200


@pytest.mark.parametrize(
    ("attribute", "given", "kept"),
    [
        ("date", {"value": "2031-05-07"}, ("date", "2031-05-07")),
        ("kind", {"kind_value": "visit"}, ("kind", "visit")),
        ("status", {"status_value": "denied"}, ("status", "denied")),
        ("city", {"value": "Oslo"}, ("place", {"city": "Oslo", "country": "IS"})),
        ("country", {"value": "no"}, ("place", {"city": "Reykjavik", "country": "NO"})),
        ("parties", {"value": "NO, Islande, Suède"}, ("parties", ["NO", "IS", "SE"])),
    ],
)
def test_corrections(
    client: TestClient, keeper: Any, attribute: str, given: dict[str, str], kept: tuple[str, Any]
) -> None:
    ask = asked(client, keeper, act="correct", attribute=attribute, **given)
    assert (ask.attribute, ask.value) == kept


def test_a_statement_gets_another_speaker(client: TestClient, keeper: Any) -> None:
    form = {"of": "statements", "id": "s2", "attribute": "speaker", "value": "Kari Holm"}
    ask = asked(client, keeper, act="correct", **form)
    assert (ask.attribute, ask.value) == ("speaker", "kari-holm")


def test_joining_and_splitting(client: TestClient, keeper: Any) -> None:
    ask = asked(client, keeper, act="join", others=["release-1", ""])
    assert ask.others == ("release-1",)
    page = client.get("/events/talks-1").text
    key = page.split('name="mention" value="')[1].split('"')[0]
    ask = asked(client, keeper, act="split", mention=key)
    assert [span.exact for span in ask.evidence] == ["a rencontré"]


def test_a_note_is_kept(client: TestClient, keeper: Any) -> None:
    ask = asked(client, keeper, act="annotate", note="voir demain", back="/events/talks-1")
    assert ask.value == "voir demain"


def test_what_cannot_be_decided_is_told(client: TestClient) -> None:
    wrong = {"act": "correct", "of": "events", "id": "talks-1", "attribute": "date"}
    answer = client.post("/decide", data=wrong | {"value": "nonsense"})
    assert (answer.status_code, "no date" in answer.text) == (400, True)
    for form in ({"act": "burn"}, wrong | {"attribute": "plover"}, wrong | {"of": "articles"}):
        assert (
            client.post("/decide", data={"id": "talks-1", "of": "events"} | form).status_code == 400
        )


def test_undoing(client: TestClient, keeper: Any) -> None:
    answer = client.post("/undo", data={"decision": "d1", "back": "/history"})
    assert answer.headers["location"] == "/history"
    assert (keeper.asked[-1].act, keeper.asked[-1].fact) == ("undo", "d1")


def test_what_is_decided_and_not_yet_shown_is_asked_no_more(
    client: TestClient, keeper: Any
) -> None:
    keeper.pending = {"talks-1": ("accept", "d-9")}
    assert [row["id"] for row in client.get("/review.json").json()] == ["undated-1", "release-1"]
    page = client.get("/review").text
    assert 'name="decision" value="d-9"' in page
    assert "1 sur 3 relus" in page


@pytest.mark.parametrize(
    ("attribute", "given", "kept"),
    [
        ("name", {"value": "Kari Holm-Lie"}, "Kari Holm-Lie"),
        ("country", {"value": "Islande"}, "IS"),
        ("country", {"value": "no"}, "NO"),
        ("kind", {"kind_value": "group"}, "group"),
    ],
)
def test_an_actor_is_corrected(
    client: TestClient, keeper: Any, attribute: str, given: dict[str, str], kept: str
) -> None:
    form = {"of": "actors", "id": "kari-holm", "attribute": attribute}
    ask = asked(client, keeper, act="correct", **form, **given)
    assert (ask.of, ask.fact, ask.attribute, ask.value) == ("actors", "kari-holm", attribute, kept)


def test_actors_are_joined_from_their_page(client: TestClient, keeper: Any) -> None:
    assert 'name="of" value="actors"' in client.get("/people/kari-holm").text
    ask = asked(client, keeper, of="actors", id="kari-holm", act="join", others="evil-one")
    assert (ask.of, ask.others) == ("actors", ("evil-one",))


def test_a_claim_is_set_aside_from_its_event(client: TestClient, keeper: Any) -> None:
    assert 'value="set_aside"' in client.get("/events/talks-1").text
    ask = asked(client, keeper, act="set_aside", attribute="date", value="2031-05-06")
    assert (ask.act, ask.attribute, ask.value) == ("set_aside", "date", "2031-05-06")


def test_what_the_reading_missed_is_added(client: TestClient, keeper: Any, record: Record) -> None:
    article = record.articles[0]
    words = article.text.split("\n")[0]
    assert 'action="/missed"' in client.get(f"/reports/{article.id}").text
    form = {"of": "events", "id": article.id, "words": words, "kind": "call", "status": "occurred"}
    answer = client.post("/missed", data=form | {"parties": "Norvège, IS", "date": "2031-05-06"})
    assert answer.status_code == 303
    ask = keeper.asked[-1]
    told = {"kind": "call", "status": "occurred", "parties": ["NO", "IS"], "date": "2031-05-06"}
    assert (ask.act, ask.of, ask.value) == ("add", "events", told)
    assert [span.exact for span in ask.evidence] == [words]
    form = {"of": "statements", "id": article.id, "words": words, "kind": "direct"}
    client.post("/missed", data=form | {"speaker": "Kari Holm"})
    assert keeper.asked[-1].value == {"kind": "direct", "speaker": "kari-holm", "quote": words}
    lost = client.post("/missed", data=form | {"words": "nowhere"})
    assert (lost.status_code, "0 times" in lost.text) == (400, True)
    assert client.post("/missed", data=form | {"of": "disputes"}).status_code == 400
