"""The vendored transport is private: it shares nothing with, and takes nothing from, packages of the same names."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import hintpen_client

PACKAGE = Path(hintpen_client.__file__).parent
PLUGINS = PACKAGE.parent
NAMES = "google|grpclib|h2|hpack|hyperframe|multidict"


def run(program: str, **environment: str) -> str:
    """Runs a program with no more on its path than the client; warnings are errors."""
    command = [
        sys.executable,
        "-I",
        "-W",
        "error",
        "-c",
        f"import sys; sys.path.insert(0, {str(PLUGINS)!r})\n{program}",
    ]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def test_nothing_public_is_imported() -> None:
    program = f"""
import hintpen_client.launcher, hintpen_client.session, re
names = [name for name in sys.modules if re.match(r"({NAMES}|typing_extensions)(\\.|$)", name)]
print(names)
"""
    assert run(program) == "[]\n"


def test_no_module_names_a_public_package() -> None:
    public = re.compile(rf"^\s*(from|import) ({NAMES}|typing_extensions)\b", re.MULTILINE)
    ours = [*PACKAGE.joinpath("_vendor").rglob("*.py"), *PACKAGE.joinpath("v1").rglob("*.py")]
    typing_only = {"_vendor/hpack/struct.py", "_vendor/grpclib/_typing.py"}
    found = {path.relative_to(PACKAGE).as_posix() for path in ours if public.search(path.read_text("utf-8"))}
    assert found == typing_only


def test_a_host_cannot_choose_the_implementation() -> None:
    program = """
from hintpen_client._vendor.google.protobuf.internal import api_implementation
print(api_implementation.Type())
"""
    assert run(program, PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION="upb") == "python\n"


def test_it_lives_beside_the_public_protobuf_and_the_servers_stubs() -> None:
    """One interpreter, two runtimes, the same contract twice, and messages that cross over."""
    program = """
import hintpen.v1.colorizer_pb2 as public
import hintpen_client.v1.colorizer_pb2 as private
import google.protobuf.message, hintpen_client._vendor.google.protobuf.message
import grpc
assert public.Picture is not private.Picture
assert google.protobuf.message.Message is not hintpen_client._vendor.google.protobuf.message.Message
assert public.DESCRIPTOR.pool is not private.DESCRIPTOR.pool
one = public.ColorizeRequest(chunk=public.PictureChunk(sha256=b"s" * 32, data=bytes(range(256))))
other = private.ColorizeRequest.FromString(one.SerializeToString())
assert other.chunk.data == bytes(range(256))
assert public.ColorizeRequest.FromString(other.SerializeToString()) == one
print(str(other) == str(one))
"""
    for program_in_order in (program, "import hintpen_client.session\n" + program):
        command = [sys.executable, "-W", "error", "-c", program_in_order]
        assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "True\n"


def test_the_stubs_are_the_servers(tmp_path: Path) -> None:
    vendor = load_vendor()
    vendor.adapt_stubs(tmp_path / "v1")
    assert vendor.differences(tmp_path / "v1", PACKAGE / "v1") == []


def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    vendor = load_vendor()
    vendor.adapt_stubs(tmp_path / "v1")
    (tmp_path / "v1" / "colorizer_pb2.py").write_text("other")
    (tmp_path / "v1" / "more.py").write_text("")
    different = vendor.differences(tmp_path / "v1", PACKAGE / "v1")
    assert [Path(path).name for path in different] == ["colorizer_pb2.py", "more.py"]


def test_every_package_keeps_its_license() -> None:
    locked = re.findall(r"^([\w-]+)==([\w.]+)", (PLUGINS / "vendor.lock").read_text(), re.MULTILINE)
    kept = {path.name for path in (PACKAGE / "_vendor" / "licenses").iterdir() if path.stat().st_size > 500}
    assert kept == {f"{name.replace('-', '_')}-{version}.txt" for name, version in locked}


def load_vendor():  # noqa: ANN201, a module
    spec = importlib.util.spec_from_file_location("vendor", PLUGINS / "vendor.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
