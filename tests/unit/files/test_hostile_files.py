"""Files made to hurt end in one sentence."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hintpen.engine.drawing import Drawing
from hintpen.files.drawing_files import read_drawing
from hintpen.files.invalid_file import InvalidFile
from hintpen.files.results import check_output, write_flat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

MUCH = 200 * 2**20
"""Bytes that no refused file may cost."""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, data: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


GOOD_LAYER = _png(4, 4, zlib.compress(bytes(4 * 17)))


def _ora(stack: bytes, line: bytes = GOOD_LAYER) -> bytes:
    """An archive that only `stack` and `line` make bad."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("stack.xml", stack)
        archive.writestr("line", line)
    return stream.getvalue()


def _one_layer(source: str = "line", canvas: str = 'w="4" h="4"', place: str = "") -> bytes:
    return f'<image {canvas}><stack><layer name="line" src="{source}" {place}/></stack></image>'.encode()


def _lying_ora() -> bytes:
    """An entry that says it is small and unpacks to 64 MiB."""
    data = _ora(_one_layer(), line=bytes(2**26))
    return data.replace(struct.pack("<I", 2**26), struct.pack("<I", 64))


LAUGHS = b'<!DOCTYPE image [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + _one_layer()
DEEP = _one_layer().replace(b"<stack>", b"<stack>" * 90).replace(b"</stack>", b"</stack>" * 90)

HOSTILE: dict[str, tuple[str, bytes]] = {
    "empty.png": (".png", b""),
    "no picture.png": (".png", b"MZ" + bytes(100)),
    "bomb.png": (".png", _png(60_000, 60_000, zlib.compress(bytes(1000)))),
    "just above the limit.png": (".png", _png(11_586, 11_586, zlib.compress(bytes(1000)))),
    "largest header.png": (".png", _png(2**31 - 1, 2**31 - 1, b"")),
    "no pixels.png": (".png", _png(0, 5, b"")),
    "broken data.png": (".png", _png(4, 4, b"not zlib")),
    "empty.ora": (".ora", b""),
    "no zip.ora": (".ora", b"PK\x03\x04" + bytes(100)),
    "no stack.ora": (".ora", _ora(b"")),
    "no image.ora": (".ora", _ora(b"<picture/>")),
    "no size.ora": (".ora", _ora(_one_layer(canvas=""))),
    "huge canvas.ora": (".ora", _ora(_one_layer(canvas='w="99999999" h="99999999"'))),
    "negative canvas.ora": (".ora", _ora(_one_layer(canvas='w="-4" h="-4"'))),
    "entities.ora": (".ora", _ora(LAUGHS)),
    "entities in UTF-16.ora": (".ora", _ora(LAUGHS.decode().encode("utf-16"))),
    "deep.ora": (".ora", _ora(DEEP)),
    "way out.ora": (".ora", _ora(_one_layer("../../../../etc/passwd"))),
    "absolute.ora": (".ora", _ora(_one_layer("/etc/passwd"))),
    "offset.ora": (".ora", _ora(_one_layer(place='x="1e9"'))),
    "large stack.ora": (".ora", _ora(_one_layer() + b" " * 2**23)),
    "bomb inside.ora": (".ora", _ora(_one_layer(), line=_png(60_000, 60_000, zlib.compress(bytes(1000))))),
    "lying size.ora": (".ora", _lying_ora()),
    "empty.psd": (".psd", b""),
    "no psd.psd": (".psd", bytes(100)),
    "huge canvas.psd": (".psd", b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, 30_000, 30_000, 8, 3) + bytes(14)),
    "long section.psd": (".psd", b"8BPS" + struct.pack(">H6xHIIHHI", 1, 3, 4, 4, 8, 3, 2**32 - 1) + bytes(100)),
    "not what it says.psd": (".psd", _png(4, 4, zlib.compress(bytes(68)))),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence_at_no_cost(tmp_path: Path, name: str) -> None:
    ending, data = HOSTILE[name]
    path = tmp_path / f"line{ending}"
    path.write_bytes(data)
    tracemalloc.start()
    try:
        with pytest.raises(InvalidFile) as failure:
            read_drawing(path, {})
        assert tracemalloc.get_traced_memory()[1] < MUCH
    finally:
        tracemalloc.stop()
    assert str(failure.value).startswith(str(path)) and "\n" not in str(failure.value)


def test_the_archive_around_the_hostile_parts_is_good(tmp_path: Path) -> None:
    (tmp_path / "a.ora").write_bytes(_ora(_one_layer()))
    assert read_drawing(tmp_path / "a.ora", {}).line_art.shape == (4, 4, 4)


def test_a_layer_far_off_the_canvas_is_empty_and_costs_nothing(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (4, 4), "black").save(stream, "PNG")
    (tmp_path / "a.ora").write_bytes(_ora(_one_layer(place='x="2000000000" y="-2000000000"'), line=stream.getvalue()))
    assert not read_drawing(tmp_path / "a.ora", {}).line_art.any()


@pytest.fixture(scope="module")
def good_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("good")
    rng = np.random.default_rng(3)
    pixels = rng.integers(0, 256, (12, 10, 4), np.uint8)
    for ending in (".png", ".ora", ".psd"):
        write_flat(folder / f"a{ending}", Drawing(pixels), pixels)
    return {ending: (folder / f"a{ending}").read_bytes() for ending in (".png", ".ora", ".psd")}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ending=st.sampled_from([".png", ".ora", ".psd"]), where=st.floats(0, 1), damage=st.binary(max_size=8))
def test_damage_anywhere_is_read_or_refused(
    tmp_path: Path, good_files: dict[str, bytes], ending: str, where: float, damage: bytes
) -> None:
    """Cut off where `damage` is empty, else overwritten."""
    good = good_files[ending]
    at = int(where * len(good))
    path = tmp_path / f"a{ending}"
    path.write_bytes(good[:at] + damage + good[at + len(damage) :] if damage else good[:at])
    try:
        read_drawing(path, {})
    except InvalidFile as error:
        assert str(error).startswith(str(path))


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="does not exist"):
        read_drawing(tmp_path / "a.png", {})
    with pytest.raises(InvalidFile, match="is a folder"):
        read_drawing(tmp_path, {})


def _to_missing_folder(folder: Path) -> Path:
    return folder / "missing" / "a.png"


def _over_a_folder(folder: Path) -> Path:
    (folder / "a.ora").mkdir()
    return folder / "a.ora"


@pytest.mark.parametrize("place", [_to_missing_folder, _over_a_folder])
def test_a_result_that_has_no_place_leaves_nothing_behind(tmp_path: Path, place: Callable[[Path], Path]) -> None:
    pixels = np.zeros((2, 2, 4), np.uint8)
    path = place(tmp_path)
    with pytest.raises(InvalidFile, match="cannot be written"):
        write_flat(path, Drawing(pixels), pixels)
    assert not list(tmp_path.glob("**/*.part"))


def test_a_failed_write_keeps_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"older")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", full)
    pixels = np.zeros((2, 2, 4), np.uint8)
    with pytest.raises(InvalidFile, match="No space left"):
        write_flat(path, Drawing(pixels), pixels)
    assert path.read_bytes() == b"older" and list(tmp_path.iterdir()) == [path]


def test_an_input_is_never_an_output(tmp_path: Path) -> None:
    (tmp_path / "line.png").write_bytes(b"")
    (tmp_path / "link.png").symlink_to(tmp_path / "line.png")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "flat.png").symlink_to(tmp_path / "line.png")
    for output in ("line.png", "link.png", "folder"):
        with pytest.raises(InvalidFile, match="is one of the inputs"):
            check_output(tmp_path / output, [tmp_path / "line.png"])
    with pytest.raises(InvalidFile, match=r"end it in .png, .ora or .psd"):
        check_output(tmp_path / "a.jpg", [])
