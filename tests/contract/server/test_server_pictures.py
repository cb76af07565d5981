"""Pictures in memory: the bounds hold whatever arrives."""

from __future__ import annotations

import hashlib
import zlib
from itertools import pairwise

import numpy as np
import pytest
from hintpen.server.pictures import INFLATE_STEP, HeldMemory, Lease, PictureCache, PictureReceiver
from hintpen.server.refusal import Refusal
from hypothesis import given, settings
from hypothesis import strategies as st


def receiver_of(raw: bytes, memory: HeldMemory | None = None) -> PictureReceiver:
    return PictureReceiver(hashlib.sha256(raw).digest(), len(raw), Lease(memory or HeldMemory(1 << 30)))


@settings(max_examples=60, deadline=None)
@given(
    length=st.sampled_from([1, 100, INFLATE_STEP - 1, INFLATE_STEP, INFLATE_STEP + 1, 3 * INFLATE_STEP]),
    noisy=st.booleans(),
    level=st.integers(0, 9),
    cuts=st.lists(st.floats(0, 1), max_size=5),
)
def test_a_stream_arrives_whole_however_it_is_cut(length: int, noisy: bool, level: int, cuts: list[float]) -> None:
    raw = np.random.default_rng(3).bytes(length) if noisy else bytes(length)
    stream = zlib.compress(raw, level)
    places = [0, *sorted(int(cut * len(stream)) for cut in cuts), len(stream)]
    receiver = receiver_of(raw)
    for start, end in pairwise(places):
        if not receiver.complete:
            receiver.feed(stream[start:end])
    assert receiver.pixels().tobytes() == raw
    assert not receiver.pixels().flags.writeable


@pytest.mark.parametrize("surplus", [1, INFLATE_STEP, 1 << 28])
def test_a_bomb_is_inflated_no_further_than_its_promise(surplus: int) -> None:
    memory = HeldMemory(1000)
    receiver = PictureReceiver(bytes(32), 1000, Lease(memory))
    with pytest.raises(Refusal) as caught:
        receiver.feed(zlib.compress(bytes(1000 + surplus)))
    assert caught.value.reason == "PICTURE_CORRUPT"


def test_memory_is_charged_as_it_fills_and_given_back() -> None:
    memory = HeldMemory(10_000)
    raw = bytes(6000)
    with Lease(memory) as lease:
        PictureReceiver(hashlib.sha256(raw).digest(), 6000, lease).feed(zlib.compress(raw))
        with pytest.raises(Refusal) as caught:
            receiver_of(raw, memory).feed(zlib.compress(raw))
        assert caught.value.reason == "QUEUE_FULL"
    receiver_of(raw, memory).feed(zlib.compress(raw))


def test_the_cache_is_bounded_and_drops_what_was_unused_longest() -> None:
    cache = PictureCache(limit=300)
    pictures = {bytes([name]): np.full(100, name, np.uint8) for name in range(5)}
    for name in (b"\0", b"\1", b"\2"):
        cache.put(name, pictures[name])
    assert cache.get(b"\0", 100) is pictures[b"\0"]
    cache.put(b"\3", pictures[b"\3"])
    assert cache.get(b"\1", 100) is None
    assert all(cache.get(name, 100) is pictures[name] for name in (b"\0", b"\2", b"\3"))
    cache.put(b"\4", np.zeros(301, np.uint8))
    assert cache.get(b"\4", 301) is None
    assert cache.get(b"\0", 100) is not None


def test_the_cache_counts_a_picture_once() -> None:
    cache = PictureCache(limit=250)
    pixels = np.zeros(100, np.uint8)
    for _ in range(5):
        cache.put(b"a", pixels)
    cache.put(b"b", pixels)
    assert cache.get(b"a", 100) is not None


def test_the_cache_gives_no_picture_of_another_size() -> None:
    cache = PictureCache(limit=250)
    cache.put(b"a", np.zeros(100, np.uint8))
    assert cache.get(b"a", 99) is None
