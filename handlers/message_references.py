"""Which other messages a message is made of."""

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor


class References(Visitor):
    """Collects the names of messages and terms (with their dash) that it visits."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - fluent's own naming
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - as above
        self.names.add(f"-{node.id.name}")
        self.generic_visit(node)
