"""Is the process alive, and can it serve readers."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pages import readiness


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer while the process lives; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every check passes, 503 with the failing ones named otherwise."""
    results = readiness.run()
    ready = all(result == readiness.OK for result in results.values())
    return JsonResponse({"ready": ready, "checks": results}, status=200 if ready else 503)
