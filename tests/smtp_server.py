"""A small mail server on loopback that keeps what it is given: the real conversation, no sleeping."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass
class Delivered:
    """One delivery: the envelope, which headers cannot change, and the message."""

    sender: str
    recipients: list[str]
    message: EmailMessage


@dataclass
class MailServer:
    """What came, and where the server listens."""

    port: int = 0
    delivered: list[Delivered] = field(default_factory=list)


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say("220 loopback")
        sender, recipients = "", []
        while line := self.rfile.readline(4096).decode("ascii").strip():
            verb = line.split(":")[0].upper()
            if verb.startswith(("EHLO", "HELO")):
                self.say("250 loopback")
            elif verb == "MAIL FROM":
                sender, recipients = line.split("<")[1].split(">")[0], []
                self.say("250 ok")
            elif verb == "RCPT TO":
                recipients.append(line.split("<")[1].split(">")[0])
                self.say("250 ok")
            elif verb == "DATA":
                self.say("354 go on")
                self.keep(sender, recipients)
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("502 not here")

    def keep(self, sender: str, recipients: list[str]) -> None:
        lines = []
        while (line := self.rfile.readline(4096)) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        message: Any = message_from_bytes(b"".join(lines), policy=policy.default)
        self.server.mail.delivered.append(Delivered(sender, list(recipients), message))  # type: ignore[attr-defined]
        self.say("250 kept")

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Listen on a free port of loopback while the test lasts."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Conversation) as server:
        mail = MailServer(server.server_address[1])
        server.mail = mail  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield mail
        finally:
            server.shutdown()
            thread.join()
