"""Numbers, sizes, rates, times and dates as the user's language writes them."""

import re
import unicodedata
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication

_LEAST, _MOST = 0.001, 0.999
_MINUTE, _HOUR = 60, 3600
_RIGHT_TO_LEFT, _LEFT_TO_RIGHT = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"
_ISOLATE, _END_OF_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_ISOLATE_BY_SCRIPT = "\N{FIRST STRONG ISOLATE}"
_MARKS = re.compile(
    f"^[{_RIGHT_TO_LEFT}{_LEFT_TO_RIGHT}]|[{_ISOLATE}{_ISOLATE_BY_SCRIPT}{_END_OF_ISOLATE}]", re.MULTILINE
)
_SEPARATORS = re.compile(r"([/\\])")
_SPACE = "\N{NO-BREAK SPACE}"
"""Between what belongs together: a number never stands on another line than its sign."""


def probability_text(value: float) -> str:
    """A probability as a percentage with one decimal; never 0 or 100 %, which no model can know."""
    locale = QLocale()
    if value < _LEAST:
        return f"<{_SPACE}{_percentage(locale.toString(_LEAST * 100, 'f', 1))}"
    if value > _MOST:
        return f">{_SPACE}{_percentage(locale.toString(_MOST * 100, 'f', 1))}"
    return _percentage(locale.toString(value * 100, "f", 1))


def percent(value: float) -> str:
    """A share in [0, 1] as a percentage, with a decimal only where it has one."""
    hundredths = float(value) * 100
    digits = 0 if abs(hundredths - round(hundredths)) < 0.05 else 1
    return _percentage(QLocale().toString(hundredths, "f", digits))


def percent_with_decimal(value: float) -> str:
    """A share in [0, 1] as a percentage with one decimal, so that figures below each other line up."""
    return _percentage(QLocale().toString(float(value) * 100, "f", 1))


def percent_suffix() -> str:
    """What follows the number in a field for a percentage."""
    return _percentage("")


def in_reading_direction(text: str) -> str:
    """A text without a language (a figure, a file's name) for a label that starts where the window's text starts.

    Labels look for their direction at the first letter; the text itself keeps its order from left to right.
    """
    isolated = left_to_right(text)
    return isolated if isolated == text or not runs_from_the_right() else f"{_RIGHT_TO_LEFT}{isolated}"


def in_its_direction(text: str) -> str:
    """What somebody has written, in the direction of its own script, for a label that starts as the window's text."""
    if not runs_from_the_right() and not _is_right_to_left(text):
        return text
    start = _RIGHT_TO_LEFT if runs_from_the_right() else _LEFT_TO_RIGHT
    return f"{start}{_ISOLATE_BY_SCRIPT}{text}{_END_OF_ISOLATE}"


def from_the_start(sentence: str) -> str:
    """A sentence for a label, which begins where the window's text begins whatever script its first letter is of.

    That may be the name of a file, or of a sentence that is not translated.
    """
    right_to_left = runs_from_the_right()
    scripts = (unicodedata.bidirectional(letter) for letter in sentence)
    first = next((script for script in scripts if script in ("L", "R", "AL")), "")
    if not first or (first != "L") == right_to_left:
        return sentence
    return f"{_RIGHT_TO_LEFT if right_to_left else _LEFT_TO_RIGHT}{sentence}"


def left_to_right(text: str) -> str:
    """A name or a path for the screen: its parts follow each other from left to right whatever scripts they are in.

    Two Arabic folders one within the other would change places, and so would what stands beside a name. The characters
    for this have no width; `without_marks` takes them out again.
    """
    parts = _SEPARATORS.split(text)
    turning = [_is_right_to_left(part) for part in parts]
    if not any(turning):
        return _isolated(text) if runs_from_the_right() else text
    if len(parts) == 1:
        return _isolated(text)
    return _isolated("".join(_isolated(part) if turns else part for part, turns in zip(parts, turning, strict=True)))


def without_marks(text: str) -> str:
    """A text of the screen as others are to get it, without the characters that keep the order of its parts."""
    return _MARKS.sub("", text)


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}"


def _is_right_to_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def runs_from_the_right() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def named_with_parent(path: Path) -> str:
    """A file's or folder's name with that of its parent, which tells it from another of the same name."""
    if not path.parent.name:
        return left_to_right(path.name or str(path))
    return f"{left_to_right(path.name)}  –  {left_to_right(path.parent.name)}"


def seconds_text(seconds: float) -> str:
    text = QLocale().toString(seconds, "f", 2 if seconds < 10 else 0)
    return QCoreApplication.translate("formats", "{seconds} s").format(seconds=text)


def bytes_text(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def date_text(moment: datetime) -> str:
    """A date and time in the order of ISO 8601, in the computer's time zone."""
    return local_time_text(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))


def _percentage(number: str) -> str:
    # Whatever space a translation has before the sign.
    return QCoreApplication.translate("formats", "{number} %").format(number=number).replace(" ", _SPACE)


def time_text(moment: str) -> str:
    """An ISO 8601 time in UTC as local date and time, in the same order."""
    parsed = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    return local_time_text(parsed.toLocalTime()) if parsed.isValid() else ""


def local_time_text(local: QDateTime) -> str:
    """A date and time in no country's order: 03/04 is another day in London than in New York."""
    return in_reading_direction(QLocale().toString(local, "yyyy-MM-dd HH:mm"))


def rate_text(rate: float) -> str:
    """Images a second, or a minute where they are slow."""
    locale = QLocale()
    if rate < 1:
        number = locale.toString(rate * _MINUTE, "f", 0)
        return QCoreApplication.translate("batch_texts", "{number} images/min").format(number=number)
    number = locale.toString(rate, "f", 1)
    return QCoreApplication.translate("batch_texts", "{number} images/s").format(number=number)


def duration_text(seconds: float) -> str:
    """A time span, as coarse as it is long: nobody needs the seconds of two hours."""
    locale, whole = QLocale(), round(seconds)
    if whole < _MINUTE:
        return QCoreApplication.translate("batch_texts", "{seconds} s").format(seconds=locale.toString(max(whole, 1)))
    if whole < _HOUR:
        return QCoreApplication.translate("batch_texts", "{minutes} min {seconds} s").format(
            minutes=locale.toString(whole // _MINUTE), seconds=locale.toString(whole % _MINUTE)
        )
    return QCoreApplication.translate("batch_texts", "{hours} h {minutes} min").format(
        hours=locale.toString(whole // _HOUR), minutes=locale.toString(whole % _HOUR // _MINUTE)
    )
