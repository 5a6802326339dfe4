"""Records of the methodology department for tests."""

import datetime
from typing import Any

import factory
import wagtail_factories
from factory.django import DjangoModelFactory
from pages_factories import DocumentFactory, MunicipalityFactory, SettlementFactory, locale

from methodology import eik
from methodology.models import (
    Administration,
    Consultation,
    Cooperation,
    FollowUp,
    Library,
    MaterialAudience,
    MaterialCategory,
    MaterialFile,
    MaterialPage,
    MethodologyIndexPage,
    Person,
    Post,
    Topic,
    Training,
    Visit,
)


def valid_eik(number: int) -> str:
    """Return the ЕИК whose first eight digits are the number."""
    first = f"{number:08d}"
    return f"{first}{eik.check_digit(first)}"


class LibraryFactory(DjangoModelFactory):
    class Meta:
        model = Library

    name = factory.Sequence(lambda number: f"Пробуда – {1860 + number}")
    reg_no = factory.Sequence(lambda number: 100 + number)
    eik = factory.Sequence(lambda number: valid_eik(80_500 + number))
    settlement = factory.SubFactory(SettlementFactory)
    municipality = factory.SelfAttribute("settlement.municipality")


class CategoryFactory(DjangoModelFactory):
    class Meta:
        model = MaterialCategory
        django_get_or_create = ("slug", "locale")

    name = "Указания"
    slug = "ukazania"
    locale = factory.LazyFunction(lambda: locale("bg"))


class AudienceFactory(DjangoModelFactory):
    class Meta:
        model = MaterialAudience
        django_get_or_create = ("slug", "locale")

    name = "Читалищни библиотеки"
    slug = "chitalishtni-biblioteki"
    locale = factory.LazyFunction(lambda: locale("bg"))


class MethodologyIndexFactory(wagtail_factories.PageFactory):
    class Meta:
        model = MethodologyIndexPage

    title = "Методическа дейност"
    slug = "metodicheska-deynost"
    locale = factory.LazyFunction(lambda: locale("bg"))


class MaterialFactory(wagtail_factories.PageFactory):
    class Meta:
        model = MaterialPage
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Указание {number}")
    slug = factory.Sequence(lambda number: f"ukazanie-{number}")
    category = factory.SubFactory(CategoryFactory)
    edition_date = datetime.date(2026, 3, 2)
    locale = factory.LazyFunction(lambda: locale("bg"))

    @factory.post_generation
    def audiences(page: MaterialPage, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            page.audiences.set(extracted)
            page.save()


class MaterialFileFactory(DjangoModelFactory):
    class Meta:
        model = MaterialFile

    # A document without a size measures and saves itself when it is first shown.
    document = factory.SubFactory(DocumentFactory, file_size=20_480)


class TrainingFactory(DjangoModelFactory):
    class Meta:
        model = Training
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Семинар {number}")
    status = "planned"
    start_date = datetime.date(2026, 11, 30)

    @factory.post_generation
    def municipalities(training: Training, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            training.municipalities.set(extracted)
            training.save()


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda number: f"Мария Примерна {number}")


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    person = factory.SubFactory(PersonFactory)
    library = factory.SubFactory(LibraryFactory)
    since = datetime.date(2020, 3, 1)


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    name = factory.Sequence(lambda number: f"Тема {number}")


class AdministrationFactory(DjangoModelFactory):
    class Meta:
        model = Administration
        django_get_or_create = ("municipality",)

    municipality = factory.SubFactory(MunicipalityFactory)


class ConsultationFactory(DjangoModelFactory):
    class Meta:
        model = Consultation
        skip_postgeneration_save = True

    question = factory.Sequence(lambda number: f"Как се отчисляват книги? ({number})")
    date = datetime.date(2026, 3, 10)
    library = factory.SubFactory(LibraryFactory)
    municipality = factory.LazyAttribute(lambda row: row.library.municipality if row.library else None)

    @factory.post_generation
    def persons(row: Consultation, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            row.persons.set(extracted)
            row.save()

    @factory.post_generation
    def topics(row: Consultation, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            row.topics.set(extracted)
            row.save()


class VisitFactory(DjangoModelFactory):
    class Meta:
        model = Visit

    date = factory.Sequence(lambda number: datetime.date(2026, 1, 1) + datetime.timedelta(days=number % 300))
    library = factory.SubFactory(LibraryFactory)
    municipality = factory.SelfAttribute("library.municipality")


class CooperationFactory(DjangoModelFactory):
    class Meta:
        model = Cooperation

    administration = factory.SubFactory(AdministrationFactory)
    municipality = factory.SelfAttribute("administration.municipality")
    date = datetime.date(2026, 2, 3)
    kind = "agreement"
    title = factory.Sequence(lambda number: f"Споразумение {number}")


class FollowUpFactory(DjangoModelFactory):
    class Meta:
        model = FollowUp

    text = factory.Sequence(lambda number: f"Изпраща се образец {number}")
    library = factory.SubFactory(LibraryFactory)
    municipality = factory.SelfAttribute("library.municipality")
