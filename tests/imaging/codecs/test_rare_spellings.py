"""Sound files that say things in ways which their formats allow and most decoders do not know."""

import io
import struct
import zlib

import numpy as np
import pytest
import tifffile
from PIL import Image
from pydicom import Dataset, dcmread, dcmwrite
from pydicom.dataset import FileMetaDataset
from pydicom.uid import ExplicitVRBigEndian, JPEG2000Lossless, JPEGBaseline8Bit

from skin_gui.imaging.codecs.icc import ADOBE_RGB, DISPLAY_P3, matrix_profile
from skin_gui.imaging.codecs.jpeg.structure import read_structure
from skin_gui.imaging.colour import to_rgb
from skin_gui.imaging.decode import load_image, read_image
from skin_gui.imaging.errors import ImageError
from skin_gui.imaging.files import find_images
from skin_gui.wording.images import ImageFact
from tests.imaging.codecs.test_lost_parts import retagged
from tests.imaging.headers import image_facts
from tests.imaging.test_dicom import changed, compressed, written

PIXELS = np.random.default_rng(0).integers(0, 256, (80, 96, 3), np.uint8)


def with_number_of_lines(data, lines):
    """A JPEG whose height stands behind its first scan (T.81, B.2.5)."""
    frame = next(at for at in (data.find(b"\xff\xc0"), data.find(b"\xff\xc2")) if at >= 0)
    end = read_structure(data).scans[0].end
    lacking = data[: frame + 5] + b"\0\0" + data[frame + 7 : end]
    return lacking + (b"\xff\xdc\0\4" + struct.pack(">H", lines) if lines else b"") + data[end:]


def jpeg(**options):
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).save(buffer, "JPEG", **options)
    return buffer.getvalue()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}, {"subsampling": 0}])
def test_a_jpeg_may_tell_its_height_behind_its_first_scan(tmp_path, options):
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(**options))
    expected = read_image(path)

    path.write_bytes(with_number_of_lines(jpeg(**options), 80))

    np.testing.assert_array_equal(read_image(path), expected)
    assert (image_facts(path).width, image_facts(path).height) == (96, 80)
    for lines in (None, 0, 400):  # nowhere, impossible, and more than there are
        path.write_bytes(with_number_of_lines(jpeg(**options), lines))
        with pytest.raises(ImageError, match="is truncated or damaged"):
            read_image(path)


@pytest.mark.parametrize("photometric", ["YBR_FULL_422", "MONOCHROME2"])
def test_so_may_a_jpeg_inside_a_dicom(tmp_path, photometric):
    mode = "L" if photometric == "MONOCHROME2" else "RGB"
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).convert(mode).save(buffer, "JPEG")
    values = PIXELS[..., 0] if mode == "L" else PIXELS
    plain = compressed(tmp_path / "plain.dcm", values, buffer.getvalue(), photometric)
    rare = compressed(tmp_path / "rare.dcm", values, with_number_of_lines(buffer.getvalue(), 80), photometric)

    np.testing.assert_array_equal(read_image(rare), read_image(plain))


@pytest.mark.parametrize("byteorder", "<>")
@pytest.mark.parametrize("planes", ["contig", "separate"])
@pytest.mark.parametrize("options", [{}, {"compression": "zlib"}, {"tile": (32, 32)}, {"rowsperstrip": 17}])
@pytest.mark.parametrize("colours", [1, 3])
def test_floats_of_16_bits_are_read(tmp_path, byteorder, planes, options, colours):
    path = tmp_path / "a.tif"
    values = (PIXELS / 255).astype(np.float16)
    values = np.moveaxis(values, -1, 0) if planes == "separate" else values
    if colours == 1:
        values = (PIXELS[..., 0] / 255).astype(np.float16)
    kind = {"photometric": "rgb", "planarconfig": planes} if colours == 3 else {"photometric": "minisblack"}
    tifffile.imwrite(path, values, byteorder=byteorder, **kind, **options)

    expected = PIXELS if colours == 3 else PIXELS[..., :1]
    np.testing.assert_allclose(read_image(path).astype(int), np.broadcast_to(expected, PIXELS.shape), atol=1)


@pytest.mark.parametrize("planes", ["contig", "separate"])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float16, np.float32])
@pytest.mark.parametrize("options", [{}, {"compression": "zlib"}, {"tile": (32, 32)}, {"rowsperstrip": 17}])
def test_a_bigtiff_may_begin_with_its_most_significant_bytes(tmp_path, planes, kind, options):
    path = tmp_path / "a.tif"
    scale = {np.uint8: 1, np.uint16: 257}.get(kind, 1 / 255)
    values = (PIXELS.astype(float) * scale).astype(kind)
    values = np.moveaxis(values, -1, 0) if planes == "separate" else values
    tifffile.imwrite(path, values, photometric="rgb", byteorder=">", bigtiff=True, planarconfig=planes, **options)

    np.testing.assert_allclose(read_image(path).astype(int), PIXELS, atol=1)
    data = path.read_bytes()
    assert data.startswith(b"MM\0+")
    if kind is np.uint8:
        assert (image_facts(path).width, image_facts(path).height) == (96, 80)
    for cut in (12, len(data) // 2, len(data) - 500):
        path.write_bytes(data[:cut])
        with pytest.raises(ImageError, match="damaged"):
            read_image(path)


def test_the_first_page_of_a_bigtiff_is_the_image_unless_it_is_a_thumbnail(tmp_path):
    path = tmp_path / "a.tif"
    with tifffile.TiffWriter(path, byteorder=">", bigtiff=True) as file:
        file.write(PIXELS[::4, ::4], photometric="rgb", subfiletype=1)
        file.write(PIXELS, photometric="rgb")

    np.testing.assert_array_equal(read_image(path), PIXELS)


def test_values_of_a_bigtiff_that_lie_within_each_other_take_no_memory(tmp_path):
    count, size = 40_000, 1 << 20
    entry = struct.pack(">HHQQ", 700, 1, size, 16)
    path = tmp_path / "a.tif"
    path.write_bytes(b"MM\0+\0\x08\0\0" + struct.pack(">QQ", 16, count) + entry * count + bytes(size))

    with pytest.raises(ImageError, match="damaged"):
        read_image(path)


def data_set(path, implicit, little):
    """The data set of a DICOM file, without the head of a file."""
    dataset = dcmread(path)
    dataset.file_meta, dataset.preamble = FileMetaDataset(), None
    buffer = io.BytesIO()
    dcmwrite(buffer, dataset, implicit_vr=implicit, little_endian=little, force_encoding=True)
    return buffer.getvalue()


@pytest.mark.parametrize(("implicit", "little"), [(True, True), (False, True), (False, False)])
def test_a_dicom_data_set_without_the_head_of_a_file_is_read(tmp_path, implicit, little):
    path, rare = written(tmp_path / "a.dcm", PIXELS, "RGB"), tmp_path / "IM.1a"
    rare.write_bytes(data_set(path, implicit, little))

    assert sorted(find_images([tmp_path], recursive=False).images) == [rare, path]
    np.testing.assert_array_equal(read_image(rare), PIXELS)
    assert load_image(rare).format == "DICOM"
    assert (image_facts(rare).width, image_facts(rare).height) == (96, 80)


def test_a_dicom_file_without_its_preamble_is_read(tmp_path):
    path = written(tmp_path / "a.dcm", PIXELS, "RGB")
    path.write_bytes(path.read_bytes()[128 + 4 :])
    np.testing.assert_array_equal(read_image(path), PIXELS)

    buffer = io.BytesIO()
    Image.fromarray(PIXELS).save(buffer, "JPEG", quality=95)
    compressed(path, PIXELS, buffer.getvalue(), "YBR_FULL_422")
    with_preamble = read_image(path)
    path.write_bytes(path.read_bytes()[128 + 4 :])
    np.testing.assert_array_equal(read_image(path), with_preamble)


def test_without_a_word_on_its_compression_a_data_set_is_refused(tmp_path):
    path = compressed(tmp_path / "a.dcm", PIXELS, jpeg(), "YBR_FULL_422")
    data = path.read_bytes()
    assert dcmread(path).file_meta.TransferSyntaxUID == JPEGBaseline8Bit
    path.write_bytes(data[data.index(b"\x08\0\x16\0UI") :])

    with pytest.raises(ImageError, match="does not say how its pixels are compressed"):
        read_image(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\x08\0\x05\0CS\x0a\0ISO_IR 100", b"\x08\0\x05\0", b"\x08\0\x02\0" + bytes(200),
        b"\x08\0\0\0\x04\0\0\0" + bytes(200), b"\x02\0\0\0UL\x04\0\x01\0\0\0\xff\xff\0\0" + bytes(100),
    ],
)  # fmt: skip
def test_other_bytes_are_no_data_set(tmp_path, data):
    (tmp_path / "a.bin").write_bytes(data)

    assert find_images([tmp_path], recursive=False).images == []
    with pytest.raises(ImageError, match="is not an image"):
        load_image(tmp_path / "a.bin")


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize(("bits", "high"), [(12, 15), (12, 13), (10, 11), (8, 15), (12, 11)])
def test_values_at_the_upper_end_of_their_words_are_read(tmp_path, signed, bits, high):
    values = np.arange(0, 1 << bits, 1 << (bits - 8)).reshape(16, 16)
    low = 1 << (bits - 1) if signed else 0
    stored = ((values - low) << (high + 1 - bits) & ((1 << (high + 1)) - 1)).astype(np.uint16)
    path = changed(
        written(tmp_path / "a.dcm", stored, "MONOCHROME2", bits=bits),
        HighBit=high,
        PixelRepresentation=int(signed),
        WindowCenter=str((1 << (bits - 1)) - low),
        WindowWidth=str(1 << bits),
    )

    np.testing.assert_allclose(read_image(path)[..., 0], values * 255 / ((1 << bits) - 1), atol=1)


@pytest.mark.parametrize("high", [0, 3, 15, 20])
def test_a_wrong_highest_bit_does_not_cost_the_image(tmp_path, high):
    values = np.arange(0, 4096, 5, dtype=np.uint16)[:800].reshape(20, 40)
    path = written(tmp_path / "a.dcm", values, "MONOCHROME2", bits=12, WindowCenter="2048", WindowWidth="4096")
    expected = read_image(path)

    np.testing.assert_array_equal(read_image(changed(path, HighBit=high)), expected)


def test_colours_at_the_upper_end_of_their_words_are_read(tmp_path):
    path = written(tmp_path / "a.dcm", PIXELS.astype(np.uint16) << 8, "RGB", bits=8)

    np.testing.assert_array_equal(read_image(changed(path, HighBit=15)), PIXELS)


def test_an_overlay_below_the_values_does_not_touch_them(tmp_path):
    values = np.arange(256, dtype=np.uint16).reshape(16, 16) << 8
    path = written(tmp_path / "a.dcm", values | 1, "MONOCHROME2", bits=8)
    dataset = dcmread(path)
    dataset.HighBit = 15
    dataset.add_new((0x6000, 0x0100), "US", 16)
    dataset.add_new((0x6000, 0x0102), "US", 0)
    dataset.save_as(path)

    np.testing.assert_array_equal(read_image(path)[..., 0], values >> 8)


@pytest.mark.parametrize("little", [True, False])
@pytest.mark.parametrize("count", [4, 5])
@pytest.mark.parametrize("kind", ["OW", "US"])
@pytest.mark.parametrize("sequence", ["VOILUTSequence", "ModalityLUTSequence"])
def test_a_table_may_hold_two_entries_of_8_bits_in_a_word(tmp_path, little, count, kind, sequence):
    entries = [0, 100, 200, 255, 30][:count]
    packed = np.array(entries + [0] * (count % 2), np.uint8).view("<u2")
    table = Dataset()
    table.LUTDescriptor = [count, 0, 8]
    if sequence == "ModalityLUTSequence":
        table.ModalityLUTType = "US"
    table.add_new(
        "LUTData", kind, packed.tolist() if kind == "US" else packed.astype("<>"[not little] + "u2").tobytes()
    )
    path = written(tmp_path / "a.dcm", np.array([[0, 1], [2, 3]], np.uint8), "MONOCHROME2", **{sequence: [table]})
    if not little:
        dataset = dcmread(path)
        dataset.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
        dcmwrite(path, dataset, implicit_vr=False, little_endian=False, force_encoding=True)

    assert read_image(path)[..., 0].tolist() == [[0, 100], [200, 255]]


@pytest.mark.parametrize("at", ["its own", "optical path", "colour space", "stream"])
def test_the_colours_of_a_dicom_are_found_wherever_it_tells_them(tmp_path, at):
    smooth = np.dstack([*np.meshgrid(np.arange(60, 156), np.arange(90, 170)), np.full((80, 96), 90)])
    smooth = smooth.astype(np.uint8)
    space = ADOBE_RGB if at == "colour space" else DISPLAY_P3
    profile = matrix_profile(space)
    path = Dataset()
    path.ICCProfile = profile
    elements = {
        "its own": {"ICCProfile": profile},
        "optical path": {"OpticalPathSequence": [path]},
        "colour space": {"ColorSpace": "ADOBERGB"},
    }.get(at, {})
    file = written(tmp_path / "a.dcm", smooth, "RGB", **elements)
    if at == "stream":
        buffer = io.BytesIO()
        Image.fromarray(smooth).save(buffer, "JPEG", quality=100, subsampling=0, icc_profile=profile)
        compressed(file, smooth, buffer.getvalue(), "YBR_FULL")

    expected = to_rgb(smooth, profile)[0].astype(int)
    assert np.abs(expected - smooth).mean() > 3
    assert np.abs(read_image(file).astype(int) - expected).mean() < 1


@pytest.mark.parametrize(("rows", "columns"), [(160, 48), (40, 192), (40, 96)])
def test_a_dicom_whose_header_has_other_sides_than_its_stream_gives_no_number(tmp_path, rows, columns):
    for name, syntax, options in (
        ("JPEG", JPEGBaseline8Bit, {}),
        ("JPEG2000", JPEG2000Lossless, {"no_jp2": True}),
    ):
        buffer = io.BytesIO()
        Image.fromarray(PIXELS).save(buffer, name, **options)
        path = compressed(tmp_path / "a.dcm", PIXELS, buffer.getvalue(), "RGB")
        dataset = dcmread(path)
        dataset.file_meta.TransferSyntaxUID, dataset.Rows, dataset.Columns = syntax, rows, columns
        dataset.save_as(path)

        with pytest.raises(ImageError, match="is truncated or damaged"):
            read_image(path)


def test_a_dicom_of_floats_or_without_pixels_says_so(tmp_path):
    path = written(tmp_path / "a.dcm", PIXELS[..., 0], "MONOCHROME2")
    dataset = dcmread(path)
    del dataset.PixelData
    dataset.save_as(path)
    with pytest.raises(ImageError, match="is a DICOM file without an image"):
        read_image(path)

    dataset.add_new("FloatPixelData", "OF", PIXELS[..., 0].astype(np.float32).tobytes())
    dataset.save_as(path)
    with pytest.raises(ImageError, match="floating-point numbers, which are not supported"):
        read_image(path)


@pytest.mark.parametrize("change", [(0, b"\xff\xc3"), (4, b"\x0c")])
def test_a_jpeg_that_no_decoder_knows_is_not_called_damaged_alone(tmp_path, change):
    """Lossless, and of 12 bits."""
    data = jpeg()
    at = data.index(b"\xff\xc0") + change[0]
    path = tmp_path / "a.jpg"
    path.write_bytes(data[:at] + change[1] + data[at + len(change[1]) :])

    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        read_image(path)


def test_a_bmp_with_unusual_masks_is_not_called_damaged_alone(tmp_path):
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).convert("RGBA").save(buffer, "BMP")
    data = bytearray(buffer.getvalue())
    data[30:34] = (3).to_bytes(4, "little")
    data[54:66] = struct.pack("<3I", 0x7, 0x38, 0x1C0)
    path = tmp_path / "a.bmp"
    path.write_bytes(data)

    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        read_image(path)


@pytest.mark.parametrize("scale", [16843009, 65537 * 200])
def test_integers_of_32_bits_that_use_the_upper_ones_keep_their_white(tmp_path, scale):
    values = PIXELS.astype(np.uint32) // 2 * scale
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="rgb")

    np.testing.assert_allclose(read_image(tmp_path / "a.tif"), values / (2**32 - 1) * 255, atol=1)


@pytest.mark.parametrize("compression", [34712, 34887, 34933, 50001, 50002, 52546])
@pytest.mark.parametrize("kind", ["u1", "u2", "f4"])
def test_a_tiff_in_a_compression_that_no_decoder_here_knows_is_refused(tmp_path, compression, kind, capfd):
    """JPEG 2000, LERC, PNG, WebP and both numbers of JPEG XL: OpenCV gave zeros for some without a word."""
    tifffile.imwrite(tmp_path / "a.tif", PIXELS.astype(kind), photometric="rgb")
    data = retagged((tmp_path / "a.tif").read_bytes(), 259, lambda _: [compression])
    (tmp_path / "a.tif").write_bytes(data)

    with pytest.raises(ImageError, match="a damaged TIFF or of a kind that is not supported"):
        read_image(tmp_path / "a.tif")
    assert not capfd.readouterr().err


@pytest.mark.parametrize("factor", [1, 256, 257])
def test_a_palette_of_a_tiff_may_be_filled_with_8_bit_colours(tmp_path, factor):
    chosen = np.random.default_rng(1).integers(0, 256, (32, 48), np.uint8)
    colours = np.random.default_rng(2).integers(0, 256, (3, 256), np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", chosen, photometric="palette", colormap=colours * factor)

    np.testing.assert_array_equal(read_image(tmp_path / "a.tif"), np.moveaxis(colours[:, chosen], 0, -1))


@pytest.mark.parametrize("white", [0, 1])
def test_greys_of_12_bits_that_lie_close_together_keep_their_white(tmp_path, white):
    values = np.random.default_rng(1).integers(0, 4096, (32, 48), np.uint16)
    pairs = values.reshape(-1, 2)
    packed = np.column_stack([pairs[:, 0] >> 4, (pairs[:, 0] & 15) << 4 | pairs[:, 1] >> 8, pairs[:, 1] & 255])
    tifffile.imwrite(tmp_path / "a.tif", np.zeros((32, 72), np.uint8), photometric="minisblack")
    data = (tmp_path / "a.tif").read_bytes()[: -packed.size] + packed.astype(np.uint8).tobytes()
    for tag, value in ((256, 48), (258, 12), (262, white)):
        data = retagged(data, tag, lambda _, value=value: [value])
    (tmp_path / "a.tif").write_bytes(data)

    expected = values / 4095 * 255 if white else 255 - values / 4095 * 255
    np.testing.assert_allclose(read_image(tmp_path / "a.tif")[..., 0], expected, atol=1)


def test_fewer_colours_of_a_tiff_without_compression_are_not_called_damage(tmp_path):
    """What is not told are two by two pixels for each (TIFF 6.0, section 21)."""
    tifffile.imwrite(tmp_path / "a.tif", PIXELS, photometric="rgb")
    (tmp_path / "a.tif").write_bytes(retagged((tmp_path / "a.tif").read_bytes(), 262, lambda _: [6]))

    with pytest.raises(ImageError, match="a damaged TIFF or of a kind that is not supported"):
        read_image(tmp_path / "a.tif")


def test_a_jpeg_ls_with_the_header_of_its_own_file_format_is_not_called_damaged_alone(tmp_path):
    """SPIFF (ITU-T T.84), which CharLS writes before the frame."""
    spiff = b"\xff\xe8\0\x20SPIFF\0\2\0\0\3\0\0\0\x50\0\0\0\x60\x0a\x08\6\1\0\0\1\x2c\0\0\1\x2c"
    frame = b"\xff\xf7\0\x11\x08\0\x50\0\x60\3\1\x11\0\2\x11\0\3\x11\0"
    path = tmp_path / "a.jls"
    path.write_bytes(b"\xff\xd8" + spiff + frame + b"\xff\xda\0\x08\1\1\0\0\0\0" + bytes(99) + b"\xff\xd9")

    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        read_image(path)


@pytest.mark.parametrize("factors", [b"\x41\x11\x12", b"\x31\x11\x11", b"\x11\x22\x22"])
def test_colours_of_a_jpeg_in_numbers_that_its_decoder_does_not_know_are_not_called_damage(tmp_path, factors):
    data = bytearray(jpeg(subsampling=0))
    frame = data.index(b"\xff\xc0")
    data[frame + 11 : frame + 19 : 3] = factors
    path = tmp_path / "a.jpg"
    path.write_bytes(data)

    assert load_image(path, damaged_too=True).damage.kind is ImageFact.UNKNOWN_KIND
    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        read_image(path)


def test_a_png_as_apple_rewrites_it_for_its_telephones_is_not_called_damaged_alone(tmp_path):
    data = b"\x89PNG\r\n\x1a\n\0\0\0\4CgBI\x50\0\x20\2" + struct.pack(">I", zlib.crc32(b"CgBI\x50\0\x20\2"))
    (tmp_path / "a.png").write_bytes(data + bytes(200))

    with pytest.raises(ImageError, match="of a kind of its format that is not supported"):
        read_image(tmp_path / "a.png")


@pytest.mark.parametrize(("kind", "read"), [(b"pHYs", True), (b"tEXt", True), (b"tIME", True), (b"gAMA", False)])
@pytest.mark.parametrize("behind", [False, True])
def test_a_wrong_checksum_costs_a_png_what_the_chunk_says_and_no_more(tmp_path, kind, read, behind):
    buffer = io.BytesIO()
    Image.fromarray(PIXELS).save(buffer, "PNG")
    data = buffer.getvalue()
    at = len(data) - 12 if behind else 33
    (tmp_path / "a.png").write_bytes(data[:at] + b"\0\0\0\x09" + kind + bytes(13) + data[at:])

    if read or behind:  # what stands behind the pixels is not looked at
        np.testing.assert_array_equal(read_image(tmp_path / "a.png"), PIXELS)
    else:
        with pytest.raises(ImageError, match="truncated or damaged"):
            read_image(tmp_path / "a.png")


def test_the_profile_of_a_gif_is_applied(tmp_path):
    profile = matrix_profile(DISPLAY_P3)
    buffer = io.BytesIO()
    image = Image.fromarray(PIXELS).quantize(16)
    image.save(buffer, "GIF")
    data = buffer.getvalue()
    pieces = b""
    for at in range(0, len(profile), 255):
        pieces += bytes([len(profile[at : at + 255])]) + profile[at : at + 255]
    palette = 13 + (3 << (data[10] & 7) + 1)
    block = b"\x21\xff\x0bICCRGBG1012" + pieces + b"\0"
    (tmp_path / "a.gif").write_bytes(data[:palette] + block + data[palette:])

    np.testing.assert_array_equal(read_image(tmp_path / "a.gif"), to_rgb(image, profile)[0])
    assert np.abs(read_image(tmp_path / "a.gif").astype(int) - np.asarray(image.convert("RGB"))).max() > 9
