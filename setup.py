"""Puts the host plugins into the wheel, where `hintpen install` finds them; all else is in pyproject.toml."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithPlugins(build_py):
    """An editable install needs no copy: it runs from the source tree."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for host in ("krita", "gimp"):
                target = Path(self.build_lib) / "hintpen" / "plugins" / host
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(Path("plugins") / host, target, ignore=ignored, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithPlugins})
