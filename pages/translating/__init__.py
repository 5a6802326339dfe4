"""Beside wagtail-localize: what may be published in another language, files for translators, a machine."""
