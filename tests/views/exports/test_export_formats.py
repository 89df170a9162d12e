"""Each format read back by a program that is not ours, or held against its standard."""

from __future__ import annotations

import datetime
import io
import json
from typing import Any

import jsonschema
import pytest

from detente.errors import DetenteError
from detente.model import Record
from detente.views.exports import FORMATS, Exported, export
from detente.views.exports.exported import days
from detente.views.exports.plover import alpha3


def content(record: Record, name: str, language: str = "en") -> bytes:
    (data,) = export(record, name, language=language).files.values()
    return data


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_record_gives_the_same_bytes(hard_record: Record, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    assert export(hard_record, name).files == export(hard_record, name).files


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_record_is_exported(name: str, language: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    found = export(Record(), name, language=language)
    assert isinstance(found, Exported)
    assert not found.notes


def test_a_format_or_language_that_is_not_there_is_named(hard_record: Record) -> None:
    with pytest.raises(DetenteError, match="no format 'xlsx'; there are: json, csv, "):
        export(hard_record, "xlsx")
    with pytest.raises(DetenteError, match="no words in 'de'; there are: en, fr"):
        export(hard_record, "ics", language="de")


# ---------------------------------------------------------------- PLOVER

LOCATION = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "latitude": {"type": "number"},
        "longitude": {"type": "number"},
        "country code": {"type": "string", "pattern": "^[A-Z]{2}$"},
        "cc3": {"type": "string", "pattern": "^[A-Z]{3}$"},
    },
    "additionalProperties": False,
}
ACTORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            name: {"type": "string"}
            for name in ("code", "actor_text", "identifier_id", "identifier_text", "office")
        },
        "additionalProperties": False,
    },
}
PLOVER = {
    "type": "object",
    "required": ["id", "date", "source", "event"],
    "properties": {
        "date": {"type": "string", "format": "date"},
        "enddate": {"type": "string", "format": "date"},
        "source": ACTORS,
        "recipient": ACTORS,
        "event": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "event_loc": LOCATION,
        "event_text": {"type": "array", "items": {"type": "string"}},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "event_scale": {"type": "number"},
        "mode": {"type": "string"},
        "context": {"type": "array", "items": {"type": "string"}},
        "has_event": {"type": "boolean"},
    },
}
"""What the PLOVER manual's tables (0.7b1, JSON Data Fields) say of each field that we write."""


def test_plover_records_have_the_manuals_fields(hard_record: Record) -> None:
    checker = jsonschema.Draft202012Validator(
        PLOVER, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    found = export(hard_record, "plover")
    records = lines(found.files[""])
    for record in records:
        checker.validate(record)
    assert {r["id"] for r in records} == {
        "talks-1", "expulsion-1", "span-1", "vague-1", "release-1", "told-1",
    }  # fmt: skip
    told = next(r for r in records if r["id"] == "told-1")
    assert (told["date"], told["date_basis"], told["time_precision"]) == ("2031-05-20", "told", 4)
    assert "date_edtf" not in told and "enddate" not in told
    assert found.notes == (
        "3 events left out: not told as having happened",
        "1 event left out: without a date, nor one of their reports",
    )


def test_plover_tells_who_did_it_to_whom_only_where_the_record_does(hard_record: Record) -> None:
    by_id = {record["id"]: record for record in lines(content(hard_record, "plover"))}
    expelled = by_id["expulsion-1"]
    assert [actor["code"] for actor in expelled["source"]] == ["SWE"]
    assert [actor["actor_text"] for actor in expelled["recipient"]] == [
        "Danemark",
        "deux attachés 🕊 danois",
    ]
    assert (expelled["event"], expelled["mode"], expelled["quad_code"]) == (
        ["SANCTION"],
        "expel",
        3,
    )
    assert (expelled["date"], expelled["enddate"]) == ("2031-05-01", "2031-05-31")
    assert (expelled["date_edtf"], expelled["time_precision"]) == ("2031-05", 3)
    assert len(by_id["talks-1"]["source"]) == 3
    freed = by_id["release-1"]
    assert [actor["actor_text"] for actor in freed["source"]] == ["Suède"]
    assert [actor["actor_text"] for actor in freed["recipient"]] == ["=9+1 pêcheurs"]
    assert "comment" not in by_id["talks-1"]


def test_country_codes_in_three_letters() -> None:
    codes = [alpha3(code) for code in ("FR", "DE", "CD", "YE", "MM", "XK", "??")]
    assert codes == ["FRA", "DEU", "COD", "YEM", "MMR", "XKK", None]


# ---------------------------------------------------------------- Web Annotation

ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "describing"]},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {"type": {"const": "TextualBody"}},
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "selector": {
                    "prefixItems": [
                        {
                            "properties": {"type": {"const": "TextQuoteSelector"}},
                            "required": ["exact"],
                        },
                        {
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0},
                            },
                            "required": ["start", "end"],
                        },
                    ]
                }
            },
        },
    },
}
"""What the Web Annotation Data Model (W3C Recommendation, 2017) says with MUST of what we write."""


def test_web_annotations_point_at_the_words(hard_record: Record) -> None:
    page = json.loads(content(hard_record, "webannotation"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert page["partOf"]["total"] == len(page["items"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    texts = {article.id: article.text for article in hard_record.articles}
    for item in page["items"]:
        jsonschema.validate(item, ANNOTATION)
        target = item["target"]
        text = texts[target["source"]["id"].rpartition(":")[2]]
        quote, place = target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    dove = next(i for i in page["items"] if "scope" in i["target"])
    assert dove["target"]["scope"].startswith("https://presse.invalid/")


# ---------------------------------------------------------------- FollowTheMoney


def test_followthemoney_takes_every_entity_and_every_value(hard_record: Record) -> None:
    ftm: Any = pytest.importorskip("followthemoney", reason="needs ICU to build")
    entities = lines(content(hard_record, "ftm"))
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), name
            if proxy.schema.get(name).type.name == "entity":
                assert set(values) <= ids


def test_followthemoney_dates_are_as_fine_as_told(hard_record: Record) -> None:
    found = {
        entity["id"].removeprefix("detente-event-"): entity["properties"]
        for entity in lines(content(hard_record, "ftm"))
        if entity["schema"] == "Event"
    }
    assert found["expulsion-1"]["date"] == ["2031-05"]
    assert (found["span-1"]["startDate"], found["span-1"]["endDate"]) == (
        ["2031-04-29"],
        ["2031-05-02"],
    )
    assert found["open-1"]["startDate"] == ["2030"]
    assert "endDate" not in found["open-1"]
    assert found["vague-1"]["description"] == ["date as told: 2030~"]
    assert "denied-1" not in found and "plan-1" not in found


# ---------------------------------------------------------------- timelines, maps, graphs

TIMELINE_DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {name: {"type": "integer"} for name in ("year", "month", "day")},
    "additionalProperties": False,
    "dependentRequired": {"day": ["month"]},
}
TIMELINE = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "scale": {"enum": ["human", "cosmological"]},
        "events": {
            "items": {
                "required": ["start_date", "text", "unique_id"],
                "properties": {"start_date": TIMELINE_DATE, "end_date": TIMELINE_DATE},
            }
        },
    },
}
"""TimelineJS 3, « JSON data format »."""


def test_timelinejs(hard_record: Record) -> None:
    data = content(hard_record, "timelinejs", "fr")
    timeline = json.loads(data)
    jsonschema.validate(timeline, TIMELINE)
    slides = {slide["unique_id"]: slide for slide in timeline["events"]}
    assert slides["expulsion-1"]["start_date"] == {"year": 2031, "month": 5}
    assert "end_date" not in slides["expulsion-1"]
    assert slides["told-1"]["display_date"] == "rapporté 2031-05-20"
    assert slides["span-1"]["end_date"] == {"year": 2031, "month": 5, "day": 2}
    assert slides["plan-1"]["text"]["headline"] == "pourparlers (prévu), Danemark"
    assert b"<script" not in data
    assert list(slides) == sorted(slides, key=lambda i: days_first(hard_record, i))


def days_first(record: Record, event: str) -> tuple[datetime.date, str]:
    span = days(next(e.date or "2031-05-20" for e in record.events if e.id == event))
    assert span and span.first
    return span.first, event


def test_geojson(hard_record: Record) -> None:
    geojson: Any = pytest.importorskip("geojson")
    collection = geojson.loads(content(hard_record, "geojson"))
    assert collection.is_valid and len(collection.features) == len(hard_record.events)
    by_id = {feature.id: feature for feature in collection.features}
    assert by_id["expulsion-1"].geometry.coordinates == [13.00073, 55.60587]
    assert by_id["plan-1"].geometry is None
    assert by_id["plan-1"].properties["geo_precision"] == 4
    assert by_id["open-1"].properties["date_end"] is None
    assert export(hard_record, "geojson").notes == (
        "9 of 10 events have no point: no town is told",
    )


def test_graphml(hard_record: Record) -> None:
    networkx: Any = pytest.importorskip("networkx")
    graph = networkx.read_graphml(io.BytesIO(content(hard_record, "graphml")))
    assert graph.is_directed()
    assert graph.nodes["event:expulsion-1"]["date_start"] == "2031-05-01"
    assert graph.nodes["event:expulsion-1"]["latitude"] == pytest.approx(55.60587)
    assert graph.edges["actor:attaches", "event:expulsion-1"]["part"] == "target"
    assert graph.edges["actor:kari-holm", "event:talks-1"]["side"] == "NO"
    assert graph.nodes["actor:=9+1 pêcheurs"]["kind"] == "group"
    kinds = {graph.nodes[node]["type"] for edge in graph.edges for node in edge}
    assert kinds == {"actor", "event"}


def test_calendar(hard_record: Record) -> None:
    icalendar: Any = pytest.importorskip("icalendar")
    data = content(hard_record, "ics", "fr")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    calendar = icalendar.Calendar.from_ical(data)
    events = {str(event["uid"]).partition("@")[0]: event for event in calendar.events}
    assert set(events) == {"talks-1", "expulsion-1", "span-1", "vague-1", "plan-1", "release-1"}
    month = events["expulsion-1"]
    assert (month.start, month.end) == (datetime.date(2031, 5, 1), datetime.date(2031, 6, 1))
    assert "(2031-05)" in month["summary"]
    assert month["x-detente-time-precision"] == "3"
    assert "au mois près" in month["description"]
    assert not month.errors
    assert events["plan-1"]["status"] == "TENTATIVE"
    assert events["span-1"].end == datetime.date(2031, 5, 3)
    assert events["expulsion-1"]["geo"].to_ical() == "55.60587;13.00073"
    assert export(hard_record, "ics").notes == (
        "1 event left out: neither past nor planned",
        "3 events left out: without a date",
    )
