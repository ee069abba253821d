"""Structure of the four packages, read from their source: imports and sizes."""

import ast
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("simulator", "service", "handlers", "providers")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """A module of one of the four packages: its dotted name, source and syntax tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def is_front(self) -> bool:
        """Whether the module is a package's `__init__`."""
        return self.path.name == "__init__.py"

    @property
    def lines(self) -> int:
        """The number of lines, blank ones and comments included."""
        return len(self.text.splitlines())

    def functions(self) -> Iterator[tuple[str, Function]]:
        """Yield every function and method with its qualified name."""
        yield from _functions(self.tree, self.name)

    def classes(self) -> Iterator[str]:
        """Yield the names of the classes at the top of the module."""
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef):
                yield node.name


@cache
def modules() -> dict[str, Module]:
    """Return every tracked module of the four packages by its dotted name."""
    listed = subprocess.run(  # noqa: S603 - git, with fixed arguments
        ["git", "ls-files", *(f"{package}/**.py" for package in PACKAGES)],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    found = {}
    for name in listed:
        path = ROOT / name
        dotted = name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        text = path.read_text(encoding="utf-8")
        found[dotted] = Module(dotted, path, text, ast.parse(text))
    return found


@cache
def imports() -> dict[str, frozenset[str]]:
    """Return, for each module, the modules that it imports names from.

    An import from a package's front counts as one of the module that defines the name.
    """
    known = modules()
    return {
        name: frozenset(set(_imported(module.tree, known)) - {name})
        for name, module in known.items()
    }


def importers() -> dict[str, set[str]]:
    """Return, for each module, who imports it; fronts do not count as importers."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, targets in imports().items():
        if not modules()[name].is_front:
            for target in targets:
                found[target].add(name)
    return found


def floors(package: str) -> int:
    """Return the length of the longest chain of imports inside a package.

    Raises `RecursionError` where the imports go in a circle.
    """
    inside = [
        name
        for name, module in modules().items()
        if name.startswith(f"{package}.") and not module.is_front
    ]

    @cache
    def height(name: str) -> int:
        below = [height(other) for other in imports()[name] if other in inside]
        return 1 + max(below, default=0)

    return max(map(height, inside))


def length(function: Function) -> int:
    """Return the number of a function's lines without its docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None and len(function.body) > 1:
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def _functions(node: ast.AST, name: str) -> Iterator[tuple[str, Function]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield f"{name}.{child.name}", child
            yield from _functions(child, f"{name}.{child.name}")
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{name}.{child.name}")
        else:
            yield from _functions(child, name)


def _imported(tree: ast.Module, known: dict[str, Module]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield from _origin(node.module, alias.name, known)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def _origin(module: str, name: str, known: dict[str, Module]) -> Iterator[str]:
    """Yield the module that defines `name`, looked up through fronts."""
    if f"{module}.{name}" in known:
        yield f"{module}.{name}"
    elif module in known:
        if known[module].is_front:
            for node in known[module].tree.body:
                if isinstance(node, ast.ImportFrom) and node.module:
                    for alias in node.names:
                        if (alias.asname or alias.name) == name:
                            yield from _origin(node.module, alias.name, known)
                            return
        yield module
