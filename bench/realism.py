"""How real the synthetic artist's lines look: can a classifier tell them from people's, and do they measure alike."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import cv2
import numpy as np
from hintpen.cli.failure import CommandFailed

from bench.line_classifier import Verdicts, tell_apart
from bench.line_drawings import DELIVERED, EXTRACTED, OURS, Drawing, Pixels, own_drawings
from bench.line_patches import RIM, SIDE, Patch, Shares
from bench.line_statistics import Weighed, distances, measure, plot, weigh
from bench.naive_lines import naive_drawings
from bench.real_lines import SAY, read_real

Row = dict[str, object]

REAL_SHARES: Shares = {(way, source): share for way, say in SAY.items() for source, share in say.items()}
OWN_SHARES: Shares = {(way, OURS): sum(say.values()) for way, say in SAY.items()}
"""As many of ours are delivered, and as many extracted from paintings, as of the real: extraction is no cue."""

FEWEST = 24
"""Drawings of ours without which nothing can be said."""

ON_A_SHEET = 24
SOURCES_APART = ((DELIVERED, "asp_lineart"), (DELIVERED, "mulberry"), (EXTRACTED, "ltcrpg"), (EXTRACTED, "asp"))
"""Real sources that are told from the other real ones had the same way, to see how far apart people's hands are."""

FEW = 800
"""Patches of each set where less will do: in checks of the method, and where pixels are compared."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `hintpen bench realism`."""
    parser.add_argument("--art", metavar="DIR", type=Path, required=True, help="real art, with its index.jsonl")
    parser.add_argument("--ours", metavar="DIR", type=Path, help="what `hintpen artist -o DIR` drew")
    parser.add_argument("--checks", action="store_true", help="check the method as well, on drawings not ours")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="of folds, patches and networks")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, help="write the plot and the contact sheets here")


def run(arguments: argparse.Namespace) -> list[Row]:
    """Compares our drawings with real ones, checks the method, or both. Raises `CommandFailed`."""
    if arguments.ours is None and not arguments.checks:
        raise CommandFailed("give --ours, a folder that `hintpen artist` drew, or --checks")
    try:
        real = read_real(arguments.art, arguments.seed)
        ours = own_drawings(arguments.ours) if arguments.ours else []
    except FileNotFoundError as error:
        raise CommandFailed(str(error)) from error
    if arguments.ours and len(ours) < FEWEST:
        raise CommandFailed(
            f"{arguments.ours} has too few drawings that are large enough: draw {FEWEST} at 384 or more"
        )
    rows = _compare(ours, real, arguments.seed, arguments.output) if ours else []
    return rows + (check(real, arguments.seed) if arguments.checks else [])


def _compare(ours: list[Drawing], real: list[Drawing], seed: int, output: Path | None) -> list[Row]:
    verdicts = tell_apart(real, ours, (REAL_SHARES, OWN_SHARES), seed)
    measured = measure(real)
    own, people = weigh(ours, measure(ours), OWN_SHARES), weigh(real, measured, REAL_SHARES)
    sources = [weigh(real, measured, {key: 1.0}) for key in {(drawing.way, drawing.source): None for drawing in real}]
    if output:
        output.mkdir(parents=True, exist_ok=True)
        plot(own, people, output / "distributions.png")
        caught, passed = contact_sheets(verdicts)
        cv2.imwrite(str(output / "caught.png"), caught)
        cv2.imwrite(str(output / "passed.png"), passed)
    bare = tell_apart(real, ours, (REAL_SHARES, OWN_SHARES), seed, FEW, wear=False, folds=1)
    return [
        *_told(verdicts, "told from real", "falls; 0.5 is chance"),
        _row("told from real, to the last pixel: AUC", bare.auc(), "0.5 is chance"),
        *_by_source(verdicts),
        *_by_kind(verdicts),
        *_apart(own, people, sources),
    ]


def _row(metric: str, value: object, target: str, peer: object = None, met: bool | None = None) -> Row:
    return {"id": "realism", "metric": metric, "value": value, "peer": peer, "target": target, "met": met}


def _told(verdicts: Verdicts, name: str, target: str) -> list[Row]:
    mean, spread = verdicts.accuracy()
    return [
        _row(f"{name}: accuracy on patches", f"{mean:.3f} ± {spread:.3f}", target),
        _row(f"{name}: AUC on patches", verdicts.auc(), target),
        _row(f"{name}: accuracy on drawings", verdicts.accuracy_of_drawings(), target),
        _row(f"{name}: AUC by gray levels alone", verdicts.auc_of_levels(), "as low as it goes"),
    ]


def _by_source(verdicts: Verdicts) -> list[Row]:
    """AUC of each real source against ours that were had the same way."""
    of = [(patch.drawing.way, patch.drawing.source) for patch in verdicts.patches]
    rows: list[Row] = []
    for way, source in REAL_SHARES:
        among = np.array([each in ((way, source), (way, OURS)) for each in of])
        count = sum(each == (way, source) for each in of)
        rows.append(_row(f"AUC beside {source}, {way}", verdicts.auc(among), "0.5 is chance", f"{count} patches"))
    return rows


def _by_kind(verdicts: Verdicts) -> list[Row]:
    """Of each kind that our artist draws and each pen, the share of patches that are seen to be ours."""
    caught: dict[str, list[bool]] = defaultdict(list)
    for patch, score in zip(verdicts.patches, verdicts.score, strict=True):
        for word in patch.drawing.kind.split(", ") if patch.drawing.kind else []:
            caught[word].append(bool(score > 0.5))
    worst_first = sorted(caught.items(), key=_mean_caught, reverse=True)
    return [_row(f"caught: {word}", float(np.mean(of)), "falls", f"{len(of)} patches") for word, of in worst_first]


def _mean_caught(item: tuple[str, list[bool]]) -> float:
    return float(np.mean(item[1]))


def _apart(own: Weighed, people: Weighed, sources: list[Weighed]) -> list[Row]:
    """Distances of each statistic between ours and the real, beside those between a real source and all the real."""
    among = [distances(source, people) for source in sources]
    rows: list[Row] = []
    for name, value in distances(own, people).items():
        typical = float(np.median([each[name] for each in among]))
        rows.append(_row(f"{name}: Wasserstein", value, "falls", f"a real source {typical:.2f}"))
    return rows


def check(real: list[Drawing], seed: int) -> list[Row]:
    """The method on drawings whose answer is known, and how far apart real sources are from one another."""
    rng = np.random.default_rng(seed)
    naive = [
        drawing
        for (way, _), share in OWN_SHARES.items()
        for drawing in naive_drawings(round(300 * share), way, OURS, rng)
    ]
    told = tell_apart(real, naive, (REAL_SHARES, OWN_SHARES), seed, folds=1)
    halves = tell_apart(*halved(real, rng), (REAL_SHARES, REAL_SHARES), seed, FEW)
    mean, spread = halves.accuracy()
    rows = [
        _row("scribbles told from real: accuracy", told.accuracy()[0], ">= 0.9", met=told.accuracy()[0] >= 0.9),
        _row("scribbles told from real: accuracy on drawings", told.accuracy_of_drawings(), ">= 0.9"),
        _row(
            "halves of the same sources: accuracy",
            f"{mean:.3f} ± {spread:.3f}",
            "0.5 ± 0.05",
            met=abs(mean - 0.5) < 0.05,
        ),
    ]
    for way, source in SOURCES_APART:
        rest = {key: share for key, share in REAL_SHARES.items() if key[0] == way and key[1] != source}
        one = [drawing for drawing in real if (drawing.way, drawing.source) == (way, source)]
        if one:
            rows += _told(
                tell_apart(real, one, (rest, {(way, source): 1.0}), seed, FEW, folds=2),
                f"{source} told from others",
                "as people are",
            )
    return rows


def halved(drawings: list[Drawing], rng: np.random.Generator) -> tuple[list[Drawing], list[Drawing]]:
    """Two halves with the same of every source and, where a group has more than one drawing, of every group."""
    mixed = [drawings[i] for i in rng.permutation(len(drawings))]
    mixed.sort(key=_likeness)
    return mixed[::2], mixed[1::2]


def _likeness(drawing: Drawing) -> tuple[str, str, str]:
    return drawing.way, drawing.source, drawing.group


def contact_sheets(verdicts: Verdicts) -> tuple[Pixels, Pixels]:
    """Our patches that are surest seen to be ours, and those that pass for real best: two gray pictures of ON_A_SHEET
    patches, of a drawing one at most, the extreme first, each over its score."""
    ours = np.flatnonzero(verdicts.second)
    rising = ours[np.argsort(verdicts.score[ours], kind="stable")]
    return _sheet(verdicts, rising[::-1]), _sheet(verdicts, rising)


def _sheet(verdicts: Verdicts, order: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Pixels:
    shown: dict[str, int] = {}
    for i in order:
        shown.setdefault(verdicts.patches[i].drawing.group, int(i))
    tiles = [_tile(verdicts.patches[i], verdicts.score[i]) for i in list(shown.values())[:ON_A_SHEET]]
    tiles += [np.full_like(tiles[0], 255)] * (-len(tiles) % 6)
    return np.vstack([np.hstack(tiles[start : start + 6]) for start in range(0, len(tiles), 6)])


def _tile(patch: Patch, score: float) -> Pixels:
    """A patch at twice its size with its score, its drawing's number and kind above it."""
    tile = np.full((2 * SIDE + 16, 2 * SIDE + 8), 200, np.uint8)
    ink = patch.ink[RIM:-RIM, RIM:-RIM]
    tile[14 : 14 + 2 * SIDE, 4 : 4 + 2 * SIDE] = 255 - ink.repeat(2, axis=0).repeat(2, axis=1)
    words = f"{score:.3f} {patch.drawing.group} {patch.drawing.way[0]} {patch.drawing.kind}"
    cv2.putText(tile, words, (4, 11), cv2.FONT_HERSHEY_SIMPLEX, 0.36, 0, 1, cv2.LINE_AA)
    return tile
