"""No test, and nothing that a test runs, may use the network: the program never does."""

import sys

_FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")


class NetworkUsed(BaseException):
    """Something tried to reach the network. No `except Exception` hides it."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _FORBIDDEN:
        return
    by_address = event in ("socket.connect", "socket.sendto")
    address = arguments[1] if by_address else arguments[0]
    if not by_address or isinstance(address, tuple | list):  # a text names a socket of this machine
        raise NetworkUsed(f"{event} {address!r}")


def block_network() -> None:
    """Refuse the network to this process, for good."""
    sys.addaudithook(_refuse)
