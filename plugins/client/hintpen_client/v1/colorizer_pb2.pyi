from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ErrorReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ERROR_REASON_UNSPECIFIED: _ClassVar[ErrorReason]
    ERROR_REASON_TOKEN_MISSING_OR_WRONG: _ClassVar[ErrorReason]
    ERROR_REASON_VERSION_MISMATCH: _ClassVar[ErrorReason]
    ERROR_REASON_REQUEST_MALFORMED: _ClassVar[ErrorReason]
    ERROR_REASON_PICTURE_INVALID: _ClassVar[ErrorReason]
    ERROR_REASON_PICTURE_TOO_LARGE: _ClassVar[ErrorReason]
    ERROR_REASON_PICTURE_CORRUPT: _ClassVar[ErrorReason]
    ERROR_REASON_QUEUE_FULL: _ClassVar[ErrorReason]
    ERROR_REASON_NOT_SERVING: _ClassVar[ErrorReason]
    ERROR_REASON_INTERNAL: _ClassVar[ErrorReason]
    ERROR_REASON_TOO_SLOW: _ClassVar[ErrorReason]

class PixelFormat(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PIXEL_FORMAT_UNSPECIFIED: _ClassVar[PixelFormat]
    PIXEL_FORMAT_RGBA8: _ClassVar[PixelFormat]
    PIXEL_FORMAT_GRAY8: _ClassVar[PixelFormat]

class HintKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    HINT_KIND_UNSPECIFIED: _ClassVar[HintKind]
    HINT_KIND_COLOR: _ClassVar[HintKind]
    HINT_KIND_TRANSPARENT: _ClassVar[HintKind]
    HINT_KIND_PROTECT: _ClassVar[HintKind]
    HINT_KIND_SAME: _ClassVar[HintKind]

class FillMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FILL_MODE_UNSPECIFIED: _ClassVar[FillMode]
    FILL_MODE_HINTED: _ClassVar[FillMode]
    FILL_MODE_EXTEND: _ClassVar[FillMode]

class LayerKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LAYER_KIND_UNSPECIFIED: _ClassVar[LayerKind]
    LAYER_KIND_FLAT: _ClassVar[LayerKind]

class BlendMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BLEND_MODE_UNSPECIFIED: _ClassVar[BlendMode]
    BLEND_MODE_NORMAL: _ClassVar[BlendMode]
    BLEND_MODE_MULTIPLY: _ClassVar[BlendMode]
    BLEND_MODE_SCREEN: _ClassVar[BlendMode]
ERROR_REASON_UNSPECIFIED: ErrorReason
ERROR_REASON_TOKEN_MISSING_OR_WRONG: ErrorReason
ERROR_REASON_VERSION_MISMATCH: ErrorReason
ERROR_REASON_REQUEST_MALFORMED: ErrorReason
ERROR_REASON_PICTURE_INVALID: ErrorReason
ERROR_REASON_PICTURE_TOO_LARGE: ErrorReason
ERROR_REASON_PICTURE_CORRUPT: ErrorReason
ERROR_REASON_QUEUE_FULL: ErrorReason
ERROR_REASON_NOT_SERVING: ErrorReason
ERROR_REASON_INTERNAL: ErrorReason
ERROR_REASON_TOO_SLOW: ErrorReason
PIXEL_FORMAT_UNSPECIFIED: PixelFormat
PIXEL_FORMAT_RGBA8: PixelFormat
PIXEL_FORMAT_GRAY8: PixelFormat
HINT_KIND_UNSPECIFIED: HintKind
HINT_KIND_COLOR: HintKind
HINT_KIND_TRANSPARENT: HintKind
HINT_KIND_PROTECT: HintKind
HINT_KIND_SAME: HintKind
FILL_MODE_UNSPECIFIED: FillMode
FILL_MODE_HINTED: FillMode
FILL_MODE_EXTEND: FillMode
LAYER_KIND_UNSPECIFIED: LayerKind
LAYER_KIND_FLAT: LayerKind
BLEND_MODE_UNSPECIFIED: BlendMode
BLEND_MODE_NORMAL: BlendMode
BLEND_MODE_MULTIPLY: BlendMode
BLEND_MODE_SCREEN: BlendMode

class Picture(_message.Message):
    __slots__ = ("sha256", "width", "height", "format")
    SHA256_FIELD_NUMBER: _ClassVar[int]
    WIDTH_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    sha256: bytes
    width: int
    height: int
    format: PixelFormat
    def __init__(self, sha256: _Optional[bytes] = ..., width: _Optional[int] = ..., height: _Optional[int] = ..., format: _Optional[_Union[PixelFormat, str]] = ...) -> None: ...

class PictureChunk(_message.Message):
    __slots__ = ("sha256", "data")
    SHA256_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    sha256: bytes
    data: bytes
    def __init__(self, sha256: _Optional[bytes] = ..., data: _Optional[bytes] = ...) -> None: ...

class HintLayer(_message.Message):
    __slots__ = ("kind", "picture")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PICTURE_FIELD_NUMBER: _ClassVar[int]
    kind: HintKind
    picture: Picture
    def __init__(self, kind: _Optional[_Union[HintKind, str]] = ..., picture: _Optional[_Union[Picture, _Mapping]] = ...) -> None: ...

class GetServerInfoRequest(_message.Message):
    __slots__ = ("protocol_version",)
    PROTOCOL_VERSION_FIELD_NUMBER: _ClassVar[int]
    protocol_version: int
    def __init__(self, protocol_version: _Optional[int] = ...) -> None: ...

class GetServerInfoResponse(_message.Message):
    __slots__ = ("server_version", "protocol_version", "device", "limits", "packs")
    SERVER_VERSION_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_VERSION_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    PACKS_FIELD_NUMBER: _ClassVar[int]
    server_version: str
    protocol_version: int
    device: str
    limits: ServerLimits
    packs: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, server_version: _Optional[str] = ..., protocol_version: _Optional[int] = ..., device: _Optional[str] = ..., limits: _Optional[_Union[ServerLimits, _Mapping]] = ..., packs: _Optional[_Iterable[str]] = ...) -> None: ...

class ServerLimits(_message.Message):
    __slots__ = ("max_side", "max_pixels", "max_hint_layers", "chunk_bytes", "max_queue")
    MAX_SIDE_FIELD_NUMBER: _ClassVar[int]
    MAX_PIXELS_FIELD_NUMBER: _ClassVar[int]
    MAX_HINT_LAYERS_FIELD_NUMBER: _ClassVar[int]
    CHUNK_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAX_QUEUE_FIELD_NUMBER: _ClassVar[int]
    max_side: int
    max_pixels: int
    max_hint_layers: int
    chunk_bytes: int
    max_queue: int
    def __init__(self, max_side: _Optional[int] = ..., max_pixels: _Optional[int] = ..., max_hint_layers: _Optional[int] = ..., chunk_bytes: _Optional[int] = ..., max_queue: _Optional[int] = ...) -> None: ...

class ColorizeRequest(_message.Message):
    __slots__ = ("header", "chunk")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    CHUNK_FIELD_NUMBER: _ClassVar[int]
    header: ColorizeHeader
    chunk: PictureChunk
    def __init__(self, header: _Optional[_Union[ColorizeHeader, _Mapping]] = ..., chunk: _Optional[_Union[PictureChunk, _Mapping]] = ...) -> None: ...

class ColorizeHeader(_message.Message):
    __slots__ = ("protocol_version", "line_art", "hints", "fill", "delivered_flat", "current_flat")
    PROTOCOL_VERSION_FIELD_NUMBER: _ClassVar[int]
    LINE_ART_FIELD_NUMBER: _ClassVar[int]
    HINTS_FIELD_NUMBER: _ClassVar[int]
    FILL_FIELD_NUMBER: _ClassVar[int]
    DELIVERED_FLAT_FIELD_NUMBER: _ClassVar[int]
    CURRENT_FLAT_FIELD_NUMBER: _ClassVar[int]
    protocol_version: int
    line_art: Picture
    hints: _containers.RepeatedCompositeFieldContainer[HintLayer]
    fill: FillMode
    delivered_flat: Picture
    current_flat: Picture
    def __init__(self, protocol_version: _Optional[int] = ..., line_art: _Optional[_Union[Picture, _Mapping]] = ..., hints: _Optional[_Iterable[_Union[HintLayer, _Mapping]]] = ..., fill: _Optional[_Union[FillMode, str]] = ..., delivered_flat: _Optional[_Union[Picture, _Mapping]] = ..., current_flat: _Optional[_Union[Picture, _Mapping]] = ...) -> None: ...

class ColorizeResponse(_message.Message):
    __slots__ = ("accepted", "progress", "layer", "chunk", "done")
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    LAYER_FIELD_NUMBER: _ClassVar[int]
    CHUNK_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    accepted: Accepted
    progress: Progress
    layer: Layer
    chunk: PictureChunk
    done: Done
    def __init__(self, accepted: _Optional[_Union[Accepted, _Mapping]] = ..., progress: _Optional[_Union[Progress, _Mapping]] = ..., layer: _Optional[_Union[Layer, _Mapping]] = ..., chunk: _Optional[_Union[PictureChunk, _Mapping]] = ..., done: _Optional[_Union[Done, _Mapping]] = ...) -> None: ...

class Accepted(_message.Message):
    __slots__ = ("missing_sha256",)
    MISSING_SHA256_FIELD_NUMBER: _ClassVar[int]
    missing_sha256: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, missing_sha256: _Optional[_Iterable[bytes]] = ...) -> None: ...

class Progress(_message.Message):
    __slots__ = ("stage", "fraction")
    STAGE_FIELD_NUMBER: _ClassVar[int]
    FRACTION_FIELD_NUMBER: _ClassVar[int]
    stage: str
    fraction: float
    def __init__(self, stage: _Optional[str] = ..., fraction: _Optional[float] = ...) -> None: ...

class Layer(_message.Message):
    __slots__ = ("kind", "name", "blend_mode", "picture")
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    BLEND_MODE_FIELD_NUMBER: _ClassVar[int]
    PICTURE_FIELD_NUMBER: _ClassVar[int]
    kind: LayerKind
    name: str
    blend_mode: BlendMode
    picture: Picture
    def __init__(self, kind: _Optional[_Union[LayerKind, str]] = ..., name: _Optional[str] = ..., blend_mode: _Optional[_Union[BlendMode, str]] = ..., picture: _Optional[_Union[Picture, _Mapping]] = ...) -> None: ...

class Done(_message.Message):
    __slots__ = ("region_count", "gaps", "stages")
    REGION_COUNT_FIELD_NUMBER: _ClassVar[int]
    GAPS_FIELD_NUMBER: _ClassVar[int]
    STAGES_FIELD_NUMBER: _ClassVar[int]
    region_count: int
    gaps: _containers.RepeatedCompositeFieldContainer[Gap]
    stages: _containers.RepeatedCompositeFieldContainer[StageTime]
    def __init__(self, region_count: _Optional[int] = ..., gaps: _Optional[_Iterable[_Union[Gap, _Mapping]]] = ..., stages: _Optional[_Iterable[_Union[StageTime, _Mapping]]] = ...) -> None: ...

class Gap(_message.Message):
    __slots__ = ("x", "y", "width")
    X_FIELD_NUMBER: _ClassVar[int]
    Y_FIELD_NUMBER: _ClassVar[int]
    WIDTH_FIELD_NUMBER: _ClassVar[int]
    x: float
    y: float
    width: float
    def __init__(self, x: _Optional[float] = ..., y: _Optional[float] = ..., width: _Optional[float] = ...) -> None: ...

class StageTime(_message.Message):
    __slots__ = ("stage", "seconds")
    STAGE_FIELD_NUMBER: _ClassVar[int]
    SECONDS_FIELD_NUMBER: _ClassVar[int]
    stage: str
    seconds: float
    def __init__(self, stage: _Optional[str] = ..., seconds: _Optional[float] = ...) -> None: ...
