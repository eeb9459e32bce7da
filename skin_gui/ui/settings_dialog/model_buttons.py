"""The buttons of the Model page, and when each can be pressed."""

from PySide6.QtWidgets import QWidget

from skin_gui.ui.settings_dialog.model_table import ModelRow
from skin_gui.ui.widgets.buttons import push_button
from skin_gui.ui.widgets.layouts import STRETCH, in_row


class ModelButtons(QWidget):
    """Activate and roll back, then what concerns one model, then import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.activate_button = push_button(self.tr("Activate"), "check")
        self.roll_back_button = push_button(self.tr("Roll Back"), "rollback")
        self.rename_button = push_button(self.tr("Rename"), "note")
        self.export_button = push_button(self.tr("Export…"), "export")
        self.import_button = push_button(self.tr("Import…"), "import")
        self.delete_button = push_button(self.tr("Delete…"), "trash")
        of_one = (self.rename_button, self.export_button, self.import_button, self.delete_button)
        in_row(self, self.activate_button, self.roll_back_button, STRETCH, *of_one, spacing=8)
        self.show_state(None, busy=False, can_roll_back=False)

    def show_state(self, row: ModelRow | None, *, busy: bool, can_roll_back: bool) -> None:
        usable = row is not None and row.stored is not None
        self.activate_button.setEnabled(usable and row is not None and not row.is_active and not busy)
        self.roll_back_button.setEnabled(can_roll_back and not busy)
        self.roll_back_button.setToolTip(
            self.tr("Go back to the model that was active before")
            if can_roll_back
            else self.tr("There is no earlier model to go back to.")
        )
        self.rename_button.setEnabled(usable and row is not None and row.is_own and not busy)
        self.export_button.setEnabled(usable and not busy)
        self.import_button.setEnabled(not busy)
        self.delete_button.setEnabled(row is not None and row.is_own and not row.is_active and not busy)
        self.delete_button.setToolTip(self._why_not(row))
        self.rename_button.setToolTip(self._why_not(row) if row is not None and not row.is_own else "")

    def _why_not(self, row: ModelRow | None) -> str:
        if row is not None and not row.is_own:
            return self.tr("The shipped model stays as it is.")
        if row is not None and row.is_active:
            return self.tr("The active model cannot be deleted: activate another one first.")
        return ""
