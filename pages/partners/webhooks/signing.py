"""The signature by which a partner knows that a message is ours and fresh.

Library-Signature: t=1764000000,v1=<hexadecimal HMAC-SHA256 of "1764000000." + body, keyed by the secret>
"""

import hashlib
import hmac

HEADER = "Library-Signature"


def signature(secret: str, body: bytes, seconds: int) -> str:
    """The value of the header for a body sent at a time (seconds since 1970)."""
    signed = f"{seconds}.".encode() + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={digest}"
