"""Whether a model that came from elsewhere can be trusted to run: checked in memory, then tried once."""

import hashlib
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np

from skin_gui.classifier.classifier import Classifier
from skin_gui.classifier.features import Features, check_width
from skin_gui.classifier.head import Head
from skin_gui.classifier.model_folder import (
    CARD,
    DESCRIPTION,
    HEAD,
    NETWORK,
    SIZE_LIMITS,
    ModelError,
    ModelInfo,
    check_checksum,
    parse_info,
)
from skin_gui.classifier.network import NetworkError
from skin_gui.classifier.vgg16 import param_text, unpack_weights
from skin_gui.imaging.preprocess import INPUT_SIZE
from skin_gui.wording.fact import UnusableError
from skin_gui.wording.models import ModelFault, ModelImportFact
from skin_gui.wording.system import reason

# What numpy, zipfile, ncnn and OpenCV raise on broken files and on arrays that do not fit together.
_UNUSABLE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NetworkError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    cv2.error,
    zipfile.BadZipFile,
    zlib.error,
)


def check_files(files: Mapping[str, bytes], shared: Mapping[str, str], *, foreign: bool = False) -> ModelInfo:
    """Check the files of a model without running them or writing anything.

    Args:
        files: content by file name; the network's may be left out if it is a shared one.
        shared: SHA-256 by file name of the network that comes with the program.
        foreign: the model has travelled: every file must have its checksum.

    Raises:
        ModelError: something is missing, too big, damaged, or does not fit together.
    """
    for name, content in files.items():
        if name not in SIZE_LIMITS:
            raise ModelError(ModelImportFact.FOREIGN_FILE(file=name))
        if len(content) > SIZE_LIMITS[name]:
            raise ModelError(ModelImportFact.FILE_TOO_LARGE(file=name))
    if DESCRIPTION not in files:
        raise ModelError(ModelImportFact.NO_DESCRIPTION(file=DESCRIPTION))
    try:
        info = parse_info(files[DESCRIPTION])
        if foreign:
            check_checksum(files[DESCRIPTION])
    except ValueError as error:
        raise ModelError(ModelImportFact.DESCRIPTION_UNREADABLE(why=reason(error))) from error
    _check_hashes(files, info, shared, foreign)
    _check_card(files.get(CARD, b""))
    _check_network(files)
    _check_head(files[HEAD], info.features)
    return info


def try_model(folder: Path) -> None:
    """Load a model as the program does, and classify one made-up image with it.

    Raises:
        ModelError: a checksum is wrong, or the model does not load or gives no number.
    """
    noise = np.random.default_rng(0).integers(0, 256, (INPUT_SIZE, INPUT_SIZE, 3), dtype=np.uint8)
    try:
        Classifier.load(folder).predict(noise)
    except _UNUSABLE as error:
        raise ModelError(ModelImportFact.DOES_NOT_RUN(why=reason(error))) from error


def _check_hashes(files: Mapping[str, bytes], info: ModelInfo, shared: Mapping[str, str], foreign: bool) -> None:
    for name in (*NETWORK, HEAD):
        expected = info.files.get(name)
        if name in files:
            if hashlib.sha256(files[name]).hexdigest() != expected:
                raise ModelError(ModelImportFact.CHECKSUM_WRONG(file=name))
        elif name == HEAD:
            raise ModelError(ModelImportFact.FILE_MISSING(file=name))
        elif expected is None or expected != shared.get(name):
            raise ModelError(ModelImportFact.BASE_MISSING())
    if CARD not in files or (CARD not in info.files and not foreign):
        return
    if info.files.get(CARD) != hashlib.sha256(files[CARD]).hexdigest():
        raise ModelError(ModelImportFact.CHECKSUM_WRONG(file=CARD))


def _check_card(text: bytes) -> None:
    try:
        card = text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ModelError(ModelImportFact.CARD_NO_TEXT(file=CARD)) from error
    # It is printed on terminals, which obey such characters.
    if any(unicodedata.category(character) == "Cc" and character not in "\n\t\r" for character in set(card)):
        raise ModelError(ModelImportFact.CARD_CONTROLS(file=CARD))


def _check_network(files: Mapping[str, bytes]) -> None:
    """Only the one known network: a foreign description would reach into ncnn's parser."""
    param, weights = (files.get(name) for name in NETWORK)
    if param is not None and param.split() != param_text().encode().split():
        raise ModelError(ModelImportFact.FOREIGN_NETWORK())
    if weights is not None:
        try:
            unpack_weights(weights)
        except ValueError as error:
            raise ModelError(ModelImportFact.WEIGHTS_UNREADABLE(why=reason(error))) from error


def _check_head(content: bytes, features: Features) -> None:
    try:
        _check_members(content)
        head = Head.load(io.BytesIO(content))
        check_width(head.width, features)
        arrays = (head.shift, head.scale, *head.kernels, *head.biases)
        for svm in head.svms:
            arrays = (*arrays, svm.projection, svm.offset, svm.support, svm.coefficients)
        novelty = head.novelty
        if novelty is not None:
            arrays = (*arrays, novelty.mean, novelty.projection)
            if novelty.mean.shape != head.shift.shape or novelty.projection.shape[:-1] != head.shift.shape:
                raise UnusableError(ModelFault.DISTANCE_DOES_NOT_FIT())
        if not all(np.isfinite(array).all() for array in arrays):
            raise UnusableError(ModelFault.NOT_FINITE())
    except _UNUSABLE as error:
        raise ModelError(ModelImportFact.HEAD_UNUSABLE(why=reason(error))) from error


def _check_members(content: bytes) -> None:
    """An npz is a zip: its arrays are stored plainly, as numpy writes them, so none can unfold to gigabytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            if member.compress_type != zipfile.ZIP_STORED or member.file_size > len(content):
                raise UnusableError(ModelFault.PACKED_ARRAY(file=member.filename))
            if not member.filename.endswith(".npy"):
                raise UnusableError(ModelFault.FOREIGN_ARRAY(file=member.filename))
