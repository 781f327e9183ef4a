from simulator.domain.agree import agree, write_count


def test_only_one_is_one() -> None:
    assert [agree(number, "face") for number in (0, 1, 2)] == ["faces", "face", "faces"]


def test_a_word_may_have_a_plural_of_its_own() -> None:
    assert agree(1, "person", "people") == "person"
    assert agree(3, "person", "people") == "people"
    assert agree(2, "is", "are") == "are"


def test_a_count_is_written_in_figures() -> None:
    assert write_count(1, "evening") == "1 evening"
    assert write_count(0, "evening") == "0 evenings"
    assert write_count(2, "person", "people") == "2 people"
