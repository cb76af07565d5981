"""Finding a running server, recognizing one that is gone, starting one and only one."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import hintpen_client.connection
import hintpen_client.launcher
import pytest
from client_driver import FAKES, SCRIPTED, a_job
from hintpen_client.client import Client
from hintpen_client.errors import HintpenError
from hintpen_client.launcher import Launcher
from hintpen_client.runtime_file import read_runtime_file
from hintpen_client.start import cleaned
from scripted_server import ScriptedServer

Serve = Callable[..., ScriptedServer]
ENDED = [sys.executable, "-c", "print('no such option'); raise SystemExit(3)"]


def failing(launcher: Launcher) -> HintpenError:
    with Client(launcher) as client, pytest.raises(HintpenError) as caught:
        client.server_info()
    return caught.value


def write(runtime_file: Path, **content: object) -> None:
    runtime_file.parent.mkdir(parents=True, exist_ok=True)
    usual = {"pid": os.getpid(), "port": 1, "token": "00", "version": "0.1.0", "protocol_version": 1}
    runtime_file.write_text(json.dumps({**usual, **content}))


@contextmanager
def listening(answer: bytes | None) -> Iterator[int]:
    """Another program on the port: it answers everyone the same bytes, or says nothing at all."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                connections.append(connection)
                if answer is not None:
                    connection.sendall(answer)

        connections: list[socket.socket] = []
        thread = threading.Thread(target=accept)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in connections:
            connection.close()


def test_a_running_server_is_found(serve: Serve, runtime_file: Path) -> None:
    server = serve()
    with Client(Launcher(ENDED, runtime_file=runtime_file)) as client:
        client.colorize(a_job())
    assert server.calls == 1


def test_without_a_server_one_is_started(runtime_file: Path) -> None:
    with Client(Launcher(SCRIPTED, runtime_file=runtime_file)) as client:
        assert client.colorize(a_job()).layers
    server = read_runtime_file(runtime_file)
    assert server
    assert server.pid != os.getpid()
    assert runtime_file.parent.stat().st_mode & 0o777 == 0o700
    assert (runtime_file.parent / "server.log").stat().st_mode & 0o777 == 0o600


def test_a_server_ends_with_its_owner(runtime_file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as owner:
        with Client(Launcher(SCRIPTED, owner_pid=owner.pid, runtime_file=runtime_file)) as client:
            client.server_info()
        assert runtime_file.exists()
        owner.communicate(b"\n")
    for _ in range(200):
        if not runtime_file.exists():
            break
        threading.Event().wait(0.05)
    assert not runtime_file.exists()


def test_two_clients_that_race_start_one_server(runtime_file: Path, tmp_path: Path) -> None:
    """Two in this process and two in others, as Krita and GIMP are."""
    count = tmp_path / "starts"
    counting = (
        f"open({str(count)!r}, 'a').write('x'); import runpy; runpy.run_path({SCRIPTED[1]!r}, run_name='__main__')"
    )
    command = [sys.executable, "-c", counting]
    program = (
        "import sys; from pathlib import Path; from hintpen_client.client import Client; "
        "from hintpen_client.launcher import Launcher; "
        f"client = Client(Launcher({command!r}, owner_pid={os.getpid()}, runtime_file=Path({str(runtime_file)!r}))); "
        "client.server_info(); client.close()"
    )
    others = [subprocess.Popen([sys.executable, "-c", program]) for _ in range(2)]
    clients = [Client(Launcher(command, runtime_file=runtime_file)) for _ in range(2)]
    threads = [threading.Thread(target=client.server_info) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for client in clients:
        client.close()
    assert [other.wait(30) for other in others] == [0, 0]
    assert count.read_text() == "x"


def test_a_server_that_warms_up_is_waited_for(serve: Serve, runtime_file: Path) -> None:
    server = serve(warming_seconds=0.4)
    with Client(Launcher(ENDED, runtime_file=runtime_file)) as client:
        client.colorize(a_job())
    assert server.calls == 1


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"pid": 1}', '{"port": "x"}'])
def test_a_garbled_runtime_file_is_stale(runtime_file: Path, content: str) -> None:
    runtime_file.parent.mkdir(parents=True)
    runtime_file.write_text(content)
    with Client(Launcher(SCRIPTED, runtime_file=runtime_file)) as client:
        assert client.server_info().version == "0.1.0"


def test_the_file_of_a_server_that_was_killed_is_stale(runtime_file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    write(runtime_file, port=port)
    with Client(Launcher(SCRIPTED, runtime_file=runtime_file)) as client:
        client.server_info()
    server = read_runtime_file(runtime_file)
    assert server
    assert server.port != port


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n" * 9, b"\x00" * 99, None])
def test_a_port_that_another_program_took_is_stale(
    runtime_file: Path, answer: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hintpen_client.connection, "ANSWER_SECONDS", 1.0)
    with listening(answer) as port:
        write(runtime_file, port=port)
        with Client(Launcher(SCRIPTED, runtime_file=runtime_file)) as client:
            client.server_info()
    server = read_runtime_file(runtime_file)
    assert server
    assert server.port != port


def test_a_server_with_another_token_is_not_ours(serve: Serve, runtime_file: Path) -> None:
    other = serve(accepted_token="0" * 64)
    with Client(Launcher(SCRIPTED, runtime_file=runtime_file)) as client:
        client.colorize(a_job())
    assert other.calls == 0


@pytest.mark.parametrize(("version", "advice"), [(2, "update the plugin"), (0, "update Hintpen")])
def test_a_server_of_another_version_is_named(serve: Serve, runtime_file: Path, version: int, advice: str) -> None:
    serve(protocol_version=version)
    error = failing(Launcher(SCRIPTED, runtime_file=runtime_file))
    assert error.reason == "VERSION_MISMATCH"
    assert advice in str(error)
    assert "0.1.0" in str(error)


def test_the_file_of_a_gone_server_of_another_version_is_stale(runtime_file: Path) -> None:
    write(runtime_file, protocol_version=2)
    with Client(Launcher(SCRIPTED, runtime_file=runtime_file)) as client:
        client.server_info()


def test_a_server_that_ends_as_it_starts(runtime_file: Path) -> None:
    error = failing(Launcher(ENDED, runtime_file=runtime_file))
    log = runtime_file.parent / "server.log"
    assert error.reason == "SERVER_DID_NOT_START"
    assert "code 3" in str(error)
    assert str(log) in str(error)
    assert "no such option" in log.read_text()


def test_a_server_that_never_gets_ready_is_ended(
    runtime_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hintpen_client.launcher, "START_SECONDS", 1.0)
    mark = tmp_path / "pid"
    program = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    error = failing(Launcher([sys.executable, "-c", program], runtime_file=runtime_file))
    assert error.reason == "SERVER_DID_NOT_START"
    pid = int(mark.read_text())
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        threading.Event().wait(0.05)
    pytest.fail("the server that was given up still runs")


def test_a_command_that_is_gone(runtime_file: Path) -> None:
    error = failing(Launcher(["/nowhere/python", "-m", "hintpen", "serve"], runtime_file=runtime_file))
    assert error.reason == "SERVER_NOT_INSTALLED"
    assert "/nowhere/python" in str(error)
    assert "hintpen install" in str(error)


def test_without_backend_json_the_plugin_says_what_to_run(
    runtime_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hintpen_client.launcher, "BACKEND_FILE", tmp_path / "backend.json")
    assert failing(Launcher(runtime_file=runtime_file)).reason == "SERVER_NOT_INSTALLED"


def test_backend_json_names_the_command(runtime_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = tmp_path / "backend.json"
    backend.write_text(json.dumps({"command": SCRIPTED, "version": "0.1.0"}))
    monkeypatch.setattr(hintpen_client.launcher, "BACKEND_FILE", backend)
    with Client(Launcher(runtime_file=runtime_file)) as client:
        assert client.server_info().version == "0.1.0"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file where the folder should be")
    error = failing(Launcher(SCRIPTED, runtime_file=tmp_path / "run" / "server.json"))
    assert error.reason == "SERVER_DID_NOT_START"
    assert str(tmp_path / "run") in str(error)


def test_what_a_host_sets_for_itself_does_not_reach_the_server(
    runtime_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "DYLD_LIBRARY_PATH"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")
    with Client(Launcher([sys.executable, str(FAKES / "scripted_server.py")], runtime_file=runtime_file)) as client:
        client.server_info()
    left = cleaned(os.environ)
    assert left["LANG"] == "C.UTF-8"
    assert str(tmp_path) not in left.values()
