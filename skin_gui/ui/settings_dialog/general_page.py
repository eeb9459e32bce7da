"""Look, folders, storage."""

from PySide6.QtWidgets import QWidget

from skin_gui.ui.settings_dialog.form_page import FormPage


class GeneralPage(FormPage):
    """Nothing but declared settings."""

    name = "general"
    picture = "settings"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("General"), parent)
        self.form.add_to(self.content)
        self.content.addStretch(1)
