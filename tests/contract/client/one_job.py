"""A whole job, in whatever Python runs this file: one_job.py PLUGINS_FOLDER RUNTIME_FILE."""

import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])

from hintpen_client.client import Client
from hintpen_client.errors import HintpenError
from hintpen_client.launcher import Launcher
from hintpen_client.types import ColorizeJob, HintKind, HintLayer, Picture, PixelFormat

line_art = Picture(300, 200, PixelFormat.GRAY8, bytes(60000))
hint = Picture(300, 200, PixelFormat.RGBA8, bytes(240000))
with Client(Launcher(["nothing"], runtime_file=Path(sys.argv[2]))) as client:
    answer = client.colorize(ColorizeJob(line_art, (HintLayer(HintKind.COLOR, hint),)))
    try:
        Picture(1, 1, PixelFormat.RGBA8, b"")
    except ValueError:
        pass
    stages = []
    job = client.submit(ColorizeJob(line_art), on_progress=lambda stage, _: stages.append(stage))
    job.cancel()
    info = client.server_info()
assert len(answer.layers[0].picture.pixels) == 240000
assert issubclass(HintpenError, Exception)
print("colored", info.version)
