"""Words and sentences of Vietnamese."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonkit.text.tieng import count, sentence_places, sentences, words


@pytest.mark.parametrize(
    ("text", "tieng"),
    [
        ("", 0),
        ("Bạn hãy cúp máy.", 4),
        ("Gọi 156, rồi 113!", 2),
        ("phí 1.500.000 đồng", 2),
        ("“Chuyển tiền ngay!” – họ nói", 5),
        ("e-mail và Wi-Fi", 5),
        ("mã OTP2", 2),
        ("don't click", 2),
        ("và/hoặc", 2),
        ("nhan-qua.example", 3),
        ("- một\n- hai", 2),
        ("… thôi …", 1),
        ("   ", 0),
    ],
)
def test_a_tieng_is_what_stands_between_spaces_and_is_no_number(text: str, tieng: int) -> None:
    assert count(text) == tieng


def test_marks_written_apart_cut_no_tieng() -> None:
    text = "trường học số một của người Việt, và/hoặc"

    assert count(unicodedata.normalize("NFD", text)) == count(text) == 9
    assert words(unicodedata.normalize("NFD", text)) == words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cúp máy. Gọi lại!", ["Cúp máy.", "Gọi lại!"]),
        ("Ở TP. Hồ Chí Minh. Xa.", ["Ở TP. Hồ Chí Minh.", "Xa."]),
        ("Ông V.A. Nam đến. Rồi về.", ["Ông V.A. Nam đến.", "Rồi về."]),
        ("ThS. An và PGS. Bình. Hết.", ["ThS. An và PGS. Bình.", "Hết."]),
        ("Giá 1.500 đồng. Rẻ.", ["Giá 1.500 đồng.", "Rẻ."]),
        ("Táo, cam v.v. và chuối.", ["Táo, cam v.v. và chuối."]),
        ("Táo, cam v.v. Hết.", ["Táo, cam v.v.", "Hết."]),
        ("Gặp Ths. Hoa ở q. Ba Đình. Xong.", ["Gặp Ths. Hoa ở q. Ba Đình.", "Xong."]),
        ("Chọn đáp án B. Bấm Gửi.", ["Chọn đáp án B.", "Bấm Gửi."]),
        ("Cty. Hoa Sen ở tp. Huế.", ["Cty. Hoa Sen ở tp. Huế."]),
        ("“Dừng lại!” cô nói. Họ chạy.", ["“Dừng lại!” cô nói.", "Họ chạy."]),
        ("Họ nói: “Chuyển ngay.” Tôi cúp.", ["Họ nói: “Chuyển ngay.”", "Tôi cúp."]),
        ("1. Cúp máy. 2. Gọi lại.", ["1. Cúp máy.", "2. Gọi lại."]),
        ("Thật à?! Thật…", ["Thật à?!", "Thật…"]),
        ("Chờ… rồi gọi.", ["Chờ… rồi gọi."]),
        ("không dấu chấm", ["không dấu chấm"]),
        ("Xem vd. hình 2. Rồi làm.", ["Xem vd. hình 2.", "Rồi làm."]),
        ("Số 156. Gọi đi.", ["Số 156.", "Gọi đi."]),
        ("", []),
        ("...", ["..."]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="aáĐT .!?…”\n12", max_size=60))
def test_sentences_hold_all_of_a_text_in_order(text: str) -> None:
    places = sentence_places(text)

    assert "".join(sentences(text)).split() == [] or "".join(text.split()) == "".join(
        "".join(text[start:end].split()) for start, end in places
    )
    assert all(start < end for start, end in places)
    assert places == sorted(places)


@given(st.text(max_size=80))
def test_counting_never_breaks(text: str) -> None:
    assert 0 <= count(text) <= len(text)
