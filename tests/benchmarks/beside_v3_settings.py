"""The settings of the demo, with Wagtail's own API beside ours and no toolbars or debugging."""

from library_site.settings.dev import *

DEBUG = False
ROOT_URLCONF = "beside_v3"
INSTALLED_APPS = [*INSTALLED_APPS, "wagtail.api.v3"]
