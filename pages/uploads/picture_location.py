"""Takes out of a photograph the place where it was taken."""

from io import BytesIO
from typing import BinaryIO

from PIL import Image

GPS_BLOCK = 0x8825
ORIENTATION = 0x0112
LOSSY_QUALITY = 90


def tells_location(file: BinaryIO) -> bool:
    """Tell whether the picture carries coordinates, in EXIF or in XMP. The file is left at its beginning."""
    file.seek(0)
    with Image.open(file) as picture:
        found = bool(picture.getexif().get_ifd(GPS_BLOCK)) or b"GPSL" in _xmp(picture)
    file.seek(0)
    return found


def without_location(file: BinaryIO) -> bytes:
    """Return the picture with its colours and the way up it stands, and without all other metadata."""
    file.seek(0)
    out = BytesIO()
    with Image.open(file) as picture:
        kept = Image.Exif()
        if orientation := picture.getexif().get(ORIENTATION):
            kept[ORIENTATION] = orientation
        kind = "JPEG" if picture.format == "MPO" else str(picture.format)
        # "keep" repeats the tables of the original, so that a JPEG does not grow worse.
        quality = {"quality": "keep" if picture.format == "JPEG" else LOSSY_QUALITY}
        clean = {"exif": kept.tobytes(), "icc_profile": picture.info.get("icc_profile"), "xmp": b""}
        picture.save(out, kind, **quality, **clean)
    return out.getvalue()


def _xmp(picture: Image.Image) -> bytes:
    found = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return found.encode() if isinstance(found, str) else bytes(found)
