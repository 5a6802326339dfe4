"""The work of the 2021 project beside its trainings, in exactly the published numbers."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, cycle, islice

from library_site.demo.content import Item, items, table
from library_site.demo.loaders.people import invented_address, invented_name
from methodology.actions.records_index import index_for_search, index_references
from methodology.models import (
    Channel,
    Consultation,
    FindingKind,
    Library,
    Person,
    Post,
    Topic,
    Visit,
    VisitFinding,
    VisitKind,
)

SATURDAY = 5
SINCE, UNTIL = date(2019, 9, 2), date(2023, 8, 31)


def load_project() -> None:
    """Load everything once; where the project has visits, it is there."""
    project = table("project_2021")
    if Visit.objects.for_project(project["name"]).exists():
        return
    surveyed, elsewhere = _libraries(project)
    visited = elsewhere[: project["visits"]["libraries"]]
    reached = [*surveyed, *elsewhere[: project["libraries"] - len(surveyed)]]
    topics = {topic.name: topic for topic in Topic.objects.all()}
    _go(project, project["visits"], VisitKind.VISIT, visited)
    surveys = _go(project, project["survey"], VisitKind.SURVEY, surveyed)
    _find(surveys, project["findings"], topics)
    _consult(project, reached, topics)


def _libraries(project: Item) -> tuple[list[Library], list[Library]]:
    """Return the libraries of the survey, and those of the other municipalities."""
    samples = Library.objects.active().filter(is_sample=True).with_place().order_by("pk")
    places = project["survey"]["municipalities"]
    asked = [row for row in samples if row.municipality.slug in places]
    others = [row for row in samples if row.municipality.slug not in places]
    return asked[: project["survey"]["libraries"]], others


def _go(project: Item, trips: Item, kind: VisitKind, libraries: Sequence[Library]) -> list[Visit]:
    """Record a visit to each library, with so many people met in all."""
    met = _shares(trips["people"], len(libraries))
    days = islice(_workdays(trips["first_day"]), len(libraries))
    rows = [
        Visit(
            library=library,
            municipality=library.municipality,
            date=day,
            kind=kind,
            met=number,
            project=project["name"],
        )
        for library, day, number in zip(libraries, days, met, strict=True)
    ]
    saved = Visit.objects.bulk_create(rows)
    index_references(saved)
    return saved


def _find(visits: Sequence[Visit], found: Sequence[Item], topics: dict[str, Topic]) -> None:
    pairs = [
        (visit, kind, item["topic"], item[name])
        for visit, item in zip(visits, cycle(found), strict=False)
        for kind, name in ((FindingKind.FINDING, "text"), (FindingKind.RECOMMENDATION, "advice"))
    ]
    VisitFinding.objects.bulk_create(
        VisitFinding(visit=visit, kind=kind, topic=topics[topic], text=text)
        for visit, kind, topic, text in pairs
    )


def _consult(project: Item, libraries: Sequence[Library], topics: dict[str, Topic]) -> None:
    """Record the consultations; posts in the group reach whoever is left of the attendances."""
    numbers = project["consultations"]
    alone = [channel for channel in (Channel.PHONE, Channel.EMAIL) for _ in range(numbers[channel.value])]
    posts = numbers[Channel.SOCIAL_GROUP.value]
    reached = _shares(project["consultation_attendances"] - len(alone), posts)
    asked = cycle(project["questions"])
    days = _spread(project["first_day"], len(alone) + posts)
    rows = [
        _consultation(project, channel, next(days), next(asked), library)
        for channel, library in zip(alone, cycle(libraries), strict=False)
    ]
    for number in reached:
        row = _consultation(project, Channel.SOCIAL_GROUP, next(days), next(asked), None)
        row.reached = number
        rows.append(row)
    saved = Consultation.objects.bulk_create(rows)
    _file(saved, project, topics)
    _name(saved[: len(alone)], project["people"])
    index_references(saved)
    index_for_search(saved)


def _consultation(
    project: Item, channel: Channel, day: date, asked: Item, library: Library | None
) -> Consultation:
    return Consultation(
        library=library,
        municipality=library.municipality if library else None,
        channel=channel,
        date=day,
        minutes=15,
        question=asked["question"],
        answer=asked["answer"],
        project=project["name"],
    )


def _file(rows: Sequence[Consultation], project: Item, topics: dict[str, Topic]) -> None:
    through = Consultation.topics.through
    known = {asked["question"]: topics[asked["topic"]] for asked in project["questions"]}
    through._default_manager.bulk_create(through(consultation=row, topic=known[row.question]) for row in rows)


def _name(rows: Sequence[Consultation], total: int) -> None:
    """Name those who asked: the invented people that no training names, so that all are so many."""
    trained = sum(item["participants"] for item in items("project_trainings") if item["kind"] == "practicum")
    people = Person.objects.bulk_create(
        Person(name=invented_name(number), email=invented_address(number)) for number in range(trained, total)
    )
    through = Consultation.persons.through
    through._default_manager.bulk_create(
        through(consultation=row, person=person) for row, person in zip(rows, people, strict=False)
    )
    _employ(rows, people)


def _employ(rows: Sequence[Consultation], people: Sequence[Person]) -> None:
    """Give each a post where the question came from; one in each library still works there."""
    held: set[int | None] = set(Post.objects.on().values_list("library", flat=True))
    posts = []
    for row, person in zip(rows, people, strict=False):
        stays = row.library_id not in held
        held.add(row.library_id)
        until = None if stays else UNTIL
        posts.append(Post(person=person, library=row.library, share=Decimal("0.5"), since=SINCE, until=until))
    index_references(Post.objects.bulk_create(posts))


def _shares(total: int, number: int) -> list[int]:
    """Divide a total into so many nearly equal whole parts."""
    each, left = divmod(total, number)
    return [each + (place < left) for place in range(number)]


def _workdays(first: date) -> Iterator[date]:
    days = (first + timedelta(days=number) for number in range(365))
    return (day for day in days if day.weekday() < SATURDAY)


def _spread(first: date, number: int) -> Iterator[date]:
    """Give so many days of the year, several on some of them."""
    workdays = [day for day in _workdays(first) if day.year == first.year]
    each = -(-number // len(workdays))
    return islice(chain.from_iterable([day] * each for day in workdays), number)
