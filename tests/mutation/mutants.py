"""The ways in which a module can be changed at one place: mutmut's operators, tried at every place of the source."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

#: Their arguments say nothing about what is computed: every change of them raises at once.
PLAIN_CALLS = {"len", "isinstance", "cast", "super", "TypeVar", "NewType"}


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change of one module, in the function that spans these lines, if it is in one.

    `key` stays the same while the function it stands in does, wherever the line goes.
    """

    file: str
    line: int
    within: str
    before: str
    after: str
    nth: int
    span: tuple[int, int] | None
    module: cst.Module
    node: cst.CSTNode
    changed: cst.CSTNode

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What tells this change from all others: the nth such change within a function."""
        return self.file, self.within, self.before, self.after, self.nth

    def source(self) -> str:
        """The whole module with this change."""
        return str(self.module.deep_replace(self.node, self.changed).code)  # type: ignore[attr-defined]

    def lot(self, seed: int) -> str:
        """Its place in the row from which a sample is taken: other changes don't shift it."""
        return hashlib.sha256(repr((seed, self.key)).encode()).hexdigest()


def possible(file: str, text: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its source; each makes another text of it."""
    wrapper = MetadataWrapper(cst.parse_module(text))
    places = Places()
    wrapper.visit(places)
    seen: Counter[tuple[str, str, str]] = Counter()
    found: list[Mutant] = []
    for node, changed, within, line, span in places.found:
        before, after = (short(wrapper.module.code_for_node(each)) for each in (node, changed))
        if before == after:
            continue
        nth = seen[within, before, after]
        seen[within, before, after] += 1
        place = {"file": file, "line": line, "within": within, "before": before, "after": after, "nth": nth}
        found.append(Mutant(**place, span=span, module=wrapper.module, node=node, changed=changed))
    return found


def short(code: str) -> str:
    """Code on one line, as a cell of a page can show it: without what ends a cell or looks like a link."""
    return " ".join(code.split()).replace("|", "¦").replace("`", "'").replace("](", "] (")


class Places(cst.CSTVisitor):
    """Walks a module and asks every operator at every node, but for types, decorators, docstrings and imports."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[cst.CSTNode, cst.CSTNode, str, int, tuple[int, int] | None]] = []
        self._names: list[str] = []
        self._functions: list[cst.FunctionDef] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Keep the changes of this node, and say whether to look inside."""
        if skipped(node):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._names.append(node.name.value)
        if isinstance(node, cst.FunctionDef):
            self._functions.append(node)
        for changed in changes(node):
            line = self.get_metadata(PositionProvider, node).start.line
            self.found.append((node, changed, ".".join(self._names), line, self._span()))
        return True

    def _span(self) -> tuple[int, int] | None:
        """The lines of the outermost function; none when what it gave is kept, so that who asks again never runs it."""
        if not self._functions or any("cache" in str(each) for each in self._functions[0].decorators):
            return None
        place = self.get_metadata(PositionProvider, self._functions[0].body)
        return place.start.line, place.end.line

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """A function ends."""
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef):
            self._names.pop()
        if isinstance(original_node, cst.FunctionDef):
            self._functions.pop()


def changes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What mutmut makes of a node. Of a text only that it's another one: SQL reads the same in capitals."""
    for kind, operator in mutation_operators:
        if not isinstance(node, kind):
            continue
        for n, changed in enumerate(operator(node)):
            if not (isinstance(node, cst.BaseString) and n):
                yield changed


def skipped(node: cst.CSTNode) -> bool:
    """Whether a node says nothing that runs: a type, a decorator, an import, a docstring, a plain call."""
    match node:
        case cst.Annotation() | cst.Decorator() | cst.Import() | cst.ImportFrom():
            return True
        case cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString()):
            return True
        case cst.Call(func=cst.Name(value=name)):
            return name in PLAIN_CALLS
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value):
            return alias_of_a_type(name, value)
    return False


def alias_of_a_type(name: str, value: cst.BaseExpression) -> bool:
    """`Usual = Callable[[date], bool]`: named like a class, and nothing is called; or a list of names for readers."""
    if name == "__all__":
        return True
    return name[0].isupper() and not name.isupper() and "_" not in name and not isinstance(value, cst.Call)
