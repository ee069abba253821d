"""The tracer of coverage rests where it adds nothing, in workers of xdist as well."""

import coverage
import pytest


@pytest.fixture
def tracer_of_the_fixture() -> coverage.Coverage | None:
    return coverage.Coverage.current()


@pytest.mark.no_cover
def test_what_is_marked_runs_without_it(
    tracer_of_the_fixture: coverage.Coverage | None,
) -> None:
    assert tracer_of_the_fixture is None
    assert coverage.Coverage.current() is None


@pytest.mark.parametrize("number", range(2))
def test_it_runs_again_afterwards(number: int, pytestconfig: pytest.Config) -> None:
    measured = pytestconfig.pluginmanager.hasplugin("_cov")
    measured = measured and not pytestconfig.getoption("no_cov", default=False)
    assert bool(coverage.Coverage.current()) is measured
