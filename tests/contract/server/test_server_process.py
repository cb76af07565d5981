"""The real process: its start, its runtime file, its end."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import grpc
import pytest
from hintpen.server import runtime_file
from hintpen.server.access import CannotServe
from hintpen.server.owner import wait_for_end
from server_driver import TIMEOUT, Backend

SERVE = [sys.executable, "-m", "hintpen", "serve"]


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def environment(path: Path) -> dict[str, str]:
    return {**os.environ, "HINTPEN_RUNTIME_FILE": str(path)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "private" / "server.json"


@pytest.fixture
def spawn(path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []

    def start(*options: str, **changes: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*SERVE, *options], env={**environment(path), **changes}, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def read(path: Path) -> dict[str, object]:
    wait_until(path.exists)
    return json.loads(path.read_text())


def client_of(path: Path) -> Backend:
    entry = read(path)
    return Backend(int(str(entry["port"])), str(entry["token"]))


def test_the_runtime_file_is_private_and_true(spawn, path: Path) -> None:  # noqa: ANN001
    process = spawn()
    entry = read(path)
    assert set(entry) == {"pid", "port", "token", "version", "protocol_version"}
    assert entry["pid"] == process.pid
    assert (entry["version"], entry["protocol_version"]) == ("0.1.0", 1)
    assert len(bytes.fromhex(str(entry["token"]))) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["server.json"]
    client_of(path).assert_serves()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_cleanly(spawn, path: Path, number: int) -> None:  # noqa: ANN001
    process = spawn()
    client_of(path).assert_serves()
    process.send_signal(number)
    assert process.wait(TIMEOUT) == 0
    assert not path.exists()


def test_it_ends_with_its_owner(spawn, path: Path) -> None:  # noqa: ANN001
    owner = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    process = spawn("--owner-pid", str(owner.pid))
    client_of(path).assert_serves()
    assert process.poll() is None
    # Not waited for: a zombie is a dead owner, too.
    owner.kill()
    assert process.wait(TIMEOUT) == 0
    assert not path.exists()
    owner.communicate()


def test_an_owner_that_is_gone_already_ends_it(spawn) -> None:  # noqa: ANN001
    owner = subprocess.Popen([sys.executable, "-c", ""])
    owner.wait()
    wait_for_end(owner.pid)
    assert spawn("--owner-pid", str(owner.pid)).wait(TIMEOUT) == 0


def test_a_later_servers_runtime_file_stays(spawn, path: Path) -> None:  # noqa: ANN001
    first = spawn()
    old = read(path)
    second = spawn()
    wait_until(lambda: read(path) != old)
    first.terminate()
    assert first.wait(TIMEOUT) == 0
    assert read(path)["pid"] == second.pid
    client_of(path).assert_serves()


def test_it_writes_nothing_but_the_runtime_file_and_logs_no_picture(spawn, path: Path, tmp_path: Path) -> None:  # noqa: ANN001
    home = tmp_path / "home"
    home.mkdir()
    process = spawn(HOME=str(home), TMPDIR=str(home))
    client_of(path).assert_serves()
    process.terminate()
    _, log = process.communicate(timeout=TIMEOUT)
    assert "colored 40x30" in log
    assert len(log.splitlines()) < 10
    assert set(tmp_path.rglob("*")) == {path.parent, home}


def test_serving_imports_no_tensorflow() -> None:
    script = (
        "import asyncio, sys\n"
        "from hintpen.server.selfcheck import run_checks\n"
        "code = asyncio.run(run_checks())\n"
        "sys.exit(code or any(name.split('.')[0] in ('tensorflow', 'keras') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, timeout=60)


def test_check_prints_one_line_a_check(path: Path) -> None:
    run = subprocess.run(
        [*SERVE, "--check"], env=environment(path), capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert [line.split(":")[0] for line in run.stdout.splitlines()] == [
        "ok    health",
        "ok    token",
        "ok    server info",
        "ok    coloring",
    ]
    assert not path.exists()


def test_an_open_address_is_refused_in_one_sentence(path: Path) -> None:
    run = subprocess.run(
        [*SERVE, "--host", "0.0.0.0"],  # noqa: S104, it is refused
        env=environment(path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.startswith("hintpen serve: Listening on 0.0.0.0 would open this server to the network")
    assert len(run.stderr.splitlines()) == 1
    assert not path.exists()


def test_a_port_in_use_is_refused_in_one_sentence(spawn, path: Path) -> None:  # noqa: ANN001
    spawn()
    taken = str(read(path)["port"])
    process = spawn("--port", taken)
    _, said = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 2
    assert "choose a free port" in said


def test_tls_and_a_token_file_serve(spawn, path: Path, tmp_path: Path, tls: tuple[Path, Path]) -> None:  # noqa: ANN001
    cert, key = tls
    token = tmp_path / "token"
    token.write_text("0123456789abcdef" * 4)
    spawn("--tls-cert", str(cert), "--tls-key", str(key), "--token-file", str(token))
    port = int(str(read(path)["port"]))
    credentials = grpc.ssl_channel_credentials(cert.read_bytes())
    Backend(port, token.read_text(), grpc.secure_channel(f"127.0.0.1:{port}", credentials)).assert_serves()
    with pytest.raises(grpc.RpcError) as caught:
        Backend(port, token.read_text()).assert_serves()
    assert caught.value.code() is grpc.StatusCode.UNAVAILABLE


def test_a_key_of_another_certificate_is_refused_in_one_sentence(spawn, tmp_path: Path, tls: tuple[Path, Path]) -> None:  # noqa: ANN001
    garbage = tmp_path / "garbage.pem"
    garbage.write_text("no key")
    process = spawn("--tls-cert", str(tls[0]), "--tls-key", str(garbage))
    _, said = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 2
    assert "check that the TLS key fits the certificate" in said


def test_the_runtime_files_place_follows_the_environment() -> None:
    place = runtime_file.default_path
    assert place({"HINTPEN_RUNTIME_FILE": "/x/y.json", "XDG_RUNTIME_DIR": "/r"}) == Path("/x/y.json")
    assert place({"XDG_RUNTIME_DIR": "/r"}, "linux") == Path("/r/hintpen/server.json")
    assert place({}, "linux") == Path.home() / ".cache/hintpen/run/server.json"
    assert place({"LOCALAPPDATA": "/l", "XDG_RUNTIME_DIR": "/r"}, "win32") == Path("/l/hintpen/run/server.json")


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o1777])
def test_a_folder_that_others_may_write_to_is_refused(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(mode)
    entry = runtime_file.RuntimeEntry(1, 2, "token", "0.1.0", 1)
    with pytest.raises(CannotServe, match="--runtime-file"):
        runtime_file.write(folder / "server.json", entry)
    assert not list(folder.iterdir())


def test_a_file_left_behind_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "run" / "server.json"
    path.parent.mkdir(mode=0o700)
    path.write_text("{half")
    path.chmod(0o644)
    (tmp_path / "run" / "server.json.1").write_text("a crash left this")
    entry = runtime_file.RuntimeEntry(1, 2, "token", "0.1.0", 1)
    runtime_file.write(path, entry)
    assert json.loads(path.read_text())["token"] == "token"  # noqa: S105
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    runtime_file.remove(path, runtime_file.RuntimeEntry(9, 2, "other", "0.1.0", 1))
    assert path.exists()
    runtime_file.remove(path, entry)
    assert not list(path.parent.iterdir())
