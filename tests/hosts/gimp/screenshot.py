"""Takes docs/images/gimp.png: the sample of `hintpen demo`, colored in a real GIMP 3, with our dialog open once more.

    .venv/bin/python tests/hosts/gimp/screenshot.py docs/images/gimp.png

`main` runs outside of GIMP and `picture` inside; each imports what only its own Python has.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

GTK_SETTINGS = "[Settings]\ngtk-dialogs-use-header=1\n"
"""Dialogs draw their own title bars, as there is no window manager to do it."""

ARRANGE = """
window=$(xdotool search --sync --onlyvisible --name 'GIMP$' | tail -1)
xdotool windowsize --sync $window 1400 900 windowfocus --sync $window sleep 1 key ctrl+shift+j sleep 1
xdotool mousemove 670 480 mousedown 2 sleep 1 mousemove 620 480 sleep 1 mousemove 570 480 sleep 1 mouseup 2
xdotool mousemove 1050 700
"""
"""Fills the screen, fits the drawing into the canvas and pans it to the left, to leave room for the dialog."""

TAKE = """
window=$(timeout 60 xdotool search --sync --onlyvisible --name 'Colorize Line Art' | tail -1)
xdotool windowmove $window 876 92 windowfocus --sync $window sleep 3
import -window root PNG24:$HOME/picture.png
xdotool key Escape
"""
"""Waits for the dialog, puts it beside the drawing and above the layers, and cancels it in the end."""


def main(target: str) -> None:
    """Writes the picture to `target`; RuntimeError with what GIMP said when there is none."""
    from gimp_host import Session, find_hosts
    from hintpen.cli.demo import sample
    from hintpen.files.picture import write_picture

    with Session(find_hosts()[0]) as session:
        for name, pixels in zip(("Lines", "Hints"), sample(), strict=True):
            write_picture(session.folder / f"{name}.png", pixels)
        settings = session.folder / ".config/gtk-3.0/settings.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(GTK_SETTINGS)
        shutil.copy(__file__, session.folder / "inside")
        session.start(["screenshot.picture"], screen=True)
        outcomes = session.outcomes(seconds=240)
        if outcomes.get("screenshot.picture") != "":
            raise RuntimeError("\n".join(outcomes.values()))
        shutil.copy(session.folder / "picture.png", target)


def picture() -> None:
    """Colors the drawing once without the dialog, then with it."""
    from drawing import colorize, run
    from gi.repository import Gimp, Gio

    def load(name: str) -> None:
        file = Gio.File.new_for_path(f"{os.environ['HOME']}/{name}.png")
        layer = Gimp.file_load_layer(Gimp.RunMode.NONINTERACTIVE, image, file)
        layer.set_name(name)
        image.insert_layer(layer, None, 0)

    image = Gimp.Image.new(1200, 1600, Gimp.ImageBaseType.RGB)
    paper = Gimp.Layer.new(image, "Background", 1200, 1600, Gimp.ImageType.RGBA_IMAGE, 100.0, Gimp.LayerMode.NORMAL)
    paper.fill(Gimp.FillType.WHITE)
    image.insert_layer(paper, None, 0)
    load("Lines")
    load("Hints")
    display = Gimp.Display.new(image)
    subprocess.run(["sh", "-ec", ARRANGE], check=True, timeout=60)
    colorize(image)
    with subprocess.Popen(["sh", "-ec", TAKE]) as taking:
        status, sentence = run(image, mode=Gimp.RunMode.INTERACTIVE)
    assert (taking.returncode, status) == (0, Gimp.PDBStatusType.CANCEL), sentence
    display.delete()


if __name__ == "__main__":
    main(sys.argv[1])
