"""The measure of realism: it tells what differs, says chance of what does not, and asks about unseen drawings only."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from hintpen.cli import main
from hypothesis import given
from hypothesis import strategies as st

from bench.line_classifier import FOLDS, Verdicts, auc, tell_apart
from bench.line_drawings import DELIVERED, Drawing, normalized
from bench.line_patches import choose_patches
from bench.line_statistics import distances, measure, plot, statistics_of, weigh
from bench.naive_lines import naive_drawings
from bench.realism import contact_sheets, halved

SCRIBBLES, RINGS = {(DELIVERED, "a"): 1.0}, {(DELIVERED, "b"): 1.0}


def rings(count: int, rng: np.random.Generator) -> list[Drawing]:
    """Drawings of separate small rings only."""
    found: list[Drawing] = []
    for number in range(count):
        luma = np.full((512, 512), 255, np.uint8)
        for y in range(40, 500, 60):
            for x in range(40, 500, 60):
                cv2.circle(luma, (x, y), int(rng.integers(12, 26)), 0, int(rng.integers(2, 5)), cv2.LINE_AA)
        ink = normalized(luma)
        assert ink is not None
        found.append(Drawing(ink, "b", f"b{number}", DELIVERED))
    return found


def test_different_hands_are_told_apart_and_halves_of_one_are_not() -> None:
    rng = np.random.default_rng(0)
    scribbles = naive_drawings(240, DELIVERED, "a", rng)
    apart = tell_apart(scribbles, rings(60, rng), (SCRIBBLES, RINGS), seed=1, patches=300, folds=1)
    assert apart.accuracy()[0] > 0.95 and apart.auc() > 0.99 and apart.accuracy_of_drawings() > 0.95
    alike = tell_apart(*halved(scribbles, rng), (SCRIBBLES, SCRIBBLES), seed=1, patches=240, folds=1)
    assert 0.35 < alike.auc() < 0.65


def test_a_group_is_judged_by_one_fold_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[bytes]] = []

    def judged(copies: list[np.ndarray], second: object, unseen: np.ndarray, seed: int) -> np.ndarray:
        trained = {patch.tobytes() for patch in copies[0]}
        seen.append(trained & {patch.tobytes() for patch in unseen})
        return np.zeros(len(unseen))

    monkeypatch.setattr("bench.line_classifier._judged", judged)
    rng = np.random.default_rng(4)
    plain = naive_drawings(30, DELIVERED, "a", rng)
    scribbles = [Drawing(d.ink, "a", f"group {i // 4}", DELIVERED) for i, d in enumerate(plain)]
    verdicts = tell_apart(scribbles, rings(9, rng), (SCRIBBLES, RINGS), seed=2, patches=90, wear=False)
    folds = {patch.drawing.group: set[int]() for patch in verdicts.patches}
    for patch, fold in zip(verdicts.patches, verdicts.fold, strict=True):
        folds[patch.drawing.group].add(int(fold))
    assert {len(of) for of in folds.values()} == {1}
    assert seen == [set()] * FOLDS
    assert set.union(*folds.values()) == set(range(FOLDS))


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=2, max_size=30))
def test_auc_is_the_chance_to_rank_a_pair_rightly(scored: list[tuple[int, bool]]) -> None:
    score = np.array([value for value, _ in scored], np.float64)
    second = np.array([which for _, which in scored])
    pairs = [(high > low) + (high == low) / 2 for high in score[second] for low in score[~second]]
    assert np.isnan(auc(score, second)) if not pairs else auc(score, second) == pytest.approx(np.mean(pairs))


def test_halves_have_the_same_of_every_source() -> None:
    rng = np.random.default_rng(5)
    first, second = halved([*naive_drawings(10, DELIVERED, "a", rng), *rings(6, rng)], rng)
    assert [sum(d.source == source for d in half) for half in (first, second) for source in "ab"] == [5, 3, 5, 3]
    assert not {id(drawing) for drawing in first} & {id(drawing) for drawing in second}


def verdicts_of(count: int) -> Verdicts:
    """Verdicts on patches of both sets; the scores rise."""
    rng = np.random.default_rng(6)
    first = choose_patches(naive_drawings(count, DELIVERED, "a", rng), SCRIBBLES, count, rng)
    second = choose_patches(rings(count, rng), RINGS, count, rng)
    second_set = np.arange(2 * count) >= count
    score = np.linspace(0.1, 0.9, 2 * count)
    return Verdicts([*first, *second], second_set, score, np.zeros(2 * count, np.int64), score)


def test_verdicts_are_counted_evenly() -> None:
    verdicts = verdicts_of(8)
    assert verdicts.accuracy() == (1.0, 0.0) and verdicts.auc() == 1.0 and verdicts.accuracy_of_drawings() == 1.0
    lopsided = Verdicts(verdicts.patches, verdicts.second, np.full(16, 0.9), verdicts.fold, verdicts.levels)
    assert lopsided.accuracy()[0] == 0.5 and lopsided.auc() == 0.5


def test_contact_sheets_show_our_most_caught_and_our_best_passed() -> None:
    verdicts = verdicts_of(8)
    caught, passed = contact_sheets(verdicts)
    most, least = (255 - verdicts.patches[i].ink[8:-8, 8:-8] for i in (15, 8))
    assert np.array_equal(caught[14:270:2, 4:260:2], most) and np.array_equal(passed[14:270:2, 4:260:2], least)


def test_statistics_measure_what_they_say() -> None:
    large = np.zeros((1600, 1600), np.uint8)
    cv2.circle(large, (800, 800), 600, 255, 16, cv2.LINE_AA)
    ring = np.asarray(cv2.resize(large, (400, 400), interpolation=cv2.INTER_AREA), np.uint8)
    found = statistics_of(ring)
    assert found["line width"][0] == pytest.approx(4, abs=0.5) and found["width variation"][0] < 1.2
    assert 10 ** found["region count"][0] == pytest.approx(2) and found["solid black"][0] == 0
    inside = np.pi * 150**2 / 400**2
    assert sorted(10 ** found["region size"]) == pytest.approx([inside, 1 - inside], abs=0.02)
    assert found["ink density"][0] == pytest.approx(ring.mean() / 255)
    cv2.circle(ring, (200, 200), 60, 255, -1)
    assert statistics_of(ring)["solid black"][0] > 0.7


def test_distances_are_in_spreads_of_the_real_and_sources_have_their_say(tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    drawings = [*naive_drawings(12, DELIVERED, "a", rng), *rings(3, rng)]
    measured = measure(drawings)
    both, one, other = (weigh(drawings, measured, shares) for shares in (SCRIBBLES | RINGS, SCRIBBLES, RINGS))
    assert max(distances(both, both).values()) == 0
    assert distances(other, one)["region count"] > distances(both, one)["region count"] > 0
    assert both.weights["line width"][-3:].sum() == pytest.approx(0.5)
    plot(one, both, tmp_path / "plot.png")
    assert cv2.imread(str(tmp_path / "plot.png")) is not None


def test_the_bench_says_what_it_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "realism", "--art", str(tmp_path)]) == 2
    assert main(["bench", "realism", "--art", str(tmp_path), "--checks"]) == 2
    said = capsys.readouterr().err
    assert "give --ours" in said and "no index.jsonl" in said
