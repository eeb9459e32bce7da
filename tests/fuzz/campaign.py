"""The whole campaign of malformed images: `make fuzz`.

Hypothesis draws the changes, keeps what fails in .hypothesis and makes it smaller; a run begins with what failed
before. `FUZZ_FILES` says how many files in all, and `make fuzz SEED=...` draws the same ones again.
"""

import faulthandler
import os
import resource
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skin_gui.classifier import Classifier
from tests.fuzz.corpus import sound_files
from tests.fuzz.mutations import CHANGES, mutated
from tests.fuzz.probe import probe

FILES = int(os.environ.get("FUZZ_FILES", "5200"))
MEMORY = 3 * 1024**3
"""Bytes that the process may reach. The largest image allowed takes 0.6 GB, and its pictures on the screen 1."""
_STUCK = 120  # seconds on the clock, of a machine that may have other work, until the stack is printed and it ends

KINDS = sound_files()
CHANGE = st.tuples(
    st.tuples(
        st.sampled_from(sorted(CHANGES)), st.floats(0, 1, exclude_max=True, width=32), st.integers(0, (1 << 32) - 1)
    ),
    st.booleans(),
)


@pytest.fixture(scope="module")
def classifier(random_model):
    return Classifier.load(random_model)


@pytest.fixture(scope="module")
def found():
    """How many files ended how."""
    count: Counter[str] = Counter()
    yield count
    print(f"\n{sum(count.values())} files: {dict(count)}")  # noqa: T201 - the figures of the campaign
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2:.2f} GB")  # noqa: T201


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", KINDS)
def test_campaign(kind, classifier, found, tmp_path):
    path = Path(os.environ.get("FUZZ_KEPT", tmp_path)) / "malformed"

    @settings(
        max_examples=-(-FILES // len(KINDS)),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    @given(st.lists(CHANGE, min_size=1, max_size=6))
    def holds(changes):
        # Where the process itself ends, this file is still there.
        path.write_bytes(mutated(KINDS[kind], changes))
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        try:
            found[probe(path, classifier)] += 1
        finally:
            faulthandler.cancel_dump_traceback_later()

    holds()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MEMORY
