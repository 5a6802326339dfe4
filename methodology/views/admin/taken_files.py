"""The files behind the number of downloads: which, of what material, how often in the period."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from methodology.access import sees_whole_network
from methodology.forms.scope import PeriodForm
from methodology.models import MaterialFile
from pages.models import LibraryDocument

PER_PAGE = 50


@require_safe
def taken_files(request: HttpRequest) -> HttpResponse:
    """A page of them, the most taken first; nothing is known of who took them."""
    if not sees_whole_network(request.user):
        raise PermissionDenied
    form = PeriodForm(request.GET or None)
    days = form.scope(request.user).downloads()
    found = LibraryDocument.objects.filter(download_days__in=days).annotate(
        taken=Sum("download_days__downloads")
    )
    # A translation shares the files of its material, which is named once.
    files = MaterialFile.objects.filter(page__locale__language_code="bg").select_related("page")
    ordered = found.prefetch_related(Prefetch("in_materials", files)).order_by("-taken", "title", "pk")
    paginator = WagtailPaginator(ordered, PER_PAGE)
    page = paginator.get_page(request.GET.get("p"))
    context = {
        "page_title": _("Изтегляния на материали"),
        "header_icon": "download",
        "form": form,
        "paginator": paginator,
        "page_obj": page,
        "elided_page_range": paginator.get_elided_page_range(page.number),
    }
    return render(request, "methodology/admin/taken_files.html", context)
