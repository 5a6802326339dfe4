"""A partner's server over https on loopback, with a certificate authority of its own."""

import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "partner.example"


@dataclass
class Partner:
    """What the server got, and what it answers: a status, headers and a body."""

    port: int = 0
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}/hook?from=library"


def make_certificates(folder: Path) -> tuple[Path, Path]:
    """Make an authority and a certificate of the partner signed by it; return the files of both."""
    authority, server = folder / "authority.pem", folder / "server.pem"
    common = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
    ]
    own = ["-days", "2", "-subj", "/CN=Test authority", "-keyout", str(folder / "authority.key")]
    subprocess.run([*common, *own, "-out", str(authority)], check=True, capture_output=True)
    signed = ["-CA", str(authority), "-CAkey", str(folder / "authority.key"), "-days", "2"]
    named = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    leaf = ["-addext", "basicConstraints=critical,CA:false"]
    key = folder / "server.key"
    made = [*common, *signed, *named, *leaf, "-keyout", str(key), "-out", str(server)]
    subprocess.run(made, check=True, capture_output=True)
    server.write_text(server.read_text() + key.read_text())
    return authority, server


@contextmanager
def https_partner(certificate: Path) -> Iterator[Partner]:
    """Serve on a free port of loopback."""
    partner = Partner()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            partner.got.append((dict(self.headers), body))
            self.send_response(partner.status)
            for name, value in partner.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(partner.body)

        def log_message(self, *parts: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    partner.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield partner
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
