"""A story as text, and its hash."""

from hashlib import sha256

from simulator.domain.events import ConsentRefused, Manner, PhoneCameOnline, PhoneWentOffline
from simulator.domain.log import hash_events


def test_the_hash_is_that_of_the_lines_in_the_order_in_which_things_happened() -> None:
    gone, back = PhoneWentOffline(day=1), PhoneCameOnline(day=1)
    refused = ConsentRefused(day=2, record="consent-1", manner=Manner.INFORMED, taps=1)
    lines = (
        '{"seq":0,"day":1,"kind":"PhoneWentOffline"}\n'
        '{"seq":1,"day":1,"kind":"PhoneCameOnline"}\n'
        '{"seq":2,"day":2,"kind":"ConsentRefused","record":"consent-1","manner":"informed","taps":1}\n'
    )
    assert hash_events((gone, back, refused)) == sha256(lines.encode()).hexdigest()
    assert hash_events((back, gone, refused)) != sha256(lines.encode()).hexdigest()
