"""What certification asks, one function a rule: a package in, findings out."""

from collections.abc import Callable, Iterator

from tests.skill_package.package import Package

Rule = Callable[[Package], Iterator[str]]
"""Tells everything that Amazon would object to, each beginning with where it is."""
