"""Makes hintpen_client/_vendor and hintpen_client/v1: the transport as pure Python under a private name.

A host shares one interpreter between its plugins and cannot load compiled wheels, so grpclib, h2 and protobuf travel
with the client, inside its own package where no other plugin's copy can meet them.

    python plugins/client/vendor.py            writes both folders, from vendor.lock's wheels and the server's stubs
    python plugins/client/vendor.py --check    writes nothing; fails when the committed folders are not these
"""

from __future__ import annotations

import argparse
import filecmp
import fnmatch
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "hintpen_client"
STUBS = HERE.parent.parent / "backend" / "hintpen" / "v1"
MADE = ("_vendor", "v1")

# What a client does not need: servers, code generators, other encodings, tests.
DROPPED = (
    "*.proto",
    "google/api/*",
    "google/cloud/*",
    "google/gapic/*",
    "google/logging/*",
    "google/longrunning/*",
    "google/type/*",
    "google/rpc/context/*",
    "google/rpc/code_pb2.*",
    "google/rpc/http_pb2.*",
    "google/protobuf/compiler/*",
    "google/protobuf/pyext/*",
    "google/protobuf/testdata/*",
    "google/protobuf/util/*",
    "google/protobuf/json_format.py",
    "google/protobuf/proto*.py",
    "google/protobuf/internal/testing_refleaks.py",
    "google/protobuf/api_pb2.py",
    "google/protobuf/empty_pb2.py",
    "google/protobuf/field_mask_pb2.py",
    "google/protobuf/source_context_pb2.py",
    "google/protobuf/type_pb2.py",
    "google/protobuf/wrappers_pb2.py",
    "grpclib/channelz/*",
    "grpclib/plugin/*",
    "grpclib/reflection/*",
    "grpclib/health/check.py",
    "grpclib/health/service.py",
    "grpclib/server.py",
    "grpclib/testing.py",
)
LICENSE = re.compile(r"(?P<distribution>[^/]+)\.dist-info/(licenses/)?LICENSE(\.txt)?")
PRIVATE = "hintpen_client._vendor"
NAMES = "google|grpclib|h2|hpack|hyperframe|multidict"

# What the import rule below cannot see: (file, text, replacement).
PATCHES = (
    # A host's environment must neither choose the implementation nor reach a compiled one.
    (
        "google/protobuf/internal/api_implementation.py",
        "_implementation_type = os.getenv('PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION',\n"
        "                                 _implementation_type)",
        "_implementation_type = 'python'",
    ),
    (
        "google/protobuf/internal/api_implementation.py",
        "  if _CanImport('google._upb._message'):\n"
        "    _implementation_type = 'upb'\n"
        "  elif _CanImport('google.protobuf.pyext._message'):\n"
        "    _implementation_type = 'cpp'\n"
        "  else:\n"
        "    _implementation_type = 'python'",
        "  _implementation_type = 'python'",
    ),
    # `Self` is only an annotation there, and not worth a package of its own before Python 3.11.
    ("multidict/_multidict_py.py", "from typing_extensions import Self", "from typing import Any as Self"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh"
        vendor(download(Path(folder) / "wheels"), fresh / "_vendor")
        adapt_stubs(fresh / "v1")
        if check:
            return report([difference for name in MADE for difference in differences(fresh / name, PACKAGE / name)])
        for name in MADE:
            shutil.rmtree(PACKAGE / name, ignore_errors=True)
            shutil.copytree(fresh / name, PACKAGE / name)
    return 0


def download(folder: Path) -> list[Path]:
    """The wheels of vendor.lock, each checked against its hash; pure ones that run on Python 3.9 and later."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    pure = ["--only-binary=:all:", "--platform=any", "--implementation=py", "--abi=none", "--python-version=3.9"]
    lock = ["--require-hashes", "--requirement", str(HERE / "vendor.lock")]
    subprocess.run([*pip, *pure, *lock, "--dest", str(folder)], check=True)  # noqa: S603
    return sorted(folder.glob("*.whl"))


def vendor(wheels: list[Path], target: Path) -> None:
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                place = destination(name)
                if place is not None:
                    write(target / place, rewrite(place, archive.read(name)))
    write(target / "__init__.py", b'"""Packages of others under a private name; vendor.py makes this folder."""\n')
    write(target / "google" / "__init__.py", b"")
    write(target / "google" / "rpc" / "__init__.py", b"")


def destination(name: str) -> str | None:
    """Where a wheel's file goes, below _vendor; None for what is dropped."""
    license_file = LICENSE.fullmatch(name)
    if license_file:
        return f"licenses/{license_file['distribution']}.txt"
    if ".dist-info/" in name or any(fnmatch.fnmatchcase(name, pattern) for pattern in DROPPED):
        return None
    return name


def rewrite(place: str, content: bytes) -> bytes:
    """A module with its absolute imports, and the dotted uses of `import a.b`, under the private name."""
    if not place.endswith(".py"):
        return content
    text = content.decode()
    for file, old, new in PATCHES:
        if file == place:
            if old not in text:
                raise SystemExit(f"{place} has changed: PATCHES in vendor.py must follow")
            text = text.replace(old, new)
    text = re.sub(rf"^(\s*)from ({NAMES})\b(?=[. ])", rf"\1from {PRIVATE}.\2", text, flags=re.MULTILINE)
    dotted = re.findall(rf"^\s*import ((?:{NAMES})\.[\w.]+)", text, flags=re.MULTILINE)
    for module in sorted(dotted, key=len, reverse=True):
        text = re.sub(rf"(?<![\w./'\"]){re.escape(module)}\b", f"{PRIVATE}.{module}", text)
    return text.encode()


def adapt_stubs(target: Path) -> None:
    """The server's stubs for the private protobuf; their types stay those of the public one, for type checkers."""
    text = (STUBS / "colorizer_pb2.py").read_text()
    write(target / "__init__.py", b'"""The contract for the private protobuf; vendor.py makes this folder."""\n')
    write(target / "colorizer_pb2.py", rewrite("colorizer_pb2.py", text.encode()))
    shutil.copy(STUBS / "colorizer_pb2.pyi", target / "colorizer_pb2.pyi")


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def differences(expected: Path, found: Path) -> list[str]:
    names = {path.relative_to(root) for root in (expected, found) for path in root.rglob("*") if path.is_file()}
    names = {name for name in names if "__pycache__" not in name.parts}
    pairs = {name: (expected / name, found / name) for name in sorted(names)}
    return [
        str(found / name)
        for name, (one, other) in pairs.items()
        if not (one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False))
    ]


def report(different: list[str]) -> int:
    for path in different:
        print(f"{path} is not what vendor.py makes: run python plugins/client/vendor.py", file=sys.stderr)
    return 1 if different else 0


if __name__ == "__main__":
    raise SystemExit(main())
