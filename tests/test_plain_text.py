import pytest

from skin_gui.plain_text import printable, printable_lines


@pytest.mark.parametrize(
    "text",
    ["", "lésion №1", "母斑\u3000鏡.jpg", "می\u200cخواهم", "שלום\u200f!", "👩\u200d⚕️", "caf\udce9", "a  b\u00a0c"],
)
def test_names_in_any_script_stay_as_they_are(text):
    assert printable(text) == text


def test_what_a_terminal_obeys_and_what_breaks_or_turns_a_line_is_a_space():
    assert printable("a\x00b\x1b[2Jc\x7fd\x9b2Je\r\n\tf\u2028g\u202eh\u2066i") == "a b [2Jc d 2Je   f g h i"


def test_lines_stay_lines():
    assert printable_lines("a\x07\n\tb\r\n") == "a \n b \n"
