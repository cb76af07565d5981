"""The dialog: asks which layers play which part, and how to fill."""

from __future__ import annotations

import pixels
from choice import FILL_ARGUMENT, HINT_ARGUMENTS, LINE_ARGUMENT, PAPER_ARGUMENT, walk
from gi.repository import Gimp, GimpUi, GObject, Gtk
from hintpen_client.types import HintKind
from result import Result

SPACING = 6
"""Pixels between the rows."""


def ask(procedure: Gimp.Procedure, config: Gimp.ProcedureConfig, image: Gimp.Image) -> bool:
    """Lets the artist change `config`; False when the dialog was canceled."""
    GimpUi.init("hintpen")
    dialog = GimpUi.ProcedureDialog.new(procedure, config, "Colorize Line Art")
    paper = dialog.get_widget(PAPER_ARGUMENT, Gtk.CheckButton)
    labels = Gtk.SizeGroup(mode=Gtk.SizeGroupMode.HORIZONTAL)
    fill = dialog.get_widget(FILL_ARGUMENT, GObject.TYPE_NONE)
    if isinstance(fill, GimpUi.Labeled):
        labels.add_widget(fill.get_label())
    parts = LayerGrid(procedure, config, image, [LINE_ARGUMENT, HINT_ARGUMENTS[HintKind.COLOR]], labels, optional=False)
    others = [argument for kind, argument in HINT_ARGUMENTS.items() if kind is not HintKind.COLOR]
    more = Gtk.Expander(label="_More kinds of hints", use_underline=True, spacing=SPACING)
    more.add(LayerGrid(procedure, config, image, others, labels, optional=True))
    more.set_expanded(any(config.get_property(argument) for argument in others))
    dialog.fill([FILL_ARGUMENT, PAPER_ARGUMENT])
    area = dialog.get_content_area()
    below_paper = 3
    for widget, position in ((parts, 0), (more, below_paper)):
        area.pack_start(widget, False, False, 0)
        area.reorder_child(widget, position)
        widget.show_all()

    def offer_multiply(*_changed: object) -> None:
        lines = config.get_property(LINE_ARGUMENT)
        needed = bool(lines) and pixels.hides_what_is_below(lines)
        config.set_property(PAPER_ARGUMENT, needed and not Result(lines).flat)
        paper.set_visible(needed)

    config.connect(f"notify::{LINE_ARGUMENT}", offer_multiply)
    offer_multiply()
    accepted = dialog.run()
    dialog.destroy()
    return accepted


class LayerGrid(Gtk.Grid):
    """A row for each of some layer arguments: its label, and a list of the image's layers.

    GIMP's own widget for a layer argument shows no name, only "Browse...".
    """

    def __init__(
        self,
        procedure: Gimp.Procedure,
        config: Gimp.ProcedureConfig,
        image: Gimp.Image,
        arguments: list[str],
        labels: Gtk.SizeGroup,
        optional: bool,
    ) -> None:
        super().__init__(row_spacing=SPACING, column_spacing=SPACING)
        layers = list(walk(image.get_layers()))
        for row, argument in enumerate(arguments):
            spec = procedure.find_argument(argument)
            combo = _layer_combo(config, argument, layers, optional)
            label = Gtk.Label(label=spec.nick, use_underline=True, mnemonic_widget=combo, xalign=0.0)
            for widget in (label, combo):
                widget.set_tooltip_text(spec.blurb)
            labels.add_widget(label)
            self.attach(label, 0, row, 1, 1)
            self.attach(combo, 1, row, 1, 1)


def _layer_combo(
    config: Gimp.ProcedureConfig, argument: str, layers: list[Gimp.Layer], optional: bool
) -> Gtk.ComboBoxText:
    by_id = {str(layer.get_id()): layer for layer in layers}
    combo = Gtk.ComboBoxText(hexpand=True)
    if optional:
        combo.append("", "(none)")
    for identifier, layer in by_id.items():
        combo.append(identifier, layer.get_name())

    def show(*_changed: object) -> None:
        layer = config.get_property(argument)
        combo.set_active_id(str(layer.get_id()) if layer else "")

    combo.connect("changed", lambda _: config.set_property(argument, by_id.get(combo.get_active_id())))
    config.connect(f"notify::{argument}", show)
    show()
    return combo
