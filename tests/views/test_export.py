"""The exported record is the contract of `docs/record.md`, and its schema says so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import msgspec
import pytest

from detente.model import Record
from detente.views.export import INTERNAL, schema, to_json

CONTRACT = Path(__file__).parents[2] / "docs" / "record.md"
KEYS = {
    "articles": "id source outlet title language published text copy_of",
    "actors": "id kind name aliases country wikidata roles",
    "events": "id kind plover cameo status date date_basis place venue duration parties "
    "participants topics released articles mentions claims",
    "statements": "id speaker quote kind date addressee topics plover evidence cue",
    "undertakings": "id text parties made_at date status history evidence",
    "disputes": "id event attribute positions",
}


def test_the_record_has_the_keys_of_the_contract(small_record: Record) -> None:
    data = json.loads(to_json(small_record))
    for name, keys in KEYS.items():
        assert set(keys.split()) <= data[name][0].keys(), name
    assert set(KEYS) <= data.keys()
    assert data["version"] == "1"
    assert {"from", "to"} <= data["actors"][2]["roles"][0].keys()


def test_what_is_internal_stays_inside(small_record: Record) -> None:
    data = json.loads(to_json(small_record))
    for name, internal in INTERNAL.items():
        assert not any(internal & item.keys() for item in data[name])
    assert "When" not in schema()["$defs"]


def test_it_is_readable_utf_8(small_record: Record) -> None:
    exported = to_json(small_record)
    assert "Norvège".encode() in exported
    assert exported.endswith(b"}\n")


def test_the_schema_takes_an_exported_record(small_record: Record) -> None:
    checker = jsonschema.Draft202012Validator(schema())
    checker.check_schema(schema())
    data = json.loads(to_json(small_record))
    assert list(checker.iter_errors(data)) == []
    data["events"][0]["status"] = "dreamt"
    assert list(checker.iter_errors(data))


def test_the_schema_says_its_version() -> None:
    assert schema()["version"] == Record().version
    version = schema()["$defs"]["Record"]["properties"]["version"]
    assert version["const"] == Record().version


def test_an_exported_record_is_read_back(small_record: Record) -> None:
    again = msgspec.json.decode(to_json(small_record), type=Record)
    assert again.events[1].participants == small_record.events[1].participants
    assert again.articles == small_record.articles


def test_evidence_is_the_reports_own_words(small_record: Record) -> None:
    data = json.loads(to_json(small_record))
    texts = {article["id"]: article["text"] for article in data["articles"]}
    spans = [span for event in data["events"] for span in event["mentions"]]
    assert spans
    for span in spans:
        assert texts[span["article"]][span["start"] : span["end"]] == span["exact"]


@pytest.mark.parametrize("name", sorted(schema()["$defs"]))
def test_every_key_is_documented(name: str) -> None:
    written = set(re.findall(r"`([\w]+)`", CONTRACT.read_text("utf-8")))
    assert set(schema()["$defs"][name].get("properties", ())) <= written
