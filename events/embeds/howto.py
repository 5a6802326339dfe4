"""The how-to for web masters as a page of the site; its text is made of the one in the documentation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def howto(request: HttpRequest) -> HttpResponse:
    """Show the page, with the address of this site in its examples."""
    return render(request, "events/embed/howto.html", {"origin": request.build_absolute_uri("/").rstrip("/")})
