"""The docker's widgets: they draw the model's view and pass on what the artist does. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hintpen_client.types import FillMode

from .host import Host
from .model import Model, Submitter
from .qt import QtCore, QtWidgets
from .roles import Role
from .view import Phase, View

_LOOK_AGAIN = 500
"""Milliseconds: Krita does not tell when layers come, go or get another name."""

_FILLS = {FillMode.HINTED: "Areas with a hint", FillMode.EXTEND: "All areas"}

_TIPS = {
    Role.LINES: "The layer that holds your lines. It is never changed.",
    Role.HINTS: "Dots or strokes of color: each gives its color to the area that it stands in.",
    Role.TRANSPARENT: "Areas that are touched on this layer stay transparent.",
    Role.PROTECT: "Areas that are touched on this layer stay as they are in Flat.",
    Role.SAME: "Areas that are touched with the same color are alike: one hint colors them all.",
}


class GuiThread(QtCore.QObject):
    """Calls functions on the thread that made it, in a later turn of its event loop; from any thread."""

    _posted = QtCore.pyqtSignal(object)

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._posted.connect(self._call, QtCore.Qt.ConnectionType.QueuedConnection)

    def post(self, function: Callable[[], None]) -> None:
        self._posted.emit(function)

    def _call(self, function: Callable[[], None]) -> None:
        function()


class LayerBox(QtWidgets.QComboBox):
    """Chooses the layer for one role: "Auto" first, "none" for hints, then the layers from top to bottom."""

    def __init__(self, role: Role, choose: Callable[[str | None], None]) -> None:
        super().__init__()
        self._role = role
        self._shown: list[tuple[str, str | None]] = []
        self.setToolTip(_TIPS[role])
        self.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda index: choose(self._shown[index][1]))

    def show_view(self, view: View) -> None:
        items = self._items(view)
        if items != self._shown:
            self._shown = items
            self.clear()
            self.addItems([text for text, _ in items])
        chosen = view.chosen.get(self._role)
        self.setCurrentIndex(next(i for i, (_, layer) in enumerate(items) if layer == chosen))

    def _items(self, view: View) -> list[tuple[str, str | None]]:
        found = view.layer_name(self._role) if self._role not in view.chosen else ""
        items: list[tuple[str, str | None]] = [(f"Auto: {found}" if found else "Auto", None)]
        if self._role is not Role.LINES:
            items.append(("None", ""))
        return items + [("    " * layer.depth + layer.name, layer.id) for layer in view.layers]


class Panel(QtWidgets.QWidget):
    """What the artist sees."""

    def __init__(self, host: Host, client: Submitter) -> None:
        super().__init__()
        self.model = Model(host, client, GuiThread(self).post, self._show)
        self._build()
        self._show(self.model.view)
        self._timer = QtCore.QTimer(self)
        self._timer.timeout.connect(self.model.refresh)
        self._timer.start(_LOOK_AGAIN)

    def _build(self) -> None:
        model = self.model
        self._boxes = {role: LayerBox(role, partial(model.choose, role)) for role in Role}
        self._fill = QtWidgets.QComboBox()
        for mode, text in _FILLS.items():
            self._fill.addItem(text, mode)
        self._fill.setToolTip("What gets a color: areas with a hint, or every area, from its nearest neighbor.")
        self._fill.activated.connect(lambda index: model.set_fill(self._fill.itemData(index)))
        self._new_hints = _button("New hint layer", partial(model.add_layer, Role.HINTS))
        self._new_hints.setToolTip("Adds a layer “Hints” above the lines and makes it the current one.")
        self._colorize = _button("Colorize", model.colorize)
        self._cancel = _button("Cancel", model.cancel)
        self._progress = QtWidgets.QProgressBar()
        self._progress.setTextVisible(False)
        self._multiply = _button("Set lines to Multiply", model.set_multiply)
        self._status = QtWidgets.QLabel()
        self._status.setWordWrap(True)
        self._status.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop)
        self._status.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._arrange()

    def _arrange(self) -> None:
        form = _form()
        form.addRow("Lines", self._boxes[Role.LINES])
        form.addRow("Hints", self._boxes[Role.HINTS])
        form.addRow("Fill", self._fill)
        # Krita takes the margins from a docker's outermost layout.
        column = QtWidgets.QVBoxLayout()
        QtWidgets.QVBoxLayout(self).addLayout(column)
        column.setContentsMargins(4, 4, 4, 4)
        column.addLayout(form)
        column.addWidget(self._actions())
        column.addLayout(self._message())
        column.addWidget(self._multiply)
        column.addWidget(self._more())
        column.addStretch(1)

    def _actions(self) -> QtWidgets.QWidget:
        """Two buttons, or progress and Cancel in their place."""
        self._pages = QtWidgets.QStackedWidget()
        self._pages.addWidget(_row(self._new_hints, self._colorize))
        self._pages.addWidget(_row(self._progress, self._cancel))
        self._pages.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed)
        return self._pages

    def _message(self) -> QtWidgets.QLayout:
        """The status line, with a sign before it when the artist has to do something."""
        style = self.style()
        size = style.pixelMetric(QtWidgets.QStyle.PixelMetric.PM_SmallIconSize)
        icon = style.standardIcon(QtWidgets.QStyle.StandardPixmap.SP_MessageBoxWarning)
        self._sign = QtWidgets.QLabel()
        self._sign.setPixmap(icon.pixmap(size, size))
        self._sign.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop)
        line = QtWidgets.QHBoxLayout()
        line.addWidget(self._sign)
        line.addWidget(self._status, 1)
        return line

    def _more(self) -> QtWidgets.QWidget:
        """The other kinds of hints, folded."""
        head = QtWidgets.QToolButton()
        head.setText("More hints")
        head.setAutoRaise(True)
        head.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        body = QtWidgets.QWidget()
        form = _form()
        form.setContentsMargins(0, 0, 0, 0)
        body.setLayout(form)
        for role in (Role.TRANSPARENT, Role.PROTECT, Role.SAME):
            new = _button("New", partial(self.model.add_layer, role))
            new.setToolTip(f"Adds a layer “{role.value}” above the lines and makes it the current one.")
            form.addRow(role.value, _row(self._boxes[role], new))
        head.clicked.connect(lambda: _unfold(head, body, body.isHidden()))
        _unfold(head, body, False)
        section = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(body)
        return section

    def _show(self, view: View) -> None:
        for box in self._boxes.values():
            box.show_view(view)
        self._fill.setCurrentIndex(self._fill.findData(view.fill))
        self._new_hints.setEnabled(view.phase in (Phase.NO_HINTS, Phase.READY))
        self._colorize.setEnabled(view.phase is Phase.READY)
        self._pages.setCurrentIndex(int(view.phase is Phase.WORKING))
        self._progress.setValue(round(100 * (view.fraction or 0)))
        self._multiply.setVisible(view.hidden)
        self._sign.setVisible(view.hidden or view.notice.is_problem)
        self._status.setText("\n".join(text for text in (view.notice.text, _about_paper(view)) if text))


def _about_paper(view: View) -> str:
    lines = view.layer_name(Role.LINES)
    return f"The paper of “{lines}” is opaque and hides the colors under it." if view.hidden else ""


def _form() -> QtWidgets.QFormLayout:
    form = QtWidgets.QFormLayout()
    form.setFieldGrowthPolicy(QtWidgets.QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def _button(text: str, action: Callable[[], None]) -> QtWidgets.QPushButton:
    button = QtWidgets.QPushButton(text)
    button.clicked.connect(lambda checked: action())
    return button


def _row(stretched: QtWidgets.QWidget, beside: QtWidgets.QWidget) -> QtWidgets.QWidget:
    row = QtWidgets.QWidget()
    line = QtWidgets.QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(stretched, 1)
    line.addWidget(beside, int(isinstance(stretched, QtWidgets.QPushButton)))
    return row


def _unfold(head: QtWidgets.QToolButton, body: QtWidgets.QWidget, unfolded: bool) -> None:
    arrow = QtCore.Qt.ArrowType
    head.setArrowType(arrow.DownArrow if unfolded else arrow.RightArrow)
    body.setVisible(unfolded)
