"""The procedures: their arguments, their three run modes, and their answers to GIMP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from choice import (
    FILL_ARGUMENT,
    HINT_ARGUMENTS,
    LINE_ARGUMENT,
    PAPER_ARGUMENT,
    Choice,
    Refusal,
    complete,
    new_hint_layer,
    require_rgb,
)
from dialog import ask
from gi.repository import Gegl, Gimp, GLib, GObject
from hintpen_client.errors import HintpenError
from hintpen_client.types import FillMode, HintKind

READWRITE = GObject.ParamFlags.READWRITE
ANY_IMAGE = (
    Gimp.ProcedureSensitivityMask.DRAWABLE
    | Gimp.ProcedureSensitivityMask.DRAWABLES
    | Gimp.ProcedureSensitivityMask.NO_DRAWABLES
)

HINT_TEXTS = {
    HintKind.COLOR: ("H_ints", "Dots and strokes of color; when none is chosen, the layer whose name holds 'hint'"),
    HintKind.TRANSPARENT: ("_Keep transparent", "Regions touched by this layer stay transparent"),
    HintKind.PROTECT: ("_Do not touch", "Regions touched by this layer stay as they are in Flat"),
    HintKind.SAME: ("Same co_lor", "Regions touched by one color of this layer get one color"),
}
"""Label and explanation of every kind's layer."""


def create_colorize(plug_in: Gimp.PlugIn, name: str) -> Gimp.Procedure:
    """The procedure that colors line art."""
    procedure = _image_procedure(plug_in, name, run_colorize, "_Colorize Line Art…")
    procedure.set_documentation(
        "Color line art from hints",
        "Fills a layer 'Flat' under the line art: every region takes the color of the hint that stands in it. "
        "Run it again after more hints; what you repainted in Flat stays.",
        name,
    )
    lines_text = "When none is chosen, the layer whose name holds 'line' or 'ink', else the current one"
    procedure.add_layer_argument(LINE_ARGUMENT, "Li_ne art", lines_text, True, READWRITE)
    for kind, argument in HINT_ARGUMENTS.items():
        procedure.add_layer_argument(argument, *HINT_TEXTS[kind], True, READWRITE)
    fill = Gimp.Choice.new()
    fill.add(FillMode.HINTED.value, 0, "Stay transparent", "Only regions with a hint get a color")
    fill.add(FillMode.EXTEND.value, 1, "Take a neighbor's color", "The neighbor that they are least walled from")
    procedure.add_choice_argument(
        FILL_ARGUMENT, "Regions _without a hint", "What becomes of them", fill, FillMode.HINTED.value, READWRITE
    )
    procedure.add_boolean_argument(
        PAPER_ARGUMENT,
        "Show the colors through white _paper (sets the line layer to Multiply)",
        "The line layer's opaque paper hides the colors below it",
        False,
        READWRITE,
    )
    return procedure


def create_new_hint_layer(plug_in: Gimp.PlugIn, name: str) -> Gimp.Procedure:
    """The procedure that adds an empty hint layer and makes it the current one."""
    procedure = _image_procedure(plug_in, name, run_new_hint_layer, "_New Hint Layer")
    procedure.set_documentation(
        "Add a layer for color hints", "Adds an empty layer 'Hints' on top: paint dots of color on it.", name
    )
    return procedure


PROCEDURES = {"hintpen-colorize": create_colorize, "hintpen-new-hint-layer": create_new_hint_layer}


def run_colorize(
    procedure: Gimp.Procedure,
    run_mode: Gimp.RunMode,
    image: Gimp.Image,
    drawables: list[Gimp.Drawable],
    config: Gimp.ProcedureConfig,
    _data: object,
) -> Gimp.ValueArray:
    """Colors `image`; asks first when it is run from the menu."""

    def act() -> Gimp.PDBStatusType:
        require_rgb(image)
        complete(config, image, drawables)
        if run_mode == Gimp.RunMode.INTERACTIVE:
            if not ask(procedure, config, image):
                return Gimp.PDBStatusType.CANCEL
            complete(config, image, drawables)  # the dialog's Reset forgets the layers
        from coloring import colorize

        colorize(image, Choice.of(config))
        return Gimp.PDBStatusType.SUCCESS

    return _answer(procedure, act)


def run_new_hint_layer(
    procedure: Gimp.Procedure,
    _run_mode: Gimp.RunMode,
    image: Gimp.Image,
    _drawables: list[Gimp.Drawable],
    _config: Gimp.ProcedureConfig,
    _data: object,
) -> Gimp.ValueArray:
    """Adds the layer."""

    def act() -> Gimp.PDBStatusType:
        new_hint_layer(image)
        return Gimp.PDBStatusType.SUCCESS

    return _answer(procedure, act)


def _image_procedure(plug_in: Gimp.PlugIn, name: str, run: Callable[..., Any], label: str) -> Gimp.Procedure:
    procedure = Gimp.ImageProcedure.new(plug_in, name, Gimp.PDBProcType.PLUGIN, run, None)
    procedure.set_image_types("*")
    procedure.set_sensitivity_mask(ANY_IMAGE)
    procedure.set_menu_label(label)
    procedure.add_menu_path("<Image>/Filters/Hintpen")
    procedure.set_attribution("The Hintpen authors", "GPL-3.0-or-later", "2025")
    return procedure


def _answer(procedure: Gimp.Procedure, act: Callable[[], Gimp.PDBStatusType]) -> Gimp.ValueArray:
    """Runs `act`; GIMP shows the sentence of a failure to whoever called."""
    Gegl.init(None)
    try:
        return procedure.new_return_values(act(), GLib.Error())
    except (Refusal, HintpenError) as error:
        return procedure.new_return_values(Gimp.PDBStatusType.EXECUTION_ERROR, GLib.Error(str(error)))
    finally:
        Gimp.displays_flush()
