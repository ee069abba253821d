"""People who come in one moment, counted and compared."""

import os
from dataclasses import replace

import pytest

from tests.load.bursts import CROWDS, Burst, Crowd, bursts, table
from tests.load.servers import Cores

two_cores = pytest.mark.skipif(
    len(os.sched_getaffinity(0)) < 2, reason="one core: nothing to compare on"
)


@pytest.mark.load
@two_cores
@pytest.mark.parametrize("crowd", CROWDS, ids=lambda crowd: crowd.about)
def test_everybody_is_answered(crowd: Crowd) -> None:
    few = replace(crowd, sizes=(2,))
    found = bursts(Cores.of_this_machine(), 1, few)
    assert [one.contestant for one in found] == list(crowd.contestants)
    assert all(one.late == 0 and one.rate > 0 for one in found)


def test_a_table_compares_with_the_first_contestant() -> None:
    first, second, *_ = CROWDS[0].contestants
    found = [
        Burst(first, 10, [50.0], [200.0], [500.0]),
        Burst(second, 10, [100.0], [100.0], [750.0], 1),
    ]
    *_, one, other = table(CROWDS[0], found).splitlines()
    assert one == f"| 10 | {first} | 50 | 1.00 | 500 | 1.00 | 200 | 0 |"
    assert other == f"| 10 | {second} | 100 | 2.00 | 750 | 1.50 | 100 | 1 |"
