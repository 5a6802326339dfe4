"""How one day differs from what it was, in the active language."""

from django.utils.translation import gettext as _

from events.hours import Day, Interval
from events.wording.week import hours_text, short_reasons
from pages.bulgarian import dates


def day_text(day: Day) -> str:
    """„8:30–18:30“, „затворено (ремонт)“, „почивен ден“."""
    why = short_reasons(day) if day.is_exceptional else ""
    if not (day.is_open or day.is_exceptional):
        return _("почивен ден")
    hours = hours_text(day.intervals) or _("затворено")
    return f"{hours} ({why})" if why else hours


def difference(before: Day, after: Day) -> str:
    """What becomes of a day: „ще е затворено“, „затваря по-рано, в 15:00“; empty when nothing changes."""
    if before.intervals == after.intervals:
        return _("друга причина") if day_text(before) != day_text(after) else ""
    if not after.is_open:
        return _("ще е затворено")
    if not before.is_open:
        return _("ще е отворено")
    said = [*_ends(before.intervals, after.intervals)]
    if len(before.intervals) != len(after.intervals) or not said:
        said.append(_("друго прекъсване през деня"))
    return ", ".join(said)


def _ends(before: tuple[Interval, ...], after: tuple[Interval, ...]) -> list[str]:
    said = []
    opens, closes = after[0].opens, after[-1].closes
    if opens != before[0].opens:
        earlier = opens < before[0].opens
        text = _("отваря по-рано, в %(time)s") if earlier else _("отваря по-късно, в %(time)s")
        said.append(text % {"time": dates.clock(opens)})
    if closes != before[-1].closes:
        earlier = closes < before[-1].closes
        text = _("затваря по-рано, в %(time)s") if earlier else _("затваря по-късно, в %(time)s")
        said.append(text % {"time": dates.clock(closes)})
    return said
