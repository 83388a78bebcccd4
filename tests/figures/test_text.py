"""Text is measured with the font that is drawn, and broken without losing a word."""

import pytest

from figures.style import theme
from figures.text import box_size, clean, display_name, text_width, wrap


def test_width_is_the_sum_of_the_fonts_advances() -> None:
    assert text_width("Akkermansia", 20) == pytest.approx(2 * text_width("Akkermansia", 10))
    assert text_width("iiii", 20) < text_width("WWWW", 20)


def test_a_glyph_the_font_lacks_has_a_fallback_width() -> None:
    assert text_width("\U0001f9a0", 20) == 20
    assert text_width("\ud83d", 20) == 20


def test_names_break_between_words_and_fit() -> None:
    lines = wrap("Faecal microbiota transplantation", 22, 200, weight=600)
    assert lines == ("Faecal microbiota", "transplantation")


def test_a_word_wider_than_a_line_is_broken_and_what_is_cut_ends_in_an_ellipsis() -> None:
    lines = wrap("x" * 300, 22, 200)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(text_width(line, 22) <= 200 for line in lines)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("multiple sclerosis", "Multiple sclerosis"),
        ("CNS demyelination", "CNS demyelination"),
        ("anti-tTG", "Anti-tTG"),
        ("mRNA", "mRNA"),
        ("pH of the gut", "pH of the gut"),
        ("16S rRNA", "16S rRNA"),
        ("", ""),
    ],
)
def test_names_get_a_capital_only_where_the_first_word_is_plain(name: str, shown: str) -> None:
    assert display_name(name) == shown


def test_what_xml_may_not_hold_becomes_a_replacement_character() -> None:
    assert clean("a\ud800b\x00 \n c") == "a\ufffdb\ufffd c"


def test_a_box_fits_its_text() -> None:
    look = theme("light")
    size = box_size("multiple sclerosis", look)
    assert size.width > text_width("Multiple sclerosis", look.sizes.label, weight=600)
    assert box_size("multiple sclerosis", look, width=90).height > size.height
