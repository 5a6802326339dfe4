"""The person behind a registration: the one on record, else a new record."""

from methodology.models import Person, Registration


def person_for(registration: Registration) -> Person | None:
    """Return the person with this address, else one of this name in this library, else a new one.

    Without an address and without a match the registration stands alone until staff link it.
    """
    held = Person.objects.filter(erased_at=None)
    if registration.email:
        found = held.filter(email__iexact=registration.email).first()
        if found is not None:
            return found
    found = held.filter(name__iexact=registration.name, posts__library=registration.library_id).first()
    if found is not None:
        return found
    return Person.objects.create(name=registration.name, email=registration.email, phone=registration.phone)
