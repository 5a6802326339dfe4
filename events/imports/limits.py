"""How much of somebody else's calendar is read."""

MAX_BYTES = 500 * 1024
MAX_COMPONENTS = 1000
MAX_BROKEN_LINES = 200
# Dates that are kept one by one when their rule cannot be.
MAX_EXPLICIT = 90
MAX_CHANGES = 200
MAX_COUNT = 5000
MAX_UID = 255

MAX_TITLE = 200
MAX_TEXT = 10_000
MAX_LEAD = 400
MAX_LOCATION = 160
MAX_NOTE = 300
MAX_URL = 500

# Seconds for the whole of a fetch, and redirects that are followed.
TIMEOUT = 10.0
MAX_REDIRECTS = 3
