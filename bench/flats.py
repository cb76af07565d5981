"""Flats beside G'MIC and a paint bucket: exactness, reach, locality, gaps, kinds of hints, time and memory."""

from __future__ import annotations

import argparse
import statistics
import sys
from dataclasses import dataclass, replace

import cv2
import numpy as np
from hintpen.cli.own_server import OwnServer, own_server
from hintpen_client.client import Client
from hintpen_client.types import ColorizeJob, FillMode, HintKind, HintLayer
from numpy.typing import NDArray
from tqdm import tqdm

from bench import pages, peers
from bench.pages import Page, Pixels
from bench.peers import Measured, flat_of, hintpen, job, rgba

Row = dict[str, object]
GAPS = (2, 4, 8, 16, 24, 32, 48, 64)
SMALL, LARGE, HUGE = (1024, 2048), (2894, 4093), (8192, 8192)
REPEATS = 3


@dataclass
class Bench:
    """A running server and the rows measured so far."""

    server: OwnServer
    rows: list[Row]

    @property
    def client(self) -> Client:
        """The server's client."""
        return self.server.client

    def peak_mib(self) -> float:
        """Of the server's process so far."""
        if self.server.pid is None:
            raise RuntimeError("the server of the bench is gone")
        return peers.peak_memory(self.server.pid) / 2**20

    def row(self, id: str, metric: str, value: object, target: str, met: bool, peer: object = None) -> None:
        """Adds a row of the table."""
        self.rows.append({"id": id, "metric": metric, "value": value, "peer": peer, "target": target, "met": bool(met)})

    def color(self, page: Page, fill: FillMode = FillMode.HINTED) -> Pixels:
        """Hintpen's Flat of a page."""
        return hintpen(self.client, job(page, fill)).flat


def run(_: argparse.Namespace) -> list[Row]:
    """Measures everything; each part has a server of its own. Times come first, while this process is as small as a
    plugin's.
    """
    rows: list[Row] = []
    parts = (small_page, large_page, reach, locality, sharing, gaps, kinds, many_hints, fringe, alpha, huge_page)
    for part in tqdm(parts, desc="flats", unit="part", disable=not sys.stderr.isatty()):
        with own_server() as server:
            server.client.server_info()
            part(Bench(server, rows))
    return sorted(rows, key=lambda row: str(row["id"]))


def right(flat: Pixels, page: Page) -> float:
    """Share of the pixels whose color is known that have it."""
    same = (flat[..., :3] == page.truth[..., :3]).all(axis=-1) & (flat[..., 3] == 255)
    return float(same[page.known].mean())


def leak(flat: Pixels, page: Page) -> float:
    """Colored pixels beyond the known ones and the ink around them, as a share of the known."""
    beyond = (flat[..., 3] > 0) & (page.luma > 128) & ~page.known
    return float(beyond.sum() / page.known.sum())


def opaque_where_colored(measured: Measured) -> Pixels:
    """G'MIC writes colors without alpha: white is its nothing."""
    flat = measured.flat
    if flat.shape[2] == 3:
        alpha = np.where((flat == 255).all(axis=-1), 0, 255).astype(np.uint8)
        flat = np.dstack([flat, alpha])
    return flat


def _peer(page: Page) -> str:
    """How the peers do on a page: shares of right pixels."""
    others = [f"bucket {right(peers.bucket(page).flat, page):.3f}"]
    if peers.has_gmic():
        others.insert(0, f"G'MIC {right(opaque_where_colored(peers.gmic(page)), page):.3f}")
    return ", ".join(others)


def reach(bench: Bench) -> None:
    """S5 and S6: one small dot owns its cell, and half a canvas."""
    for width, height, side in ((*SMALL, 13), (*SMALL, 7), (*HUGE, 13), (*HUGE, 7)):
        page = pages.cell(width, height, side)
        flat = bench.color(page)
        peer = _peer(page) if (width, height) == SMALL else None
        where = f"cell {side}x{side} on {width}x{height}"
        bench.row("S5", f"{where}: right", right(flat, page), "1", right(flat, page) == 1.0, peer)
        bench.row("S5", f"{where}: leak", leak(flat, page), "<= 0.001", leak(flat, page) <= 0.001)
    page = pages.halves(*SMALL)
    share = right(bench.color(page), page)
    bench.row("S6", "half of 1024x2048: right", share, ">= 0.999", share >= 0.999, _peer(page))


def locality(bench: Bench) -> None:
    """S7 and B2: the same bytes again; one more hint changes its own region alone."""
    page = pages.blobs(*SMALL)
    first, again = bench.color(page), bench.color(page)
    bench.row("S7", "bytes that differ on a second run", int((first != again).sum()), "0", np.array_equal(first, again))
    more = replace(page, hints=page.hints.copy(), dots=[])
    region = (first == first[page.dots[0][1], page.dots[0][0]]).all(axis=-1)
    row, column = np.argwhere(region & (page.luma > 250))[len(np.argwhere(region)) // 3]
    more.hint(int(column), int(row), (1, 2, 3))
    changed = (bench.color(more) != first).any(axis=-1)
    outside = float((changed & ~region).sum() / changed.size)
    bench.row("B2", "page changed outside the hint's region", outside, "<= 0.001", outside <= 0.001 and changed.any())


def sharing(bench: Bench) -> None:
    """B1: hints in one region share it, each territory in one piece around its hint."""
    page = pages.Page.blank(800, 600)
    cv2.rectangle(page.luma, (20, 20), (779, 579), 0, 4)
    cv2.line(page.luma, (400, 20), (400, 380), 0, 4)
    colors = ((230, 40, 40), (40, 230, 40), (40, 40, 230), (230, 230, 40))
    for (x, y), color in zip(((100, 100), (700, 100), (250, 450), (600, 500)), colors, strict=True):
        page.hint(x, y, color)
    flat = bench.color(page)
    opaque = page.hints[..., 3] == 255
    exact = float((flat[opaque] == page.hints[opaque]).all(axis=-1).mean())
    bench.row("B1", "hint pixels that have their very color", exact, "1", exact == 1.0, _exact_peer(page))
    pieces = [
        cv2.connectedComponents((flat[..., :3] == color).all(axis=-1).astype(np.uint8))[0] - 1 for color in colors
    ]
    bench.row("B1", "most pieces of one hint's territory", max(pieces), "1", max(pieces) == 1)
    empty = int(((flat[..., 3] == 0) & (page.luma > 128))[24:576, 24:776].sum())
    bench.row("B1", "unfilled pixels of the region", empty, "0", empty == 0)


def _exact_peer(page: Page) -> str | None:
    if not peers.has_gmic():
        return None
    opaque = page.hints[..., 3] == 255
    same = (peers.gmic(page).flat[opaque][:, :3] == page.hints[opaque][:, :3]).all(axis=-1)
    return f"G'MIC {float(same.mean()):.3f}"


def gaps(bench: Bench) -> None:
    """B3: a wall and a ring with breaks of 2 to 64 pixels."""
    for gap in GAPS:
        made = (pages.broken_wall(gap), pages.broken_ring(gap))
        shares = [right(bench.color(page), page) for page in made]
        rivals = [right(opaque_where_colored(peers.gmic(page)), page) for page in made] if peers.has_gmic() else []
        peer = f"G'MIC {min(rivals):.3f}" if rivals else None
        worse = min(shares)
        bench.row("B3", f"gap of {gap} px: right, worse of wall and ring", worse, ">= 0.99", worse >= 0.99, peer)
    page = pages.broken_wall(16)
    found = bench.client.colorize(job(page)).report.gaps
    near = len(found) == 1 and abs(found[0].x - 512) < 8 and abs(found[0].y - (1024 // 3 + 8)) < 8
    bench.row("B3", "gaps reported where one of 16 px is", len(found), "1", near)
    whole = bench.client.colorize(job(pages.broken_wall(0))).report.gaps
    bench.row("B3", "gaps reported where there is none", len(whole), "0", not whole)


def kinds(bench: Bench) -> None:
    """B4: color, keep transparent, do not touch, same as."""
    page = pages.Page.blank(600, 600)
    for left in (20, 300):
        for top in (20, 300):
            cv2.rectangle(page.luma, (left, top), (left + 280, top + 280), 0, 4)
    page.hint(160, 160, (230, 40, 40))
    others: list[HintLayer] = []
    places = {
        HintKind.TRANSPARENT: [(440, 160)],
        HintKind.PROTECT: [(160, 440)],
        HintKind.SAME: [(120, 120), (440, 440)],
    }
    for kind, dots in places.items():
        layer = pages.Page.blank(600, 600)
        for x, y in dots:
            layer.hint(x, y, (9, 9, 9))
        others.append(HintLayer(kind, rgba(layer.hints)))
    mine = np.zeros((600, 600, 4), np.uint8)
    mine[310:570, 30:290] = (1, 2, 3, 255)
    request = job(page, FillMode.EXTEND)
    request = replace(request, hints=(*request.hints, *others), delivered_flat=rgba(mine), current_flat=rgba(mine))
    flat = flat_of(bench.client.colorize(request))
    inner = {"color": (60, 60), "transparent": (340, 60), "do not touch": (60, 340), "same as": (340, 340)}
    wanted = {"color": (230, 40, 40, 255), "transparent": (0, 0, 0, 0), "same as": (230, 40, 40, 255)}
    for kind, (left, top) in inner.items():
        part = flat[top : top + 200, left : left + 200]
        truth = mine[top : top + 200, left : left + 200] if kind == "do not touch" else np.array(wanted[kind], np.uint8)
        share = float((part == truth).all(axis=-1).mean())
        bench.row("B4", f"hint kind {kind}: right", share, "1", share == 1.0)


def many_hints(bench: Bench) -> None:
    """B7: a hundred thousand hints on one page."""
    page = pages.blobs(*LARGE)
    rng = np.random.default_rng(3)
    page.hints[:] = 0
    columns, rows = np.meshgrid(np.arange(4, LARGE[0] - 4, 10), np.arange(4, LARGE[1] - 4, 11))
    places = np.stack([columns.ravel(), rows.ravel()], axis=1)[:100_000]
    colors = rng.integers(0, 256, (len(places), 3))
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            page.hints[places[:, 1] + dy, places[:, 0] + dx] = np.column_stack([colors, np.full(len(places), 255)])
    measured = hintpen(bench.client, job(page))
    opaque = page.hints[..., 3] == 255
    exact = float((measured.flat[opaque] == page.hints[opaque]).all(axis=-1).mean())
    bench.row("B7", f"{len(places)} hints: exact", exact, "1", exact == 1.0 and len(places) == 100_000)
    bench.row("B7", f"{len(places)} hints: seconds", measured.seconds, "finishes", True)


def fringe(bench: Bench) -> None:
    """C3: the widest strip along antialiased lines that has the wrong color or none."""
    page = pages.Page.blank(1024, 1024)
    large = np.full((4096, 4096), 255, np.uint8)
    cv2.circle(large, (2048, 2048), 1200, 0, 20, cv2.LINE_AA)
    cv2.line(large, (848, 2048), (3248, 2300), 0, 12, cv2.LINE_AA)
    page.luma = np.asarray(cv2.resize(large, (1024, 1024), interpolation=cv2.INTER_AREA), np.uint8)
    for x, y, color in ((512, 350, (230, 40, 40)), (512, 700, (40, 230, 40)), (60, 60, (40, 40, 230))):
        page.hint(x, y, color)
    flat = bench.color(page)
    unfilled = flat[..., 3] < 255
    wrong = _across(page, flat)
    bench.row("C3", "unfilled pixels between colored regions", int(unfilled.sum()), "0", not unfilled.any())
    bench.row("C3", "pixels lighter than mid gray with a far side's color", int(wrong.sum()), "0", not wrong.any())


def _across(page: Page, flat: Pixels) -> NDArray[np.bool_]:
    """Pixels on the light side of a line's edge that do not have the color of the dot on that side."""
    _, side = cv2.connectedComponents((page.luma > 128).astype(np.uint8), connectivity=4)
    wrong = np.zeros(page.luma.shape, np.bool_)
    for x, y in page.dots:
        wrong |= (np.asarray(side) == side[y, x]) & (flat[..., :3] != page.hints[y, x, :3]).any(axis=-1)
    return wrong


def alpha(bench: Bench) -> None:
    """C4: nothing outside an opaque cut-out, everything inside."""
    layer = np.zeros((800, 800, 4), np.uint8)
    cv2.circle(layer, (400, 400), 300, (255, 255, 255, 255), -1)
    cv2.circle(layer, (400, 400), 300, (0, 0, 0, 255), 6)
    hints = pages.Page.blank(800, 800)
    hints.hint(400, 400, (230, 40, 40))
    request = ColorizeJob(rgba(layer), (HintLayer(HintKind.COLOR, rgba(hints.hints)),), FillMode.EXTEND)
    flat = flat_of(bench.client.colorize(request))
    outside = int((flat[layer[..., 3] == 0] != 0).any(axis=-1).sum())
    inside = int((flat[layer[..., 3] == 255][:, 3] != 255).sum())
    bench.row("C4", "colored pixels outside the silhouette", outside, "0", outside == 0)
    bench.row("C4", "unfilled pixels inside", inside, "0", inside == 0)


def _fresh(page: Page, number: int) -> ColorizeJob:
    """The page with one pixel of its corner changed, so that no server can know it from before."""
    luma = page.luma.copy()
    luma[0, 0] = number
    return job(replace(page, luma=luma))


def _against_gmic(bench: Bench, page: Page, id: str, size: str) -> float | None:
    """Time of a first run beside G'MIC's; returns G'MIC's seconds."""
    ours: list[float] = []
    theirs: list[Measured] = []
    for number in range(REPEATS):
        ours.append(hintpen(bench.client, _fresh(page, number)).seconds)
        if peers.has_gmic():
            theirs.append(peers.gmic(page))
    peak = bench.peak_mib()
    seconds = statistics.median(ours)
    if not theirs:
        bench.row(id, f"flats at {size}: seconds", seconds, "G'MIC / 8", False, "gmic is not installed")
        return None
    rival = statistics.median(measured.seconds for measured in theirs)
    rival_peak = max(measured.peak_bytes for measured in theirs) / 2**20
    peer = f"G'MIC {rival:.2f} s"
    bench.row(id, f"flats at {size}: seconds", seconds, f"<= {rival / 8:.3f} (1/8)", seconds <= rival / 8, peer)
    if id == "D2":
        bench.row(id, f"flats at {size}: peak MiB", round(peak), "less", peak < rival_peak, f"G'MIC {rival_peak:.0f}")
    return rival


def small_page(bench: Bench) -> None:
    """D1 and D5: a page of 1024x2048, and one more hint on it."""
    page = pages.portrait(*SMALL)
    rival = _against_gmic(bench, page, "D1", "1024x2048")
    hintpen(bench.client, job(page))
    seconds: list[float] = []
    for number in range(4 * REPEATS):
        page.hint((40 + 130 * number) % 1000, (60 + 150 * number) % 2000, (number, 200, 10 * number))
        seconds.append(hintpen(bench.client, job(page)).seconds)
    again = statistics.median(seconds)
    target = f"<= {rival / 30:.3f} (1/30)" if rival else "G'MIC / 30"
    bench.row("D5", "one more hint at 1024x2048: seconds", again, target, rival is not None and again <= rival / 30)


def large_page(bench: Bench) -> None:
    """D2: a page of 2894x4093."""
    _against_gmic(bench, pages.portrait(*LARGE), "D2", "2894x4093")


def huge_page(bench: Bench) -> None:
    """D4: 8192x8192 beside a quarter of it: memory grows with the pixels, not faster."""
    peaks: list[float] = []
    for side in (HUGE[0] // 2, HUGE[0]):
        measured = hintpen(bench.client, job(pages.blobs(side, side)))
        peaks.append(bench.peak_mib())
    bench.row("D4", "8192x8192: seconds", measured.seconds, "finishes", measured.flat.shape == (*HUGE, 4))
    bench.row(
        "D4",
        "8192x8192: peak MiB, and of a quarter",
        f"{peaks[1]:.0f}, {peaks[0]:.0f}",
        "<= 4.4 x",
        peaks[1] <= 4.4 * peaks[0],
    )
