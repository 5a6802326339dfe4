"""Official names in Latin letters, and slugs that are the same in the browser and on the server."""

import json
import re
import subprocess
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from javascript import node
from taggit.models import Tag

from pages.bulgarian import slugify, transliterate
from pages.bulgarian.latin import READ
from pages.models import NewsTag
from pages.slugs import LibrarySlugInput, form_field_name, slug_formatters

OFFICIAL_NAMES = [
    ("България", "Bulgaria"),
    ("РЕПУБЛИКА БЪЛГАРИЯ", "REPUBLIKA BULGARIA"),
    ("български", "balgarski"),
    ("Българията", "Balgariyata"),
    ("София", "Sofia"),
    ("Стара Загора", "Stara Zagora"),
    ("Казанлък", "Kazanlak"),
    ("Чирпан", "Chirpan"),
    ("Раднево", "Radnevo"),
    ("Гълъбово", "Galabovo"),
    ("Мъглиж", "Maglizh"),
    ("Павел баня", "Pavel banya"),
    ("Братя Даскалови", "Bratya Daskalovi"),
    ("Гурково", "Gurkovo"),
    ("Николаево", "Nikolaevo"),
    ("Опан", "Opan"),
    ("Пловдив", "Plovdiv"),
    ("Варна", "Varna"),
    ("Бургас", "Burgas"),
    ("Русе", "Ruse"),
    ("Велико Търново", "Veliko Tarnovo"),
    ("Благоевград", "Blagoevgrad"),
    ("Кюстендил", "Kyustendil"),
    ("Ямбол", "Yambol"),
    ("Търговище", "Targovishte"),
    ("Пазарджик", "Pazardzhik"),
    ("Перник", "Pernik"),
    ("Хасково", "Haskovo"),
    ("Кърджали", "Kardzhali"),
    ("Габрово", "Gabrovo"),
    ("Враца", "Vratsa"),
    ("Шумен", "Shumen"),
    ("Смолян", "Smolyan"),
    ("Силистра", "Silistra"),
    ("Добрич", "Dobrich"),
    ("Ловеч", "Lovech"),
    ("Монтана", "Montana"),
    ("Видин", "Vidin"),
    ("Разград", "Razgrad"),
    ("Сливен", "Sliven"),
    ("Щръклево", "Shtraklevo"),
    ("ЩЪРКЕЛ", "SHTARKEL"),
    ("Щъркел", "Shtarkel"),
    ("Ценово", "Tsenovo"),
    ("Юндола", "Yundola"),
    ("Столична", "Stolichna"),
    ("Аксаково", "Aksakovo"),
    ("Бяла Слатина", "Byala Slatina"),
    ("Вълчедръм", "Valchedram"),
    ("Горна Оряховица", "Gorna Oryahovitsa"),
    ("Девня", "Devnya"),
    ("Свищов", "Svishtov"),
    ("Сапарева баня", "Sapareva banya"),
    ("Панагюрище", "Panagyurishte"),
    ("Тунджа", "Tundzha"),
    ("Марица", "Maritsa"),
    ("Искър", "Iskar"),
    ("Янтра", "Yantra"),
    ("Рила", "Rila"),
    ("Пирин", "Pirin"),
    ("Витоша", "Vitosha"),
    ("Странджа", "Strandzha"),
    ("Стара планина", "Stara planina"),
    ("Сакар", "Sakar"),
    ("Централен Балкан", "Tsentralen Balkan"),
    ("Мария", "Maria"),
    ("Мария-Луиза", "Maria-Luiza"),
    ("МАРИЯ", "MARIA"),
    ("Марияна", "Mariyana"),
    ("Илия Бешков", "Ilia Beshkov"),
    ("Захарий Княжески", "Zahariy Knyazheski"),
    ("Гьончо Белев", "Gyoncho Belev"),
    ("Синьо", "Sinyo"),
    ("Йордан Йовков", "Yordan Yovkov"),
    ("Джебел", "Dzhebel"),
    ("Ю. Буров", "Yu. Burov"),
    ("Я", "Ya"),
    ("изѐза", "izeza"),
    ("въ́лна", "valna"),
    ("ѝ", "i"),
    ("Й", "Y"),
    ("library, 2026 г.", "library, 2026 g."),
    ("Мизия", "Mizia"),
    ("Провадия", "Provadia"),
    ("Хисаря", "Hisarya"),
    ("Поморие", "Pomorie"),
    ("Кайнарджа", "Kaynardzha"),
    ("Козлодуй", "Kozloduy"),
    ("Бойчиновци", "Boychinovtsi"),
    ("Копривщица", "Koprivshtitsa"),
    ("Божурище", "Bozhurishte"),
    ("Първомай", "Parvomay"),
    ("Лъки", "Laki"),
    ("Ябланица", "Yablanitsa"),
    ("Цар Калоян", "Tsar Kaloyan"),
    ("Стамболийски", "Stamboliyski"),
    ("Софийска област", "Sofiyska oblast"),
    ("Илия, Мария и Зинаида", "Ilia, Maria i Zinaida"),
    ("Анастасия-Елия", "Anastasia-Elia"),
    ("Нова-България", "Nova-Bulgaria"),
    ("Кирил и Методий", "Kiril i Metodiy"),
    ("Джон Уокър", "Dzhon Uokar"),
    ("Изгрѣвъ", "Izgreva"),
]

SLUGS = [
    ("Нощ на библиотеките – 2026", "nosht-na-bibliotekite-2026"),
    ("„Под игото“ на Иван Вазов", "pod-igoto-na-ivan-vazov"),
    ("Наредба № 3 от 18.11.2014 г.", "naredba-no-3-ot-18112014-g"),
    ("  — Ново! —  ", "novo"),
    ("Café Zürich", "cafe-zurich"),
    ("Обичам те, България!", "obicham-te-bulgaria"),
    ("…", ""),
    ("日本", ""),
    ("2026", "2026"),
    ("а_б", "a_b"),
    ("Въ́лна", "valna"),
    (unicodedata.normalize("NFD", "Край"), "kray"),
    ("Софи\u0301я", "sofia"),
    ("Мари\u0300я", "maria"),
    ("Бълга\u00adрия", "bulgaria"),
    ("Софи\u200bя", "sofia"),
    ("\u202aСофия\u202c", "sofia"),
    ("\u0043офия, с латинско C", "sofia-s-latinsko-c"),
    ("Бългaрия, с латинско a", "bulgaria-s-latinsko-a"),
    ("2025–2026", "2025-2026"),
    ("Книги—2026", "knigi-2026"),
    ("Нова\u2011година", "nova-godina"),
    ("Русе/Варна", "ruse-varna"),
    ("а\u0306", "a"),
    ("ӑ", "a"),
    ("и\u0301\u0306", "y"),
    ("!?!", ""),
    ("\u00ad", ""),
    ("\u0301", ""),
    ("___", ""),
]


@pytest.mark.parametrize(("name", "latin"), OFFICIAL_NAMES)
def test_a_name_is_spelled_as_the_act_asks(name: str, latin: str) -> None:
    assert transliterate(name) == latin


@pytest.mark.parametrize(("title", "slug"), SLUGS)
def test_a_title_becomes_a_slug(title: str, slug: str) -> None:
    assert slugify(title) == slug


def in_the_browser(title: str) -> str:
    """Do what the admin's script does: formatters in their order, then Wagtail's own clean-up."""
    value = title.strip()
    for pattern, replacement in slug_formatters():
        value = pattern.sub(replacement.replace("$1", r"\1"), value)
    value = re.sub(r"[^-\w\s]", "", value.lower(), flags=re.ASCII)
    return re.sub(r"-+$", "", re.sub(r"[-\s]+", "-", value)[:255])


@pytest.mark.parametrize("title", [name for name, _ in OFFICIAL_NAMES] + [title for title, _ in SLUGS])
def test_the_browser_and_the_server_make_the_same_slug(title: str) -> None:
    assert in_the_browser(title) == slugify(title)


# The formatters as the page gives them to the script: pattern and flags, and what to put instead.
IN_NODE = """
const {rules, titles} = JSON.parse(require("fs").readFileSync(0, "utf8"));
const regex = ([source, flags]) => new RegExp(source, flags);
const slug = title => rules
  .reduce((text, [pattern, replacement]) => text.replace(regex(pattern), replacement), title.trim())
  .replace(/[^-\\w\\s]/g, "").toLowerCase().replace(/[-\\s]+/g, "-").slice(0, 255).replace(/-+$/, "");
console.log(JSON.stringify(titles.map(slug)));
"""


def test_a_real_script_engine_makes_the_same_slugs() -> None:
    titles = [name for name, _ in OFFICIAL_NAMES] + [title for title, _ in SLUGS]
    rules = json.loads(LibrarySlugInput().attrs["data-w-slug-formatters-value"])
    given = json.dumps({"rules": rules, "titles": titles})
    made = subprocess.run([node(), "-e", IN_NODE], input=given, capture_output=True, text=True, check=True)
    assert json.loads(made.stdout) == [slugify(title) for title in titles]


@given(
    st.text(
        alphabet=st.sampled_from(
            "абвгдежзийклмнопрстуфхцчшщъьюяЩИЯѝӑё\u0300\u0301\u0306\u0308\u00ad\u200b -–/_„“é№ßabcXYZ019.,!"
        ),
        max_size=60,
    )
)
def test_any_title_gives_one_slug_on_both_sides(title: str) -> None:
    assert in_the_browser(title) == slugify(title)


@given(st.text(max_size=80))
def test_a_slug_is_ascii_and_stays_what_it_is(title: str) -> None:
    slug = slugify(title)
    assert re.fullmatch(r"[a-z0-9_-]*", slug)
    assert slugify(slug) == slug


@given(st.text(max_size=80))
def test_transliteration_leaves_no_bulgarian_letter_and_touches_no_other(title: str) -> None:
    assert not re.search("[а-яА-Яѝ]", transliterate(title))


def test_a_megabyte_of_one_letter_is_not_read_to_its_end() -> None:
    assert slugify("щ" * 1_000_000) == slugify("щ" * READ)


TAGS = [("Детски щастливци", "detski-shtastlivtsi"), ("България", "bulgaria"), ("„…“", "etiket"), ("ѝ", "i")]


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Tag, NewsTag])
@pytest.mark.parametrize(("name", "slug"), TAGS)
def test_a_tag_has_the_slug_of_a_title(model: Any, name: str, slug: str) -> None:
    assert model.objects.create(name=name).slug == slug
    assert model.objects.create(name=f"{name}.").slug in {slug, f"{slug}-1", f"{slug}-2"}


def test_a_field_of_a_form_has_a_name_by_the_act() -> None:
    assert form_field_name("Имейл за връзка (щ)") == "imeyl_za_vrazka_sht"
    assert form_field_name("?!") == "pole"
