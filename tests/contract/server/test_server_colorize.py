"""A sound call: what comes back, and what need not be sent again."""

from __future__ import annotations

import zlib
from dataclasses import replace

import numpy as np
import pytest
from hintpen.engine.drawing import Drawing, Gap, Layers, Options, ProgressCallback
from hintpen.server.limits import Limits
from hintpen.v1 import colorizer_pb2 as pb
from server_driver import RED, Backend, Job, chunk, layers_of, picture, plain_layers, room_job


def test_a_hint_colors_its_room_and_no_other(backend: Backend) -> None:
    job = room_job()
    answer = backend.colorize(job)
    assert (answer.flat[:, :20] == RED).all()
    assert not answer.flat[:, 21:].any()
    assert answer.layer == pb.Layer(
        kind=pb.LAYER_KIND_FLAT, name="Flat", blend_mode=pb.BLEND_MODE_NORMAL, picture=picture(answer.flat)
    )
    assert answer.done.region_count >= 2


def test_line_art_may_be_rgba(backend: Backend) -> None:
    job = room_job()
    rgba = np.dstack([job.line_art] * 3 + [np.full_like(job.line_art, 255)])
    assert (backend.colorize(replace(job, line_art=rgba)).flat == backend.colorize(job).flat).all()


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 300), (300, 1), (257, 3)])
def test_any_size_is_served(backend: Backend, width: int, height: int) -> None:
    hints = np.zeros((height, width, 4), np.uint8)
    hints[-1, -1] = RED
    flat = backend.colorize(Job(np.full((height, width), 255, np.uint8), [hints])).flat
    assert flat.shape == (height, width, 4)
    assert tuple(flat[-1, -1]) == RED


def test_a_hundred_thousand_hints_are_served(backend: Backend) -> None:
    rng = np.random.default_rng(1)
    hints = np.zeros((500, 500, 4), np.uint8)
    where = rng.permutation(500 * 500)[:100_000]
    hints.reshape(-1, 4)[where] = np.column_stack([rng.integers(0, 256, (100_000, 3)), np.full(100_000, 255)])
    flat = backend.colorize(Job(np.full((500, 500), 255, np.uint8), [hints])).flat
    assert (flat.reshape(-1, 4)[where] == hints.reshape(-1, 4)[where]).all()


def test_only_what_changed_is_asked_for_again(backend: Backend) -> None:
    job = room_job()
    first = backend.colorize(job)
    assert sorted(first.missing) == sorted(picture(p).sha256 for p in (job.line_art, *job.hints))
    assert backend.colorize(job).missing == []
    more = job.hints[0].copy()
    more[0, -1] = RED
    assert backend.colorize(replace(job, hints=[more])).missing == [picture(more).sha256]


def test_a_delivered_flat_is_known(backend: Backend) -> None:
    job = room_job()
    flat = backend.colorize(job).flat
    repainted = flat.copy()
    repainted[0, 0] = (1, 2, 3, 255)
    again = backend.colorize(replace(job, flats=(flat, repainted)))
    assert again.missing == [picture(repainted).sha256]


def test_equal_pictures_are_sent_once(backend: Backend) -> None:
    job = room_job()
    answer = backend.colorize(replace(job, hints=[job.hints[0]] * 3))
    assert len(answer.missing) == 2


def test_the_same_bytes_may_be_a_wide_picture_or_a_tall_one(backend: Backend) -> None:
    wide, tall = room_job(64, 4), room_job(4, 64)
    blank_wide, blank_tall = np.zeros_like(wide.hints[0]), np.zeros_like(tall.hints[0])
    assert picture(blank_wide).sha256 == picture(blank_tall).sha256
    assert backend.colorize(Job(wide.line_art, [blank_wide])).flat.shape == (4, 64, 4)
    assert backend.colorize(Job(tall.line_art, [blank_tall])).flat.shape == (64, 4, 4)


def test_chunks_may_be_cut_anywhere_and_pictures_interleaved(backend: Backend) -> None:
    job = room_job()
    talk = backend.talk()
    talk.send(pb.ColorizeRequest(header=job.header()))
    streams = {sha: zlib.compress(job.pixels(sha)) for sha in next(talk.call).accepted.missing_sha256}
    for at in range(max(map(len, streams.values()))):
        talk.send(*(chunk(sha, stream[at : at + 1]) for sha, stream in streams.items() if at < len(stream)))
    talk.end()
    assert list(talk.call)[-1].HasField("done")


def test_progress_never_falls_and_comes_before_the_layer(serve) -> None:  # noqa: ANN001
    class Restless:
        def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
            for fraction in (0.2, 0.1, float("nan"), 7.0, 0.5):
                progress("painting", fraction)
            return plain_layers(drawing)

    fractions = [word.fraction for word in serve(Restless).colorize(room_job()).progress]
    assert fractions
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_big_layers_come_in_chunks_of_the_promised_size(serve) -> None:  # noqa: ANN001
    class Noisy:
        def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
            flat = np.random.default_rng(2).integers(0, 256, (*drawing.line_art.shape[:2], 4), np.uint8)
            gaps = tuple(Gap(1.5, 2.0, 3.0) for _ in range(300_000))
            return layers_of(flat, gaps=gaps, seconds={"painting": 0.5})

    answer = serve(Noisy, Limits(chunk_bytes=1 << 16)).colorize(room_job(300, 200))
    assert len(answer.chunk_sizes) >= 4
    assert max(answer.chunk_sizes) == 1 << 16
    assert answer.done.ByteSize() < 1 << 20
    assert answer.done.gaps[0] == pb.Gap(x=1.5, y=2.0, width=3.0)
    assert answer.done.stages[0] == pb.StageTime(stage="painting", seconds=0.5)


def test_a_layer_of_any_memory_layout_is_sent_right(serve) -> None:  # noqa: ANN001
    class Crosswise:
        def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
            height, width = drawing.line_art.shape[:2]
            return layers_of(np.arange(width * height * 4, dtype=np.uint8).reshape(width, height, 4).transpose(1, 0, 2))

    flat = serve(Crosswise).colorize(room_job(5, 3)).flat
    assert flat[2, 4, 0] == 4 * (4 * 3 + 2)


def test_the_engine_sees_the_drawing_as_it_was_sent(serve) -> None:  # noqa: ANN001
    seen: list[Drawing] = []

    class Watcher:
        def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
            seen.append(drawing)
            return plain_layers(drawing)

    backend = serve(Watcher)
    job = room_job()
    job.flats = (job.hints[0], job.hints[0] + 1)
    backend.colorize(job)
    drawing = seen[-1]
    assert (drawing.line_art == job.line_art).all()
    assert (drawing.hints[0].pixels == job.hints[0]).all()
    assert drawing.delivered_flat is not None and (drawing.delivered_flat == job.flats[0]).all()
    assert drawing.current_flat is not None and (drawing.current_flat == job.flats[1]).all()


def test_the_engine_tells_line_art_apart_by_content_and_shape(serve) -> None:  # noqa: ANN001
    keys: list[bytes | None] = []

    class Watcher:
        def colorize(self, drawing: Drawing, options: Options, progress: ProgressCallback) -> Layers:
            keys.append(drawing.line_art_key)
            return plain_layers(drawing)

    backend = serve(Watcher, warm=False)
    for shape, shade in (((4, 64), 255), ((64, 4), 255), ((4, 64), 0), ((4, 64), 255)):
        backend.colorize(Job(np.full(shape, shade, np.uint8)))
    assert None not in keys
    assert keys[0] == keys[3]
    assert len(set(keys)) == 3


def test_server_info_tells_versions_and_limits(backend: Backend) -> None:
    info = backend.stub.GetServerInfo(pb.GetServerInfoRequest(protocol_version=1), metadata=backend.metadata)
    assert (info.protocol_version, info.device, info.server_version) == (1, "cpu", "0.1.0")
    limits = Limits()
    assert info.limits.max_side == limits.max_side
    assert info.limits.max_pixels == limits.max_pixels
    assert info.limits.max_hint_layers == limits.max_hint_layers
    assert info.limits.chunk_bytes == limits.chunk_bytes
    assert info.limits.max_queue == limits.max_queue
