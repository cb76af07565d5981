"""The docker's state: what the artist chose, the job that runs, and what to say about it. No Qt, no host."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from hintpen_client.errors import HintpenError
from hintpen_client.types import Answer, ColorizeJob, FillMode

from .choices import Choices, hint_roles
from .host import Document, Host, HostError
from .job import Run, Submitted, prepare
from .roles import Role
from .view import GUIDANCE, Notice, Phase, View


class Submitter(Protocol):
    """The part of `hintpen_client.client.Client` that is used here."""

    def submit(self, job: ColorizeJob, **callbacks: Callable[..., None]) -> Submitted: ...


class Model:
    """Lives on the GUI thread.

    Args:
        post: Calls a function on the GUI thread, later; it is called from the client's thread.
        changed: Told when `view` is another.
    """

    def __init__(
        self,
        host: Host,
        client: Submitter,
        post: Callable[[Callable[[], None]], None],
        changed: Callable[[View], None],
    ) -> None:
        self.view = View()
        self._host = host
        self._client = client
        self._post = post
        self._changed = changed
        self._choices: dict[str, Choices] = {}
        self._fill = FillMode.HINTED
        self._run: Run | None = None
        self._delivering = False
        self._notice: Notice | None = None
        self._seen_document = ""
        self._papers: set[tuple[str, str]] = set()

    # What the artist does.

    def choose(self, role: Role, layer: str | None) -> None:
        """`layer`: its id, "" for none, None to leave it to the names."""
        document = self._host.active_document()
        if document:
            chosen = self._choices_of(document).chosen
            if layer is None:
                chosen.pop(role, None)
            else:
                chosen[role] = layer
        self._say(None)

    def set_fill(self, fill: FillMode) -> None:
        self._fill = fill
        self._say(None)

    def add_layer(self, role: Role) -> None:
        """Adds an empty layer for hints above the lines and makes it the current one."""
        document = self._host.active_document()
        if not document:
            return
        try:
            choices = self._choices_of(document)
            layers = document.layers()
            lines = choices.resolve(document, layers).get(Role.LINES, "")
            choices.lines_in_use = lines
            names = {layer.name for layer in layers}
            choices.chosen[role] = document.add_layer(_free_name(role.value, names), lines)
            self._say(None)
        except HostError as error:
            self._say(str(error), is_problem=True)

    def set_multiply(self) -> None:
        document = self._host.active_document()
        if document and Role.LINES in self.view.found:
            document.set_multiply(self.view.found[Role.LINES])
            self._say("The lines multiply now: the colors show through their paper.")

    def colorize(self) -> None:
        """Reads the layers and sends them off."""
        self.refresh()
        document = self._host.active_document()
        if document is None or self.view.phase is not Phase.READY:
            return
        try:
            job, run = prepare(document, self.view.found, self._fill)
        except HostError as error:
            self._say(str(error), is_problem=True)
            return
        self._choices_of(document).lines_in_use = run.lines
        self._note_paper(run)
        self._run = run
        self._submit(job, run)
        self._say(None)

    def cancel(self) -> None:
        if self._run and self._run.submitted and not self._delivering:
            submitted, self._run = self._run.submitted, None
            submitted.cancel()
            self._say("Canceled: nothing was changed.")

    # What happens meanwhile.

    def refresh(self) -> None:
        """Looks at the document again; called now and then, for layers come and go without a word."""
        front = self._front()
        if front != self._seen_document:
            self._seen_document = front
            self._notice = None
        elif self._run and self._run.answer and not self._delivering:
            self._deliver(self._run, self._run.answer)
        self._show()

    def _submit(self, job: ColorizeJob, run: Run) -> None:
        run.submitted = self._client.submit(
            job,
            on_progress=lambda stage, fraction: self._post(lambda: self._on_progress(run, stage, fraction)),
            on_done=lambda answer: self._post(lambda: self._on_done(run, answer)),
            on_error=lambda error: self._post(lambda: self._on_error(run, error)),
        )

    def _on_progress(self, run: Run, stage: str, fraction: float) -> None:
        if run is self._run:
            run.stage, run.fraction = stage, fraction
            self._show()

    def _on_error(self, run: Run, error: HintpenError) -> None:
        if run is self._run:
            self._run = None
            self._say(str(error), is_problem=True)

    def _on_done(self, run: Run, answer: Answer) -> None:
        if run is self._run:
            run.answer = answer
            self._deliver(run, answer)

    def _deliver(self, run: Run, answer: Answer) -> None:
        if not run.document.is_open():
            self._end(f"“{run.document.name}” was closed meanwhile: its colors were dropped.")
            return
        if self._front() != run.document.key or not self._host.is_calm():
            # `refresh` tries again.
            run.stage = f"“{run.document.name}” is colored: its colors come in when you are back in it."
            run.fraction = 1.0
            self._show()
            return
        try:
            run.check()
            self._delivering = True
            run.document.deliver(run.lines, answer.layers, lambda error: self._on_delivered(run, answer, error))
        except HostError as error:
            self._end(str(error), is_problem=True)

    def _on_delivered(self, run: Run, answer: Answer, error: HostError | None) -> None:
        if error:
            self._end(str(error), is_problem=True)
        elif run.forgets:
            self._end("Colored anew. What was repainted in the old Flat could not be told: undo brings it back.")
        else:
            self._end(_summary(answer))

    def _end(self, text: str, is_problem: bool = False) -> None:
        self._run = None
        self._delivering = False
        self._say(text, is_problem)

    # What is shown.

    def _say(self, text: str | None, is_problem: bool = False) -> None:
        self._notice = Notice(text, is_problem) if text else None
        self._seen_document = self._front()
        self._show()

    def _show(self) -> None:
        view = self._look()
        if view != self.view:
            self.view = view
            self._changed(view)

    def _look(self) -> View:
        document = self._host.active_document()
        layers = document.layers() if document else ()
        choices = self._choices_of(document) if document else Choices()
        found = choices.resolve(document, layers) if document else {}
        phase = self._phase(document, found)
        view = View(phase, layers, dict(choices.chosen), found, self._fill)
        changes: dict[str, Any] = {"notice": self._notice or Notice(_guidance(view))}
        if self._run:
            changes.update(notice=Notice(_stage(self._run)), fraction=self._run.fraction)
        if document and Role.LINES in found:
            lines = found[Role.LINES]
            changes["hidden"] = (document.key, lines) in self._papers and document.hides_below(lines)
        return replace(view, **changes)

    def _phase(self, document: Document | None, found: dict[Role, str]) -> Phase:
        if self._run:
            return Phase.WORKING
        if document is None:
            return Phase.NO_DOCUMENT
        if Role.LINES not in found:
            return Phase.NO_LINES
        return Phase.READY if hint_roles(found) else Phase.NO_HINTS

    def _choices_of(self, document: Document) -> Choices:
        return self._choices.setdefault(document.key, Choices())

    def _note_paper(self, run: Run) -> None:
        paper = (run.document.key, run.lines)
        if run.hides:
            self._papers.add(paper)
        else:
            self._papers.discard(paper)

    def _front(self) -> str:
        document = self._host.active_document()
        return document.key if document else ""


def _guidance(view: View) -> str:
    hints = next((view.layer_name(role) for role in hint_roles(view.found)), "")
    return GUIDANCE[view.phase].format(hints=hints)


def _stage(run: Run) -> str:
    return run.stage[:1].upper() + run.stage[1:]


def _summary(answer: Answer) -> str:
    found = [_counted(answer.report.region_count, "area") + " found"]
    if answer.report.gaps:
        found.append(_counted(len(answer.report.gaps), "gap") + " in the lines closed")
    return f"Done: {', '.join(found)}. Add hints or repaint Flat, then press Colorize again."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free = f"{name} {number}"
        number += 1
    return free
