"""What a class says of its fields, read from its source."""

import ast
import inspect
from textwrap import dedent


def attribute_docs(model: type) -> dict[str, str]:
    """The text under each field in the source of its class; empty where there is none."""
    tree = ast.parse(dedent(inspect.getsource(model))).body[0]
    assert isinstance(tree, ast.ClassDef)  # noqa: S101  (what getsource of a class gives)
    found: dict[str, str] = {}
    name = ""
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = ""
            case ast.Expr(value=ast.Constant(value=str() as text)) if name:
                found[name] = " ".join(text.split())
    return found
