"""Hashes of wordings: the same for the same text, however it is put together."""

import numpy as np

from tests.skill_package.rules.wordings import (
    MOST,
    HashedTexts,
    HeardSample,
    once_each,
    repeated,
)


def sample(*literals: str, values: tuple[tuple[str, ...], ...] = ()) -> HeardSample:
    return HeardSample(
        "AnIntent", literals, [HashedTexts.of(*texts) for texts in values]
    )


def test_a_wording_has_the_hash_of_its_text() -> None:
    moods, genres = ("calm", "", "夜"), ("jazz", "hard rock")
    filled = sample("play ", " and ", " now", values=(moods, genres))
    texts = list(filled.wordings())
    assert texts[:3] == [
        "play calm and jazz now",
        "play calm and hard rock now",
        "play  and jazz now",
    ]
    assert filled.hashes().tolist() == HashedTexts.of(*texts).hashes.tolist()
    assert len(set(filled.hashes().tolist())) == 6


def test_as_many_hashes_as_wordings() -> None:
    many = tuple(f"{number} letters" for number in range(400))
    filled = sample("", " ", "", values=(many, many))
    texts = list(filled.wordings())
    assert len(texts) == MOST
    assert filled.hashes().tolist() == HashedTexts.of(*texts).hashes.tolist()


def test_a_sample_without_slots_and_a_slot_without_values() -> None:
    assert len(sample("what plays").hashes()) == 1
    assert len(sample("play ", "", values=((),)).hashes()) == 0


def test_what_is_in_several() -> None:
    one, other = np.array([3, 1, 3], np.uint64), np.array([2, 3], np.uint64)
    assert once_each([one, other]).tolist() == [1, 2, 3]
    assert repeated([once_each([one]), once_each([other])]).tolist() == [3]
