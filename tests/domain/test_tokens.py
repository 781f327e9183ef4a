from simulator.domain.tokens import is_whole, split_tokens


def test_words_comparisons_and_quoted_names_are_tokens_with_or_without_spaces() -> None:
    assert split_tokens('dog>=1 and  camera != "Apple iPhone"') == [
        "dog",
        ">=",
        "1",
        "and",
        "camera",
        "!=",
        '"Apple iPhone"',
    ]
    assert split_tokens("  ") == []
    assert split_tokens('an open "quote') == ["an", "open", '"', "quote"]


def test_only_plain_digits_are_a_whole_number() -> None:
    assert [token for token in ("0", "0042", "-1", "1.5", "10000", "٣", "") if is_whole(token, 4)] == ["0", "0042"]
