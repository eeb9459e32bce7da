"""The log: rotating, in the platform's folder, with no name in it that could be a patient's."""

import logging
import logging.handlers
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from skin_gui import paths
from skin_gui.imaging.formats import IMAGE_SUFFIXES, UNREADABLE_SUFFIXES
from skin_gui.private_folder import private_folder

LOG_NAME = "skin-gui.log"
_MAX_BYTES = 1_000_000
_KEPT_FILES = 3

# Frames of a traceback keep the part of the path that belongs to the program, which names nobody.
_CODE_FRAME = re.compile(r'File "(?:[^"\n]*[/\\])?((?:skin_gui|site-packages|lib|Lib)[/\\][^"\n]*\.py)"')
_KEPT_FRAME = re.compile(r'(File "<program>/[^"\n]*")')
_ABSOLUTE = re.compile(r"(?:(?<![\w.<>/])[/~]|\b[A-Za-z]:[\\/]|\\\\)[^\s'\"][^\n'\"]*")
# No file system takes a longer name, and without a bound a very long line would take minutes.
_MASKED_SUFFIXES = (*IMAGE_SUFFIXES, *UNREADABLE_SUFFIXES, ".csv", ".json", ".pdf", ".zip")
_IMAGE_NAME = re.compile(
    rf"[^\n'\"<>|:]{{0,255}}\.({'|'.join(suffix[1:] for suffix in _MASKED_SUFFIXES)})\b", re.IGNORECASE
)


def mask_paths(text: str) -> str:
    """Take paths and image file names out of a text; they may hold patients' names.

    It rather masks too much than too little: an absolute path goes up to the end of the line or a
    quotation mark, a file name back to the last quotation mark or colon, since both may hold spaces.
    """
    text = _CODE_FRAME.sub(lambda frame: f'File "<program>/{frame[1].replace(chr(92), "/")}"', text)
    parts = _KEPT_FRAME.split(text)
    return "".join(part if _KEPT_FRAME.fullmatch(part) else _mask_plain(part) for part in parts)


def _mask_plain(text: str) -> str:
    text = _ABSOLUTE.sub("<path>", text)
    return _IMAGE_NAME.sub(lambda name: f" <file>.{name[1].lower()}", text)


def describe_exception(error: BaseException) -> str:
    """The traceback of an error, without the source lines' data, with every file name masked."""
    text = "".join(traceback.format_exception(error))
    for cause in causes(error):
        for attribute in ("path", "filename", "filename2"):
            name = getattr(cause, attribute, None)
            if isinstance(name, str | Path) and str(name):
                text = text.replace(str(name), "<path>").replace(Path(name).name or str(name), "<file>")
    return mask_paths(text)


def causes(error: BaseException) -> Iterator[BaseException]:
    """The error and, one after the other, what it came of."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


class MaskingFormatter(logging.Formatter):
    """Formats a record with paths and file names masked, in the message and in the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry. A traceback that another handler left in the record is not masked, so not used."""
        others, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = others

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        record.message = mask_paths(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802
        error = ei[1] if isinstance(ei, tuple) else None
        return describe_exception(error) if isinstance(error, BaseException) else ""


def start_logging() -> Path | None:
    """Write the program's log to its folder; returns the file, or None where it cannot be written.

    A log is never a reason not to start: a full disk or a read-only home only costs the log.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    stop_logging()
    try:
        folder = paths.log_dir()
        private_folder(folder)
        handler = logging.handlers.RotatingFileHandler(
            folder / LOG_NAME, maxBytes=_MAX_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", errors="replace"
        )
    except OSError:
        silent = logging.NullHandler()  # with none at all, Python would print warnings between a command's lines
        silent.set_name(LOG_NAME)
        root.addHandler(silent)
        return None
    handler.set_name(LOG_NAME)
    handler.setFormatter(MaskingFormatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root.addHandler(handler)
    logging.raiseExceptions = False
    return folder / LOG_NAME


def stop_logging() -> None:
    """Close the log file, if there is one."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if one.get_name() == LOG_NAME]:
        root.removeHandler(handler)
        handler.close()
