"""The schema's statements; that it is made and brought up to date is in the contract."""

from graph.engine.schema import statements


def test_statements_end_with_a_semicolon_and_comments_are_dropped() -> None:
    assert statements("// why\nA\n  B;\n\nC;\n") == ["A\n  B", "C"]
