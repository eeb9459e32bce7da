"""Look-up tables of DICOM: values that they do not reach have their first or last entry."""

import numpy as np
import pytest
from pydicom import Dataset

from skin_gui.imaging.decode import read_image
from skin_gui.imaging.errors import ImageError
from tests.imaging.test_dicom import written

INDEXES = np.random.default_rng(0).integers(100, 200, (60, 80), np.uint8)


def palette(data, count, first, bits=16, keyword="Data"):
    tables: dict[str, object] = {}
    for colour in ("Red", "Green", "Blue"):
        tables[f"{colour}PaletteColorLookupTableDescriptor"] = [count, first, bits]
        tables[f"{'Segmented' * (keyword != 'Data')}{colour}PaletteColorLookupTableData"] = data
    return tables


def reached(count, first):
    """The entries that values have (PS3.3, C.7.6.3.1.5, C.11.1.1 and C.11.2.1.1)."""
    return np.clip(INDEXES.astype(int) - first, 0, count - 1)


@pytest.mark.parametrize(("count", "first"), [(256, 0), (100, 100), (64, 0), (256, 150), (30, 120), (31, 120)])
@pytest.mark.parametrize("bits", [8, 16])
def test_a_palette_may_be_shorter_than_the_values_reach(tmp_path, count, first, bits):
    data = np.arange(count, dtype="<u2" if bits == 16 else "u1").tobytes()
    tables = palette(data + bytes(len(data) % 2), count, first, bits)
    path = written(tmp_path / "a.dcm", INDEXES, "PALETTE COLOR", **tables)

    np.testing.assert_array_equal(read_image(path)[..., 1], reached(count, first))


def test_a_palette_with_more_entries_than_it_says_gives_no_number(tmp_path):
    tables = palette(np.arange(256, dtype="<u2").tobytes(), 90, 0)
    path = written(tmp_path / "a.dcm", INDEXES, "PALETTE COLOR", **tables)

    with pytest.raises(ImageError, match="damaged"):
        read_image(path)


def test_a_palette_in_segments_is_unfolded(tmp_path):
    """PS3.3, C.7.9.2: one entry, and 99 more in equal steps up to the last."""
    data = np.array([0, 1, 0, 1, 99, 99 * 257], "<u2").tobytes()
    path = written(tmp_path / "a.dcm", INDEXES, "PALETTE COLOR", **palette(data, 100, 120, keyword="Segmented"))

    np.testing.assert_array_equal(read_image(path)[..., 2], reached(100, 120))


@pytest.mark.parametrize("sequence", ["VOILUTSequence", "ModalityLUTSequence"])
@pytest.mark.parametrize(("count", "first"), [(150, 0), (256, 150), (30, 120)])
def test_a_table_of_greys_may_be_shorter_than_the_values_reach(tmp_path, sequence, count, first):
    table = Dataset()
    table.add_new("LUTDescriptor", "US", [count, first, 8])
    table.add_new("LUTData", "US", np.linspace(0, 255, count).astype(int).tolist())
    path = written(tmp_path / "a.dcm", INDEXES, "MONOCHROME2", **{sequence: [table]})

    shown = read_image(path)[..., 0]

    entries = np.linspace(0, 255, count).astype(int)[reached(count, first)]
    expected = entries
    if sequence == "ModalityLUTSequence":  # without a window, what is there is stretched
        expected = np.rint((entries - entries.min()) * (255 / (entries.max() - entries.min())))
    np.testing.assert_allclose(shown, expected, atol=1)
