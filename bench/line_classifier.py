"""A small convolutional classifier that tells two sets of line drawings apart, by drawings it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
from keras import layers
from numpy.typing import NDArray
from scipy.stats import rankdata

from bench.line_drawings import Drawing, Pixels
from bench.line_patches import SIDE, Patch, Shares, bare, choose_patches, worn

FOLDS = 3
"""Every drawing is judged once, by a classifier that was trained on the two other thirds."""

PATCHES = 2000
"""Patches of each set. With twice as many and twice the passes the judge grows keener (0.70 instead of 0.64, once), so
figures are comparable only at the same settings; these fit into minutes on two cores."""

PASSES, FRESH = 16, 4
"""Times that training goes through its patches, and how many differently worn copies of each it meets."""

BATCH, RATE = 64, 3e-3
LEVELS = 32


@dataclass(frozen=True)
class Verdicts:
    """What classifiers said of patches of drawings that they had not seen.

    `patches`: those of the first set, then those of the second. `second`: (count,) bool, which set each is of.
    `score`: (count,) float, 0 surely the first set, 1 surely the second. `fold`: (count,) int, who said it.
    `levels`: (count,) float, how far the patch's gray levels alone speak for the second set.
    """

    patches: list[Patch]
    second: NDArray[np.bool_]
    score: NDArray[np.float64]
    fold: NDArray[np.int64]
    levels: NDArray[np.float64]

    def accuracy(self) -> tuple[float, float]:
        """Share of right verdicts, 0.5 by chance: the mean of the folds, both sets counting alike, and its spread."""
        by_fold = [self._accuracy_in(self.fold == fold) for fold in np.unique(self.fold)]
        return float(np.mean(by_fold)), float(np.std(by_fold))

    def _accuracy_in(self, fold: NDArray[np.bool_]) -> float:
        return balanced_accuracy(self.score[fold], self.second[fold])

    def accuracy_of_drawings(self) -> float:
        """Share of drawings judged rightly by the mean log odds of their patches, both sets counting alike."""
        odds = np.log(np.clip(self.score, 1e-4, 1 - 1e-4) / np.clip(1 - self.score, 1e-4, 1))
        drawing = np.unique([id(patch.drawing) for patch in self.patches], return_inverse=True)[1]
        mean = np.bincount(drawing, odds) / np.bincount(drawing)
        return balanced_accuracy(1 / (1 + np.exp(-mean)), np.bincount(drawing, self.second) > 0)

    def auc(self, among: NDArray[np.bool_] | None = None) -> float:
        """Chance that a patch of the second set scores above one of the first, over the folds; nan if either lacks."""
        return self._mean_auc(self.score, among)

    def auc_of_levels(self) -> float:
        """The same when only the gray levels of a patch are known: well above 0.5 there are cues beside the drawing."""
        return self._mean_auc(self.levels, None)

    def _mean_auc(self, score: NDArray[np.float64], among: NDArray[np.bool_] | None) -> float:
        among = np.ones(len(score), np.bool_) if among is None else among
        found = [auc(score[some], self.second[some]) for some in (among & (self.fold == i) for i in range(FOLDS))]
        return float(np.nanmean(found)) if not np.isnan(found).all() else float("nan")


def balanced_accuracy(score: NDArray[np.float64], second: NDArray[np.bool_]) -> float:
    """Share of scores on the right side of 0.5, both sets counting alike."""
    right = (score > 0.5) == second
    return float(np.mean([right[of_set].mean() for of_set in (second, ~second)]))


def auc(score: NDArray[np.float64], second: NDArray[np.bool_]) -> float:
    """Area under the ROC curve, by ranks; nan when one of the sets is empty."""
    upper, lower = int(second.sum()), int((~second).sum())
    if not upper or not lower:
        return float("nan")
    return float((rankdata(score)[second].sum() - upper * (upper + 1) / 2) / (upper * lower))


def tell_apart(
    first: Sequence[Drawing],
    second: Sequence[Drawing],
    shares: tuple[Shares, Shares],
    seed: int,
    patches: int = PATCHES,
    wear: bool = True,
    folds: int = FOLDS,
) -> Verdicts:
    """Trains classifiers on two sets of drawings and asks each about the drawings that it has not seen.

    Args:
        shares: for each set, how much of it each (way, source) makes up.
        patches: of each set.
        wear: whether patches are worn alike, or compared to the last pixel.
        folds: how many of the FOLDS thirds are judged; fewer take less time.
    """
    rng = np.random.default_rng(seed)
    fold_of = _folds([*first, *second], rng)
    sets = [
        choose_patches(drawings, share, patches, rng) for drawings, share in zip((first, second), shares, strict=True)
    ]
    chosen = [patch for some in sets for patch in some]
    is_second = np.arange(len(chosen)) >= len(sets[0])
    fold = np.array([fold_of[patch.drawing.group] for patch in chosen])
    copies = [worn(chosen, rng) if wear else bare(chosen) for _ in range(FRESH if wear else 1)]
    score, levels = np.zeros(len(chosen)), np.zeros(len(chosen))
    for left_out in range(folds):
        seen, unseen = fold != left_out, fold == left_out
        score[unseen] = _judged([copy[seen] for copy in copies], is_second[seen], copies[0][unseen], seed + left_out)
        levels[unseen] = _judged_by_levels(copies[0][seen], is_second[seen], copies[0][unseen])
    asked = np.flatnonzero(fold < folds)
    return Verdicts([chosen[i] for i in asked], is_second[asked], score[asked], fold[asked], levels[asked])


def _folds(drawings: Sequence[Drawing], rng: np.random.Generator) -> dict[str, int]:
    """The fold of each group; the groups of each source are dealt out evenly."""
    sources = sorted({drawing.source for drawing in drawings})
    folds: dict[str, int] = {}
    for start, source in enumerate(sources):
        groups = sorted({drawing.group for drawing in drawings if drawing.source == source} - folds.keys())
        folds |= {groups[i]: (start + turn) % FOLDS for turn, i in enumerate(rng.permutation(len(groups)))}
    return folds


def _judged(copies: Sequence[Pixels], second: NDArray[np.bool_], unseen: Pixels, seed: int) -> NDArray[np.float64]:
    """Trains one classifier on worn copies of the same patches, and asks it about others."""
    keras.utils.set_random_seed(seed)
    network: Any = classifier()
    weight = {False: 0.5 / max(1e-6, 1 - second.mean()), True: 0.5 / max(1e-6, second.mean())}
    weights = np.where(second, weight[True], weight[False])
    for turn in range(PASSES):
        network.optimizer.learning_rate = RATE * (1 - turn / PASSES)
        network.fit(
            _as_input(copies[turn % len(copies)]),
            second.astype(np.float32),
            sample_weight=weights,
            batch_size=BATCH,
            epochs=1,
            verbose=0,
        )
    judge = [np.asarray(network(_as_input(some), training=False)) for some in np.array_split(unseen, 8)]
    return np.concatenate(judge).astype(np.float64).ravel()


def classifier() -> keras.Model:
    """The network, compiled: (SIDE, SIDE, 1) ink from 0 to 1 -> chance of the second set. 160,000 weights."""
    ink = x = layers.Input((SIDE, SIDE, 1))
    for channels, size, stride in ((24, 7, 4), (48, 3, 2), (48, 3, 1), (96, 3, 2), (96, 3, 1)):
        x = layers.Conv2D(channels, size, stride, padding="same", use_bias=False)(x)
        x = layers.Activation("relu")(layers.BatchNormalization(momentum=0.9)(x))
    x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
    x = layers.Dense(1, activation="sigmoid")(layers.Dropout(0.3)(x))
    network = keras.Model(ink, x)
    network.compile(keras.optimizers.Adam(RATE), "binary_crossentropy")
    return network


def _as_input(patches: Pixels) -> NDArray[np.float32]:
    return np.divide(patches[..., None], 255, dtype=np.float32)


def _judged_by_levels(seen: Pixels, second: NDArray[np.bool_], unseen: Pixels) -> NDArray[np.float64]:
    """Least squares on the shares of gray levels among the inked pixels; how much ink there is stays out of it."""
    known, asked = _levels(seen), _levels(unseen)
    wanted = np.where(second, 0.5 / second.mean(), -0.5 / (1 - second).mean())
    ridge = 1e-3 * np.eye(LEVELS)
    return asked @ np.linalg.solve(known.T @ known / len(known) + ridge, known.T @ wanted / len(known))


def _levels(patches: Pixels) -> NDArray[np.float64]:
    """(count, LEVELS) the root of each level's share among pixels that are not paper, and a constant in column 0."""
    level = patches.reshape(len(patches), -1) // (256 // LEVELS)
    found = np.stack([np.bincount(row, minlength=LEVELS) for row in level]).astype(np.float64)
    found[:, 0] = 0
    shares = np.sqrt(found / np.maximum(1, found.sum(axis=1, keepdims=True)))
    shares[:, 0] = 1
    return shares
