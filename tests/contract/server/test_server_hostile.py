"""Hostile calls: each gets a typed error, and the next call is served."""

from __future__ import annotations

import asyncio
import resource
import zlib
from collections.abc import Callable, Iterator

import grpc
import numpy as np
import pytest
from hintpen.server.limits import Limits
from hintpen.server.serving import load_colorizer
from hintpen.v1 import colorizer_pb2 as pb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from server_driver import Backend, InProcessServer, Job, chunk, chunks, picture, reason_of, room_job

JOB = room_job()
LINES = picture(JOB.line_art).sha256
HINTS = picture(JOB.hints[0]).sha256
STREAM = zlib.compress(JOB.line_art.tobytes())
UNKNOWN = bytes(32)


def header(change: Callable[[pb.ColorizeHeader], object] = lambda header: None) -> pb.ColorizeRequest:
    message = JOB.header()
    change(message)
    return pb.ColorizeRequest(header=message)


def with_lines(**fields: object) -> pb.ColorizeRequest:
    def change(message: pb.ColorizeHeader) -> None:
        for name, value in fields.items():
            setattr(message.line_art, name, value)

    return header(change)


def with_hint(**fields: object) -> pb.ColorizeRequest:
    def change(message: pb.ColorizeHeader) -> None:
        for name, value in fields.items():
            setattr(message.hints[0].picture, name, value)

    return header(change)


REFUSED_HEADERS = {
    "nothing at all": ([], "REQUEST_MALFORMED"),
    "an empty message": ([pb.ColorizeRequest()], "REQUEST_MALFORMED"),
    "a chunk first": ([chunk(LINES, STREAM)], "REQUEST_MALFORMED"),
    "an empty header": ([pb.ColorizeRequest(header=pb.ColorizeHeader())], "VERSION_MISMATCH"),
    "a later version": ([header(lambda h: setattr(h, "protocol_version", 2))], "VERSION_MISMATCH"),
    "no line art": ([header(lambda h: h.ClearField("line_art"))], "PICTURE_INVALID"),
    "0x0": ([with_lines(width=0, height=0)], "PICTURE_INVALID"),
    "0 wide": ([with_lines(width=0)], "PICTURE_INVALID"),
    "a side too long": ([with_lines(width=16385, height=1)], "PICTURE_TOO_LARGE"),
    "the longest side": ([with_lines(width=2**32 - 1, height=2**32 - 1)], "PICTURE_TOO_LARGE"),
    "too many pixels": ([with_lines(width=16384, height=8193)], "PICTURE_TOO_LARGE"),
    "an unset format": ([with_lines(format=0)], "REQUEST_MALFORMED"),
    "an unknown format": ([with_lines(format=77)], "REQUEST_MALFORMED"),
    "a negative format": ([with_lines(format=-1)], "REQUEST_MALFORMED"),
    "a short name": ([with_lines(sha256=b"abc")], "REQUEST_MALFORMED"),
    "a long name": ([with_lines(sha256=bytes(33))], "REQUEST_MALFORMED"),
    "a hint of another size": ([with_hint(width=39)], "PICTURE_INVALID"),
    "a hint without colors": ([with_hint(format=pb.PIXEL_FORMAT_GRAY8)], "PICTURE_INVALID"),
    "a hint of an unknown kind": ([header(lambda h: setattr(h.hints[0], "kind", 9))], "REQUEST_MALFORMED"),
    "a hint of no kind": ([header(lambda h: setattr(h.hints[0], "kind", 0))], "REQUEST_MALFORMED"),
    "nine hint layers": ([header(lambda h: h.hints.extend([h.hints[0]] * 8))], "REQUEST_MALFORMED"),
    "an unknown fill": ([header(lambda h: setattr(h, "fill", 5))], "REQUEST_MALFORMED"),
    "no fill": ([header(lambda h: setattr(h, "fill", 0))], "REQUEST_MALFORMED"),
    "one flat of two": ([header(lambda h: h.current_flat.CopyFrom(h.hints[0].picture))], "REQUEST_MALFORMED"),
    "one name, two sizes": ([with_hint(sha256=LINES)], "PICTURE_INVALID"),
}

REFUSED_STREAMS = {
    "nothing": ([], "PICTURE_CORRUPT"),
    "half a stream": ([chunk(LINES, STREAM[:-9])], "PICTURE_CORRUPT"),
    "no checksum": ([chunk(LINES, STREAM[:-1])], "PICTURE_CORRUPT"),
    "no zlib": ([chunk(LINES, b"not zlib at all")], "PICTURE_CORRUPT"),
    "a broken checksum": ([chunk(LINES, STREAM[:-1] + b"?")], "PICTURE_CORRUPT"),
    "gzip": ([chunk(LINES, zlib.compress(JOB.line_art.tobytes(), wbits=31))], "PICTURE_CORRUPT"),
    "too few pixels": ([*chunks(LINES, bytes(1199))], "PICTURE_CORRUPT"),
    "too many pixels": ([*chunks(LINES, JOB.line_art.tobytes() + b"x")], "PICTURE_CORRUPT"),
    "a bomb": ([*chunks(LINES, bytes(1 << 28))], "PICTURE_CORRUPT"),
    "other pixels": ([*chunks(LINES, bytes(1200))], "PICTURE_CORRUPT"),
    "data behind the end": ([chunk(LINES, STREAM + b"x")], "PICTURE_CORRUPT"),
    "a chunk behind the end": ([chunk(LINES, STREAM), chunk(LINES, b"x")], "PICTURE_CORRUPT"),
    "an empty chunk behind the end": ([chunk(LINES, STREAM), chunk(LINES, b"")], "PICTURE_CORRUPT"),
    "the picture twice": ([chunk(LINES, STREAM), chunk(LINES, STREAM)], "PICTURE_CORRUPT"),
    "a preset dictionary": ([chunk(LINES, b"\x78\xbb\x00\x00\x00\x01")], "PICTURE_CORRUPT"),
    "an unknown picture": ([chunk(UNKNOWN, STREAM)], "REQUEST_MALFORMED"),
    "a nameless picture": ([chunk(b"", STREAM)], "REQUEST_MALFORMED"),
    "a chunk too long": ([chunk(LINES, bytes((1 << 20) + 1))], "REQUEST_MALFORMED"),
    "a second header": ([header()], "REQUEST_MALFORMED"),
    "an empty message": ([pb.ColorizeRequest()], "REQUEST_MALFORMED"),
}


@pytest.fixture(scope="module")
def hostile_backend(loop: asyncio.AbstractEventLoop) -> Iterator[Backend]:
    """One server for all hostile calls: it must outlive them."""
    with InProcessServer(loop, load_colorizer, Limits(cache_bytes=0, idle_seconds=0.5), warm=True) as backend:
        yield backend


@pytest.mark.parametrize("case", REFUSED_HEADERS)
def test_a_hostile_header_is_refused(hostile_backend: Backend, case: str) -> None:
    requests, reason = REFUSED_HEADERS[case]
    assert hostile_backend.refusal(requests) == reason
    hostile_backend.assert_serves()


@pytest.mark.parametrize("case", REFUSED_STREAMS)
def test_a_hostile_stream_is_refused(hostile_backend: Backend, case: str) -> None:
    requests, reason = REFUSED_STREAMS[case]
    sound = chunks(HINTS, JOB.pixels(HINTS))
    assert hostile_backend.refusal([header(), *sound, *requests]) == reason
    hostile_backend.assert_serves()


def test_what_is_no_message_is_refused(hostile_backend: Backend) -> None:
    call = hostile_backend.channel.stream_stream("/hintpen.v1.ColorizerService/Colorize")
    for garbage in (b"\xff\xff\xff", b"\x0a\x05\x01"):
        with pytest.raises(grpc.RpcError) as caught:
            list(call(iter([garbage]), metadata=hostile_backend.metadata, timeout=5))
        assert reason_of(caught.value) == "REQUEST_MALFORMED"
    hostile_backend.assert_serves()


def test_a_message_above_grpcs_own_limit_is_refused(hostile_backend: Backend) -> None:
    with pytest.raises(grpc.RpcError) as caught:
        hostile_backend.say([header(), chunk(LINES, bytes(5 << 20))])
    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    hostile_backend.assert_serves()


@pytest.mark.parametrize("requests", [[], [header()], [header(), chunk(LINES, STREAM[:9])]])
def test_a_silent_client_is_let_go(hostile_backend: Backend, requests: list[pb.ColorizeRequest]) -> None:
    talk = hostile_backend.talk()
    talk.send(*requests)
    with pytest.raises(grpc.RpcError) as caught:
        list(talk.call)
    talk.end()
    assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
    assert reason_of(caught.value) == "TOO_SLOW"
    hostile_backend.assert_serves()


def test_lying_headers_cost_no_memory(hostile_backend: Backend) -> None:
    """Eight calls promise 3.5 GiB each and send little."""
    lie = Job(np.empty((0, 0), np.uint8)).header()
    lie.line_art.CopyFrom(pb.Picture(sha256=bytes(32), width=16384, height=8192, format=pb.PIXEL_FORMAT_RGBA8))
    for number in range(1, 7):
        hint = lie.hints.add(kind=pb.HINT_KIND_COLOR)
        hint.picture.CopyFrom(lie.line_art)
        hint.picture.sha256 = bytes([number] * 32)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    talks = [hostile_backend.talk() for _ in range(8)]
    for talk in talks:
        talk.send(pb.ColorizeRequest(header=lie))
        assert len(next(talk.call).accepted.missing_sha256) == 7
        talk.send(*(chunk(bytes([number] * 32), zlib.compress(bytes(1000))[:-4]) for number in range(7)))
        talk.end()
    for talk in talks:
        with pytest.raises(grpc.RpcError) as caught:
            list(talk.call)
        assert reason_of(caught.value) == "PICTURE_CORRUPT"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024
    hostile_backend.assert_serves()


def test_a_call_above_the_memory_for_all_calls_is_refused(serve) -> None:  # noqa: ANN001
    backend = serve(limits=Limits(held_bytes=3000))
    assert backend.refusal([header()]) == "PICTURE_TOO_LARGE"


def test_calls_that_hold_too_much_together_are_refused(serve) -> None:  # noqa: ANN001
    backend = serve(limits=Limits(held_bytes=9000))
    first = backend.talk()
    first.send(header(), *chunks(LINES, JOB.pixels(LINES)), *chunks(HINTS, JOB.pixels(HINTS)))
    # The first call stays open and holds 6000 bytes once its pictures are known; until then others lack them.
    while (reason := backend.refusal([header()])) == "PICTURE_CORRUPT":
        pass
    assert reason == "QUEUE_FULL"
    first.end()
    assert list(first.call)[-1].HasField("done")
    backend.assert_serves()


def test_an_upload_that_fails_keeps_what_was_whole(serve) -> None:  # noqa: ANN001
    backend = serve()
    assert backend.refusal([header(), chunk(LINES, STREAM)]) == "PICTURE_CORRUPT"
    assert backend.colorize(JOB).missing == [HINTS]


def test_a_damaged_picture_is_not_kept(serve) -> None:  # noqa: ANN001
    backend = serve()
    assert backend.refusal([header(), *chunks(LINES, bytes(1200))]) == "PICTURE_CORRUPT"
    assert LINES in backend.colorize(JOB).missing


def test_a_known_name_with_another_size_is_refused(serve) -> None:  # noqa: ANN001
    backend = serve()
    backend.colorize(JOB)
    lie = JOB.header()
    for message in (lie.line_art, lie.hints[0].picture):
        message.width += 1
    assert backend.refusal([pb.ColorizeRequest(header=lie)]) == "PICTURE_CORRUPT"
    backend.assert_serves()


def test_another_version_of_the_contract_is_told_so(backend: Backend) -> None:
    with pytest.raises(grpc.RpcError) as caught:
        backend.stub.GetServerInfo(pb.GetServerInfoRequest(protocol_version=2), metadata=backend.metadata)
    assert caught.value.code() is grpc.StatusCode.FAILED_PRECONDITION
    assert reason_of(caught.value) == "VERSION_MISMATCH"


numbers = st.sampled_from([0, 1, 2, 7, 39, 40, 16384, 16385, 2**31, 2**32 - 1])
names = st.sampled_from([LINES, HINTS, UNKNOWN, b"", b"x"])
enums = st.integers(-1, 5)
pictures = st.one_of(
    st.sampled_from([picture(JOB.line_art), picture(JOB.hints[0])]),
    st.builds(pb.Picture, sha256=names, width=numbers, height=numbers, format=enums),
)
hint_layers = st.builds(pb.HintLayer, kind=enums, picture=pictures)
headers = st.builds(
    lambda message: pb.ColorizeRequest(header=message),
    st.one_of(
        st.just(JOB.header()),
        st.builds(
            pb.ColorizeHeader,
            protocol_version=st.sampled_from([1, 1, 1, 0, 2]),
            line_art=pictures,
            hints=st.lists(hint_layers, max_size=10),
            fill=enums,
            delivered_flat=st.none() | pictures,
            current_flat=st.none() | pictures,
        ),
    ),
)
pieces = st.one_of(
    st.binary(max_size=40), st.sampled_from([STREAM, STREAM[:5], STREAM[5:], zlib.compress(JOB.hints[0].tobytes())])
)
messages = st.one_of(headers, st.builds(chunk, names, pieces), st.just(pb.ColorizeRequest()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=headers, rest=st.lists(messages, max_size=5))
def test_whatever_is_sent_is_served_or_refused_by_name(
    hostile_backend: Backend, first: pb.ColorizeRequest, rest: list[pb.ColorizeRequest]
) -> None:
    try:
        answers = hostile_backend.say([first, *rest])
    except grpc.RpcError as error:
        assert reason_of(error) != "INTERNAL"
    else:
        assert answers[-1].HasField("done")


def test_the_server_has_outlived_all_that(hostile_backend: Backend) -> None:
    hostile_backend.assert_serves()
