"""Long stored texts as the bytes that will be sent: nobody decodes them only to encode them again."""

from typing import Any

from django.db.models import BinaryField, Func


class Utf8(Func):
    """A text column as bytes in UTF-8."""

    arity = 1
    output_field = BinaryField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite keeps texts in UTF-8."""
        return self.as_sql(compiler, connection, template="CAST(%(expressions)s AS BLOB)", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """PostgreSQL sends them in the encoding it is asked for."""
        template = "convert_to(%(expressions)s, 'UTF8')"
        return self.as_sql(compiler, connection, template=template, **extra)
