"""The docker's model: guidance, the run, and everything that may happen meanwhile."""

from __future__ import annotations

from fake_page import CLEAR, INK, RED, WHITE, Desk, FakeDocument, page, picture
from hintpen_client.types import FillMode, Gap, HintKind, Report
from krita_plugin.host import PreviousResult
from krita_plugin.roles import Role
from krita_plugin.view import Phase
from scripted_client import flat_layer


def running(document: FakeDocument) -> Desk:
    desk = Desk(document)
    desk.model.colorize()
    assert desk.model.view.phase is Phase.WORKING, desk.text
    return desk


def answered(desk: Desk) -> Desk:
    desk.client.jobs[-1].layer(flat_layer(4, 1))
    desk.client.jobs[-1].done(Report(3, (Gap(1, 0, 2),)))
    desk.turn()
    return desk


def test_guidance_says_the_next_step() -> None:
    assert Desk(None).model.view.phase is Phase.NO_DOCUMENT
    assert Desk(page("Paper")).model.view.phase is Phase.NO_LINES
    assert "New hint layer" in Desk(page("Lines")).text
    assert "“Hints”" in Desk(page()).text


def test_a_run_sends_lines_and_hints_by_kind() -> None:
    document = page("Hints", "Keep transparent", "Lines", "Background")
    document.pictures["Keep transparent"] = picture(CLEAR, CLEAR, RED, CLEAR)
    desk = Desk(document)
    desk.model.set_fill(FillMode.EXTEND)
    desk.model.colorize()
    job = desk.client.jobs[-1].job
    assert job.line_art == document.pictures["Lines"]
    assert [hint.kind for hint in job.hints] == [HintKind.COLOR, HintKind.TRANSPARENT]
    assert job.fill is FillMode.EXTEND
    assert job.delivered_flat is None


def test_an_answer_goes_below_the_lines() -> None:
    document = page()
    desk = answered(running(document))
    assert [lines for lines, _ in document.delivered] == ["Lines"]
    assert desk.model.view.phase is Phase.WORKING
    document.finish()
    assert desk.model.view.phase is Phase.READY
    assert "3 areas" in desk.text
    assert "1 gap " in desk.text


def test_callbacks_wait_for_the_gui_thread() -> None:
    document = page()
    desk = running(document)
    desk.client.jobs[-1].progress("finding regions", 0.4)
    assert desk.model.view.fraction == 0.0
    desk.turn()
    assert desk.model.view.fraction == 0.4
    assert desk.text == "Finding regions"


def test_both_flats_are_sent_when_both_are_known() -> None:
    now, then = picture(*[RED] * 4), picture(*[WHITE] * 4)
    desk = running(page(previous=PreviousResult(now, then)))
    job = desk.client.jobs[-1].job
    assert (job.current_flat, job.delivered_flat) == (now, then)


def test_a_flat_of_unknown_origin_is_told() -> None:
    document = page(previous=PreviousResult(picture(*[RED] * 4), None))
    desk = answered(running(document))
    document.finish()
    assert desk.client.jobs[-1].job.current_flat is None
    assert "undo brings it back" in desk.text


def test_empty_layers_are_told_before_anything_is_sent() -> None:
    for name, word in (("Lines", "line layer is empty"), ("Hints", "no hints yet")):
        document = page()
        document.pictures[name] = picture(*[CLEAR] * 4)
        desk = Desk(document)
        desk.model.colorize()
        assert word in desk.text
        assert desk.model.view.notice.is_problem
        assert not desk.client.jobs


def test_faint_strokes_alone_are_no_hints() -> None:
    document = page()
    document.pictures["Hints"] = picture(CLEAR, b"\xff\0\0\xfe", CLEAR, CLEAR)
    desk = Desk(document)
    desk.model.colorize()
    assert "no hints yet" in desk.text


def test_colorize_does_nothing_while_a_job_runs() -> None:
    desk = running(page())
    desk.model.colorize()
    assert len(desk.client.jobs) == 1


def test_an_error_is_shown_in_its_own_words() -> None:
    desk = running(page())
    desk.client.jobs[-1].fail("PICTURE_TOO_LARGE", "The canvas is too large: make it smaller.")
    desk.turn()
    assert desk.text == "The canvas is too large: make it smaller."
    assert desk.model.view.phase is Phase.READY
    assert desk.model.view.notice.is_problem


def test_cancel_is_at_once_and_final() -> None:
    document = page()
    desk = running(document)
    desk.client.jobs[-1].layer(flat_layer(4, 1))
    desk.client.jobs[-1].done()
    desk.model.cancel()
    assert "Canceled" in desk.text
    desk.turn()
    assert "Canceled" in desk.text
    assert not document.delivered


def test_cancel_comes_too_late_once_the_layers_go_in() -> None:
    document = page()
    desk = answered(running(document))
    desk.model.cancel()
    document.finish()
    assert desk.text.startswith("Done")


def test_closed_document_drops_the_answer() -> None:
    document = page()
    desk = running(document)
    document.open = False
    answered(desk)
    assert "closed" in desk.text
    assert not document.delivered
    desk.model.refresh()
    assert "closed" in desk.text


def test_resized_canvas_refuses_the_answer() -> None:
    document = page()
    desk = running(document)
    document.width = 5
    answered(desk)
    assert "4x1 to 5x1" in desk.text
    assert not document.delivered


def test_deleted_lines_refuse_the_answer() -> None:
    document = page()
    desk = running(document)
    document.names.remove("Lines")
    answered(desk)
    assert "deleted" in desk.text
    assert not document.delivered


def test_an_answer_waits_until_its_document_is_back_and_settled() -> None:
    document, other = page(), page(key="other", name="other")
    desk = running(document)
    desk.host.front = other
    answered(desk)
    assert "when you are back" in desk.text
    desk.model.refresh()
    desk.host.front = document
    desk.model.refresh()
    assert not document.delivered, "the host is still in the middle of switching"
    desk.model.refresh()
    assert document.delivered
    assert not other.delivered


def test_an_answer_waits_for_the_end_of_a_dialog() -> None:
    document = page()
    desk = running(document)
    desk.host.calm = False
    answered(desk)
    assert not document.delivered
    desk.host.calm = True
    desk.model.refresh()
    assert document.delivered


def test_a_failed_delivery_is_told() -> None:
    document = page(fails_with="The Flat layer is gone.")
    desk = answered(running(document))
    document.finish()
    assert desk.text == "The Flat layer is gone."
    assert desk.model.view.phase is Phase.READY


def test_opaque_paper_is_told_until_the_lines_multiply() -> None:
    document = page()
    document.pictures["Lines"] = picture(INK, WHITE, WHITE, INK)
    desk = answered(running(document))
    document.finish()
    assert desk.model.view.hidden
    desk.model.set_multiply()
    assert document.multiplied == {"Lines"}
    assert not desk.model.view.hidden


def test_transparent_paper_hides_nothing() -> None:
    document = page()
    document.pictures["Lines"] = picture(INK, CLEAR, CLEAR, CLEAR)
    desk = running(document)
    assert not desk.model.view.hidden


def test_a_notice_belongs_to_its_document() -> None:
    desk = running(page())
    desk.client.jobs[-1].fail("INTERNAL", "It failed: try again.")
    desk.turn()
    desk.host.front = page(key="other")
    desk.model.refresh()
    assert desk.text != "It failed: try again."


def test_the_docker_draws_only_what_changed() -> None:
    desk = Desk(page())
    drawn = len(desk.shown)
    desk.model.refresh()
    assert len(desk.shown) == drawn
    assert desk.model.view.layer_name(Role.HINTS) == "Hints"
