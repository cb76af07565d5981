"""Krita behind the port of host.py: documents, layers, the group "Hintpen". Every quirk of Krita is met here, once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

from hintpen_client.types import BlendMode, Layer, Picture
from krita import Document, Krita, Node

from .delivered import Delivery, decode, encode
from .host import HostError, LayerInfo, PreviousResult
from .krita_pixels import Pixels, scratch_document, space_of
from .qt import QtCore

GROUP = "Hintpen"
FLAT = "Flat"
_ANNOTATION = "hintpen"
_LAYER_TYPES = frozenset({"paintlayer", "grouplayer", "vectorlayer", "clonelayer", "filelayer"})
_BLENDING = {BlendMode.NORMAL: "normal", BlendMode.MULTIPLY: "multiply", BlendMode.SCREEN: "screen"}

# Krita makes a new layer the current one, and acts on a changed current layer, in later turns of its event loop.
_TURN = 80
"""Milliseconds."""


class KritaHost:
    """Krita as the model sees it."""

    def active_document(self) -> KritaDocument | None:
        document = Krita.instance().activeDocument()
        # While a document closes it is still the active one for a moment.
        return KritaDocument(document) if document and _is_open(document) else None

    def is_calm(self) -> bool:
        # In a nested event loop, such as a dialog's, Krita up to 5.2 postpones its layer events and may crash on edits.
        return QtCore.QThread.currentThread().loopLevel() <= 1


class KritaDocument:
    """One open document. Nodes are looked up by id each time: a kept node of a closed document crashes Krita."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pixels = Pixels()
        self._written: dict[str, Picture] = {}
        self.key = _id(document.rootNode())
        self.name = document.name() or document.fileName().rpartition("/")[2] or "Unnamed"

    def is_open(self) -> bool:
        return _is_open(self._document)

    def size(self) -> tuple[int, int]:
        return self._document.width(), self._document.height()

    def layers(self) -> tuple[LayerInfo, ...]:
        return tuple(_listed(self._root(), 0))

    def active_layer(self) -> str | None:
        node = self._document.activeNode()
        return _id(node) if node else None

    def last_lines(self) -> str | None:
        deliveries = self._deliveries()
        return deliveries[-1].lines if deliveries else None

    def read(self, layer_id: str) -> Picture:
        return self._pixels.read(self._node(layer_id), *self.size())

    def hides_below(self, layer_id: str) -> bool:
        node = self._node(layer_id)
        return node.blendingMode() == "normal" and node.visible() and node.opacity() == 255

    def set_multiply(self, layer_id: str) -> None:
        self._node(layer_id).setBlendingMode("multiply")
        self._document.refreshProjection()

    def add_layer(self, name: str, above: str) -> str:
        layer = self._document.createNode(name, "paintlayer")
        sibling = self._node(above) if above else None
        parent = sibling.parentNode() if sibling else self._root()
        parent.addChildNode(layer, sibling)
        self._walk(self._activate(_id(layer)), lambda error: None)
        return _id(layer)

    def previous_result(self, lines: str) -> PreviousResult | None:
        group = self._group(lines)
        flat = _child(group, FLAT) if group else None
        if flat is None:
            return None
        if flat.locked():
            raise HostError("The Flat layer is locked: unlock it, then press Colorize.")
        size = self.size()
        current = self._pixels.read_unmasked(flat, *size)
        known = [delivery for delivery in self._deliveries() if delivery.flat == _id(flat)]
        delivered = known[-1].picture() if known and (known[-1].width, known[-1].height) == size else None
        return PreviousResult(current, delivered)

    def deliver(self, lines: str, layers: tuple[Layer, ...], finished: Callable[[HostError | None], None]) -> None:
        self._walk(self._insert(lines, layers), finished)

    # Putting layers in: generators that yield the milliseconds which Krita needs before the next step.

    def _insert(self, lines: str, layers: tuple[Layer, ...]) -> Iterator[int]:
        current = self.active_layer()
        group = self._group(lines)
        if group:
            current_was_flat = current == _id(_child(group, FLAT) or group)
            for layer in layers:
                self._replace(group, layer)
            current = _id(_child(group, FLAT)) if current_was_flat else current
        else:
            group = yield from self._add_group(lines, layers)
        self._remember(lines, group)
        if current:
            yield from self._activate(current)

    def _add_group(self, lines: str, layers: tuple[Layer, ...]) -> Generator[int, None, Node]:
        """One undo step: the group is put together elsewhere and inserted as a whole, directly below the lines."""
        node = self._node(lines)
        parent = node.parentNode()
        siblings = [child for child in parent.childNodes() if not child.type().endswith("mask")]
        position = siblings.index(node)
        with scratch_document(*self.size(), space_of(self._document)) as scratch:
            group = self._assembled(scratch, layers)
            parent.addChildNode(group, siblings[position - 1] if position else node)
        if not position:
            # Krita inserts above a layer only, so below the lowest one takes a second step.
            yield from self._activate(_id(group))
            Krita.instance().action("move_layer_down").trigger()
            yield _TURN
        return self._node(_id(group))

    def _assembled(self, scratch: Document, layers: tuple[Layer, ...]) -> Node:
        """The group with its layers, made in a scratch document: each addition there would be an undo step here."""
        group = scratch.createGroupLayer(GROUP)
        scratch.rootNode().addChildNode(group, None)
        for layer in layers:
            group.addChildNode(self._made(scratch, layer), None)
        return group.duplicate()

    def _made(self, scratch: Document, layer: Layer) -> Node:
        node = scratch.createNode(layer.name, "paintlayer")
        node.setBlendingMode(_BLENDING[layer.blend_mode])
        self._write(node, layer)
        return node

    def _write(self, node: Node, layer: Layer) -> None:
        self._written[layer.name] = self._pixels.write(node, layer.picture)

    def _replace(self, group: Node, layer: Layer) -> None:
        """Two undo steps, add and remove: pixels set in place could not be undone at all."""
        old = _child(group, layer.name)
        if old is None:
            with scratch_document(*self.size(), space_of(self._document)) as scratch:
                group.addChildNode(self._made(scratch, layer).duplicate(), None)
            return
        new = old.duplicate()
        self._write(new, layer)
        group.addChildNode(new, old)
        old.remove()

    def _activate(self, layer_id: str) -> Iterator[int]:
        yield _TURN
        self._document.setActiveNode(self._node(layer_id))
        yield _TURN

    def _walk(self, steps: Iterator[int], finished: Callable[[HostError | None], None]) -> None:
        """Runs the steps with the event loop's turns between them."""
        try:
            self._root()
            milliseconds = next(steps)
        except StopIteration:
            finished(None)
        except HostError as error:
            finished(error)
        else:
            QtCore.QTimer.singleShot(milliseconds, lambda: self._walk(steps, finished))

    # What was delivered, kept in the document itself.

    def _remember(self, lines: str, group: Node) -> None:
        flat = _id(_child(group, FLAT))
        deliveries = [*self._deliveries(), Delivery.of(lines, _id(group), flat, self._written[FLAT])]
        data = QtCore.QByteArray(encode(deliveries))
        self._document.setAnnotation(_ANNOTATION, "What Hintpen delivered, to tell what was repainted", data)

    def _deliveries(self) -> list[Delivery]:
        if _ANNOTATION not in self._document.annotationTypes():
            return []
        return decode(bytes(self._document.annotation(_ANNOTATION)))

    # Finding nodes.

    def _root(self) -> Node:
        if not self.is_open():
            raise HostError("The document was closed.")
        return self._document.rootNode()

    def _node(self, layer_id: str) -> Node:
        for node in _descendants(self._root()):
            if _id(node) == layer_id:
                return node
        raise HostError("A layer is gone: choose the layers again.")

    def _group(self, lines: str) -> Node | None:
        """The group of an earlier run for these lines, wherever it was moved; None when there is none."""
        groups = [node for node in _descendants(self._root()) if _is_result(node)]
        owners = {delivery.group: delivery.lines for delivery in self._deliveries()}
        there = {_id(node) for node in _descendants(self._root())}
        own = [group for group in groups if owners.get(_id(group)) == lines]
        free = [group for group in groups if owners.get(_id(group)) not in there]
        return next(iter(own + free), None)


def _is_open(document: Document) -> bool:
    return document in Krita.instance().documents() and document.rootNode() is not None


def _id(node: Node) -> str:
    return node.uniqueId().toString()


def _is_result(node: Node) -> bool:
    return node.type() == "grouplayer" and node.name() == GROUP


def _child(group: Node, name: str) -> Node | None:
    return next((node for node in group.childNodes() if node.name() == name), None)


def _descendants(node: Node) -> Iterator[Node]:
    for child in node.childNodes():
        yield child
        yield from _descendants(child)


def _listed(parent: Node, depth: int) -> Iterator[LayerInfo]:
    for node in reversed(parent.childNodes()):
        if node.type() in _LAYER_TYPES and not _is_result(node):
            is_group = node.type() == "grouplayer"
            yield LayerInfo(_id(node), node.name(), depth, is_group)
            if is_group:
                yield from _listed(node, depth + 1)
