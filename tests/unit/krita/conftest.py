"""Makes the plugin's host-free rooms importable as `krita_plugin`: its own name, `hintpen`, is the backend's here."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

CHECKOUT = Path(__file__).parents[3]

package = ModuleType("krita_plugin")
package.__path__ = [str(CHECKOUT / "plugins" / "krita" / "hintpen")]
sys.modules["krita_plugin"] = package
sys.path.insert(0, str(CHECKOUT / "tests" / "fakes"))
