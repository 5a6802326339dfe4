"""The department's work in the demo: topics, invented people, administrations, consultations, visits."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from library_site.demo.content import Item, items
from library_site.demo.loaders.bench import Bench
from methodology.actions.log_consultation import LogConsultation
from methodology.actions.track import TrackFollowUps
from methodology.models import (
    Administration,
    AdministrationContact,
    Consultation,
    Cooperation,
    Library,
    Person,
    Post,
    Topic,
    Visit,
    VisitFinding,
)
from pages.models import Municipality

DAYS_IN_YEAR = 365


def load_work(bench: Bench) -> None:
    """Load everything once; where there are topics, the department has begun its own work."""
    if Topic.objects.exists():
        return
    topics = _topics()
    libraries = {row.settlement.ekatte: row for row in Library.objects.with_place().order_by("-pk")}
    _people(bench, libraries)
    _administrations()
    _cooperation(bench)
    _visits(bench, libraries, topics)
    _consultations(bench, libraries, topics)


def _topics() -> dict[str, Topic]:
    found = {}
    for order, item in enumerate(items("topics"), start=1):
        topic = found[item["name"]] = Topic.objects.create(name=item["name"], sort_order=order)
        for place, name in enumerate(item["parts"], start=1):
            found[name] = Topic.objects.create(name=name, parent=topic, sort_order=place)
    return found


def _people(bench: Bench, libraries: dict[str, Library]) -> None:
    for number, item in enumerate(items("people"), start=1):
        person = Person(
            name=item["name"], email=f"biblioteka{number}@example.org", qualification=item["qualification"]
        )
        person.full_clean()
        person.save()
        post = Post(
            person=person,
            library=libraries[item["place"]],
            role=item["role"],
            share=Decimal(item["share"]),
            since=bench.today - timedelta(days=DAYS_IN_YEAR * item["years"]),
        )
        post.full_clean()
        post.save()


def _administrations() -> None:
    for item in items("administrations"):
        row = Administration(
            municipality=Municipality.objects.get(code=item["code"]), address=item["address"]
        )
        row.contacts = [AdministrationContact(role=item["role"])]
        row.save()


def _cooperation(bench: Bench) -> None:
    for item in items("cooperation"):
        row = Cooperation(
            administration=Administration.objects.get(municipality__code=item["code"]),
            kind=item["kind"],
            title=item["title"],
            text=item.get("text", ""),
            **_when(bench, item),
        )
        row.full_clean()
        row.save()
        TrackFollowUps(row).execute()


def _visits(bench: Bench, libraries: dict[str, Library], topics: dict[str, Topic]) -> None:
    for item in items("visits"):
        row = Visit(
            library=libraries[item["place"]],
            kind=item["kind"],
            met=item["met"],
            summary=item["summary"],
            **_when(bench, item),
        )
        row.full_clean()
        findings = [
            VisitFinding(
                kind=kind,
                topic=topics[topic],
                text=text,
                due_on=bench.today + timedelta(days=due[0]) if due else None,
            )
            for kind, topic, text, *due in item.get("findings", [])
        ]
        row.findings.add(*findings)
        row.save()
        TrackFollowUps(row).execute()


def _consultations(bench: Bench, libraries: dict[str, Library], topics: dict[str, Topic]) -> None:
    for item in items("consultations"):
        library = libraries[item["place"]] if "place" in item else None
        row = Consultation(
            library=library,
            channel=item["channel"],
            minutes=item["minutes"],
            reached=item.get("reached", 1),
            question=item["question"],
            answer=item["answer"],
            **_when(bench, item),
        )
        people = Person.objects.filter(posts__library=library) if library else Person.objects.none()
        LogConsultation(row, persons=people, topics=[topics[item["topic"]]]).execute()


def _when(bench: Bench, item: Item) -> dict[str, Any]:
    due = {"due_on": bench.today + timedelta(days=item["due"])} if "due" in item else {}
    return {
        "date": bench.today - timedelta(days=item["days"]),
        "follow_up": item.get("follow_up", ""),
        **due,
    }
