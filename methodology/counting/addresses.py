"""Where the records behind a figure are listed, by the verbs that counted them."""

from urllib.parse import urlencode

from django.urls import reverse

from methodology.counting.scope import Scope


def listing(scope: Scope, model: str, **more: str) -> str:
    """Return the address of the records of a scope."""
    return _address(model, _chosen(scope, "date", "municipality", "project") | more)


def trainings(scope: Scope, **more: str) -> str:
    """Return the address of the trainings that took place."""
    chosen = _chosen(scope, "start_date", "municipalities", "project")
    return _address("training", {"held": "true"} | chosen | more)


def served(scope: Scope, model: str, how: str) -> str:
    """Return the address of the libraries or people reached in a way."""
    chosen = _chosen(scope, "served", "served_municipality", "served_project")
    return _address(model, chosen | {"served_how": how})


def network(scope: Scope) -> str:
    """Return the address of the libraries that worked on the last day of a scope."""
    chosen = {"active_on": scope.period.last.isoformat()}
    if scope.municipality is not None:
        chosen["municipality"] = str(scope.municipality.pk)
    return _address("library", chosen)


def attendances(scope: Scope, **more: str) -> str:
    """Return the address of the attendances of trainings."""
    chosen = _chosen(scope, "date", "municipality", "project")
    days = {"first": chosen.pop("date_from"), "last": chosen.pop("date_to")}
    return f"{reverse('methodology_attendances')}?{urlencode(days | chosen | more)}"


def surveys(scope: Scope, **more: str) -> str:
    """Return the address of the surveys after trainings."""
    return f"{reverse('methodology_surveys')}?{'&'.join(filter(None, (report(scope), urlencode(more))))}"


def downloads(scope: Scope) -> str:
    """Return the address of the files taken."""
    return f"{reverse('methodology_downloads')}?{report(scope)}"


def report(scope: Scope) -> str:
    """Return the query of the activity report of a scope."""
    chosen = _chosen(scope, "date", "municipality", "project")
    return urlencode({"first": chosen.pop("date_from"), "last": chosen.pop("date_to"), **chosen})


def _chosen(scope: Scope, days: str, place: str, project: str) -> dict[str, str]:
    chosen = {f"{days}_from": scope.period.first.isoformat(), f"{days}_to": scope.period.last.isoformat()}
    if scope.municipality is not None:
        chosen[place] = str(scope.municipality.pk)
    return chosen | ({project: scope.project} if scope.project else {})


def _address(model: str, query: dict[str, str]) -> str:
    return f"{reverse(f'wagtailsnippets_methodology_{model}:list')}?{urlencode(query)}"
