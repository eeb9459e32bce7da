"""Rates and times of a batch, as the user's language writes them."""

from PySide6.QtCore import QCoreApplication, QLocale

_MINUTE, _HOUR = 60, 3600


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
