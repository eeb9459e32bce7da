"""How far each criterion has been found to tell melanomas from nevi: what the program says beside its measures."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from skin_gui import paths
from skin_gui.classifier.model_folder import ModelError
from skin_gui.wording.models import ModelFact

FILE = "reliability.json"
"""Written by `make validate-measures` beside the outline's network."""

CHANCE = 0.5


@dataclass(frozen=True)
class Separation:
    """Area under the ROC curve for melanoma against nevi, with its 95 % interval."""

    auc: float
    low: float
    high: float

    @property
    def better_than_chance(self) -> bool:
        """Whether the whole interval lies above chance."""
        return self.low > CHANCE


Reliability = Mapping[str, Mapping[str, Separation]]
"""By criterion ("asymmetry", "border", "colours", "score"), then by source of the images."""


@lru_cache(maxsize=1)
def reliability() -> Reliability:
    """What was measured of the criteria; a source that lacks an interval is left out.

    Raises:
        ModelError: the program's file is missing or damaged.
    """
    try:
        content = json.loads((paths.resources() / "measures" / FILE).read_text(encoding="utf-8"))
        return {
            name: {source: Separation(*values) for source, values in by_source.items() if None not in values}
            for name, by_source in content["auc"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(ModelFact.PROGRAM_FILE_UNREADABLE(file=FILE)) from error
