"""Every address of the admin that can be asked for, with the records of the database in it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.admin.utils import quote
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>")


class Named(NamedTuple):
    """An address by its name, with what stands in it, and the model its view is of."""

    name: str
    parameters: tuple[str, ...]
    model: type[Model] | None


def admin_names(resolver: Any = None, spaces: tuple[str, ...] = (), prefix: str = "") -> Iterator[Named]:
    """Yield every address under /admin/."""
    for one in (resolver or get_resolver()).url_patterns:
        route = f"{prefix}{one.pattern}"
        if isinstance(one, URLResolver):
            if prefix or str(one.pattern) == "admin/":
                yield from admin_names(one, (*spaces, *filter(None, [one.namespace])), route)
        elif prefix and isinstance(one, URLPattern) and one.name:
            found = tuple(first or second for first, second in PARAMETER.findall(route))
            yield Named(":".join((*spaces, one.name)), found, _model_of(one.callback))


def _model_of(callback: Any) -> type[Model] | None:
    given = getattr(callback, "view_initkwargs", {}).get("model")
    model = given or getattr(getattr(callback, "view_class", None), "model", None)
    if isinstance(model, str):
        return apps.get_model(model)
    return model if isinstance(model, type) else None


def address(named: Named, samples: dict[str, Any]) -> str | None:
    """Return an address with the first record that fits; None when there is none.

    A sample is looked up by the name of the address, then by that of the parameter; the name of a model
    ("app.Model") stands for its first record. `pk` without a sample is the first record of the view's model.
    """
    if named.name in samples:
        return reverse(named.name, args=samples[named.name])
    values = [_value(named, parameter, samples) for parameter in named.parameters]
    if None in values:
        return None
    return reverse(named.name, args=values)


def _value(named: Named, parameter: str, samples: dict[str, Any]) -> Any:
    sample = samples.get(parameter)
    if isinstance(sample, str) and "." in sample:
        return first(apps.get_model(sample))
    if sample is None and parameter in ("pk", "object_id") and named.model:
        return first(named.model)
    return sample


def first(model: type[Model]) -> str | None:
    """Return the quoted key of the first record of a model; None when there is none."""
    row = None if model._meta.abstract else model._default_manager.order_by("pk").first()
    return str(quote(row.pk)) if row else None
