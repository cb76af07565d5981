"""The memory of delivered Flats is saved as text, and damaged or hostile text is no memory."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from fake_page import CLEAR, RED, picture
from krita_plugin.delivered import KEPT, Delivery, decode, encode

FLAT = picture(RED, CLEAR, RED)


def test_round_trip() -> None:
    delivery = Delivery.of("lines", "group", "flat", FLAT)
    (read,) = decode(encode([delivery]))
    assert read == delivery
    assert read.picture() == FLAT


def test_the_newest_are_kept() -> None:
    deliveries = [Delivery.of("lines", "group", str(number), FLAT) for number in range(KEPT + 3)]
    assert [delivery.flat for delivery in decode(encode(deliveries))] == [str(number) for number in range(3, KEPT + 3)]


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"[1]", b'[{"lines": ""}]', b"\xff\xfe"])
def test_damaged_text_is_no_memory(data: bytes) -> None:
    assert decode(data) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pixels", "no zlib"),
        ("pixels", base64.b64encode(zlib.compress(b"\0" * 8)).decode()),
        ("width", "3"),
        ("width", -3),
        ("height", 0),
    ],
)
def test_damaged_fields_are_no_picture(field: str, value: object) -> None:
    fields = json.loads(encode([Delivery.of("lines", "group", "flat", FLAT)]))
    fields[0][field] = value
    (delivery,) = decode(json.dumps(fields).encode())
    assert delivery.picture() is None


def test_a_bomb_is_cut_at_the_canvas() -> None:
    bomb = base64.b64encode(zlib.compress(b"\0" * 50_000_000)).decode()
    picture_of_bomb = Delivery("lines", "group", "flat", 3, 1, bomb).picture()
    assert picture_of_bomb is not None
    assert len(picture_of_bomb.pixels) == 12
