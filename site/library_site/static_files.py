"""How static files are named: by their content, so that a cache may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Modules import each other by the names of their content too: a cache never mixes two releases."""

    support_js_module_import_aggregation = True
