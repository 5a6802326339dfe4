"""The records that stand in the addresses of the admin when its crawl visits them."""

import uuid
from typing import Any
from uuid import uuid4

from admin_addresses import first
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.log_actions import log
from wagtail.models import UploadedFile
from wagtail_localize.models import OverridableSegment

from events.models import WaitingImport
from pages.models import PartnerKey, SynonymGroup, Webhook, WebhookDelivery

KINDS = ("Library", "Training", "Survey", "Person", "Post")
OF_LIBRARIES = ("people_of", "status", "status_undo", "passport", "passport_pdf")
OF_TRAININGS = ("training", "attendance", "sheet", "participants", "certificates", "certify")


def by_name(news: Any, album: Any, state: Any, event: Any, admin: Any) -> dict[str, Any]:
    """Return the values of addresses whose parameters say too little."""
    image, document = (
        apps.get_model(name).objects.first() for name in ("pages.LibraryImage", "pages.LibraryDocument")
    )
    session = EditingSession.objects.create(user=admin, content_object=news, last_seen_at=timezone.now())
    department = apps.get_model("events.Department").objects.filter(locale__language_code="bg").first()
    contacts = apps.get_model("pages.ContactSettings").objects.first()
    override = OverridableSegment.objects.first()
    settings = ("pages", "contactsettings")
    calendar = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"
    waiting = WaitingImport.keep(admin, event.get_parent(), "a.ics", calendar)
    return {
        "wagtailadmin_api:pages:detail": [news.pk],
        "wagtailadmin_api:images:detail": [image.pk],
        "wagtailadmin_api:documents:detail": [document.pk],
        "wagtail_bulk_action": ["wagtailcore", "page", "delete"],
        "wagtailadmin_pages:revisions_compare": [news.pk, "earliest", "latest"],
        "wagtailadmin_editing_sessions:ping": ["pages", "newspage", news.pk, session.pk],
        "wagtailadmin_editing_sessions:release": [session.pk],
        "events_closed_dates": [event.pk],
        "events_closed_today": [_closing(admin)],
        "events_closure_state": [apps.get_model("events.Closure").objects.first().pk, "confirmed"],
        "events_holidays": [timezone.localdate().year],
        "events_import_preview": [waiting.pk],
        "events_admin:split": [event.pk, f"{event.start_date:%Y-%m-%d}"],
        "wagtail_localize:submit_snippet_translation": ["events", "department", department.pk],
        "wagtail_localize:edit_override": [override.pk, override.pk] if override else None,
        "wagtail_localize:snippets_api_detail": ["events", "department", department.pk],
        "wagtail_localize:snippets_api_listing": ["events", "department"],
        "wagtailsettings:edit": [*settings, contacts.site_id],
        "wagtailsettings:preview_on_edit": [*settings, contacts.site_id],
        "wagtailadmin_tag_model_autocomplete": ["pages", "newstag"],
        "library_handbook_chapter": ["tablo"],
        "webhook_resend": [_delivery().pk],
        "events_import_result": [uuid4()],
        **_of_the_department(),
        **_uploads(admin, image, document),
        **_workflows(album, state),
    }


def _workflows(album: Any, state: Any) -> dict[str, Any]:
    return {
        "wagtailadmin_collections:edit": [album.pk],
        "wagtailadmin_collections:delete": [album.pk],
        "wagtailadmin_workflows:enable": [state.workflow_id],
        "wagtailadmin_workflows:add_task": ["wagtailcore", "groupapprovaltask"],
        "wagtailadmin_workflows:edit_task": [state.current_task_state.task_id],
        "wagtailadmin_workflows:enable_task": [state.current_task_state.task_id],
    }


def _uploads(admin: Any, image: Any, document: Any) -> dict[str, Any]:
    """Return the addresses of files between their upload and their record."""
    kinds = ContentType.objects
    uploads = {
        "images": UploadedFile.objects.create(
            for_content_type=kinds.get_for_model(image),
            file=SimpleUploadedFile("a.png", b"no picture"),
            uploaded_by_user=admin,
        ),
        "documents": UploadedFile.objects.create(
            for_content_type=kinds.get_for_model(document),
            file=SimpleUploadedFile("a.pdf", b"%PDF"),
            uploaded_by_user=admin,
        ),
    }
    return {
        "wagtaildocs:create_multiple_from_uploaded_document": [uploads["documents"].pk],
        "wagtaildocs:delete_upload_multiple": [uploads["documents"].pk],
        "wagtailimages:create_multiple_from_uploaded_image": [uploads["images"].pk],
        "wagtailimages:delete_upload_multiple": [uploads["images"].pk],
    }


def _delivery() -> Any:
    """A message to a partner, with the partner, the key and the synonyms of a site that has been used."""
    SynonymGroup.objects.create(words="бюлетин\nелектронен бюлетин")
    PartnerKey.objects.create(name="Община Чирпан", prefix="abc", digest="0" * 64)
    webhook = Webhook.objects.create(name="Община Чирпан", url="https://chirpan.example/hook")
    return WebhookDelivery.objects.create(webhook=webhook, kind="event.published", body="{}")


def _of_the_department() -> dict[str, list[Any]]:
    """Return the first record of each kind the methodology department works with."""
    key = {name: first(apps.get_model(f"methodology.{name}")) for name in KINDS}
    registration = apps.get_model("methodology.Registration").objects.first()
    certificate = apps.get_model("methodology.Certificate").objects.select_related("registration").first()
    return {
        **{f"methodology_{name}": [key["Library"]] for name in OF_LIBRARIES},
        **{f"methodology_{name}": [key["Training"]] for name in OF_TRAININGS},
        **{f"methodology_{name}": [key["Survey"]] for name in ("survey", "survey_workbook", "survey_close")},
        **{f"methodology_{name}_person": [key["Person"]] for name in ("export", "erase")},
        "methodology_hand_over": [key["Post"]],
        "methodology_merge": ["library", key["Library"]],
        "methodology_register_preview": [uuid4()],
        "methodology_undo_merge": [1],
        "methodology_ask": [key["Training"], "after"],
        "methodology_training_step": [key["Training"], "open"],
        "methodology_registration_cancel": [registration.training_id, registration.pk],
        "methodology_certificates_pdf": [key["Training"], uuid4()],
        "methodology_certificate_revoke": [certificate.registration.training_id, certificate.pk],
    }


def _closing(admin: Any) -> uuid.UUID:
    """The number of a closing of today, as the log keeps it."""
    number = uuid.uuid4()
    log(apps.get_model("events.Closure").objects.first(), "events.today.close", user=admin, uuid=number)
    return number
