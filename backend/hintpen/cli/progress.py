"""A progress bar, on a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def progress_bar() -> Generator[Callable[[str, float], None]]:
    """Gives a function of a stage's name and the fraction, 0..1, of the whole that is done."""
    layout = "{desc:<24} {percentage:3.0f}% |{bar}| {elapsed}"
    with tqdm(total=1.0, disable=None, leave=False, bar_format=layout) as bar:

        def show(stage: str, fraction: float) -> None:
            bar.set_description_str(stage, refresh=False)
            bar.update(max(0.0, fraction - bar.n))
            bar.refresh()

        yield show
