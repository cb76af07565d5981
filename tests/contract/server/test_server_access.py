"""Who may call, and where a server may listen."""

from __future__ import annotations

import hmac
import threading
from pathlib import Path

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from hintpen.server.access import CannotServe, new_token
from hintpen.server.listening import choose_listening
from hintpen.server.refusal import CODE_OF_REASON
from hintpen.server.serving import SERVICE_NAME
from hintpen.v1 import colorizer_pb2 as pb
from server_driver import TIMEOUT, Backend, PatientEngine, reason_of, room_job

HealthStatus = health_pb2.HealthCheckResponse


def health_of(backend: Backend, service: str = "") -> int:
    request = health_pb2.HealthCheckRequest(service=service)
    return health_pb2_grpc.HealthStub(backend.channel).Check(request, timeout=TIMEOUT).status


def tokens(right: str) -> dict[str, tuple[tuple[str, str | bytes], ...]]:
    return {
        "none": (),
        "empty": (("authorization", ""),),
        "bare": (("authorization", right),),
        "basic": (("authorization", f"Basic {right}"),),
        "cut": (("authorization", f"Bearer {right[:-1]}"),),
        "long": (("authorization", f"Bearer {right}0"),),
        "other": (("authorization", f"Bearer {new_token()}"),),
        "shouted": (("authorization", f"Bearer {right.upper()}"),),
        "elsewhere": (("x-authorization", f"Bearer {right}"),),
        "twice": (("authorization", "Bearer x"), ("authorization", f"Bearer {right}")),
    }


@pytest.mark.parametrize("case", tokens("a"))
def test_without_the_token_nothing_but_health_answers(backend: Backend, case: str) -> None:
    right = backend.metadata[0][1].removeprefix("Bearer ")
    metadata = tokens(right)[case]
    header = pb.ColorizeRequest(header=room_job().header())
    reflect = reflection_pb2_grpc.ServerReflectionStub(backend.channel).ServerReflectionInfo
    calls = [
        lambda: backend.stub.GetServerInfo(pb.GetServerInfoRequest(), metadata=metadata, timeout=TIMEOUT),
        lambda: list(backend.stub.Colorize(iter([header]), metadata=metadata, timeout=TIMEOUT)),
        lambda: list(reflect(iter([reflection_pb2.ServerReflectionRequest()]), metadata=metadata, timeout=TIMEOUT)),
        lambda: backend.channel.unary_unary("/no.such/Method")(b"", metadata=metadata, timeout=TIMEOUT),
    ]
    for call in calls:
        with pytest.raises(grpc.RpcError) as caught:
            call()
        assert caught.value.code() is grpc.StatusCode.UNAUTHENTICATED
        assert reason_of(caught.value) == "TOKEN_MISSING_OR_WRONG"
    assert health_of(backend) == HealthStatus.SERVING


def test_a_client_that_sends_nothing_is_denied_at_once(backend: Backend) -> None:
    silent = threading.Event()

    def requests():  # noqa: ANN202, sends nothing until the call is over
        silent.wait(TIMEOUT)
        yield from ()

    with pytest.raises(grpc.RpcError) as caught:
        list(backend.stub.Colorize(requests(), timeout=TIMEOUT))
    silent.set()
    assert reason_of(caught.value) == "TOKEN_MISSING_OR_WRONG"


def test_the_token_is_compared_in_constant_time(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bytes] = []
    in_constant_time = hmac.compare_digest

    def compare(given: bytes, expected: bytes) -> bool:
        compared.append(given)
        return in_constant_time(given, expected)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    backend.assert_serves()
    assert compared == [backend.metadata[0][1].encode()]


def test_a_token_is_fresh_and_of_256_bits() -> None:
    assert len(bytes.fromhex(new_token())) == 32
    assert new_token() != new_token()


def test_health_says_not_serving_until_the_engine_is_warm(serve) -> None:  # noqa: ANN001
    backend = serve(PatientEngine(), warm=False)
    assert health_of(backend) == health_of(backend, SERVICE_NAME) == HealthStatus.NOT_SERVING
    warm = serve(PatientEngine())
    assert health_of(warm) == health_of(warm, SERVICE_NAME) == HealthStatus.SERVING


def test_reflection_lists_the_service(backend: Backend) -> None:
    stub = reflection_pb2_grpc.ServerReflectionStub(backend.channel)
    request = reflection_pb2.ServerReflectionRequest(list_services="")
    answer = next(stub.ServerReflectionInfo(iter([request]), metadata=backend.metadata, timeout=TIMEOUT))
    names = {service.name for service in answer.list_services_response.service}
    assert {SERVICE_NAME, "grpc.health.v1.Health"} <= names


def test_every_reason_of_the_contract_has_its_code() -> None:
    names = {name.removeprefix("ERROR_REASON_") for name in pb.ErrorReason.keys()}
    assert set(CODE_OF_REASON) == names - {"UNSPECIFIED"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.3.2.1"])
def test_loopback_needs_nothing(host: str) -> None:
    listening = choose_listening(host, 0)
    assert listening.credentials is None
    assert listening.address in {"127.0.0.1:0", "[::1]:0", "127.3.2.1:0"}


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    path = tmp_path / "token"
    path.write_text(new_token() + "\n")
    return path


@pytest.mark.parametrize("port", [-1, 65536, 70000])
def test_there_are_65535_ports(port: int) -> None:
    with pytest.raises(CannotServe, match="choose one up to 65535"):
        choose_listening("127.0.0.1", port)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org", ""])  # noqa: S104, they are refused
def test_other_addresses_need_tls_and_a_token(host: str, tls: tuple[Path, Path], token_file: Path) -> None:
    for options in ((), tls, (None, None, token_file)):
        with pytest.raises(CannotServe, match=r"--tls-cert, --tls-key and --token-file"):
            choose_listening(host, 0, *options)
    assert choose_listening(host, 0, *tls, token_file).credentials is not None


def test_unusable_files_are_named(tls: tuple[Path, Path], tmp_path: Path) -> None:
    short, binary = tmp_path / "short", tmp_path / "binary"
    short.write_text("hunter2")
    binary.write_bytes(b"\xff" * 40)
    for path in (short, binary, tmp_path / "missing"):
        with pytest.raises(CannotServe, match=str(path)):
            choose_listening("127.0.0.1", 0, token_file=path)
    with pytest.raises(CannotServe, match="missing"):
        choose_listening("127.0.0.1", 0, tls[0], tmp_path / "missing")
    with pytest.raises(CannotServe, match="both --tls-cert and --tls-key"):
        choose_listening("127.0.0.1", 0, tls_cert=tls[0])
